"""The address that a workbook's row leads to belongs to its document; nothing else in the file is taken for one."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from untwin.intake.reader import read_bytes

FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"


def _book(*links: tuple[str, str]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Bill", "Client", "Error"), (31, "Hart", FAULT), (32, "Osei", FAULT.replace("31", "32"))):
        sheet.append(row)
    for cell, address in links:
        sheet[cell].hyperlink = address
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _links(data: bytes) -> list[str | None]:
    return [row.link for finding in read_bytes(data, "book.xlsx").findings if (row := finding.columns)]


def test_a_row_leads_where_its_first_linked_cell_leads() -> None:
    data = _book(("A2", "https://app.example/bills/31?a=1&b=2"), ("B2", "https://app.example/clients/8"))

    assert _links(data) == ["https://app.example/bills/31?a=1&b=2", None]


@pytest.mark.parametrize("address", ["mailto:hart@example.test", "file:///etc/passwd", "javascript:alert(1)"])
def test_only_web_addresses_are_links(address: str) -> None:
    assert _links(_book(("A2", address))) == [None, None]
