"""What it means that a case is no longer in the whole list of what fails: a look first, and an end only by a word."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.cases.case import UNDECIDED, Case, State, why_not_lookable
from untwin.domain.cases.same_words import words_in
from untwin.domain.playbooks.retrying import ends_in_the_source

# Its error should still be in the source's list.
EXPECTED = UNDECIDED | {State.FAILED, State.RENUMBERED, State.WAITING_TO_POST}
_RETRIED = frozenset({State.RENUMBERED, State.WAITING_TO_POST})


class Next(StrEnum):
    """What is done first about a case whose error is gone from the list."""

    WATCH = "look whether it posted"
    LOOK_UP = "look it up again"
    GONE = "solved: its end shows in this list"
    END = "no longer needed, if you say so"


@dataclass(frozen=True, slots=True)
class Missing:
    """The cases that the list should have and has not. `why_not` says why nothing can be concluded from it."""

    cases: tuple[Case, ...] = ()
    why_not: str = ""

    def to(self, *steps: Next) -> tuple[Case, ...]:
        """Those for which one of these comes next."""
        return tuple(case for case in self.cases if next_of(case) in steps)


def next_of(case: Case) -> Next:
    """What comes next for a case whose error is gone: it may have posted, or somebody has put it right elsewhere."""
    if case.state is State.WAITING_TO_POST and ends_in_the_source(case):
        return Next.GONE
    if case.state in _RETRIED:
        return Next.WATCH
    return Next.LOOK_UP if why_not_lookable(case) is None else Next.END


def missing_from(cases: Iterable[Case], seen: Mapping[str, Case], accounts: Collection[tuple[str, str]]) -> Missing:
    """The cases of these accounts (company, source) that were not seen, by their ids.

    Where the list has the very words of a case, and no number with them, they may be about this one: it isn't missing.
    One that was retried is looked at all the same: more than the list is asked then.
    """
    said = {words for case in seen.values() for words in words_in(case)}
    gone = (c for c in cases if c.id not in seen and (c.company, c.source) in accounts and c.state in EXPECTED)
    return Missing(tuple(case for case in gone if case.state in _RETRIED or said.isdisjoint(words_in(case))))
