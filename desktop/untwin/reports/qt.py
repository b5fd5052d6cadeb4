"""Qt as far as a printed page needs it: running, offscreen where no window runs, and with the font of reports."""

import sys
from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from untwin.resources import resource

FAMILY = "Untwin Print"


def make_ready() -> None:
    """Qt can set text from here on, in this thread as in the window's own."""
    if QGuiApplication.instance() is None:
        _without_a_window()
    # A second time would load the files once more.
    if FAMILY not in QFontDatabase.families():
        for style in ("Regular", "SemiBold"):
            QFontDatabase.addApplicationFont(str(resource("font", f"UntwinPrint-{style}.otf")))


@cache
def _without_a_window() -> QGuiApplication:
    """Kept until the process ends: Qt takes its fonts along when it goes.

    Offscreen needs no display, without which Qt would abort the process. Windows has always one, and offscreen it
    knows no other font than ours.
    """
    return QGuiApplication(["untwin"] if sys.platform == "win32" else ["untwin", "-platform", "offscreen"])
