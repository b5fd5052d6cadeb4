"""Marks: what a person puts on a case, how long a snooze holds, and what brings a case back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOW, case
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import NO_MARKS, Marks, Snooze, Until, labels_in_use, plain_label
from untwin.domain.inbox.awake import archived, asleep, standing, why_back
from untwin.domain.problems import BadInput

LATER = NOW + timedelta(hours=2)


def put_off(one: Case, why: Until = Until.TIME, closed: date | None = None) -> Case:
    until = None if why is Until.PERIOD else LATER
    snooze = Snooze(why, until, NOW, standing(one), one.count, closed)
    return replace(one, marks=one.marks.snoozed(snooze))


def test_it_sleeps_until_its_time_and_says_why_it_is_back() -> None:
    one = put_off(case())
    assert asleep(one, NOW)
    assert why_back(one, NOW, None) is None
    assert not asleep(one, LATER)
    assert why_back(one, LATER, None) == "Back: it was snoozed until now."


def test_the_same_error_again_brings_it_back() -> None:
    one = put_off(case(state=State.NEEDS_DECISION))
    assert asleep(one.joined_by(case(), NOW, anew=True), NOW), "the same sighting, read once more"
    again = one.joined_by(case(), NOW)
    assert not asleep(again, NOW)
    assert why_back(again, NOW, None) == "Back: the same error was taken in again."


@pytest.mark.parametrize("to", [State.POSTED, State.FAILED_AGAIN])
def test_what_happens_to_it_brings_it_back(to: State) -> None:
    one = put_off(case(state=State.WAITING_TO_POST))
    moved = one.moved(to, NOW)
    assert not asleep(moved, NOW)
    assert to.words in (why_back(moved, NOW, None) or "")


def test_the_end_of_its_watch_brings_it_back_but_not_twice() -> None:
    one = put_off(case(state=State.WAITING_TO_POST))
    unseen = replace(one, not_seen_yet=True)
    assert not asleep(unseen, NOW)
    assert asleep(put_off(unseen), NOW)


def test_a_look_up_does_not_bring_it_back() -> None:
    one = put_off(case(state=State.NEW))
    looked = one.moved(State.LOOKING, NOW).moved(State.NEEDS_DECISION, NOW)
    assert asleep(looked, NOW)


def test_an_ignored_case_is_not_snoozed() -> None:
    assert not asleep(put_off(case()).moved(State.IGNORED, NOW), NOW)


def test_another_closing_date_brings_it_back() -> None:
    closed = date(2026, 10, 31)
    one = put_off(case(state=State.BLOCKED), Until.PERIOD, closed)
    assert asleep(one, NOW + timedelta(days=400))
    assert why_back(one, NOW, closed) is None
    assert why_back(one, NOW, None) == "Back: the books are open now."
    assert "30 Sep 2026" in (why_back(one, NOW, date(2026, 9, 30)) or "")


def test_what_fails_again_is_not_put_away_any_more() -> None:
    away = case(state=State.POSTED, marks=Marks(archived=True))
    assert archived(away)
    assert not archived(away.moved(State.FAILED_AGAIN, NOW))


def test_labels_are_kept_once_whatever_their_case() -> None:
    marks = NO_MARKS.labelled("VIP", on=True).labelled("vip", on=True).labelled("  Ask   Ann ", on=True)
    assert marks.labels == ("Ask Ann", "vip")
    assert marks.has("ask ANN")
    assert marks.labelled("VIP", on=False).labels == ("Ask Ann",)


def test_labels_that_nobody_could_read_are_refused() -> None:
    for bad in ("", "  ", "\u200b\n", "x" * 41):
        with pytest.raises(BadInput):
            plain_label(bad)
    with pytest.raises(BadInput):
        NO_MARKS.noted("x" * 2001)


def test_labels_in_use_come_most_used_first() -> None:
    assert labels_in_use([Marks(labels=("a", "b")), Marks(labels=("B",)), NO_MARKS]) == ("b", "a")


def test_no_word_of_a_person_gets_lost_where_two_cases_join() -> None:
    one, other = Marks(labels=("VIP",), note="a"), Marks(labels=("ask", "vip"), note="b", unread=True)
    assert one.joined_by(other) == Marks(labels=("ask", "VIP"), note="a\nb")


@given(st.lists(st.tuples(st.sampled_from(["vip", "VIP", "ask", "old one"]), st.booleans())))
def test_labels_never_stand_twice_and_stay_in_order(steps: list[tuple[str, bool]]) -> None:
    marks = NO_MARKS
    for label, on in steps:
        marks = marks.labelled(label, on=on)
        assert marks.has(label) is on
    folded = [label.casefold() for label in marks.labels]
    assert folded == sorted(set(folded))
