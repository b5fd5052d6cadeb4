"""Finds weak contrast in a picture of a window: labels, controls, the cells and heads of tables, rows of lists."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

LEAST_CONTRAST = 4.5
_EDGE = 3  # a frame or a focus ring is no text
_MOST_ROWS = 40


def weak(shown: list[QWidget], window: QWidget, image: QImage) -> Iterator[str]:
    """Texts that hardly stand out from their ground, one sentence each."""
    ratio = image.width() / window.width()
    for widget in shown:
        names_row = isinstance(widget.parentWidget(), QAbstractItemView)
        for area, name in _texts(widget):
            seen = area.intersected(widget.visibleRegion().boundingRect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            line = min(area.height(), widget.fontMetrics().height()) - 2 * _EDGE
            if seen.width() < 6 or seen.height() < max(line, 6):  # cut by the edge of what scrolls
                continue
            if names_row and not widget.rect().contains(area):  # half a figure at the edge has no ground to tell it by
                continue
            if names_row and window.childAt(widget.mapTo(window, seen.center())) is not widget:  # a toast lies over it
                continue
            found = contrast(image.copy(_scaled(QRect(widget.mapTo(window, seen.topLeft()), seen.size()), ratio)))
            if found < LEAST_CONTRAST:
                yield f"contrast {found:.1f}: {name}"


def called(widget: QWidget) -> str:
    """What a widget is called in a fault."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    name = text or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{name[:60]}”"


def contrast(part: QImage) -> float:
    """The strongest contrast with the ground: thin strokes are blended at their edges, not in their middle."""
    seen = Counter(memoryview(part.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    if len(seen) < 2:
        return 21.0
    ground = _luminance(seen.most_common(1)[0][0])
    return max((max(ground, own) + 0.05) / (min(ground, own) + 0.05) for own in map(_luminance, seen))


def _texts(widget: QWidget) -> Iterator[tuple[QRect, str]]:
    """Where a widget has text, in its own pixels, each with its name."""
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit):
        if _has_text(widget):
            yield widget.rect(), called(widget)
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            if not action.isSeparator():
                yield widget.actionGeometry(action), f"“{action.text()}” of a menu"
    elif isinstance(widget.parentWidget(), QAbstractItemView):
        yield from _cells(widget)


def _has_text(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text() or widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText())
    return bool(widget.text()) if isinstance(widget, QLabel) else True


def _cells(viewport: QWidget) -> Iterator[tuple[QRect, str]]:
    """Each cell's lines, each for itself: of two lines the second is the weaker."""
    view = viewport.parentWidget()
    if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView) or view.viewport() is not viewport:
        return
    model = view.model()
    first = max(view.indexAt(QPoint(4, 4)).row(), 0)
    for row in range(first, min(model.rowCount(view.rootIndex()), first + _MOST_ROWS)):
        for column in range(model.columnCount(view.rootIndex()) if isinstance(view, QTableView) else 1):
            index = model.index(row, column, view.rootIndex())
            yield from _lines(view.visualRect(index), index, view.fontMetrics().height())


def _lines(area: QRect, index: QModelIndex, tall: int) -> Iterator[tuple[QRect, str]]:
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    lines = [line for line in text.split("\n") if line]
    if not lines or area.isEmpty():
        return
    if len(lines) == 1 and area.height() > tall:
        # One alone stands in the middle: of a row that is half in sight it may be cut.
        area = QRect(area.left(), area.center().y() - tall // 2, area.width(), tall)
    height = area.height() // len(lines)
    for place, line in enumerate(lines):
        if any(letter.isalnum() for letter in line):  # a dash is too thin to be measured
            yield QRect(area.left(), area.top() + place * height, area.width(), height), f"“{line}” of a row"


def _scaled(area: QRect, ratio: float) -> QRect:
    sides = (area.x(), area.y(), area.width(), area.height())
    return QRect(*(round(side * ratio) for side in sides))


@lru_cache(maxsize=100_000)
def _luminance(pixel: int) -> float:
    colour = QColor.fromRgb(pixel)
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
