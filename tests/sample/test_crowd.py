"""A crowd of documents answers as if each of them had been put into the books one by one."""

from datetime import date

import pytest

from sample.caller import TODAY
from untwin.sample.clock import at
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firm import make_firm
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.query import parse
from untwin.sample.quickbooks.reading.changes import changes
from untwin.sample.quickbooks.reading.select import select

DAY = date.fromisoformat(TODAY)
INVOICE = ENTITIES["Invoice"]


def _crowded() -> Books:
    firm = make_firm(1, DAY)
    fill(firm, 2000, 1, DAY)
    return firm.books


def _one_by_one(books: Books) -> Books:
    """The same books without a crowd."""
    plain = Books(books.realm, books.name, books.user)
    for name, docs in books.picture().items():
        for doc in docs.values():
            plain.put(ENTITIES[name], doc)
    return plain


@pytest.fixture(scope="module")
def crowded() -> Books:
    books = _crowded()
    # Some of them are changed and deleted, so that both have to work together.
    ids = list(books.of("Invoice"))
    for id_ in ids[100:1000:90]:
        books.put(INVOICE, books.of("Invoice")[id_] | {"DocNumber": f"N-{id_}", "TxnDate": "2026-01-07"})
    for id_ in ids[150:1000:90]:
        books.delete(INVOICE, id_, at(DAY))
    return books


@pytest.fixture(scope="module")
def plain(crowded: Books) -> Books:
    return _one_by_one(crowded)


@pytest.mark.parametrize("start", [1, 700])
@pytest.mark.parametrize(
    "rest",
    [
        "",
        "WHERE DocNumber = '20077'",
        "WHERE DocNumber = ' 20077'",
        "WHERE DocNumber IN ('20077', '20078', 'n-1', '020079')",
        "WHERE DocNumber LIKE '2007%'",
        "WHERE DocNumber LIKE 'N-%'",
        "WHERE DocNumber LIKE '%77'",
        "WHERE DocNumber LIKE '%0%7%'",
        "WHERE DocNumber LIKE '%'",
        "WHERE DocNumber = 20077",
        "WHERE CustomerRef = '12'",
        "WHERE CustomerRef IN ('12', '13') AND TxnDate < '2025-06-01'",
        "WHERE TxnDate >= '2026-01-05' AND TxnDate <= '2026-01-20'",
        "WHERE TxnDate = '2026-01-07'",
        "WHERE TxnDate > '2026-01-07' AND TotalAmt > '2000' ORDERBY TotalAmt DESC",
        "WHERE TotalAmt < 500 ORDERBY TotalAmt, DocNumber DESC",
        "WHERE MetaData.LastUpdatedTime >= '2026-11-01T12:00:00-08:00' ORDERBY MetaData.LastUpdatedTime",
        "WHERE MetaData.CreateTime < '2024-02-01'",
        "WHERE Id IN ('200', '300', '400', '9999999')",
        "WHERE Balance = '0'",
        "ORDERBY Id",
        "ORDERBY TxnDate DESC",
        "ORDERBY DueDate, TotalAmt",
    ],
)
@pytest.mark.parametrize("kind", ["Invoice", "Estimate"])
def test_every_query_has_the_same_answer(crowded: Books, plain: Books, kind: str, rest: str, start: int) -> None:
    asked = f"FROM {kind} {rest}"
    for text in (f"SELECT * {asked} STARTPOSITION {start} MAXRESULTS 40", f"SELECT COUNT(*) {asked}"):
        assert select(parse(text), crowded) == select(parse(text), plain)


def test_payments_are_found_by_their_own_number(crowded: Books, plain: Books) -> None:
    for where in ("= 'ck-20010'", "LIKE '%20010%'", "LIKE 'ck%'"):
        query = parse(f"SELECT * FROM Payment WHERE PaymentRefNum {where}")  # noqa: S608 - not SQL
        assert select(query, crowded) == select(query, plain) != {}


def test_change_data_capture_tells_the_same(crowded: Books, plain: Books) -> None:
    asked = {"entities": "Invoice,CreditMemo,Payment", "changedSince": "2026-11-05T00:00:00-08:00"}
    told = [changes(books, asked, at(DAY, 12))["CDCResponse"][0]["QueryResponse"] for books in (crowded, plain)]
    ids = [[sorted(doc["Id"] for doc in next(iter(part.values()))) for part in each if part] for each in told]
    assert ids[0][1:] == ids[1][1:]
    # What was deleted is told by the books that saw it go.
    assert set(ids[1][0]) <= set(ids[0][0])


def test_the_same_number_is_held_by_the_same_documents(crowded: Books, plain: Books) -> None:
    for number in ("20077", "20077 ", "n-101", "1234"):
        holders = [[(kind.name, doc["Id"]) for kind, doc in b.with_number("sales", number)] for b in (crowded, plain)]
        assert holders[0] == holders[1]
    assert crowded.next_id(INVOICE) == plain.next_id(INVOICE)


def test_a_picture_stays_as_it_is() -> None:
    books = _crowded()
    then, id_ = books.picture()["Invoice"], next(iter(books.of("Invoice")))
    before = then[id_]
    books.put(INVOICE, before | {"DocNumber": "new"})
    last = list(books.of("Invoice"))[-1]
    books.delete(INVOICE, last, at(DAY))
    assert (then[id_], last in then, last in books.of("Invoice")) == (before, True, False)
    assert len(then) == len(books.of("Invoice")) + 1
