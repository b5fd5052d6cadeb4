"""Matches QuickBooks documents with the records of the apps' own lists: whose one is, and what else it may be."""

import re
from collections.abc import Iterable

from untwin.domain.books.documents import Document, same_number
from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceRecord
from untwin.domain.verdicts.compare import SAME_SALE_DAYS, TWIN_DAYS
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness, compare_names

_CREDITS = ("CreditMemo", "RefundReceipt")
_PREFIX = re.compile(r"(.*[^\W\d_].*?)\d+")


def other_records(evidence: Evidence) -> list[SourceRecord]:
    """The source's own list without the waiting document itself."""
    incoming = evidence.incoming
    return [r for r in evidence.source_records if incoming is None or not _is_waiting_one(r, incoming)]


def _is_waiting_one(record: SourceRecord, incoming: Incoming) -> bool:
    """By its id; where a person typed what waits, by number and customer or amount."""
    if (record.kind is IncomingKind.CREDIT_NOTE) != (incoming.kind is IncomingKind.CREDIT_NOTE):
        return False
    if incoming.source_id is not None:
        return record.id == incoming.source_id
    alike = compare_names(record.customer, incoming.customer) is not Likeness.DIFFERENT
    return same_number(record.number, incoming.number) and (alike or record.total == incoming.total)


def accounts_for(record: SourceRecord, document: Document) -> bool:
    """Whether a document is this record under its own number: last month's bill of the same fee, say."""
    return may_be(record, document) and same_number(record.number, document.number)


def has_its_own(document: Document, evidence: Evidence) -> bool:
    """Whether another bill of the source accounts for it that may stand in QuickBooks still."""
    return any(r.books_a_sale and accounts_for(r, document) for r in other_records(evidence))


def may_be(record: SourceRecord, document: Document) -> bool:
    """Whether a document may be this record, going by kind, amount and customer."""
    alike = compare_names(record.customer, document.customer_name) is not Likeness.DIFFERENT
    return _same_kind(record, document) and record.total == document.total and alike


def owns(record: SourceRecord, document: Document) -> bool:
    """Whether the app that lists this record made the document: an earlier version of the record too."""
    if not _same_kind(record, document):
        return False
    if same_number(record.number, document.number):
        return _is_its_customer(record, document) or (record.total is not None and record.total == document.total)
    days = _days(record, document)
    return may_be(record, document) and (days is None or days <= SAME_SALE_DAYS)


def may_own(record: SourceRecord, document: Document) -> bool:
    """Whether nobody can say: it has the document's number, and a customer who isn't told or isn't a stranger.

    Its kind says nothing against it: a bill in the app for the customer of a credit memo is mixed evidence.
    """
    stranger = compare_names(record.customer, document.customer_name) is Likeness.DIFFERENT
    return not stranger and same_number(record.number, document.number)


def _is_its_customer(record: SourceRecord, document: Document) -> bool:
    return compare_names(record.customer, document.customer_name) is Likeness.SAME


def rivals(document: Document, evidence: Evidence) -> bool:
    """Whether the document may as well be another bill that isn't booked under its own number yet."""
    incoming = evidence.incoming
    beside = [w for w in evidence.waiting_beside if incoming is None or not is_the_same(w, incoming)]
    if any(_may_answer(waiting, document) for waiting in beside):
        return True
    if incoming and same_number(document.number, incoming.number):
        return False
    others = [d.number for d in (*evidence.holders, *evidence.nearby) if d.id != document.id]
    alive = [r for r in other_records(evidence) if r.books_a_sale]
    return any(_is_open(r, others) and _is_near(r, document) and may_be(r, document) for r in alive)


def continues_series(number: str | None, evidence: Evidence) -> bool:
    """Whether a number lies in the source's own series: it has the letters that the source's numbers begin with."""
    found = _PREFIX.fullmatch((number or "").strip())
    if found is None:
        return False
    prefix = found.group(1).casefold()
    known = [r.number for r in other_records(evidence)]
    others = [_PREFIX.fullmatch(n.strip()) for n in known if n and not same_number(n, number)]
    return prefix == evidence.source_prefix.casefold() or any(o and o.group(1).casefold() == prefix for o in others)


def is_the_same(one: Incoming, other: Incoming) -> bool:
    """Whether two cases wait with one and the same document: two errors about it were taken in apart."""
    if one.source_id and other.source_id:
        return one.source_id == other.source_id
    alike = compare_names(one.customer, other.customer) is Likeness.SAME
    return same_number(one.number, other.number) and alike and one.total == other.total


def _may_answer(waiting: Incoming, document: Document) -> bool:
    alike = compare_names(waiting.customer, document.customer_name) is not Likeness.DIFFERENT
    return alike and waiting.total == document.total


def _is_open(record: SourceRecord, booked: Iterable[str | None]) -> bool:
    return not any(same_number(record.number, number) for number in booked)


def _is_near(record: SourceRecord, document: Document) -> bool:
    days = _days(record, document)
    return days is None or days <= TWIN_DAYS


def _days(record: SourceRecord, document: Document) -> int | None:
    if record.date is None or document.date is None:
        return None
    return abs((record.date - document.date).days)


def _same_kind(record: SourceRecord, document: Document) -> bool:
    if record.kind is IncomingKind.CREDIT_NOTE:
        return document.entity in _CREDITS
    return document.entity in ("Invoice", "SalesReceipt")
