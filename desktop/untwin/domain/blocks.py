"""What stands in the way of a change although the verdict would allow it; kept apart from the verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from untwin.domain.company import Company
from untwin.domain.documents import Document, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.verdict import HolderVerdict

# Countries where an issued number may be changed without a named person opting in; France never.
FREE_COUNTRIES = frozenset({"US", "CA", "GB", "UK", "AU", "NZ", "IE"})


class BlockId(StrEnum):
    """Names of the blocks, stable for the command line."""

    CLOSED_BOOKS = "closed_books"
    REPORTED = "reported_through"
    WAITING_IN_CLOSED_BOOKS = "waiting_document_in_closed_books"
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


def find_blocks(evidence: Evidence, company: Company, holders: tuple[HolderVerdict, ...]) -> tuple[Block, ...]:
    """Every block on the case. Read-only is not among them: it is asked at the change, see `read_only`."""
    in_the_way = {h.document_id for h in holders if h.blocking}
    documents = [d for d in evidence.holders if d.id in in_the_way]
    found = [_wrong_company(evidence), _country(evidence, company), _waiting_closed(evidence)]
    found += [_closed(d, evidence.facts.closed_through) for d in documents]
    found += [_reported(d, company.settings.reported_through) for d in documents]
    return tuple(dict.fromkeys(b for b in found if b))


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
    words = f"The books are closed through {closed_through}, and {document.title} is dated {document.date}"
    return Block(BlockId.CLOSED_BOOKS, f"{words}: QuickBooks would refuse to change its number.")


def _reported(document: Document, through: date | None) -> Block | None:
    if through is None or document.date is None or document.date > through:
        return None
    words = f"The firm has reported through {through}, and {document.title} is dated {document.date}."
    return Block(BlockId.REPORTED, words)


def _waiting_closed(evidence: Evidence) -> Block | None:
    closed = evidence.facts.closed_through
    waiting = evidence.incoming.date if evidence.incoming else None
    if closed is None or waiting is None or waiting > closed:
        return None
    words = f"The waiting document is dated {waiting}, in books closed through {closed}: it would not post."
    return Block(BlockId.WAITING_IN_CLOSED_BOOKS, words)


def _country(evidence: Evidence, company: Company) -> Block | None:
    if may_change_in(evidence.facts.country, company):
        return None
    country = (evidence.facts.country or "").upper()
    words = f"In this company's country ({country or 'unknown'}) issued numbers may not be changed here."
    return Block(BlockId.COUNTRY, words)


def _wrong_company(evidence: Evidence) -> Block | None:
    """A paste carries no company: the text's id, number and type must fit here, or the customer must be known."""
    named, found = evidence.named, evidence.named_found
    if named.txn_id is None or evidence.incoming_customers:
        return None
    if found is None:
        return _wrong("neither the document nor the customer of this error is known here")
    if named.entity is not None and found.entity != named.entity:
        return _wrong(f"the document behind the error's id is {found.type.one} here")
    if named.number is None or same_number(found.number, named.number) or found.id in evidence.renumbered_here:
        return None
    return _wrong(f"the document behind the error's id has the number {found.number} here")


def _wrong(why: str) -> Block:
    words = f"Wrong company? In this company {why}."
    return Block(BlockId.WRONG_COMPANY, f"{words} Choose the company, or look again if somebody changed it meanwhile.")
