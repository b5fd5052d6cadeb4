"""A sample that is kept in a file: it outlives a restart and a kill, and answers as one in memory does."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread  # noqa: TID251 - the kill comes while somebody writes
from typing import Any

import pytest
import requests

from sample.caller import TODAY, Caller
from sample.landscaped import sale
from untwin.sample.process import SampleError, SampleProcess

Doc = dict[str, Any]


@contextmanager
def _served(*arguments: str, kill: bool = False, today: str = TODAY) -> Iterator[Caller]:
    """The landscaper, who is killed at the end or ended politely."""
    day = ("--today", today) if today else ()
    with SampleProcess("--firms", "1", "--landscaper", *day, "--cycle", "3600", *arguments) as process:
        caller = Caller(process.greeting)
        caller.realm = process.greeting["quickbooks"]["companies"][1]["realm_id"]
        yield caller
        caller.session.close()
        if kill:
            process.kill()


def _write(caller: Caller) -> list[Any]:
    """Something of each kind that can be written, and what was answered."""
    invoice = caller.post("invoice", sale(100), requestid="once").json()
    pays = {"Amount": 100, "LinkedTxn": [{"TxnId": invoice["Invoice"]["Id"], "TxnType": "Invoice"}]}
    payment = {"CustomerRef": {"value": "1"}, "TotalAmt": 100, "Line": [pays]}
    gone = caller.post("customer", {"DisplayName": "Wren Studio"}).json()
    doomed = caller.post("estimate", sale(7)).json()["Estimate"]
    body = {name: doomed[name] for name in ("Id", "SyncToken")}
    return [
        invoice,
        gone,
        caller.post("payment", payment).json(),
        caller.post("estimate", body, operation="delete").json(),
        caller.renumber("Invoice", "1036", "1036-X").json(),
        caller.call("POST", "upload", files={"file_content_0": ("a.txt", b"hours", "text/plain")}).json(),
        caller.post("term", {"Name": "Net 7", "DueDays": 7}).json(),
        caller.post("invoice", {"Colour": "red"}).json(),
        caller.query("SELECT * FROM Invoice MAXRESULTS 3"),
    ]


def _timeless(value: Any) -> str:
    here = re.sub(r"127\.0\.0\.1:\d+", "HERE", repr(value))
    return re.sub(r"20\d\d-\d\d-\d\dT[0-9:.]+[-+]\d\d:\d\d", "MOMENT", here)


@pytest.mark.parametrize("kill", [False, True], ids=["ended", "killed"])
def test_what_was_answered_is_there_after_a_restart(tmp_path: Path, kill: bool) -> None:
    file = ("--file", str(tmp_path / "books.sample"))
    with _served(*file, kill=kill) as caller:
        first = _write(caller)
        books, start, token, since = caller.books(), caller.books("start"), caller.token, {"entities": "Estimate"}
        since["changedSince"] = "2026-11-19T00:00:00-08:00"
        told = caller.call("GET", "cdc", params=since).json()["CDCResponse"]
    with _served(*file) as caller:
        assert (caller.books(), caller.books("start")) == (books, start)
        caller.token = token
        assert caller.call("GET", "cdc", params=since).json()["CDCResponse"] == told
        # The same request is not done twice, the next number and the next id go on.
        assert caller.post("invoice", sale(100), requestid="once").json() == first[0]
        made = caller.post("estimate", sale(8)).json()["Estimate"]
        assert int(made["Id"]) > int(first[3]["Estimate"]["Id"])
        uploaded = first[5]["AttachableResponse"][0]["Attachable"]["Id"]
        address = caller.call("GET", f"download/{uploaded}").text
        assert caller.session.get(address, timeout=10).content == b"hours"


def test_it_answers_as_one_in_memory_does(tmp_path: Path) -> None:
    with _served("--file", str(tmp_path / "a")) as kept, _served() as plain:
        assert _timeless(_write(kept)) == _timeless(_write(plain))
        assert _timeless(kept.books()) == _timeless(plain.books())


def test_rotated_tokens_stay_good_and_used_ones_bad(tmp_path: Path) -> None:
    file = ("--file", str(tmp_path / "a"))
    with _served(*file, kill=True) as caller:
        asked = {"grant_type": "refresh_token"}
        old = caller.greeting["quickbooks"]["companies"][1]["refresh_token"]
        new = caller.tokens(**asked, refresh_token=old).json()["refresh_token"]
        signed_in = caller.sign_in()["refresh_token"]
    with _served(*file) as caller:
        assert caller.greeting["quickbooks"]["companies"][1]["refresh_token"] == new
        answers = [caller.tokens(**asked, refresh_token=token).status_code for token in (old, new, signed_in)]
        assert answers == [400, 200, 200]


def test_it_goes_on_as_it_was_made_whatever_is_asked_for(tmp_path: Path) -> None:
    file = ("--file", str(tmp_path / "a"))
    with _served(*file, "--documents", "500") as caller:
        newest = caller.query("SELECT * FROM Customer MAXRESULTS 1")
        changed = caller.post("customer", {"DisplayName": "Wren Studio"}).json()["Customer"]["Id"]
    with _served(*file, "--seed", "9", today="2026-12-24") as caller:
        assert caller.query("SELECT * FROM Customer MAXRESULTS 1 STARTPOSITION 2") == newest | {"startPosition": 2}
        assert caller.query(f"SELECT * FROM Customer WHERE Id = '{changed}'")["maxResults"] == 1  # noqa: S608
        firm = caller.session.get(f"{caller.base}/sample/books", timeout=30).json()
        assert sum("TxnDate" in doc for docs in next(iter(firm.values())).values() for doc in docs) > 500


def test_only_one_server_has_a_file_and_no_other_file_is_taken(tmp_path: Path) -> None:
    with _served("--file", str(tmp_path / "a")), pytest.raises(SampleError, match="another server has it"):
        SampleProcess("--file", str(tmp_path / "a"))
    (tmp_path / "letter").write_text("Dear all, " * 200, "utf-8")
    with pytest.raises(SampleError, match="no file that a sample was kept in"):
        SampleProcess("--file", str(tmp_path / "letter"))
    with pytest.raises(SampleError, match="can't be used"):
        SampleProcess("--file", str(tmp_path / "no" / "such" / "folder"))
    base = sqlite3.connect(tmp_path / "later")
    base.executescript(
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT); INSERT INTO facts VALUES ('format', '9')"
    )
    base.close()
    with pytest.raises(SampleError, match="another version"):
        SampleProcess("--file", str(tmp_path / "later"))


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    file, answered = ("--file", str(tmp_path / "a")), list[str]()

    def write(caller: Caller) -> None:
        for place in count(1):
            try:
                made = caller.post("invoice", sale(place))
            except requests.RequestException:
                return
            answered.append(made.json()["Invoice"]["Id"])

    with SampleProcess("--firms", "1", "--landscaper", "--today", TODAY, "--cycle", "3600", *file) as process:
        caller = Caller(process.greeting)
        caller.realm = process.greeting["quickbooks"]["companies"][1]["realm_id"]
        caller.sign_in()
        writer = Thread(target=write, args=(caller,))
        writer.start()
        while len(answered) < 30:
            time.sleep(0.005)
        process.kill()
        writer.join()
    with _served(*file) as caller:
        before = {invoice["Id"] for invoice in caller.books("start")["Invoice"]}
        ids = {invoice["Id"] for invoice in caller.books()["Invoice"]} - before
        assert set(answered) <= ids
        assert len(ids) - len(answered) <= 1
