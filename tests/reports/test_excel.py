"""An Excel file holds typed cells that can be added up and sorted, and no text of it is ever a formula."""

import re
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.sample_reports import FINGERPRINT, NOTES, fourteen_changes, one_change
from reports.tables import FORMULAS, of_cell, of_table
from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table
from untwin.reports.excel_cell import CUT, LONGEST
from untwin.reports.excel_file import excel_file
from untwin.reports.excel_size import WIDEST
from untwin.reports.paper import Paper
from untwin.reports.sheet_names import sheet_names

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(report: Report, paper: Paper = Paper.LETTER) -> Workbook:
    return load_workbook(BytesIO(excel_file(report, paper)))


def sheet(report: Report) -> Worksheet:
    """The sheet of the first section."""
    return opened(report).worksheets[1]


def parts(report: Report) -> dict[str, ET.Element]:
    """Every part of the file as XML, as it lies in the zip."""
    with zipfile.ZipFile(BytesIO(excel_file(report, Paper.LETTER))) as archive:
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - our own file


def cell_in_zip(report: Report) -> tuple[str, str]:
    """The type and the text of A2 in the first section's sheet, as Excel reads them."""
    [cell] = [each for each in parts(report)["xl/worksheets/sheet2.xml"].iter(f"{MAIN}c") if each.get("r") == "A2"]
    text = "".join(each.text or "" for each in cell.iter(f"{MAIN}t"))
    return cell.get("t", "n"), re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text)


def test_days_moments_amounts_and_counts_are_values_and_numbers_of_documents_are_text() -> None:
    columns = (
        Column("Number", Kind.NUMBER_TEXT),
        Column("Dated", Kind.DAY),
        Column("Changed at", Kind.MOMENT),
        Column("Total", Kind.MONEY),
        Column("Lines", Kind.COUNT),
        Column("Note"),
    )
    at = datetime(2026, 11, 2, 16, 17, 10, 999, tzinfo=timezone(timedelta(hours=-8)))
    row: tuple[Cell, ...] = ("0123", date(2026, 9, 12), at, Amount(Decimal("-1240.00"), "USD"), 1200, None)
    cells = next(sheet(of_table(columns, row)).iter_rows(min_row=2))
    assert [cell.value for cell in cells] == [
        "0123",
        datetime(2026, 9, 12),  # noqa: DTZ001 - so openpyxl reads a day
        datetime(2026, 11, 2, 16, 17, 10),  # noqa: DTZ001 - Excel's times have no offset
        -1240,
        1200,
        None,
    ]
    assert [cell.number_format for cell in cells] == [
        "@",
        "yyyy-mm-dd",
        'yyyy-mm-dd hh:mm:ss "UTC-08:00"',
        '"USD" #,##0.00;"USD" -#,##0.00',
        "#,##0",
        "General",
    ]
    assert [cell.data_type for cell in cells] == ["s", "d", "d", "n", "n", "n"]


@pytest.mark.parametrize(
    ("value", "currency", "number_format"),
    [
        ("1240.5", "EUR", '"EUR" #,##0.00;"EUR" -#,##0.00'),
        ("0.125", "EUR", '"EUR" #,##0.000;"EUR" -#,##0.000'),
        ("7", "", "#,##0.00"),
        ("7", '"; EVIL\\', '"EVIL" #,##0.00;"EVIL" -#,##0.00'),
    ],
)
def test_an_amount_shows_its_currency_and_its_cents(value: str, currency: str, number_format: str) -> None:
    cell = sheet(of_cell(Amount(Decimal(value), currency), Kind.MONEY))["A2"]
    assert (cell.data_type, cell.number_format) == ("n", number_format)


def test_an_amount_is_written_digit_by_digit() -> None:
    written = parts(of_cell(Amount(Decimal("1234567890123.45"), "USD"), Kind.MONEY))["xl/worksheets/sheet2.xml"]
    assert [each.text for each in written.iter(f"{MAIN}v")] == ["1234567890123.45"]


