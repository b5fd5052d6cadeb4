"""The main road on fakes: take in, look up, renumber, retry, watch, and every turning off it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from builders import COMPANY, HOLDER, INCOMING, REALM, TEXT, TWIN
from flows.conftest import Office
from untwin.domain.case import Case, State
from untwin.domain.change import Flag
from untwin.domain.incoming import IncomingState, SourceAnswer
from untwin.domain.problems import AnswerLost, BadInput, NotAllowed, Refused, Stale, Unreachable
from untwin.domain.verdict import Verdict
from untwin.flows.decide import Description
from untwin.flows.renumber import Confirmation, Saved
from untwin.ports import NumberOrder, Step

CONFIRMED = Confirmation("Ann", "needed by bill 1234", frozenset(Flag))


def looked_up(office: Office) -> Case:
    taken = office.desk.take_in.text(TEXT)
    return office.desk.look_up(taken.new[0].id)


def renumbered(office: Office) -> Saved:
    case = looked_up(office)
    return office.desk.renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)


def steps(office: Office, request_id: str = "id-0") -> list[Step]:
    return [record.step for record in office.desk.history.steps(request_id)]


def test_from_paste_to_posted(office: Office) -> None:
    saved = renumbered(office)
    assert saved.problems == {}
    assert saved.cases[0].state is State.RENUMBERED
    card = office.desk.retry("1")
    assert (card.number, card.words, card.company) == ("1234", "Retry", COMPANY.name)
    assert office.desk.watch("1").posting is not None
    posted = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=office.books.clock.now())
    office.books.documents["900"] = posted
    case = office.desk.watch("1")
    assert case.state is State.POSTED
    assert "as expected" in case.note
    assert [row.what for row in office.desk.history.rows()] == [
        "credit memo 1234 renumbered to CM-1234",
        "retry",
        "posted",
    ]


def test_the_intent_is_recorded_before_the_write_and_each_step_after_it(office: Office) -> None:
    seen: list[list[Step]] = []

    def watch_the_record(order: NumberOrder) -> None:
        seen.append(steps(office))
        office.books.renumber(order)

    office.books.on_change = watch_the_record
    renumbered(office)
    assert seen == [[Step.INTENT, Step.SENT]]
    assert steps(office) == [Step.INTENT, Step.SENT, Step.ANSWERED, Step.READ_AGAIN, Step.PROVED]
    assert office.desk.history.open_intents() == ()
    assert office.lock.held == 1


def test_a_changed_holder_stops_the_write_before_it_is_sent(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.documents["111"] = replace(HOLDER, sync_token="1", total=Decimal(99))
    saved = office.desk.renumber(planned, CONFIRMED)
    assert "Somebody changed credit memo 1234" in saved.problems["1"]
    assert office.books.orders == []
    again = office.desk.cases.get("1")
    assert again.state is State.NEEDS_DECISION
    assert office.desk.renumber.plan({"1": {}}).refused, "its evidence is out of date"


def test_a_number_taken_meanwhile_stops_the_write(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice", number="cm-1234 ")
    saved = office.desk.renumber(planned, CONFIRMED)
    assert "CM-1234 is used by" in saved.problems["1"]
    assert office.books.orders == []


def test_books_closed_meanwhile_stop_the_write(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.company_facts = replace(office.books.company_facts, closed_through=HOLDER.date)
    assert "closed" in office.desk.renumber(planned, CONFIRMED).problems["1"]
    assert office.books.orders == []


def test_an_unconfirmed_flag_refuses_the_whole_plan(office: Office) -> None:
    office.books.documents["111"] = replace(HOLDER, emailed=True)
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    with pytest.raises(NotAllowed, match="e-mailed"):
        office.desk.renumber(planned, Confirmation("Ann", "because"))
    assert office.books.orders == []


def test_a_lost_answer_is_read_first_and_not_sent_twice_when_it_was_done(office: Office) -> None:
    def done_but_lost(order: NumberOrder) -> None:
        office.books.renumber(order)
        raise AnswerLost("The answer never came.")

    office.books.on_change = done_but_lost
    saved = renumbered(office)
    assert saved.cases[0].state is State.RENUMBERED
    assert len(office.books.orders) == 1
    assert Step.LOST in steps(office)


def test_a_lost_answer_is_sent_once_more_under_the_same_id_when_nothing_was_done(office: Office) -> None:
    def lost_once(order: NumberOrder) -> None:
        if len(office.books.orders) == 1:
            raise AnswerLost("The answer never came.")
        office.books.renumber(order)

    office.books.on_change = lost_once
    assert renumbered(office).cases[0].state is State.RENUMBERED
    first, second = office.books.orders
    assert first == second


def test_a_lost_answer_with_a_strangers_change_needs_a_person(office: Office) -> None:
    def lost_and_edited(order: NumberOrder) -> None:
        office.books.documents["111"] = replace(HOLDER, sync_token="4")
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost_and_edited
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert len(office.books.orders) == 1
    assert len(office.desk.history.open_intents()) == 1


def test_a_silent_other_change_is_a_loud_alarm_and_both_images_stay(office: Office) -> None:
    office.books.on_change = lambda order: office.books.renumber(order, TotalAmt=84)
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert "TotalAmt" in saved.problems["1"]
    kept = office.desk.history.steps("id-0")[-1]
    assert kept.step is Step.READ_AGAIN
    assert '"TotalAmt": 84' in kept.note
    assert office.desk.history.open_intents()[0].before == HOLDER.raw


def test_a_write_that_quickbooks_ignores_is_not_renumbered(office: Office) -> None:
    office.books.on_change = lambda _order: None
    assert renumbered(office).cases[0].state is State.NEEDS_CHECKING


def test_a_refused_write_changes_nothing_and_can_be_looked_up_again(office: Office) -> None:
    def refuse(_order: NumberOrder) -> None:
        raise Stale("QuickBooks answered: stale.", code="5010")

    office.books.on_change = refuse
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_DECISION
    assert steps(office)[-1] is Step.NOT_DONE
    office.books.on_change = None
    assert office.desk.look_up("1").judgement is not None


def test_a_change_that_was_cut_off_while_sending_is_settled_at_the_next_start(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})

    def killed(_order: NumberOrder) -> None:
        raise KeyboardInterrupt

    office.books.on_change = killed
    with pytest.raises(KeyboardInterrupt):
        office.desk.renumber(planned, CONFIRMED)
    assert office.desk.cases.get("1").state is State.SAVING
    office.books.on_change = None
    settled = office.desk.settle.open_changes()
    assert [c.state for c in settled] == [State.RENUMBERED]
    assert office.desk.history.open_intents() == ()
    assert office.desk.settle.open_changes() == ()


def test_a_change_that_was_never_sent_is_settled_as_not_done(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.on_change = lambda _order: pytest.fail("nothing may be sent")
    record = office.desk.history.step

    class CutOff(type(office.desk.history)):  # type: ignore[misc]
        def step(self, request_id: str, step: Step, *rest: object) -> None:
            if step is Step.SENT:
                raise KeyboardInterrupt
            record(request_id, step, *rest)  # type: ignore[arg-type]

    cut_off = replace(
        office.desk.renumber,
        settle=replace(office.desk.settle, history=CutOff(office.desk.history.database)),  # type: ignore[attr-defined]
    )
    with pytest.raises(KeyboardInterrupt):
        cut_off(planned, CONFIRMED)
    settled = office.desk.settle.open_changes()
    assert [c.state for c in settled] == [State.NEEDS_DECISION]
    assert "never sent" in settled[0].note
    assert steps(office)[-1] is Step.NOT_DONE


def test_a_case_that_was_cut_off_before_its_intent_can_be_looked_up_again(office: Office) -> None:
    case = looked_up(office)
    office.desk.cases.save(case.moved(State.PLANNED, case.updated_at), case.state)
    assert [c.state for c in office.desk.settle.open_changes()] == [State.NEEDS_DECISION]
    assert office.desk.look_up("1").judgement is not None


def test_both_documents_on_one_number_are_renumbered_before_the_retry(office: Office) -> None:
    office.books.documents["112"] = replace(HOLDER, id="112", entity="Invoice", raw=HOLDER.raw.replace("111", "112"))
    saved = renumbered(office)
    assert [r.new for r in saved.cases[0].renumbered] == ["CM-1234", "INV-1234"]
    assert office.desk.retry("1").case.state is State.WAITING_TO_POST


def test_a_retry_waits_until_the_number_is_free(office: Office) -> None:
    renumbered(office)
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice")
    with pytest.raises(NotAllowed, match="still used by invoice 1234"):
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
    office.desk.decide.describe("1", Description(customer="Smith, Anna", total="1,240.00", day="2026-11-12"), "Ann")
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


def test_a_refusal_of_the_policy_comes_from_the_same_plan_function(office: Office) -> None:
    looked_up(office)
    office.desk.connect.writes(REALM, on=False)
    planned = office.desk.renumber.plan({"1": {}})
    assert "read-only" in planned.refused[0].reason
    with pytest.raises(NotAllowed):
        office.desk.renumber(planned, CONFIRMED)


def test_refused_is_an_outside_problem_with_its_code() -> None:
    assert Refused("no", code="2020").code == "2020"


def test_bad_descriptions_say_what_is_wrong(office: Office) -> None:
    office.desk.take_in.text(TEXT)
    for said, word in (
        (Description(total="abc"), "no amount"),
        (Description(total="-5"), "no amount"),
        (Description(total="NaN"), "no amount"),
        (Description(day="12/10/2026"), "no date"),
        (Description(number="9" * 22), "22 characters"),
    ):
        with pytest.raises(BadInput, match=word):
            office.desk.decide.describe("1", said)
