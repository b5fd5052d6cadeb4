"""One value in one cell of a workbook: typed where Excel has the type, and never a formula."""

import re
from datetime import date, datetime
from typing import cast

from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.worksheet.worksheet import Worksheet

from untwin.domain.reports.report import Amount, Cell, Kind
from untwin.reports.excel_size import text_of
from untwin.reports.plain import clean, figure, offset, would_run

LONGEST = 32_767  # characters that a cell holds, counted as Excel does: one outside the basic plane is two
CUT = " … (cut here: an Excel cell holds no more; the PDF and CSV files hold all of it)"
# Excel reads `_x0041_` as the sign with that code.
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_DIGITS = 15  # what a number in Excel holds


def cell_at(sheet: Worksheet, row: int, column: int) -> ExcelCell:
    """A cell; nothing here is ever merged."""
    return cast("ExcelCell", sheet.cell(row, column))


def put(cell: ExcelCell, kind: Kind, value: Cell) -> ExcelCell:
    """Puts a value there, in its kind's format, and returns the cell."""
    if isinstance(value, Amount) and len(value.value.as_tuple().digits) <= _DIGITS:
        cell.value, cell.number_format = value.value, _money_format(value)
    elif isinstance(value, datetime) and value.date() >= _FIRST_DAY:
        # Excel's times have no offset: it is said in the format, so that the cell stays a time.
        cell.value = value.replace(tzinfo=None, microsecond=0)
        cell.number_format = f'yyyy-mm-dd hh:mm:ss "{offset(value)}"'
    elif isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST_DAY:
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, int):
        cell.value, cell.number_format = value, "#,##0"
    elif value is not None:
        put_text(cell, text_of(value))
        cell.number_format = "@" if kind is Kind.NUMBER_TEXT else "General"
    return cell


def put_text(cell: ExcelCell, text: str) -> ExcelCell:
    """Puts a text there as text, whatever it begins with, and returns the cell."""
    text = _that_fits(_CODE.sub("_x005F_", clean(text)))
    cell.value = text
    # openpyxl takes `=1+1` for a formula and `#N/A` for an error.
    cell.data_type = "s"
    # Without it Excel makes a formula of it as soon as somebody edits the cell.
    cell.quotePrefix = would_run(text)
    return cell


def _that_fits(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _money_format(amount: Amount) -> str:
    digits = f"#,##0.{'0' * len(figure(amount.value, grouped=False).partition('.')[2])}"
    # Its own signs in a format are Excel's; a currency's code has none.
    code = "".join(sign for sign in amount.currency if sign.isalnum())[:8]
    return f'"{code}" {digits};"{code}" -{digits}' if code else digits
