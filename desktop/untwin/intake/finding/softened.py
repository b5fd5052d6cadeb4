"""Finds failures told in a product's own words: one sentence says what is wrong, that or another that it failed.

A card is read as a whole: its title says that something failed, the lines below it which document and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from untwin.domain.errors.fault_codes import OF_THE_DESKTOP, OWN_FIGURES, kind_of_code
from untwin.domain.errors.fault_words import classify, names_a_setting
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_words import Told, told
from untwin.intake.finding.named_number import named_number, number_amid
from untwin.intake.finding.signs.softened import (
    ASSERTS,
    BOOKS_NAMED,
    DEFINITE,
    FRAMES,
    LABEL,
    PAPER_OR_RUN,
    SENTENCE_END,
)
from untwin.intake.finding.signs.softened_talk import (
    ANOTHER_QUICKBOOKS,
    DECLINED,
    NO_MESSAGE,
    ONLY_TALK,
    TURNED_OUT_WELL,
)
from untwin.intake.finding.signs.unnamed import CODE_AT_END, KNOWN_CODE_AT_END, LINE
from untwin.intake.finding.unnamed import is_numbered_elsewhere, printed_code
from untwin.intake.judging.reason import first
from untwin.intake.judging.signs.failures import PATH
from untwin.intake.judging.spot import AROUND, Spot
from untwin.intake.judging.talk import TALK
from untwin.intake.judging.told import TOLD_OF
from untwin.intake.judging.tone import PLAINLY, is_item_of_a_list, speaks_at_large
from untwin.intake.judging.written import is_written
from untwin.intake.marking.group import Group
from untwin.intake.marking.groups import groups
from untwin.intake.marking.marks import What, marks
from untwin.intake.marking.view import lower

# The longest line that is one message; what is longer is a document.
LONGEST = 600
# How far below what says that it failed the reason may stand, and how far above, in characters.
BELOW, ABOVE = 500, 200
# A text of so many characters is one message; one of so many may be a label.
MESSAGE, LABEL_LENGTH = 500, 80


@dataclass(frozen=True, slots=True)
class Softened:
    """One such failure: the span of the line that says what is wrong, its kind, and the number that is taken."""

    start: int
    end: int
    kind: FaultKind
    number: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its span, whether it says that something failed, and what it says is wrong, with the place of that."""

    start: int
    end: int
    framed: bool = False
    told: Told | None = None
    at: int = 0
    asserted: bool = False


def softened(text: str) -> Iterator[Softened]:
    """Such failures of a text in which nothing else was found, in order."""
    small = lower(text).replace("\u2019", "'")
    about = PAPER_OR_RUN.found(small[:MESSAGE]) is not None
    label = len(text) <= LABEL_LENGTH and LABEL.found(small.strip()) is not None
    lines = [_read(small, start, end) for start, end in _worth_reading(text, small)]
    if not any(line.told for line in lines) or NO_MESSAGE.found(text) or _was_judged(text):
        return
    if _is_of_another(small[:MESSAGE]):
        return
    framed = -BELOW - 1
    for place, line in enumerate(lines):
        framed = line.end if line.framed else framed
        if line.told is None:
            continue
        fails = line.framed or line.start - framed <= BELOW or _framed_below(lines, place)
        sure = (fails and about) or (line.asserted and len(text) <= MESSAGE) or label
        if sure and _is_a_report(text, line, line.told):
            yield Softened(line.start, line.end, line.told.kind, _number(text, line, line.told))


def _worth_reading(text: str, small: str) -> Iterator[tuple[int, int]]:
    """The lines of a short text; of a longer one those that are near one that says that something failed."""
    spans = [found.span() for found in LINE.compiled.finditer(text)]
    if len(text) <= MESSAGE:
        yield from spans
        return
    framed = [FRAMES.found(small, *span) is not None for span in spans]
    until = -1
    for place, (start, end) in enumerate(spans):
        until = end + BELOW if framed[place] else until
        below = any(framed[place + 1 : place + 4]) and spans[place + 1][0] - end <= ABOVE
        if start <= until or below:
            yield start, end


def _is_of_another(small: str) -> bool:
    """Whether the text is of a bank, or of another QuickBooks than the one on the web."""
    declined = DECLINED.found(small) and not BOOKS_NAMED.found(small)
    return bool(declined or (ANOTHER_QUICKBOOKS.found(small) and "online" not in small))


