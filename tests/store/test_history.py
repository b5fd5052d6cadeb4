"""The record of changes: complete, in order, and never rewritten."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from builders import NOW, REALM
from untwin.ports.books import NumberOrder
from untwin.ports.stores import HistoryRow, Intent, Step
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home

LATER = NOW + timedelta(seconds=1)


@pytest.fixture
def history(home: Home) -> StoredHistory:
    return StoredHistory(open_database(home.database))


def intent(request_id: str = "r1", document: str = "111", company: str = REALM) -> Intent:
    return Intent(
        order=NumberOrder("CreditMemo", document, "0", "CM-1234", request_id),
        case_id="1",
        company=company,
        old_number="1234",
        who="Ann",
        reason="the number is needed",
        before='{"Id": "111"}',
    )


def steps(history: StoredHistory, request_id: str = "r1") -> list[Step]:
    return [s.step for s in history.steps(request_id)]


def test_an_intent_is_open_until_it_is_proved(history: StoredHistory) -> None:
    history.intend(intent(), NOW)
    assert history.open_intents() == (intent(),)
    for step in (Step.SENT, Step.LOST, Step.READ_AGAIN):
        history.step("r1", step, LATER)
        assert history.open_intents() == (intent(),)
    history.step("r1", Step.PROVED, LATER)
    assert history.open_intents() == ()


def test_an_intent_that_was_not_done_is_closed_too(history: StoredHistory) -> None:
    history.intend(intent(), NOW)
    history.step("r1", Step.NOT_DONE, LATER, "never sent")
    assert history.open_intents() == ()
    assert history.renumbered_ids(REALM) == ()


def test_steps_come_back_in_their_order_with_their_time_and_note(history: StoredHistory) -> None:
    history.intend(intent(), NOW)
    history.step("r1", Step.SENT, LATER)
    history.step("r1", Step.READ_AGAIN, LATER, '{"Id": "111"}')
    assert steps(history) == [Step.INTENT, Step.SENT, Step.READ_AGAIN]
    assert history.steps("r1")[2].note == '{"Id": "111"}'
    assert history.steps("r1")[0].at == NOW
    assert history.steps("none") == ()


def test_open_intents_come_oldest_first(history: StoredHistory) -> None:
    history.intend(intent("b"), NOW)
    history.intend(intent("a"), LATER)
    assert [i.order.request_id for i in history.open_intents()] == ["b", "a"]


def test_one_request_id_is_intended_once(history: StoredHistory) -> None:
    history.intend(intent(), NOW)
    with pytest.raises(sqlite3.IntegrityError):
        history.intend(intent(), LATER)
    assert steps(history) == [Step.INTENT]


def test_a_step_without_an_intent_is_refused(history: StoredHistory) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        history.step("unknown", Step.SENT, NOW)


def test_only_proved_changes_of_that_company_count_as_renumbered(history: StoredHistory) -> None:
    for request_id, document, company in (("a", "1", REALM), ("b", "2", REALM), ("c", "3", "other"), ("d", "1", REALM)):
        history.intend(intent(request_id, document, company), NOW)
    for request_id in ("a", "c", "d"):
        history.step(request_id, Step.PROVED, LATER)
    assert history.renumbered_ids(REALM) == ("1",)


def test_what_people_did_comes_back_newest_last(history: StoredHistory) -> None:
    rows = [HistoryRow(at, "Ann", REALM, "1", what, "détail") for at, what in ((LATER, "first"), (NOW, "second"))]
    for row in rows:
        history.note(row)
    assert history.rows() == tuple(rows)
    assert isinstance(history.rows()[0].at, datetime)


def test_it_all_survives_a_restart(home: Home) -> None:
    StoredHistory(open_database(home.database)).intend(intent(), NOW)
    assert StoredHistory(open_database(home.database)).open_intents() == (intent(),)


@pytest.mark.parametrize("table", ["changes", "change_steps", "history"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}"])
def test_what_was_recorded_can_be_neither_changed_nor_removed(home: Home, table: str, deed: str) -> None:
    history = StoredHistory(open_database(home.database))
    history.intend(intent(), NOW)
    history.note(HistoryRow(NOW, "Ann", REALM, "1", "renumbered", ""))
    column = {"changes": "company", "change_steps": "note", "history": "who"}[table]
    with closing(sqlite3.connect(home.database)) as connection:
        before = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own three names
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(deed.format(table, column))
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608
        assert before
