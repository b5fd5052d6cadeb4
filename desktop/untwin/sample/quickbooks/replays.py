"""The first answers to requestids: the same request again is answered by them, and not done twice."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Replay:
    """One request that was done, and its answer."""

    method: str
    path: str
    body: bytes
    answer: bytes


@dataclass(slots=True)
class Replays:
    """All of one run, by company and requestid."""

    tell: Callable[..., None] = lambda *_: None
    """Hears of each new one: company, requestid and the fields of a Replay."""
    _known: dict[tuple[str, str], Replay] = field(default_factory=dict)

    def of(self, realm: str, request_id: str) -> Replay | None:
        """What was answered first, or None."""
        return self._known.get((realm, request_id))

    def keep(self, realm: str, request_id: str, replay: Replay) -> None:
        """Keeps a first answer."""
        self._known[realm, request_id] = replay
        self.tell(realm, request_id, replay.method, replay.path, replay.body, replay.answer)

    def restore(self, realm: str, request_id: str, method: str, path: str, body: bytes, answer: bytes) -> None:
        """Puts back one that was kept in an earlier run."""
        self._known[realm, request_id] = Replay(method, path, body, answer)