def _number(text: str, line: _Line, tells: Told) -> str | None:
    """The number that is taken: its sentence names it, or it stands amid or right behind the telling words."""
    said = text[line.start : line.end]
    if tells.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return None
    return named_number(said) or number_amid(said, line.at + tells.start - line.start, line.at + tells.end - line.start)


def _was_judged(text: str) -> bool:
    """Whether sentences that are printed somewhere stand in the text: they were weighed, and only spoke of errors."""
    return any(group.kind for group in groups(text, marks(text, lower(text))))


def _framed_below(lines: list[_Line], place: int) -> bool:
    own = lines[place]
    return any(line.framed for line in lines[place + 1 : place + 4] if line.start - own.end <= ABOVE)


def _is_a_report(text: str, line: _Line, tells: Told) -> bool:
    start, end = line.at + tells.start, line.at + tells.end
    group = Group(start, end, envelope=False, faint=tells.kind, seen={What.FAINT}, words_at=start, said_at=start)
    spot = Spot(text, group)
    said = text[line.start : line.end]
    before, behind = text[max(0, line.start - AROUND) : line.start], text[line.end : line.end + AROUND]
    if names_a_setting(said.lower()) or PATH.found(spot.whole_line) or printed_code(said) in OF_THE_DESKTOP:
        return False
    if not line.framed and is_item_of_a_list(before, spot.whole_line, behind):
        return False
    reasons = (first(TALK, spot), first(TOLD_OF, spot))
    if tells.kind is FaultKind.DUPLICATE_DOC_NUMBER and is_numbered_elsewhere(text, line.start, line.end):
        return False
    known = classify(said, None) is not FaultKind.UNKNOWN
    if any(reason.answer and (known or reason.name not in _OF_SENTENCES) for reason in reasons):
        return False
    around = f"{before} {said} {behind}"
    if is_written(text, start) or TURNED_OUT_WELL.found(around.lower()):
        return False
    return not speaks_at_large(around, PLAINLY if len(text) <= MESSAGE else PLAINLY - 1)


def _read(small: str, start: int, end: int) -> _Line:
    if end - start > LONGEST or small.startswith(("//", "/*"), start):
        return _Line(start, end)
    framed = asserted = False
    best, at = None, 0
    for begin, until in _sentences(small, start, end):
        said = small[begin:until]
        tells = told(said) or _coded(said)
        if _talks(said, tells):
            continue
        framed = framed or FRAMES.found(said.strip()) is not None
        if tells and (best is None or (best.advised and not tells.advised)):
            best, at = tells, begin
            asserted = _asserts(said, tells)
    return _Line(start, end, framed, best, at, asserted)


def _coded(said: str) -> Told | None:
    """What QuickBooks' own code says behind a sentence whose words say nothing."""
    found = KNOWN_CODE_AT_END.found(said) or CODE_AT_END.found(said)
    code = found.group("code") if found else ""
    if found is None or len(code) < OWN_FIGURES or code in OF_THE_DESKTOP:
        return None
    kind = kind_of_code(int(code))
    return None if kind is FaultKind.UNKNOWN else Told(kind, *found.span("code"), advised=False)


def _talks(said: str, tells: Told | None) -> bool:
    """Whether a sentence supposes, teaches or asks; what a number may be long is no supposition."""
    if said.rstrip(" \"')").endswith("?"):
        return True
    if tells and tells.kind is FaultKind.NUMBER_TOO_LONG:
        return any(name != _MODAL for name in ONLY_TALK.which(said))
    return ONLY_TALK.found(said[: tells.end] if tells else said) is not None


def _asserts(said: str, tells: Told) -> bool:
    """Whether a sentence says by itself that something is wrong in the books here and now."""
    by_itself = BOOKS_NAMED.found(said) and not tells.advised
    if tells.kind is FaultKind.NUMBER_TOO_LONG and ONLY_TALK.found(said):
        return False
    named = tells.kind in (FaultKind.DUPLICATE_DOC_NUMBER, FaultKind.DUPLICATE_NAME)
    here = DEFINITE.found(said) and ASSERTS.found(said, tells.start, tells.end)
    return bool(by_itself and (here or not named))


def _sentences(small: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in SENTENCE_END.compiled.finditer(small, start, end):
        yield at, stop.end()
        at = stop.end()
    yield at, end


_MODAL = "what may be"
# Reasons that go by one sentence, where a card says in another one that it failed.
_OF_SENTENCES = ("part of speech", "at large")
