"""Collects the firm's papers while it is made up, and turns them into finished books."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from untwin.sample.clio.desk import Bill, Client, CreditMemo, Entry, TrustRequest
from untwin.sample.clock import at
from untwin.sample.firm.people import Draw
from untwin.sample.hubspot.hub import Contact, Invoice
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.books.complete import complete
from untwin.sample.quickbooks.books.writes import voided
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity


@dataclass(frozen=True, slots=True)
class Scenario:
    """One bill that can't post, and what the books should say about it in the end."""

    key: str
    number: str
    customer: str
    """The customer as QuickBooks names it."""
    total: Decimal
    day: date
    entity: str = "Invoice"
    """What it posts as."""
    source: str = "clio"
    kind: str = "bill"
    """What waits: bill, payment, credit_note, interest_charge, trust_transaction or unknown."""
    posts_as: str | None = None
    """The number it posts under in the end, where that is another one; empty for none."""

    @property
    def final_number(self) -> str:
        """The number it posts under."""
        return self.number if self.posts_as is None else self.posts_as


@dataclass(frozen=True, slots=True)
class _Paper:
    key: str
    entity: Entity
    day: date
    body: Doc
    is_void: bool = False


@dataclass(slots=True)
class Drafts:
    """The firm in the making."""

    today: date
    books: Books
    draw: Draw
    first_number: int
    closed: date
    """The last day of the closed period."""
    bills: list[Bill] = field(default_factory=list)
    credits: list[CreditMemo] = field(default_factory=list)
    trust: list[TrustRequest] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    scenarios: list[Scenario] = field(default_factory=list)
    service: str = "Consultation"
    """The item that a sale is over where nothing else is said."""
    contacts: list[Contact] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    """What is in HubSpot."""
    vanishing: list[str] = field(default_factory=list)
    """Keys of the papers that are deleted after Clio's bill failed on them."""
    _papers: list[_Paper] = field(default_factory=list)

    def ago(self, days: int) -> date:
        """A date before today."""
        return self.today - timedelta(days=days)

    def name(self, entity: str, **body: Any) -> Doc:
        """Adds an account, a customer, an item or a vendor right away."""
        kind = ENTITIES[entity]
        doc = complete(kind, body, self.books.find, self.today)
        made = at(self.ago(400), 10)
        doc |= {"Id": self.books.next_id(kind), "domain": "QBO", "sparse": False, "SyncToken": "0"}
        doc["MetaData"] = metadata(made, made, self.books.user.id)
        return self.books.put(kind, doc)

    def customer(self, name: str, **body: Any) -> Doc:
        """The reference to a customer, who is added where new."""
        found = next((doc for doc in self.books.of("Customer").values() if doc["DisplayName"] == name), None)
        if found is None:
            family, _, given = name.partition(", ")
            called = {"FamilyName": family, "GivenName": given} if given else {"CompanyName": name}
            found = self.name("Customer", DisplayName=name, **called, **_home(self), **body)
        return {"value": found["Id"]}

    def reference(self, entity: str, name: str) -> Doc:
        """The reference to a name that was added before."""
        found = self.books.of(entity).values()
        return {"value": next(doc["Id"] for doc in found if name in (doc.get("Name"), doc.get("DisplayName")))}

    def paper(self, entity: str, day: date, *, key: str = "", void: bool = False, **body: Any) -> None:
        """Adds a transaction; another paper may name its id as "@key"."""
        self._papers.append(_Paper(key, ENTITIES[entity], day, body, void))

    def sale(self, entity: str, number: str, who: str, amount: Decimal, day: date, **more: Any) -> None:
        """Adds an invoice, credit memo, sales or refund receipt or estimate over one service."""
        item = more.pop("item", self.service)
        about = more.pop("about", item)
        line = {
            "Amount": amount,
            "Description": about,
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": {"ItemRef": self.reference("Item", item), "Qty": 1, "UnitPrice": amount},
        }
        self.paper(entity, day, DocNumber=number, CustomerRef=self.customer(who), Line=[line], **more)

    def bill(self, number: str, who: str, total: Decimal, day: date, **more: Any) -> Bill:
        """Adds a bill to Clio."""
        place = len(self.bills)
        client_id = 88_200 + 13 * place
        suffix = f" Clio {client_id}" if more.pop("suffixed", False) else ""
        if not suffix:
            self.customer(who)
        matter = more.pop("matter", f"{place + 31:05d}-{who.partition(',')[0]}")
        bill = Bill(
            id=70_411_000 + 7 * place,
            number=number,
            state=more.pop("state", "awaiting_payment"),
            total=total,
            balance=more.pop("balance", total),
            issued_at=day,
            client=Client(client_id, who, who + suffix),
            matter_id=15_300 + place,
            matter=matter,
            **more,
        )
        self.bills.append(bill)
        return bill

    def waits(self, key: str, paper: Bill | TrustRequest | Invoice, **otherwise: Any) -> None:
        """Notes which scenario a waiting paper plays; `otherwise` is what the paper itself doesn't say."""
        self.scenarios.append(replace(_scenario(key, paper), **otherwise))

    def finish(self, anchor: str = "", anchor_id: int | None = None) -> dict[str, str]:
        """Puts all papers into the books in the order of their dates; the ids by key.

        With `anchor_id` the paper of the anchor's key gets that id, and all others the ids around it.
        """
        papers = sorted(self._papers, key=lambda paper: paper.day)
        first = self.draw.number(120, 900) if anchor_id is None else anchor_id - [p.key for p in papers].index(anchor)
        ids = {paper.key or f"#{first + index}": str(first + index) for index, paper in enumerate(papers)}
        for id_, paper in zip(ids.values(), papers, strict=True):
            self.books.put(paper.entity, self._finished(id_, paper, ids))
        return ids

    def _finished(self, id_: str, paper: _Paper, ids: dict[str, str]) -> Doc:
        body = _resolved(paper.body, ids) | {"TxnDate": paper.day.isoformat()}
        doc: Doc = complete(paper.entity, body, self.books.find, self.today)
        made = at(paper.day, 9 + int(id_) % 8, int(id_) * 7 % 60, int(id_) * 13 % 60)
        doc |= {"Id": id_, "domain": "QBO", "sparse": False, "SyncToken": str(int(id_) % 3)}
        doc["MetaData"] = metadata(made, made, self.books.user.id)
        return voided(paper.entity, doc) if paper.is_void else doc


def _scenario(key: str, paper: Bill | TrustRequest | Invoice) -> Scenario:
    if isinstance(paper, Invoice):
        return Scenario(key, paper.number, paper.contact.display_name, paper.total, paper.day, source="hubspot")
    who = paper.client.name_in_quickbooks
    if isinstance(paper, Bill):
        return Scenario(key, paper.number, who, paper.total, paper.issued_at)
    return Scenario(key, paper.number, who, paper.amount, paper.day, "JournalEntry", kind="trust_transaction")


def _home(drafts: Drafts) -> Doc:
    street = (
        f"{drafts.draw.number(100, 9900)} {drafts.draw.dice.choice(('Mission', 'Alder', 'Second', 'Harbor'))} Street"
    )
    address = {"Line1": street, "City": "Oakland", "CountrySubDivisionCode": "CA", "PostalCode": "94607"}
    return {"BillAddr": {"Id": str(drafts.draw.number(100, 999)), **address}}


def _resolved(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _resolved(inner, ids) for name, inner in value.items()}
    if isinstance(value, list):
        return [_resolved(inner, ids) for inner in value]
    if isinstance(value, str) and value.startswith("@"):
        return ids[value[1:]]
    return value
