"""The one window on a home: a later start raises it, hands over its files and links, and ends."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2000  # milliseconds
_LONGEST = 100_000  # bytes; a line of paths, nothing more
_HEARD = b"heard\n"


class Instance(QObject):
    """Listens for later starts on the same home, of the same user only.

    `receive` is called with what such a start was given: paths and addresses, possibly none.
    """

    def __init__(self, name: str, receive: Callable[[list[str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._receive = receive
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # The home's lock is ours, so whoever left this name behind is gone.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._connected)

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


def hand_over(name: str, given: Sequence[str]) -> bool:
    """Hands this start's files and links to the window that is open; whether it has heard."""
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(_WAIT):
        return False
    caller.write(json.dumps(list(given)).encode("ascii") + b"\n")
    caller.flush()
    heard = caller.waitForReadyRead(_WAIT) and bytes(caller.readLine(_LONGEST).data()) == _HEARD
    caller.abort()
    return heard
