"""The case: its content scrolls, the ways out stay in sight below, and it keeps how a person reads it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.ui.acting.around import Around, CaseView, Reading
from untwin.ui.case.content import CaseContent
from untwin.ui.case.ways_out import WaysOut
from untwin.ui.kit.labels import column
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr

_SIDE = 18
_NARROW = 340  # pixels at 100 %


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
        self._reading = Reading()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("The case, to be scrolled"))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._stand_beside)
        self.ways = WaysOut(theme)
        self.ways.wanted.connect(self.wanted)
        rows = column(self, gap=0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self.ways)
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
        self._reading = replace(self._reading, narrow=self._narrow)
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
        self.ways.show_ways(case, around)
        self.dress(self)
        if had_focus:
            self._scroll.setFocus()

    def _stand_beside(self, _least: int, most: int) -> None:
        if self._content is not None:
            self._content.stand_beside(most > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways out follow the room that there is."""
        super().resizeEvent(event)
        self.ways.share(self.width(), self.height())
        if self._narrow is not self._reading.narrow:
            self._show(keep_place=True)

    @property
    def _narrow(self) -> bool:
        """Whether large text has too little room for what stands beside each other."""
        return self.width() < _NARROW * self._theme.scale
