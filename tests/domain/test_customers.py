"""Customers: who is proved the same, who is related or alike, and who is a stranger."""

from dataclasses import replace

import pytest

from builders import HOLDER, INCOMING, evidence
from untwin.domain.books.documents import Customer
from untwin.domain.verdicts.customers import compare_customers, is_known, matching_customers
from untwin.domain.verdicts.names import Likeness, closely_alike

SMITH = Customer("9", "Smith, Anna", "anna@client.invalid")
WITH_EMAIL = replace(INCOMING, customer_email="anna@client.invalid")


@pytest.mark.parametrize(
    ("what", "customers", "proved"),
    [
        ("the exact name", (Customer("9", "Anna Smith"),), ("9",)),
        ("the source's mark", (Customer("8", "A. Smith Clio 88213"), Customer("9", "Anna Smith")), ("8",)),
        ("its e-mail alone", (Customer("5", "Harbor Dental", "x@y.invalid; Anna@Client.invalid"),), ("5",)),
        ("name and e-mail on one of two", (SMITH, Customer("4", "Anna Smith")), ("9",)),
        ("another's mark", (Customer("8", "Anna Smith Clio 99999"),), ()),
        ("beside a namesake of the source", (Customer("9", "Anna Smith"), Customer("8", "Anna Smith Clio 99999")), ()),
        ("the name with another e-mail", (Customer("9", "Anna Smith", "other@client.invalid"),), ()),
        ("the name here, the e-mail there", (Customer("9", "Anna Smith"), Customer("5", "Cole", SMITH.email)), ()),
        ("two of one name", (Customer("9", "Anna Smith"), Customer("4", "Smith, Anna")), ()),
        ("two with one e-mail", (Customer("3", "Cole", SMITH.email), Customer("5", "Pike", SMITH.email)), ()),
        ("a like name", (Customer("9", "Anne Smith"),), ()),
        ("its company's name", (Customer("9", "Cole", aliases=("Anna Smith",)),), ()),
    ],
)
def test_the_customer_is_proved_by_mark_email_or_exact_name_and_by_nothing_that_is_contradicted(
    what: str, customers: tuple[Customer, ...], proved: tuple[str, ...]
) -> None:
    assert matching_customers(WITH_EMAIL, customers) == proved, what


@pytest.mark.parametrize(
    ("what", "customer", "expected"),
    [
        ("a stranger", Customer("7", "Ortega, Luis"), Likeness.DIFFERENT),
        ("a sub-customer of a sub-customer", Customer("7", "Costs", parent_id="11"), Likeness.LIKE),
        ("a sibling matter", Customer("7", "Costs", parent_id="12"), Likeness.LIKE),
        ("its company carries the name", Customer("7", "Harbor", aliases=("Anna Smith",)), Likeness.LIKE),
        ("its e-mail", Customer("7", "Harbor", "anna@client.invalid"), Likeness.LIKE),
        ("inactive and merged", Customer("7", "Smith, Anna (deleted)", active=False), Likeness.LIKE),
        ("another script", Customer("7", "Анна Смит"), Likeness.UNKNOWN),
    ],
)
def test_relations_and_likeness_are_enough_to_be_no_stranger(what: str, customer: Customer, expected: Likeness) -> None:
    family = (replace(SMITH, parent_id="12"), Customer("11", "Matter", parent_id="9"), customer)
    found = evidence(customers=family, incoming=WITH_EMAIL)
    assert compare_customers(replace(HOLDER, customer_name=customer.name), WITH_EMAIL, found) is expected, what


def test_a_customer_is_known_here_by_any_of_its_names() -> None:
    assert is_known(INCOMING, (Customer("9", "Cole", aliases=("Anna Smith",)),))
    assert not is_known(INCOMING, (Customer("9", "Cole"),))


def test_a_given_name_alone_makes_nobody_a_relative() -> None:
    assert not closely_alike("Miller, Emily", "Campbell, Emily E.")
    assert closely_alike("Campbell, Emily", "Campbell, Emily E.")
    assert not closely_alike(None, "Campbell")


def test_a_vendors_id_is_no_customers_though_the_figures_are_the_same() -> None:
    bill = replace(HOLDER, entity="Bill", customer_id="9", customer_name="Pier Nine Offices")
    whole = evidence(holders=(bill,))
    assert whole.incoming is not None
    assert compare_customers(bill, whole.incoming, whole) is Likeness.DIFFERENT
    memo = replace(bill, entity="CreditMemo", customer_name="Smith, Anna")
    assert compare_customers(memo, whole.incoming, whole) is Likeness.SAME
