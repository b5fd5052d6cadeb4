"""Tells when two errors of a text are one failure told twice: an exception and its cause, a report and its details."""

from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.one_second import in_one_second
from untwin.intake.finding.signs.chained import (
    FIELD_OF_TRACE,
    FRAME,
    LEADS_TO_CAUSE,
    SAME_AGAIN,
    TIME_OR_TURN,
    TRACE_BEGINS,
)
from untwin.intake.finding.signs.twice import LOG_HEAD
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.marking.group import Group

# The longest trace that may stand between an exception and its cause.
TRACE = 8_000
# The longest part of a report between an error and the heading under which it is shown again.
REPORT = 1_200
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


def is_shown_again(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether a report shows its error once more under a heading of its own: `Raw response`, `Technical details`."""
    (hit, group), (other, more) = first, second
    between = text[group.end : max(group.end, more.start)]
    if len(between) > REPORT or hit.finding.kind is not other.finding.kind or not _agree(hit.finding, other.finding):
        return False
    one = hit.finding.txn_id is not None and hit.finding.txn_id == other.finding.txn_id
    next_line = between.count("\n") == 1
    logged_twice = next_line and in_one_second(text, (group.start, group.end), LOG_HEAD, LINE)
    if one and (FIELD_OF_TRACE.found(between) or logged_twice):
        return True
    if not any(map(SAME_AGAIN.found, between.split("\n")[1:])) or TIME_OR_TURN.found(between):
        return False
    return one or not names_a_paper(between)


def tells_as_much(one: Finding, other: Finding) -> bool:
    """Whether the first of two findings of one failure says no less of it than the second."""
    return _told(one) >= _told(other)


def _told(finding: Finding) -> tuple[bool | int, ...]:
    known = finding.kind not in _GENERAL
    facts = (finding.txn_id, finding.doc_number, finding.code)
    return known, *(fact is not None for fact in facts), len(finding.message)


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
