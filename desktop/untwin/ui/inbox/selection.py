"""Which cases of the list are selected, and how keys and clicks change that; only what is shown can be selected."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from untwin.domain.cases.case import Case
from untwin.ui.acting.selection_context import MOST
from untwin.ui.inbox.model import InboxModel
from untwin.ui.inbox.view import InboxView
from untwin.ui.kit.words import tr

Reading = Callable[[Sequence[int]], tuple[Case, ...]]


class Selection(QObject):
    """Honours `SelectionContext`.

    Signals:
        changed: other cases are selected now.
    """

    changed = Signal()

    def __init__(self, inbox: InboxView, model: InboxModel, read: Reading) -> None:
        super().__init__(inbox)
        self._inbox, self._model, self._read = inbox, model, read
        # Where extending began, and what was selected before it.
        self._began: tuple[int, frozenset[int]] | None = None
        self._cases: tuple[Case, ...] | None = None
        # All of a list whose rest is still on its way.
        self._all_wanted = False
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self._changed_below)
        inbox.case_chosen.connect(self._moved)
        inbox.toggle_wanted.connect(self.toggle)
        inbox.extend_wanted.connect(self._extend_to)
        self._extending = False

    @property
    def count(self) -> int:
        """How many are selected."""
        return len(self._model.selected)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The selected cases, in the order of the list; of very many only the first."""
        if self._cases is None:
            self._cases = self._read(self._model.selected_ids[:MOST])
        return self._cases

    def toggle(self) -> None:
        """Selects the row that is chosen, or takes it out."""
        row = self._model.row(self._inbox.currentIndex().row())
        if row is not None:
            self._began = None
            self._select(self._model.selected ^ {int(row.case.id)})

    def extend(self, step: int) -> None:
        """Goes that many rows further down and selects everything from where extending began."""
        self._extend_to(self._inbox.currentIndex().row(), self._inbox.currentIndex().row() + step)

    def all(self) -> None:
        """Selects all that are shown."""
        self._began = None
        self._select(self._model.ids)
        self._all_wanted = not self._model.whole

    def these(self, case_ids: Iterable[str]) -> int:
        """Selects some cases, as far as they are shown; how many that were."""
        self._began = None
        self._select(map(int, case_ids))
        return self.count

    def none(self) -> None:
        """Selects nothing."""
        self._began = None
        self._select(())

    def _extend_to(self, start: int, end: int) -> None:
        if not 0 <= start < len(self._model.ids):
            return
        if self._began is None:
            self._began = self._model.ids[start], self._model.selected
        self._extending = True
        self._inbox.choose(end)
        self._extending = False
        began, before = self._began
        here = self._inbox.currentIndex().row()
        first, last = sorted((self._model.ids.place(began, start), here))
        self._select(before.union(self._model.ids.ids[max(first, 0) : last + 1]))

    def _moved(self) -> None:
        if not self._extending:
            self._began = None

    def _changed_below(self) -> None:
        self._cases = None
        if self._all_wanted and self._model.whole:
            self._select(self._model.ids)

    def _select(self, case_ids: Iterable[int]) -> None:
        self._all_wanted = False
        self._model.select(case_ids)
        self._cases = None
        self.changed.emit()
        words = tr("{} selected").format(self.count) if self.count else tr("nothing selected")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._inbox, words))
