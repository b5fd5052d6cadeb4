"""Asks a person at the terminal; questions go to standard error, so that standard output stays for the answer."""

import getpass
import sys

from untwin.cli.words import clean
from untwin.domain.problems import NotAllowed


def check_terminal() -> None:
    """Raises `NotAllowed` where nobody can be asked."""
    if not at_terminal():
        raise NotAllowed("Connecting asks you things, and there is nobody to ask here.", "Run it in a terminal.")


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str:
    """What a person types. Raises `NotAllowed` when they end the input instead."""
    sys.stderr.write(clean(question))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise NotAllowed("The input ended; nothing was connected.")
    return line.strip()


def ask_secret(question: str) -> str:
    """What a person types, without showing it."""
    try:
        return getpass.getpass(question, sys.stderr)
    except EOFError:
        raise NotAllowed("The input ended; nothing was connected.") from None


def agreed(question: str) -> bool:
    """Whether a person says yes; anything else is a no."""
    return ask(f"{question} [y/N] ").casefold() in {"y", "yes"}
