"""Every misbehaviour of the sample QuickBooks at every step of a change: the state says the truth, nothing is twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fault_stage import CALM, HOLD, SHORT, Firm, Stage, holds_back, served_firm
from untwin.sample.quickbooks.trouble.tricks import TRICKS

# The values with which each fault is played.
VALUES: dict[str, tuple[str, ...]] = {
    "delay": (str(HOLD),),
    "late": (str(HOLD),),
    "drip": (str(HOLD),),
    "throttle": ("0", "30"),
    "html": ("", "403"),
    "html-after": ("", "403"),
    "skew": ("86400",),
    "meddle": ("PrivateNote", "DocNumber"),
    "item-fault": ("5010", "10000"),
}
FAULTS = [f"{name}={value}" if value else name for name in TRICKS for value in VALUES.get(name, ("",))]
# Of three changes the first goes alone and unharmed; it takes the first write and the first two looks.
STEPS = {
    "look before": "batch@3:{}",
    "write": "write@2:{}",
    "read again": "batch@4:{}",
    "read after a lost answer": "write@2:cut-after;batch@4:{}",
    "second sending": "write@2:cut-before;write@3:{}",
    "renewal": "write@2:expired;token@1:{}",
}
# What becomes of the second change and of the third. What is named nowhere is proved, both of them.
_UNREAD = "throttle=30 html=403 html-after=403 revoked stale item-fault=5010"
OUTCOMES: dict[str, dict[tuple[str, str], str]] = {
    "look before": {("waits", "waits"): _UNREAD},
    "write": {
        ("set aside", "waits"): "throttle=30 revoked ignore-sparse",
        ("set aside", "proved"): "stale",
        ("alarm", "proved"): "meddle=PrivateNote meddle=DocNumber",
    },
    "read again": {("open", "open"): _UNREAD},
    "read after a lost answer": {("open", "waits"): _UNREAD},
    "second sending": {
        ("open", "waits"): f"delay={HOLD} throttle=0 throttle=30 fail-before cut-before html html=403 redirect revoked"
        " stale ignore-sparse",
        ("alarm", "waits"): "meddle=PrivateNote meddle=DocNumber",
    },
    "renewal": {
        ("set aside", "waits"): "throttle=0 throttle=30 fail-after cut-after cut-within half-json html-after"
        " html-after=403 redirect revoked invalid-client",
    },
}


# The same where a fault lasts: nothing but a later start brings the changes to their end.
LASTING = ("fail-before", "cut-before", "html", "expired")
LAST: dict[str, dict[tuple[str, str], str]] = {
    "look before": {("waits", "waits"): " ".join(LASTING)},
    "write": {("open", "waits"): "fail-before cut-before html", ("set aside", "waits"): "expired"},
    "read again": {("open", "open"): " ".join(LASTING)},
    "read after a lost answer": {("open", "waits"): " ".join(LASTING)},
}


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firm]:
    folder: Path = tmp_path_factory.mktemp("faults")
    with served_firm(folder) as served:
        yield served


def expected(outcomes: dict[tuple[str, str], str], fault: str) -> tuple[str, ...]:
    found = [outcome for outcome, faults in outcomes.items() if fault in faults.split()]
    return ("proved", *found[0]) if found else ("proved", "proved", "proved")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_a_step(firm: Firm, step: str, fault: str) -> None:
    walk(firm, STEPS[step].format(fault), expected(OUTCOMES[step], fault))


@pytest.mark.parametrize("fault", LASTING)
@pytest.mark.parametrize("step", LAST)
def test_a_fault_that_lasts_from_a_step_on(firm: Firm, step: str, fault: str) -> None:
    first = STEPS[step].rpartition(":")[0]
    walk(firm, f"{first}-999:{fault}", expected(LAST[step], fault))


def walk(firm: Firm, schedule: str, outcome: tuple[str, ...]) -> None:
    """One batch under a schedule of faults, and what becomes of it when they are gone."""
    stage = Stage(firm, SHORT if holds_back(schedule) else CALM)
    firm.play(schedule)
    stage.save()
    assert stage.lies() == []
    assert stage.outcomes == outcome
    stage.recover()
    assert stage.lies() == []
    stage.close_alarms()
    assert stage.not_ended() == []


def test_what_is_expected_names_faults_that_there_are() -> None:
    assert VALUES.keys() <= TRICKS.keys()
    named = {fault for outcomes in OUTCOMES.values() for faults in outcomes.values() for fault in faults.split()}
    assert named <= set(FAULTS)
