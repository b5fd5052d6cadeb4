"""Knows pages of help by the headings of their parts, and sentences that suppose that their reader has met an error."""

from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.signs.at_large import THE_ERROR_ITSELF
from untwin.intake.judging.signs.pages import (
    BY_WHOM_IT_IS_MET,
    CONTAINED,
    FIELDS_BELOW,
    IN_A_REPORT,
    INSTRUCTS_AN_AGENT,
    MAY_BE_MET,
    NAMED_BY_ITS_TEXT,
    OFFERED_HELP,
    PARTS_OF_A_PAGE,
    SAID_OF_THE_ERROR,
    SUPPOSED_ABOVE,
    TOLD_BY_THE_MESSAGE,
)
from untwin.intake.judging.spot import Spot

# How far around an error the headings of a page stand.
PAGE = 1_200
# How far before the words their line is read.
LINE = 320
# How far above a record the paragraph is read that leads to it.
ABOVE = 800
# How many of them make a page: one alone heads a product's hint as well.
ENOUGH = 2


def is_on_a_page_of_help(spot: Spot) -> bool:
    """Whether the text around, which names nobody's document near the words, has the headings of a page of help."""
    return is_page_of_help(f"{spot.before(PAGE)}\u2026{spot.behind(PAGE)}") and not names_a_paper(spot.whole_line)


def is_page_of_help(text: str) -> bool:
    """Whether a text has the headings of a page of help: two of them, or one and what such an error means."""
    parts = {found.group("part").lower() for sign in PARTS_OF_A_PAGE.each for found in sign.places(text)}
    told = len(parts) + (THE_ERROR_ITSELF.found(text.lower()) is not None if parts else 0)
    return told >= ENOUGH and not IN_A_REPORT.found(text)


def is_supposed(spot: Spot) -> bool:
    """Whether the words are what a reader may meet, what a message may contain, or are explained to its reader."""
    head = spot.before(LINE).rpartition("\n")[2]
    supposed = any(sign.found(head) for sign in _IN_FRONT) or SUPPOSED_ABOVE.found(spot.before(ABOVE))
    explained = SAID_OF_THE_ERROR.found(spot.behind(PAGE)) or FIELDS_BELOW.found(spot.behind(PAGE))
    return bool(supposed or explained) and not names_a_paper(spot.whole_line)


def is_offered_help(spot: Spot) -> bool:
    """Whether somebody sells help by telephone on the line of a code."""
    return spot.code_alone and bool(OFFERED_HELP.found(spot.whole_line))


_IN_FRONT = (BY_WHOM_IT_IS_MET, CONTAINED, INSTRUCTS_AN_AGENT, MAY_BE_MET, NAMED_BY_ITS_TEXT, TOLD_BY_THE_MESSAGE)
