"""What every `Books` keeps to, QuickBooks' and the fake's alike: subclass `BooksContract` and give it a `shelf`."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from decimal import Decimal

import pytest

from untwin.domain.books.documents import Document, same_number
from untwin.domain.books.proof import prove
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import Gone, NotAllowed, PeriodClosed, Problem, Stale
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.verdicts.observed import NameRecord
from untwin.ports.books import Books, ChangeQuestion, NearbyQuestion, Question


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a test puts into the books. `number` is stored as it stands here, blanks and all."""

    entity: str
    number: str
    customer: str = "Abbott, Ruth"
    total: Decimal = Decimal("123.45")
    day: date | None = None
    """None is a day of last week, which is open."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Books to be tried; several tests may share them, each with a `mark` of its own.

    `put` puts a paper in and returns its id, `put_name` a customer, vendor or employee; `closed` is a day
    in the closed period.
    """

    books: Books
    put: Callable[[Paper], str]
    today: date
    closed: date
    mark: str
    put_name: Callable[[NameRecord], str]

    def q(self, tail: str = "") -> str:
        """A number that no other test uses."""
        return f"Q{self.mark}{tail}"


def order(document: Document, new_number: str, attempt: str = "first") -> NumberOrder:
    return NumberOrder(document.entity, document.id, document.sync_token, new_number, f"{attempt} for {document.id}")


def ids(documents: tuple[Document, ...]) -> set[tuple[str, str]]:
    return {(d.entity, d.id) for d in documents}


