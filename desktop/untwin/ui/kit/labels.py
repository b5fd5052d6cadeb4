"""Labels and buttons that treat all text as plain text and have a name for screen readers."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from untwin.ui.kit.words import button_words

OURS = "our own words"
_LONGEST = 48  # letters of a word that a case or a sheet has room for in one line; a secret or an address is shorter


class Words(QLabel):
    """A label in which a very long word goes on in the next line, so that no name widens what it stands in.

    Where a word is broken the text can't be marked: marks that nobody sees would be copied with it.
    """

    def __init__(self, *, select: bool) -> None:
        super().__init__()
        self._whole, self._select = "", select

    def text(self) -> str:
        """What it says, as it was given."""
        return self._whole

    def setText(self, text: str) -> None:
        """Says something else."""
        self._whole = text
        shown = _broken(text, _LONGEST) if self.wordWrap() and len(text) > _LONGEST else text
        super().setText(shown)
        marks = Qt.TextInteractionFlag
        can_mark = self._select and shown == text
        self.setTextInteractionFlags(marks.TextSelectableByMouse if can_mark else marks.NoTextInteraction)

    def clear(self) -> None:
        """Says nothing more, and keeps nothing of it."""
        self.setText("")


def plain(text: str, look: str = "", *, wrap: bool = True, select: bool = False) -> QLabel:
    """A label that never reads markup; `look` names its place in the style sheet."""
    label = Words(select=select)
    label.setTextFormat(Qt.TextFormat.PlainText)
    # A text that is read from the right keeps its place, too: a name doesn't take a sentence to the other side.
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
    label.setWordWrap(wrap)
    label.setText(text)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    if look:
        label.setProperty("look", look)
    return label


def of_ours(label: QLabel) -> QLabel:
    """A label whose sentence is ours in every look: where it names a key, a person's own stands there."""
    label.setProperty(OURS, "yes")
    return label


def cell(text: str, longest: int = 16) -> QLabel:
    """A label in a narrow column: words that are longer than that may break after a sign.

    What may break holds marks that nobody sees, so it can't be marked and copied; other text can.
    """
    shown = _broken(text, longest)
    return plain(shown, select=shown == text)


def _broken(text: str, longest: int) -> str:
    """The text, with places to break in each word that is longer."""
    return " ".join(_breaking(word) if len(word) > longest else word for word in text.split(" "))


def _breaking(word: str) -> str:
    """The word with a place to break after each sign, and within what has none."""
    return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", word)


# A sign that parts, or as many letters or other signs as fit a narrow column.
_LONG = re.compile(r"[@._/:-]|\w{14}|[^\w\s]{14}")


def button(text: str, look: str = "", *, key: str = "") -> QPushButton:
    """A button; its key stands behind its words and in its description."""
    made = QPushButton(button_words(f"{text}   {key}" if key else text))
    made.setAccessibleName(text)
    if key:
        made.setAccessibleDescription(key)
    if look:
        made.setProperty("look", look)
    return made


def frame(look: str, name: str = "") -> QFrame:
    """A framed group."""
    made = QFrame()
    made.setProperty("look", look)
    if name:
        made.setAccessibleName(name)
    return made


def column(parent: QWidget, *, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """A layout from top to bottom."""
    layout = QVBoxLayout(parent)
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def line(parent: QWidget | None = None, *, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """A layout from left to right."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet reads."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def second_font(font: QFont) -> QFont:
    """The font of a row's second line."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def bold_font(font: QFont) -> QFont:
    """The font of what matters most in a row."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
