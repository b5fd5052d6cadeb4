"""The landscaper's books: names and ids as programs know them from Intuit's own sample company, and sound as books."""

from datetime import date
from decimal import Decimal

import pytest

from sample.caller import Start
from untwin.sample.firm.landscaper import make_landscaper
from untwin.sample.quickbooks.kinds.entities import ENTITIES

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("entity", "id_", "name"),
    [
        ("Customer", "1", "Amy's Bird Sanctuary"),
        ("Customer", "21", "Rondonuwu Fruit and Vegi"),
        ("Vendor", "46", "Norton Lumber and Building Materials"),
        ("Employee", "55", "Emily Platt"),
        ("Item", "2", "Hours"),
        ("Item", "11", "Pump"),
        ("Account", "35", "Checking"),
        ("Account", "84", "Accounts Receivable (A/R)"),
        ("Term", "3", "Net 30"),
        ("TaxCode", "2", "California"),
    ],
)
def test_what_programs_lean_on_has_its_id(entity: str, id_: str, name: str) -> None:
    doc = make_landscaper(DAY).of(entity)[id_]
    assert name in (doc.get("DisplayName"), doc.get("Name"))


@pytest.mark.parametrize(
    ("entity", "id_", "number", "total"),
    [("Invoice", "129", "1036", "477.50"), ("CreditMemo", "73", "1026", "100"), ("Bill", "25", None, "103.55")],
)
def test_papers_have_their_numbers_and_totals(entity: str, id_: str, number: str | None, total: str) -> None:
    doc = make_landscaper(DAY).of(entity)[id_]
    assert (doc.get("DocNumber"), Decimal(doc["TotalAmt"])) == (number, Decimal(total))


def test_the_books_are_sound() -> None:
    books = make_landscaper(DAY)
    forms = [(name, doc) for name, docs in books.picture().items() if ENTITIES[name].is_form for doc in docs.values()]
    assert len({doc["Id"] for _, doc in forms}) == len(forms)
    assert {name for name, _ in forms} == {name for name, entity in ENTITIES.items() if entity.is_form}
    unknown = {(name, field) for name, docs in books.picture().items() for d in docs.values() for field in d}
    assert {(name, field) for name, field in unknown if field not in ENTITIES[name].known} == set()
    for _, doc in forms:
        for line in doc.get("Line", []):
            for link in line.get("LinkedTxn", []):
                assert books.find(link["TxnType"], link["TxnId"]) is not None
        assert Decimal(doc.get("Balance", 0)) >= 0


def test_it_is_a_company_beside_the_firms(start: Start) -> None:
    caller = start("--landscaper")
    firm, landscaper = caller.greeting["quickbooks"]["companies"]
    assert (firm["name"], landscaper["name"]) == ("Harlow & Pike LLP", "Craig's Design and Landscaping Services")
    caller.realm = landscaper["realm_id"]
    [found] = caller.query("SELECT * FROM Customer WHERE DisplayName = 'Rondonuwu Fruit and Vegi'")["Customer"]
    assert found["Id"] == "21"
    line = {
        "Amount": 75,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": "4"}, "Qty": 1, "UnitPrice": 75},
    }
    made = caller.post("invoice", {"CustomerRef": {"value": "1"}, "Line": [line]}).json()["Invoice"]
    assert made["DocNumber"] == "1038"
