"""The e-mail that asks somebody which of two documents is right: a subject and plain text with both of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.inbox.filter_fits import in_the_way
from untwin.domain.sources.declared import profile_of, source_name
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.verdict import Verdict
from untwin.domain.words.days import day_words
from untwin.domain.words.money import plain_amount

_MOST = 3  # documents that are told
_QUESTIONS = {
    Verdict.SAME_DOCUMENT: "They look like one and the same sale. Is that right? Then it need not be posted again.",
    Verdict.OWNED_BY_SOURCE: "The one in QuickBooks was made by another app. Which of the two shall have the number?",
    Verdict.JOURNAL_OR_TRUST: "We don't change documents like that one by ourselves. What shall be done?",
    Verdict.PURCHASE_SIDE: "We don't change documents like that one by ourselves. What shall be done?",
    Verdict.UNKNOWN: "Are they one and the same sale, or two different ones?",
    Verdict.NONE_FOUND: "We found no document with that number. Do you know which one it is?",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail that nobody has sent: whom it goes to is left open."""

    subject: str
    text: str

    @property
    def whole(self) -> str:
        """Subject and text, to be copied in one."""
        return f"Subject: {self.subject}\n\n{self.text}"


def letter_about(case: Case, company: Company | None) -> Letter:
    """The draft about a case of a company, as far as that is known."""
    source = source_name(case.source) if case.source else "Another app"
    number = case.waiting_number or ""
    profile = company.profile(case.source) if company else profile_of(case.source)
    kind = profile.called(case.incoming.kind if case.incoming else IncomingKind.UNKNOWN)
    article = "an" if kind[0] in "aeiou" else "a"
    subject = f"{company.name if company else 'QuickBooks'}: {kind} {number} of {source} can't post".replace("  ", " ")
    parts = [
        "Hello,",
        _what_happened(case, source, f"{article} {kind}", number),
        _waiting(case.incoming, source, kind, number),
        *(_holder(document) for document in in_the_way(case)[:_MOST]),
        _question(case),
        "Thank you.",
    ]
    return Letter(subject, "\n\n".join(part for part in parts if part) + "\n")


def _what_happened(case: Case, source: str, kind: str, number: str) -> str:
    if case.kind is FaultKind.DUPLICATE_DOC_NUMBER:
        named = f"the number {number}" if number else "its number"
        return f"{source} has {kind} that can't post. QuickBooks says that {named} is used by another document."
    return f"{source} has {kind} that can't post to QuickBooks. QuickBooks says: {case.findings[-1].message}"


def _waiting(incoming: Incoming | None, source: str, kind: str, number: str) -> str:
    head = f"Waiting to post, from {source}: {kind} {number}".rstrip()
    if incoming is None:
        return f"{head}\n  Nothing else is known of it yet."
    return _listed(head, incoming.customer, incoming.date, incoming.total, incoming.currency)


def _holder(document: Document) -> str:
    head = f"In QuickBooks already: {document.title}"
    return _listed(head, document.customer_name, document.date, document.total, document.currency)


def _listed(head: str, customer: str | None, day: dt.date | None, total: Decimal | None, currency: str | None) -> str:
    facts = (
        ("Customer", customer),
        ("Date", day_words(day) if day else None),
        ("Total", plain_amount(total, currency) if total is not None else None),
    )
    return "\n".join((head, *_known(facts)))


def _known(facts: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    return tuple(f"  {name}: {value}" for name, value in facts if value)


def _question(case: Case) -> str:
    judged = case.judgement
    if judged is None:
        return "What shall be done about it?"
    if not judged.changeable:
        return _QUESTIONS[judged.verdict]
    offered = [(p.old, p.suggestions[0]) for p in case.proposed if p.suggestions]
    if not offered:
        return "They are two different documents. Which of the two shall have another number?"
    old, new = offered[0]
    return f"They are two different documents. May the one in QuickBooks get the number {new} instead of {old}?"
