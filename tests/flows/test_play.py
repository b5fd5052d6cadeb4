"""Errors of other kinds on the road: looked up, put right by a person, looked at again, retried, seen at their end."""

from dataclasses import replace
from datetime import date

import pytest

from builders import COMPANY, FACTS, HOLDER, INCOMING, TWIN
from flows.conftest import Office
from untwin.domain.cases.advice import Ends, RetrySense
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.problems import BadInput, Lapsed, NotAllowed, SignInNeeded
from untwin.domain.sources.declared import HUBSPOT
from untwin.domain.sources.incoming import SourceAnswer
from untwin.domain.verdicts.blocks import BlockId
from untwin.domain.verdicts.observed import NameRecord
from untwin.domain.verdicts.verdict import Verdict

NO_CUSTOMER = "1234: This invoice should have an associated customer before it can be synced to QuickBooks."
SERVICE_DATE = "Enter a service date for the revenue recognition line item (HubSpot invoice 1234)."
CLOSED = "Error 6210: Account Period Closed, Can Not Process"


@pytest.fixture(autouse=True)
def anna(office: Office) -> None:
    """The source knows the waiting document, and whose it is; nobody uses its number."""
    office.books.documents.clear()
    office.source.answer = SourceAnswer(replace(INCOMING, customer_email="anna@smith.example"), (), complete=True)


def look(office: Office, text: str, number: str = "1234") -> Case:
    taken = office.desk.take_in.text(text, source="clio")
    case = taken.new[0]
    if case.waiting_number is None:
        office.desk.decide.describe(case.id, f"no. {number}")
    return office.desk.look_up(case.id)


def test_a_missing_customer_is_found_put_right_and_seen_posted(office: Office) -> None:
    office.books.people = (NameRecord("Customer", "9", "Smith, Anna", email="old@smith.example"),)
    case = look(office, NO_CUSTOMER)
    assert case.state is State.NEEDS_DECISION
    assert case.advice is not None
    assert [d.label for d in case.advice.differs] == ["E-mail"]
    office.books.people = (NameRecord("Customer", "9", "Smith, Anna", email="anna@smith.example"),)
    again = office.desk.look_up(case.id)
    assert again.advice is not None
    assert again.advice.retry is RetrySense.NOW
    assert again.advice.changed == ("E-mail of Smith, Anna: old@smith.example before, anna@smith.example now.",)
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST
    made = office.books.clock.now()
    office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=made)
    assert office.desk.watch(case.id).state is State.POSTED


def test_a_person_may_say_that_the_fix_is_done_without_another_look(office: Office) -> None:
    office.books.company_facts = replace(FACTS, revenue_recognition=True)
    case = look(office, SERVICE_DATE)
    assert case.advice is not None
    assert case.advice.retry is RetrySense.AFTER
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST
    assert office.books.orders == []


def test_closed_books_block_and_the_block_goes_when_the_closing_date_moves(office: Office) -> None:
    office.source.answer = SourceAnswer(replace(INCOMING, date=date(2026, 6, 3)), (), complete=True)
    case = look(office, CLOSED)
    assert (case.state, [b.id for b in case.blocks]) == (State.BLOCKED, [BlockId.WAITING_IN_CLOSED_BOOKS])
    with pytest.raises(NotAllowed):
        office.desk.retry(case.id)
    office.books.company_facts = replace(FACTS, closed_through=date(2026, 5, 31))
    assert office.desk.look_up(case.id).state is State.NEEDS_DECISION
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST


def test_a_sale_that_is_there_already_is_confirmed_and_not_sent_again(office: Office) -> None:
    office.books.documents = {TWIN.id: TWIN}
    case = look(office, "Error 10000: An application error has occurred while processing your request")
    with pytest.raises(NotAllowed, match="no sense"):
        office.desk.retry(case.id)
    assert office.desk.decide.same_document(case.id, "Ann").state is State.ALREADY_IN_QUICKBOOKS


def test_a_refused_connection_is_the_answer_where_the_error_is_about_one(office: Office) -> None:
    office.connections.problem = SignInNeeded("The connection was refused.", "Connect again.")
    case = look(office, "Error 3200: AuthenticationFailed, token expired")
    assert (case.state, case.blocks[0].id) == (State.BLOCKED, BlockId.SIGN_IN_REFUSED)
    office.connections.problem = None
    assert office.desk.look_up(case.id).state is State.NEEDS_DECISION


def test_an_ended_subscription_is_the_answer_where_the_error_is_about_one(office: Office) -> None:
    office.connections.problem = Lapsed("The subscription has ended.", code="6190")
    case = look(office, "Error 6190: Invalid company status, the subscription period has ended")
    assert (case.state, case.blocks[0].id) == (State.BLOCKED, BlockId.SUBSCRIPTION_ENDED)


