"""Prints how far apart the window's turns are while a batch of 1,000 goes on, beside an idle window: run it."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from builders import REALM
from fakes import FakeBooks
from flows.conftest import make_office
from ui.batch_firm import Bench, bench
from ui.conftest import Board
from untwin.domain.books.documents import fold_number
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import CompanyFacts
from untwin.jobs import LaneJobs
from untwin.ports.books import ChangeAnswer, ChangeQuestion
from untwin.ui.batch.run_sheet import RunSheet
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

COUNT = 1000
ANSWER_SECONDS = 0.05


@dataclass
class QuickBooks(FakeBooks):
    """Books whose numbers are looked up, not searched: the measuring must not be of them."""

    by_number: dict[str, str] = field(default_factory=dict)

    def around_changes(self, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        time.sleep(ANSWER_SECONDS)
        facts = self.facts()
        return tuple(self._answer(question, facts) for question in questions)

    def _answer(self, question: ChangeQuestion, facts: CompanyFacts) -> ChangeAnswer:
        document = self.documents[question.document_id]
        found = (self.by_number.get(fold_number(n)) for n in (question.old_number, question.new_number))
        old, new = ((self.documents[i],) if i and i != document.id else () for i in found)
        return ChangeAnswer(document, old, new, facts, self.clock.now())

    def change_number(self, order: NumberOrder) -> None:
        time.sleep(ANSWER_SECONDS / 5)
        old = self.documents[order.id].number or ""
        super().change_number(order)
        self.by_number.pop(fold_number(old), None)
        self.by_number[fold_number(order.new_number)] = order.id


class Turns:
    """The gaps between the window's turns, in milliseconds."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def told(self, what: str) -> None:
        """Prints them and begins anew."""
        gaps, self.gaps = sorted(self.gaps), []
        if gaps:
            p99 = gaps[int(len(gaps) * 0.99)]
            over = sum(gap > 16 for gap in gaps)
            print(
                f"{what:28} turns {len(gaps):6}  median {statistics.median(gaps):5.2f}  p99 {p99:6.2f}"
                f"  worst {gaps[-1]:7.2f} ms  over 16 ms: {over}"
            )


def until(application: QApplication, reached: Callable[[], bool], seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            sys.exit("waited in vain")
        application.processEvents()
        time.sleep(0.0005)


def main() -> None:
    application = QApplication(sys.argv[:1])
    jobs = LaneJobs()
    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder) / "home")
        made = bench(office, jobs.patience)
        _quick(made)
        made.add(COUNT)
        window = build_window(replace(office, desk=made.desk).desk, jobs, Opening(), Board(), Board())
        window.resize(1280, 800)
        window.show()
        turns = Turns()
        _rest(application, 3)
        turns.told("idle")
        _plan(application, window)
        turns.told("selecting and planning")
        _save(application, window, turns)
        jobs.close()


def _rest(application: QApplication, seconds: float) -> None:
    began = time.monotonic()
    until(application, lambda: time.monotonic() - began > seconds)


def _plan(application: QApplication, window: MainWindow) -> None:
    window.registry.run("select_all")
    window.registry.run("renumber")
    sheet = window.ground.sheet
    assert isinstance(sheet, BatchSheet)
    until(application, lambda: sheet.table.current is not None)
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    sheet.asking.count.setText(str(COUNT))
    sheet._retry.setChecked(False)


def _save(application: QApplication, window: MainWindow, turns: Turns) -> None:
    window.registry.run("confirm")
    until(application, lambda: isinstance(window.ground.sheet, RunSheet))
    turns.told("writing it down")
    began, batches = time.monotonic(), window.clerk.batches
    until(application, lambda: batches.running is None or batches.running.over == COUNT)
    turns.told(f"saving {COUNT}")
    print(f"in {time.monotonic() - began:.1f} s")
    until(application, lambda: batches.running is None)
    _rest(application, 2)
    turns.told("the end, shown")


def _quick(made: Bench) -> None:
    company = made.desk.companies.get(REALM)
    made.desk.companies.put(replace(company, settings=replace(company.settings, most_rows=COUNT)))
    books = QuickBooks({}, made.crew.books.clock)
    made.crew.connections.by_realm[REALM] = made.crew.books = books


if __name__ == "__main__":
    main()
