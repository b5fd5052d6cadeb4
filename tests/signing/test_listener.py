"""The listener on this computer: it lets one redirect in, and nobody keeps it waiting or learns anything from it."""

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor  # noqa: TID251 - callers come while the listener waits
from contextlib import closing, suppress
from dataclasses import dataclass, field

import pytest

from untwin.domain.problems import BadInput, Cancelled, SignInNeeded
from untwin.jobs import LaneJobs, Patient
from untwin.signing.answers import Trip
from untwin.signing.listener import Door, wait_for_redirect

STATE = "s" * 43


def door_at(port: int) -> Door:
    return Door(Trip("QuickBooks", f"http://localhost:{port}/callback", STATE, "Intuit"))


@dataclass
class Waiting:
    """A listener at work in another thread, and callers on its port."""

    door: Door
    answer: "Future[str]"
    address: str = "127.0.0.1"
    lines: list[str] = field(default_factory=list)

    def say(self, request: bytes) -> bytes:
        """Sends bytes as they are; all that is answered."""
        with self.call() as caller:
            caller.sendall(request)
            return _all_of(caller)

    def get(self, target: str, host: str | None = None, method: str = "GET") -> bytes:
        name = f"localhost:{self.door.port}" if host is None else host
        return self.say(f"{method} {target} HTTP/1.1\r\nHost: {name}\r\nAccept: */*\r\n\r\n".encode())

    def call(self) -> socket.socket:
        """A connection, as soon as somebody listens."""
        for _ in range(200):
            try:
                return socket.create_connection((self.address, self.door.port), timeout=5)
            except ConnectionRefusedError:
                time.sleep(0.02)
        raise AssertionError("nobody listens")


def _all_of(caller: socket.socket) -> bytes:
    said = b""
    while piece := caller.recv(4096):
        said += piece
    return said


@pytest.fixture
def waiting(closed_port: int) -> Iterator[Waiting]:
    door = door_at(closed_port)
    with ThreadPoolExecutor(1) as pool:
        yield Waiting(door, pool.submit(wait_for_redirect, door, Patient(), 20))


def ours(tail: str = "") -> str:
    return f"/callback?code=AB1&state={STATE}&realmId=9{tail}"


def ended(waiting: Waiting) -> str:
    """Lets the right caller in, so that the thread comes to its end."""
    assert waiting.get(ours()).startswith(b"HTTP/1.1 200 ")
    return waiting.answer.result(timeout=5)


def test_the_redirect_ends_the_wait_with_its_whole_address(waiting: Waiting) -> None:
    answer = waiting.get(ours())
    assert waiting.answer.result(timeout=5) == f"{waiting.door.trip.redirect}?code=AB1&state={STATE}&realmId=9"
    assert b"You can close this page and go back to Untwin." in answer
    assert b"AB1" not in answer
    assert STATE.encode() not in answer


def test_a_refusal_that_carries_our_state_ends_the_wait_too(waiting: Waiting) -> None:
    waiting.get(f"/callback?error=access_denied&state={STATE}")
    assert "error=access_denied" in waiting.answer.result(timeout=5)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/favicon.ico", 404),
        ("/", 404),
        (f"/callback/?state={STATE}", 404),
        (f"/Callback?state={STATE}", 404),
        (f"//callback?state={STATE}", 404),
        (f"/x/../callback?state={STATE}", 404),
        ("/callback", 400),
        ("/callback?code=AB1&state=other&realmId=9", 400),
        ("/callback?code=AB1&state=&realmId=9", 400),
        (f"/callback?code=AB1&state={STATE}&state=other", 400),
        (f"/callback?code=AB1&state={STATE}x", 400),
        ("/callback?state=%C3%A9", 400),
        ("/callback?" + "&".join(f"a{n}=1" for n in range(2000)), 400),
    ],
)
def test_another_request_is_turned_down_and_the_wait_goes_on(waiting: Waiting, target: str, status: int) -> None:
    answer = waiting.get(target)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"code=" not in answer
    assert ended(waiting)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "localhost.evil.example", "localhost", "", "[::1]:1"]
)
def test_a_page_elsewhere_that_leads_a_browser_here_under_its_own_name_is_turned_down(
    waiting: Waiting, host: str
) -> None:
    assert waiting.get(ours(), host).startswith(b"HTTP/1.1 400 ")
    assert ended(waiting)


