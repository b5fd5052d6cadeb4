"""Batches: where they stand changes, what was confirmed never does."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from builders import NOW, REALM
from untwin.domain.cases.case import State
from untwin.domain.changes.history import Purpose
from untwin.domain.changes.run import Run, RunRow, RunState
from untwin.domain.problems import BadInput, NotAllowed
from untwin.store.database import open_database
from untwin.store.home import Home
from untwin.store.runs import StoredRuns

ROW = RunRow("1", REALM, "CreditMemo", "111", "0", "1234", "CM-1234")
RUN = Run("run-1", RunState.RUNNING, "Ann", "the numbers are needed", NOW, (ROW,))


@pytest.fixture
def runs(home: Home) -> StoredRuns:
    return StoredRuns(open_database(home.database))


def test_a_batch_comes_back_as_it_was_confirmed(runs: StoredRuns) -> None:
    full = replace(ROW, purpose=Purpose.RESTORE, known=("111", "222"), came_from=State.RENUMBERED)
    run = replace(RUN, rows=(ROW, full), refused=(("7", "It was emailed."),), note="Grüße")
    runs.put(run)
    assert runs.get("run-1") == run


def test_there_is_no_such_batch(runs: StoredRuns) -> None:
    with pytest.raises(BadInput, match="There is no batch run-9"):
        runs.get("run-9")


def test_where_it_stands_may_change(runs: StoredRuns, home: Home) -> None:
    runs.put(RUN)
    paused = replace(RUN, state=RunState.PAUSED, note="Untwin ended")
    runs.put(paused)
    assert StoredRuns(open_database(home.database)).get("run-1") == paused
    assert runs.all() == (paused,)


@pytest.mark.parametrize(
    "other",
    [
        {"rows": (ROW, ROW)},
        {"rows": (replace(ROW, new="CM-1235"),)},
        {"who": "Bob"},
        {"reason": "another"},
        {"confirmed_at": NOW + timedelta(seconds=1)},
        {"refused": (("7", "It was emailed."),)},
    ],
)
def test_what_was_confirmed_never_changes(runs: StoredRuns, other: dict[str, object]) -> None:
    runs.put(RUN)
    with pytest.raises(NotAllowed, match="never changed"):
        runs.put(replace(RUN, state=RunState.ENDED, **other))  # type: ignore[arg-type]
    assert runs.get("run-1") == RUN


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE runs SET body = replace(body, 'CM-1234', 'CM-1235')",
        "UPDATE runs SET id = 'x'",
        "DELETE FROM runs",
        "INSERT OR REPLACE INTO runs VALUES ('run-1', 'ended', 'x', 'x', 'x')",
    ],
)
def test_the_store_itself_keeps_what_was_confirmed(runs: StoredRuns, home: Home, deed: str) -> None:
    runs.put(RUN)
    with closing(sqlite3.connect(home.database)) as connection, pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(deed)
    assert runs.all() == (RUN,)


def test_unfinished_batches_come_oldest_first(runs: StoredRuns) -> None:
    for minutes, state in enumerate((RunState.PAUSED, RunState.ENDED, RunState.RUNNING, RunState.CANCELLED)):
        runs.put(replace(RUN, id=f"run-{minutes}", state=state, confirmed_at=NOW - timedelta(minutes=minutes)))
    assert [run.id for run in runs.unfinished()] == ["run-2", "run-0"]
    assert [run.id for run in runs.all()] == ["run-3", "run-2", "run-1", "run-0"]
