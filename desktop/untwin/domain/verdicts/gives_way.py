"""Which of several documents gives its number up: never one that is closed, trust, synced or a vendor's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.verdict import Judgement
from untwin.domain.words.phrasing import capital, listed


class Who(StrEnum):
    """Who changes: the waiting document in its source, or what uses the number in QuickBooks."""

    WAITING = "waiting"
    HOLDER = "holder"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class GivesWay:
    """Who gives way, in which order, and why in one sentence.

    `document_ids` are the holders that would change, a credit memo before an invoice; empty unless `who` is HOLDER.
    """

    who: Who
    why: str
    document_ids: tuple[str, ...] = ()


def gives_way(
    holders: Sequence[Document], judgement: Judgement, closed_through: date | None, *, source: str, editable: bool
) -> GivesWay:
    """Who gives way for one waiting document.

    Args:
        holders: the documents with the number.
        judgement: what each of them is.
        closed_through: the last closed day, the firm's own included.
        source: how people call the app that the waiting document is in.
        editable: whether a person can change the waiting document's number there.
    """
    by_id = {each.document_id: each for each in judgement.holders}
    blocking = [d for d in holders if d.id in by_id and by_id[d.id].blocking]
    stays = [d for d in blocking if not by_id[d.id].changeable or _is_closed(d, closed_through)]
    if stays:
        words = f"{capital(stays[0].title)} keeps its number"
        if editable:
            return GivesWay(Who.WAITING, f"{words}: the waiting document gets another one in {source}.")
        return GivesWay(Who.NOBODY, f"{words}, and {source} has no way to change the waiting one's.")
    sent = next((d for d in blocking if _was_sent_and_is_open(d)), None)
    if sent is not None and editable:
        why = f"{capital(sent.title)} was e-mailed and is open: its customer will pay by {sent.number}."
        return GivesWay(Who.WAITING, f"{why} Better give the waiting document another number in {source}.")
    trust = next((d for d in blocking if by_id[d.id].unlocked), None)
    if trust is not None and editable:
        why = f"{capital(trust.title)} is on a trust account."
        return GivesWay(Who.WAITING, f"{why} Better give the waiting document another number in {source}.")
    if not blocking:
        return GivesWay(Who.NOBODY, "Nothing stands in the way.")
    ordered = sorted(blocking, key=lambda d: (d.entity != "CreditMemo", d.entity, d.id))
    return GivesWay(Who.HOLDER, _renamed([d.title for d in ordered]), tuple(d.id for d in ordered))


def _renamed(titles: list[str]) -> str:
    """Which documents the change is about, all of them named."""
    if len(titles) == 1:
        return f"{capital(titles[0])} gets another number."
    return f"{capital(listed(titles))} get other numbers."


def _is_closed(document: Document, closed_through: date | None) -> bool:
    """A document without a date can't be known to be open."""
    return closed_through is not None and (document.date is None or document.date <= closed_through)


def _was_sent_and_is_open(document: Document) -> bool:
    return document.emailed and document.entity == "Invoice" and (document.balance is None or document.balance > 0)
