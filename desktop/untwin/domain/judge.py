"""Judges a duplicate number from evidence: the worst of what the holders, the twins and the gaps say."""

from untwin.domain.evidence import Evidence
from untwin.domain.holder import incoming_unknown, judge_holder, maker_question
from untwin.domain.incoming import IncomingKind
from untwin.domain.twins import judge_twins
from untwin.domain.verdict import WORST_FIRST, HolderVerdict, Judgement, Verdict


def judge(evidence: Evidence) -> Judgement:
    """The verdict, by errors that must never happen: missing or mixed evidence is always "unknown"."""
    holders = tuple(judge_holder(d, evidence) for d in evidence.holders)
    candidates = (
        _from_holders(holders, evidence),
        judge_twins(holders, evidence),
        _from_doubts(holders, evidence),
    )
    return min((c for c in candidates if c), key=lambda c: WORST_FIRST.index(c.verdict))


def _from_holders(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    blocking = [h for h in holders if h.blocking]
    if not blocking:
        return Judgement(Verdict.NONE_FOUND, _nothing_found_reasons(evidence), holders)
    worst = min((h.verdict for h in blocking), key=WORST_FIRST.index)
    if worst is Verdict.UNKNOWN:
        return None  # its reasons are among the doubts
    decisive = [h for h in blocking if h.verdict is worst]
    reasons = tuple(dict.fromkeys(r for h in decisive for r in h.reasons))
    if worst.changeable:
        reasons += ("The sale is not in QuickBooks under any other number.",)
    twin = decisive[0].document_id if worst is Verdict.SAME_DOCUMENT else None
    return Judgement(worst, reasons, holders, twin)


def _open_questions(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> tuple[str, ...]:
    """The documents whose maker is the only thing that is missing."""
    by_id = {d.id: d for d in evidence.holders}
    return tuple(
        h.document_id
        for h in holders
        if h.blocking and h.verdict is Verdict.UNKNOWN and h.reasons == (maker_question(by_id[h.document_id]),)
    )


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
    elif evidence.incoming.kind is IncomingKind.UNKNOWN:
        found.append("It isn't known whether a bill, a payment or something else failed.")
    if not evidence.holder_search.complete:
        found.append(f"Not every document with the number was seen. {evidence.holder_search.why_not}".strip())
    if not evidence.twin_search.complete:
        found.append(f"The search under other numbers is not complete. {evidence.twin_search.why_not}".strip())
    return found


def _raises_doubt(holder: HolderVerdict) -> bool:
    """An estimate or journal entry of the same number blocks nothing, but it may be the same sale."""
    return holder.verdict is Verdict.UNKNOWN or (not holder.blocking and holder.verdict is Verdict.SAME_DOCUMENT)


def _nothing_found_reasons(evidence: Evidence) -> tuple[str, ...]:
    number = evidence.named.number
    return (
        f"No document of any numbered type uses {number} now; voided ones were looked at too.",
        "The sale is not in QuickBooks under any other number.",
        "The number is free: the retry needs no change.",
    )
