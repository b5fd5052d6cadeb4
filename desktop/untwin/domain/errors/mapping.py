"""A table's mapping as a person corrects it: what is unsure about it, and what each column is said to hold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from untwin.domain.errors.columns import DATES, Given, GivenFor, Holds, KnownBy, TableColumn, TableSeen

HOLDS_WORDS = {
    Holds.NUMBER: "number",
    Holds.CUSTOMER: "customer",
    Holds.EMAIL: "customer's e-mail",
    Holds.AMOUNT: "amount",
    Holds.BALANCE: "open balance",
    Holds.CURRENCY: "currency",
    Holds.DATE: "date",
    Holds.DAY_FIRST: "date, the day first",
    Holds.MONTH_FIRST: "date, the month first",
    Holds.DUE: "due date",
    Holds.STATE: "state",
    Holds.KIND: "kind of document",
    Holds.MATTER: "matter",
    Holds.LINK: "link",
    Holds.SOURCE: "app",
    Holds.ERROR: "error message",
    Holds.CODE: "error code",
}
_BY = {
    KnownBy.GIVEN: "you said so",
    KnownBy.HEADER: "its header says so",
    KnownBy.VALUES: "its values look like it",
    KnownBy.DOUBT: "its header says so, its values don't",
    KnownBy.TWO_DAYS: "its dates can be read two ways",
}
# What a verdict stands on: there a column that was only guessed is asked.
_WEIGHTY = frozenset({Holds.NUMBER, Holds.CUSTOMER, Holds.AMOUNT, Holds.DATE})


_GUESSED = (KnownBy.VALUES, KnownBy.DOUBT)


def unsure(tables: Iterable[TableSeen]) -> bool:
    """Whether a column of weight was taken for what it is without its header, or against its values; or its days."""
    return any(first_unsure(table) is not None for table in tables)


def first_unsure(table: TableSeen) -> TableColumn | None:
    """The first column of weight that was only guessed, or whose days may mean two."""
    asked = (*_GUESSED, KnownBy.TWO_DAYS)
    return next((c for c in table.columns if c.holds in _WEIGHTY and c.known_by in asked), None)


def guessed(tables: Iterable[TableSeen]) -> list[TableColumn]:
    """The columns of weight that were only guessed, table by table."""
    return [c for table in tables for c in table.columns if c.holds in _WEIGHTY and c.known_by in _GUESSED]


def guesses(tables: Iterable[TableSeen]) -> list[str]:
    """A sentence for each column of weight that was only guessed, with what a person can say about it."""
    return list(dict.fromkeys(_guess(column) for column in guessed(tables) if column.holds))


def _guess(column: TableColumn) -> str:
    name = f"\u201c{column.header}\u201d" if column.header else f"Column {column.place}"
    told = f" by values such as \u201c{column.samples[0]}\u201d" if column.samples else ""
    holds = HOLDS_WORDS.get(column.holds, "") if column.holds else ""
    way = f"{column.holds}={column.header or column.place}"
    way = f'"{way}"' if " " in way else way
    return (
        f"{name} was only taken for the {holds}{told}; nothing was filled from it."
        f" If that is right, say --column {way}, else name the right one."
    )


def without_guesses(tables: Iterable[TableSeen]) -> GivenFor:
    """What was understood of tables without what was only guessed in them, as a person would say it."""
    return GivenFor({table.layout: _surely(table) for table in tables})


def _surely(table: TableSeen) -> Given:
    said = {c.holds: c.header or str(c.place) for c in table.columns if c.holds and c.known_by is KnownBy.GIVEN}
    return said | {c.holds: "" for c in guessed([table]) if c.holds}


def why(column: TableColumn) -> str:
    """Why a column was taken for what it was, in words; empty where nobody knows what it holds."""
    return _BY[column.known_by] if column.known_by else ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of one table holds, as it was recognised and as a person corrects it."""

    table: TableSeen

    def with_column(self, place: int, holds: Holds | None) -> "Mapping":
        """The mapping after a person's word about the column at that place, from 1; another column gives it up."""
        given_up = DATES if holds in DATES else (holds,) if holds else ()

        def said(column: TableColumn) -> TableColumn:
            if column.place == place:
                return replace(column, holds=holds, known_by=KnownBy.GIVEN if holds else None)
            return replace(column, holds=None, known_by=None) if column.holds in given_up else column

        return Mapping(replace(self.table, columns=tuple(map(said, self.table.columns))))

    @property
    def given(self) -> dict[Holds, str]:
        """The whole mapping as a person's word: what no column holds is said, too."""
        headers = Counter(column.header.strip().casefold() for column in self.table.columns)

        def name(column: TableColumn) -> str:
            alone = column.header.strip() and headers[column.header.strip().casefold()] == 1
            return column.header if alone else str(column.place)

        held = {column.holds: name(column) for column in self.table.columns if column.holds}
        return {holds: held.get(holds, "") for holds in Holds}
