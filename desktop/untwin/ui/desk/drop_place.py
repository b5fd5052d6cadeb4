"""Says what a drop would do while something is dragged over the window: what is taken in, or why it can't be."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from untwin.ui.kit.copied import files_in
from untwin.ui.kit.labels import column, frame, plain, restyle
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, tr

_WIDE, _MARGIN, _RIM = 520, 28, 2
_REFUSED = "This can't be dropped here: it is no file of this computer and no text. Copy the error's text instead."


class DropPlace(QWidget):
    """Covers the window meanwhile; the drag itself goes through it to the window. `takes` is whether a drop does."""

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Drop"))
        self._theme, self.takes = theme, False
        rows = column(self)
        rows.addStretch(1)
        self._box = frame("banner-good")
        self._words = plain("", "on-good")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._inner = column(self._box, margin=_MARGIN)
        self._inner.addWidget(self._words)
        rows.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        ground.installEventFilter(self)
        self.hide()

    @property
    def said(self) -> str:
        """What it says; empty where nothing is dragged."""
        return "" if self.isHidden() else self._words.text()

    def show_for(self, data: QMimeData) -> None:
        """Says what a drop of this would do."""
        words = drop_words(data)
        self.takes, tone = bool(words), "good" if words else "warn"
        self._words.setText(words or tr(_REFUSED))
        restyle(self._box, "look", f"banner-{tone}")
        restyle(self._words, "look", f"on-{tone}")
        self._cover()
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dims what is under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.scrim))
        painter.end()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Covers the window whatever its size."""
        if event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            wide = min(_WIDE, self.width() - 2 * _MARGIN)
            self._box.setFixedSize(wide, self._inner.heightForWidth(wide) + _RIM)


def drop_words(data: QMimeData) -> str:
    """What a drop would do; empty where it can't be taken in: a picture, or the address of a page."""
    files = files_in(data)
    if len(files) == 1 and files[0].suffix.lower() == ".toml":
        return tr("Drop it: the app that {} describes is added.").format(files[0].name)
    if files:
        what = files[0].name if len(files) == 1 else count_words(len(files), tr("file"), tr("files"))
        return tr("Drop it: the errors in {} are taken in.").format(what)
    if data.hasUrls() or not data.text().strip():
        return ""
    return tr("Drop it: the errors in this text are taken in.")