def test_an_amount_with_more_digits_than_excel_holds_is_text() -> None:
    assert cell_in_zip(of_cell(Amount(Decimal("12345678901234567.89"), "USD"), Kind.MONEY)) == (
        "inlineStr",
        "USD 12,345,678,901,234,567.89",
    )


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (date(1899, 12, 31), Kind.DAY, "1899-12-31"),
        (date(1900, 2, 28), Kind.DAY, "1900-02-28"),
        (datetime(1899, 1, 1, tzinfo=UTC), Kind.MOMENT, "1899-01-01 00:00:00 UTC"),
    ],
)
def test_a_day_before_excels_days_is_text(cell: Cell, kind: Kind, text: str) -> None:
    assert cell_in_zip(of_cell(cell, kind)) == ("inlineStr", text)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_text_and_stays_text_when_it_is_edited(text: str) -> None:
    report = of_cell(text)
    kind, found = cell_in_zip(report)
    assert (kind, found) == ("inlineStr", text.replace("\r", "\n"))
    cell = sheet(report)["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix or text.startswith("'"), "Excel would make a formula of it"


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "__x000D_", "_x004_", "x_x00e9_x"])
def test_a_text_that_looks_like_excels_code_for_a_sign_is_not_read_as_that_sign(text: str) -> None:
    assert cell_in_zip(of_cell(text)) == ("inlineStr", text)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "1e5", "0x10", "2026-01-01"])
def test_a_text_that_looks_like_another_value_is_text(text: str) -> None:
    assert cell_in_zip(of_cell(text)) == ("inlineStr", text)
    assert not sheet(of_cell(text))["A2"].quotePrefix


def test_there_is_no_formula_anywhere_whatever_the_texts_begin_with() -> None:
    for text in FORMULAS:
        facts = ((text, text),)
        hostile = Report(text, text, facts, (Section(text, text, facts=facts), Section(text, text)), (text,), text)
        for name, part in parts(hostile).items():
            assert [each.tag for each in part.iter() if each.tag.endswith("}f")] == [], name


def test_no_link_opens_from_the_file() -> None:
    for name, part in parts(of_cell("http://x.example")).items():
        assert "hyperlink" not in ET.tostring(part, "unicode"), name


@settings(deadline=None, max_examples=150)
@given(st.text() | st.text(st.sampled_from("_x0041=\x00\x0b\r\n\t \ud800\U0001f600A")))
def test_any_text_survives(text: str) -> None:
    expected = re.sub("\r\n?", "\n", text)
    expected = "".join(sign if shows(sign) else "\ufffd" for sign in expected)
    assert cell_in_zip(of_cell(text)) == ("inlineStr", expected)


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2066", "\u2069", "\x00", "\x1b", "\ufffe", "\ud800"])
def test_a_sign_that_hides_or_turns_others_is_marked_in_its_place(sign: str) -> None:
    assert cell_in_zip(of_cell(f"INV-{sign}321"))[1] == "INV-\ufffd321"


def shows(sign: str) -> bool:
    """Whether a file can hold a sign, and it turns no other one's direction."""
    code = ord(sign)
    turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    xml = code in (9, 10) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    return xml and not turns


@pytest.mark.parametrize("sign", ["x", "\U0001f600"])
def test_a_text_longer_than_a_cell_is_cut_with_a_mark(sign: str) -> None:
    room = LONGEST // (len(sign.encode("utf-16-le")) // 2)
    kind, whole = cell_in_zip(of_cell(sign * room))
    assert whole == sign * room
    kind, found = cell_in_zip(of_cell(sign * (room + 1)))
    assert kind == "inlineStr"
    assert found.endswith(CUT)
    assert found.removesuffix(CUT).strip(sign) == ""
    assert LONGEST - 1 <= len(found.encode("utf-16-le")) // 2 <= LONGEST


def test_the_first_sheet_says_what_it_is_and_how_to_read_it() -> None:
    book = opened(fourteen_changes())
    assert book.sheetnames == ["About", "Harlow & Pike LLP", "Cole Trust Ltd"]
    rows = [(row[0].value, row[1].value) for row in book["About"].iter_rows(max_col=2)]
    assert rows[0][0] == "Changes of document numbers"
    assert ("Period", "1 November 2026 to 30 November 2026, both days included") in rows
    assert ("Fingerprint of the change history", FINGERPRINT) in rows
    assert ("Notes", NOTES[0]) in rows
    [told] = [str(value) for label, value in rows if label == "Sheet “Cole Trust Ltd”"]
    assert told.startswith("Each row is one document whose number was changed.")


