"""What many cases have in common: the line above the list, the key that selects a group, the lock it puts on others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.advice import Advice, Option, RetrySense
from untwin.domain.cases.case import Case
from untwin.ui.inbox.causes import Causes

PREFIX = "\n\n".join(TEXT.replace("1234", f"INV-{number}") for number in (1234, 1235, 1236))
OPTION = Option("Another number in Clio: C-1234", how=("C-1234 is free.",), copy="C-1234", locks=True)


def causes_line(opened: Opened) -> Causes:
    [found] = opened.window.findChildren(Causes)
    return found


def causes(opened: Opened) -> str:
    return " ".join(label.text() for label in causes_line(opened).findChildren(QLabel))


def test_nothing_is_said_while_nothing_is_shared(opened: Opened) -> None:
    opened.paste(TEXT)
    assert causes_line(opened).isHidden()


def test_a_shared_prefix_is_said_above_the_list_and_its_cases_are_selected_by_a_key(opened: Opened) -> None:
    opened.paste(PREFIX)
    opened.window.refresh()
    assert causes(opened) == "3 share the prefix “INV-”.  Shift+X selects what belongs to the chosen case."
    opened.window.focus_list()
    opened.press(Qt.Key.Key_X, shift=True)
    assert len(opened.window.selection.cases) == 3
    assert "3 share the prefix “INV-”" in opened.said


def test_a_case_that_shares_nothing_says_so(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.focus_list()
    opened.press(Qt.Key.Key_X, shift=True)
    assert opened.said == "No other case shares a cause or a verdict with this one."
    assert opened.window.selection.cases == ()


def with_option(opened: Opened) -> Case:
    """The chosen case with an option that gives it a new number in its source."""
    case = opened.case
    advised = replace(case, advice=Advice((), (OPTION,), RetrySense.NO))
    opened.office.desk.cases.save(advised, case.state)
    opened.window.refresh()
    return advised


def exit_buttons(opened: Opened) -> list[str]:
    made = opened.window.pane.findChildren(QPushButton)
    return [b.text() for b in made if b.isVisible() and str(b.property("action")).startswith("exit_")]


@pytest.mark.parametrize("other", ["", TEXT.replace("1234", "77")])
def test_the_number_key_of_a_locked_option_is_refused_and_names_what_locks_it(opened: Opened, other: str) -> None:
    opened.paste(TEXT)
    chosen = with_option(opened)
    if other:
        opened.office.desk.take_in.text(other)
        opened.window.refresh()
    opened.settle()
    opened.board.text = ""
    key = next(number for number, words in enumerate(exit_buttons(opened), start=1) if "Another number" in words)
    opened.window.focus_list()
    opened.press(Qt.Key(Qt.Key.Key_0 + key))
    assert opened.case.id == chosen.id
    if other:
        assert opened.said.startswith("Locked: 77 hasn't been looked up")
        assert opened.board.text == ""
        assert "(locked)" in exit_buttons(opened)[key - 1]
    else:
        assert opened.board.text == "C-1234"
        assert "(locked)" not in exit_buttons(opened)[key - 1]
