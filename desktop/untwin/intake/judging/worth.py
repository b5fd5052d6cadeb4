"""Judges whether a group of marks is an error or only sounds like one: the place where talk is told from faults."""

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.elsewhere import names_books
from untwin.intake.judging.failing import says_it_failed
from untwin.intake.judging.happened import has_happened, names_a_paper
from untwin.intake.judging.reason import Reason, always, first
from untwin.intake.judging.signs.failures import (
    ANSWERED_429,
    APART,
    COMPLAINED_OF,
    COUNTED,
    DIED_AT,
    EDGE_BEFORE,
    EDGE_BEHIND,
    ENDS_THERE,
    LABEL_OF_BOOKS,
    LABELLED,
    LATER,
    NAMED_BY_A_PROGRAM,
    NUMBER_ENDS_IT,
    PATH,
    RETOLD,
    SAID_BY_QUICKBOOKS,
    SAYS_NOTHING,
    SUPPOSING,
    TALKS_OF_CODES,
    THROWN_BY_NAME,
    WITH_THEIR_NUMBERS,
)
from untwin.intake.judging.signs.lists import LIST_ITEM, WHAT_TO_DO
from untwin.intake.judging.signs.rules import OF_ONESELF
from untwin.intake.judging.spot import AROUND, Spot
from untwin.intake.judging.talk import is_talk
from untwin.intake.marking.marks import Mark, What

# How far around its words a cue may stand.
NEAR = 250
# How far beside its words a line or a cell may end, a number between them or not.
EDGE, NUMBER = 8, 30
# Kinds whose codes number other things too (HTTP's answers, a year, a port).
_COMMON = (FaultKind.UNKNOWN, FaultKind.VALIDATION, FaultKind.SYSTEM, FaultKind.AUTH)


def is_worth(spot: Spot) -> bool:
    """Whether a group is an error: by its words, by a code that can be nothing else, or by QuickBooks' envelope."""
    return first(WORTH, spot).answer


def _heads_what_to_do(spot: Spot) -> bool:
    """Whether the words are an item of a list, and below it stands, further in, what is to be done in that case."""
    line, code = spot.line, spot.group.code
    own = line.replace(f"#{code.name}", "") if code else line
    return bool(LIST_ITEM.found(line) and WHAT_TO_DO.found(spot.behind(AROUND))) and not names_a_paper(own)


def _has_words(spot: Spot) -> bool:
    return bool(spot.group.seen & {What.PHRASE, What.TITLE} or spot.group.tail)


def _has_a_sure_code(spot: Spot) -> bool:
    return What.CODE in spot.group.seen


def _talks_of_a_code(spot: Spot) -> bool:
    talks = spot.group.seen == {What.CODE} and TALKS_OF_CODES.found(spot.around[0])
    return bool(talks) and not (names_a_paper(spot.line) and OF_ONESELF.found(spot.small_line))


def _complains_of_the_number(spot: Spot) -> bool:
    """Whether a line that says something failed has the duplicate number's code and complains of `DocNumber`."""
    code = spot.group.code
    if What.LOOSE_CODE not in spot.group.seen or code is None:
        return False
    if classify("", code.name) is not FaultKind.DUPLICATE_DOC_NUMBER:
        return False
    return bool(COMPLAINED_OF.found(spot.line)) and says_it_failed(spot.line)


def _is_retold(spot: Spot) -> bool:
    """Whether faint words are said of something that failed, or are QuickBooks' answer."""
    if What.FAINT not in spot.group.seen:
        return False
    if spot.group.envelope:
        return True
    return _number_failed(spot) if spot.group.faint is FaultKind.DUPLICATE_DOC_NUMBER else _something_failed(spot)


def _something_failed(spot: Spot) -> bool:
    signs_in = spot.group.faint is FaultKind.AUTH
    near = spot.text[max(0, spot.group.start - NEAR) : spot.group.end]
    apart = signs_in and APART.found(near) and names_books(f"{near} {spot.line}".lower())
    answered = SAID_BY_QUICKBOOKS.found(spot.around[0]) and ENDS_THERE.found(spot.behind(EDGE))
    status = ANSWERED_429.found(spot.around[0]) and names_books(spot.small_line)
    # Who gets a refused grant has nothing else to show for it.
    got = signs_in and "grant" in spot.around[1].lower() and has_happened(*spot.around) and names_books(near.lower())
    failed = apart or answered or status or got or says_it_failed(spot.line)
    return bool(failed) and not (signs_in and SUPPOSING.found(spot.line))


