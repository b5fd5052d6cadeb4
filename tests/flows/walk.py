"""The first steps of the road, for tests that begin farther on."""

from collections.abc import Callable
from dataclasses import replace

from builders import TEXT
from flows.conftest import Office
from untwin.domain.cases.case import Case
from untwin.domain.changes.change import Flag
from untwin.domain.changes.history import NumberOrder, Step
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.changing.renumber import Renumber
from untwin.ports.history import History

CONFIRMED = Confirmation("Ann", "needed by bill 1234", frozenset(Flag))


def looked_up(office: Office) -> Case:
    taken = office.desk.take_in.text(TEXT)
    return office.desk.look_up(taken.new[0].id)


def renumbered(office: Office) -> Carried:
    case = looked_up(office)
    return office.desk.renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)


def steps(office: Office, request_id: str = "change-0") -> list[Step]:
    return [record.step for record in office.desk.history.change(request_id).steps]


def with_history(office: Office, history: History) -> Renumber:
    """The renumbering of an office whose changes are recorded by another history."""
    settle = office.desk.settle
    other = replace(settle, writing=replace(settle.writing, history=history))
    return replace(office.desk.renumber, carry_out=replace(office.desk.carry_out, settle=other))


def after_sending(office: Office, before_look: Callable[[], None]) -> None:
    """Lets something happen before each look at QuickBooks that follows a change, and none before."""

    def change(order: NumberOrder) -> None:
        office.books.before_around = lambda _questions: before_look()
        office.books.renumber(order)

    office.books.on_change = change
