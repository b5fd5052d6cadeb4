"""A batch: one confirmation, many changes, several companies; pause, cancel, alarm, and an honest count."""

from dataclasses import replace

import pytest

from builders import COMPANY, REALM
from flows.conftest import Office
from flows.crew import OTHER, Crew, crew
from flows.walk import CONFIRMED
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder, Step
from untwin.domain.changes.run import RunRow, RunState, tally
from untwin.domain.changes.standing import change_words, standing
from untwin.domain.changes.summary import summary
from untwin.domain.problems import AnswerLost, NotAllowed, SignInNeeded, Stale, Throttled, Unreachable
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.changing.going import Stage


@pytest.fixture
def many(office: Office) -> Crew:
    return crew(office)


def test_every_row_of_a_batch_is_renumbered_and_proved(many: Crew) -> None:
    ids = [*many.add(40), *many.add(5, OTHER, first=500)]
    run = many.confirmed(ids)
    assert many.states(ids) == [State.PLANNED] * 45
    carried = many.desk.carry_out(run.id)
    assert carried.problems == {}
    assert carried.run.state is RunState.ENDED
    assert many.states(ids) == [State.RENUMBERED] * 45
    assert (len(many.books.orders), len(many.other.orders)) == (40, 5)
    assert len({order.request_id for order in (*many.books.orders, *many.other.orders)}) == 45
    assert all(change.done for change in many.changes(run))


def test_thirty_changes_are_looked_at_in_one_go_and_the_first_alone(many: Crew) -> None:
    looks: list[int] = []
    many.books.before_around = lambda questions: looks.append(len(questions))
    many.desk.carry_out(many.confirmed(many.add(62)).id)
    assert looks == [1, 1, 30, 30, 30, 30, 1, 1]


def test_of_two_documents_each_is_told_with_its_own_check(many: Crew) -> None:
    run = many.confirmed(many.add(2))
    many.desk.carry_out(run.id)
    both = many.changes(run)
    said = standing(both, 2).note
    assert said.count("On this document all") == 2, said
    for change in both:
        assert f"{change_words(change)}. {change.outcome.proof.sentence if change.outcome.proof else ''}" in said


def test_progress_tells_each_row_through_its_stages(many: Crew) -> None:
    told: dict[RunRow, list[Stage]] = {}
    run = many.confirmed(many.add(3))
    many.desk.carry_out(run.id, lambda row, stage: told.setdefault(row, []).append(stage))
    assert set(told) == set(run.rows)
    road = [Stage.CHECKED, Stage.SAVED, Stage.READ_AGAIN, Stage.PROVED]
    assert list(told.values()) == [road] * 3


def test_a_row_that_somebody_changed_is_set_aside_and_the_others_go_on(many: Crew) -> None:
    ids = many.add(5)
    run = many.confirmed(ids)
    changed = run.rows[2].document_id
    many.books.documents[changed] = replace(many.books.documents[changed], sync_token="7")
    carried = many.desk.carry_out(run.id)
    assert list(carried.problems) == [ids[2]]
    assert many.states(ids) == [State.RENUMBERED] * 2 + [State.NEEDS_DECISION] + [State.RENUMBERED] * 2
    assert carried.run.state is RunState.ENDED
    assert many.desk.cases.get(ids[2]).judgement is None


def test_a_refused_row_is_not_done_and_the_others_go_on(many: Crew) -> None:
    ids = many.add(4)
    run = many.confirmed(ids)
    refused = run.rows[1].document_id

    def change(order: NumberOrder) -> None:
        if order.id == refused:
            raise Stale("Somebody else.", code="5010")
        many.books.renumber(order)

    many.books.on_change = change
    many.desk.carry_out(run.id)
    assert many.states(ids) == [State.RENUMBERED, State.NEEDS_DECISION, State.RENUMBERED, State.RENUMBERED]
    so_far = tally(run, many.changes(run), ())
    assert (so_far.proved, so_far.not_done, so_far.open, so_far.rows) == (3, 1, 0, 4)


def test_a_failed_check_stops_every_company_and_the_rest_waits(many: Crew) -> None:
    mine, theirs = many.add(40), many.add(3, OTHER, first=500)
    many.books.on_change = lambda order: many.books.renumber(order, PrivateNote="meddled")
    run = many.confirmed([*mine, *theirs])
    carried = many.desk.carry_out(run.id)
    assert len(many.books.orders) == 1, "the first of a company goes alone"
    assert carried.run.state is RunState.PAUSED
    assert "before/after check failed" in carried.run.note
    assert many.states(mine) == [State.NEEDS_CHECKING] + [State.PLANNED] * 39
    assert many.states(theirs) == [State.PLANNED] * 3
    assert many.other.orders == []


