"""An error that reaches over several rows of a table, or has a line of its own there, stands by its documents."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from untwin.domain.errors.faults import Columns, FaultKind, Reading
from untwin.intake.reader import read_bytes, read_text

FAULT = "Duplicate Document Number Error : DocNumber={} is assigned to TxnType=Invoice with TxnId=3"
NO_CUSTOMER = "This invoice should have an associated customer."
HEAD = "<tr><th>Number</th><th>Customer</th><th>Total</th><th>Error</th></tr>"


def said(reading: Reading) -> list[tuple[str | None, str | None]]:
    rows = [each.columns or Columns() for each in reading.findings]
    return [(row.incoming_number, row.customer) for row in rows]


def page(error: str, *rows: tuple[int, str]) -> Reading:
    (number, name), *more = rows
    first = f'<tr><td>{number}</td><td>{name}</td><td>1.00</td><td rowspan="{len(rows)}">{error}</td></tr>'
    below = "".join(f"<tr><td>{number}</td><td>{who}</td><td>2.00</td></tr>" for number, who in more)
    return read_text(f"<table>{HEAD}{first}{below}</table>")


def sheet(error: str, *rows: tuple[int, str]) -> Reading:
    book = Workbook()
    table = book.worksheets[0]
    table.append(["Number", "Customer", "Total", "Error"])
    for number, name in rows:
        table.append([number, name, 1.5, error if (number, name) == rows[0] else None])
    table.merge_cells(f"D2:D{len(rows) + 1}")
    data = BytesIO()
    book.save(data)
    return read_bytes(data.getvalue(), "merged.xlsx")


@pytest.mark.parametrize("read", [page, sheet])
class TestMergedDown:
    def test_an_error_that_names_a_number_is_one_error(self, read: type) -> None:
        assert said(read(FAULT.format(611), (611, "Dorset"), (612, "Devon"))) == [("611", "Dorset")]

    def test_an_error_that_names_none_is_one_of_each_document(self, read: type) -> None:
        reading = read(NO_CUSTOMER, (611, "Dorset"), (612, "Devon"), (613, "Kent"))
        assert said(reading) == [("611", "Dorset"), ("612", "Devon"), ("613", "Kent")]
        assert {each.kind for each in reading.findings} == {FaultKind.MISSING_CUSTOMER}

    def test_several_lines_of_one_document_are_one_error(self, read: type) -> None:
        assert said(read(NO_CUSTOMER, (611, "Dorset"), (611, "Dorset"))) == [("611", "Dorset")]


def lines(*rows: str) -> Reading:
    return read_text("<table><tr><th>Number</th><th>Customer</th><th>Total</th></tr>" + "".join(rows) + "</table>")


def document(number: int, name: str) -> str:
    return f"<tr><td>{number}</td><td>{name}</td><td>5.00</td></tr>"


def line(error: str) -> str:
    return f'<tr><td colspan="3">{error}</td></tr>'


def test_an_error_in_a_line_of_its_own_belongs_to_the_document_above_it() -> None:
    reading = lines(document(881, "Larch"), line(FAULT.format(881)), document(882, "Fir"), line(NO_CUSTOMER))
    assert said(reading) == [("881", "Larch"), ("882", "Fir")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((document(881, "Larch"), line(FAULT.format(882)), document(882, "Fir")), id="another number"),
        pytest.param((document(881, "Larch"), line(NO_CUSTOMER), document(882, "Fir")), id="above or below"),
        pytest.param((line(NO_CUSTOMER), document(881, "Larch"), line(NO_CUSTOMER)), id="it stands above"),
    ],
)
def test_an_error_in_a_line_of_its_own_is_nobody_s_where_that_is_not_sure(rows: tuple[str, ...]) -> None:
    assert {each.columns for each in lines(*rows).findings} == {None}
