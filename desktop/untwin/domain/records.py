"""Matches QuickBooks documents with the records of the source's own list."""

from untwin.domain.documents import Document, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.incoming import IncomingKind, SourceRecord
from untwin.domain.names import Likeness, compare_names


def other_records(evidence: Evidence) -> list[SourceRecord]:
    """The source's own list without the waiting document itself."""
    own = evidence.incoming.source_id if evidence.incoming else None
    return [r for r in evidence.source_records if r.id != own or r.kind is not IncomingKind.BILL]


def is_record(document: Document, record: SourceRecord, *, need_number: bool) -> bool:
    """Whether a document of QuickBooks may be this record of the source; a number is asked for where told."""
    credit = record.kind is IncomingKind.CREDIT_NOTE
    if credit != (document.entity in ("CreditMemo", "RefundReceipt")) or record.total != document.total:
        return False
    if need_number and not same_number(record.number, document.number):
        return False
    return compare_names(record.customer, document.customer_name) is not Likeness.DIFFERENT
