"""A batch that is paused while QuickBooks wants to be left alone: at once, and with nothing lost."""

import pytest

from flows.conftest import Office
from flows.crew import Crew, crew
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder
from untwin.domain.changes.run import RunState, tally
from untwin.domain.problems import Throttled
from untwin.ports.machine import Wanted


@pytest.fixture
def many(office: Office) -> Crew:
    return crew(office)


def test_a_pause_cuts_a_rest_short_and_the_change_that_was_not_done_stays_in_the_batch(many: Crew) -> None:
    slow, wished = [Throttled("Slow down.", wait_seconds=600)], [True]

    def change(order: NumberOrder) -> None:
        if slow and len(many.books.orders) == 3:
            raise slow.pop()
        many.books.renumber(order)

    def pause(_seconds: float, wanted: Wanted) -> None:
        wished[0] = False
        assert not wanted(), "whoever rests must hear of the pause"

    many.books.on_change = change
    many.pausing(pause)
    ids = many.add(5)
    run = many.confirmed(ids)
    paused = many.desk.carry_out(run.id, wanted=lambda: wished[0])
    assert (paused.run.state, paused.run.note, paused.problems) == (RunState.PAUSED, "Paused, as you asked.", {})
    assert many.states(ids) == [State.RENUMBERED] * 2 + [State.PLANNED] * 3
    assert tally(run, many.changes(run), ids).left == 3
    many.desk.settle.open_changes()
    assert many.states(ids) == [State.RENUMBERED] * 2 + [State.PLANNED] * 3, "the next start leaves it so"
    assert many.desk.carry_out(run.id).run.state is RunState.ENDED
    assert many.states(ids) == [State.RENUMBERED] * 5
    assert len({order.id for order in many.books.orders if order.id}) == 5


def test_a_pause_while_the_look_after_a_change_rests_leaves_it_to_be_looked_at(many: Crew) -> None:
    wished = [True]

    def throttled(_questions: object) -> None:
        raise Throttled("Slow down.", wait_seconds=600)

    def change(order: NumberOrder) -> None:
        many.books.renumber(order)
        many.books.before_around = throttled

    def pause(_seconds: float, _wanted: Wanted) -> None:
        wished[0] = False

    many.books.on_change = change
    many.pausing(pause)
    ids = many.add(3)
    run = many.confirmed(ids)
    paused = many.desk.carry_out(run.id, wanted=lambda: wished[0])
    assert paused.run.state is RunState.PAUSED
    assert many.states(ids) == [State.NEEDS_CHECKING] + [State.PLANNED] * 2
    many.books.before_around, wished[0] = None, True
    many.desk.settle.open_changes()
    assert many.states(ids) == [State.RENUMBERED] + [State.PLANNED] * 2
    many.books.on_change = many.books.renumber
    many.desk.carry_out(run.id)
    assert many.states(ids) == [State.RENUMBERED] * 3
