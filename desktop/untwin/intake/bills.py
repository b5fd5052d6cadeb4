"""Reads bill lists out of Clio, HubSpot and others: what each row says about one document, and what it doesn't."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from untwin.domain.errors.bills import NO_LIST, BillList, BillRow, joined_bills
from untwin.domain.errors.columns import Holds, KnownBy, TableSeen, Told
from untwin.domain.sources.document_words import kind_of, state_of
from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.intake.files.contents import Contents, contents, file_contents
from untwin.intake.files.decode import placed
from untwin.intake.files.page import is_page, without_programs
from untwin.intake.finding.scan import scan
from untwin.intake.tables.cells import is_total
from untwin.intake.tables.grid import SAMPLE_ROWS, Grid, GridRow
from untwin.intake.tables.header_words import header_words
from untwin.intake.tables.headers import named_columns
from untwin.intake.tables.layout import Layout, lay_out
from untwin.intake.tables.rows_of_errors import grids_of


def read_bills(text: str, page: str = "", given: Told | None = None) -> BillList:
    """The bill list in a text; `page` is the HTML it was copied with, and the one that holds more rows is read."""
    from_text = _bills(_grids(text, ""), given)
    from_page = _bills(_grids(page, ""), given) if page.strip() else from_text
    return max((from_text, from_page), key=_told)


def read_bills_file(path: Path, given: Told | None = None) -> BillList:
    """The bill lists in a file of any kind: each sheet, each table, each attachment."""
    return _of_contents(file_contents(path), given)


def read_bills_bytes(data: bytes, name: str, given: Told | None = None) -> BillList:
    """The bill lists in a file's bytes; `name` is shown to people."""
    return _of_contents(contents(data, name), given)


def _of_contents(found: Contents, given: Told | None) -> BillList:
    lists = []
    for spare in (False, True):
        said = [piece for piece in found.pieces if piece.spare is spare and not piece.last]
        grids = [g for p in said for g in _piece_grids(p.text, p.where, p.grids)]
        lists.append(_bills(grids, given))
    bills = lists[1] if lists[1].rows and not lists[0].rows else lists[0]
    nothing = () if bills.rows or found.unread else (NO_LIST,)
    return BillList(bills.rows, bills.tables, (*bills.unread, *found.unread, *nothing))


def bills_beside(grids: Sequence[Grid], given: Told | None = None) -> BillList:
    """The bill list in tables that stand beside errors: only in those whose headers say that they list documents.

    Nobody has called them a list: what is only guessed is none.
    """
    found = [_of_grid(grid, given) for grid in grids if grid.header and not grid.loose]
    return joined_bills(bills for bills in found if bills.rows and all(map(_says_that_it_lists, bills.tables)))


def _says_that_it_lists(table: TableSeen) -> bool:
    """Whether its header names the number of a document, and whose it is or what it comes to."""
    told = {column.holds for column in table.columns if column.known_by in (KnownBy.HEADER, KnownBy.GIVEN)}
    return Holds.NUMBER in told and not told.isdisjoint(_WHOSE)


def _piece_grids(text: str, where: str, grids: tuple[Grid, ...] | None) -> list[Grid]:
    return _grids(text, where) if grids is None else list(grids)


def _grids(text: str, where: str) -> list[Grid]:
    return grids_of(without_programs(text) if is_page(text) else text, where)


def _told(bills: BillList) -> tuple[int, int]:
    return len(bills.rows), sum(row.total is not None for row in bills.rows)


def _bills(grids: list[Grid], given: Told | None) -> BillList:
    found = [_of_grid(grid, given) for grid in grids]
    joined = joined_bills(_without_repeats(found, grids) if len(grids) > 1 else found)
    rows, tables, unread = joined.rows, joined.tables, list(joined.unread)
    if rows:
        # Beside a list that can be used nobody is asked about a further one.
        unused = [table for table in tables if not any(column.holds is Holds.NUMBER for column in table.columns)]
        unread += [placed(table.where, _UNNUMBERED) for table in unused]
    return BillList(rows, tables, tuple(unread))


def _without_repeats(found: list[BillList], grids: list[Grid]) -> list[BillList]:
    """The lists without the rows of a table of errors that a true list has, too: it says more of the same document."""
    of_errors = [_holds_errors(grid) for grid in grids]
    listed = {row.number for bills, errors in zip(found, of_errors, strict=True) if not errors for row in bills.rows}
    return [
        replace(bills, rows=tuple(row for row in bills.rows if not errors or row.number not in listed))
        for bills, errors in zip(found, of_errors, strict=True)
    ]


