"""A PDF holds every word of its report in an order that can be read, on pages that say which of how many they are."""

import threading  # noqa: TID251 - what runs where is what is tried here
from dataclasses import replace
from decimal import Decimal
from queue import Queue

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject
from pytestqt.qtbot import QtBot

from reports.pdf_reading import pages_of, places, read, strays, texts, unbroken
from reports.sample_reports import FINGERPRINT, NOTES, fourteen_changes, one_change
from reports.tables import of_cell, of_table
from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table
from untwin.jobs import LaneJobs
from untwin.reports.paper import Paper
from untwin.reports.pdf_file import pdf_file
from untwin.reports.plain import words

pytestmark = pytest.mark.usefixtures("qapp")
FOOT = f"Fingerprint of the change history: {FINGERPRINT[:16]}…"
HEAD = "Changes of document numbers — Harlow & Pike LLP and Cole Trust Ltd, 1 to 30 November 2026"


def test_every_word_of_a_report_stands_in_it() -> None:
    for report in (fourteen_changes(), one_change()):
        whole = unbroken("".join(texts(report)))
        cells = [cell for s in report.sections if s.table for row in s.table.rows for cell in row]
        said = [report.title, report.subtitle, *report.notes, *(text for pair in report.top for text in pair)]
        said += [text for s in report.sections for text in (s.title, s.lead, *(t for pair in s.facts for t in pair))]
        said += [words(cell) for cell in cells if words(cell).isascii()]
        assert [text for text in said if unbroken(text) not in whole] == []


def test_amounts_and_dates_can_be_copied_as_they_are() -> None:
    first = texts(fourteen_changes())[0]
    assert "USD 1,240.00 0123 0123-A" in first
    assert "2026-11-03 07:30:11 UTC" in first


def test_each_page_says_which_of_how_many_it_is() -> None:
    found = texts(fourteen_changes())
    assert len(found) == 4
    for number, page in enumerate(found, 1):
        assert f"Page {number} of 4" in page
        assert FOOT in page
        assert (HEAD in page) == (number > 1)
    assert found[0].startswith("Changes of document numbers Harlow & Pike LLP and Cole Trust Ltd")


def rows_of(count: int) -> Report:
    """A report whose rows begin and end with a mark of their own."""
    columns = (Column("Begin"), Column("Said", width_share=4), Column("Total", Kind.MONEY), Column("End", below=True))
    amount = Amount(Decimal("1.00"), "USD")
    said = " ".join(["word"] * 20)
    return of_table(columns, *((f"begin-{n:04}", said, amount, f"end-{n:04}") for n in range(count)))


def test_two_thousand_rows_have_the_header_on_each_page_and_each_row_once_on_one_page() -> None:
    found = texts(rows_of(2000))
    assert len(found) > 50
    for number, page in enumerate(found, 1):
        assert page.count("Begin Said Total") == 1
        assert page.count("End end-") == page.count("begin-")
        assert f"Page {number} of {len(found)}" in page
    begins = [(mark, number) for number, page in enumerate(found) for mark in page.split() if mark.startswith("begin-")]
    ends = [(mark, number) for number, page in enumerate(found) for mark in page.split() if mark.startswith("end-")]
    assert [mark for mark, _ in begins] == [f"begin-{n:04}" for n in range(2000)]
    assert [(mark.replace("end", "begin"), number) for mark, number in ends] == begins


def many_words(count: int) -> tuple[list[str], str]:
    """Words, and the text that they make; in lines, as Qt sets 4,096 signs in one go and a reader sees the seam."""
    said = [f"word{n}" for n in range(count)]
    return said, "\n".join(" ".join(said[n : n + 50]) for n in range(0, count, 50))


