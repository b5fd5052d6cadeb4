"""One start of the process under siege, in a process group of its own: what it says, and its end."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from crash.town import Firm

_LONGEST = 60.0


def environment() -> dict[str, str]:
    """What these processes get of ours: they aren't measured, since a kill would leave half a measurement behind."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return ours | {"PYTHONPATH": os.pathsep.join(sys.path)}


class Child:
    """One start of the process under siege, in a process group of its own."""

    def __init__(self, folder: Path, told: dict[str, Any]) -> None:
        command = [sys.executable, str(Path(__file__).with_name("child.py")), str(folder), json.dumps(told)]
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(
            command, env=environment(), start_new_session=True, stdin=pipe, stdout=pipe, stderr=pipe
        )
        os.set_blocking(self._out, False)
        self.said: list[str] = []
        self._rest = b""

    @property
    def _out(self) -> int:
        assert self._child.stdout is not None
        number: int = self._child.stdout.fileno()
        return number

    def hear(self) -> bool:
        """Reads what it said since; whether it lives."""
        alive = self._child.poll() is None
        try:
            while piece := os.read(self._out, 65536):
                self._rest += piece
        except BlockingIOError:
            pass
        *lines, self._rest = self._rest.split(b"\n")
        self.said += [line.decode() for line in lines]
        return alive

    def has_said(self, start: str) -> bool:
        """Whether a line that begins so came."""
        return any(line.startswith(start) for line in self.said)

    @property
    def phase(self) -> str:
        """What it was at, by its own word."""
        phases = [line.removeprefix("phase ") for line in self.said if line.startswith("phase ")]
        return phases[-1] if phases else "starting"

    def send(self, number: signal.Signals) -> None:
        """A signal to the whole group."""
        os.killpg(self._child.pid, number)

    def kill(self) -> bool:
        """Kills the whole group; False where it had ended by itself already."""
        self.send(signal.SIGKILL)
        code = self._child.wait()
        self.hear()
        return code == -signal.SIGKILL

    def complaint(self) -> str:
        """Waits for its end; why it came to that by itself, where it should not have."""
        assert self._child.stderr is not None
        code, words = self._child.wait(_LONGEST), self._child.stderr.read().decode("utf-8", "replace")
        self.hear()
        return f"it ended with {code}: {words}" if code else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._child.poll() is None:
            self.kill()
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            if stream is not None:
                stream.close()


def told(
    firms: Sequence[Firm], gate: dict[str, Any], seed: float, *, works: bool = True, restores: bool = False
) -> dict[str, Any]:
    """What a start is told: its gate, where the firms are, and whether it works on and restores once it has settled."""
    bases = [firm.caller.base for firm in firms]
    return {"gate": gate, "seed": seed, "bases": bases, "works": works, "restores": restores}
