"""Commands that are killed while QuickBooks has their request: the next start is clean, and no connection is lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TEXT
from command_line import Office, open_office

LATE = 20  # seconds; nobody waits for their end


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Connected, with one case whose number is free, and which waits to post."""
    with open_office(tmp_path_factory.mktemp("killed")) as opened:
        assert opened.cli.run("import", "-", "--source", "clio", stdin=TEXT).code == 0
        opened.cli.ok("look", "1")
        opened.cli.ok("renumber", "1", "--yes")
        opened.cli.ok("retry", "1")
        yield opened


def killed(office: Office, schedule: str, *arguments: str) -> None:
    """Starts a command, and kills it once a fault of the schedule holds its request."""
    office.caller.schedule(schedule).raise_for_status()
    command = [sys.executable, "-m", "untwin", "--home", str(office.cli.home), *arguments]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=office.cli.env, stdout=quiet, stderr=quiet, start_new_session=True) as child:
        end = time.monotonic() + 60
        while not any(office.caller.happened().values()):
            assert child.poll() is None, "it ended before its request was held"
            assert time.monotonic() < end
            time.sleep(0.01)
        os.killpg(child.pid, signal.SIGKILL)
    office.caller.schedule("").raise_for_status()


@pytest.mark.parametrize("schedule", [f"token@1:delay={LATE}", f"token@1:late={LATE}"])
def test_a_sign_in_that_is_killed_leaves_the_connection_of_before(office: Office, schedule: str) -> None:
    before = office.cli.ok("company", "list", "--json").json
    killed(office, schedule, "company", "connect", "--sample", office.caller.base)
    assert office.cli.ok("company", "list", "--json").json == before
    [state] = office.cli.run("verify", "--all", "--json").json
    assert state["state"] == "waiting_to_post"
    office.cli.ok("company", "connect", "--sample", office.caller.base)
    assert [each["realm"] for each in office.cli.ok("company", "list", "--json").json] == [before[0]["realm"]]


def test_a_look_whether_it_posted_that_is_killed_has_changed_nothing(office: Office, tmp_path: Path) -> None:
    before = office.cli.case("1234")
    reading = ";".join(f"{kind}@1:delay={LATE}" for kind in ("read", "query", "batch", "cdc"))
    killed(office, reading, "verify", "--all")
    assert office.cli.case("1234") == before
    done = office.cli.run("verify", "--all")
    assert (done.code, done.err) == (1, "case 1: 1234 is not in QuickBooks yet.\n")
    assert office.cli.ok("history", "verify", "--json").json["whole"]
    office.cli.ok("backup", tmp_path / "copy")
