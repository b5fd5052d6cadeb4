"""Takes errors in, in a lane of their own: how far it is, how it is stopped, and what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from untwin.domain.problems import Cancelled
from untwin.flows.desk import Desk
from untwin.flows.take_in import Progress, TakenIn
from untwin.ui.bridge import Bridge
from untwin.ui.words import log_problem, tr

_LANE = "taking in"
_WORTH_TELLING = 1000  # errors; fewer are stored before anybody could read the words


class Taking(QObject):
    """Every paste, drop and file that is being taken in, one after the other.

    Signals:
        progressed: how far it is, in words; empty once nothing is taken in any more.
        took_in: what came of a paste or of files, and the text itself.
        failed: what went wrong.
    """

    took_in = Signal(object, str)
    progressed = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._cancels: dict[object, Callable[[], None]] = {}

    @property
    def running(self) -> bool:
        """Whether something is being taken in."""
        return bool(self._cancels)

    def text(self, text: str, company: str | None, shown: str | None = None) -> None:
        """Takes in a text; `company` is what a person named, `shown` what the window shows alone."""
        take = partial(self._desk.take_in.text, text, company, shown=shown)
        self._begin(lambda told: take(progress=told), text)

    def files(self, paths: tuple[Path, ...], shown: str | None) -> None:
        """Takes in files."""
        take = partial(self._desk.take_in.files, paths, shown=shown)
        self._begin(lambda told: take(progress=told), "")

    def _begin(self, work: Callable[[Progress], TakenIn], text: str) -> None:
        token = object()
        told = self._bridge.carried(self._progress)
        done, failed = partial(self._done, token, text), partial(self._failed, token)
        self._cancels[token] = self._bridge.run(_LANE, lambda: work(told), done, failed)

    def stop(self) -> None:
        """Stops all of it; what is stored stays."""
        for cancel in tuple(self._cancels.values()):
            cancel()

    def _progress(self, done: int, of: int) -> None:
        if of >= _WORTH_TELLING and self._cancels:
            self.progressed.emit(tr("Taking in {} of {}").format(f"{done:,}", f"{of:,}"))

    def _done(self, token: object, text: str, taken: TakenIn) -> None:
        self._over(token)
        self.took_in.emit(taken, text)

    def _failed(self, token: object, problem: Exception) -> None:
        self._over(token)
        if not isinstance(problem, Cancelled):
            log_problem(problem)
        self.failed.emit(problem)

    def _over(self, token: object) -> None:
        self._cancels.pop(token, None)
        if not self._cancels:
            self.progressed.emit("")
