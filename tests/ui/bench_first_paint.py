"""One start for the benchmark: prints when the first paint was done, by the system's clock, and what was imported."""

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
    print(time.clock_gettime(time.CLOCK_MONOTONIC), *sys.modules, flush=True)
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
    from untwin.app.crash import crash_noted  # noqa: PLC0415
    from untwin.app.window import BehindWindow  # noqa: PLC0415
    from untwin.store.home import open_home  # noqa: PLC0415
    from untwin.ui.inbox.view import InboxView  # noqa: PLC0415
    from untwin.ui.window.opening import Opening  # noqa: PLC0415
    from untwin.ui.window.start import Start, new_application  # noqa: PLC0415

    opened = open_home(home)
    with opened.window_lock().hold(), crash_noted(home):
        application = new_application()
        start = Start(BehindWindow(opened), Opening())
        start.begin()
        Painted(start.window.findChildren(InboxView)[0].viewport())
        application.exec()


if __name__ == "__main__":
    inbox(Path(sys.argv[1])) if len(sys.argv) > 1 else bare()
