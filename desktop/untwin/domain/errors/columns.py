"""Says which column of a table was taken for what, and why, so that a person can see it and say better."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.problems import BadInput


class Holds(StrEnum):
    """What a column holds; the value is its name on the command line and in stored mappings."""

    NUMBER = "number"
    CUSTOMER = "customer"
    EMAIL = "email"
    AMOUNT = "amount"
    BALANCE = "balance"
    CURRENCY = "currency"
    DATE = "date"
    DAY_FIRST = "date-day-first"  # a date, 03/04 being the 3rd of April
    MONTH_FIRST = "date-month-first"  # a date, 03/04 being March the 4th
    DUE = "due"
    STATE = "state"
    KIND = "kind"
    MATTER = "matter"
    LINK = "link"
    SOURCE = "source"
    ERROR = "error"
    CODE = "code"


class KnownBy(StrEnum):
    """Why a column was taken for what it was."""

    GIVEN = "given"  # a person said so
    HEADER = "header"  # its header says so, and its values don't deny it
    VALUES = "values"  # its values look like it; there is no header that says so
    DOUBT = "doubt"  # its header says so, but its values look like something else
    TWO_DAYS = "two days"  # it is a date, and 03/04/2026 may mean two days there


# By what is held: the header of the column that holds it, its place counted from 1, or "" for "no column does".
Given = Mapping[Holds, str]
DATES = (Holds.DATE, Holds.DAY_FIRST, Holds.MONTH_FIRST)


@dataclass(frozen=True, slots=True)
class GivenFor:
    """What was said about several tables, each told by its headers (`layout_of`)."""

    tables: Mapping[str, Given]


# A mapping for every table that is met, or one for each.
Told = Given | GivenFor


def layout_of(header: Iterable[str]) -> str:
    """The same for every table with these headers in this order; a mapping can be remembered by it."""
    return " | ".join(" ".join(name.lower().split()) for name in header).rstrip(" |")


def given_for(told: Told | None, header: Iterable[str]) -> Given:
    """What was said about a table with these headers; nothing where nothing was."""
    if isinstance(told, GivenFor):
        return told.tables.get(layout_of(header), {})
    return told or {}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its place counted from 1, its header ("" without one), some of its values as printed.

    `holds` and `known_by` are None where nobody knows.
    """

    place: int
    header: str
    holds: Holds | None
    known_by: KnownBy | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table that was met, as a preview shows it.

    Attributes:
        where: which table, for people: "line 3", "sheet Bills"; "" where the text is nothing else.
        columns: all of its columns in their order.
        rows: how many rows stand below the header.
        day_first: whether 03/04/2026 is the 3rd of April here; None where no row settles it.
    """

    where: str
    columns: tuple[TableColumn, ...]
    rows: int
    day_first: bool | None = None

    @property
    def layout(self) -> str:
        """The same for every table with these headers in this order; empty for one without headers."""
        return layout_of(column.header for column in self.columns)

    @property
    def given(self) -> dict[Holds, str]:
        """The mapping as a person would give it: by headers, or by places where there are none."""
        return {c.holds: c.header or str(c.place) for c in self.columns if c.holds}


def given_of(pairs: Iterable[str]) -> dict[Holds, str]:
    """The mapping that `customer=Kunde` or `customer=3` says. Raises `BadInput` for a word that holds nothing."""
    mapping: dict[Holds, str] = {}
    for pair in pairs:
        word, found, column = pair.partition("=")
        if not found or word.strip().lower() not in set(Holds):
            known = ", ".join(Holds)
            raise BadInput(f"{pair!r} names no column.", f"Write WHAT=HEADER, WHAT being one of {known}.")
        mapping[Holds(word.strip().lower())] = column.strip()
    return mapping


def not_there(given: Given, tables: Iterable[TableSeen]) -> list[str]:
    """A sentence for each column that a person named and no table has, with the columns that there are."""
    columns = [column for table in tables for column in table.columns]
    found = {column.holds for column in columns if column.known_by is KnownBy.GIVEN}
    names = dict.fromkeys(column.header or f"column {column.place}" for column in columns)
    listed = f"The columns are: {', '.join(names)}." if names else "No table was found."
    return [f"No column is called “{name}”. {listed}" for holds, name in given.items() if name and holds not in found]


def two_days(tables: Iterable[TableSeen]) -> list[str]:
    """A sentence for each column whose days may mean two, with what a person can say about it."""
    unsettled = [column for table in tables for column in table.columns if column.known_by is KnownBy.TWO_DAYS]
    names = dict.fromkeys(column.header or str(column.place) for column in unsettled)
    ways = f"--column {Holds.DAY_FIRST}=\u2026 or --column {Holds.MONTH_FIRST}=\u2026"
    return [f"The dates in \u201c{name}\u201d can be read two ways; say {ways} with that name." for name in names]
