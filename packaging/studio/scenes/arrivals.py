"""The scenes about what comes in: whose it is, what waits to post, a bill list, and what could not be read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from builders import COMPANY, TEXT
from flows.conftest import make_office
from studio.studio import Kept, Studio, standing
from untwin.domain.sources.incoming import SourceAnswer
from untwin.jobs import LaneJobs
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.arriving.describe_sheet import DescribeSheet
from untwin.ui.arriving.fill_sheet import FillSheet
from untwin.ui.arriving.missing_sheet import MissingSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_PEOPLE = ("Smith, Anna", "Okafor, Ben", "Lindqvist, Maja", "Castellanos, Rosa", "Whitcombe & Sons", "Nakamura, Yuki")


@contextmanager
def arrivals_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on four clients without any case; no source answers, so that everything is asked."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "arrivals")
    office.source.answer = SourceAnswer(None, problem="Clio can't be reached.")
    for realm, name in (("21", "Bright"), ("22", "Cole"), ("23", "Delgado")):
        sources = COMPANY.sources if realm == "21" else ()
        office.desk.companies.put(replace(COMPANY, realm=realm, name=name, sources=sources))
    opening = Opening(banner="Sample firms: changes here touch nobody's books.", sample=True)
    window = build_window(office.desk, jobs, opening, kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_arrivals_story(studio: Studio) -> None:
    """From a paste of which nobody knows whose it is to a list that fills what waits."""
    studio.rest()
    _whose(studio)
    _one_line(studio)
    _bill_list(studio)
    _columns(studio)
    _columns_asked(studio)
    _whole_list(studio)
    _unread(studio)


def _paste(studio: Studio, text: str) -> None:
    studio.kept.text = text
    studio.run("paste")
    studio.until(lambda: not studio.window.clerk.taking.running, "what was pasted")
    studio.rest(0.5)


def _errors(*numbers: int) -> str:
    return "\n\n".join(TEXT.replace("1234", str(number)) for number in numbers)


def _whose(studio: Studio) -> None:
    _paste(studio, _errors(*range(1234, 1241)))
    studio.shoot("70-whose")
    studio.run("confirm")
    studio.shoot("70-whose-missing")
    _first_company(studio)
    studio.until(lambda: not studio.window.clerk.reading, "the look-ups")
    studio.run("view_6")
    _paste(studio, _errors(1234, 1234))
    studio.run("cancel")
    studio.shoot("71-seen-again")


def _first_company(studio: Studio) -> None:
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, CompanySheet):
        raise TypeError(f"nobody asks for the company, but {sheet}")
    sheet.choice.take(0)
    studio.run("confirm")


def _one_line(studio: Studio) -> None:
    studio.run("view_1")
    studio.choose(studio.cases[1])
    studio.run("describe")
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, DescribeSheet):
        raise TypeError(f"no describe sheet, but {sheet}")
    studio.shoot("72-describe")
    for name, line in (
        ("73-describe-understood", "credit note 85.00 Baker LLC 3 Nov 2026"),
        ("74-describe-question", "Roe Family 1,250.00 11/03/2026"),
    ):
        sheet.line.setText(line)
        sheet.line.textEdited.emit(line)
        studio.shoot(name)
    sheet.other_suggestion(1)
    studio.shoot("75-describe-answered")
    studio.run("cancel")


def _bill_list(studio: Studio) -> None:
    rows = [f"{1234 + n}\t{name}\t{1240 + 85 * n}.00\t2026-11-{12 + n}\tsent" for n, name in enumerate(_PEOPLE[:4])]
    rows += ["1238\tRoe Family\t12.00\t2026-11-12\tsent", "1238\tRoe Estate\t18.00\t2026-11-12\tsent"]
    rows += [f"{1400 + n}\t{name}\t{310 + n}.00\t2026-11-{12 + n}\tpaid" for n, name in enumerate(_PEOPLE)]
    _paste(studio, "Bill number\tClient\tTotal\tIssued\tState\n" + "\n".join(rows) + "\n")
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, FillSheet):
        raise TypeError(f"no fill sheet, but {sheet}")
    studio.until(lambda: sheet.plan is not None, "the plan")
    studio.shoot("76-whose-list")
    studio.run("confirm")
    studio.until(lambda: sheet.plan is not None and not sheet.plan.asks_account, "the plan of one account")
    studio.shoot("76-fill")
    studio.run("confirm")
    studio.until(lambda: studio.window.ground.sheet is None, "the filling")
    studio.until(lambda: not studio.window.clerk.reading, "the look-ups")
    studio.shoot("77-filled")


def _columns(studio: Studio) -> None:
    error = TEXT.split(": ", 1)[1]
    rows = [f"{name}\t{310 + n}.00\tR-{n}\t{error.replace('1234', f'R-{n}')}" for n, name in enumerate(_PEOPLE)]
    _paste(studio, "Kontakt\tSumme\tBeleg\tHinweis\n" + "\n".join(rows) + "\n")
    studio.run("columns")
    studio.shoot("78-columns")
    studio.run("cancel")
    if studio.window.ground.sheet is not None:
        studio.run("cancel")


def _columns_asked(studio: Studio) -> None:
    rows = [f"{1234 + n}\t{name}\t{310 + n}.00\t0{n + 1}/04/2026" for n, name in enumerate(_PEOPLE)]
    _paste(studio, "Our mark\tClient\tTotal\tIssued\n" + "\n".join(rows) + "\n")
    studio.shoot("78-columns-number")
    studio.run("next_meaning")
    studio.run("confirm")
    studio.until(lambda: isinstance(studio.window.ground.sheet, FillSheet), "the list")
    studio.run("cancel")
    _paste(studio, "Number\tClient\tTotal\tIssued\n" + "\n".join(rows) + "\n")
    studio.shoot("78-columns-days")
    studio.run("cancel")


def _whole_list(studio: Studio) -> None:
    studio.run("view_1")
    studio.kept.text = _errors(1234, 1235)
    studio.run("paste_whole")
    studio.until(lambda: not studio.window.clerk.working, "the comparison")
    if isinstance(studio.window.ground.sheet, CompanySheet):
        _first_company(studio)
        studio.until(lambda: isinstance(studio.window.ground.sheet, MissingSheet), "what is missing")
    sheet = studio.window.ground.sheet
    studio.shoot("79-missing")
    if isinstance(sheet, MissingSheet):
        sheet.end.setChecked(True)
    studio.shoot("80-missing-ended")
    studio.run("cancel")


def _unread(studio: Studio) -> None:
    names = ("october.xlsx", "scan.pdf", "photo.heic")
    studio.window.deeds.intake.show_unread([f"{name}: This is a picture; Untwin reads words." for name in names])
    studio.shoot("81-unread")
    studio.run("cancel")
