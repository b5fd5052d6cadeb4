"""Marks in the window: each key acts at once, on one case or on all selected; says how many; z undoes it."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks, Until
from untwin.ui.inbox.columns import STATE, VERDICT
from untwin.ui.triage.label_sheet import LabelSheet
from untwin.ui.triage.note_sheet import NoteSheet
from untwin.ui.triage.snooze_sheet import SnoozeSheet

NUMBERS = (1234, 1235, 1236)
ALL, SNOOZED, NEW = "view_6", "view_4", "view_2"


@pytest.fixture
def three(opened: Opened) -> Opened:
    """Three cases under All, the first one chosen."""
    opened.paste("\n\n".join(TEXT.replace("1234", str(number)) for number in NUMBERS))
    opened.run(ALL)
    opened.window.inbox.choose(0)
    opened.settle()
    return opened


def stored(opened: Opened, case_id: str) -> Case:
    return opened.office.desk.cases.get(case_id)


def shown(opened: Opened) -> list[str]:
    model = opened.window.model
    return [row.case.id for row in map(model.row, range(model.rowCount())) if row]


def history(opened: Opened) -> list[str]:
    return [row.what for row in opened.office.desk.history.rows()]


def sheet_of(opened: Opened) -> object:
    return opened.window.ground.sheet


def solve(opened: Opened, case_id: str) -> None:
    case = stored(opened, case_id)
    opened.office.desk.cases.save(replace(case, state=State.POSTED), case.state)
    opened.window.refresh()
    opened.settle()


def test_h_and_a_number_put_the_case_off_choose_the_next_and_z_brings_it_back(three: Opened) -> None:
    three.run("view_1")
    three.window.inbox.choose(0)
    first, second, *_ = shown(three)
    three.press(Qt.Key.Key_H)
    assert isinstance(sheet_of(three), SnoozeSheet)
    three.press(Qt.Key.Key_2)
    assert sheet_of(three) is None
    assert three.said.startswith("1 case snoozed until ")
    assert three.window.toast.offers_undo
    assert three.case.id == second
    assert first not in shown(three)
    assert stored(three, first).marks.snooze is not None
    three.run(SNOOZED)
    assert shown(three) == [first]
    assert history(three)[-1].startswith("snoozed until ")
    three.press(Qt.Key.Key_Z)
    assert three.said == "1 case as before."
    assert stored(three, first).marks == Marks()
    three.run("view_1")
    assert first in shown(three)


def test_a_selection_is_put_off_as_one_and_the_counts_are_honest(three: Opened) -> None:
    three.run("view_1")
    needs, asleep = three.window.listing.counts()[0] or 0, three.window.listing.counts()[3] or 0
    three.press(Qt.Key.Key_A, ctrl=True)
    three.press(Qt.Key.Key_H)
    three.press(Qt.Key.Key_3)
    assert three.said.startswith(f"{needs} cases snoozed until Mon")
    assert (three.window.listing.counts()[0], three.window.listing.counts()[3]) == (0, asleep + needs)
    assert three.window.selection.cases == ()
    three.press(Qt.Key.Key_Z)
    assert three.window.listing.counts()[0] == needs


def test_a_day_is_typed_and_what_is_none_is_said_in_the_sheet(three: Opened) -> None:
    case_id = three.case.id
    three.run("snooze")
    sheet = three.window.ground.sheet
    assert isinstance(sheet, SnoozeSheet)
    sheet.day.setText("when hell freezes")
    three.run("confirm")
    assert "is no day" in sheet.problem
    sheet.day.setText("3 days")
    three.run("confirm")
    snooze = stored(three, case_id).marks.snooze
    assert snooze is not None
    assert snooze.until is not None
    assert (snooze.until.astimezone().hour, snooze.why) == (8, Until.TIME)


def test_the_next_try_of_its_source_is_offered_and_the_opening_of_books_only_where_they_are_closed(
    three: Opened,
) -> None:
    three.run("snooze")
    sheet = three.window.ground.sheet
    assert isinstance(sheet, SnoozeSheet)
    words = [button.accessibleName() for button in sheet.buttons]
    assert words[3].startswith("When Clio tries again, ")
    assert len(words) == 4


def test_a_snoozed_case_comes_back_by_itself_and_says_so(three: Opened) -> None:
    case_id = three.case.id
    three.run("snooze")
    three.press(Qt.Key.Key_1)
    three.office.books.clock.at += timedelta(hours=4)
    three.window.clerk.waking.tick()
    three.settle()
    assert three.said == "1234: Back: it was snoozed until now."
    assert stored(three, case_id).marks.unread
    row = three.window.model.row(three.window.model.row_of_case(case_id))
    assert row is not None
    assert row.lines[STATE][1] == "back"
    assert "Back: it was snoozed until now." in row.sentence
    three.window.inbox.choose(three.window.model.row_of_case(case_id))
    three.window.inbox.setFocus()
    three.press(Qt.Key.Key_Return)
    assert stored(three, case_id).marks == Marks()


def test_e_archives_what_is_solved_and_else_says_why(three: Opened) -> None:
    case_id = three.case.id
    three.press(Qt.Key.Key_E)
    assert "only what posted" in three.said
    solve(three, case_id)
    three.window.inbox.choose(three.window.model.row_of_case(case_id))
    three.press(Qt.Key.Key_E)
    assert three.said == "1 case archived."
    assert stored(three, case_id).marks.archived
    assert three.case.id != case_id
    three.press(Qt.Key.Key_Z)
    assert not stored(three, case_id).marks.archived


def test_of_a_mixed_selection_what_cant_be_archived_is_left_and_said(three: Opened) -> None:
    solve(three, "1")
    three.press(Qt.Key.Key_A, ctrl=True)
    three.press(Qt.Key.Key_E)
    assert three.said.startswith("1 case archived. 2 left as they are: It is “")
    assert [stored(three, each).marks.archived for each in ("1", "2", "3")] == [True, False, False]


def test_l_puts_a_label_on_which_is_offered_the_next_time_and_taken_off_again(three: Opened) -> None:
    first = three.case.id
    three.press(Qt.Key.Key_L)
    sheet = three.window.ground.sheet
    assert isinstance(sheet, LabelSheet)
    QTest.keyClicks(sheet.line, "ask Ann")
    three.press(Qt.Key.Key_Return)
    assert three.said == "1 case labelled “ask Ann”."
    assert stored(three, first).marks.labels == ("ask Ann",)
    assert three.case.id == first
    row = three.window.model.row(three.window.model.row_of_case(first))
    assert row is not None
    assert row.lines[VERDICT][1].startswith("ask Ann")
    three.press(Qt.Key.Key_A, ctrl=True)
    three.press(Qt.Key.Key_L)
    sheet = three.window.ground.sheet
    assert isinstance(sheet, LabelSheet)
    QTest.keyClicks(sheet.line, "as")
    three.press(Qt.Key.Key_Return)
    assert [stored(three, each).marks.labels for each in ("1", "2", "3")] == [("ask Ann",)] * 3
    three.press(Qt.Key.Key_L)
    three.press(Qt.Key.Key_Down)
    three.press(Qt.Key.Key_Return)
    assert three.said == "3 cases without the label “ask Ann” now."
    assert [stored(three, each).marks.labels for each in ("1", "2", "3")] == [()] * 3


def test_n_keeps_a_note_which_is_found_by_the_filter(three: Opened) -> None:
    first = three.case.id
    three.press(Qt.Key.Key_N)
    sheet = three.window.ground.sheet
    assert isinstance(sheet, NoteSheet)
    sheet.text.setPlainText("She sends the zebra papers.")
    three.press(Qt.Key.Key_Return, ctrl=True)
    assert three.said == "Note kept."
    assert stored(three, first).marks.note == "She sends the zebra papers."
    three.window.tabs.filter.setText("zebra")
    three.settle()
    assert shown(three) == [first]
    three.window.tabs.filter.setText("is:noted -zebra")
    three.settle()
    assert first not in shown(three)[1:]


def test_u_marks_as_unread_and_opening_the_case_reads_it(three: Opened) -> None:
    first = three.case.id
    three.press(Qt.Key.Key_U)
    assert three.said == "1 case marked as unread."
    assert stored(three, first).marks.unread
    three.press(Qt.Key.Key_U)
    assert not stored(three, first).marks.unread
    three.press(Qt.Key.Key_U)
    three.window.inbox.setFocus()
    three.press(Qt.Key.Key_Return)
    assert not stored(three, first).marks.unread


def test_i_ignores_all_selected_with_one_reason_and_z_brings_them_back(three: Opened) -> None:
    states = [stored(three, each).state for each in ("1", "2", "3")]
    three.press(Qt.Key.Key_A, ctrl=True)
    three.press(Qt.Key.Key_I)
    three.run("confirm")
    sheet = three.window.ground.sheet
    assert sheet is not None
    assert "Say why" in sheet.problem
    QTest.keyClicks(QApplication.focusWidget(), "by hand")  # type: ignore[arg-type]
    three.run("confirm")
    assert three.said == "3 cases ignored."
    assert {stored(three, each).state for each in ("1", "2", "3")} == {State.IGNORED}
    three.press(Qt.Key.Key_Z)
    assert [stored(three, each).state for each in ("1", "2", "3")] == states


def test_several_steps_are_taken_back_one_after_the_other(three: Opened) -> None:
    first = three.case.id
    three.press(Qt.Key.Key_U)
    three.run("note")
    sheet = three.window.ground.sheet
    assert isinstance(sheet, NoteSheet)
    sheet.text.setPlainText("x")
    three.run("confirm")
    three.press(Qt.Key.Key_Z)
    assert stored(three, first).marks == Marks(unread=True)
    three.press(Qt.Key.Key_Z)
    assert stored(three, first).marks == Marks()
    assert history(three) == ["marked as unread", "note: x", "undone: note: x", "undone: marked as unread"]


def test_the_list_is_painted_within_50_ms_whatever_the_store_is_at(three: Opened) -> None:
    """The best of three, since the machine of a test is at other things, too."""
    three.run("view_1")
    three.window.inbox.choose(0)
    bridge, took = Held(), []
    three.window.clerk.marking._bridge = bridge  # type: ignore[assignment]
    for first in shown(three):
        assert three.case.id == first
        began = time.perf_counter()
        three.window.deeds.marks._put_off("tomorrow")
        took.append(time.perf_counter() - began)
        assert first not in shown(three)
        assert stored(three, first).marks == Marks()
    assert bridge.held == len(took) == 3
    assert min(took) < 0.05, took


class Held:
    """A store that is busy with something else for ever."""

    held = 0

    def run(self, *_job: object) -> None:
        self.held += 1


def test_where_somebody_wishes_to_stay_the_case_stays_chosen(three: Opened) -> None:
    remember = three.office.desk.remember
    remember.keep_wishes(replace(remember.wishes(), next_case=False))
    first = three.case.id
    three.press(Qt.Key.Key_H)
    three.press(Qt.Key.Key_2)
    assert three.case.id == first
    assert stored(three, first).marks.snooze is not None
