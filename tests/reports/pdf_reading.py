"""Reads a PDF back, with a reader that knows nothing of how it was made."""

from io import BytesIO

from pypdf import PdfReader

from untwin.domain.reports.report import FINGERPRINT_WORDS, Report
from untwin.reports.paper import Paper
from untwin.reports.pdf_file import pdf_file

SIDE, FOOT = 42, 50  # margins in points


def read(report: Report, paper: Paper = Paper.LETTER) -> PdfReader:
    """The report as a PDF, opened."""
    return PdfReader(BytesIO(pdf_file(report, paper)))


def pages_of(content: bytes) -> list[str]:
    """The text of each page of a PDF, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def texts(report: Report) -> list[str]:
    """The text of each page of a report."""
    return pages_of(pdf_file(report, Paper.LETTER))


def unbroken(text: str) -> str:
    """A text without its spaces: the same, wherever lines were broken."""
    return "".join(text.split())


def strays(report: Report) -> list[str]:
    """Texts that stand in a margin: beside the page's text, or at its foot without being the foot."""
    found: list[str] = []
    for page in read(report).pages:
        right = float(page.mediabox.width) - SIDE

        def note(text: str, cm: list[float], tm: list[float], *_font: object, right: float = right) -> None:
            across, up = cm[0] * tm[4], cm[5] + cm[3] * tm[5]
            foot = text.strip().startswith(("Page ", FINGERPRINT_WORDS))
            if text.strip() and not foot and not (SIDE - 1 < across < right and up > FOOT):
                found.append(text.strip())

        page.extract_text(visitor_text=note)
    return found


def places(report: Report, word: str) -> list[float]:
    """How far from the left side of its page a text begins, each time that it stands there."""
    found: list[float] = []

    def note(text: str, _cm: object, tm: list[float], *_font: object) -> None:
        if text.strip() == word:
            found.append(round(tm[4], 1))

    for page in read(report).pages:
        page.extract_text(visitor_text=note)
    return found
