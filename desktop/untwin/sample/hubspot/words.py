"""HubSpot's own words for what goes wrong in its sync: an Error Category and a sentence for each."""

from untwin.sample.link import NOT_CONNECTED, RefusedError

Said = tuple[str, str]
"""Category and sentence."""

NO_CUSTOMER: Said = ("Missing association", "An invoice should have an associated customer in QuickBooks Online.")
MODIFIED: Said = (
    "Modified outside HubSpot",
    (
        "Line item or invoice amount modifications in HubSpot native invoices cannot be made through external"
        " applications."
    ),
)
_USED = (
    "This invoice ID has already been used for a document (such as an invoice or credit memo) in QuickBooks Online."
    " Change the ID of one of them."
)
_NAME = "The display name is a duplicate of another customer, vendor or employee in QuickBooks Online."
_SERVICE = "Enter a service date for the revenue recognition line item"


def words(refusal: RefusedError) -> Said:
    """What the page says about a refusal of QuickBooks."""
    if refusal.code == "6140":
        return "Duplicate invoice ID", _USED
    if refusal.code == "6240":
        return "Duplicate display name", _NAME
    if _SERVICE in refusal.detail:
        return "Service date required", f"{_SERVICE}."
    if refusal.detail == NOT_CONNECTED:
        return "Connection", "HubSpot's connection to QuickBooks Online has ended. Please reconnect."
    return (
        "Third-party error",
        f"Third-party request failed [ERROR CODE:{refusal.code}, ERROR MESSAGE: {refusal.title}: {refusal.detail}]",
    )
