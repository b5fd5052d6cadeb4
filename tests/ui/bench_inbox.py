"""Prints how fast the inbox is at very many cases: its start, each key in the filter, j held down, opening: run it.

PYTHONPATH=desktop:tests .venv/bin/python tests/ui/bench_inbox.py [CASES] [FOLDER]
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from ui.conftest import Board
from ui.many_cases import make_home
from untwin.app.desk import build_desk, keyring_vault
from untwin.jobs import LaneJobs
from untwin.store.home import open_home
from untwin.ui.window.collector import Collector
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

BETWEEN = 0.09  # seconds from one key to the next: somebody who types fast
WORDS = ("keller roofing", "inv-10", "posted", "anna novak", "1240", "steel", "hubspot", "qz", "e", "bike toys")
LINES = ("is:blocked", "company:Berger", "amount:>19000", "no:12000..12900", "source:clio moreau", "-is:posted wine")
Took = tuple[float, float]  # milliseconds by the clock, and of them this thread's own work
MOST_PLAIN = 100_000  # rows that Qt's own models come to an end with


class Paints(QObject):
    """Counts the paints of some widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """One more."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def until_painted(application: QApplication, paints: Paints, deed: Callable[[], None]) -> Took:
    """How long it is from a key to the paint that it led to."""
    before, began, worked = paints.count, time.perf_counter(), time.thread_time()
    deed()
    while paints.count == before and time.perf_counter() - began < 2:
        # What is posted comes first in every round, paints with it; timers come after what is measured here.
        application.sendPostedEvents()
        if paints.count == before:
            application.processEvents()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def rest(application: QApplication, seconds: float) -> None:
    """Lets the window work."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)


def told(what: str, times: Iterable[Took]) -> None:
    """Prints them: so much half of them took, so much 95 and 99 of a hundred took at most."""
    found = tuple(times)
    print(f"{what} ({len(found)} times), ms")
    for name, each in (("by the clock", 0), ("this thread's own work", 1)):
        taken = sorted(took[each] for took in found)
        p95, p99 = (taken[min(int(len(taken) * part), len(taken) - 1)] for part in (0.95, 0.99))
        half = statistics.median(taken)
        print(f"  {name:24} median {half:7.2f}  p95 {p95:7.2f}  p99 {p99:7.2f}  worst {taken[-1]:7.2f}")


def memory() -> float:
    """Megabytes that this process holds."""
    with Path("/proc/self/status").open() as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def starts(home: Path, rounds: int = 7) -> None:
    """Seconds from the start of the process to the first paint: in turn, so that both see the same machine.

    Both as an installed Untwin starts: with the byte code written by an earlier start, which isn't measured.
    """
    seconds: dict[str, list[float]] = {"bare": [], "inbox": []}
    with tempfile.TemporaryDirectory() as compiled:
        for number in range(rounds + 1):
            for name, arguments in (("bare", ()), ("inbox", (str(home),))):
                took = _start(arguments, compiled)
                if number:
                    seconds[name].append(took)
    bare, inbox = (statistics.median(seconds[name]) for name in ("bare", "inbox"))
    least, most = min(seconds["bare"]) * 1000, min(seconds["inbox"]) * 1000
    print(f"start to first paint: bare {bare * 1000:.0f} ms, inbox {inbox * 1000:.0f} ms, {inbox / bare:.2f} times")
    print(f"  the best of each: {least:.0f} and {most:.0f} ms, {most / least:.2f} times")
    print(f"  both with byte code from a start before, as installed; {rounds} starts each, in turn")


