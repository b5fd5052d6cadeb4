"""Notices every two seconds what another program has stored on this home, as a command beside the window."""

from collections.abc import Callable, Mapping
from contextlib import closing

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.company.company import Company
from untwin.flows.desk import Desk
from untwin.ui.kit.words import log_problem
from untwin.ui.lanes.bridge import Bridge

_EVERY_MS = 2_000
_STORE = "store"
Shown = tuple[int, Mapping[str, Company]]  # how far the inbox is that is shown, and the companies


class Elsewhere(QObject):
    """Asks only while the window itself is at nothing: what that stores it shows anyway.

    Signals:
        changed: the store has something new to show.
    """

    changed = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases, self._companies, self._bridge = desk.cases, desk.companies, bridge
        self._shown: Callable[[], Shown | None] = lambda: None
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self, shown: Callable[[], Shown | None]) -> None:
        """Looks from now on; `shown` says what the window shows, None while it is at work."""
        self._shown = shown
        self._timer.start()

    def tick(self) -> None:
        """Looks once; where the store is busy, not a second time before the first has its answer."""
        shown = self._shown()
        if shown is not None and not self._asked:
            self._asked = True
            self._bridge.run(_STORE, lambda: self._is_news(*shown), self._seen, self._failed)

    def _is_news(self, revision: int, companies: Mapping[str, Company]) -> bool:
        """In the lane."""
        with closing(self._cases.reader()) as inbox:
            if inbox.news(revision).revision != revision:
                return True
        return {company.realm: company for company in self._companies.all()} != dict(companies)

    def _seen(self, is_news: bool) -> None:  # noqa: FBT001 - what the lane answers
        self._asked = False
        # The window may have begun something meanwhile, which shows what it stores.
        if is_news and self._shown() is not None:
            self.changed.emit()

    def _failed(self, problem: Exception) -> None:
        self._asked = False
        log_problem(problem)
