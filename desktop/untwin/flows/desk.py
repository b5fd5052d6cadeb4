"""All flows in one hand: what the window and the command line are given."""

from dataclasses import dataclass

from untwin.flows.arriving.bind import Bind
from untwin.flows.arriving.compare_list import CompareList
from untwin.flows.arriving.fill import FillIn
from untwin.flows.arriving.name_source import NameSource
from untwin.flows.arriving.take_in import TakeIn
from untwin.flows.changing.carry_out import CarryOut
from untwin.flows.changing.look_closer import LookCloser
from untwin.flows.changing.renumber import Renumber
from untwin.flows.changing.restore import Restore
from untwin.flows.changing.retain import Retain
from untwin.flows.changing.settle import Settle
from untwin.flows.companies.bind_sources import BindSources
from untwin.flows.companies.connect import Connect
from untwin.flows.companies.index_numbers import IndexNumbers
from untwin.flows.companies.map_numbers import MapNumbers
from untwin.flows.companies.read_settings import ReadSettings
from untwin.flows.companies.see_clients import SeeClients
from untwin.flows.companies.set_numbers import SetNumbers
from untwin.flows.companies.set_policy import SetPolicy
from untwin.flows.decide import Decide
from untwin.flows.export import Export
from untwin.flows.first_run import FirstRun
from untwin.flows.looking.look_up import LookUp
from untwin.flows.person import Person
from untwin.flows.posting.confirm_posting import ConfirmPosting
from untwin.flows.posting.end_gone import EndGone
from untwin.flows.posting.retry import Retry
from untwin.flows.posting.watch import Watch
from untwin.flows.remember import Remember
from untwin.flows.triage.triage import Triage
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
