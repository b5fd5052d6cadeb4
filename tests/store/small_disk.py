"""A child on a disk of its own, one megabyte large or for reading alone, which goes with the child."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import builders

_OWN = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
_MOUNT = 'mount -t tmpfs -o size=1m none "$1" && head -c "$6" /dev/zero > "$1/ballast" && if [ -d "$4" ]; then'
_MOUNT += ' cp -a "$4/." "$1"; fi && if [ "$5" ]; then mount -o "remount,$5" "$1"; fi && exec "$2" -c "$3" "$1"'


def run(
    code: str, folder: Path, filled: Path | None = None, *, read_only: bool = False, ballast: int = 200_000
) -> list[str]:
    """The lines that Python code prints; its argument is a small disk with ballast on it and what lies in `filled`."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a small disk is made with Linux's mount")
    assert shutil.which("unshare"), "unshare is not installed; the tests of full disks need it (util-linux)"
    if subprocess.run([*_OWN, "mount", "-t", "tmpfs", "none", folder], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk, not even in a namespace of its own")
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(builders.__file__).parent), *sys.path])}
    arguments = [str(folder), sys.executable, code, str(filled or ""), "ro" if read_only else "", str(ballast)]
    command = [*_OWN, "sh", "-c", _MOUNT, "sh", *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()
