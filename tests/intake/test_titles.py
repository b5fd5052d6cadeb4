"""A title and its detail are one error with its code, whatever divides them and wherever the code stands."""

from itertools import product

import pytest

from untwin.domain.errors.faults import FaultKind
from untwin.intake.reader import read_text

ERRORS = {
    FaultKind.DUPLICATE_DOC_NUMBER: (
        "6140",
        "Duplicate Document Number Error",
        "Duplicate Document Number Error : You must specify a different number. This number has already been used.",
    ),
    FaultKind.DUPLICATE_NAME: ("6240", "Duplicate Name Exists Error", "The name supplied already exists. : null"),
    FaultKind.STALE_OBJECT: (
        "5010",
        "Stale Object Error",
        "Stale Object Error : You and Ana were working on this at the same time. Ana finished before you did.",
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        "610",
        "Object Not Found",
        "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts.",
    ),
    FaultKind.INVALID_REFERENCE: (
        "2500",
        "Invalid Reference Id",
        "Invalid Reference Id : Accounts element id 99 not found",
    ),
    FaultKind.DEPOSITED: (
        "6540",
        "Deposited Transaction cannot be changed",
        "This transaction has been deposited. If you want to change or delete it, you must edit the deposit.",
    ),
    FaultKind.VALIDATION: (
        "6000",
        "A business validation error has occurred while processing your request",
        "Business Validation Error: The amounts in the journal entry must balance.",
    ),
}
BETWEEN = (": ", " : ", " - ", " (", "\n", " | ", " -> ", " => ", "\t", ". ", "; ", "\nDetail: ", "\n  Detail: ")
CODES = ("{}: ", "({}) ", "[{}] ", "code={} ", "Error {}: ", "#{} ", "Error Code: {}, ", "QBO-{} ")
HEADS = ("", "Failed to sync invoice: ", "QuickbooksException: ")


def _printed(title: str, between: str, detail: str, code: str, place: str, head: str) -> str:
    bare = " " + code.strip(" :,")
    closed = ")" if between == " (" else ""
    first = f"{head}{code if place == 'in front' else ''}{title}{bare if place == 'between' else ''}"
    return f"{first}{between}{detail}{closed}{bare if place == 'behind' else ''}"


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize("place", ["in front", "between", "behind"])
def test_one_error_with_its_code_is_read(kind: FaultKind, place: str) -> None:
    code, title, detail = ERRORS[kind]
    wrong = []
    for between, written, head in product(BETWEEN, CODES, HEADS):
        if (between, written) == (" => ", "[{}] "):
            continue  # So PHP prints the place of something in a list.
        text = _printed(title, between, detail, written.format(code), place, head)
        found = [(finding.kind, finding.code) for finding in read_text(text).findings]
        if found != [(kind, code)]:
            wrong.append((text, found))

    assert wrong == []


def test_a_title_alone_on_each_line_of_a_list_is_an_error_each_time() -> None:
    text = "INV-1: Stale Object Error\nINV-2: Stale Object Error : You and Ana were working on this at the same time."

    assert len(read_text(text).findings) == 2


def test_a_number_of_another_thing_beside_the_words_is_no_code() -> None:
    for beside in ("invoice 6140", "INV-6140", "no. 6140", "$6140", "6140.50", "61402"):
        text = f"Duplicate Document Number Error, {beside}"
        assert [finding.code for finding in read_text(text).findings] == [None], beside


def test_a_row_of_a_list_does_not_take_in_the_next_one() -> None:
    balance = "Business Validation Error: The amounts in the journal entry must balance."
    name = "The name supplied already exists."
    reference = "Invalid Reference Id : Accounts element id 99 not found"
    for printed in (
        "INV-1,{}\nINV-2,{}",
        "| INV-1 | {} |\n| INV-2 | {} |",
        "1. {}\n2. {}",
        '{{"INV-1": "{}", "INV-2": "{}"}}',
    ):
        text = printed.format(balance, name)
        assert [f.kind for f in read_text(text).findings] == [FaultKind.VALIDATION, FaultKind.DUPLICATE_NAME], text
        text = printed.format(reference, balance)
        assert [f.kind for f in read_text(text).findings] == [FaultKind.INVALID_REFERENCE, FaultKind.VALIDATION], text


def test_the_same_sentence_below_the_name_of_each_document_is_an_error_each_time() -> None:
    said = "This invoice ID has already been used for a document (such as an invoice or credit memo)."

    assert len(read_text(f"Invoice 1\n{said}\n\nInvoice 2\n{said}").findings) == 2
