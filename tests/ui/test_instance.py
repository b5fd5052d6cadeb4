"""One window on a home: later starts raise it and hand over files and links, which show things and do nothing."""

import json
import os
import subprocess
import sys
import uuid
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from builders import TEXT
from command_line import CommandLine
from secret_service import SecretService
from ui.conftest import Opened
from ui.screen import real_screen, until
from untwin.domain.own_links import case_of
from untwin.ui.instance import Instance, given_in
from untwin.ui.visits import show

_LATER = """
import sys
from untwin.ui.instance import hand_over
sys.exit(0 if hand_over(sys.argv[1], sys.argv[2:]) else 1)
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
    Instance(name, heard.append, opened.window)
    words = ["untwin://case/3", "a b.csv", "größe.eml"]
    with subprocess.Popen([sys.executable, "-c", _LATER, name, *words]) as later:
        qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
        assert later.returncode == 0
    assert heard == [words]


def test_nobody_hears_where_no_window_is(qtbot: QtBot) -> None:
    done = subprocess.run([sys.executable, "-c", _LATER, f"untwin-test-{uuid.uuid4().hex}"], check=False)
    assert done.returncode == 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda text: json.dumps(text).encode()))
def test_whatever_another_program_says_is_harmless(line: bytes) -> None:
    assert all(isinstance(each, str) for each in given_in(line))


def test_the_second_window_hands_over_to_the_first(tmp_path: Path, secret_service: SecretService) -> None:
    (tmp_path / "errors.txt").write_text(TEXT, encoding="utf-8")
    with real_screen() as screen, ExitStack() as stack:
        cli = CommandLine(tmp_path / "home", {**os.environ, **secret_service.env})
        env = {**cli.env, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        start = [sys.executable, "-m", "untwin", "--home", str(cli.home)]
        first = stack.enter_context(subprocess.Popen(start, env=env))
        stack.callback(first.terminate)
        screen.wait_for_window("Untwin — Changes document numbers, nothing else.")
        second = subprocess.run(
            [*start, "open", "errors.txt", "untwin://case/1"], cwd=tmp_path, env=env, timeout=60, check=False
        )
        assert second.returncode == 0
        until(lambda: len(cli.ok("cases", "--json").json) == 1, "the file that the second start brought")
        assert first.poll() is None