def _of_grid(grid: Grid, given: Told | None) -> BillList:
    layout = lay_out(grid, given, ids=True)
    if layout is None or Holds.NUMBER not in layout.places:
        return BillList((), _to_be_asked(grid, layout))
    if Holds.CUSTOMER not in layout.places and any("vendor" in header_words(name) for name in grid.header):
        return BillList((), unread=(placed(grid.where, "this is a list of vendors' bills; nothing of it was used."),))
    rows, unread = [], []
    for index, row in enumerate(grid.rows, 1):
        where = _where(grid, row, index)
        bill = _bill(row, layout, where)
        if bill:
            rows.append(bill)
        elif any(cell.strip() for cell in row.cells):
            unread.append(f"{where}: {_why_none(row, layout)}")
    return BillList(tuple(rows), (layout.seen(grid),), tuple(unread))


def _holds_errors(grid: Grid) -> bool:
    """Whether errors stand in the column that is called so."""
    place = named_columns(grid.header).get(Holds.ERROR)
    cells = [row.cells[place] for row in grid.rows[:SAMPLE_ROWS] if place < len(row.cells)] if place is not None else []
    return any(next(iter(scan(cell)), None) for cell in cells if cell)


def _to_be_asked(grid: Grid, layout: Layout | None) -> tuple[TableSeen, ...]:
    """A table whose numbers nobody knows, where it may list bills all the same: then a person says where they are."""
    told = layout is not None and not layout.places.keys().isdisjoint(_FACTS)
    many = len(grid.header) > 2
    if len(grid.header) < 2 or not (told or many):
        return ()
    return ((layout or Layout(grid.header, {}, {}, None)).seen(grid),)


def _where(grid: Grid, row: GridRow, index: int) -> str:
    place = f"{'column' if grid.across else 'row'} {row.number or index}"
    return f"{grid.where}, {place}" if grid.where else place


def _bill(row: GridRow, layout: Layout, where: str) -> BillRow | None:
    """What the row says; None for one without a number, such as the line of totals, and for one that says no more."""
    number = layout.number(row)
    if number is None or is_total(number) or not any(layout.cell(row, holds) for holds in _FACTS):
        return None
    customer, email = layout.customer(row)
    state, kind = layout.cell(row, Holds.STATE), layout.cell(row, Holds.KIND)
    return BillRow(
        number=number,
        customer=customer,
        total=layout.amount(row, Holds.AMOUNT),
        balance=layout.amount(row, Holds.BALANCE),
        currency=layout.currency(row),
        date=layout.day(row),
        state=(state_of(state) if state else None) or IncomingState.UNKNOWN,
        kind=(kind_of(kind) if kind else None) or IncomingKind.UNKNOWN,
        where=where,
        state_word=state,
        email=email,
        matter=layout.cell(row, Holds.MATTER),
        link=layout.cell(row, Holds.LINK) or row.link,
        unread=tuple(_unread(row, layout)),
    )


def _why_none(row: GridRow, layout: Layout) -> str:
    """Why a row is no bill's."""
    printed = layout.printed(row, Holds.NUMBER)
    if not printed or is_total(printed):
        return "this row names no bill."
    if layout.number(row) is None:
        return f"the number {printed!r} was spoiled by a spreadsheet; export the list anew, or look there."
    return f"this row says nothing of a bill but {printed!r}."


_UNNUMBERED = "no column here is known to hold a bill's number; nothing of it was used."
_WHOSE = frozenset((Holds.CUSTOMER, Holds.EMAIL, Holds.AMOUNT, Holds.BALANCE))
_FACTS = (Holds.CUSTOMER, Holds.EMAIL, Holds.AMOUNT, Holds.BALANCE, Holds.DATE, Holds.STATE, Holds.MATTER)


def _unread(row: GridRow, layout: Layout) -> list[str]:
    """A sentence for each cell that says something and could not be read."""
    said = []
    for holds, name in ((Holds.AMOUNT, "amount"), (Holds.BALANCE, "balance")):
        printed = layout.cell(row, holds)
        if printed and layout.amount(row, holds) is None:
            said.append(f"The {name} {printed!r} could not be read.")
    printed = layout.cell(row, Holds.DATE)
    if printed and layout.day(row) is None:
        said.append(f"The date {printed!r} could not be read, or may mean two days.")
    return said
