"""One start for the benchmark: prints when the first paint was done, by the system's clock, and the memory then."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget


class Painted(QObject):
    """Ends the program once the table was painted."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Right after the paint."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    print(time.clock_gettime(time.CLOCK_MONOTONIC), len(sys.modules), flush=True)
    # Nothing after it is measured.
    os._exit(0)


def bare() -> None:
    """A window with an empty table and nothing else."""
    application = QApplication(sys.argv[:1])
    window, table = QMainWindow(), QTableView()
    window.setCentralWidget(table)
    window.resize(1280, 800)
    Painted(table.viewport())
    window.show()
    application.exec()


def inbox(home: Path) -> None:
    """Untwin's own start, on a home."""
    from untwin.app.desk import build_desk, keyring_vault, start_logging  # noqa: PLC0415
    from untwin.jobs import LaneJobs  # noqa: PLC0415
    from untwin.store.home import open_home  # noqa: PLC0415
    from untwin.ui.browser import SystemBrowser  # noqa: PLC0415
    from untwin.ui.start import Opening, SystemClipboard, build_window  # noqa: PLC0415

    jobs, opened = LaneJobs(), open_home(home)
    start_logging(opened)
    desk = build_desk(opened, keyring_vault(opened), jobs.patience)
    application = QApplication(sys.argv[:1])
    window = build_window(desk, jobs, Opening(), SystemBrowser(sample=False), SystemClipboard())
    Painted(window.inbox.viewport())
    window.show()
    application.exec()


if __name__ == "__main__":
    inbox(Path(sys.argv[1])) if len(sys.argv) > 1 else bare()
