"""Leaves out what only sums up: a line or a list that names documents whose errors the text tells elsewhere."""

from collections.abc import Sequence

from untwin.domain.errors.faults import FaultKind
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.signs.summed_up import ENDS_IN_A_NUMBER, HEADS_A_SUM, SUM_IN_A_LINE, WITH_A_REASON

# So far an error's line is looked at, and so many lines up to the heading of its list.
LINE = 400
LIST = 40


def without_sums(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits without those of a summary whose document has an error of the same kind outside of any summary."""
    if len(hits) < 2 or not HEADS_A_SUM.may_stand_in(text.lower()):
        return hits
    summed = [hit.finding.txn_id is None and _stands_in_a_sum(text, hit) for hit in hits]
    told = {named for hit, sums in zip(hits, summed, strict=True) if not sums for named in _documents(text, hit)}
    return [
        hit for hit, sums in zip(hits, summed, strict=True) if not sums or not told.intersection(_documents(text, hit))
    ]


def _documents(text: str, hit: Hit) -> Sequence[tuple[FaultKind, str]]:
    """What an error may be of: its number, the last one in front of it on its line, those with a reason in brackets."""
    start = _line_start(text, hit.start)
    beside = ENDS_IN_A_NUMBER.found(text[start : hit.start])
    numbers = [hit.finding.doc_number, beside.group("number") if beside else None]
    line = text[start : hit.end]
    if SUM_IN_A_LINE.found(line):
        numbers += [found.group("number") for found in WITH_A_REASON.places(line)]
    return [(hit.finding.kind, number.lower()) for number in numbers if number]


def _stands_in_a_sum(text: str, hit: Hit) -> bool:
    """Whether an error's line lists documents with reasons in brackets, or is an item right below such a heading."""
    start = _line_start(text, hit.start)
    if SUM_IN_A_LINE.found(text[start : hit.end]):
        return True
    for _ in range(LIST):
        end, start = start - 1, _line_start(text, max(0, start - 1))
        line = text[start : max(start, end)].strip()
        if not line or start >= end:
            return False
        if HEADS_A_SUM.found(line):
            return True
    return False


def _line_start(text: str, at: int) -> int:
    near = max(0, at - LINE)
    return max(near, text.rfind("\n", near, at) + 1)
