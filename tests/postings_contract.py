"""What every `Books` keeps to where the watch reads it: subclass `PostingsContract` and give it a `shelf`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from books_contract import Paper, Shelf, ids
from untwin.ports.books import PostingQuestion

BILL = ("Invoice", "SalesReceipt")


def question(shelf: Shelf, tail: str = "-7", **changes: object) -> PostingQuestion:
    """Looks for a bill of 123.45, dated last week, made from now on as far as this server's clock goes."""
    whole = PostingQuestion(
        shelf.q(tail), BILL, Decimal("123.45"), shelf.today - timedelta(days=7), datetime(2020, 1, 1, tzinfo=UTC)
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


class PostingsContract:
    """The tests."""

    def test_nothing_asked_has_no_postings(self, shelf: Shelf) -> None:
        assert shelf.books.postings([]) == ()

    def test_a_posting_is_found_by_its_number_with_blanks_and_in_any_case(self, shelf: Shelf) -> None:
        put = shelf.put(Paper("Invoice", f"{shelf.q('-a')} "))
        [answer] = shelf.books.postings([question(shelf, "-A")])
        assert ids(answer.numbered) == {("Invoice", put)}
        assert answer.complete

    def test_every_sales_form_with_the_number_is_told_and_no_estimate(self, shelf: Shelf) -> None:
        put = {(e, shelf.put(Paper(e, shelf.q("-7")))) for e in ("Invoice", "CreditMemo", "SalesReceipt")}
        shelf.put(Paper("Estimate", shelf.q("-7")))
        [answer] = shelf.books.postings([question(shelf)])
        assert ids(answer.numbered) == put

    def test_one_under_another_number_is_found_by_its_amount(self, shelf: Shelf) -> None:
        total = Decimal("6100.00") + int(shelf.mark)
        put = shelf.put(Paper("Invoice", shelf.q("-9"), total=total))
        shelf.put(Paper("Invoice", shelf.q("-8"), total=total + 1))
        shelf.put(Paper("CreditMemo", shelf.q("-6"), total=total))
        [answer] = shelf.books.postings([question(shelf, total=total)])
        assert answer.numbered == ()
        assert ids(answer.made) == {("Invoice", put)}

    def test_what_was_made_before_is_not_looked_for_by_amount(self, shelf: Shelf) -> None:
        total = Decimal("6200.00") + int(shelf.mark)
        shelf.put(Paper("Invoice", shelf.q("-9"), total=total))
        [first] = shelf.books.postings([question(shelf, total=total)])
        later = first.at + timedelta(hours=1)
        [answer] = shelf.books.postings([question(shelf, total=total, since=later)])
        assert len(first.made) == 1
        assert answer.made == ()

    def test_a_payment_and_a_journal_entry_are_found_without_a_number(self, shelf: Shelf) -> None:
        total = Decimal("6300.00") + int(shelf.mark)
        payment = shelf.put(Paper("Payment", "check 7", total=total))
        entry = shelf.put(Paper("JournalEntry", shelf.q("-j"), total=total))
        asked = [question(shelf, number=None, entities=(e,), total=total) for e in ("Payment", "JournalEntry")]
        paid, moved = shelf.books.postings(asked)
        assert ids(paid.made) == {("Payment", payment)}
        assert ids(moved.made) == {("JournalEntry", entry)}
        assert paid.numbered == moved.numbered == ()

    def test_many_are_answered_each_by_itself(self, shelf: Shelf) -> None:
        total = Decimal("6400.00") + int(shelf.mark)
        put = [shelf.put(Paper("Invoice", shelf.q(f"-{n}"), total=total + n * 1000)) for n in range(3)]
        asked = [question(shelf, f"-{n}", total=total + n * 1000) for n in (2, 0, 1)]
        answers = shelf.books.postings(asked)
        assert [ids(a.numbered) for a in answers] == [{("Invoice", put[n])} for n in (2, 0, 1)]
        assert [ids(a.made) for a in answers] == [{("Invoice", put[n])} for n in (2, 0, 1)]

    def test_without_number_and_amount_there_is_nothing_to_find(self, shelf: Shelf) -> None:
        [answer] = shelf.books.postings([question(shelf, number=None, total=None, day=None)])
        assert (answer.numbered, answer.made) == ((), ())
