"""A report: what a flow hands over to be read by somebody outside, without a word about how files are made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

FINGERPRINT_WORDS = "Fingerprint of the change history"
_SHORT = 16


class Kind(StrEnum):
    """What a column holds; it decides how a cell is written and which side it stands on."""

    TEXT = "text"
    NUMBER_TEXT = "number_text"  # a document number: 0123 stays 0123
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money with the code of its currency; the code is empty where the company keeps one currency only."""

    value: Decimal
    currency: str = ""

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise ValueError(f"{self.value} is no amount")


# None is a cell with nothing in it.
Cell = str | Amount | date | datetime | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: its header.
        kind: what it holds.
        width_share: on paper, its share of the width that amounts, days and counts leave to texts.
        below: on paper it stands under the rest of its row, over the whole width, with its title in front: a sentence
            beside ten columns would be a word wide.
    """

    title: str
    kind: Kind = Kind.TEXT
    width_share: int = 1
    below: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; a cell that doesn't fit its column is refused here, not by three writers."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if all(column.below for column in self.columns):
            raise ValueError("a table needs a column that others can stand below")
        fits = [_FITS[column.kind] for column in self.columns]
        for row in self.rows:
            if len(row) != len(fits):
                raise ValueError(f"a row of {len(row)} cells under {len(fits)} columns")
            for column, right, cell in zip(self.columns, fits, row, strict=True):
                if cell is not None and not right(cell):
                    raise ValueError(f"{cell!r} can't stand in the column {column.title}, {column.kind}")


def _text(cell: Cell) -> bool:
    return isinstance(cell, str)


_FITS: dict[Kind, Callable[[Cell], bool]] = {
    Kind.TEXT: _text,
    Kind.NUMBER_TEXT: _text,
    Kind.MONEY: lambda cell: isinstance(cell, Amount),
    Kind.DAY: lambda cell: isinstance(cell, date) and not isinstance(cell, datetime),
    Kind.MOMENT: lambda cell: isinstance(cell, datetime) and cell.utcoffset() is not None,
    Kind.COUNT: lambda cell: isinstance(cell, int) and not isinstance(cell, bool),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part under its own heading: a table, or facts as label and value, or its lead alone."""

    title: str
    lead: str = ""
    table: Table | None = None
    facts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.table is not None and self.facts:
            raise ValueError(f"{self.title}: a section holds a table or facts, not both")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that stands in one file.

    Attributes:
        title: what it is, e.g. `Changes of document numbers`.
        subtitle: whose books and which period; beside the title at the head of every page.
        about: label and value pairs at the top: company, period, made by, made at.
        sections: the parts, in their order.
        notes: paragraphs at the end: how to read it, and what it doesn't prove.
        fingerprint: the head hash of the change history it was made from; whole at the top, short at every foot.
    """

    title: str
    subtitle: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def top(self) -> tuple[tuple[str, str], ...]:
        """What is printed at the top: the pairs, and the fingerprint where there is one."""
        return (*self.about, (FINGERPRINT_WORDS, self.fingerprint)) if self.fingerprint else self.about

    @property
    def foot(self) -> str:
        """What is printed at every foot: enough of the fingerprint to tell two reports apart."""
        if len(self.fingerprint) <= _SHORT:
            return f"{FINGERPRINT_WORDS}: {self.fingerprint}" if self.fingerprint else ""
        return f"{FINGERPRINT_WORDS}: {self.fingerprint[:_SHORT]}…"
