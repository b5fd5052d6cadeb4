"""Keeps `.venv` beside the checkout in step with the locks and the sources, with a stamp that tells what is in it."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

import steps

Purpose = Literal["run", "test"]
# The tests' list holds the other two as well (lock.py sees to it), so an environment for tests also runs.
LISTS: dict[Purpose, tuple[str, ...]] = {
    "run": ("packaging/requirements.txt", "packaging/requirements-build.txt"),
    "test": ("packaging/requirements-dev.txt",),
}
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "desktop", "resources")
# These would send packages elsewhere than into the environment.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_NO_COMPILE", "PYTHONPATH", "PYTHONHOME")


@dataclass(frozen=True)
class Stamp:
    """What an environment holds; written last, so that an interrupted set-up is seen by the next start."""

    finished: bool = False
    lists: dict[str, str] = field(default_factory=dict)
    project: str = ""


@dataclass(frozen=True)
class Work:
    """What is left to do before Untwin can start."""

    anew: bool
    packages: bool
    project: bool

    def __bool__(self) -> bool:
        return self.anew or self.packages or self.project


def work_left(stamp: Stamp | None, *, usable: bool, lists: Mapping[str, str], project: str, purpose: Purpose) -> Work:
    """Compares the stamp with what is wanted.

    Without a stamp a usable environment was made by hand: it is completed and not thrown away. With an unfinished
    one a set-up was interrupted and may have left half a package behind, which pip would take for a whole one.
    """
    anew = not usable or (stamp is not None and not stamp.finished)
    held = Stamp() if anew or stamp is None else stamp
    packages = held.lists.get(purpose) != lists[purpose]
    return Work(anew, packages, packages or held.project != project)


def ensure(root: Path, purpose: Purpose) -> Path:
    """The environment's Python, everything that `purpose` needs installed."""
    folder = root / ".venv"
    lists: dict[str, str] = {name: digest(root, files) for name, files in LISTS.items()}
    project = digest(root, SOURCES)
    stamp = read_stamp(folder)
    python = interpreter(folder)
    work = work_left(stamp, usable=python.exists(), lists=lists, project=project, purpose=purpose)
    # Asking the interpreter takes time, so only where there is work anyway.
    if work and not work.anew and not _answers(python):
        work = Work(anew=True, packages=True, project=True)
    if work:
        held = {} if work.packages or stamp is None else stamp.lists
        _do(root, purpose, work)
        now = lists if purpose == "test" else {**held, "run": lists["run"]}
        write_stamp(folder, Stamp(finished=True, lists=now, project=project))
    return python


def interpreter(folder: Path) -> Path:
    """The environment's Python on this system."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(root: Path, names: Iterable[str]) -> str:
    """One fingerprint of these files and of all files under these folders, names counted."""
    total = hashlib.sha256()
    for path in _files(root, names):
        total.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def read_stamp(folder: Path) -> Stamp | None:
    """What the environment says it holds; None when it says nothing, unfinished when it can't be read."""
    path = _stamp(folder)
    if not path.exists():
        return None
    try:
        return Stamp(**json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError):
        return Stamp()


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Replaces the stamp in one move, so that a reader sees the old one or the new one."""
    draft = folder / "untwin-setup.new"
    draft.write_text(json.dumps(asdict(stamp)), "utf-8")
    draft.replace(_stamp(folder))


def _do(root: Path, purpose: Purpose, work: Work) -> None:
    folder = root / ".venv"
    if work.anew:
        _make(folder)
    write_stamp(folder, Stamp())
    if work.packages:
        _install_packages(root, purpose)
    # A wheel as people get it, and built with the locked tools: nothing unhashed is fetched.
    alone = ["--no-deps", "--no-build-isolation", "--no-index", "--force-reinstall"]
    steps.step("Installing Untwin itself", [*_pip(folder), *alone, root], environment=_environment())


def _make(folder: Path) -> None:
    if folder.exists():
        steps.say("The last set-up was not finished, or its Python is gone: making .venv anew.")
        shutil.rmtree(folder)
    steps.step("Making .venv, the folder all Python packages go into", [sys.executable, "-m", "venv", folder])


def _install_packages(root: Path, purpose: Purpose) -> None:
    files = [root / name for name in LISTS[purpose]]
    count = sum(line[:1].isalnum() for file in files for line in file.read_text("utf-8").splitlines())
    what = f"Installing {count} Python packages (the first time about 150 MB are downloaded)"
    lists = [part for file in files for part in ("--requirement", file)]
    steps.step(what, [*_pip(root / ".venv"), "--require-hashes", *lists], environment=_environment())


def _pip(folder: Path) -> list[str | Path]:
    quiet = ["--disable-pip-version-check", "--no-input", "--compile", "--progress-bar", "off"]
    return [interpreter(folder), "-m", "pip", "install", *quiet]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


def _answers(python: Path) -> bool:
    code, _ = steps.attempt([python, "-m", "pip", "--version"])
    return code == 0


def _stamp(folder: Path) -> Path:
    return folder / "untwin-setup.json"


def _files(root: Path, names: Iterable[str]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = root / name
        found += [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sorted(path for path in found if path.suffix != ".pyc")
