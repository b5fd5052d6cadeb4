"""The road in a real window on a real screen: one error pasted, then keys alone, until it has posted."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from lxml.html import HtmlElement, document_fromstring

from builders import TEXT
from secret_service import SecretService
from ui.screen import Screen, real_screen, until


class App:
    """Untwin as a child process, as a person starts it, with a browser that only notes what it is given."""

    def __init__(self, screen: Screen, folder: Path, keyring: dict[str, str]) -> None:
        self.home, self.log, self._pages = folder / "home", folder / "stderr.txt", folder / "pages.txt"
        browser = folder / "bin" / "xdg-open"
        browser.parent.mkdir()
        browser.write_text(f'#!/bin/sh\necho "$1" >> {self._pages}\n', encoding="utf-8")
        browser.chmod(0o755)
        path = f"{browser.parent}:{screen.env['PATH']}"
        self.env = {**screen.env, **keyring, "DISPLAY": screen.display, "PATH": path, "QT_QPA_PLATFORM": "xcb"}

    @contextmanager
    def running(self) -> Iterator["subprocess.Popen[bytes]"]:
        command = [sys.executable, "-X", "faulthandler", "-m", "untwin", "--home", str(self.home), "--sample"]
        with self.log.open("wb") as log, subprocess.Popen(command, env=self.env, stderr=log) as child:
            try:
                yield child
            finally:
                child.terminate()

    @property
    def pages(self) -> list[str]:
        return self._pages.read_text(encoding="utf-8").split() if self._pages.exists() else []

    @property
    def states(self) -> list[str]:
        """The cases' states by the command line, which reads beside the window."""
        command = [sys.executable, "-m", "untwin", "--home", str(self.home / "sample"), "cases", "--json"]
        asked = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=30, check=False)
        cases: list[dict[str, Any]] = json.loads(asked.stdout) if asked.stdout.strip() else []
        return [case["state"] for case in cases]


def press_retry(address: str, number: str) -> None:
    """Posts the form of the number's row, as a click on Retry does."""
    with requests.Session() as session:
        page: HtmlElement = document_fromstring(session.get(address, timeout=10).text, base_url=address)
        page.make_links_absolute()
        form = next(f for f in page.forms if number in _cells(next(f.iterancestors("tr"))))
        session.post(form.action or address, data=dict(form.form_values()), timeout=10).raise_for_status()


def _cells(row: HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]


def test_an_error_is_pasted_and_brought_to_posted_by_keys_alone(tmp_path: Path, secret_service: SecretService) -> None:
    with real_screen() as screen:
        app = App(screen, tmp_path, secret_service.env)
        with app.running() as child:
            screen.wait_for_window("Untwin — Changes document numbers, nothing else.")
            with screen.copying(TEXT):
                screen.keys("ctrl+v")
                until(lambda: app.states == ["new"], "the case")
                # Two of the sample firms have Clio: which one it is, is asked, and none is chosen beforehand.
                time.sleep(1)
                screen.keys("1", "ctrl+Return")
                until(lambda: app.states == ["needs_decision"], "the look-up")
            screen.keys("r", "ctrl+Return")
            until(lambda: len(app.pages) == 1, "Clio's page")
            assert app.states == ["waiting_to_post"]
            assert screen.copied() == "1234"
            screen.keys("t")
            until(lambda: len(app.pages) == 2, "Clio's page once more")
            press_retry(app.pages[0], "1234")
            until(lambda: app.states == ["posted"], "the posting, found by the watch itself")
            screen.keys("ctrl+q")
            assert child.wait(20) == 0
    said = app.log.read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert "Ambiguous" not in said
