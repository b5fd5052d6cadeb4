"""Somebody else saved first: what the document is now, who saved it last, and that another try may go through."""

import re

from untwin.domain.books.documents import Document
from untwin.domain.cases.advice import Advice, Ends, Fact, RetrySense
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight
from untwin.domain.words.days import told_moment
from untwin.domain.words.money import told_amount

_NOTHING_LOST = "Nothing is broken: QuickBooks took the first change and refused the second one."
_OTHER = re.compile(r"\bYou and ([^.\n]{1,80}?) were working on this\b", re.IGNORECASE)


def advise(sight: Sight) -> Advice:
    """The advice."""
    found = _document(sight)
    retry = ways.retry(sight, RetrySense.NOW)
    if found is None:
        said = (_NOTHING_LOST, *_who(sight), _not_seen(sight), *sight.doubts)
        return Advice(said, (retry, ways.look_again()), RetrySense.NOW)
    saved = told_moment(found.updated_at) if found.updated_at else "at a time that isn't told"
    said = (
        _NOTHING_LOST,
        *_who(sight),
        f"It is {found.title}, {found.who}, {told_amount(found.total)}; saved last {saved}.",
        "Once the other person is done, retry: the app then starts from the document as it is now.",
    )
    opened = ways.open_document(sight, found, "Open it in QuickBooks", "See whether somebody is still working on it.")
    facts = (Fact("Saved last", saved),)
    # A change of what is there posts nothing: only the app's own list shows that it went through.
    return Advice(said, (retry, opened, ways.look_again()), RetrySense.NOW, Ends.GONE, facts)


def is_there(sight: Sight) -> bool:
    """Whether the document is seen in QuickBooks: another try then changes it. Else it would post it anew."""
    return _document(sight) is not None


def _who(sight: Sight) -> tuple[str, ...]:
    """Whom the error names; an app's own name is one, too."""
    named = _OTHER.search(sight.message[:2000])
    return (f"The error names who was faster: {named.group(1).strip()}.",) if named else ()


def _not_seen(sight: Sight) -> str:
    if sight.number is None:
        return "The error doesn't say which document it was. Once the other person is done, retry."
    return f"QuickBooks has no document {sight.number} yet. Once the other person is done, retry."


def _document(sight: Sight) -> Document | None:
    if sight.evidence is None:
        return None
    one = sight.evidence.holders if len(sight.evidence.holders) == 1 else ()
    return sight.evidence.named_found or next(iter(one), None)
