"""What tests of several rooms share: a home, a keyring, sample servers."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from sample.caller import Caller
from secret_service import SecretService
from untwin.quickbooks.client import make_session
from untwin.sample.process import SampleProcess
from untwin.store.home import Home, open_home

# One firm where a test says nothing else: most are about one.
QUICK = ("--cycle", "0.05", "--clio-limit", "100000", "--firms", "1")
Serve = Callable[..., Caller]


def quick_firms(*arguments: str) -> SampleProcess:
    """Sample firms in quick cycles, for tests of something else: coverage doesn't look at them.

    It would double the processor time of each start, and there are hundreds; tests/sample measures them.
    """
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("COVERAGE")}
    try:
        return SampleProcess(*QUICK, *arguments)
    finally:
        os.environ.update(kept)


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Opening a home makes everything private from then on, and a test run opens many."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def nobodys_own_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may touch the keyring of the person who runs it: there is no bus unless a test brings one."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home of its own."""
    return open_home(tmp_path / "home")


@pytest.fixture
def secret_service() -> Iterator[SecretService]:
    """A real Secret Service for children: pass its `env` on."""
    with SecretService() as service:
        yield service


@pytest.fixture
def keyring_here(secret_service: SecretService, monkeypatch: pytest.MonkeyPatch) -> SecretService:
    """The same for this very process."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, secret_service.env[name])
    return secret_service


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts sample firms of their own for one test; they live on today's date and in fast cycles."""
    with ExitStack() as stack:

        def served(*arguments: str) -> Caller:
            caller = Caller(stack.enter_context(quick_firms(*arguments)).greeting)
            stack.callback(caller.session.close)
            return caller

        yield served


@pytest.fixture
def session() -> Iterator[requests.Session]:
    """A session as Untwin makes it."""
    with make_session() as made:
        yield made


@pytest.fixture
def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
