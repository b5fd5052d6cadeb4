"""What was found out about one case before judging it, and whether the search was complete."""

from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import Customer, Document
from untwin.domain.company.company import CompanyFacts, TrustUnlock
from untwin.domain.company.series import Series
from untwin.domain.sources.incoming import Incoming, SourceRecord
from untwin.domain.verdicts.own_number import OwnNumber


@dataclass(frozen=True, slots=True)
class Named:
    """What the error's text itself names: the number and, where printed, the other document."""

    number: str | None
    entity: str | None = None
    txn_id: str | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """One search and whether it reached its end; `why_not` is a sentence when it did not."""

    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class OtherSource:
    """What another app of the same company says of the number: its records, and whether that is all it has.

    `problem` is a sentence where it could not be asked, or not to the end.
    """

    name: str
    records: tuple[SourceRecord, ...]
    complete: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a verdict may lean on.

    Attributes:
        holders: every document with the number, in any type, and the one that the text names by id.
        named_found: the document with the id the text names, whatever number it has now; None when gone.
        named_missing: the text names an id and nothing with that id is there.
        nearby: sales, unapplied payments and deposits that may be the same sale under another number.
        customers: customers of this company, as far as the documents and the waiting document name them.
        incoming_customers: those of `customers` that are, by id, e-mail or exact name, the waiting one's.
        source_records: the source's own list around the number and the customer.
        made_by_hand: ids of documents which a person said were made in QuickBooks.
        taken: every number that contains the case's number, in the form in which numbers are compared.
        renumbered_here: ids of documents whose number Untwin has changed.
        series: how the numbers of the holders' types go on, as far as that is known.
        posted_by_source: ids of documents which Untwin saw a source post.
        other_sources: what the company's other apps say of the number, each asked for itself.
        answers_others: ids of documents that are known to be the sale of another case.
        waiting_beside: what else waits in this company for the same number, or with the same total for a customer
            that may be the same.
        source_name: how people call the source, in sentences.
        source_prefix: what the source's numbers begin with, where that is fixed.
        trust_unlock: who let numbers of documents on trust accounts change here, if anybody did.
        own_numbers: what a person said of documents of the purchase side that only share the number.
        rules: the number of the rules for which it was looked up; 0 in a store of before there was one.
    """

    looked_at: datetime
    named: Named
    incoming: Incoming | None
    incoming_note: str
    holders: tuple[Document, ...]
    holder_search: Search
    named_found: Document | None
    named_missing: bool
    nearby: tuple[Document, ...]
    twin_search: Search
    customers: tuple[Customer, ...]
    incoming_customers: tuple[str, ...]
    source_records: tuple[SourceRecord, ...]
    source_search: Search
    facts: CompanyFacts
    taken: tuple[str, ...] = ()
    made_by_hand: tuple[str, ...] = ()
    renumbered_here: tuple[str, ...] = ()
    posted_by_source: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    other_sources: tuple[OtherSource, ...] = ()
    answers_others: tuple[str, ...] = ()
    waiting_beside: tuple[Incoming, ...] = ()
    source_name: str = "the source"
    source_prefix: str = ""
    trust_unlock: TrustUnlock | None = None
    own_numbers: tuple[OwnNumber, ...] = ()
    rules: int = 0

    def customer(self, customer_id: str | None) -> Customer | None:
        """The customer with that id, if it was read."""
        return next((c for c in self.customers if c.id == customer_id), None)
