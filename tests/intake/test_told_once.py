"""A failure that a text tells more than once is one error, at the place where it is told first and in full."""

import pytest

from untwin.intake.reader import read_text

TAIL = "Duplicate Document Number Error : DocNumber=7 is assigned to TxnType=Invoice with TxnId=77"


@pytest.mark.parametrize(
    "text",
    [
        f"{TAIL}\n\n--part\n\nInvoice 7 failed.\n{TAIL}\n",
        f"app.Failed: {TAIL}\n\tat app.Push.run(Push.java:7)\nCaused by: app.Refused: {TAIL}\n",
        f"Message: {TAIL}\nOpen the invoice.\n\nTechnical details\n{TAIL}\n",
    ],
    ids=["two parts of a letter", "an exception and its cause", "a report and its details"],
)
def test_a_failure_stands_where_it_is_told_first(text: str) -> None:
    (finding,) = read_text(text).findings

    assert finding.where == "line 1"
    assert (finding.doc_number, finding.txn_id) == ("7", "77")


def test_the_cause_is_added_to_an_exception_that_says_less() -> None:
    head = "app.Failed: Duplicate Document Number Error\n\tat app.Push.run(Push.java:7)\n"
    text = f"{head}Caused by: app.Refused: {TAIL}"

    (finding,) = read_text(text).findings

    assert finding.txn_id == "77"
    assert text.endswith(finding.text)
    assert finding.where == "line 1"