def test_a_row_that_no_page_can_hold_goes_on_under_the_header_and_loses_no_word() -> None:
    said, text = many_words(4000)
    columns = (Column("Short"), Column("Said", width_share=3), Column("Below", below=True))
    report = of_table(columns, ("first", "short", None), ("second", text, text), ("third", "x", "y"))
    found = texts(report)
    assert len(found) > 2
    told = [word for page in found for word in page.split() if word.startswith("word")]
    assert told == said + said
    assert all("Short Said" in page for page in found)
    assert all(f"Page {number} of {len(found)}" in page for number, page in enumerate(found, 1))


@pytest.mark.parametrize("lines", range(30, 56))
def test_nothing_is_printed_in_a_margin_wherever_a_page_ends(lines: int) -> None:
    """Each step of the filler brings another line of a high row, a note and a lead to the foot of a page."""
    filler, text = "\n".join(["line"] * lines), many_words(700)[1]
    columns = (Column("Short"), Column("Said", width_share=3), Column("Below", below=True))
    table = Table(columns, (("first", filler, "below"), ("second", text, text), ("third", filler, "below")))
    sections = (Section("A", filler), Section("B", "", table), Section("C", text))
    assert strays(Report("Title", "Subtitle", (), sections, (text,), FINGERPRINT)) == []


def test_a_row_higher_than_a_page_begins_where_there_is_room_and_not_at_the_foot() -> None:
    columns, text = (Column("Begin"), Column("Said", width_share=3)), many_words(3000)[1]
    for lines, page in ((10, 0), (35, 0), (52, 1)):
        filler = "\n".join(["line"] * lines)
        found = texts(of_table(columns, ("filler", filler), ("high", text)))
        assert ["high" in each for each in found].index(True) == page, lines
        assert all("word" in each for each in found[page:])


def test_facts_notes_and_leads_longer_than_a_page_lose_no_word_either() -> None:
    said, text = many_words(3000)
    sections = (Section("A", text), Section("B", facts=(("Label", text),)))
    found = texts(Report("Title", "", (("About", text),), sections, (text,)))
    told = [word for page in found for word in page.split() if word.startswith("word")]
    assert told == said * 4


@pytest.mark.parametrize("lines", range(20, 64))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    filler = Section("Filler", "\n".join(["line"] * lines))
    table = Table((Column("Header"),), (("first-row",), ("second-row",)))
    sections = (filler, Section("Heading", "lead", table), filler, Section("Other", facts=(("label", "value"),)))
    found = texts(Report("Title", "", (), sections, ("note",)))
    assert [page for page in found if ("Heading" in page) != ("first-row" in page)] == []
    assert [page for page in found if ("Other" in page) != ("label value" in page)] == []
    assert [page for page in found if ("Notes" in page) != ("note" in page.replace("Notes", ""))] == []


def test_a_note_is_never_in_two_where_a_page_can_hold_it() -> None:
    text = " ".join(["word"] * 100)
    notes = tuple(f"begin-{n} {text} end-{n}" for n in range(40))
    for page in texts(Report("Title", "", (), (), notes)):
        assert page.count("begin-") == page.count("end-") > 0


def test_the_head_of_the_pages_is_one_short_line_whatever_the_title_is() -> None:
    title = "first line\nsecond line " + "x" * 600
    found = texts(Report(title, "", (), (), ("\n".join(["line"] * 100),)))
    assert found[1].startswith("first line second line xxx")
    assert found[1].count("x") < 200
    assert unbroken(found[0]).count("x") == 600


def test_a_word_wider_than_its_column_is_broken_and_whole() -> None:
    word = "".join(f"{n:03}" for n in range(300))
    columns = (Column("Narrow"), Column("Number", Kind.NUMBER_TEXT), Column("Other"))
    found = texts(of_table(columns, (word, word, "x")))
    assert unbroken(found[0]).count("000001002003004005006007008009010") >= 1
    lines = [line for line in read(of_cell(word)).pages[0].extract_text().splitlines() if line and line.strip() in word]
    assert "".join(lines) == word
    assert len(lines) > 5