def _start(arguments: tuple[str, ...], compiled: str) -> float:
    """Seconds that one start takes; its byte code is kept in a folder of its own, whatever the environment says."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    command = [sys.executable, str(Path(__file__).with_name("bench_first_paint.py")), *arguments]
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    return float(ran.stdout.split()[0]) - began


def keys(application: QApplication, field: QLineEdit, paints: Paints, lines: Iterable[str]) -> list[Took]:
    """Types each line, and takes it away again; the times of the letters."""
    times = []
    for line in lines:
        for letter in line:
            times.append(until_painted(application, paints, partial(QTest.keyClicks, field, letter)))
            rest(application, BETWEEN)
        times.append(until_painted(application, paints, field.clear))
        rest(application, BETWEEN)
    return times


def plain(application: QApplication, rows: int) -> None:
    """The same with what Qt brings for it, as far as that comes to an end."""
    model, chance, began = QStandardItemModel(rows, 1), random.Random(7), time.perf_counter()  # noqa: S311
    for row in range(rows):
        words = " ".join(chance.choice(("keller", "roofing", "novak", "steel", "bikes")) for _ in range(6))
        model.setItem(row, QStandardItem(f"{words} INV-{row}"))
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    window, table, field = QWidget(), QTableView(), QLineEdit()
    place = QVBoxLayout(window)
    place.addWidget(field)
    place.addWidget(table)
    table.setModel(proxy)
    field.textChanged.connect(proxy.setFilterFixedString)
    window.show()
    rest(application, 0.5)
    print(f"Qt's own models with {rows:,} rows of one column: made in {time.perf_counter() - began:.1f} s")
    print(f"  memory {memory():.0f} MB with them")
    paints = Paints(table.viewport())
    lines = WORDS[:2] if rows <= MOST_PLAIN else WORDS[0][:1]
    told("  filter", keys(application, field, paints, lines))
    table.setCurrentIndex(proxy.index(0, 0))
    table.setFocus()
    told("  down", held(application, paints, table, Qt.Key.Key_Down, 200))
    window.close()


def held(application: QApplication, paints: Paints, table: QTableView, key: Qt.Key, times: int) -> list[Took]:
    """A key that is held down in a list."""
    return [until_painted(application, paints, partial(QTest.keyClick, table, key)) for _ in range(times)]


def measured(application: QApplication, window: MainWindow, bare: float) -> None:
    """Everything in the window."""
    inbox, paints = window.inbox, Paints(window.inbox.viewport(), window._view.empty)
    window.deeds.view(len(window.listing.views))
    until_whole(application, window)
    print(f"the whole list is there; memory {memory():.0f} MB, {memory() / bare:.2f} times the bare window's")
    window.tabs.filter.setFocus()
    told("filter, words", keys(application, window.tabs.filter, paints, WORDS))
    told("filter, filter words", keys(application, window.tabs.filter, paints, LINES))
    until_whole(application, window)
    inbox.setFocus()
    inbox.choose(0)
    told("j held down", held(application, paints, inbox, Qt.Key.Key_J, 400))
    told("page down held", held(application, paints, inbox, Qt.Key.Key_PageDown, 100))
    told("k held down", held(application, paints, inbox, Qt.Key.Key_K, 400))
    told("page up held", held(application, paints, inbox, Qt.Key.Key_PageUp, 50))
    chance, rows = random.Random(3), window.model.rowCount()  # noqa: S311
    pane = Paints(window.pane)
    opened = []
    for _ in range(100):
        place = chance.randrange(rows)
        opened.append(until_painted(application, pane, partial(inbox.choose, place)))
        rest(application, 0.02)
    told("opening a case somewhere", opened)
    changed = [until_painted(application, paints, window.refresh) for _ in range(50)]
    told("refresh with nothing new", changed)
    print(f"memory at the end {memory():.0f} MB, {memory() / bare:.2f} times the bare window's")


def until_whole(application: QApplication, window: MainWindow) -> None:
    """Waits for the rest of the list, and tells how long that took."""
    began = time.perf_counter()
    while not window.listing.whole:
        rest(application, 0.01)
    rest(application, 0.3)
    print(f"  {window.model.rowCount():,} rows after {time.perf_counter() - began:.2f} s more")


def main(count: int, folder: Path) -> None:
    """All of it."""
    home = make_home(folder, count)
    print(f"{count:,} cases")
    application = QApplication(sys.argv[:1])
    bare = QTableView()
    bare.show()
    rest(application, 0.3)
    print(f"memory of a bare window with what measures it: {memory():.0f} MB")
    before, jobs = memory(), LaneJobs()
    bare.close()
    opened = open_home(home)
    window = build_window(build_desk(opened, keyring_vault(opened), jobs.patience), jobs, Opening(), Board(), Board())
    window.resize(1280, 800)
    window.show()
    # As a start does: a full collection of garbage would hold a key up.
    Collector(lambda: True, window).begin()
    rest(application, 1)
    measured(application, window, before)
    window.close()
    jobs.close()
    # Only now is there a window that was closed before: the next one opens as it was left.
    starts(home)
    if "--plain" in sys.argv:
        plain(application, min(count, MOST_PLAIN))
        plain(application, count) if count > MOST_PLAIN else None


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        places = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
        main(int((*places, "100000")[0]), Path(places[1]) if len(places) > 1 else Path(temporary) / "home")
