"""Starts the sample servers as a child process that ends with its parent, and stops them again."""

import json
import subprocess
import sys
import tempfile
import time
from types import TracebackType
from typing import IO, Any, Self


class SampleError(RuntimeError):
    """The sample servers did not come up; the text says why."""


class SampleProcess:
    """The sample servers as a child: `with SampleProcess("--seed", "2") as sample: sample.greeting`."""

    def __init__(self, *arguments: str, timeout: float = 30.0) -> None:
        self.greeting: dict[str, Any] = {}
        # Files, not pipes: a pipe can't be read with a timeout on every system without a thread.
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        self._complained: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        # A frozen bundle has no interpreter to give a module to; it is `untwin` itself.
        ourselves = ["sample"] if getattr(sys, "frozen", False) else ["-m", "untwin.sample"]
        command = [sys.executable, *ourselves, "serve", "--die-with-parent", *arguments]
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            command, stdin=subprocess.PIPE, stdout=self._said, stderr=self._complained
        )
        try:
            self.greeting = json.loads(self._first_line(timeout))
        except BaseException:
            self.stop()
            raise

    @property
    def pid(self) -> int:
        """The child's number among the system's processes."""
        return self._child.pid

    def kill(self) -> None:
        """Ends the child without a word, as a system that is out of memory would."""
        self._child.kill()
        self._child.wait()

    def stop(self) -> None:
        """Ends the child; a second call does nothing."""
        self._child.terminate()
        try:
            self._child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        for stream in (self._child.stdin, self._said, self._complained):
            if stream is not None:
                stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _first_line(self, timeout: float) -> bytes:
        """The greeting.

        Raises:
            SampleError: the child ended or stayed silent.
        """
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            ended = self._child.poll() is not None
            self._said.seek(0)
            line = self._said.readline()
            if line.endswith(b"\n"):
                return line
            if ended:
                self._complained.seek(0)
                words = self._complained.read().decode("utf-8", "replace").strip()
                raise SampleError(words or "the sample servers ended without a word")
            time.sleep(0.02)
        raise SampleError(f"the sample servers said nothing for {timeout:g} seconds")
