"""The scenes about single changes: one that differs, one given back or not, and the history that tells of them."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from flows.conftest import make_office
from flows.crew import OTHER
from flows.walk import CONFIRMED
from studio.studio import Kept, Studio, standing
from ui.batch_firm import Bench, bench
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import AnswerLost
from untwin.jobs import LaneJobs
from untwin.ui.deciding.closer_sheet import CloserSheet
from untwin.ui.deciding.doubt_card import DoubtCard
from untwin.ui.deciding.restore_sheet import RestoreSheet
from untwin.ui.history.sheet import HistorySheet
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow


@contextmanager
def changes_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on one client whose cases were changed with every outcome."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "changes")
    made = bench(office, jobs.patience)
    made.desk.companies.remove(OTHER)
    _change_all(made, made.add(5))
    opening = Opening(banner="Sample firms: changes here touch nobody's books.", sample=True)
    window = build_window(made.desk, jobs, opening, kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def _change_all(made: Bench, ids: list[str]) -> None:
    """One as it should be, one given back, one whose number is used again, one that differs, one that was lost."""
    for case_id in ids[:3]:
        _change(made, case_id, None)
    planned = made.desk.restore.plan(made.desk.restore.of_case(ids[1]))
    made.desk.restore(planned, CONFIRMED)
    user = next(iter(made.books.documents.values()))
    made.books.documents["555"] = replace(user, id="555", number="1203", customer_name="Greenfield Dairy")
    _change(made, ids[3], lambda o: made.books.renumber(o, TotalAmt=214, PrivateNote="Agreed by phone", DueDate=None))
    _change(made, ids[4], _lose)


def _change(made: Bench, case_id: str, on_change: Callable[[NumberOrder], None] | None) -> None:
    made.books.on_change = on_change
    made.desk.renumber(made.desk.renumber.plan({case_id: {}}), CONFIRMED)
    made.books.on_change = None


def _lose(_order: NumberOrder) -> None:
    raise AnswerLost("QuickBooks didn't answer.", "Look again whether it was saved.")


def tell_changes_story(studio: Studio) -> None:
    """What differs, what can be given back, and the history."""
    studio.run("view_6")
    studio.choose(_case(studio, "1205"))
    studio.until(lambda: bool(studio.window.settling.words(_case(studio, "1205"))), "the next look")
    studio.shoot("60-lost-answer")
    _what_differs(studio)
    _give_back(studio)
    _history(studio)


def _case(studio: Studio, number: str) -> Case:
    return next(case for case in studio.cases if case.doc_number == number)


def _open(studio: Studio, number: str, action: str, kind: type[Sheet]) -> Sheet:
    studio.choose(_case(studio, number))
    studio.run(action)
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, kind):
        raise TypeError(f"{action} opened no such sheet: {studio.window.toast.text}")
    studio.rest(0.5)
    return sheet


def _what_differs(studio: Studio) -> None:
    sheet = _open(studio, "1204", "what_differs", CloserSheet)
    studio.shoot("61-what-differs")
    sheet.findChildren(DoubtCard)[0]._toggle.click()  # noqa: SLF001
    studio.rest()
    studio.shoot("62-both-documents")
    studio.run("confirm")
    studio.shoot("63-what-differs-missing")
    studio.run("cancel")
    _open(studio, "1205", "what_differs", CloserSheet)
    studio.shoot("64-not-changed")
    studio.run("cancel")


def _give_back(studio: Studio) -> None:
    _open(studio, "1201", "undo", RestoreSheet)
    studio.shoot("65-restore")
    studio.run("cancel")
    _open(studio, "1203", "undo", RestoreSheet)
    studio.shoot("66-restore-refused")
    studio.run("cancel")
    studio.choose(next(case for case in studio.cases if case.state is State.NUMBER_RESTORED))
    studio.shoot("67-restored")


def _history(studio: Studio) -> None:
    studio.run("history")
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, HistorySheet):
        raise TypeError("the history is not open")
    studio.until(lambda: bool(sheet.table.history.rows), "the history")
    studio.shoot("68-history")
    studio.run("verify_history")
    sheet.filter.setText("formerly no. 1203")
    studio.rest(0.4)
    studio.shoot("69-history-verified")
    studio.run("export_history")
    studio.rest(0.4)
    studio.shoot("70-export")
    studio.run("cancel")
    studio.run("cancel")
    studio.run("cancel")
