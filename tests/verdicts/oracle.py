"""What must be true of the evidence whenever a verdict is sure, written without looking at how verdicts are made."""

from collections.abc import Iterator
from decimal import Decimal

from untwin.domain.books.documents import Document, same_number
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.verdict import Judgement, Verdict
from verdicts.conflict import GO_AHEAD
from verdicts.people import all_words

_SALES = ("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt")
_POSTS_AS = {
    IncomingKind.BILL: ("Invoice", "SalesReceipt"),
    IncomingKind.INTEREST: ("Invoice", "SalesReceipt"),
    IncomingKind.CREDIT_NOTE: ("CreditMemo",),
    IncomingKind.PAYMENT: ("Payment",),
}
_CENT = Decimal("0.01")
_DAYS, _WINDOW = 21, 60


def broken(evidence: Evidence, judgement: Judgement) -> Iterator[str]:
    """What the reference asks for and the evidence doesn't have; nothing where the verdict is not sure."""
    if judgement.verdict is Verdict.SAME_DOCUMENT:
        yield from _not_the_same(evidence, judgement)
    if judgement.verdict in GO_AHEAD:
        yield from _not_free(evidence)
        yield from (words for d in _in_the_way(evidence) for words in _not_unrelated(evidence, d))
        yield from (f"{d.title} has the number" for d in evidence.holders if _weighs(evidence, d))
        if judgement.verdict is Verdict.NONE_FOUND and _in_the_way(evidence):
            yield "a document has the number"


def _not_the_same(evidence: Evidence, judgement: Judgement) -> Iterator[str]:
    waiting, named = evidence.incoming, evidence.named_found
    every = (*evidence.holders, *evidence.nearby, *((named,) if named else ()))
    twin = next((d for d in every if d.id == judgement.twin_id), None)
    if waiting is None or twin is None or waiting.total is None or waiting.date is None or twin.date is None:
        yield "the waiting document or its twin isn't known"
        return
    if twin.voided or twin.entity not in _POSTS_AS.get(waiting.kind, ()):
        yield f"a {twin.entity} is not what a {waiting.kind} posts as, or it is voided"
    if twin.customer_id not in evidence.incoming_customers:
        yield "its customer isn't proved"
    if twin.total != waiting.total or twin.currency is None:
        yield "its total or currency isn't the same"
    # People and tables write `usd` as well; a code is the same in any capitals.
    if twin.currency != (waiting.currency or evidence.facts.home_currency or "").strip().upper():
        yield "its currency isn't the same"
    if abs((twin.date - waiting.date).days) > _DAYS:
        yield "its date is weeks off"


def _not_free(evidence: Evidence) -> Iterator[str]:
    waiting = evidence.incoming
    if waiting is None or not waiting.complete or waiting.kind is IncomingKind.UNKNOWN:
        yield "the waiting document isn't known"
        return
    if not evidence.holder_search.complete or not evidence.twin_search.complete:
        yield "a search is not complete"
    yield from (f"{d.title} may be the same sale" for d in evidence.nearby if _may_be_twin(evidence, waiting, d))


def _may_be_twin(evidence: Evidence, waiting: Incoming, d: Document) -> bool:
    if d.voided or d in evidence.holders or _too_far(waiting, d) or _listed(evidence, d):
        return False
    if d.entity == "Deposit":
        own = {None, *_relatives(evidence)}
        lines = [line.amount for line in d.lines if line.customer_id in own and not line.linked]
        return _fits(waiting, (*lines, d.total if d.customer_id in own and not d.links else None))
    if d.customer_id not in _relatives(evidence):
        return False
    if d.entity == "Payment":
        return d.balance != 0 and _fits(waiting, (d.balance,))
    return d.entity in _POSTS_AS.get(waiting.kind, ()) and _fits(waiting, _amounts(d))


def _too_far(waiting: Incoming, d: Document) -> bool:
    return bool(d.date and waiting.date and abs((d.date - waiting.date).days) > _WINDOW)


def _listed(evidence: Evidence, d: Document) -> bool:
    """Another record of the source explains it."""
    own = evidence.incoming.source_id if evidence.incoming else None
    kinds = [kind for kind, entities in _POSTS_AS.items() if d.entity in entities]
    others = (r for r in evidence.source_records if r.id != own and r.kind in kinds and not r.state.never_sent)
    return any(same_number(r.number, d.number) and r.total == d.total for r in others)


def _relatives(evidence: Evidence) -> set[str]:
    """The waiting customer's records, their parents and their sub-customers."""
    found = set(evidence.incoming_customers)
    parents = {c.parent_id for c in evidence.customers if c.id in found and c.parent_id}
    return found | parents | {c.id for c in evidence.customers if c.parent_id in found}


def _in_the_way(evidence: Evidence) -> list[Document]:
    return [d for d in evidence.holders if d.entity in _SALES]


def _weighs(evidence: Evidence, d: Document) -> bool:
    """A journal entry does always, a vendor's document until somebody has said that it only shares the number."""
    said = [(own.entity, own.document_id) for own in evidence.own_numbers]
    apart = (d.entity, d.id) in said and d.id != evidence.named.txn_id
    return d.entity == "JournalEntry" or (d.entity not in (*_SALES, "Estimate") and not apart)


def _not_unrelated(evidence: Evidence, d: Document) -> Iterator[str]:
    waiting, customer = evidence.incoming, evidence.customer(d.customer_id)
    if waiting is None:
        return
    if d.voided or d.total is None or d.currency is None:
        yield f"{d.title} has no amount to compare"
    abroad = d.home_total if d.currency != evidence.facts.home_currency else None
    if _fits(waiting, (*_amounts(d), abroad)):
        yield f"{d.title} has the amount"
    if d.customer_id in _relatives(evidence) or d.customer_id is None:
        yield f"{d.title} is of the customer, or nobody knows of whom"
    name = customer.name if customer else d.customer_name or ""
    if not name or _bare(name) == _bare(waiting.customer or ""):
        yield f"{d.title} is of the same name"
    if set(d.accounts) & set(evidence.facts.trust_accounts):
        yield f"{d.title} is on a trust account"
    if d.id not in evidence.made_by_hand and (not evidence.source_search.complete or _listed(evidence, d)):
        yield f"nobody knows who made {d.title}, or a source did"


def _bare(name: str) -> frozenset[str]:
    return frozenset(word for word in all_words(name) if word != "clio" and not word.isdigit())


def _fits(waiting: Incoming, amounts: tuple[Decimal | None, ...]) -> bool:
    return any(a is not None and waiting.total is not None and abs(a - waiting.total) <= _CENT for a in amounts if a)


def _amounts(d: Document) -> tuple[Decimal | None, ...]:
    """All that could be the bill's total: with and without tax, discount, retainer and what is paid."""
    given = [line.amount for line in d.lines if line.amount is not None and line.amount > 0]
    before = d.subtotal + d.discount if d.subtotal is not None and d.discount is not None else None
    return (d.total, d.subtotal, d.balance, before, sum(given, Decimal(0)) if d.subtotal else None)
