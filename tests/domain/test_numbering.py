"""New numbers: free, short enough, safe letters, never changed silently."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import HOLDER
from untwin.domain.documents import SALES_SPACE
from untwin.domain.numbering import MAX_LENGTH, suggest, why_not_usable

NOTHING: frozenset[str] = frozenset()


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


def test_the_house_rule_is_prefix_then_suffix_then_a_counter() -> None:
    assert suggest(HOLDER, NOTHING)[:2] == ("CM-1234", "1234-CM")
    assert suggest(HOLDER, frozenset({"cm-1234"}))[0] == "1234-CM"
    assert suggest(HOLDER, frozenset({"cm-1234", "1234-cm"}))[0] == "CM-1234-2"


def test_a_document_without_a_number_gets_no_suggestion() -> None:
    assert suggest(replace(HOLDER, number=None), NOTHING) == ()


@given(
    st.sampled_from(SALES_SPACE),
    st.text(alphabet="ABC123-/ ", min_size=1, max_size=21),
    st.sets(st.sampled_from(["cm-1", "1-cm", "inv-1", "1-inv"])),
)
def test_every_suggestion_can_be_given(entity: str, number: str, taken: set[str]) -> None:
    document = replace(HOLDER, entity=entity, number=number)
    for wish in suggest(document, frozenset(taken)):
        assert len(wish) <= MAX_LENGTH
        assert why_not_usable(wish, number, frozenset(taken)) == ""
