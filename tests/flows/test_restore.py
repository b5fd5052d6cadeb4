"""Giving an old number back: by the same road, months later, and where it ends."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, INCOMING, REALM, TWIN
from flows.conftest import Office
from flows.walk import CONFIRMED, looked_up, renumbered
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag, Plan
from untwin.domain.changes.history import NumberOrder, Purpose
from untwin.domain.problems import AnswerLost, NotAllowed, NumberTaken
from untwin.flows.changing.carry_out import Carried


def planned(office: Office) -> Plan:
    return office.desk.restore.plan(office.desk.restore.of_case("1"))


def restored(office: Office) -> Carried:
    return office.desk.restore(planned(office), CONFIRMED)


def refusal(office: Office) -> str:
    plan = planned(office)
    assert plan.rows == ()
    return plan.refused[0].reason


def test_the_old_number_is_written_back_and_proved_by_the_same_road(office: Office) -> None:
    renumbered(office)
    done = restored(office)
    assert done.problems == {}
    assert done.cases[0].state is State.NUMBER_RESTORED
    assert done.cases[0].renumbered == ()
    assert "Credit memo CM-1234 is 1234 again" in done.cases[0].note
    assert office.books.documents["111"].number == "1234"
    assert office.books.orders[-1].sync_token == "1"
    [first, second] = office.desk.history.of_case("1")
    assert (first.intent.purpose, second.intent.purpose) == (Purpose.RENUMBER, Purpose.RESTORE)
    assert second.done


def test_a_restored_case_can_be_looked_up_and_renumbered_again(office: Office) -> None:
    renumbered(office)
    restored(office)
    office.desk.look_up("1")
    again = office.desk.renumber(office.desk.renumber.plan({"1": {}}), CONFIRMED)
    assert again.cases[0].state is State.RENUMBERED
    assert restored(office).cases[0].state is State.NUMBER_RESTORED


def test_it_ends_once_the_waiting_document_has_the_number_and_says_which(office: Office) -> None:
    renumbered(office)
    office.desk.retry("1")
    posted = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=office.books.clock.now())
    office.books.documents["900"] = posted
    assert office.desk.watch("1").state is State.POSTED
    said = planned(office).refused[0]
    assert "has posted and holds 1234 now: invoice 1234 of Smith, Anna, USD 1,240.00" in said.reason
    assert len(said.choices) == 3
    assert office.desk.cases.get("1").state is State.POSTED


def test_a_number_that_anybody_else_has_now_is_not_given_back(office: Office) -> None:
    renumbered(office)
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice", number="1234 ")
    assert "1234 is used by invoice 1234" in refusal(office).replace("1234  of", "1234 of")


def test_a_document_that_has_another_number_by_now_is_left_alone(office: Office) -> None:
    renumbered(office)
    office.books.documents["111"] = replace(office.books.documents["111"], number="X-9")
    assert "It has X-9 now, not CM-1234" in refusal(office)


def test_a_document_that_is_gone_can_not_be_restored(office: Office) -> None:
    renumbered(office)
    del office.books.documents["111"]
    assert "isn't in QuickBooks any more" in refusal(office)


def test_closed_books_a_policy_and_read_only_hold_for_restoring_too(office: Office) -> None:
    renumbered(office)
    facts = office.books.company_facts
    office.books.company_facts = replace(facts, closed_through=HOLDER.date)
    assert "closed through" in refusal(office)
    office.books.company_facts = facts
    settings = replace(COMPANY.settings, reported_through=date(2026, 9, 30))
    office.desk.companies.put(replace(COMPANY, settings=settings))
    assert "reported through" in refusal(office)
    office.desk.companies.put(replace(COMPANY, settings=replace(COMPANY.settings, never_types=("CreditMemo",))))
    assert "never to be touched" in refusal(office)
    office.desk.companies.put(replace(COMPANY, settings=replace(COMPANY.settings, highest_total=Decimal(10))))
    assert "allows a total of 10.00" in refusal(office)
    office.desk.companies.put(COMPANY)
    office.desk.connect.forbid([REALM], "Ann")
    assert "read-only" in refusal(office)


def test_flags_are_asked_for_as_they_stand_now(office: Office) -> None:
    renumbered(office)
    office.books.documents["111"] = replace(office.books.documents["111"], emailed=True)
    assert planned(office).flags == (Flag.EMAILED,)


def test_nothing_can_be_restored_where_nothing_was_renumbered(office: Office) -> None:
    looked_up(office)
    with pytest.raises(NotAllowed, match="No number"):
        office.desk.restore.of_case("1")


def test_a_number_that_was_given_back_is_not_given_back_twice(office: Office) -> None:
    renumbered(office)
    [request_id] = office.desk.restore.of_case("1")
    restored(office)
    assert "given back already" in office.desk.restore.plan([request_id]).refused[0].reason


def test_a_forgotten_company_says_that_it_must_be_connected_again(office: Office) -> None:
    renumbered(office)
    office.desk.companies.remove(REALM)
    said = planned(office).refused[0]
    assert "isn't connected" in said.reason
    assert "Connect the company again" in said.choices[0]


def test_a_restore_that_comes_to_nothing_leaves_the_case_where_it_was(office: Office) -> None:
    renumbered(office)

    def taken(_order: NumberOrder) -> None:
        raise NumberTaken("1234 is used already.", code="6140")

    office.books.on_change = taken
    saved = restored(office)
    assert saved.cases[0].state is State.RENUMBERED
    assert "1234 is used already" in saved.cases[0].note
    assert saved.cases[0].renumbered[0].new == "CM-1234"


def test_a_number_taken_between_plan_and_restore_stops_it_before_it_is_sent(office: Office) -> None:
    renumbered(office)
    plan = planned(office)
    office.books.documents["900"] = replace(TWIN, id="900", number="1234")
    with pytest.raises(NotAllowed, match="1234 is used by"):
        office.desk.restore(plan, CONFIRMED)
    assert len(office.books.orders) == 1
    assert office.desk.cases.get("1").state is State.RENUMBERED


def test_a_restore_that_was_cut_off_is_settled_as_restored(office: Office) -> None:
    renumbered(office)

    def killed(order: NumberOrder) -> None:
        office.books.renumber(order)
        raise KeyboardInterrupt

    office.books.on_change = killed
    with pytest.raises(KeyboardInterrupt):
        restored(office)
    assert [case.state for case in office.desk.settle.open_changes()] == [State.NUMBER_RESTORED]
    assert office.books.documents["111"].number == "1234"


def test_a_restore_whose_answer_is_lost_for_good_needs_checking(office: Office) -> None:
    renumbered(office)

    def lost(_order: NumberOrder) -> None:
        raise AnswerLost("Lost.")

    office.books.on_change = lost
    assert restored(office).cases[0].state is State.NEEDS_CHECKING
