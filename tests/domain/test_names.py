"""Names: likeness counts against "unrelated", only identity counts for "same"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.verdicts.names import Likeness, compare_names, search_words, source_mark


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Smith, Anna", "Anna Smith", Likeness.SAME),
        ("ANNA  SMITH", "Anna Smith", Likeness.SAME),
        ("Smith, Anna", "Smith, Anne", Likeness.LIKE),
        ("Anna Smith Clio 88213", "Anna Smith", Likeness.LIKE),
        ("A. Smith", "Smith, Anna", Likeness.LIKE),
        ("Acme LLC", "Acme Inc.", Likeness.LIKE),
        ("Acme LLC", "Borealis LLC", Likeness.DIFFERENT),
        ("International Business Machines", "IBM", Likeness.LIKE),
        ("Müller GmbH", "Mueller GmbH", Likeness.LIKE),
        ("José Ortega", "Jose Ortega", Likeness.LIKE),
        ("Ortega, Luis", "Smith, Anna", Likeness.DIFFERENT),
        ("Law Office of Cole", "Law Office of Pike", Likeness.DIFFERENT),
        ("", "Smith", Likeness.UNKNOWN),
        (None, "Smith", Likeness.UNKNOWN),
        ("...", "Smith", Likeness.UNKNOWN),
    ],
)
def test_two_names_compare(one: str | None, other: str | None, expected: Likeness) -> None:
    assert compare_names(one, other) is expected
    assert compare_names(other, one) is expected


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare_the_same_both_ways_round(one: str, other: str) -> None:
    assert compare_names(one, other) is compare_names(other, one)


@given(st.text(alphabet="abcdefgh XYZ", min_size=1, max_size=20))
def test_a_name_is_never_different_from_itself(name: str) -> None:
    assert compare_names(name, name) in (Likeness.SAME, Likeness.UNKNOWN)


def test_the_sources_mark_is_read_out_of_a_name() -> None:
    assert source_mark("Anna Smith Clio 88213") == "88213"
    assert source_mark("Clio Smith") is None


def test_search_words_leave_out_what_many_names_share() -> None:
    assert search_words("The Law Office of Cole, LLC") == ("Cole",)
    assert search_words("Smith, Anna Clio 88213") == ("Smith", "Anna")
    assert search_words("LLC") == ("LLC",)
