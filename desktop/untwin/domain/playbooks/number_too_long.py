"""The number is too long: how long it is, and that it is shortened where it is made, never here."""

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense
from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import NOT_KNOWN, Sight

_NEVER = "Untwin never shortens a number: two shortened numbers may become the same."


def advise(sight: Sight) -> Advice:
    """The advice."""
    number = sight.number
    if number is None:
        said: tuple[str, ...] = (f"QuickBooks takes {MAX_LENGTH} characters. The error prints no number.", _NEVER)
        options = ways.with_retry(sight, RetrySense.AFTER, ways.describe(), _shorten(sight, ""))
        return Advice(said, options, RetrySense.AFTER, facts=(Fact("Number", NOT_KNOWN),))
    facts = (Fact("Number", number), Fact("Characters", str(len(number))))
    if len(number) <= MAX_LENGTH:
        said = (f"{number} has {len(number)} characters, which QuickBooks takes: it was shortened already.",)
        options = ways.with_retry(sight, RetrySense.NOW)
        return Advice((*said, *sight.doubts), options, RetrySense.NOW, facts=facts)
    over = len(number) - MAX_LENGTH
    said = (
        f"{number} has {len(number)} characters; QuickBooks takes {MAX_LENGTH}: {over} too many.",
        _NEVER,
    )
    options = ways.with_retry(sight, RetrySense.AFTER, _shorten(sight, number))
    return Advice(said, options, RetrySense.AFTER, facts=facts)


def _shorten(sight: Sight, number: str) -> Option:
    """A new number in the source as any other: it is locked while something of it may be booked already."""
    profile = sight.company.profile(sight.case.source)
    how = (
        f"Shorten it to {MAX_LENGTH} characters at most, where it is made.",
        *profile.numbers.how,
        "If other numbers are as long, they will fail as well: shorten the prefix, not this one alone.",
        "Then say the new number here (“Say what is waiting to post”), and look again.",
    )
    words = f"Shorten it in {profile.name}"
    where, link = f"{profile.name}, {profile.numbers.place}", sight.source_page
    return Option(words, how=how, where=where, copy=number, link=link, locks=True)
