"""The kind of a failure that is told in anybody's words: what names it, and what only sounds like it."""

import pytest

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_words import told_kind

TOLD = {
    FaultKind.DUPLICATE_DOC_NUMBER: (
        "We tried to send this bill, but its number is not unique.",
        "Failed: document no. 881 already booked",
        "Posting failed because of a duplicate number (invoice 553).",
        "a sales receipt numbered 88 exists already",
        "Another transaction with the same number was found.",
        "You have already used this invoice number.",
        "it found another document with number 7001",
        "not created: doc number conflict",
        "It looks like number 3130 was used on an older invoice.",
        "two invoices share the number 3130",
        "QuickBooks Online already uses invoice number 3130 for a different customer",
        "There is an existing transaction with that number.",
        "doc no. 3130 clashes with a credit memo",
        "An invoice with the number 7001 has already been created.",
    ),
    FaultKind.NUMBER_TOO_LONG: ("The number is too long for QuickBooks.",),
    FaultKind.DUPLICATE_NAME: ("Vendor name 'Stone' is already used by a customer", "a duplicate customer name"),
    FaultKind.CLOSED_PERIOD: ("dated before your closing date", "the books for May are closed"),
    FaultKind.DEPOSITED: ("it was deposited on Monday", "it is part of a deposit", "it was added to a bank deposit"),
    FaultKind.MISSING_CUSTOMER: ("the contact has no associated customer", "a customer is required"),
    FaultKind.AUTH: (
        "Your connection has expired",
        "access was revoked",
        "Please reconnect",
        "the session has timed out",
    ),
    FaultKind.THROTTLED: ("too many requests", "the request limit was reached"),
    FaultKind.SUBSCRIPTION: ("Your trial has ended.",),
    FaultKind.STALE_OBJECT: ("the invoice was changed in QuickBooks since you loaded it",),
    FaultKind.OBJECT_NOT_FOUND: ("the item was deleted", "it no longer exists", "could not be found in QuickBooks"),
    FaultKind.SYSTEM: (
        "QuickBooks is temporarily unavailable",
        "the request timed out",
        "QuickBooks did not answer in time",
    ),
    FaultKind.UNKNOWN: (
        "Sync failed: bad rate given",
        "Sync failed: that phone number is in use",
        "Export failed: the order number already exists",
        "Sync failed: the user name is taken",
        "Payment failed: the card was declined",
        "Sync failed: tax code not found",
    ),
}


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, all_ in TOLD.items() for words in all_])
def test_the_words_of_a_failure_come_to_its_kind(kind: FaultKind, words: str) -> None:
    assert told_kind(words) is kind
