"""Decides which system libraries and programs this machine lacks, and which command brings them."""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import steps


@dataclass(frozen=True)
class Part:
    """Something pip can't install: a library or program, and its package in each family of systems."""

    probe: str
    debian: str
    fedora: str
    arch: str
    suse: str


# Qt loads these when a window opens; what they need themselves, their packages bring.
WINDOW = (
    Part("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Part("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1"),
    Part("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "Mesa-libEGL1"),
    Part("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Part("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    Part("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Part("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli", "libbrotlidec1"),
    Part("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5", "krb5"),
    Part("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    Part("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Part("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    Part(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    Part("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Part("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Part("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Part("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Part("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    Part("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    Part("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland", "libwayland-cursor0"),
    Part("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland", "libwayland-egl1"),
)
# The tests drive real windows on screens of their own, with a real keyring and the accessibility bus.
TESTS = (
    Part("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"),
    Part("xauth", "xauth", "xorg-x11-xauth", "xorg-xauth", "xauth"),
    Part("blackbox", "blackbox", "blackbox", "blackbox", "blackbox"),
    Part("xdotool", "xdotool", "xdotool", "xdotool", "xdotool"),
    Part("xclip", "xclip", "xclip", "xclip", "xclip"),
    # Not dbus-x11: it starts stray buses.
    Part("dbus-run-session", "dbus", "dbus-daemon", "dbus", "dbus-1-daemon"),
    Part("dbus-send", "dbus-bin", "dbus-tools", "dbus", "dbus-1-tools"),
    Part("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    Part("at-spi-bus-launcher", "at-spi2-core", "at-spi2-core", "at-spi2-core", "at-spi2-core"),
    Part("git", "git", "git-core", "git", "git-core"),
)
# PyInstaller asks objdump what a library needs; `as` and `ld` make the smaller ICU.
BUNDLE = (
    Part("objdump", "binutils", "binutils", "binutils", "binutils"),
    Part("ld", "binutils", "binutils", "binutils", "binutils"),
)
# Programs that others start stand beside PATH.
BESIDE_PATH = ("/usr/libexec", "/usr/lib", "/usr/lib/at-spi2-core", "/usr/libexec/at-spi2", "/usr/sbin")
INSTALLERS = {
    "debian": ("apt-get", "install", "--yes", "--no-install-recommends"),
    "fedora": ("dnf", "install", "--assumeyes"),
    "arch": ("pacman", "-S", "--needed", "--noconfirm"),
    "suse": ("zypper", "--non-interactive", "install"),
}
FAMILIES = {
    "debian": ("debian", "ubuntu"),
    "fedora": ("fedora", "rhel", "centos"),
    "arch": ("arch",),
    "suse": ("suse", "opensuse"),
}


def family(os_release: str) -> str:
    """The family of systems that /etc/os-release names, or an empty string."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").lower().split()
    for name in names:
        for known, members in FAMILIES.items():
            if name.startswith(members):
                return known
    return ""


def is_there(probe: str) -> bool:
    """Whether the library loads, or the program (or the one module) is found."""
    if probe == "ensurepip":
        return importlib.util.find_spec(probe) is not None
    if ".so" not in probe:
        return shutil.which(probe, path=os.pathsep.join((os.environ.get("PATH", os.defpath), *BESIDE_PATH))) is not None
    try:
        ctypes.CDLL(probe)
    except OSError:
        return False
    return True


def missing(parts: Iterable[Part], there: Callable[[str], bool] = is_there) -> list[Part]:
    """The parts this machine lacks."""
    return [part for part in parts if not there(part.probe)]


def packages(parts: Iterable[Part], system: str, known: Collection[str] = ()) -> list[str]:
    """The packages that bring these parts, each once.

    `known` is what a Debian-like system's lists offer: since the change to 64-bit times (Debian 13, Ubuntu 24.04)
    some libraries are offered as `NAMEt64` alone.
    """
    names = dict.fromkeys(getattr(part, system) for part in parts)
    return [f"{name}t64" if f"{name}t64" in known else name for name in names]


def command(names: Sequence[str], system: str, *, sudo: bool) -> list[str]:
    """The command that installs these packages."""
    return [*(["sudo"] if sudo else []), *INSTALLERS[system], *names]


def display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can open: off Linux always, there only where a screen is named."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def bring(parts: Sequence[Part], *, yes: bool) -> None:
    """Sees to it that this Linux has these parts: installs, asks first or says what to type."""
    lacking = missing(parts)
    if not lacking:
        return
    system = family(_os_release())
    if system != "debian":
        raise _by_hand(lacking, system)
    _apt(lacking, yes=yes)


def venv_part() -> Part:
    """The part of Python that Debian-likes keep in a package of its own."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return Part("ensurepip", name, "python3-libs", "python", "python3-base")


def counted(number: int, thing: str) -> str:
    """`1 package`, `2 packages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _apt(lacking: Sequence[Part], *, yes: bool) -> None:
    sudo = os.geteuid() != 0
    plain = packages(lacking, "debian")
    steps.say(f"Untwin needs {counted(len(plain), 'more system package')}: {', '.join(plain)}.")
    if sudo and not _may_use_sudo(yes=yes):
        line = " ".join(command(plain, "debian", sudo=True))
        raise steps.StopError("They were not installed.", f"{line}   then run the same command again", 1)
    # With --yes nobody is there to type a password: sudo then fails at once instead of waiting.
    rights = ["sudo", *(["--non-interactive"] if yes else [])] if sudo else []
    steps.say("Asking which packages there are (apt-get update) ...")
    # One source of many may be down; whether that matters, the installation itself shows.
    steps.attempt([*rights, "apt-get", "--quiet", "update"])
    names = packages(lacking, "debian", _offered())
    options = ["-o", "DPkg::Lock::Timeout=120", "--quiet"]
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *INSTALLERS["debian"], *options, *names]
    steps.step(f"Installing {counted(len(names), 'system package')}", apt)


def _may_use_sudo(*, yes: bool) -> bool:
    return bool(shutil.which("sudo")) and bool(steps.agrees("Install them with sudo?", yes=yes))


def _offered() -> set[str]:
    _, listed = steps.attempt(["apt-cache", "pkgnames", "lib"])
    return set(listed.split())


def _by_hand(lacking: Sequence[Part], system: str) -> steps.StopError:
    what = f"This system lacks {', '.join(part.probe for part in lacking)}."
    if not system:
        return steps.StopError(what, "install them with its package manager, then run this again", 1)
    line = " ".join(command(packages(lacking, system), system, sudo=os.geteuid() != 0))
    return steps.StopError(what, f"{line}   then run this again", 1)


def _os_release() -> str:
    for name in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            return Path(name).read_text("utf-8")
        except OSError:
            continue
    return ""
