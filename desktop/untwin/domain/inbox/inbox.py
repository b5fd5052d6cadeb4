"""The inbox: its views with honest counts, the default order and the filter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.cases.case import Case, State
from untwin.domain.inbox.awake import archived
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.filter_words import parse

S = State


@dataclass(frozen=True, slots=True)
class View:
    """One tab, which is a filter with a name: its title, its filter line, and what to do where it is empty."""

    title: str
    line: str
    empty: str
    lead: str = "Paste an error, or drop a report here. Each problem becomes one case."

    @property
    def wanted(self) -> Filter:
        """What its line asks for."""
        return parse(self.line)


_AWAKE = "-is:snoozed -is:archived"
VIEWS = (
    View("Needs decision", f"is:decision {_AWAKE}", "Nothing needs a decision"),
    View("New", f"is:new {_AWAKE}", "Nothing new"),
    View(
        "Waiting to post",
        f"is:waiting {_AWAKE}",
        "Nothing waits to post",
        "Cases come here once their number is free, and stay until they are seen in QuickBooks.",
    ),
    View(
        "Snoozed",
        "is:snoozed",
        "Nothing is snoozed",
        "Snooze a case, and it waits here: until a time, until its source tries again, until the books are open.",
    ),
    View(
        "Posted today",
        "is:posted is:today -is:archived",
        "Nothing has posted today",
        "Only what was found in QuickBooks comes here. All shows what posted earlier.",
    ),
    View("All", "", "No cases yet"),
)

# What failed again comes first, what is done last.
RANK = {
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
    """What is urgent first, what was put away last; within a state the highest amount first, then the oldest."""
    return sorted(cases, key=lambda c: (archived(c), RANK[c.state], -value_of(c), c.created_at, len(c.id), c.id))


def value_of(case: Case) -> Decimal:
    """What waits; nothing where it isn't known."""
    total = case.incoming.total if case.incoming else None
    return total if total is not None else Decimal(0)


def counts(cases: Iterable[Seen], views: Sequence[View] = VIEWS) -> tuple[int, ...]:
    """How many cases each view has at this moment."""
    seen, wanted = list(cases), [view.wanted for view in views]
    return tuple(sum(1 for each in seen if fits(filter_, each)) for filter_ in wanted)


def matches(text: str, typed: str) -> bool:
    """Whether every word that was typed stands somewhere in the text."""
    folded = text.casefold()
    return all(word in folded for word in typed.casefold().split())
