"""Short forms of names: what may be one name counts against "unrelated"; what merely has the letters doesn't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.verdicts.names import Likeness, compare_names
from untwin.domain.verdicts.short_names import may_be_short_for


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("IBM Corp.", "International Business Machines Corporation"),
        ("IBM", "International Business Machines Canada Ltd."),
        ("PwC", "PricewaterhouseCoopers LLP"),
        ("AT&T", "American Telephone and Telegraph"),
        ("B of A", "Bank of America"),
        ("BofA", "Bank of America"),
        ("GE", "General Electric Company"),
        ("USPS", "US Postal Service"),
        ("MSFT", "Microsoft"),
        ("JPM", "JPMorgan Chase"),
        ("J&J", "Johnson & Johnson"),
        ("EY", "Ernst & Young"),
    ],
)
def test_an_abbreviation_is_like_its_name_and_never_the_same(short: str, long: str) -> None:
    assert may_be_short_for(short, long)
    assert may_be_short_for(long, short)
    assert compare_names(short, long) is Likeness.LIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IBM", "International Paper"),
        ("GE", "General Atlantic Partners"),
        ("Lee", "Larson Electric Enterprises"),
        ("LEE, DAN", "Larson Electric Enterprises"),
        ("UPS", "Marigold Freight"),
        ("LLC", "Long Lake Cabins"),
        ("", "IBM"),
        ("A", "Alder"),
        ("IBM", "IBM"),
    ],
)
def test_letters_alone_make_no_likeness(one: str, other: str) -> None:
    assert not may_be_short_for(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_are_looked_at_both_ways_round(one: str, other: str) -> None:
    assert may_be_short_for(one, other) is may_be_short_for(other, one)
