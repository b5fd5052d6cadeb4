"""What a person wishes of the window, kept as text: what is damaged is as for a newcomer, the rest stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.window.wishes import TEXT_SIZES, Look, Wishes, keys_of, keys_text, other_size, wishes_of, wishes_text

OWN = Wishes(Look.CONTRAST_DARK, 150, next_case=False, letters=False, figures="de_DE", then_retry=False)


@given(
    st.builds(
        Wishes,
        st.sampled_from(list(Look)),
        st.sampled_from(TEXT_SIZES),
        st.booleans(),
        st.booleans(),
        st.sampled_from(("", "en_GB")),
        st.booleans(),
        st.booleans(),
    )
)
def test_they_come_back_as_they_were_kept(wishes: Wishes) -> None:
    assert wishes_of(wishes_text(wishes)) == wishes


@pytest.mark.parametrize("damaged", ["", "{", "[]", "null", "7", '{"text_size": 99}', '{"look": "pink"}'])
def test_what_is_damaged_is_as_for_a_newcomer(damaged: str) -> None:
    assert wishes_of(damaged) == Wishes()


def test_only_what_is_damaged_is_lost() -> None:
    damaged = wishes_text(OWN).replace("150", "true").replace('"letters": false', '"letters": 0')
    assert wishes_of(damaged) == Wishes(Look.CONTRAST_DARK, next_case=False, figures="de_DE", then_retry=False)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    wishes_of(text)
    keys_of(text)


def test_keys_of_ones_own() -> None:
    own = {"retry": ("Ctrl+T",), "undo": ()}
    assert keys_of(keys_text(own)) == own
    assert keys_text({}) == ""
    assert keys_of('{"retry": "T", "undo": [1], "open": ["A", "B", "C", "D", "E", "F", "G"], "filter": ["F"]}') == {
        "filter": ("F",)
    }


@pytest.mark.parametrize(("size", "step", "then"), [(100, 1, 110), (100, -1, 90), (200, 1, 200), (80, -1, 80)])
def test_text_sizes_hold_at_their_ends(size: int, step: int, then: int) -> None:
    assert other_size(size, step) == then
