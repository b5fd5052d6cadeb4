"""Two clients with cases of every kind, ready for a batch, on books in memory: for tests and for pictures."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from builders import COMPANY, INCOMING, REALM, TWIN, case, evidence
from fakes import FakeBooks
from flows.conftest import Office
from flows.crew import OTHER, Crew, crew, memo
from untwin.domain.books.documents import Document, Link
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import Environment
from untwin.domain.verdicts.evidence import Named
from untwin.domain.verdicts.judge import judge
from untwin.flows.desk import Desk
from untwin.ports.machine import Patience

PEOPLE = (
    *("Smith, Anna", "Okafor, Ben", "Lindqvist, Maja", "Castellanos, Rosa", "Whitcombe & Sons", "Nakamura, Yuki"),
    *("Delgado Roofing", "Abernathy, Joan", "Petrov, Ilya", "Greenfield Dairy", "Moreau, Claire", "Singh, Harpreet"),
)
OTHERS = ("Ortega, Luis", "Brandt, Emil", "Fitzgerald, Una", "Haddad, Sami", "Kowalski, Ewa", "Reyes, Tomas")


@dataclass
class Bench:
    """A crew with cases that differ from each other; `desk` is theirs."""

    crew: Crew
    desk: Desk

    @property
    def books(self) -> FakeBooks:
        return self.crew.books

    def add(self, count: int, realm: str = REALM, first: int = 1) -> list[str]:
        """That many cases that can be renumbered, each with people and amounts of its own; their ids."""
        return [self._case(realm, 1200 + first + n, n).id for n in range(count)]

    def add_aside(self) -> list[str]:
        """Cases that a plan sets aside: the same sale, a trust document, one that isn't looked up."""
        same, trust, new = (self._case(REALM, number, number) for number in (1310, 1311, 1312))
        twin = replace(TWIN, number="1310", customer_name=same.incoming.customer if same.incoming else None)
        assert same.evidence is not None
        found = replace(same.evidence, incoming=replace(INCOMING, number="1310"), nearby=(twin,), holders=(twin,))
        self._judged(same, replace(found, incoming_customers=("9",)))
        assert trust.evidence is not None
        holder = replace(trust.evidence.holders[0], accounts=("Trust Bank (IOLTA)",))
        self._judged(trust, replace(trust.evidence, holders=(holder,)))
        self.desk.cases.save(replace(new, evidence=None, judgement=None).moved(State.NEW, new.updated_at), new.state)
        return [same.id, trust.id, new.id]

    def flag(self, case_id: str, **facts: object) -> None:
        """Changes facts of a case's document, here and in the books."""
        stored = self.desk.cases.get(case_id)
        assert stored.evidence is not None
        document: Document = replace(stored.evidence.holders[0], **facts)  # type: ignore[arg-type]
        self.crew.connections.by_realm[stored.company or ""].documents[document.id] = document
        self._judged(stored, replace(stored.evidence, holders=(document,), named_found=document))

    def in_euro(self, case_id: str) -> None:
        """Lets a case's document and what waits for its number be in another currency."""
        stored = self.desk.cases.get(case_id)
        assert stored.evidence is not None
        assert stored.incoming is not None
        incoming = replace(stored.incoming, currency="EUR")
        self.desk.cases.save(
            replace(stored, incoming=incoming, evidence=replace(stored.evidence, incoming=incoming)), stored.state
        )
        self.flag(case_id, total=Decimal("1000.00"), balance=Decimal("1000.00"), currency="EUR")

    def watch(self, on_change: Callable[[NumberOrder], None]) -> None:
        """Lets something happen with each change in both clients' books, before it is done."""
        for books in (self.crew.books, self.crew.other):
            books.on_change = _chained(books, on_change)

    def _judged(self, stored: Case, found: object) -> None:
        changed = replace(stored, evidence=found, judgement=judge(found))  # type: ignore[arg-type]
        self.desk.cases.save(changed, stored.state)

    def _case(self, realm: str, number: int, place: int) -> Case:
        books = self.crew.books if realm == REALM else self.crew.other
        total = Decimal(85 + 37 * (place % 23))
        document = replace(memo(number), customer_name=OTHERS[place % len(OTHERS)], total=total, balance=total)
        raw = json.loads(document.raw) | {"TotalAmt": int(total)}
        document = replace(document, raw=json.dumps(raw))
        books.documents[document.id] = document
        waits = Decimal(1240 + 115 * (place % 31))
        incoming = replace(INCOMING, number=str(number), customer=PEOPLE[place % len(PEOPLE)], total=waits)
        found = evidence(
            holders=(document,),
            named=Named(str(number), "CreditMemo", document.id),
            named_found=document,
            taken=(str(number),),
            incoming=incoming,
        )
        return self.desk.cases.add(
            case(
                id="",
                company=realm,
                state=State.NEEDS_DECISION,
                doc_number=str(number),
                evidence=found,
                judgement=judge(found),
                incoming=incoming,
            )
        )


def _chained(books: FakeBooks, on_change: Callable[[NumberOrder], None]) -> Callable[[NumberOrder], None]:
    def change(order: NumberOrder) -> None:
        on_change(order)
        books.renumber(order)

    return change


def bench(office: Office, patience: Patience | None = None) -> Bench:
    """The crew of an office; `patience` is the jobs' own where they have threads."""
    made = crew(office)
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Bright Dental Group", environment=Environment.SAMPLE))
    desk = made.desk
    if patience is not None:
        carry_out = replace(desk.carry_out, patience=patience)
        renumber, restore = replace(desk.renumber, carry_out=carry_out), replace(desk.restore, carry_out=carry_out)
        desk = replace(desk, carry_out=carry_out, renumber=renumber, restore=restore)
    retry, watch = replace(desk.retry, connections=made.connections), replace(desk.watch, connections=made.connections)
    desk = replace(desk, retry=retry, watch=watch)
    made.desk = desk
    return Bench(made, desk)


LINKED = (Link("Payment", "77"),)
