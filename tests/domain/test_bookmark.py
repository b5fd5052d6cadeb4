"""Where a person left off: kept as text, damaged ones forgotten, and a window that is always on a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.window.bookmark import Bookmark, bookmark_of, bookmark_text, on_screen

LEFT = Bookmark((10, 20, 1280, 800), True, (700, 500), (148, 82), "Needs decision", "9341", "smith", "12")
SCREENS = ((0, 0, 1920, 1080), (1920, 0, 1280, 800))
LEAST = (800, 600)


def test_it_comes_back_as_it_was_kept() -> None:
    assert bookmark_of(bookmark_text(LEFT)) == LEFT


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"frame": [1, 2, 3]}', '{"frame": [0, 0, 0, 9]}'])
def test_what_is_damaged_is_as_at_the_first_start(damaged: str) -> None:
    assert bookmark_of(damaged) == Bookmark()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    bookmark_of(text)


@pytest.mark.parametrize(
    ("frame", "placed"),
    [
        ((100, 100, 1280, 800), (100, 100, 1280, 800)),
        ((-500, 100, 1000, 800), (0, 100, 1000, 800)),
        ((2500, 500, 1280, 800), (1920, 0, 1280, 800)),
        ((9000, 9000, 1280, 800), (640, 280, 1280, 800)),
        ((0, 0, 5000, 5000), (0, 0, 1920, 1080)),
        ((0, 0, 10, 10), (0, 0, 800, 600)),
    ],
)
def test_the_window_lies_on_a_screen(frame: tuple[int, ...], placed: tuple[int, ...]) -> None:
    assert on_screen(frame, SCREENS, LEAST) == placed


def test_without_a_frame_or_a_screen_nothing_is_placed() -> None:
    assert on_screen((), SCREENS, LEAST) is None
    assert on_screen((0, 0, 9, 9), (), LEAST) is None


@given(st.tuples(*[st.integers(-50_000, 50_000)] * 2, *[st.integers(1, 50_000)] * 2))
def test_wherever_it_was(frame: tuple[int, int, int, int]) -> None:
    placed = on_screen(frame, SCREENS, LEAST)
    assert placed is not None
    assert any(
        left <= placed[0]
        and top <= placed[1]
        and placed[0] + placed[2] <= left + wide
        and placed[1] + placed[3] <= top + high
        for left, top, wide, high in SCREENS
    )
