"""Which cases of the list are selected, and how keys and clicks change that; only what is shown can be selected."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from untwin.domain.case import Case
from untwin.ui.inbox_model import InboxModel
from untwin.ui.inbox_view import InboxView
from untwin.ui.words import tr


class Selection(QObject):
    """Honours `SelectionContext`.

    Signals:
        changed: other cases are selected now.
    """

    changed = Signal()

    def __init__(self, inbox: InboxView, model: InboxModel) -> None:
        super().__init__(inbox)
        self._inbox, self._model = inbox, model
        # Where extending began, and what was selected before it.
        self._began: tuple[str, frozenset[str]] | None = None
        inbox.case_chosen.connect(self._moved)
        inbox.toggle_wanted.connect(self.toggle)
        inbox.extend_wanted.connect(self._extend_to)
        self._extending = False

    @property
    def cases(self) -> tuple[Case, ...]:
        """The selected cases, in the order of the list."""
        return self._model.selected_cases

    def toggle(self) -> None:
        """Selects the row that is chosen, or takes it out."""
        row = self._model.row(self._inbox.currentIndex().row())
        if row is not None:
            self._began = None
            self._select(self._model.selected ^ {row.case.id})

    def extend(self, step: int) -> None:
        """Goes that many rows further down and selects everything from where extending began."""
        self._extend_to(self._inbox.currentIndex().row(), self._inbox.currentIndex().row() + step)

    def all(self) -> None:
        """Selects all that are shown."""
        self._began = None
        self._select({case.id for case in self._model.cases})

    def these(self, case_ids: Collection[str]) -> int:
        """Selects some cases, as far as they are shown; how many that were."""
        self._began = None
        self._select(frozenset(case_ids) & {case.id for case in self._model.cases})
        return len(self.cases)

    def none(self) -> None:
        """Selects nothing."""
        self._began = None
        self._select(set())

    def _extend_to(self, start: int, end: int) -> None:
        here = self._model.row(start)
        if here is None:
            return
        if self._began is None:
            self._began = here.case.id, frozenset(self._model.selected)
        self._extending = True
        self._inbox.choose(end)
        self._extending = False
        began, before = self._began
        first, last = sorted((self._model.row_of_case(began), self._inbox.currentIndex().row()))
        self._select(before | {case.id for case in self._model.cases[max(first, 0) : last + 1]})

    def _moved(self) -> None:
        if not self._extending:
            self._began = None

    def _select(self, case_ids: set[str] | frozenset[str]) -> None:
        self._model.select(case_ids)
        self.changed.emit()
        words = tr("{} selected").format(len(case_ids)) if case_ids else tr("nothing selected")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._inbox, words))
