"""What a batch has come to: posted, not posted, money, still open; told from its cases as they stand now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change
from untwin.domain.changes.run import Run, Tally, tally
from untwin.domain.sources.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts by currency's code; "" where a waiting document doesn't say it and it can be another than the books'."""

    by_currency: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts are of cases, each counted once.

    Attributes:
        rows: the same in rows, by the record of changes.
        posted: cases whose waiting document has posted, and what these come to.
        waiting: their number is free, and nothing has posted yet.
        restored: the old number was given back.
        open: cases that need a person: not done, set aside, or to be checked.
        left: cases of which nothing was begun yet.
        aside: cases that the plan left out, each with its reason.
    """

    rows: Tally
    posted: int
    waiting: int
    restored: int
    open: int
    left: int
    posted_money: Money
    waiting_money: Money
    aside: tuple[tuple[str, str], ...]


_WAITING = (State.RENUMBERED, State.WAITING_TO_POST)
_SOLVED = (State.POSTED, State.ALREADY_IN_QUICKBOOKS)


def summary(run: Run, cases: Sequence[Case], changes: Iterable[Change]) -> Summary:
    """The summary of a batch, from its cases as they stand now and the changes on record."""
    planned = {case.id for case in cases if case.state in (State.PLANNED, State.SAVING)}
    posted = [case for case in cases if case.state in _SOLVED]
    waiting = [case for case in cases if case.state in _WAITING]
    restored = sum(case.state is State.NUMBER_RESTORED for case in cases)
    left = 0 if run.state.over else len(planned)
    return Summary(
        rows=tally(run, changes, planned),
        posted=len(posted),
        waiting=len(waiting),
        restored=restored,
        open=len(cases) - len(posted) - len(waiting) - restored - left,
        left=left,
        posted_money=_money(posted),
        waiting_money=_money(waiting),
        aside=run.refused,
    )


def _money(cases: Iterable[Case]) -> Money:
    sums: dict[str, Decimal] = {}
    for case in cases:
        if case.incoming is not None and case.incoming.total is not None:
            currency = case.incoming.currency or _home(case, case.incoming)
            sums[currency] = sums.get(currency, Decimal(0)) + case.incoming.total
    return Money(tuple(sorted(sums.items())))


def _home(case: Case, incoming: Incoming) -> str:
    """The books' own currency, where an amount without one can be in no other."""
    facts = case.evidence.facts if case.evidence else None
    if facts is None or not (incoming.in_home_currency or facts.multicurrency is False):
        return ""
    return facts.home_currency or ""
