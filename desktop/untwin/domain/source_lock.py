"""Locks a source's own ways out: a prefix, another number, or making it anew book twice what may be there already."""

from collections.abc import Iterable

from untwin.domain.case import Case, State
from untwin.domain.faults import FaultKind
from untwin.domain.sources import source_name
from untwin.domain.verdict import Verdict

_WAITS = frozenset(
    {
        State.NEW,
        State.LOOKING,
        State.NEEDS_DECISION,
        State.PLANNED,
        State.SAVING,
        State.NEEDS_CHECKING,
        State.BLOCKED,
        State.FAILED,
        State.FAILED_AGAIN,
    }
)
_NAMED = 4


def why_locked_at_source(case: Case, cases: Iterable[Case]) -> str:
    """Why the ways out in a case's source are locked, in a sentence; empty where they are open.

    Every waiting row of the source must be judged, and none may be the same sale or unknown: under a new number it
    would be booked once more. `cases` are all cases, the case itself among them or not.
    """
    rows = {each.id: each for each in (case, *cases) if _beside(case, each)}
    doubtful = [each for each in rows.values() if _may_be_there(each)]
    if not doubtful:
        return ""
    numbers = ", ".join(each.waiting_number or "one without a number" for each in doubtful[:_NAMED])
    more = f" and {len(doubtful) - _NAMED} more" if len(doubtful) > _NAMED else ""
    return (
        f"Locked: {numbers}{more} of {source_name(case.source)} may be in QuickBooks already;"
        " under a new number it would be booked twice. Solve those first."
    )


def _beside(case: Case, other: Case) -> bool:
    same_source = (other.company, other.source) == (case.company, case.source)
    return same_source and other.kind is FaultKind.DUPLICATE_DOC_NUMBER and other.state in _WAITS


def _may_be_there(case: Case) -> bool:
    return case.judgement is None or case.judgement.verdict in (Verdict.SAME_DOCUMENT, Verdict.UNKNOWN)
