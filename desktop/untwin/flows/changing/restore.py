"""Gives old numbers back, from the change history, by the same road with the same check; says where that ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from untwin.domain.changes.change import Plan, Refusal, Row
from untwin.domain.changes.history import Change
from untwin.domain.changes.planning import confirmed_how
from untwin.domain.changes.policy import why_too_much
from untwin.domain.changes.restoring import restorable, restoring_row, why_not_restored
from untwin.domain.changes.run import Run
from untwin.domain.problems import BadInput, NotAllowed
from untwin.flows.changing.carry_out import Carried, CarryOut
from untwin.flows.changing.confirm import Confirm, Confirmation
from untwin.flows.changing.going import Progress, unwatched
from untwin.flows.changing.renumber import in_one_sitting
from untwin.ports.books import ChangeQuestion, Connections
from untwin.ports.history import History
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class Restore:
    """The flow; its plan asks QuickBooks, since months may have gone by."""

    cases: Cases
    companies: Companies
    connections: Connections
    history: History
    confirm_plan: Confirm
    carry_out: CarryOut

    def of_case(self, case_id: str) -> tuple[str, ...]:
        """The changes of a case that can be asked to be taken back, by their requests' ids.

        Raises:
            NotAllowed: there are none.
        """
        found = restorable(self.history.of_case(case_id))
        if not found:
            raise NotAllowed("No number that Untwin gave stands there.", "See the change history of the case.")
        return tuple(change.intent.order.request_id for change in found)

    def plan(self, request_ids: Sequence[str]) -> Plan:
        """What giving these old numbers back would do, asked of QuickBooks now.

        Raises:
            OutsideProblem: QuickBooks could not be asked.
        """
        rows: list[Row] = []
        refused: list[Refusal] = []
        for request_id in dict.fromkeys(request_ids):
            found = self._row(self.history.change(request_id))
            if isinstance(found, Row) and any(_same_wish(found, row) for row in rows):
                found = Refusal(found.case_id, f"Another document gets {found.new} back already.")
            if isinstance(found, Refusal):
                refused.append(found)
            else:
                rows.append(found)
        return self._within_policy(rows, refused)

    def confirm(self, planned: Plan, confirmed: Confirmation) -> Run:
        """The batch of a confirmed plan. Raises `NotAllowed`, `OutsideProblem`; then nothing was changed."""
        wanted = {(row.company, row.document.entity, row.document.id) for row in planned.rows}
        standing = [change for row in planned.rows for change in restorable(self.history.of_case(row.case_id))]
        ids = [c.intent.order.request_id for c in standing if _document(c) in wanted]
        return self.confirm_plan(planned, self.plan(ids), confirmed)

    def __call__(self, planned: Plan, confirmed: Confirmation, progress: Progress = unwatched) -> Carried:
        """Gives the numbers back in one sitting. Raises as `confirm` does, and `Busy`."""
        return in_one_sitting(self.carry_out, self.confirm(planned, confirmed), progress)

    def _row(self, change: Change) -> Row | Refusal:
        intent, order = change.intent, change.intent.order
        case = self.cases.get(intent.case_id)
        if change not in restorable(self.history.of_case(intent.case_id)):
            return Refusal(case.id, "Its old number was given back already, or its change never stood.")
        try:
            company = self.companies.get(intent.company)
        except BadInput as problem:
            return Refusal(case.id, problem.sentence, ("Connect the company again in Companies.",))
        question = ChangeQuestion(order.entity, order.id, order.new_number, intent.old_number)
        [answer] = self.connections.books(intent.company).around_changes([question])
        found = (answer.document, answer.others_with_new, answer.facts)
        refusal = why_not_restored(change, case, company, found)
        if refusal is not None or answer.document is None:
            return refusal or Refusal(case.id, "It isn't in QuickBooks any more.")
        return restoring_row(change, answer.document)

    def _within_policy(self, rows: list[Row], refused: list[Refusal]) -> Plan:
        companies = {company.realm: company for company in self.companies.all()}
        over = {
            realm: why_too_much([row.document for row in rows if row.company == realm], companies[realm])
            for realm in {row.company for row in rows}
        }
        kept = [row for row in rows if not over[row.company]]
        stopped = [Refusal(row.case_id, over[row.company]) for row in rows if over[row.company]]
        return confirmed_how(kept, [*refused, *stopped], companies)


def _same_wish(one: Row, other: Row) -> bool:
    return (
        one.company == other.company and one.document.type.space == other.document.type.space and one.new == other.new
    )


def _document(change: Change) -> tuple[str, str, str]:
    return change.intent.company, change.intent.order.entity, change.intent.order.id
