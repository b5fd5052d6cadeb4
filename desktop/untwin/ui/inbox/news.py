"""What was found without anybody asking: told in one sentence where it is about many cases at once."""

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.cases.case import Case
from untwin.ui.inbox.rows import state_words
from untwin.ui.kit.words import Said, tr

_TOGETHER_MS = 400  # the looks at one visit's cases end within that


class News(QObject):
    """Collects for a moment.

    Signals:
        said: a sentence for a toast.
    """

    said = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: dict[str, Case] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOGETHER_MS)
        self._timer.timeout.connect(self._tell)

    def tell(self, case: Case) -> None:
        """One more; several are counted by where they stand."""
        self._cases[case.id] = case
        if len(self._cases) == 1:
            self._timer.start()

    def _tell(self) -> None:
        cases, self._cases = tuple(self._cases.values()), {}
        if len(cases) == 1:
            self.said.emit(Said(cases[0].note))
            return
        counts = Counter(state_words(case, case.state) for case in cases)
        words = ", ".join(f"{count} {state.lower()}" for state, count in counts.most_common())
        self.said.emit(Said(tr("{}. Each case says more.").format(words)))
