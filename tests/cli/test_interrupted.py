"""Ctrl+C ends a command with one plain sentence; nothing is half done."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# What is started in the background ignores Ctrl+C, and so does all that it starts.
_HEEDS_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from untwin.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("import", "-"), "Stopped while it was read: nothing was taken in.\n"),
        (("explain",), "Stopped.\n"),
    ],
)
def test_ctrl_c_while_something_is_read_says_so_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    # Standard input stays open: it is read until somebody stops it.
    command = [sys.executable, "-c", _HEEDS_CTRL_C, "--home", str(tmp_path / "home"), *arguments]
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    _wait_until_it_reads(child.pid)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)

    assert (child.returncode, out, err) == (1, "", sentence)


def _wait_until_it_reads(pid: int) -> None:
    """Waits until the process sleeps in a read of its standard input."""
    status = Path(f"/proc/{pid}/syscall")
    for _ in range(600):
        time.sleep(0.05)
        # The call's number is 0 for `read` on x86-64 and 63 on ARM; its first argument is the file.
        if status.read_text(encoding="ascii").split()[:2] in (["0", "0x0"], ["63", "0x0"]):
            return
    pytest.fail("the command never came to read")
