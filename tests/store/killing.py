"""Ends a child at chosen lines of the store's own code, as a power cut or a `kill -9` does."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import builders
from untwin.store import database

# Imports everything once. For each line it reads, a child of its own does the deed on that folder: it counts the lines
# that are run in some files of the store and dies at one; at 0 it lives. Answered are its end and the number of lines.
_MOTHER = """
import json, os, signal, sys
from pathlib import Path
from store.chains import *
from untwin.store.backups import StoredBackups
from untwin.store.database import open_database
watched, other = sys.argv[1].split(","), Path(sys.argv[2])
os.umask(0o077)
def do(last, folder, out):
    lines = 0
    def line(frame, event, arg):
        nonlocal lines
        if frame.f_code.co_filename not in watched:
            return None
        lines += event == "line"
        if lines == last > 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return line
    sys.settrace(line)
    {deed}
    sys.settrace(None)
    os.write(out, str(lines).encode())
for asked in sys.stdin:
    last, folder = json.loads(asked)
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        do(last, Path(folder), told)
        os._exit(0)
    os.close(told)
    _, status = os.waitpid(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), os.read(heard, 20).decode()]), flush=True)
    os.close(heard)
"""


def killed(deed: str, folder: Path, other: Path, files: str, points: int = 12) -> Iterator[Path]:
    """Does a deed on copies of a home's folder, and dies in each at a later one of `points` lines; yields the copies.

    `files` are those whose lines count. The last of them lives.
    """
    with _mother(deed, other, files) as mother:
        lines = _run(mother, shutil.copytree(folder, folder.with_name("counted")))
        assert lines > 0
        for point in (*range(1, lines, max(1, lines // points)), lines - 1, lines, lines + 1):
            copy = shutil.copytree(folder, folder.with_name(f"killed-{point}"), dirs_exist_ok=True)
            assert (_run(mother, copy, point) > 0) is (point > lines)
            yield copy


@contextmanager
def _mother(deed: str, other: Path, files: str) -> Iterator["subprocess.Popen[str]"]:
    watched = ",".join(str(Path(database.__file__).with_name(f"{name}.py")) for name in files.split())
    command = [sys.executable, "-c", _MOTHER.format(deed=deed), watched, str(other)]
    # Coverage would trace in the place of what counts the lines.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as mother:
        try:
            yield mother
        finally:
            mother.kill()


def _run(mother: "subprocess.Popen[str]", folder: Path, last: int = 0) -> int:
    assert mother.stdin is not None
    assert mother.stdout is not None
    mother.stdin.write(json.dumps([last, str(folder)]) + "\n")
    mother.stdin.flush()
    code, lines = json.loads(mother.stdout.readline())
    if code == -signal.SIGKILL:
        return 0
    assert code == 0, "its end is on standard error"
    return int(lines)
