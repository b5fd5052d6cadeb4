#!/usr/bin/env python3
"""Compiles pyproject's dependency lists into requirement files with hashes, or says that these are stale."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT = "packaging/requirements-dev.txt"
# The largest list first: the others take their versions from it, so that one environment holds all three.
LOCKS: dict[str, tuple[str, ...]] = {
    DEVELOPMENT: ("pyproject.toml", "--group", "dev"),
    "packaging/requirements.txt": ("pyproject.toml", "--constraint", DEVELOPMENT),
    "packaging/requirements-build.txt": ("--group", "pyproject.toml:build", "--constraint", DEVELOPMENT),
    "packaging/requirements-bundle.txt": ("--group", "pyproject.toml:bundle", "--constraint", DEVELOPMENT),
}
# The addresses of whatever index answered here stay out of the files: every machine has its own.
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-config",
    "--annotation-style=line",
    "--quiet",
)


def asked_for(pyproject: dict[str, Any]) -> str:
    """A fingerprint of everything in pyproject that decides what is locked."""
    project = pyproject["project"]
    lists = [
        project["requires-python"],
        project["dependencies"],
        project.get("optional-dependencies", {}),
        pyproject["dependency-groups"],
        pyproject["build-system"]["requires"],
    ]
    return _digest(json.dumps(lists))


def stamped(body: str, asked: str) -> str:
    """The lock with a first line that tells what it was made from and what it then held."""
    return f"# Made by packaging/lock.py: asked {asked}, locked {_digest(body)}. Change pyproject.toml instead.\n{body}"


def complaint(text: str, asked: str) -> str | None:
    """Why this lock can't be trusted, or None: compares fingerprints, so it needs no network."""
    first, _, body = text.partition("\n")
    if not first.startswith("# Made by packaging/lock.py"):
        return "was not made by packaging/lock.py"
    if f"asked {asked}," not in first:
        return "is older than the dependency lists in pyproject.toml"
    return None if f"locked {_digest(body)}." in first else "was changed by hand"


def check(root: Path) -> list[str]:
    """One sentence for each lock that is missing, stale or edited."""
    asked = asked_for(tomllib.loads((root / "pyproject.toml").read_text("utf-8")))
    found = []
    for name in LOCKS:
        path = root / name
        why = complaint(path.read_text("utf-8"), asked) if path.exists() else "is missing"
        if why:
            found.append(f"{name} {why}")
    return found


def compile_all(root: Path, uv: str, *, upgrade: bool) -> None:
    """Writes every lock; versions already locked stay unless `upgrade` or pyproject moves them."""
    asked = asked_for(tomllib.loads((root / "pyproject.toml").read_text("utf-8")))
    for name, wanted in LOCKS.items():
        extra = ["--upgrade"] if upgrade else []
        command = [uv, "pip", "compile", *wanted, *OPTIONS, *extra, "--output-file", name]
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
        path = root / name
        body = "".join(line for line in _lines(path) if not line.startswith("# Made by"))
        path.write_text(stamped(body, asked), "utf-8")
        print(f"{name}: {sum(line[0].isalnum() for line in body.splitlines())} packages")


def uv_beside_us_or_fetched(folder: Path) -> str:
    """The compiler: the one at hand, else fetched into a folder that is thrown away afterwards."""
    found = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if found:
        return found
    print("uv is not here: fetching it into a folder that is removed afterwards ...")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv>=0.9,<1"], check=True)
    return str(programs / "uv")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the locks are fresh or were made; 1 when `--check` finds one stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a lock is stale")
    parser.add_argument("--upgrade", action="store_true", help="move every package to its newest allowed version")
    wanted = parser.parse_args(arguments)
    if wanted.check:
        stale = check(ROOT)
        print("\n".join([*stale, "next: python packaging/lock.py"]) if stale else "The locks are fresh.")
        return 1 if stale else 0
    with tempfile.TemporaryDirectory(prefix="untwin-lock-") as folder:
        compile_all(ROOT, uv_beside_us_or_fetched(Path(folder)), upgrade=wanted.upgrade)
    return 0


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines(keepends=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
