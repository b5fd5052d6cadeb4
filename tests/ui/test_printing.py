"""Print by keys: what is in front comes first, and the PDF says what the screen says."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from builders import COMPANY, TEXT
from ui.conftest import Opened
from untwin.ui.comfort.keys_sheet import KeysSheet
from untwin.ui.comfort.print_sheet import PrintSheet


def sheet_of(opened: Opened) -> PrintSheet:
    opened.press(Qt.Key.Key_P, ctrl=True)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PrintSheet)
    return sheet


def written(opened: Opened, sheet: PrintSheet, file: Path) -> str:
    sheet.file.setText(str(file))
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.said == f"Written to {file}."
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_the_list(opened: Opened, tmp_path: Path) -> None:
    opened.paste(TEXT)
    sheet = sheet_of(opened)
    assert sheet.what.currentText() == "List of cases"
    said = written(opened, sheet, tmp_path / "list.pdf")
    assert "Needs decision" in said
    assert "1234" in said
    assert "1 case" in said


def test_the_case_where_it_is_in_front(opened: Opened, tmp_path: Path) -> None:
    opened.paste(TEXT)
    opened.run("open")
    sheet = sheet_of(opened)
    assert sheet.what.currentText() == "This case"
    said = written(opened, sheet, tmp_path / "case.pdf")
    assert COMPANY.name in said
    assert "Unrelated document" in said
    assert "The error as it was taken in" in said


def test_the_keys_in_the_key_sheet_with_a_persons_own(opened: Opened, tmp_path: Path) -> None:
    opened.window.comfort.use_keys({"retry": ("F12",)})
    opened.run("keys")
    sheet = sheet_of(opened)
    assert sheet.what.currentText() == "Keys"
    said = written(opened, sheet, tmp_path / "keys.pdf")
    assert "F12" in said
    assert "Retry in the source" in said
    opened.settle()
    assert isinstance(opened.window.ground.sheet, KeysSheet)


def test_without_a_case_there_is_only_an_empty_list(opened: Opened, tmp_path: Path) -> None:
    sheet = sheet_of(opened)
    assert [sheet.what.itemText(place) for place in range(sheet.what.count())] == ["List of cases", "Keys"]
    assert "0 cases" in written(opened, sheet, tmp_path / "list.pdf")


@pytest.mark.parametrize("name", ["", "there.pdf"])
def test_what_is_wrong_with_the_place_is_said_and_all_stays(opened: Opened, tmp_path: Path, name: str) -> None:
    (tmp_path / "there.pdf").write_text("mine", encoding="utf-8")
    sheet = sheet_of(opened)
    sheet.file.setText(str(tmp_path / name) if name else "")
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert sheet.problem
    assert opened.window.ground.sheet is sheet
    assert (tmp_path / "there.pdf").read_text(encoding="utf-8") == "mine"


def test_the_ending_is_added(opened: Opened, tmp_path: Path) -> None:
    sheet = sheet_of(opened)
    sheet.file.setText(str(tmp_path / "list"))
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert (tmp_path / "list.pdf").exists()
