"""All flows in one hand: what the window and the command line are given."""

from dataclasses import dataclass

from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_up import LookUp
from untwin.flows.renumber import Renumber
from untwin.flows.retry import Retry
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.ports.machine import Vault
from untwin.ports.stores import Cases, Companies, History


@dataclass(frozen=True, slots=True)
class Desk:
    """The flows, and the stores that are read directly. `who` is the name for the change history."""

    take_in: TakeIn
    look_up: LookUp
    decide: Decide
    renumber: Renumber
    retry: Retry
    watch: Watch
    settle: Settle
    connect: Connect
    index_numbers: IndexNumbers
    cases: Cases
    companies: Companies
    history: History
    vault: Vault
    who: str
