"""The record of changes: complete, in order, found by case and batch, and never rewritten."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from builders import HOLDER, NOW
from store.chains import AFTER, LATER, intent, note, one_change, proved, record, step, whole_intent
from untwin.domain.changes.history import Change, Step, StepRecord
from untwin.domain.problems import BadInput
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home

BEGUN = StepRecord(Step.INTENT, NOW)


@pytest.fixture
def history(home: Home) -> StoredHistory:
    return StoredHistory(open_database(home.database))


def test_a_change_is_open_until_it_is_proved(history: StoredHistory) -> None:
    history.intend([intent()], NOW)
    assert history.open_changes() == (Change(intent(), (BEGUN,)),)
    unsettled = [step(s) for s in (Step.SENT, Step.LOST, Step.READ_AGAIN, Step.DIFFERENT)]
    record(history, "r1", *unsettled)
    assert history.open_changes() == (Change(intent(), (BEGUN, *unsettled)),)
    record(history, "r1", proved())
    assert history.open_changes() == ()


@pytest.mark.parametrize("end", [Step.PROVED, Step.ACCEPTED, Step.NOT_DONE])
def test_every_step_that_settles_a_change_closes_it_for_good(history: StoredHistory, end: Step) -> None:
    history.intend([intent("r1"), intent("r2")], NOW)
    record(history, "r1", step(end), step(Step.READ_AGAIN))
    assert [c.intent.order.request_id for c in history.open_changes()] == ["r2"]


def test_everything_comes_back_as_it_was_recorded(history: StoredHistory) -> None:
    elsewhere = LATER.astimezone(timezone(timedelta(hours=-8)))
    steps = (step(Step.READ_AGAIN, at=elsewhere, image=AFTER, note="Grüße"), proved())
    history.intend([whole_intent()], NOW)
    history.record([("r1", one) for one in steps])
    assert history.change("r1") == Change(whole_intent(), (BEGUN, *steps))
    assert history.changes() == (history.change("r1"),)
    assert history.change("r1").steps[1].at.utcoffset() == timedelta(hours=-8)


def test_changes_are_found_by_case_and_by_batch_the_oldest_first(history: StoredHistory) -> None:
    places = {"b": ("1", "run-1"), "a": ("2", "run-1"), "d": ("1", "run-2"), "c": ("1", "")}
    for name, (case_id, run) in places.items():
        history.intend([intent(name, case_id=case_id, run=run)], NOW)
        record(history, name, step(Step.SENT))

    def names(changes: tuple[Change, ...]) -> list[str]:
        assert all(len(change.steps) == 2 for change in changes)
        return [change.intent.order.request_id for change in changes]

    assert names(history.of_case("1")) == ["b", "d", "c"]
    assert names(history.of_run("run-1")) == ["b", "a"]
    assert names(history.changes()) == names(history.open_changes()) == ["b", "a", "d", "c"]
    assert (history.of_case("9"), history.of_run("run-9")) == ((), ())


def test_a_change_that_was_never_begun_is_a_sentence(history: StoredHistory) -> None:
    with pytest.raises(BadInput, match="There is no change r9"):
        history.change("r9")
    with pytest.raises(BadInput, match="There is no change r9"):
        record(history, "r9", step(Step.SENT))
    assert history.head() == ""


def test_a_note_is_no_change(history: StoredHistory) -> None:
    history.note(note())
    with pytest.raises(BadInput):
        history.change("")
    assert (history.changes(), history.of_case("1")) == ((), ())


def test_one_request_id_is_intended_once_and_of_several_all_or_none(history: StoredHistory) -> None:
    history.intend([intent()], NOW)
    with pytest.raises(sqlite3.IntegrityError, match="never begun twice"):
        history.intend([intent("r2"), intent("r1")], LATER)
    assert [c.intent.order.request_id for c in history.changes()] == ["r1"]
    assert history.verify().entries == 1


def test_of_several_steps_all_or_none_are_recorded(history: StoredHistory) -> None:
    history.intend([intent()], NOW)
    with pytest.raises(BadInput):
        history.record([("r1", step(Step.SENT)), ("r9", step(Step.SENT))])
    assert history.change("r1").steps == (BEGUN,)


def test_nothing_to_record_is_no_link(history: StoredHistory) -> None:
    history.intend([], NOW)
    history.record([])
    assert history.verify().entries == 0


def test_what_people_did_comes_back_newest_last(history: StoredHistory) -> None:
    rows = (note("first", at=LATER), note("second", at=NOW))
    for row in rows:
        history.note(row)
    assert history.rows() == rows


def test_half_a_character_is_marked_and_the_chain_stays_whole(history: StoredHistory) -> None:
    history.intend([intent(before='{"Id": "\ud83d"}', reason="12\udcff")], NOW)
    record(history, "r1", step(Step.READ_AGAIN, image="\ud83d", note="\ud83d"))
    history.note(note("\ud83d"))
    assert history.change("r1").intent.before == '{"Id": "\ufffd"}'
    assert history.change("r1").last.image == "\ufffd"
    assert history.verify().whole


def test_it_all_survives_a_restart(home: Home) -> None:
    one_change(StoredHistory(open_database(home.database)))
    again = StoredHistory(open_database(home.database))
    assert again.changes()[0].done
    assert again.rows() == (note(),)
    assert again.verify().whole


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE links SET company = 'x'",
        "UPDATE links SET place = place + 100",
        "UPDATE OR REPLACE links SET place = 1 WHERE place = 2",
        "DELETE FROM links",
        "DELETE FROM links WHERE place = 6",
        "INSERT OR REPLACE INTO links SELECT * FROM links WHERE place = 6",
        "INSERT OR REPLACE INTO links SELECT 7, at, kind, company, case_id, request_id, body, hash FROM links LIMIT 1",
        "INSERT INTO links SELECT 8, at, kind, company, case_id, request_id, body, hash FROM links WHERE place = 6",
        "INSERT INTO links VALUES (7, 'x', 'step', 'x', 'x', 'unknown', 'x', 'x')",
        "UPDATE images SET raw = 'x'",
        "UPDATE images SET place = 2",
        "UPDATE images SET blanked_at = 'x'",
        "DELETE FROM images",
        "INSERT OR REPLACE INTO images VALUES (1, 'x', NULL)",
    ],
)
def test_what_was_recorded_can_be_neither_changed_nor_removed(home: Home, deed: str) -> None:
    one_change(StoredHistory(open_database(home.database)))
    with closing(sqlite3.connect(home.database)) as connection:
        assert connection.execute("SELECT max(place) FROM links").fetchone() == (6,)
        before = list(connection.iterdump())
        with pytest.raises(sqlite3.IntegrityError, match=r"never|CHECK constraint"):
            connection.execute(deed)
        assert list(connection.iterdump()) == before


def test_images_of_old_changes_are_blanked_and_everything_else_stays(history: StoredHistory) -> None:
    one_change(history, "old", LATER)
    one_change(history, "young", LATER + timedelta(days=2))
    history.intend([intent("open")], NOW)
    before, head = history.changes(), history.head()
    assert history.blank_images(LATER + timedelta(days=1)) == 2
    assert history.blank_images(LATER + timedelta(days=1)) == 0
    old, *others = history.changes()
    assert tuple(others) == before[1:]
    assert old.intent == replace(before[0].intent, before="")
    assert old.steps == tuple(replace(one, image="") for one in before[0].steps)
    found = history.verify(head)
    assert (found.problem, found.blanked, found.head) == ("", 2, head)
    assert found.found


def test_a_change_settled_at_the_very_moment_keeps_its_images(history: StoredHistory) -> None:
    one_change(history)
    assert history.blank_images(LATER) == 0
    assert history.blank_images(LATER.astimezone(timezone(timedelta(hours=9))) + timedelta(microseconds=1)) == 2


def test_what_was_blanked_can_be_recorded_again(history: StoredHistory) -> None:
    """A document that went back to its old number reads as it did before."""
    one_change(history)
    history.blank_images(LATER + timedelta(days=1))
    one_change(history, "r2")
    assert history.change("r2").intent.before == HOLDER.raw
    assert history.verify().whole


def test_blanked_text_is_on_the_disk_no_more(history: StoredHistory, home: Home) -> None:
    secret = "Ortega-Privat-" + "x" * 9000
    history.intend([intent(before=secret), intent("r2", before="y" * 9000)], NOW)
    record(history, "r1", proved())

    def files() -> bytes:
        return b"".join(file.read_bytes() for file in home.path.iterdir())

    assert b"Ortega-Privat-" in files()
    history.blank_images(LATER + timedelta(days=1))
    assert b"Ortega-Privat-" not in files()
    assert b"yyyyyyyyyyyyyyyy" in files()
