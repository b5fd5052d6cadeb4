"""What an empty list says: why nothing is there, and what to do next."""

from untwin.domain.inbox.inbox import VIEWS
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.words import tr


def empty_words(listing: Listing) -> tuple[str, str]:
    """A title and a sentence under it."""
    if filtered(listing):
        return tr("Nothing fits “{}”").format(listing.typed), tr("In this view; Ctrl+6 looks through all cases.")
    if not listing.companies and not listing.total():
        return tr("Connect your first company"), tr("Then paste an error: Untwin looks it up there.")
    view = listing.views[listing.view]
    return tr(view.empty), _what_is_left(listing) or tr(view.lead)


def _what_is_left(listing: Listing) -> str:
    """Where nothing is to be decided: what is new or waits, else that all are through, which is no proof by itself."""
    if VIEWS[0] is not listing.views[listing.view] or not listing.total() or None in listing.counts():
        return ""
    _decide, new, waiting, snoozed = (count or 0 for count in listing.counts()[:4])
    left = ((new, tr("new"), 2), (waiting, tr("waiting to post"), 3), (snoozed, tr("snoozed"), 4))
    named = [tr("{} {} (Ctrl+{})").format(count, words, key) for count, words, key in left if count]
    if named:
        return tr("Still here: {}.").format(", ".join(named))
    return tr("All cases are through. Clients (g c) says when each app was looked at last.")


def filtered(listing: Listing) -> bool:
    """Whether there are cases, and the filter lets none of them through."""
    return bool(listing.typed and listing.total())