def test_this_computers_number_is_as_good_as_its_name(waiting: Waiting) -> None:
    assert waiting.get(ours(), f"127.0.0.1:{waiting.door.port}").startswith(b"HTTP/1.1 200 ")
    assert waiting.answer.result(timeout=5)


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "get"])
def test_anything_but_a_get_is_turned_down(waiting: Waiting, method: str) -> None:
    assert waiting.get(ours(), method=method).startswith(b"HTTP/1.1 400 ")
    assert ended(waiting)


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\r\n\r\n",
        b"GET /callback\r\n\r\n",
        b"x" * 40_000,
        "GET /é HTTP/1.1\r\n\r\n".encode(),
    ],
)
def test_what_is_no_request_is_turned_down(waiting: Waiting, request_: bytes) -> None:
    with waiting.call() as caller:
        caller.sendall(request_)
        with suppress(ConnectionError):
            assert b" 200 " not in _all_of(caller)
    assert ended(waiting)


def test_callers_that_say_nothing_keep_nobody_waiting(waiting: Waiting) -> None:
    """Browsers open connections on suspicion; some send their request in pieces, and some hang up."""
    silent = [waiting.call() for _ in range(40)]
    half = waiting.call()
    half.sendall(b"GET /callback HT")
    waiting.call().close()
    assert ended(waiting)
    for caller in (*silent, half):
        caller.close()


def test_a_request_in_pieces_is_put_together(waiting: Waiting) -> None:
    with waiting.call() as caller:
        for piece in (f"GET {ours()} HT", f"TP/1.1\r\nHost: localhost:{waiting.door.port}\r\n", "\r\n"):
            caller.sendall(piece.encode())
            time.sleep(0.05)
        assert _all_of(caller).startswith(b"HTTP/1.1 200 ")
    assert waiting.answer.result(timeout=5)


@pytest.mark.skipif(not socket.has_ipv6, reason="there is no IPv6 here")
def test_a_browser_may_take_localhost_for_either_address(waiting: Waiting) -> None:
    waiting.call().close()
    waiting.address = "::1"
    assert ended(waiting)


def test_the_port_is_free_again_afterwards(waiting: Waiting) -> None:
    ended(waiting)
    for _ in range(2):
        with pytest.raises(SignInNeeded, match="Nobody came back"):
            wait_for_redirect(waiting.door, Patient(), 0.1)


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_port_that_is_taken_is_named_with_the_remedy(closed_port: int, family: int, address: str) -> None:
    """On either of the two: the browser might go there with the code."""
    with closing(socket.socket(family, socket.SOCK_STREAM)) as other:
        other.bind((address, closed_port))
        other.listen()
        with pytest.raises(BadInput, match=f"Port {closed_port} is used by another program") as told:
            wait_for_redirect(door_at(closed_port), Patient(), 1)
    assert f"http://localhost:{closed_port + 1}/callback" in told.value.remedy


def test_whoever_wants_to_wait_no_more_is_let_go_at_once(closed_port: int) -> None:
    door = door_at(closed_port)
    jobs, told = LaneJobs(), []
    cancel = jobs.submit("sign-in", lambda: wait_for_redirect(door, jobs.patience), lambda _r, p: told.append(p))
    time.sleep(0.3)
    began = time.monotonic()
    cancel()
    _until(lambda: bool(told))
    assert time.monotonic() - began < 1
    assert isinstance(told[0], Cancelled)
    jobs.close()
    with pytest.raises(SignInNeeded):
        wait_for_redirect(door, Patient(), 0.1)


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def test_a_door_shows_no_state() -> None:
    assert STATE not in repr(door_at(8765))
