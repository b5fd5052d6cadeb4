"""A bill list that is pasted: the plan is shown first, one key fills, one key takes it back."""

from dataclasses import replace

from PySide6.QtCore import Qt

from builders import COMPANY, REALM, TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.sources.incoming import SourceAnswer
from untwin.ui.arriving.fill_sheet import FillSheet
from untwin.ui.deciding.ignore_sheet import IgnoreSheet

LIST = "Bill number\tClient\tTotal\tIssued\n1234\tSmith, Anna\t1,240.00\t2026-11-12\n99\tRoe\t9.00\t2026-11-13\n"


def sheet_of(opened: Opened) -> FillSheet:
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, FillSheet)
    return sheet


def test_a_pasted_list_shows_what_it_would_fill_and_fills_by_keys(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste("\n\n".join(TEXT.replace("1234", number) for number in ("1234", "1235")))
    opened.paste(LIST)
    sheet = sheet_of(opened)
    assert [row[:2] for row in sheet.table.shown] == [
        ("To be filled", "1234"),
        ("Still unknown", "1235"),
        ("Nothing waits", "99"),
    ]
    assert sheet.table.hasFocus()
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.window.ground.sheet is None
    filled = opened.office.desk.cases.get("1").incoming
    assert filled is not None
    assert filled.known_from == "pasted invoice list, row 2"
    opened.run("undo")
    assert opened.office.desk.cases.get("1").incoming is None


def test_what_was_done_last_is_undone_first(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste(TEXT)
    opened.paste(LIST)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    opened.run("ignore")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, IgnoreSheet)
    sheet.reason.setText("by hand")
    opened.run("confirm")
    assert opened.office.desk.cases.get("1").state is State.IGNORED
    opened.run("undo")
    back = opened.office.desk.cases.get("1")
    assert (back.state is State.IGNORED, back.incoming is None) == (False, False)
    opened.run("undo")
    assert opened.office.desk.cases.get("1").incoming is None


def test_a_list_for_which_nothing_waits_says_so(opened: Opened) -> None:
    opened.paste(LIST)
    sheet = sheet_of(opened)
    assert sheet.confirm_button.isHidden()
    assert {row[0] for row in sheet.table.shown} == {"Nothing waits"}
    opened.press(Qt.Key.Key_Escape)
    assert opened.window.ground.sheet is None


def test_where_two_clients_wait_it_is_asked_whose_list_it_is(opened: Opened) -> None:
    desk = opened.office.desk
    desk.companies.put(replace(COMPANY, realm="2", name="Cole"))
    for realm in (REALM, "2"):
        desk.take_in.text(TEXT, realm, "clio")
    opened.window.refresh()
    opened.paste(LIST)
    sheet = sheet_of(opened)
    assert sheet.table.isHidden()
    cole = next(place for place, account in enumerate(sheet._accounts) if account[0] == "2")
    opened.press(Qt.Key(ord("1") + cole))
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.plan is not None
    assert [fill.case.company for fill in sheet.plan.fills] == ["2"]
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.window.ground.sheet is None


def test_errors_and_their_list_in_one_paste_are_cases_and_then_a_plan(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste(f'Bill number\tError\n1234\t"{TEXT}"\n\n{LIST}')
    assert [case.doc_number for case in opened.office.desk.cases.all()] == ["1234"]
    assert [row[:2] for row in sheet_of(opened).table.shown] == [("To be filled", "1234"), ("Nothing waits", "99")]
    opened.press(Qt.Key.Key_Return, ctrl=True)
    filled = opened.office.desk.cases.get("1").incoming
    assert filled is not None
    assert filled.customer == "Smith, Anna"
