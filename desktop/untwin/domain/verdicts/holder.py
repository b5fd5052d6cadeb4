"""Judges one document that uses the number: what it is to the waiting document."""

from untwin.domain.books.documents import SALES_SPACE, Document, Side, same_number
from untwin.domain.company.company import TrustUnlock
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.compare import Comparison, ProvedBy, compare
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.maker import maker_question, maker_reason, owner_reason
from untwin.domain.verdicts.own_number import can_count_apart, named, said_words, word_on
from untwin.domain.verdicts.records import continues_series, has_its_own, rivals
from untwin.domain.verdicts.said import mixed_reasons, same_reasons
from untwin.domain.verdicts.taken_back import taken_back_by, taken_back_words
from untwin.domain.verdicts.verdict import HolderVerdict, Verdict
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount
from untwin.domain.words.phrasing import capital


def judge_holder(document: Document, evidence: Evidence) -> HolderVerdict:
    """The verdict on one document by itself, and whether it stands in the way."""
    blocking = _is_blocking(document, evidence)
    trust = trust_reason(document, evidence.facts.trust_accounts)
    if not trust:
        return _cleared(document, evidence) or HolderVerdict(document.id, *_by_what_it_is(document, evidence), blocking)
    if evidence.trust_unlock is None or document.type.side is not Side.SALES:
        return HolderVerdict(document.id, Verdict.JOURNAL_OR_TRUST, (trust,), blocking)
    beyond, reasons = _by_what_it_is(document, evidence)
    unlocked = blocking and beyond.changeable
    why = (unlocked_by(evidence.trust_unlock),) if unlocked else ()
    return HolderVerdict(document.id, Verdict.JOURNAL_OR_TRUST, (trust, *reasons, *why), blocking, unlocked)


def may_be_cleared(document: Document, evidence: Evidence) -> bool:
    """Whether a person may say that it only shares the number: not where the error itself names it."""
    by_type = evidence.named.txn_id is None and document.entity == evidence.named.entity
    return can_count_apart(document) and document.id != evidence.named.txn_id and not by_type


def _cleared(document: Document, evidence: Evidence) -> HolderVerdict | None:
    own = word_on(document, evidence.own_numbers) if may_be_cleared(document, evidence) else None
    if own is None:
        return None
    reasons = (_only_shown(document), said_words(own, document))
    return HolderVerdict(document.id, Verdict.PURCHASE_SIDE, reasons, blocking=False, cleared=True)


def unlocked_by(unlock: TrustUnlock) -> str:
    """Whose word it is that trust accounts stand in no number's way, when it was given and why."""
    words = f"{unlock.who} let numbers of documents on trust accounts change here on {told_day(unlock.day)}"
    return f"{words}: {unlock.reason}"


def _is_blocking(document: Document, evidence: Evidence) -> bool:
    """Whether it stands in the waiting document's way: named by the text, or in its number space."""
    if document.id == evidence.named.txn_id:
        return True
    if _is_alone(evidence):
        return True
    kind = evidence.incoming.kind if evidence.incoming else IncomingKind.UNKNOWN
    if kind is IncomingKind.TRUST or _named_entity(evidence) == "JournalEntry":
        return document.entity == "JournalEntry"
    return document.entity in SALES_SPACE


def _is_alone(evidence: Evidence) -> bool:
    """Whether the text names nothing and no sales form has the number: then it may be any of these."""
    silent = evidence.named.txn_id is None and evidence.named.entity is None
    return silent and not any(d.entity in SALES_SPACE for d in evidence.holders)


def _named_entity(evidence: Evidence) -> str | None:
    """The type that the text names: what its id leads to outranks the word, which may be another language's."""
    by_id = evidence.named_found if evidence.named.txn_id else None
    return by_id.entity if by_id else evidence.named.entity


def _only_shown(document: Document) -> str:
    words = named(document)
    return f"{capital(words)} is only shown here; Untwin never changes it."


