"""`untwin doctor` where its folder can't be written: on a disk for reading alone, on a full one, below a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store import small_disk
from untwin.store.database import open_database
from untwin.store.home import open_home

# Prints what the doctor says of the folder; its home is a folder on the small disk.
_DOCTOR = """
import json, os, subprocess, sys
env = os.environ | {{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}}
folder = os.path.join(sys.argv[1], {home!r})
command = [sys.executable, "-m", "untwin", "--home", folder, "doctor", "--offline", "--json"]
done = subprocess.run(command, capture_output=True, text=True, env=env)
assert (done.returncode, done.stderr) == (1, ""), done
said = {{check["check"]: check for check in json.loads(done.stdout)}}
for name in ("home", "disk", "store"):
    print(said[name]["state"], said[name]["sentence"].replace(sys.argv[1], "HERE"), "|", said[name]["remedy"])
"""
OTHER = "Make that disk writable, or choose another folder with --home."
ROOM = "Make room on that disk."


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a home in it."""
    open_database(open_home(tmp_path / "kept" / "home").database)
    (tmp_path / "disk").mkdir()
    return tmp_path / "kept"


def test_on_a_disk_for_reading_alone_the_disk_is_named(kept: Path) -> None:
    disk = kept.with_name("disk")
    home, _, store = small_disk.run(_DOCTOR.format(home="home"), disk, kept, read_only=True)
    assert home == f"fault The disk that HERE/home lies on can only be read. | {OTHER}"
    assert store.startswith("ok The store is whole")


def test_where_no_data_can_be_made_that_is_said_before_the_first_start(kept: Path) -> None:
    disk = kept.with_name("disk")
    home = small_disk.run(_DOCTOR.format(home="new"), disk, kept, read_only=True)[0]
    cant = "There is no data at HERE/new yet, and none can be made"
    assert home == f"fault {cant}: that disk can only be read. | {OTHER}"


def test_on_a_full_disk_it_is_the_room_that_is_missing(kept: Path) -> None:
    home, disk, store = small_disk.run(_DOCTOR.format(home="home"), kept.with_name("disk"), kept)
    assert home.startswith("ok")
    assert disk == f"fault The disk that the data lies on is full: nothing can be stored. | {ROOM}"
    assert "Is another program using it?" not in store


_FULL = """
import json, os, subprocess, sys
env = os.environ | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
def untwin(*words):
    command = [sys.executable, "-m", "untwin", "--home", os.path.join(sys.argv[1], "home"), *words]
    return subprocess.run(command, capture_output=True, text=True, env=env)
open(os.path.join(sys.argv[1], "home", "writing.lock"), "a").close()
try:
    with open(os.path.join(sys.argv[1], "rest"), "wb", buffering=0) as rest:
        while True:
            rest.write(b"0" * 512)
except OSError:
    pass
listed = untwin("cases")
print(listed.returncode, listed.stderr.strip())
said = {check["check"]: check for check in json.loads(untwin("doctor", "--offline", "--json").stdout)}
print(said["in_use"]["sentence"], "|", said["in_use"]["remedy"])
"""


def test_on_a_full_disk_no_command_is_called_wrong_and_no_rights_are_blamed(kept: Path) -> None:
    listed, in_use = small_disk.run(_FULL, kept.with_name("disk"), kept)
    full = "The disk is full; nothing was stored or changed."
    assert listed == f"3 {full} Make room and try again."
    assert in_use == f"{full} | {ROOM}"


def test_below_a_file_there_can_be_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code = _DOCTOR.format(home="file/home")
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60)
    words = "fault There is no data at HERE/file/home yet, and none can be made: HERE/file is no folder."
    assert done.stdout.splitlines()[0] == f"{words} | Choose another with --home."
