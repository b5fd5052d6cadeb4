"""Promises that hold for every text: never an exception, exact slices in order, known errors found in any noise."""

import html
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untwin.domain.errors.faults import FaultKind
from untwin.intake.finding.scan import scan
from untwin.intake.marking.marks import MARK_LENGTH, VALUE_LIMIT, ValueEnds
from untwin.intake.marking.regions import REACH
from untwin.intake.marking.view import lower, peel
from untwin.intake.reader import read_bytes, read_text

FAULT = (
    "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already been"
    " used. DocNumber=K-204 is assigned to TxnType=Sales Receipt with TxnId=8812"
)
PIECES = st.sampled_from(
    [
        *(
            "Code (6140): ",
            "Duplicate Document Number Error",
            " : ",
            "DocNumber=",
            " is assigned to ",
            "TxnType=Invoice",
        ),
        *(" with TxnId=5", '"Message":', '"Detail": "', '"code":"6140"', "{", "}", "[", "]", "\n", "\n\n", "> ", '\\"'),
        *("<tr><td>", "</td>", "<Error code='6140'>", "&quot;", "&amp;", ",", "\t", '"', "'", "error 6140", "[0] =>"),
        *("This number has already been used", "\\u00e9", "\\n", "6140", "Invoice,Error,Date\n", "<script>", "\x00"),
    ]
)
ANY_TEXT = st.text() | st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)
# Words and figures: nothing that opens a quotation, a tag or an escape over the error.
NOISE = st.text(st.sampled_from("abc xyz 0123456789\n.,;()"), max_size=300)


@settings(deadline=None)  # a slow machine is no error
@given(ANY_TEXT)
def test_any_text_is_read_without_an_exception_and_its_slices_are_exact_and_in_order(text: str) -> None:
    hits = list(scan(text))

    assert [hit.finding.text for hit in hits] == [text[hit.start : hit.end] for hit in hits]
    assert all(hit.finding.text for hit in hits)
    ends = [0, *(hit.end for hit in hits)]
    assert all(hit.start >= end for hit, end in zip(hits, ends, strict=False))


@settings(deadline=None)  # a slow machine is no error
@given(ANY_TEXT)
def test_every_finding_of_a_text_is_a_slice_of_it_with_a_place(text: str) -> None:
    at = 0
    for finding in read_text(text).findings:
        at = text.index(finding.text, at)
        assert finding.where


