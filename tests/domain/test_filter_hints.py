"""What may follow in a filter line: hints lead to lines that are understood, and say what is wrong in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.inbox.filter_hints import completed, hints, last_piece, problems, says
from untwin.domain.inbox.filter_words import parse

KNOWN = {"company": ("Harlow & Pike LLP", "Cole"), "label": ("ask Ann", "vip"), "source": ("Clio",)}


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("", "is:"),
        ("smith co", "company:"),
        ("-a", "-amount:"),
        ("is:sn", "is:snoozed"),
        ("label:", 'label:"ask Ann"'),
        ("company:pike", 'company:"Harlow & Pike LLP"'),
        ("x source:c", "source:Clio"),
        ("verdict:unr", "verdict:unrelated"),
    ],
)
def test_the_likeliest_comes_first(line: str, first: str) -> None:
    assert hints(line, KNOWN.__getitem__)[0] == first


def test_nothing_is_offered_where_nothing_fits_or_all_is_said() -> None:
    assert hints("zebra", KNOWN.__getitem__) == ()
    assert hints("is:snoozed", KNOWN.__getitem__) == ()
    assert hints("amount:", KNOWN.__getitem__) == ()


def test_a_hint_takes_the_place_of_what_was_typed_last() -> None:
    assert completed("smith is:sn", "is:snoozed") == "smith is:snoozed "
    assert completed("smith co", "company:") == "smith company:"
    assert last_piece('a label:"ask A') == 'label:"ask A'


def test_what_is_being_typed_is_no_error_yet() -> None:
    assert problems("smith is:", typing=True) == ()
    assert problems("is:sn", typing=True) == ()
    assert problems("is:odd smith", typing=True)
    assert problems("is:sn", typing=False)
    assert problems("colour:red", typing=True)
    assert says("amount:>5") == "waiting amount, e.g. amount:>500"


@given(st.text(max_size=30))
def test_every_hint_leads_to_a_line_that_is_understood(line: str) -> None:
    for hint in hints(line, KNOWN.__getitem__):
        whole = completed("", hint)
        assert whole.endswith(":") or not parse(whole).problems
