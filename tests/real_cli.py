"""Untwin's commands with Intuit's hosts leading to sample servers, and a terminal to ask a person at.

As a program: `real_cli.py PRODUCTION SANDBOX arguments...`, the first two the base addresses of sample servers. With
TALKATIVE in the environment every logger says all it can; with NO_NETWORK Intuit's hosts can't be reached.
"""

import fcntl
import logging
import os
import pty
import select
import subprocess
import sys
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import requests

from intuit_hosts import IntuitHosts
from sample.caller import Caller
from untwin.app.desk import build_desk, keyring_vault, start_logging
from untwin.app.examine import build_examine
from untwin.cli import commands
from untwin.cli.doctor import doctor
from untwin.cli.parser import make_parser
from untwin.domain.company.company import Environment
from untwin.flows.examine import Examine
from untwin.jobs import Patient
from untwin.store.home import open_home


@dataclass
class Terminal:
    """One command at a terminal: what it says there is `said`; its answer on standard output is apart."""

    arguments: tuple[str, ...]
    env: dict[str, str]
    program: str = __file__
    said: str = ""
    out: str = ""
    code: int | None = None
    _screen: int = field(default=-1, init=False)
    _read_to: int = field(default=0, init=False)

    def __enter__(self) -> Self:
        self._screen, keyboard = pty.openpty()
        command = [sys.executable, self.program, *self.arguments]
        env = self.env | {"PYTHONPATH": os.pathsep.join(sys.path)}
        self._child = subprocess.Popen(
            command, stdin=keyboard, stdout=subprocess.PIPE, stderr=keyboard, env=env, start_new_session=True
        )
        os.close(keyboard)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.kill()
        self._child.communicate()
        os.close(self._screen)

    def until(self, words: str) -> None:
        """Reads up to and with some words, from where it was read to the last time."""
        end = time.monotonic() + 30
        while words not in self.said[self._read_to :]:
            assert time.monotonic() < end, self.said
            if not self._hear():
                raise AssertionError(self.said)
        self._read_to = self.said.index(words, self._read_to) + len(words)

    def type(self, line: str) -> None:
        """Types a line."""
        os.write(self._screen, f"{line}\n".encode())

    def end(self) -> int:
        """Waits for the command's end; its exit code. One that asks what nobody answers fails instead of waiting on."""
        end = time.monotonic() + 60
        while self._hear():
            assert time.monotonic() < end, self.said
        out, _err = self._child.communicate(timeout=30)
        self.out, self.code = out.decode(), self._child.returncode
        return self.code

    def _hear(self) -> bool:
        ready, _, _ = select.select([self._screen], [], [], 0.2)
        if not ready:
            return self._child.poll() is None
        try:
            piece = os.read(self._screen, 65536)
        except OSError:  # the other end is closed
            return False
        self.said += piece.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(piece)


def _caller(base: str) -> Caller:
    with requests.Session() as session:
        session.trust_env = False
        return Caller(session.get(f"{base}/sample", timeout=10).json())


def talk() -> None:
    """Turns every logger up, those too that the app keeps quiet."""
    import untwin.quickbooks.sign_in  # noqa: F401, PLC0415 - so that all of them exist

    for name in (None, *logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)


def _examine(home: Path, hosts: IntuitHosts, *, offline: bool) -> Examine:
    return build_examine(home, Patient(), offline=offline, session=hosts.session)


def _main(production: str, sandbox: str, arguments: list[str]) -> int:
    # The terminal becomes this session's own, so that passwords are asked for there.
    if sys.stdin.isatty():
        fcntl.ioctl(sys.stdin, termios.TIOCSCTTY, 0)
    servers = {Environment.PRODUCTION: _caller(production), Environment.SANDBOX: _caller(sandbox)}
    hosts, options = IntuitHosts(servers), make_parser().parse_args(arguments)
    hosts.down = "NO_NETWORK" in os.environ
    if options.command == "doctor":
        return doctor(options, lambda offline: _examine(Path(options.home), hosts, offline=offline))
    home = open_home(Path(options.home))
    start_logging(home)
    if "TALKATIVE" in os.environ:
        talk()
    return commands.run(options, lambda: build_desk(home, keyring_vault(home), Patient(), hosts.session))


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], sys.argv[2], sys.argv[3:]))
