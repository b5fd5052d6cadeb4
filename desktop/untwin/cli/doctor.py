"""`untwin doctor`: what works on this machine and what doesn't, with the remedy for each fault."""

import argparse
from collections.abc import Callable

from untwin.cli.codes import DONE, NEEDS_A_PERSON
from untwin.cli.commands import told
from untwin.cli.words import Printer
from untwin.domain.checks import Check, Standing
from untwin.flows.examine import Examine

_WORDS = {Standing.OK: "ok", Standing.WARN: "warn", Standing.FAULT: "NOT", Standing.NOT_TRIED: "-"}


def doctor(options: argparse.Namespace, build: Callable[[bool], Examine]) -> int:
    """Prints every check; a fault needs a person. `build` is told whether to stay offline."""
    printer = Printer(options.json)
    return told(lambda: _doctor(build(options.offline)(), printer), printer)


def _doctor(checks: tuple[Check, ...], printer: Printer) -> int:
    data = [
        {
            "check": check.id,
            "ok": check.ok,
            "state": check.standing.value,
            "sentence": check.sentence,
            "remedy": check.remedy,
        }
        for check in checks
    ]
    printer.answer(data, [line for check in checks for line in _lines(check)])
    return DONE if all(check.ok for check in checks) else NEEDS_A_PERSON


def _lines(check: Check) -> list[str]:
    said = [f"{_WORDS[check.standing]:<5}{check.id}: {check.sentence}"]
    return [*said, f"     > {check.remedy}"] if check.remedy else said
