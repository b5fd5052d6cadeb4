"""Opens the window on a home: the one window there, raised by later starts; all that is heavy comes behind it."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.app.crash import crash_noted
from untwin.app.one_window import one_window
from untwin.app.places import default_home
from untwin.domain.problems import NotAllowed
from untwin.store.glance import Glance, glance, is_older
from untwin.store.home import Home, open_home

if TYPE_CHECKING:
    from untwin.domain.bringing_up import Tell
    from untwin.flows.desk import Desk
    from untwin.jobs import LaneJobs
    from untwin.ui.window.opening import Opening


class BehindWindow:
    """Honours `Behind`: each part is imported and built when it is asked for."""

    def __init__(self, home: Home) -> None:
        self._home, self._said = home, ""
        self._jobs: LaneJobs | None = None

    def glance(self) -> Glance | None:
        """What the first frame needs of the store."""
        return glance(self._home.database)

    def is_older(self) -> bool:
        """Whether the store is one of an older version."""
        return is_older(self._home.database)

    def jobs(self) -> "LaneJobs":
        """Where jobs run."""
        from untwin.jobs import LaneJobs  # noqa: PLC0415 - the first frame has no jobs

        if self._jobs is None:
            self._jobs = LaneJobs()
        return self._jobs

    def desk(self, tell: "Tell") -> "Desk":
        """The desk on this home."""
        from untwin.app.desk import start_logging  # noqa: PLC0415 - 160 ms
        from untwin.app.upgrade import desk_brought_up  # noqa: PLC0415

        start_logging(self._home)
        desk, self._said = desk_brought_up(self._home, self.jobs().patience, tell)
        return desk

    def whole(self, opening: "Opening") -> "Opening":
        """With what was done to the data, where later starts are heard, and the outside of the first run."""
        from untwin.app.first_run import PlainFirstRun  # noqa: PLC0415 - neither is of use before the first frame
        from untwin.ui.window.instance import places  # noqa: PLC0415

        where, outside = places(self._home.path, self._home.id), PlainFirstRun(self._home.path)
        return replace(opening, said=self._said, places=where, first_run=outside)

    def close(self) -> None:
        """Ends the jobs."""
        if self._jobs is not None:
            self._jobs.close()


def open_the_window(folder: Path | None, given: Sequence[str] = ()) -> int:
    """The window on the home in `folder`, or the platform's own; `given` are files and links to open in it.

    Raises:
        Problem: there is no display, or the home or its store can't be used.
    """
    check_display()
    home = open_home(folder or default_home())
    with one_window(home, given, time.sleep) as first:
        return _window(home, given) if first else 0


def _window(home: Home, given: Sequence[str]) -> int:
    behind = BehindWindow(home)
    try:
        with crash_noted(home.path) as report:
            # Where there is no display Qt is of no use; and what goes wrong while it is loaded is noted, too.
            from untwin.ui.window.opening import Opening  # noqa: PLC0415
            from untwin.ui.window.start import open_window  # noqa: PLC0415

            opening = Opening(given=tuple(given), crash_report=report.text, forget_report=report.forget)
            return open_window(behind, opening)
    finally:
        behind.close()


def check_display() -> None:
    """Qt aborts the whole process where there is no display, so that is asked first.

    Raises:
        NotAllowed: there is none; says what works without one.
    """
    asked = os.environ.get("QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or asked or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    raise NotAllowed("There is no display for a window.", "Without one try: untwin sample walkthrough")
