"""What sources declare: words for people, pages that need what is known, links that lead nowhere else."""

from dataclasses import replace

import pytest

from untwin.domain.company.company import Company, Environment, SourceBinding
from untwin.domain.sources.declared import (
    BUILT_IN,
    CLIO,
    HUBSPOT,
    RetryBy,
    SourceProfile,
    filled_in,
    profile_of,
    record_address,
)
from untwin.domain.sources.declared import source_name as name
from untwin.domain.sources.incoming import IncomingKind

OWN = SourceProfile("Acme Billing", "Acme Billing", retry=RetryBy.ASSISTED, deed="Press “Push again” at {number}")


def company(*sources: SourceBinding) -> Company:
    return Company("9", "Larkspur Law", Environment.PRODUCTION, sources=sources)


def test_sources_are_called_as_people_call_them() -> None:
    assert [name("clio"), name("hubspot"), name(None), name(""), name("Acme")] == [
        *("Clio", "HubSpot", "the source", "the source", "Acme")
    ]


def test_an_invoice_has_its_sources_word_and_is_no_bill_elsewhere() -> None:
    kinds = (IncomingKind.BILL, IncomingKind.PAYMENT, IncomingKind.UNKNOWN)
    assert [CLIO.called(kind) for kind in kinds] == ["bill", "payment", "document"]
    assert [HUBSPOT.called(kind) for kind in kinds] == ["invoice", "payment", "document"]
    assert replace(OWN, noun="statement").called(IncomingKind.BILL) == "statement"
    assert (IncomingKind.BILL.one, IncomingKind.TRUST.one) == ("an invoice", "a trust transaction")


def test_each_source_says_what_is_to_be_done_there_in_its_own_words() -> None:
    assert CLIO.what_to_do("1234") == "Press “Retry” at 1234"
    assert HUBSPOT.what_to_do("INV-7") == "Edit and save INV-7"
    assert profile_of("Acme").what_to_do("7") == "Have 7 sent again"


def test_a_number_is_never_read_as_a_place_to_fill_in() -> None:
    assert CLIO.what_to_do("{number}{0.__class__}") == "Press “Retry” at {number}{0.__class__}"


def test_no_source_promises_more_than_the_vendor_offers() -> None:
    """Neither Clio nor HubSpot has an API for a retry."""
    assert {p.id for p in BUILT_IN.values() if p.retry is not RetryBy.ASSISTED} == {"webhook"}
    assert {p.id for p in BUILT_IN.values() if p.can_read_record} == {"clio", "hubspot"}


def test_what_each_asks_of_custom_transaction_numbers() -> None:
    assert (CLIO.custom_numbers, HUBSPOT.custom_numbers, profile_of("Acme").custom_numbers) == (True, False, None)


def test_a_company_speaks_of_its_own_source_by_that_sources_profile() -> None:
    bound = company(SourceBinding("clio"), SourceBinding("Acme Billing", own=OWN))
    assert bound.profile("Acme Billing") is OWN
    assert bound.profile("clio") is CLIO
    assert bound.profile("hubspot") is HUBSPOT
    assert company().profile("Acme Billing").deed != OWN.deed


def test_pages_are_made_of_what_is_known_only() -> None:
    web = "https://app.hubspot.com"
    assert filled_in(HUBSPOT.retry_page, web=web, account="77") == f"{web}/integrations-settings/77/installed"
    assert filled_in(HUBSPOT.retry_page, web=web) == ""
    assert filled_in(HUBSPOT.retry_page, web=web, account="77/../x") == ""
    assert filled_in(CLIO.retry_page, web="https://eu.app.clio.com/") == "https://eu.app.clio.com/nc/#/settings"


def test_a_records_page_is_found_by_its_id() -> None:
    page = filled_in(CLIO.record_page, web="https://app.clio.com")
    assert record_address(page, "901") == "https://app.clio.com/nc/#/bills/901"
    assert record_address("", "901") == record_address(page, None) == ""


@pytest.mark.parametrize("record", ["", "1/../2", "1?x", "1#x", "a b", "@evil.example", "..", "1" * 101, "ü", "1\n"])
def test_an_id_that_could_lead_elsewhere_makes_no_link(record: str) -> None:
    assert record_address("https://app.clio.com/nc/#/bills/{id}", record) == ""


@pytest.mark.parametrize("page", ["http://firm.example/{id}", "javascript:x({id})", "https://a@b.example/{id}", "{id}"])
def test_a_page_that_is_not_safe_makes_no_link(page: str) -> None:
    assert record_address(page, "901") == ""
