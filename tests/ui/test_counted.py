"""The steps from an error to its posting, counted: three keys in the real window, and README's table of both ways."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import house
import steps_counted
from conftest import QUICK
from ui.by_keys import row_of
from ui.counted import play
from ui.screen import Screen, until
from ui.seat import seat
from ui.test_firms_by_keys import KNOWN
from untwin.domain.cases.case import State
from untwin.walkthrough.browser import Browser


@dataclass(frozen=True)
class Counting(Screen):
    """A screen that remembers each key."""

    pressed: list[str] = field(default_factory=list)

    def keys(self, *keys: str) -> None:
        self.pressed.extend(keys)
        super().keys(*keys)


def test_from_paste_to_saved_in_three_keys_in_the_real_window(tmp_path: Path) -> None:
    [told] = [one for one in KNOWN if one.number == "1234"]
    with seat(tmp_path, (*QUICK, "--firms", "1")) as taken:
        screen, desk = Counting(taken.screen.display), taken.hands.desk
        [company] = desk.companies.all()
        with screen.copying(row_of(told, company, taken.session)):
            screen.keys("ctrl+v")
            until(lambda: [c.state for c in desk.cases.all()] == [State.NEEDS_DECISION], "the verdict")
        [case] = desk.cases.all()
        # What is stored is a moment later in the window, too.
        until(lambda: bool(case.judgement and case.judgement.verdict.changeable), "the verdict")
        screen.keys("r", "ctrl+Return")
        until(lambda: desk.cases.get(case.id).state is State.WAITING_TO_POST, "the new number and the retry")
        assert screen.pressed == ["ctrl+v", "r", "ctrl+Return"]
        [changed] = desk.cases.get(case.id).renumbered
        assert changed.proof.holds
        # Retry is pressed in Clio; nothing more is pressed here.
        Browser(taken.session).press(company.sources[0].retry_page, (told.number,))
        until(lambda: desk.cases.get(case.id).state is State.POSTED, "the posting")
        assert screen.pressed == ["ctrl+v", "r", "ctrl+Return"]


@pytest.mark.parametrize("errors", [(1,), (2, 1)])
def test_what_is_counted_was_played_to_the_posting(qtbot: QtBot, tmp_path: Path, errors: tuple[int, ...]) -> None:
    steps = play(tmp_path, errors)
    asked = 2 * len(errors) if len(errors) > 1 else 0
    many = 3 if sum(errors) > 1 else 0
    assert steps.here.total() == len(errors) + asked + many + 2
    assert steps.in_clio.total() == 4 * len(errors) + sum(errors)


def test_the_table_of_steps_in_readme_is_right(qtbot: QtBot) -> None:
    page = (house.ROOT / steps_counted.PART.page).read_text("utf-8")
    made = steps_counted.table()
    assert steps_counted.PART.placed(page, made) == page
    assert steps_counted.PART.placed(page, made.replace("**3**", "**2**")) != page


def test_by_hand_every_line_of_the_list_is_a_step() -> None:
    one, two = steps_counted.by_hand((1,)), steps_counted.by_hand((2,))
    assert two - one > 20
    assert steps_counted.by_hand((1, 1)) == 2 * one
