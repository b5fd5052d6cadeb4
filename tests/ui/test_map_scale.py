"""Zoom on the number map: what is under the pointer stays there, and what is to be shown is in sight."""

import math
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from untwin.ui.map.marks import bars, in_sight, spread
from untwin.ui.map.scale import CLOSEST, Scale

_SCALES = st.builds(Scale, st.floats(-1000, 200_000), st.integers(-20, CLOSEST), st.integers(100, 2000))
_FIGURES = st.lists(st.integers(0, 50_000), min_size=1, max_size=200).map(sorted)


@given(_SCALES, st.integers(-8, 8), st.integers(0, 200_000))
def test_zooming_leaves_the_figure_where_it_is(scale: Scale, steps: int, figure: int) -> None:
    assert math.isclose(scale.zoomed(steps, figure).x(figure), scale.x(figure), rel_tol=1e-6, abs_tol=1e-3)


@given(_SCALES, st.integers(0, 10**9), st.integers(0, 10**6))
def test_what_is_to_fit_fits_as_close_as_it_goes(scale: Scale, first: int, more: int) -> None:
    fitted = scale.fitting(first, first + more)
    assert fitted.left <= first
    assert fitted.right >= first + more + 1
    closer = fitted.zoomed(2, first)
    assert fitted.level == CLOSEST or (more + 1) * closer.pixels > scale.width * 0.7


@given(_SCALES, st.integers(0, 10**9))
@example(Scale(0.0, CLOSEST, 100), 0)
@example(Scale(0.0, CLOSEST, 100), 1)
def test_a_figure_that_is_shown_is_in_sight(scale: Scale, figure: int) -> None:
    shown = scale.showing(figure)
    assert shown.left <= figure < shown.right
    assert shown.showing(figure).left == shown.left


@given(_SCALES, st.integers(30, 200))
def test_ticks_are_round_and_far_enough_apart(scale: Scale, least: int) -> None:
    step, ticks = scale.ticks(least)
    assert str(step).rstrip("0") in ("1", "2", "5")
    assert step * scale.pixels >= least or step == 1
    assert len(ticks) <= scale.width / least + 3


@given(_FIGURES, _SCALES)
def test_bars_stand_where_documents_are_and_nowhere_else(figures: list[int], scale: Scale) -> None:
    drawn = list(bars(figures, scale))
    assert all(0 < bar.share <= 1 and bar.width > 0 for bar in drawn)
    assert all(one.x + one.width <= two.x for one, two in pairwise(drawn))
    for place in in_sight(figures, scale):
        x = scale.x(figures[place])
        if 0 <= x < scale.width - 2:
            assert any(bar.x - 2.01 <= x <= bar.x + bar.width + 2.01 for bar in drawn)


@given(_FIGURES, _SCALES, st.integers(2, 40))
def test_signs_are_not_drawn_over_each_other(figures: list[int], scale: Scale, least: int) -> None:
    places = [scale.x(figure) for figure in spread(figures, scale, least)]
    assert all(two - one >= least * 0.999 for one, two in pairwise(places))
