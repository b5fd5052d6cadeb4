"""A first glance at a store: what it shows, and where it leaves everything to the store's opening."""

import sqlite3
from contextlib import closing

import pytest

import builders
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.glance import glance
from untwin.store.home import Home
from untwin.store.preferences import StoredPreferences


def test_it_shows_how_far_the_store_is_and_what_the_window_keeps(home: Home) -> None:
    database = open_database(home.database)
    StoredCompanies(database).put(builders.COMPANY)
    StoredPreferences(database).put("window wishes", "{}")
    StoredPreferences(database).put("person", "Anna")
    before = glance(home.database)
    StoredCases(database).add(builders.case())
    after = glance(home.database)
    assert before is not None
    assert after is not None
    assert after.companies == [(builders.COMPANY.name, builders.COMPANY.realm)]
    assert (after.get("window wishes"), after.get("person"), after.get("window place")) == ("{}", "", "")
    assert before.revision < after.revision


def test_without_a_store_there_is_nothing_to_see_and_none_is_made(home: Home) -> None:
    assert glance(home.database) is None
    assert not home.database.exists()


@pytest.mark.parametrize("sql", ["PRAGMA user_version = 1", "UPDATE inbox_made SET version = 0", "DROP TABLE inbox"])
def test_a_store_that_must_be_seen_to_first_is_left_to_its_opening(home: Home, sql: str) -> None:
    open_database(home.database)
    with closing(sqlite3.connect(home.database, isolation_level=None)) as connection:
        connection.execute(sql)
    assert glance(home.database) is None


def test_a_store_that_is_no_store_is_left_to_its_opening(home: Home) -> None:
    home.database.write_bytes(b"no store")
    assert glance(home.database) is None
