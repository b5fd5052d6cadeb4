"""What an error is called, from its words and its code."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untwin.domain.books.type_words import entity_of
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.sentences import FAINT_PHRASES, PHRASES
from untwin.domain.words.plain_text import plain

DUPLICATE = "Duplicate Document Number Error : You must specify a different number. This number has already been used."


@pytest.mark.parametrize(
    ("words", "code", "kind"),
    [
        (DUPLICATE, "6140", FaultKind.DUPLICATE_DOC_NUMBER),
        (DUPLICATE, None, FaultKind.DUPLICATE_DOC_NUMBER),
        ("", "6140", FaultKind.DUPLICATE_DOC_NUMBER),
        ("Num\u00e9ro de document en double", None, FaultKind.DUPLICATE_DOC_NUMBER),
        ("Num\u00c3\u00a9ro de document en double", None, FaultKind.DUPLICATE_DOC_NUMBER),
        ("This invoice ID has already been used for a document", None, FaultKind.DUPLICATE_DOC_NUMBER),
        ("The display name is a duplicate", None, FaultKind.DUPLICATE_NAME),
        ("The name supplied already exists. : null", "6240", FaultKind.DUPLICATE_NAME),
        ("An invoice should have an associated customer.", None, FaultKind.MISSING_CUSTOMER),
        ("Required parameter CustomerRef is missing in the request", "2020", FaultKind.MISSING_CUSTOMER),
        ("Required param missing CustomerRef", "2020", FaultKind.MISSING_CUSTOMER),
        ("Required param missing AccountRef", "2020", FaultKind.VALIDATION),
        ("", "6560", FaultKind.MISSING_CUSTOMER),
        (
            "Business Validation Error: Enter a service date for the revenue recognition line item",
            "6000",
            FaultKind.SERVICE_DATE_REQUIRED,
        ),
        (
            "Line item or invoice amount modifications in HubSpot native invoices cannot be made outside",
            None,
            FaultKind.EXTERNAL_MODIFICATION,
        ),
        ("The account period has closed", "6210", FaultKind.CLOSED_PERIOD),
        ("", "6200", FaultKind.CLOSED_PERIOD),
        ("Stale Object Error", "5010", FaultKind.STALE_OBJECT),
        ("Object Not Found : Something you're trying to use has been made inactive.", None, FaultKind.OBJECT_NOT_FOUND),
        ("", "610", FaultKind.OBJECT_NOT_FOUND),
        ("Invalid Reference Id : Names element id 5 not found", None, FaultKind.INVALID_REFERENCE),
        ("Length exceeds limit DocNumber", "2050", FaultKind.NUMBER_TOO_LONG),
        ("Length exceeds limit GivenName", "2050", FaultKind.VALIDATION),
        ("You can't enter more than 21 characters in the doc_num field", "6000", FaultKind.NUMBER_TOO_LONG),
        ("This transaction has been deposited.", None, FaultKind.DEPOSITED),
        ("", "6540", FaultKind.DEPOSITED),
        ("message=AuthenticationFailed; errorCode=003200; statusCode=401", None, FaultKind.AUTH),
        ("", "003200", FaultKind.AUTH),
        ("", "100", FaultKind.AUTH),
        ("", "150", FaultKind.AUTH),
        ("", "151", FaultKind.UNKNOWN),
        ("Please reconnect", None, FaultKind.AUTH),
        ("", "3001", FaultKind.THROTTLED),
        ("", "429", FaultKind.THROTTLED),
        ("Invalid Company Status", None, FaultKind.SUBSCRIPTION),
        ("", "6190", FaultKind.SUBSCRIPTION),
        ("", "6000", FaultKind.VALIDATION),
        ("", "2010", FaultKind.VALIDATION),
        ("", "6999", FaultKind.VALIDATION),
        ("", "10000", FaultKind.SYSTEM),
        ("", "503", FaultKind.SYSTEM),
        ("", "4001", FaultKind.UNKNOWN),
        ("", None, FaultKind.UNKNOWN),
        ("", "not a code", FaultKind.UNKNOWN),
    ],
)
def test_words_and_code_give_the_kind(words: str, code: str | None, kind: FaultKind) -> None:
    assert classify(words, code) is kind


@pytest.mark.parametrize("code", ["6210", "6240", "6000", "5010", None, "10000"])
def test_words_outrank_the_code(code: str | None) -> None:
    assert classify(DUPLICATE, code) is FaultKind.DUPLICATE_DOC_NUMBER


@pytest.mark.parametrize(
    "words",
    [
        "Account 6140 Office Supplies is inactive",
        "You must specify a different account.",
        "You can't enter more than 21 characters in the doc_num field",
        "The setting Error on Duplicate Document Number is on",
        "Warn if duplicate journal number is used",
        "This app has already been subscribed to",
        "There is an invalid reference to QuickBooks Customer in the Invoice",
    ],
)
@pytest.mark.parametrize("code", ["6000", "3140", "3171", "3180", None])
def test_what_only_looks_like_a_duplicate_number_is_none(words: str, code: str | None) -> None:
    assert classify(words, code) is not FaultKind.DUPLICATE_DOC_NUMBER


def test_every_kind_but_the_last_resorts_has_words_of_its_own() -> None:
    named = set(PHRASES)
    assert set(FaultKind) - named == {FaultKind.VALIDATION, FaultKind.UNKNOWN}


def test_every_phrase_begins_with_a_letter_that_is_really_there() -> None:
    phrases = [phrase for table in (PHRASES, FAINT_PHRASES) for some in table.values() for phrase in some]
    assert [phrase for phrase in phrases if not re.match("[^\\W\\d_A-Z][^?|*{]", phrase)] == []


@pytest.mark.parametrize(
    ("word", "entity"),
    [
        ("Invoice", "Invoice"),
        ("Facture", "Invoice"),
        ("Tax Invoice", "Invoice"),
        ("Credit Memo", "CreditMemo"),
        ("CreditMemo", "CreditMemo"),
        ("Credit Note", "CreditMemo"),
        ("Adjustment Note", "CreditMemo"),
        ("Note de cr\u00e9dit", "CreditMemo"),
        ("Sales Receipt", "SalesReceipt"),
        ("Re\u00e7u de vente", "SalesReceipt"),
        ("Refund", "RefundReceipt"),
        ("Refund Receipt", "RefundReceipt"),
        ("Estimate", "Estimate"),
        ("Quote", "Estimate"),
        ("Journal Entry", "JournalEntry"),
        ("Bill", "Bill"),
        ("Bill Payment (Check)", "BillPayment"),
        ("Bill Payment (Credit Card)", "BillPayment"),
        ("Vendor Credit", "VendorCredit"),
        ("Supplier Credit", "VendorCredit"),
        ("Check", "Purchase"),
        ("Ch\u00e8que", "Purchase"),
        ("Expense", "Purchase"),
        ("Cash Expense", "Purchase"),
        ("Credit Card Charge", "Purchase"),
        ("Credit Card Credit", "Purchase"),
        ("Purchase Order", "PurchaseOrder"),
        ("Payment", "Payment"),
        ("Receive Payment", "Payment"),
        ("Deposit", None),
        ("Transfer", None),
        ("Charge", None),
        ("Time Activity", None),
        ("Payroll", None),
        ("Something else", None),
        ("", None),
    ],
)
def test_a_displayed_type_word_gives_the_entity(word: str, entity: str | None) -> None:
    assert entity_of(word) == entity
    assert entity_of(f" {word.upper()} ") == entity


@settings(deadline=None)  # a slow machine is no error
@given(st.text(), st.none() | st.text())
def test_any_words_and_any_code_have_a_kind(words: str, code: str | None) -> None:
    assert classify(words, code) in FaultKind


@settings(deadline=None)  # a slow machine is no error
@given(st.text())
def test_plain_words_stay_plain(words: str) -> None:
    assert plain(plain(words)) == plain(words)
