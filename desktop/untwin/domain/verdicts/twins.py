"""Finds the same sale under another number: proved, possible, or explained by another record of the source."""

from collections.abc import Sequence
from decimal import Decimal
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
from untwin.domain.verdicts.taken_back import taken_back_words
from untwin.domain.verdicts.verdict import HolderVerdict, Judgement, Verdict
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount

Compared = tuple[Document, Comparison]
_NO_NUMBER = " without a number"
_ACQUAINTED = (Likeness.SAME, Likeness.LIKE)
# Of how many documents of one customer sums are made, by the count of their parts: many add up to anything.
_PARTS = {2: 14, 3: 14, 4: 8}
_MONEY = ("Payment", "Deposit")


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
        why = tuple(w for d in possible[:3] for w in (may_be_same(d), *taken_back_words(d, evidence)))
        return Judgement(Verdict.UNKNOWN, why, holders)
    split = _split(others, incoming)
    return Judgement(Verdict.UNKNOWN, (split,), holders) if split else None


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


def _split(others: Sequence[Compared], incoming: Incoming) -> str:
    """What says that the waiting total is there in parts: a bill that was split, or money that came bit by bit."""
    near = [(d, found) for d, found in others if _may_be_part(d, found)]
    sales = [d for d, found in near if found.same_direction is True]
    if booked := _parts([(d, d.total) for d in sales], incoming.total):
        return f"The waiting total may be booked in parts: {_told(booked)}."
    if incoming.kind is IncomingKind.CREDIT_NOTE:
        return ""
    money = [(d, _left_of(d)) for d, _ in near if d.entity in _MONEY and not _holds_others(d)]
    if paid := _parts(money, incoming.total):
        return f"Money that came to {told_amount(incoming.total)} together may be the waiting sale's: {_told(paid)}."
    return ""


def _parts(figures: Sequence[tuple[Document, Decimal | None]], total: Decimal | None) -> tuple[Document, ...]:
    """Two to four of them that come to the total."""
    for count, most in _PARTS.items():
        for some in combinations(figures[:most], count):
            if sum(amount or 0 for _, amount in some) == total:
                return tuple(d for d, _ in some)
    return ()


def _may_be_part(document: Document, found: Comparison) -> bool:
    near = found.days is not None and found.days <= TWIN_DAYS
    return near and found.customer in _ACQUAINTED and not document.voided


def _left_of(document: Document) -> Decimal | None:
    """What of a payment is applied to nothing yet; a deposit is there in full."""
    return document.balance if document.entity == "Payment" and document.balance is not None else document.total


def _holds_others(document: Document) -> bool:
    """A deposit as a whole, whose lines are candidates by themselves."""
    return document.entity == "Deposit" and len(document.lines) > 1


def _told(parts: Sequence[Document]) -> str:
    return " and ".join(f"{d.title.removesuffix(_NO_NUMBER)} of {told_day(d.date)}" for d in parts)
