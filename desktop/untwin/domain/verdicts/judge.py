"""Judges a duplicate number from evidence: the worst of what the holders, the twins and the gaps say."""

from dataclasses import replace

from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.holder import incoming_unknown, judge_holder
from untwin.domain.verdicts.maker import maker_question
from untwin.domain.verdicts.twins import judge_twins
from untwin.domain.verdicts.verdict import WORST_FIRST, HolderVerdict, Judgement, Verdict

_NOWHERE_ELSE = "The sale is not in QuickBooks under any other number."
_SHOWN_ALONE = (Verdict.JOURNAL_OR_TRUST, Verdict.PURCHASE_SIDE)


def judge(evidence: Evidence) -> Judgement:
    """The verdict, by errors that must never happen: missing or mixed evidence is always "unknown"."""
    holders = tuple(judge_holder(d, evidence) for d in evidence.holders)
    candidates = (
        _from_holders(holders, evidence),
        judge_twins(holders, evidence),
        _from_doubts(holders, evidence),
    )
    found = [c for c in candidates if c]
    worst = min(found, key=lambda c: WORST_FIRST.index(c.verdict))
    return _beyond_trust(worst, evidence) if len(found) == 1 else worst


def _beyond_trust(judgement: Judgement, evidence: Evidence) -> Judgement:
    """Where only a trust account stands in the way and the company lets such numbers change: the rest of the case."""
    blocking = [h for h in judgement.holders if h.blocking]
    if judgement.verdict is not Verdict.JOURNAL_OR_TRUST or evidence.trust_unlock is None or not blocking:
        return judgement
    if not all(h.changeable for h in blocking):
        return replace(judgement, asks_maker=_open_questions(judgement.holders, evidence))
    return replace(judgement, reasons=(*judgement.reasons, _NOWHERE_ELSE), unlocked=True)


def _from_holders(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    # A vendor bill or journal entry of that number blocks nothing, but it is something that has the number.
    blocking = [h for h in holders if h.blocking] or [h for h in holders if h.verdict in _SHOWN_ALONE]
    if not blocking:
        return Judgement(Verdict.NONE_FOUND, _nothing_found_reasons(evidence), holders)
    worst = min((h.verdict for h in blocking), key=WORST_FIRST.index)
    if worst is Verdict.UNKNOWN:
        return None  # its reasons are among the doubts
    decisive = [h for h in blocking if h.verdict is worst]
    reasons = tuple(dict.fromkeys(r for h in decisive for r in h.reasons))
    if worst.changeable:
        reasons += (_NOWHERE_ELSE,)
    twin = decisive[0].document_id if worst is Verdict.SAME_DOCUMENT else None
    return Judgement(worst, reasons, holders, twin)


def _open_questions(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> tuple[str, ...]:
    """The documents whose maker is the only thing that is missing."""
    question = {d.id: (maker_question(d, evidence),) for d in evidence.holders}
    open_ones = (h for h in holders if h.blocking and not h.changeable)
    return tuple(h.document_id for h in open_ones if _beside_trust(h) == question[h.document_id])


def _beside_trust(holder: HolderVerdict) -> tuple[str, ...]:
    """Its reasons but the first where that names the trust account."""
    return holder.reasons[1:] if holder.verdict is Verdict.JOURNAL_OR_TRUST else holder.reasons


def _from_doubts(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    doubts = tuple(dict.fromkeys((*_gaps(evidence), *(r for h in holders if _raises_doubt(h) for r in h.reasons))))
    if not doubts:
        return None
    return Judgement(Verdict.UNKNOWN, doubts, holders, asks_maker=_open_questions(holders, evidence))


def _gaps(evidence: Evidence) -> list[str]:
    """What is missing although no document speaks against the case."""
    found: list[str] = []
    if evidence.named.number is None:
        found.append("The error names no number.")
    if evidence.incoming is None or not evidence.incoming.complete:
        found.append(incoming_unknown(evidence))
    else:
        found += _gaps_of(evidence.incoming)
    if not evidence.holder_search.complete:
        found.append(f"Not every document with the number was seen. {evidence.holder_search.why_not}".strip())
    if not evidence.twin_search.complete:
        found.append(f"The search under other numbers is not complete. {evidence.twin_search.why_not}".strip())
    return found


_NOT_A_BILL = {
    IncomingKind.UNKNOWN: "It isn't known whether an invoice, a payment or something else failed.",
    IncomingKind.PAYMENT: "What failed is a payment, not the invoice of that number.",
    IncomingKind.TRUST: "What failed is a trust transaction, not the invoice of that number.",
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


def _raises_doubt(holder: HolderVerdict) -> bool:
    """An estimate or journal entry of the same number blocks nothing, but it may be the same sale."""
    return holder.verdict is Verdict.UNKNOWN or (not holder.blocking and holder.verdict is Verdict.SAME_DOCUMENT)


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
