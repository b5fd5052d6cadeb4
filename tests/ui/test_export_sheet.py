"""The export by keys: the history or a plan, to a file that opens without Untwin; nothing is replaced unasked."""

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import COMPANY, TEXT
from flows.conftest import Office
from ui.batches import many_cases
from ui.conftest import Opened
from untwin.flows.export import Wanted
from untwin.ui.comfort.export_sheet import ExportSheet


@pytest.fixture
def changed(opened: Opened) -> Opened:
    """One case whose number was changed."""
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    return opened.look_only_when_told()


def open_sheet(opened: Opened, action: str = "export") -> ExportSheet:
    opened.run(action)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, ExportSheet)
    return sheet


def kind(sheet: ExportSheet, ending: str) -> None:
    sheet.kind.setCurrentIndex(sheet.kind.findData(ending))


def write(opened: Opened, sheet: ExportSheet, file: Path) -> None:
    sheet.file.setText(str(file))
    opened.run("confirm")
    opened.qtbot.waitUntil(lambda: not sheet._working)
    opened.settle()


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".csv"])
def test_the_history_is_written_and_the_toast_says_where(changed: Opened, tmp_path: Path, ending: str) -> None:
    sheet = open_sheet(changed)
    kind(sheet, ending)
    file = tmp_path / f"out{ending}"
    write(changed, sheet, file)
    assert changed.window.ground.sheet is None
    assert changed.said == f"1 change written to {file}."
    assert file.stat().st_size > 500


def test_the_name_follows_what_is_in_it_until_somebody_names_it(changed: Opened, tmp_path: Path) -> None:
    sheet = open_sheet(changed)
    assert Path(sheet.file.text()).name == "Untwin changes.pdf"
    sheet.what.setCurrentIndex(1)
    assert Path(sheet.file.text()).name == "Untwin changes Harlow Pike LLP.pdf"
    sheet.month.setCurrentIndex(1)
    kind(sheet, ".csv")
    assert Path(sheet.file.text()).name.startswith("Untwin changes Harlow Pike LLP 20")
    sheet.file.setText(str(tmp_path / "mine.csv"))
    kind(sheet, ".xlsx")
    assert sheet.file.text() == str(tmp_path / "mine.xlsx")
    assert sheet._wanted.company == COMPANY.realm


def test_the_chosen_case_can_be_told_alone_and_then_has_no_month(changed: Opened) -> None:
    sheet = open_sheet(changed)
    sheet.what.setCurrentIndex(sheet.what.count() - 1)
    assert sheet._wanted == Wanted(case_id="1")
    assert not sheet.month.isEnabled()


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(changed: Opened, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("mine", "utf-8")
    sheet = open_sheet(changed)
    write(changed, sheet, file)
    assert f"There is a file {file} already." in sheet.problem
    assert file.read_text("utf-8") == "mine"
    sheet.replace.setChecked(True)
    write(changed, sheet, file)
    assert file.read_text("utf-8-sig") != "mine"


@pytest.mark.parametrize("place", ["", "no/such/folder/out.pdf", "out.docx"])
def test_a_place_that_can_not_be_written_is_said_and_the_sheet_stays(
    changed: Opened, tmp_path: Path, place: str
) -> None:
    sheet = open_sheet(changed)
    sheet.file.setText(str(tmp_path / place) if place else "")
    changed.run("confirm")
    changed.qtbot.waitUntil(lambda: bool(sheet.problem))
    assert changed.window.ground.sheet is sheet


def test_a_plan_is_written_before_it_is_confirmed(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    many = many_cases(qtbot, office, mine=3, theirs=0)
    plan = many.plan()
    sheet = open_sheet(many, "dry_run")
    assert sheet.what.parent() is None
    kind(sheet, ".xlsx")
    write(many, sheet, tmp_path / "plan.xlsx")
    assert many.window.ground.sheet is plan
    assert many.bench.books.orders == []
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as book:
        assert any(b"dry run" in book.read(name) for name in book.namelist())
