"""Untwin is killed thirty times in the middle of batches, between all steps of a change, and nothing comes of it."""

import subprocess
import sys
from pathlib import Path

from crash.start import environment
from crash.where import ROAD


def test_thirty_kills_lose_nothing_and_write_nothing_twice() -> None:
    command = [sys.executable, str(Path(__file__).with_name("run.py")), "--kills", "30", "--lanes", "2", "--seed", "2"]
    ended = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    last = ended.stdout.splitlines()[-1]
    assert last.startswith("PROVED: 30 kills")
    told = {gap: line.split()[-2] for line in ended.stdout.splitlines() for gap in ROAD if gap.value in line}
    assert all(int(told[gap]) >= 1 for gap in ROAD), ended.stdout
