"""A pattern that is only tried where one of its signs stands: a look for a few letters costs a hundredth of a try."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern with many alternatives, and what each of them holds one of.

    Attributes:
        signs: pieces of text in lower case; whatever the pattern fits holds one of them.
        pattern: the pattern itself.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place at or behind `start` that the pattern fits."""
        return self.pattern.search(text, start) if self._may_fit(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern fits at the text's start."""
        return self.pattern.match(text) if self._may_fit(text) else None

    def without(self, text: str) -> str:
        """The text with a blank for all that the pattern fits."""
        return self.pattern.sub(" ", text) if self._may_fit(text) else text

    def _may_fit(self, text: str) -> bool:
        small = text.lower()
        # Not `any`: this is asked some twenty times for each error, and `any` takes twice as long.
        for sign in self.signs:  # noqa: SIM110
            if sign in small:
                return True
        return False


def guarded(signs: str, pattern: str) -> Guarded:
    """A guarded pattern; `signs` are divided by bars."""
    return Guarded(tuple(signs.split("|")), re.compile(pattern))
