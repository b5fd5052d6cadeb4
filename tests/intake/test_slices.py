"""An error's slice is what a person would mark as the error: whole words, whole sentences, whole records."""

import pytest

from untwin.intake.reader import read_text

TITLE = "Invalid Reference Id"


@pytest.mark.parametrize(
    ("before", "error", "behind"),
    [
        ("[", '{:fault_type=>"X", :error_code=>"120", :error_message=>"Authorization Failure", :detail=>"y"}', "]"),
        ('{"errors":[', '{"status":"422","title":"No","detail":"QuickBooks: Stale Object Error"}', "]}"),
        ("200 - ", '{"requestId":"7","message":"Bad","providerMessage":"2500 - Invalid Reference Id : A.Ref"}', ""),
        ("", "Duplicate Name Exists Error: The name supplied already exists. : null", ""),
        ("It says: ", f"{TITLE} : Line.ItemRef.", " What now?"),
        (
            "Auth Exception: ",
            'Application authentication failed\n\n{"fault":{"error":[{"message":"x","code":"3200"}',
            "]}}",
        ),
        (
            "Hello, our bill does not go through. ",
            "It says Business Validation Error: We are sorry, but the rate\nof this line was switched off.",
            " What can we do?",
        ),
        ("[", '{"Message":"Invalid Number","Detail":"Out of range","code":"2020","element":"Line.Amount"}', "]"),
        ("Bill 7: ", f"{TITLE} : It has been deleted. Before you can modify this transaction, restore it.", ""),
        ("INV-7  FAILED  ", f"{TITLE} : Line.ItemRef.", "\nINV-8  ok"),
        ("Subject: Stale Object Error\nFrom: sync\n\nBill: 7\n", "Error: Stale Object Error : Try again.", ""),
        ("*#441* \u2014 `", f"{TITLE} : Line.ItemRef", "`\n"),
    ],
)
def test_a_slice_begins_and_ends_with_its_error(before: str, error: str, behind: str) -> None:
    findings = read_text(before + error + behind).findings

    assert [finding.text for finding in findings] == [error]


def test_a_sentence_longer_than_it_is_followed_is_cut_between_two_words() -> None:
    text = f"{TITLE} of " + "the very same order " * 40

    (finding,) = read_text(text).findings

    assert text.startswith(finding.text + " ")
