"""Whatever any part of Untwin imports, inside a function too, is there: the bundle's own test, on the sources."""

import subprocess
import sys
from pathlib import Path

import house

_BUNDLE = str(house.ROOT / "packaging" / "bundle")
_RUN = "import sys; sys.path.insert(0, sys.argv[1]); import self_test; sys.exit(self_test.main())"
_ONE = "import sys; sys.path[:0] = sys.argv[1:]; import self_test; print(*self_test.imported_by('looked_at'))"


def run(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)


def test_everything_that_is_imported_anywhere_is_there() -> None:
    done = run(_RUN, _BUNDLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith("missing: 0")


def test_an_import_inside_a_function_counts(tmp_path: Path) -> None:
    (tmp_path / "looked_at.py").write_text("import os\ndef f():\n    def g():\n        from untwin import jobs, no\n")
    assert run(_ONE, _BUNDLE, str(tmp_path)).stdout.split() == ["os", "untwin", "untwin.jobs"]
