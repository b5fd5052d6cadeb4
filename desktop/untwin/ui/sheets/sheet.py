"""Sheets: panels over the desk that ask before something is done; Esc leaves, Ctrl+Enter confirms."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from untwin.ui.acting.registry import Place
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.scrolling import plain_scroll, scroll_by_key
from untwin.ui.kit.theme import POINTS
from untwin.ui.kit.words import button_words, tr

_MARGIN, _BORDER = 24, 1
_PRESS = QEvent.Type.KeyPress
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QFrame):
    """One sheet; each kind fills `rows` and says in `confirm` what Ctrl+Enter does.

    What is long scrolls, by keys too; title, problem and buttons are always in sight.

    `places` are its widgets that have keys of their own. One that is `over` another keeps that one behind it.
    Where it `asks_nothing`, Enter on its button goes on.
    What `holds` isn't disturbed: the desk under it reads nothing anew meanwhile. It is
    `here` until it goes; an answer that comes later finds nobody. `speak` puts a person's own keys into its sentences.
    `about` tells those apart in which a text is `typed` that Esc must not lose; `given_up` says that Esc was pressed.

    Signals:
        closed: it wants to go, done or not.
        resized: it has more or less to show.
        wanted: the id of an action that a button asks for.
    """

    closed = Signal()
    resized = Signal()
    wanted = Signal(str)
    over = False
    holds = False
    asks_nothing = False
    about = ""
    given_up = False

    def __init__(self, title: str, subtitle: str = "", *, confirm_words: str = "", width: int = 720) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setAccessibleName(title)
        self.wide, self.here = width, True
        self.speak: Callable[[str], str] = str
        self.places: Mapping[Place, QWidget] = {}
        self._outer = column(self, gap=14, margin=_MARGIN)
        self._title = plain(title, "title")
        self._outer.addWidget(self._title)
        if subtitle:
            self._outer.addWidget(plain(subtitle, "muted"))
        self._inner = QWidget()
        self.rows: QVBoxLayout = column(self._inner, gap=12)
        self._scroll = plain_scroll(self._inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._left_out)
        self._most, self._room, self._fitting = 0, 0, False
        self._outer.addWidget(self._scroll)
        self._problem = frame("banner-bad")
        self._problem_words = plain("", "on-bad", select=True)
        line(self._problem, margin=10).addWidget(self._problem_words)
        self._problem.hide()
        self._outer.addWidget(self._problem)
        self._outer.addLayout(self._foot(confirm_words))

    def _foot(self, confirm_words: str) -> QHBoxLayout:
        self.foot, row = line(gap=10), line(gap=10)
        self.foot.addStretch(1)
        # Where something else in the foot takes a line for itself, these two still stand beside each other.
        self.foot.addLayout(row)
        row.addStretch(1)
        self.cancel_button = button(tr("Cancel") if confirm_words else tr("Close"), key="Esc")
        self.cancel_button.setProperty("action", "cancel")
        self.cancel_button.clicked.connect(self.cancel)
        row.addWidget(self.cancel_button)
        self.confirm_button = button(confirm_words, "primary", key="Ctrl+Enter")
        if not confirm_words:
            self.confirm_button.hide()
        self.confirm_button.setProperty("action", "confirm")
        self.confirm_button.clicked.connect(self.confirm)
        row.addWidget(self.confirm_button)
        return self.foot

    def action_button(self, action: str, words: str, key: str = "") -> QPushButton:
        """A button that asks for an action."""
        made = button(words, key=key)
        made.setProperty("action", action)
        made.clicked.connect(self._wants_action)
        return made

    def action_row(self, buttons: Iterable[tuple[str, str, str]]) -> QHBoxLayout:
        """Such buttons beside each other: the action, the words, the usual key of each."""
        row = line(gap=8)
        for action, words, key in buttons:
            row.addWidget(self.action_button(action, tr(words), key))
        return row

    def fit(self, width: int, height: int) -> None:
        """Takes the room it needs, at most `height`; what doesn't fit scrolls."""
        self._fitting = True
        self._measure_anew()
        self._hear_buttons()
        wide = min(int(self.wide * max(self.font().pointSizeF() / POINTS, 1)), width)
        steady = self.isVisible() and self.width() == wide
        left_out = self._scroll.verticalScrollBar().maximum() if steady else 0
        before = self._scroll.height()
        self.setFixedWidth(wide)
        inside = self.width() - 2 * (_MARGIN + _BORDER)
        stack(self.foot, inside)
        around = self._around()
        self.take_room(height - around)
        if left_out:
            # What a first fit left out is known only once Qt has laid the rows out.
            self._most = max(self._most, before + left_out)
        wanted = max(self.rows.heightForWidth(inside), self.rows.minimumSize().height(), self._most)
        self._scroll.setFixedHeight(max(min(60, wanted), min(wanted, height - around)))
        self.setFixedHeight(around + self._scroll.height())
        self._fitting, self._room = False, height - around
        QTimer.singleShot(0, self, self._look_again)

    def _hear_buttons(self) -> None:
        """On a button Down would go to the next one before a sheet could scroll; a choice keeps its own keys."""
        for each in self.findChildren(QAbstractButton):
            if not isinstance(each, QRadioButton):
                each.installEventFilter(self)

    def _measure_anew(self) -> None:
        """Has its rows know the room they need: what a style or a text changed just now they learn a turn later."""
        for child in self._inner.findChildren(QWidget):
            child.ensurePolished()
        for layout in (*self._inner.findChildren(QLayout), self.rows):
            layout.invalidate()

    def _look_again(self) -> None:
        """Something is left out although there is room."""
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() and self._scroll.height() < self._room and self.isVisible():
            self.resized.emit()

    def _wants_action(self) -> None:
        self.wanted.emit(self.sender().property("action"))

    def take_room(self, room: int) -> None:
        """Gives those of its rows a height that take whatever there is."""

    def _around(self) -> int:
        """The height of everything but its rows: title, problem, buttons, margins."""
        self._scroll.setFixedHeight(0)
        # The layout knows nothing of the style sheet's border.
        return self._outer.heightForWidth(self.width()) + 2 * _BORDER

    def refit(self) -> None:
        """Its rows are others now, which may need less room."""
        self._most = 0
        self.resized.emit()

    def _left_out(self, _least: int, most: int) -> None:
        # While it is fitted the rows have no height at all for a moment.
        if most and not self._fitting:
            self.resized.emit()

    @property
    def problem(self) -> str:
        """What it says is wrong; empty where nothing is."""
        return "" if self._problem.isHidden() else self._problem_words.text()

    def show_problem(self, sentence: str) -> None:
        """Says what is wrong; everything that was typed stays."""
        sentence = self.speak(sentence)
        if sentence == self.problem:
            return
        self._problem_words.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self.resized.emit()
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        """The problem took room: what has the focus, mostly what is wrong, stays in sight."""
        focused = self.focusWidget()
        if focused is not None and self._inner.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    def rename(self, title: str) -> None:
        """Says what it is about now."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def name_confirm(self, words: str) -> None:
        """Puts other words on the confirming button."""
        self.confirm_button.setText(button_words(self.speak(words)))

    def name_cancel(self, words: str) -> None:
        """Puts other words on the button that leaves."""
        self.cancel_button.setText(button_words(f"{words}   Esc"))
        self.cancel_button.setAccessibleName(words)

    def first_focus(self) -> QWidget:
        """Where the focus goes when it opens."""
        return self.cancel_button

    @property
    def scrolled(self) -> QScrollArea:
        """What Page Down and the like go on in."""
        return self._scroll

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls what is longer than the window, where the focus has no use for the key; Enter presses a button."""
        pressed = QApplication.focusWidget()
        if scroll_by_key(self.scrolled, event):
            return
        if event.key() in _ENTER and isinstance(pressed, QPushButton) and self._enter_presses(pressed):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Down and Up on a button scroll what is longer than the window; where all is in sight they go to the next."""
        return isinstance(event, QKeyEvent) and event.type() is _PRESS and scroll_by_key(self.scrolled, event)

    def _enter_presses(self, pressed: QPushButton) -> bool:
        """Enter presses the button that has the focus, as everywhere; but nothing is confirmed by a bare key."""
        return self.asks_nothing or pressed is not self.confirm_button

    def confirm(self) -> None:
        """What Ctrl+Enter does."""

    def cancel(self) -> None:
        """What Esc does."""
        self.given_up = True
        self.closed.emit()

    @property
    def typed(self) -> str:
        """The text that stands in it, where it is about something to be written."""
        return ""

    def type_again(self, text: str) -> None:
        """Puts a text there that was typed before."""

    def other_suggestion(self, _step: int) -> None:
        """What Alt+Down and Alt+Up do."""

    def came_back(self) -> None:
        """The sheet over it has gone."""

    def leave(self) -> None:
        """It goes, whatever it is at: what it has begun is ended."""


def stack(row: QBoxLayout, room: int) -> None:
    """Puts a row's parts one under the other where larger text leaves no room for them beside each other."""
    items = [item for item in (row.itemAt(place) for place in range(row.count())) if item and not item.isEmpty()]
    for item in items:
        if isinstance(inner := item.layout(), QBoxLayout):
            stack(inner, room)
    way, needed = QBoxLayout.Direction, sum(item.minimumSize().width() + row.spacing() for item in items)
    row.setDirection(way.TopToBottom if needed > room else way.LeftToRight)
