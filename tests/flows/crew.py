"""Many cases ready for their change, in one company or several, on books in memory."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from builders import COMPANY, HOLDER, REALM, case, evidence
from fakes import FakeBooks, TickingClock
from flows.conftest import Office
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Flag
from untwin.domain.changes.history import Change
from untwin.domain.changes.run import Run
from untwin.domain.company.company import Company
from untwin.domain.verdicts.evidence import Named
from untwin.domain.verdicts.judge import judge
from untwin.flows.changing.carry_out import CarryOut
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.desk import Desk
from untwin.ports.machine import Wanted

OTHER = "9130000000000002"


@dataclass
class SeveralBooks:
    """Honours `Connections` for companies with books of their own."""

    by_realm: dict[str, FakeBooks]
    asked: list[str] = field(default_factory=list)

    def books(self, realm: str) -> FakeBooks:
        self.asked.append(realm)
        return self.by_realm[realm]

    def source(self, company: Company, source: str) -> None:
        return None


@dataclass
class Crew:
    """A desk with cases about different numbers, and the books they are about."""

    desk: Desk
    books: FakeBooks
    other: FakeBooks
    connections: SeveralBooks

    def add(self, count: int, realm: str = REALM, first: int = 1) -> list[str]:
        """That many cases, each about a credit memo of its own; their ids."""
        books = self.books if realm == REALM else self.other
        return [self._case(realm, books, 1000 + n).id for n in range(first, first + count)]

    def confirmed(self, case_ids: Sequence[str]) -> Run:
        planned = self.desk.renumber.plan({case_id: {} for case_id in case_ids})
        return self.desk.renumber.confirm(planned, Confirmation("Ann", "needed", frozenset(Flag), len(planned.rows)))

    def states(self, case_ids: Sequence[str]) -> list[State]:
        return [each.state for each in self.desk.cases.some(case_ids)]

    def pausing(self, pause: Callable[[float, Wanted], None]) -> None:
        """From now on the write road waits by this."""
        carry_out = self.desk.carry_out
        settle = replace(carry_out.settle, writing=replace(carry_out.settle.writing, pause=pause))
        self.desk = replace(self.desk, carry_out=replace(carry_out, settle=settle))

    def changes(self, run: Run) -> tuple[Change, ...]:
        return self.desk.history.of_run(run.id)

    def _case(self, realm: str, books: FakeBooks, number: int) -> Case:
        document = memo(number)
        books.documents[document.id] = document
        found = evidence(
            holders=(document,),
            named=Named(str(number), "CreditMemo", document.id),
            named_found=document,
            taken=(str(number),),
        )
        found = replace(found, incoming=replace(found.incoming, number=str(number)))  # type: ignore[type-var]
        return self.desk.cases.add(
            case(
                id="",
                company=realm,
                state=State.NEEDS_DECISION,
                doc_number=str(number),
                evidence=found,
                judgement=judge(found),
                incoming=found.incoming,
            )
        )


def memo(number: int) -> Document:
    """A credit memo that has a number."""
    raw = {"Id": f"9{number}", "SyncToken": "0", "DocNumber": str(number), "TotalAmt": 85}
    return replace(HOLDER, id=f"9{number}", number=str(number), total=Decimal(85), raw=json.dumps(raw))


def crew(office: Office) -> Crew:
    """Two companies on an office's store."""
    clock = TickingClock()
    books, other = FakeBooks({}, clock), FakeBooks({}, clock)
    connections = SeveralBooks({REALM: books, OTHER: other})
    office.desk.companies.put(replace(COMPANY, realm=OTHER, name="Bright Ltd"))
    desk = office.desk
    settle = replace(desk.settle, connections=connections)
    carry_out: CarryOut = replace(desk.carry_out, connections=connections, settle=settle)
    renumber = replace(desk.renumber, carry_out=carry_out)
    restore = replace(desk.restore, connections=connections, carry_out=carry_out)
    closer = replace(desk.look_closer, connections=connections)
    whole = replace(desk, carry_out=carry_out, renumber=renumber, restore=restore, look_closer=closer)
    return Crew(whole, books, other, connections)
