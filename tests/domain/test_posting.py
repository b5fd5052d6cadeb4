"""Posted means: made after the renumber was proved, with the right number, customer, total and date."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from builders import NOW, TWIN, evidence
from untwin.domain.documents import Document
from untwin.domain.posting import Outcome, look_for_posting

POSTED = replace(TWIN, number="1234", date=evidence().incoming.date, created_at=NOW + timedelta(seconds=9))  # type: ignore[union-attr]


def outcome(*found: Document) -> Outcome:
    return look_for_posting(evidence(), found, NOW).outcome


def test_the_expected_document_is_posted() -> None:
    assert outcome(POSTED) is Outcome.POSTED


def test_a_customer_that_the_source_made_is_proved_by_its_mark() -> None:
    marked = replace(POSTED, customer_id="77", customer_name="Anna Smith Clio 88213")
    assert outcome(marked) is Outcome.POSTED
    other = replace(POSTED, customer_id="77", customer_name="Anna Smith Clio 99999")
    assert outcome(other) is Outcome.PLEASE_CONFIRM


@pytest.mark.parametrize(
    ("what", "found", "expected"),
    [
        ("nothing", [], Outcome.NOT_SEEN),
        ("voided", [replace(POSTED, voided=True)], Outcome.NOT_SEEN),
        ("another total", [replace(POSTED, total=Decimal(1000))], Outcome.PLEASE_CONFIRM),
        ("another date", [replace(POSTED, date=NOW.date())], Outcome.PLEASE_CONFIRM),
        ("a sales receipt", [replace(POSTED, entity="SalesReceipt")], Outcome.PLEASE_CONFIRM),
        ("like customer", [replace(POSTED, customer_id="8", customer_name="Smith, Anne")], Outcome.PLEASE_CONFIRM),
        (
            "another customer and total",
            [replace(POSTED, customer_id="7", customer_name="Ortega, Luis", total=Decimal(1))],
            Outcome.NUMBER_TAKEN_AGAIN,
        ),
        ("made before", [replace(POSTED, created_at=NOW - timedelta(days=1))], Outcome.NUMBER_TAKEN_AGAIN),
        ("made nobody knows when", [replace(POSTED, created_at=None)], Outcome.NUMBER_TAKEN_AGAIN),
        ("two of them", [POSTED, replace(POSTED, id="9")], Outcome.TWICE),
    ],
)
def test_anything_else_is_told_apart(what: str, found: list[Document], expected: Outcome) -> None:
    assert outcome(*found) is expected, what


def test_the_same_second_counts_as_after() -> None:
    late = NOW.replace(microsecond=900_000)
    assert look_for_posting(evidence(), (replace(POSTED, created_at=NOW),), late).outcome is Outcome.POSTED
