"""Each kind's sentence is known wherever its code stands and whatever it is wrapped in."""

import json
from collections.abc import Callable

import pytest

from untwin.intake.reader import read_text

# Kind, code, sentence.
SENTENCES = [
    (
        "duplicate_doc_number",
        "6140",
        (
            "Duplicate Document Number Error : You must specify a different number. This number has already been used. "
            "DocNumber=2044 is assigned to TxnType=Invoice with TxnId=145"
        ),
    ),
    ("duplicate_name", "6240", "The name supplied already exists."),
    ("missing_customer", "6560", "The invoice should have an associated customer."),
    ("missing_customer", "2020", "Required parameter CustomerRef is missing in the request"),
    ("closed_period", "6210", "The transaction date is prior to the company's closing date."),
    ("closed_period", "6210", "You can't change this transaction because it falls in a closed period."),
    ("stale_object", "5010", "You and Dana were working on this at the same time. Dana finished before you did."),
    (
        "object_not_found",
        "610",
        (
            "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, "
            "customers, items, vendors or employees."
        ),
    ),
    ("invalid_reference", "2500", "Invalid Reference Id : Customers element id 91 not found"),
    ("number_too_long", "6000", "Business Validation Error: Invoice no. must be 21 characters or less."),
    ("number_too_long", "6000", "There are more than 21 characters in the doc_num field."),
    ("deposited", "6540", "Deposited Transaction cannot be changed : Remove it from its deposit first."),
    ("auth", "3100", "ApplicationAuthorizationFailed: the application is not authorized for this company"),
    ("throttled", "3001", "ThrottleExceeded: the request limit was reached"),
    ("subscription", "6190", "Subscription period has ended or canceled or there was a billing problem"),
    (
        "validation",
        "6000",
        (
            "A business validation error has occurred while processing your request : Business Validation Error: You "
            "must specify a different account."
        ),
    ),
    ("validation", "6000", "You must specify a different account."),
    ("system", "10000", "An application error has occurred while processing your request : System Failure Error: null"),
]
# How products put the code beside a sentence.
WITH_CODE = [
    "{said} ({code})",
    "{said} [{code}]",
    "Error {code}: {said}",
    "{code} - {said}",
    "Code ({code}): {said}",
    "{said} (code: {code})",
    "{said} code {code}",
    "errorCode={code}, message={said}",
    "QuickBooks error #{code}: {said}",
    "Code: {code}\nMessage: {said}",
    "Message: {said}\nCode: {code}",
    "[ERROR CODE:{code}, ERROR MESSAGE: {said}]",
    "QuickBooks Online returned error {code} ({said})",
    "{said} Error Code {code}.",
]
# What stands around both.
WRAPPERS: list[Callable[[str], str]] = [
    lambda x: x,
    lambda x: f'The app returned "{x}"',
    lambda x: f"2026-10-05 11:22:33,456 ERROR sync.push - invoice 8812 not pushed: {x}",
    lambda x: "> Hi,\n> this came back:\n> " + x.replace("\n", "\n> "),
    lambda x: f"Failed to sync to QuickBooks: {x}",
    lambda x: json.dumps({"status": "failed", "error": x}),
    lambda x: "Invoice\tClient\tError\n8812\tBaker LLC\t" + x.replace("\n", " "),
    lambda x: f"<div class='alert'>{x.replace(chr(10), '<br>')}</div>",
    lambda x: f"requests.exceptions.HTTPError: 400 Client Error: {x!r}",
    lambda x: f"Unhandled exception. System.Exception: {x}\n   at Acme.Sync.Push() in C:\\src\\Sync.cs:line 42",
    lambda x: f"PHP Fatal error:  Uncaught Exception: {x} in /var/www/sync.php:42\nStack trace:\n#0 {{main}}",
    lambda x: f"qbo-bot APP  9:14 AM\n:warning: Sync failed\n{x}",
]


@pytest.mark.parametrize("shape", WITH_CODE)
@pytest.mark.parametrize(("kind", "code", "said"), SENTENCES)
def test_a_sentence_with_its_code_is_one_error_of_its_kind(kind: str, code: str, said: str, shape: str) -> None:
    for wrapped in WRAPPERS:
        text = wrapped(shape.format(said=said, code=code))
        assert [(found.kind, found.code) for found in read_text(text).findings] == [(kind, code)], text


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, _, said in SENTENCES])
def test_a_sentence_alone_is_one_error_of_its_kind(kind: str, said: str) -> None:
    for wrapped in WRAPPERS:
        found = read_text(wrapped(said)).findings
        assert [one.kind for one in found] == [kind], wrapped(said)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            (
                "map[Fault:map[Error:[map[Detail:Duplicate Document Number Error : You must specify a different "
                "number. This number has already been used. DocNumber=0012 is assigned to TxnType=Estimate "
                "with TxnId=9 Message:Duplicate Document Number Error code:6140 element:]] type:ValidationFault]]"
            ),
            "6140",
        ),
        (
            (
                'array(4) {\n        ["Message"]=>\n        string(31) "Duplicate Document Number Error"\n'
                '        ["code"]=>\n        string(4) "6140"\n      }'
            ),
            "6140",
        ),
    ],
)
def test_the_code_of_a_printed_record_is_found(text: str, code: str) -> None:
    assert [found.code for found in read_text(text).findings] == [code]
