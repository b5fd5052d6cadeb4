"""What happened to a case and when, one moment under the other."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from untwin.domain.changes.timeline import Event
from untwin.ui.kit.figures import medium_day
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr


def told(events: Iterable[Event]) -> QWidget:
    """The timeline, the oldest moment first; a day is said once."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    top, row = Qt.AlignmentFlag.AlignTop, 0
    said: date | None = None
    for event in events:
        at = event.at.astimezone()
        if at.date() != said:
            said = at.date()
            grid.addWidget(plain(medium_day(said), "small"), row, 0, 1, 2)
            row += 1
        grid.addWidget(plain(f"{at:%H:%M:%S}", "muted", wrap=False), row, 0, top)
        grid.addWidget(plain(words_of(event), select=True), row, 1, top)
        row += 1
    return box


def words_of(event: Event) -> str:
    """One event in a line: what, by whom, and more about it."""
    what = tr("{} by {}").format(event.what, event.who) if event.who and event.who != "Untwin" else event.what
    return f"{what}: {event.detail}" if event.detail and event.detail != event.what else what