def test_an_amount_is_in_one_piece_however_crowded_the_table_is() -> None:
    columns = tuple(Column(f"Text {n}") for n in range(8))
    columns += (Column("Number", Kind.NUMBER_TEXT), Column("Total", Kind.MONEY), Column("Balance", Kind.MONEY))
    row: tuple[Cell, ...] = tuple(["Incomprehensibilities of counterrevolutionaries"] * 8)
    amount = Amount(Decimal("-1234567.89"), "USD")
    found = texts(of_table(columns, (*row, "INV-2026-000317-LONDON", amount, amount)))
    assert found[0].count("USD -1,234,567.89") == 2


def test_figures_stand_under_each_other() -> None:
    amounts = [Amount(Decimal(value), "USD") for value in ("1111111.11", "8888888.88", "4040404.40")]
    report = of_table((Column("Said"), Column("Total", Kind.MONEY)), *(("x", amount) for amount in amounts))
    found = {place for amount in amounts for place in places(report, words(amount))}
    assert len(found) == 1


def test_tables_with_the_same_columns_have_the_same_widths() -> None:
    assert len(places(fourteen_changes(), "Customer")) == 3
    assert len(set(places(fourteen_changes(), "Customer"))) == 1


def test_a_cell_with_nothing_in_it_says_so_and_a_table_without_rows_too() -> None:
    assert "November Said \u2013 Page" in texts(of_cell(None))[0]
    assert "Nothing to list." in texts(of_table((Column("Said"),)))[0]


def test_text_is_never_markup() -> None:
    said = "<b>bold</b> &amp; <a href='http://x.example'>click</a>"
    report = of_cell(said)
    assert unbroken(said) in unbroken(texts(report)[0])
    reader = read(report)
    assert not any(page.annotations for page in reader.pages)
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert not {"/OpenAction", "/AA", "/AcroForm"} & root.keys()


def test_the_document_says_what_it_is_and_brings_its_font_along() -> None:
    reader = read(fourteen_changes())
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == ("Changes of document numbers", "Untwin")
    for page in read(replace(one_change(), notes=NOTES)).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        fonts = resources["/Font"]
        assert isinstance(fonts, DictionaryObject)
        names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
        assert names == {"/UntwinPrint-Regular", "/UntwinPrint-SemiBold"}


@pytest.mark.parametrize(
    ("report", "paper", "size"),
    [
        (fourteen_changes(), Paper.LETTER, (792, 612)),
        (fourteen_changes(), Paper.A4, (842, 595)),
        (one_change(), Paper.LETTER, (612, 792)),
        (one_change(), Paper.A4, (595, 842)),
    ],
)
def test_paper_is_laid_across_for_wide_tables(report: Report, paper: Paper, size: tuple[int, int]) -> None:
    for page in read(report, paper).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(st.sampled_from("\u202e\u200f\x00\x0b\r\n\t\u2028\u2029 \ud800\U0001f600A\u0301\u05d0")))
def test_any_text_can_be_printed(text: str) -> None:
    facts = ((text, text),)
    columns = (Column(text), Column(text, Kind.NUMBER_TEXT), Column(text, below=True))
    sections = (Section(text, text, Table(columns, ((text, text, text),))), Section(text, facts=facts))
    assert "Page 1 of" in texts(Report(text, text, facts, sections, (text,), text))[0]


def test_it_is_made_in_the_lanes_while_the_window_goes_on(qtbot: QtBot) -> None:
    """Four at once, as a company's lane lets them, beside the thread that paints the window."""
    jobs, answers = LaneJobs(), Queue[tuple[object, Exception | None]]()

    def work() -> tuple[str, bytes]:
        return threading.current_thread().name, pdf_file(rows_of(80), Paper.LETTER)

    for _ in range(8):
        jobs.submit("company 1", work, lambda result, problem: answers.put((result, problem)))
    here = texts(rows_of(80))
    qtbot.waitUntil(lambda: answers.qsize() == 8, timeout=60_000)
    jobs.close()
    for _ in range(8):
        result, problem = answers.get()
        assert problem is None
        assert isinstance(result, tuple)
        name, content = result
        assert name.startswith("lane-company 1")
        assert pages_of(content) == here
