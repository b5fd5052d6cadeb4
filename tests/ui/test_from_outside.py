"""The real window as a screen reader hears it: from another process, over the accessibility bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from builders import TEXT
from command_line import CommandLine
from screen_reader import Heard, ScreenReader, screen_reader
from secret_service import SecretService
from ui.screen import Screen, real_screen, until

CASES = ("1234", "1240", "1251")
# What a person acts on; everything else only holds or shows.
CONTROLS = {"push button", "check box", "radio button", "text", "combo box", "table", "slider", "spin button", "link"}


@dataclass
class Outside:
    """The real window with three cases, its screen, and who listens to it."""

    screen: Screen
    reader: ScreenReader

    def goes_on(self, key: str) -> Heard:
        """Presses a key that moves the focus, and waits until it has moved."""
        before = self.reader.focused()
        self.screen.keys(key)
        until(lambda: self.reader.focused() != before, f"another focus than {before}")
        return self.reader.focused()

    def hears(self, words: str) -> Heard:
        """Waits until what has the focus is told with some words in it."""
        until(lambda: words in self.reader.focused().name, f"“{words}” with the focus, it is {self.reader.focused()}")
        return self.reader.focused()


def _is_whole(reader: ScreenReader) -> bool:
    """Whether the whole desk is there; while it takes the first frame's place, what is asked may just have gone."""
    try:
        return reader.focused().name == "No cases here"
    except ValueError:
        return False


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with SecretService() as service, real_screen() as screen, ExitStack() as stack:
        reader = stack.enter_context(screen_reader(screen.env | service.env))
        cli = CommandLine(tmp_path_factory.mktemp("outside") / "home", {**os.environ, **service.env})
        for number in CASES:
            cli.ok("import", "-", stdin=TEXT.replace("1234", number))
        env = {**cli.env, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        window = stack.enter_context(
            subprocess.Popen([sys.executable, "-m", "untwin", "--home", str(cli.home)], env=env)
        )
        stack.callback(window.terminate)
        screen.wait_for_window("Untwin — Changes document numbers, nothing else.")
        # The first frame has an empty list; the whole desk says that its view has nothing.
        until(lambda: _is_whole(reader), "the whole desk")
        yield Outside(screen, reader)


def test_every_control_that_is_shown_has_a_name(outside: Outside) -> None:
    controls = [each for each in outside.reader.everything() if each.showing and each.role in CONTROLS]
    assert len(controls) > 12
    assert [each for each in controls if not each.name.strip()] == []


def test_a_row_is_told_as_one_sentence(outside: Outside) -> None:
    outside.screen.keys("Escape", "ctrl+2", "g", "g")
    first = outside.hears("number 1234")
    assert first.role == "cell"
    assert all(words in first.name for words in ("New", "Clio", "waiting to post", "number used by"))
    outside.screen.keys("j")
    outside.hears("number 1240")


def test_what_changes_is_announced(outside: Outside) -> None:
    outside.screen.keys("Escape", "ctrl+2", "g", "g")
    outside.hears("number 1234")
    outside.reader.announcements()
    outside.screen.keys("x")
    assert "1 selected" in outside.reader.announcements(within=3)
    assert outside.reader.focused().name.endswith("selected")
    outside.screen.keys("x")


def test_tab_goes_round_and_every_stop_says_what_it_is(outside: Outside) -> None:
    outside.screen.keys("Escape", "ctrl+2", "g", "g")
    start = outside.hears("number 1234")
    for key in ("Tab", "shift+Tab"):
        stops = [start]
        while len(stops) < 2 or stops[-1] != start:
            stops.append(outside.goes_on(key))
            assert stops[-1].name.strip(), [each.name for each in stops]
            assert len(stops) < 60, [each.name for each in stops]
        assert len({(each.role, each.name) for each in stops}) > 10


def test_f6_goes_round_the_panes(outside: Outside) -> None:
    outside.screen.keys("Escape", "ctrl+2", "g", "g")
    outside.hears("number 1234")
    outside.screen.keys("F6")
    outside.hears("The case")
    outside.screen.keys("F6")
    outside.hears("Filter")
    outside.screen.keys("F6")
    outside.hears("number 1234")
