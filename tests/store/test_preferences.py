"""What a person has set: kept by name, taken away by an empty value."""

import pytest

from untwin.store.database import open_database
from untwin.store.home import Home
from untwin.store.preferences import StoredPreferences


@pytest.fixture
def preferences(home: Home) -> StoredPreferences:
    return StoredPreferences(open_database(home.database))


def test_what_was_never_set_is_empty(preferences: StoredPreferences) -> None:
    assert preferences.get("theme") == ""


def test_a_value_stays_until_another_takes_its_place(preferences: StoredPreferences, home: Home) -> None:
    preferences.put("theme", "dark")
    preferences.put("images.days", "365")
    preferences.put("theme", "hell, “ä” \ud83d")
    again = StoredPreferences(open_database(home.database))
    assert (again.get("theme"), again.get("images.days")) == ("hell, “ä” \ufffd", "365")


def test_an_empty_value_takes_it_away(preferences: StoredPreferences) -> None:
    preferences.put("theme", "dark")
    preferences.put("theme", "")
    preferences.put("theme", "")
    assert preferences.get("theme") == ""
