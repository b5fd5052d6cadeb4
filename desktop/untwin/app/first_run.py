"""The outside of the first run: a second window on the sample firms, errors to learn on, how far the tour is."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from untwin.domain.problems import BadInput, Unreachable

_FIRST_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class PlainFirstRun:
    """Honours `FirstRunOutside` in a plain window; `folder` is the home whose sample firms are opened.

    A window that ends within `first_seconds` has said why.
    """

    folder: Path
    first_seconds: float = _FIRST_SECONDS
    teaches: bool = False

    def open_sample(self) -> None:
        """Starts Untwin once more, on the sample firms; it lives on by itself.

        Raises:
            Unreachable: it ended at once; in its own words.
        """
        # A frozen bundle is `untwin` itself.
        ourselves = [] if getattr(sys, "frozen", False) else ["-m", "untwin"]
        command = [sys.executable, *ourselves, "--home", str(self.folder), "--sample"]
        with (self.folder / "sample.log").open("w+b") as said:
            child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True
            )
            try:
                code = child.wait(self.first_seconds)
            except subprocess.TimeoutExpired:
                return
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip().splitlines()
        if code:
            raise Unreachable(words[-1] if words else "The sample firms' window closed at once.")

    def lesson(self) -> str:
        """Nothing is taught here."""
        return ""

    def progress(self) -> str:
        """Nothing is taught here."""
        return ""

    def keep(self, progress: str) -> None:
        """Nothing is taught here."""


@dataclass(frozen=True, slots=True)
class SampleFirstRun:
    """Honours `FirstRunOutside` in the sample firms' window; `folder` is the home of the sample."""

    folder: Path
    greeting: dict[str, Any]
    teaches: bool = True

    def open_sample(self) -> None:
        """This is its window."""

    def lesson(self) -> str:
        """Some rows of the sample Clio's page."""
        from untwin.walkthrough.lesson import lesson_text  # noqa: PLC0415 - lxml and requests come with it

        return lesson_text(self.greeting)

    def progress(self) -> str:
        """How far the tour was."""
        try:
            return self._file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def keep(self, progress: str) -> None:
        """Keeps it beside the sample's store, which is made anew each time.

        Raises:
            BadInput: the file can't be written.
        """
        try:
            self._file.write_text(progress, encoding="utf-8")
            self._file.chmod(0o600)
        except OSError as error:
            raise BadInput(f"How far the tour is can't be kept: {error.strerror}.") from None

    @property
    def _file(self) -> Path:
        return self.folder / "tour.json"