class BooksContract:
    """The tests."""

    def test_a_number_nobody_uses_has_no_holder_and_the_search_says_it_is_complete(self, shelf: Shelf) -> None:
        [answer] = shelf.books.holders([Question(shelf.q("-none"), None)])
        assert (answer.documents, answer.named, answer.taken) == ((), None, ())
        assert answer.complete
        assert answer.why_not == ""

    @pytest.mark.parametrize("stored", ["{}-a", "{}-A", "{}-a  ", " {}-A"])
    def test_a_number_is_found_with_blanks_at_its_ends_and_in_any_case(self, shelf: Shelf, stored: str) -> None:
        document_id = shelf.put(Paper("Invoice", stored.format(shelf.q())))
        assert ids(shelf.books.holders([Question(shelf.q("-a").lower(), None)])[0].documents) == {
            ("Invoice", document_id)
        }

    @pytest.mark.parametrize("tail", ["'1", "\\1", "'\\'1", "%1", "_1", " (1)", "é1", " assigned to 1"])
    def test_a_number_is_found_whatever_it_is_made_of_and_nothing_else_with_it(self, shelf: Shelf, tail: str) -> None:
        number = shelf.q(tail)
        document_id = shelf.put(Paper("Invoice", number))
        shelf.put(Paper("Invoice", shelf.q("1")))
        assert ids(shelf.books.holders([Question(number, None)])[0].documents) == {("Invoice", document_id)}
        assert ids(shelf.books.with_number("sales", number).documents) == {("Invoice", document_id)}

    def test_leading_zeros_make_another_number(self, shelf: Shelf) -> None:
        shelf.put(Paper("Invoice", shelf.q("0123")))
        assert shelf.books.holders([Question(shelf.q("123"), None)])[0].documents == ()

    def test_every_holder_in_every_type_is_found(self, shelf: Shelf) -> None:
        put = {
            (e, shelf.put(Paper(e, shelf.q("-7"))))
            for e in ("Invoice", "CreditMemo", "SalesReceipt", "Estimate", "Bill")
        }
        assert ids(shelf.books.holders([Question(shelf.q("-7"), None)])[0].documents) == put

    def test_numbers_that_contain_it_are_told_as_taken_folded(self, shelf: Shelf) -> None:
        shelf.put(Paper("Invoice", shelf.q("-7")))
        shelf.put(Paper("CreditMemo", f"CM-{shelf.q('-7')} "))
        assert set(shelf.books.holders([Question(shelf.q("-7"), None)])[0].taken) == {
            shelf.q("-7").lower(),
            f"cm-{shelf.q('-7').lower()}",
        }

    def test_the_document_that_the_text_names_is_told_whatever_its_number_is_now(self, shelf: Shelf) -> None:
        document_id = shelf.put(Paper("CreditMemo", shelf.q("-other")))
        [answer] = shelf.books.holders([Question(shelf.q("-7"), document_id)])
        assert answer.named is not None
        assert (answer.named.id, answer.named.number) == (document_id, shelf.q("-other"))
        assert answer.documents == ()

    def test_a_named_document_that_is_gone_is_none(self, shelf: Shelf) -> None:
        assert shelf.books.holders([Question(shelf.q("-7"), "99999")])[0].named is None

    def test_a_document_is_read_with_its_facts_and_its_raw_text(self, shelf: Shelf) -> None:
        document_id = shelf.put(Paper("Invoice", shelf.q("-7"), total=Decimal("1240.10")))
        seen = shelf.books.read("Invoice", document_id)
        assert (seen.document.number, seen.document.total) == (shelf.q("-7"), Decimal("1240.10"))
        assert isinstance(seen.document.total, Decimal)
        assert json.loads(seen.document.raw)["DocNumber"] == shelf.q("-7")
        assert seen.at.astimezone(UTC).utcoffset() == timedelta(0)

    @pytest.mark.parametrize("entity", ["Invoice", "CreditMemo"])
    def test_reading_what_is_not_there_is_gone(self, shelf: Shelf, entity: str) -> None:
        with pytest.raises(Gone):
            shelf.books.read(entity, "99999")

    def test_an_id_belongs_to_its_type(self, shelf: Shelf) -> None:
        document_id = shelf.put(Paper("Invoice", shelf.q("-7")))
        with pytest.raises(Gone):
            shelf.books.read("CreditMemo", document_id)

    def test_the_users_of_a_number_are_those_of_the_space_asked_for(self, shelf: Shelf) -> None:
        invoice, estimate = shelf.put(Paper("Invoice", shelf.q("-7"))), shelf.put(Paper("Estimate", shelf.q("-7")))
        assert ids(shelf.books.with_number("sales", shelf.q("-7")).documents) == {("Invoice", invoice)}
        assert ids(shelf.books.with_number("estimate", shelf.q("-7")).documents) == {("Estimate", estimate)}

    @pytest.mark.parametrize("entity", ["Invoice", "CreditMemo", "SalesReceipt", "Estimate"])
    def test_a_change_gives_the_number_and_moves_nothing_else(self, shelf: Shelf, entity: str) -> None:
        before = shelf.books.read(entity, shelf.put(Paper(entity, shelf.q("-7")))).document
        shelf.books.change_number(order(before, shelf.q("-8")))
        after = shelf.books.read(entity, before.id).document
        assert prove(before.raw, after.raw, shelf.q("-8")).holds
        assert after.sync_token != before.sync_token
        assert shelf.books.with_number("sales", shelf.q("-7")).documents == ()

    def test_the_same_order_again_is_done_once(self, shelf: Shelf) -> None:
        before = shelf.books.read("Invoice", shelf.put(Paper("Invoice", shelf.q("-7")))).document
        shelf.books.change_number(order(before, shelf.q("-8")))
        once = shelf.books.read("Invoice", before.id).document
        shelf.books.change_number(order(before, shelf.q("-8")))
        assert shelf.books.read("Invoice", before.id).document.raw == once.raw

    def test_an_order_for_an_older_version_is_stale_and_changes_nothing(self, shelf: Shelf) -> None:
        seen = shelf.books.read("Invoice", shelf.put(Paper("Invoice", shelf.q("-7")))).document
        shelf.books.change_number(order(seen, shelf.q("-8"), "first"))
        with pytest.raises(Stale):
            shelf.books.change_number(order(seen, shelf.q("-9"), "second"))
        assert shelf.books.read("Invoice", seen.id).document.number == shelf.q("-8")

    @pytest.mark.parametrize("entity", ["Bill", "JournalEntry", "Payment", "Customer", "Preferences", "Nonsense"])
    def test_a_type_that_is_never_changed_is_refused(self, shelf: Shelf, entity: str) -> None:
        with pytest.raises(NotAllowed):
            shelf.books.change_number(NumberOrder(entity, "1", "0", shelf.q("-8"), "r"))

    def test_an_order_for_what_is_not_there_is_gone(self, shelf: Shelf) -> None:
        with pytest.raises(Gone):
            shelf.books.change_number(NumberOrder("Invoice", "99999", "0", shelf.q("-8"), "r"))

    def test_a_document_of_a_closed_period_is_refused_and_stays(self, shelf: Shelf) -> None:
        closed = shelf.books.read("Invoice", shelf.put(Paper("Invoice", shelf.q("-7"), day=shelf.closed))).document
        with pytest.raises(PeriodClosed):
            shelf.books.change_number(order(closed, shelf.q("-8")))
        assert shelf.books.read("Invoice", closed.id).document.raw == closed.raw

    @pytest.mark.parametrize("bad", ["", "1 OR 1=1", "1' OR '1'='1", "../preferences", "-1", "٣", "1.5"])
    def test_an_id_that_is_no_digits_goes_nowhere(self, shelf: Shelf, bad: str) -> None:
        for ask in (
            lambda: shelf.books.read("Invoice", bad),
            lambda: shelf.books.change_number(NumberOrder("Invoice", bad, "0", shelf.q("-8"), "r")),
        ):
            with pytest.raises(Problem):
                ask()

    def test_the_same_sale_under_another_number_is_near(self, shelf: Shelf) -> None:
        twin = shelf.put(Paper("Invoice", shelf.q("-9"), customer="Abbott, Ruth", total=Decimal("777.70")))
        [answer] = shelf.books.nearby([self._near(shelf, "Abbott, Ruth", Decimal("777.70"))])
        assert ("Invoice", twin) in ids(answer.documents)
        assert answer.complete

    def test_the_same_amount_of_another_customer_is_near_too(self, shelf: Shelf) -> None:
        other = shelf.put(Paper("SalesReceipt", shelf.q("-9"), customer="Zimmer, Jo", total=Decimal("777.70")))
        [answer] = shelf.books.nearby([self._near(shelf, "Abbott, Ruth", Decimal("777.70"))])
        assert ("SalesReceipt", other) in ids(answer.documents)

    def test_facts_name_the_company_and_its_closing_date(self, shelf: Shelf) -> None:
        facts = shelf.books.facts()
        assert facts.name
        assert facts.country == "US"
        assert facts.closed_through is not None
        assert facts.closed_through >= shelf.closed

    def test_no_look_moves_anything(self, shelf: Shelf) -> None:
        document_id = shelf.put(Paper("Invoice", shelf.q("-7")))
        before = shelf.books.read("Invoice", document_id).document
        shelf.books.holders([Question(shelf.q("-7"), document_id)])
        shelf.books.nearby([self._near(shelf, "Abbott, Ruth", Decimal("123.45"))])
        shelf.books.around_changes([ChangeQuestion("Invoice", document_id, shelf.q("-7"), shelf.q("-8"))])
        shelf.books.facts()
        after = shelf.books.read("Invoice", document_id).document
        assert after.raw == before.raw
        assert same_number(after.number, shelf.q("-7"))

    @staticmethod
    def _near(shelf: Shelf, customer: str, total: Decimal) -> NearbyQuestion:
        incoming = Incoming(
            IncomingKind.BILL,
            shelf.q("-7"),
            customer,
            total,
            date=shelf.today,
            state=IncomingState.WAITING,
            known_from="Clio",
        )
        return NearbyQuestion(incoming, shelf.today - timedelta(days=60), shelf.today + timedelta(days=60))

    def test_many_numbers_at_once_are_answered_each_by_itself(self, shelf: Shelf) -> None:
        put = {tail: shelf.put(Paper("Invoice", shelf.q(tail))) for tail in ("-a", "-b ", "-c")}
        bill = shelf.put(Paper("Bill", shelf.q("-b")))
        entry = shelf.put(Paper("JournalEntry", f"{shelf.q('-c')}   "))
        asked = [Question(shelf.q(tail), None) for tail in ("-c", "-none", "-a", "-B")]
        found = [ids(answer.documents) for answer in shelf.books.holders(asked)]
        assert found == [
            {("Invoice", put["-c"]), ("JournalEntry", entry)},
            set(),
            {("Invoice", put["-a"])},
            {("Invoice", put["-b "]), ("Bill", bill)},
        ]

    def test_of_many_questions_each_has_the_document_that_its_own_text_names(self, shelf: Shelf) -> None:
        one, two = (shelf.put(Paper("CreditMemo", shelf.q(tail))) for tail in ("-1", "-2"))
        asked = [Question(shelf.q("-x"), two), Question(None, one), Question(shelf.q("-y"), None)]
        answers = shelf.books.holders(asked)
        assert [a.named.id if a.named else None for a in answers] == [two, one, None]
        # Without a number the named document is the holder; with another number it isn't.
        assert [ids(a.documents) for a in answers] == [set(), {("CreditMemo", one)}, set()]

    def test_many_twin_searches_at_once_find_what_each_finds_alone(self, shelf: Shelf) -> None:
        names = ("Abbott, Ruth", "Zimmer, Jo", "Øster & Søn", "Nobody At All")
        for place, name in enumerate(names[:3]):
            shelf.put(Paper("Invoice", shelf.q(f"-{place}"), customer=name, total=Decimal("311.10") + place))
        asked = [self._near(shelf, name, Decimal("311.10") + place) for place, name in enumerate(names)]
        # More questions than one batch can carry word by word, so that the other way is tried.
        many = shelf.books.nearby(asked * 5)
        for question, together in zip(asked * 5, many, strict=True):
            [alone] = shelf.books.nearby([question])
            assert ids(alone.documents) <= ids(together.documents)
            assert {c.id for c in alone.customers} <= {c.id for c in together.customers}
            assert together.complete == alone.complete

    def test_nothing_asked_is_nothing_answered(self, shelf: Shelf) -> None:
        assert shelf.books.holders([]) == ()
        assert shelf.books.nearby([]) == ()
