"""The reading of fault schedules, and which requests their items are played on."""

import pytest

from untwin.sample.quickbooks.trouble.schedule import Schedule, ScheduleError, read


def _played(text: str, kinds: list[str], seed: int = 1) -> list[str]:
    schedule = Schedule(seed)
    schedule.set(text)
    tricks = [schedule.trick_for(kind) for kind in kinds]
    return [trick.text if trick else "" for trick in tricks]


def test_the_first_item_that_fits_wins() -> None:
    text = "write@1:cut-after;read@3-5:throttle=2;*:delay=0.05"
    kinds = ["write", "read", "read", "read", "write", "read"]
    assert _played(text, kinds) == [
        *("cut-after", "delay=0.05", "delay=0.05", "throttle=2", "delay=0.05", "throttle=2"),
    ]


def test_items_without_a_kind_count_all_requests_and_others_their_own() -> None:
    assert _played("3:fail-before;write@2:stale", ["read", "write", "token", "write", "write"]) == [
        *("", "", "fail-before", "stale", ""),
    ]


def test_a_share_is_the_same_for_one_seed_and_about_what_it_says() -> None:
    one, two, other = (_played("25%:stale", ["write"] * 400, seed) for seed in (1, 1, 2))
    assert one == two
    assert one != other
    assert 60 < one.count("stale") < 140
    assert "" not in _played("100%:stale", ["write"] * 20)


def test_setting_a_schedule_counts_from_one_again_and_an_empty_one_ends_it() -> None:
    schedule = Schedule(1)
    schedule.set("2:stale")
    schedule.trick_for("read")
    schedule.set("1:stale ; ")
    assert schedule.trick_for("read") is not None
    assert schedule.happened == {"1:stale": 1}
    schedule.set("")
    assert (schedule.trick_for("read"), schedule.happened) == (None, {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cut-after", "“cut-after” has no colon; an item is WHEN:FAULT, as in write@1:cut-after."),
        ("delete@1:stale", "“delete” is no kind of request; there are read, write, batch, query, cdc, token."),
        ("@1:stale", "“” is no kind of request"),
        ("x:stale", "“x” is no WHEN; it is a number, a range as 3-5, a share as 10%, or *."),
        ("0:stale", "requests are counted from 1"),
        ("5-3:stale", "a range goes upwards"),
        ("0%:stale", "a share lies above 0%"),
        ("101%:stale", "goes up to 100%"),
        ("-1:stale", "is no WHEN"),
        ("1:nonsense", "“nonsense” is no fault; there are delay, late, drip,"),
        ("1:", "“” is no fault"),
        ("1:delay", "“delay” can't be: delay takes seconds, up to 3600."),
        ("1:delay=-1", "delay takes seconds"),
        ("1:delay=nan", "delay takes seconds"),
        ("1:delay=9999", "delay takes seconds"),
        ("1:cut-after=3", "cut-after takes no value"),
        ("1:throttle=soon", "throttle takes the whole seconds of its Retry-After"),
        ("1:html=201", "html takes one of the statuses 200"),
        ("1:redirect=200", "redirect takes one of the statuses 301"),
        ("1:skew=later", "skew takes seconds, which may be below zero"),
        ("1:meddle=Id", "meddle takes one of the fields PrivateNote"),
        ("1:item-fault=1", "item-fault takes one of the codes 610"),
        ("1:item-fault", "item-fault takes one of the codes 610"),
        ("*:delay=1;1:nonsense", "“1:nonsense”: “nonsense” is no fault"),
    ],
)
def test_a_bad_item_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(ScheduleError) as caught:
        read(text)
    assert words in str(caught.value)


def test_a_bad_schedule_leaves_the_old_one_at_work() -> None:
    schedule = Schedule(1)
    schedule.set("*:stale")
    with pytest.raises(ScheduleError):
        schedule.set("nonsense")
    assert schedule.trick_for("read") is not None
