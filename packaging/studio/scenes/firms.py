"""The scenes on all three sample firms: every kind of error with its advice, the apps, the settings, the help."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from studio.scenes.sample import Size, page_text
from studio.studio import Kept, Studio, standing
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import Case, State
from untwin.jobs import LaneJobs
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_BUSY = (State.NEW, State.LOOKING)


@contextmanager
def firms_window(size: Size, scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on the three sample firms."""
    kept, jobs = Kept(), LaneJobs()
    home = Path(os.environ["UNTWIN_PICTURES_HOME"]) / "firms"
    with sample_desk(home, ("--firms", "3"), patience=jobs.patience) as opened:
        window = build_window(opened.desk, jobs, Opening(sample=True), kept, kept, scheme=scheme)
        with standing(window, size, jobs):
            yield window, kept


def tell_firms_story(studio: Studio) -> None:
    """Each firm's whole list of failures, the advice on every kind of error, and the sheets about firms."""
    for company in tuple(studio.window.listing.companies.values()):
        studio.window.header.show_all()
        studio.window.listing.company = company.realm
        for account in company.sources:
            if account.retry_page:
                _take_in(studio, account.retry_page)
    studio.window.listing.company = ""
    studio.run("view_6")
    studio.window.inbox.setFocus()
    studio.shoot("40-firms")
    for kind, case in _one_of_each(studio).items():
        studio.choose(case)
        studio.shoot(f"41-{kind}")
    _ways_of_reading(studio)
    _sheets(studio)


def _can_change(case: Case) -> bool:
    return case.state is State.NEEDS_DECISION and case.judgement is not None and case.judgement.verdict.changeable


def _ways_of_reading(studio: Studio) -> None:
    """One case in each view of its documents, with all that was asked, and scrolled to what happened when."""
    case = studio.first(_can_change)
    if case is None:
        print("no case to be read")
        return
    studio.choose(case)
    studio.run("reasons")
    studio.shoot("48-what-was-asked")
    studio.run("reasons")
    for view in ("fields", "raw", "differences"):
        studio.run(f"show_{view}")
        bar = studio.window.pane.findChildren(QScrollArea)[0].verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        studio.shoot(f"48-{view}")
        bar.setValue(bar.maximum())
        studio.shoot(f"48-{view}-end")


def _take_in(studio: Studio, address: str) -> None:
    studio.kept.text = page_text(address)
    studio.run("paste")
    if studio.window.ground.sheet is not None:
        studio.shoot("42-which-company")
        studio.run("confirm")
    studio.until(lambda: bool(studio.cases) and all(c.state not in _BUSY for c in studio.cases), "the look-ups")


def _one_of_each(studio: Studio) -> dict[str, Case]:
    """One case of each kind; of duplicate numbers one of each verdict."""
    found: dict[str, Case] = {}
    for case in studio.cases:
        verdict = f"-{case.judgement.verdict.value}" if case.judgement else ""
        found.setdefault(f"{case.kind.value}{verdict}", case)
    return found


def _sheets(studio: Studio) -> None:
    studio.run("help")
    studio.shoot("43-help")
    studio.run("cancel")
    studio.run("manage_sources")
    studio.shoot("44-sources")
    studio.run("cancel")
    studio.run("manage_companies")
    studio.shoot("45-companies")
    for name, action in (("46-settings", "company_settings"), ("47-numbers", "company_numbers")):
        studio.run(action)
        studio.shoot(name)
        studio.run("cancel")
        studio.run("manage_companies")
    studio.run("cancel")
