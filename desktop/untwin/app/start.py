"""The app as `__main__` drives it: a desk for a command, the window, or the sample firms."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from untwin.app.crash import Report, crash_noted
from untwin.app.desk import start_logging
from untwin.app.examine import build_examine
from untwin.app.first_run import SampleFirstRun
from untwin.app.one_window import one_window
from untwin.app.parts import LazyReader
from untwin.app.places import default_home
from untwin.app.samples import sample_desk, serve_samples, served_desk
from untwin.app.upgrade import Seldom, desk_brought_up
from untwin.app.window import check_display, open_the_window
from untwin.flows.desk import Desk
from untwin.flows.examine import Examine
from untwin.jobs import LaneJobs, Patient
from untwin.store.backups import StoredBackups
from untwin.store.home import Home, open_home


@dataclass(frozen=True, slots=True)
class Untwin:
    """The app as `__main__` drives it. `folder` is the home, None for the platform's own place."""

    folder: Path | None

    @property
    def intake(self) -> LazyReader:
        """Reads errors; needs no home."""
        return LazyReader()

    def desk(self) -> Desk:
        """The desk on this home."""
        home = open_home(self._home())
        start_logging(home)
        say, now = sys.stderr.write, time.monotonic
        desk, words = desk_brought_up(home, Patient(Rests(say, now)), Seldom(say, now))
        if words:
            # Standard output is for the answer alone.
            say(f"{words}\n")
        return desk

    def examine(self, offline: bool) -> Examine:  # noqa: FBT001 - the one thing that can be asked of it
        """The examination of this machine; needs no home that works."""
        return build_examine(self._home(), Patient(), offline=offline)

    def restore(self, file: Path) -> Path:
        """Puts a backup in the store's place; where the former store lies now. Needs no home that works."""
        return StoredBackups(self._home()).restore(file)

    def sample(self, action: str, rest: list[str]) -> int:
        """`untwin sample serve` and `untwin sample walkthrough`."""
        if action == "serve":
            return serve_samples(rest)
        from untwin.walkthrough.walk import walk_through  # noqa: PLC0415

        return walk_through(rest, sample_desk)

    def window(self, *, sample: bool, given: Sequence[str] = ()) -> int:
        """The window, on this home or on the sample firms; `given` are files and links to open in it.

        A later start on the same home raises the window that is open, hands over what it was given, and ends.
        """
        return self._sample_window(given) if sample else open_the_window(self.folder, given)

    def _sample_window(self, given: Sequence[str]) -> int:
        check_display()
        jobs = LaneJobs()
        try:
            home = open_home(self._home() / "sample")
            with one_window(home, given, jobs.patience.pause) as first:
                if not first:
                    return 0
                start_logging(home)
                with crash_noted(home.path) as report:
                    return _sample_window(home, jobs, report)
        finally:
            jobs.close()

    def _home(self) -> Path:
        return self.folder or default_home()


def _sample_window(home: Home, jobs: LaneJobs, report: Report) -> int:
    from untwin.ui.window.instance import places  # noqa: PLC0415 - no command needs Qt
    from untwin.ui.window.opening import Opening  # noqa: PLC0415
    from untwin.ui.window.start import run_window  # noqa: PLC0415

    with served_desk(home, patience=jobs.patience) as opened:
        opening = Opening(
            opened.banner or "Sample firms: changes here touch nobody's books.",
            sample=True,
            places=places(home.path, home.id),
            crash_report=report.text,
            forget_report=report.forget,
            first_run=SampleFirstRun(home.path, opened.greeting),
        )
        return run_window(opened.desk, jobs, opening)


@dataclass(slots=True)
class Rests:
    """Tells of a rest in one line, so that nobody takes it for a hanging program; several at once are one rest.

    `now` gives seconds that only grow.
    """

    write: Callable[[str], object]
    now: Callable[[], float]
    _until: float = 0.0

    def __call__(self, seconds: float) -> None:
        """Hears that a pause begins."""
        now = self.now()
        if seconds >= _LONG and now >= self._until:
            self._until = now + seconds
            self.write(f"A rest of {seconds:.0f} seconds was asked for; then Untwin goes on. Ctrl+C stops it.\n")


_LONG = 5.0  # seconds
