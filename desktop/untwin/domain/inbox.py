"""The inbox: its views with honest counts, the default order and the filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.case import Case, State

S = State


@dataclass(frozen=True, slots=True)
class View:
    """One tab: its title, the states it shows, and what to do where it is empty."""

    title: str
    states: frozenset[State]
    empty: str
    lead: str = "Paste an error, or drop a report here. Each problem becomes one case."


VIEWS = (
    View(
        "Needs decision",
        frozenset(
            {
                S.FAILED_AGAIN,
                S.NEEDS_CHECKING,
                S.BLOCKED,
                S.NEEDS_DECISION,
                S.FAILED,
                S.PLANNED,
                S.SAVING,
                S.NUMBER_RESTORED,
            }
        ),
        "Nothing needs a decision",
    ),
    View(
        "New",
        frozenset({S.NEW, S.LOOKING}),
        "Nothing new",
    ),
    View(
        "Waiting to post",
        frozenset({S.RENUMBERED, S.WAITING_TO_POST}),
        "Nothing waits to post",
        "Cases come here once their number is free, and stay until they are seen in QuickBooks.",
    ),
    View("Posted", frozenset({S.POSTED}), "Nothing has posted yet", "Only what was found in QuickBooks comes here."),
    View("All", frozenset(S), "No cases yet"),
)

# What failed again comes first, what is done last.
_RANK = {
    state: rank
    for rank, state in enumerate(
        (
            S.FAILED_AGAIN,
            S.NEEDS_CHECKING,
            S.BLOCKED,
            S.SAVING,
            S.PLANNED,
            S.NEEDS_DECISION,
            S.FAILED,
            S.NEW,
            S.LOOKING,
            S.NUMBER_RESTORED,
            S.RENUMBERED,
            S.WAITING_TO_POST,
            S.ALREADY_IN_QUICKBOOKS,
            S.POSTED,
            S.NO_LONGER_NEEDED,
            S.IGNORED,
        )
    )
}


def in_order(cases: Iterable[Case]) -> list[Case]:
    """What is urgent first; within a state the highest amount first, then the oldest."""
    return sorted(cases, key=lambda c: (_RANK[c.state], -_value(c), c.created_at, c.id))


def _value(case: Case) -> Decimal:
    total = case.incoming.total if case.incoming else None
    return total if total is not None else Decimal(0)


def counts(cases: Iterable[Case]) -> tuple[int, ...]:
    """How many cases each view has."""
    states = [case.state for case in cases]
    return tuple(sum(1 for state in states if state in view.states) for view in VIEWS)


def matches(text: str, typed: str) -> bool:
    """Whether every word that was typed stands somewhere in the text."""
    folded = text.casefold()
    return all(word in folded for word in typed.casefold().split())
