"""The marks of the case that is shown, in its pane: a line each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from untwin.ui.kit.labels import column, frame, line, of_ours, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr

_ICON = 14


def marks_part(marks: Iterable[tuple[str, str]], theme: Theme) -> QWidget:
    """A framed part with a line a mark: an icon's name and its sentence each."""
    box = frame("well", tr("Marks"))
    rows = column(box, gap=6, margin=10)
    for icon, words in marks:
        rows.addLayout(_line(icon, words, theme))
    return box


def _line(icon: str, words: str, theme: Theme) -> QHBoxLayout:
    row = line(gap=8)
    picture = QLabel()
    colour = theme.colours.accent if icon == "unread" else theme.colours.muted
    picture.setPixmap(theme.icons.pixmap(icon, colour, _ICON, picture.devicePixelRatioF()))
    picture.setAccessibleName(tr(_NAMES[icon]))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    said = plain(words, select=True)
    row.addWidget(of_ours(said) if icon in _OURS else said, 1)
    return row


_OURS = frozenset({"snoozed", "archived"})  # the others hold what people wrote
_NAMES = {"unread": "Unread", "snoozed": "Snoozed", "archived": "Archived", "label": "Labels", "note": "Note"}
