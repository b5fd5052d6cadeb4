"""Clio's rate limit: so many requests a minute for each token."""

import time
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class RateLimit:
    """Counts requests in fixed minutes."""

    a_minute: int
    _used: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    def take(self, token: str) -> tuple[bool, dict[str, str]]:
        """Whether this request may pass, and the headers that tell the caller."""
        now = time.time()
        minute = int(now // 60)
        self._used[token, minute] += 1
        left = self.a_minute - self._used[token, minute]
        headers = {
            "X-RateLimit-Limit": str(self.a_minute),
            "X-RateLimit-Remaining": str(max(left, 0)),
            "X-RateLimit-Reset": str((minute + 1) * 60),
        }
        if left < 0:
            headers["Retry-After"] = str(max(1, int((minute + 1) * 60 - now)))
        return left >= 0, headers
