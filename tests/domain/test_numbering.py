"""New numbers: free, short enough, safe letters, never changed silently; by house rules, with what was passed over."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import COMPANY, HOLDER, INCOMING, case, evidence
from untwin.domain.books.documents import SALES_SPACE, fold_number
from untwin.domain.changes.numbering import (
    MAX_LENGTH,
    House,
    coming_of,
    examples,
    house_of,
    suggest,
    why_asked,
    why_not_usable,
)
from untwin.domain.company.house_rules import HouseRules, Rule, SourceRange, range_of
from untwin.domain.company.series import Series, series_of
from untwin.domain.sources.incoming import IncomingKind, SourceRecord

NOTHING: frozenset[str] = frozenset()
SERIES = (Series("CreditMemo", "CR-", 457, 4),)


def house(*order: Rule, **changes: object) -> House:
    return House(HouseRules(order=order or HouseRules().order), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wish", "word"),
    [
        ("", "Type"),
        ("  ", "Type"),
        (" CM-1", "blanks"),
        ("C" * 22, "22 characters"),
        ("auto_generate", "AUTO_GENERATE"),
        ("CM/1", "Only letters"),
        ("CM\u20131", "Only letters"),
        ("=1+1", "Only letters"),
        ("1234", "its number now"),
        ("cm-7", "used already"),
    ],
)
def test_a_number_that_cannot_be_given_says_why(wish: str, word: str) -> None:
    assert word in why_not_usable(wish, "1234", frozenset({"cm-7"}))


def test_twenty_one_characters_are_allowed_and_0123_is_not_123() -> None:
    assert why_not_usable("C" * 21, "1234", NOTHING) == ""
    assert why_not_usable("0123", "123", frozenset({"123"})) == ""


@pytest.mark.parametrize(
    ("wish", "clashes"),
    [("1300", True), ("01300", True), ("1234", True), ("1400", True), ("1233", False), ("1401", False)],
)
def test_a_number_that_a_source_will_give_is_kept_clear(wish: str, clashes: bool) -> None:
    coming = (SourceRange("clio", "", 1234, 1400),)
    assert ("Clio will give" in why_not_usable(wish, "5", NOTHING, coming)) is clashes


def test_a_range_with_letters_keeps_only_its_own_kind_clear() -> None:
    coming = (range_of("hubspot INV-1001..INV-2000"),)
    assert "HubSpot will give (INV-1001 to INV-2000)" in why_not_usable("inv-1500", "5", NOTHING, coming)
    assert why_not_usable("1500", "5", NOTHING, coming) == ""
    assert why_not_usable("1500-INV", "5", NOTHING, coming) == ""


# --- suggestions --------------------------------------------------------------------------------------------------


def test_the_usual_rules_are_prefix_then_suffix_then_a_counter() -> None:
    assert suggest(HOLDER, NOTHING).numbers[:2] == ("CM-1234", "1234-CM")
    assert suggest(HOLDER, frozenset({"cm-1234"})).numbers[0] == "1234-CM"
    assert suggest(HOLDER, frozenset({"cm-1234", "1234-cm"})).numbers[0] == "CM-1234-2"


def test_what_was_passed_over_says_why() -> None:
    suggested = suggest(HOLDER, frozenset({"cm-1234", "1234-cm"}), house(series=SERIES))
    assert suggested.numbers[0] == "CR-0458"
    assert suggested.passed_over == ("CM-1234 is used already.", "1234-CM is used already.")
    assert suggest(HOLDER, NOTHING, house(series=SERIES)).passed_over == ()


def test_the_next_in_the_series_of_its_type_skips_what_is_used_and_what_a_source_gives() -> None:
    by_series = House(HouseRules(order=(Rule.NEXT,), ranges=(range_of("clio CR-0460..CR-0470"),)), SERIES)
    assert suggest(HOLDER, frozenset({"cr-0458"}), by_series).numbers == ("CR-0459", "CR-0471", "CR-0472", "CR-0473")


def test_without_a_series_the_rule_is_passed_over_in_words() -> None:
    suggested = suggest(HOLDER, NOTHING, house(Rule.NEXT, Rule.SUFFIX))
    assert suggested.numbers[0] == "1234-CM"
    assert "No series of credit memos is known yet" in suggested.passed_over[0]


def test_a_series_that_is_the_sources_own_is_no_way() -> None:
    """Sales forms share one counter: the next credit memo there has the number of a bill that comes."""
    plain = (Series("CreditMemo", "", 9000, 0),)
    suggested = suggest(HOLDER, NOTHING, house(Rule.NEXT, series=plain, coming=(SourceRange("clio", "", 1234, 2234),)))
    assert suggested.numbers == ()
    assert "numbered in one series with Clio's" in suggested.passed_over[0]


def test_a_series_that_runs_through_a_sources_numbers_is_no_way() -> None:
    typed = HouseRules(order=(Rule.NEXT,), ranges=(range_of("clio CR-1..CR-99999"),))
    suggested = suggest(HOLDER, NOTHING, House(typed, SERIES))
    assert suggested.numbers == ()
    assert "runs through what sources give next" in suggested.passed_over[0]


def test_to_ask_suggests_nothing() -> None:
    asked = house(Rule.ASK)
    assert suggest(HOLDER, NOTHING, asked).numbers == ()
    assert "ask" in why_asked(asked)
    assert why_asked(house()) == ""


def test_a_number_without_room_is_never_shortened() -> None:
    long = replace(HOLDER, number="1" * 20)
    suggested = suggest(long, NOTHING)
    assert suggested.numbers == ()
    assert "23 characters; QuickBooks takes 21" in suggested.passed_over[0]


def test_a_document_without_a_number_gets_no_letters_but_the_next_number() -> None:
    nameless = replace(HOLDER, number=None)
    assert suggest(nameless, NOTHING).numbers == ()
    assert suggest(nameless, NOTHING, house(Rule.NEXT, series=SERIES)).numbers[0] == "CR-0458"


def test_own_letters_of_the_house_are_used() -> None:
    own = House(HouseRules().with_affix("CreditMemo", "GS"))
    assert suggest(HOLDER, NOTHING, own).numbers[:2] == ("GS-1234", "1234-GS")


@given(
    st.sampled_from(SALES_SPACE),
    st.text(alphabet="ABC123-/ ", min_size=1, max_size=21),
    st.sets(st.sampled_from(["cm-1", "1-cm", "inv-1", "1-inv", "cr-0458"])),
    st.permutations(list(Rule)),
    st.integers(0, 5000),
)
def test_every_suggestion_can_be_given(
    entity: str, number: str, taken: set[str], order: list[Rule], first: int
) -> None:
    ranges = (SourceRange("clio", "", first, first + 50), SourceRange("clio", "CR-", first, first + 50))
    rules = House(HouseRules(order=tuple(order)), (*SERIES, Series("Invoice", "", first, 0)), ranges)
    document = replace(HOLDER, entity=entity, number=number)
    found = suggest(document, frozenset(taken), rules).numbers
    assert len({fold_number(wish) for wish in found}) == len(found)
    for wish in found:
        assert len(wish) <= MAX_LENGTH
        assert why_not_usable(wish, number, frozenset(taken), ranges) == ""


# --- series and ranges --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        (["CR-0457", "CR-0456", "CR-0455", "77"], "CR-0458"),
        (["99", "98", "97"], "100"),
        (["0099", "0098"], "0100"),
        (["A-9", "A-10"], "A-11"),
        (["1001", "M-5"], None),
        (["A", "B"], None),
        ([], None),
        (["CR/1", "CR/2"], None),
        (["9" * 30, "8" * 30], None),
    ],
)
def test_the_latest_numbers_tell_how_a_series_goes_on(numbers: list[str], following: str | None) -> None:
    series = series_of("CreditMemo", numbers)
    assert (series.after(1) if series else None) == following


def test_what_a_source_gives_next_is_told_by_its_own_list() -> None:
    records = tuple(
        SourceRecord(IncomingKind.BILL, str(n), number, "Smith, Anna", Decimal(1), INCOMING.date)
        for n, number in enumerate(("1230", "1251", "X-9", None))
    )
    [coming] = coming_of(evidence(source_records=records), "clio")
    assert (coming.first, coming.last, coming.known_from) == (1230, 2251, "Clio's own list")
    [alone] = coming_of(evidence(), "clio")
    assert (alone.first, alone.last, alone.known_from) == (1234, 2234, "the waiting document's number")
    assert coming_of(evidence(), None) == ()
    [booked] = coming_of(evidence(series=(Series("Invoice", "", 5678, 0), Series("CreditMemo", "", 9999, 0))), "clio")
    assert (booked.first, booked.last) == (1234, 6678)


def test_a_case_has_the_rules_of_its_company_and_what_its_source_gives() -> None:
    settings = replace(COMPANY.settings, numbers=HouseRules(ranges=(range_of("hubspot INV-1..INV-9"),)))
    made = house_of(case(), evidence(series=SERIES), replace(COMPANY, settings=settings))
    assert [r.source for r in made.ranges] == ["hubspot", "clio"]
    assert made.series == SERIES


def test_examples_speak_of_every_type_in_the_order_of_the_rules() -> None:
    said = examples(HouseRules(order=(Rule.SUFFIX, Rule.ASK)))
    assert said[1] == "a credit memo 1234: 1234-CM, else you are asked"
    assert len(said) == 5


@pytest.mark.parametrize("number", ["INV-1058", "inv-1058", "1058-INV"])
def test_letters_that_stand_there_already_are_not_doubled(number: str) -> None:
    told = suggest(replace(HOLDER, entity="Invoice", number=number), set())
    assert told.numbers[0] == f"{number}-2"
    assert told.passed_over[0] == f"{number} has INV beside it already."
