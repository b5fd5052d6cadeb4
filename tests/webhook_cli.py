"""Untwin's own commands, trusting an authority of the test's: `webhook_cli.py AUTHORITY --home DIR arguments...`."""

import sys
from pathlib import Path

import requests

from untwin.app.desk import build_desk, keyring_vault, start_logging
from untwin.cli import commands
from untwin.cli.parser import make_parser
from untwin.jobs import Patient
from untwin.quickbooks.client import make_session
from untwin.store.home import open_home


def _main(authority: str, arguments: list[str]) -> int:
    def session() -> requests.Session:
        made = make_session()
        made.verify = authority
        return made

    options = make_parser().parse_args(arguments)
    home = open_home(Path(options.home))
    start_logging(home)
    return commands.run(options, lambda: build_desk(home, keyring_vault(home), Patient(), session))


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], sys.argv[2:]))
