"""QuickBooks' limits on how often one app may ask about one company, in sliding windows."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.markup import worded
from untwin.sample.quickbooks.signing.grants import APP, Connection, Grants
from untwin.sample.quickbooks.signing.signin import bearer


@dataclass(frozen=True, slots=True)
class Limits:
    """How many requests may be made; as Intuit documents it where nothing else is said."""

    a_minute: int = 500
    a_second: int = 10
    batches_a_minute: int = 40

    @classmethod
    def read(cls, text: str) -> "Limits":
        """The limits in a text such as `500,10,40`.

        Raises:
            ValueError: it is not three whole numbers above zero.
        """
        numbers = [int(part) for part in text.split(",")]
        if len(numbers) != 3 or min(numbers) < 1:
            raise ValueError(text)
        return cls(*numbers)


@dataclass(slots=True)
class _Window:
    """The requests of one app to one company in the last so many seconds."""

    seconds: float
    most: int
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """The seconds until one more may come; 0 when it may come now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.most else 0


class Limited:
    """An app that turns away what comes too often; Clio's worker, which can't wait, is let through."""

    def __init__(self, app: ASGIApp, grants: Grants, clock: Clock, limits: Limits) -> None:
        self._app = app
        self._grants = grants
        self._clock = clock
        self._limits = limits
        # By client and company: all requests of a minute, of a second, and the batches of a minute.
        self._windows: dict[tuple[str, str], tuple[_Window, _Window, _Window]] = defaultdict(self._new)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or turns it away."""
        if not scope["path"].startswith("/v3/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        connection = self._grants.who(bearer(request))
        wait = self._wait(connection, scope) if connection and connection.client.label == APP else 0
        app = self._app
        if wait:
            refusal = faults.throttled_answer(self._clock.now(), math.ceil(wait))
            app = worded(refusal, request.headers.get("accept", ""))
        await app(scope, receive, send)

    def _wait(self, connection: Connection, scope: Scope) -> float:
        """Counts a request that may pass; one that is turned away doesn't count."""
        now = time.monotonic()
        windows = list(self._counting(connection, scope))
        wait = max(window.wait(now) for window in windows)
        if not wait:
            for window in windows:
                window.times.append(now)
        return wait

    def _counting(self, connection: Connection, scope: Scope) -> Iterator[_Window]:
        minute, second, batches = self._windows[connection.client.id, connection.realm]
        yield from (minute, second)
        if scope["path"].endswith("/batch"):
            yield batches

    def _new(self) -> tuple[_Window, _Window, _Window]:
        limits = self._limits
        return _Window(60, limits.a_minute), _Window(1, limits.a_second), _Window(60, limits.batches_a_minute)
