"""A hundred waiting bills whose numbers are taken, on a served firm: for trying and counting look-ups of many."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from builders import COMPANY, case, finding
from fakes import TickingClock
from reach import QuickPatience
from sample.caller import Caller
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceAnswer
from untwin.flows.looking.gather import Gather
from untwin.ports.books import Books

FAMILY = ("Abbott", "Brandt", "Castellano", "Dufresne", "Eriksen", "Fairweather", "Goldstein", "Hathaway", "Ivanova")
GIVEN = ("Ruth", "Jonas", "Mirela", "Otis", "Pernilla", "Quentin", "Rosalind", "Stefan", "Theodora", "Ulrich", "Vera")


@dataclass(frozen=True, slots=True)
class Bill:
    """One waiting bill, and the document that has its number."""

    number: str
    customer: str
    total: Decimal
    holder_id: str


class BillList:
    """A source that knows these bills."""

    def __init__(self, bills: list[Bill], day: date) -> None:
        self._bills, self._day = {bill.number: bill for bill in bills}, day

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        bill = self._bills[number]
        waiting = Incoming(
            IncomingKind.BILL,
            number,
            bill.customer,
            bill.total,
            date=self._day,
            state=IncomingState.WAITING,
            known_from="Clio",
        )
        return SourceAnswer(waiting, (), complete=True)


@dataclass
class Crowd:
    """The bills with their cases, and what gathers the evidence about them."""

    bills: list[Bill]
    cases: list[Case]
    company: Company
    gather: Gather


@dataclass
class _Ways:
    """Honours `Connections`."""

    the_books: Books
    the_source: BillList

    def books(self, realm: str) -> Books:
        return self.the_books

    def source(self, company: Company, source: str) -> BillList:
        return self.the_source


def crowd(caller: Caller, books: Books, count: int = 100, *, booked: bool = False) -> Crowd:
    """Puts a credit memo of somebody else on each number, and gathers by these books.

    With `booked`, every second sale is in QuickBooks already, under another number.
    """
    day = date.today() - timedelta(days=10)  # noqa: DTZ011 - the firm lives on today's calendar
    bills = [_bill(caller, n, day) for n in range(count)]
    # Without its customer in the books no bill would post.
    who = [_row(caller, "Customer", {"DisplayName": bill.customer}) for bill in bills]
    for n, bill in enumerate(bills[::2] if booked else []):
        _row(caller, "Invoice", _form(f"TWIN-{n:04}", day, who[2 * n], bill.total))
    cases = [_case(n, bill) for n, bill in enumerate(bills)]
    gather = Gather(_Ways(books, BillList(bills, day)), TickingClock(), QuickPatience())
    return Crowd(bills, cases, replace(COMPANY, realm=caller.realm), gather)


def _bill(caller: Caller, n: int, day: date) -> Bill:
    # Every name is another one, so that no question is shared by chance.
    name = f"{FAMILY[n % len(FAMILY)]}{n}, {GIVEN[n % len(GIVEN)]}{n}"
    number, customer = f"CROWD-{n:04}", _row(caller, "Customer", {"DisplayName": f"Other {n}"})
    holder = _row(caller, "CreditMemo", _form(number, day, customer, Decimal(85)))
    return Bill(number, name, Decimal("1000.00") + n, holder)


def _form(number: str, day: date, customer: str, total: Decimal) -> object:
    item = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
    return {
        "DocNumber": number,
        "TxnDate": day.isoformat(),
        "CustomerRef": {"value": customer},
        "Line": [{"Amount": float(total), **item}],
        "TotalAmt": float(total),
    }


def _row(caller: Caller, entity: str, body: object) -> str:
    asked = {"realm": caller.realm, "entity": entity, "body": body}
    answer = caller.session.post(f"{caller.base}/sample/rows", json=asked, timeout=10)
    assert answer.status_code == 200, answer.text
    return str(answer.json()[entity]["Id"])


def _case(n: int, bill: Bill) -> Case:
    told = finding(doc_number=bill.number, txn_id=bill.holder_id)
    return case(id=str(n + 1), doc_number=bill.number, findings=(told,))
