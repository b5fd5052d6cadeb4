"""Whether a case fits a filter: the meaning of each condition, in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from untwin.domain.books.documents import Document, same_number
from untwin.domain.cases.case import Case, State
from untwin.domain.inbox.awake import archived, asleep
from untwin.domain.inbox.filter_line import (
    Age,
    AmountBetween,
    Coded,
    Condition,
    Filter,
    Flagged,
    FlagWord,
    InState,
    Labelled,
    Mark,
    Marked,
    NumberBetween,
    Numbered,
    OfCompany,
    OfSource,
    OfType,
    OfVerdict,
    Text,
)
from untwin.domain.inbox.filter_values import split_number
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.blocks import BlockId
from untwin.domain.verdicts.verdict import Verdict

_CLOSED = frozenset({BlockId.CLOSED_BOOKS, BlockId.REPORTED, BlockId.WAITING_IN_CLOSED_BOOKS})
ENDED = frozenset({State.IGNORED, State.NO_LONGER_NEEDED})


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as a filter sees it.

    Attributes:
        now: with the offset of clocks on the wall here: it says which day is today.
        company: its company's name; empty where it has none.
        text: everything that free text is looked for in.
    """

    case: Case
    now: datetime
    company: str = ""
    text: str = ""


def fits(wanted: Filter, seen: Seen) -> bool:
    """Whether every term holds."""
    return all(holds(term.condition, seen) is not term.unless for term in wanted.terms)


def holds(condition: Condition, seen: Seen) -> bool:
    """Whether one condition holds."""
    return _MEANING[type(condition)](condition, seen)


def in_the_way(case: Case) -> tuple[Document, ...]:
    """The documents in the way: as the verdict weighed them, else as the look-up found them."""
    if case.evidence is None:
        return ()
    if case.judgement is None:
        return case.evidence.holders
    ids = {h.document_id for h in case.judgement.holders if h.blocking}
    twin = case.judgement.twin_id
    found = tuple(d for d in case.evidence.holders if d.id in ids)
    return found or tuple(d for d in case.evidence.nearby if d.id == twin)


def _text(condition: Text, seen: Seen) -> bool:
    return condition.text.casefold() in seen.text.casefold()


def _state(condition: InState, seen: Seen) -> bool:
    return seen.case.state in condition.states


def _marked(condition: Marked, seen: Seen) -> bool:
    return _MARK[condition.mark](seen)


def _company(condition: OfCompany, seen: Seen) -> bool:
    if not condition.text:
        return seen.case.company is None
    return condition.text.casefold() in seen.company.casefold() or condition.text == seen.case.company


def _source(condition: OfSource, seen: Seen) -> bool:
    source = seen.case.source
    if not condition.text or source is None:
        return not condition.text and source is None
    wanted = condition.text.casefold()
    return wanted in source_name(source).casefold() or wanted == source.casefold()


def _numbered(condition: Numbered, seen: Seen) -> bool:
    return same_number(condition.number, seen.case.doc_number)


def _number_between(condition: NumberBetween, seen: Seen) -> bool:
    split = split_number(seen.case.doc_number or "")
    if split is None or split[0] != condition.prefix:
        return False
    return (condition.low is None or split[1] >= condition.low) and (
        condition.high is None or split[1] <= condition.high
    )


def _amount(condition: AmountBetween, seen: Seen) -> bool:
    total = seen.case.incoming.total if seen.case.incoming else None
    if total is None:
        return False
    low, high = condition.low, condition.high
    above = low is None or total > low or (condition.low_in and total == low)
    return above and (high is None or total < high or (condition.high_in and total == high))


def _verdict(condition: OfVerdict, seen: Seen) -> bool:
    judgement = seen.case.judgement
    return judgement.verdict in condition.verdicts if judgement else not condition.verdicts


def _type(condition: OfType, seen: Seen) -> bool:
    incoming = seen.case.incoming
    if incoming is not None and incoming.kind.value in condition.kinds:
        return True
    return any(document.entity in condition.entities for document in in_the_way(seen.case))


def _flagged(condition: Flagged, seen: Seen) -> bool:
    return _FLAG[condition.flag](seen.case)


def _age(condition: Age, seen: Seen) -> bool:
    passed = seen.now - seen.case.created_at
    return passed > condition.over if condition.over is not None else passed < (condition.under or passed)


def _labelled(condition: Labelled, seen: Seen) -> bool:
    return seen.case.marks.has(condition.label)


def _coded(condition: Coded, seen: Seen) -> bool:
    return any(finding.code == condition.code for finding in seen.case.findings)


def _changed_today(seen: Seen) -> bool:
    return seen.case.updated_at.astimezone(seen.now.tzinfo).date() == seen.now.date()


_MARK: dict[Mark, Callable[[Seen], bool]] = {
    Mark.SNOOZED: lambda seen: asleep(seen.case, seen.now),
    Mark.UNREAD: lambda seen: seen.case.marks.unread,
    Mark.ARCHIVED: lambda seen: archived(seen.case),
    Mark.LABELLED: lambda seen: bool(seen.case.marks.labels),
    Mark.NOTED: lambda seen: bool(seen.case.marks.note),
    Mark.SOLVED: lambda seen: seen.case.state.solved,
    Mark.OPEN: lambda seen: not seen.case.state.solved and seen.case.state not in ENDED,
    Mark.CHANGED_TODAY: _changed_today,
}
_FLAG: dict[FlagWord, Callable[[Case], bool]] = {
    FlagWord.EMAILED: lambda case: any(d.emailed for d in in_the_way(case)),
    FlagWord.PAID: lambda case: any(d.paid for d in in_the_way(case)),
    FlagWord.LINKED: lambda case: any(d.links for d in in_the_way(case)),
    FlagWord.VOIDED: lambda case: any(d.voided for d in in_the_way(case)),
    FlagWord.CLOSED: lambda case: any(block.id in _CLOSED for block in case.blocks),
    FlagWord.TRUST: lambda case: case.judgement is not None and case.judgement.verdict is Verdict.JOURNAL_OR_TRUST,
    FlagWord.REPEATED: lambda case: case.count > 1,
}
_MEANING: dict[type[Any], Callable[[Any, Seen], bool]] = {
    Text: _text,
    InState: _state,
    Marked: _marked,
    OfCompany: _company,
    OfSource: _source,
    Numbered: _numbered,
    NumberBetween: _number_between,
    AmountBetween: _amount,
    OfVerdict: _verdict,
    OfType: _type,
    Flagged: _flagged,
    Age: _age,
    Labelled: _labelled,
    Coded: _coded,
}
