"""Listens on this computer for the browser that comes back from a sign-in: one address, once, then no more."""

import errno
import secrets
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from untwin.domain.problems import BadInput, SignInNeeded
from untwin.ports.machine import Patience
from untwin.signing.answers import Trip, state_of

WAIT_SECONDS = 600.0
_GLANCE = 0.2  # seconds after which the wait looks whether it is still wanted
_LONGEST_HEAD = 16_384
_MOST_CALLERS = 32  # browsers open connections on suspicion and say nothing on them
_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
_ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
_TAKEN = (errno.EADDRINUSE, errno.EACCES)
_STATUS = {200: "OK", 400: "Bad Request", 404: "Not Found"}
_WORDS = {
    200: "You can close this page and go back to Untwin.",
    400: "This is not the sign-in that Untwin waits for.",
    404: "There is nothing here.",
}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Untwin</title>
<style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}}</style></head>
<body><main><h1>Untwin</h1><p>{words}</p></main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Door:
    """What is let in: requests for the registered address that carry our state."""

    trip: Trip

    @property
    def port(self) -> int:
        """The port of the registered address."""
        return urlsplit(self.trip.redirect).port or 80

    def answer_to(self, head: bytes) -> tuple[int, str]:
        """The status for a request's head, and the redirected address if it is the one that is waited for."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        target, _, version = rest.partition(" ")
        # A page elsewhere can send a browser here under a name of its own.
        if method != "GET" or not version.startswith("HTTP/1.") or not self._is_ours(lines):
            return 400, ""
        path, _, query = target.partition("?")
        if path != urlsplit(self.trip.redirect).path:
            return 404, ""
        if not secrets.compare_digest(state_of(query).encode(), self.trip.state.encode()):
            return 400, ""
        return 200, f"{self.trip.redirect}?{query}"

    def _is_ours(self, lines: list[str]) -> bool:
        hosts = [
            value.strip().lower() for name, _, value in (x.partition(":") for x in lines) if name.lower() == "host"
        ]
        return len(hosts) == 1 and hosts[0] in {f"{host}:{self.port}" for host in _HOSTS}


def wait_for_redirect(door: Door, patience: Patience, seconds: float = WAIT_SECONDS) -> str:
    """The redirected address, once the browser comes back.

    Raises:
        BadInput: another program listens on the port.
        SignInNeeded: nobody came back in time.
        Cancelled: nobody wants to wait any more.
    """
    end = time.monotonic() + seconds
    with _listening(door) as sockets, selectors.DefaultSelector() as selector, ExitStack() as callers:
        for listening in sockets:
            selector.register(listening, selectors.EVENT_READ)
        hall = _Hall(door, selector)
        callers.callback(hall.close)
        while time.monotonic() < end:
            patience.pause(0)
            found = hall.attend(_GLANCE)
            if found:
                return found
    raise SignInNeeded(f"Nobody came back from {door.trip.whose} sign-in page in time.", "Connect again.")


@dataclass(slots=True)
class _Hall:
    """Everybody who has called: whoever says nothing keeps nobody else waiting."""

    door: Door
    selector: selectors.BaseSelector
    heard: dict[socket.socket, bytes] = field(default_factory=dict, repr=False)

    def attend(self, seconds: float) -> str:
        """Hears whoever speaks meanwhile; the redirected address, when somebody brought it."""
        for key, _events in self.selector.select(seconds):
            caller = key.fileobj
            if not isinstance(caller, socket.socket):
                continue
            if caller not in self.heard:
                self._admit(caller)
            elif found := self._hear(caller):
                return found
        return ""

    def close(self) -> None:
        """Shows everybody out."""
        for caller in list(self.heard):
            self._dismiss(caller)

    def _admit(self, listening: socket.socket) -> None:
        with suppress(OSError):
            caller, _address = listening.accept()
            caller.settimeout(0)
            self.heard[caller] = b""
            self.selector.register(caller, selectors.EVENT_READ)
        if len(self.heard) > _MOST_CALLERS:
            self._dismiss(next(iter(self.heard)))

    def _hear(self, caller: socket.socket) -> str:
        try:
            said = caller.recv(4096)
        except BlockingIOError:
            return ""
        except OSError:
            said = b""
        self.heard[caller] += said
        head, ended, _rest = self.heard[caller].partition(b"\r\n\r\n")
        if said and not ended and len(head) <= _LONGEST_HEAD:
            return ""
        status, found = self.door.answer_to(head) if ended else (400, "")
        if said:
            _say(caller, status)
        self._dismiss(caller)
        return found

    def _dismiss(self, caller: socket.socket) -> None:
        del self.heard[caller]
        self.selector.unregister(caller)
        caller.close()


def _say(caller: socket.socket, status: int) -> None:
    """Answers with a page that says nothing of what was asked."""
    page = _PAGE.format(words=_WORDS[status]).encode()
    head = (
        f"HTTP/1.1 {status} {_STATUS[status]}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(page)}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nConnection: close\r\n\r\n"
    )
    with suppress(OSError):
        caller.settimeout(2.0)
        caller.sendall(head.encode() + page)
        caller.shutdown(socket.SHUT_WR)


@contextmanager
def _listening(door: Door) -> Iterator[list[socket.socket]]:
    """Sockets on this computer's own addresses; browsers take `localhost` for either of them."""
    with ExitStack() as stack:
        sockets: list[socket.socket] = []
        for family, address in _ADDRESSES:
            with suppress(_NoSuchAddressError):
                sockets.append(stack.enter_context(_bound(family, address, door)))
        if not sockets:
            raise BadInput("Untwin can't listen on this computer.", "Paste the address from the browser instead.")
        yield sockets


class _NoSuchAddressError(Exception):
    """This computer has no address of that kind."""


def _bound(family: int, address: str, door: Door) -> socket.socket:
    try:
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        raise _NoSuchAddressError from None
    try:
        # On Windows the one option lets two programs share the port, and the other forbids it.
        name = "SO_EXCLUSIVEADDRUSE" if sys.platform == "win32" else "SO_REUSEADDR"
        listening.setsockopt(socket.SOL_SOCKET, getattr(socket, name), 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind((address, door.port))
        listening.listen(16)
        listening.settimeout(0)
    except OSError as error:
        listening.close()
        raise _why_not(error, door) from None
    return listening


def _why_not(error: OSError, door: Door) -> Exception:
    # Taken on one of the two addresses is taken: the browser might go there with the code.
    if error.errno in _TAKEN:
        return BadInput(
            f"Port {door.port} is used by another program on this computer.",
            f"Close that program, or register http://localhost:{door.port + 1}/callback with {door.trip.registrar}"
            " and enter it here.",
        )
    return _NoSuchAddressError()
