"""Finds lines that say that something failed with the books, in words that nobody knows: they are kept, not dropped."""

import re
from collections.abc import Iterator

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.finding.signs.softened import BOOKS_NAMED, CAME_TO_GRIEF
from untwin.intake.finding.signs.softened_talk import DECLINED, TURNED_OUT_WELL
from untwin.intake.finding.signs.unnamed import (
    BOOKS,
    CODE,
    CODE_AT_END,
    CODE_FIRST,
    CODE_WITH_ITS_WORDS,
    DESKTOP,
    ERROR,
    FAILED,
    HIDDEN,
    KNOWN_CODE_AT_END,
    LINE,
    NO_REPORT,
    REASON,
    SHOWN_SOURCE,
    STATUS_FIRST,
    STOP,
)
from untwin.intake.judging.elsewhere import is_of_an_entry, is_of_another_ledger, is_of_another_thing
from untwin.intake.judging.explained import is_table_of_meanings
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.pages import is_page_of_help
from untwin.intake.judging.program_places import in_source
from untwin.intake.judging.signs.unknown import COMPLAINS
from untwin.intake.judging.spot import AROUND
from untwin.intake.judging.tone import speaks_at_large
from untwin.intake.marking.patterns import OTHER_CODES

# The longest line that is one message; what is longer is a document.
LONGEST = 600
# So many failures are a log's, and no page that teaches.
MANY = 12


def unnamed_failures(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such lines, in order; of lines that only announce a failure none where another says more.

    Meant for a text in which nothing else was found. A line that asks, teaches or supposes is none of them.
    """
    found = [
        (line.start(), line.end())
        for line in LINE.compiled.finditer(text)
        if _tells_of_a_failure(line.group()) or _is_coded(text, line.start(), line.group())
    ]
    if len(found) < MANY:
        found = [span for span in found if not _is_taught(text, span)]
    saying = [span for span in found if REASON.found(text[slice(*span)])]
    yield from saying or found or (hidden.span() for hidden in HIDDEN.compiled.finditer(text))


def printed_code(line: str) -> str | None:
    """The code that such a line prints, if any."""
    named = (code for code in CODE.places(line) if not OTHER_CODES.search(line[: code.start()].lower()))
    ways = (way.found(line) for way in (CODE_WITH_ITS_WORDS, CODE_AT_END, KNOWN_CODE_AT_END, CODE_FIRST, STATUS_FIRST))
    found = next(named, None) or next((code for code in ways if code), None)
    return found.group("code") if found else None


def is_numbered_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the number that such a line speaks of is another ledger's, a bank's, or that of no document."""
    around = text[max(0, start - AROUND) : end + AROUND]
    if DECLINED.found(around.lower()) and not BOOKS_NAMED.found(around.lower()):
        return True
    line = text[start:end].lower()
    return is_of_another_thing(line) or is_of_an_entry(line) or is_of_another_ledger(around)


def _tells_of_a_failure(line: str) -> bool:
    if len(line) > LONGEST or line.startswith(("//", "/*")):
        return False
    small = line.lower()
    if DESKTOP.found(small):
        return True
    failed = FAILED.found(small) or ERROR.found(line) or _failed_with_the_books(small)
    if not failed or not BOOKS.found(line):
        return False
    said = SHOWN_SOURCE.without(_sentence(line, failed.start(), failed.end()))
    return not NO_REPORT.found(said) and not TURNED_OUT_WELL.found(small) and classify(said, None) is FaultKind.UNKNOWN


def _failed_with_the_books(small: str) -> re.Match[str] | None:
    """Where a line that names QuickBooks says in a product's own words that something failed."""
    return CAME_TO_GRIEF.found(small) if BOOKS_NAMED.found(small) else None


def _is_coded(text: str, start: int, line: str) -> bool:
    """Whether a line is QuickBooks' own code and a complaint, of a document that it or the line above names."""
    coded = CODE_FIRST.found(line)
    if not coded or len(line) > LONGEST or classify("", coded.group("code")) is FaultKind.UNKNOWN:
        return False
    above = text[max(0, start - LONGEST) : start].rstrip().rpartition("\n")[2]
    of_one = names_a_paper(line[: coded.start("code")]) or names_a_paper(above)
    return of_one and COMPLAINS.found(line[coded.end() :]) is not None and not NO_REPORT.found(line)


def _sentence(line: str, start: int, end: int) -> str:
    """The sentence of a line in which a place stands."""
    begin = max((found.end() for found in STOP.compiled.finditer(line, 0, start)), default=0)
    until = STOP.found(line, end)
    return line[begin : until.end() if until else len(line)]


def _is_taught(text: str, span: tuple[int, int]) -> bool:
    before, behind = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    said, around = text[slice(*span)], f"{before} \u2026 {behind}"
    if is_table_of_meanings(before, said) or speaks_at_large(around):
        return True
    if in_source(text, *span, handed=True):
        return True
    return is_page_of_help(around) and not names_a_paper(said)
