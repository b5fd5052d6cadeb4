"""Ctrl+C ends a command with one plain sentence; nothing is half done."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import TEXT
from command_line import CommandLine

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


def test_an_import_that_is_killed_is_said_by_the_next_command_once_and_ends_whole_when_it_is_taken_in_again(
    tmp_path: Path,
) -> None:
    errors, cli = tmp_path / "errors.txt", CommandLine(tmp_path / "home", dict(os.environ))
    errors.write_text("\n".join(TEXT.replace("1234", str(10_000 + n)) for n in range(3000)))
    command = [sys.executable, "-m", "untwin", "--home", str(cli.home), "import", str(errors)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        while not _stored(cli.home / "untwin.sqlite3"):
            assert child.poll() is None, "it was over before it could be killed"
            time.sleep(0.005)
        child.kill()
    said = cli.run("cases")
    assert (said.code, "Untwin was ended while it took in 3,000 errors" in said.err) == (0, True)
    assert len(said.out.splitlines()) in range(500, 3000, 500), "a batch is stored whole or not at all"
    assert cli.run("cases").err == ""
    assert cli.run("import", errors).code == 0
    assert len({case["doc_number"] for case in cli.ok("cases", "--json").json}) == 3000


def _stored(store: Path) -> int:
    """How many cases are there; none while there is no store yet."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        found: int = connection.execute("SELECT count(*) FROM cases").fetchone()[0]
        return found
    return 0


def _wait_until_it_reads(pid: int) -> None:
    """Waits until the process sleeps in a read of its standard input."""
    status = Path(f"/proc/{pid}/syscall")
    for _ in range(600):
        time.sleep(0.05)
        # The call's number is 0 for `read` on x86-64 and 63 on ARM; its first argument is the file.
        if status.read_text(encoding="ascii").split()[:2] in (["0", "0x0"], ["63", "0x0"]):
            return
    pytest.fail("the command never came to read")
