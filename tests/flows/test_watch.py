"""The watch over many cases: one request a company, each case told apart from the others, and nothing claimed twice."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from builders import COMPANY, INCOMING, NOW, REALM, TWIN, case, evidence
from flows.conftest import Office
from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind
from untwin.domain.problems import NotAllowed, Unreachable
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.flows.posting.watch import look_times


def waits(office: Office, number: str, **changes: object) -> Case:
    """A case that waits for a bill of 1240.00 with this number."""
    incoming = replace(INCOMING, number=number)
    whole = case(
        id="",
        state=State.WAITING_TO_POST,
        doc_number=number,
        incoming=incoming,
        evidence=evidence(incoming=incoming),
        waiting_since=NOW,
    )
    return office.desk.cases.add(replace(whole, **changes))  # type: ignore[arg-type]


def posted(office: Office, document_id: str, number: str | None, **changes: object) -> Document:
    made = replace(TWIN, id=document_id, number=number, date=INCOMING.date, created_at=NOW + timedelta(seconds=5))
    office.books.documents[document_id] = replace(made, **changes)  # type: ignore[arg-type]
    return office.books.documents[document_id]


@pytest.fixture(autouse=True)
def _firm(office: Office) -> None:
    office.desk.companies.put(COMPANY)
    office.books.documents.clear()


def test_all_waiting_cases_of_a_company_take_one_request(office: Office) -> None:
    ids = [waits(office, f"12{n}").id for n in range(10)]
    posted(office, "900", "123")
    seen = office.desk.watch.all(ids)
    assert office.books.polls == [10]
    assert [seen.cases[i].state is State.POSTED for i in ids] == [n == 3 for n in range(10)]
    assert seen.problems == {}


def test_nothing_waits_and_nothing_is_asked(office: Office) -> None:
    new = office.desk.cases.add(case(id=""))
    seen = office.desk.watch.all([new.id])
    assert office.books.polls == []
    assert isinstance(seen.problems[new.id], NotAllowed)


def test_a_company_that_cannot_be_reached_leaves_its_cases_as_they_were(office: Office) -> None:
    waiting = waits(office, "1234")
    office.books.problem = Unreachable("QuickBooks can't be reached.")
    assert isinstance(office.desk.watch.all([waiting.id], last_looks=[waiting.id]).problems[waiting.id], Unreachable)
    assert office.desk.cases.get(waiting.id) == waiting


def test_a_bill_under_another_number_asks_a_person(office: Office) -> None:
    waiting = waits(office, "1234")
    posted(office, "900", "M-1")
    seen = office.desk.watch(waiting.id)
    assert (seen.state, seen.please_confirm) == (State.WAITING_TO_POST, True)
    assert "Posted as invoice M-1, not as 1234" in seen.note
    assert seen.next_step.startswith("Confirm that it posted")


def test_the_bill_of_another_case_is_never_taken_for_this_one(office: Office) -> None:
    """Two bills of one client, one amount and one day; the second of them has posted, under its own number."""
    first, second = waits(office, "1234"), waits(office, "1235")
    posted(office, "900", "1235")
    seen = office.desk.watch.all([first.id, second.id])
    assert [seen.cases[c.id].state for c in (first, second)] == [State.WAITING_TO_POST, State.POSTED]
    assert not seen.cases[first.id].please_confirm
    assert not office.desk.watch(first.id).please_confirm


def test_two_that_are_alike_are_given_a_document_each(office: Office) -> None:
    first, second = waits(office, "1234"), waits(office, "1235")
    for document_id in ("900", "901"):
        posted(office, document_id, f"M-{document_id}")
    for _ in range(2):
        seen = office.desk.watch.all([first.id, second.id])
        found = [seen.cases[c.id].posting for c in (first, second)]
        assert [p.document_id for p in found if p] == ["900", "901"]
    posted(office, "902", "M-902")
    assert office.desk.watch(second.id).state is State.FAILED_AGAIN


def test_what_posted_for_another_case_before_is_not_taken_again(office: Office) -> None:
    first = waits(office, "1234")
    posted(office, "900", "M-1")
    office.desk.watch(first.id)
    office.desk.confirm_posting(first.id, "Ann")
    second = waits(office, "1235")
    assert not office.desk.watch(second.id).please_confirm


def test_a_person_confirms_what_was_found(office: Office) -> None:
    waiting = waits(office, "1234")
    posted(office, "900", "M-1")
    with pytest.raises(NotAllowed):
        office.desk.confirm_posting(waiting.id, "Ann")
    office.desk.watch(waiting.id)
    done = office.desk.confirm_posting(waiting.id, "Ann")
    assert (done.state, done.please_confirm) == (State.POSTED, False)
    [row] = office.desk.history.rows()
    assert (row.who, row.what) == ("Ann", "confirmed as posted")
    assert "M-1" in row.detail


def test_what_a_person_rules_out_is_not_offered_again(office: Office) -> None:
    waiting = waits(office, "1234")
    posted(office, "900", "M-1")
    office.desk.watch(waiting.id)
    still = office.desk.confirm_posting.rule_out(waiting.id, "Ann")
    assert (still.state, still.please_confirm, still.posting) == (State.WAITING_TO_POST, False, None)
    assert not office.desk.watch(waiting.id).please_confirm
    posted(office, "901", "1234")
    assert office.desk.watch(waiting.id).state is State.POSTED


def test_a_credit_note_without_a_number_is_found_and_asked_about(office: Office) -> None:
    note = Incoming(IncomingKind.CREDIT_NOTE, None, "Smith, Anna", Decimal(50), "USD", INCOMING.date)
    waiting = waits(office, "1234", incoming=note, evidence=evidence(incoming=note))
    posted(office, "900", "CR-9", entity="CreditMemo", total=Decimal(50))
    seen = office.desk.watch(waiting.id)
    assert seen.please_confirm
    assert "credit memo CR-9" in seen.note


def test_a_case_of_another_kind_is_watched_the_same_way(office: Office) -> None:
    waiting = waits(office, "1234", kind=FaultKind.MISSING_CUSTOMER, evidence=None)
    assert office.desk.watch(waiting.id).posting is not None
    posted(office, "900", "1234")
    assert office.desk.watch(waiting.id).state is State.POSTED


def test_of_a_case_whose_document_nobody_knows_only_a_person_says_that_it_posted(office: Office) -> None:
    waiting = waits(office, "1234", evidence=None, incoming=None)
    posted(office, "900", "1234")
    seen = office.desk.watch(waiting.id)
    assert (seen.state, seen.please_confirm) == (State.WAITING_TO_POST, True)


def test_not_seen_yet_says_what_to_try_and_is_still_looked_for_when_asked(office: Office) -> None:
    waiting = waits(office, "1234")
    assert "Bill Syncing" not in office.desk.watch(waiting.id).note
    last = office.desk.watch(waiting.id, last_look=True)
    assert last.not_seen_yet
    assert "Bill Syncing in Clio" in last.note
    assert office.desk.watch(waiting.id).not_seen_yet
    posted(office, "900", "1234")
    done = office.desk.watch(waiting.id)
    assert (done.state, done.not_seen_yet) == (State.POSTED, False)


def test_each_company_is_asked_once(office: Office) -> None:
    other = replace(COMPANY, realm="9130000000000002")
    office.desk.companies.put(other)
    ids = [waits(office, str(n), company=realm).id for n in range(3) for realm in (REALM, other.realm)]
    office.desk.watch.all(ids)
    assert office.books.polls == [3, 3]


def test_the_looks_come_at_about_one_three_six_ten_fifteen_and_twenty_minutes() -> None:
    assert [round(at / 60) for at in look_times(300)] == [1, 3, 6, 10, 15, 20]


def test_retry_pressed_again_begins_the_watch_anew_and_leaves_what_counts_as_a_posting(office: Office) -> None:
    waiting = waits(office, "1234", not_seen_yet=True)
    again = office.desk.retry(waiting.id).case
    assert again.watch_began is not None
    assert (again.waiting_since, again.not_seen_yet) == (NOW, False)
    assert office.desk.cases.get(waiting.id) == again


def test_what_may_have_posted_is_not_sent_again(office: Office) -> None:
    waiting = waits(office, "1234")
    posted(office, "900", "M-1")
    office.desk.watch(waiting.id)
    with pytest.raises(NotAllowed, match="may have posted already"):
        office.desk.retry(waiting.id)
    office.desk.confirm_posting.rule_out(waiting.id, "Ann")
    assert office.desk.retry(waiting.id).case.state is State.WAITING_TO_POST
