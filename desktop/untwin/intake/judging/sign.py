"""A named sign: a pattern that says in words what it tells, with texts that it fits and texts that it lets through."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Where(StrEnum):
    """Where in a text a sign must stand."""

    ANYWHERE = "anywhere"
    FIRST = "at the text's start"
    WHOLE = "from the text's start to its end"


# `__dict__` holds what is compiled at the first use, so no slots.
@dataclass(frozen=True)
class Sign:
    """One thing that may be read off a text.

    Attributes:
        name: what it is called when somebody asks why; no other sign of the package is called so.
        tells: one plain sentence.
        pattern: a regular expression, compiled when it is first asked for.
        fits: examples that it must fit; every alternative that is no plain word is used by one of them.
        lets_through: near neighbours that it must not fit.
        guard: pieces of text in lower case, divided by bars; whatever the pattern fits holds one of them. A look for
            a few letters costs a hundredth of a try. Empty: the pattern is always tried.
        where: where it must stand.
        any_case: whether the pattern fits capitals and small letters alike.
    """

    name: str
    tells: str
    pattern: str
    fits: tuple[str, ...]
    lets_through: tuple[str, ...]
    guard: str = ""
    where: Where = Where.ANYWHERE
    any_case: bool = False

    def found(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where the sign stands in a text, between `start` and `end`; None if it doesn't."""
        # Only what is looked at is made small: the text may be a file's.
        barred = self.guard and not self.may_stand_in(text[start:end].lower())
        return None if barred else self.tried(text, start, end)

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Everywhere that it stands in a text, in order and apart from each other."""
        return self.compiled.finditer(text) if not self.guard or self.may_stand_in(text.lower()) else iter(())

    def without(self, text: str) -> str:
        """The text with a blank for all that the sign fits."""
        return self.compiled.sub(" ", text) if not self.guard or self.may_stand_in(text.lower()) else text

    def may_stand_in(self, small: str) -> bool:
        """Whether a text in lower case holds a piece without which the sign can't be there."""
        # Not `any`: this is asked some hundred times for each error, and `any` takes twice as long.
        for piece in self.pieces:
            if piece in small:
                return True
        return not self.guard

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The pieces of the guard; none if there is no guard."""
        return tuple(self.guard.split("|")) if self.guard else ()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, re.IGNORECASE if self.any_case else re.NOFLAG)

    @cached_property
    def tried(self) -> Callable[..., re.Match[str] | None]:
        """How the pattern is tried: on a text, from a start to an end."""
        ways = {Where.ANYWHERE: "search", Where.FIRST: "match", Where.WHOLE: "fullmatch"}
        way: Callable[..., re.Match[str] | None] = getattr(self.compiled, ways[self.where])
        return way


@dataclass(frozen=True)
class Signs:
    """The signs that answer one question; any of them is enough.

    Attributes:
        asks: the question, in words.
        each: the signs, in the order in which they are tried.
    """

    asks: str
    each: tuple[Sign, ...]

    def found(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where the first of the signs stands that is there; None if none is."""
        # The text may be a file's: only what is looked at is made small, and only for those who look at it.
        small = text[start:end].lower() if self.guarded else ""
        for pieces, sign in self.tries:
            # Said here once more, not called: this is asked some eighty times for each error.
            for piece in pieces:
                if piece in small:
                    if found := sign.tried(text, start, end):
                        return found
                    break
        return None

    @cached_property
    def tries(self) -> tuple[tuple[tuple[str, ...], Sign], ...]:
        """The signs, each with the pieces one of which must be there; the empty one is everywhere."""
        return tuple((sign.pieces or ("",), sign) for sign in self.each)

    @cached_property
    def guarded(self) -> bool:
        """Whether any of the signs has a guard."""
        return any(sign.guard for sign in self.each)

    def which(self, text: str) -> tuple[str, ...]:
        """The names of all the signs that stand in a text."""
        return tuple(sign.name for sign in self.each if sign.found(text))
