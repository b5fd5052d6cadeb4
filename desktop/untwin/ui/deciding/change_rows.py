"""One document on the change sheet: its old number, the new one with live checks, and what stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from untwin.domain.books.documents import Document
from untwin.domain.changes.change import Row
from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.labels import button, column, frame, line, plain, restyle
from untwin.ui.kit.room import Room
from untwin.ui.kit.words import count_words, tr


class NumberRow(QWidget):
    """One row.

    Signals:
        typed: the new number is another one now.
    """

    typed = Signal()

    def __init__(self, row: Row, home: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        rows = column(self, gap=8)
        rows.addLayout(self._numbers())
        rows.addWidget(self._check_line())
        rows.addWidget(self._chips())
        if row.passed_over:
            rows.addWidget(plain(tr("Passed over: {}").format(" ".join(row.passed_over)), "small", select=True))
        rows.addWidget(stays(row.document, home))

    @property
    def document_id(self) -> str:
        """Whose number it is."""
        return self._row.document.id

    @property
    def number(self) -> str:
        """The new number as typed."""
        return self.field.text()

    def show_row(self, row: Row) -> None:
        """Shows what the plan says about the number now."""
        text = self.field.text()
        self._counter.setText(f"{len(text)} / {MAX_LENGTH}")
        good = not row.why_not
        words = tr("✓ Not used as far as looked up; checked again before it is saved") if good else f"✕ {row.why_not}"
        self._check.setText(words)
        restyle(self._check, "look", "good" if good else "bad")
        restyle(self.field, "wrong", not good)
        self.field.setAccessibleDescription(words)

    def other(self, step: int) -> None:
        """Puts the next or the former suggestion in."""
        offered = self._row.suggestions
        if offered:
            now = offered.index(self.field.text()) if self.field.text() in offered else -min(step, 0)
            self.field.setText(offered[(now + step) % len(offered)])

    def _numbers(self) -> QHBoxLayout:
        row = line(gap=14)
        document = self._row.document
        row.addWidget(plain(capital(document.type.title), "muted", wrap=False))
        row.addWidget(plain(self._row.old, "big", wrap=False))
        row.addWidget(plain("→", "big", wrap=False))
        self.field = QLineEdit(self._row.new)
        self.field.setAccessibleName(tr("New number of {}").format(document.title))
        self.field.setProperty("look", "number")
        self.field.textChanged.connect(self._typed)
        row.addWidget(self.field, 1)
        self._counter = plain("", "muted", wrap=False)
        self._counter.setAccessibleName(tr("Length"))
        row.addWidget(self._counter)
        return row

    def _check_line(self) -> QWidget:
        self._check = plain("")
        return self._check

    def _chips(self) -> QWidget:
        box = QWidget()
        row = line(box, gap=6)
        for suggestion in self._row.suggestions:
            chip = button(suggestion, "chip")
            chip.setAccessibleName(tr("Suggested number {}").format(suggestion))
            chip.setProperty("number", suggestion)
            chip.clicked.connect(self._take)
            row.addWidget(chip)
        room = Room(box, row)
        if len(self._row.suggestions) > 1:
            hint = plain(tr("Alt+↓ and Alt+↑ go through them"), "small", wrap=False)
            row.addWidget(hint)
            room.spare((hint,))
        row.addStretch(1)
        return box

    def _take(self) -> None:
        self.field.setText(self.sender().property("number"))
        self.field.setFocus()

    def _typed(self) -> None:
        self.typed.emit()


def stays(document: Document, home: str | None) -> QWidget:
    """What isn't changed about a document: what people look at by its value, and that nothing else is left out."""
    box = frame("well", tr("What stays"))
    rows = column(box, gap=4)
    rows.setContentsMargins(12, 8, 12, 8)
    said = ", ".join(f"{name} {value}".strip() for name, value in _facts(document, home) if value)
    rows.addWidget(plain(tr("Everything else stays: {}.").format(said), select=True))
    check = tr("Every other field that QuickBooks shows of it is read before and after, and compared.")
    rows.addWidget(plain(check, "small"))
    return box


def _facts(document: Document, home: str | None) -> tuple[tuple[str, str], ...]:
    lines, links = len(document.lines), len(document.links)
    return (
        (tr("customer"), document.customer_name or ""),
        (tr("date"), medium_day(document.date)),
        (tr("total"), money(document.total, document.currency, home)),
        (tr("open balance"), money(document.balance, document.currency, home)),
        ("", count_words(lines, tr("line"), tr("lines")) if lines else ""),
        ("", count_words(links, tr("link"), tr("links")) if links else ""),
        ("", tr("its memo") if document.memo else ""),
        (tr("e-mail"), document.email or ""),
    )
