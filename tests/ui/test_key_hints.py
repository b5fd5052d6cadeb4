"""A person's own keys are shown wherever a usual one was written."""

from PySide6.QtWidgets import QLabel, QPushButton

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.keymap import Keymap, spoken
from untwin.ui.registry import Action, Place


def said(sentence: str, **changed: tuple[str, ...]) -> str:
    def nothing(_context: object) -> None:
        pass

    usual = [
        Action("companies", "Companies", ("Ctrl+Shift+O",), Place.DESK, nothing),
        Action("stop", "Stop", ("Ctrl+.",), Place.DESK, nothing),
        Action("look", "Look", ("F5",), Place.DESK, nothing),
        Action("bind", "Say which", ("Shift+C",), Place.CASE, nothing),
    ]
    return spoken(sentence, usual, {a.id: a for a in Keymap(changed).dress(usual)})


def test_sentences_name_the_keys_of_a_person() -> None:
    assert said("Ctrl+Shift+O connects one.") == "Ctrl+Shift+O connects one."
    assert said("Ctrl+Shift+O connects one.", companies=("Ctrl+J",)) == "Ctrl+J connects one."
    assert said("Press F5 now; Ctrl+. stops it.", look=("F9",), stop=("F12",)) == "Press F9 now; F12 stops it."
    assert said("(Shift+C), then", bind=("Alt+C",)) == "(Alt+C), then"


def test_a_key_that_is_gone_is_named_by_its_action() -> None:
    assert said("Ctrl+Shift+O connects one.", companies=()) == "“Companies” connects one."


def test_what_only_looks_alike_stays() -> None:
    assert said("F55, xCtrl+. and Ctrl+Shift+Ox", look=("F9",), companies=("F8",)) == "F55, xCtrl+. and Ctrl+Shift+Ox"


def test_buttons_tips_and_toasts_follow(opened: Opened) -> None:
    opened.paste(TEXT)
    own = {"confirm": ("F12",), "paste": ("F7",), "manage_companies": ("F4",), "undo": ("F9",)}
    opened.window.comfort.use_keys(own)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert sheet.confirm_button.text().endswith("   F12")
    sheet.name_confirm("Once more   Ctrl+Enter")
    assert sheet.confirm_button.text() == "Once more   F12"
    opened.run("cancel")
    texts = [made.text() for made in opened.window._view.findChildren(QPushButton)]
    assert "Paste an error   F7" in texts
    assert "Undo   F9" in texts
    opened.window.toast.say("Ctrl+Shift+O opens Companies.")
    assert opened.said == "F4 opens Companies."
    opened.window.comfort.use_keys({})
    texts = [made.text() for made in opened.window._view.findChildren(QPushButton)]
    assert "Paste an error   Ctrl+V" in texts


def test_small_print_in_a_sheet_follows(opened: Opened) -> None:
    opened.window.comfort.use_keys({"larger": ("F12",)})
    opened.run("settings")
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert any(label.text() == "F12   Ctrl+-   Ctrl+0" for label in sheet.findChildren(QLabel))
