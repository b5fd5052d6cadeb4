"""Cases for the crash test: bills that wait for their numbers, and the documents in the books that have these."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from builders import case, finding
from crowd import FAMILY, GIVEN
from sample.caller import Caller
from untwin.domain.company.company import Company
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceAnswer
from untwin.flows.looking.gather import Gather
from untwin.ports.books import Books, Connections
from untwin.ports.machine import Clock, Patience
from untwin.ports.stores import Cases

DAY = date.today() - timedelta(days=10)  # noqa: DTZ011 - the firm lives on today's calendar
KINDS = ("CreditMemo", "Invoice", "SalesReceipt")
TWO_DOCUMENTS = 6  # of so many numbers one is used by two documents


def customer_of(n: int) -> str:
    """Who a bill is for: every name is another one, so that no sale looks like another."""
    return f"{FAMILY[n % len(FAMILY)]}{n}, {GIVEN[n % len(GIVEN)]}{n}"


class Waiting:
    """A source in which each of these numbers waits to post; who it is for is told from the number itself."""

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        n = int(number.rpartition("-")[2])
        waiting = Incoming(
            IncomingKind.BILL,
            number,
            customer_of(n),
            Decimal("1000.00") + n,
            date=DAY,
            state=IncomingState.WAITING,
            known_from="Clio",
        )
        return SourceAnswer(waiting, (), complete=True)


@dataclass(frozen=True, slots=True)
class Ways:
    """Honours `Connections`: the real books, and that source."""

    real: Connections

    def books(self, realm: str) -> Books:
        return self.real.books(realm)

    def source(self, company: Company, source: str) -> Waiting:
        return Waiting()


def gather(real: Connections, clock: Clock, patience: Patience) -> Gather:
    """What a look-up asks, with that source."""
    return Gather(Ways(real), clock, patience)


@dataclass
class Seeds:
    """Puts documents and cases there; `rows` are all documents as they were put, by type and id."""

    caller: Caller
    cases: Cases
    two_documents: int = TWO_DOCUMENTS
    sown: int = 0
    rows: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def sow(self, count: int) -> None:
        """So many further cases."""
        for n in range(self.sown, self.sown + count):
            number = f"R-{n:04}"
            # Without its customer in the books no bill would post.
            self._put("Customer", {"DisplayName": customer_of(n)})
            ids = [self._document(number, n, which) for which in self._holders(n)]
            told = finding(doc_number=number, txn_id=ids[0], entity=KINDS[n % len(KINDS)])
            self.cases.add(case(id="", company=self.caller.realm, doc_number=number, findings=(told,)))
        self.sown += count

    def _holders(self, n: int) -> Iterable[str]:
        assert n < 1000, "a longer number would make a name alike to another"
        return ("first", "second") if (n + 1) % self.two_documents == 0 else ("only",)

    def _document(self, number: str, n: int, which: str) -> str:
        customer = self._put("Customer", {"DisplayName": f"Other {which} {n}"})
        item = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
        form = {
            "DocNumber": number,
            "TxnDate": DAY.isoformat(),
            "CustomerRef": {"value": customer},
            "Line": [{"Amount": 85.0, **item}],
            "TotalAmt": 85.0,
        }
        return self._put(KINDS[n % len(KINDS)], form)

    def _put(self, entity: str, body: object) -> str:
        asked = {"realm": self.caller.realm, "entity": entity, "body": body}
        answer = self.caller.session.post(f"{self.caller.base}/sample/rows", json=asked, timeout=10)
        answer.raise_for_status()
        row = answer.json()[entity]
        self.rows[entity, str(row["Id"])] = row
        return str(row["Id"])
