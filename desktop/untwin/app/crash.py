"""Notes how the program ended when it ended by itself: a readable file in the home, without secrets, sent to nobody."""

import faulthandler
import platform
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import IO

from untwin.app.redact import redacted

_LONGEST = 200_000  # characters of one report; a loop of errors must not fill the disk
_HEAD = """\
Untwin ended unexpectedly.

Found at:  {when}
Untwin:    {untwin}
Python:    {python}
System:    {system}

This file lies on this computer only; nothing was sent. It holds where in the program it ended. Names of clients and
numbers of documents may stand in a sentence of it: read it before you give it to anybody.

"""


@dataclass(frozen=True, slots=True)
class CrashNotes:
    """The notes of one home: `current` is written while the program runs, `report` is what the last end left."""

    current: Path
    report: Path

    @classmethod
    def of(cls, home: Path) -> "CrashNotes":
        """Where a home's notes lie."""
        return cls(home / "untwin.crash", home / "untwin-crash-report.txt")

    def collect(self, now: datetime) -> str:
        """Makes a report of what the last end left behind; the report's text, empty where it ended well."""
        try:
            left = self.current.read_text("utf-8", "replace").strip() if self.current.exists() else ""
            if left:
                self.report.write_text(_head(now) + redacted(left)[-_LONGEST:] + "\n", "utf-8")
                self.report.chmod(0o600)
            self.current.unlink(missing_ok=True)
            return self.report.read_text("utf-8", "replace") if self.report.exists() else ""
        except OSError:
            # A disk without room or rights must not keep the window from opening.
            return ""

    def begin(self) -> "Watch | None":
        """Notes from now on how the program ends; None where nothing can be written."""
        try:
            file = self.current.open("w", encoding="utf-8")
        except OSError:
            return None
        faulthandler.enable(file, all_threads=True)
        return Watch(file, self.current)

    def forget(self) -> None:
        """Removes the report."""
        self.report.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Report:
    """What the last end left: its text, empty where it ended well, and how to forget it."""

    text: str
    forget: Callable[[], None]


@contextmanager
def crash_noted(home: Path) -> Iterator[Report]:
    """Notes how the program ends while the block runs; gives the report of the last end."""
    notes = CrashNotes.of(home)
    report = Report(notes.collect(datetime.now().astimezone()), notes.forget)
    watch = notes.begin()
    if watch is not None:
        sys.excepthook = watch.note
    yield report
    # Not in a `finally`: what is raised here is what is to be noted.
    sys.excepthook = sys.__excepthook__
    if watch is not None:
        watch.end()


@dataclass(frozen=True, slots=True)
class Watch:
    """Notes errors that nobody caught, until `end`."""

    file: IO[str]
    path: Path

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes one error down; for `sys.excepthook`."""
        if not issubclass(kind, KeyboardInterrupt) and self.file.tell() < _LONGEST:
            self.file.write(redacted("".join(traceback.format_exception(kind, error, trace))))
            self.file.flush()
        sys.__excepthook__(kind, error, trace)

    def end(self) -> None:
        """The program ends as it should: there is nothing to tell."""
        faulthandler.disable()
        self.file.close()
        self.path.unlink(missing_ok=True)


def _head(now: datetime) -> str:
    try:
        ours = version("untwin")
    except PackageNotFoundError:
        ours = "from a checkout or a bundle"
    return _HEAD.format(
        when=now.strftime("%Y-%m-%d %H:%M %z"),
        untwin=ours,
        python=platform.python_version(),
        system=platform.platform(),
    )
