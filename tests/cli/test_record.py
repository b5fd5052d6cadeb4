"""Batch, restore, accept, policy, and the record by command: real processes, judged by the server's books."""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Office, in_plain_words, moved, open_office

CREDIT, INVOICE = "1234", "1236"
EVERY_FLAG = ("--accept", "emailed,paid,linked,several")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Everything is taken in and looked up; read-only cases stay as they are."""
    with open_office(tmp_path / "office") as opened:
        opened.take_in()
        opened.cli.run("look", "--all")
        yield opened


def ids(office: Office) -> list[str]:
    return [str(office.cli.case(number)["id"]) for number in (CREDIT, INVOICE)]


def saved(office: Office) -> Any:
    done = office.cli.run("renumber", *ids(office), "--yes", *EVERY_FLAG, "--json")
    assert done.code == 0, done
    return done.json


def test_two_cases_are_one_batch_and_what_it_came_to_is_told(office: Office) -> None:
    assert [case["state"] for case in saved(office)] == ["renumbered", "renumbered"]
    [run] = office.cli.ok("batch", "--json").json
    assert (run["state"], run["waiting_to_post"], run["posted"], run["left"]) == ("ended", 2, 0, 0)
    assert set(run["cases"]) == set(ids(office))
    assert "not posted yet 2" in office.cli.ok("batch", "list").out
    done = office.cli.run("batch", "resume")
    assert (done.code, done.err.strip()) == (2, "Nothing is left of any batch.")


def test_a_number_is_given_back_and_nothing_else_moves(office: Office) -> None:
    before = office.books()
    saved(office)
    case = ids(office)[0]
    plan = office.cli.run("restore", case, "--json")
    assert (plan.code, plan.json["rows"][0]["new"]) == (1, CREDIT)
    done = office.cli.run("restore", case, "--yes", *EVERY_FLAG, "--json")
    assert (done.code, done.json[0]["state"]) == (0, "number_restored")
    fields = moved(before, office.books())
    assert fields["CreditMemo", "111"] == {"SyncToken", "MetaData"}
    again = office.cli.run("restore", case, "--yes")
    assert again.code == 1
    assert in_plain_words(again.err)


def test_the_history_is_found_by_the_old_number_and_is_whole(office: Office) -> None:
    saved(office)
    found = office.cli.ok("history", "--find", f"formerly no. {CREDIT}", "--json").json
    assert [row["what"].split(" renumbered")[0] for row in found] == [f"credit memo {CREDIT}"]
    verified = office.cli.ok("history", "verify", "--json").json
    assert (verified["whole"], verified["entries"], len(verified["head"])) == (True, 10, 64)
    office.cli.ok("who", "Ann Weber")
    case = ids(office)[0]
    office.cli.run("retry", case)
    later = office.cli.ok("history", "verify", "--head", verified["head"], "--json").json
    assert (later["head_found"], later["head_place"]) == (True, verified["entries"])
    assert later["entries"] == verified["entries"] + 1
    assert office.cli.ok("history", "--case", case, "--json").json[-1]["who"] == "Ann Weber"
    strange = office.cli.run("history", "verify", "--head", "0" * 64)
    assert strange.code == 1
    assert "not in this chain" in strange.out


def test_the_history_is_exported_in_every_kind_and_prints_its_head(office: Office, tmp_path: Path) -> None:
    saved(office)
    head = office.cli.ok("history", "verify", "--json").json["head"]
    for ending in ("xlsx", "csv", "pdf"):
        file = tmp_path / f"out.{ending}"
        told = office.cli.ok("export", file, "--json").json
        assert (told["changes"], told["head"]) == (2, head)
        assert office.cli.run("export", file).code == 2
        office.cli.ok("export", file, "--replace", "--case", ids(office)[0])
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert head in "\n".join(cell for row in csv.reader(lines) for cell in row)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        assert any(head.encode() in book.read(name) for name in book.namelist())
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_plan_is_written_and_nothing_is_changed(office: Office, tmp_path: Path) -> None:
    before = office.books()
    done = office.cli.run("renumber", *ids(office), "--yes", *EVERY_FLAG, "--report", tmp_path / "plan.csv", "--json")
    assert (done.code, len(done.json["rows"])) == (1, 2)
    written = (tmp_path / "plan.csv").read_text("utf-8-sig")
    assert all(row["new"] in written for row in done.json["rows"])
    assert moved(before, office.books()) == {}


def test_a_policy_holds_and_is_told(office: Office) -> None:
    realm = office.caller.realm
    told = office.cli.ok("company", "policy", realm, "--never", "credit memo", "--most-rows", "5", "--json").json
    assert told["types never to be touched"] == "credit memo"
    assert told["most changes in one confirmation"] == "5"
    done = office.cli.run("renumber", ids(office)[0], "--yes", *EVERY_FLAG, "--json")
    assert done.code == 1
    assert "never to be touched" in done.json["refused"][0]["reason"]
    for wrong in (("--most-rows", "0"), ("--highest-total", "much"), ("--reported-through", "soon"), ("--never", "x")):
        bad = office.cli.run("company", "policy", realm, *wrong)
        assert (bad.code, in_plain_words(bad.err)) == (2, True), bad
    assert office.cli.ok("company", "policy", realm, "--never", "none").out.count("none beyond") == 1


def test_a_change_that_can_not_be_proved_is_shown_and_accepted_by_a_person(office: Office) -> None:
    office.caller.schedule("write@1:meddle=PrivateNote")
    case = ids(office)[0]
    done = office.cli.run("renumber", case, "--yes", *EVERY_FLAG)
    assert "before/after check failed" in done.err
    [doubt] = office.cli.run("accept", case, "--json").json
    assert (doubt["stands"], [d["field"] for d in doubt["differences"]]) == (True, ["PrivateNote"])
    assert office.cli.run("accept", case, "--yes").code == 2, "a reason is asked for"
    accepted = office.cli.ok("accept", case, "--yes", "--reason", "Morgan added a note", "--json").json
    assert accepted["state"] == "renumbered"
    assert "accepted as it is" in office.cli.ok("history", "--case", case).out


def test_a_copy_of_the_store_is_put_back_with_all_that_was_in_it(office: Office, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    office.cli.ok("backup", copy)
    assert copy.stat().st_mode & 0o077 == 0
    before = office.cli.ok("cases", "--json").json
    saved(office)
    told = office.cli.ok("backup", copy, "--restore", "--json").json
    assert Path(told["former"]).is_file()
    assert office.cli.ok("cases", "--json").json == before
    fresh = CommandLine(tmp_path / "fresh", office.cli.env)
    fresh.ok("backup", copy, "--restore")
    assert fresh.ok("cases", "--json").json == before


def test_what_is_no_copy_is_refused_in_words_and_nothing_is_touched(office: Office, tmp_path: Path) -> None:
    before = office.cli.ok("cases", "--json").json
    (tmp_path / "note.txt").write_text("no store", "utf-8")
    for file, said in (("note.txt", "is no copy of Untwin's data"), ("missing", "There is no file")):
        done = office.cli.run("backup", tmp_path / file, "--restore")
        assert done.code == 2
        assert said in done.err
    assert office.cli.run("backup", tmp_path / "no" / "folder").code == 2
    assert office.cli.ok("cases", "--json").json == before


def test_copies_of_documents_are_kept_as_long_as_is_wanted(office: Office) -> None:
    saved(office)
    assert "for ever" in office.cli.ok("history", "retain").out
    assert office.cli.run("history", "retain", "--days", "3").code == 2
    assert office.cli.ok("history", "retain", "--days", "90", "--json").json == {"days": 90, "blanked": 0}
    assert office.cli.ok("history", "retain", "--days", "forever", "--json").json["days"] is None
    assert office.cli.ok("history", "verify", "--json").json["whole"]
