"""A report as an Excel workbook: what it is on the first sheet, then one sheet for each section."""

import io
from collections.abc import Sequence
from typing import cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from untwin.domain.reports.report import Column, Kind, Report, Section, Table
from untwin.reports.excel_cell import cell_at, put, put_text
from untwin.reports.excel_size import ARROW, height, text_of, width
from untwin.reports.paper import Paper
from untwin.reports.plain import clean
from untwin.reports.sheet_names import sheet_names

_ABOUT = "About"
_FACTS = (Column("Item"), Column("Value"))
_ABOUT_WIDTHS = (34, 90)  # in characters
_LONGEST_FOOT = 80  # Excel takes no more than 255 characters for all three parts
_MARGIN = 0.4  # inches
_TEXT = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_FIGURE = Alignment(horizontal="right", vertical="top", wrap_text=True)
_SIDE = {kind: _TEXT if kind in (Kind.TEXT, Kind.NUMBER_TEXT) else _FIGURE for kind in Kind}
# A font without a name is another one in every program.
_HEADER, _TITLE = Font("Calibri", 11, bold=True), Font("Calibri", 16, bold=True)
_GROUND = PatternFill("solid", start_color="FFE9ECEF")
_RULE = Border(bottom=Side("thin", color="FF495057"))


def excel_file(report: Report, paper: Paper) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.properties.creator = "Untwin"
    book.properties.title, book.properties.subject = clean(report.title), clean(report.subtitle)
    shown = [section for section in report.sections if section.table is not None or section.facts]
    sheets = list(zip(shown, sheet_names([section.title for section in shown], _ABOUT), strict=True))
    about = book.worksheets[0]
    about.title = _ABOUT
    _fill_about(about, report, sheets)
    _set_up_print(about, report, paper, landscape=False)
    for section, name in sheets:
        sheet = book.create_sheet(name)
        _fill(sheet, section.table or Table(_FACTS, section.facts))
        _set_up_print(sheet, report, paper, landscape=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill_about(sheet: Worksheet, report: Report, sheets: list[tuple[Section, str]]) -> None:
    title = put_text(cell_at(sheet, 1, 1), report.title)
    title.font = _TITLE
    put_text(cell_at(sheet, 2, 1), report.subtitle)
    title.alignment = cell_at(sheet, 2, 1).alignment = Alignment(indent=1)
    row = 4
    for block in (report.top, _contents(report, sheets), _notes(report)):
        for label, value in block:
            put_text(cell_at(sheet, row, 1), label).font = _HEADER
            put_text(cell_at(sheet, row, 2), value)
            cell_at(sheet, row, 1).alignment = cell_at(sheet, row, 2).alignment = _TEXT
            sheet.row_dimensions[row].height = height((label, value), _ABOUT_WIDTHS)
            row += 1
        row += 1
    for letter, wide in zip("AB", _ABOUT_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = wide


def _contents(report: Report, sheets: list[tuple[Section, str]]) -> list[tuple[str, str]]:
    """What the sheets leave out: a lead, a title that is too long for a sheet's name, a section without rows."""
    named = [
        (f"Sheet “{name}”", section.title if section.title != name else "", section.lead) for section, name in sheets
    ]
    bare = [("", each.title, each.lead) for each in report.sections if each.table is None and not each.facts]
    return [(label, "\n".join(part for part in (title, lead) if part)) for label, title, lead in named + bare]


def _notes(report: Report) -> list[tuple[str, str]]:
    return [("" if number else "Notes", note) for number, note in enumerate(report.notes)]


def _fill(sheet: Worksheet, table: Table) -> None:
    widths = [width(column, [row[number] for row in table.rows]) for number, column in enumerate(table.columns)]
    _fill_header(sheet, table.columns, widths)
    for index, row in enumerate(table.rows, 2):
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            put(cell_at(sheet, index, number), column.kind, value).alignment = _SIDE[column.kind]
        sheet.row_dimensions[index].height = height(map(text_of, row), widths)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def _fill_header(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[int]) -> None:
    for number, (column, wide) in enumerate(zip(columns, widths, strict=True), 1):
        header = put_text(cell_at(sheet, 1, number), column.title)
        header.font, header.fill, header.border = _HEADER, _GROUND, _RULE
        header.alignment = _SIDE[column.kind]
        sheet.column_dimensions[get_column_letter(number)].width = wide
    sheet.row_dimensions[1].height = height((column.title for column in columns), (wide - ARROW for wide in widths))


def _set_up_print(sheet: Worksheet, report: Report, paper: Paper, *, landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4 if paper is Paper.A4 else sheet.PAPERSIZE_LETTER
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    if landscape:
        sheet.print_title_rows = "1:1"
    foot = cast("HeaderFooterItem", sheet.oddFooter)
    foot.left.text, foot.center.text = _foot_text(report.title), _foot_text(report.foot)
    foot.right.text = "Page &P of &N"


def _foot_text(text: str) -> str:
    """Text from outside: `&` would begin a command of Excel's."""
    return " ".join(clean(text).split())[:_LONGEST_FOOT].replace("&", "&&")
