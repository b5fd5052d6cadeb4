"""Reads a company's number settings just now and says what they mean for the apps that push into it."""

from dataclasses import dataclass

from untwin.domain.company.advise_settings import SettingsAdvice, advise_on_settings
from untwin.ports.books import Connections
from untwin.ports.stores import Companies


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The flow; one read, nothing is changed."""

    connections: Connections
    companies: Companies

    def __call__(self, realm: str) -> SettingsAdvice:
        """The advice about a company.

        Raises:
            BadInput: it isn't connected.
            OutsideProblem, KeyringProblem: QuickBooks can't be asked.
        """
        company = self.companies.get(realm)
        return advise_on_settings(company, self.connections.books(realm).facts())
