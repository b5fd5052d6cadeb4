"""Keys on American, German and French keyboards: a sign is a key by what it is, whatever has to be held to type it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.screen import Screen, real_screen, until

# The list of actions with its keys, in a window of two places, where every action only tells that it ran.
CHILD = """
import sys
from dataclasses import replace
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from untwin.ui.acting.actions import all_actions
from untwin.ui.keys.chains import Chains
from untwin.ui.acting.registry import Action, Place, Registry
from untwin.ui.keys.which_key import WhichKey

def told(action):
    return replace(action, run=lambda context: print(action.id, flush=True), why_not=lambda context: "")

application = QApplication(sys.argv)
window, body, panes, field = QWidget(), QWidget(), QWidget(), QLineEdit()
window.setWindowTitle("layouts")
QVBoxLayout(window).addWidget(body)
inside = QVBoxLayout(body)
inside.addWidget(panes)
inside.addWidget(field)
taken = {key for action in all_actions() for key in action.keys}
# Two signs that Germans and French type with AltGr.
signs = [Action(f"sign {sign}", sign, (sign,), Place.DESK, print) for sign in "[]{@" if sign not in taken]
registry = Registry(tuple(told(action) for action in (*all_actions(), *signs)), None)
registry.bind({Place.WINDOW: window, Place.DESK: body, Place.CASE: panes})
chains = Chains(registry, WhichKey(window))
chains.nothing_there.connect(lambda key: print("nothing", key, flush=True))
field.textChanged.connect(lambda text: print("typed", text, flush=True))
from PySide6.QtCore import Qt
panes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
window.resize(600, 400)
window.show()
(field if sys.argv[1] == "field" else panes).setFocus()
application.exec()
"""
# What xdotool calls the keys, and what they run.
KEYS = {
    "slash": "filter",
    "question": "keys",
    "r": "renumber",
    "G": "last",
    "1": "exit_1",
    "5": "exit_5",
    "ctrl+k": "palette",
    "ctrl+comma": "settings",
    "ctrl+plus": "larger",
    "ctrl+minus": "smaller",
    "ctrl+0": "usual_size",
    "ctrl+1": "view_1",
    "ctrl+5": "view_5",
    "shift+b": "open_source",
    "ctrl+shift+l": "read_only",
    "F5": "refresh",
}
BRACKETS = ("bracketleft", "bracketright", "braceleft", "at")
CHAIN = (("g", "h"), "history")


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with real_screen() as made:
        yield made


class Pressed:
    """The child's window on a screen of one layout."""

    def __init__(self, screen: Screen, layout: str, focus: str, told: Path) -> None:
        self._screen, self._told = screen, told
        subprocess.run(["setxkbmap", layout], env=screen.env, check=True)
        with told.open("wb") as out:
            env = {**screen.env, "QT_QPA_PLATFORM": "xcb"}
            self.child = subprocess.Popen([sys.executable, "-c", CHILD, focus], env=env, stdout=out)
        screen.wait_for_window("layouts")

    def press(self, *keys: str) -> str:
        """What the last of these keys ran."""
        before = self._lines()
        self._screen.keys(*keys)
        until(lambda: len(self._lines()) > len(before), f"what {keys} runs")
        return self._lines()[-1]

    def _lines(self) -> list[str]:
        return self._told.read_text(encoding="utf-8").splitlines()


@pytest.fixture(params=["us", "de", "fr"])
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_key_works_by_its_sign(screen: Screen, layout: str, tmp_path: Path) -> None:
    pressed = Pressed(screen, layout, "panes", tmp_path / "told.txt")
    try:
        assert {key: pressed.press(key) for key in KEYS} == KEYS
        assert len({pressed.press(key) for key in BRACKETS}) == len(BRACKETS)
        assert pressed.press(*CHAIN[0]) == CHAIN[1]
    finally:
        pressed.child.kill()
        pressed.child.wait()


def test_in_a_text_field_signs_and_letters_are_text(screen: Screen, layout: str, tmp_path: Path) -> None:
    pressed = Pressed(screen, layout, "field", tmp_path / "told.txt")
    try:
        for key in ("slash", "question", "r", "G", "1", "bracketleft", "g"):
            assert pressed.press(key).startswith("typed ")
        assert pressed.press("ctrl+k") == "palette"
    finally:
        pressed.child.kill()
        pressed.child.wait()
