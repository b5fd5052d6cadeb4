"""The further documents: plain, repeatable, and in nobody's way."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from conftest import QUICK
from sample.caller import TODAY, Start
from untwin.app.samples import sample_desk
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firm import Firm, make_firm
from untwin.sample.quickbooks.books.complete import complete, is_balanced
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.walkthrough.walk import walk_through

DAY = date.fromisoformat(TODAY)
COUNT = 3000


def _filled(seed: int = 1, count: int = COUNT) -> Firm:
    firm = make_firm(seed, DAY)
    fill(firm, count, seed, DAY)
    return firm


def _further(firm: Firm) -> list[tuple[str, Doc]]:
    before = make_firm(1, DAY).books
    kinds = [(name, doc) for name, docs in firm.books.picture().items() for doc in docs.values()]
    return [(name, doc) for name, doc in kinds if before.find(name, doc["Id"]) is None]


@pytest.fixture(scope="module")
def firm() -> Firm:
    return _filled()


def test_there_are_as_many_as_were_asked_for_mostly_invoices(firm: Firm) -> None:
    kinds = Counter(name for name, _ in _further(firm))
    assert kinds.total() == COUNT
    assert set(kinds) == {*("Invoice", "CreditMemo", "SalesReceipt", "Payment", "Estimate", "Bill", "JournalEntry")}
    assert 0.65 < kinds["Invoice"] / COUNT < 0.75
    assert _further(_filled(count=1))
    assert not _further(_filled(count=0))


def test_they_are_the_same_for_one_seed_and_others_for_another(firm: Firm) -> None:
    assert _filled().books.picture() == firm.books.picture()
    assert _further(_filled(seed=2)) != _further(firm)


def test_the_firms_own_papers_stay_as_they_are(firm: Firm) -> None:
    for name, docs in make_firm(1, DAY).books.picture().items():
        assert {id_: firm.books.find(name, id_) for id_ in docs} == docs


@pytest.mark.parametrize(
    "kind", ["Invoice", "CreditMemo", "SalesReceipt", "Payment", "Estimate", "Bill", "JournalEntry"]
)
def test_each_is_what_quickbooks_itself_would_have_made_of_it(firm: Firm, kind: str) -> None:
    docs = [doc for name, doc in _further(firm) if name == kind]
    for doc in docs[:20]:
        assert complete(ENTITIES[kind], doc, firm.books.find, DAY) == doc
        assert is_balanced(doc)
        assert set(doc) <= ENTITIES[kind].known


def test_they_spread_over_the_three_years_before_today(firm: Firm) -> None:
    days = [date.fromisoformat(doc["TxnDate"]) for _, doc in _further(firm)]
    assert (DAY - min(days)).days == 3 * 365
    assert 1 <= (DAY - max(days)).days <= 2
    assert len(set(days)) > 1000


def test_no_number_and_no_amount_of_theirs_is_one_of_the_firms(firm: Firm) -> None:
    ours = make_firm(1, DAY)
    docs = [doc for rows in ours.books.picture().values() for doc in rows.values()]
    taken = {doc.get("DocNumber", "").strip().casefold() for doc in docs}
    taken |= {bill.number for bill in ours.desk.bills}
    numbers = [doc["DocNumber"] for _, doc in _further(firm) if "DocNumber" in doc]
    assert len(set(numbers)) == len(numbers)
    assert taken.isdisjoint(numbers)
    amounts = [line["Amount"] for _, doc in _further(firm) for line in doc["Line"]]
    assert all(Decimal(amount) * 4 % 1 for amount in amounts)


def test_nobody_whom_a_scenario_is_about_gets_one(firm: Firm) -> None:
    customers = {doc["CustomerRef"]["name"] for _, doc in _further(firm) if "CustomerRef" in doc}
    assert len(customers) > 10
    families = {name.split(",")[0] for name in customers}
    assert families.isdisjoint(scenario.customer.split(",")[0] for scenario in firm.scenarios)


def test_served_they_are_found_counted_and_paged(start: Start) -> None:
    caller, plain = start("--documents", "2500"), start()
    assert caller.rows() == plain.rows()
    assert sum("TxnDate" in doc for docs in caller.books("start").values() for doc in docs) == 2540
    total = caller.query("SELECT COUNT(*) FROM Invoice")["totalCount"]
    pages = [caller.query(f"SELECT * FROM Invoice ORDERBY Id STARTPOSITION {1 + n} MAXRESULTS 1000") for n in (0, 1000)]  # noqa: S608
    ids = [int(doc["Id"]) for page in pages for doc in page["Invoice"]]
    assert (len(ids), ids) == (total, sorted(set(ids)))
    newest = caller.query("SELECT * FROM Invoice MAXRESULTS 3")["Invoice"]
    assert [int(doc["Id"]) for doc in newest] == ids[:-4:-1]
    number = newest[0]["DocNumber"]
    assert caller.holder("Invoice", number) == newest[0]
    assert caller.renumber("Invoice", number, f"{number}-X").json()["Invoice"]["DocNumber"] == f"{number}-X"
    assert caller.query(f"SELECT * FROM Invoice WHERE DocNumber = '{number}'") == {}  # noqa: S608 - not SQL


def test_change_data_capture_reaches_its_bound_over_them(start: Start) -> None:
    caller = start("--documents", "50000")
    kinds = ("Invoice", "SalesReceipt", "CreditMemo", "Estimate")  # a good fifth more than fit in
    params = {"entities": ",".join(kinds), "changedSince": "2020-01-01T00:00:00Z"}
    inside = caller.call("GET", "cdc", params=params).json()["CDCResponse"][0]["QueryResponse"]
    assert sum(len(answer.get(kind, [])) for answer in inside for kind in kinds) == 1000


def test_the_walkthrough_ends_as_it_does_without_them(capsys: pytest.CaptureFixture[str]) -> None:
    large = (*QUICK, "--documents", "5000")
    assert walk_through(["--firms", "1"], lambda folder, more: sample_desk(folder, (*more, *large))) == 0
    assert "NOT" not in capsys.readouterr().out
