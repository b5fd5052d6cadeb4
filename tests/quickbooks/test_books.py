"""QuickBooks' books over real HTTP: the contract, and what is asked of the server for it."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import pytest
import requests

from around_contract import AroundContract
from books_contract import BooksContract, Paper, Shelf
from conftest import quick_firms
from names_contract import NamesContract
from numbers_contract import NumbersContract
from postings_contract import PostingsContract
from reach import reach_with
from sample.caller import Caller
from untwin.domain.books.documents import TYPES
from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput
from untwin.domain.verdicts.observed import NameRecord
from untwin.ports.books import Question
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import make_session
from untwin.quickbooks.documents import document_of
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.vault.vaults import MemoryVault


class Library:
    """A served firm, connected."""

    def __init__(self, caller: Caller, session: requests.Session) -> None:
        vault = MemoryVault()
        self.caller = caller
        self.marks = count(1)
        reach = reach_with(vault, session)
        [self.company] = QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        self.books: QuickBooksBooks = open_books(self.company.realm, Environment.SAMPLE, reach)

    def put(self, paper: Paper) -> str:
        day = paper.day or date.today() - timedelta(days=7)  # noqa: DTZ011 - the firm lives on today's calendar
        row = {
            "DocNumber": paper.number,
            "TxnDate": day.isoformat(),
            "Line": [{"Amount": float(paper.total), "Description": "Work", **_DETAIL}],
            "TotalAmt": float(paper.total),
        }
        if paper.entity == "Payment":
            row["PaymentRefNum"] = row.pop("DocNumber")
        if paper.entity == "JournalEntry":
            row["Line"] = [_side(kind, float(paper.total)) for kind in ("Debit", "Credit")]
        who = "VendorRef" if TYPES[paper.entity].side == "purchase" else "CustomerRef"
        row[who] = {"value": self._person(who.removesuffix("Ref"), paper.customer)}
        return self._row(paper.entity, row)

    def put_name(self, record: NameRecord) -> str:
        row = {
            "DisplayName": record.name,
            "FullyQualifiedName": record.name,
            "CompanyName": record.company,
            "PrimaryEmailAddr": {"Address": record.email} if record.email else {},
            "Active": record.active,
        }
        return self._row(record.entity, row)

    def _person(self, kind: str, name: str) -> str:
        known = {doc["DisplayName"]: doc["Id"] for doc in self.caller.books()[kind]}
        return str(known.get(name) or self._row(kind, {"DisplayName": name}))

    def _row(self, entity: str, body: object) -> str:
        asked = {"realm": self.caller.realm, "entity": entity, "body": body}
        answer = self.caller.session.post(f"{self.caller.base}/sample/rows", json=asked, timeout=10)
        assert answer.status_code == 200, answer.text
        return str(answer.json()[entity]["Id"])


def _side(posting: str, amount: float) -> dict[str, object]:
    detail = {"PostingType": posting, "AccountRef": {"value": "1"}}
    return {"Amount": amount, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}


_DETAIL = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with quick_firms() as process, make_session() as session:
        caller = Caller(process.greeting)
        yield Library(caller, session)
        caller.session.close()


@pytest.fixture
def shelf(library: Library) -> Shelf:
    closed = library.company.facts.closed_through if library.company.facts else None
    assert closed is not None
    mark = str(next(library.marks))
    return Shelf(library.books, library.put, date.today(), closed, mark, library.put_name)  # noqa: DTZ011


class TestQuickBooks(BooksContract, NumbersContract, AroundContract, PostingsContract, NamesContract):
    """The contract, over HTTP."""


def test_a_look_up_is_one_request_of_at_most_thirty_queries(library: Library) -> None:
    library.books.facts()
    before = len(library.caller.log())
    library.books.holders([Question("1234", "111")])
    [asked] = library.caller.log()[before:]
    assert asked["path"].endswith("/batch")
    queries = [item["Query"] for item in asked["body"]["BatchItemRequest"]]
    assert len(queries) <= 30
    assert asked["query"]["minorversion"] == "75"


def test_a_deleted_documents_id_is_looked_for_in_every_type(library: Library) -> None:
    before = len(library.caller.log())
    library.books.holders([Question("1234", "111")])
    asked = library.caller.log()[before:][-1]
    by_id = [i["Query"] for i in asked["body"]["BatchItemRequest"] if "Id IN ('111')" in i["Query"]]
    assert len(by_id) == len(TYPES)


def test_an_id_of_the_text_that_is_no_digits_is_refused_before_anything_is_sent(library: Library) -> None:
    before = len(library.caller.log())
    with pytest.raises(BadInput):
        library.books.holders([Question("1234", "111 OR 1")])
    assert len(library.caller.log()) == before


def test_the_raw_text_is_kept_byte_for_byte(library: Library) -> None:
    """Read once more with a client of our own: the very characters, spacing and number formats are kept."""
    document_id = library.put(Paper("Invoice", "Q-é'1", total=Decimal("85.10")))
    query = f"SELECT * FROM Invoice WHERE Id = '{document_id}'"  # noqa: S608 - not SQL
    sent = library.caller.call("GET", "query", params={"query": query}).text
    assert library.books.read("Invoice", document_id).document.raw in sent


@pytest.mark.parametrize("amount", ["0.1", "85", "85.00", "1e3", "99999999999.99", "0.300000004"])
def test_money_never_passes_through_a_float(amount: str) -> None:
    raw = f'{{"Id": "1", "TotalAmt": {amount}, "Balance": {amount}, "Line": [{{"Amount": {amount}}}]}}'
    document = document_of("Invoice", raw)
    found = (document.total, document.balance, document.lines[0].amount)
    assert all(isinstance(each, Decimal) for each in found)
    assert set(found) == {Decimal(amount)}
    assert document.raw == raw


@pytest.mark.parametrize("amount", ['"NaN"', '"Infinity"', '""', "null", '"twelve"', "true", "[]", "{}"])
def test_what_is_no_amount_is_unknown(amount: str) -> None:
    assert document_of("Invoice", f'{{"Id": "1", "TotalAmt": {amount}}}').total is None


def test_what_is_missing_is_none_and_nothing_is_made_up() -> None:
    document = document_of("Invoice", json.dumps({"Id": "1"}))
    assert (document.number, document.date, document.total, document.customer_id) == (None, None, None, None)
    assert (document.emailed, document.voided, document.paid) == (False, False, False)
