"""The watch over real HTTP: every kind of waiting document, as the sample QuickBooks has it, in one request a look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import COMPANY, case
from conftest import quick_firms
from flows.conftest import make_office
from reach import reach_with
from sample.caller import Caller
from untwin.domain.cases.case import State
from untwin.domain.company.company import Company, Environment
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.posting import Outcome
from untwin.flows.desk import Desk
from untwin.ports.books import Books
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.vault.vaults import MemoryVault

ITEM = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
DAY = date.today() - timedelta(days=3)  # noqa: DTZ011 - the firm lives on today's calendar


@dataclass(frozen=True)
class OneBooks:
    """Honours `Connections` for one served company."""

    the_books: Books

    def books(self, realm: str) -> Books:
        return self.the_books

    def source(self, company: Company, source: str) -> None:
        return None


class Served:
    """A served firm with a desk whose watch looks there."""

    def __init__(self, caller: Caller, books: Books, desk: Desk, trust: str) -> None:
        self.caller, self.books, self.trust = caller, books, trust
        self.desk = replace(desk, watch=replace(desk.watch, connections=OneBooks(books)))
        self.customer = self.put("Customer", {"DisplayName": "Quarrell, Odile"})

    def put(self, entity: str, body: object) -> str:
        asked = {"realm": self.caller.realm, "entity": entity, "body": body}
        answer = self.caller.session.post(f"{self.caller.base}/sample/rows", json=asked, timeout=10)
        assert answer.status_code == 200, answer.text
        return str(answer.json()[entity]["Id"])

    def form(self, number: str, total: int, **more: Any) -> dict[str, Any]:
        return {
            "DocNumber": number,
            "TxnDate": DAY.isoformat(),
            "CustomerRef": {"value": self.customer},
            "Line": [{"Amount": total, **ITEM}],
            "TotalAmt": total,
            **more,
        }

    def waits(self, kind: IncomingKind, number: str | None, total: int) -> str:
        incoming = Incoming(kind, number, "Quarrell, Odile", Decimal(total), "USD", DAY, known_from="Clio")
        waiting = case(id="", company=self.caller.realm, state=State.WAITING_TO_POST, doc_number=number)
        since = self.books.facts().read_at
        return self.desk.cases.add(replace(waiting, incoming=incoming, waiting_since=since)).id


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home: Path = tmp_path_factory.mktemp("watch") / "home"
    with quick_firms() as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        desk = make_office(home).desk
        desk.companies.put(replace(COMPANY, realm=caller.realm, facts=books.facts()))
        trust = next(a["Id"] for a in caller.books()["Account"] if a["Name"] == "Client Trust Liability")
        yield Served(caller, books, desk, str(trust))
        caller.session.close()


def entry(served: Served, total: int) -> dict[str, Any]:
    def side(posting: str, account: str) -> dict[str, Any]:
        detail = {"PostingType": posting, "AccountRef": {"value": account, "name": "Client Trust Liability"}}
        return {"Amount": total, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}

    return {"TxnDate": DAY.isoformat(), "Line": [side("Debit", "1"), side("Credit", served.trust)]}


def test_every_kind_is_found_in_one_request_and_only_a_bill_by_its_number_is_posted_unasked(served: Served) -> None:
    kinds = (
        (IncomingKind.BILL, "W-1", 5101),
        (IncomingKind.INTEREST, "W-2", 5102),
        (IncomingKind.CREDIT_NOTE, None, 5103),
        (IncomingKind.PAYMENT, None, 5104),
        (IncomingKind.TRUST, None, 5105),
        (IncomingKind.BILL, "W-6", 5106),
        (IncomingKind.BILL, "W-7", 5107),
        (IncomingKind.BILL, "W-8", 5108),
    )
    ids = [served.waits(*each) for each in kinds]
    before = served.desk.watch.all(ids)
    assert {c.posting.outcome for c in before.cases.values() if c.posting} == {Outcome.NOT_SEEN}

    served.put("Invoice", served.form("W-1", 5101))
    served.put("Invoice", served.form("W-2 ", 5102))
    served.put("CreditMemo", served.form("77001", 5103))
    served.put("Payment", {"CustomerRef": {"value": served.customer}, "TotalAmt": 5104, "TxnDate": DAY.isoformat()})
    served.put("JournalEntry", entry(served, 5105))
    served.put("Invoice", served.form("77006", 5106))
    served.put("Invoice", served.form("W-7", 5999))

    asked = len(served.caller.log())
    seen = served.desk.watch.all(ids)
    assert [request["path"].rpartition("/")[2] for request in served.caller.log()[asked:]] == ["batch"]
    assert seen.problems == {}
    found = [seen.cases[i] for i in ids]
    assert [c.posting.outcome.value if c.posting else "" for c in found] == [
        "posted",
        "posted",
        "please_confirm",
        "please_confirm",
        "please_confirm",
        "other_number",
        "please_confirm",
        "not_seen",
    ]
    assert [c.posting.entity if c.posting else None for c in found[2:5]] == ["CreditMemo", "Payment", "JournalEntry"]
    assert "Its total is 5,999.00, not 5,107.00." in found[6].note


def test_the_same_bill_twice_is_an_alarm_on_the_real_wire_too(served: Served) -> None:
    waiting = served.waits(IncomingKind.BILL, "W-9", 5201)
    for _ in range(2):
        served.put("Invoice", served.form("W-9", 5201))
    case = served.desk.watch(waiting)
    assert case.state is State.FAILED_AGAIN
    assert "Booked twice" in case.note
    assert case.next_step.startswith("Open both in QuickBooks")


def test_what_stood_there_before_the_retry_is_no_posting(served: Served) -> None:
    served.put("Invoice", served.form("77010", 5301))
    waiting = served.waits(IncomingKind.BILL, "W-10", 5301)
    later = served.books.facts().read_at + timedelta(seconds=2)
    case = served.desk.cases.get(waiting)
    served.desk.cases.save(replace(case, waiting_since=later), case.state)
    seen = served.desk.watch(waiting)
    assert seen.posting is not None
    assert seen.posting.outcome is Outcome.NOT_SEEN
