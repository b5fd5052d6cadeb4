"""The ways out on the source's side, and why they are locked while one of its documents may be booked already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.case import Case, State
from untwin.domain.faults import FaultKind
from untwin.domain.sources import SourceProfile
from untwin.domain.verdict import Verdict

S = State
_ENDED = frozenset({S.POSTED, S.NO_LONGER_NEEDED, S.IGNORED})
_UNSEEN = frozenset({S.NEW, S.LOOKING, S.FAILED, S.FAILED_AGAIN})
_SHOWN_IN = frozenset({S.NEEDS_DECISION, S.BLOCKED, S.FAILED_AGAIN})
_NAMED = 3  # numbers that a sentence names


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
    if case.source is None or case.kind is not FaultKind.DUPLICATE_DOC_NUMBER or case.state not in _SHOWN_IN:
        return ()
    locked = why_locked_for(case, cases, profile.name)
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
    return why_locked([c for c in rows.values() if c.kind is FaultKind.DUPLICATE_DOC_NUMBER], name)


def why_locked(cases: Sequence[Case], name: str) -> str:
    """Why nothing may be changed on a source's side: any of its waiting documents may be in QuickBooks already.

    Args:
        cases: all cases of one company and source about a number in use.
        name: how people call the source.
    """
    waiting = [case for case in cases if case.state not in _ENDED]
    same = [c for c in waiting if _verdict(c) is Verdict.SAME_DOCUMENT or c.state is State.ALREADY_IN_QUICKBOOKS]
    unseen = [c for c in waiting if c not in same and (c.judgement is None or c.state in _UNSEEN)]
    unknown = [c for c in waiting if c not in unseen and _verdict(c) is Verdict.UNKNOWN]
    said = [
        *_told(same, "is in QuickBooks already", "are in QuickBooks already"),
        *_told(unknown, "isn't known well enough", "aren't known well enough"),
        *_told(unseen, "hasn't been looked up", "haven't been looked up"),
    ]
    if not said:
        return ""
    return f"Locked: {', '.join(said)}. Under another number {name} would book what is there already a second time."


def _verdict(case: Case) -> Verdict | None:
    return case.judgement.verdict if case.judgement else None


def _told(cases: Sequence[Case], one: str, many: str) -> list[str]:
    if not cases:
        return []
    named = [case.doc_number or "one without a number" for case in cases[:_NAMED]]
    more = len(cases) - len(named)
    listed = f"{', '.join(named)} and {more} more" if more else " and ".join(named)
    return [f"{listed} {one if len(cases) == 1 else many}"]
