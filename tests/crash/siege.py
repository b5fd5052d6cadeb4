"""One home under siege: its process is killed again and again, started anew each time, and judged at the end.

As a program: `siege.py FOLDER KILLS SEED`; prints what came of it as JSON.
"""

import json
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crash.aims import CHANCE, SLEEP, Aim, aims
from crash.child import CLOCK, HOME, WIDE
from crash.gate import MovedClock
from crash.judge import complaints
from crash.start import Child, told
from crash.town import Firm, two_firms
from crash.where import Books, Gap, stood, unplanned, untold
from untwin.domain.cases.case import State
from untwin.domain.changes.history import Purpose
from untwin.store.cases import StoredCases
from untwin.store.database import Database, open_database
from untwin.store.history import StoredHistory
from untwin.store.home import open_home
from untwin.store.runs import StoredRuns

HOUR = 3600
FINAL = 140  # seconds after which QuickBooks can't be at a change any more
_LONGEST = 60.0
_MANY = WIDE * 2 // 3  # with that many in both companies a wide batch is begun
_ENOUGH = 24  # open cases of one company, so that the next batch has its rows


@dataclass
class Tally:
    """What came of a siege.

    `kills` and `changes` are by gap: in how many kills a change stood there, and how many changes did. `most` is how
    many stood anywhere at one kill, `beside` the kills at which none did.
    """

    killed: int = 0
    slept: int = 0
    missed: int = 0
    signed_in_again: int = 0
    beside: int = 0
    most: int = 0
    written: int = 0
    given_back: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, gaps: Sequence[Gap], phase: str) -> None:
        """One kill, with the gap of each change that was under way."""
        self.killed += 1
        self.beside += not gaps
        self.phases[phase] += 1
        self.most = max(self.most, len(gaps))
        self.kills.update({gap.value for gap in gaps})
        self.changes.update(gap.value for gap in gaps)


@dataclass
class Siege:
    """The loop: start, wait for the moment, kill, look where it hit, start anew."""

    folder: Path
    database: Database
    firms: tuple[Firm, ...]
    draw: random.Random
    tally: Tally = field(default_factory=Tally)

    def kills(self, count: int) -> None:
        """Kills so many times; with a sleep once in a while."""
        for aim in aims(self.draw):
            if self.tally.killed >= count or self.tally.wrong:
                return
            self._sow()
            self._one(aim)

    def sleeps(self) -> None:
        """Puts the process to sleep once at each place."""
        for aim in SLEEP:
            self._sow()
            self._one(aim)

    def end(self) -> None:
        """Lets everything come to its end: as many starts as it takes, each later than QuickBooks can be at work."""
        clock = MovedClock(self.folder / CLOCK)
        for _ in range(4):
            clock.move(FINAL)
            with Child(self.folder, self._told(CHANCE, restores=False)) as child:
                self._ended(child)
            if all(case.state is State.RENUMBERED for case in self._cases.all()):
                break
        done = [change.intent.purpose for change in StoredHistory(self.database).changes() if change.done]
        self.tally.written, self.tally.given_back = len(done), done.count(Purpose.RESTORE)
        self.tally.wrong += complaints(self.database, self.firms)

    @property
    def _cases(self) -> StoredCases:
        return StoredCases(self.database)

    def _sow(self) -> None:
        left = Counter(case.company for case in self._cases.all() if case.state is not State.RENUMBERED)
        for firm in self.firms:
            if left[firm.caller.realm] < _ENOUGH:
                firm.seeds.sow(2 * _ENOUGH)

    def _told(self, aim: Aim, *, restores: bool = True) -> dict[str, Any]:
        return told(self.firms, aim.told(self.draw), self.draw.random(), restores=restores)

    # --- one kill -----------------------------------------------------------------------------------------------

    def _one(self, aim: Aim) -> None:
        holding = self.draw.choice(self.firms)
        holding.play(aim.schedule(self.draw))
        with Child(self.folder, self._told(aim)) as child:
            if not self._come(child, aim, holding):
                self.tally.missed += 1
                self._ended(child)
            elif aim.sleeps:
                self._sleep(child)
            else:
                self._kill(child)
            self.tally.signed_in_again += child.said.count("signed in again")
        holding.play("")

    def _come(self, child: Child, aim: Aim, holding: Firm) -> bool:
        """Waits for the moment; False where the work came to its end before it."""
        if aim.hold:
            return self._until(child, holding.holds)
        if aim.gate:
            return self._until(child, lambda: child.has_said("at "))
        phase = self.draw.choice(("settling", "saving", "confirming"))
        if not self._until(child, lambda: child.has_said(f"phase {phase}")):
            return False
        time.sleep(self.draw.uniform(0, 0.4))
        return child.hear()

    def _until(self, child: Child, happened: Callable[[], bool]) -> bool:
        """Waits until it happened; False where the process ended before."""
        end = time.monotonic() + _LONGEST
        while child.hear() and time.monotonic() < end:
            if happened():
                return True
            time.sleep(0.004)
        return happened()

    def _ended(self, child: Child) -> None:
        """Lets a start come to its end, which must be a good one."""
        why = child.complaint()
        if why or not child.has_said("done"):
            self.tally.wrong.append(f"a start of {self.folder.name}: {why or child.said}")

    def _kill(self, child: Child) -> None:
        before = self._versions()
        if not child.kill():
            self.tally.missed += 1
            self._ended(child)
            return
        after = self._versions()
        history = StoredHistory(self.database)
        under_way = history.open_changes()
        realms = {change.intent.company for change in under_way}
        log = {firm.caller.realm: firm.log() for firm in self.firms if firm.caller.realm in realms}
        gaps = stood(under_way, Books(before, after, log))
        gaps += untold(history.changes(), self._cases.in_states([State.SAVING, State.NEEDS_CHECKING]))
        gaps += unplanned(StoredRuns(self.database).unfinished(), self._cases.in_states([State.NEEDS_DECISION]))
        self.tally.count(gaps, child.phase)

    def _versions(self) -> dict[tuple[str, str, str], int]:
        return {place: version for firm in self.firms for place, version in firm.versions().items()}

    def _sleep(self, child: Child) -> None:
        """An hour goes by: the clock, the tokens, and the connections that the server closes."""
        MovedClock(self.folder / CLOCK).move(HOUR)
        for firm in self.firms:
            firm.asleep()
        time.sleep(6)
        child.send(signal.SIGCONT)
        self._ended(child)
        self.tally.slept += 1


def besiege(folder: Path, count: int, seed: int) -> Tally:
    """A siege of a home of its own, to the judgement at its end.

    Every third has a wide batch at first, with several hands at each company; every fourth sleeps, too.
    """
    draw = random.Random(seed)  # noqa: S311 - repeatable on purpose
    database = open_database(open_home(folder / HOME).database)
    with two_firms(database, 2 * seed + 1) as firms:
        siege = Siege(folder, database, firms, draw)
        for firm in firms if seed % 3 == 1 else ():
            firm.seeds.sow(_MANY)
        siege.kills(count)
        if seed % 4 == 1:
            siege.sleeps()
        siege.end()
        return siege.tally


if __name__ == "__main__":
    found = besiege(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(vars(found)) + "\n")
