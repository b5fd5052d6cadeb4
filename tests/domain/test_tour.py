"""The tour's steps: done only by what was really done, and taken up wherever that makes sense."""

from dataclasses import replace

import pytest

from untwin.domain.cases.case import State
from untwin.domain.window.tour import BY_ID, STEPS, Scene, left_out, step_now

FRESH = Scene()
FOUR = Scene({State.NEEDS_DECISION: 4}, chosen="1")
WAITS = Scene({State.NEEDS_DECISION: 3, State.WAITING_TO_POST: 1}, chosen="1")
BEFORE_SAVE = {step.id for step in STEPS[:7]}


def now(done: set[str], scene: Scene) -> str:
    step = step_now(done, scene)
    return step.id if step else ""


def test_it_begins_by_taking_errors_in() -> None:
    assert now(set(), FRESH) == "take_in"
    assert now({"take_in"}, Scene({State.NEW: 4}, unbound=4)) == "company"
    assert now({"take_in", "company"}, FOUR) == "next"


def test_fresh_sample_firms_begin_with_taking_in_wherever_it_was_left() -> None:
    assert now(BEFORE_SAVE, FRESH) == "take_in"
    assert now({step.id for step in STEPS[:-1]}, FRESH) == "take_in"


def test_errors_of_no_company_are_asked_about_first() -> None:
    assert now(BEFORE_SAVE, Scene({State.NEW: 4}, unbound=2)) == "company"


def test_saving_needs_an_open_sheet() -> None:
    assert now(BEFORE_SAVE, FOUR) == "renumber"
    assert now(BEFORE_SAVE, replace(FOUR, sheet="ChangeSheet")) == "save"


def test_retry_and_look_need_something_that_waits() -> None:
    done = BEFORE_SAVE | {"save"}
    assert now(done, WAITS) == "retry"
    assert now(done, FOUR) == "renumber"
    assert now(done | {"retry"}, FOUR) == "renumber"


def test_who_was_quicker_than_the_tour_is_not_sent_back() -> None:
    posted = Scene({State.NEEDS_DECISION: 3, State.POSTED: 1}, chosen="1")
    assert now(BEFORE_SAVE | {"save"}, posted) == "retry"
    assert BY_ID["retry"].reached(posted, posted, ())
    assert BY_ID["verify"].reached(posted, posted, ())


@pytest.mark.parametrize(
    ("step", "start", "after", "ran", "reached"),
    [
        ("take_in", FRESH, FRESH, {"paste"}, False),
        ("take_in", FRESH, FOUR, set(), True),
        ("next", FOUR, FOUR, {"next"}, False),
        ("next", FOUR, replace(FOUR, chosen="2"), set(), False),
        ("next", FOUR, replace(FOUR, chosen="2"), {"next"}, True),
        ("renumber", FOUR, FOUR, {"renumber"}, False),
        ("renumber", FOUR, replace(FOUR, sheet="ChangeSheet"), {"renumber"}, True),
        ("save", FOUR, FOUR, {"confirm"}, False),
        ("save", FOUR, WAITS, {"confirm"}, True),
        ("verify", WAITS, WAITS, {"verify"}, False),
        ("ignore", FOUR, FOUR, {"ignore"}, False),
        ("undo", Scene({State.IGNORED: 1}), Scene({State.NEW: 1}), {"undo"}, True),
        ("undo", Scene({State.IGNORED: 1}), Scene({State.IGNORED: 1}), {"undo"}, False),
        ("filter", FOUR, FOUR, {"filter"}, False),
        ("filter", FOUR, replace(FOUR, typed="s"), set(), True),
        ("filter", replace(FOUR, typed="s"), replace(FOUR, typed="s"), {"filter"}, False),
        ("zero", FOUR, WAITS, set(), False),
        ("zero", FOUR, Scene({State.POSTED: 3, State.ALREADY_IN_QUICKBOOKS: 1}), set(), True),
    ],
)
def test_a_step_counts_only_when_the_thing_was_done(
    step: str, start: Scene, after: Scene, ran: set[str], reached: bool
) -> None:
    assert BY_ID[step].reached(start, after, ran) is reached


def test_skipping_a_step_skips_what_cant_be_done_without_it() -> None:
    assert left_out("ignore") == {"ignore", "undo"}
    assert left_out("renumber") == {"renumber", "save", "retry", "verify"}
    assert left_out("take_in") == {"take_in"}


def test_it_ends_when_every_step_is_done() -> None:
    assert now({step.id for step in STEPS}, FOUR) == ""


def test_every_step_names_a_step_before_it_that_exists() -> None:
    for step in STEPS:
        assert step.before in BY_ID
        assert "{}" in step.words or "{left}" in step.words
