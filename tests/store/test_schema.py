"""Stores of older versions: brought up to date whole or not at all, with a copy beside, and nothing of them lost."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import builders
from builders import HOLDER
from store import older
from store.chains import intent
from untwin.domain.changes.history import Step, StepRecord
from untwin.domain.problems import Problem
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home
from untwin.store.versions import newest_version


def tables(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that lies in a store."""
    with closing(sqlite3.connect(file)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608


def copies(home: Home) -> list[str]:
    return sorted(file.name for file in home.path.iterdir() if ".before" in file.name)


def test_changes_of_an_older_store_come_back_with_all_their_steps(old: Home) -> None:
    first, second = StoredHistory(open_database(old.database)).changes()
    assert first.intent == intent("old-1")
    assert first.steps == (
        StepRecord(Step.INTENT, older.moment(1)),
        StepRecord(Step.SENT, older.moment(2)),
        StepRecord(Step.ANSWERED, older.moment(3)),
        StepRecord(Step.READ_AGAIN, older.moment(3.25), image=older.AFTER),
        StepRecord(Step.PROVED, older.moment(1.5), "all other fields are as they were"),
    )
    assert second.intent.before == HOLDER.raw
    assert [record.step for record in second.steps] == [Step.INTENT, Step.SENT, Step.LOST]


def test_they_are_found_and_added_to_as_new_ones(old: Home) -> None:
    history = StoredHistory(open_database(old.database))
    assert [change.intent.order.request_id for change in history.open_changes()] == ["old-2"]
    assert len(history.of_case("1")) == 2
    history.record([("old-2", StepRecord(Step.NOT_DONE, older.moment(9)))])
    assert history.open_changes() == ()
    assert history.verify().whole


def test_the_chain_goes_by_the_times_but_never_puts_what_followed_before(old: Home) -> None:
    database = open_database(old.database)
    with database.reading() as connection:
        links = connection.execute("SELECT kind, request_id, body FROM links ORDER BY place").fetchall()
    told = [(kind, request_id or json.loads(body)["what"]) for kind, request_id, body in links]
    assert told == [
        ("note", "connected"),
        ("intent", "old-1"),
        ("step", "old-1"),
        ("intent", "old-2"),
        ("step", "old-1"),
        ("step", "old-2"),
        ("step", "old-1"),
        ("step", "old-1"),
        ("step", "old-2"),
        ("note", "renumbered"),
        ("note", "noted with the clock put back"),
    ]
    found = StoredHistory(database).verify()
    assert (found.entries, found.problem, found.blanked) == (11, "", 0)


def test_notes_and_cases_of_an_older_store_come_back(old: Home) -> None:
    database = open_database(old.database)
    rows = StoredHistory(database).rows()
    assert [(row.what, row.at) for row in rows] == [
        ("connected", older.moment(0)),
        ("renumbered", older.moment(6)),
        ("noted with the clock put back", older.moment(5)),
    ]
    assert [case.doc_number for case in StoredCases(database).all()] == ["1234"]


def test_the_old_store_is_kept_beside_as_it_was(old: Home) -> None:
    before, number = tables(old.database), older.version(old.database)
    open_database(old.database)
    assert older.version(old.database) == newest_version()
    [copy] = copies(old)
    assert copy == f"untwin.sqlite3.before-v{newest_version()}"
    assert (tables(old.path / copy), older.version(old.path / copy)) == (before, number)
    assert stat.S_IMODE((old.path / copy).stat().st_mode) == 0o600
    open_database(old.database)
    assert copies(old) == [copy]


def test_a_copy_that_lies_there_already_is_never_written_over(old: Home) -> None:
    there = old.path / f"untwin.sqlite3.before-v{newest_version()}"
    there.write_text("an older copy")
    open_database(old.database)
    assert there.read_text() == "an older copy"
    assert copies(old) == [there.name, f"{there.name}-2"]


def test_a_new_store_has_nothing_to_keep(home: Home) -> None:
    open_database(home.database)
    assert copies(home) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE changes SET body = 'x'",
        "UPDATE changes SET recorded_at = 'x'",
        "UPDATE change_steps SET step = 'unheard of'",
        "UPDATE change_steps SET request_id = 'without a change' WHERE step = 'lost'",
        "UPDATE history SET at = ''",
    ],
)
def test_what_cannot_be_taken_over_stays_as_it_was(old: Home, damage: str) -> None:
    with closing(sqlite3.connect(old.database)) as connection:
        connection.executescript("DROP TRIGGER changes_stay; DROP TRIGGER steps_stay; DROP TRIGGER history_stays;")
        connection.execute(damage)
        connection.commit()
    before, number = tables(old.database), older.version(old.database)
    for _ in range(3):
        with pytest.raises(Problem, match="damaged"):
            open_database(old.database)
    after = tables(old.database)
    assert {name: after[name] for name in before} == before
    assert "links" not in after
    # Version 2 was reached, and only what was before that is kept.
    assert len(copies(old)) == older.version(old.database) - number


def test_many_starts_at_once_bring_it_up_once(old: Home) -> None:
    code = (
        "import sys; from pathlib import Path; from untwin.store.database import open_database\n"
        "from untwin.store.history import StoredHistory\n"
        "sys.stdin.readline(); print(StoredHistory(open_database(Path(sys.argv[1]))).verify())"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    command = [sys.executable, "-c", code, str(old.database)]
    pipe = subprocess.PIPE
    starts = [subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, text=True) for _ in range(4)]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("go\n")
        start.stdin.flush()
    said = {start.communicate()[0] for start in starts}
    assert len(said) == 1
    assert "entries=11" in said.pop()
    assert len(copies(old)) == 1
