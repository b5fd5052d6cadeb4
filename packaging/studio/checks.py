"""Looks a window over as a picture would show it: clipped text, overlaps, weak contrast, controls without a name."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from studio.contrast import called, weak
from studio.menus import menu_faults
from untwin.ui.inbox.columns import NUMBER, STATE
from untwin.ui.inbox.paint import PAD, icon_side
from untwin.ui.kit.labels import bold_font, second_font
from untwin.ui.kit.two_lines import shortened
from untwin.ui.sheets.sheet import Sheet

# A list may shorten what is long, for the case beside it says all; what tells a row apart must be left of it.
_LEAST_SHOWN = 7
_AROUND = 36  # above and below a sheet
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def look_over(root: QWidget, image: QImage | None = None) -> list[str]:
    """Every fault in what is visible under `root`, one sentence each; contrast only where a picture is given."""
    shown = list(_shown(root))
    found = [
        *_scrolls_for_nothing(root),
        *_clipped(shown),
        *_low(shown),
        *_unexplained(shown),
        *_clipped_rows(shown),
        *_cut_off(shown),
        *_overlapping(shown),
        *nameless(root),
    ]
    found += [fault for each in shown if isinstance(each, QMenu) for fault in menu_faults(each)]
    if image is not None:
        found += weak(shown, root.window(), image)
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader can't name."""
    found = []
    for widget in _shown(root):
        if isinstance(widget, _CONTROLS) and not _inner(widget):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
                found.append(f"no name: {called(widget)}")
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
                yield f"clipped: {called(widget)} needs {widget.sizeHint().width()}, has {widget.width()}"
        elif isinstance(widget, QLineEdit) and not widget.hasFocus():
            needed = widget.fontMetrics().horizontalAdvance(widget.text() or widget.placeholderText())
            if needed > widget.width() - 16:
                yield f"clipped: {called(widget)}: {widget.text()}"


def _low(shown: list[QWidget]) -> Iterator[str]:
    """One line of text in less than its height."""
    for widget in shown:
        if _text(widget) and widget.height() < widget.fontMetrics().height():
            yield f"clipped: {called(widget)} is {widget.height()} high, needs {widget.fontMetrics().height()}"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QAbstractButton | QLineEdit | QLabel) else ""


def _unexplained(shown: list[QWidget]) -> Iterator[str]:
    """An icon alone, which only its words under the mouse could explain."""
    for widget in shown:
        icon_alone = isinstance(widget, QAbstractButton) and not widget.icon().isNull() and not widget.text()
        if icon_alone and not widget.toolTip() and not _inner(widget):
            yield f"unexplained icon: {called(widget)}"


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
            yield f"cut off: what {called(widget)} shows, {inner.width()} wide, has {widget.viewport().width()}"


def _scrolls_for_nothing(root: QWidget) -> Iterator[str]:
    """A sheet that leaves something out although the window has room for it."""
    above = root.parentWidget()
    if not isinstance(root, Sheet) or above is None:
        return
    for area in root.findChildren(QScrollArea):
        left_out, room = area.verticalScrollBar().maximum(), above.height() - root.height() - 2 * _AROUND
        if area.isVisible() and area.parentWidget() is root and 0 < left_out <= room:
            yield f"clipped: {left_out} of {called(root)} scrolls, the window has {room} more"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height():
            yield f"clipped: “{label.text()[:60]}” needs {label.heightForWidth(label.width())}, has {label.height()}"
        # As it is painted, with the places to break that a label of ours doesn't tell.
        painted = QLabel.text(label)
        longest = max((QFontMetrics(label.font()).horizontalAdvance(w) for w in _words(painted)), default=0)
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
            yield f"clipped: “{item.text()}” in {called(listed)} needs {needs.height()}, has {has.height()}"


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
                    yield f"overlap: {called(one)} and {called(other)}"
