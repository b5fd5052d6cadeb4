"""Puts the flows together: what is kept, the outside and the machine go in, a desk comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from untwin.flows.arriving.bind import Bind
from untwin.flows.arriving.checks import CheckMemory
from untwin.flows.arriving.columns import ColumnMemory
from untwin.flows.arriving.compare_list import CompareList
from untwin.flows.arriving.cut_short import CutShort
from untwin.flows.arriving.fill import FillIn
from untwin.flows.arriving.name_source import NameSource
from untwin.flows.arriving.take_in import TakeIn
from untwin.flows.changing.carry_out import CarryOut
from untwin.flows.changing.confirm import Confirm
from untwin.flows.changing.look_closer import LookCloser
from untwin.flows.changing.renumber import Renumber
from untwin.flows.changing.restore import Restore
from untwin.flows.changing.retain import Retain
from untwin.flows.changing.settle import Settle
from untwin.flows.changing.writing import Writing
from untwin.flows.companies.bind_sources import BindSources
from untwin.flows.companies.connect import Connect
from untwin.flows.companies.index_numbers import IndexNumbers
from untwin.flows.companies.map_numbers import MapNumbers
from untwin.flows.companies.read_settings import ReadSettings
from untwin.flows.companies.see_clients import SeeClients
from untwin.flows.companies.set_numbers import SetNumbers
from untwin.flows.companies.set_policy import SetPolicy
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.export import Export
from untwin.flows.looking.gather import Gather
from untwin.flows.looking.gather_series import GatherSeries
from untwin.flows.looking.look_up import LookUp
from untwin.flows.looking.play import Play
from untwin.flows.person import Person
from untwin.flows.posting.confirm_posting import ConfirmPosting
from untwin.flows.posting.end_gone import EndGone
from untwin.flows.posting.retry import Retry
from untwin.flows.posting.watch import Watch
from untwin.flows.triage.triage import Triage, triage
from untwin.ports.books import Connections
from untwin.ports.history import Backups, History, Preferences, Runs
from untwin.ports.machine import Clock, Intake, Patience, Reports, Vault, Wanted
from untwin.ports.sign_in import SignIn
from untwin.ports.sources import SourceAccounts
from untwin.ports.stores import Cases, Companies, NumberIndex, WriteLock


@dataclass(frozen=True, slots=True)
class Stores:
    """Everything that is kept in one home."""

    cases: Cases
    companies: Companies
    history: History
    runs: Runs
    numbers: NumberIndex
    preferences: Preferences
    backups: Backups


@dataclass(frozen=True, slots=True)
class Outside:
    """QuickBooks, the sources, and what gives access to them; `accounts` opens the sources' on its first use."""

    connections: Connections
    sign_in: SignIn
    accounts: Callable[[], SourceAccounts]
    vault: Vault


@dataclass(frozen=True, slots=True)
class Machine:
    """What the flows need of this computer.

    Attributes:
        account: the name that the change history shows until a person gives another.
        pause: waits so many seconds, as often as the write road must, or until that isn't wanted any more.
        new_id: makes an id that nobody else has made; the argument says of what: `change`, `batch`.
        local_time: a moment as clocks on the wall here show it.
        takes_in_now: the lock `taking_in` for those who only ask whether it is held, and don't wait.
    """

    intake: Intake
    reports: Reports
    clock: Clock
    patience: Patience
    account: str
    pause: Callable[[float, Wanted], None]
    new_id: Callable[[str], str]
    local_time: Callable[[datetime], datetime]
    writing: WriteLock
    taking_in: WriteLock
    takes_in_now: WriteLock


def assemble(kept: Stores, outside: Outside, machine: Machine) -> Desk:
    """Every flow with its parts. The app and the tests put them together by this one function."""
    cases, companies, history, clock = kept.cases, kept.companies, kept.history, machine.clock
    person, checks = Person(kept.preferences, machine.account), CheckMemory(kept.preferences)
    carry_out, confirm = _write_road(kept, outside.connections, machine)
    return Desk(
        take_in=_take_in(kept, machine),
        compare_list=CompareList(cases, history, clock, checks),
        look_up=_look_up(kept, outside.connections, machine),
        decide=Decide(cases, companies, history, clock),
        triage=_triage(kept, outside, machine),
        bind=Bind(cases, companies, history, clock, kept.preferences),
        fill=FillIn(cases, history, clock),
        renumber=Renumber(cases, companies, confirm, carry_out),
        restore=Restore(cases, companies, outside.connections, history, confirm, carry_out),
        carry_out=carry_out,
        look_closer=LookCloser(cases, outside.connections, history, kept.runs, machine.writing, clock),
        retry=Retry(cases, companies, outside.connections, history, clock, person, outside.accounts),
        watch=Watch(cases, companies, outside.connections, history, clock),
        confirm_posting=ConfirmPosting(cases, history, clock),
        end_gone=EndGone(machine.intake, cases, companies, history, clock, person),
        see_clients=SeeClients(cases, companies, checks, history, clock),
        connect=Connect(companies, outside.sign_in, history, clock, kept.numbers, outside.accounts, outside.vault),
        name_source=NameSource(cases, companies, history, clock),
        bind_sources=BindSources(companies, outside.accounts, history, clock, cases),
        set_numbers=SetNumbers(companies, history, clock),
        read_settings=ReadSettings(outside.connections, companies),
        set_policy=SetPolicy(companies, history, clock),
        index_numbers=IndexNumbers(outside.connections, kept.numbers, clock),
        map_numbers=MapNumbers(companies, cases, kept.numbers, clock, machine.local_time),
        export=Export(history, cases, companies, machine.reports, clock, person, machine.local_time),
        retain=Retain(history, kept.preferences, clock),
        cases=cases,
        companies=companies,
        history=history,
        runs=kept.runs,
        backups=kept.backups,
        vault=outside.vault,
        person=person,
    )


def _triage(kept: Stores, outside: Outside, machine: Machine) -> Triage:
    decide = Decide(kept.cases, kept.companies, kept.history, machine.clock)
    return triage(decide, kept.preferences, outside.connections, machine.local_time)


def _take_in(kept: Stores, machine: Machine) -> TakeIn:
    columns = ColumnMemory(kept.preferences)
    parts = (machine.intake, kept.cases, kept.companies, machine.clock, machine.taking_in, machine.patience)
    return TakeIn(*parts, columns, CutShort(kept.preferences, machine.takes_in_now), CheckMemory(kept.preferences))


def _look_up(kept: Stores, connections: Connections, machine: Machine) -> LookUp:
    gather = Gather(connections, machine.clock, machine.patience, kept.cases.beside)
    with_series = GatherSeries(gather, connections, kept.numbers)
    return LookUp(kept.cases, kept.companies, with_series, Play(connections), machine.clock, machine.patience)


def _write_road(kept: Stores, connections: Connections, machine: Machine) -> tuple[CarryOut, Confirm]:
    """The only way to the books: the same steps for one change, a batch, a restore, and what a crash left open."""
    cases, companies, runs = kept.cases, kept.companies, kept.runs
    lock, clock = machine.writing, machine.clock
    writing = Writing(kept.history, clock, machine.pause, lambda: machine.new_id("change"))
    settle = Settle(cases, companies, connections, runs, lock, clock, writing)
    carry_out = CarryOut(cases, companies, connections, runs, lock, clock, machine.patience, settle)
    return carry_out, Confirm(cases, runs, clock, lambda: machine.new_id("batch"))
