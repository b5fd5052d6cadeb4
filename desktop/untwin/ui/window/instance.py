"""The one window on a home: a later start raises it, hands over its files and links, and ends."""

import json
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECTED = 2_000  # milliseconds
# A window may be busy with its own opening, and what it was told once must not be told twice.
_ANSWERED = 30_000  # milliseconds
_LONGEST_PLACE = 90  # bytes; a socket's whole address holds 107, of which Qt needs some while it makes one
_LONGEST = 100_000  # bytes; a line of paths, nothing more
_HEARD = b"heard\n"
_log = logging.getLogger(__name__)


class Instance(QObject):
    """Listens for later starts on the same home, of the same user only.

    `receive` is called with what such a start was given: paths and addresses, possibly none.
    """

    def __init__(self, places: Sequence[str], receive: Callable[[list[str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._receive = receive
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        for place in places:
            # The home's lock is ours, so whoever left this behind is gone.
            QLocalServer.removeServer(place)
            if self._server.listen(place):
                return
        _log.warning("later starts can't be heard: %s", self._server.errorString())

    def _connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(caller.deleteLater)

    def _read(self) -> None:
        caller = self.sender()
        if not isinstance(caller, QLocalSocket):
            return
        if not caller.canReadLine():
            if caller.bytesAvailable() > _LONGEST:
                caller.abort()
            return
        given = given_in(bytes(caller.readLine(_LONGEST).data()))
        caller.write(_HEARD)
        caller.disconnectFromServer()
        self._receive(given)


def given_in(line: bytes) -> list[str]:
    """The paths and addresses in what a later start says; none where it is anything else."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return [each for each in told if isinstance(each, str)] if isinstance(told, list) else []


def places(home: Path, home_id: str) -> tuple[str, ...]:
    """Where a home's window may listen, the best first.

    In the home itself nobody else can put something in its place. Not every disk takes a socket, and a deep folder's
    name is too long for one; a name among those of the system always goes.
    """
    name, inside = f"untwin-{home_id}", str(home.absolute() / "window.socket")
    if os.name == "nt" or len(os.fsencode(inside)) > _LONGEST_PLACE:
        return (name,)
    return (inside, name)


def hand_over(where: Sequence[str], given: Sequence[str]) -> bool:
    """Hands this start's files and links to the window that is open; whether it has heard."""
    line = json.dumps(list(given)).encode("ascii") + b"\n"
    return any(_told(place, line) for place in where if _ours(place))


def _ours(place: str) -> bool:
    """Whether what lies there is this person's: in a folder that all share, anybody could have put it there."""
    if os.name == "nt":
        return True
    try:
        return Path(QDir(QDir.tempPath()).absoluteFilePath(place)).stat().st_uid == os.getuid()
    except OSError:
        return False


def _told(place: str, line: bytes) -> bool:
    caller = QLocalSocket()
    caller.connectToServer(place)
    if not caller.waitForConnected(_CONNECTED):
        return False
    caller.write(line)
    caller.flush()
    heard = caller.waitForReadyRead(_ANSWERED) and bytes(caller.readLine(_LONGEST).data()) == _HEARD
    caller.abort()
    return heard
