"""Tells when two errors of a text are one failure that was handed on: an exception and its cause, a log and a trace."""

from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.signs.chained import FRAME, LEADS_TO_CAUSE, TRACE_BEGINS
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.marking.groups import Group

# The longest trace that may stand between an exception and its cause.
TRACE = 8_000
# How far back the line above an error is looked for.
LINE = 600


def is_handed_on(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether the one error is the cause of the other, or a log's line of it: nothing but a trace parts them."""
    (hit, group), (other, more) = first, second
    between = text[group.end : max(group.end, more.start)]
    if len(between) > TRACE or not _agree(hit.finding, other.finding):
        return False
    rest, *middle = between.split("\n")
    led = any(map(LEADS_TO_CAUSE.found, (rest, *middle)))
    if not led and (not any(map(TRACE_BEGINS.found, middle)) or _ends_a_trace(text, group)):
        return False
    own = names_a_paper(rest) and not led
    return not own and all(FRAME.found(line) or LEADS_TO_CAUSE.found(line) for line in middle[:-1])


def tells_more(one: Finding, other: Finding) -> bool:
    """Whether the first of two findings of one failure says more of it than the second."""
    return _told(one) > _told(other)


def _told(finding: Finding) -> tuple[bool, bool, bool, bool]:
    known = finding.kind not in _GENERAL
    return known, finding.txn_id is not None, finding.doc_number is not None, finding.code is not None


def _agree(one: Finding, other: Finding) -> bool:
    """Whether two findings may speak of one failure: of one kind, or one of them of none; of no two documents."""
    kinds = one.kind is other.kind or one.kind in _GENERAL or other.kind in _GENERAL
    facts = ((one.doc_number, other.doc_number), (one.txn_id, other.txn_id))
    return kinds and all(mine is None or its is None or mine == its for mine, its in facts)


def _ends_a_trace(text: str, group: Group) -> bool:
    """Whether an error is the last line of a trace: then the next trace is another failure's."""
    start = text.rfind("\n", max(0, group.start - LINE), group.start) + 1
    above = text[max(0, start - LINE) : start].rstrip("\r\n").rpartition("\n")[2]
    return above[:1] in (" ", "\t") and text[start : start + 1].isalpha()


# What a wrapper says of any failure that it hands on.
_GENERAL = (FaultKind.UNKNOWN, FaultKind.VALIDATION)
