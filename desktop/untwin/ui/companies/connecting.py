"""The way to the connections: each step is a job, so that neither keyring nor network keeps the window waiting."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import Cancelled, Problem
from untwin.flows.companies.set_numbers import NumberWishes
from untwin.flows.companies.set_policy import Policy
from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ports.sign_in import Arrived, IntuitApp, SignInBegun
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.lanes.step_jobs import StepJobs

# The store's lane may be busy with a long import, and nobody waits behind the keyring to make a company read-only.
_LANE, _KEYRING, _LISTENING, _SWITCH = "connecting", "keyring", "listening", "switch"


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long a connection lasts unless it is used, when it ends in any case, or why that isn't known."""

    until: datetime | None = None
    hard_end: datetime | None = None
    problem: Problem | None = None


class Connecting(StepJobs):
    """One sheet's, or the window's; answers that come after its end are dropped."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._desk, self._connect = desk, desk.connect

    def lasting(self, companies: Iterable[Company], then: Callable[[dict[str, Lasting]], None], failed: Failed) -> None:
        """How long each connection lasts; one that can't be read keeps no other from it."""
        real = [c.realm for c in companies if c.environment is not Environment.SAMPLE]
        self._run(_KEYRING, lambda: {realm: self._lasting(realm) for realm in real}, then, failed)

    def app(self, environment: Environment, then: Then, failed: Failed) -> None:
        """The firm's Intuit app, where its keys were typed before."""
        self._run(_KEYRING, lambda: self._connect.app(environment), then, failed)

    def keep_app(self, app: IntuitApp, then: Then, failed: Failed) -> None:
        """Keeps the keys of the firm's Intuit app."""
        self._run(_LANE, lambda: self._connect.keep_app(app), then, failed)

    def begin(self, environment: Environment, then: Then, failed: Failed) -> None:
        """Begins a sign-in."""
        self._run(_LANE, lambda: self._connect.begin(environment), then, failed)

    def listen(self, begun: SignInBegun, then: Then, failed: Failed) -> Callable[[], None]:
        """Waits for the browser; the function that is returned ends the wait."""
        return self._run(_LISTENING, lambda: self._connect.listen(begun), then, failed)

    def arrive(
        self, begun: SignInBegun, redirected: str, wanted: Callable[[], bool], then: Then, failed: Failed
    ) -> None:
        """The company that was signed in to, and what is known of it if it is connected already.

        Where nobody has `wanted` it by then, what was granted is given back.
        """

        def work() -> tuple[Arrived, Company | None]:
            arrived = self._connect.arrive(begun, redirected)
            if not wanted():
                self._connect.turn_away(arrived)
                raise Cancelled
            return arrived, self._connect.connected(arrived.company.realm)

        self._run(_LANE, work, then, failed)

    def keep(self, arrived: Arrived, then: Then, failed: Failed) -> None:
        """Connects the company that arrived."""
        self._change(_LANE, lambda: self._connect.keep(arrived, self._desk.who), then, failed)

    def turn_away(self, arrived: Arrived, then: Then, failed: Failed) -> None:
        """Gives back what was granted for the wrong company."""
        self._run(_LANE, lambda: self._connect.turn_away(arrived), then, failed)

    def allow(self, realms: Iterable[str], then: Then, failed: Failed) -> None:
        """Allows changes in companies that somebody has looked at."""
        listed = tuple(realms)
        self._change(_SWITCH, lambda: self._connect.allow(listed, self._desk.who), then, failed)

    def forbid(self, realms: Iterable[str], then: Then, failed: Failed) -> None:
        """Makes companies read-only."""
        listed = tuple(realms)
        self._change(_SWITCH, lambda: self._connect.forbid(listed, self._desk.who), then, failed)

    def set_policy(self, realm: str, policy: Policy, then: Then, failed: Failed) -> None:
        """Stores a company's policy."""
        self._change(_SWITCH, lambda: self._desk.set_policy(realm, policy, self._desk.who), then, failed)

    def set_numbers(self, realm: str, wishes: NumberWishes, then: Then, failed: Failed) -> None:
        """Stores a company's house rules for new numbers."""
        self._change(_SWITCH, lambda: self._desk.set_numbers(realm, wishes, self._desk.who), then, failed)

    def settings(self, realm: str, then: Then, failed: Failed) -> None:
        """Reads a company's number settings, and what they mean."""
        self._run(_LANE, lambda: self._desk.read_settings(realm), then, failed)

    def forget(self, realm: str, then: Then, failed: Failed) -> None:
        """Removes a company and its connection; answers what could not be revoked."""
        self._change(_LANE, lambda: self._connect.forget(realm, self._desk.who), then, failed)

    def _lasting(self, realm: str) -> Lasting:
        try:
            state = self._connect.state(realm)
        except Problem as problem:
            return Lasting(problem=problem)
        return Lasting(state.until, state.hard_end)
