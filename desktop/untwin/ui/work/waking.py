"""Looks every few seconds whether a snoozed case is due, and now and then whether closed books were opened."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.cases.case import Case
from untwin.flows.desk import Desk
from untwin.ui.kit.words import Said, count_words, log_problem, tr
from untwin.ui.lanes.bridge import Bridge

_EVERY_MS = 15_000
_BOOKS_EVERY = 240  # ticks: once an hour QuickBooks is asked for closing dates, where a case waits for them
_LANES = ("store", "waking")


class Waking(QObject):
    """Nobody has to ask for it; the first look is right after the start.

    Signals:
        changed: the store has something new to show.
        said: a sentence for a toast.
    """

    changed = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._ticks = desk, bridge, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Looks now, and from now on."""
        self._timer.start()
        self.tick()

    def tick(self) -> None:
        """Looks once."""
        own, books = _LANES
        self._bridge.run(own, self._desk.triage.wake, self._woken, log_problem)
        if self._ticks % _BOOKS_EVERY == 0:
            self._bridge.run(books, self._desk.triage.wake.closing_dates, self._woken, log_problem)
        self._ticks += 1

    def _woken(self, cases: Sequence[Case]) -> None:
        if not cases:
            return
        self.changed.emit()
        if len(cases) == 1:
            number = cases[0].doc_number or tr("A case")
            self.said.emit(Said(f"{number}: {cases[0].marks.back}"))
        else:
            words = tr("{} are back from being snoozed.")
            self.said.emit(Said(words.format(count_words(len(cases), tr("case"), tr("cases")))))
