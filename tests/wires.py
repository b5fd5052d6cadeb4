"""How requests travel in tests: with the real patience, and at a pace that keeps nobody waiting."""

from contextlib import nullcontext
from dataclasses import replace

import requests

from untwin.jobs import Patient
from untwin.quickbooks.client import Times, Wire
from untwin.quickbooks.pace import Limits, Pace


def wire(session: requests.Session, *, limits: Limits | None = None, **times: float) -> Wire:
    """A company's wire; `times` are connect, silence and whole, in seconds."""
    patience = Patient()
    return Wire(session, patience, Pace(patience, nullcontext(), limits), replace(Times(), **times))
