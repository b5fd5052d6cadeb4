"""The list of actions: no key means two things, every action has words, and all faces are made from it."""

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.exits import ExitId
from untwin.ui.acting.actions import all_actions, useful_now
from untwin.ui.acting.context import Context
from untwin.ui.acting.registry import Action, Place, double_keys, key_words, markdown_keys
from untwin.ui.comfort.keys_sheet import KeysSheet


def nothing(_context: Context) -> None:
    pass


def test_no_key_means_two_things_where_both_can_have_the_focus() -> None:
    assert double_keys(all_actions()) == ()


def test_a_double_key_is_found_across_places_that_share_the_focus() -> None:
    one = Action("one", "One", ("J",), Place.DESK, nothing)
    assert double_keys([one, Action("other", "Other", ("J",), Place.CASE, nothing)]) == ("J: one and other",)
    assert double_keys([one, Action("other", "Other", ("J",), Place.SHEET, nothing)]) == ()


def test_every_action_has_words_and_keys_that_qt_can_read() -> None:
    for action in all_actions():
        assert action.title
        for key in action.keys:
            sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
            assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_ids_are_single() -> None:
    ids = [action.id for action in all_actions()]
    assert len(ids) == len(set(ids))


def test_every_way_out_is_an_action() -> None:
    # What a playbook offers beside is taken by its number: each case has options of its own.
    assert {exit_id.value for exit_id in ExitId} - {ExitId.TAKE_OPTION} <= {action.id for action in all_actions()}


def test_nothing_that_writes_is_on_a_bare_letter_and_nothing_on_delete() -> None:
    confirm = next(action for action in all_actions() if action.id == "confirm")
    assert confirm.keys == ("Ctrl+Return", "Ctrl+Enter")
    assert not any("Del" in key for action in all_actions() for key in action.keys)


@pytest.mark.parametrize(
    ("key", "words"),
    [("Ctrl+Return", "Ctrl+Enter"), ("G, G", "g g"), ("Shift+G", "G"), ("R", "r"), ("Alt+Down", "Alt+↓")],
)
def test_keys_are_shown_as_people_read_them(key: str, words: str) -> None:
    assert key_words(key) == words


def test_the_key_table_names_every_key() -> None:
    table = markdown_keys(all_actions())
    assert "| List and case | `r` | Give the documents new numbers |" in table
    assert all(f"`{key}`" in table for action in all_actions() for key in action.shown_keys)


def test_the_key_sheet_shows_every_action_that_has_a_key(qtbot: QtBot) -> None:
    sheet = KeysSheet(all_actions())
    qtbot.addWidget(sheet)
    labels = {label.text() for label in sheet.findChildren(type(sheet._problem_words))}
    assert {a.title for a in all_actions() if a.keys and not a.id.startswith("exit_")} <= labels
    assert {"1", "2", "3", "4", "5"} <= labels


def test_the_footer_has_five_at_most_and_only_what_can_run(opened: Opened) -> None:
    opened.paste(TEXT)
    shown = useful_now(opened.window.registry.actions, opened.window.deeds)
    assert 2 < len(shown) <= 5
    assert "renumber" in {action.id for action in shown}
    assert all(action.why_not(opened.window.deeds) == "" for action in shown)


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        ("retry", "nothing to retry yet"),
        ("same_document", "isn't proved"),
        ("verify", "nothing to look for"),
        ("undo", "nothing to undo"),
        ("made_by_hand", "Nobody asks"),
        ("own_number", "No vendor's document"),
    ],
)
def test_an_action_that_cannot_run_says_why(opened: Opened, action: str, reason: str) -> None:
    opened.paste(TEXT)
    opened.run(action)
    assert reason in opened.said


def test_without_a_case_the_keys_say_so(opened: Opened) -> None:
    opened.run("renumber")
    assert opened.said == "Choose a case first."
