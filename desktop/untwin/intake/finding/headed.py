"""Tells when an error stands in the title of a report whose text holds the same one whole: it was reported once."""

from untwin.intake.finding.hit import Hit
from untwin.intake.finding.signs.headed import HEADING, IN_A_LOG, IN_A_SENTENCE, STANDS_ABOVE
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.spot import Spot
from untwin.intake.marking.group import Group

# How far below its title a report may come to the error: people show their program first.
REPORT = 3_000
# How long what stands above a title may be.
PATH = 80
# How far below a sentence what it speaks of is shown.
SHOWN = 600


def is_reported_once(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether the first error is only the title of a report of the second, or a sentence above its record."""
    return heads_a_report(text, first, second) or is_shown_below(text, first, second)


def heads_a_report(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether the first error is named in a title and is shown as the second below it.

    A title names no document, and no other code than what it heads.
    """
    (hit, group), (other, more) = first, second
    if hit.finding.kind is not other.finding.kind or group.tail or more.start - group.end > REPORT:
        return False
    if hit.finding.code and other.finding.code and hit.finding.code != other.finding.code:
        return False
    stands_above = STANDS_ABOVE.found(text, group.end) and _opens_a_report(text, group)
    return bool(stands_above) and not names_a_paper(Spot(text, group).line)


def is_shown_below(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether people say the error's name with its code, and show right below the record with the same code."""
    (hit, group), (other, more) = first, second
    told = hit.finding.code is not None and hit.finding.code == other.finding.code and not group.tail
    if not told or hit.finding.kind is not other.finding.kind or more.start - group.end > SHOWN:
        return False
    if Spot(text, group).record or not Spot(text, more).record:
        return False
    start = text.rfind("\n", max(0, group.start - SHOWN), group.start) + 1
    named = f"{Spot(text, group).line} {text[group.end : more.start]}"
    return bool(IN_A_SENTENCE.found(text[start : group.start])) and not names_a_paper(named)


def _opens_a_report(text: str, group: Group) -> bool:
    """Whether the words stand in the first line of all, or behind what heads a title."""
    at = group.stands_at()
    start = text.rfind("\n", max(0, at - REPORT), at) + 1
    above = text[: min(start, REPORT)].strip()
    # A forum's page has its own name and its path above the title.
    named = len(above) <= PATH and "\n\n" in text[:start] and not IN_A_LOG.found(above) and not names_a_paper(above)
    return not above or named or HEADING.found(text[start : group.end]) is not None
