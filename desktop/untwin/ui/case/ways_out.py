"""The ways out at the foot of a case: the first across, the others beside each other, or folded to leave room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.cases.exits import Exit, ExitId, exits_for
from untwin.ui.acting.around import Around
from untwin.ui.kit.labels import button, column, line
from untwin.ui.kit.theme import Theme, case_width
from untwin.ui.kit.words import tr

_SIDE, _GAP, _ABOVE, _BELOW = 18, 8, 12, 14
_USUAL_WIDTH = 494  # what the window gives the case at its usual size
_LINES = 7  # of the case that the ways out leave in sight before they fold
_FOLDS = 3  # ways out; fewer take hardly more room than the button that would stand for them


class WaysOut(QWidget):
    """The buttons of one case's ways out; the keys 1 to 5 take each of them, folded or not.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("exits")
        self._theme = theme
        self.buttons = list[QPushButton]()
        self._first, self._case = 0, ""
        self._opened, self._room = False, (0, 0)
        rows = column(self, gap=_GAP)
        rows.setContentsMargins(_SIDE, _ABOVE, _SIDE, _BELOW)
        self._top, self._grid = line(gap=_GAP), QGridLayout()
        self._grid.setSpacing(_GAP)
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1)
        rows.addLayout(self._top)
        rows.addLayout(self._grid)
        self.more = button("", "option")
        self.more.setParent(self)
        self.more.clicked.connect(self._turn)

    def show_ways(self, case: Case | None, around: Around) -> None:
        """Shows the ways out of a case; those of another case are folded again where they have to be."""
        for made in self.buttons:
            made.hide()
            made.deleteLater()
        found = exits_for(case) if case and not around.busy else ()
        if case is None or case.id != self._case:
            self._case, self._opened = case.id if case else "", False
        self.setVisible(bool(found))
        held = [bool(around.locked) and each.option is not None and each.option.locks for each in found]
        words = [tr("{} (locked)").format(e.words) if h else e.words for e, h in zip(found, held, strict=True)]
        self._first = first_ready(found, held)
        self.buttons = [
            self._button(place + 1, each, "primary" if place == self._first else "option")
            for place, each in enumerate(words)
        ]
        self._place()

    def share(self, width: int, height: int) -> None:
        """Takes its part of the room that the case has in all."""
        self._room = width, height
        self._place()

    def _place(self) -> None:
        """Two beside each other where both fit, so that no words widen the pane."""
        usual = max(_USUAL_WIDTH, case_width(self._theme.scale))
        whole = min(self._room[0], usual) - 2 * _SIDE
        half = (whole - _GAP) // 2
        for made in self.buttons:
            made.ensurePolished()
            shorten(made, whole)
        rows = in_rows([made.sizeHint().width() for made in self.buttons], half)
        folds = self._folds(len(rows))
        self._say_more(folds)
        if folds and not self._opened:
            self._fold(whole)
        else:
            self._unfold(rows)

    def _folds(self, rows: int) -> bool:
        """Whether all of them would leave less than some lines of the case in sight."""
        if len(self.buttons) < _FOLDS or not self._room[1]:
            return False
        high = rows * (self.buttons[0].sizeHint().height() + _GAP) + _ABOVE + _BELOW
        return self._room[1] - high < _LINES * self.fontMetrics().lineSpacing()

    def _say_more(self, folds: bool) -> None:  # noqa: FBT001 - yes or no is all there is
        count = len(self.buttons)
        words, spoken = tr("All {}").format(count), tr("Show all {} options").format(count)
        self.more.setText(tr("Fewer") if self._opened else words)
        self.more.setAccessibleName(tr("Show fewer options") if self._opened else spoken)
        self.more.setVisible(folds)

    def _fold(self, whole: int) -> None:
        """Only the one to be taken first is left, and the button that brings the others."""
        self._clear()
        for place, made in enumerate(self.buttons):
            made.setVisible(place == self._first)
        self.more.ensurePolished()
        shorten(self.buttons[self._first], whole - _GAP - self.more.sizeHint().width())
        self._top.addWidget(self.buttons[self._first], 1)
        self._top.addWidget(self.more)

    def _unfold(self, rows: Sequence[Sequence[int]]) -> None:
        self._clear()
        for row, beside in enumerate(rows):
            for side, place in enumerate(beside):
                self._grid.addWidget(self.buttons[place], row, side, 1, 3 - len(beside))
                self.buttons[place].show()
        if not self.more.isHidden():
            self._grid.addWidget(self.more, len(rows), 0, 1, 2)

    def _clear(self) -> None:
        for layout in (self._top, self._grid):
            while layout.takeAt(0) is not None:
                pass

    def _turn(self) -> None:
        self._opened = not self._opened
        self._place()

    def _button(self, number: int, words: str, look: str) -> QPushButton:
        made = button(f"{number}   {words}", look)
        # Only as a part of the window it has the window's font, and so its width.
        made.setParent(self)
        made.setProperty("words", made.text())
        made.setAccessibleName(tr("Option {}: {}").format(number, words))
        made.setProperty("action", f"exit_{number}")
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))


def first_ready(found: Sequence[Exit], held: Sequence[bool]) -> int:
    """The way out to be taken first; where the remedy is locked nothing is done yet that a retry could end."""
    ready = [place for place, locked in enumerate(held) if not locked]
    if held and held[0]:
        ready = [place for place in ready if found[place].id is not ExitId.RETRY] or ready
    return ready[0] if ready else 0


def shorten(made: QPushButton, room: int) -> None:
    """Words with a long address in them end in the middle; the case says them whole above."""
    whole = made.property("words")
    made.setText(whole)
    beyond = made.sizeHint().width() - room
    made.setToolTip(whole if beyond > 0 else "")
    if beyond > 0:
        width = made.fontMetrics().horizontalAdvance(whole) - beyond - _GAP
        made.setText(made.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, width))


def in_rows(widths: Sequence[int], half: int) -> list[list[int]]:
    """The places of each row: the first alone, then two beside each other where neither is wider than half."""
    rows: list[list[int]] = []
    for place, width in enumerate(widths):
        before = rows[-1] if rows else [0]
        if before != [0] and len(before) == 1 and max(widths[before[0]], width) <= half:
            before.append(place)
        else:
            rows.append([place])
    return rows
