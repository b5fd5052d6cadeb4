"""An invoice without a customer: who fits, which field differs, and when a retry makes sense."""

from dataclasses import replace

from builders import INCOMING
from domain.playbooks.sights import advice, customer, deeds, seen, text
from untwin.domain.cases.advice import Deed, Difference, RetrySense
from untwin.domain.errors.faults import FaultKind

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
    assert "1 more is alike" in text(told)


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


def test_an_address_among_several_or_with_blanks_is_shown_and_a_retry_waits_for_it_to_stand_alone() -> None:
    for kept in ("anna@smith.example, billing@smith.example", "anna@smith.example "):
        told = advice(KIND, evidence=seen(ASKED), names=(customer("Smith, Anna", email=kept),))
        assert told.retry is RetrySense.AFTER, kept
        assert told.differs[0].label == "E-mail"
        assert "is not all that stands in the field" in text(told)
    # The contact has that very address: there is nothing to look for in its source.
    assert not any(option.words.startswith("Copy") for option in told.options)
    # Blanks at its end can only be seen in quotes.
    assert told.differs[0].quickbooks == "“anna@smith.example ”"


def test_other_capital_letters_are_named_although_a_retry_is_worth_trying() -> None:
    told = advice(KIND, evidence=seen(ASKED), names=(customer("Smith, Anna", email="Anna@Smith.example"),))
    assert "Only capital letters differ." in text(told)
    same = advice(KIND, evidence=seen(ASKED), names=(customer("Smith, Anna", email="anna@smith.example"),))
    assert "capital letters" not in text(same)


def test_two_customers_with_one_address_are_no_answer() -> None:
    two = tuple(customer(f"Smith {n}", id=str(n), email="anna@smith.example") for n in (1, 2))
    told = advice(KIND, evidence=seen(ASKED), names=two)
    assert told.retry is RetrySense.AFTER
    assert "2 customers have that address: HubSpot can't tell which of them is meant." in told.found
    assert [o.words for o in told.options[:2]] == ["Open “Smith 1” in QuickBooks", "Open “Smith 2” in QuickBooks"]
    assert "take it off the other one" in told.options[0].how[0]


def test_of_two_that_fit_alike_both_addresses_are_offered_and_none_is_called_the_right_one() -> None:
    two = tuple(customer("Smith, Anna", id=str(n), email=f"a{n}@smith.example") for n in (1, 2))
    told = advice(KIND, evidence=seen(ASKED), names=two)
    assert [option.copy for option in told.options[:2]] == ["a1@smith.example", "a2@smith.example"]
    assert "2 fit alike. Which of them is meant, only you can say." in told.found
    assert len(told.options) <= 5


def test_one_that_was_merged_away_is_not_simply_made_active_again() -> None:
    merged = customer("Smith, Anna (deleted)", id="8", email=ASKED.customer_email, active=False)
    kept = customer("Smith, Anna", id="9", email="office@smith.example")
    told = advice(KIND, evidence=seen(ASKED), names=(merged, kept))
    assert "merged into another" in text(told)
    assert told.options[0].how == ("Make it active again, if it is the right one.",)
    assert told.options[1].copy == "office@smith.example"
    assert told.retry is RetrySense.AFTER


def test_of_several_addresses_in_one_field_the_first_one_is_copied() -> None:
    kept = customer("Smith, Anna", email="office@smith.example; pay@smith.example")
    assert advice(KIND, evidence=seen(ASKED), names=(kept,)).options[0].copy == "office@smith.example"
