"""Posted means: made after the renumber was proved, with the right number, customer, total, currency and date."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from builders import INCOMING, NOW, TWIN
from untwin.domain.books.documents import Document, Line
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.posting import Expected, Found, Outcome, Posting, look_for_posting

POSTED = replace(TWIN, number="1234", date=INCOMING.date, created_at=NOW + timedelta(seconds=9))
EXPECTED = Expected(INCOMING, NOW, "USD", ("9",), ("Client Trust Liability",))
MEMO = replace(POSTED, entity="CreditMemo", id="31", number="CR-9")
PAYMENT = replace(POSTED, entity="Payment", id="32", number=None)
ENTRY = replace(POSTED, entity="JournalEntry", id="33", number="88", accounts=("Client Trust Liability", "Bank"))


def look(*numbered: Document, made: tuple[Document, ...] = (), expected: Expected = EXPECTED) -> Posting:
    return look_for_posting(expected, Found(numbered, made))


def waits(**changes: object) -> Expected:
    return replace(EXPECTED, incoming=replace(INCOMING, **changes))  # type: ignore[arg-type]


def test_the_expected_document_is_posted() -> None:
    assert look(POSTED).outcome is Outcome.POSTED
    assert look(POSTED, made=(POSTED,)).outcome is Outcome.POSTED


def test_a_customer_that_the_source_made_is_proved_by_its_mark() -> None:
    marked = replace(POSTED, customer_id="77", customer_name="Anna Smith Clio 88213")
    assert look(marked).outcome is Outcome.POSTED
    other = replace(POSTED, customer_id="77", customer_name="Anna Smith Clio 99999")
    assert look(other).outcome is Outcome.PLEASE_CONFIRM


@pytest.mark.parametrize(
    ("what", "found", "expected"),
    [
        ("nothing", [], Outcome.NOT_SEEN),
        ("voided", [replace(POSTED, voided=True)], Outcome.NOT_SEEN),
        ("another total", [replace(POSTED, total=Decimal(1000))], Outcome.PLEASE_CONFIRM),
        ("another date", [replace(POSTED, date=NOW.date())], Outcome.PLEASE_CONFIRM),
        ("another currency", [replace(POSTED, currency="EUR")], Outcome.PLEASE_CONFIRM),
        ("no currency", [replace(POSTED, currency=None)], Outcome.PLEASE_CONFIRM),
        ("a sales receipt", [replace(POSTED, entity="SalesReceipt")], Outcome.PLEASE_CONFIRM),
        ("like customer", [replace(POSTED, customer_id="8", customer_name="Smith, Anne")], Outcome.PLEASE_CONFIRM),
        ("no customer", [replace(POSTED, customer_id=None, customer_name=None)], Outcome.PLEASE_CONFIRM),
        (
            "another customer and total",
            [replace(POSTED, customer_id="7", customer_name="Ortega, Luis", total=Decimal(1))],
            Outcome.NUMBER_TAKEN_AGAIN,
        ),
        ("made before", [replace(POSTED, created_at=NOW - timedelta(days=1))], Outcome.NUMBER_TAKEN_AGAIN),
        ("made nobody knows when", [replace(POSTED, created_at=None)], Outcome.NUMBER_TAKEN_AGAIN),
        ("two of them", [POSTED, replace(POSTED, id="9")], Outcome.TWICE),
    ],
)
def test_anything_else_is_told_apart(what: str, found: list[Document], expected: Outcome) -> None:
    assert look(*found).outcome is expected, what


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (replace(POSTED, total=Decimal(1000)), "Its total is 1,000.00, not 1,240.00."),
        (replace(POSTED, date=date(2026, 11, 20)), "It is dated 20 Nov 2026, not 12 Nov 2026."),
        (replace(POSTED, currency="EUR"), "It is in EUR, not USD."),
        (replace(POSTED, customer_id="8", customer_name="Smith, Anne"), "It names Smith, Anne, not Smith, Anna."),
        (replace(POSTED, entity="SalesReceipt"), "It is a sales receipt, not an invoice."),
    ],
)
def test_what_differs_is_said(found: Document, words: str) -> None:
    assert look(found).differences == (words,)


def test_the_same_second_counts_as_after() -> None:
    late = replace(EXPECTED, since=NOW.replace(microsecond=900_000))
    assert look(replace(POSTED, created_at=NOW), expected=late).outcome is Outcome.POSTED


def test_what_is_not_known_is_no_difference_and_never_posted() -> None:
    """Only the number was typed: whatever stands there now, a person must say whether it is the one."""
    bare = replace(EXPECTED, incoming=Incoming(IncomingKind.BILL, "1234"), customers=())
    posting = look(POSTED, expected=bare)
    assert posting.outcome is Outcome.PLEASE_CONFIRM
    assert [words.split(" is ")[0] for words in posting.differences] == ["Its customer", "Its total", "Its date"]


def test_a_stranger_with_the_same_number_is_no_second_booking() -> None:
    stranger = replace(POSTED, id="9", customer_id="7", customer_name="Ortega, Luis", total=Decimal(1))
    posting = look(POSTED, stranger)
    assert (posting.outcome, posting.document_id) == (Outcome.PLEASE_CONFIRM, POSTED.id)
    assert posting.differences == ("Invoice 1234 of Ortega, Luis has that number, too.",)


def test_where_the_number_is_taken_again_it_may_have_come_under_another_one() -> None:
    stranger = replace(POSTED, id="9", customer_id="7", customer_name="Ortega, Luis", total=Decimal(1))
    before = replace(POSTED, id="8", created_at=NOW - timedelta(days=9))
    elsewhere = replace(POSTED, number="M-1741")
    for holder in (stranger, before):
        assert look(holder, made=(elsewhere,)).outcome is Outcome.OTHER_NUMBER
        assert look(holder).outcome is Outcome.NUMBER_TAKEN_AGAIN


# --- under another number -------------------------------------------------------------------------------------


def test_a_bill_under_another_number_is_shown_as_such() -> None:
    posting = look(made=(replace(POSTED, number="M-1741"),))
    assert posting.outcome is Outcome.OTHER_NUMBER
    assert posting.sentence == "Posted as invoice M-1741, not as 1234: Smith, Anna, 1,240.00."
    assert posting.document_id == POSTED.id


@pytest.mark.parametrize(
    "changes",
    [
        {"customer_id": "7", "customer_name": "Ortega, Luis"},
        {"customer_id": "8", "customer_name": "Smith, Anne"},
        {"total": Decimal(1)},
        {"currency": "EUR"},
        {"date": date(2026, 11, 20)},
        {"date": None},
        {"created_at": NOW - timedelta(minutes=1)},
        {"created_at": None},
        {"voided": True},
        {"entity": "CreditMemo"},
    ],
)
def test_what_merely_has_something_in_common_is_not_it(changes: dict[str, object]) -> None:
    other = replace(POSTED, number="M-1741", **changes)  # type: ignore[arg-type]
    assert look(made=(other,)).outcome is Outcome.NOT_SEEN


def test_a_document_that_was_ruled_out_is_not_offered_again() -> None:
    other = replace(POSTED, number="M-1741")
    ruled_out = replace(EXPECTED, not_these=frozenset({("Invoice", other.id)}))
    assert look(made=(other,), expected=ruled_out).outcome is Outcome.NOT_SEEN
    assert look(POSTED, expected=ruled_out).outcome is Outcome.NOT_SEEN


def test_two_under_other_numbers_are_an_alarm_unless_two_are_waited_for() -> None:
    one, two = replace(POSTED, id="1", number="A-1"), replace(POSTED, id="2", number="A-2")
    assert look(made=(one, two)).outcome is Outcome.TWICE
    alike = look(made=(one, two), expected=replace(EXPECTED, alike=2, has_double=True))
    assert alike.outcome is Outcome.OTHER_NUMBER
    assert "make sure which one it is" in alike.differences[-1]


def test_one_by_number_and_the_same_sale_beside_it_is_an_alarm() -> None:
    beside = replace(POSTED, id="2", number="A-2")
    assert look(POSTED, made=(POSTED, beside)).outcome is Outcome.TWICE


def test_one_by_number_and_one_that_names_other_work_is_asked_about() -> None:
    """A client with two matters of one fixed fee: nobody but a person can tell."""
    beside = replace(POSTED, id="2", number="A-2", memo="", lines=(Line("matter 00099", None),))
    posting = look(POSTED, made=(POSTED, beside))
    assert posting.outcome is Outcome.PLEASE_CONFIRM
    assert posting.document_id == POSTED.id
    assert "Invoice A-2 has the same customer" in posting.differences[0]


def test_a_search_that_was_cut_short_never_says_posted() -> None:
    assert look_for_posting(EXPECTED, Found((POSTED,), (), complete=False)).outcome is Outcome.PLEASE_CONFIRM
    cut = look_for_posting(EXPECTED, Found((), (), complete=False))
    assert cut.outcome is Outcome.NOT_SEEN
    assert "more documents" in cut.sentence


# --- every kind of waiting document -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "document", "expected"),
    [
        (IncomingKind.BILL, POSTED, Outcome.POSTED),
        (IncomingKind.INTEREST, POSTED, Outcome.POSTED),
        (IncomingKind.CREDIT_NOTE, MEMO, Outcome.PLEASE_CONFIRM),
        (IncomingKind.PAYMENT, PAYMENT, Outcome.PLEASE_CONFIRM),
        (IncomingKind.TRUST, ENTRY, Outcome.PLEASE_CONFIRM),
        (IncomingKind.UNKNOWN, POSTED, Outcome.PLEASE_CONFIRM),
    ],
)
def test_each_kind_is_found_as_what_it_posts_as(kind: IncomingKind, document: Document, expected: Outcome) -> None:
    own = kind not in (IncomingKind.CREDIT_NOTE, IncomingKind.PAYMENT, IncomingKind.TRUST)
    waiting = waits(kind=kind, number="1234" if own else None)
    posting = look(*([document] if own else []), made=(document,), expected=waiting)
    assert posting.outcome is expected
    assert (posting.entity, posting.document_id) == (document.entity, document.id)
    if not own:
        assert look(made=(), expected=waiting).sentence == "It is not in QuickBooks yet."


@pytest.mark.parametrize("kind", [IncomingKind.CREDIT_NOTE, IncomingKind.PAYMENT, IncomingKind.TRUST])
def test_a_bill_of_that_number_is_no_payment_credit_note_or_trust_transaction(kind: IncomingKind) -> None:
    """What failed may be something that belongs to the bill with the number."""
    assert look(POSTED, made=(), expected=waits(kind=kind)).outcome is Outcome.NOT_SEEN


def test_a_credit_note_with_a_number_of_its_own_is_posted_by_it() -> None:
    note = replace(MEMO, number="1234")
    assert look(note, made=(note,), expected=waits(kind=IncomingKind.CREDIT_NOTE)).outcome is Outcome.POSTED


def test_a_trust_transaction_says_when_it_moves_no_trust_account() -> None:
    waiting = waits(kind=IncomingKind.TRUST, number=None)
    assert look(made=(ENTRY,), expected=waiting).differences == ()
    other = look(made=(replace(ENTRY, accounts=("Bank",)),), expected=waiting)
    assert "no account that is known as clients' money" in other.differences[0]


def test_a_journal_entry_may_name_nobody_but_nobody_else() -> None:
    waiting = waits(kind=IncomingKind.TRUST, number=None)
    nobody = replace(ENTRY, customer_id=None, customer_name=None)
    assert look(made=(nobody,), expected=waiting).outcome is Outcome.PLEASE_CONFIRM
    other = replace(ENTRY, customer_id="7", customer_name="Ortega, Luis")
    assert look(made=(other,), expected=waiting).outcome is Outcome.NOT_SEEN
