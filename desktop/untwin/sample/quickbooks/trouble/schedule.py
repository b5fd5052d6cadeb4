"""Says which requests a trick is played on: a schedule of items `WHEN:FAULT[=VALUE]`, separated by `;`.

WHEN is `N` (the Nth request), `N-M`, `*` (every one) or `P%` (a share of them, the same ones for one seed). `KIND@`
before it means requests of one kind only, counted for themselves: read, write, batch, query, cdc, token. Without it
all of these are counted together. Counting starts at 1 when the schedule is set; the first item that fits wins.

    write@1:cut-after;read@3-5:throttle=2;10%:late=1;*:delay=0.05
"""

import math
import random
import re
from dataclasses import dataclass, field

from untwin.sample.quickbooks.trouble.tricks import Trick, TrickError

KINDS = ("read", "write", "batch", "query", "cdc", "token")
_WHEN = re.compile(r"(?P<all>\*)|(?P<share>\d{1,3}(\.\d+)?)%|(?P<first>\d{1,9})(-(?P<last>\d{1,9}))?")


class ScheduleError(ValueError):
    """A text is no schedule; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One trick and the requests it is played on."""

    text: str
    kind: str
    """Empty means every kind."""
    first: float
    last: float
    share: float
    trick: Trick

    def fits(self, kind: str, counts: dict[str, int], seed: int) -> bool:
        """Whether it is played on the request that was counted last."""
        count = counts[self.kind]
        if self.kind not in ("", kind) or not self.first <= count <= self.last:
            return False
        # Drawn from the count, so that other items and the order of answers can't move it.
        return self.share >= 1 or random.Random(f"{seed} {self.text} {count}").random() < self.share  # noqa: S311


@dataclass(slots=True)
class Schedule:
    """A schedule at work: what it says, what was asked since, and how often each item was played."""

    seed: int
    text: str = ""
    items: tuple[Item, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    happened: dict[str, int] = field(default_factory=dict)

    def set(self, text: str) -> None:
        """Starts anew with another schedule; with none when the text is empty.

        Raises:
            ScheduleError: the text is no schedule; then the old one goes on.
        """
        self.items = read(text)
        self.text = text.strip()
        self.counts = dict.fromkeys(("", *KINDS), 0)
        self.happened = {item.text: 0 for item in self.items}

    def trick_for(self, kind: str) -> Trick | None:
        """Counts a request, and says which trick is played on it."""
        for counted in ("", kind):
            self.counts[counted] = self.counts.get(counted, 0) + 1
        item = next((item for item in self.items if item.fits(kind, self.counts, self.seed)), None)
        if item is None:
            return None
        self.happened[item.text] += 1
        return item.trick


def read(text: str) -> tuple[Item, ...]:
    """The items of a schedule's text.

    Raises:
        ScheduleError: one of them can't be read.
    """
    return tuple(_item(part.strip()) for part in text.split(";") if part.strip())


def tricks_in(text: str) -> tuple[Trick, ...]:
    """The tricks that a header names for its own request.

    Raises:
        TrickError: one of them can't be read.
    """
    return tuple(Trick.read(part) for part in text.split(";") if part.strip())


def _item(text: str) -> Item:
    when, colon, named = text.partition(":")
    if not colon:
        raise ScheduleError(f"“{text}” has no colon; an item is WHEN:FAULT, as in write@1:cut-after.")
    kind, at, rest = when.rpartition("@")
    if at and kind.strip() not in KINDS:
        raise ScheduleError(f"“{text}”: “{kind.strip()}” is no kind of request; there are {', '.join(KINDS)}.")
    first, last, share = _range(text, rest.strip())
    try:
        return Item(text, kind.strip(), first, last, share, Trick.read(named))
    except TrickError as wrong:
        raise ScheduleError(f"“{text}”: {wrong}") from None


def _range(text: str, when: str) -> tuple[float, float, float]:
    """From which to which request, and which share of them."""
    found = _WHEN.fullmatch(when)
    if found is None:
        raise ScheduleError(f"“{text}”: “{when}” is no WHEN; it is a number, a range as 3-5, a share as 10%, or *.")
    if found["all"]:
        return 1, math.inf, 1
    if found["share"]:
        share = float(found["share"]) / 100
        if not 0 < share <= 1:
            raise ScheduleError(f"“{text}”: a share lies above 0% and goes up to 100%.")
        return 1, math.inf, share
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if not 1 <= first <= last:
        raise ScheduleError(f"“{text}”: requests are counted from 1, and a range goes upwards.")
    return first, last, 1
