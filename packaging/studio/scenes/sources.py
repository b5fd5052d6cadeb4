"""The scenes about sources: connected one after the other, tested, and one forgotten."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from builders import COMPANY
from flows.conftest import make_office
from studio.studio import Kept, Studio, standing
from untwin.domain.company.company import Environment
from untwin.jobs import LaneJobs
from untwin.resources import resource
from untwin.ui.sources.connect_sheet import SourceSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_COMPANIES = {"1": "Harlow & Pike LLP", "2": "Bright Dental Group of Sacramento, Inc."}


@contextmanager
def sources_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A firm's window with two companies and no source yet."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "sources")
    office.desk.companies.remove(COMPANY.realm)
    for realm, name in _COMPANIES.items():
        office.desk.companies.put(
            replace(COMPANY, realm=realm, name=name, environment=Environment.PRODUCTION, sources=())
        )
    window = build_window(office.desk, jobs, Opening(), kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_sources_story(studio: Studio) -> None:
    """From no source to four."""
    studio.run("manage_sources")
    studio.shoot("39-sources-empty")
    studio.run("confirm")
    _clio(studio)
    _hubspot(studio)
    _webhook(studio)
    _own(studio, resource("sources", "example.toml"))
    studio.run("manage_sources")
    studio.run("test_source")
    studio.run("next_source")
    studio.shoot("39-sources")
    studio.run("forget_source")
    studio.shoot("39-source-forget")
    studio.run("cancel")
    studio.run("cancel")
    studio.run("cancel")


def _sheet(studio: Studio) -> SourceSheet:
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, SourceSheet):
        raise TypeError("the sheet that connects a source isn't open")
    return sheet


def _clio(studio: Studio) -> None:
    sheet = _sheet(studio)
    studio.shoot("39-source-clio")
    sheet.choice.clio.client_id.setText("hp4kd93clioapp77")
    sheet.choice.clio.secret.setText("not shown anywhere")
    studio.run("confirm")
    studio.shoot("39-source-clio-code")
    studio.run("confirm")
    studio.shoot("39-source-clio-code-missing")
    sheet.code.pasted.setText("goodcode")
    studio.run("confirm")
    studio.shoot("39-source-clio-account")
    studio.run("confirm")


def _hubspot(studio: Studio) -> None:
    sheet = _sheet(studio)
    studio.run("confirm")
    studio.shoot("39-source-clio-known")
    sheet.choice.clio.anew.click()
    studio.shoot("39-source-clio-anew")
    sheet.choice.choose("hubspot")
    sheet.choice.hubspot.token.setText("pat-na1-not-shown")
    studio.shoot("39-source-hubspot")
    studio.run("confirm")
    studio.run("confirm")


def _webhook(studio: Studio) -> None:
    sheet = _sheet(studio)
    studio.run("confirm")
    sheet.choice.choose("webhook")
    sheet.choice.webhook.name.setText("Orchard Billing")
    sheet.choice.webhook.address.setText("http://billing.orchard.example/untwin-retry")
    studio.run("confirm")
    studio.shoot("39-source-webhook-wrong")
    sheet.choice.webhook.address.setText("https://billing.orchard.example/untwin-retry")
    studio.run("confirm")
    studio.shoot("39-source-webhook-secret")
    studio.run("cancel")


def _own(studio: Studio, file: Path) -> None:
    studio.window.deeds.sources.add(file)
    studio.rest(0.4)
    studio.shoot("39-source-own")
    studio.run("confirm")
    studio.run("cancel")
