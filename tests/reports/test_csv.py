"""A CSV file goes into a spreadsheet as it is, says what it is behind the tables, and runs nothing there."""

import csv
import io
import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.sample_reports import FINGERPRINT, NOTES, fourteen_changes, one_change
from reports.tables import FORMULAS, of_cell, of_table
from reports.test_excel import shows
from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report
from untwin.reports.csv_file import csv_file


def rows(report: Report) -> list[list[str]]:
    """The rows, as Python's own reader takes them."""
    text = csv_file(report).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def back(cell: str) -> str:
    """The text as it was, by the rule that the file's writer gives."""
    return cell[1:] if re.match("'+(\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\n])", cell) else cell


def test_the_first_table_starts_in_the_first_line() -> None:
    found = rows(fourteen_changes())
    assert found[0][:4] == ["Section", "No.", "Changed at (UTC)", "Changed at (local)"]
    assert found[1][:4] == ["Harlow & Pike LLP", "1", "2026-11-03 00:17:10+00:00", "2026-11-02 16:17:10-08:00"]


def test_companies_with_the_same_columns_are_one_table() -> None:
    found = rows(fourteen_changes())
    companies = [row[0] for row in found[1:15]]
    assert companies == ["Harlow & Pike LLP"] * 9 + ["Cole Trust Ltd"] * 5
    assert not any(found[15]), "an empty row ends the table"


def test_an_amount_is_a_plain_number_with_its_currency_beside_it() -> None:
    found = rows(fourteen_changes())
    place = found[0].index("Total")
    assert found[0][place + 1] == "Total: currency"
    assert found[1][place : place + 2] == ["-85.00", "USD"]
    assert found[10][place : place + 2] == ["2210.40", "EUR"]
    assert sum(Decimal(row[place]) for row in found[1:15]) == Decimal("687143.64")


def test_values_are_written_so_that_no_country_reads_them_otherwise() -> None:
    columns = (
        *(Column("Number", Kind.NUMBER_TEXT), Column("Dated", Kind.DAY), Column("At", Kind.MOMENT)),
        *(Column("Total", Kind.MONEY), Column("Lines", Kind.COUNT), Column("Note")),
    )
    at = datetime(2026, 11, 2, 16, 17, 10, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    full: tuple[Cell, ...] = ("0123", date(2026, 9, 12), at, Amount(Decimal("1234567.5")), -1200, "a, b\n“c”")
    found = rows(of_table(columns, full, (None,) * 6))
    assert found[1] == [
        *("November", "0123", "2026-09-12", "2026-11-02 16:17:10+05:30", "1234567.50", "", "-1200", "a, b\n“c”"),
    ]
    assert found[2] == ["November", *[""] * 7]


def test_it_says_what_it_is_behind_the_tables() -> None:
    found = [row[:3] for row in rows(fourteen_changes())]
    about = found[found.index(["Section", "Item", "Value"]) :]
    assert ["About this report", "Report", "Changes of document numbers"] in about
    assert ["About this report", "Fingerprint of the change history", FINGERPRINT] in about
    assert ["Notes", "1", NOTES[0]] in about
    assert ["Cole Trust Ltd", "Rows", "5"] in about
    assert about[-1][0] == "Notes"
    assert "zeros in front" in about[-1][2]


def test_facts_and_leads_are_there_too() -> None:
    found = [row[:3] for row in rows(one_change())]
    assert found[0] == ["Section", "Item", "Value"]
    assert ["What was changed", "Number before", "0123"] in found
    lead = "No payment, deposit or estimate is linked to this invoice."
    assert ["What else was looked at", "What it shows", lead] in found


def test_a_section_without_rows_is_told_of() -> None:
    assert ["November", "Rows", "0"] in [row[:3] for row in rows(of_table((Column("Said"),)))]


def test_excel_knows_its_encoding_and_all_rows_are_equally_long() -> None:
    content = csv_file(fourteen_changes())
    assert content.startswith(b"\xef\xbb\xbfSection,")
    assert content.count(b"\r\n") == content.count(b"\n")
    assert len({len(row) for row in rows(fourteen_changes())}) == 1


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    facts = ((text, text),)
    hostile = Report(text, text, facts, of_cell(text).sections, (text,), text)
    cell = rows(hostile)[1][1]
    assert cell == f"'{text}".replace("\r", "\n")
    for row in rows(hostile):
        for each in row:
            assert not re.match("\\s*[=+\\-@\uff1d]|[\t\r\n]", each), row


def test_a_negative_amount_stays_a_number_and_a_document_number_does_not_become_one() -> None:
    assert rows(of_cell(Amount(Decimal(-5)), Kind.MONEY))[1][1] == "-5.00"
    assert rows(of_cell("-5", Kind.NUMBER_TEXT))[1][1] == "'-5"


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text(st.sampled_from("'=-+@ \t\r\n\",;\x00\x0b\ud800A")))
def test_any_text_survives(text: str) -> None:
    expected = "".join(sign if shows(sign) else "\ufffd" for sign in re.sub("\r\n?", "\n", text))
    for kind in (Kind.TEXT, Kind.NUMBER_TEXT):
        assert back(rows(of_cell(text, kind))[1][1]) == expected
