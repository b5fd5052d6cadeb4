"""Small reports for one question each."""

from untwin.domain.reports.report import Cell, Column, Kind, Report, Section, Table


def of_table(columns: tuple[Column, ...], *rows: tuple[Cell, ...]) -> Report:
    """A report with one table."""
    return Report(
        "Changes", "Harlow & Pike LLP", (("Made by", "Ann"),), (Section("November", "", Table(columns, rows)),)
    )


def of_cell(cell: Cell, kind: Kind = Kind.TEXT) -> Report:
    """A report with one cell."""
    return of_table((Column("Said", kind),), (cell,))


# What a spreadsheet would run, or a program behind it.
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x.example")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "-INV-7",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\uff1d1+1",
    "'=1+1",
]
