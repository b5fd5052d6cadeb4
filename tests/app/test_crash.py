"""An end that nobody wanted leaves a readable report without secrets; an end as it should be leaves nothing."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import small_disk
from untwin.app.crash import CrashNotes, crash_noted

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
_START = """
import faulthandler, os, sys
from pathlib import Path
from untwin.app.crash import crash_noted
with crash_noted(Path(sys.argv[1])) as report:
    print(report.text)
    exec(sys.argv[2])
"""


def start(home: Path, ends: str) -> "subprocess.CompletedProcess[str]":
    """A process that notes its end on a home, and ends as the line says."""
    return subprocess.run([sys.executable, "-c", _START, str(home), ends], capture_output=True, text=True, check=False)


def test_an_error_that_nobody_caught_is_a_report_without_secrets(tmp_path: Path) -> None:
    assert start(tmp_path, "raise ValueError('Authorization: Bearer abcdefghijklmnop1234')").returncode == 1
    report = CrashNotes.of(tmp_path).collect(NOW)
    assert report.startswith("Untwin ended unexpectedly.\n\nFound at:  2026-11-20 09:30 +0000")
    assert "ValueError" in report
    assert "nothing was sent" in report
    assert "abcdefghijklmnop1234" not in report


@pytest.mark.parametrize("ends", ["faulthandler._sigsegv()", "os.abort()"])
def test_a_crash_below_python_says_where_it_was(tmp_path: Path, ends: str) -> None:
    assert start(tmp_path, ends).returncode < 0
    report = CrashNotes.of(tmp_path).collect(NOW)
    assert "Fatal Python error" in report
    assert "File " in report


def test_the_next_start_offers_it_until_it_is_forgotten(tmp_path: Path) -> None:
    start(tmp_path, "os.abort()")
    assert "Fatal Python error" in start(tmp_path, "pass").stdout
    assert "Fatal Python error" in start(tmp_path, "pass").stdout
    CrashNotes.of(tmp_path).forget()
    assert start(tmp_path, "pass").stdout.strip() == ""


@pytest.mark.parametrize("ends", ["pass", "sys.exit(3)", "os._exit(0)", "raise KeyboardInterrupt"])
def test_an_end_that_was_wanted_leaves_no_report(tmp_path: Path, ends: str) -> None:
    start(tmp_path, ends)
    assert CrashNotes.of(tmp_path).collect(NOW) == ""


def test_the_files_are_the_owners_alone(tmp_path: Path) -> None:
    start(tmp_path, "os.abort()")
    notes = CrashNotes.of(tmp_path)
    notes.collect(NOW)
    assert notes.report.stat().st_mode & 0o077 == 0


def test_names_and_numbers_are_not_in_it(tmp_path: Path) -> None:
    start(tmp_path, "{}['Baker LLC']")
    start(tmp_path, "raise RuntimeError('no bill INV-1042 of Harlow & Pike over 1,250.00')")
    report = CrashNotes.of(tmp_path).collect(NOW)
    assert "RuntimeError: no bill" in report
    assert not [word for word in ("Baker", "Harlow", "Pike", "1042", "1,250", str(Path.home()) + "/") if word in report]


def test_what_failed_while_it_went_on_is_told_by_the_next_start(tmp_path: Path) -> None:
    # As Qt does with what a slot raises.
    start(tmp_path, "try: {}[1]\nexcept KeyError: sys.excepthook(*sys.exc_info())")
    said = start(tmp_path, "pass").stdout
    assert said.startswith("Something failed in Untwin; it went on.")
    assert "KeyError" in said


def test_a_thread_that_crashes_below_python_is_told(tmp_path: Path) -> None:
    ends = "import threading; t = threading.Thread(target=faulthandler._sigsegv); t.start(); t.join()"
    assert start(tmp_path, ends).returncode < 0
    assert "Fatal Python error: Segmentation fault" in CrashNotes.of(tmp_path).collect(NOW)


def test_what_is_said_on_the_way_out_holds_no_secret(tmp_path: Path) -> None:
    said = start(tmp_path, "raise ValueError('refresh_token=abcdefghijklmnop1234')").stderr
    assert "ValueError" in said
    assert "abcdefghijklmnop1234" not in said


_FULL = """
import sys, os
from datetime import UTC, datetime
from pathlib import Path
from untwin.app.crash import CrashNotes, crash_noted
home = Path(sys.argv[1])
sys.stderr = open(os.devnull, "w")
while True:
    try:
        with (home / "ballast").open("ab", buffering=0) as more: more.write(bytes(4096))
    except OSError:
        break
with crash_noted(home) as report:
    print(report.text.splitlines()[:1])
    sys.excepthook(ValueError, ValueError("x" * 10_000), None)
print("closed")
(home / "ballast").unlink()
print(CrashNotes.of(home).collect(datetime.now(UTC)).splitlines()[0])
"""


def test_on_a_full_disk_it_is_told_and_kept_for_the_next_start(tmp_path: Path) -> None:
    filled, disk = tmp_path / "filled", tmp_path / "disk"
    filled.mkdir()
    disk.mkdir()
    start(filled, "os.abort()")
    told = small_disk.run(_FULL, disk, filled)
    assert told == ["['Untwin ended unexpectedly.']", "closed", "Untwin ended unexpectedly."]


_BROKEN = """
import sys
sys.modules[sys.argv[2]] = None
from untwin.__main__ import main
main(["--home", sys.argv[1]])
"""


@pytest.mark.parametrize("module", ["untwin.ui.window.start", "untwin.store.cases"])
def test_a_start_that_ends_before_its_window_is_told(tmp_path: Path, module: str) -> None:
    home = tmp_path / "home"
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _BROKEN, str(home), module]
    assert subprocess.run(command, env=env, capture_output=True, check=False, timeout=60).returncode == 1
    assert module in CrashNotes.of(home).collect(NOW)


def test_a_folder_that_takes_nothing_keeps_nobody_from_working(tmp_path: Path) -> None:
    with crash_noted(tmp_path / "not there") as report:
        assert report.text == ""
