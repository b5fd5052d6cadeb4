"""Where two series will meet: said with how sure it is, and not at all where the evidence is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from map_books import drawn, series
from untwin.domain.company.house_rules import SourceRange
from untwin.domain.number_map.drawing import Known
from untwin.domain.number_map.lanes import Wanted
from untwin.domain.number_map.words import forecast_sentence, lane_sentence


def test_a_growing_series_meets_where_another_begins() -> None:
    # Two a week for a year; 12 numbers are left before the credit memos.
    [block] = drawn(series("Invoice", 1128, 100, every=3.5), series("CreditMemo", 1240, 5, last=300)).blocks
    [forecast] = block.forecasts
    assert (forecast.lane, forecast.at) == ("Invoice", 1240)
    assert 5 < forecast.weeks < 8
    assert forecast.soonest <= forecast.weeks <= (forecast.latest or 0)
    assert forecast_sentence(block, forecast).startswith(
        "Invoices reach 1240, where the credit memos begin, in about 6 weeks"
    )


def test_a_series_that_has_become_faster_gives_a_wide_answer() -> None:
    slow = series("Invoice", 1000, 60, every=6, last=46)
    fast = series("Invoice", 1060, 44, every=1)
    [block] = drawn(slow, fast, series("CreditMemo", 1150, 5, last=300)).blocks
    [forecast] = block.forecasts
    assert forecast.latest is not None
    assert forecast.latest > 3 * forecast.soonest
    words = forecast_sentence(block, forecast)
    assert "in about" in words
    assert " to " in words


@pytest.mark.parametrize(
    ("invoices", "why"),
    [
        (series("Invoice", 1001, 5), "only 5 of its documents are dated within the last 13 weeks"),
        (series("Invoice", 1001, 50, last=50), "it rests since 10 Oct 2026"),
        (series("Invoice", 1001, 50, last=120), "nothing in it is dated within the last 13 weeks"),
        (series("Invoice", 1001, 50, every=0.1), "its documents of the last weeks lie within a few days"),
        ([(e, i, n, None) for e, i, n, _ in series("Invoice", 1001, 50)], "nothing in it is dated"),
    ],
)
def test_where_evidence_is_missing_nothing_is_forecast(invoices: list[tuple[str, str, str, str]], why: str) -> None:
    [block] = drawn(invoices, series("CreditMemo", 1060, 5, last=300)).blocks
    assert block.forecasts == ()
    assert f"no forecast: {why}" in lane_sentence(block, block.lane("Invoice"))


def test_numbers_and_dates_that_do_not_go_together_forecast_nothing() -> None:
    dates = [each[3] for each in series("Invoice", 1001, 12)]
    mixed = [*dates[::2], *dates[1::2]]
    shuffled = [(e, i, n, day) for (e, i, n, _), day in zip(series("Invoice", 1001, 12), reversed(mixed), strict=True)]
    [block] = drawn(shuffled, series("CreditMemo", 1020, 5, last=300)).blocks
    assert block.forecasts == ()
    assert "don't go on together" in lane_sentence(block, block.lane("Invoice"))


def test_one_document_that_is_dated_oddly_spoils_no_forecast() -> None:
    invoices = series("Invoice", 1001, 60, every=3)
    entity, document_id, number, _ = invoices[40]
    invoices[40] = (entity, document_id, number, invoices[59][3])
    [block] = drawn(invoices, series("CreditMemo", 1065, 5, last=300)).blocks
    assert [(f.lane, f.at) for f in block.forecasts] == [("Invoice", 1065)]


def test_what_lies_too_far_off_is_not_said() -> None:
    [block] = drawn(series("Invoice", 1001, 50), series("CreditMemo", 9000, 5, last=300)).blocks
    assert block.forecasts == ()
    assert "no used number lies ahead of it within a year" in lane_sentence(block, block.lane("Invoice"))


def test_a_number_that_an_app_wants_and_a_range_kept_for_it_lie_ahead_too() -> None:
    wanted = Known(wanted=(Wanted("clio", "1056", "7"), Wanted("clio", "1057", "8")))
    [block] = drawn(series("Invoice", 1001, 50), known=wanted).blocks
    assert [(f.lane, f.at, f.what) for f in block.forecasts] == [("Invoice", 1056, "Clio wants that number")]
    kept = Known(kept=(SourceRange("clio", "", 1055, 2000),))
    [block] = drawn(series("Invoice", 1001, 50), known=kept).blocks
    assert [(f.at, f.what) for f in block.forecasts] == [(1055, "the numbers kept clear for Clio begin")]


@given(st.integers(8, 200), st.floats(0.5, 12), st.integers(1, 400), st.integers(1, 30))
def test_a_forecast_is_never_behind_and_its_ends_hold_it(count: int, every: float, ahead: int, memos: int) -> None:
    begins = 1000 + count + ahead
    [block] = drawn(series("Invoice", 1000, count, every=every), series("CreditMemo", begins, memos, last=300)).blocks
    invoices = block.lane("Invoice")
    for forecast in block.forecasts:
        assert forecast.at >= block.lane(forecast.lane).next
        assert 0 <= forecast.soonest <= forecast.weeks <= 52
        assert forecast.latest is None or forecast.latest >= forecast.weeks
        assert not invoices.speed.why_none
