"""Listens to a window as a screen reader does: from another process, over the accessibility bus (AT-SPI)."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection  # type: ignore[import-untyped]

_BESIDE_PATH = ("/usr/libexec", "/usr/lib", "/usr/lib/at-spi2-core", "/usr/libexec/at-spi2")
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
# Places in the set of states, from at-spi2-core's constants.
_FOCUSABLE, _FOCUSED, _SHOWING = 11, 12, 25
# Qt only tells what somebody has asked to hear.
_HEARD = ("object:announcement", "object:state-changed:focused")
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing in a window as it is told: its role, its name, what more is said about it, and its states."""

    role: str
    name: str
    description: str
    showing: bool
    focusable: bool
    focused: bool


class ScreenReader:
    """What stands on a screen, read through one connection to the accessibility bus; `events` hears what is told."""

    def __init__(self, connection: DBusConnection, events: DBusConnection) -> None:
        self._bus = connection
        # A connection that waits for an answer drops whatever else arrives meanwhile.
        self._events = events
        self._listen()

    def everything(self) -> Iterator[Heard]:
        """Everything that any program shows, in reading order."""
        yield from self._walk(_REGISTRY, _ROOT)

    def focused(self) -> Heard:
        """The innermost thing that has the focus. A table's chosen cell has it only while the table has it."""
        having = [each for each in self.everything() if each.focused and each.focusable and each.showing]
        in_table = any(each.role == "table" for each in having)
        mine = [each for each in having if in_table or each.role != "cell"]
        return mine[-1] if mine else Heard("", "", "", showing=False, focusable=False, focused=False)

    def announcements(self, within: float = 0.5) -> list[str]:
        """The sentences that were announced since the last call, and in the next seconds."""
        said: list[str] = []
        end = time.monotonic() + within
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._events.receive(timeout=left)
            except TimeoutError:
                break
            self._note(message, said)
        return said

    def _note(self, message: Any, said: list[str]) -> None:
        """Qt puts the sentence into the event's value."""
        if str(message.header.fields.get(3)) == "Announcement":
            said.append(str(message.body[3][1]))

    def _walk(self, name: str, path: str) -> Iterator[Heard]:
        yield self._heard(name, path)
        for child_name, child_path in self._call(name, path, _ACCESSIBLE, "GetChildren"):
            yield from self._walk(child_name, child_path)

    def _heard(self, name: str, path: str) -> Heard:
        low, high = self._call(name, path, _ACCESSIBLE, "GetState")
        states = low | high << 32
        return Heard(
            self._call(name, path, _ACCESSIBLE, "GetRoleName"),
            self._property(name, path, "Name"),
            self._property(name, path, "Description"),
            showing=bool(states >> _SHOWING & 1),
            focusable=bool(states >> _FOCUSABLE & 1),
            focused=bool(states >> _FOCUSED & 1),
        )

    def _property(self, name: str, path: str, which: str) -> str:
        found = self._call(name, path, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, which))
        return str(found[1])

    def _listen(self) -> None:
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        Proxy(message_bus, self._events).AddMatch(rule)
        for event in _HEARD:
            self._call(_REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent", "sass", (event, [], ""))

    def _call(self, name: str, path: str, interface: str, method: str, kinds: str = "", words: Any = ()) -> Any:
        question = new_method_call(DBusAddress(path, name, interface), method, kinds or None, words)
        body = self._bus.send_and_get_reply(question, timeout=_PATIENCE).body
        return body[0] if body else None


@contextmanager
def screen_reader(environment: dict[str, str]) -> Iterator[ScreenReader]:
    """Starts the accessibility bus beside a session bus, and listens there until the end."""
    launcher = shutil.which("at-spi-bus-launcher", path=os.pathsep.join(_BESIDE_PATH))
    assert launcher, "Missing: at-spi2-core. Set up the tests first: python3 packaging/bootstrap.py test"
    with ExitStack() as stack:
        started = subprocess.Popen([launcher, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL)
        stack.callback(started.wait)
        stack.callback(started.terminate)
        session = stack.enter_context(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]))
        address = _address(session)
        ours, events = (stack.enter_context(open_dbus_connection(address)) for _ in range(2))
        yield ScreenReader(ours, events)


def _address(session: DBusConnection) -> str:
    question = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        body = session.send_and_get_reply(question, timeout=_PATIENCE).body
        # Until the launcher has its name, the answer is an error's sentence.
        if str(body[0]).startswith("unix:"):
            return str(body[0])
        time.sleep(0.05)
    raise AssertionError("the accessibility bus doesn't answer")
