#!/usr/bin/env python3
"""Builds what people install: the bundle, on Linux its archive and Debian package, and the checksums beside them.

Everything it makes lies under build/; what is to be handed out under build/out. `--yes` installs what the machine
lacks for it without asking.
"""

import hashlib
import os
import platform
import shutil
import sys
import tarfile
import tomllib
import venv
from pathlib import Path

import debian
import environment
import machine
import steps

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
OUT = BUILD / "out"
FOLDER = BUILD / "dist" / "untwin"
LISTS = ("packaging/requirements.txt", "packaging/requirements-bundle.txt")


def main() -> int:
    """0 when everything was built."""
    if sys.platform.startswith("linux"):
        machine.bring((*machine.WINDOW, *machine.BUNDLE), yes="--yes" in sys.argv[1:])
    python = _environment()
    icons = [python, ROOT / "packaging/bundle/icons.py", ROOT / "resources/icons/untwin.svg", BUILD / "icons"]
    steps.step("Drawing the icons", icons)
    _bundle(python)
    program = FOLDER / ("untwin.exe" if sys.platform == "win32" else "untwin")
    steps.step("Importing everything in it", [program, "--self-test"])
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    made = _packed(version())
    sums = "".join(f"{_digest(file)}  {file.name}\n" for file in made)
    (OUT / "SHA256SUMS").write_text(sums, "utf-8")
    for file in made:
        steps.say(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.0f} MB")
    return 0


def version() -> str:
    """The version in pyproject."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def _environment() -> Path:
    """Its own environment, so that nothing of the tests' or of this machine's can slip into the bundle."""
    folder, stamp = BUILD / "environment", BUILD / "environment" / "untwin-lists"
    wanted = environment.digest(ROOT, LISTS)
    python = environment.interpreter(folder)
    if stamp.exists() and stamp.read_text("utf-8") == wanted and python.exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    lists = [part for name in LISTS for part in ("--requirement", ROOT / name)]
    install = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes", *lists]
    steps.step("Installing what goes into the bundle", install, environment=_clean())
    stamp.write_text(wanted, "utf-8")
    return python


def _bundle(python: Path) -> None:
    work: list[str | Path] = ["--noconfirm", "--clean", "--distpath", BUILD / "dist", "--workpath", BUILD / "work"]
    spec = ROOT / "packaging/bundle/untwin.spec"
    steps.step("Making the bundle", [python, "-m", "PyInstaller", *work, spec], environment=_clean())


def _packed(number: str) -> list[Path]:
    if sys.platform == "darwin":
        return [_disk_image(number)]
    if sys.platform == "win32":
        script = ROOT / "packaging/bundle/untwin.iss"
        steps.step("Making the installer", [_inno_setup(), f"/DVersion={number}", f"/O{OUT}", script])
        return sorted(OUT.glob("*.exe"))
    return [_archive(number), debian.package(ROOT, FOLDER, BUILD / "icons", number, OUT)]


def _disk_image(number: str) -> Path:
    """The app beside a link to where apps go, so that one drag installs it."""
    image, content = OUT / f"untwin-{number}-macos-{platform.machine()}.dmg", BUILD / "image"
    shutil.rmtree(content, ignore_errors=True)
    # Links inside the app must stay links, or its signature breaks.
    shutil.copytree(BUILD / "dist/Untwin.app", content / "Untwin.app", symlinks=True)
    (content / "Applications").symlink_to("/Applications")
    make: list[str | Path] = [
        "hdiutil",
        "create",
        "-ov",
        "-format",
        "UDZO",
        "-volname",
        "Untwin",
        "-srcfolder",
        content,
        image,
    ]
    steps.step("Making the disk image", make)
    return image


def _inno_setup() -> str:
    """The compiler of Inno Setup 6, which puts itself on no path."""
    places = [os.environ.get(name, "") for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA")]
    inner = ("Inno Setup 6/ISCC.exe", "Programs/Inno Setup 6/ISCC.exe")
    usual = [Path(place) / each for place in places for each in inner]
    found = shutil.which("iscc") or next((str(file) for file in usual if file.exists()), "")
    if not found:
        raise steps.StopError("The installer is made with Inno Setup 6, which isn't here", "get it from jrsoftware.org")
    return found


def _archive(number: str) -> Path:
    """The portable archive: unpack it anywhere and start `untwin` in it."""
    file = OUT / f"untwin-{number}-linux-{platform.machine()}.tar.xz"
    steps.say("Packing the archive ...")
    with tarfile.open(file, "w:xz", preset=6) as archive:
        archive.add(FOLDER, f"untwin-{number}", filter=_owned_by_nobody)
    return file


def _owned_by_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in environment.MISLEADING}


if __name__ == "__main__":
    try:
        sys.exit(main())
    except steps.StopError as stop:
        steps.say(f"{stop.sentence}.\nnext: {stop.next_step}")
        sys.exit(stop.code)
