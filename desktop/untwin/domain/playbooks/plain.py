"""Errors whose sentence is all there is: a rule that was broken, a failure of QuickBooks' own, words nobody knows."""

import re

from untwin.domain.cases.advice import Advice, Option, RetrySense
from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.playbooks import number_too_long, ways
from untwin.domain.playbooks.sight import NOT_LOOKED, Sight
from untwin.domain.words.phrasing import capital

_LENGTH = re.compile(r"length|too long|characters|longer", re.IGNORECASE)


def validation(sight: Sight) -> Advice:
    """A rule of QuickBooks is not kept; the sentence says which, and where it is about a length, so does the number."""
    if sight.number is not None and len(sight.number) > MAX_LENGTH and _LENGTH.search(sight.message):
        return number_too_long.advise(sight)
    said = (f"QuickBooks says: {sight.message}", "The sentence counts more than the code.", *_seen(sight))
    put_right = Option(
        f"Put right what the sentence names in {sight.source}",
        how=("Where the sentence names a setting of QuickBooks, look there.",),
        where=f"{sight.source}, the document",
        copy=sight.message,
        link=sight.source_page,
    )
    return Advice(said, (put_right, ways.retry(sight, RetrySense.AFTER), ways.look_again()), RetrySense.AFTER)


_SAY_FIRST = "It may even have been saved. Before anybody sends it again, say what is waiting."


def system(sight: Sight) -> Advice:
    """QuickBooks failed by itself: the document may have been saved although the answer was lost."""
    first = "QuickBooks, or a server before it, failed. That says nothing about the document."
    doubts = sight.doubts
    if doubts == (NOT_LOOKED,):
        said: tuple[str, ...] = (first, _SAY_FIRST, *doubts)
        return Advice(said, (ways.describe(), ways.look_again()), RetrySense.NO)
    if doubts:
        said = (first, *doubts, "Compare first; sent again, it may be booked twice.")
        return Advice(said, (ways.look_again(),), RetrySense.NO)
    said = (first, "The document was not saved: QuickBooks has it neither under its number nor under another one.")
    return Advice(said, ways.with_retry(sight, RetrySense.NOW), RetrySense.NOW)


def unknown(sight: Sight) -> Advice:
    """Clearly an error, but its words are none that Untwin knows."""
    said = (
        f"The error says: {sight.message}",
        "Untwin doesn't know these words. They are kept exactly as they came.",
        *_seen(sight),
    )
    more = Option(
        "Paste more of the text",
        how=("Copy the whole row or the whole mail and paste it: Untwin may understand more.",),
        where=sight.source,
        link=sight.source_page,
    )
    return Advice(said, (more, ways.retry(sight, RetrySense.AFTER), ways.look_again()), RetrySense.AFTER)


def _seen(sight: Sight) -> tuple[str, ...]:
    evidence = sight.evidence
    if evidence is None or sight.number is None:
        return ()
    if evidence.holders:
        return tuple(f"{capital(d.title)} is in QuickBooks: {d.who}." for d in evidence.holders[:3])
    return (f"No document in QuickBooks has the number {sight.number}.",) if evidence.holder_search.complete else ()
