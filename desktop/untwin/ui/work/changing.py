"""Changes of single cases: saved, taken back, and looked at where one could not be proved; each in its lane."""

from collections.abc import Callable
from typing import Protocol

from untwin.domain.cases.case import Case
from untwin.domain.changes.change import Plan
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.going import Progress
from untwin.flows.changing.look_closer import Doubt
from untwin.flows.desk import Desk
from untwin.ui.lanes.bridge import Bridge, Failed, Then
from untwin.ui.sheets.asking import Signed


class Run(Protocol):
    """Runs work in a lane, during which a case is busy, and has the window show what is new afterwards."""

    def __call__(
        self, lane: str, work: Callable[[], object], then: Then, failed: Failed | None, *, busy: tuple[str, ...]
    ) -> None:
        """Runs it."""


class Changing:
    """The way to them; nothing here waits."""

    def __init__(self, desk: Desk, bridge: Bridge, run: Run) -> None:
        self._desk, self._bridge, self._run = desk, bridge, run

    def renumber(self, planned: Plan, signed: Signed, progress: Progress, done: Then, failed: Failed) -> None:
        """Saves a confirmed plan; `progress` hears each stage, in the window's thread."""
        row, carried = planned.rows[0], self._bridge.carried(progress)

        def work() -> Carried:
            return self._desk.renumber(planned, signed.by(self._desk.person), carried)

        self._run(_lane(row.company), work, done, failed, busy=(row.case_id,))

    def plan_restore(self, case: Case, request_ids: tuple[str, ...], done: Then, failed: Failed) -> None:
        """Asks QuickBooks whether the old numbers of a case can be given back; without ids all of them."""

        def work() -> Plan:
            return self._desk.restore.plan(request_ids or self._desk.restore.of_case(case.id))

        self._bridge.run(_lane(case.company), work, done, failed)

    def restore(self, planned: Plan, signed: Signed, progress: Progress, done: Then, failed: Failed) -> None:
        """Gives old numbers back; `progress` hears each stage, in the window's thread."""
        row, carried = planned.rows[0], self._bridge.carried(progress)

        def work() -> Carried:
            return self._desk.restore(planned, signed.by(self._desk.person), carried)

        self._run(_lane(row.company), work, done, failed, busy=(row.case_id,))

    def doubts(self, case: Case, done: Then, failed: Failed) -> None:
        """Reads what stands now where a change could not be proved."""

        def work() -> tuple[Doubt, ...]:
            return self._desk.look_closer.doubts(case.id)

        self._bridge.run(_lane(case.company), work, done, failed)

    def close(self, case: Case, signed: Signed, done: Then, failed: Failed) -> None:
        """Ends the doubt by a person's word."""

        def work() -> Case:
            confirmed = signed.by(self._desk.person)
            return self._desk.look_closer.close(case.id, confirmed.who, confirmed.reason)

        self._run(_lane(case.company), work, done, failed, busy=(case.id,))


def _lane(realm: str | None) -> str:
    return f"company {realm}"
