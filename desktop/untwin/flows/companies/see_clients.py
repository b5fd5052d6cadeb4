"""Shows the firm's clients at a glance, and notes that somebody has looked into a client's apps."""

from collections.abc import Collection
from dataclasses import dataclass

from untwin.domain.changes.history import HistoryRow
from untwin.domain.inbox.clients import OPEN, Client, clients
from untwin.domain.problems import BadInput
from untwin.flows.arriving.checks import CheckMemory
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class SeeClients:
    """The flow; it asks nobody outside."""

    cases: Cases
    companies: Companies
    checks: CheckMemory
    history: History
    clock: Clock

    def __call__(self) -> tuple[Client, ...]:
        """A row for each company by name, and one for cases that belong to none."""
        companies = self.companies.all()
        checks = {company.realm: self.checks.of(company) for company in companies}
        return tuple(clients(companies, self.cases.tallies(OPEN), checks))

    def looked(self, realm: str, sources: Collection[str], who: str) -> None:
        """Notes that somebody has looked into apps of a company and nothing fails there that Untwin doesn't know.

        Raises:
            BadInput: the company isn't connected, or one of the apps isn't bound to it, or none was named.
        """
        company, now = self.companies.get(realm), self.clock.now()
        names = {binding.source: binding.profile.name for binding in company.sources}
        unknown = [source for source in sources if source not in names]
        if unknown or not sources:
            raise BadInput(f"{company.name} has no app {unknown[0]}." if unknown else "Say in which app you looked.")
        self.checks.seen_whole(((realm, source) for source in sources), now, who)
        for source in dict.fromkeys(sources):
            said = f"{names[source]}: nothing fails there that isn't here"
            self.history.note(HistoryRow(now, who, realm, "", "looked at an app", f"{company.name}. {said}"))
