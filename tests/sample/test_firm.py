"""The law firm that is made up: the same for one seed, different for others, and always what its scenarios say."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untwin.sample.clio.desk import Bill
from untwin.sample.firm.firm import Firm, make_firm
from untwin.sample.quickbooks.kinds.choices import CHOICES
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.records import RECORDS

DAY = date(2026, 11, 20)


def _forms(firm: Firm) -> list[tuple[str, dict[str, Any]]]:
    kinds = [(name, docs) for name, docs in firm.books.picture().items() if ENTITIES[name].is_form]
    return [(name, doc) for name, docs in kinds for doc in docs.values()]


def test_one_seed_and_one_date_always_give_the_same_firm() -> None:
    assert make_firm(7, DAY) == make_firm(7, DAY)


def test_seeds_vary_people_amounts_numbers_and_ids() -> None:
    one, two = make_firm(1, DAY), make_firm(2, DAY)
    for look in ("number", "customer", "total"):
        assert {getattr(s, look) for s in one.scenarios}.isdisjoint(getattr(s, look) for s in two.scenarios)
    assert one.books.realm != two.books.realm
    assert {doc["Id"] for _, doc in _forms(one)} != {doc["Id"] for _, doc in _forms(two)}


def test_seed_one_tells_the_well_known_story() -> None:
    firm = make_firm(1, DAY)
    memo = firm.books.of("CreditMemo")["111"]
    assert (memo["DocNumber"], memo["CustomerRef"]["name"], memo["TotalAmt"]) == ("1234", "Ortega, Luis", Decimal(85))
    assert memo["TxnDate"] == "2026-09-03"
    first = firm.scenarios[0]
    assert (first.number, first.customer, first.total) == ("1234", "Smith, Anna", Decimal(1240))
    assert any(doc.get("DocNumber") == "CM-1234" for _, doc in _forms(firm))


def test_every_kind_of_form_and_name_is_there() -> None:
    unused = {entity.name for entity in (*CHOICES, *RECORDS)} | {"Employee"}
    assert {name for name, docs in make_firm(1, DAY).books.picture().items() if not docs} == unused


def test_every_document_carries_only_fields_its_kind_knows() -> None:
    picture = make_firm(1, DAY).books.picture()
    strange = {
        (name, field)
        for name, docs in picture.items()
        for doc in docs.values()
        for field in doc
        if field not in ENTITIES[name].known
    }
    assert strange == set()


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 10_000), st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_every_firm_means_what_its_scenarios_say(seed: int, today: date) -> None:
    firm = make_firm(seed, today)
    closed = date.fromisoformat(firm.books.preference("AccountingInfoPrefs", "BookCloseDate"))
    assert len(firm.scenarios) == 10
    assert len({doc["Id"] for _, doc in _forms(firm)}) == len(_forms(firm)) == 36
    for scenario in firm.scenarios:
        assert scenario.day > closed + timedelta(days=60)
        _check_holders(firm, scenario.key, scenario.number, closed)
        _check_twins(firm, scenario.key, scenario.customer, scenario.total)
    assert len({bill.number for bill in firm.desk.bills}) == len(firm.desk.bills)


def _check_holders(firm: Firm, key: str, number: str, closed: date) -> None:
    holders = [
        doc
        for name, doc in _forms(firm)
        if doc.get("DocNumber", "").strip() == number and ENTITIES[name].space in ("sales", "journal")
    ]
    assert len(holders) == {"same_after_lost_answer": 0, "two_documents_on_one_number": 2}.get(key, 1)
    for doc in holders:
        assert (date.fromisoformat(doc["TxnDate"]) <= closed) == (key == "closed_books")


def _check_twins(firm: Firm, key: str, customer: str, total: Decimal) -> None:
    sales = [doc for name, doc in _forms(firm) if ENTITIES[name].space == "sales"]
    twins = [doc for doc in sales if doc.get("CustomerRef", {}).get("name") == customer and doc["TotalAmt"] == total]
    assert len(twins) == (key == "same_under_another_number")
    alike = [doc for doc in sales if doc["TotalAmt"] == total and doc not in twins]
    assert bool(alike) == (key == "too_little_known")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_clio_knows_every_waiting_bill_and_none_of_the_papers_in_the_way(seed: int) -> None:
    firm = make_firm(seed, DAY)
    bills = {bill.number: bill for bill in firm.desk.bills}
    for scenario in firm.scenarios:
        if scenario.key == "trust_journal":
            assert scenario.number not in bills
            continue
        bill = bills[scenario.number]
        assert isinstance(bill, Bill)
        assert (bill.total, bill.issued_at, bill.state) == (scenario.total, scenario.day, "awaiting_payment")
    hand_made = {(doc["CustomerRef"]["name"], doc["TotalAmt"]) for _, doc in _forms(firm) if "CustomerRef" in doc}
    ours = {(bill.client.name, bill.total) for bill in firm.desk.bills if bill.state != "awaiting_payment"}
    assert hand_made.isdisjoint(ours | {(credit.client.name, credit.amount) for credit in firm.desk.credits})
