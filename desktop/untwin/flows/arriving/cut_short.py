"""Remembers that a long list is being taken in, so that the next start can say that it was cut off."""

from dataclasses import dataclass

from untwin.domain.problems import Busy
from untwin.ports.history import Preferences
from untwin.ports.stores import WriteLock

_NAME = "taking in"


@dataclass(frozen=True, slots=True)
class CutShort:
    """The note; `alone` is held by whoever takes something in just now, and nobody who asks here waits long for it."""

    preferences: Preferences
    alone: WriteLock

    def begin(self, of: int) -> None:
        """So many errors are taken in from now on."""
        self.preferences.put(_NAME, str(of))

    def end(self) -> None:
        """All of them are there, or a person has been told what is not."""
        if self.preferences.get(_NAME):
            self.preferences.put(_NAME, "")

    def said(self) -> str:
        """A sentence, once, if Untwin was ended before a list was in; empty if not, or while another takes one in."""
        # Every command asks: without a note it costs one glance and no lock.
        if not self.preferences.get(_NAME):
            return ""
        try:
            with self.alone.hold():
                of = self.preferences.get(_NAME)
                self.end()
        except Busy:
            return ""
        if not of.isdigit():
            return ""
        cut = f"Untwin was ended while it took in {int(of):,} errors: some of them may be missing."
        return f"{cut} Take the same in once more; what is there already joins its case."
