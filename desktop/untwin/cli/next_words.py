"""Prints what can be done next with a case, each as the command that does it."""

from collections.abc import Iterator

from untwin.domain.cases.case import Case
from untwin.domain.cases.exits import ExitId, exits_for

_COMMANDS = {
    ExitId.RENUMBER: "renumber {}",
    ExitId.SAME: "same {}",
    ExitId.MADE_BY_HAND: "answer made-by-hand {}",
    ExitId.OWN_NUMBER: "answer own-number {}",
    ExitId.RETRY: "retry {}",
    ExitId.VERIFY: "verify {}",
    ExitId.WHAT_DIFFERS: "accept {}",
    ExitId.CONFIRM_POSTING: "posted {} --yes",
    ExitId.RULE_OUT: "posted {} --other",
    ExitId.RESTORE: "restore {}",
    ExitId.LOOK_UP: "look {}",
    ExitId.DESCRIBE: "describe {} CUSTOMER AMOUNT DATE",
    ExitId.NAME_SOURCE: "source name NAME {}",
    ExitId.BIND: "bind {} --company NAME",
    ExitId.IGNORE: "mark {} --ignore REASON",
    ExitId.CHECK_LIST: "verify {} --list FILE",
}


def next_lines(case: Case) -> list[str]:
    """What to do next, and below it the commands; what is done in a browser alone has none."""
    return [f"next: {case.next_step}", *(f"  {line}" for line in _typed(case))]


def _typed(case: Case) -> Iterator[str]:
    for each in exits_for(case):
        if each.id in _COMMANDS:
            yield f"untwin {_COMMANDS[each.id].format(case.id)}: {each.words}"
