"""One window on a home: later starts raise it and hand over files and links, which show things and do nothing."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from builders import TEXT
from command_line import CommandLine
from secret_service import SecretService
from ui.conftest import Opened
from ui.screen import Screen, real_screen, until
from untwin.app.one_window import one_window
from untwin.domain.window.own_links import case_of
from untwin.store.home import open_home
from untwin.ui.window.instance import Instance, given_in, places
from untwin.ui.window.visits import show

_LATER = """
import sys
from untwin.ui.window.instance import hand_over
sys.exit(0 if hand_over([sys.argv[1]], sys.argv[2:]) else 1)
"""
_ON_A_MAC = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from untwin.ui.window.application import Application
application = Application(["untwin"])
for told in (QUrl("untwin://case/3"), QUrl.fromLocalFile("/tmp/a b.csv")):
    application.sendEvent(application, QFileOpenEvent(told))
application.hand_to(print)
application.sendEvent(application, QFileOpenEvent(QUrl("untwin://case/4")))
"""


@pytest.mark.parametrize(
    ("address", "case"),
    [
        ("untwin://case/12", "12"),
        ("UNTWIN://CASE/012/", "12"),
        ("untwin://case/", None),
        ("untwin://case/12?save=yes", None),
        ("untwin://case/12/renumber", None),
        ("untwin://renumber/12", None),
        ("untwin:case/12", None),
        ("untwin://case/\uff11\uff12", None),
        ("https://case/12", None),
    ],
)
def test_an_address_leads_to_a_case_or_nowhere(address: str, case: str | None) -> None:
    assert case_of(address) == case


def test_a_link_shows_a_case_and_changes_nothing(opened: Opened) -> None:
    opened.paste(TEXT)
    case, state = opened.case.id, opened.state
    opened.run("view_4")
    show(opened.window, [f"untwin://case/{case}"])
    opened.settle()
    assert (opened.case.id, opened.state, opened.office.books.orders) == (case, state, [])


def test_a_link_to_nothing_is_a_sentence(opened: Opened) -> None:
    show(opened.window, ["untwin://case/77"])
    assert opened.said == "There is no case 77 here."
    show(opened.window, ["untwin://delete/everything"])
    assert opened.said == "This address leads to nothing in Untwin."


def test_a_link_waits_while_a_sheet_is_open(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("renumber")
    show(opened.window, [f"untwin://case/{opened.case.id}"])
    assert opened.said.startswith("Close the sheet first")
    assert opened.window.ground.sheet is not None


def test_a_file_is_taken_in(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "errors.txt").write_text(TEXT, encoding="utf-8")
    show(opened.window, [str(tmp_path / "errors.txt")])
    opened.settle()
    assert opened.case.doc_number == "1234"


def test_a_later_start_is_heard_with_what_it_was_given(opened: Opened, qtbot: QtBot) -> None:
    heard: list[list[str]] = []
    name = f"untwin-test-{uuid.uuid4().hex}"
    Instance([name], heard.append, opened.window)
    words = ["untwin://case/3", "a b.csv", "größe.eml"]
    with subprocess.Popen([sys.executable, "-c", _LATER, name, *words]) as later:
        qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
        assert later.returncode == 0
    assert heard == [words]


def test_nobody_hears_where_no_window_is(qtbot: QtBot) -> None:
    done = subprocess.run([sys.executable, "-c", _LATER, f"untwin-test-{uuid.uuid4().hex}"], check=False)
    assert done.returncode == 1


def test_what_a_mac_hands_over_is_heard_even_before_the_window_is_there() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _ON_A_MAC], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["['untwin://case/3', '/tmp/a b.csv']", "['untwin://case/4']"]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda text: json.dumps(text).encode()))
def test_whatever_another_program_says_is_harmless(line: bytes) -> None:
    assert all(isinstance(each, str) for each in given_in(line))


def test_a_place_that_somebody_else_made_is_told_nothing(tmp_path: Path, opened: Opened) -> None:
    if os.geteuid():
        pytest.skip("only root can make a socket somebody else's")
    there = tmp_path / "s"
    heard: list[list[str]] = []
    instance = Instance([str(there)], heard.append, opened.window)
    os.chown(there, 65534, 65534)
    assert subprocess.run([sys.executable, "-c", _LATER, str(there), "a"], check=False).returncode == 1
    assert heard == []
    instance.deleteLater()


