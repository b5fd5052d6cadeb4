"""The way to the sources: each step is a job, so that neither keyring nor network keeps the window waiting."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from untwin.domain.company.company import Company
from untwin.domain.problems import Cancelled
from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ports.sources import ClioApp, ClioBegun, SourceAccount
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.lanes.step_jobs import StepJobs

_LANE, _KEYRING, _LISTENING, _TESTING = "connecting", "keyring", "listening", "testing"


class SourceWork(StepJobs):
    """One sheet's; answers that come after its end are dropped."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._desk, self._sources = desk, desk.bind_sources

    def companies(self) -> tuple[Company, ...]:
        """The connected companies, a fast read."""
        return self._desk.companies.all()

    def hubspot(self, token: str, then: Then, failed: Failed) -> None:
        """The HubSpot account that a token opens."""
        self._run(_LANE, lambda: self._sources.hubspot(token), then, failed)

    def webhook(self, name: str, address: str, then: Then, failed: Failed) -> None:
        """A webhook with a new secret."""
        self._run(_LANE, lambda: self._sources.webhook(name, address), then, failed)

    def own(self, file: Path, then: Then, failed: Failed) -> None:
        """A source of the user's own."""
        self._run(_LANE, lambda: self._sources.own(file), then, failed)

    def clio_app(self, region: str, then: Then, failed: Failed) -> None:
        """The firm's Clio app, where its keys were typed before."""
        self._run(_KEYRING, lambda: self._sources.clio_app(region), then, failed)

    def begin_clio(self, region: str, typed: ClioApp | None, then: Then, failed: Failed) -> None:
        """Begins a sign-in, after the keys that were typed are kept."""

        def work() -> ClioBegun:
            if typed is not None:
                self._sources.keep_clio_app(typed)
            return self._sources.begin_clio(region)

        self._run(_LANE, work, then, failed)

    def listen(self, begun: ClioBegun, then: Then, failed: Failed) -> Callable[[], None]:
        """Waits for the browser; the function that is returned ends the wait."""
        return self._run(_LISTENING, lambda: self._sources.listen_for_clio(begun), then, failed)

    def arrive(self, begun: ClioBegun, brought: str, wanted: Callable[[], bool], then: Then, failed: Failed) -> None:
        """The Clio account; where nobody has `wanted` it by then, what was granted is given back."""

        def work() -> SourceAccount:
            account = self._sources.arrive_at_clio(begun, brought)
            if not wanted():
                self._sources.turn_away(account)
                raise Cancelled
            return account

        self._run(_LANE, work, then, failed)

    def keep(self, realm: str, account: SourceAccount, then: Then, failed: Failed) -> None:
        """Binds an account to a company."""
        self._change(_LANE, lambda: self._sources.keep(realm, account, self._desk.who), then, failed)

    def turn_away(self, account: SourceAccount, then: Then, failed: Failed) -> None:
        """Gives back what was granted for an account that is not wanted."""
        self._run(_LANE, lambda: self._sources.turn_away(account), then, failed)

    def test(self, realm: str, source: str, then: Then, failed: Failed) -> None:
        """Asks a source whether it still answers."""
        self._run(_TESTING, lambda: self._sources.test(realm, source), then, failed)

    def forget(self, realm: str, source: str, then: Then, failed: Failed) -> None:
        """Removes a source; answers what could not be ended."""
        self._change(_LANE, lambda: self._sources.forget(realm, source, self._desk.who), then, failed)
