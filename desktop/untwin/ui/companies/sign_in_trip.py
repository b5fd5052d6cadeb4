"""One trip to Intuit's page and back: begun, waited for or pasted, until a company has arrived."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from untwin.domain.company.company import Company, Environment
from untwin.ports.sign_in import Arrived, SignInBegun
from untwin.ui.companies.connecting import Connecting
from untwin.ui.lanes.bridge import so_long_as


class SignInTrip(QObject):
    """Only the newest trip counts: what comes back from an older one is given back.

    Signals:
        opened: the sign-in that has begun; its page is to be opened now.
        arriving: the address has come, and QuickBooks is asked for the company.
        here: the company that arrived, with what is known of it if it is connected already.
        failed: a problem; the trip can be tried again.
        unheard: nobody listens for the browser any more, with the problem where there is one.
    """

    opened = Signal(object)
    arriving = Signal()
    here = Signal(object)
    failed = Signal(object)
    unheard = Signal(object)

    def __init__(self, connecting: Connecting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connecting = connecting
        self._begun: SignInBegun | None = None
        self._turn = 0
        self._asking = False
        self._came = ""
        self._end_listening: Callable[[], None] = _nothing

    @property
    def page(self) -> str:
        """The page at Intuit; empty where nothing has begun."""
        return self._begun.page if self._begun else ""

    def begin(self, environment: Environment) -> None:
        """Begins, in place of a trip that is under way."""
        self.give_up()
        still = partial(self._is_turn, self._turn)
        opened, failed = so_long_as(still, self._opened), so_long_as(still, self.failed.emit)
        self._connecting.begin(environment, opened, failed)

    def arrive(self, redirected: str) -> None:
        """The browser has come back with an address, or somebody has pasted one."""
        begun = self._begun
        if begun is None:
            return
        self._asking = True
        self.arriving.emit()
        still = partial(self._is_newest, begun)
        arrived, failed = so_long_as(still, self._arrived, self._too_late), so_long_as(still, self._not_arrived)
        self._connecting.arrive(begun, redirected, still, arrived, failed)

    def give_up(self) -> None:
        """Nobody waits for the browser any more, nor for a company that may still come."""
        end, self._end_listening = self._end_listening, _nothing
        end()
        self._turn += 1
        self._begun, self._asking = None, False

    def _opened(self, begun: SignInBegun) -> None:
        self._begun, self._asking, self._came = begun, False, ""
        self.opened.emit(begun)
        if begun.app.listens:
            still = partial(self._is_newest, begun)
            came, in_vain = so_long_as(still, self._came_back), so_long_as(still, self.unheard.emit)
            self._end_listening = self._connecting.listen(begun, came, in_vain)

    def _is_turn(self, turn: int) -> bool:
        return self._turn == turn

    def _is_newest(self, begun: SignInBegun) -> bool:
        return self._begun is begun

    def _came_back(self, redirected: str) -> None:
        self.unheard.emit(None)
        if self._asking:
            # A pasted address is tried just now; this one comes next, should that one be wrong.
            self._came = redirected
        else:
            self.arrive(redirected)

    def _arrived(self, found: tuple[Arrived, Company | None]) -> None:
        self.give_up()
        self.here.emit(found)

    def _not_arrived(self, problem: Exception) -> None:
        self._asking = False
        redirected, self._came = self._came, ""
        if redirected:
            self.arrive(redirected)
        else:
            self.failed.emit(problem)

    def _too_late(self, found: tuple[Arrived, Company | None]) -> None:
        """It came after somebody went back: nothing that was granted may stay behind."""
        self._connecting.turn_away(found[0], _nothing_more, _nothing_more)


def _nothing() -> None:
    pass


def _nothing_more(_result: object) -> None:
    pass
