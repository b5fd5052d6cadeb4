"""One change that could not be proved: what was sent, what stands now, and every field that is not as it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from untwin.domain.books.documents import TYPES
from untwin.domain.books.proof import Difference
from untwin.domain.words.field_words import value_words
from untwin.domain.words.phrasing import capital
from untwin.flows.changing.look_closer import Doubt
from untwin.ui.case.parts import heading
from untwin.ui.case.raw_text import document_text
from untwin.ui.kit.labels import button, column, line, plain
from untwin.ui.kit.words import button_words, tr


class DoubtCard(QFrame):
    """One doubt; the images of before and now lie behind a button."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        self.setProperty("look", "card")
        intent = doubt.change.intent
        title = capital(TYPES[intent.order.entity].title)
        self.setAccessibleName(f"{title} {intent.old_number}")
        rows = column(self, gap=8, margin=14)
        sent = tr("{} {} was to become {}").format(title, intent.old_number, intent.order.new_number)
        rows.addWidget(plain(sent, "strong", select=True))
        rows.addWidget(plain(_stands(doubt), select=True))
        if doubt.proof is not None and doubt.proof.unexpected:
            rows.addWidget(_differences(doubt.proof.unexpected))
        self._images = _images(intent.before, doubt.now)
        self._toggle = button(tr("Show both documents as QuickBooks sent them"))
        self._toggle.clicked.connect(self._show_images)
        row = line(gap=8)
        row.addWidget(self._toggle)
        row.addStretch(1)
        rows.addLayout(row)
        rows.addWidget(self._images)

    def _show_images(self) -> None:
        shown = self._images.isHidden()
        self._images.setVisible(shown)
        words = tr("Hide both documents") if shown else tr("Show both documents as QuickBooks sent them")
        self._toggle.setText(button_words(words))
        self._toggle.setAccessibleName(words)


def _stands(doubt: Doubt) -> str:
    """What QuickBooks has now, in a sentence."""
    if doubt.proof is None:
        return tr("It isn't in QuickBooks any more.")
    if doubt.proof.holds:
        return tr("The new number stands there now. {}").format(doubt.change.last.note or doubt.proof.sentence)
    differing = len(doubt.proof.unexpected)
    if not doubt.stands or not differing:
        return doubt.proof.sentence
    words = tr("The new number stands there, and {} of {} other fields are not as they were:")
    return words.format(differing, doubt.proof.fields_compared)


def _differences(differences: tuple[Difference, ...]) -> QWidget:
    """Field by field: in words, as it was, as it is."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for place, words in enumerate((tr("Field"), tr("As it was"), tr("As it is now"), tr("In words"))):
        grid.addWidget(heading(words), 0, place)
    top = Qt.AlignmentFlag.AlignTop
    for number, each in enumerate(differences, start=1):
        grid.addWidget(plain(_broken(each.path), "muted", select=True), number, 0, top)
        grid.addWidget(plain(value_words(each.path, each.before), select=True), number, 1, top)
        grid.addWidget(plain(value_words(each.path, each.after), "differs", select=True), number, 2, top)
        grid.addWidget(plain(capital(each.words), select=True), number, 3, top)
    for place, stretch in enumerate((3, 3, 3, 5)):
        grid.setColumnStretch(place, stretch)
    return box


def _broken(path: str) -> str:
    """A field's own name, which may break at its dots."""
    return path.replace(".", ".\N{ZERO WIDTH SPACE}")


def _images(before: str, now: str) -> QWidget:
    box = QWidget()
    row = line(box, gap=10)
    for title, raw in ((tr("Before"), before), (tr("Now"), now)):
        side = QWidget()
        rows: QVBoxLayout = column(side, gap=4)
        rows.addWidget(heading(title))
        rows.addWidget(document_text(title, raw))
        row.addWidget(side, 1)
    box.hide()
    return box