def test_a_section_without_rows_of_its_own_is_told_on_the_first_sheet() -> None:
    book = opened(one_change())
    assert "What else was looked at" not in book.sheetnames
    told = [str(row[1].value) for row in book["About"].iter_rows(max_col=2)]
    assert "What else was looked at\nNo payment, deposit or estimate is linked to this invoice." in told


def test_facts_are_rows_of_item_and_value() -> None:
    rows = list(sheet(one_change()).iter_rows(values_only=True))
    assert rows[0] == ("Item", "Value")
    assert ("Number before", "0123") in rows


def test_a_sheet_is_ready_for_work_and_for_print() -> None:
    for paper, size in ((Paper.LETTER, 1), (Paper.A4, 9)):
        changes = opened(fourteen_changes(), paper).worksheets[1]
        assert changes.freeze_panes == "A2"
        assert changes.auto_filter.ref == "A1:M10"
        assert changes.print_title_rows == "$1:$1"
        setup = changes.page_setup
        assert (setup.orientation, int(setup.paperSize or 0)) == ("landscape", size)
        assert changes.sheet_properties.pageSetUpPr is not None
        assert (changes.sheet_properties.pageSetUpPr.fitToPage, setup.fitToWidth, setup.fitToHeight) == (True, 1, 0)
        assert changes.oddFooter is not None
        assert changes.oddFooter.right.text == "Page &P of &N"
        assert changes["K2"].alignment.wrap_text
        assert changes["A1"].font.bold


def test_columns_are_as_wide_as_their_values_and_no_wider_than_can_be_read() -> None:
    changes = sheet(fourteen_changes())
    widths = {column: changes.column_dimensions[column].width for column in "BGHKL"}
    assert widths["B"] >= len("2026-11-03 00:17:10 UTC")
    assert widths["G"] >= len("2026-09-03")
    assert widths["H"] >= len("USD 640,000.00")
    assert widths["K"] == widths["L"] == WIDEST


@pytest.mark.parametrize(
    ("text", "lines"), [("x", 1), ("x\ny\n", 3), ("word " * 16, 3), ("田" * 40, 3), ("x\n" * 100, 409 / 15)]
)
def test_rows_are_as_high_as_their_text(text: str, lines: float) -> None:
    assert sheet(of_table((Column("Said"), Column("Other")), (text, "x"))).row_dimensions[2].height == 15 * lines


def test_the_foot_runs_no_command_of_excels() -> None:
    # As it lies in the zip: openpyxl's own reader takes `&&12` for a size.
    report = Report("Q&A &G &12 " + "x" * 300, "", (), (Section("A", "", Table((Column("B"),), ())),))
    [foot] = [each.text or "" for each in parts(report)["xl/worksheets/sheet2.xml"].iter(f"{MAIN}oddFooter")]
    assert foot.startswith("&LQ&&A &&G &&12 xxx")
    assert foot.endswith("x&C&RPage &P of &N")
    assert len(foot) <= 255


def test_the_document_says_what_it_is() -> None:
    properties = opened(fourteen_changes()).properties
    assert (properties.title, properties.creator) == ("Changes of document numbers", "Untwin")
    assert properties.subject == "Harlow & Pike LLP and Cole Trust Ltd, 1 to 30 November 2026"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["A/B: [C]*?\\"], ["A B C"]),
        (["'quoted'"], ["quoted"]),
        (["About", "about"], ["About (2)", "about (3)"]),
        (["History"], ["History (2)"]),
        (["", "\x00", "///"], ["Section", "Section (2)", "Section (3)"]),
        (["x" * 40, "X" * 40], ["x" * 31, "X" * 27 + " (2)"]),
    ],
)
def test_sheets_have_names_that_excel_takes(titles: list[str], names: list[str]) -> None:
    assert list(sheet_names(titles, "About")) == names


@settings(deadline=None)
@given(
    st.lists(st.text(st.sampled_from("aA':/[]*?\\ \x00\ud800é\U0001f600") | st.characters(), max_size=40), max_size=12)
)
def test_any_titles_give_names_that_excel_takes(titles: list[str]) -> None:
    names = list(sheet_names(titles, "About"))
    assert len({name.casefold() for name in [*names, "About"]}) == len(titles) + 1
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name == name.strip("' ")


def test_two_equal_sections_are_two_sheets() -> None:
    section = Section("November", "", facts=(("Item", "Value"),))
    assert opened(Report("", "", (), (section, section))).sheetnames == ["About", "November", "November (2)"]
