"""What one check of this machine came to, and when a lasting thing is short enough to say so."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SOON = timedelta(days=14)
SKEW_SAID = timedelta(seconds=60)
SKEW_WRONG = timedelta(minutes=5)


class Standing(StrEnum):
    """How a check ended; only a fault keeps something from working."""

    OK = "ok"
    WARN = "warn"
    FAULT = "fault"
    NOT_TRIED = "not_tried"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, how it ended, one sentence, and what to do about it."""

    id: str
    standing: Standing
    sentence: str
    remedy: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing needs a person."""
        return self.standing is not Standing.FAULT


def worst(*standings: Standing) -> Standing:
    """The worst of several; what wasn't tried is no worse than what is well."""
    order = (Standing.OK, Standing.NOT_TRIED, Standing.WARN, Standing.FAULT)
    return max(standings, key=order.index, default=Standing.OK)


def lasting(end: datetime | None, now: datetime) -> Standing:
    """How an end in the future stands: over is a fault, soon a warning; one that nobody knows is neither."""
    if end is None:
        return Standing.OK
    if end <= now:
        return Standing.FAULT
    return Standing.WARN if end - now < SOON else Standing.OK


def check_clock(here: datetime, there: datetime, whose: str) -> Check:
    """Compares this computer's clock with another's."""
    skew = here - there
    far = abs(skew)
    if far < SKEW_SAID:
        return Check("clock", Standing.OK, f"This computer's clock agrees with {whose}.")
    way = "ahead of" if skew > timedelta(0) else "behind"
    words = f"This computer's clock is {_span(far)} {way} {whose}: the change history would carry wrong times."
    return Check("clock", Standing.FAULT if far > SKEW_WRONG else Standing.WARN, words, "Set the clock by the network.")


def _span(far: timedelta) -> str:
    seconds = int(far.total_seconds())
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            count = seconds // size
            return f"{count} {word}{'s' if count > 1 else ''}"
    return f"{seconds} seconds"
