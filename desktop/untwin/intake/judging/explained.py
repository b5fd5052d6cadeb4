"""Knows texts that explain or hold an error's words: help pages, and a program's list of all that it may say."""

from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.signs.explaining import (
    A_TIME,
    COLUMN_OF_CODES,
    COLUMN_OF_REMEDIES,
    DIED_OF,
    DIVIDED,
    ENTRY,
    EXPLAINED,
    IN_AN_ANSWER,
    LOOKED_UP,
    NAMES_CODES,
    NAMES_MEANINGS,
    NUMBERED,
    THREE_FIGURES,
    WHY_BELOW,
)
from untwin.intake.judging.signs.lists import COLUMN_OF_COUNTS, COUNTED, HEADS_A_LESSON

# How much behind the words is looked at.
BEHIND = 320
BEFORE = 500
# The longest name that a text is looked up by, with all that stands between them.
KEY = 130
# How many columns beside its counts a table of counts has at most: a code and its name.
NAMED = 2
# Heads a column that says when such a thing happens.
WHEN = "when"
_CODES = frozenset(
    (
        *("6140", "6240", "5010", "610", "2500", "6000", "6190", "6210", "6430"),
        *("3100", "3200", "3001", "6560", "6540", "2050", "2020", "2010"),
    )
)


def is_explained(behind: str) -> bool:
    """Whether what stands behind an error's words goes on to say what such an error is and when it comes."""
    return bool(EXPLAINED.found(behind[:BEHIND].lower()))


def is_asked_why(behind: str) -> bool:
    """Whether right below the words, on a line of its own, stands the question why such an error comes."""
    return bool(WHY_BELOW.found(behind[:BEHIND]))


def is_in_an_answer(before: str) -> bool:
    """Whether the words stand in the answer to a question about such errors: `Q: Why ..?`, and below it `A: ..`."""
    near = before[-BEFORE:]
    found = IN_AN_ANSWER.found(near.lower())
    # A capital that is small in two letters moves the places by one: a number is found all the same.
    return found is not None and not names_a_paper(near[found.start() : found.end()])


def is_of_a_list(before: str) -> bool:
    """Whether the words are a value in a list of texts, under the name by which its program looks them up."""
    if DIED_OF.found(before, max(0, len(before) - BEFORE)):
        return False
    lower_before = before[-BEFORE:].lower()
    return bool(LOOKED_UP.found(lower_before, max(0, len(lower_before) - KEY)))


def is_item_of_a_lesson(before: str, line: str) -> bool:
    """Whether a line is an item right below a heading that promises the errors anybody may meet; none names one."""
    above = before[-BEFORE:].split("\n")[:-1]
    for at, head in reversed(list(enumerate(above))):
        if not head.strip():
            return False
        if HEADS_A_LESSON.found(head):
            return not names_a_paper("\n".join((*above[at + 1 :], line)))
    return False


def is_table_of_meanings(before: str, line: str) -> bool:
    """Whether a row stands under a head that has columns for codes and their meanings, and for nothing else."""
    heads = before[-BEFORE:].lower().split("\n")[:-1]
    at = next((place for place, head in enumerate(heads) if _names_meanings(head)), None)
    if at is None:
        return False
    rows = " ".join((*heads[at + 1 :], before.rpartition("\n")[2], line))
    return _tells_when(heads[at], rows) or len(_codes(rows)) > 1 or _names_remedies(heads[at])


def is_counted(before: str, line: str) -> bool:
    """Whether a row only counts how often such an error came: under a head of counts, with figures in all of those."""
    cells = _cells(line.lower())
    for head in reversed(before[-BEFORE:].lower().split("\n")[:-1]):
        names = _cells(head)
        if len(names) < 2:
            return False
        counts = [place for place, name in enumerate(names) if COLUMN_OF_COUNTS.found(name)]
        if counts and len(names) - len(counts) <= NAMED:
            return len(cells) == len(names) and any(COUNTED.found(cells[place]) for place in counts)
    return False


def is_under_a_guide(before: str) -> bool:
    """Whether a row stands right under a head whose columns are messages, their meanings and their remedies alone."""
    for line in reversed(before[-BEFORE:].lower().split("\n")[:-1]):
        if len(_cells(line)) < 2:
            return False
        if _names_meanings(line) and _names_remedies(line):
            return True
    return False


def _tells_when(head: str, rows: str) -> bool:
    """Whether the last column says when a thing happens, as a rule: no row says when it did."""
    return _cells(head)[-1] == WHEN and not A_TIME.found(rows)


def _names_meanings(head: str) -> bool:
    cells = _cells(head)
    return len(cells) > 1 and all(
        cell == WHEN or COLUMN_OF_CODES.found(cell) or COLUMN_OF_REMEDIES.found(cell) for cell in cells
    )


def _names_remedies(head: str) -> bool:
    return any(COLUMN_OF_REMEDIES.found(cell) for cell in _cells(head))


def _cells(head: str) -> list[str]:
    return [cell for cell in (cell.strip(" *`\"'#") for cell in DIVIDED.compiled.split(head)) if cell]


def is_entry_of_codes(window: str, at: int) -> bool:
    """Whether what stands at `at` is an entry of a list of codes, or of a table whose head says what codes mean."""
    if "assigned to" in window:
        return False
    return _is_one_of_several_entries(window, at) or _is_below_a_head(window[:at].lower())


def _is_one_of_several_entries(window: str, at: int) -> bool:
    """Whether the place stands on the line of an entry, and there are entries for other codes, too."""
    entries = list(ENTRY.compiled.finditer(window)) if NUMBERED.found(window) else []
    if len({found.group(found.lastgroup or 0) for found in entries}) < 2:
        return False
    return any(found.start() <= at + 1 and "\n" not in window[found.end() : at] for found in entries)


def _is_below_a_head(above: str) -> bool:
    heads = above.split("\n")[:-1]
    return any(DIVIDED.found(head) and NAMES_MEANINGS.found(head) and NAMES_CODES.found(head) for head in heads)


def lists_codes(line: str) -> bool:
    """Whether a line names three of QuickBooks' codes or more."""
    return len(_codes(line)) > 2


def _codes(text: str) -> frozenset[str]:
    """Those of QuickBooks' codes that stand in a text by themselves."""
    return _CODES.intersection(THREE_FIGURES.compiled.findall(text))
