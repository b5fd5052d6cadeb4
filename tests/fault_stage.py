"""Three changes on a served firm that misbehaves: what the state says of each, held against the firm's own books."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from conftest import quick_firms
from crash.seeds import Seeds, Ways
from plain_vault import PlainVault
from reach import free
from sample.caller import Caller
from untwin.app.desk import build_desk
from untwin.app.parts import SystemClock
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Flag
from untwin.domain.changes.history import Change, Step
from untwin.domain.changes.run import Run, RunState
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import SignInNeeded
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.desk import Desk
from untwin.flows.looking.gather import Gather
from untwin.jobs import Patient, one_at_a_time
from untwin.ports.books import Books
from untwin.ports.machine import Wanted, always
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import Times, make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.tokens import Reach
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.home import Home, open_home

CALM = Times()
# Only where something is held back: a busy machine answers late too, and would be taken for the fault.
SHORT = Times(connect=2, silence=0.7, whole=1.0)
HOLD = 1.6  # seconds that a held request takes: longer than anybody waits for it
FINAL = timedelta(seconds=140)
_SOWN = 99


def holds_back(schedule: str) -> bool:
    """Whether a fault of this schedule keeps an answer from coming in time."""
    return f"={HOLD}" in schedule


class Swift(Patient):
    """Pauses are shorter, the rests that QuickBooks asks for, too."""

    __slots__ = ()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        super().pause(min(seconds / 100, 0.03), wanted)


@dataclass
class LaterClock:
    """The clock here, set on."""

    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass(frozen=True)
class Opened:
    """Honours `Connections` for that firm alone, with short time limits."""

    reach: Reach

    def books(self, realm: str) -> Books:
        return open_books(realm, Environment.SAMPLE, self.reach)

    def source(self, company: Company, source: str) -> None:
        return None


@dataclass
class Firm:
    """The served firm and a home that is connected to it; each test has cases and documents of its own there."""

    caller: Caller
    home: Home
    clock: LaterClock = field(default_factory=LaterClock)
    vault: PlainVault = field(default_factory=PlainVault)
    ready: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cases = StoredCases(open_database(self.home.database))
        self.seeds = Seeds(self.caller, self.cases, two_documents=1000)
        self.sign_in()

    def play(self, schedule: str) -> None:
        self.caller.schedule(schedule).raise_for_status()

    def sign_in(self) -> None:
        """What a person does at first, and when a connection has ended."""
        self.start().connect.sample(SampleAddress(self.caller.base))

    def three(self) -> list[str]:
        """Three cases that were looked up and nobody has touched."""
        if not self.ready:
            self.seeds.sow(_SOWN)
            new = [case.id for case in self.cases.in_states([State.NEW])]
            assert self.start().look_up.all(new).problems == {}
            self.ready += new
        taken, self.ready = self.ready[:3], self.ready[3:]
        return taken

    def start(self, times: Times = CALM) -> Desk:
        """A fresh start: no access token and no rest is remembered."""
        desk, clock, patience = build_desk(self.home, self.vault, Swift()), self.clock, Swift()
        reach = Reach(self.vault, make_session(), SystemClock(), free, patience, one_at_a_time, times=times)
        ways = Opened(reach)
        writing = replace(desk.settle.writing, clock=clock, pause=patience.pause)
        settle = replace(desk.settle, connections=ways, clock=clock, writing=writing)
        carry_out = replace(desk.carry_out, connections=ways, clock=clock, settle=settle)
        return replace(
            desk,
            carry_out=carry_out,
            renumber=replace(desk.renumber, carry_out=carry_out),
            look_up=replace(desk.look_up, gather=Gather(Ways(ways), clock, patience)),
            look_closer=replace(desk.look_closer, connections=ways),
        )


@contextmanager
def served_firm(folder: Path) -> Iterator[Firm]:
    """A firm until the end of the tests that share it."""
    with quick_firms() as process:
        caller = Caller(process.greeting)
        yield Firm(caller, open_home(folder / "home"))
        caller.session.close()


@dataclass
class Stage:
    """Three changes in one batch, of which the first goes alone, as always."""

    firm: Firm
    times: Times
    desk: Desk = field(init=False)
    run: Run = field(init=False)

    def __post_init__(self) -> None:
        ids = self.firm.three()
        self.desk = self.firm.start(self.times)
        planned = self.desk.renumber.plan({case_id: {} for case_id in ids})
        self.run = self.desk.renumber.confirm(planned, Confirmation("Ann", "needed", frozenset(Flag)))
        # So that the access token is there before any fault is played.
        self.desk.settle.connections.books(self.firm.caller.realm).facts()

    def save(self) -> Carried:
        """Carries the batch out, as far as that goes."""
        return self.desk.carry_out(self.run.id)

    def recover(self) -> None:
        """The faults are gone: a fresh start, later than QuickBooks can be at anything, brings all to its end."""
        played = [item for item, times in self.firm.caller.happened().items() if times]
        self.firm.play("")
        # Whatever QuickBooks is at still is over by the time that the clock is set to.
        time.sleep(HOLD if any(map(holds_back, played)) else 0)
        self.firm.clock.ahead += FINAL
        self.desk = self.firm.start()
        try:
            self.desk.settle.connections.books(self.firm.caller.realm).facts()
        except SignInNeeded:
            self.firm.sign_in()
        self.desk.settle.open_changes(asked=True)
        for run in self.desk.runs.unfinished():
            self.desk.carry_out(run.id)

    def close_alarms(self) -> None:
        """A person looks at what could not be proved, and says so."""
        for case in self.cases:
            if case.state is State.NEEDS_CHECKING:
                self.desk.look_closer.close(case.id, "Ann", "I have seen it")

    # --- what is said, and what is so ---------------------------------------------------------------------------

    @property
    def cases(self) -> tuple[Case, ...]:
        return self.desk.cases.some(self.run.case_ids)

    def document(self, case: Case) -> dict[str, Any]:
        """Its document as it stands in the books."""
        [row] = self.run.rows_of(case.id)
        return self.firm.caller.stored(row.entity, row.document_id)

    def changes(self, case: Case) -> list[Change]:
        return list(self.desk.history.of_case(case.id))

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What the state says of each change, in a word."""
        return tuple(self.outcome(case) for case in self.cases)

    def outcome(self, case: Case) -> str:
        """What the state says of a case, in a word."""
        changes = self.changes(case)
        if case.state is State.NEEDS_CHECKING:
            return "alarm" if changes[-1].last.step is Step.DIFFERENT else "open"
        return {State.RENUMBERED: "proved", State.NEEDS_DECISION: "set aside", State.PLANNED: "waits"}[case.state]

    def lies(self) -> list[str]:
        """Everything that the state says otherwise than the books, in sentences."""
        found = [words for case in self.cases for words in self._lies(case, self.outcome(case))]
        run = self.desk.runs.get(self.run.id)
        waits = any(case.state is State.PLANNED for case in self.cases)
        if run.state is not (RunState.PAUSED if waits else RunState.ENDED) or bool(run.note) != waits:
            found.append(f"the batch is {run.state} with the note {run.note!r}, and cases wait: {waits}")
        return found

    def _lies(self, case: Case, said: str) -> Iterator[str]:
        document, changes = self.document(case), self.changes(case)
        [row] = self.run.rows_of(case.id)
        times, is_new = int(document["SyncToken"]), document["DocNumber"] == row.new
        if times > 1:
            yield f"{row.new} was written {times} times"
        if said == "proved" and not (is_new and times == 1 and case.renumbered[0].proof.holds):
            yield f"it is said to be proved, and {document['DocNumber']} stands there"
        if said in ("set aside", "waits") and times:
            yield f"it is {said}, and {document['DocNumber']} was saved"
        if said == "set aside" and not (case.note and all(c.settled and not c.done for c in changes)):
            yield f"it is set aside, with the note {case.note!r} and {changes}"
        if said == "waits" and changes:
            yield "it waits, and something was begun"
        if said in ("open", "alarm") and (all(c.settled for c in changes) or "nothing was" in case.note):
            yield f"it is {said}, and the note says: {case.note}"
        if said not in ("open", "alarm") and not all(c.settled for c in changes):
            yield f"it is {said}, and a change is open"

    def not_ended(self) -> list[str]:
        """What did not come to its end."""
        ends = {State.RENUMBERED, State.NEEDS_DECISION}
        found = [f"case {case.id} is {case.state}: {case.note}" for case in self.cases if case.state not in ends]
        found += [f"a change of case {c.intent.case_id} is open" for c in self.desk.history.open_changes()]
        run = self.desk.runs.get(self.run.id)
        return found if run.state.over else [*found, f"the batch is {run.state}: {run.note}"]
