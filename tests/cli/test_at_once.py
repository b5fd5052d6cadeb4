"""Several commands on one home at once."""

import os
import subprocess
import sys
from pathlib import Path

from builders import TEXT
from untwin.app.desk import build_desk
from untwin.jobs import Patient
from untwin.store.home import open_home
from untwin.vault.vaults import MemoryVault


def test_one_error_taken_in_by_several_commands_at_once_is_one_case(tmp_path: Path) -> None:
    text = tmp_path / "error.txt"
    text.write_text(TEXT)
    home = tmp_path / "home"
    command = [sys.executable, "-m", "untwin", "--home", str(home), "import", str(text)]
    running = [subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL) for _ in range(6)]
    assert [each.wait(timeout=60) for each in running] == [0] * 6
    assert len(build_desk(open_home(home), MemoryVault(), Patient()).cases.all()) == 1
