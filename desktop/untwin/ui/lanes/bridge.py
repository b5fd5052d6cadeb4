"""Carries what a lane has done to the window's thread: one queued signal, one bound method."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from untwin.ui.kit.words import log_problem

if TYPE_CHECKING:
    from untwin.ports.machine import Jobs

Then = Callable[[Any], None]
Failed = Callable[[Exception], None]


class _Sender(QObject):
    """What a lane's thread speaks through: it lives as long as a job holds it, though the window be gone.

    Signals:
        arrived: a callback and its arguments, sent from a lane's thread, received in the window's.
    """

    arrived = Signal(object, object)


class Bridge(QObject):
    """Hands work to the lanes and calls back in the window's thread; when it is gone, nothing is called any more."""

    def __init__(self, jobs: "Jobs", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._sender = jobs, _Sender()
        # A direct connection would run the slot in the lane's thread, or inside the very call.
        self._sender.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, lane: str, work: Callable[[], object], then: Then, failed: Failed) -> Callable[[], None]:
        """Runs `work` in a lane; then one of the two callbacks, in the window's thread.

        The function that is returned cancels it, as that of `Jobs.submit` does.
        """
        # A signal of the bridge itself could be sent while the window's thread destroys it.
        sender = self._sender

        def done(result: object, problem: Exception | None) -> None:
            if problem is None:
                sender.arrived.emit(then, (result,))
            else:
                sender.arrived.emit(failed, (problem,))

        return self._jobs.submit(lane, work, done)

    def leave(self, lane: str, work: Callable[[], object]) -> None:
        """Runs what nobody waits for; a problem is logged."""
        self.run(lane, work, _heed_not, log_problem)

    def carried(self, call: Callable[..., None]) -> Callable[..., None]:
        """A function for a lane's thread that has `call` called in the window's."""
        sender = self._sender

        def carry(*arguments: object) -> None:
            sender.arrived.emit(call, arguments)

        return carry

    def _deliver(self, call: Callable[..., None], arguments: tuple[object, ...]) -> None:
        call(*arguments)


def _heed_not(_result: object) -> None:
    pass


def so_long_as(fits: Callable[[], bool], then: Then, late: Then | None = None) -> Then:
    """A callback that holds while something is still so; `late` gets an answer that comes afterwards."""

    def call(result: Any) -> None:
        if fits():
            then(result)
        elif late is not None:
            late(result)

    return call
