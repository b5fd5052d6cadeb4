"""The verdicts on a duplicate number and what goes with one: its reasons, the holders, what is still asked."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the holder is to the waiting document; the order is "the worst wins", worst first."""

    SAME_DOCUMENT = "same_document"
    JOURNAL_OR_TRUST = "journal_or_trust"
    OWNED_BY_SOURCE = "owned_by_source"
    PURCHASE_SIDE = "purchase_side"
    UNKNOWN = "unknown"
    PREFIX_CONTINUED = "prefix_continued"
    UNRELATED = "unrelated"
    NONE_FOUND = "none_found"

    @property
    def changeable(self) -> bool:
        """Whether the number may be changed at all under this verdict."""
        return self in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)


VERDICT_WORDS = {
    Verdict.SAME_DOCUMENT: "Same document, already in QuickBooks",
    Verdict.JOURNAL_OR_TRUST: "Journal or trust document",
    Verdict.OWNED_BY_SOURCE: "Created by another app",
    Verdict.PURCHASE_SIDE: "Vendor or expense document",
    Verdict.UNKNOWN: "Not enough known",
    Verdict.PREFIX_CONTINUED: "QuickBooks continued the app's numbering",
    Verdict.UNRELATED: "Unrelated document",
    Verdict.NONE_FOUND: "No document found",
}
# Lists have room for the short form; the case says all of it.
SHORT_VERDICT = {
    **VERDICT_WORDS,
    Verdict.SAME_DOCUMENT: "Same document",
    Verdict.PREFIX_CONTINUED: "Numbering continued",
    Verdict.OWNED_BY_SOURCE: "Made by another app",
    Verdict.JOURNAL_OR_TRUST: "Journal or trust",
    Verdict.PURCHASE_SIDE: "Vendor or expense",
}
WORST_FIRST = list(Verdict)
# What a holder is by itself says nothing of the sale, and outranks that it may be there under another number.
HIDING = (Verdict.JOURNAL_OR_TRUST, Verdict.OWNED_BY_SOURCE, Verdict.PURCHASE_SIDE)


@dataclass(frozen=True, slots=True)
class HolderVerdict:
    """One document with the number, judged by itself. `blocking` ones must be cleared before a retry.

    `unlocked` is one on a trust account that is unrelated beyond that, in a company that lets its number change.
    `cleared` is one of the purchase side of which a person said that it only shares the number.
    """

    document_id: str
    verdict: Verdict
    reasons: tuple[str, ...]
    blocking: bool
    unlocked: bool = False
    cleared: bool = False

    @property
    def changeable(self) -> bool:
        """Whether its number may be changed."""
        return self.verdict.changeable or self.unlocked

    @property
    def weighs(self) -> bool:
        """Whether the case's verdict depends on it: a stranger's document that is numbered apart says nothing."""
        return not self.cleared and (self.blocking or not self.changeable)

    @property
    def word(self) -> str:
        """What a person said of it, which stands last among its reasons; empty where it isn't cleared."""
        return self.reasons[-1] if self.cleared else ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a case with its reasons in words.

    Attributes:
        twin_id: the document that is the same sale, when the verdict is "same document".
        asks_maker: ids of documents about which one question is open: was it made in QuickBooks?
        unlocked: whether the number may be changed although a document on a trust account has it.
        asks_own: ids of purchase documents about which one question is open: do they only share the number?
        sale_open: whether the sale may be booked already, which a worse verdict on a holder doesn't show.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    holders: tuple[HolderVerdict, ...] = ()
    twin_id: str | None = None
    asks_maker: tuple[str, ...] = ()
    unlocked: bool = False
    asks_own: tuple[str, ...] = ()
    sale_open: bool = False

    @property
    def changeable(self) -> bool:
        """Whether the number may be changed."""
        return self.verdict.changeable or self.unlocked

    @property
    def giving_way(self) -> dict[str, HolderVerdict]:
        """By id the documents in the way whose number may be changed, each judged by itself."""
        return {h.document_id: h for h in self.holders if h.blocking and h.changeable}
