"""A person's own keys are shown wherever a usual one was written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.acting.registry import Action, Place
from untwin.ui.keys.keymap import Keymap, moved, spoken

ALL = "view_6"


def said(sentence: str, **changed: tuple[str, ...]) -> str:
    def nothing(_context: object) -> None:
        pass

    usual = [
        Action("companies", "Companies", ("Ctrl+Shift+O",), Place.DESK, nothing),
        Action("stop", "Stop", ("Ctrl+.",), Place.DESK, nothing),
        Action("look", "Look", ("F5",), Place.DESK, nothing),
        Action("bind", "Say which", ("Shift+C",), Place.CASE, nothing),
        Action("test", "Test now", ("V",), Place.SOURCES, nothing),
        Action("verify", "Look now", ("V",), Place.CASE, nothing),
        Action("batch", "The batch", ("G, B",), Place.DESK, nothing),
    ]
    now = {a.id: a for a in Keymap(changed).dress(usual)}
    return spoken(sentence, moved(usual, now, frozenset({Place.CASE})))


def test_sentences_name_the_keys_of_a_person() -> None:
    assert said("Ctrl+Shift+O connects one.") == "Ctrl+Shift+O connects one."
    assert said("Ctrl+Shift+O connects one.", companies=("Ctrl+J",)) == "Ctrl+J connects one."
    assert said("Press F5 now; Ctrl+. stops it.", look=("F9",), stop=("F12",)) == "Press F9 now; F12 stops it."
    assert said("(Shift+C), then", bind=("Alt+C",)) == "(Alt+C), then"


def test_a_key_that_is_gone_is_named_by_its_action() -> None:
    assert said("Ctrl+Shift+O connects one.", companies=()) == "“Companies” connects one."


def test_single_letters_and_chains_are_named_as_they_are_now() -> None:
    line = "Press v to look; v takes it back, and g b shows the batch."
    assert said(line, verify=("L",), batch=("F8",)) == "Press l to look; l takes it back, and F8 shows the batch."
    assert said("Press v to look.", verify=()) == "Press “Look now” to look."


def test_a_key_of_two_places_is_meant_as_it_is_here() -> None:
    assert said("Press v to look.", test=("L",)) == "Press v to look."


def test_a_letter_in_a_name_is_no_key() -> None:
    line = "Roe, v and 1,240.00 of plan v; V takes part."
    assert said(line, verify=("L",)) == line


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


def test_the_banner_of_a_window_without_a_company_follows(opened: Opened) -> None:
    banner = opened.window._view.no_company
    opened.window.comfort.use_keys({"manage_companies": ("F4",)})
    assert [label.text()[:40] for label in banner.findChildren(QLabel)] == ["No company is connected. F4 leads to whe"]
    opened.window.comfort.use_keys({})
    assert [label.text()[25:37] for label in banner.findChildren(QLabel)] == ["Ctrl+Shift+O"]


def test_small_print_in_a_sheet_follows(opened: Opened) -> None:
    opened.window.comfort.use_keys({"larger": ("F12",)})
    opened.run("settings")
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert any(label.text() == "F12   Ctrl+-   Ctrl+0" for label in sheet.findChildren(QLabel))


def test_the_case_names_a_persons_keys_whatever_is_chosen(opened: Opened) -> None:
    opened.window.comfort.use_keys({"reasons": ("F9",), "snooze": ("F12",)})
    opened.paste(TEXT)
    assert any(text.endswith("complete the answers are   F9") for text in _buttons(opened))
    opened.run("snooze")
    opened.press(Qt.Key.Key_2)
    opened.run(ALL)
    assert any("F12 changes that." in text for text in _labels(opened))
    opened.window.comfort.use_keys({"snooze": ("F8",)})
    assert any("F8 changes that." in text for text in _labels(opened))
    opened.window.comfort.use_keys({})
    assert any("h changes that." in text for text in _labels(opened))


def test_a_note_with_a_key_in_it_stays_as_it_was_written(opened: Opened) -> None:
    opened.window.comfort.use_keys({"verify": ("F9",)})
    opened.paste(TEXT)
    opened.office.desk.triage.annotate(opened.case.id, "Press v, she said.", "Ann")
    opened.run("refresh")
    assert "Press v, she said." in _labels(opened)


def _buttons(opened: Opened) -> list[str]:
    return [made.text() for made in opened.window._view.pane.findChildren(QPushButton)]


def _labels(opened: Opened) -> list[str]:
    return [made.text() for made in opened.window._view.pane.findChildren(QLabel)]
