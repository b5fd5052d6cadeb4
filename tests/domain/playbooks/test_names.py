"""A name that is used already: its holder in any of the three lists, and a name that is free now."""

import pytest

from domain.playbooks.sights import HUBSPOT_COMPANY, advice, customer, deeds, fault, seen, text
from untwin.domain.cases.advice import Deed, RetrySense
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.book import advise, wanted_by
from untwin.domain.playbooks.waiting import name_in_message, record_in_message
from untwin.domain.verdicts.evidence import Search
from untwin.domain.verdicts.observed import NameRecord, Observed

KIND = FaultKind.DUPLICATE_NAME
PLAIN = (
    "The name supplied already exists. : Another customer, vendor or employee is already using this name. "
    "Please use a different name."
)


@pytest.mark.parametrize("entity", ["Customer", "Vendor", "Employee"])
@pytest.mark.parametrize("active", [True, False])
def test_the_holder_is_named_with_its_list_and_whether_it_is_active(entity: str, active: bool) -> None:
    told = advice(KIND, PLAIN, names=(NameRecord(entity, "12", "SMITH, ANNA", active=active),))
    assert f"{'' if active else 'inactive '}{entity.lower()} “SMITH, ANNA” has the name already" in text(told)
    assert told.retry is RetrySense.AFTER
    assert any(row.label.endswith(" is") and row.quickbooks.startswith(entity.lower()) for row in told.differs)
    assert "every further contact" in text(told)


def test_a_name_that_is_only_alike_holds_nothing() -> None:
    told = advice(KIND, PLAIN, names=(customer("Smith, Annabel"),))
    assert told.retry is RetrySense.NOW
    assert deeds(told)[0] is Deed.RETRY


def test_a_search_that_was_cut_short_never_says_that_the_name_is_free() -> None:
    told = advise(fault(KIND, PLAIN), HUBSPOT_COMPANY, seen(), Observed(search=Search(complete=False, why_not="Cut.")))
    assert told.retry is RetrySense.AFTER
    assert "not all were looked at" in text(told)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (PLAIN, None),
        ("The name supplied already exists. : null", None),
        ('Duplicate Name Exists Error: "Acme Works" is already using this name', "Acme Works"),
        ("the display name is a duplicate, DisplayName=Acme Works; change it", "Acme Works"),
        ("The display name “Müller & Söhne” is a duplicate", "Müller & Söhne"),
    ],
)
def test_the_name_is_read_from_the_error_where_it_prints_one(message: str, name: str | None) -> None:
    assert name_in_message(message) == name


def test_an_id_that_the_error_prints_is_looked_for_in_all_three_lists() -> None:
    message = "Duplicate Name Exists Error : The name supplied already exists. : Id=59"
    assert record_in_message(message) == "59"
    wanted = wanted_by(fault(KIND, message), HUBSPOT_COMPANY, seen())
    assert wanted.records == (("Customer", "59"), ("Vendor", "59"), ("Employee", "59"))
    assert wanted.names == ("Smith, Anna",)


def test_without_any_name_the_person_is_asked() -> None:
    assert deeds(advice(KIND, PLAIN, evidence=seen(None)))[0] is Deed.DESCRIBE


def test_an_inactive_vendor_is_renamed_by_way_of_being_active_and_its_button_says_so() -> None:
    asleep = NameRecord("Vendor", "12", "Smith, Anna", active=False)
    [option, *_] = advice(KIND, PLAIN, names=(asleep,)).options
    assert option.button == "Make active"
    assert "make it active, give it another display name, e.g. “Smith, Anna (vendor)”" in option.how[0]
