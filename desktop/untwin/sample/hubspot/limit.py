"""HubSpot's limits: so many requests in ten seconds, and so many searches in one."""

import time
from collections import deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class Window:
    """Counts requests in a sliding window. `policy` is HubSpot's word for it."""

    policy: str
    seconds: float
    most: int
    _times: deque[float] = field(default_factory=deque)

    def take(self) -> bool:
        """Counts one request; whether it may pass."""
        now = time.monotonic()
        while self._times and self._times[0] <= now - self.seconds:
            self._times.popleft()
        if len(self._times) >= self.most:
            return False
        self._times.append(now)
        return True

    @property
    def left(self) -> int:
        """How many more may come now."""
        return self.most - len(self._times)


def ten_seconds(most: int) -> Window:
    """The limit on all requests."""
    return Window("TEN_SECONDLY_ROLLING", 10.0, most)


def searches(most: int) -> Window:
    """The limit on searches."""
    return Window("SECONDLY", 1.0, most)
