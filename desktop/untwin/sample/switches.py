"""How the servers of one run differ from the usual ones, as the command line says it."""

import argparse
from dataclasses import dataclass
from typing import Self

from untwin.sample.firm.firms import MOST
from untwin.sample.quickbooks.trouble.limits import Limits
from untwin.sample.quickbooks.trouble.schedule import ScheduleError, read

_MOST_DOCUMENTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Switches:
    """What a run can be asked for besides its firm, its date and its ports."""

    refuses_updates: bool = False
    clio_limit: int = 50
    hubspot_limits: tuple[int, int] = (190, 5)
    """All requests of ten seconds, searches of one."""
    faults: str = ""
    """A schedule of faults."""
    limits: Limits | None = None
    """QuickBooks' limits on requests; None where they are off."""

    @classmethod
    def of(cls, options: argparse.Namespace) -> Self:
        """The switches among the arguments that were read."""
        return cls(
            refuses_updates=options.refuse_updates,
            clio_limit=options.clio_limit,
            hubspot_limits=(options.hubspot_limit, max(5, options.hubspot_limit // 40)),
            faults=options.faults,
            limits=options.limits,
        )


def add_switches(parser: argparse.ArgumentParser) -> None:
    """Adds an argument for each switch."""
    parser.add_argument("--refuse-updates", action="store_true", help="refuse updates to a used number, too")
    parser.add_argument("--clio-limit", type=int, default=50, help=argparse.SUPPRESS)
    parser.add_argument("--hubspot-limit", type=int, default=190, help=argparse.SUPPRESS)
    landscaper = "a further company with the names and ids of Intuit's own sample company"
    parser.add_argument("--landscaper", action="store_true", help=landscaper)
    parser.add_argument(
        "--firms", type=int, choices=range(1, MOST + 1), metavar="N", default=MOST, help="the first N (default: all)"
    )
    parser.add_argument(
        "--faults", type=_schedule, default="", metavar="SCHEDULE", help="misbehave, as in write@1:cut-after;*:delay=1"
    )
    parser.add_argument(
        "--limits",
        nargs="?",
        type=_limits,
        const=Limits(),
        metavar="A,B,C",
        help="limit the requests of a minute, of a second, the batches of a minute (default: none; alone: 500,10,40)",
    )
    further = "so many plain further documents, up to 1,000,000 (default: none)"
    parser.add_argument("--documents", type=_count, default=0, metavar="N", help=further)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_DOCUMENTS:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number up to {_MOST_DOCUMENTS:,}")
    return int(text)


def _schedule(text: str) -> str:
    try:
        read(text)
    except ScheduleError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
    return text


def _limits(text: str) -> Limits:
    try:
        return Limits.read(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not three whole numbers above zero, as in 500,10,40") from None
