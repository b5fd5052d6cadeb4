"""Signing in to Clio with a redirect to this computer: a real listener, and a browser that comes back to it."""

import socket
import subprocess
import sys

import pytest

from sources.test_clio_sign_in import Stage, stage
from untwin.domain.problems import BadInput, NotAllowed

__all__ = ["stage"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def comes_back_with(address: str) -> "subprocess.Popen[str]":
    """A browser that is led to an address once somebody answers there; it prints the page."""
    program = """
import sys, time, urllib.request
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
for _ in range(200):
    try:
        print(opener.open(sys.argv[1], timeout=10).read().decode())
        break
    except OSError:
        time.sleep(0.1)
"""
    return subprocess.Popen([sys.executable, "-c", program, address], stdout=subprocess.PIPE, text=True)


def test_the_browser_that_comes_back_to_this_computer_connects(stage: Stage) -> None:
    begun = stage.begin(f"http://127.0.0.1:{free_port()}/callback")
    browser = comes_back_with(stage.hosts.agrees(begun))
    try:
        brought = stage.accounts.listen_for_clio(begun)
    finally:
        page = browser.communicate(timeout=30)[0]
    assert "You can close this page and go back to Untwin." in page
    assert stage.accounts.arrive_at_clio(begun, brought).name == "Harlow & Pike LLP"


def test_a_port_that_another_program_has_is_said(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        begun = stage.begin(f"http://127.0.0.1:{port}/callback")
        with pytest.raises(BadInput, match=f"Port {port} is used by another program"):
            stage.accounts.listen_for_clio(begun)


def test_where_clio_shows_the_code_nobody_is_waited_for(stage: Stage) -> None:
    with pytest.raises(NotAllowed, match="doesn't come back to Untwin by itself"):
        stage.accounts.listen_for_clio(stage.begin())
