"""House rules for new numbers: kept with the company, noted, used by the next plan; series read fresh."""

from dataclasses import replace

import pytest

from builders import HOLDER, REALM
from flows.conftest import Office
from flows.walk import looked_up
from untwin.domain.books.documents import Document
from untwin.domain.books.number_index import IndexState, Numbered
from untwin.domain.company.house_rules import USUAL, Rule
from untwin.domain.problems import BadInput
from untwin.flows.companies.set_numbers import NumberWishes

SERIES = ("CR-0455", "CR-0456", "CR-0457")


def index(office: Office, *numbers: str) -> None:
    """What the number index knows of credit memos; it may be behind."""
    known = [Numbered("CreditMemo", str(n), number, None, None, None, None, None) for n, number in enumerate(numbers)]
    office.desk.index_numbers.index.keep(REALM, IndexState(), known)


def memo(office: Office, document_id: str, number: str) -> Document:
    made = replace(HOLDER, id=document_id, number=number, raw=HOLDER.raw.replace("1234", number))
    office.books.documents[document_id] = made
    return made


def test_rules_are_stored_and_noted(office: Office) -> None:
    wishes = NumberWishes("suffix, ask", {"credit memo": "GS"}, ("clio 2000..3000",))
    kept = office.desk.set_numbers(REALM, wishes, "Ann").settings.numbers
    assert office.desk.companies.get(REALM).settings.numbers == kept
    assert kept.order == (Rule.SUFFIX, Rule.ASK)
    [row] = office.desk.history.rows()
    assert row.what == "house rules for numbers changed"
    assert "prefix, suffix, next, ask → suffix, ask" in row.detail
    assert "nothing → Clio: 2000 to 3000" in row.detail
    assert office.desk.set_numbers.usual(REALM, "Ann").settings.numbers == USUAL


def test_nothing_new_is_nothing_noted(office: Office) -> None:
    office.desk.set_numbers(REALM, NumberWishes(), "Ann")
    office.desk.set_numbers(REALM, NumberWishes("prefix,suffix,next,ask"), "Ann")
    assert office.desk.history.rows() == ()


def test_a_range_that_stays_keeps_who_typed_it(office: Office) -> None:
    office.desk.set_numbers(REALM, NumberWishes(ranges=("clio 1..9",)), "Ann")
    kept = office.desk.set_numbers(REALM, NumberWishes(ranges=("clio 1..9", "clio 20..30")), "Bob")
    assert [r.known_from for r in kept.settings.numbers.ranges] == ["typed by Ann", "typed by Bob"]


@pytest.mark.parametrize(
    "wishes",
    [NumberWishes("nonsense"), NumberWishes(affixes={"bill": "B"}), NumberWishes(ranges=("clio 1..9", "clio"))],
)
def test_a_wish_that_makes_no_sense_stores_nothing(office: Office, wishes: NumberWishes) -> None:
    with pytest.raises(BadInput):
        office.desk.set_numbers(REALM, wishes, "Ann")
    assert office.desk.companies.get(REALM).settings.numbers == USUAL


def test_the_next_plan_follows_the_rules(office: Office) -> None:
    looked_up(office)
    office.desk.set_numbers(REALM, NumberWishes("suffix", {"CreditMemo": "GS"}), "Ann")
    [row] = office.desk.renumber.plan({"1": {}}).rows
    assert (row.new, row.suggestions[:1]) == ("1234-GS", ("1234-GS",))


def test_to_be_asked_leaves_the_number_open(office: Office) -> None:
    looked_up(office)
    office.desk.set_numbers(REALM, NumberWishes("ask"), "Ann")
    planned = office.desk.renumber.plan({"1": {}})
    assert not planned.ready
    assert planned.rows[0].why_not == "Type a number."


def test_a_number_that_the_source_will_give_is_refused_when_typed(office: Office) -> None:
    looked_up(office)
    [row] = office.desk.renumber.plan({"1": {"111": "1300"}}).rows
    assert "Clio will give" in row.why_not


def test_the_next_in_the_series_is_suggested_and_looked_for_in_quickbooks(office: Office) -> None:
    index(office, *SERIES)
    memo(office, "458", "CR-0458")
    office.desk.set_numbers(REALM, NumberWishes("next, ask"), "Ann")
    looked_up(office)
    [row] = office.desk.renumber.plan({"1": {}}).rows
    assert row.new == "CR-0459"
    assert "CR-0458 is used already." in row.passed_over[0]


def test_two_cases_of_one_batch_never_get_one_number(office: Office) -> None:
    index(office, *SERIES)
    office.desk.set_numbers(REALM, NumberWishes("next, ask"), "Ann")
    case = looked_up(office)
    other = memo(office, "112", "1235")
    found = replace(case.evidence, holders=(other,)) if case.evidence else None
    judged = replace(case.judgement.holders[0], document_id="112") if case.judgement else None
    assert case.judgement is not None
    twin = replace(case, id="", evidence=found, judgement=replace(case.judgement, holders=(judged,)))  # type: ignore[arg-type]
    second = office.desk.cases.add(twin)
    planned = office.desk.renumber.plan({case.id: {}, second.id: {}})
    assert [row.new for row in planned.rows] == ["CR-0458", "CR-0459"]
    assert planned.ready
    assert "CR-0459" in planned.next_numbers[0]


def test_without_the_rule_nothing_is_asked_about_a_series(office: Office) -> None:
    index(office, *SERIES)
    memo(office, "458", "CR-0458")
    office.desk.set_numbers(REALM, NumberWishes("prefix, suffix"), "Ann")
    evidence = looked_up(office).evidence
    assert evidence is not None
    assert "cr-0458" not in evidence.taken


def test_no_document_gets_the_number_that_another_case_of_the_batch_waits_for(office: Office) -> None:
    case = looked_up(office)
    other = office.desk.cases.add(replace(case, id="", doc_number="CM-1234", evidence=None, judgement=None))
    [row] = office.desk.renumber.plan({case.id: {}, other.id: {}}).rows
    assert row.new == "1234-CM"
    [typed] = office.desk.renumber.plan({case.id: {"111": "cm-1234"}, other.id: {}}).rows
    assert typed.why_not == f"cm-1234 is needed by case {other.id}."
