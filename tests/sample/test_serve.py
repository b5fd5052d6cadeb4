"""The servers as a process: greeting, repeatability, ports, and how they end."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sample.caller import TODAY, Caller, Start
from untwin.sample.process import SampleError, SampleProcess


def test_the_greeting_has_exactly_the_agreed_shape_and_is_served_too(shared: Caller) -> None:
    greeting = shared.greeting
    assert list(greeting) == ["quickbooks", "clio", "hubspot"]
    assert set(greeting["quickbooks"]) == {"base", "client_id", "client_secret", "companies"}
    [company] = greeting["quickbooks"]["companies"]
    assert set(company) == {"realm_id", "name", "refresh_token"}
    assert (company["realm_id"], company["name"]) == ("9130357992221046", "Harlow & Pike LLP")
    assert set(greeting["clio"]) == {"base", "token", "bill_syncing_page"}
    assert greeting["hubspot"] is None
    assert shared.session.get(f"{shared.base}/sample", timeout=10).json() == greeting


def test_all_firms_are_served_where_nothing_else_is_asked_for() -> None:
    with SampleProcess("--today", TODAY) as process:
        greeting = process.greeting
    law, studio, both = greeting["quickbooks"]["companies"]
    assert [c["name"] for c in (law, studio, both)] == ["Harlow & Pike LLP", "Tidewater Studio", "Marlowe Advisory"]
    assert "sources" not in law
    assert studio["sources"] == {"hubspot": greeting["hubspot"]}
    assert set(both["sources"]) == {"clio", "hubspot"}
    bases = [greeting["clio"]["base"], greeting["hubspot"]["base"], *(s["base"] for s in both["sources"].values())]
    assert len({greeting["quickbooks"]["base"], *bases}) == 5


def test_the_servers_listen_on_loopback_only(shared: Caller) -> None:
    assert shared.base.startswith("http://127.0.0.1:")
    assert shared.clio.startswith("http://127.0.0.1:")


def test_at_the_start_there_are_forty_documents_and_ten_failing_rows(shared: Caller) -> None:
    documents = [doc for docs in shared.books("start").values() for doc in docs if "TxnDate" in doc]
    failed = [row for row in shared.rows().values() if row["status"] == "Failed"]
    assert len(documents) == 40
    assert len(failed) == 10
    assert all(row["error"].startswith("Code (6140): Duplicate Document Number Error : ") for row in failed)


def test_one_seed_and_one_date_give_the_same_books_and_the_same_failures(start: Start) -> None:
    one, two, other = start("--seed", "5"), start("--seed", "5"), start("--seed", "6")
    assert one.books("start") == two.books("start")
    assert one.rows() == two.rows()
    assert one.greeting["quickbooks"]["companies"] == two.greeting["quickbooks"]["companies"]
    assert set(one.rows()).isdisjoint(set(other.rows()))


@pytest.mark.parametrize("seed", ["2", "3", "11"])
def test_other_seeds_have_forty_documents_and_ten_failing_rows_too(start: Start, seed: str) -> None:
    caller = start("--seed", seed)
    assert sum("TxnDate" in doc for docs in caller.books("start").values() for doc in docs) == 40
    assert [row["status"] for row in caller.rows().values()].count("Failed") == 10


def test_a_new_document_is_dated_on_the_day_that_was_asked_for(start: Start) -> None:
    caller = start("--today", "2026-03-02")
    caller.retry("1250")
    created = date.fromisoformat(caller.holder("Invoice", "1250")["MetaData"]["CreateTime"][:10])
    # Pacific time may still be on the day before.
    assert created in (date(2026, 3, 1), date(2026, 3, 2))


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _serve("--port", str(port))
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == f"Port {port} is taken by another program: choose another one with --port.\n"


def test_a_child_that_cannot_start_says_why() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SampleError, match=f"Port {port} is taken"):
            SampleProcess("--port", str(port))


def test_a_date_that_is_none_is_wrong_usage() -> None:
    assert _serve("--today", "yesterday").returncode == 2


def test_a_schedule_that_is_none_is_wrong_usage_and_says_what_is_wrong() -> None:
    done = _serve("--faults", "write@1:cut-off")
    assert (done.returncode, done.stdout) == (2, "")
    assert "“write@1:cut-off”: “cut-off” is no fault; there are delay," in done.stderr


@pytest.mark.parametrize("count", ["-1", "many", "1.5"])
def test_a_count_of_documents_that_is_none_is_wrong_usage(count: str) -> None:
    done = _serve(f"--documents={count}")
    assert done.returncode == 2
    assert f"“{count}” is no whole number" in done.stderr


@pytest.mark.parametrize("numbers", ["5", "1,2,x", "0,1,1", "1,2,3,4"])
def test_limits_that_are_none_are_wrong_usage(numbers: str) -> None:
    done = _serve("--limits", numbers)
    assert done.returncode == 2
    assert f"“{numbers}” is not three whole numbers above zero, as in 500,10,40" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals between processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_is_a_clean_end(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "untwin.sample", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert len(json.loads(child.stdout.readline())["quickbooks"]["companies"]) == 3
        child.send_signal(number)
        assert child.wait(timeout=10) == 0
        assert child.stdout.read() == b""
        assert child.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill can't ask whether a process lives there")
def test_the_child_ends_when_its_parent_dies(tmp_path: Path) -> None:
    told = tmp_path / "told"
    parent = (
        "import os, pathlib, sys, time\n"
        "from untwin.sample.process import SampleProcess\n"
        "sample = SampleProcess()\n"
        "pathlib.Path(sys.argv[1]).write_text(str(sample._child.pid))\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", parent, str(told)], check=True, timeout=30)
    child = int(told.read_text())
    assert _ends(child)


def test_stopping_twice_is_harmless() -> None:
    process = SampleProcess()
    process.stop()
    process.stop()


def _serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "untwin.sample", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def _ends(pid: int) -> bool:
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and _is_zombie(pid):
            return True
        time.sleep(0.05)
    return False


def _is_zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
