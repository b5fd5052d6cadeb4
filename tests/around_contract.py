"""What every `Books` keeps to around a change: subclass `AroundContract` and give it a `shelf`."""

import json

import pytest

from books_contract import Paper, Shelf, ids, order
from untwin.domain.problems import BadInput
from untwin.ports.books import ChangeAnswer, ChangeQuestion

# How a new number may look, given the old one; `7é` is so short that half of the books would be like it.
STYLES = ("CM-{}", "{}-CM", "INV-{}-2", "{} ", "cm-{}", "'{}", "{}\\", "%{}", "{}%_", "7é")


class AroundContract:
    """The tests."""

    def test_around_a_change_are_the_document_and_all_others_with_its_numbers(self, shelf: Shelf) -> None:
        mine = shelf.put(Paper("Invoice", shelf.q("-7")))
        old = shelf.put(Paper("SalesReceipt", shelf.q("-7 ")))
        new = shelf.put(Paper("CreditMemo", shelf.q("-8 ").lower()))
        answer = around(shelf, "Invoice", mine)
        assert answer.document is not None
        assert (answer.document.id, answer.document.number) == (mine, shelf.q("-7"))
        assert ids(answer.others_with_old) == {("SalesReceipt", old)}
        assert ids(answer.others_with_new) == {("CreditMemo", new)}
        assert answer.facts.closed_through is not None
        assert answer.at.tzinfo is not None

    def test_what_is_told_of_others_is_whole(self, shelf: Shelf) -> None:
        mine = shelf.put(Paper("Invoice", shelf.q("-7")))
        for entity, number in (("CreditMemo", shelf.q("-7")), ("RefundReceipt", shelf.q("-8"))):
            shelf.put(Paper(entity, number, customer="Zimmer, Jo"))
        answer = around(shelf, "Invoice", mine)
        [old], [new] = answer.others_with_old, answer.others_with_new
        assert old == shelf.books.read("CreditMemo", old.id).document
        assert new == shelf.books.read("RefundReceipt", new.id).document

    @pytest.mark.parametrize("entity", ["Invoice", "Estimate"])
    def test_others_are_only_those_of_its_own_number_space(self, shelf: Shelf, entity: str) -> None:
        other = {"Invoice": "Estimate", "Estimate": "Invoice"}[entity]
        mine = shelf.put(Paper(entity, shelf.q("-7")))
        for tail in ("-7", "-8"):
            shelf.put(Paper(other, shelf.q(tail)))
            shelf.put(Paper("Bill", shelf.q(tail)))
        answer = around(shelf, entity, mine)
        assert (answer.others_with_old, answer.others_with_new) == ((), ())

    @pytest.mark.parametrize("number", ["-7", "-8", "-9"])
    def test_a_document_is_never_another_one_whatever_its_number_is(self, shelf: Shelf, number: str) -> None:
        answer = around(shelf, "Invoice", shelf.put(Paper("Invoice", shelf.q(number))))
        assert answer.document is not None
        assert answer.document.number == shelf.q(number)
        assert (answer.others_with_old, answer.others_with_new) == ((), ())

    def test_the_same_id_in_another_type_is_another_document(self, shelf: Shelf) -> None:
        mine = shelf.put(Paper("CreditMemo", shelf.q("-7")))
        answer = around(shelf, "Invoice", mine)
        assert answer.document is None
        assert ids(answer.others_with_old) == {("CreditMemo", mine)}

    def test_of_a_document_that_is_gone_the_others_are_told_all_the_same(self, shelf: Shelf) -> None:
        other = shelf.put(Paper("Invoice", shelf.q("-7")))
        answer = around(shelf, "CreditMemo", "99999")
        assert answer.document is None
        assert ids(answer.others_with_old) == {("Invoice", other)}

    @pytest.mark.parametrize("style", STYLES)
    def test_who_has_the_new_number_is_found_however_it_is_written(self, shelf: Shelf, style: str) -> None:
        new = style.format(shelf.q("-7"))
        mine = shelf.put(Paper("CreditMemo", shelf.q("-7")))
        has = shelf.put(Paper("Invoice", f"{new.upper()} "))
        shelf.put(Paper("Invoice", f"{new}1"))
        shelf.put(Paper("Invoice", f"1{new}"))
        question = ChangeQuestion("CreditMemo", mine, shelf.q("-7"), new)
        [answer] = shelf.books.around_changes([question])
        assert ids(answer.others_with_new) - {("CreditMemo", mine)} == {("Invoice", has)}
        # And so it is among many that have nothing in common with it.
        crowd = [ChangeQuestion("CreditMemo", mine, shelf.q("-7"), f"{n}{shelf.q()}{n}") for n in range(29)]
        assert shelf.books.around_changes([*crowd, question])[-1].others_with_new == answer.others_with_new

    def test_many_changes_are_answered_each_by_itself_and_in_their_order(self, shelf: Shelf) -> None:
        asked = []
        for place, entity in enumerate(("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt", "Estimate") * 7):
            number, style = shelf.q(f"-{place}"), STYLES[place % 5]
            mine = shelf.put(Paper(entity, number))
            if place % 3 == 0:
                shelf.put(Paper(entity, style.format(number)))
            asked.append(ChangeQuestion(entity, mine, number, style.format(number)))
        together = shelf.books.around_changes(asked[::-1])[::-1]
        for question, answer in zip(asked, together, strict=True):
            [alone] = shelf.books.around_changes([question])
            assert answer.document is not None
            assert answer.document.id == question.document_id
            assert answer.document == alone.document
            assert ids(answer.others_with_old) == ids(alone.others_with_old)
            assert ids(answer.others_with_new) == ids(alone.others_with_new)
        assert sum(len(answer.others_with_new) for answer in together) >= 9

    def test_two_that_change_their_numbers_see_each_other(self, shelf: Shelf) -> None:
        one, two = (shelf.put(Paper(entity, shelf.q("-7"))) for entity in ("Invoice", "CreditMemo"))
        asked = [ChangeQuestion("Invoice", one, shelf.q("-7"), shelf.q("-8"))]
        asked += [ChangeQuestion("CreditMemo", two, shelf.q("-7"), shelf.q("-9"))]
        first, second = shelf.books.around_changes(asked)
        assert ids(first.others_with_old) == {("CreditMemo", two)}
        assert ids(second.others_with_old) == {("Invoice", one)}

    def test_the_same_question_twice_has_the_same_answer_twice(self, shelf: Shelf) -> None:
        question = ChangeQuestion("Invoice", shelf.put(Paper("Invoice", shelf.q("-7"))), shelf.q("-7"), shelf.q("-8"))
        first, second = shelf.books.around_changes([question, question])
        assert first.document == second.document

    @pytest.mark.parametrize("entity", ["Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt", "Estimate"])
    def test_its_raw_text_is_what_reading_it_alone_gives(self, shelf: Shelf, entity: str) -> None:
        mine = shelf.put(Paper(entity, shelf.q("-7")))
        answer = around(shelf, entity, mine)
        assert answer.document is not None
        assert answer.document.raw == shelf.books.read(entity, mine).document.raw
        assert json.loads(answer.document.raw)["DocNumber"] == shelf.q("-7")

    def test_after_a_change_the_new_number_is_its_own_and_the_old_one_free_for_another(self, shelf: Shelf) -> None:
        mine = shelf.put(Paper("CreditMemo", shelf.q("-7")))
        before = around(shelf, "CreditMemo", mine)
        assert before.document is not None
        shelf.books.change_number(order(before.document, shelf.q("-8")))
        after = around(shelf, "CreditMemo", mine)
        assert after.document is not None
        assert after.document.number == shelf.q("-8")
        assert (after.others_with_old, after.others_with_new) == ((), ())
        assert after.at >= before.at
        posted = shelf.put(Paper("Invoice", shelf.q("-7")))
        assert ids(around(shelf, "CreditMemo", mine).others_with_old) == {("Invoice", posted)}

    @pytest.mark.parametrize("bad", ["", "1 OR 1=1", "1') OR Id IN ('1", "../preferences", "-1", "٣", "1.5"])
    def test_around_an_id_that_is_no_digits_nothing_is_asked(self, shelf: Shelf, bad: str) -> None:
        good = ChangeQuestion("Invoice", shelf.put(Paper("Invoice", shelf.q("-7"))), shelf.q("-7"), shelf.q("-8"))
        with pytest.raises(BadInput):
            shelf.books.around_changes([good, ChangeQuestion("Invoice", bad, shelf.q("-7"), shelf.q("-8"))])

    def test_around_a_type_that_is_none_nothing_is_asked(self, shelf: Shelf) -> None:
        with pytest.raises(BadInput):
            shelf.books.around_changes([ChangeQuestion("Nonsense", "1", shelf.q("-7"), shelf.q("-8"))])

    def test_around_no_changes_there_is_nothing(self, shelf: Shelf) -> None:
        assert shelf.books.around_changes([]) == ()

    def test_the_users_of_many_numbers_are_told_each_by_itself(self, shelf: Shelf) -> None:
        put = {tail: shelf.put(Paper("Invoice", shelf.q(tail))) for tail in ("-a", "-B ", "-c")}
        memo = shelf.put(Paper("CreditMemo", f" {shelf.q('-c')} "))
        shelf.put(Paper("Estimate", shelf.q("-a")))
        numbers = [shelf.q(tail) for tail in ("-c", "-none", "-b", "-a", "-a")]
        told = shelf.books.with_numbers("sales", numbers)
        assert [ids(each.documents) for each in told] == [
            {("Invoice", put["-c"]), ("CreditMemo", memo)},
            set(),
            {("Invoice", put["-B "])},
            {("Invoice", put["-a"])},
            {("Invoice", put["-a"])},
        ]
        assert all(each.at.tzinfo is not None for each in told)
        assert shelf.books.with_numbers("sales", []) == ()


def around(shelf: Shelf, entity: str, document_id: str) -> ChangeAnswer:
    """How the books stand around a change from -7 to -8."""
    [answer] = shelf.books.around_changes([ChangeQuestion(entity, document_id, shelf.q("-7"), shelf.q("-8"))])
    return answer
