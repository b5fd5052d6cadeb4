"""The number map: which series there are, what is missing, what is used twice, and what nobody can say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from map_books import TODAY, days_ago, drawn, series
from untwin.domain.books.documents import NUMBERED
from untwin.domain.company.house_rules import SourceRange
from untwin.domain.number_map.drawing import Drawing, Entry, Known
from untwin.domain.number_map.finds import finds_of, next_find
from untwin.domain.number_map.lanes import Made, Maker, NumberMap, Sign, Wanted
from untwin.domain.number_map.words import at_number, find_sentence, lane_sentence

_DAYS = st.one_of(st.none(), st.integers(0, 400).map(days_ago))
_NUMBERS = st.one_of(
    st.none(),
    st.integers(0, 400).map(str),
    st.integers(0, 99).map(lambda n: f"INV-{n:04d}"),
    st.sampled_from(["", " ", "draft", "R-7b", "99999999", "٣"]),
)
_ENTRIES = st.lists(st.tuples(st.sampled_from(NUMBERED), _NUMBERS, _DAYS), max_size=80).map(
    lambda rows: [(entity, str(place), number, day) for place, (entity, number, day) in enumerate(rows)]
)


@given(_ENTRIES)
def test_every_document_is_drawn_or_counted_as_left_out(entries: list[Entry]) -> None:
    made = drawn(entries)
    shown = sum(block.documents for block in made.blocks)
    assert shown + made.loose + made.unnumbered + made.vendors == made.documents == len(entries)


@given(_ENTRIES)
def test_what_is_used_and_what_is_missing_never_meet(entries: list[Entry]) -> None:
    for block in drawn(entries).blocks:
        assert all(one < two for one, two in pairwise(block.used))
        missing = {f for first, last in block.gaps for f in range(first, last + 1)}
        assert not missing & set(block.used)
        everything = [f for lane in block.lanes if not lane.source for f in lane.figures]
        assert {f for f in everything if everything.count(f) > 1} == set(block.twice)


@given(_ENTRIES)
def test_stretches_are_the_whole_lane_and_the_next_number_is_behind_the_growing_one(entries: list[Entry]) -> None:
    for block in drawn(entries).blocks:
        for lane in block.lanes:
            assert list(lane.figures) == sorted(lane.figures)
            assert sum(each.documents for each in lane.stretches) == len(lane.figures)
            assert all(one.last < two.first for one, two in pairwise(lane.stretches))
            assert lane.next > lane.growing.last
            assert lane_sentence(block, lane).endswith(".")


@given(_ENTRIES, st.randoms())
def test_the_order_in_which_documents_come_makes_no_difference(entries: list[Entry], random: object) -> None:
    usual, other = drawn(entries), Drawing()
    mixed = list(entries)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    other.add(mixed)
    again = other.map(Known(), TODAY, usual.as_of)
    assert _told(usual) == _told(again)


def _told(made: NumberMap) -> list[str]:
    lanes = [(b, [(lane.key, list(lane.figures), lane.next) for lane in b.lanes]) for b in made.blocks]
    return sorted(repr((b.space, list(b.used), b.gaps, b.twice, each)) for b, each in lanes)


@given(_ENTRIES)
def test_walking_forward_and_back_passes_the_same_things(entries: list[Entry]) -> None:
    for block in drawn(entries).blocks:
        firsts = sorted({find.first for find in finds_of(block, 10_000)})
        walked, figure = [], -1
        while (find := next_find(block, figure, 1)) is not None:
            walked.append(find.first)
            figure = find.first
        assert walked == firsts
        back = []
        while (find := next_find(block, figure, -1)) is not None:
            back.append(find.first)
            figure = find.first
        assert back == firsts[-2::-1]
        assert all(find_sentence(block, find).endswith(".") for find in finds_of(block, 5))


def test_types_that_share_their_numbers_share_a_block_and_vendors_numbers_are_not_drawn() -> None:
    made = drawn(
        series("Invoice", 1001, 5), series("CreditMemo", 1003, 3), series("Estimate", 1001, 4), series("Bill", 7, 3)
    )
    assert [(b.space, [lane.key for lane in b.lanes]) for b in made.blocks] == [
        ("sales", ["Invoice", "CreditMemo"]),
        ("estimate", ["Estimate"]),
    ]
    assert made.vendors == 3


def test_a_number_that_another_type_uses_is_no_gap() -> None:
    made = drawn(series("Invoice", 1001, 3), series("CreditMemo", 1004, 1), series("Invoice", 1006, 2))
    assert made.blocks[0].gaps == ((1005, 1005),)


def test_a_leap_begins_another_stretch_and_is_no_gap() -> None:
    made = drawn(series("Invoice", 1001, 30), series("Invoice", 5001, 5, last=300))
    [block] = made.blocks
    [lane] = block.lanes
    assert [(s.first, s.last) for s in lane.stretches] == [(1001, 1030), (5001, 5005)]
    assert block.gaps == ()
    # The one with the latest documents is the one that grows.
    assert (lane.growing.last, lane.next) == (1030, 1031)


def test_zeros_in_front_are_kept() -> None:
    [block] = drawn([("Invoice", "1", "INV-0041", days_ago(9)), ("Invoice", "2", "INV-0042", days_ago(1))]).blocks
    assert block.number(block.lanes[0].next) == "INV-0043"


def test_series_of_one_counter_take_turns_and_share_their_next_number() -> None:
    invoices = [e for e in series("Invoice", 1001, 40, every=2) if int(e[2] or "") % 4]
    memos = [e for e in series("CreditMemo", 1001, 40, every=2) if not int(e[2] or "") % 4]
    [block] = drawn(invoices, memos).blocks
    assert block.overlaps == ()
    assert {lane.key: (lane.shares, lane.next) for lane in block.lanes} == {
        "Invoice": (("CreditMemo",), 1041),
        "CreditMemo": (("Invoice",), 1041),
    }
    assert block.forecasts == ()


def test_two_counters_in_one_range_overlap() -> None:
    [block] = drawn(series("Invoice", 1001, 40), series("CreditMemo", 1020, 5, last=400)).blocks
    [find] = block.overlaps
    assert (find.first, find.last, find.lanes) == (1020, 1024, ("Invoice", "CreditMemo"))
    assert block.twice == (1020, 1021, 1022, 1023, 1024)
    assert "Invoices and credit memos overlap" in find_sentence(block, find)


def test_undated_documents_prove_no_turns() -> None:
    undated = [("CreditMemo", "9", "1005", None), ("CreditMemo", "8", "1007", None)]
    [block] = drawn([e for e in series("Invoice", 1001, 9) if e[2] not in ("1005", "1007")], undated).blocks
    assert len(block.overlaps) == 1


def test_an_apps_numbers_have_a_lane_where_they_are_known_and_only_there() -> None:
    made = (Made("Invoice", "Invoice-1003", Maker.APP, "clio"), Made("Invoice", "Invoice-1004", Maker.HAND))
    wanted = (Wanted("clio", "1005", "7"), Wanted("clio", "1009", "8"))
    [block] = drawn(series("Invoice", 1001, 6), known=Known(made, wanted)).blocks
    clio = block.lane("clio")
    assert list(zip(clio.figures, clio.ids, strict=True)) == [(1003, "Invoice-1003"), (1005, ""), (1009, "")]
    assert block.clashes == (1005,)
    invoices = lane_sentence(block, block.lane("Invoice"))
    assert "made 1 by Clio, 1 by hand, 4 not known" in invoices
    assert at_number(block, 1005) == "1005: invoice of 21 Nov 2026; Clio wants it, waiting to post"
    assert at_number(block, 1009) == "1009: Clio wants it, waiting to post"
    assert at_number(block, 1008) == "1008: nothing uses it, by what was read"


def test_nothing_is_said_of_makers_where_nothing_is_known() -> None:
    [block] = drawn(series("Invoice", 1001, 6)).blocks
    assert "maker not known" in lane_sentence(block, block.lanes[0])
    assert [lane.key for lane in block.lanes] == ["Invoice"]


def test_what_is_kept_clear_is_told() -> None:
    kept = (SourceRange("clio", "", 1235, 2000),)
    [block] = drawn(series("Invoice", 1001, 6), known=Known(kept=kept)).blocks
    assert at_number(block, 1300).endswith("kept clear for Clio")


@pytest.mark.parametrize("step", [1, -1])
def test_of_two_things_at_one_number_the_one_that_presses_comes_first(step: int) -> None:
    wanted = (Wanted("clio", "1003", "7"),)
    [block] = drawn(
        series("Invoice", 1001, 6), series("CreditMemo", 1003, 1, last=300), known=Known(wanted=wanted)
    ).blocks
    find = next_find(block, 1000 if step > 0 else 2000, step)
    assert find is not None
    assert (find.sign, find.first) == (Sign.CLASH, 1003)
