"""Wrong usage: the usage in words on standard error, and what whoever asked for JSON is told."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from untwin.domain.problems import BadInput


class WrongUsage(SystemExit):
    """The end of a command that was typed wrongly, with what is to be told; the usage is printed already."""

    def __init__(self, problem: BadInput) -> None:
        super().__init__(2)
        self.problem = problem


class Parser(argparse.ArgumentParser):
    """A parser that hands on what is wrong once it has printed it, and takes every word as text that can be stored."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.register("type", None, text)

    def add_subparsers(self, **named: Any) -> Any:
        """As argparse does; but what belongs to a command is left to its own parser: a file's name may be no text."""
        commands = super().add_subparsers(**named)
        commands.type = str
        return commands

    def error(self, message: str) -> NoReturn:
        """Prints the usage and ends."""
        try:
            super().error(message)
        except SystemExit:
            raise WrongUsage(BadInput(message, f"See: {self.prog} --help")) from None


def text(argument: str) -> str:
    """An argument in characters that can be stored: what is no text in this system's encoding is marked."""
    return argument.encode("utf-8", "replace").decode()


def path(argument: str) -> Path:
    """A file or a folder; no name at all would be the folder that the command was typed in."""
    if not argument:
        raise argparse.ArgumentTypeError("a name must be given")
    return Path(argument)
