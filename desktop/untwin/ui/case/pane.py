"""The case: its content scrolls, the ways out stay in sight below, and it keeps how a person reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.cases.exits import Exit, ExitId, exits_for
from untwin.domain.company.company import Company
from untwin.ui.acting.around import Around, CaseView, Reading
from untwin.ui.case.content import CaseContent
from untwin.ui.kit.labels import button, column
from untwin.ui.kit.theme import Theme, case_width
from untwin.ui.kit.words import tr

_SIDE, _GAP = 18, 8
_USUAL_WIDTH = 494  # what the window gives the case at its usual size


class CasePane(QWidget):
    """One case, built anew whenever it changed.

    Signals:
        wanted: the id of an action that a button asks for.

    `dress` puts a person's own keys on what was made anew.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case")
        self.setAccessibleName(tr("Case"))
        self.dress: Callable[[QWidget], None] = lambda _made: None
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._now: tuple[Case | None, Company | None, Around] = (None, None, Around())
        self._reading, self._ways = Reading(), list[QPushButton]()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("The case, to be scrolled"))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._stand_beside)
        self._exits, self._buttons = _foot()
        rows = column(self, gap=0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._exits)
        self.setFocusProxy(self._scroll)

    def show_case(self, case: Case | None, companies: Mapping[str, Company], around: Around) -> None:
        """Shows a case, or how to begin where there is none."""
        before, company = self._now[0], companies.get(case.company or "") if case else None
        same = before is not None and case is not None and before.id == case.id
        if not same:
            # What was asked is long, and of this case alone; the view of the documents stays.
            self._reading = replace(self._reading, asked=False)
        self._now = (case, company, around)
        self._show(keep_place=same)

    def show_countdown(self, words: str) -> None:
        """Shows when Untwin looks next, where the case waits."""
        if self._content is not None and self._content.card is not None:
            self._content.card.show_countdown(words)

    # --- how it is read -----------------------------------------------------------------------------------------

    def why(self) -> None:
        """Tells all that was asked and scrolls to the reasons, or puts it away again."""
        self._reading = replace(self._reading, asked=not self._reading.asked)
        self._show(keep_place=True)
        if self._content is not None and self._content.reasons is not None and self._reading.asked:
            QApplication.sendPostedEvents()
            self._scroll.verticalScrollBar().setValue(self._content.reasons.y() - _SIDE)

    def next_view(self) -> None:
        """Shows the documents in the next way."""
        self.show_view(self._reading.view.next.name)

    def show_view(self, name: str) -> None:
        """Shows the documents in the way of that name."""
        self._reading = replace(self._reading, view=CaseView[name.upper()])
        self._show(keep_place=True)

    @property
    def _content(self) -> CaseContent | None:
        content = self._scroll.widget()
        return content if isinstance(content, CaseContent) else None

    def _show(self, *, keep_place: bool) -> None:
        shown = (*self._now, self._reading, self._theme.colours, self._theme.scale)
        if shown == self._shown:
            return
        case, company, around = self._now
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        place = self._scroll.verticalScrollBar().value() if keep_place else 0
        self._shown = shown
        content = CaseContent(case, company, around, self._reading, self._theme)
        content.wanted.connect(self.wanted)
        content.stand_beside(self._scroll.verticalScrollBar().maximum() > 0)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().setValue(place)
        self._fill_exits(case, around)
        self.dress(self)
        if had_focus:
            self._scroll.setFocus()

    def _stand_beside(self, _least: int, most: int) -> None:
        if self._content is not None:
            self._content.stand_beside(most > 0)

    def _fill_exits(self, case: Case | None, around: Around) -> None:
        for made in self._ways:
            self._buttons.removeWidget(made)
            made.hide()
            made.deleteLater()
        found = exits_for(case) if case and not around.busy else ()
        self._exits.setVisible(bool(found))
        held = [bool(around.locked) and each.option is not None and each.option.locks for each in found]
        words = [tr("{} (locked)").format(e.words) if h else e.words for e, h in zip(found, held, strict=True)]
        first = first_ready(found, held)
        self._ways = [
            self._exit_button(place + 1, each, "primary" if place == first else "option")
            for place, each in enumerate(words)
        ]
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways out follow the width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The first across; of the others two beside each other where both fit, so that no words widen the pane."""
        usual = max(_USUAL_WIDTH, case_width(self._theme.scale))
        half = (min(self.width(), usual) - 2 * _SIDE - _GAP) // 2
        for made in self._ways:
            made.ensurePolished()
            self._buttons.removeWidget(made)
            shorten(made, 2 * half + _GAP)
        for row, beside in enumerate(in_rows([made.sizeHint().width() for made in self._ways], half)):
            for side, place in enumerate(beside):
                self._buttons.addWidget(self._ways[place], row, side, 1, 3 - len(beside))

    def _exit_button(self, number: int, words: str, look: str) -> QPushButton:
        made = button(f"{number}   {words}", look)
        # Only as a part of the window it has the window's font, and so its width.
        made.setParent(self._exits)
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


def _foot() -> tuple[QWidget, QGridLayout]:
    """Where the ways out stand, two beside each other."""
    exits = QWidget()
    exits.setObjectName("exits")
    buttons = QGridLayout(exits)
    buttons.setContentsMargins(_SIDE, 12, _SIDE, 14)
    buttons.setSpacing(_GAP)
    buttons.setColumnStretch(0, 1)
    buttons.setColumnStretch(1, 1)
    return exits, buttons


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
