"""The person's hands on Untwin's own flows, without a window."""

from dataclasses import dataclass

from untwin.domain.cases.case import Case
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.desk import Desk


@dataclass(frozen=True, slots=True)
class FlowHands:
    """Honours the port `Hands` by calling the flows."""

    desk: Desk

    def look_up(self, case: Case) -> Case:
        """Looks it up."""
        return self.desk.look_up(case.id)

    def describe(self, case: Case, line: str) -> Case:
        """Says what waits."""
        return self.desk.look_up(self.desk.decide.describe(case.id, line, self.desk.who).id)

    def made_by_hand(self, case: Case) -> Case:
        """Says who made the holder."""
        return self.desk.decide.made_by_hand(case.id, self.desk.who)

    def own_number(self, case: Case) -> Case:
        """Says that a vendor's document counts apart."""
        return self.desk.decide.own_number(case.id, self.desk.who)

    def same_document(self, case: Case) -> Case:
        """Confirms the same sale."""
        return self.desk.decide.same_document(case.id, self.desk.who)

    def renumber(self, case: Case) -> Case:
        """Plans, confirms what the plan asks, and begins the retry as the window does."""
        planned = self.desk.renumber.plan({case.id: {}})
        confirmed = Confirmation(self.desk.who, "walkthrough", frozenset(planned.flags), len(planned.rows))
        saved = self.desk.renumber(planned, confirmed)
        return saved.cases[0] if saved.problems else self.desk.retry(case.id).case

    def retry(self, case: Case) -> Case:
        """Begins the retry."""
        return self.desk.retry(case.id).case

    def watch(self, case: Case) -> Case:
        """Looks whether it posted."""
        return self.desk.watch(case.id)

    def confirm(self, case: Case) -> Case:
        """Confirms what was found."""
        return self.desk.confirm_posting(case.id, self.desk.who)

    def again(self, case: Case, text: str) -> Case:
        """Looks into the source's list."""
        return self.desk.end_gone(case.id, text)

    def refused(self, case: Case) -> bool:
        """Plans it, and reads what the plan says against it."""
        planned = self.desk.renumber.plan({case.id: {}})
        return not planned.rows and all(refusal.reason for refusal in planned.refused)

    def ignore(self, case: Case, reason: str) -> Case:
        """Puts it aside."""
        return self.desk.decide.ignore(case.id, reason, self.desk.who)
