"""The look: contrast by figures, names for screen readers, nothing clipped or on top of another."""

from dataclasses import astuple
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import TEXT
from flows.conftest import Office
from studio.checks import look_over, nameless
from ui.batches import check_all, many_cases
from ui.conftest import Board, InlineJobs, Opened
from untwin.domain.window.wishes import Look
from untwin.ui.kit.theme import Colours, Theme, load_colours
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window

TEXTS = ("ink", "muted", "good", "warn", "bad", "calm")
# High contrast is 7:1, as the strictest grade of the rules for the web has it.
LEAST = {"light": 4.5, "dark": 4.5, "contrast-light": 7.0, "contrast-dark": 7.0}
GROUNDS = ("ground", "surface", "raised", "sunken", "selected")


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_every_text_colour_is_readable_on_every_ground(name: str, least: float) -> None:
    colours = load_colours(name)
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= least, (text, ground)
    for tone in ("good", "warn", "bad", "calm"):
        assert contrast(colours.ink, getattr(colours, f"{tone}_ground")) >= least
        assert contrast(getattr(colours, tone), getattr(colours, f"{tone}_ground")) >= least
    assert contrast(colours.on_accent, colours.accent) >= least
    assert contrast(colours.on_accent, colours.accent_hover) >= least
    assert contrast(colours.focus, colours.surface) >= 3
    assert contrast(colours.edge, colours.surface) >= 3


@pytest.mark.parametrize("name", LEAST)
def test_all_colours_can_be_read(name: str) -> None:
    colours: Colours = load_colours(name)
    assert all(QColor(value).isValid() for value in astuple(colours))


@pytest.mark.parametrize("sheet", ["", "keys", "renumber", "describe", "ignore", "bind_company"])
def test_every_control_has_a_name_and_nothing_is_clipped(opened: Opened, sheet: str) -> None:
    opened.paste(TEXT)
    if sheet:
        opened.run(sheet)
    root = opened.window.ground.sheet or opened.window
    assert nameless(root) == []
    assert look_over(root) == []


def test_the_sheets_of_a_batch_have_names_and_nothing_is_clipped(qtbot: QtBot, office: Office) -> None:
    many = many_cases(qtbot, office)
    plan = many.plan()
    assert nameless(plan) == []
    assert look_over(plan) == []
    check_all(plan)
    many.run("confirm")
    many.until_still()
    assert look_over(many.run_sheet()) == []
    many.run("cancel")
    for action in ("restore", "history", "manage_companies", "company_policy"):
        many.run(action)
        sheet = many.window.ground.sheet
        assert sheet is not None
        assert look_over(sheet) == [], action


def test_a_row_of_a_batch_is_read_aloud_as_one_sentence(qtbot: QtBot, office: Office) -> None:
    table = many_cases(qtbot, office).plan().table
    aloud = [table.rows.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)]
    assert aloud[0] == "Bright Dental Group  ·  Sample, 2 new numbers   USD 207.00"
    assert aloud[1].startswith("credit memo 1261 to CM-1261, Brandt, Emil 3 Sep 2026, 122.00, makes way for ")
    assert aloud[1].endswith("✓ Not used")


def test_a_row_is_read_aloud_as_one_sentence(opened: Opened) -> None:
    opened.paste(TEXT)
    table = QAccessible.queryAccessibleInterface(opened.window.inbox)
    assert table.text(QAccessible.Text.Name) == "Cases"
    index = opened.window.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Harlow & Pike LLP, Needs decision")


def test_dark_dresses_the_whole_window(qtbot: QtBot, office: Office) -> None:
    board = Board()
    window = build_window(office.desk, InlineJobs(), Opening(), board, board, scheme=Qt.ColorScheme.Dark)
    qtbot.addWidget(window)
    window.show()
    assert window.theme.colours == load_colours("dark")
    assert QColor(load_colours("dark").ground).name() in window.styleSheet()
    assert QApplication.style() is not None


class Hints(QObject):
    """The system's wishes, which no test can change on a platform without a desktop."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.contrast = Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference

    def accessibility(self) -> "Hints":
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast


def test_the_system_is_followed_live_unless_a_person_chose(qtbot: QtBot) -> None:
    hints, window = Hints(), QWidget()
    qtbot.addWidget(window)
    theme = Theme(cast("QStyleHints", hints))
    theme.changed.connect(partial(theme.dress, window))
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    assert load_colours("dark").warn_ground in window.styleSheet()
    hints.contrast = Qt.ContrastPreference.HighContrast
    hints.contrastPreferenceChanged.emit(hints.contrast)
    assert theme.name == "contrast-dark"
    assert load_colours("contrast-dark").warn_ground in window.styleSheet()
    theme.wish(Look.LIGHT, 100)
    assert load_colours("light").warn_ground in window.styleSheet()
