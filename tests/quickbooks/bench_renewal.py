"""Prints how many of many renewals in two processes at once were refused or stranded: run it, pytest doesn't.

PYTHONPATH=desktop:tests .venv/bin/python tests/quickbooks/bench_renewal.py --rounds 1000
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from renewals import connect, renew_at_once
from sample.caller import Caller
from secret_service import SecretService
from untwin.sample.process import SampleProcess
from untwin.store.home import open_home


def main() -> int:
    """Runs all rounds on a real Secret Service; 1 when anybody was stranded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000, metavar="N", help="moments (default: 1000)")
    rounds = parser.parse_args().rounds
    with SecretService() as service, SampleProcess("--firms", "1") as process, tempfile.TemporaryDirectory() as folder:
        os.environ |= service.env
        home, caller = open_home(Path(folder) / "home"), Caller(process.greeting)
        realm = connect(home, caller.base)
        start = perf_counter()
        counts = renew_at_once(home, realm, caller, rounds)
        took = perf_counter() - start
        caller.session.close()
    _print(f"{counts.rounds} moments in {took:.1f} s: {counts.renewals} renewals in two processes")
    _print(f"refused {counts.refused}, stranded {counts.stranded}")
    return 1 if counts.refused or counts.stranded else 0


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
