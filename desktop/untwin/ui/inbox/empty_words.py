"""What an empty list says: why nothing is there, and what to do next."""

from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.words import tr


def empty_words(listing: Listing) -> tuple[str, str]:
    """A title and a sentence under it."""
    if filtered(listing):
        return tr("Nothing fits “{}”").format(listing.typed), tr("In this view; Ctrl+6 looks through all cases.")
    if not listing.companies and not listing.total():
        return tr("Connect your first company"), tr("Then paste an error: Untwin looks it up there.")
    view = listing.views[listing.view]
    return tr(view.empty), tr(view.lead)


def filtered(listing: Listing) -> bool:
    """Whether there are cases, and the filter lets none of them through."""
    return bool(listing.typed and listing.total())
