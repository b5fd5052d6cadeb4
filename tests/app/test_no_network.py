"""At its start Untwin asks no network: in a network of its own, where every attempt is counted, there is none."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from secret_service import NoService

# Every address leads to the loopback of this network, where nothing listens: an attempt fails, and is counted.
_OWN = 'ip link set lo up && ip route add default dev lo && exec "$@"'
# The kernel's counts of this network alone: connections that were begun, and datagrams, as names are asked for.
_COUNT = """
def count():
    lines = [line.split() for line in open("/proc/net/snmp")]
    named = {}
    for names, values in zip(lines[::2], lines[1::2]):
        named |= {names[0] + name: int(value) for name, value in zip(names[1:], values[1:])}
    return named["Tcp:ActiveOpens"] + named["Udp:OutDatagrams"]
"""
_WINDOW = """
import pathlib, subprocess, sys, time
listens = pathlib.Path(sys.argv[1], "window.socket")
window = subprocess.Popen([sys.executable, "-m", "untwin", "--home", sys.argv[1]])
try:
    end = time.monotonic() + 90
    while not listens.exists():
        assert window.poll() is None, "the window ended"
        assert time.monotonic() < end, "the window never listened"
        time.sleep(0.1)
    time.sleep(5)  # what begins after the first paint has begun
    assert window.poll() is None, "the window ended"
finally:
    window.kill()
print(count())
"""
_ATTEMPT = """
import socket
for how in (lambda: socket.create_connection(("192.0.2.1", 443), 1), lambda: socket.getaddrinfo("untwin.invalid", 443)):
    try: how()
    except OSError: pass
    print(count())
"""


def alone(code: str, *arguments: str) -> list[int]:
    """The counts that Python code prints in a network of its own."""
    if not sys.platform.startswith("linux") or not (shutil.which("unshare") and shutil.which("ip")):
        pytest.skip("a network of its own is made with unshare and ip (util-linux, iproute2)")
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    begin = ["unshare", *rights, "--net", "sh", "-c", _OWN, "sh"]
    if subprocess.run([*begin, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a network of their own")
    env = NoService().env | {"QT_QPA_PLATFORM": "offscreen"}
    command = [*begin, sys.executable, "-c", _COUNT + code, *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def test_the_window_asks_no_network() -> None:
    # Near the root: in a deeper folder the window listens elsewhere, since a socket's address is short.
    with tempfile.TemporaryDirectory() as folder:
        assert alone(_WINDOW, str(Path(folder) / "home")) == [0]


def test_an_attempt_would_be_counted() -> None:
    connected, asked = alone(_ATTEMPT)
    assert connected == 1
    assert asked > connected or not Path("/etc/resolv.conf").read_text("utf-8", "replace").count("nameserver")
