"""What stays to be done by hand once a sale is confirmed as in QuickBooks, linked to its source or not."""

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.declared import source_name
from untwin.domain.words.days import told_day


def left_to_do(case: Case) -> tuple[str, ...]:
    """The list in its order; the last point says whether the QuickBooks copy may be removed instead, or why not."""
    source, document = source_name(case.source), _twin(case)
    title = f"{document.title} of {document.who}" if document else "this document"
    return (
        *_first(case, source),
        f"{source} stays unlinked from {title}: its payments and credits won't sync to it.",
        f"Link it in {source} where that is offered.",
        _payments(document, source),
        _removal(case, document, source),
    )


def link_unknown(case: Case) -> bool:
    """Whether its source may have posted the document by itself: what failed was not refused for its number.

    Too many requests, a change meanwhile or a connection that had ended are over by the next try, and a document that
    such a try made is linked. One that was refused because the number was there is not.
    """
    return case.kind is not FaultKind.DUPLICATE_DOC_NUMBER


def _first(case: Case, source: str) -> tuple[str, ...]:
    if not link_unknown(case):
        return ()
    number = case.waiting_number or "the document"
    return (
        f"See whether {source} shows {number} as synced: it may have posted it by itself. Then nothing else is left.",
        f"Only if {source} still shows it as failing, what follows is left.",
    )


def _twin(case: Case) -> Document | None:
    if case.evidence is None or case.judgement is None:
        return None
    named = (case.evidence.named_found,) if case.evidence.named_found else ()
    known = (*case.evidence.nearby, *case.evidence.holders, *named)
    return next((d for d in known if d.id == case.judgement.twin_id), None)


def _payments(document: Document | None, source: str) -> str:
    if document is not None and document.paid:
        return f"Money was received on it: see that {source} shows the same, and record later payments by hand."
    return "Record payments on it by hand in QuickBooks."


def _removal(case: Case, document: Document | None, source: str) -> str:
    kept = _why_kept(case, document)
    if kept:
        return f"The QuickBooks copy must stay: {kept}."
    remove = f"Or remove the QuickBooks copy yourself and let {source} post again, only while it is unpaid"
    return f"{remove}, undeposited, unreconciled and in a period that is neither closed nor reported."


def _why_kept(case: Case, document: Document | None) -> str:
    """What is known to forbid a removal; whether it is reconciled QuickBooks doesn't tell."""
    closed = case.evidence.facts.closed_through if case.evidence else None
    if document is None:
        return "too little is known of it"
    if document.paid or document.entity == "SalesReceipt":
        return "money has moved on it"
    if document.links:
        return "other documents are linked to it"
    if closed and document.date and document.date <= closed:
        return f"it lies in books closed through {told_day(closed)}"
    return ""
