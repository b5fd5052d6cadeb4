"""Looks a window over as a picture would show it: clipped text, overlaps, weak contrast, controls without a name."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from untwin.ui.inbox_paint import PAD, icon_side
from untwin.ui.inbox_rows import NUMBER, STATE
from untwin.ui.labels import bold_font, second_font
from untwin.ui.two_lines import shortened

LEAST_CONTRAST = 4.5
# A list may shorten what is long, for the case beside it says all; what tells a row apart must be left of it.
_LEAST_SHOWN = 7
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def look_over(root: QWidget, image: QImage | None = None) -> list[str]:
    """Every fault in what is visible under `root`, one sentence each; contrast only where a picture is given."""
    shown = list(_shown(root))
    found = [*_clipped(shown), *_clipped_rows(shown), *_cut_off(shown), *_overlapping(shown), *nameless(root)]
    if image is not None:
        found += _weak(shown, root.window(), image)
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader can't name."""
    found = []
    for widget in _shown(root):
        if isinstance(widget, _CONTROLS) and not _inner(widget):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
                found.append(f"no name: {_called(widget)}")
    return found


def _shown(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def _inner(widget: QWidget) -> bool:
    """A part of another control, such as a combo box's own list."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractItemView) or parent.inherits("QComboBoxPrivateContainer"):
            return True
        parent = parent.parentWidget()
    return False


def _clipped(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QLabel) and widget.text():
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            if widget.sizeHint().width() > widget.width() + 1:
                yield f"clipped: {_called(widget)} needs {widget.sizeHint().width()}, has {widget.width()}"
        elif isinstance(widget, QLineEdit) and not widget.hasFocus():
            needed = widget.fontMetrics().horizontalAdvance(widget.text() or widget.placeholderText())
            if needed > widget.width() - 16:
                yield f"clipped: {_called(widget)}: {widget.text()}"


def _clipped_rows(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        if isinstance(widget, QTableView):
            yield from _clipped_cells(widget)
        elif isinstance(widget, QListWidget):
            yield from _clipped_items(widget)


def _cut_off(shown: list[QWidget]) -> Iterator[str]:
    """What is wider than the sheet that it stands in."""
    for widget in shown:
        inner = widget.widget() if isinstance(widget, QScrollArea) else None
        if inner is not None and isinstance(widget, QScrollArea) and inner.width() > widget.viewport().width():
            yield f"cut off: what {_called(widget)} shows, {inner.width()} wide, has {widget.viewport().width()}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height():
            yield f"clipped: “{label.text()[:60]}” needs {label.heightForWidth(label.width())}, has {label.height()}"
        longest = max((QFontMetrics(label.font()).horizontalAdvance(w) for w in _words(label.text())), default=0)
        if longest > label.width() + 1:
            yield f"clipped: a word of “{label.text()[:60]}” is wider than its label"
    elif label.sizeHint().width() > label.width() + 1:
        yield f"clipped: “{label.text()[:60]}” needs {label.sizeHint().width()}, has {label.width()}"


def _words(text: str) -> list[str]:
    """What a line can be broken into: at blanks, and at places to break that nobody sees."""
    return text.replace("\N{ZERO WIDTH SPACE}", " ").split()


def _clipped_cells(table: QTableView) -> Iterator[str]:
    model, header = table.model(), table.horizontalHeader()
    for column in range(model.columnCount()):
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        if QFontMetrics(bold_font(header.font())).horizontalAdvance(title) + 2 * PAD > header.sectionSize(column):
            yield f"clipped: head of column {column}"
        room = table.columnWidth(column) - 2 * PAD - (icon_side(table.font()) + 8 if column == STATE else 0)
        for row in range(model.rowCount()):
            lines = (model.index(row, column).data() or "").split("\n")
            fonts = (bold_font(table.font()) if column in (NUMBER, STATE) else table.font(), second_font(table.font()))
            for text, font in zip(lines, fonts, strict=False):
                if text and len(short := shortened(QFontMetrics(font), text, room)) < min(len(text), _LEAST_SHOWN):
                    yield f"elided: “{text}” in column {column}, has {room}: “{short}”"


def _clipped_items(listed: QListWidget) -> Iterator[str]:
    """What is wrapped must have the height for it."""
    metrics = listed.fontMetrics()
    for item in (listed.item(row) for row in range(listed.count())):
        has = listed.visualItemRect(item)
        room = QRect(0, 0, has.width() - 3 * PAD, 10_000)
        needs = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        if needs.height() > has.height() or needs.width() > has.width():
            yield f"clipped: “{item.text()}” in {_called(listed)} needs {needs.height()}, has {has.height()}"


def _overlapping(shown: list[QWidget]) -> Iterator[str]:
    for parent in shown:
        if isinstance(parent, QAbstractScrollArea | QComboBox) or parent.objectName() == "qt_scrollarea_viewport":
            continue
        layout = parent.layout()
        if layout is None:
            continue
        children = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible() and layout.indexOf(w) >= 0]
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > 1 and shared.height() > 1:
                    yield f"overlap: {_called(one)} and {_called(other)}"


def _weak(shown: list[QWidget], window: QWidget, image: QImage) -> Iterator[str]:
    ratio = image.width() / window.width()
    for widget in shown:
        texts = isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)
        empty = isinstance(widget, QLabel) and not widget.text()
        empty = empty or (isinstance(widget, QLineEdit) and not (widget.text() or widget.placeholderText()))
        if not texts or empty:
            continue
        area = widget.visibleRegion().boundingRect()
        origin = widget.mapTo(window, area.topLeft())
        inner = QRect(origin, area.size()).adjusted(3, 3, -3, -3)
        if inner.width() < 6 or inner.height() < 8:
            continue
        scaled = QRect(
            round(inner.x() * ratio),
            round(inner.y() * ratio),
            round(inner.width() * ratio),
            round(inner.height() * ratio),
        )
        found = _contrast(image.copy(scaled))
        if found < LEAST_CONTRAST:
            yield f"contrast {found:.1f}: {_called(widget)}"


def _contrast(part: QImage) -> float:
    """The strongest contrast with the ground: thin strokes are blended at their edges, not in their middle."""
    seen: Counter[int] = Counter()
    for y in range(part.height()):
        for x in range(part.width()):
            seen[part.pixel(x, y)] += 1
    if len(seen) < 2:
        return 21.0
    ground = _luminance(seen.most_common(1)[0][0])
    return max((max(ground, own) + 0.05) / (min(ground, own) + 0.05) for own in map(_luminance, seen))


def _luminance(pixel: int) -> float:
    colour = QColor.fromRgb(pixel)
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    name = text or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{name[:60]}”"
