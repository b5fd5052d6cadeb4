"""The main road on fakes: take in, look up, retry, watch, and every turning off it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from builders import COMPANY, HOLDER, INCOMING, TEXT, TWIN
from flows.conftest import Office
from flows.walk import looked_up, renumbered
from untwin.domain.cases.case import State
from untwin.domain.changes.told import told
from untwin.domain.problems import BadInput, NotAllowed, Refused, Unreachable
from untwin.domain.sources.incoming import IncomingState, SourceAnswer
from untwin.domain.verdicts.verdict import Verdict


def test_from_paste_to_posted(office: Office) -> None:
    saved = renumbered(office)
    assert saved.problems == {}
    assert saved.cases[0].state is State.RENUMBERED
    card = office.desk.retry("1")
    assert (card.number, card.profile.button, card.company) == ("1234", "Retry", COMPANY.name)
    assert office.desk.watch("1").posting is not None
    posted = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=office.books.clock.now())
    office.books.documents["900"] = posted
    case = office.desk.watch("1")
    assert case.state is State.POSTED
    assert "as expected" in case.note
    assert [row.what for row in told(office.desk.history.rows(), office.desk.history.changes())] == [
        "credit memo 1234 renumbered to CM-1234",
        "retry",
        "posted",
    ]


def test_both_documents_on_one_number_are_renumbered_before_the_retry(office: Office) -> None:
    office.books.documents["112"] = replace(HOLDER, id="112", entity="Invoice", raw=HOLDER.raw.replace("111", "112"))
    saved = renumbered(office)
    assert [r.new for r in saved.cases[0].renumbered] == ["CM-1234", "INV-1234"]
    assert office.desk.retry("1").case.state is State.WAITING_TO_POST


def test_a_retry_waits_until_the_number_is_free(office: Office) -> None:
    renumbered(office)
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice")
    with pytest.raises(NotAllowed, match="used again now, by invoice 1234"):
        office.desk.retry("1")


def test_nothing_found_retries_without_any_change(office: Office) -> None:
    office.books.documents.clear()
    assert looked_up(office).judgement.verdict is Verdict.NONE_FOUND  # type: ignore[union-attr]
    assert office.desk.retry("1").case.state is State.WAITING_TO_POST
    assert office.books.orders == []


def test_a_same_document_is_confirmed_and_never_renumbered(office: Office) -> None:
    office.books.documents["222"] = TWIN
    case = looked_up(office)
    assert case.judgement is not None
    assert case.judgement.verdict is Verdict.SAME_DOCUMENT
    assert office.desk.renumber.plan({"1": {}}).rows == ()
    done = office.desk.decide.same_document("1", "Ann")
    assert done.state is State.ALREADY_IN_QUICKBOOKS
    assert "stays unlinked" in done.left_to_do[0]
    assert office.books.orders == []


def test_only_a_proved_same_document_can_be_confirmed(office: Office) -> None:
    looked_up(office)
    with pytest.raises(NotAllowed):
        office.desk.decide.same_document("1")


def test_a_failed_look_up_leaves_the_case_with_the_reason(office: Office) -> None:
    office.connections.problem = Unreachable("QuickBooks can't be reached.", "Check the network.")
    office.desk.take_in.text(TEXT)
    with pytest.raises(Unreachable):
        office.desk.look_up("1")
    case = office.desk.cases.get("1")
    assert case.state is State.NEW
    assert case.note == "QuickBooks can't be reached. Check the network."
    office.connections.problem = None
    assert office.desk.look_up("1").state is State.NEEDS_DECISION


def test_a_silent_source_makes_the_case_unknown_and_one_line_from_a_person_settles_it(office: Office) -> None:
    office.source.problem = Unreachable("Clio can't be reached.")
    case = looked_up(office)
    assert case.judgement is not None
    assert case.judgement.verdict is Verdict.UNKNOWN
    assert "Clio can't be reached." in case.judgement.reasons
    office.desk.decide.describe("1", "Smith, Anna 1,240.00 2026-11-12", "Ann")
    asked = office.desk.look_up("1")
    assert asked.judgement is not None
    assert asked.judgement.asks_maker == ("111",)
    told = office.desk.decide.made_by_hand("1", "Ann")
    assert told.judgement is not None
    assert told.judgement.verdict is Verdict.UNRELATED


@pytest.mark.parametrize("state", [IncomingState.DRAFT, IncomingState.VOIDED, IncomingState.DELETED])
def test_a_waiting_document_that_the_source_will_not_post_is_no_longer_needed(
    office: Office, state: IncomingState
) -> None:
    office.source.answer = SourceAnswer(replace(INCOMING, state=state), complete=True)
    assert looked_up(office).state is State.NO_LONGER_NEEDED


def test_closed_books_block_the_case_and_leave_its_verdict(office: Office) -> None:
    office.books.company_facts = replace(office.books.company_facts, closed_through=HOLDER.date)
    case = looked_up(office)
    assert case.state is State.BLOCKED
    assert case.judgement is not None
    assert case.judgement.verdict is Verdict.UNRELATED
    assert "closed" in case.note


def test_a_cut_search_is_never_unrelated(office: Office) -> None:
    office.books.nearby_complete = False
    case = looked_up(office)
    assert case.judgement is not None
    assert case.judgement.verdict is Verdict.UNKNOWN


def test_another_document_on_the_number_after_the_retry_fails_again(office: Office) -> None:
    renumbered(office)
    office.desk.retry("1")
    stranger = replace(HOLDER, id="6", entity="Invoice", created_at=office.books.clock.now())
    office.books.documents["6"] = stranger
    assert office.desk.watch("1").state is State.FAILED_AGAIN


def test_two_postings_are_an_alarm(office: Office) -> None:
    renumbered(office)
    office.desk.retry("1")
    later = office.books.clock.now() + timedelta(seconds=1)
    for id_ in ("901", "902"):
        office.books.documents[id_] = replace(TWIN, id=id_, number="1234", date=INCOMING.date, created_at=later)
    case = office.desk.watch("1")
    assert case.state is State.FAILED_AGAIN
    assert "Booked twice" in case.note


def test_the_last_look_says_not_seen_yet(office: Office) -> None:
    renumbered(office)
    office.desk.retry("1")
    assert not office.desk.watch("1").not_seen_yet
    assert office.desk.watch("1", last_look=True).not_seen_yet


def test_there_is_nothing_to_watch_before_the_retry(office: Office) -> None:
    looked_up(office)
    with pytest.raises(NotAllowed):
        office.desk.watch("1")


def test_refused_is_an_outside_problem_with_its_code() -> None:
    assert Refused("no", code="2020").code == "2020"


def test_bad_descriptions_say_what_is_wrong(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    for said, word in (
        ("Smith 1.2.3", "no amount"),
        ("Smith -5", "no minus"),
        ("Smith 5 12/10/2026", "12 October 2026 or 10 December 2026"),
        ("no " + "9" * 22, "22 characters"),
        ("1234", "Nothing is said"),
    ):
        with pytest.raises(BadInput, match=word):
            office.desk.decide.describe("1", said)
