"""Counts what each view has: at once as far as the store knows it, in a lane where it must look through the cases."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.query import Counts, Query
from untwin.ports.inbox import Inbox
from untwin.ui.kit.words import log_problem
from untwin.ui.lanes.bridge import Bridge

FEW = 5000  # cases that are listed and looked through at once; of more only the first page is


class Tallying(QObject):
    """One look at a time; until it is over, a view has what the last one found.

    Signals:
        told: a look is over, and found something else.
    """

    told = Signal()

    def __init__(self, inbox: Inbox, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox, self._bridge, self._apart = inbox, bridge, inbox.apart()
        self.few = FEW
        self._now: object = None
        self._counts = Counts((), 0)
        self._found: dict[tuple[str, Filter], int] = {}
        self._looks: object = None
        self._company = ""

    def counts(self, now: object, query: Query, views: Sequence[Filter]) -> Counts:
        """How many cases each view has in the query's company; None where that isn't known yet.

        `now` is the same for as long as nothing can have changed.
        """
        if now != self._now:
            self._now, self._counts = now, self._inbox.counts(query, views, at_once=True)
            if None in self._counts.views:
                self._complete(now, query, tuple(views))
        if None not in self._counts.views:
            return self._counts
        known = (self._found.get((query.company, view)) for view in views)
        told = (found if at_once is None else at_once for at_once, found in zip(self._counts.views, known, strict=True))
        return Counts(tuple(told), self._counts.total)

    def close(self) -> None:
        """Counts nothing any more."""
        self._now = self._looks = None
        self._apart.stop()
        self._bridge.leave("tally", self._apart.close)

    def _complete(self, now: object, query: Query, views: tuple[Filter, ...]) -> None:
        if self._counts.total <= self.few:
            self._counts = self._inbox.counts(query, views)
        elif self._looks is None:
            self._look(now, query, views)
        elif self._company != query.company:
            self._apart.stop()

    def _look(self, now: object, query: Query, views: tuple[Filter, ...]) -> None:
        self._looks, self._company = now, query.company

        def then(found: Counts) -> None:
            self._over(query, views, found)

        def failed(problem: Exception) -> None:
            log_problem(problem)
            self._over(query, views, None)

        self._bridge.run("tally", lambda: self._apart.counts(query, views), then, failed)

    def _over(self, query: Query, views: tuple[Filter, ...], found: Counts | None) -> None:
        """What changed meanwhile is looked at again: the next asking begins that."""
        looked, self._looks = self._looks, None
        if found is not None:
            told = ((view, count) for view, count in zip(views, found.views, strict=True) if count is not None)
            self._found.update({(query.company, view): count for view, count in told})
        if looked != self._now:
            self._now = None
        self.told.emit()
