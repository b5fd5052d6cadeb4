"""Who made a document: an app, as its own list, a mark or our history says, a person by hand, or nobody can say."""

import re

from untwin.domain.books.documents import Document
from untwin.domain.sources.declared import BUILT_IN
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.records import may_own, other_records, owns
from untwin.domain.words.phrasing import capital, listed

_APPS_ID = re.compile(r"^[^:]*\b(app|external|source|sync\w*|record|object|bill|invoice|crm|deal)\b[^:]*\bid\b[^:]*:")


def owner_reason(document: Document, evidence: Evidence) -> str:
    """Why an app counts as its maker; empty where nothing says so. What its number begins with proves nothing."""
    return _owner(document, evidence)[1]


def owner_name(document: Document, evidence: Evidence) -> str:
    """Which app counts as its maker, as people call it; empty where none does, or nobody knows its name."""
    return _owner(document, evidence)[0]


def _owner(document: Document, evidence: Evidence) -> tuple[str, str]:
    if document.id in evidence.posted_by_source or document.id in evidence.answers_others:
        words = f"The change history shows that {document.title} was posted by {evidence.source_name}."
        return evidence.source_name, words
    lists = [(evidence.source_name, other_records(evidence))]
    lists += [(other.name, list(other.records)) for other in evidence.other_sources]
    for name, records in lists:
        own = next((r for r in records if owns(r, document)), None)
        if own is not None:
            kind = own.kind.value.replace("_", " ")
            return name, f"{capital(name)} has a record of {document.title}: {kind} {own.number or own.id}."
    return _marked(document, [name for name, _ in lists])


def maker_reason(document: Document, evidence: Evidence) -> str:
    """Why it counts as made in QuickBooks; empty while that must be asked."""
    if document.id in evidence.made_by_hand:
        return f"You said that {document.title} was made in QuickBooks."
    records = [*other_records(evidence), *(r for other in evidence.other_sources for r in other.records)]
    if unasked(evidence) or any(may_own(record, document) for record in records):
        return ""
    known_from = evidence.incoming.known_from if evidence.incoming else ""
    own = known_from if evidence.source_name == "the source" and known_from else evidence.source_name
    names = [capital(own), *(other.name for other in evidence.other_sources)]
    return f"{listed(names)} {'has' if len(names) == 1 else 'have'} no record of {document.title}."


def unasked(evidence: Evidence) -> list[str]:
    """The apps of the company whose own list could not be read to its end."""
    found = [] if evidence.source_search.complete else [evidence.source_name]
    return found + [other.name for other in evidence.other_sources if not other.complete]


def maker_question(document: Document, evidence: Evidence) -> str:
    """The one short question that is asked where nothing else is missing."""
    others = [other.name for other in evidence.other_sources if not other.complete]
    if others and evidence.source_search.complete:
        why = f"{' and '.join(others)} may have made it, and could not be asked."
    else:
        why = "No list says who made it."
    return f"Was {document.title} made in QuickBooks by hand? {why}"


def _marked(document: Document, names: list[str]) -> tuple[str, str]:
    """A custom field that names an app, or holds an app's id: no person types those."""
    known = [n for n in (*names, *(p.name for p in BUILT_IN.values())) if n != "the source"]
    for mark in document.marks:
        name = next((n for n in known if re.search(rf"\b{re.escape(n)}\b", mark, re.IGNORECASE)), None)
        if name or _APPS_ID.search(mark.casefold()):
            return name or "", f"A custom field of {document.title} says “{mark}”: {name or 'an app'} made it."
    return "", ""
