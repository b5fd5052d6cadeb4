"""Judges a duplicate number from evidence: the worst of what the holders, the twins and the gaps say."""

from dataclasses import replace

from untwin.domain.books.documents import Document, Side
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.holder import incoming_unknown, judge_holder, may_be_cleared, unlocked_by
from untwin.domain.verdicts.maker import maker_question
from untwin.domain.verdicts.own_number import OwnNumber, named, question
from untwin.domain.verdicts.twins import judge_twins
from untwin.domain.verdicts.verdict import HIDING, WORST_FIRST, HolderVerdict, Judgement, Verdict
from untwin.domain.words.phrasing import listed

_NOWHERE_ELSE = "The sale is not in QuickBooks under any other number."


def judge(evidence: Evidence) -> Judgement:
    """The verdict, by errors that must never happen: missing or mixed evidence is always "unknown"."""
    judgement = _judged(evidence)
    shared = _only_sharing(judgement, evidence)
    if not shared:
        return judgement
    return replace(judgement, reasons=(*judgement.reasons, question(shared)), asks_own=tuple(d.id for d in shared))


def _only_sharing(judgement: Judgement, evidence: Evidence) -> tuple[Document, ...]:
    """The documents of the purchase side that alone stand between the case and its way out."""
    weighing = {h.document_id for h in judgement.holders if h.weighs and h.verdict is Verdict.PURCHASE_SIDE}
    shared = tuple(d for d in evidence.holders if d.id in weighing and may_be_cleared(d, evidence))
    if not shared:
        return ()
    words = tuple(OwnNumber(d.entity, d.id, "", evidence.looked_at) for d in shared)
    return shared if _is_way_out(_judged(replace(evidence, own_numbers=(*evidence.own_numbers, *words)))) else ()


def _is_way_out(judgement: Judgement) -> bool:
    """Whether nothing is in the way then, or at most the question who made a document."""
    asked = judgement.verdict is Verdict.UNKNOWN and len(judgement.asks_maker) == len(_open_reasons(judgement))
    return judgement.changeable or judgement.verdict is Verdict.NONE_FOUND or asked


def _open_reasons(judgement: Judgement) -> tuple[str, ...]:
    """Its reasons without the words that a person has given."""
    given = {h.word for h in judgement.holders}
    return tuple(r for r in judgement.reasons if r not in given)


def _judged(evidence: Evidence) -> Judgement:
    """The verdict as things stand, the words of people on purchase documents told with it."""
    holders = tuple(judge_holder(d, evidence) for d in evidence.holders)
    candidates = (
        _from_holders(holders, evidence),
        judge_twins(holders, evidence),
        _from_doubts(holders, evidence),
    )
    found = [c for c in candidates if c]
    worst = min(found, key=lambda c: WORST_FIRST.index(c.verdict))
    told = tuple(h.word for h in holders if h.cleared)
    worst = replace(worst, reasons=(*worst.reasons, *told)) if told else worst
    if worst.verdict in HIDING and (hidden := _may_be_booked(candidates[1], holders, evidence)):
        worst = replace(worst, reasons=tuple(dict.fromkeys((*worst.reasons, *hidden))), sale_open=True)
    return _beyond_trust(worst, evidence) if len(found) == 1 else worst


def _may_be_booked(twins: Judgement | None, holders: tuple[HolderVerdict, ...], evidence: Evidence) -> tuple[str, ...]:
    """Why the sale may be in QuickBooks already.

    Empty where it was looked for to the end, and where what waits isn't known: that has a question of its own.
    """
    if evidence.incoming is None or not evidence.incoming.complete:
        return ()
    maker_asked = _open_questions(holders, evidence)
    alike = [h for h in holders if h.verdict is Verdict.UNKNOWN and h.document_id not in maker_asked]
    search = () if evidence.twin_search.complete else (_not_searched(evidence),)
    return (*(twins.reasons if twins else ()), *(r for h in alike for r in h.reasons), *search)


def _not_searched(evidence: Evidence) -> str:
    return f"The search under other numbers is not complete. {evidence.twin_search.why_not}".strip()


def _beyond_trust(judgement: Judgement, evidence: Evidence) -> Judgement:
    """Where sales documents on trust accounts stand in the way and the company lets those change: the rest of the case.

    A journal entry, or a check on the trust bank, has the number too then and stays locked: nobody unlocked it, and
    nothing can show that it isn't what waits.
    """
    unlock, weighing = evidence.trust_unlock, [h for h in judgement.holders if h.weighs]
    if judgement.verdict is not Verdict.JOURNAL_OR_TRUST or unlock is None:
        return judgement
    if kept := _never_unlocked(weighing, evidence):
        return replace(judgement, reasons=(*judgement.reasons, unlocked_by(unlock), _kept_words(kept)))
    if not all(h.changeable for h in weighing):
        return replace(judgement, asks_maker=_open_questions(judgement.holders, evidence))
    beside = tuple(r for h in weighing if h.verdict.changeable for r in h.reasons)
    why = (*judgement.reasons, *beside, unlocked_by(unlock), _NOWHERE_ELSE)
    return replace(judgement, reasons=tuple(dict.fromkeys(why)), unlocked=True)


