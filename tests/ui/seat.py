"""A seat before the real window: a screen, a keyring, the sample firms, and a browser that opens nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from secret_service import SecretService
from ui.by_keys import WINDOW, KeyHands, stored
from ui.screen import Screen, real_screen


@dataclass
class Seat:
    """A window with a person before it; `child` is its process, `base` where the sample's QuickBooks answers."""

    screen: Screen
    hands: KeyHands
    session: requests.Session
    child: "subprocess.Popen[bytes]"
    base: str


@contextmanager
def seat(folder: Path, served: tuple[str, ...]) -> Iterator[Seat]:
    """The window on sample firms that are served like this; fails where it left a trace of a bug."""
    browser = folder / "bin" / "xdg-open"
    browser.parent.mkdir()
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    with ExitStack() as stack:
        service = stack.enter_context(SecretService())
        screen = stack.enter_context(real_screen())
        env = {**screen.env, **service.env, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        env["PATH"] = f"{browser.parent}:{screen.env['PATH']}"
        log = stack.enter_context((folder / "stderr.txt").open("wb"))
        command = [sys.executable, "-X", "faulthandler", "-c", WINDOW, str(folder / "home"), *served]
        child = stack.enter_context(subprocess.Popen(command, env=env, stderr=log))
        stack.callback(child.terminate)
        screen.wait_for_window("Untwin — Changes document numbers, nothing else.")
        desk = stack.enter_context(stored(folder / "home"))
        session = stack.enter_context(requests.Session())
        yield Seat(screen, KeyHands(screen, desk), session, child, desk.companies.all()[0].web)
        assert "Traceback" not in (folder / "stderr.txt").read_text(encoding="utf-8")
