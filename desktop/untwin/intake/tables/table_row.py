"""One row of a table of errors: what it says beside its error, and where the error stands."""

from dataclasses import dataclass

from untwin.domain.errors.faults import Columns

# Where an error stands, and the number that it names.
Span = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table that is understood.

    Attributes:
        start, end: its span in the text.
        number: as a spreadsheet numbers it, the header being counted; 0 where rows have no numbers for people.
        columns: what it says about the waiting document.
        code: what stands in its code column.
        error: the span of its error cell, None if empty.
        coded: the span of its code's cell where that is all the row says of its error; None elsewhere.
        reached_from: where the row begins whose error cell reaches down to this one; None if none does.
    """

    start: int
    end: int
    number: int
    columns: Columns | None
    code: str | None = None
    error: tuple[int, int] | None = None
    coded: tuple[int, int] | None = None
    reached_from: int | None = None
