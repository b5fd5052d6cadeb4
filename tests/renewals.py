"""Renews one connection in two processes at the same moment, again and again, and counts what became of it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sample.caller import Caller
from untwin.app.desk import keyring_vault
from untwin.app.parts import SystemClock
from untwin.domain.problems import Problem
from untwin.jobs import Patient, one_at_a_time
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach, Tokens
from untwin.store.home import Home, open_home

GO, DONE = "go\n", "renewed\n"


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of all renewals. `stranded` are those after which a process had no token."""

    rounds: int
    renewals: int
    refused: int
    stranded: int


def reach_on(home: Home) -> Reach:
    """What an Untwin that was started just now reaches QuickBooks with."""
    return Reach(
        keyring_vault(home),
        make_session(),
        SystemClock(),
        lambda realm: home.lock(f"renewal-{realm}", 150).hold(),
        Patient(),
        one_at_a_time,
    )


def connect(home: Home, base: str) -> str:
    """Connects the sample firm; its id."""
    return QuickBooksSignIn(reach_on(home)).connect_sample(SampleAddress(base))[0].realm


def renew_at_once(home: Home, realm: str, caller: Caller, rounds: int) -> Counts:
    """Two processes, each as if started anew for every round, get the word at the same moment."""
    before, said = len(_asked(caller)), []
    with _another(home, realm) as one, _another(home, realm) as other:
        for _ in range(rounds):
            for child in (one, other):
                _to(child).write(GO)
                _to(child).flush()
            said += [_from(child).readline() for child in (one, other)]
    statuses = _asked(caller)[before:]
    refused = sum(status != 200 for status in statuses)
    return Counts(rounds, len(statuses), refused, sum(word != DONE for word in said))


def _asked(caller: Caller) -> list[int]:
    return [entry["status"] for entry in caller.log() if entry["path"].endswith("/tokens/bearer")]


@contextmanager
def _another(home: Home, realm: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, __file__, str(home.path), realm]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        yield child
        _to(child).close()


def _to(child: "subprocess.Popen[str]") -> IO[str]:
    assert child.stdin is not None
    return child.stdin


def _from(child: "subprocess.Popen[str]") -> IO[str]:
    assert child.stdout is not None
    return child.stdout


def _renew_on_word(folder: Path, realm: str) -> None:
    home = open_home(folder)
    for _word in sys.stdin:
        try:
            word = DONE if Tokens(realm, reach_on(home)).current() else "no token\n"
        except Problem as problem:
            word = f"{problem}\n"
        sys.stdout.write(word)
        sys.stdout.flush()


if __name__ == "__main__":
    _renew_on_word(Path(sys.argv[1]), sys.argv[2])
