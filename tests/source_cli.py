"""Untwin's commands on a fake of the sources, at a terminal. As a program: `source_cli.py HOME arguments...`."""

import fcntl
import sys
import termios
from dataclasses import replace
from pathlib import Path

from builders import COMPANY
from flows.conftest import make_office
from untwin.cli import commands
from untwin.cli.parser import make_parser


def _main(home: Path, arguments: list[str]) -> int:
    # The terminal becomes this session's own, so that passwords are asked for there.
    fcntl.ioctl(sys.stdin, termios.TIOCSCTTY, 0)
    office = make_office(home)
    office.desk.companies.put(replace(COMPANY, sources=()))
    return commands.run(make_parser().parse_args(arguments), lambda: office.desk)


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1]), sys.argv[2:]))
