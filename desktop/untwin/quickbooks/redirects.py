"""Reads the address with which the browser comes back from Intuit's sign-in: the company chosen, and the code."""

import re
from dataclasses import dataclass, field

from untwin.signing.answers import Trip, one_of

_REALM = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Returned:
    """What the browser brought back: the company somebody chose, and the code for its tokens."""

    realm: str
    code: str = field(repr=False)


def trip_to_intuit(redirect: str, state: str) -> Trip:
    """The browser's trip to Intuit's sign-in."""
    return Trip("QuickBooks", redirect, state, "Intuit")


def read_redirected(text: str, redirect: str, state: str) -> Returned:
    """What stands in a redirected address.

    Raises:
        BadInput: it is no redirected address, or one of another sign-in.
        SignInNeeded: it says that the sign-in was refused.
    """
    trip = trip_to_intuit(redirect, state)
    found = trip.read(text)
    realm = one_of(found, "realmId")
    if not _REALM.fullmatch(realm):
        raise trip.no_address()
    return Returned(realm, one_of(found, "code"))
