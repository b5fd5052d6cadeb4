"""The scenes about triage: snoozing, labels, notes, asking, what is solved put away, and filters kept as views."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt

from builders import COMPANY, TEXT
from flows.conftest import Office, make_office
from studio.studio import Kept, Studio, standing
from untwin.domain.cases.case import State
from untwin.domain.verdicts.blocks import Block, BlockId
from untwin.jobs import LaneJobs
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.triage.label_sheet import LabelSheet
from untwin.ui.triage.note_sheet import NoteSheet
from untwin.ui.triage.snooze_sheet import SnoozeSheet
from untwin.ui.triage.view_sheet import ViewSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

S = TypeVar("S", bound=Sheet)
_PEOPLE = ("Smith, Anna", "Okafor, Ben", "Lindqvist, Maja", "Castellanos, Rosa", "Whitcombe & Sons", "Nakamura, Yuki")
_FIRST, _COUNT = 1234, 12
_POSTED, _BLOCKED, _FAILED = ("3", "4", "5"), "6", "7"


@contextmanager
def marks_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window with a dozen cases in different states; a second company is there, too."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "marks")
    office.desk.companies.put(replace(COMPANY, realm="21", name="Bright", sources=()))
    _fill(office)
    opening = Opening(banner="Sample firms: changes here touch nobody's books.", sample=True)
    window = build_window(office.desk, jobs, opening, kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def _fill(office: Office) -> None:
    desk = office.desk
    texts = [TEXT.replace("1234", str(number)) for number in range(_FIRST, _FIRST + _COUNT)]
    desk.take_in.text("\n\n".join(texts))
    desk.look_up.all([case.id for case in desk.cases.all()])
    for case in desk.cases.all():
        place = int(case.id)
        incoming = case.incoming and replace(
            case.incoming,
            customer=_PEOPLE[place % len(_PEOPLE)],
            total=Decimal(f"{150 * place}.50"),
            date=date(2026, 11, 1 + place),
        )
        changed = replace(case, incoming=incoming)
        if case.id in _POSTED:
            changed = replace(changed, state=State.POSTED, note="Posted as invoice, as expected.")
        elif case.id == _BLOCKED:
            block = Block(BlockId.CLOSED_BOOKS, "The books are closed through 2026-10-31.")
            changed = replace(changed, state=State.BLOCKED, blocks=(block,), note=block.sentence)
        elif case.id == _FAILED:
            changed = replace(changed, state=State.FAILED_AGAIN, note="The same error was taken in again.")
        desk.cases.save(changed, case.state)


def tell_marks_story(studio: Studio) -> None:
    """From the first snooze to a view of one's own."""
    studio.rest()
    _snooze(studio)
    _label_and_note(studio)
    _all_of_it(studio)
    _ask(studio)
    _solved(studio)
    _filter(studio)


def _choose(studio: Studio, case_id: str) -> None:
    studio.window.inbox.choose(studio.window.model.row_of_case(case_id))
    studio.rest()


def _sheet(studio: Studio, kind: type[S]) -> S:
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, kind):
        raise TypeError(f"no {kind.__name__}, but {sheet}")
    return sheet


def _select(studio: Studio, ids: Sequence[str]) -> None:
    studio.window.selection.these(ids)
    studio.rest()


def _snooze(studio: Studio) -> None:
    studio.run("view_1")
    _choose(studio, _BLOCKED)
    studio.run("snooze")
    studio.shoot("a0-snooze")
    studio.run("cancel")
    _choose(studio, "1")
    studio.run("snooze")
    _sheet(studio, SnoozeSheet).buttons[1].click()
    studio.rest(0.3)
    studio.shoot("a1-snoozed-toast")
    _select(studio, ("8", "9"))
    studio.run("snooze")
    studio.shoot("a2-snooze-many")
    _sheet(studio, SnoozeSheet).buttons[2].click()
    studio.rest(0.3)
    studio.run("view_4")
    studio.shoot("a3-snoozed")


def _label_and_note(studio: Studio) -> None:
    studio.run("view_1")
    for case_id, label in ((_BLOCKED, "month end"), ("10", "ask Ann"), (_FAILED, "ask Ann"), ("10", "very important")):
        _choose(studio, case_id)
        studio.run("label")
        sheet = _sheet(studio, LabelSheet)
        sheet.line.setText(label)
        studio.run("confirm")
    _choose(studio, "11")
    studio.run("label")
    studio.shoot("a4-label")
    studio.run("cancel")
    _choose(studio, "10")
    studio.run("note")
    _sheet(studio, NoteSheet).text.setPlainText("Rosa sends the signed engagement letter by Friday.\nThen renumber.")
    studio.shoot("a5-note")
    studio.run("confirm")
    _choose(studio, "11")
    studio.run("unread")


def _all_of_it(studio: Studio) -> None:
    _choose(studio, "10")
    studio.rest(8.0)
    studio.shoot("a6-marked")


def _ask(studio: Studio) -> None:
    studio.run("ask")
    studio.shoot("a7-ask")
    studio.run("confirm")
    studio.rest(0.3)
    _choose(studio, "11")
    studio.run("ignore")
    studio.shoot("a8-ignore")
    studio.run("cancel")


def _solved(studio: Studio) -> None:
    studio.run("view_5")
    studio.run("archive")
    studio.rest(0.3)
    studio.shoot("a9-archived-toast")
    studio.run("view_6")
    studio.shoot("b0-all-with-marks")


def _filter(studio: Studio) -> None:
    studio.run("filter")
    studio.shoot("b1-filter-words")
    studio.window.tabs.filter.setText("amount:>500 is:s")
    studio.rest()
    studio.shoot("b2-filter-values")
    studio.window.tabs.filter.setText("amount:>lots colour:red")
    studio.rest()
    studio.shoot("b3-filter-problem")
    studio.window.tabs.filter.setText("label:nobody")
    studio.window.focus_list()
    studio.rest()
    studio.shoot("b4-nothing-fits")
    studio.window.tabs.filter.setText("amount:>1000 is:open")
    studio.rest()
    studio.run("save_view")
    _sheet(studio, ViewSheet).name.setText("Over 1,000")
    studio.shoot("b5-save-view")
    studio.run("confirm")
    studio.rest(0.3)
    studio.shoot("b6-own-view")
