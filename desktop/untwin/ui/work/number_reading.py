"""Keeps the companies' number index up to date in the background: how far it is, and how it is stopped."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from untwin.domain.books.number_index import IndexState
from untwin.domain.company.company import Company
from untwin.flows.desk import Desk
from untwin.ui.kit.words import log_problem, tr
from untwin.ui.lanes.bridge import Bridge

_LANE = "numbers"
_WORTH_TELLING = 1000  # documents; fewer are read before anybody could read the words


class NumberReading(QObject):
    """Each company is read once a session, one after the other, in a lane of their own.

    So no look-up waits for it, and a start with dozens of companies stays quiet.
    What goes wrong is said nowhere: the index only suggests and draws, and the next start goes on where it was.

    Signals:
        progressed: how far it is, in words; empty once nothing is read any more.
        ended: the company whose reading is over, and the problem where it failed, else None.
    """

    progressed = Signal(str)
    ended = Signal(str, object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._begun: set[str] = set()
        self._cancels: dict[str, Callable[[], None]] = {}
        self._told: dict[str, tuple[str, int, int]] = {}

    @property
    def running(self) -> bool:
        """Whether something is read that takes long enough to be told."""
        return bool(self._told)

    def bring_up(self, companies: Iterable[Company]) -> None:
        """Reads what is new in companies that were not read in this session."""
        for company in companies:
            if company.realm not in self._begun:
                self._begun.add(company.realm)
                self._begin(company)

    def again(self, company: Company) -> None:
        """Reads what has changed in a company since, because somebody asks; one that is being read goes on."""
        if company.realm not in self._cancels:
            self._begun.add(company.realm)
            self._begin(company)

    def reads(self, realm: str) -> bool:
        """Whether a company is being read."""
        return realm in self._cancels

    def stop(self) -> None:
        """Stops all of them; what has been read stays, and the next start goes on there."""
        for cancel in tuple(self._cancels.values()):
            cancel()

    def _begin(self, company: Company) -> None:
        told = self._bridge.carried(partial(self._progress, company))

        def work() -> IndexState:
            return self._desk.index_numbers(company.realm, told)

        over = partial(self._over, company.realm)
        self._cancels[company.realm] = self._bridge.run(_LANE, work, over, over)

    def _progress(self, company: Company, done: int, of: int) -> None:
        if of >= _WORTH_TELLING and company.realm in self._cancels:
            self._told[company.realm] = (company.name, done, of)
            self._tell()

    def _over(self, realm: str, result: object) -> None:
        if isinstance(result, Exception):
            log_problem(result)
        self._cancels.pop(realm, None)
        self._told.pop(realm, None)
        self._tell()
        self.ended.emit(realm, result if isinstance(result, Exception) else None)

    def _tell(self) -> None:
        words = tr("Reading the numbers of {}: {} of {}")
        said = [words.format(name, f"{done:,}", f"{of:,}") for name, done, of in self._told.values()]
        self.progressed.emit(said[0] if said else "")
