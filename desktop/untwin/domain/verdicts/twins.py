"""Finds the same sale under another number: proved, possible, or explained by another record of the source."""

from collections.abc import Sequence
from itertools import combinations

from untwin.domain.books.documents import Document, fold_number, owners_of, receipts
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.amounts import Amounts
from untwin.domain.verdicts.compare import TWIN_DAYS, Comparison, ProvedBy, compare
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.holder import is_proved, touches, trust_reason
from untwin.domain.verdicts.names import Likeness, closely_alike, compare_names
from untwin.domain.verdicts.records import has_its_own
from untwin.domain.verdicts.references import is_opening
from untwin.domain.verdicts.said import may_be_same, same_reasons
from untwin.domain.verdicts.verdict import HolderVerdict, Judgement, Verdict

Compared = tuple[Document, Comparison]
_ACQUAINTED = (Likeness.SAME, Likeness.LIKE)
_MOST_PARTS = 14  # more open documents of one customer than that say nothing by their sums


def judge_twins(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    """What the search under other numbers says; None when it found nothing that may be the same sale."""
    incoming = evidence.incoming
    if incoming is None or not incoming.complete:
        return None
    others = [(d, compare(d, incoming, evidence)) for d in _candidates(evidence)]
    proved = [(d, found) for d, found in others if _is_twin(d, found, evidence)]
    if len(proved) == 1:
        document, found = proved[0]
        why = (*same_reasons(document, found, evidence), "It stands there under another number.")
        return Judgement(Verdict.SAME_DOCUMENT, why, holders, document.id)
    possible = [d for d, _ in proved] or [d for d, found in others if _may_be_twin(d, found, incoming)]
    if possible:
        return Judgement(Verdict.UNKNOWN, tuple(may_be_same(d) for d in possible[:3]), holders)
    parts = _parts(others, incoming)
    return Judgement(Verdict.UNKNOWN, (_split(parts),), holders) if parts else None


def _candidates(evidence: Evidence) -> list[Document]:
    """All that was found nearby, and the document that the text names, should it have another number now."""
    named = (evidence.named_found,) if evidence.named_found else ()
    # The very same reading, not just the same id: a holder that somebody changed meanwhile counts once more.
    found = [d for d in (*evidence.nearby, *named) if d not in evidence.holders]
    unique = {(d.entity, d.id, d.sync_token): d for d in found}.values()
    apart = [part for d in unique for part in _apart(d)]
    return [d for d in apart if _counts(d) and not _explained(d, evidence)]


def _apart(document: Document) -> tuple[Document, ...]:
    """A deposit of several lines line by line, and as a whole where it isn't several customers'."""
    if document.entity != "Deposit" or len(document.lines) < 2:
        return (document,)
    whole = (document,) if len(owners_of(document)) < 2 else ()
    return (*whole, *receipts(document))


def _is_twin(document: Document, found: Comparison, evidence: Evidence) -> bool:
    if _is_clients_money(document, evidence.facts.trust_accounts):
        return False
    weak = found.proved_by is ProvedBy.WORK and not evidence.twin_search.complete
    return is_proved(document, found, evidence) and not weak


def _is_clients_money(document: Document, trust_accounts: tuple[str, ...]) -> bool:
    """Whether it books a client's money and no sale, though figure and matter agree: a line posts to trust.

    A fee that was only paid into the trust bank is a sale still; where no line names its account, nobody can say.
    """
    if not trust_reason(document, trust_accounts):
        return False
    lines = [line for line in document.lines if line.accounts]
    return not lines or any(touches(line.accounts, trust_accounts) for line in lines)


def _may_be_twin(document: Document, found: Comparison, incoming: Incoming) -> bool:
    if document.voided or (found.days is not None and found.days > TWIN_DAYS) or _moves_back(document, incoming):
        return False
    fits = found.amount in (Amounts.SAME, Amounts.NEAR)
    if found.customer is Likeness.DIFFERENT:
        return fits and found.speaks_of_it
    holds_it = found.contains or _brings_forward(document, found, incoming) or found.proved_by is ProvedBy.BILL
    return fits or holds_it or (found.amount is Amounts.UNKNOWN and _is_close(document, found, incoming))


def _is_close(document: Document, found: Comparison, incoming: Incoming) -> bool:
    """Whether it may be the customer's own, going by more than one word of the name, a relation or an address."""
    by_name = compare_names(document.customer_name, incoming.customer)
    if found.customer is not Likeness.LIKE or by_name is not Likeness.LIKE:
        return True
    return closely_alike(document.customer_name, incoming.customer)


def _brings_forward(document: Document, found: Comparison, incoming: Incoming) -> bool:
    """Whether it may be the customer's opening balance, large enough for the waiting sale to be in it."""
    large = document.total is not None and incoming.total is not None and document.total >= incoming.total
    return found.customer in (Likeness.SAME, Likeness.UNKNOWN) and large and is_opening(document)


def _moves_back(document: Document, incoming: Incoming) -> bool:
    """Whether it takes money the other way: a credit memo books no bill, and a bill no credit note."""
    credit = document.entity in ("CreditMemo", "RefundReceipt")
    return credit != (incoming.kind is IncomingKind.CREDIT_NOTE)


def _counts(document: Document) -> bool:
    """Whether it books a sale of its own.

    A payment that is applied in full and a deposit of known payments don't, nor does an estimate: but one that
    was turned into an invoice says that there is one.
    """
    if document.entity == "Payment":
        return document.balance is None or bool(document.balance)
    if document.entity == "Estimate":
        return any(link.entity == "Invoice" for link in document.links)
    return document.entity != "Deposit" or not document.links


def _explained(document: Document, evidence: Evidence) -> bool:
    """Whether another bill accounts for it: last month's bill of the same fee, say, or one that posted here.

    One that its source has voided or deleted doesn't: the waiting bill may be what came in its place.
    """
    if document.id in evidence.answers_others:
        return True
    if evidence.incoming and fold_number(evidence.incoming.number or "") in document.words.casefold().split():
        return False
    return has_its_own(document, evidence)


def _parts(others: Sequence[Compared], incoming: Incoming) -> tuple[Document, ...]:
    """Two or three documents of the customer that come to the waiting total: a bill that was split."""
    sums = [d for d, found in others if _may_be_part(d, found)][:_MOST_PARTS]
    for count in (2, 3):
        for some in combinations(sums, count):
            if sum(d.total or 0 for d in some) == incoming.total:
                return some
    return ()


def _may_be_part(document: Document, found: Comparison) -> bool:
    near = found.days is not None and found.days <= TWIN_DAYS
    return near and found.customer in _ACQUAINTED and found.same_direction is True and not document.voided


def _split(parts: Sequence[Document]) -> str:
    return f"The waiting total may be booked in parts: {' and '.join(d.title for d in parts)}."
