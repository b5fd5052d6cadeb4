"""Lists by keys: columns that are unsure, a whole list of what fails, and what could not be read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from builders import COMPANY, REALM, TEXT
from flows.test_columns import ODD
from flows.test_compare_list import NAME, errors
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.sources.incoming import SourceAnswer
from untwin.ui.arriving.columns_sheet import ColumnsSheet
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.arriving.fill_sheet import FillSheet
from untwin.ui.arriving.missing_sheet import MissingSheet
from untwin.ui.arriving.unread_sheet import UnreadSheet


def columns_of(opened: Opened) -> ColumnsSheet:
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ColumnsSheet)
    return sheet


def test_stepping_through_what_a_column_may_hold_takes_nothing_from_the_others(opened: Opened) -> None:
    error = TEXT.split(": ", 1)[1]
    opened.paste(f"Our mark\tParty\tWorth\tWhat went wrong\n7\tSmith\t5.00\t{error}\n")
    opened.run("columns")
    sheet = columns_of(opened)
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Down)
    told = sheet.table.shown[1][1]
    assert (told, sheet.table.shown[2][1]) == ("Customer", "Not used")
    seen = set()
    while sheet.table.shown[2][1] != "Amount":
        opened.press(Qt.Key.Key_Right)
        seen.add(sheet.table.shown[1][1])
        assert len(seen) <= 2
    assert seen == {"Customer", "Not used"}, "for as long as it is held elsewhere it isn't here"
    assert sheet.table.shown[1][1] == "Customer"
    opened.press(Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Backspace)
    assert [row[1] for row in sheet.table.shown[1:3]] == ["Not used", "Amount"], "what was said before stays"


def test_unsure_columns_are_corrected_by_keys_and_asked_only_once(opened: Opened) -> None:
    opened.paste(ODD)
    sheet = columns_of(opened)
    assert opened.office.desk.cases.all() == ()
    assert sheet.table.hasFocus()
    # The first column that is unsure is the chosen one; this is about the one before it.
    opened.press(Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Backspace)
    assert sheet.table.shown[0][1] == "Not used"
    while sheet.table.shown[0][1] != "Customer":
        opened.press(Qt.Key.Key_Right)
    opened.press(Qt.Key.Key_Left)
    opened.press(Qt.Key.Key_Right)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.window.ground.sheet is None
    incoming = opened.office.desk.cases.get("1").incoming
    assert incoming is not None
    opened.paste(ODD)
    assert not isinstance(opened.window.ground.sheet, ColumnsSheet)


def test_the_columns_of_the_last_table_can_be_seen_again(opened: Opened) -> None:
    opened.run("columns")
    assert opened.said == "What came in last was no table."
    opened.paste("Customer\tAmount\tInvoice number\tError\nSmith\t12.00\t1234\t" + TEXT.split(": ", 1)[1] + "\n")
    assert opened.window.ground.sheet is None
    opened.run("columns")
    assert [row[1] for row in columns_of(opened).table.shown] == ["Customer", "Amount", "Number", "Error message"]


def test_what_a_whole_list_has_not_any_more_is_looked_at_and_ended_by_a_word(opened: Opened) -> None:
    opened.paste("\n\n".join((errors(1234, 1235), NAME)))
    opened.board.text = errors(1235)
    opened.press(Qt.Key.Key_V, ctrl=True, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, MissingSheet)
    assert [row[0] for row in sheet.table.shown] == ["1234", ""]
    assert not sheet.end.isChecked()
    sheet.end.setChecked(True)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    states = {case.doc_number: case.state for case in opened.office.desk.cases.all()}
    assert states["1234"] is states[None] is State.NO_LONGER_NEEDED
    assert states["1235"] is not State.NO_LONGER_NEEDED


def test_without_that_word_they_are_only_looked_at(opened: Opened) -> None:
    opened.paste(errors(1234, 1235))
    opened.board.text = errors(1235)
    opened.run("paste_whole")
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.window.ground.sheet is None
    assert State.NO_LONGER_NEEDED not in {case.state for case in opened.office.desk.cases.all()}


def test_whose_list_it_is_may_be_asked_first(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co"))
    opened.office.desk.take_in.text(errors(1234, 1235), REALM, "clio")
    opened.window.refresh()
    opened.board.text = errors(1235)
    opened.run("paste_whole")
    asking = opened.window.ground.sheet
    assert isinstance(asking, CompanySheet)
    asking.choice.take_key(REALM)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, MissingSheet)
    assert [row[0] for row in sheet.table.shown] == ["1234"]


def test_a_whole_list_that_has_everything_says_so(opened: Opened) -> None:
    opened.paste(errors(1234))
    opened.run("paste_whole")
    assert opened.said == "Everything that waits is in the list."


def test_what_could_not_be_read_is_listed(opened: Opened, tmp_path: Path) -> None:
    good = tmp_path / "errors.txt"
    good.write_text(TEXT, encoding="utf-8")
    data = QMimeData()
    files = [good, tmp_path / "one.txt", tmp_path / "two.txt"]
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    left = Qt.MouseButton.LeftButton
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    opened.window.dropEvent(drop)
    opened.settle()
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, UnreadSheet)
    assert len(sheet.table.shown) == 2
    assert "one.txt" in sheet.table.shown[0][0]
    opened.press(Qt.Key.Key_Escape)
    assert opened.case.doc_number == "1234"


def test_one_thing_that_could_not_be_read_outlives_the_question_whose_errors_they_are(
    opened: Opened, tmp_path: Path
) -> None:
    """A toast would be gone before the company is chosen."""
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=COMPANY.sources))
    opened.window.refresh()
    good, scan = tmp_path / "errors.txt", tmp_path / "a scan with a long name that a row has no room for at all.pdf"
    good.write_text(TEXT, encoding="utf-8")
    scan.write_bytes(b"%PDF-1.4 \x00")
    opened.window.deeds.intake.take_files((good, scan))
    opened.settle()
    asked = opened.window.ground.sheet
    assert isinstance(asked, CompanySheet)
    opened.press(Qt.Key.Key_1)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, UnreadSheet)
    assert sheet.accessibleName() == "1 thing could not be read"
    assert sheet.whole.text().startswith(scan.name)


def test_a_list_without_a_known_number_asks_for_it_by_keys_and_fills(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste(TEXT)
    opened.paste("Our mark\tClient\tTotal\tIssued\n1234\tSmith\t1,240.00\t2026-11-12\n")
    sheet = columns_of(opened)
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "Which column holds the invoice's number?" in words
    opened.press(Qt.Key.Key_Right)
    assert sheet.table.shown[0][1] == "Number"
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert isinstance(opened.window.ground.sheet, FillSheet)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    incoming = opened.office.desk.cases.get("1").incoming
    assert incoming is not None
    assert incoming.customer == "Smith"


def test_days_that_may_mean_two_are_settled_by_keys(opened: Opened) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste(TEXT)
    opened.paste("Number\tClient\tTotal\tDate\n1234\tSmith\t5.00\t03/04/2026\n")
    sheet = columns_of(opened)
    assert "can be read two ways" in sheet.table.shown[3][2]
    # The column that is asked about is the chosen one.
    opened.press(Qt.Key.Key_Right)
    assert sheet.table.shown[3][1] == "Date, the day first"
    opened.press(Qt.Key.Key_Return, ctrl=True)
    fill = opened.window.ground.sheet
    assert isinstance(fill, FillSheet)
    assert fill.plan is not None
    assert fill.plan.fills[0].incoming.date == date(2026, 4, 3)


def test_what_was_said_of_columns_is_forgotten_by_a_key(opened: Opened) -> None:
    opened.paste(ODD)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    opened.paste(ODD)
    assert opened.window.ground.sheet is None
    opened.run("columns")
    assert {row[2] for row in columns_of(opened).table.shown if row[2]} == {"you said so"}
    opened.press(Qt.Key.Key_F)
    assert "you said so" not in {row[2] for row in columns_of(opened).table.shown}


def test_files_that_were_copied_are_pasted(opened: Opened, tmp_path: Path) -> None:
    report = tmp_path / "errors.txt"
    report.write_text(TEXT, encoding="utf-8")
    opened.board.copied = (report,)
    opened.paste(str(report))
    assert opened.case.doc_number == "1234"


def test_a_list_dropped_with_the_errors_is_shown_after_them(opened: Opened, tmp_path: Path) -> None:
    opened.office.source.answer = SourceAnswer(None)
    errors_file, bills = tmp_path / "errors.txt", tmp_path / "bills.csv"
    errors_file.write_text(TEXT, encoding="utf-8")
    bills.write_text("Bill number,Client,Total,Issued\n1234,Smith,5.00,2026-11-12\n", encoding="utf-8")
    opened.board.copied = (errors_file, bills)
    opened.paste("two files")
    assert opened.case.doc_number == "1234"
    assert isinstance(opened.window.ground.sheet, FillSheet)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    incoming = opened.office.desk.cases.get("1").incoming
    assert incoming is not None
    assert incoming.customer == "Smith"
