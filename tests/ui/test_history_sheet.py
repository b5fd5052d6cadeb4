"""The change history: found by everything that stands in it, opened and taken back from, and verified on demand."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from builders import TEXT
from ui.companies import words_of
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.changes.history import HistoryRow
from untwin.ui.deciding.restore_sheet import RestoreSheet
from untwin.ui.history.rows import CASE, CHECK, COMPANY, WHAT, WHEN
from untwin.ui.history.sheet import HistorySheet


@pytest.fixture
def waiting(opened: Opened) -> Opened:
    """One case whose number was changed and which waits to post."""
    opened.window.activateWindow()
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    return opened


def open_sheet(opened: Opened) -> HistorySheet:
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_H)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, HistorySheet)
    return sheet


def shown(opened: Opened) -> object:
    return opened.window.ground.sheet


def whats(sheet: HistorySheet) -> list[str]:
    return [entry.lines[WHAT][0] for entry in sheet.table.history.rows]


def test_g_h_shows_changes_and_notes_the_newest_first(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    assert whats(sheet) == ["Retry", "Credit memo 1234 → CM-1234"]
    entry = sheet.table.history.rows[1]
    assert entry.lines[WHAT][1] == "Ortega, Luis, 85.00"
    assert entry.lines[COMPANY][0] == "Harlow & Pike LLP"
    assert entry.lines[CHECK] == ("✓ Proved", "formerly no. 1234")
    assert entry.lines[CASE] == ("1234", "Clio")


def test_the_time_is_local_and_its_tip_says_utc(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    entry, index = sheet.table.history.rows[0], sheet.table.history.index(0, WHEN)
    assert f"{entry.at.astimezone():%H:%M:%S}" in index.data()
    assert entry.utc.endswith(" UTC")
    assert entry.utc in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("typed", "count"),
    [("formerly no. 1234", 1), ("CM-1234", 1), ("ortega proved", 1), ("clio", 2), ("1234 harlow", 2), ("jones", 0)],
)
def test_the_filter_looks_through_all_of_it(waiting: Opened, typed: str, count: int) -> None:
    sheet = open_sheet(waiting)
    waiting.press(Qt.Key.Key_Slash)
    assert sheet.filter.hasFocus()
    sheet.filter.setText(typed)
    assert len(sheet.table.history.rows) == count
    assert f"{count} of 2 entries" in words_of(sheet)


def test_esc_clears_the_filter_first(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    waiting.press(Qt.Key.Key_Slash)
    sheet.filter.setText("jones")
    waiting.press(Qt.Key.Key_Escape)
    assert sheet.filter.text() == ""
    assert sheet.table.hasFocus()
    waiting.press(Qt.Key.Key_Escape)
    assert waiting.window.ground.sheet is None


def test_the_details_of_the_chosen_entry_are_said_in_full(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    waiting.press(Qt.Key.Key_J)
    words = words_of(sheet)
    assert "Number 1234 is needed by Clio bill 1234 (Smith, Anna)." in words
    assert "other fields QuickBooks shows are as they were" in words


def test_enter_opens_the_case_whatever_was_filtered(waiting: Opened) -> None:
    waiting.window.tabs.filter.setText("nobody")
    waiting.settle()
    waiting.run("history")
    waiting.press(Qt.Key.Key_Return)
    assert waiting.window.ground.sheet is None
    assert waiting.case.doc_number == "1234"


def test_z_takes_the_chosen_change_back_and_the_history_stays_behind_it(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    waiting.press(Qt.Key.Key_Z)
    assert "Only a change whose new number stands" in waiting.said
    waiting.press(Qt.Key.Key_J)
    waiting.press(Qt.Key.Key_Z)
    assert isinstance(shown(waiting), RestoreSheet)
    waiting.press(Qt.Key.Key_Return, ctrl=True)
    assert waiting.state == State.NUMBER_RESTORED
    assert shown(waiting) is sheet
    assert whats(sheet)[0] == "Credit memo CM-1234 → 1234, given back"
    waiting.run("restore_entry")
    assert shown(waiting) is sheet


def test_v_says_that_the_record_is_whole(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    head = waiting.office.desk.history.head()
    assert f"last link {head[:12]}" in words_of(sheet)
    waiting.press(Qt.Key.Key_V)
    assert "The record is whole: " in words_of(sheet)
    assert head[:12] in words_of(sheet)


def test_v_says_where_the_record_was_changed(waiting: Opened, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "home" / "untwin.sqlite3") as connection:
        connection.execute("DROP TRIGGER IF EXISTS links_never_change")
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in names:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE links SET body = replace(body, 'CM-1234', 'CM-9999') WHERE place = 1")
    sheet = open_sheet(waiting)
    waiting.run("verify_history")
    assert "The record is whole" not in words_of(sheet)
    assert sheet._verified_box.property("look") == "banner-bad"


def test_an_entry_about_no_case_opens_none(waiting: Opened) -> None:
    at = waiting.office.books.clock.now()
    waiting.office.desk.history.note(HistoryRow(at, "Ann", "", "", "policy changed", "<b>plain</b>"))
    sheet = open_sheet(waiting)
    assert whats(sheet)[0] == "Policy changed"
    waiting.press(Qt.Key.Key_Return)
    assert "about no case" in waiting.said
    assert waiting.window.ground.sheet is sheet
    assert "<b>plain</b>" in words_of(sheet)


def test_the_header_has_a_button_for_the_mouse(opened: Opened) -> None:
    button = next(b for b in opened.window.header.findChildren(QPushButton) if b.accessibleName() == "History")
    button.click()
    opened.settle()
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, HistorySheet)
    assert "nothing is recorded yet" in words_of(sheet)
