"""An invoice without a customer: who fits, which field differs, and when a retry makes sense."""

from dataclasses import replace

from builders import INCOMING
from domain.playbooks.sights import advice, customer, deeds, seen, text
from untwin.domain.advice import Deed, Difference, RetrySense
from untwin.domain.faults import FaultKind

KIND = FaultKind.MISSING_CUSTOMER
ASKED = replace(INCOMING, customer_email="anna@smith.example")


def test_an_active_customer_with_the_very_address_makes_a_retry_sensible_now() -> None:
    told = advice(KIND, evidence=seen(ASKED), names=(customer("Smith, Anna", email="Anna@Smith.example"),))
    assert told.retry is RetrySense.NOW
    assert told.differs == ()
    assert "with the same address" in text(told)


def test_a_namesake_with_another_address_is_shown_with_the_field_that_differs() -> None:
    told = advice(KIND, evidence=seen(ASKED), names=(customer("Smith, Anna", email="a.smith@work.example"),))
    assert told.retry is RetrySense.AFTER
    assert told.differs == (Difference("E-mail", "a.smith@work.example", "anna@smith.example"),)
    assert told.options[0].copy == "a.smith@work.example"
    assert "whose e-mail address equals a.smith@work.example" in told.options[0].how[0]
    assert deeds(told)[-2:] == [Deed.RETRY, Deed.LOOK_UP]


def test_an_inactive_customer_is_named_as_one_and_comes_first_to_be_made_active() -> None:
    asleep = customer("Smith, Anna", email=ASKED.customer_email, active=False)
    told = advice(KIND, evidence=seen(ASKED), names=(asleep,))
    assert told.retry is RetrySense.AFTER
    assert "inactive customer “Smith, Anna”" in text(told)
    assert told.options[0].words == "Open the inactive customer"
    assert told.options[0].link.endswith("customerdetail?nameId=7") or told.options[0].link == ""


def test_the_best_fit_comes_first_by_address_then_name_then_company_then_likeness() -> None:
    names = (
        customer("Anna Smyth", id="1"),
        customer("Bakery", id="2", company="Smith, Anna"),
        customer("Anna Smith", id="3"),
        customer("Whoever", id="4", email="anna@smith.example"),
    )
    told = advice(KIND, evidence=seen(ASKED), names=names)
    places = [text(told).index(name) for name in ("“Whoever”", "“Anna Smith”", "“Bakery”")]
    assert places == sorted(places)
    assert "1 more are alike" in text(told)


def test_nobody_fits_so_the_customer_is_to_be_added_with_that_address() -> None:
    told = advice(KIND, evidence=seen(ASKED), names=(customer("Ortega, Luis"),))
    assert "No customer in QuickBooks fits" in text(told)
    assert told.options[0].copy == "anna@smith.example"


def test_where_nobody_is_named_the_person_is_asked() -> None:
    told = advice(KIND, evidence=seen(None))
    assert deeds(told)[0] is Deed.DESCRIBE
    assert told.retry is RetrySense.AFTER


def test_an_address_typed_for_the_customer_is_taken_as_one() -> None:
    typed = replace(INCOMING, customer="anna@smith.example", typed=True)
    told = advice(KIND, evidence=seen(typed), names=(customer("Whoever", email="anna@smith.example"),))
    assert told.retry is RetrySense.NOW
