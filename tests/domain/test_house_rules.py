"""House rules as people type them: read as they are meant, or a plain sentence about what is wrong."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.company.house_rules import (
    HouseRules,
    Rule,
    SourceRange,
    affix_of,
    order_of,
    parts_of,
    range_of,
    rules_lines,
)
from untwin.domain.problems import BadInput


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("prefix, suffix, next, ask", (Rule.PREFIX, Rule.SUFFIX, Rule.NEXT, Rule.ASK)),
        ("NEXT;ask", (Rule.NEXT, Rule.ASK)),
        ("suffix prefix", (Rule.SUFFIX, Rule.PREFIX)),
        ("ask", (Rule.ASK,)),
    ],
)
def test_an_order_is_read(typed: str, order: tuple[Rule, ...]) -> None:
    assert order_of(typed) == order


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "No rule is named; these are: prefix, suffix, next, ask."),
        ("prefix, sufix", "“sufix” is no rule"),
        ("prefix, prefix", "“prefix” is named twice."),
        ("ask, prefix", "“ask” comes last"),
    ],
)
def test_an_order_that_makes_no_sense_says_why(typed: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        order_of(typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type letters for a credit memo, for example CM"),
        ("-", "Type letters"),
        ("CREDITMEMO", "too long for credit memos: 8 signs"),
        ("C/M", "only letters A-Z"),
        ("CÄ", "only letters A-Z"),
        ("77", "all digits"),
        ("inv", "is how HubSpot's own numbers begin .INV-1001."),
    ],
)
def test_letters_that_cannot_be_used_say_why(typed: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        affix_of("CreditMemo", typed, (range_of("hubspot INV-1001..INV-2000"),))


def test_letters_are_taken_without_the_hyphen_that_joins_them() -> None:
    assert affix_of("CreditMemo", " CR- ") == "CR"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("clio 1235..2000", SourceRange("clio", "", 1235, 2000, "typed by Ann")),
        ("Clio 1235 to 2000", SourceRange("clio", "", 1235, 2000, "typed by Ann")),
        ("hubspot INV-1001..INV-2000", SourceRange("hubspot", "INV-", 1001, 2000, "typed by Ann")),
        ("hubspot INV-1001 .. 2000", SourceRange("hubspot", "INV-", 1001, 2000, "typed by Ann")),
    ],
)
def test_a_range_is_read(typed: str, found: SourceRange) -> None:
    assert range_of(typed, "Ann") == found
    assert range_of(found.typed, "Ann") == found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "is no range"),
        ("1235..2000", "is no range"),
        ("clio 1235", "is no range"),
        ("clio abc..def", "is no range"),
        ("clio 1..2..3", "is no range"),
        ("clio A-1..B-9", "don't begin alike"),
        ("clio 2000..1235", "ends before it begins"),
    ],
)
def test_a_range_that_cannot_be_read_says_how_it_is_typed(typed: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        range_of(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(typed: str) -> None:
    for read in (order_of, range_of, lambda text: affix_of("Invoice", text)):
        with suppress(BadInput):
            read(typed)


@pytest.mark.parametrize(
    ("number", "parts"),
    [("INV-0042", ("INV-", "0042")), ("42", ("", "42")), ("42-CM", None), ("", None), ("A٣", None)],
)
def test_a_number_is_taken_apart_at_its_last_figure(number: str, parts: tuple[str, str] | None) -> None:
    assert parts_of(number) == parts


def test_the_rules_are_told_in_words() -> None:
    rules = HouseRules(ranges=(range_of("clio 1..9"),)).with_affix("CreditMemo", "GS")
    told = dict(rules_lines(rules))
    assert told["put beside the number"].startswith("invoice INV, credit memo GS")
    assert told["kept clear for sources"] == "Clio: 1 to 9"
    assert rules.with_affix("CreditMemo", "CM").affixes == ()
