"""One command is saving: another that would save ends with 3, one that reads runs beside it, and none settles twice."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine, Office, open_office
from untwin.domain.changes.history import Step
from untwin.store.database import open_database
from untwin.store.history import StoredHistory

LATE = 20  # seconds for which QuickBooks keeps its answer; another command waits for five
SEEN = "emailed,paid,linked,several"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Everything that Clio shows is taken in and looked up; the cases 1, 2 and 6 can be renumbered."""
    with open_office(tmp_path) as opened:
        opened.take_in()
        opened.cli.ok("look", "--all")
        yield opened


def begin(cli: CommandLine, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "untwin", "--home", str(cli.home), *arguments]
    env = os.environ | cli.env
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def begin_batch(office: Office, fault: str) -> "subprocess.Popen[bytes]":
    """A batch of two, whose first change QuickBooks holds."""
    office.caller.schedule(fault)
    saving = begin(office.cli, "renumber", "1", "2", "--yes", "--accept", SEEN)
    end = time.monotonic() + 30
    while not any(office.caller.happened().values()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return saving


def test_a_second_command_that_would_save_is_told_so_and_one_that_reads_runs_beside(office: Office) -> None:
    with begin_batch(office, f"write@1:late={LATE}") as saving:
        assert office.cli.case("1234")["state"] == "saving"
        assert office.cli.ok("batch", "list").out != ""
        office.cli.ok("history")
        assert saving.poll() is None, "nobody waits for reading"
        done = office.cli.run("renumber", "6", "--yes", "--accept", SEEN)
        assert (done.code, "Untwin is saving in another window or command." in done.err) == (3, True)
        assert saving.poll() is None
        assert office.cli.case("1246")["state"] == "needs_decision"
        _out, err = saving.communicate(timeout=60)
        assert saving.returncode == 0, err
    assert [office.cli.case(number)["state"] for number in ("1234", "1236")] == ["renumbered"] * 2
    assert _times_saved(office) == [1, 1]


@pytest.mark.parametrize("fault", ["write@1:late=1.5", "write@1:delay=1.5"])
def test_two_commands_that_settle_at_once_settle_each_change_once(office: Office, fault: str) -> None:
    with begin_batch(office, fault) as saving:
        os.killpg(saving.pid, 9)
        saving.communicate()
    both = [begin(office.cli, "verify", "1") for _ in range(2)]
    for each in both:
        _out, err = each.communicate(timeout=60)
        # Who comes second finds it renumbered, looks whether it posted, and says that it has not.
        assert each.returncode in (0, 1), err
    [change] = StoredHistory(open_database(office.cli.home / "untwin.sqlite3")).changes()
    steps = [record.step for record in change.steps]
    assert (steps.count(Step.READ_AGAIN), steps.count(Step.PROVED)) == (1, 1)
    assert office.cli.case("1234")["state"] in ("renumbered", "waiting_to_post")
    assert office.cli.case("1236")["state"] == "planned"
    resumed = office.cli.run("batch", "resume")
    assert resumed.code == 0, resumed
    assert _times_saved(office) == [1, 1]


def _times_saved(office: Office) -> list[int]:
    """How often QuickBooks saved each document since it was looked up; what it had been through before is its own."""
    orders = [c.intent.order for c in StoredHistory(open_database(office.cli.home / "untwin.sqlite3")).changes()]
    return [int(office.caller.stored(o.entity, o.id)["SyncToken"]) - int(o.sync_token) for o in orders]
