"""Untwin's own addresses: `untwin://case/12` leads to a case in the window, and never to anything but a view."""

import re

SCHEME = "untwin:"
# Digits only, so that nothing in an address from outside can mean more than which case is shown.
_CASE = re.compile(r"untwin://case/([0-9]{1,12})/?", re.IGNORECASE)


def is_own(address: str) -> bool:
    """Whether an address is one of Untwin's own, well formed or not."""
    return address.lower().startswith(SCHEME)


def case_of(address: str) -> str | None:
    """The id of the case that an address leads to; None for any other."""
    found = _CASE.fullmatch(address)
    return str(int(found[1])) if found else None
