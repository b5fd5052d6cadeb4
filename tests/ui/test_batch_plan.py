"""The batch plan: what it shows, what is left out and set aside, numbers edited in it, and what must be said first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from builders import REALM
from flows.conftest import Office
from ui.batch_firm import LINKED
from ui.batches import Many, check_all, many_cases, rows
from ui.companies import words_of
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag
from untwin.domain.changes.run import RunState
from untwin.ui.batch.rows import Head
from untwin.ui.batch.run_sheet import RunSheet
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.deciding.change_sheet import ChangeSheet


@pytest.fixture
def many(qtbot: QtBot, office: Office) -> Many:
    return many_cases(qtbot, office)


def test_several_selected_cases_are_planned_in_sections_by_client(many: Many) -> None:
    sheet = many.plan()
    heads = [entry for entry in sheet.table.rows.entries if isinstance(entry, Head)]
    assert [head.name for head in heads] == ["Bright Dental Group  ·  Sample", "Harlow & Pike LLP  ·  Sample"]
    assert heads[1].words == "4 new numbers   USD 562.00"
    assert [(row.old, row.new) for row in rows(sheet)][-1] == ("1201", "CM-1201")
    assert sheet.accessibleName() == "New numbers for 6 documents"
    assert many.bench.books.orders == []


def test_no_bar_stands_over_the_panel_where_all_of_it_fits(many: Many) -> None:
    many.window.resize(1280, 800)
    many.run("select_all")
    many.run("renumber")
    sheet = many.window.ground.sheet
    assert isinstance(sheet, BatchSheet)
    # A fit that comes too late leaves a bar for a moment, or for as long as nothing else happens.
    sheet._scroll.verticalScrollBar().setRange(0, 40)
    assert not sheet._scroll.verticalScrollBar().isVisible()
    many.window.resize(820, 300)
    many.settle()
    assert sheet._scroll.verticalScrollBar().maximum() > 0


def test_one_selected_case_opens_the_change_sheet(many: Many) -> None:
    many.run("view_1")
    many.run("select")
    many.run("renumber")
    assert isinstance(many.window.ground.sheet, ChangeSheet)


def test_what_is_set_aside_is_grouped_by_its_cause(many: Many) -> None:
    many.bench.add_aside()
    many.window.refresh()
    words = words_of(many.plan())
    assert "6 new numbers, 3 set aside" in words
    assert "unrelated document 6; set aside: " in words
    assert "1   Same document" in words
    assert "1   Journal or trust" in words
    assert "1   New" in words
    assert "Locked: same document, already in QuickBooks." in words


def test_x_leaves_a_row_out_and_takes_it_back(many: Many) -> None:
    sheet = many.plan()
    many.press(Qt.Key.Key_J)
    many.press(Qt.Key.Key_X)
    assert [row.left_out for row in rows(sheet)] == [False, True, *[False] * 4]
    assert "5 new numbers, 1 left out" in words_of(sheet)
    assert sheet.accessibleName() == "New numbers for 5 documents"
    many.press(Qt.Key.Key_Space)
    assert not any(row.left_out for row in rows(sheet))
    assert "6 new numbers" in words_of(sheet)


def test_j_and_k_pass_the_heads(many: Many) -> None:
    sheet = many.plan()
    for _ in range(3):
        many.press(Qt.Key.Key_J)
    assert sheet.table.current == rows(sheet)[3]
    many.press(Qt.Key.Key_Up)
    many.press(Qt.Key.Key_K)
    assert sheet.table.current == rows(sheet)[1]
    many.press(Qt.Key.Key_K)
    many.press(Qt.Key.Key_K)
    assert sheet.table.current == rows(sheet)[0], "the ends hold"


def type_number(many: Many, number: str) -> QLineEdit:
    """Opens the editor on the chosen row and types into it, as keys do."""
    many.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText(number)
    editor.textEdited.emit(number)
    many.settle()
    return editor


def test_f2_edits_a_number_with_checks_as_it_is_typed(many: Many) -> None:
    sheet = many.plan()
    type_number(many, "CM 1")
    assert rows(sheet)[0].why_not == "Only letters A-Z, digits and hyphens are safe in a number."
    assert f"{rows(sheet)[0].old}: Only letters A-Z" in words_of(sheet)
    type_number(many, "CM-1")
    assert rows(sheet)[0].why_not == ""
    many.press(Qt.Key.Key_Return)
    assert rows(sheet)[0].new == "CM-1"
    assert many.window.ground.sheet is sheet


def test_esc_in_the_editor_takes_back_what_was_typed(many: Many) -> None:
    sheet = many.plan()
    before = rows(sheet)[0].new
    type_number(many, "nonsense!")
    many.press(Qt.Key.Key_Escape)
    assert rows(sheet)[0].new == before
    assert rows(sheet)[0].why_not == ""
    assert many.window.ground.sheet is sheet, "one step back at a time"


def test_two_rows_never_get_one_number(many: Many) -> None:
    sheet = many.plan()
    many.press(Qt.Key.Key_J)
    many.press(Qt.Key.Key_J)
    type_number(many, "CM-77")
    many.press(Qt.Key.Key_Return)
    many.press(Qt.Key.Key_J)
    type_number(many, "cm-77")
    many.press(Qt.Key.Key_Return)
    assert "is used already" in rows(sheet)[3].why_not
    check_all(sheet)
    many.run("confirm")
    assert "is used already" in sheet.problem
    assert many.bench.desk.runs.all() == ()


def test_alt_down_goes_through_the_suggestions(many: Many) -> None:
    sheet = many.plan()
    old = rows(sheet)[0].old
    many.run("suggest_next")
    assert rows(sheet)[0].new == f"{old}-CM"
    many.run("suggest_before")
    assert rows(sheet)[0].new == f"CM-{old}"


def test_each_kind_of_flag_is_checked_once_with_its_facts(many: Many) -> None:
    many.bench.flag(many.ids[0], emailed=True, email="una@example.invalid")
    many.bench.flag(many.ids[1], emailed=True, email="ben@example.invalid", links=LINKED)
    many.window.refresh()
    sheet = many.plan()
    assert set(sheet.asking.flags) == {Flag.EMAILED, Flag.LINKED, Flag.SEVERAL}
    words = words_of(sheet)
    assert "una@example.invalid" in words
    assert "ben@example.invalid" in words
    many.run("confirm")
    assert "e-mailed from QuickBooks" in sheet.problem
    assert QApplication.focusWidget() is sheet.asking.flags[Flag.EMAILED]
    assert many.bench.desk.runs.all() == ()


def test_a_flag_that_concerns_more_documents_is_checked_anew(many: Many) -> None:
    for case_id in many.ids[:2]:
        many.bench.flag(case_id, emailed=True)
    many.window.refresh()
    sheet = many.plan()
    place = next(n for n, row in enumerate(rows(sheet)) if row.case_id == many.ids[0])
    sheet.go(place)
    many.run("leave_out")
    sheet.asking.flags[Flag.EMAILED].setChecked(True)
    many.run("leave_out")
    assert not sheet.asking.flags[Flag.EMAILED].isChecked()


def test_more_than_25_rows_are_typed(qtbot: QtBot, office: Office) -> None:
    many = many_cases(qtbot, office, mine=26, theirs=0)
    sheet = many.plan()
    check_all(sheet)
    many.run("confirm")
    assert "Type the number of rows" in sheet.problem
    sheet.asking.count.setText("26")
    many.run("confirm")
    assert isinstance(many.run_sheet(), RunSheet)


def test_totals_are_shown_for_each_currency(many: Many) -> None:
    many.bench.in_euro(many.ids[0])
    many.window.refresh()
    assert "Their totals: EUR 1,000.00,  USD" in words_of(many.plan())


def test_a_policy_that_allows_less_sets_that_clients_rows_aside(many: Many) -> None:
    company = many.bench.desk.companies.get(REALM)
    many.bench.desk.companies.put(replace(company, settings=replace(company.settings, most_rows=3)))
    many.window.refresh()
    sheet = many.plan()
    assert [row.key[0] for row in rows(sheet)] != []
    assert all(row.key[0] != REALM for row in rows(sheet))
    assert "policy allows 3 changes in one confirmation; these are 4" in words_of(sheet)


def test_what_changed_behind_the_plan_is_said_and_nothing_is_written_down(many: Many) -> None:
    sheet = many.plan()
    check_all(sheet)
    case = many.bench.desk.cases.get(many.ids[0])
    many.bench.desk.cases.save(case.moved(State.IGNORED, case.updated_at), case.state)
    many.run("confirm")
    assert sheet.problem
    assert many.bench.desk.runs.all() == ()
    assert isinstance(many.window.ground.sheet, BatchSheet)


def test_esc_leaves_the_plan_and_the_selection_stays(many: Many) -> None:
    many.plan()
    many.press(Qt.Key.Key_Escape)
    assert many.window.ground.sheet is None
    assert len(many.window.selection.cases) == 6


def test_confirmed_it_is_written_down_with_what_was_set_aside_and_the_selection_goes(many: Many) -> None:
    aside = many.bench.add_aside()
    many.window.refresh()
    many.confirmed()
    many.until_still()
    [run] = many.bench.desk.runs.all()
    assert run.state is RunState.ENDED
    assert len(run.rows) == 6
    assert {case_id for case_id, _reason in run.refused} == set(aside)
    assert many.window.selection.cases == ()


def test_the_name_is_asked_once(many: Many) -> None:
    sheet = many.plan()
    check_all(sheet)
    assert sheet.asking.name_line.field.text() == "Ann"
    sheet.asking.name_line.field.setText("  ")
    many.run("confirm")
    assert "Type your name" in sheet.problem
    sheet.asking.name_line.field.setText("Ann Weber")
    many.run("confirm")
    many.until_still()
    assert many.bench.desk.person.name == "Ann Weber"
    assert many.bench.desk.runs.all()[0].who == "Ann Weber"
    assert {change.intent.who for change in many.bench.desk.history.changes()} == {"Ann Weber"}
