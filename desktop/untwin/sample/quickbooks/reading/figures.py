"""What reports are made of: every posting with its document, and the rows and columns in which figures are told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.postings import Chart, Posting, postings
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity

_TITLES = {"BillPayment": "Bill Payment (Check)", "JournalEntry": "Journal Entry", "Purchase": "Expense"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One posting of one document."""

    entity: Entity
    doc: Doc
    posting: Posting
    others: tuple[str, ...]
    """The other accounts of the same document."""

    @property
    def day(self) -> str:
        """When it was."""
        return str(self.doc.get("TxnDate", ""))

    @property
    def kind(self) -> str:
        """The kind of document in QuickBooks' words."""
        return _TITLES.get(self.entity.name) or self.entity.shown or self.entity.name

    @property
    def number(self) -> str:
        """The document's number."""
        return str(self.doc.get("DocNumber") or self.doc.get("PaymentRefNum") or "")


def entries(books: Books) -> Iterator[Entry]:
    """All postings of a company."""
    chart = Chart.of(books.of("Account"), books.find)
    for name, entity in ENTITIES.items():
        for doc in books.of(name).values() if entity.is_form or name == "CreditCardPayment" else ():
            made = postings(entity, doc, chart)
            for posting in made:
                others = tuple({each.account for each in made} - {posting.account})
                yield Entry(entity, doc, posting, others)


def column(title: str, kind: str, key: str = "") -> Doc:
    """A column's head."""
    return {"ColTitle": title, "ColType": kind} | ({"MetaData": [{"Name": "ColKey", "Value": key}]} if key else {})


def cell(value: object, id_: str = "") -> Doc:
    """One cell; money with two places."""
    text = f"{value:.2f}" if isinstance(value, Decimal) else str(value)
    return {"value": text} | ({"id": id_} if id_ else {})


def data(*cells: Doc) -> Doc:
    """A row of data."""
    return {"ColData": [*cells], "type": "Data"}


def money(amounts: Iterable[Decimal]) -> list[Doc]:
    """Cells of money."""
    return [cell(amount) for amount in amounts]


def section(title: str, group: str, rows: Sequence[Doc], sums: Sequence[Decimal]) -> Doc:
    """A part with a head, its rows and their sum."""
    return {
        "Header": {"ColData": [cell(title), *(cell("") for _ in sums)]},
        "Rows": {"Row": [*rows]},
        "Summary": {"ColData": [cell(f"Total {title}"), *money(sums)]},
        "type": "Section",
        "group": group,
    }


def summary(title: str, group: str, sums: Sequence[Decimal]) -> Doc:
    """A line that sums up what stands above it."""
    return {"Summary": {"ColData": [cell(title), *money(sums)]}, "type": "Section", "group": group}
