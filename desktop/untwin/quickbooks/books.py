"""One company's books: every question a look-up asks, answered in few batched reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untwin.domain.company import CompanyFacts
from untwin.domain.documents import NUMBERED, TYPES, Document, fold_number, same_number
from untwin.domain.names import search_words
from untwin.domain.problems import BadInput, Gone
from untwin.ports import (
    BeforeChange,
    HolderAnswer,
    NearbyAnswer,
    NearbyQuestion,
    NumberOrder,
    Question,
    Seen,
    Users,
)
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import customer_of, document_of, facts_of, parse
from untwin.quickbooks.number_writer import write_number
from untwin.quickbooks.queries import Fetched, Rows, Select, between, contains, fetch, one_of, quoted

# An account is taken for trust by its name until the company says more: locking too much is the safe mistake.
TRUST_WORDS = ("trust", "IOLTA")
_FACTS = (
    Select("CompanyInfo"),
    Select("Preferences"),
    *(Select("Account", (contains("Name", word),)) for word in TRUST_WORDS),
)
_BOOKED = ("Invoice", "SalesReceipt", "Payment")
_OF_AMOUNT = (*_BOOKED, "Deposit")
_MANY = "There are more than QuickBooks gives at once."


@dataclass(frozen=True, slots=True)
class QuickBooksBooks:
    """Honours the port `Books`."""

    client: Client

    def facts(self) -> CompanyFacts:
        """The company's facts, in one request."""
        return _facts(fetch(self.client, _FACTS))

    def holders(self, question: Question) -> HolderAnswer:
        """Who uses the number, in one request: each numbered type by number, each type by id."""
        by_number = _by_number(NUMBERED, question.number) if question.number else []
        by_id = [Select(entity, (f"Id = {quoted(_digits(question.txn_id))}",)) for entity in TYPES if question.txn_id]
        fetched = fetch(self.client, (*by_number, *by_id, *_FACTS))
        numbered = _documents(fetched.rows[: len(by_number)])
        named = _documents(fetched.rows[len(by_number) : len(by_number) + len(by_id)])
        holding = [d for d in numbered if same_number(d.number, question.number)]
        complete = all(rows.complete for rows in fetched.rows)
        return HolderAnswer(
            documents=tuple({(d.entity, d.id): d for d in (*holding, *_holding(named, question.number))}.values()),
            named=named[0] if named else None,
            taken=tuple(dict.fromkeys(fold_number(d.number) for d in numbered if d.number)),
            facts=_facts(fetched),
            complete=complete,
            why_not="" if complete else _MANY,
        )

    def nearby(self, question: NearbyQuestion) -> NearbyAnswer:
        """What may be the same sale, in two requests: customers that are alike, then their documents."""
        found = fetch(self.client, _alike(question))
        customers = tuple({c.id: c for c in map(customer_of, found.of("Customer"))}.values())
        documents = fetch(self.client, _around(question, [c.id for c in customers]))
        complete = all(rows.complete for rows in (*found.rows, *documents.rows))
        return NearbyAnswer(
            documents=tuple({(d.entity, d.id): d for d in _documents(documents.rows)}.values()),
            customers=customers,
            complete=complete,
            why_not="" if complete else _MANY,
        )

    def read(self, entity: str, document_id: str) -> Seen:
        """One document; read by query, as before the change, so that both images have one shape."""
        fetched = fetch(self.client, [_by_id(entity, document_id)])
        return Seen(_only(fetched, entity, document_id), fetched.at)

    def before_change(self, entity: str, document_id: str, new_number: str) -> BeforeChange:
        """The document, whoever uses the new number, and the facts, in one request."""
        space = [t.entity for t in TYPES.values() if t.space == TYPES[entity].space]
        by_number = _by_number(space, new_number)
        fetched = fetch(self.client, (*by_number, _by_id(entity, document_id), *_FACTS))
        users = [d for d in _documents(fetched.rows[: len(by_number)]) if same_number(d.number, new_number)]
        document = _only(Fetched(fetched.rows[len(by_number) :], fetched.at), entity, document_id)
        return BeforeChange(document, tuple(d for d in users if d.id != document_id), _facts(fetched))

    def with_number(self, space: str, number: str) -> Users:
        """Every document of a number space with this number."""
        entities = [t.entity for t in TYPES.values() if t.space == space]
        fetched = fetch(self.client, _by_number(entities, number))
        found = tuple(d for d in _documents(fetched.rows) if same_number(d.number, number))
        return Users(found, fetched.at)

    def change_number(self, order: NumberOrder) -> None:
        """THE write, by the number writer."""
        write_number(self.client, order)


def _by_number(entities: Iterable[str], number: str) -> list[Select]:
    """By LIKE: a number stored with a blank at its end is not found by `=`."""
    return [Select(entity, (contains("DocNumber", number.strip()),)) for entity in entities]


def _by_id(entity: str, document_id: str) -> Select:
    return Select(entity, (f"Id = {quoted(_digits(document_id))}",))


def _alike(question: NearbyQuestion) -> list[Select]:
    """Customers, inactive ones too, with a word of the waiting name, a source's mark, or one of the ids."""
    incoming = question.incoming
    words = list(search_words(incoming.customer or ""))
    if incoming.customer_source_id:
        words.append(f"Clio {incoming.customer_source_id}")
    any_state = "Active IN (true, false)"
    # The fully qualified name of a sub-customer holds its parents' names too.
    selects = [Select("Customer", (any_state, contains("FullyQualifiedName", word))) for word in words]
    if incoming.customer_email:
        selects.append(Select("Customer", (any_state, f"PrimaryEmailAddr = {quoted(incoming.customer_email)}")))
    if question.customer_ids:
        selects.append(Select("Customer", (any_state, one_of("Id", question.customer_ids))))
    return selects


def _around(question: NearbyQuestion, customer_ids: Sequence[str]) -> list[Select]:
    window = between("TxnDate", question.from_date, question.to_date)
    selects = [Select(entity, (one_of("CustomerRef", customer_ids), *window)) for entity in _BOOKED if customer_ids]
    amount = f"TotalAmt = {quoted(str(question.incoming.total))}"
    return selects + [Select(entity, (amount, *window)) for entity in _OF_AMOUNT]


def _documents(rows: Iterable[Rows]) -> list[Document]:
    return [document_of(r.entity, raw) for r in rows for raw in r.raw]


def _holding(named: Sequence[Document], number: str | None) -> list[Document]:
    """The document the text names counts as a holder while it has the number, or where none was printed."""
    return [d for d in named if number is None or same_number(d.number, number)]


def _facts(fetched: Fetched) -> CompanyFacts:
    company = next((parse(raw) for raw in fetched.of("CompanyInfo")), {})
    preferences = next((parse(raw) for raw in fetched.of("Preferences")), {})
    accounts = [parse(raw) for raw in fetched.of("Account")]
    return facts_of(company, preferences, accounts, fetched.at)


def _only(fetched: Fetched, entity: str, document_id: str) -> Document:
    for raw in fetched.of(entity):
        document = document_of(entity, raw)
        if document.id == document_id:
            return document
    raise Gone(f"The {TYPES[entity].title} isn't in QuickBooks any more.", "Look the case up again.", code="610")


def _digits(document_id: str | None) -> str:
    if not document_id or not (document_id.isascii() and document_id.isdigit()):
        raise BadInput(f"“{document_id}” is no document id of QuickBooks.")
    return document_id
