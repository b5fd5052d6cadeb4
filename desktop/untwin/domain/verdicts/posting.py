"""Tells whether the waiting document has posted, by comparing what QuickBooks has now with what was expected."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from untwin.domain.books.documents import TYPES, Customer, Document, same_number
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.amounts import Amounts, compare_amounts
from untwin.domain.verdicts.compare import SAME_SALE_DAYS
from untwin.domain.verdicts.customers import is_customer
from untwin.domain.verdicts.names import Likeness, compare_names
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount
from untwin.domain.words.phrasing import capital

Place = tuple[str, str]
"""A document's entity and id."""

POSTS_AS: dict[IncomingKind, tuple[str, ...]] = {
    IncomingKind.BILL: ("Invoice", "SalesReceipt"),
    IncomingKind.INTEREST: ("Invoice",),
    IncomingKind.CREDIT_NOTE: ("CreditMemo",),
    IncomingKind.PAYMENT: ("Payment",),
    IncomingKind.TRUST: ("JournalEntry",),
    IncomingKind.UNKNOWN: ("Invoice", "SalesReceipt", "CreditMemo", "Payment"),
}
"""The types that a waiting document may come as, the expected one first."""

# A payment's number is the bill's or the bank's, and QuickBooks numbers the journal entries of trust transactions.
_OWN_NUMBER = frozenset({IncomingKind.BILL, IncomingKind.INTEREST, IncomingKind.CREDIT_NOTE, IncomingKind.UNKNOWN})


class Outcome(StrEnum):
    """What one look at QuickBooks says about the waiting document."""

    NOT_SEEN = "not_seen"
    POSTED = "posted"
    PLEASE_CONFIRM = "please_confirm"
    OTHER_NUMBER = "other_number"
    NUMBER_TAKEN_AGAIN = "number_taken_again"
    TWICE = "twice"

    @property
    def asks(self) -> bool:
        """Whether a person must say that it is the one."""
        return self in (Outcome.PLEASE_CONFIRM, Outcome.OTHER_NUMBER)


