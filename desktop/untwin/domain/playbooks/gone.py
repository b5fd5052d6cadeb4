"""Whether an error is gone from its source's own list, where that is the only place in which its end shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from untwin.domain.books.documents import same_number
from untwin.domain.cases.case import Case
from untwin.domain.errors.faults import Finding, Reading
from untwin.domain.sources.declared import SourceProfile
from untwin.domain.words.plain_text import plain


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says about one case: whether the error is still there, and one sentence."""

    still_there: bool
    sentence: str


def is_list_of(profile: SourceProfile, reading: Reading, text: str) -> bool:
    """Whether a text can be the source's whole list: it names an error of it, or the words over its list.

    A text of anything else would make every error look as if it were gone.
    """
    named = any(finding.source == profile.id for finding in reading.findings)
    heading = plain(profile.place.rpartition(">")[2].strip())
    return named or bool(heading and heading in plain(text[:200_000]))


def look_in_list(case: Case, profile: SourceProfile, findings: Iterable[Finding]) -> Listed:
    """Whether the list still has the case's error."""
    name = case.waiting_number or "the document"
    if any(_is_about(case, finding) for finding in findings):
        return Listed(still_there=True, sentence=f"The error about {name} still stands in {profile.name}'s list.")
    booked = next((d for d in (case.evidence.holders if case.evidence else ()) if d.entity == "Invoice"), None)
    there = f"; {booked.title} is in QuickBooks" if booked else ""
    return Listed(still_there=False, sentence=f"The error about {name} is gone from {profile.name}'s list{there}.")


def _is_about(case: Case, finding: Finding) -> bool:
    """Without a number on one of the two sides, the same kind of error counts: rather not gone than gone."""
    number = finding.doc_number or (finding.columns.incoming_number if finding.columns else None)
    if case.waiting_number is None or number is None:
        return finding.kind is case.kind
    return same_number(number, case.waiting_number)
