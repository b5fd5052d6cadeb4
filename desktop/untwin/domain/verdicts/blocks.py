"""What stands in the way of a change although the verdict would allow it; kept apart from the verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from untwin.domain.books.documents import Document, same_number
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import OTHER, SourceProfile
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.new_customer import is_missing, missing_words, will_be_made
from untwin.domain.verdicts.records import is_the_same
from untwin.domain.verdicts.verdict import HolderVerdict
from untwin.domain.words.days import told_day

# Countries where an issued number may be changed without a named person opting in; France never.
FREE_COUNTRIES = frozenset({"US", "CA", "GB", "UK", "AU", "NZ", "IE"})


class BlockId(StrEnum):
    """Names of the blocks, stable for the command line."""

    CLOSED_BOOKS = "closed_books"
    REPORTED = "reported_through"
    WAITING_IN_CLOSED_BOOKS = "waiting_document_in_closed_books"
    CUSTOMER_MISSING = "customer_missing"
    CUSTOMER_INACTIVE = "customer_inactive"
    NUMBER_WANTED = "number_wanted_by_another"
    COUNTRY = "country"
    WRONG_COMPANY = "wrong_company"
    READ_ONLY = "read_only"
    SIGN_IN_REFUSED = "sign_in_refused"
    SUBSCRIPTION_ENDED = "subscription_ended"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its name, and one sentence that says why and what to do."""

    id: BlockId
    sentence: str


def find_blocks(
    evidence: Evidence, company: Company, holders: tuple[HolderVerdict, ...], source: SourceProfile = OTHER
) -> tuple[Block, ...]:
    """Every block on the case, whose document waits in `source`.

    Read-only is not among them: it is asked at the change, see `read_only`.
    """
    in_the_way = {h.document_id for h in holders if h.blocking}
    documents = [d for d in evidence.holders if d.id in in_the_way]
    found = [_wrong_company(evidence), _country(evidence, company), *will_it_post(evidence, source)]
    found += [_closed(d, evidence.facts.closed_through) for d in documents]
    found += [_reported(d, company.settings.reported_through) for d in documents]
    return tuple(dict.fromkeys(b for b in found if b))


def will_it_post(evidence: Evidence, source: SourceProfile = OTHER) -> tuple[Block, ...]:
    """What would keep the waiting document from posting even with its number free."""
    found = (_waiting_closed(evidence), _customer(evidence, source), _wanted_twice(evidence))
    return tuple(block for block in found if block)


def read_only(company: Company) -> Block | None:
    """The read-only switch of the company."""
    if company.settings.writes_on:
        return None
    return Block(BlockId.READ_ONLY, f"{company.name} is read-only. Switch changes on in Companies first.")


def may_change_in(country: str | None, company: Company) -> bool:
    """Whether issued numbers may be changed in a country."""
    named = (country or "").upper()
    return named in FREE_COUNTRIES or (company.settings.countries_opted_in and named != "FR")


def _closed(document: Document, closed_through: date | None) -> Block | None:
    if closed_through is None or document.date is None or document.date > closed_through:
        return None
    until, dated = told_day(closed_through), told_day(document.date)
    words = f"The books are closed through {until}, and {document.title} is dated {dated}"
    return Block(BlockId.CLOSED_BOOKS, f"{words}: QuickBooks would refuse to change its number.")


def _reported(document: Document, through: date | None) -> Block | None:
    if through is None or document.date is None or document.date > through:
        return None
    until, dated = told_day(through), told_day(document.date)
    words = f"The firm has reported through {until}, and {document.title} is dated {dated}."
    return Block(BlockId.REPORTED, words)


def _waiting_closed(evidence: Evidence) -> Block | None:
    closed = evidence.facts.closed_through
    waiting = evidence.incoming.date if evidence.incoming else None
    if closed is None or waiting is None or waiting > closed:
        return None
    dated, until = told_day(waiting), told_day(closed)
    words = f"The waiting document is dated {dated}, in books closed through {until}: it would not post."
    return Block(BlockId.WAITING_IN_CLOSED_BOOKS, words)


def _customer(evidence: Evidence, source: SourceProfile) -> Block | None:
    """Its customer must be there and active, or be made; one that is only alike may be it: that is the verdict's."""
    if is_missing(evidence):
        missing = Block(BlockId.CUSTOMER_MISSING, missing_words(evidence, source))
        return None if will_be_made(evidence, source) else missing
    if not evidence.twin_search.complete:
        return None
    proved = [c for c in evidence.customers if c.id in evidence.incoming_customers]
    if proved and not any(c.active for c in proved):
        words = f"{proved[0].name} is inactive in QuickBooks: it would not post. Make the customer active first."
        return Block(BlockId.CUSTOMER_INACTIVE, words)
    return None


def _wanted_twice(evidence: Evidence) -> Block | None:
    """Two waiting documents for one number are two cases; one of them may take it."""
    incoming, number = evidence.incoming, evidence.named.number
    wanted = [w for w in evidence.waiting_beside if same_number(w.number, number)]
    other = next((w for w in wanted if incoming is None or not is_the_same(w, incoming)), None)
    if other is None:
        return None
    who = f" for {other.customer}" if other.customer else ""
    words = f"Another waiting document{who} wants the number {number} as well, and only one can have it."
    return Block(BlockId.NUMBER_WANTED, f"{words} Give one of them another number in its app, or ignore its case.")


def _country(evidence: Evidence, company: Company) -> Block | None:
    if may_change_in(evidence.facts.country, company):
        return None
    country = (evidence.facts.country or "").upper()
    words = f"In this company's country ({country or 'unknown'}) issued numbers may not be changed here."
    return Block(BlockId.COUNTRY, words)


def _wrong_company(evidence: Evidence) -> Block | None:
    """A paste carries no company: the text's id, number and type must fit here, or the customer must be known."""
    named, found = evidence.named, evidence.named_found
    if named.txn_id is None:
        return None
    if found is not None and named.entity is not None and found.entity != named.entity:
        # One id is one document: whoever the customer is, this is not where the text comes from.
        return _wrong(f"the document behind the error's id is {found.type.one} here")
    if evidence.incoming_customers:
        return _another_has_it(evidence)
    if found is None:
        return _wrong("neither the document nor the customer of this error is known")
    if _has_the_number(found, evidence):
        return None
    return _wrong(f"the document behind the error's id has the number {found.number} here")


def _another_has_it(evidence: Evidence) -> Block | None:
    """A customer of that name may be in two companies: the number of what the text names must not be another's here.

    Where the app itself answered with what waits, its account tells the company, and the text is only an old one.
    """
    incoming, found = evidence.incoming, evidence.named_found
    asked = incoming is not None and bool(incoming.source_id) and not incoming.told
    others = [d for d in evidence.holders if d.id != evidence.named.txn_id]
    if asked or not others or (found is not None and _has_the_number(found, evidence)):
        return None
    words = f"Wrong company? The document that the error names isn't here with that number, {others[0].title} is."
    again = "or retry in the app, if somebody changed it meanwhile: a new error names what has the number now."
    return Block(BlockId.WRONG_COMPANY, f"{words} Choose the company, {again}")


def _has_the_number(found: Document, evidence: Evidence) -> bool:
    number = evidence.named.number
    return number is None or same_number(found.number, number) or found.id in evidence.renumbered_here


def _wrong(why: str) -> Block:
    words = f"Wrong company? In this company {why}."
    return Block(BlockId.WRONG_COMPANY, f"{words} Choose the company, or look again if somebody changed it meanwhile.")
