"""A real Secret Service for tests: a private bus and GNOME Keyring in folders of their own, ended with the test."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import secretstorage
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

MISSING = "{} is not installed; the tests of the keyring need it. On Debian: apt-get install dbus gnome-keyring"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# What GNOME Keyring asks to show a password prompt, when somebody answers to that name.
_PROMPTER = "org.gnome.keyring.SystemPrompter"
# It takes every call, so that the keyring sees its prompt shown, and never tells of an answer.
_SHOW_A_PROMPT = """
import sys
from jeepney import DBusAddress, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection()
bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
connection.send_and_get_reply(new_method_call(bus, "RequestName", "su", (sys.argv[1], 0)))
print("shown", flush=True)
while True:
    message = connection.receive()
    if message.header.message_type is MessageType.method_call:
        connection.send(new_method_return(message))
"""
_PASSWORD = b"correct horse"


class SecretService:
    """`with SecretService() as service:` - `service.env` is what a child needs to use it.

    Its bus starts nothing by itself, so that a killed keyring stays killed and no prompt ever appears.
    """

    def __init__(self) -> None:
        # Sockets have short names, and pytest's folders long ones.
        self._folder = Path(tempfile.mkdtemp(prefix="untwin-keyring-"))
        self._children: list[subprocess.Popen[bytes]] = []
        self.env = _environment(self._folder)

    def __enter__(self) -> Self:
        try:
            self._start_bus()
            self.start_keyring()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the keyring and the bus, and removes what they wrote."""
        for child in reversed(self._children):
            child.kill()
            child.wait()
        self._children.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start_keyring(self, password: bytes = _PASSWORD) -> None:
        """Starts GNOME Keyring, unlocked if that is its password, and waits until it answers."""
        command = [_found("gnome-keyring-daemon"), "--foreground", "--unlock", "--components=secrets"]
        child = subprocess.Popen(
            command, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._children.append(child)
        assert child.stdin is not None
        with child.stdin as stream:
            stream.write(password)
        _until(self._answers, "GNOME Keyring doesn't answer on its bus.")

    def kill_keyring(self) -> None:
        """Kills the keyring; the bus stays."""
        keyring = self._children.pop()
        keyring.kill()
        keyring.wait()
        _until(lambda: not self._answers(), "GNOME Keyring is killed and still answers.")

    def lock(self) -> None:
        """Locks the default collection, as a screen lock or a time limit does."""
        with self._collection() as collection:
            collection.lock()
            _until(collection.is_locked, "The collection doesn't lock.")

    def secrets(self) -> dict[str, str]:
        """Every stored secret by `service username`."""
        with self._collection() as collection:
            found = {}
            for item in collection.get_all_items():
                about = item.get_attributes()
                found[f"{about.get('service')} {about.get('username')}"] = item.get_secret().decode()
            return found

    def put(self, name: str, secret: str) -> None:
        """Puts another secret in the place of the one under `service username`."""
        with self._item(name) as item:
            item.set_secret(secret.encode())

    def remove(self, name: str) -> None:
        """Removes the secret under `service username`."""
        with self._item(name) as item:
            item.delete()

    @contextmanager
    def _item(self, name: str) -> Iterator[secretstorage.Item]:
        service, _, username = name.partition(" ")
        with self._collection() as collection:
            [found] = collection.search_items({"service": service, "username": username})
            yield found

    @contextmanager
    def prompter_that_never_answers(self) -> Iterator[None]:
        """Somebody shows a prompt and nobody types into it."""
        command = [sys.executable, "-c", _SHOW_A_PROMPT, _PROMPTER]
        with subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE) as child:
            try:
                assert child.stdout is not None
                assert child.stdout.readline() == b"shown\n"
                yield
            finally:
                child.kill()

    @contextmanager
    def _collection(self) -> Iterator[secretstorage.Collection]:
        with closing(self._connect()) as connection:
            yield secretstorage.get_collection_by_alias(connection, "default")

    def _connect(self) -> DBusConnection:
        connection = open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])
        secretstorage.util.add_match_rules(connection)
        return connection

    def _answers(self) -> bool:
        with suppress(OSError, secretstorage.SecretStorageException), closing(self._connect()) as connection:
            return bool(secretstorage.check_service_availability(connection)) and _has_default(connection)
        return False

    def _start_bus(self) -> None:
        config = self._folder / "bus.conf"
        config.write_text(_BUS.format(folder=self._folder), "utf-8")
        command = [_found("dbus-daemon"), f"--config-file={config}", "--nofork"]
        self._children.append(subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL))
        _until((self._folder / "bus").exists, "The bus doesn't start.")


@dataclass(frozen=True, slots=True)
class NoService:
    """Where there is no Secret Service: `bus` names a bus that isn't there, or none at all."""

    bus: str = ""

    @property
    def env(self) -> dict[str, str]:
        """The environment of a child."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "XDG_RUNTIME"))}
        # Without an address, clients look for a bus in the runtime folder.
        return plain | {"DBUS_SESSION_BUS_ADDRESS": self.bus or "unix:path=/nonexistent/bus"}


def _has_default(connection: DBusConnection) -> bool:
    with suppress(secretstorage.ItemNotFoundException):
        secretstorage.get_collection_by_alias(connection, "default")
        return True
    return False


def _environment(folder: Path) -> dict[str, str]:
    places = {"HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
    places |= {"XDG_RUNTIME_DIR": "run"}
    for name in places.values():
        (folder / name).mkdir(mode=0o700)
    own = {name: str(folder / place) for name, place in places.items()}
    return {**os.environ, **own, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}


def _found(program: str) -> str:
    path = shutil.which(program)
    assert path is not None, MISSING.format(program)
    return path


def _until(holds: object, otherwise: str) -> None:
    assert callable(holds)
    for _ in range(500):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError(otherwise)