def test_any_other_kind_stays_new_when_quickbooks_cannot_be_asked(office: Office) -> None:
    office.connections.problem = SignInNeeded("The connection was refused.", "Connect again.")
    with pytest.raises(SignInNeeded):
        look(office, SERVICE_DATE)
    assert office.desk.cases.all()[0].state is State.NEW


def test_an_error_whose_end_is_seen_in_the_source_waits_for_a_new_list(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, sources=(replace(COMPANY.sources[0], source="hubspot"),)))
    office.books.documents = {"900": replace(TWIN, id="900", number="1234", date=INCOMING.date)}
    text = "Line item or invoice amount modifications in HubSpot native invoices cannot be made through external apps."
    taken = office.desk.take_in.text(text, source="hubspot")
    office.desk.decide.describe(taken.new[0].id, "no. 1234")
    case = office.desk.look_up(taken.new[0].id)
    assert case.advice is not None
    assert case.advice.retry is RetrySense.NOW
    card = office.desk.retry(case.id)
    assert card.profile == HUBSPOT
    watched = office.desk.watch(case.id, last_look=True)
    assert (watched.state, watched.not_seen_yet) == (State.WAITING_TO_POST, True)
    assert "take its whole list of errors in again" in watched.note
    with pytest.raises(BadInput, match="doesn't look like HubSpot's list"):
        office.desk.end_gone(case.id, "a shopping list")
    ended = office.desk.end_gone(case.id, "Failing to sync\n\nIn sync: 120. Failing to sync: 0.")
    assert ended.state is State.POSTED
    assert ended.note == "The error about 1234 is gone from HubSpot's list; invoice 1234 is in QuickBooks."


def test_an_error_that_is_still_listed_has_failed_again(office: Office) -> None:
    office.books.documents = {"900": replace(TWIN, id="900", number="1234", date=INCOMING.date)}
    text = "1234: line item or invoice amount modifications in HubSpot native invoices cannot be made here."
    taken = office.desk.take_in.text(text, source="hubspot")
    office.desk.decide.describe(taken.new[0].id, "no. 1234")
    office.desk.look_up(taken.new[0].id)
    office.desk.retry(taken.new[0].id)
    again = office.desk.end_gone(taken.new[0].id, f"Failing to sync\n{text}")
    assert (again.state, again.note) == (
        State.FAILED_AGAIN,
        "The error about 1234 still stands in HubSpot's list.",
    )


def test_only_a_case_that_waits_for_its_list_is_looked_for_in_one(office: Office) -> None:
    case = look(office, NO_CUSTOMER)
    with pytest.raises(NotAllowed, match="doesn't show in a list"):
        office.desk.end_gone(case.id, "Failing to sync")


def test_many_cases_of_many_kinds_are_looked_up_together(office: Office) -> None:
    office.books.people = (NameRecord("Vendor", "3", "Smith, Anna"),)
    texts = (NO_CUSTOMER, SERVICE_DATE, CLOSED, "Code (6240): The name supplied already exists.")
    ids = [office.desk.take_in.text(text, source="clio").new[0].id for text in texts]
    looked = office.desk.look_up.all(ids)
    assert looked.problems == {}
    assert all(case.advice is not None and case.state is State.NEEDS_DECISION for case in looked.cases.values())


USED = "Code (6140): Duplicate Document Number Error : DocNumber=1234 is assigned to TxnType=Invoice with TxnId=4"


def test_what_was_deleted_is_asked_for_although_an_estimate_has_the_number(office: Office) -> None:
    gone = ("Invoice", "4", office.books.clock.now())
    office.books.deleted.append(gone)
    office.books.documents["77"] = replace(HOLDER, id="77", entity="Estimate", number="1234")
    case = office.desk.look_up(office.desk.take_in.text(USED).new[0].id)
    assert case.judgement is not None
    assert case.judgement.verdict is Verdict.NONE_FOUND
    assert case.advice is not None
    assert "no. 4 inside QuickBooks) was deleted lately" in " ".join(case.advice.found)


def test_a_change_that_came_too_late_is_retried_beside_its_own_number_and_ends_by_the_list(office: Office) -> None:
    office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date)
    case = look(office, "Code (5010): Stale Object Error : You and Ann were working on this at the same time.")
    assert case.advice is not None
    assert case.advice.ends is Ends.GONE
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST
    ended = office.desk.end_gone(case.id, "Bill Syncing\nSync Status: Synced. Bills Synced: 12")
    assert ended.state is State.POSTED


def test_a_payment_is_retried_although_the_bill_that_it_pays_has_the_printed_number(office: Office) -> None:
    office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date)
    words = "Code (6540): Deposited Transaction cannot be changed : This transaction has been deposited."
    case = look(office, words)
    assert case.kind is FaultKind.DEPOSITED
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST
