"""Decides which column of a table holds what: by a person's word, by its header, else by its values."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.errors.columns import Given, Holds, KnownBy, TableColumn, TableSeen, Told, given_for
from untwin.domain.errors.faults import Columns
from untwin.domain.words.printed import (
    amount_printed,
    currency_printed,
    day_first,
    day_in_column,
    decimal_mark,
    may_be_two_days,
)
from untwin.intake.tables.cells import all_whole, number_of, said
from untwin.intake.tables.grid import SAMPLE_ROWS, Grid, GridRow
from untwin.intake.tables.header_words import foreign, header_words
from untwin.intake.tables.headers import numbered_columns
from untwin.intake.tables.values import by_values, denied, is_number

# How many of a column's values a preview shows.
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table: by what is held, their place counted from 0 and by what that is known.

    `mark` is the decimal mark of its amounts, `whole` says that its numbers are printed as 1204.0, `said_first` whether
    a person has said that the day comes first.
    """

    header: tuple[str, ...]
    places: dict[Holds, int]
    known_by: dict[Holds, KnownBy]
    day_first: bool | None
    mark: str | None = None
    whole: bool = False
    said_first: bool | None = None

    def cell(self, row: GridRow, holds: Holds) -> str | None:
        """One cell of the row on one line; None when empty or when there is no such column."""
        place = self.places.get(holds)
        if place is None or place >= len(row.cells):
            return None
        return said(row.cells[place]) or None

    def printed(self, row: GridRow, holds: Holds) -> str:
        """The same as it is printed there, faults of a spreadsheet and all."""
        place = self.places.get(holds)
        return " ".join(row.cells[place].split()) if place is not None and place < len(row.cells) else ""

    def number(self, row: GridRow) -> str | None:
        """The document's number; None where there is none, or none that can be relied on."""
        words = self.cell(row, Holds.NUMBER)
        return number_of(words, whole=self.whole) if words else None

    def customer(self, row: GridRow) -> tuple[str | None, str | None]:
        """The customer's name and e-mail: HubSpot prints both in one cell, `Mara Quinn (mara@quinn.example)`."""
        name, email = self.cell(row, Holds.CUSTOMER), self.cell(row, Holds.EMAIL)
        both = _WITH_EMAIL.fullmatch(name) if name else None
        return (both.group("name"), email or both.group("email")) if both else (name, email)

    def amount(self, row: GridRow, holds: Holds) -> Decimal | None:
        """The amount in a cell as far as it can mean only one."""
        printed = self.cell(row, holds)
        return amount_printed(printed, mark=self.mark) if printed else None

    def day(self, row: GridRow) -> dt.date | None:
        """The row's date as far as it can mean only one."""
        printed = self.cell(row, Holds.DATE)
        return day_in_column(printed, day_first=self.day_first) if printed else None

    def currency(self, row: GridRow) -> str | None:
        """A code: from its column, from the amount's own sign, or from the amount's header."""
        own = self.cell(row, Holds.CURRENCY)
        if own:
            return currency_printed(own) or own
        printed = self.cell(row, Holds.AMOUNT) or self.cell(row, Holds.BALANCE)
        place = self.places.get(Holds.AMOUNT)
        named = self.header[place] if place is not None and place < len(self.header) else ""
        return currency_printed(printed or "") or (currency_printed(named) if printed else None)

    def columns(self, row: GridRow) -> Columns | None:
        """What a row says about the waiting document; None when nothing."""
        printed = {name: self.cell(row, holds) for name, holds in _PRINTED.items()}
        printed["customer"], printed["email"] = self.customer(row)
        printed["incoming_number"] = self.number(row)
        printed["link"] = printed["link"] or row.link
        if not any(printed.values()):
            return None
        return Columns(
            **printed,
            currency=self.currency(row),
            total=self.amount(row, Holds.AMOUNT),
            day=self.day(row),
        )

    def seen(self, grid: Grid) -> TableSeen:
        """The table as a preview shows it."""
        sample = grid.rows[:SAMPLE_ROWS]
        width = max([len(self.header), *(len(row.cells) for row in sample)])
        held = {place: holds for holds, place in self.places.items()}
        columns = tuple(self._column(place, held.get(place), sample) for place in range(width))
        return TableSeen(grid.where, columns, len(grid.rows), self.day_first)

    def _column(self, place: int, holds: Holds | None, sample: Sequence[GridRow]) -> TableColumn:
        values = [row.cells[place] for row in sample if place < len(row.cells) and row.cells[place].strip()]
        name = self.header[place] if place < len(self.header) else ""
        known_by = self.known_by[holds] if holds else None
        if holds is Holds.DATE and self.said_first is not None:
            holds = Holds.DAY_FIRST if self.said_first else Holds.MONTH_FIRST
        return TableColumn(place + 1, name, holds, known_by, tuple(values[:SAMPLES]))


