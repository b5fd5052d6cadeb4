"""Somebody else saved first: what the document is now, who saved it last, and that another try may go through."""

from untwin.domain.advice import Advice, Fact, RetrySense
from untwin.domain.days import told_moment
from untwin.domain.documents import Document
from untwin.domain.money import told_amount
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight

_NOTHING_LOST = "Nothing is broken: QuickBooks took the first change and refused the second one."


def advise(sight: Sight) -> Advice:
    """The advice."""
    found = _document(sight)
    retry = ways.retry(sight, RetrySense.NOW)
    if found is None:
        said = (_NOTHING_LOST, "Which document it was isn't known here.", "Once the other person is done, retry.")
        return Advice(said, (retry, ways.look_again()), RetrySense.NOW)
    saved = told_moment(found.updated_at) if found.updated_at else "at a time that isn't told"
    said = (
        _NOTHING_LOST,
        f"It is {found.type.one} {found.number or ''}, {found.who}, {told_amount(found.total)}; saved last {saved}.",
        "Once the other person is done, retry: the app then starts from the document as it is now.",
    )
    opened = ways.open_document(sight, found, "Open it in QuickBooks", "See whether somebody is still working on it.")
    facts = (Fact("Saved last", saved),)
    return Advice(said, (retry, opened, ways.look_again()), RetrySense.NOW, facts=facts)


def _document(sight: Sight) -> Document | None:
    if sight.evidence is None:
        return None
    one = sight.evidence.holders if len(sight.evidence.holders) == 1 else ()
    return sight.evidence.named_found or next(iter(one), None)
