"""The chain: whatever is changed, removed, moved or exchanged in it is found and named, and its head tells its end."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest

from builders import HOLDER, NOW
from store.chains import meddle, note, one_change
from untwin.domain.changes.history import Entry, Verified
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home

AT = "2026-11-23 15:00:0"


@pytest.fixture
def history(home: Home) -> StoredHistory:
    """Two changes with their notes: twelve links, the images at 1, 4, 7 and 10."""
    history = StoredHistory(open_database(home.database))
    one_change(history, "r1")
    one_change(history, "r2")
    return history


def test_an_empty_chain_is_whole(home: Home) -> None:
    history = StoredHistory(open_database(home.database))
    assert history.verify() == Verified(0, "")
    assert history.head() == ""


def test_a_chain_is_whole_and_its_head_grows_with_every_link(history: StoredHistory) -> None:
    first = history.head()
    assert history.verify() == Verified(12, first)
    history.note(note())
    assert history.head() != first
    assert history.verify(first) == Verified(13, history.head(), found=Entry(12, NOW, first))


def test_a_head_is_found_as_people_copy_it_and_another_is_not(history: StoredHistory) -> None:
    assert history.verify(f" {history.head().upper()}\n").found
    assert history.verify("0" * 64).found is None
    assert history.verify("0" * 64).whole


def test_everybody_can_recompute_the_chain_with_what_the_readme_says(history: StoredHistory, home: Home) -> None:
    previous = ""
    with closing(sqlite3.connect(home.database)) as connection:
        for *columns, stored in connection.execute("SELECT * FROM links ORDER BY place"):
            told = json.dumps([previous, *columns], ensure_ascii=False, separators=(",", ":")).encode()
            previous = hashlib.sha256(told).hexdigest()
            assert previous == stored
        [raw, body] = connection.execute("SELECT raw, body FROM images NATURAL JOIN links WHERE place = 1").fetchone()
        assert raw == HOLDER.raw
        assert json.loads(body)["before"] == hashlib.sha256(raw.encode()).hexdigest()
        assert HOLDER.raw not in body
    assert previous == history.head()


COPY = "UPDATE links SET (at, kind, company, case_id, request_id, body, hash) = (SELECT at, kind, company, case_id,"
COPY += " request_id, body, hash FROM links AS other WHERE other.place = {}) WHERE place = {}"
CHANGED = "is not as it was recorded, or not where it was."


@pytest.mark.parametrize(
    ("deeds", "problem"),
    [
        (["UPDATE links SET company = '7' WHERE place = 8"], f"Entry 8 of {AT}1 UTC {CHANGED}"),
        (["UPDATE links SET case_id = '7' WHERE place = 8"], f"Entry 8 of {AT}1 UTC {CHANGED}"),
        (["UPDATE links SET request_id = 'r1' WHERE place = 8"], f"Entry 8 of {AT}1 UTC {CHANGED}"),
        (["UPDATE links SET at = '2026-11-23T15:00:02' WHERE place = 8"], f"Entry 8 of {AT}2 UTC {CHANGED}"),
        (["UPDATE links SET kind = 'note' WHERE place = 8"], f"Entry 8 of {AT}1 UTC {CHANGED}"),
        (["UPDATE links SET body = replace(body, 'Ann', 'Bob') WHERE place = 7"], f"Entry 7 of {AT}0 UTC {CHANGED}"),
        (["UPDATE links SET body = CAST(X'ff' AS TEXT) WHERE place = 7"], f"Entry 7 of {AT}0 UTC {CHANGED}"),
        (["UPDATE links SET body = 'x' WHERE place = 7"], f"Entry 7 of {AT}0 UTC {CHANGED}"),
        (["UPDATE links SET hash = 'x' WHERE place = 6"], f"Entry 6 of {AT}0 UTC {CHANGED}"),
        (["UPDATE links SET hash = 'x' WHERE place = 12"], f"Entry 12 of {AT}0 UTC {CHANGED}"),
        (["DELETE FROM links WHERE place = 1"], f"Entry 1 is missing; entry 2 of {AT}1 UTC comes next."),
        (["DELETE FROM links WHERE place IN (5, 6)"], f"Entry 5 is missing; entry 7 of {AT}0 UTC comes next."),
        (
            ["DELETE FROM links WHERE place = 5", "UPDATE links SET place = place - 1 WHERE place > 5"],
            f"Entry 5 of {AT}0 UTC {CHANGED}",
        ),
        (
            [
                "UPDATE links SET place = -place WHERE place IN (2, 3)",
                "UPDATE links SET place = 5 + place WHERE place < 0",
            ],
            f"Entry 2 of {AT}1 UTC {CHANGED}",
        ),
        ([COPY.format(2, 8)], f"Entry 8 of {AT}1 UTC {CHANGED}"),
        (
            ["UPDATE images SET raw = replace(raw, '85', '86') WHERE place = 1"],
            f"Entry 1 of {AT}0 UTC has another copy of the document than was recorded.",
        ),
        (
            ["UPDATE images SET raw = '' WHERE place = 10"],
            f"Entry 10 of {AT}1 UTC has another copy of the document than was recorded.",
        ),
        (["DELETE FROM images WHERE place = 10"], f"Entry 10 of {AT}1 UTC lacks its copy of the document."),
        (
            ["INSERT INTO images VALUES (11, 'x', NULL)"],
            f"Entry 11 of {AT}1 UTC has a copy of a document that wasn't recorded.",
        ),
        (
            ["DELETE FROM links WHERE place > 9"],
            "The end of the record is missing: copies of documents from after entry 9 are left.",
        ),
    ],
)
def test_the_first_link_that_is_not_as_recorded_is_named(
    history: StoredHistory, home: Home, deeds: list[str], problem: str
) -> None:
    meddle(home.database, *deeds)
    found = history.verify()
    assert found.problem == problem
    assert not found.whole


def test_of_several_meddlings_the_first_is_told_and_the_rest_still_counted(history: StoredHistory, home: Home) -> None:
    head = history.head()
    meddle(home.database, "UPDATE links SET company = 'x' WHERE place IN (3, 9)")
    found = history.verify(head)
    assert found.problem.startswith("Entry 3 of ")
    assert (found.entries, found.head) == (12, head)


def test_a_forged_hash_is_not_found(history: StoredHistory, home: Home) -> None:
    meddle(home.database, "UPDATE links SET hash = 'beef' WHERE place = 12")
    assert history.verify("beef").found is None


def recompute(home: Home, first: int) -> None:
    """What somebody does who knows how the chain is made."""
    with closing(sqlite3.connect(home.database)) as connection:
        for place in range(first, 13):
            [previous] = connection.execute("SELECT hash FROM links WHERE place = ?", (place - 1,)).fetchone()
            *columns, _ = connection.execute("SELECT * FROM links WHERE place = ?", (place,)).fetchone()
            told = json.dumps([previous, *columns], ensure_ascii=False, separators=(",", ":")).encode()
            forged = hashlib.sha256(told).hexdigest()
            connection.execute("UPDATE links SET hash = ? WHERE place = ?", (forged, place))
        connection.commit()


def test_a_record_written_anew_shows_only_against_a_head_that_was_kept_elsewhere(
    history: StoredHistory, home: Home
) -> None:
    exported = history.head()
    meddle(home.database, "UPDATE links SET body = replace(body, 'détail', 'another') WHERE place = 6")
    recompute(home, 6)
    assert history.verify().whole
    assert history.verify(exported).found is None


def test_an_end_that_was_cut_off_shows_only_against_a_head_that_was_kept_elsewhere(
    history: StoredHistory, home: Home
) -> None:
    exported = history.head()
    meddle(home.database, "DELETE FROM links WHERE place > 10", "DELETE FROM images WHERE place > 10")
    found = history.verify(exported)
    assert (found.entries, found.problem, found.found) == (10, "", None)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("UPDATE links SET request_id = 'r9' WHERE place = 8", "is a step of a change that was never recorded"),
        ("UPDATE links SET request_id = 'r1' WHERE place = 7", "begins a change that was begun before"),
    ],
)
def test_a_record_that_makes_no_sense_is_found_though_its_hashes_agree(
    history: StoredHistory, home: Home, deed: str, words: str
) -> None:
    meddle(home.database, deed)
    recompute(home, 7)
    assert words in history.verify().problem


def test_what_only_helps_to_find_is_no_evidence(history: StoredHistory, home: Home) -> None:
    head = history.head()
    meddle(home.database, "DELETE FROM change_index", "INSERT INTO change_index VALUES (99, 'x', 'x', 'x', NULL)")
    assert history.verify() == Verified(12, head)
