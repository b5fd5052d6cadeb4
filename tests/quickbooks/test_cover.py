"""Many numbers under few patterns: every number contains its own, and there are never more than allowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.quickbooks.cover import cover

NUMBERS = st.lists(st.text("CMIN-0123é' ", min_size=1, max_size=8), max_size=30)


@given(NUMBERS, st.integers(-1, 8))
def test_every_number_contains_its_pattern_and_no_more_patterns_are_used_than_allowed(
    numbers: list[str], most: int
) -> None:
    covered = cover(numbers, most)
    assert len(covered) <= max(most, 1)
    assert sorted(number for part in covered for number in part.numbers) == sorted(set(numbers))
    assert all(part.pattern in number for part in covered for number in part.numbers)


@given(NUMBERS)
def test_where_there_is_room_each_number_is_its_own_pattern_unless_another_contains_it(numbers: list[str]) -> None:
    for part in cover(numbers, 30):
        assert part.pattern in part.numbers


@given(NUMBERS, st.integers(1, 8))
def test_more_room_never_leaves_more_numbers_under_a_short_pattern(numbers: list[str], most: int) -> None:
    def short(room: int) -> int:
        return sum(len(part.numbers) for part in cover(numbers, room) if part.short)

    assert short(most + 1) <= max(short(most), sum(len(number) < 3 for number in set(numbers)))


@pytest.mark.parametrize(
    ("numbers", "most", "patterns"),
    [
        ([f"CM-{n}" for n in range(1043, 1073)], 4, {"CM-104", "CM-105", "CM-106", "CM-107"}),
        ([f"{n}-CM" for n in range(1000, 9000, 333)], 4, {"-CM"}),
        ([f"CM-{n}" for n in range(1000, 10000, 333)], 4, {"CM-"}),
        ([f"CM-CROWD-{n:04}" for n in range(30)], 4, {"CM-CROWD-000", "CM-CROWD-001", "CM-CROWD-002"}),
        (["CM-1234", "CM-1299", "INV-1234", "INV-77", "SR-5"], 3, {"CM-12", "INV-", "SR-5"}),
        (["CM-1234", "CM-12340", "CM-7"], 2, {"CM-1234", "CM-7"}),
        (["7", "8", "CM-1", "CM-2"], 4, {"7", "8", "CM-1", "CM-2"}),
        (["CM-1234"], 1, {"CM-1234"}),
        ([], 4, set()),
    ],
)
def test_patterns_say_as_much_as_they_can(numbers: list[str], most: int, patterns: set[str]) -> None:
    assert {part.pattern for part in cover(numbers, most)} == patterns