def _by_what_it_is(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    """What it is to the waiting document, whatever accounts it is on."""
    if document.type.side in (Side.PURCHASE, Side.UNNUMBERED):
        return Verdict.PURCHASE_SIDE, (_only_shown(document),)
    incoming = evidence.incoming
    if incoming is None:
        return Verdict.UNKNOWN, (incoming_unknown(evidence),)
    if not incoming.complete:
        # Whose it is doesn't depend on what waits, as long as the waiting one's own record can be told apart.
        owner = owner_reason(document, evidence)
        return (Verdict.OWNED_BY_SOURCE, (owner,)) if owner else (Verdict.UNKNOWN, (incoming_unknown(evidence),))
    return _compared(document, compare(document, incoming, evidence), evidence)


def _compared(document: Document, comparison: Comparison, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    if is_proved(document, comparison, evidence):
        return Verdict.SAME_DOCUMENT, same_reasons(document, comparison, evidence)
    owner = owner_reason(document, evidence)
    if owner:
        return Verdict.OWNED_BY_SOURCE, (owner,)
    unread = _unread(document, evidence)
    if unread or not comparison.positively_different:
        undone = taken_back_words(document, evidence) if comparison.same_sale else ()
        return Verdict.UNKNOWN, (*unread, *undone, *mixed_reasons(document, comparison))
    return _unrelated_once_maker_is_known(document, evidence)


def _unread(document: Document, evidence: Evidence) -> tuple[str, ...]:
    """What of it was not read: whose parent or address its customer shares, what it was before tax or a discount."""
    found: list[str] = []
    if document.customer_id and evidence.customer(document.customer_id) is None:
        found.append(f"The record of its customer could not be read: {document.who}.")
    if not document.lines and document.subtotal is None:
        found.append(f"No line of {document.title} could be read.")
    return tuple(found)


def is_proved(document: Document, found: Comparison, evidence: Evidence) -> bool:
    """Whether a document is the waiting sale beyond doubt: nothing else may be meant by it as well.

    A matter has many bills. Where it is all that agrees, the source's list must be there to show them; and where
    the number is another one and the lines alone agree, too: two hours of one week may be two sales.
    """
    if not found.same_sale or document.id in evidence.answers_others or taken_back_by(document, evidence):
        return False
    if found.proved_by is ProvedBy.BILL:
        # A copied invoice names the bill that it was copied from, and is a bill of its own in the list.
        return not has_its_own(document, evidence)
    own_number = found.proved_by is ProvedBy.LINES and same_number(document.number, evidence.named.number)
    return (own_number or evidence.source_search.complete) and not rivals(document, evidence)


def trust_reason(document: Document, trust_accounts: tuple[str, ...]) -> str:
    """Why a document counts as journal or trust; empty when it doesn't."""
    if document.entity == "JournalEntry":
        return "A journal entry holds the number; renumbering journal entries is locked."
    touched = touches(document.accounts, trust_accounts)
    return f"The {document.type.title} posts to the trust account “{touched}”." if touched else ""


def touches(printed: tuple[str, ...], trust_accounts: tuple[str, ...]) -> str | None:
    """The first of some printed accounts that is a trust account."""
    return next((account for account in printed if _is_one_of(account, trust_accounts)), None)


def _is_one_of(printed: str, names: tuple[str, ...]) -> bool:
    """Whether an account is one of these, or lies under one: it is printed as `Liabilities:Client trust:Matter 7`."""
    path = f":{printed.casefold()}:"
    return any(f":{name.casefold()}:" in path for name in names if name)


def _unrelated_once_maker_is_known(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    maker = maker_reason(document, evidence)
    if not maker:
        return Verdict.UNKNOWN, (maker_question(document, evidence),)
    reasons = (*_different_reasons(document), maker)
    if continues_series(document.number, evidence):
        words = f"{document.number} lies in the series of {evidence.source_name}: QuickBooks went on counting there."
        return Verdict.PREFIX_CONTINUED, (*reasons, words)
    return Verdict.UNRELATED, reasons


def _different_reasons(document: Document) -> tuple[str, ...]:
    name = (document.customer_name or "").rstrip(".")  # `Acme Inc.` ends the sentence by itself
    return (f"Other customer: {name}.", f"Other amount: {told_amount(document.total)}.")


def incoming_unknown(evidence: Evidence) -> str:
    """What is missing about the waiting document."""
    return evidence.incoming_note or "Customer, amount or date of the waiting document isn't known."
