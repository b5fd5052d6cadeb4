"""A report as one CSV file."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table
from untwin.reports.plain import clean, figure, words, would_run

_FACTS = ("Section", "Item", "Value")
_ABOUT = "About this report"
_NOTES = "Notes"
_EXCEL = (
    "Excel takes document numbers for numbers when it opens a CSV file: zeros in front get lost. Import the columns as "
    "text, or use the Excel file."
)

Block = list[tuple[str, ...]]


def csv_file(report: Report) -> bytes:
    """The file's bytes: UTF-8 with a mark by which Excel knows it.

    The first table starts in the first line, so that Excel, Power Query or another program takes the file as it is;
    who made it and how to read it stands behind the tables. Each row names its section in front, and sections
    with the same columns go on as one table: a filter finds one company among many. Tables with other columns follow
    after an empty row. All rows are equally long, as RFC 4180 wants it.

    An amount is a plain number with its currency in the next column; a moment keeps its offset. Text that a spreadsheet
    would run as a formula gets an apostrophe in front; one apostrophe less is the text as it was.
    """
    blocks = list(_blocks(report))
    width = max(len(row) for block in blocks for row in block)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for number, block in enumerate(blocks):
        if number:
            writer.writerow([""] * width)
        writer.writerows([*row, *[""] * (width - len(row))] for row in block)
    return text.getvalue().encode("utf-8-sig")


def _blocks(report: Report) -> Iterator[Block]:
    """Tables with their headers; what has the same columns as the one before goes on in it."""
    block: Block = []
    for header, rows in _parts(report):
        if block and block[0] != header:
            yield block
            block = []
        block += rows if block else [header, *rows]
    yield block


def _parts(report: Report) -> Iterator[tuple[tuple[str, ...], Block]]:
    for section in report.sections:
        if section.table is not None:
            yield _header(section.table.columns), _rows(section, section.table)
        elif section.facts:
            yield _FACTS, [(_safe(section.title), _safe(label), _safe(value)) for label, value in section.facts]
    yield _FACTS, list(_about(report))


def _about(report: Report) -> Iterator[tuple[str, ...]]:
    for label, value in (("Report", report.title), ("For", report.subtitle), *report.top):
        yield _ABOUT, _safe(label), _safe(value)
    for section in report.sections:
        if section.lead:
            yield _safe(section.title), "What it shows", _safe(section.lead)
        if section.table is not None:
            yield _safe(section.title), "Rows", str(len(section.table.rows))
    for number, note in enumerate((*report.notes, _EXCEL), 1):
        yield _NOTES, str(number), _safe(note)


def _header(columns: tuple[Column, ...]) -> tuple[str, ...]:
    titles = ["Section"]
    for column in columns:
        titles += [column.title, f"{column.title}: currency"] if column.kind is Kind.MONEY else [column.title]
    return tuple(_safe(title) for title in titles)


def _rows(section: Section, table: Table) -> Block:
    title = _safe(section.title)
    return [
        (title, *(text for pair in zip(table.columns, row, strict=True) for text in _cell(*pair))) for row in table.rows
    ]


def _cell(column: Column, cell: Cell) -> tuple[str, ...]:
    if column.kind is Kind.MONEY:
        return (figure(cell.value, grouped=False), _safe(cell.currency)) if isinstance(cell, Amount) else ("", "")
    if isinstance(cell, datetime):
        return (cell.isoformat(sep=" ", timespec="seconds"),)
    return (str(cell),) if isinstance(cell, int) else (_safe(words(cell)),)


def _safe(text: str) -> str:
    text = clean(text)
    # Behind apostrophes, too: one apostrophe less must always be the text as it was.
    return f"'{text}" if would_run(text.lstrip("'")) else text