@dataclass(frozen=True, slots=True)
class Posting:
    """The outcome, the document it leans on, one sentence, and what is not as expected.

    `found` are the documents themselves as they were read, where a person has to compare them: none where all is clear.
    """

    outcome: Outcome
    sentence: str
    document_id: str | None = None
    entity: str | None = None
    differences: tuple[str, ...] = ()
    found: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What is looked for.

    Attributes:
        incoming: the waiting document.
        since: QuickBooks' clock when the renumber was proved, or the retry began; what is older is no posting of it.
        customers: ids of customers that are proved to be the waiting document's.
        trust_accounts: the company's accounts of clients' money.
        not_these: documents that it can't be: former holders, other cases' postings, those a person has ruled out.
        alike: how many documents may be found that can't be told from it: one, and one for each waiting document of
            the same customer, amount and date for which none was found yet.
        has_double: whether there is another waiting document like that at all.
    """

    incoming: Incoming
    since: datetime
    home_currency: str | None = None
    customers: tuple[str, ...] = ()
    trust_accounts: tuple[str, ...] = ()
    not_these: frozenset[Place] = frozenset()
    alike: int = 1
    has_double: bool = False

    @property
    def number(self) -> str | None:
        """The number that it comes under, where the source gives it one."""
        return self.incoming.number if self.incoming.kind in _OWN_NUMBER else None

    def new(self, document: Document) -> bool:
        """Whether a document was made late enough; QuickBooks tells whole seconds."""
        return document.created_at is not None and document.created_at >= self.since.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Found:
    """What QuickBooks has: every document with the number, and those made since that may be it by their amount.

    `complete` is False when there were more than QuickBooks gives at once.
    """

    numbered: tuple[Document, ...]
    made: tuple[Document, ...] = ()
    complete: bool = True


def look_for_posting(expected: Expected, found: Found) -> Posting:
    """Judges what was found, read just now: by number first, else by customer, total and date."""
    posting = _judged(expected, found)
    if not posting.outcome.asks:
        return posting
    place = (posting.entity, posting.document_id)
    return replace(posting, found=tuple(d for d in (*found.numbered, *found.made) if _place(d) == place)[:1])


def _judged(expected: Expected, found: Found) -> Posting:
    numbered = [d for d in found.numbered if _has_number(d, expected)]
    like = [d for d in found.made if d not in numbered and _fits(d, expected)]
    mine = [d for d in numbered if expected.new(d) and not _strange(d, expected)]
    if len(mine) > 1:
        return _twice(mine, f"{len(mine)} documents carry {expected.number} now")
    if mine:
        return _with_number(mine[0], like, [d for d in numbered if d is not mine[0]], expected, found)
    # Where somebody else has the number, it may have come under another one all the same.
    if like or not numbered:
        return _without_number(expected, like, found)
    return _taken(numbered[0], expected)


def _has_number(document: Document, expected: Expected) -> bool:
    if document.voided or _place(document) in expected.not_these:
        return False
    # A credit note has its number among credit memos alone: what else has it may be the bill that it belongs to.
    mine = expected.incoming.kind is not IncomingKind.CREDIT_NOTE or document.entity == "CreditMemo"
    return mine and same_number(document.number, expected.number)


def _fits(document: Document, expected: Expected) -> bool:
    """Whether a document may be the waiting one whatever its number: new, of a right type, customer, total, date."""
    incoming = expected.incoming
    if document.voided or _place(document) in expected.not_these or not expected.new(document):
        return False
    if document.entity not in POSTS_AS[incoming.kind] or _amount(document, expected) is not Amounts.SAME:
        return False
    if document.date is None or incoming.date is None or abs((document.date - incoming.date).days) > SAME_SALE_DAYS:
        return False
    if incoming.kind is IncomingKind.TRUST:
        return document.customer_name is None or _customer(document, expected) is not Likeness.DIFFERENT
    return _customer(document, expected) is Likeness.SAME


def _without_number(expected: Expected, like: list[Document], found: Found) -> Posting:
    incoming = expected.incoming
    if not like:
        words = f"{incoming.number} is not in QuickBooks yet." if expected.number else "It is not in QuickBooks yet."
        if not found.complete:
            words += " There are more documents of this amount than QuickBooks gives at once."
        return Posting(Outcome.NOT_SEEN, words)
    if len(like) > expected.alike:
        return _twice(like, f"{len(like)} documents of this customer, amount and date were made since")
    one = like[0]
    said = list(_differences(one, expected))
    if expected.has_double:
        said.append("Another waiting document has the same customer, amount and date: make sure which one it is.")
    if expected.number and one.number and one.entity == POSTS_AS[incoming.kind][0]:
        words = f"Posted as {one.title}, not as {incoming.number}: {one.who}, {told_amount(one.total)}."
        return Posting(Outcome.OTHER_NUMBER, words, one.id, one.entity, tuple(said))
    words = f"Perhaps posted as {one.title}: {one.who}, {told_amount(one.total)}, made since the retry."
    return Posting(Outcome.PLEASE_CONFIRM, words, one.id, one.entity, tuple(said))


def _with_number(
    one: Document, like: list[Document], others: list[Document], expected: Expected, found: Found
) -> Posting:
    differences = list(_differences(one, expected))
    differences += [f"{capital(d.title)} of {d.who} has that number, too." for d in others]
    words = f"Posted as {one.title}, {one.who}, {told_amount(one.total)}"
    if like and _names_it(like[0], expected.incoming):
        return _twice([one, *like], f"{one.title} and {like[0].title} are the same sale")
    if like:
        other = capital(like[0].title)
        differences.append(f"{other} has the same customer, amount and date: make sure it is another sale.")
    if not found.complete:
        differences.append("Whether it was booked twice can't be told: QuickBooks has too many of this amount.")
    if differences:
        sentence = f"{words}, but not as expected."
        return Posting(Outcome.PLEASE_CONFIRM, sentence, one.id, one.entity, tuple(differences))
    return Posting(Outcome.POSTED, f"{words}, as expected.", one.id, one.entity)


def _strange(document: Document, expected: Expected) -> bool:
    """Whether it is positively somebody else's and another amount: what isn't known is no difference."""
    other_customer = _customer(document, expected) is Likeness.DIFFERENT
    return other_customer and _amount(document, expected) in (Amounts.DIFFERENT, Amounts.NEAR)


def _names_it(document: Document, incoming: Incoming) -> bool:
    """Whether it names the waiting document's work; where the source names none, nothing tells two sales apart."""
    named = [r.casefold() for r in incoming.references if len(r) >= 4]
    return any(name in document.words.casefold() for name in named)