def test_where_the_home_takes_no_socket_another_place_is_found(tmp_path: Path, opened: Opened, qtbot: QtBot) -> None:
    heard: list[list[str]] = []
    name = f"untwin-test-{uuid.uuid4().hex}"
    Instance([str(tmp_path / "no folder" / "socket"), name], heard.append, opened.window)
    with subprocess.Popen([sys.executable, "-c", _LATER, name, "a"]) as later:
        qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
    assert heard == [["a"]]


def test_a_deep_home_listens_by_a_name_alone(tmp_path: Path) -> None:
    assert places(tmp_path / ("x" * 100), "0a")[0] == "untwin-0a"
    assert places(Path("/home/ann/.local/share/untwin"), "0a")[0] == "/home/ann/.local/share/untwin/window.socket"


def test_a_start_becomes_the_first_when_the_one_before_it_ends(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    waited: list[float] = []
    with ExitStack() as other:
        other.enter_context(home.window_lock().hold())

        def pause(seconds: float) -> None:
            waited.append(seconds)
            other.close()

        with one_window(home, (), pause) as first:
            assert first
    assert len(waited) == 1


@dataclass
class Starts:
    """Real starts of the window on one home, in a folder; `cli` asks the home beside them."""

    folder: Path
    cli: CommandLine
    env: dict[str, str]
    screen: Screen
    ended: ExitStack

    def begin(self, *given: str) -> "subprocess.Popen[bytes]":
        """One start, in the folder."""
        words = [sys.executable, "-m", "untwin", "--home", str(self.cli.home), *given]
        child = subprocess.Popen(words, env=self.env, cwd=self.folder)
        self.ended.callback(child.wait)
        self.ended.callback(child.kill)
        return child

    def shown(self) -> None:
        """Waits for the window."""
        self.screen.wait_for_window("Untwin — Changes document numbers, nothing else.")

    def numbers(self) -> list[str]:
        """The numbers of all cases."""
        return sorted(case["doc_number"] for case in self.cli.ok("cases", "--json").json)


@pytest.fixture
def starts(tmp_path: Path, secret_service: SecretService) -> Iterator[Starts]:
    with real_screen() as screen, ExitStack() as ended:
        # Near the root: a socket's address is short, and in a deeper home the window listens elsewhere.
        home = Path(ended.enter_context(TemporaryDirectory())) / "home"
        cli = CommandLine(home, {**os.environ, **secret_service.env})
        yield Starts(tmp_path, cli, {**cli.env, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}, screen, ended)


def test_the_second_window_hands_over_to_the_first(tmp_path: Path, starts: Starts) -> None:
    (tmp_path / "errors.txt").write_text(TEXT, encoding="utf-8")
    first = starts.begin()
    starts.shown()
    assert starts.begin("open", "errors.txt", "untwin://case/1").wait(60) == 0
    until(lambda: starts.numbers() == ["1234"], "the file that the second start brought")
    assert first.poll() is None


def test_of_many_starts_at_once_one_opens_and_hears_all_the_others(tmp_path: Path, starts: Starts) -> None:
    numbers = [str(9001 + each) for each in range(6)]
    for number in numbers:
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("1234", number), encoding="utf-8")
    children = [starts.begin("open", f"{number}.txt") for number in numbers]
    until(lambda: [child.poll() for child in children].count(0) == 5, "the end of all starts but one")
    until(lambda: starts.numbers() == numbers, "all files")
    assert [child.poll() for child in children].count(None) == 1


def test_what_a_killed_window_left_behind_keeps_nobody_out(tmp_path: Path, starts: Starts) -> None:
    (tmp_path / "errors.txt").write_text(TEXT, encoding="utf-8")
    killed = starts.begin()
    starts.shown()
    until((starts.cli.home / "window.socket").exists, "the place where it listens")
    killed.kill()
    killed.wait()
    assert (starts.cli.home / "window.socket").exists()
    first = starts.begin()
    starts.shown()
    assert starts.begin("open", "errors.txt").wait(60) == 0
    until(lambda: starts.numbers() == ["1234"], "the file that the later start brought")
    assert first.poll() is None