def lay_out(
    grid: Grid, given: Told | None = None, error_place: int | None = None, *, ids: bool = False
) -> Layout | None:
    """The layout of a table; None when nothing about it is known.

    `error_place` is the column in which errors were recognised, whatever its header. `ids` says that it may be a list
    that calls a bill's number its ID, as Clio's does.
    """
    sample = [row.cells for row in grid.rows[:SAMPLE_ROWS]]
    places = numbered_columns(grid.header, sample)
    known_by = {
        holds: KnownBy.DOUBT if denied(holds, [c[at] for c in sample if at < len(c)]) else KnownBy.HEADER
        for holds, at in places.items()
    }
    if error_place is not None and Holds.ERROR not in places:
        places[Holds.ERROR], known_by[Holds.ERROR] = error_place, KnownBy.VALUES
    # Where a name is known we can read the language, and the others stay what they are. In a list, whose plan is seen
    # before anything is filled, it may have been by accident.
    unread = not places.keys() - {Holds.ERROR, Holds.CODE} or (ids and foreign(grid.header))
    guessed = {holds: at for holds, at in by_values(sample, places).items() if holds not in places} if unread else {}
    if ids and Holds.NUMBER not in places | guessed:
        guessed |= _numbered_by_id(grid.header, sample)
    places |= guessed
    known_by |= dict.fromkeys(guessed, KnownBy.VALUES)
    _give(grid.header, given_for(given, grid.header), places, known_by)
    said_first = _order_said(places, known_by)
    if not places:
        return None
    # All rows are asked, not a sample: the one day that settles it may be the last. Due days are written as the
    # others are.
    days, amounts = (_cells(grid, places, each) for each in ((Holds.DATE, Holds.DUE), (Holds.AMOUNT, Holds.BALANCE)))
    numbers = _cells(grid, places, (Holds.NUMBER,))
    first = day_first(days) if said_first is None else said_first
    if first is None and known_by.get(Holds.DATE) in (KnownBy.HEADER, KnownBy.VALUES):
        two = any(map(may_be_two_days, _cells(grid, places, (Holds.DATE,))))
        known_by[Holds.DATE] = KnownBy.TWO_DAYS if two else known_by[Holds.DATE]
    return Layout(grid.header, places, known_by, first, decimal_mark(amounts), all_whole(numbers), said_first)


def _order_said(places: dict[Holds, int], known_by: dict[Holds, KnownBy]) -> bool | None:
    """The order of the days if a person has said it: their column is a date's from here on."""
    for holds, first in ((Holds.DAY_FIRST, True), (Holds.MONTH_FIRST, False)):
        if holds in places:
            places[Holds.DATE], known_by[Holds.DATE] = places.pop(holds), KnownBy.GIVEN
            return first
    return None


def _numbered_by_id(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Holds, int]:
    """The column called ID, if all that it says can be numbers of bills: a guess, which a person is asked about."""
    place = next((at for at, name in enumerate(header) if header_words(name) == {"id"}), None)
    values = [row[place] for row in rows if place < len(row) and row[place].strip()] if place is not None else []
    return {Holds.NUMBER: place} if place is not None and values and all(map(is_number, values)) else {}


def _cells(grid: Grid, places: dict[Holds, int], held: Sequence[Holds]) -> Iterator[str]:
    """What all rows say in the columns that hold these."""
    wanted = [places[holds] for holds in held if holds in places]
    return (said(row.cells[place]) for row in grid.rows for place in wanted if place < len(row.cells))


def _give(header: Sequence[str], given: Given, places: dict[Holds, int], known_by: dict[Holds, KnownBy]) -> None:
    """Puts a person's word over what was found; a column that isn't in this table changes nothing."""
    for holds, column in given.items():
        place = _place(header, column)
        if column and place is None:
            continue
        places.pop(holds, None)
        if place is not None:
            for other in [other for other, at in places.items() if at == place]:
                del places[other]
            places[holds], known_by[holds] = place, KnownBy.GIVEN


def _place(header: Sequence[str], column: str) -> int | None:
    """A column's place by its header, else by its number counted from 1."""
    wanted = " ".join(column.lower().split())
    same = [place for place, name in enumerate(header) if " ".join(name.lower().split()) == wanted]
    alike = [place for place, name in enumerate(header) if wanted and header_words(name) == header_words(column)]
    if same or alike:
        return (same or alike)[0]
    return int(column) - 1 if column.isascii() and column.isdigit() and int(column[:6]) > 0 else None


_WITH_EMAIL = re.compile(r"(?P<name>[^()<>@]{1,100}?) ?[(<](?P<email>[^\s@()<>;,]{1,64}@[^\s@()<>;,]{1,100})[)>]")
_PRINTED = {
    "customer": Holds.CUSTOMER,
    "amount": Holds.AMOUNT,
    "date": Holds.DATE,
    "link": Holds.LINK,
    "email": Holds.EMAIL,
    "balance": Holds.BALANCE,
    "state": Holds.STATE,
    "kind": Holds.KIND,
    "matter": Holds.MATTER,
    "source": Holds.SOURCE,
}
