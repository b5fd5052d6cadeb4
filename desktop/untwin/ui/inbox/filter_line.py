"""The filter's line and the strip under it: which words there are, what may follow, and what isn't understood."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from untwin.domain.inbox.filter_hints import Known, completed, hints, problems, says
from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import button_words, tr

_SHOWN = 9


def _nothing_known(_word: str) -> tuple[str, ...]:
    return ()


class FilterLine(QLineEdit):
    """The line: Tab completes what is typed last, where something is offered; else it goes on as everywhere.

    Signals:
        seen: it has the focus now, or has lost it.
    """

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: Known = _nothing_known
        # Errors and files that are dropped here are taken in, not typed.
        self.setAcceptDrops(False)

    @property
    def offered(self) -> tuple[str, ...]:
        """What may stand in the place of what is typed last."""
        return hints(self.text(), self.known)

    def take(self, hint: str) -> None:
        """Puts a hint in."""
        self.setText(completed(self.text(), hint))
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Tab takes the first hint of a word that was begun."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            begun = self.text() and not self.text().endswith(" ")
            if begun and not event.modifiers() and self.offered:
                self.take(self.offered[0])
                return True
        told = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.seen.emit()
        return told


class FilterStrip(QFrame):
    """Shown while the line has the focus, and for as long as something in it isn't understood."""

    def __init__(self, field: FilterLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterstrip")
        self.setAccessibleName(tr("Words for the filter"))
        self._field = field
        # However much it has to offer, the window gets no wider by it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = line(self, gap=6)
        row.setContentsMargins(20, 0, 20, 6)
        self.problem = plain("", "bad", wrap=True)
        self._says = plain("", "small", wrap=False)
        self._buttons = [button("", "chip") for _ in range(_SHOWN + 2)]
        row.addWidget(self._says)
        for made in self._buttons:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(self._pressed)
            row.addWidget(made)
        row.addWidget(self.problem, 1)
        row.addStretch(0)
        field.textChanged.connect(self.show_now)
        field.seen.connect(self.show_now)
        self.show_now()

    def show_now(self, *_typed: object) -> None:
        """Shows what goes with the line as it is."""
        typing = self._field.hasFocus()
        wrong = problems(self._field.text(), typing=typing)
        offered = self._field.offered if typing and not wrong else ()
        self.problem.setText(" ".join(wrong))
        self.problem.setVisible(bool(wrong))
        self._says.setText(self._words(offered) if typing and not wrong else "")
        self._says.setVisible(bool(self._says.text()))
        for place, made in enumerate(self._buttons):
            words = offered[place] if place < len(offered) else ""
            made.setText(button_words(words))
            made.setAccessibleName(words)
        self.setVisible(bool(wrong or offered or self._says.text()))
        self._fit()
        self._field.setAccessibleDescription(" ".join(wrong) or self._says.text())

    def _words(self, offered: tuple[str, ...]) -> str:
        """There is always something: were the strip to come and go, list and case would jump with every letter."""
        said = says(self._field.text())
        return said or ("" if offered else tr("Shows the cases in which all of these words stand."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offers what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._says.setMinimumHeight(self._buttons[0].sizeHint().height())
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not self._says.isHidden():
            room -= self._says.sizeHint().width() + self._row.spacing()
        for made in self._buttons:
            room -= made.sizeHint().width() + self._row.spacing()
            made.setVisible(bool(made.text()) and room >= 0)

    def _pressed(self) -> None:
        self._field.take(self.sender().accessibleName())  # type: ignore[attr-defined]