def _never_unlocked(weighing: list[HolderVerdict], evidence: Evidence) -> tuple[Document, ...]:
    """Those of them that are no sales documents: a journal entry, or one of the purchase side on a trust account."""
    trust = {h.document_id for h in weighing if h.verdict is Verdict.JOURNAL_OR_TRUST}
    return tuple(d for d in evidence.holders if d.id in trust and d.type.side is not Side.SALES)


def _kept_words(kept: tuple[Document, ...]) -> str:
    titles = listed([named(d) for d in kept])
    return f"That is for invoices, receipts and credit memos: nothing shows that {titles} is not what waits to post."


def _from_holders(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    # A vendor's bill or a journal entry is numbered apart, but the worst verdict wins: it has the number as well.
    weighing = [h for h in holders if h.weighs]
    if not weighing:
        return Judgement(Verdict.NONE_FOUND, _nothing_found_reasons(evidence), holders)
    worst = min((h.verdict for h in weighing), key=WORST_FIRST.index)
    if worst is Verdict.UNKNOWN:
        return None  # its reasons are among the doubts
    decisive = [h for h in weighing if h.verdict is worst]
    reasons = tuple(dict.fromkeys(r for h in decisive for r in h.reasons))
    if worst.changeable:
        reasons += (_NOWHERE_ELSE,)
    twin = decisive[0].document_id if worst is Verdict.SAME_DOCUMENT else None
    return Judgement(worst, reasons, holders, twin)


def _open_questions(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> tuple[str, ...]:
    """The documents whose maker is the only thing that is missing."""
    question = {d.id: (maker_question(d, evidence),) for d in evidence.holders}
    open_ones = (h for h in holders if not h.changeable)
    return tuple(h.document_id for h in open_ones if _beside_trust(h) == question[h.document_id])


def _beside_trust(holder: HolderVerdict) -> tuple[str, ...]:
    """Its reasons but the first where that names the trust account."""
    return holder.reasons[1:] if holder.verdict is Verdict.JOURNAL_OR_TRUST else holder.reasons


def _from_doubts(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    open_ones = (r for h in holders if h.verdict is Verdict.UNKNOWN for r in h.reasons)
    doubts = tuple(dict.fromkeys((*_gaps(evidence), *open_ones)))
    if not doubts:
        return None
    return Judgement(Verdict.UNKNOWN, doubts, holders, asks_maker=_open_questions(holders, evidence))


def _gaps(evidence: Evidence) -> list[str]:
    """What is missing although no document speaks against the case."""
    found: list[str] = []
    if evidence.named.number is None:
        found.append("The error names no number.")
    if evidence.incoming is None:
        found.append(incoming_unknown(evidence))
    elif not evidence.incoming.complete:
        found += [*_another_kind(evidence.incoming), incoming_unknown(evidence)]
    else:
        found += _gaps_of(evidence.incoming)
    if not evidence.holder_search.complete:
        found.append(f"Not every document with the number was seen. {evidence.holder_search.why_not}".strip())
    if not evidence.twin_search.complete:
        found.append(_not_searched(evidence))
    return found


def _another_kind(incoming: Incoming) -> list[str]:
    """What failed where that is all that is told: its amount must not be looked for in the bill of that number."""
    if incoming.kind in (IncomingKind.UNKNOWN, IncomingKind.BILL):
        return []
    return [_FAILED.format(incoming.kind.one)]


_FAILED = "What failed is {}, not the invoice of that number."
_NOT_A_BILL = {
    IncomingKind.UNKNOWN: "It isn't known whether an invoice, a payment or something else failed.",
    IncomingKind.PAYMENT: _FAILED.format(IncomingKind.PAYMENT.one),
    IncomingKind.TRUST: _FAILED.format(IncomingKind.TRUST.one),
}
_NOT_WAITING = {
    IncomingState.DRAFT: "The waiting document is only a draft.",
    IncomingState.VOIDED: "The waiting document is voided.",
    IncomingState.DELETED: "The waiting document is deleted.",
}


def _gaps_of(incoming: Incoming) -> list[str]:
    found = [_NOT_A_BILL.get(incoming.kind), _NOT_WAITING.get(incoming.state)]
    if incoming.total is not None and incoming.total <= 0:
        found.append("The waiting amount isn't above zero: which way the money goes isn't known.")
    return [each for each in found if each]


def _nothing_found_reasons(evidence: Evidence) -> tuple[str, ...]:
    number = evidence.named.number
    apart = " and ".join(d.title for d in evidence.holders)
    first = f"No document of any numbered type uses {number} now; voided ones were looked at too."
    if apart:
        first = f"Only {apart} has the number {number}, and is numbered apart from invoices."
    gone = ("The document that the error names isn't there any more.",) if evidence.named_missing else ()
    return (
        first,
        *gone,
        _NOWHERE_ELSE,
        "The number is free: the retry needs no change.",
    )
