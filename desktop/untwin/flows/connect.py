"""Connects companies, switches their changes on and off, and forgets them."""

from dataclasses import dataclass, replace

from untwin.domain.company import Company
from untwin.ports import Companies, SampleAddress, SignIn


@dataclass(frozen=True, slots=True)
class Connect:
    """The flow. Secrets stay with the keyring; only what may lie in the open is stored."""

    companies: Companies
    sign_in: SignIn

    def sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies served at an address; they may be changed at once."""
        connected = self.sign_in.connect_sample(address)
        for company in connected:
            self.companies.put(company)
        return connected

    def writes(self, realm: str, *, on: bool) -> Company:
        """Switches changes on or off for one company."""
        company = self.companies.get(realm)
        changed = replace(company, settings=replace(company.settings, writes_on=on))
        self.companies.put(changed)
        return changed

    def forget(self, realm: str) -> str:
        """Removes a company and its secrets; returns a sentence on what could not be revoked, or nothing."""
        self.companies.get(realm)
        said = self.sign_in.forget(realm)
        self.companies.remove(realm)
        return said
