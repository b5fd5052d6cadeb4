"""README's key table is made from the window's list of actions, and a stale one is noticed."""

import house
import keys


def test_the_key_table_in_readme_is_right() -> None:
    page = (house.ROOT / keys.PART.page).read_text("utf-8")
    assert keys.PART.placed(page, keys.table()) == page


def test_a_table_that_differs_is_noticed() -> None:
    page = (house.ROOT / keys.PART.page).read_text("utf-8")
    assert keys.PART.placed(page, "another table") != page