def _number_failed(spot: Spot) -> bool:
    line, said_at = spot.line, spot.group.said_at
    if spot.text[said_at : said_at + 6].lower() == "number" and not names_books(line.lower()):
        return False
    if spot.text[said_at : said_at + 17].lower() == "duplicate number " and not names_a_paper(line):
        return False
    if PATH.found(line) and not has_happened(line, "", ""):
        return False
    told = says_it_failed(line) or RETOLD.found(line) or DIED_AT.found(line) or _is_coded_with_a_paper(spot)
    if "_" in spot.around[1]:
        # A name in a program says nothing by itself.
        return bool(told and NAMED_BY_A_PROGRAM.found(spot.around[0])) or _is_named_with_a_paper(spot)
    return bool(told) or _is_title(spot) or _is_named_with_a_paper(spot)


def _is_named_with_a_paper(spot: Spot) -> bool:
    """Whether a program names the error as its code, throws it by name, or counts it, and names a document with it."""
    head, words, behind = spot.around
    if COUNTED.found(head) and WITH_THEIR_NUMBERS.found(behind):
        return True
    thrown = " " not in words and behind.startswith(": ") and THROWN_BY_NAME.found(head)
    return bool(NAMED_BY_A_PROGRAM.found(head) or thrown) and names_a_paper(spot.line)


def _is_coded_with_a_paper(spot: Spot) -> bool:
    """Whether QuickBooks' own code stands right beside the words, and a document on their line: `INV-8 (6140, ..`."""
    beside = spot.before(EDGE) + spot.behind(EDGE)
    return "6140" in beside and names_a_paper(spot.line)


def _is_title(spot: Spot) -> bool:
    """Whether the words for a duplicate number are all that a line or a cell says."""
    if LABEL_OF_BOOKS.found(spot.around[0]) and NUMBER_ENDS_IT.found(spot.behind(NUMBER)):
        return True
    if not EDGE_BEHIND.found(spot.behind(EDGE)):
        return False
    head, before = spot.around[0], spot.text[max(0, spot.group.start - EDGE) : spot.group.start]
    return bool(EDGE_BEFORE.found(before) or (LABELLED.found(head) and names_a_paper(head)))


def _has_a_telling_field(spot: Spot) -> bool:
    """Whether a field says something, in QuickBooks' answer or beside what makes it an error's."""
    group = spot.group
    said = [own for own in group.fields.values() if _says_something(spot, own)]
    both = {"message", "detail"} <= group.fields.keys() and group.code is not None
    telling = group.code is not None and classify("", group.code.name) not in _COMMON
    return bool(said) and (group.envelope or both or telling or any(_is_an_errors(spot, own) for own in said))


def _says_something(spot: Spot, own: Mark) -> bool:
    """Whether a field holds more than nothing, and no place that is filled in later (`<error-code>`)."""
    value = spot.group.value_of(spot.text, own).strip(" \t\r\n\"',;")
    return SAYS_NOTHING.found(value) is None and not LATER.found(spot.text, own.end)


def _is_an_errors(spot: Spot, own: Mark) -> bool:
    """Whether the field's name alone tells that something failed; a bare `error:` is too common in talk for that."""
    quoted = spot.text[own.start - 1 : own.start] in ('"', "'", "[")
    return "error" in own.name and (own.name != "error" or quoted)


WORTH = (
    Reason("talk", "Its words only speak of errors.", is_talk, answer=False),
    Reason("heads what to do", "Below it stands what is to be done in that case.", _heads_what_to_do, answer=False),
    Reason("words", "It has the words of an error, or a number that is assigned.", _has_words, answer=True),
    Reason("talks of a code", "It is a code alone in a line of talk.", _talks_of_a_code, answer=False),
    Reason("sure code", "It has a code that is surely an error's.", _has_a_sure_code, answer=True),
    Reason("complains of the number", "It complains of the number as a field.", _complains_of_the_number, answer=True),
    Reason("retold", "Its faint words are said of something that failed.", _is_retold, answer=True),
    Reason("telling field", "It is a field that says what failed.", _has_a_telling_field, answer=True),
    Reason("nothing", "Nothing makes an error of it.", always, answer=False),
)
