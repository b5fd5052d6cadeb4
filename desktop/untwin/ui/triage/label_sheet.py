"""Asks for a label: what is typed narrows the known ones, Enter takes it, on the chosen case or on all selected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import plain_label
from untwin.domain.problems import Problem
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.sheets.sheet import Sheet

_SHOWN, _AIR = 8, 10


class LabelSheet(Sheet):
    """A line and the known labels under it; one that all cases have is taken off by choosing it.

    `chosen` is told the label and whether it is put on.
    """

    def __init__(
        self, about: str, cases: Sequence[Case], known: Sequence[str], chosen: Callable[[str, bool], None]
    ) -> None:
        title = tr("Label {}").format(about)
        lead = tr("Type a new label, or choose one; a label that is there already is taken off.")
        super().__init__(title, lead, confirm_words=tr("Put the label on"), width=560)
        self._cases, self._told = tuple(cases), chosen
        there = [label for case in cases for label in case.marks.labels]
        self._known = tuple(dict.fromkeys((*known, *there)))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Label"))
        self.line.setPlaceholderText(tr("e.g. ask Ann"))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self.confirm)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Known labels"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._clicked)
        self.rows.addWidget(self.line)
        self.rows.addWidget(self.list)
        self._narrow()

    def first_focus(self) -> QWidget:
        """The line."""
        return self.line

    def confirm(self) -> None:
        """Takes the known label that is chosen, or else what was typed."""
        item = self.list.currentItem()
        label = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else self.line.text()
        try:
            label = plain_label(label)
            self._told(label, not self._on_all(label))
        except Problem as problem:
            self.show_problem(problem_words(problem))
            return
        self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Up and down choose among the known ones while the line keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key(), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, -1), self.list.count() - 1))
                return True
        return False

    def _clicked(self, _item: QListWidgetItem) -> None:
        self.confirm()

    def _on_all(self, label: str) -> bool:
        return all(case.marks.has(label) for case in self._cases)

    def _narrow(self, *_typed: object) -> None:
        typed = " ".join(self.line.text().split()).casefold()
        fitting = [label for label in self._known if typed in label.casefold()]
        fitting.sort(key=lambda label: not label.casefold().startswith(typed))
        self.list.clear()
        for label in fitting[:_SHOWN]:
            item = QListWidgetItem(self._words(label))
            item.setData(Qt.ItemDataRole.UserRole, label)
            self.list.addItem(item)
        same = [place for place, label in enumerate(fitting[:_SHOWN]) if label.casefold() == typed]
        begun = bool(typed) and bool(fitting) and fitting[0].casefold().startswith(typed)
        self.list.setCurrentRow(same[0] if same else 0 if begun else -1)
        self.list.setVisible(bool(fitting))
        self._fit_list()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the rows have their height: before, no style sheet had reached them."""
        super().showEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        height = self.list.sizeHintForRow(0) * self.list.count() + 2 * self.list.frameWidth() + _AIR
        self.list.setFixedHeight(max(height, 0))
        self.refit()

    def _words(self, label: str) -> str:
        having = sum(case.marks.has(label) for case in self._cases)
        if having == len(self._cases):
            return tr("{}   ·   take it off").format(label)
        some = count_words(having, tr("case has it"), tr("cases have it")) if having else ""
        return f"{label}   ·   {some}" if some else label
