"""The app as `__main__` drives it: a desk for a command, the window, or the sample firms."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from untwin.app.crash import crash_noted
from untwin.app.desk import build_desk, default_home, keyring_vault, start_logging
from untwin.app.examine import build_examine
from untwin.app.first_run import PlainFirstRun, SampleFirstRun
from untwin.app.parts import LazyReader
from untwin.app.samples import sample_desk, serve_samples
from untwin.domain.own_links import is_own
from untwin.domain.problems import Busy, NotAllowed
from untwin.flows.desk import Desk
from untwin.flows.examine import Examine
from untwin.jobs import LaneJobs, Patient
from untwin.store.backups import StoredBackups
from untwin.store.home import open_home


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
        return build_desk(home, keyring_vault(home), Patient())

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
        """The window, on this home or on the sample firms; `given` are files and links to open in it."""
        check_display()
        from untwin.ui.start import Opening, run_window  # noqa: PLC0415

        jobs = LaneJobs()
        try:
            if sample:
                folder = self._home() / "sample"
                with sample_desk(folder, patience=jobs.patience) as opened:
                    banner = opened.banner or "Sample firms: changes here touch nobody's books."
                    tour = SampleFirstRun(folder, opened.greeting)
                    return run_window(opened.desk, jobs, Opening(banner, sample=True, first_run=tour))
            home = open_home(self._home())
            start_logging(home)
            name, whole = f"untwin-{home.id}", tuple(_whole(each) for each in given)
            try:
                with home.window_lock().hold(), crash_noted(home.path) as report:
                    desk = build_desk(home, keyring_vault(home), jobs.patience)
                    opening = Opening(
                        name=name,
                        given=whole,
                        crash_report=report.text,
                        forget_report=report.forget,
                        first_run=PlainFirstRun(home.path),
                    )
                    return run_window(desk, jobs, opening)
            except Busy:
                return _handed_over(name, whole)
        finally:
            jobs.close()

    def _home(self) -> Path:
        return self.folder or default_home()


def _whole(given: str) -> str:
    """A file by its whole path: the window that is open stands in another folder."""
    return given if is_own(given) else str(Path(given).absolute())


def _handed_over(name: str, given: tuple[str, ...]) -> int:
    """Leaves everything to the window that is open on this home.

    Raises:
        Busy: it doesn't listen, as one that is just starting or ending.
    """
    from untwin.ui.instance import hand_over  # noqa: PLC0415

    if hand_over(name, given):
        return 0
    raise Busy("Untwin's window is open already on this data.", "Look for it, or close it first.")


def check_display() -> None:
    """Qt aborts the whole process where there is no display, so that is asked first.

    Raises:
        NotAllowed: there is none; says what works without one.
    """
    asked = os.environ.get("QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or asked or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    raise NotAllowed("There is no display for a window.", "Without one try: untwin sample walkthrough")
