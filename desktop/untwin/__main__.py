"""The arguments, then the window or one command; imports nothing heavy before it must."""

import sys
from typing import TYPE_CHECKING

from untwin.cli.parser import make_parser

if TYPE_CHECKING:
    import argparse

    from untwin.app.start import Untwin


def main(arguments: list[str] | None = None) -> int:
    """Runs Untwin and returns its exit code."""
    options = make_parser().parse_args(arguments)
    from untwin.app.start import Untwin  # noqa: PLC0415 - wrong usage and --help need none of it

    try:
        return _run(options, Untwin(options.home))
    except KeyboardInterrupt:
        return 130


def _run(options: "argparse.Namespace", untwin: "Untwin") -> int:
    from untwin.cli import commands, record  # noqa: PLC0415
    from untwin.cli.codes import exit_code  # noqa: PLC0415
    from untwin.cli.doctor import doctor  # noqa: PLC0415
    from untwin.cli.words import complain  # noqa: PLC0415
    from untwin.domain.problems import Problem  # noqa: PLC0415

    try:
        if options.command is None:
            return untwin.window(sample=options.sample)
        if options.command == "open":
            return untwin.window(sample=False, given=options.what)
        if options.command == "sample":
            return untwin.sample(options.action, options.rest)
        if options.command in ("help", "explain"):
            return commands.without_home(options, untwin.intake)
        if options.command == "doctor":
            return doctor(options, untwin.examine)
        if options.command == "backup" and options.restore:
            return record.restore_backup(options, untwin.restore)
        return commands.run(options, untwin.desk)
    except Problem as problem:
        complain(str(problem))
        return exit_code(problem)


if __name__ == "__main__":
    sys.exit(main())
