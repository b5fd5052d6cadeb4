"""The accounts of sources over a session of the test's own."""

import requests

from builders import NOW
from fakes import TickingClock
from untwin.jobs import Patient
from untwin.ports.machine import Patience, Vault
from untwin.sources.accounts import Accounts


def accounts_with(vault: Vault, session: requests.Session, patience: Patience | None = None) -> Accounts:
    """Accounts that keep their secrets in `vault`."""
    return Accounts(vault, session, patience or Patient(), TickingClock(NOW))
