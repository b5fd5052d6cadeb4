"""A company's policy: set in the field's words, noted in the history, and it holds."""

from datetime import date
from decimal import Decimal

import pytest

from builders import REALM
from flows.conftest import Office
from flows.walk import looked_up
from untwin.domain.problems import BadInput
from untwin.flows.companies.set_policy import Policy


def test_a_policy_is_stored_and_noted(office: Office) -> None:
    policy = Policy(
        most_rows=25,
        highest_total=(Decimal(5000),),
        never_types=("estimate", "Credit memo"),
        reported_through=(date(2026, 6, 30),),
        trust_accounts=(" IOLTA ", ""),
    )
    settings = office.desk.set_policy(REALM, policy, "Ann").settings
    assert (settings.most_rows, settings.highest_total) == (25, Decimal(5000))
    assert settings.never_types == ("Estimate", "CreditMemo")
    assert settings.trust_accounts == ("IOLTA",)
    [row] = office.desk.history.rows()
    assert (row.who, row.what) == ("Ann", "policy changed")
    assert "types never to be touched: none beyond Untwin's own → estimate, credit memo" in row.detail


def test_what_is_not_named_stays_and_none_takes_away(office: Office) -> None:
    office.desk.set_policy(REALM, Policy(highest_total=(Decimal(5),), most_rows=3), "Ann")
    settings = office.desk.set_policy(REALM, Policy(highest_total=(None,)), "Ann").settings
    assert (settings.highest_total, settings.most_rows, settings.writes_on) == (None, 3, True)


def test_setting_what_is_set_already_is_not_noted(office: Office) -> None:
    office.desk.set_policy(REALM, Policy(most_rows=200), "Ann")
    assert office.desk.history.rows() == ()


@pytest.mark.parametrize(
    "policy",
    [
        Policy(most_rows=0),
        Policy(most_rows=10_001),
        Policy(highest_total=(Decimal(-1),)),
        Policy(ask_above=(Decimal("NaN"),)),
        Policy(never_types=("bill",)),
    ],
)
def test_what_makes_no_sense_is_refused(office: Office, policy: Policy) -> None:
    with pytest.raises(BadInput):
        office.desk.set_policy(REALM, policy, "Ann")


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(highest_total=(Decimal(84),)), "allows a total of 84.00"),
        (Policy(never_types=("credit memo",)), "never to be touched"),
        (Policy(reported_through=(date(2026, 9, 3),)), "reported through 3 Sep 2026"),
    ],
)
def test_a_plan_keeps_to_the_policy(office: Office, policy: Policy, said: str) -> None:
    case = looked_up(office)
    office.desk.set_policy(REALM, policy, "Ann")
    planned = office.desk.renumber.plan({case.id: {}})
    assert planned.rows == ()
    assert said in planned.refused[0].reason


def test_trust_documents_are_unlocked_by_a_named_person_with_a_reason(office: Office) -> None:
    for who, reason in (("Ann", "  "), (" ", "the auditor agreed")):
        with pytest.raises(BadInput):
            office.desk.set_policy(REALM, Policy(trust_unlock=(reason,)), who)
    assert office.desk.companies.get(REALM).settings.trust_unlock is None
    office.desk.set_policy(REALM, Policy(trust_unlock=("the auditor agreed",)), "Ann")
    again = office.desk.set_policy(REALM, Policy(trust_unlock=("the auditor  agreed",)), "Bo").settings
    assert again.trust_unlock is not None
    assert again.trust_unlock.who == "Ann"
    assert office.desk.set_policy(REALM, Policy(trust_unlock=(None,)), "Bo").settings.trust_unlock is None
    assert [row.who for row in office.desk.history.rows()] == ["Ann", "Bo"]