@settings(deadline=None)  # a slow machine is no error
@given(st.binary() | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    reading = read_bytes(data, "anything")
    assert data or reading.unread


@settings(deadline=None)  # a slow machine is no error
@given(NOISE, NOISE)
def test_a_known_error_is_found_in_any_noise(before: str, behind: str) -> None:
    findings = read_text(f"{before}\n{FAULT}\n{behind}").findings
    [finding] = [finding for finding in findings if finding.kind is FaultKind.DUPLICATE_DOC_NUMBER]

    assert (finding.doc_number, finding.entity, finding.txn_id) == ("K-204", "SalesReceipt", "8812")
    assert FAULT in finding.text


def _quoted(text: str) -> str:
    return "\n".join("> " + line for line in text.split("\n"))


WRAPPERS: dict[str, Callable[[str], str]] = {
    "json": lambda text: json.dumps({"status": 400, "body": text}),
    "json, letters escaped": lambda text: json.dumps([text + " \u00e9"]),
    "page": html.escape,
    "table cell": lambda text: f"<table><tr><td>7</td><td>{html.escape(text)}</td></tr></table>",
    "python": lambda text: repr({"error_text": text}),
    "mail": _quoted,
    "forwarded": lambda text: "Hello,\n\n" + _quoted(text) + "\n\nBest\n",
    "csv": lambda text: 'a,"' + text.replace('"', '""') + '",b\n',
    "brackets": lambda text: f"Sync failed ([{text}])",
}


@pytest.mark.parametrize("first", WRAPPERS)
@pytest.mark.parametrize("second", WRAPPERS)
@pytest.mark.parametrize("third", ["json", "mail", "page"])
def test_a_known_error_is_found_in_wrappings_of_wrappings(first: str, second: str, third: str) -> None:
    text = WRAPPERS[third](WRAPPERS[second](WRAPPERS[first](FAULT)))

    found = {(finding.code, finding.doc_number, finding.txn_id) for finding in read_text(text).findings}

    assert found == {("6140", "K-204", "8812")}


@pytest.mark.parametrize(
    "noise", ["DocNumber=", "error ", '"message":', "}{", "&amp;", "is assigned to ", "x", " ", "\n", '\\"', "\x00"]
)
def test_the_work_on_a_text_grows_with_its_length_alone(noise: str) -> None:
    def work(length: int) -> tuple[int, int]:
        windows: list[int] = []

        def counting(raw: str) -> object:
            windows.append(len(raw))
            return peel(raw)

        list(scan((noise * length)[:length], counting))  # type: ignore[arg-type]
        return len(windows), sum(windows)

    small, large = work(100_000), work(1_000_000)

    assert large[0] <= 10 * small[0] + 10
    assert large[1] <= 1.25 * 1_000_000


def test_only_the_neighbourhood_of_telling_words_is_looked_at() -> None:
    windows: list[int] = []

    def counting(raw: str) -> object:
        windows.append(len(raw))
        return peel(raw)

    hits = list(scan("x" * 1_000_000 + FAULT + "y" * 1_000_000, counting))  # type: ignore[arg-type]

    assert len(hits) == 1
    assert sum(windows) <= 2 * REACH + 2 * len(FAULT)


@settings(deadline=None)  # a slow machine is no error
@given(st.integers(60_000, 70_000))
def test_an_error_across_the_seam_of_two_windows_is_found_whole_and_once(length: int) -> None:
    text = "error " * (length // 6) + "\n" + FAULT + "\n" + "error " * 12_000
    found = [finding for finding in read_text(text).findings if finding.doc_number]
    assert [finding.text.endswith("TxnId=8812") for finding in found] == [True]


@settings(deadline=None)  # a slow machine is no error
@given(ANY_TEXT)
def test_positions_of_a_peeled_text_lead_back_into_the_raw_text_in_order(text: str) -> None:
    view = peel(text)
    places = [view.raw(position) for position in range(len(view.text))]

    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert all(view.raw(at) < view.raw_end(at + 1) <= len(text) for at in range(len(view.text)))


@settings(deadline=None)  # a slow machine is no error
@given(st.text())
def test_lower_case_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(lower(text)) == len(text)


@settings(deadline=None)  # a slow machine is no error
@given(st.lists(PIECES, max_size=80).map("".join), st.lists(st.integers(0, 400), max_size=20))
def test_a_values_end_does_not_depend_on_what_was_asked_before(text: str, places: list[int]) -> None:
    text = lower(text)
    together = ValueEnds(text)
    for place in sorted(place for place in places if place < len(text)):
        for tagged in (False, True):
            assert together.end(place, tagged=tagged) == ValueEnds(text).end(place, tagged=tagged)
    assert MARK_LENGTH < VALUE_LIMIT


def test_sentences_of_every_kind_are_found_far_from_anything_else() -> None:
    far = " ." * REACH
    for sentence in SENTENCES:
        assert [finding.kind is not FaultKind.UNKNOWN for finding in read_text(far + sentence + far).findings] == [True]


SENTENCES = (
    "You must specify a different number",
    "Vous devez indiquer un nombre diff\u00e9rent",
    "This number has already been used",
    "Ce num\u00e9ro a d\u00e9j\u00e0 \u00e9t\u00e9 utilis\u00e9",
    "Num\u00e9ro de document en double",
    "Invoice number already exists",
    "The display name is a duplicate",
    "The name supplied already exists",
    "Another customer is already using this name",
    "Le nom fourni existe d\u00e9j\u00e0",
    "An invoice should have an associated customer",
    "CustomerRef is missing",
    "Enter a service date for the revenue recognition line item",
    "amount modifications in HubSpot native invoices cannot be made",
    "The account period has closed",
    "The books cannot be updated",
    "La p\u00e9riode comptable est close",
    "You and Sam were working on this at the same time",
    "Sam finished before you did",
    "Object Not Found",
    "Objet introuvable",
    "Another user has deleted this transaction",
    "Invalid Reference Id",
    "This transaction has been deposited",
    "ThrottleExceeded",
    "The request limit was reached",
    "ten_secondly_rolling",
    "AuthenticationFailed",
    "invalid_grant",
    "Access token expired",
    "Invalid Company Status",
    "The subscription period has ended",
    "An application error has occurred",
    "HTTP 429 Too Many Requests",
    "HTTP 502 Bad Gateway",
    "HTTP 503 Service Unavailable",
    "more than 21 characters in the doc_num field",
    "The document number is too long",
)
