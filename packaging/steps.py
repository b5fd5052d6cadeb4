"""Runs one step of the set-up in plain words: what it does, and when it fails, why and what to do next."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

NO_NETWORK = (
    "Temporary failure in name resolution",
    "Temporary failure resolving",
    "Failed to establish a new connection",
    "NameResolutionError",
    "ConnectTimeoutError",
    "Network is unreachable",
    "Could not resolve",
    "Could not connect to",
    "nodename nor servname provided",
    "getaddrinfo failed",
)
# What other programs print when a step fails, and what it means to a person. The first match counts.
REASONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (NO_NETWORK, "the network does not answer", "check the connection (or the proxy), then run the same command again"),
    (("No space left on device",), "the disk is full", "make room (about 1 GB), then run the same command again"),
    (
        ("DO NOT MATCH THE HASHES",),
        "a downloaded package is not the one this version of Untwin was locked to",
        "do not install it; try another network, and report it if it stays",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED",),
        "the server's certificate is not trusted here",
        "tell pip about your company's certificate (`pip config set global.cert FILE`), then run this again",
    ),
    (
        ("Could not get lock", "is another process using it"),
        "another program is installing packages",
        "wait until it has finished, then run the same command again",
    ),
)
ADDRESS_OR_PROGRESS = ("WARNING:", "notice", "[notice]")


@dataclass
class StopError(Exception):
    """The set-up can't go on: one sentence why, the next step, and the exit code."""

    sentence: str
    next_step: str
    code: int = 3


def say(text: str) -> None:
    """One line to the person, at once even when the output goes to a file."""
    print(text, flush=True)


def reason(output: str) -> tuple[str, str]:
    """Why a program failed, and the next step, read from what it printed."""
    for marks, why, then in REASONS:
        if any(mark in output for mark in marks):
            return why, then
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    spoken = [line for line in lines if not line.startswith(ADDRESS_OR_PROGRESS)]
    return (spoken or ["it gave no reason"])[-1], "run the same command again; report it if it stays"


def step(what: str, command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None) -> None:
    """Runs a program quietly, its latest line shown on a terminal; a failure ends the set-up in words."""
    say(f"{what} ...")
    failed, output = attempt(command, environment=environment)
    if failed:
        why, then = reason(output)
        raise StopError(f"{what} failed: {why}.", then)


def attempt(command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The exit code and the last thousand lines; a program that isn't there counts as failed."""
    kept: deque[str] = deque(maxlen=1000)
    try:
        with subprocess.Popen(
            [str(part) for part in command],
            stdin=None if sys.stdin and sys.stdin.isatty() else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=dict(environment) if environment is not None else None,
        ) as process:
            for line in process.stdout or ():
                kept.append(line)
                _show(line)
    except OSError as error:
        return 127, str(error)
    finally:
        _show("")
    return process.returncode, "".join(kept)


def agrees(question: str, *, yes: bool, keyboard: TextIO | None = sys.stdin) -> bool | None:
    """True or False as the person says, True with `--yes`, None when nobody can be asked."""
    if yes:
        return True
    if keyboard is None or not keyboard.isatty():
        return None
    return input(f"{question} [Y/n] ").strip().lower() in {"", "y", "yes"}


def _show(line: str) -> None:
    if sys.stdout.isatty() and os.name == "posix":
        sys.stdout.write("\r\x1b[K" + line.strip()[:78])
        sys.stdout.flush()