def test_a_paused_batch_goes_on_where_it_was_without_asking_again(many: Crew) -> None:
    ids = many.add(10)
    run = many.confirmed(ids)
    paused = many.desk.carry_out(run.id, wanted=lambda: len(many.books.orders) < 4)
    assert (paused.run.state, paused.run.note) == (RunState.PAUSED, "Paused, as you asked.")
    assert many.states(ids) == [State.RENUMBERED] * 4 + [State.PLANNED] * 6
    ended = many.desk.carry_out(run.id)
    assert ended.run.state is RunState.ENDED
    assert many.states(ids) == [State.RENUMBERED] * 10
    assert len({order.id for order in many.books.orders}) == len(many.books.orders) == 10


def test_what_is_left_of_a_cancelled_batch_goes_back_and_nothing_is_undone(many: Crew) -> None:
    ids = many.add(6)
    run = many.confirmed(ids)
    many.desk.carry_out(run.id, wanted=lambda: len(many.books.orders) < 2)
    dropped = many.desk.carry_out.drop(run.id, "Cancelled.")
    assert dropped.state is RunState.CANCELLED
    assert many.states(ids) == [State.RENUMBERED] * 2 + [State.NEEDS_DECISION] * 4
    assert many.desk.runs.unfinished() == ()


def test_a_company_that_can_not_be_asked_keeps_its_rows_and_the_other_goes_on(many: Crew) -> None:
    mine, theirs = many.add(3), many.add(2, OTHER, first=500)

    def gone(_questions: object) -> None:
        raise SignInNeeded("Sign in again.")

    run = many.confirmed([*mine, *theirs])
    many.books.before_around = gone
    carried = many.desk.carry_out(run.id)
    assert many.states(theirs) == [State.RENUMBERED] * 2
    assert many.states(mine) == [State.PLANNED] * 3
    assert carried.run.state is RunState.PAUSED
    assert carried.run.note == "Sign in again."
    many.books.before_around = None
    assert many.desk.carry_out(run.id).run.state is RunState.ENDED


def test_a_batch_rests_when_quickbooks_asks_for_it_and_then_sends_under_a_new_id(many: Crew) -> None:
    slow = [Throttled("Slow down.", wait_seconds=9)]

    def change(order: NumberOrder) -> None:
        if slow:
            raise slow.pop()
        many.books.renumber(order)

    many.books.on_change = change
    ids = many.add(3)
    carried = many.desk.carry_out(many.confirmed(ids).id)
    assert carried.problems == {}
    assert many.states(ids) == [State.RENUMBERED] * 3
    assert len({order.request_id for order in many.books.orders}) == 4


def test_a_lost_answer_is_settled_before_the_next_row_is_sent(many: Crew) -> None:
    order_of_things: list[str] = []
    lost = [AnswerLost("Lost.")]

    def change(order: NumberOrder) -> None:
        order_of_things.append("sent")
        many.books.renumber(order)
        if lost and len(order_of_things) > 3:
            raise lost.pop()

    many.books.on_change = change
    many.books.before_around = lambda _questions: order_of_things.append("looked")
    ids = many.add(5)
    carried = many.desk.carry_out(many.confirmed(ids).id)
    assert carried.problems == {}
    assert many.states(ids) == [State.RENUMBERED] * 5
    assert order_of_things == ["looked", "sent", "looked", "looked", "sent", "looked", "sent", "sent", "sent", "looked"]


def test_a_network_that_is_gone_after_a_lost_answer_stops_the_company(many: Crew) -> None:
    def unreachable(_questions: object) -> None:
        raise Unreachable("QuickBooks can't be reached.")

    def change(_order: NumberOrder) -> None:
        many.books.before_around = unreachable
        raise AnswerLost("Lost.")

    many.books.on_change = change
    ids = many.add(5)
    carried = many.desk.carry_out(many.confirmed(ids).id)
    assert len(many.books.orders) == 1
    assert many.states(ids) == [State.NEEDS_CHECKING] + [State.PLANNED] * 4
    assert carried.run.state is RunState.PAUSED


