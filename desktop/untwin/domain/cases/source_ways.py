"""The ways out on the source's side, and why they are locked while one of its documents may be booked already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import SourceProfile
from untwin.domain.verdicts.verdict import Verdict

S = State
_ENDED = frozenset({S.POSTED, S.NO_LONGER_NEEDED, S.IGNORED})
_UNSEEN = frozenset({S.NEW, S.LOOKING, S.FAILED, S.FAILED_AGAIN})
_SHOWN_IN = frozenset({S.NEEDS_DECISION, S.BLOCKED, S.FAILED_AGAIN})
NAMED = 3  # numbers that a sentence names


class Way(StrEnum):
    """One way to let the source post under another number, or anew; all book twice what is booked already."""

    PREFIX = "prefix"
    HIGHER_NUMBER = "higher_number"
    CUSTOM_NUMBERS_OFF = "custom_numbers_off"
    REGENERATE = "delete_and_regenerate"


@dataclass(frozen=True, slots=True)
class SourceWay:
    """One way in words, and why it is locked; `locked` is empty where a person may go it."""

    way: Way
    words: str
    locked: str = ""


def source_ways(case: Case, cases: Iterable[Case], profile: SourceProfile) -> tuple[SourceWay, ...]:
    """The ways for a case, from all cases of its company and source as they stand now.

    None for a case without a source, for one that is on its way already, and for other kinds of error.
    """
    if not has_ways(case):
        return ()
    return ways_locked(case, why_locked_for(case, cases, profile.name), profile)


def has_ways(case: Case) -> bool:
    """Whether anything is offered on the side of its source at all."""
    return case.source is not None and case.kind is FaultKind.DUPLICATE_DOC_NUMBER and case.state in _SHOWN_IN


def ways_locked(case: Case, locked: str, profile: SourceProfile) -> tuple[SourceWay, ...]:
    """The ways for a case that has some; `locked` says why they are locked, empty where they are open."""
    number = case.doc_number or "the document"
    words = {
        Way.PREFIX: f"Give {profile.name}'s numbers a prefix of their own",
        Way.HIGHER_NUMBER: f"Let {profile.name} go on from a higher number",
        Way.CUSTOM_NUMBERS_OFF: "Switch Custom transaction numbers off in QuickBooks",
        Way.REGENERATE: f"Delete {number} in {profile.name} and make it anew",
    }
    # An app that asks for Custom transaction numbers on would be broken by switching them off.
    offered = [way for way in Way if way is not Way.CUSTOM_NUMBERS_OFF or profile.custom_numbers is not True]
    return tuple(SourceWay(way, words[way], locked) for way in offered)


def why_locked_for(case: Case, cases: Iterable[Case], name: str) -> str:
    """Why nothing may be changed on the side of a case's source, naming the rows that lock it; empty where it may.

    `cases` are all cases, the case itself among them or not; `name` is how people call the source.
    """
    rows = {c.id: c for c in (case, *cases) if (c.company, c.source) == (case.company, case.source)}
    return why_locked(list(rows.values()), name)


def why_locked(cases: Sequence[Case], name: str) -> str:
    """Why nothing may be changed on a source's side: any of its waiting documents may be in QuickBooks already.

    Args:
        cases: all cases of one company and source, whatever their errors are.
        name: how people call the source.
    """
    told = [(lock_of(c.kind, c.state, _verdict(c), sale_open=sale_open(c)), c.doc_number or "") for c in cases]
    rows = [(lock, number) for lock, number in told if lock]
    return why_locked_by({lock: numbers_of([n for each, n in rows if each is lock]) for lock in Lock}, name)


class Lock(StrEnum):
    """Why a waiting document locks the ways of its source."""

    SAME = "same"
    UNKNOWN = "unknown"
    UNSEEN = "unseen"


_SAID = {
    Lock.SAME: ("is in QuickBooks already", "are in QuickBooks already"),
    Lock.UNKNOWN: ("isn't known well enough", "aren't known well enough"),
    Lock.UNSEEN: ("hasn't been looked up", "haven't been looked up"),
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of some cases: the first few, empty for one without a number, and how many there are in all."""

    first: tuple[str, ...] = ()
    count: int = 0


def numbers_of(numbers: Sequence[str]) -> Numbers:
    """The first few of them and their count."""
    return Numbers(tuple(numbers[:NAMED]), len(numbers))


def sale_open(case: Case) -> bool:
    """Whether a case's sale may be booked already although its verdict says something else."""
    return case.judgement is not None and case.judgement.sale_open


def lock_of(kind: FaultKind, state: State, verdict: Verdict | None, *, sale_open: bool) -> Lock | None:
    """Why a case locks its source's ways; None where it doesn't.

    What is booked already locks them whatever its error was. What isn't known does so where a number in use keeps the
    document out: of other errors each says for itself whether the sale was looked for.
    """
    if state in _ENDED:
        return None
    if verdict is Verdict.SAME_DOCUMENT or state is State.ALREADY_IN_QUICKBOOKS:
        return Lock.SAME
    if kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return None
    if verdict is None or state in _UNSEEN:
        return Lock.UNSEEN
    return Lock.UNKNOWN if verdict is Verdict.UNKNOWN or sale_open else None


def why_locked_by(locks: Mapping[Lock, Numbers], name: str) -> str:
    """Why nothing may be changed on the side of the source `name`, by what locks it; empty where it may."""
    said = [_told(locks[lock], *_SAID[lock]) for lock in Lock if locks[lock].count]
    if not said:
        return ""
    return f"Locked: {', '.join(said)}. Under another number {name} would book what is there already a second time."


def _verdict(case: Case) -> Verdict | None:
    return case.judgement.verdict if case.judgement else None


def _told(numbers: Numbers, one: str, many: str) -> str:
    named = [number or "one without a number" for number in numbers.first]
    more = numbers.count - len(named)
    listed = f"{', '.join(named)} and {more} more" if more else " and ".join(named)
    return f"{listed} {one if numbers.count == 1 else many}"
