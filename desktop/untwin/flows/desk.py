"""All flows in one hand: what the window and the command line are given."""

from dataclasses import dataclass

from untwin.flows.bind import Bind
from untwin.flows.bind_sources import BindSources
from untwin.flows.carry_out import CarryOut
from untwin.flows.compare_list import CompareList
from untwin.flows.confirm_posting import ConfirmPosting
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.end_gone import EndGone
from untwin.flows.export import Export
from untwin.flows.fill import FillIn
from untwin.flows.first_run import FirstRun
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_closer import LookCloser
from untwin.flows.look_up import LookUp
from untwin.flows.map_numbers import MapNumbers
from untwin.flows.name_source import NameSource
from untwin.flows.person import Person
from untwin.flows.read_settings import ReadSettings
from untwin.flows.remember import Remember
from untwin.flows.renumber import Renumber
from untwin.flows.restore import Restore
from untwin.flows.retain import Retain
from untwin.flows.retry import Retry
from untwin.flows.see_clients import SeeClients
from untwin.flows.set_numbers import SetNumbers
from untwin.flows.set_policy import SetPolicy
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.triage import Triage
from untwin.flows.watch import Watch
from untwin.ports.history import Backups, History, Runs
from untwin.ports.machine import Vault
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class Desk:
    """The flows, and the stores that are read directly."""

    take_in: TakeIn
    look_up: LookUp
    decide: Decide
    triage: Triage
    bind: Bind
    compare_list: CompareList
    fill: FillIn
    renumber: Renumber
    restore: Restore
    carry_out: CarryOut
    look_closer: LookCloser
    retry: Retry
    watch: Watch
    end_gone: EndGone
    confirm_posting: ConfirmPosting
    see_clients: SeeClients
    connect: Connect
    set_numbers: SetNumbers
    set_policy: SetPolicy
    read_settings: ReadSettings
    bind_sources: BindSources
    name_source: NameSource
    index_numbers: IndexNumbers
    map_numbers: MapNumbers
    export: Export
    retain: Retain
    cases: Cases
    companies: Companies
    history: History
    runs: Runs
    backups: Backups
    vault: Vault
    person: Person

    @property
    def settle(self) -> Settle:
        """Finds out what became of lost answers; the road to the books does the same before it writes."""
        return self.carry_out.settle

    @property
    def remember(self) -> Remember:
        """How a person wants the window: kept where their name is."""
        return Remember(self.person.preferences)

    @property
    def first_run(self) -> FirstRun:
        """Whether this is somebody's first time here."""
        return FirstRun(self.cases, self.companies, self.person.preferences)

    @property
    def who(self) -> str:
        """The name for the change history."""
        return self.person.name
