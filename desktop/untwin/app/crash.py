"""Notes how the program ended when it ended by itself: a readable file in the home, without secrets, sent to nobody."""

import faulthandler
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

_LONGEST = 200_000  # characters of one report; a loop of errors must not fill the disk


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
            if not left:
                return self.report.read_text("utf-8", "replace") if self.report.exists() else ""
        except OSError:
            # A disk without rights must not keep the window from opening.
            return ""
        text = _report(left, now)
        # A full disk takes no report: it is shown all the same, and what was noted stays for the next start.
        with suppress(OSError):
            self._keep(text)
            self.current.unlink()
        return text

    def _keep(self, text: str) -> None:
        """Whole or not at all: the last report is not given up for half of this one."""
        new = self.report.with_suffix(".new")
        try:
            new.write_text(text, "utf-8")
            new.chmod(0o600)
            new.replace(self.report)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def begin(self) -> "Watch | None":
        """Notes from now on how the program ends; None where nothing can be written."""
        try:
            # Added to what a full disk kept from becoming a report.
            file = self.current.open("a", encoding="utf-8")
        except OSError:
            return None
        faulthandler.enable(file, all_threads=True)
        return Watch(file, self.current, file.tell())

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
    begun: int

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes one error down; for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from untwin.app.redact import redacted  # noqa: PLC0415 - 4 ms, and most starts have nothing to note
        from untwin.app.trace_told import told  # noqa: PLC0415

        with suppress(OSError, ValueError):  # a full disk, or one that was closed already
            if self.file.tell() < _LONGEST:
                self.file.write(told(error))
                self.file.flush()
        if sys.stderr is not None:  # a desktop keeps what a program says there
            sys.stderr.write(redacted("".join(traceback.format_exception(kind, error, trace))))

    def end(self) -> None:
        """The program ends as it should; what failed on the way is told all the same."""
        faulthandler.disable()
        with suppress(OSError):
            failed = self.file.tell() > self.begun
            if failed:
                from untwin.app.crash_report import WENT_ON  # noqa: PLC0415 - as above

                self.file.write(f"\n{WENT_ON}\n")
            self.file.close()
            if not self.path.stat().st_size:
                self.path.unlink()


def _report(left: str, now: datetime) -> str:
    from untwin.app.crash_report import report_of  # noqa: PLC0415 - 12 ms, and most ends are good ones

    return report_of(left, now)
