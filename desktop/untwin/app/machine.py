"""Examines the machine: whether a window can open, and which versions run together here."""

import ctypes
import os
import platform
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from untwin.domain.checks import Check, Standing

# What Qt loads when a window opens and desktops lack most often, with the package of Debian and Ubuntu.
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X = {"libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0"}
_HEADLESS = frozenset({"offscreen", "minimal", "minimalegl", "vnc"})
_WITHOUT = "Start Untwin on a desktop; every command but the window works without one."


@dataclass(frozen=True, slots=True)
class DisplayExam:
    """Whether a window can open; `environment` are this process' variables."""

    environment: Mapping[str, str]
    system: str = sys.platform
    sockets: Path = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server has them

    def look(self) -> tuple[Check, ...]:
        """The display; on Linux the libraries too, which other systems bring along."""
        if not self.system.startswith("linux"):
            return (Check("display", Standing.OK, "A window opens on this system's own desktop."),)
        chosen = self.environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
        if chosen in _HEADLESS:
            words = f"QT_QPA_PLATFORM is “{chosen}”: a window opens where nobody sees it."
            return (Check("display", Standing.WARN, words, "Take QT_QPA_PLATFORM out of the environment."),)
        wayland, x = self.environment.get("WAYLAND_DISPLAY", ""), self.environment.get("DISPLAY", "")
        if not wayland and not x:
            return (Check("display", Standing.WARN, "There is no display for a window.", _WITHOUT),)
        if not self._wayland_answers(wayland) and not self._x_answers(x):
            words = f"The display {wayland or x} doesn't answer."
            return (Check("display", Standing.FAULT, words, _WITHOUT),)
        return (_libraries(wayland or x, _LIBRARIES | (_FOR_X if x else {})),)

    def _wayland_answers(self, display: str) -> bool:
        return bool(display) and _answers(Path(self.environment.get("XDG_RUNTIME_DIR", "")) / display)

    def _x_answers(self, display: str) -> bool:
        host, _, number = display.partition(":")
        if not number or host not in ("", "unix"):
            return bool(display)  # on another computer: only the window can find out
        return _answers(self.sockets / f"X{number.partition('.')[0]}")


def _answers(place: Path) -> bool:
    with suppress(OSError), socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(1.0)
        asked.connect(str(place))
        return True
    return False


def _libraries(display: str, wanted: Mapping[str, str]) -> Check:
    missing = [name for name in wanted if not _loads(name)]
    if not missing:
        return Check("display", Standing.OK, f"A window can open on the display {display}.")
    packages = " ".join(wanted[name] for name in missing)
    words = f"A window can't open: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    return Check("display", Standing.FAULT, words, f"On Debian and Ubuntu: sudo apt-get install {packages}")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class VersionsExam:
    """What runs together here."""

    window: str = ""
    python: tuple[int, int] = sys.version_info[:2]

    def look(self) -> tuple[Check, ...]:
        """The versions; a window library that is known to abort is warned of."""
        window = self.window or _version("PySide6-Essentials")
        words = f"Untwin {_version('untwin')}, Python {platform.python_version()}, PySide6 {window}, {_system()}."
        if window == "6.12.0" and self.python in ((3, 10), (3, 11)):
            words += " This PySide6 ends the window after some thousand steps on this Python."
            return (Check("versions", Standing.WARN, words, 'pip install "PySide6-Essentials>=6.11.3,<6.12"'),)
        return (Check("versions", Standing.OK, words),)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _system() -> str:
    return " ".join(part for part in (platform.system(), platform.release(), platform.machine()) if part) or os.name
