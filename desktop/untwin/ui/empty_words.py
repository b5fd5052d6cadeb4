"""What an empty list says: why nothing is there, and what to do next."""

from untwin.ui.listing import Listing
from untwin.ui.words import tr


def empty_words(listing: Listing) -> tuple[str, str]:
    """A title and a sentence under it."""
    if listing.typed and listing.total():
        return tr("Nothing fits “{}”").format(listing.typed), tr("Esc clears the filter.")
    if not listing.companies and not listing.total():
        return tr("Connect your first company"), tr("Then paste an error: Untwin looks it up there.")
    view = listing.views[listing.view]
    return tr(view.empty), tr(view.lead)
