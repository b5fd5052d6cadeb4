"""The whole first run on a real screen by keys alone: the welcome, the sample firms' window, the tour to zero."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from secret_service import SecretService
from ui.screen import Screen, real_screen, until
from ui.test_road import press_retry
from untwin.app.desk import build_desk
from untwin.domain.cases.case import State
from untwin.domain.window.tour import STEPS
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.store.home import open_home
from untwin.vault.vaults import MemoryVault

WINDOW = "Untwin — Changes document numbers, nothing else."
_BUSY = (State.NEW, State.LOOKING)


class Player:
    """Somebody at the keys; what is reached is read from the stores beside the windows."""

    def __init__(self, screen: Screen, home: Path, pages: Path) -> None:
        self.screen, self.home, self._pages = screen, home, pages

    @property
    def done(self) -> set[str]:
        """The steps of the tour that are done."""
        file = self.home / "sample" / "tour.json"
        with suppress(OSError, ValueError):
            return set(json.loads(file.read_text(encoding="utf-8"))["done"])
        return set()

    @property
    def desk(self) -> Desk:
        return build_desk(open_home(self.home / "sample"), MemoryVault(), Patient())

    @property
    def pages(self) -> list[str]:
        return self._pages.read_text(encoding="utf-8").split() if self._pages.exists() else []

    def state(self, number: str) -> State:
        return next(case.state for case in self.desk.cases.all() if case.doc_number == number)

    def learn(self, step: str, *keys: str) -> None:
        """Presses keys until the tour has seen the step done; a busy window may take no notice at first."""
        assert step not in self.done, f"{step} was done before: {self.done}"
        self.screen.keys(*keys)
        until(lambda: step in self.done, f"the step {step}; {sorted(self.done)} are done")
        time.sleep(0.4)

    def find(self, words: str) -> None:
        """Runs something from the palette."""
        self.screen.keys("ctrl+k")
        time.sleep(0.4)
        self.screen.keys(*(letter if letter != " " else "space" for letter in words), "Return")
        time.sleep(0.6)

    def choose(self, number: str) -> None:
        """Filters for a number, and goes to its row."""
        self.screen.keys("Escape", "Escape", "slash", "ctrl+a", *number, "Return")
        time.sleep(0.4)

    def end(self, number: str, state: State, *keys: str) -> None:
        """Chooses a case and presses keys until it has ended so."""
        self.choose(number)
        self.screen.keys(*keys)
        until(lambda: self.state(number) is state, f"{number} {state}, it is {self.state(number)}")
        time.sleep(0.4)


@contextmanager
def started(screen: Screen, folder: Path, keyring: dict[str, str]) -> Iterator[Player]:
    """Untwin as somebody starts it for the first time; the browser only notes what it is given."""
    home, pages, browser = folder / "home", folder / "pages.txt", folder / "bin" / "xdg-open"
    browser.parent.mkdir()
    browser.write_text(f'#!/bin/sh\necho "$1" >> {pages}\n', encoding="utf-8")
    browser.chmod(0o755)
    path = f"{browser.parent}:{screen.env['PATH']}"
    env = {**screen.env, **keyring, "DISPLAY": screen.display, "PATH": path, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-X", "faulthandler", "-m", "untwin", "--home", str(home)]
    with (folder / "stderr.txt").open("wb") as log, subprocess.Popen(command, env=env, stderr=log) as child:
        screen.wait_for_window(WINDOW)
        try:
            yield Player(screen, home, pages)
        finally:
            # The sample's window has the focus, and is no child of this test.
            screen.keys("Escape", "Escape", "ctrl+q")
            child.terminate()


def test_somebody_new_learns_the_keys_and_brings_the_sample_to_zero(
    tmp_path: Path, secret_service: SecretService
) -> None:
    with real_screen() as screen, started(screen, tmp_path, secret_service.env) as player:
        time.sleep(1)
        screen.keys("ctrl+Return", "1")
        until((player.home / "sample" / "tour.json").exists, "the sample firms' window")
        screen.wait_for_window(WINDOW)
        time.sleep(1)
        _learn_the_road(player)
        _learn_the_rest(player)
        _to_zero(player)
        assert player.done == {step.id for step in STEPS}
        screen.keys("shift+F3")
    said = (tmp_path / "stderr.txt").read_text(encoding="utf-8")
    said += (player.home / "sample.log").read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert "Ambiguous" not in said


def _learn_the_road(player: Player) -> None:
    player.find("errors to learn")
    until(lambda: "1234" in player.screen.copied(), "the errors in the clipboard")
    player.learn("take_in", "ctrl+v")
    time.sleep(0.6)
    player.learn("company", "1", "ctrl+Return")
    until(lambda: not any(case.state in _BUSY for case in player.desk.cases.all()), "the look-ups")
    time.sleep(0.6)
    for step, key in (("next", "j"), ("previous", "k"), ("open", "Return"), ("why", "w")):
        player.learn(step, key)
    player.find("case to learn")
    player.learn("renumber", "r")
    player.learn("save", "ctrl+Return")
    until(lambda: len(player.pages) == 1, "Clio's page")
    player.learn("retry", "t")
    press_retry(player.pages[0], "1234")
    player.learn("verify", "v")


def _learn_the_rest(player: Player) -> None:
    player.choose("1236")
    player.learn("ignore", "i", "n", "o", "ctrl+Return")
    player.learn("undo", "z")
    player.learn("keys", "question")
    player.screen.keys("Escape")
    player.learn("palette", "ctrl+k")
    player.screen.keys("Escape")
    player.learn("filter", "slash", "ctrl+a", *"roe")


def _to_zero(player: Player) -> None:
    player.end("1240", State.ALREADY_IN_QUICKBOOKS, "m", "ctrl+Return")
    player.end("1236", State.NEEDS_DECISION, "shift+F5")
    player.end("1236", State.WAITING_TO_POST, "r", "ctrl+Return")
    player.end("1250", State.WAITING_TO_POST, "t")
    for number in ("1236", "1250"):
        press_retry(player.pages[0], number)
    for number in ("1236", "1250"):
        until(lambda each=number: player.state(each) is State.POSTED, f"{number} posted, {player.state(number)}")  # type: ignore[misc]
    until(lambda: "zero" in player.done, "the tour's end")
