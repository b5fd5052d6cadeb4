"""The waiting document's number on the error's own line."""

import pytest

from untwin.intake.reader import read_text

ERROR = "Duplicate Document Number Error : You must specify a different number."


def number_in(text: str) -> str | None:
    """The number that the one error of a text was given from beside it."""
    (finding,) = read_text(text).findings
    assert finding.doc_number is None
    return finding.columns.incoming_number if finding.columns else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sync failed | Invoice #2201 | 11/18/2026 | An invoice with this number already exists in QuickBooks", "2201"),
        (f"Journal entry JE-77 could not be exported: {ERROR}", "JE-77"),
        (f"Invoice INV-0042 for $2,410.00 was not synced on 2026-11-20 (order #88213): {ERROR} (6140)", "INV-0042"),
        (f"{ERROR} Sales Receipt No. 4411", "4411"),
        (f"Rechnung Nr. 3305: {ERROR}", "3305"),
    ],
)
def test_the_one_document_of_the_line_is_the_waiting_one(text: str, number: str) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    [
        f"Order 88213 failed: {ERROR}",
        f"Invoice 1092 was synced, the next one failed: {ERROR}",
        f"Invoice 1092 went through. 1093 failed: {ERROR}",
        f"Invoices failed, among them invoice 1092 and invoice 1093: {ERROR}",
        f"Bill for customer 4 failed: {ERROR}",
        f"Invoice 2026-11-20 10:00 failed: {ERROR}",
        f"Invoice 1093 failed.\n{ERROR}",
    ],
)
def test_a_number_that_may_be_another_s_is_not_taken(text: str) -> None:
    assert number_in(text) is None
