"""Blots out customers and projects that are called like an error, in a list that has a column for their names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from untwin.domain.errors.columns import Holds
from untwin.intake.finding.hit import Hit
from untwin.intake.tables.grid import Grid
from untwin.intake.tables.headers import named_columns

# Whose columns hold names: `Reconnect Ltd`, `Throttle & Co`.
_NAMES = (Holds.CUSTOMER, Holds.MATTER)
# Beside one of these a column called a name is a customer's.
_OF_A_DOCUMENT = frozenset((Holds.NUMBER, Holds.AMOUNT, Holds.BALANCE))


def without_names(text: str, hits: Sequence[Hit], grids: Sequence[Grid]) -> str:
    """The text with blanks for the names by which errors were known, every other character where it was.

    The same text where there is none; an error with a code or a number is known by more than a name.
    """
    doubtful = [hit for hit in hits if _may_be_a_name(hit)]
    spans = sorted(span for grid in grids for span in _spans(grid)) if doubtful else []
    pieces, done = [], 0
    for start, end in sorted({span for hit in doubtful for span in _touched(spans, hit)}):
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join((*pieces, text[done:]))


def _may_be_a_name(hit: Hit) -> bool:
    return hit.finding.code is None and hit.finding.txn_id is None and hit.finding.doc_number is None


def _spans(grid: Grid) -> Iterator[tuple[int, int]]:
    places = named_columns(grid.header)
    if grid.across or _OF_A_DOCUMENT.isdisjoint(places):
        return
    for place in (places[holds] for holds in _NAMES if holds in places):
        yield from (row.spans[place] for row in grid.rows if place < len(row.spans) and row.spans[place][0] >= 0)


def _touched(spans: Sequence[tuple[int, int]], hit: Hit) -> Sequence[tuple[int, int]]:
    """The names in which an error begins, or which it reaches into."""
    first = max(0, bisect_right(spans, hit.start, key=lambda span: span[0]) - 1)
    last = bisect_right(spans, hit.end - 1, key=lambda span: span[0])
    return [span for span in spans[first:last] if span[1] > hit.start]
