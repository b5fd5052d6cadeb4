"""Lays the bundle out as a Debian package: the program, its place in menus, its icons, and who opens `untwin://`."""

import gzip
import os
import re
import shutil
from pathlib import Path

import machine
import steps

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Renamed when Debian's times grew to 64 bits; either will do.
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
CONTROL = """\
Package: untwin
Version: {version}
Architecture: {architecture}
Maintainer: The Untwin authors <untwin@users.noreply.invalid>
Installed-Size: {size}
Depends: libc6 (>= {libc}), {libraries}
Recommends: gnome-keyring | kwalletmanager | keepassxc, xdg-utils
Section: misc
Priority: optional
Description: inbox where QuickBooks Online sync errors are proved fixed
 Untwin finds the document that uses a number, says whether it is an unrelated
 document or the very same sale, changes that one number when a person agrees,
 and shows that the waiting document posted. It changes document numbers,
 nothing else.
"""
DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Untwin
GenericName=QuickBooks sync errors
Comment=Proves QuickBooks Online sync errors fixed; changes document numbers, nothing else
Exec=untwin open %U
Icon=untwin
Terminal=false
Categories=Office;Finance;
Keywords=QuickBooks;Clio;HubSpot;invoice;6140;
MimeType=x-scheme-handler/untwin;text/csv;message/rfc822;
StartupNotify=true
StartupWMClass=untwin
"""
_GLIBC = re.compile(rb"\0GLIBC_(\d+\.\d+)(?=[.\d]*\0)")
# Said once the program is gone; nobody's data go with it.
AFTER = """\
#!/bin/sh
set -e
if [ "$1" = remove ]; then
    echo "Untwin was removed. Its data stay in each user's ~/.local/share/untwin, its secrets in their keyring."
    echo "Before a last removal, 'untwin company forget --all' removes every secret."
fi
"""


def package(root: Path, folder: Path, icons: Path, version: str, out: Path) -> Path:
    """Writes `untwin_VERSION_ARCHITECTURE.deb` into `out`, out of the bundle in `folder`."""
    architecture = ARCHITECTURES.get(os.uname().machine, os.uname().machine)
    tree = root / "build" / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "usr/lib/untwin", symlinks=True)
    for library in (tree / "usr/lib/untwin").rglob("*.so*"):
        if not library.is_symlink():
            library.chmod(0o644)
    _write(tree / "usr/share/applications/untwin.desktop", DESKTOP)
    for icon in icons.glob("untwin-*.png"):
        size = icon.stem.rpartition("-")[2]
        _copy(icon, tree / f"usr/share/icons/hicolor/{size}x{size}/apps/untwin.png")
    _copy(root / "resources/icons/untwin.svg", tree / "usr/share/icons/hicolor/scalable/apps/untwin.svg")
    _document(root, tree / "usr/share/doc/untwin")
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/untwin").symlink_to("../lib/untwin/untwin")
    _control(tree, version, architecture)
    file = out / f"untwin_{version}_{architecture}.deb"
    build: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, file]
    steps.step("Making the Debian package", build)
    return file


def libraries() -> str:
    """What must be there for the window to open, by Debian's names."""
    names = sorted({part.debian for part in machine.WINDOW})
    return ", ".join(RENAMED.get(name, name) for name in names)


def libc(tree: Path) -> str:
    """The newest version of libc that any program or library asks for, such as `2.35`.

    What this machine's Python and its libraries were built on counts as well as what the wheels were.
    """
    program = [tree / "usr/lib/untwin/untwin"]
    asked = {found for file in (*program, *tree.rglob("*.so*")) for found in _GLIBC.findall(file.read_bytes())}
    newest = max(tuple(int(part) for part in found.split(b".")) for found in asked)
    return ".".join(map(str, newest))


def _control(tree: Path, version: str, architecture: str) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
    text = CONTROL.format(version=version, architecture=architecture, size=size, libc=libc(tree), libraries=libraries())
    _write(tree / "DEBIAN/control", text)
    _write(tree / "DEBIAN/postrm", AFTER)
    (tree / "DEBIAN/postrm").chmod(0o755)


def _document(root: Path, folder: Path) -> None:
    _copy(root / "LICENSE", folder / "copyright")
    changes = gzip.compress((root / "CHANGELOG.md").read_bytes(), mtime=0)
    (folder / "changelog.gz").write_bytes(changes)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
