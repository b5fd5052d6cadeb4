"""Takes errors in, in a lane of their own: how far it is, how it is stopped, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.problems import Cancelled
from untwin.flows.arriving.take_in import NOTHING_SAID, Progress, Wishes
from untwin.flows.arriving.taken_in import TakenIn
from untwin.flows.desk import Desk
from untwin.ui.kit.words import log_problem, tr
from untwin.ui.lanes.bridge import Bridge

_LANE = "taking in"
_SOON = 700  # milliseconds; what is read sooner needs no words
_WORTH_TELLING = 1000  # errors; fewer are stored before anybody could read the words


@dataclass(frozen=True, slots=True)
class Pasted:
    """What somebody brought: a text, with its HTML where it was copied from a page, or files; and what they said.

    `whole` says that it is the whole list of what fails in its source now.
    """

    text: str = ""
    page: str = ""
    files: tuple[Path, ...] = ()
    wishes: Wishes = NOTHING_SAID
    whole: bool = False


class Taking(QObject):
    """Every paste, drop and file that is being taken in, one after the other.

    Signals:
        progressed: how far it is, in words; empty once nothing is taken in any more.
        took_in: what came of a paste or of files, and what was pasted.
        failed: what went wrong.
        cut_short: that an earlier run was ended in the middle, in words.
    """

    took_in = Signal(object, object)
    progressed = Signal(str)
    failed = Signal(object)
    cut_short = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._cancels: dict[object, Callable[[], None]] = {}
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._tell_reading)

    @property
    def running(self) -> bool:
        """Whether something is being taken in."""
        return bool(self._cancels)

    def paste(self, pasted: Pasted) -> None:
        """Takes in what was pasted, dropped or named."""
        take_in = self._desk.take_in

        def work(told: Progress) -> TakenIn:
            if pasted.files:
                return take_in.files(pasted.files, wishes=pasted.wishes, progress=told)
            return take_in.text(pasted.text, page=pasted.page, wishes=pasted.wishes, progress=told)

        self._begin(work, pasted)

    def _begin(self, work: Callable[[Progress], TakenIn], pasted: Pasted) -> None:
        token = object()
        told = self._bridge.carried(self._progress)
        done, failed = partial(self._done, token, pasted), partial(self._failed, token)
        self._cancels[token] = self._bridge.run(_LANE, lambda: work(told), done, failed)
        self._reading.start(_SOON)

    def stop(self) -> None:
        """Stops all of it; what is stored stays."""
        for cancel in tuple(self._cancels.values()):
            cancel()

    def _tell_reading(self) -> None:
        """A large file is read for a while before anybody knows how many errors there are."""
        if self._cancels:
            self.progressed.emit(tr("Reading what came in \u2026"))

    def _progress(self, done: int, of: int) -> None:
        self._reading.stop()
        if of >= _WORTH_TELLING and self._cancels:
            self.progressed.emit(tr("Taking in {} of {}").format(f"{done:,}", f"{of:,}"))

    def tell_cut_short(self) -> None:
        """Says, at a start, that an earlier run was ended while it took a long list in."""

        def told(sentence: str) -> None:
            if sentence:
                self.cut_short.emit(sentence)

        self._bridge.run(_LANE, self._desk.take_in.cut_short.said, told, log_problem)

    def _done(self, token: object, pasted: Pasted, taken: TakenIn) -> None:
        self._over(token)
        if taken.left:
            # What is missing is said now: the next start needn't.
            self._bridge.leave(_LANE, self._desk.take_in.cut_short.end)
        self.took_in.emit(taken, pasted)

    def _failed(self, token: object, problem: Exception) -> None:
        self._over(token)
        if not isinstance(problem, Cancelled):
            log_problem(problem)
        self.failed.emit(problem)

    def _over(self, token: object) -> None:
        self._cancels.pop(token, None)
        if not self._cancels:
            self._reading.stop()
            self.progressed.emit("")