def _customer(document: Document, expected: Expected) -> Likeness:
    """The source may have made the customer together with the posting: then its name must prove it."""
    if document.customer_id and document.customer_id in expected.customers:
        return Likeness.SAME
    customer = Customer(document.customer_id or "", document.customer_name or "", document.email)
    if is_customer(expected.incoming, customer):
        return Likeness.SAME
    by_name = compare_names(expected.incoming.customer, document.customer_name)
    # An equal name that proves nothing is another record of that name, or one that the source has marked.
    return Likeness.LIKE if by_name is Likeness.SAME else by_name


def _amount(document: Document, expected: Expected) -> Amounts:
    # What was sent without a currency is posted in the company's own one; in which it came is compared apart.
    return compare_amounts(document, expected.incoming, expected.home_currency, multicurrency=False)


def _differences(found: Document, expected: Expected) -> Iterator[str]:
    incoming = expected.incoming
    if incoming.kind is IncomingKind.UNKNOWN:
        yield f"What was waiting isn't known; it is {found.type.one}."
    elif found.entity != POSTS_AS[incoming.kind][0]:
        yield f"It is {found.type.one}, not {TYPES[POSTS_AS[incoming.kind][0]].one}."
    if _customer(found, expected) is not Likeness.SAME:
        named = f"It names {found.who}, not {incoming.customer}."
        yield named if incoming.customer else _unknown("customer", found.who)
    yield from _other_amount(found, expected)
    if incoming.date is None:
        yield _unknown("date", str(found.date))
    elif found.date != incoming.date:
        yield f"It is dated {told_day(found.date)}, not {told_day(incoming.date)}."
    if incoming.kind is IncomingKind.TRUST:
        yield from _other_account(found, expected)


def _other_amount(found: Document, expected: Expected) -> Iterator[str]:
    incoming = expected.incoming
    currency = incoming.currency or expected.home_currency
    if incoming.total is None:
        yield _unknown("total", told_amount(found.total))
    elif found.total != incoming.total:
        yield f"Its total is {told_amount(found.total)}, not {told_amount(incoming.total)}."
    if found.currency is None or currency is None:
        yield "Its currency isn't known."
    elif found.currency != currency:
        yield f"It is in {found.currency}, not {currency}."


def _other_account(found: Document, expected: Expected) -> Iterator[str]:
    names = {name.casefold() for name in expected.trust_accounts}
    if not any(account.casefold() in names for account in found.accounts):
        yield "It moves no account that is known as clients' money."


def _unknown(what: str, found: str) -> str:
    return f"Its {what} is {found}; that of the waiting document isn't known."


def _twice(documents: list[Document], why: str) -> Posting:
    titles = " and ".join(f"{d.title} ({d.who}, {told_amount(d.total)})" for d in documents)
    first, words = documents[0], f"Booked twice: {why}."
    return Posting(Outcome.TWICE, words, first.id, first.entity, (f"{capital(titles)}.",), tuple(documents))


def _taken(found: Document, expected: Expected) -> Posting:
    who = f"{found.who}, {told_amount(found.total)}"
    words = f"{expected.number} is used by another {found.type.title} now: {who}."
    return Posting(Outcome.NUMBER_TAKEN_AGAIN, words, found.id, found.entity)


def _place(document: Document) -> Place:
    return document.entity, document.id
