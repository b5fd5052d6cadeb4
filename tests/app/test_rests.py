"""A rest is told in one line, with a terminal or without."""

from untwin.app.start import Rests


def test_several_rests_at_once_are_told_in_one_line_and_a_later_one_anew() -> None:
    said, at = list[str](), [100.0]
    told = Rests(said.append, lambda: at[0])
    for seconds in (0.2, 60, 60, 61):
        told(seconds)
    assert said == ["A rest of 60 seconds was asked for; then Untwin goes on. Ctrl+C stops it.\n"]
    at[0] += 60
    told(30)
    assert len(said) == 2
