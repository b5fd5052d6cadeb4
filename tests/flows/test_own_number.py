"""A person's word that a vendor's bill only shares the number: said, kept, told, taken back, and what follows each."""

from dataclasses import replace

import pytest

from builders import HOLDER, TEXT
from flows.conftest import Office
from flows.walk import CONFIRMED, looked_up
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import State
from untwin.domain.changes.timeline import timeline
from untwin.domain.problems import NotAllowed, Unreachable
from untwin.domain.verdicts.own_number import statement
from untwin.domain.verdicts.verdict import Verdict

BILL = replace(HOLDER, id="400", entity="Bill", customer_id="31", customer_name="Acme Supply")


@pytest.fixture
def beside(office: Office) -> Office:
    """The office, with a vendor's bill of the same number in the books."""
    office.books.documents["400"] = replace(BILL, raw=HOLDER.raw.replace('"111"', '"400"'))
    return office


def verdict(office: Office) -> Verdict:
    judgement = office.desk.cases.get("1").judgement
    assert judgement is not None
    return judgement.verdict


def test_the_number_is_locked_until_somebody_says_that_the_bill_only_shares_it(beside: Office) -> None:
    case = looked_up(beside)
    assert verdict(beside) is Verdict.PURCHASE_SIDE
    assert beside.desk.renumber.plan({"1": {}}).rows == ()
    said = beside.desk.decide.own_number("1", "Ann")
    assert said.state is State.NEEDS_DECISION
    assert verdict(beside) is Verdict.UNRELATED
    assert [(own.document_id, own.who) for own in beside.desk.cases.get("1").own_numbers] == [("400", "Ann")]
    carried = beside.desk.renumber(beside.desk.renumber.plan({case.id: {}}), CONFIRMED)
    assert (carried.problems, [order.id for order in beside.books.orders]) == ({}, ["111"])
    assert beside.desk.retry("1").case.state is State.WAITING_TO_POST


def test_the_word_stands_in_the_history_and_on_the_cases_way_with_its_name(beside: Office) -> None:
    looked_up(beside)
    case = beside.desk.decide.own_number("1", "Ann")
    [row] = [row for row in beside.desk.history.rows() if row.what.startswith("said")]
    assert (row.who, statement(BILL) in row.what) == ("Ann", True)
    told = timeline(case, (), [row])
    assert (told[-1].who, "Acme Supply" in told[-1].what) == ("Ann", True)


def test_it_holds_at_the_next_look_up(beside: Office) -> None:
    looked_up(beside)
    beside.desk.decide.own_number("1", "Ann")
    beside.desk.look_up("1")
    assert verdict(beside) is Verdict.UNRELATED


def test_another_purchase_document_that_comes_later_is_asked_about_anew(beside: Office) -> None:
    looked_up(beside)
    beside.desk.decide.own_number("1", "Ann")
    beside.books.documents["401"] = replace(BILL, id="401", entity="VendorCredit")
    again = beside.desk.look_up("1")
    assert again.judgement is not None
    assert (again.judgement.verdict, again.judgement.asks_own) == (Verdict.PURCHASE_SIDE, ("401",))


def test_it_is_taken_back_and_the_number_is_locked_again(beside: Office) -> None:
    looked_up(beside)
    beside.desk.decide.own_number("1", "Ann")
    back = beside.desk.decide.take_word_back("1", "Ann")
    assert (verdict(beside), back.own_numbers, back.proposed) == (Verdict.PURCHASE_SIDE, (), ())
    assert beside.desk.renumber.plan({"1": {}}).rows == ()
    assert [row.who for row in beside.desk.history.rows() if "only shares the number" in row.what] == ["Ann"]


def test_it_is_taken_back_where_something_else_has_blocked_the_case_since(beside: Office) -> None:
    looked_up(beside)
    company = beside.desk.companies.get(beside.desk.cases.get("1").company or "")
    closed = replace(company, settings=replace(company.settings, reported_through=HOLDER.date))
    beside.desk.companies.put(closed)
    assert beside.desk.decide.own_number("1", "Ann").state is State.BLOCKED
    assert beside.desk.decide.take_word_back("1", "Ann").state is State.NEEDS_DECISION


def test_the_word_on_who_made_a_document_can_be_taken_back_as_well(office: Office) -> None:
    office.source.problem = Unreachable("Clio can't be reached.")
    office.desk.take_in.text(TEXT)
    office.desk.look_up("1")
    office.desk.decide.describe("1", "Smith, Anna 1,240.00 2026-11-12", "Ann")
    office.desk.look_up("1")
    office.desk.decide.made_by_hand("1", "Ann")
    assert verdict(office) is Verdict.UNRELATED
    assert office.desk.decide.take_word_back("1", "Ann").made_by_hand == ()
    assert verdict(office) is Verdict.UNKNOWN


@pytest.mark.parametrize("document", [None, replace(BILL, entity="JournalEntry")])
def test_nobody_can_say_it_where_it_is_not_asked(office: Office, document: Document | None) -> None:
    if document is not None:
        office.books.documents["400"] = document
    looked_up(office)
    with pytest.raises(NotAllowed):
        office.desk.decide.own_number("1", "Ann")
    with pytest.raises(NotAllowed):
        office.desk.decide.take_word_back("1", "Ann")


def test_it_is_too_late_once_the_number_is_changed(beside: Office) -> None:
    looked_up(beside)
    beside.desk.decide.own_number("1", "Ann")
    beside.desk.renumber(beside.desk.renumber.plan({"1": {}}), CONFIRMED)
    with pytest.raises(NotAllowed, match="too late"):
        beside.desk.decide.take_word_back("1", "Ann")
