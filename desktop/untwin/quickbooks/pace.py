"""Keeps one company's requests within QuickBooks' limits, and leaves it alone while QuickBooks asks for that."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from untwin.domain.problems import Throttled
from untwin.ports.machine import Patience

# A little more than a second and a minute: Intuit counts when requests arrive, and they don't arrive as evenly as
# they are sent. Ten in 1.15 s are still more than 500 in a minute, so that nothing is lost by it.
SECOND, MINUTE = 1.15, 60.5
# A refusal says that requests arrive closer than that (a busy machine, a second Untwin of the firm): each makes the
# pace slower, up to a bound, until none has come for a while.
SLOWER, SLOWEST, FORGIVEN = 1.5, 8.0, 120.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many requests QuickBooks takes of one app for one company."""

    a_second: int = 10
    a_minute: int = 500
    batches_a_minute: int = 40


QUICKBOOKS_LIMITS = Limits()


@dataclass(slots=True)
class Pace:
    """One company's pace. Turns are given in the order in which they are asked for.

    `guard` lets one thread in at a time. `limits` of None leave nobody waiting; `clock` counts seconds, `now`
    tells the time to people.
    """

    patience: Patience
    guard: AbstractContextManager[object]
    limits: Limits | None = QUICKBOOKS_LIMITS
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    _turns: deque[float] = field(default_factory=deque)
    _batches: deque[float] = field(default_factory=deque)
    _rests_until: float = 0.0
    _refused_at: float = -FORGIVEN
    _slowed: float = 1.0

    def turn(self, *, batch: bool = False) -> None:
        """Waits for this request's turn.

        Raises:
            Throttled: QuickBooks asked to leave this company alone, and the time isn't over.
            Cancelled: nobody wants the answer any more.
        """
        with self.guard:
            self._check()
            now = at = self.clock()
            if self.limits is not None:
                at = _earliest(now, self._windows(self.limits, self._slower(now), batch=batch))
                self._note(at, self.limits, batch=batch)
        if at > now:
            self.patience.pause(at - now)
            with self.guard:
                self._check()

    def rest(self, seconds: float) -> Throttled:
        """Leaves the company alone for a time, and asks more slowly afterwards; the problem that says until when."""
        with self.guard:
            now = self.clock()
            # Several that were under way together are refused together: that is one refusal.
            if self._rests_until <= now:
                self._slowed = min(self._slower(now) * SLOWER, SLOWEST)
            self._refused_at = now
            self._rests_until = max(self._rests_until, now + seconds)
            return self._resting()

    def _check(self) -> None:
        if self._rests_until > self.clock():
            raise self._resting()

    def _resting(self) -> Throttled:
        left = max(self._rests_until - self.clock(), 0.0)
        until = self.now() + timedelta(seconds=left)
        words = f"QuickBooks asked Untwin to leave this company alone until {until:%H:%M:%S}; nothing was changed."
        return Throttled(words, "Other companies go on.", wait_seconds=ceil(left))

    def _slower(self, now: float) -> float:
        """How many times longer everything takes than the limits alone ask."""
        return self._slowed if now - self._refused_at < FORGIVEN else 1.0

    def _windows(self, limits: Limits, slower: float, *, batch: bool) -> list[tuple[deque[float], int, float]]:
        """What must be kept: so many of these turns within so many seconds."""
        second, minute = SECOND * slower, MINUTE * slower
        all_turns = [(self._turns, limits.a_second, second), (self._turns, limits.a_minute, minute)]
        return [*all_turns, (self._batches, limits.batches_a_minute, minute)] if batch else all_turns

    def _note(self, at: float, limits: Limits, *, batch: bool) -> None:
        self._turns.append(at)
        if len(self._turns) > limits.a_minute:
            self._turns.popleft()
        if batch:
            self._batches.append(at)
        if len(self._batches) > limits.batches_a_minute:
            self._batches.popleft()


def _earliest(now: float, windows: list[tuple[deque[float], int, float]]) -> float:
    turns = windows[0][0]
    # Never before a turn that was given already: whoever asks first goes first.
    at = max(now, turns[-1]) if turns else now
    return max([at, *(given[-most] + window for given, most, window in windows if len(given) >= most)])
