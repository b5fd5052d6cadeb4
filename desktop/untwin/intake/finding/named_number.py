"""Reads which numbers an error names: the one in use in its sentence, the waiting document's on its line."""

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_words import told
from untwin.intake.finding.signs.numbers import (
    A_DIGIT,
    AMID,
    DONE,
    HELD,
    LIKE_ONE,
    NUMBER_WORD,
    NUMBERED,
    RIGHT_BEHIND,
    UNDONE,
)

# So far around an error its line is looked at.
LINE = 400


def number_in_use(kind: FaultKind, message: str) -> str | None:
    """The number that an error of a used number names; None for every other kind."""
    if kind is not FaultKind.DUPLICATE_DOC_NUMBER or not A_DIGIT.found(message):
        return None
    tells = told(message.lower())
    beside = number_amid(message, tells.start, tells.end) if tells and tells.kind is kind else None
    return named_number(message) or beside


def named_number(message: str) -> str | None:
    """The number that the sentence names; None if it names none, or only with words between that may mean another."""
    if not A_DIGIT.found(message):
        return None
    found = HELD.found(message)
    number = found.group("number").strip(".,;:!?'\"\u201c\u201d\u2019") if found else ""
    return number or None


def number_amid(said: str, start: int, end: int) -> str | None:
    """The one number that the words from `start` to `end` of a sentence say is taken, or that stands right behind them.

    It stands behind the last word for a number that they hold. None where there is none, or more than one.
    """
    words = [found.end() for found in NUMBER_WORD.places(said[start:end])]
    amid = {found.group("number") for found in AMID.places(said[start + words[-1] if words else start : end])}
    if not amid and (behind := RIGHT_BEHIND.found(said[end:])):
        amid = {behind.group("number")}
    if not amid and (first := AMID.found(said[start:end])) and first.start() == 0:
        amid = {first.group("number")}
    return amid.pop().rstrip(".,:;-'\"") if len(amid) == 1 else None


def number_beside(text: str, start: int, end: int) -> str | None:
    """The one document that the line of an error numbers; None where it numbers none or several, or tells of success.

    `start` and `end` are the error's span in the text. The number of an order, a job or a payment may be another than
    the document's: only what the document itself is called counts.
    """
    since = max(text.rfind("\n", 0, start) + 1, start - LINE)
    until = text.find("\n", end, end + LINE)
    line = f"{text[since:start]} \u2026 {text[end : until if until >= 0 else end + LINE]}"
    numbers = {found.group("number").rstrip(".,:;-") for found in NUMBERED.places(line)}
    if len(numbers) != 1 or DONE.found(UNDONE.without(line)):
        return None
    others = {found.group() for found in LIKE_ONE.places(line)} - numbers
    return None if others else numbers.pop()
