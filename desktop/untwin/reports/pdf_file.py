"""A report as a PDF: set by Qt, counted once for the page numbers and then printed."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from untwin.domain.problems import Problem
from untwin.domain.reports.report import Report, Section, Table
from untwin.reports.paper import Paper
from untwin.reports.pdf_pages import Pages
from untwin.reports.pdf_rows import keep_together
from untwin.reports.pdf_table import print_facts, print_table
from untwin.reports.pdf_text import GREY, Paragraph, Style, Type
from untwin.reports.plain import clean
from untwin.reports.qt import make_ready

_TITLE, _SUBTITLE = Style(20, strong=True), Style(11, colour=GREY)
_HEADING, _LEAD, _NOTE = Style(12, strong=True), Style(9), Style(8.5)
_LINE = 500.0  # points: a longer line loses the eye on its way back
_UPRIGHT = 6  # columns; more need the page's long side
_LONGEST_HEAD = 150
_DOTS = 1200  # an inch


def pdf_file(report: Report, paper: Paper) -> bytes:
    """The document's bytes."""
    make_ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report, paper)
    counted = _pages(report, writer)
    _print(counted, report)
    painter = QPainter()
    if not painter.begin(writer):
        raise Problem("The PDF could not be made.", "Choose a name that ends in .xlsx or .csv.")
    try:
        _print(_pages(report, writer, painter, counted.number), report)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, report: Report, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(clean(report.title))
    writer.setCreator("Untwin")
    writer.setResolution(_DOTS)
    size = QPageSize(QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter)
    wide = any(sum(not column.below for column in table.columns) > _UPRIGHT for table in _tables(report))
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    return writer


def _tables(report: Report) -> list[Table]:
    return [section.table for section in report.sections if section.table is not None]


def _pages(report: Report, writer: QPdfWriter, painter: QPainter | None = None, total: int = 0) -> Pages:
    head = " ".join(" — ".join(part for part in (report.title, report.subtitle) if part).split())
    if len(head) > _LONGEST_HEAD:
        head = head[:_LONGEST_HEAD] + "…"  # the first page has it whole
    return Pages(Type(writer), painter, head, report.foot, total)


def _print(pages: Pages, report: Report) -> None:
    pages.put(pages.type.set(report.title, _TITLE, pages.width), pages.left)
    pages.skip(3)
    pages.put(pages.type.set(report.subtitle, _SUBTITLE, pages.width), pages.left)
    pages.skip(10)
    if report.top:
        print_facts(pages, report.top)
    tables = _tables(report)
    for section in report.sections:
        _print_section(pages, section, tables)
    _print_notes(pages, report.notes)
    pages.end()


def _print_section(pages: Pages, section: Section, tables: list[Table]) -> None:
    pages.skip(18)
    heading = [pages.type.set(section.title, _HEADING, pages.width)]
    if section.lead:
        heading.append(pages.type.set(section.lead, _LEAD, _line(pages)))
    if section.table is not None:
        print_table(pages, section.table, heading, tables)
    elif section.facts:
        print_facts(pages, section.facts, heading)
    else:
        keep_together(pages, heading, 0)


def _print_notes(pages: Pages, notes: Sequence[str]) -> None:
    paragraphs = [pages.type.set(note, _NOTE, _line(pages)) for note in notes]
    if not paragraphs:
        return
    pages.skip(18)
    keep_together(pages, [pages.type.set("Notes", _HEADING, pages.width)], paragraphs[0].height())
    for paragraph in paragraphs:
        _whole(pages, paragraph)


def _whole(pages: Pages, paragraph: Paragraph) -> None:
    if pages.room < paragraph.height() <= pages.full:
        pages.turn()
    pages.put(paragraph, pages.left)
    pages.skip(5)


def _line(pages: Pages) -> float:
    return min(pages.width, pages.type.points(_LINE))
