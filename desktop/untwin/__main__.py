"""The arguments, then the window or one command; imports nothing heavy before it must."""

import os
import sys
from typing import TYPE_CHECKING

from untwin.cli.plain_start import PlainStart, plain_start
from untwin.domain.problems import NotAllowed, Problem

if TYPE_CHECKING:
    import argparse

    from untwin.app.start import Untwin


def main(arguments: list[str] | None = None) -> int:
    """Runs Untwin and returns its exit code."""
    _open_streams()
    given = sys.argv[1:] if arguments is None else arguments
    plain = plain_start(given)
    try:
        return _window(plain) if plain is not None else _parsed(given)
    except Problem as problem:
        return _complained(problem, given)
    except KeyboardInterrupt:
        return _complained(NotAllowed("Stopped."), given)


def _window(plain: PlainStart) -> int:
    from untwin.app.window import open_the_window  # noqa: PLC0415 - no command needs it

    return open_the_window(plain.home, plain.given)


def _parsed(given: list[str]) -> int:
    from untwin.cli.parser import make_parser  # noqa: PLC0415 - 40 ms that a plain start of the window does without
    from untwin.cli.usage import WrongUsage  # noqa: PLC0415

    try:
        options = make_parser().parse_args(given)
    except WrongUsage as wrong:
        return _told_as_json(wrong.problem, given)
    from untwin.app.start import Untwin  # noqa: PLC0415 - wrong usage and --help need none of it

    return _run(options, Untwin(options.home))


def _complained(problem: Problem, given: list[str]) -> int:
    from untwin.cli.words import complain  # noqa: PLC0415 - only where something is wrong

    complain(str(problem))
    return _told_as_json(problem, given)


def _told_as_json(problem: Problem, given: list[str]) -> int:
    """Whoever asked for a JSON document gets one, whatever went wrong; the exit code."""
    from untwin.cli.codes import exit_code  # noqa: PLC0415 - only where something is wrong
    from untwin.cli.words import Printer, problem_json  # noqa: PLC0415

    if "--json" in given:
        Printer(as_json=True).answer(problem_json(problem), [])
    return exit_code(problem)


def _open_streams() -> None:
    """A program that was started without standard streams gets some that lead nowhere.

    Else the first file that is opened would take the place of one of them, the store for one.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - open as long as the program
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _run(options: "argparse.Namespace", untwin: "Untwin") -> int:
    if options.command is None:
        return untwin.window(sample=options.sample)
    if options.command == "open":
        return untwin.window(sample=False, given=options.what)
    if options.command == "sample":
        return untwin.sample(options.action, options.rest)
    from untwin.cli import commands, record  # noqa: PLC0415
    from untwin.cli.doctor import doctor  # noqa: PLC0415

    if options.command in ("help", "explain"):
        return commands.without_home(options, untwin.intake)
    if options.command == "doctor":
        return doctor(options, untwin.examine)
    if options.command == "backup" and options.restore:
        return record.restore_backup(options, untwin.restore)
    return commands.run(options, untwin.desk)


if __name__ == "__main__":
    sys.exit(main())
