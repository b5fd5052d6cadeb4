"""The first steps of the road, for tests that begin farther on."""

from builders import TEXT
from flows.conftest import Office
from untwin.domain.case import Case
from untwin.domain.change import Flag
from untwin.flows.renumber import Confirmation, Saved
from untwin.ports.stores import Step

CONFIRMED = Confirmation("Ann", "needed by bill 1234", frozenset(Flag))


def looked_up(office: Office) -> Case:
    taken = office.desk.take_in.text(TEXT)
    return office.desk.look_up(taken.new[0].id)


def renumbered(office: Office) -> Saved:
    case = looked_up(office)
    return office.desk.renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)


def steps(office: Office, request_id: str = "id-0") -> list[Step]:
    return [record.step for record in office.desk.history.steps(request_id)]
