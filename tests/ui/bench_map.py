"""Prints how smoothly the number map of 100,000 documents opens, zooms and scrolls, beside an idle window: run it.

    PYTHONPATH=desktop:tests .venv/bin/python tests/ui/bench_map.py [DOCUMENTS]

A frame is what one key costs until everything that it asks for is painted.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flows.conftest import make_office
from ui.bench_batch import Turns, until
from ui.conftest import Board
from ui.map_firm import furnish_largely
from untwin.jobs import LaneJobs
from untwin.ui.map.sheet import MapSheet
from untwin.ui.map.view import MapView
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_SIZE = (1920, 1080)
Frame = tuple[float, float]
_WALKS: Sequence[tuple[str, Sequence[Qt.Key], int]] = (
    ("zoom, far to close", (Qt.Key.Key_Plus,), 30),
    ("h l where one sees single ones", (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_H), 300),
    ("zoom, close to far", (Qt.Key.Key_Minus,), 44),
    ("h l where all are bars", (Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_L), 300),
    ("j k over the lanes", (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_K, Qt.Key.Key_K), 200),
    ("page by page", (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown), 200),
    ("0, whole and back", (Qt.Key.Key_0,), 100),
    ("n, what is worth a look", (Qt.Key.Key_N,), 300),
    ("in between, middle zoom", (Qt.Key.Key_Plus, Qt.Key.Key_H, Qt.Key.Key_Plus, Qt.Key.Key_L, Qt.Key.Key_Minus), 300),
)


def main(documents: int) -> None:
    application, jobs = QApplication(sys.argv[:1]), LaneJobs()
    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder) / "home")
        furnish_largely(office, documents)
        window = build_window(office.desk, jobs, Opening(), Board(), Board())
        window.resize(*_SIZE)
        window.show()
        _rest(application, 0.5)
        # As the window does after its start.
        gc.collect()
        gc.freeze()
        turns = Turns()
        _rest(application, 3)
        turns.told("idle")
        view = _open(application, window, documents)
        turns.told("while it opens")
        every: list[Frame] = []
        for what, keys, times in _WALKS:
            frames = [_frame(application, view, keys[place % len(keys)]) for place in range(times)]
            _told(what, frames)
            every += frames
        _told("all frames", every)
        jobs.close()


def _open(application: QApplication, window: MainWindow, documents: int) -> MapView:
    began = time.perf_counter()
    window.registry.run("map")
    sheet = window.ground.sheet
    if not isinstance(sheet, MapSheet):
        raise TypeError(sheet)
    until(application, lambda: sheet.drawn is not None)
    sheet.view.viewport().repaint()
    print(f"{documents:,} documents, from key to painted: {(time.perf_counter() - began) * 1000:.0f} ms")
    _rest(application, 0.3)
    return sheet.view


def _frame(application: QApplication, view: MapView, key: Qt.Key) -> Frame:
    """Milliseconds from a key until all that it asks for is painted, and how many of them this process had."""
    began, worked = time.perf_counter(), time.process_time()
    QTest.keyClick(view, key)
    application.processEvents()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def _rest(application: QApplication, seconds: float) -> None:
    began = time.monotonic()
    reached: Callable[[], bool] = lambda: time.monotonic() - began > seconds  # noqa: E731
    until(application, reached)


def _told(what: str, frames: Sequence[Frame]) -> None:
    walls, worked = (sorted(each) for each in zip(*frames, strict=True))
    p95, p99 = (walls[int(len(walls) * share)] for share in (0.95, 0.99))
    print(
        f"{what:32} keys {len(frames):4}  p50 {statistics.median(walls):5.2f}  p95 {p95:6.2f}  p99 {p99:6.2f}"
        f"  worst {walls[-1]:6.2f} ms; of the processor's time p50 {statistics.median(worked):5.2f}"
        f"  p99 {worked[int(len(worked) * 0.99)]:5.2f}  worst {worked[-1]:5.2f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
