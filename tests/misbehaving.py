"""A server that answers as it is told, cuts connections or stays silent, and remembers every request.

It runs as a child process: `with Misbehaving(Reply(503), Reply(cut="after request")) as server: server.base`.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from types import TracebackType
from typing import Self

import requests

import misbehaving_child


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `cut` ends the connection "after request" or "within answer", or keeps it and is "silent".

    One that is cut "at once" doesn't listen to what is asked.

    BASE in a body stands for the server's own address.
    """

    status: int = 200
    body: str = "{}"
    headers: dict[str, str] = field(default_factory=dict)
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


class Misbehaving:
    """The replies are given in turn, the last one again and again; the token endpoint has `tokens` of its own."""

    def __init__(self, *replies: Reply, tokens: tuple[Reply, ...] = ()) -> None:
        script = {"replies": [asdict(r) for r in replies or (Reply(),)], "tokens": [asdict(t) for t in tokens]}
        self._child = subprocess.Popen(
            [sys.executable, misbehaving_child.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_clean(),
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(script) + "\n")
        self._child.stdin.flush()
        self.base = f"http://127.0.0.1:{int(self._child.stdout.readline())}"

    def heard(self) -> list[Heard]:
        """Every request so far."""
        with requests.Session() as session:
            session.trust_env = False
            return [Heard(**each) for each in session.get(self.base + misbehaving_child.TOLD, timeout=10).json()]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.kill()
        self._child.communicate()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
