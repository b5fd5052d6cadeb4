"""The batch as tests drive it: a window on two clients' cases, its plan and its sheet, and books that can be held."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from pytestqt.qtbot import QtBot

from flows.conftest import Office
from flows.crew import OTHER
from ui.batch_firm import Bench, bench
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder
from untwin.jobs import LaneJobs
from untwin.ui.batch.rows import BatchRow
from untwin.ui.batch.run_sheet import RunSheet
from untwin.ui.batch.sheet import BatchSheet


@dataclass
class Many(Opened):
    """An open window with many cases."""

    bench: Bench
    ids: list[str] = field(default_factory=list)

    def states(self) -> list[State]:
        return [case.state for case in self.bench.desk.cases.some(self.ids)]

    def plan(self) -> BatchSheet:
        """The batch plan of all cases."""
        self.run("view_6")
        self.run("select_all")
        self.run("renumber")
        return self.open_plan()

    def open_plan(self) -> BatchSheet:
        """The plan that is open, once it is made."""
        sheet = self.window.ground.sheet
        assert isinstance(sheet, BatchSheet)
        self.qtbot.waitUntil(lambda: sheet._plan is not None)
        return sheet

    def confirm(self, sheet: BatchSheet) -> None:
        """Checks all that is asked and confirms."""
        check_all(sheet)
        self.run("confirm")

    def confirmed(self) -> RunSheet:
        """The sheet of all cases' batch, confirmed."""
        self.confirm(self.plan())
        return self.run_sheet()

    def run_sheet(self) -> RunSheet:
        def there() -> bool:
            return isinstance(self.window.ground.sheet, RunSheet)

        self.qtbot.waitUntil(there)
        sheet = self.window.ground.sheet
        assert isinstance(sheet, RunSheet)
        return sheet

    def until_still(self) -> None:
        """Waits until no batch is under way and everything that follows is shown."""
        self.qtbot.waitUntil(lambda: self.window.clerk.batches.running is None, timeout=20000)
        self.settle()


def check_all(sheet: BatchSheet) -> None:
    for box in sheet.asking.flags.values():
        box.setChecked(True)


def rows(sheet: BatchSheet | RunSheet) -> list[BatchRow]:
    return [entry for entry in sheet.table.rows.entries if isinstance(entry, BatchRow)]


def many_cases(qtbot: QtBot, office: Office, *, mine: int = 4, theirs: int = 2) -> Many:
    """A window whose jobs run at once."""
    made = bench(office)
    ids = [*made.add(mine), *made.add(theirs, OTHER, first=60)]
    board = Board()
    window = open_window(qtbot, replace(office, desk=made.desk), InlineJobs(), board)
    window.activateWindow()
    return Many(window, office, board, qtbot, made, ids)


@dataclass
class Gate:
    """Holds the books at the change of that count; 0 lets all pass."""

    at: int = 0
    passed: int = 0

    def change(self, _order: NumberOrder) -> None:
        self.passed += 1
        while self.at and self.passed >= self.at:
            time.sleep(0.005)


@contextmanager
def held(qtbot: QtBot, office: Office, count: int, at: int) -> Iterator[tuple[Many, Gate, LaneJobs]]:
    """A window with real jobs and one client's cases, whose books are held at a change."""
    jobs, gate, board = LaneJobs(), Gate(at), Board()
    made = bench(office, jobs.patience)
    ids = made.add(count)
    made.watch(gate.change)
    try:
        window = open_window(qtbot, replace(office, desk=made.desk), jobs, board)
        window.activateWindow()
        yield Many(window, office, board, qtbot, made, ids, threads=True), gate, jobs
    finally:
        gate.at = 0
        jobs.close()
