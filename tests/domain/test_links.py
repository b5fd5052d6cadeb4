"""Addresses of QuickBooks documents: pinned to their company, ids digits only."""

from dataclasses import replace

import pytest

from builders import COMPANY
from untwin.domain.company.company import Environment
from untwin.domain.company.links import document_link
from untwin.domain.problems import NotAllowed

REAL = replace(COMPANY, environment=Environment.PRODUCTION)


def test_a_real_document_opens_in_its_own_company() -> None:
    assert document_link(REAL, "CreditMemo", "111") == (
        f"https://qbo.intuit.com/app/login?pagereq=creditmemo%3FtxnId%3D111&deeplinkcompanyid={COMPANY.realm}"
    )


def test_a_sandbox_has_its_own_host() -> None:
    sandbox = replace(COMPANY, environment=Environment.SANDBOX)
    assert document_link(sandbox, "Invoice", "7").startswith("https://sandbox.qbo.intuit.com/app/login?pagereq=invoice")


def test_a_sample_document_opens_on_this_computer() -> None:
    sample = replace(COMPANY, web="http://127.0.0.1:4000/")
    assert document_link(sample, "JournalEntry", "9") == "http://127.0.0.1:4000/app/journal?txnId=9"


@pytest.mark.parametrize("document_id", ["", "1&x=2", "\N{FULLWIDTH DIGIT ONE}", "../1", "1" * 40])
def test_an_id_that_is_no_plain_number_is_refused(document_id: str) -> None:
    with pytest.raises(NotAllowed):
        document_link(REAL, "Invoice", document_id)


def test_a_type_without_a_page_and_a_company_without_an_address_are_refused() -> None:
    with pytest.raises(NotAllowed):
        document_link(REAL, "Payroll", "1")
    with pytest.raises(NotAllowed):
        document_link(COMPANY, "Invoice", "1")
