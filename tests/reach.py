"""What it takes to reach QuickBooks in tests: nothing is locked, and nobody waits for long."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import requests

from untwin.app.parts import SystemClock
from untwin.ports.machine import Clock, Leaving, Vault, Wanted, always
from untwin.quickbooks.tokens import Reach

S = TypeVar("S")
T = TypeVar("T")


@dataclass
class QuickPatience:
    """Does the work at once, in the caller's thread, and keeps what it was asked to wait."""

    pauses: list[float] = field(default_factory=list)
    leavings: list[Leaving] = field(default_factory=list)

    def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
        self.leavings.append(leaving)
        return work()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        self.pauses.append(seconds)

    def each(self, work: Callable[[S], T], things: Sequence[S], width: int) -> tuple[T, ...]:
        return tuple(work(thing) for thing in things)


@dataclass
class SetClock:
    """A clock that stands where it is set."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def free(_realm: str) -> AbstractContextManager[None]:
    return nullcontext()


def reach_with(
    vault: Vault,
    session: requests.Session,
    alone: Callable[[str], AbstractContextManager[None]] = free,
    *,
    patience: QuickPatience | None = None,
    clock: Clock | None = None,
) -> Reach:
    """A reach of its own: no access token is known yet."""
    return Reach(vault, session, clock or SystemClock(), alone, patience or QuickPatience(), nullcontext)
