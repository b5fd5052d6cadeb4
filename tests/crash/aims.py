"""Where kills are aimed at: steps at which the process is to stand still, requests that QuickBooks holds, chance."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crash.gate import ANY


@dataclass(frozen=True, slots=True)
class Aim:
    """Of `gate` and `hold` at most one is said; where neither is, the kill comes at a random moment of the work.

    Attributes:
        gate: the step at which the process stands still.
        phase: the phase of the work in which it does; empty is any.
        hold: the fault by which QuickBooks holds a request of `kind`, before it is done or after it.
        sleeps: the process isn't killed but put to sleep for an hour there; then it goes on.
    """

    name: str
    gate: str = ""
    phase: str = ""
    kind: str = ""
    hold: str = ""
    sleeps: bool = False

    def told(self, draw: random.Random) -> dict[str, Any]:
        """What the process' gate is told."""
        return {"at": self.gate, "nth": draw.randint(1, 4), "phase": self.phase, "sleeps": self.sleeps}

    def schedule(self, draw: random.Random) -> str:
        """The faults that a server is told."""
        first = 1 if self.kind == "token" else draw.randint(2, 5)
        return f"{self.kind}@{first}:{self.hold}" if self.hold else ""


# For each gap of the road three aims, and a share of random moments: one round of twenty.
ROAD = {
    "intent recorded": (Aim("the intent is recorded", "after intent"), Aim("about to be sent", "before sent")),
    "sent": (
        Aim("sent, for the record", "after sent"),
        Aim("on its way", kind="write", hold="delay=1.5"),
        Aim("on its way for a moment", kind="write", hold="delay=0.4"),
    ),
    "committed": (
        Aim("answered, but not on record", "before answered"),
        Aim("done, and the answer is late", kind="write", hold="late=1"),
    ),
    "answered": (
        Aim("answered", "after answered"),
        Aim("the look is on its way", kind="batch", hold="delay=1"),
    ),
    "read": (Aim("read again, but not on record", "before read_again"), Aim("proof in hand", "before proved")),
}
SETTLING = tuple(
    Aim(f"{step}, while settling", step, "settling")
    for step in (
        *(ANY, "after sent", "before proved", "after proved", "before not_done", "after not_done"),
        *("before case renumbered", "after case planned", "before batch paused", "after batch paused"),
    )
)
BESIDE = (
    Aim("proved, but its case doesn't know", "after proved"),
    Aim("a batch is stored, its cases not", "after batch running", "confirming"),
    Aim("planned, and not begun", "after case planned", "confirming"),
    Aim("about to save", "after case saving"),
    Aim("its case is about to be told", "before case renumbered"),
    Aim("the batch is about to end", "before batch ended"),
    Aim("while looking up", "after case looking", "looking"),
    Aim("between two batches", "after batch ended"),
    Aim("the token is renewed, but not stored", kind="token", hold="late=1"),
)
CHANCE = Aim("at a random moment")
SLEEP = (
    Aim("asleep before the change leaves", "after sent", "saving", sleeps=True),
    Aim("asleep with the answer", "before answered", "saving", sleeps=True),
    Aim("asleep between the change and the look", "after answered", "saving", sleeps=True),
)


def aims(draw: random.Random) -> Iterator[Aim]:
    """Aims without an end, in rounds of twenty."""
    while True:
        # The first five are one for each gap, so that a short run has them all.
        firsts = [draw.choice(choices) for choices in ROAD.values()]
        rest = [draw.choice(choices) for choices in ROAD.values() for _ in range(2)]
        rest += [CHANCE, CHANCE, CHANCE, draw.choice(SETTLING), draw.choice(BESIDE)]
        draw.shuffle(firsts)
        draw.shuffle(rest)
        yield from (*firsts, *rest)
