"""Taking errors in: what is found is shown, what is missing is asked, what was typed is never lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QRadioButton

from builders import COMPANY, TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.arriving.describe_sheet import DescribeSheet
from untwin.ui.arriving.paste_sheet import PasteSheet
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.kit.words import Said


def test_the_same_error_again_is_no_second_row(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.paste(TEXT)
    assert opened.window.model.rowCount() == 1
    assert opened.said == "0 new cases, 1 known already."


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_clipboard_without_text_says_what_to_copy(opened: Opened, text: str) -> None:
    opened.paste(text)
    assert opened.said == "The clipboard has no text. Copy the whole error message first."


def test_a_page_that_comes_without_its_words_is_read_all_the_same(opened: Opened) -> None:
    opened.board.html = f"<table><tr><td>{TEXT}</td></tr></table>"
    opened.paste("")
    assert opened.case.doc_number == "1234"


def test_text_without_an_error_is_shown_back_and_can_be_corrected(opened: Opened) -> None:
    opened.paste("my own notes, <b>not</b> an error")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PasteSheet)
    assert sheet.text.toPlainText() == "my own notes, <b>not</b> an error"
    assert "No error was found" in sheet.problem
    opened.run("confirm")
    assert opened.window.ground.sheet is sheet
    sheet.text.setPlainText(TEXT)
    opened.run("confirm")
    assert not opened.window.ground.sheet
    assert opened.case.doc_number == "1234"


def test_an_error_without_a_number_asks_for_it_at_once(opened: Opened) -> None:
    opened.paste("This invoice ID has already been used for a document (such as an invoice or credit memo)")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, DescribeSheet)
    sheet.line.setText("Smith, Anna 1240.00 12 Nov 2026")
    opened.run("confirm")
    assert "Say the number" in sheet.problem
    sheet.line.setText("no 1234 Smith, Anna 1240.00 12 Nov 2026")
    opened.run("confirm")
    assert not opened.window.ground.sheet
    assert opened.case.doc_number == "1234"
    assert opened.case.judgement is not None


def test_with_several_companies_a_paste_asks_which(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=COMPANY.sources))
    opened.window.refresh()
    opened.paste(TEXT)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CompanySheet)
    sheet.choice.take_key(COMPANY.realm)
    opened.run("confirm")
    assert opened.case.company == COMPANY.realm
    assert opened.state == State.NEEDS_DECISION


def test_a_dropped_file_is_taken_in(opened: Opened, tmp_path: Path) -> None:
    report = tmp_path / "errors.txt"
    report.write_text(TEXT, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    left = Qt.MouseButton.LeftButton
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    opened.window.dropEvent(drop)
    opened.settle()
    assert opened.case.doc_number == "1234"


def test_what_is_dropped_on_a_line_of_text_is_taken_in_all_the_same(opened: Opened) -> None:
    assert not opened.window.tabs.filter.acceptDrops()
    opened.paste("my own notes")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PasteSheet)
    assert not sheet.text.acceptDrops()


def test_a_drop_with_neither_text_nor_file_says_so(opened: Opened) -> None:
    data = QMimeData()
    data.setImageData(b"...")
    opened.window.deeds.intake.drop(data)
    assert opened.said == "There is no text and no file in what was dropped."


def test_what_is_typed_in_a_sheet_outlives_a_paste_that_comes_in_meanwhile(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ChangeSheet)
    sheet._numbers[0].field.setText("CM-77")
    opened.window.deeds.intake.take_in("nothing in here", "")
    opened.window.deeds.intake.take_in("This invoice ID has already been used for a document (such as an invoice)", "")
    opened.settle()
    assert opened.window.ground.sheet is sheet
    assert sheet._numbers[0].field.text() == "CM-77"


@pytest.mark.parametrize("kind", ["6190", "3200"])
def test_another_kind_of_error_shows_what_can_be_done(opened: Opened, kind: str) -> None:
    opened.paste(
        f"Error code {kind}: the subscription period has ended or was not authenticated (AuthenticationFailed)"
    )
    if opened.window.listing.case is None:
        pytest.fail("nothing was taken in")
    opened.run("look_up")
    opened.settle()
    case = opened.window.listing.case
    assert case is not None
    assert case.advice is not None


def test_a_case_tells_how_often_and_where_it_was_seen(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.paste(f"once more\n\n{TEXT}")
    words = [label.text() for label in opened.window.pane.findChildren(QLabel)]
    assert "Seen: Pasted text, line 1" in words
    assert "Seen again: Pasted text, line 3" in words


def test_a_long_list_is_taken_in_with_its_progress(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=()))
    taking, told = opened.window.clerk.taking, list[str]()
    taking.progressed.connect(told.append)
    # Nobody knows whose they are: nothing is looked up.
    opened.paste("\n\n".join(NO_SOURCE.replace("1234", str(number)) for number in range(1100)))
    assert told[:2] == ["Taking in 0 of 1,100", "Taking in 500 of 1,100"]
    assert told[-1] == ""
    assert opened.said == "1,100 new cases."


def test_one_answer_binds_a_whole_paste_by_keys(opened: Opened) -> None:
    for realm, name in (("77", "Bright & Co"), ("78", "Cole Trust Ltd")):
        opened.office.desk.companies.put(replace(COMPANY, realm=realm, name=name, sources=()))
    opened.window.refresh()
    opened.paste("\n\n".join(NO_SOURCE.replace("1234", str(number)) for number in (1234, 1235)))
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CompanySheet)
    assert sheet.accessibleName() == "Which company do these 2 errors belong to?"
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.problem == "Choose the company first: press its number, or type its name."
    assert {case.company for case in opened.office.desk.cases.all()} == {None}, "nobody has said it yet"
    opened.press(Qt.Key.Key_2)
    assert sheet.choice.key == "78"
    assert sheet.problem == "", "what was missing is there"
    opened.press(Qt.Key.Key_H)
    assert sheet.choice.key == COMPANY.realm
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert {case.company for case in opened.office.desk.cases.all()} == {COMPANY.realm}
    opened.paste(NO_SOURCE.replace("1234", "1236"))
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CompanySheet)
    words = [button.text() for button in sheet.findChildren(QRadioButton)]
    assert [each for each in words if each.endswith("chosen last")] == [words[-1]]


def test_what_can_be_done_in_general_stands_in_the_case_before_it_is_bound(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=COMPANY.sources))
    opened.window.refresh()
    opened.paste("Error code 3200: the request was not authenticated (AuthenticationFailed)")
    opened.press(Qt.Key.Key_Escape)
    labels = [label for label in opened.window.pane.findChildren(QLabel) if not label.isHidden()]
    said = {label.text(): label.font().pointSizeF() for label in labels}
    title = max(said.values())
    assert said["The connection has to be renewed"] < title, "it is quieter than the case's own title"
    assert "What only a person can do" in said


def test_a_selection_is_bound_again(opened: Opened) -> None:
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=()))
    opened.window.refresh()
    opened.paste("\n\n".join(TEXT.replace("1234", str(number)) for number in (1234, 1235, 1236)))
    opened.run("view_6")
    opened.press(Qt.Key.Key_X)
    opened.press(Qt.Key.Key_J)
    opened.press(Qt.Key.Key_X)
    opened.press(Qt.Key.Key_C, shift=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CompanySheet)
    assert sheet.choice.key == COMPANY.realm, "where they are now"
    sheet.choice.take_key("77")
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert sorted(case.company or "" for case in opened.office.desk.cases.all()) == ["77", "77", COMPANY.realm]


NO_SOURCE = TEXT.replace("Code (6140): ", "")


def test_one_error_that_was_known_at_its_company_is_told_as_one(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.office.desk.companies.put(replace(COMPANY, realm="77", name="Bright & Co", sources=COMPANY.sources))
    opened.window.refresh()
    told = list[str]()
    opened.window.clerk.said.connect(lambda said: told.append(said.sentence if isinstance(said, Said) else str(said)))
    opened.paste(TEXT)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, CompanySheet)
    sheet.choice.take_key(COMPANY.realm)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert "This error was known there already; it joined its case." in told
