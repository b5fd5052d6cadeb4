"""What is left to do: it names the document, and never advises to remove one that money has moved on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import TWIN, case, evidence
from untwin.domain.books.documents import Document, Link
from untwin.domain.cases.left_to_do import left_to_do
from untwin.domain.errors.faults import FaultKind
from untwin.domain.verdicts.judge import judge


def told(document: Document) -> tuple[str, ...]:
    found = evidence(nearby=(document,))
    return left_to_do(case(evidence=found, judgement=replace(judge(found), twin_id=document.id)))


def test_it_names_the_document_and_the_app_and_may_offer_a_removal() -> None:
    first, _, payments, last = told(TWIN)
    assert first == "Clio stays unlinked from invoice M-1740 of Smith, Anna: its payments and credits won't sync to it."
    assert payments == "Record payments on it by hand in QuickBooks."
    assert "only while it is unpaid" in last


@pytest.mark.parametrize("kind", [FaultKind.THROTTLED, FaultKind.STALE_OBJECT, FaultKind.AUTH])
def test_what_its_source_may_have_posted_by_itself_is_not_called_unlinked(kind: FaultKind) -> None:
    found = evidence(nearby=(TWIN,))
    passing = case(kind=kind, evidence=found, judgement=replace(judge(found), twin_id=TWIN.id))
    first, second, *rest = left_to_do(passing)
    assert first.startswith("See whether Clio shows 1234 as synced: it may have posted it by itself.")
    assert second == "Only if Clio still shows it as failing, what follows is left."
    assert tuple(rest) == told(TWIN)


@pytest.mark.parametrize(
    ("what", "document", "why"),
    [
        ("paid", replace(TWIN, balance=Decimal(0)), "money has moved"),
        ("a receipt", replace(TWIN, entity="SalesReceipt"), "money has moved"),
        ("linked", replace(TWIN, links=(Link("Estimate", "7"),)), "are linked"),
        ("closed", replace(TWIN, date=date(2026, 6, 30)), "closed through 30 Jun 2026"),
    ],
)
def test_a_copy_that_must_stay_is_not_to_be_removed(what: str, document: Document, why: str) -> None:
    last = told(document)[-1]
    assert last.startswith("The QuickBooks copy must stay"), what
    assert why in last


def test_without_a_known_document_the_list_is_still_whole() -> None:
    whole = left_to_do(case())
    assert len(whole) == 4
    assert whole[-1] == "The QuickBooks copy must stay: too little is known of it."
