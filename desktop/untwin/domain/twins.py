"""Finds the same sale under another number: proved, possible, or explained by another record of the source."""

from untwin.domain.compare import TWIN_DAYS, Amounts, compare
from untwin.domain.documents import Document, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.holder import same_reasons
from untwin.domain.incoming import Incoming
from untwin.domain.money import plain_amount
from untwin.domain.names import Likeness
from untwin.domain.records import is_record, other_records
from untwin.domain.verdict import HolderVerdict, Judgement, Verdict


def judge_twins(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    """What the search under other numbers says; None when it found nothing that may be the same sale."""
    incoming = evidence.incoming
    if incoming is None or not incoming.complete:
        return None
    # The very same reading, not just the same id: a holder that somebody changed meanwhile counts once more.
    others = [d for d in evidence.nearby if d not in evidence.holders and _counts(d) and not _explained(d, evidence)]
    proved = [d for d in others if compare(d, incoming, evidence).same_sale]
    if len(proved) == 1 and not _may_answer_another(proved[0], evidence):
        why = ("It stands there under another number.",)
        return Judgement(Verdict.SAME_DOCUMENT, same_reasons(proved[0]) + why, holders, proved[0].id)
    possible = proved or [d for d in others if _may_be_twin(d, incoming, evidence)]
    if not possible:
        return None
    return Judgement(Verdict.UNKNOWN, tuple(_may_be_same(d) for d in possible[:3]), holders)


def _may_be_same(document: Document) -> str:
    return f"{_capital(document.title)} of {document.date} may be the same sale: {plain_amount(document.total)}."


def _capital(words: str) -> str:
    """Only the first letter: a number inside keeps its own letters."""
    return words[:1].upper() + words[1:]


def _may_be_twin(document: Document, incoming: Incoming, evidence: Evidence) -> bool:
    found = compare(document, incoming, evidence)
    if found.customer is Likeness.DIFFERENT or (found.days is not None and found.days > TWIN_DAYS):
        return False
    return found.amount in (Amounts.SAME, Amounts.NEAR) and not document.voided


def _counts(document: Document) -> bool:
    """A payment that is applied in full, and a deposit of known payments, book no sale of their own."""
    if document.entity == "Payment":
        return bool(document.balance)
    return document.entity != "Deposit" or not document.links


def _may_answer_another(document: Document, evidence: Evidence) -> bool:
    """Whether another bill of the same customer and total waits too: then nobody can say which one it is."""
    booked = [d.number for d in (*evidence.holders, *evidence.nearby) if d.id != document.id]
    return any(
        is_record(document, record, need_number=False)
        and not any(same_number(record.number, number) for number in booked)
        for record in other_records(evidence)
    )


def _explained(document: Document, evidence: Evidence) -> bool:
    """Whether another record of the source accounts for it: last month's bill of the same fee, say."""
    return any(is_record(document, r, need_number=True) for r in other_records(evidence))