def test_a_killed_batch_is_paused_at_the_next_start_and_then_goes_on(many: Crew) -> None:
    ids = many.add(6)

    def change(order: NumberOrder) -> None:
        if len(many.books.orders) == 3:
            raise KeyboardInterrupt
        many.books.renumber(order)

    many.books.on_change = change
    run = many.confirmed(ids)
    with pytest.raises(KeyboardInterrupt):
        many.desk.carry_out(run.id)
    many.books.on_change = many.books.renumber
    many.desk.settle.open_changes()
    assert many.states(ids) == [State.RENUMBERED] * 3 + [State.PLANNED] * 3
    [paused] = many.desk.runs.unfinished()
    assert (paused.id, paused.state) == (run.id, RunState.PAUSED)
    assert many.desk.carry_out(run.id).run.state is RunState.ENDED
    assert many.states(ids) == [State.RENUMBERED] * 6
    assert all(document.sync_token == "1" for document in many.books.documents.values() if document.id != "111")


def test_two_cases_about_one_document_are_never_in_one_plan(many: Crew) -> None:
    [first] = many.add(1)
    twin = replace(many.desk.cases.get(first), id="")
    second = many.desk.cases.add(twin).id
    planned = many.desk.renumber.plan({first: {}, second: {}})
    assert [row.case_id for row in planned.rows] == [first]
    assert [refusal.case_id for refusal in planned.refused] == [second]
    assert f"Case {first} gives" in planned.refused[0].reason


def test_numbers_inside_one_plan_never_collide(many: Crew) -> None:
    first, second = many.add(2)
    planned = many.desk.renumber.plan({first: {"91001": "X-1"}, second: {"91002": "x-1"}})
    assert [row.why_not for row in planned.rows] == ["", "x-1 is used already."]


def test_a_plan_that_changed_meanwhile_is_not_confirmed(many: Crew) -> None:
    ids = many.add(2)
    planned = many.desk.renumber.plan({case_id: {} for case_id in ids})
    case = many.desk.cases.get(ids[0])
    many.desk.cases.save(case.moved(State.IGNORED, case.updated_at), case.state)
    with pytest.raises(NotAllowed):
        many.desk.renumber.confirm(planned, CONFIRMED)
    assert many.desk.runs.all() == ()
    assert many.states(ids) == [State.IGNORED, State.NEEDS_DECISION]


def test_more_than_twenty_five_rows_are_confirmed_by_typing_their_count(many: Crew) -> None:
    planned = many.desk.renumber.plan({case_id: {} for case_id in many.add(26)})
    with pytest.raises(NotAllowed, match="26"):
        many.desk.renumber.confirm(planned, Confirmation("Ann", "needed", frozenset(planned.flags)))


def test_a_policy_that_became_stricter_meanwhile_holds_for_a_batch_that_goes_on(many: Crew) -> None:
    ids = many.add(3)
    run = many.confirmed(ids)
    many.desk.companies.put(replace(COMPANY, settings=replace(COMPANY.settings, never_types=("CreditMemo",))))
    carried = many.desk.carry_out(run.id)
    assert many.books.orders == []
    assert "policy" in str(carried.problems[ids[0]])
    assert many.states(ids) == [State.NEEDS_DECISION] * 3


def test_read_only_holds_at_once_in_the_middle_of_a_batch(many: Crew) -> None:
    ids = many.add(5)

    def change(order: NumberOrder) -> None:
        many.books.renumber(order)
        if len(many.books.orders) == 3:
            many.desk.connect.forbid([REALM], "Ann")

    many.books.on_change = change
    carried = many.desk.carry_out(many.confirmed(ids).id)
    assert len(many.books.orders) == 3
    assert many.states(ids) == [State.RENUMBERED] * 3 + [State.PLANNED] * 2
    assert "read-only" in carried.run.note


def test_the_summary_counts_what_posted_and_what_is_still_open(many: Crew) -> None:
    ids = many.add(4)
    run = many.confirmed(ids)
    stale = run.rows[3].document_id
    many.books.documents[stale] = replace(many.books.documents[stale], sync_token="9")
    carried = many.desk.carry_out(run.id)
    posted = many.desk.cases.get(ids[0])
    many.desk.cases.save(posted.moved(State.POSTED, posted.updated_at), posted.state)
    so_far = summary(carried.run, many.desk.cases.some(ids), many.changes(run))
    assert (so_far.posted, so_far.waiting, so_far.open, so_far.left) == (1, 2, 1, 0)
    assert str(so_far.posted_money.by_currency[0][1]) == "1240.00"
    assert str(so_far.waiting_money.by_currency[0][1]) == "2480.00"


def test_each_step_of_each_change_is_on_record(many: Crew) -> None:
    run = many.confirmed(many.add(2))
    many.desk.carry_out(run.id)
    road = [Step.INTENT, Step.SENT, Step.ANSWERED, Step.READ_AGAIN, Step.PROVED]
    assert [[record.step for record in change.steps] for change in many.changes(run)] == [road, road]
    assert {change.intent.company for change in many.changes(run)} == {REALM}
