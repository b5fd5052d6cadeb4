"""The import contracts in pyproject catch what they forbid: each is shown one offence in a small package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import house

ROOMS = (
    *("__main__", "app", "cli", "walkthrough", "ui", "flows", "jobs", "ports", "resources", "domain"),
    *("quickbooks", "sources", "intake", "store", "vault", "reports", "sample"),
)
OFFENCES = [
    ("domain", "import untwin.ports", "Imports point down"),
    ("domain", "import untwin.resources", "Imports point down"),
    ("flows", "import untwin.ui", "Imports point down"),
    ("flows", "def f():\n    import untwin.store", "Imports point down"),
    ("store", "import untwin.flows", "Imports point down"),
    ("store", "import untwin.vault", "Imports point down"),
    ("cli", "import untwin.app", "Imports point down"),
    ("ui", "import untwin.store", "Adapters and jobs are built by app"),
    ("ui", "import untwin.jobs", "Adapters and jobs are built by app"),
    ("cli", "import untwin.quickbooks", "Adapters and jobs are built by app"),
    ("walkthrough", "import untwin.quickbooks", "The walkthrough sees flows"),
    ("sample", "import untwin.domain", "The sample firms share no reading"),
    ("ui", "import untwin.sample", "The window knows nothing"),
    ("flows", "import untwin.resources", "Resources are seen by no flow"),
]


def lint(folder: Path, files: dict[str, str]) -> str:
    """What import-linter says of a package with all rooms, these files in their places."""
    rooms = [name for name in ("__init__", *ROOMS) if f"{name}/__init__.py" not in files]
    for name, code in ({f"{room}.py": "" for room in rooms} | files).items():
        file = folder / "untwin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code)
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    options = ["--no-cache", "--no-logo", "--config", str(house.ROOT / "pyproject.toml")]
    known = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "500"}
    done = subprocess.run([*command, *options], cwd=folder, env=known, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize(("room", "code", "contract"), OFFENCES)
def test_a_contract_catches_its_offence(tmp_path: Path, room: str, code: str, contract: str) -> None:
    said = lint(tmp_path, {f"{room}.py": code})
    assert any(contract in line and "BROKEN" in line for line in said.splitlines()), said


def test_a_new_room_needs_its_place(tmp_path: Path) -> None:
    assert "attic" in lint(tmp_path, {"attic.py": ""})


def test_a_circle_is_caught(tmp_path: Path) -> None:
    one, other = "import untwin.flows.b", "def f():\n    import untwin.flows.a"
    said = lint(tmp_path, {"flows/__init__.py": "", "flows/a.py": one, "flows/b.py": other})
    assert "function-level imports counted BROKEN" in said


def test_the_rooms_as_they_should_be_pass(tmp_path: Path) -> None:
    assert " 0 broken" in lint(tmp_path, {"app.py": "import untwin.ui, untwin.store, untwin.jobs, untwin.sample"})
