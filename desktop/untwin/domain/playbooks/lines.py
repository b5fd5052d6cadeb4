"""Compares a document's lines in QuickBooks with those that its source has: what was changed, added, taken away."""

from collections.abc import Callable
from decimal import Decimal
from itertools import zip_longest

from untwin.domain.books.documents import Line
from untwin.domain.cases.advice import Difference
from untwin.domain.playbooks.names import NOTHING
from untwin.domain.sources.incoming import SourceLine
from untwin.domain.verdicts.observed import fold
from untwin.domain.words.money import told_amount

_Line = tuple[str, Decimal | None]


def compare_lines(sold: tuple[Line, ...], wanted: tuple[SourceLine, ...]) -> tuple[Difference, ...]:
    """A row for each line that differs: those of the same words beside each other, the rest in their order."""
    here: list[_Line] = [(line.description, line.amount) for line in sold]
    there: list[_Line] = [(line.description, line.amount) for line in wanted]
    _take_pairs(here, there, lambda one, other: _same_words(one, other) and one[1] == other[1])
    changed = _take_pairs(here, there, _same_words)
    return tuple(_row(own, theirs) for own, theirs in (*changed, *zip_longest(here, there)))


def _take_pairs(
    here: list[_Line], there: list[_Line], fits: Callable[[_Line, _Line], bool]
) -> list[tuple[_Line, _Line]]:
    """Takes lines that fit each other out of both lists."""
    pairs = []
    for own in list(here):
        theirs = next((line for line in there if fits(own, line)), None)
        if theirs is not None:
            here.remove(own)
            there.remove(theirs)
            pairs.append((own, theirs))
    return pairs


def _same_words(one: _Line, other: _Line) -> bool:
    return fold(one[0]) == fold(other[0])


def _row(own: _Line | None, theirs: _Line | None) -> Difference:
    """Words that both sides have stand in the label alone; lines that were put beside each other show theirs, too."""
    told = [line for line in (own, theirs) if line is not None]
    alike = len(told) == 1 or _same_words(told[0], told[1])
    name = told[-1][0]
    label = f"Line “{name}”" if name else "A line without words"
    return Difference(label, _words(own, named=not alike), _words(theirs, named=not alike))


def _words(line: _Line | None, *, named: bool) -> str:
    if line is None:
        return NOTHING
    return f"{line[0]}, {told_amount(line[1])}" if named and line[0] else told_amount(line[1])
