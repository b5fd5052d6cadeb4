"""A real screen for one test: Xvfb with a window manager, keys by xdotool, the clipboard by xclip."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PROGRAMS = ("Xvfb", "blackbox", "xdotool", "xclip")
PATIENCE = 120.0


@dataclass(frozen=True)
class Screen:
    """One display of 1280 by 800."""

    display: str

    @property
    def env(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}

    def keys(self, *keys: str) -> None:
        """Presses keys, one after the other, wherever the focus is."""
        self._call("xdotool", "key", "--delay", "60", *keys)

    def wait_for_window(self, name: str) -> None:
        """Waits until a window of that name has the focus."""
        until(lambda: name in self._focused(), f"a window “{name}” with the focus, it is “{self._focused()}”")

    def copied(self) -> str:
        """What the clipboard has."""
        return self._call("xclip", "-selection", "clipboard", "-o")

    @contextmanager
    def copying(self, text: str) -> Iterator[None]:
        """Holds a text in the clipboard, as another program would that it was copied in."""
        command = ["xclip", "-selection", "clipboard", "-quiet"]
        holder = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.env, text=True)
        assert holder.stdin is not None
        holder.stdin.write(text)
        holder.stdin.close()
        try:
            until(lambda: self.copied() == text, "the clipboard")
            yield
        finally:
            holder.terminate()
            holder.wait()

    def _focused(self) -> str:
        asked = subprocess.run(
            ["xdotool", "getwindowfocus", "getwindowname"], env=self.env, capture_output=True, text=True, check=False
        )
        return asked.stdout.strip()

    def _call(self, *command: str) -> str:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout


@contextmanager
def real_screen() -> Iterator[Screen]:
    """Starts a screen; Xvfb picks a free display itself."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    assert not missing, f"Missing: {', '.join(missing)}. Set up the tests first: python3 packaging/bootstrap.py test"
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        screen = Screen(f":{answer.readline().strip()}")
    managing = subprocess.Popen(["blackbox"], env=screen.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield screen
    finally:
        for process in (managing, server):
            process.terminate()
            process.wait()


def until(reached: Callable[[], bool], what: str) -> None:
    """Waits for something to happen."""
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.1)
