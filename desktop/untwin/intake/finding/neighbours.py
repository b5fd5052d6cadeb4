"""Finds errors that nobody knows in lines that are built like those of known ones beside them: of a list, of a log."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from untwin.intake.finding.hit import Hit
from untwin.intake.finding.signs.neighbours import ATTEMPT, LABEL, LEADS_ON, PAPER_NAMED, QUOTE_ENDS, THEN_TOLD
from untwin.intake.finding.unnamed import LONGEST
from untwin.intake.judging.failing import says_it_failed
from untwin.intake.judging.signs.unknown import ALL_IS_WELL, COMPLAINS, HEADS_FAILURES
from untwin.intake.marking.alike import built_alike

# The longest beginning of a line that is the same for all lines of a list, but for numbers and papers.
HEAD = 120
# So many lines above an error its list may begin, and so many unknown ones may follow one another.
RUN = 40


@dataclass(frozen=True, slots=True)
class _Known:
    """A known error that stands in a list: where its line starts, how that begins, and what all so built fit."""

    start: int
    head: str
    shape: re.Pattern[str]
    end: int


def neighbours(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The spans of such lines without their beginnings; `hits` are the known errors of the text, in order.

    No line is looked at more than twice, but for the few above an error that may head its list.
    """
    taken = {text.rfind("\n", max(0, hit.start - LONGEST), hit.start) + 1 for hit in hits}
    numbers: set[str] = set()
    for known in filter(None, (_known(text, hit) for hit in hits)):
        numbers.add(_number(known.head, ""))
        headed = _is_headed(text, known)
        if not headed and not _is_led(known.head):
            continue
        failed = headed or says_it_failed(known.head)
        for start, end in (*_above(text, known, taken), *_below(text, known, taken)):
            head = known.shape.match(text, start, end)
            said = text[head.end() : end] if head else ""
            if head and _number(head.group(), said) not in numbers and _is_an_error(said, failed=failed):
                numbers.add(_number(head.group(), said))
                yield head.end(), head.end() + len(QUOTE_ENDS.without(said).rstrip())


def _known(text: str, hit: Hit) -> _Known | None:
    start = text.rfind("\n", max(0, hit.start - HEAD), hit.start) + 1
    head = text[start : hit.start]
    shape = _shape(head) if 0 < len(head) <= HEAD else None
    return _Known(start, head, shape, hit.end) if shape else None


def _lines_above(text: str, known: _Known) -> Iterator[tuple[int, int]]:
    """The lines above an error's own, upwards."""
    end = known.start - 1
    for _ in range(RUN):
        if end <= 0:
            return
        start = text.rfind("\n", max(0, end - LONGEST), end) + 1
        yield start, end
        end = start - 1


def _above(text: str, known: _Known, taken: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """The lines built alike right above, up to another error's line."""
    for start, end in _lines_above(text, known):
        if start in taken or not known.shape.match(text, start, end):
            return
        yield start, end


def _below(text: str, known: _Known, taken: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """The lines built alike right below, down to another error's line."""
    start = text.find("\n", known.end, known.end + LONGEST) + 1
    for _ in range(RUN):
        end = text.find("\n", start, start + LONGEST)
        end = len(text) if end < 0 and len(text) - start <= LONGEST else end
        if start == 0 or end < 0 or start in taken or not known.shape.match(text, start, end):
            return
        yield start, end
        start = end + 1


def _is_headed(text: str, known: _Known) -> bool:
    """Whether the lines that are built alike stand under a head that announces failures."""
    for start, end in _lines_above(text, known):
        line = text[start:end].strip()
        if line and not known.shape.match(text, start, end):
            return len(line) <= HEAD and HEADS_FAILURES.found(line) is not None
    return False


def _is_an_error(said: str, *, failed: bool) -> bool:
    """Whether what such a line says complains of something, or is said where all lines tell of failures."""
    if len(said.split()) < 2 or "?" in said:
        return False
    wrong, well = COMPLAINS.found(said), ALL_IS_WELL.found(said)
    return (not well or wrong.start() < well.start()) if wrong else failed and not well


def _number(head: str, said: str) -> str:
    """The number, or the attempt, that the beginning of a line names; of those that name none what they say."""
    paper, attempt = PAPER_NAMED.found(head), ATTEMPT.found(head)
    if attempt:
        return f"{head[: attempt.start()]} {attempt.group('turn')}"
    return paper.group("number") if paper else said


def _is_led(head: str) -> bool:
    """Whether the beginning of a line leads on to an error by itself; a document alone needs a heading."""
    return bool(LEADS_ON.found(head) or LABEL.found(head))


def _shape(head: str) -> re.Pattern[str] | None:
    """What the beginnings of all lines built like this one fit; None where it names no document and no label."""
    paper = PAPER_NAMED.found(head)
    paper = paper or ATTEMPT.found(head)
    if not paper or not (LEADS_ON.found(head) or not head[paper.end() :].strip()):
        return built_alike(head, head) if LABEL.found(head) else None
    led = THEN_TOLD.found(head, paper.end())
    return built_alike(head, head[: led.end()] if led else head)
