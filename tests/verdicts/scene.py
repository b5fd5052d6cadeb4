"""The place where one conflict is built: a waiting document, a number, and ways to book what stands in its way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceRecord
from untwin.domain.verdicts.verdict import Verdict
from verdicts.ledger import HELD, TODAY, Ledger, Row, Who

NAMES_IN_QUICKBOOKS = {"clio": "Clio", "hubspot": "HubSpot"}


@dataclass(slots=True)
class Scene:
    """What a relation may use and change.

    Attributes:
        who: the waiting document's customer in QuickBooks; None while there is none.
        customer: the same as the source names it.
        proof: how the two can be proved one: by name, e-mail or the source's mark.
        holders: every row with the number.
        also: verdicts that the reference leaves open.
        by_type: what the holder is by its type alone.
        apart: entity and id of what a person says that it only shares the number.
        list_read: whether the source's list was read to its end.
    """

    ledger: Ledger
    dice: Random
    source: str
    number: str
    customer: str
    who: Who | None
    proof: str
    total: Decimal
    day: date
    matter: str
    source_id: str
    client_id: str
    email: str | None
    rows: list[Row] = field(default_factory=list)
    holders: list[Row] = field(default_factory=list)
    named: tuple[str, str] | None = None
    records: list[SourceRecord] = field(default_factory=list)
    others: list[SourceRecord] | None = None
    others_complete: bool = True
    kind: IncomingKind = IncomingKind.BILL
    state: IncomingState = IncomingState.WAITING
    currency: str | None = None
    references: bool = True
    also: set[Verdict] = field(default_factory=set)
    verdict: Verdict | None = None
    by_hand: list[str] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    list_read: bool = True
    by_type: Verdict | None = None

    def __post_init__(self) -> None:
        self.restate()

    def restate(self) -> None:
        """The source's own record of the waiting document, as things stand now."""
        self.records = [record for record in self.records if record.id != self.source_id]
        self.record(self.number, self.customer, self.total, self.day, self.source_id)

    @property
    def client(self) -> Who:
        """The customer in QuickBooks, whom somebody has made before."""
        assert self.who is not None
        return self.who

    @property
    def about(self) -> str:
        """What a posted bill's line says."""
        return f"Legal services, matter {self.matter}, for {self.customer}"

    def near(self, days: int = 2) -> date:
        """A date within some days of the bill's, never in the future."""
        return min(self.day + timedelta(days=self.dice.randint(-days, days)), TODAY)

    def keep(self, row: Row, *, named: bool = False) -> Row:
        """Notes a row as part of this conflict."""
        self.rows.append(row)
        if named:
            self.named = (row.entity, row.id)
        return row

    def holds(self, row: Row) -> Row:
        """Notes a row as a holder of the number; the text names the first one."""
        self.holders.append(row)
        return self.keep(row, named=self.named is None)

    def posted(self, entity: str = "Invoice", number: str | None = None, **more: Any) -> Row:
        """The waiting sale as it would stand in the books."""
        changed: dict[str, Any] = {
            "day": self.near(),
            "who": self.client,
            "amount": self.total,
            "about": self.about,
        } | more
        who, amount, day = changed.pop("who"), changed.pop("amount"), changed.pop("day")
        return self.ledger.sale(entity, number or self.number, who, amount, day, **changed)

    def stranger(self) -> Who:
        """A customer whom nobody would take for the waiting one."""
        return self.ledger.customer(self.ledger.people.stranger_to(self.customer))

    def strange_sale(self, entity: str = "", number: str | None = None, **more: Any) -> Row:
        """A document of a stranger over an amount of its own."""
        entity = entity or self.dice.choice(("CreditMemo", "CreditMemo", "Invoice", "SalesReceipt", "RefundReceipt"))
        changed: dict[str, Any] = {
            "who": more.pop("who", None) or self.stranger(),
            "amount": more.pop("amount", None) or self.ledger.amount(),
            "day": self.day - timedelta(days=self.dice.randint(0, 90)),
            "about": self.dice.choice(("Consultation", "Refund of a fee", "Document copies", "")),
        } | more
        who, amount, day = changed.pop("who"), changed.pop("amount"), changed.pop("day")
        return self.ledger.sale(entity, number or self.number, who, amount, day, **changed)

    def unrelated_holder(self) -> Row:
        """A stranger's document that has the number, made by hand."""
        return self.holds(self.strange_sale())

    def record(
        self, number: str | None, customer: str, total: Decimal, day: date, id_: str = "", credit: bool = False
    ) -> SourceRecord:
        """An entry of the source's own list."""
        kind = IncomingKind.CREDIT_NOTE if credit else IncomingKind.BILL
        made = SourceRecord(kind, id_ or str(self.dice.randrange(10**7, 10**8)), number, customer, total, day)
        self.records.append(made)
        return made

    def incoming(self) -> Incoming:
        """What the source says of the waiting document."""
        return Incoming(
            kind=self.kind,
            number=self.number,
            customer=self.customer,
            total=self.total,
            currency=self.currency,
            date=self.day,
            balance=self.total,
            state=self.state,
            known_from=NAMES_IN_QUICKBOOKS[self.source],
            source_id=self.source_id,
            customer_source_id=self.client_id if self.source == "clio" else None,
            customer_email=self.email,
            references=(self.matter,) if self.references else (),
        )


def accounts_named_as_trust() -> Iterable[str]:
    """Those whose names don't say it: the company's settings do."""
    return (HELD,)
