"""Reads lists of very many cases: the first page at once, the rest in a lane, by a reader that the next key stops."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.inbox.query import Query
from untwin.ports.inbox import Inbox
from untwin.ui.kit.words import log_problem
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.lanes.id_list import IdList

FIRST = 64  # rows that are shown before the rest is known
_SECONDS = 0.012  # that they may take
_REST_MS = 150  # without another key before the rest is read: what a lane does holds the window up, too


class LongList(QObject):
    """One reading at a time.

    Signals:
        arrived: the whole list is there.
    """

    arrived = Signal(object)

    def __init__(self, inbox: Inbox, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox, self._bridge = inbox, bridge
        self._apart = inbox.apart()
        self._cancel: Callable[[], None] | None = None
        self._wanted = 0
        self._query: Query | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)

    @property
    def reading(self) -> bool:
        """Whether the rest is still on its way."""
        return self._rest.isActive() or self._cancel is not None

    def begin(self, query: Query, before: IdList) -> IdList:
        """The first cases, the whole list arrives later; where none was found in time, those of `before` until then."""
        self.stop()
        found = self._inbox.first(query, FIRST, _SECONDS)
        if not found.whole:
            self._query = query
            self._rest.start()
        return IdList(found.ids) if found.ids or found.whole else before

    def stop(self) -> None:
        """Wants nothing of what is being read any more."""
        self._rest.stop()
        if self._cancel is not None:
            self._cancel()
            self._apart.stop()
            self._cancel = None

    def close(self) -> None:
        """Reads nothing any more."""
        self.stop()
        self._bridge.leave("inbox", self._apart.close)

    def _read(self) -> None:
        self._wanted += 1
        number, query = self._wanted, self._query
        if query is None:
            return

        def then(ids: IdList) -> None:
            if number == self._wanted and self._cancel is not None:
                self._cancel = None
                self.arrived.emit(ids)

        self._cancel = self._bridge.run("inbox", lambda: IdList(self._apart.ids(query)), then, log_problem)
