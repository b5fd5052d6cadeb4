"""Ends a child at chosen lines of the store's own code, as a power cut or a `kill -9` does."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import builders
from untwin.store import database

# Counts the lines that are run in some files of the store, and dies at one; at 0 it lives and tells how many there are.
_CHILD = """
import os, signal, sys
from pathlib import Path
from store.chains import *
from untwin.store.backups import StoredBackups
from untwin.store.database import open_database
last, watched, folder, other = int(sys.argv[1]), sys.argv[2].split(","), Path(sys.argv[3]), Path(sys.argv[4])
os.umask(0o077)
lines = 0
def line(frame, event, arg):
    global lines
    if frame.f_code.co_filename not in watched:
        return None
    lines += event == "line"
    if lines == last > 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return line
sys.settrace(line)
{deed}
sys.settrace(None)
print(lines)
"""


def killed(deed: str, folder: Path, other: Path, files: str, points: int = 12) -> Iterator[Path]:
    """Does a deed on copies of a home's folder, and dies in each at a later one of `points` lines; yields the copies.

    `files` are those whose lines count. The last of them lives.
    """
    lines = _run(deed, shutil.copytree(folder, folder.with_name("counted")), other, files)
    assert lines > 0
    for point in (*range(1, lines, max(1, lines // points)), lines - 1, lines, lines + 1):
        copy = shutil.copytree(folder, folder.with_name(f"killed-{point}"), dirs_exist_ok=True)
        assert (_run(deed, copy, other, files, point) > 0) is (point > lines)
        yield copy


def _run(deed: str, folder: Path, other: Path, files: str, last: int = 0) -> int:
    watched = ",".join(str(Path(database.__file__).with_name(f"{name}.py")) for name in files.split())
    command = [sys.executable, "-c", _CHILD.format(deed=deed), str(last), watched, str(folder), str(other)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    if done.returncode == -signal.SIGKILL:
        return 0
    assert done.returncode == 0, done.stderr
    return int(done.stdout)
