"""Keeps the copies of documents for as long as the firm wants, and the change history itself for ever."""

from dataclasses import dataclass
from datetime import timedelta

from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import BadInput
from untwin.ports.history import History, Preferences
from untwin.ports.machine import Clock

_DAYS = "keep images for days"
LEAST_DAYS = 30  # a change is restored, or asked about, within a month mostly


@dataclass(frozen=True, slots=True)
class Retain:
    """The flow."""

    history: History
    preferences: Preferences
    clock: Clock

    @property
    def days(self) -> int | None:
        """For how many days images are kept; None is for ever."""
        told = self.preferences.get(_DAYS)
        return int(told) if told else None

    def keep(self, days: int | None, who: str) -> int:
        """Sets for how long, and blanks what is older at once; how many images were blanked.

        Raises:
            BadInput: shorter than is wise.
        """
        if days is not None and days < LEAST_DAYS:
            raise BadInput(f"Keep the copies for {LEAST_DAYS} days at least: until then they may be needed.")
        self.preferences.put(_DAYS, "" if days is None else str(days))
        said = "for ever" if days is None else f"for {days} days"
        self.history.note(HistoryRow(self.clock.now(), who, "", "", "retention changed", f"Copies are kept {said}."))
        return self()

    def __call__(self) -> int:
        """Blanks the images of changes that were settled longer ago than is wanted; how many."""
        days = self.days
        if days is None:
            return 0
        before = self.clock.now() - timedelta(days=days)
        blanked = self.history.blank_images(before)
        if blanked:
            said = f"{blanked} copies of documents from before {before:%Y-%m-%d} were blanked; every entry stays."
            self.history.note(HistoryRow(self.clock.now(), "Untwin", "", "", "copies blanked", said))
        return blanked
