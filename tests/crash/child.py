"""The process that is killed: a real desk on a real home, which settles, goes on, and begins batch after batch.

As a program: `child.py FOLDER JSON`, the JSON being what its gate is told, and the addresses of the sample firms.
"""

import json
import os
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crash.gate import Gate, GatedCases, GatedHistory, GatedRuns, MovedClock
from crash.keyring_file import FileVault
from crash.seeds import gather
from untwin.app.desk import build_desk, start_logging
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag
from untwin.domain.problems import SignInNeeded
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.ports.machine import Wanted, always
from untwin.ports.sign_in import SampleAddress
from untwin.store.database import Database
from untwin.store.home import open_home

HOME, KEYRING, CLOCK = "home", "keyring", "clock"
SMALL, WIDE = (6, 12), 150  # rows of a batch; a wide one has several hands in each company
_FLAGS = frozenset(Flag)


class Swift(Patient):
    """Pauses are shorter: nobody at the other end is tired."""

    __slots__ = ()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        super().pause(seconds / 20, wanted)


@dataclass(frozen=True)
class Worker:
    """Works as a person would who starts Untwin again after each crash."""

    desk: Desk
    gate: Gate
    draw: random.Random
    restores: bool

    def settle(self, bases: list[str]) -> None:
        """What every start does first."""
        self._sign_in(bases)
        self.gate.enter("settling")
        self.desk.settle.open_changes()

    def work(self) -> None:
        """Until there is nothing left to do."""
        for run in self.desk.runs.unfinished():
            self.gate.enter("saving")
            self.desk.carry_out(run.id)
        while self._restored() or self._batch():
            pass

    def _restored(self) -> bool:
        """Now and then some old numbers are given back; their cases are looked up and changed again later."""
        if not self.restores or self.draw.random() > 0.25:
            return False
        done = [case.id for case in self.desk.cases.in_states([State.RENUMBERED])]
        chosen = self.draw.sample(done, min(len(done), 3))
        ids = [request_id for case_id in chosen for request_id in self.desk.restore.of_case(case_id)]
        planned = self.desk.restore.plan(ids)
        if not planned.ready:
            return False
        self.gate.enter("confirming")
        run = self.desk.restore.confirm(planned, Confirmation("Ann", "given back", _FLAGS, len(planned.rows)))
        self.gate.enter("saving")
        return self.desk.carry_out(run.id).run.state.over

    def _batch(self) -> bool:
        """One batch; whether there was anything for one."""
        self._look_up()
        ready = [c.id for c in self.desk.cases.in_states([State.NEEDS_DECISION]) if c.judgement is not None]
        if not ready:
            return False
        self.draw.shuffle(ready)
        rows = WIDE if len(ready) > WIDE else self.draw.randint(*SMALL)
        self.gate.enter("confirming")
        planned = self.desk.renumber.plan({case_id: {} for case_id in ready[:rows]})
        assert planned.ready, planned
        run = self.desk.renumber.confirm(planned, Confirmation("Ann", "needed", _FLAGS, len(planned.rows)))
        self.gate.enter("saving")
        carried = self.desk.carry_out(run.id)
        return carried.run.state.over

    def _look_up(self) -> None:
        found = self.desk.cases.in_states([State.NEW, State.LOOKING, State.NEEDS_DECISION, State.NUMBER_RESTORED])
        new = [c.id for c in found if c.judgement is None or c.state is not State.NEEDS_DECISION]
        if len(found) - len(new) < SMALL[1] and new:
            self.gate.enter("looking")
            looked = self.desk.look_up.all(new)
            assert looked.problems == {}, looked.problems

    def _sign_in(self, bases: list[str]) -> None:
        """Signs in where that is needed: at first, and where a kill came between a renewal and its storing."""
        connected = {company.web: company.realm for company in self.desk.companies.all()}
        for base in bases:
            try:
                if base in connected:
                    self.desk.settle.connections.books(connected[base]).facts()
                    continue
                self.gate.say("connected")
            except SignInNeeded:
                self.gate.say("signed in again")
            self.desk.connect.sample(SampleAddress(base))


def gated_desk(folder: Path, gate: Gate) -> Desk:
    """A real desk with a gate on whatever it stores, and a clock that can be set on."""
    home, patience, clock = open_home(folder / HOME), Swift(), MovedClock(folder / CLOCK)
    start_logging(home)
    desk = build_desk(home, FileVault(folder / KEYRING), patience)
    database = Database(home.database)
    cases, runs = GatedCases(database, gate), GatedRuns(database, gate)
    writing = replace(desk.settle.writing, history=GatedHistory(database, gate), clock=clock)
    settle = replace(desk.settle, cases=cases, runs=runs, clock=clock, writing=writing)
    carry_out = replace(desk.carry_out, cases=cases, runs=runs, clock=clock, settle=settle)
    confirm = replace(desk.renumber.confirm_plan, cases=cases, runs=runs, clock=clock)
    renumber = replace(desk.renumber, cases=cases, confirm_plan=confirm, carry_out=carry_out)
    restore = replace(desk.restore, cases=cases, history=writing.history, confirm_plan=confirm, carry_out=carry_out)
    asking = gather(desk.settle.connections, clock, patience)
    look_up = replace(desk.look_up, cases=cases, clock=clock, gather=asking)
    return replace(
        desk,
        cases=cases,
        runs=runs,
        carry_out=carry_out,
        renumber=renumber,
        restore=restore,
        look_up=look_up,
    )


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main(folder: Path, told: dict[str, Any]) -> None:
    """Works until there is nothing left, or until it is killed."""
    gate = Gate(_say, **told["gate"])
    worker = Worker(gated_desk(folder, gate), gate, random.Random(told["seed"]), told["restores"])  # noqa: S311 - repeatable on purpose
    worker.settle(told["bases"])
    if told["works"]:
        worker.work()
    gate.say("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
