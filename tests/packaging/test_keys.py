"""README's key table and the printable key sheet are made from the list of actions, and stale ones are noticed."""

import html
from pathlib import Path

import house
import keys
from untwin.ui.acting.actions import all_actions


def test_the_key_table_in_readme_is_right() -> None:
    page = (house.ROOT / keys.PART.page).read_text("utf-8")
    assert keys.PART.placed(page, keys.table()) == page


def test_a_table_that_differs_is_noticed() -> None:
    page = (house.ROOT / keys.PART.page).read_text("utf-8")
    assert keys.PART.placed(page, "another table") != page


def test_the_printable_sheet_is_right() -> None:
    assert keys.SHEET.read_text("utf-8") == keys.page()


def test_a_stale_sheet_is_noticed_and_put_right(tmp_path: Path) -> None:
    file = tmp_path / "keys.html"
    assert keys.put_sheet(file, check=True) == 1
    file.write_text("another sheet", "utf-8")
    assert keys.put_sheet(file, check=True) == 1
    assert keys.put_sheet(file, check=False) == 0
    assert keys.put_sheet(file, check=True) == 0


def test_the_sheet_names_every_key_and_nothing_in_it_is_fetched() -> None:
    page = keys.page()
    for action in all_actions():
        for key in action.shown_keys:
            assert f"<kbd>{html.escape(key)}</kbd>" in page
    assert "http" not in page
    assert "<script" not in page
