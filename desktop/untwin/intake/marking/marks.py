"""Marks the words in a readable text that an error is made of: sentences, codes, named fields, tails, separators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.marking.patterns import BARE_END, HTTP_CODES, MARK, OTHER_CODES, QUOTED_END, RANKED, TAG_END
from untwin.intake.marking.tail import NUMBER_WINDOW, Tail, read_tail

# The longest value of a field that is read to its end.
VALUE_LIMIT = 4_000
# How far behind the words of an error its bare `DocNumber=1` may stand.
NUMBER_REACH = 300
# What separates one value from the next is no longer than this.
MARK_LENGTH = 200


class What(StrEnum):
    """What a mark is."""

    PHRASE = "a sentence known to belong to one kind"
    FAINT = "words that tell the kind of an error but don't make one"
    TITLE = "an opening that says that an error follows, not which"
    TAIL = "DocNumber=.. is assigned to .."
    CODE = "a code that is surely an error's"
    LOOSE_CODE = "a number called code, whatever that may be"
    FIELD = "a named field: message, detail"
    ENVELOPE = "the outside of QuickBooks' own answer"
    STOP = "the end of a record"


@dataclass(frozen=True, slots=True)
class Mark:
    """One such place in a view.

    Attributes:
        start, end: its span; a field's ends with its value.
        rank: a phrase's place in the printed order of its kind; 0 elsewhere.
        name: the code's digits, or the field's name in lower case.
        value: where a field's value starts.
    """

    what: What
    start: int
    end: int
    kind: FaultKind | None = None
    rank: int = 0
    name: str = ""
    value: int = 0
    tail: Tail | None = None


def marks(text: str, lower_text: str) -> Iterator[Mark]:
    """All marks of a text in their order; `lower_text` is the same text in lower case, letter for letter."""
    ends = ValueEnds(lower_text)
    said = -NUMBER_REACH
    for match in MARK.finditer(lower_text):
        if match.lastgroup == "number_d" and not _matters(lower_text, match, said):
            continue
        mark = _mark(match, text, lower_text, ends)
        if mark:
            said = mark.end if mark.what in (What.PHRASE, What.FAINT) else said
            yield mark


def _matters(lower_text: str, number: re.Match[str], said: int) -> bool:
    """Whether a `DocNumber=` belongs to an error: it is assigned to something, or the error was named just before."""
    at = number.end()
    return at - said <= NUMBER_REACH or "assigned" in lower_text[at : at + NUMBER_WINDOW]


class ValueEnds:
    """Where the values of fields end, asked for in rising order; no character is looked at for each value anew."""

    def __init__(self, lower_text: str) -> None:
        self._text = lower_text
        # By pattern: the last end found or not found, and how far the text was looked through for it.
        self._known: dict[re.Pattern[str], tuple[int | None, int]] = {}

    def end(self, start: int, *, tagged: bool) -> int:
        """The end of the value at `start`; a quoted one may hold quotes of its own and ends behind its last."""
        quote = self._text[start : start + 1]
        if tagged:
            found = self._first(TAG_END, start, start)
        elif quote in QUOTED_END:
            found = self._first(QUOTED_END[quote], start + 1, start)
            return min(start + VALUE_LIMIT, len(self._text)) if found is None else found + 1
        else:
            found = self._first(BARE_END, start, start)
        return min(start + VALUE_LIMIT, len(self._text)) if found is None else found

    def _first(self, pattern: re.Pattern[str], start: int, value: int) -> int | None:
        found, looked = self._known.get(pattern, (None, 0))
        limit = value + VALUE_LIMIT
        if (found is None or found < start) and looked < limit:
            match = pattern.search(self._text, max(start, looked - MARK_LENGTH), limit + MARK_LENGTH)
            found, looked = (match.start() if match else None), (match.end() if match else limit)
            self._known[pattern] = (found, looked)
        return found if found is not None and start <= found <= limit else None


def _mark(match: re.Match[str], text: str, lower_text: str, ends: ValueEnds) -> Mark | None:
    group = match.lastgroup or ""
    start, end = match.span()
    sort = group.partition("_")[0]
    if sort in _WORDS:
        kind, rank = RANKED[group]
        return Mark(_WORDS[sort], start, end, kind, rank)
    if sort == "number":
        tail = read_tail(text, lower_text, end)
        return Mark(What.TAIL, start, tail.end, tail=tail)
    if sort in ("strict", "told", "loose", "clio"):
        return _code(match, group, lower_text)
    if sort in ("key", "tag"):
        name = match.group("tag") or lower_text[start : match.start(f"{group}_name")]
        start += sort == "tag"
        return Mark(What.FIELD, start, ends.end(end, tagged=sort == "tag"), name=name.replace("_", " "), value=end)
    plain = _PLAIN.get(sort)
    return Mark(plain, start, end) if plain else None


def _code(match: re.Match[str], group: str, lower_text: str) -> Mark | None:
    """A code, unless it numbers something else (`account code 6140`, `status code 400`)."""
    digits = match.group(f"{group}_digits").lstrip("0")
    before = lower_text[max(0, match.start() - 24) : match.start()]
    # Whoever reports a code may stand right before: `the customer reports 6140`.
    other = not group.startswith("told") and OTHER_CODES.search(before)
    if not digits or other or (len(digits) < _OWN_CODES and HTTP_CODES.search(before)):
        return None
    known = "code" in match.group() or classify("", digits) is not FaultKind.UNKNOWN
    said = lower_text[match.end() : match.end() + 3].lstrip("\"')] ").startswith((":", "-", "\u2013", "\u2014"))
    # Only QuickBooks Desktop calls a number of four figures a status.
    loose = group.startswith("loose") and not HTTP_CODES.search(before)
    sure = not loose and (known or said)
    return Mark(What.CODE if sure else What.LOOSE_CODE, match.start(), match.end(), name=digits)


# QuickBooks' codes have four figures, with few exceptions that nobody calls a status.
_OWN_CODES = 4
_WORDS = {"phrase": What.PHRASE, "faint": What.FAINT}
_PLAIN = {"title": What.TITLE, "envelope": What.ENVELOPE, "stop": What.STOP}
