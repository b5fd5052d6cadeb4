"""Gives documents new numbers so that others can post: plans, has a person confirm, and carries out."""

from dataclasses import dataclass

from untwin.domain.changes.change import Plan, Wish
from untwin.domain.changes.planning import plan
from untwin.domain.changes.run import Run
from untwin.domain.problems import Busy
from untwin.flows.changing.carry_out import Carried, CarryOut
from untwin.flows.changing.confirm import Confirm, Confirmation
from untwin.flows.changing.going import Progress, unwatched
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class Renumber:
    """The flow."""

    cases: Cases
    companies: Companies
    confirm_plan: Confirm
    carry_out: CarryOut

    def plan(self, numbers: dict[str, dict[str, str]]) -> Plan:
        """What one confirmation would do. `numbers` maps case ids to numbers typed for document ids."""
        cases = self.cases.some(list(numbers))
        wishes = tuple(Wish(case, numbers[case.id]) for case in cases)
        return plan(wishes, {c.realm: c for c in self.companies.all()})

    def confirm(self, planned: Plan, confirmed: Confirmation) -> Run:
        """The batch of a confirmed plan, ready to be carried out.

        Raises:
            NotAllowed: something isn't confirmed, or a number can't be given; nothing was changed.
        """
        return self.confirm_plan(planned, self.plan(_numbers(planned)), confirmed)

    def __call__(self, planned: Plan, confirmed: Confirmation, progress: Progress = unwatched) -> Carried:
        """Saves every row of a plan in one sitting; what could not be begun goes back to where it was.

        Raises:
            NotAllowed: something isn't confirmed, or a number can't be given; nothing was changed.
            Busy: another Untwin is saving; nothing was changed.
        """
        return in_one_sitting(self.carry_out, self.confirm(planned, confirmed), progress)


def in_one_sitting(carry_out: CarryOut, run: Run, progress: Progress = unwatched) -> Carried:
    """Carries a batch out and leaves nothing of it waiting. Raises `Busy`; then nothing was changed."""
    try:
        carried = carry_out(run.id, progress)
    except Busy as problem:
        carry_out.drop(run.id, str(problem))
        raise
    if carried.run.state.over:
        return carried
    dropped = carry_out.drop(run.id, carried.run.note)
    return Carried(dropped, carry_out.cases.some(run.case_ids), carried.problems)


def _numbers(planned: Plan) -> dict[str, dict[str, str]]:
    numbers: dict[str, dict[str, str]] = {}
    for row in planned.rows:
        numbers.setdefault(row.case_id, {})[row.document.id] = row.new
    return numbers
