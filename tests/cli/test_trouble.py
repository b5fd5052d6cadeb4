"""Everything that goes wrong: one plain sentence with a next step, the right exit code, and nothing is lost."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Done, Office, in_plain_words, open_office
from secret_service import NoService

TEXT = (
    "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already been"
    " used. DocNumber={} is assigned to TxnType=Credit Memo with TxnId={}"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Connected, with one case about number 1234 that was not looked up yet."""
    with open_office(tmp_path) as opened:
        assert opened.cli.run("import", "-", "--source", "clio", stdin=TEXT.format(1234, 111)).code == 0
        yield opened


def only_case(cli: CommandLine) -> Any:
    [case] = cli.ok("cases", "--json").json
    return case


def is_outside(done: Done) -> bool:
    """Whether it ended as the outside's failure, with words on standard error and nothing else."""
    return done.code == 3 and in_plain_words(done.err)


def test_a_paste_without_an_error_takes_nothing_in(office: Office) -> None:
    done = office.cli.run("import", "-", stdin="Dear Ann, all is well.")
    assert (done.code, done.out.strip(), done.err) == (1, "No error was found. Nothing was taken in.", "")
    only_case(office.cli)


def test_half_an_error_becomes_a_case_that_asks_for_its_number(office: Office) -> None:
    done = office.cli.run("import", "-", "--json", stdin=TEXT[:80])
    [case] = done.json["new"]
    assert case["doc_number"] is None
    assert "Type the number" in case["note"]
    looked = office.cli.run("look", case["id"])
    assert looked.code == 1
    assert "The error names no number." in looked.err
    # Looking at all leaves it out and does the rest.
    assert [c["doc_number"] for c in office.cli.run("look", "--all", "--json").json] == ["1234"]


def test_an_error_of_another_company_is_blocked_as_such(office: Office) -> None:
    office.cli.run("import", "-", "--source", "clio", stdin=TEXT.format("77001", "990077"))
    case = office.cli.case("77001")["id"]
    assert office.cli.run("look", case).code == 0
    shown = office.cli.case("77001")
    assert shown["state"] == "blocked"
    assert [b["id"] for b in shown["blocks"]] == ["wrong_company"]
    assert "Wrong company?" in shown["blocks"][0]["sentence"]
    assert office.cli.run("renumber", case, "--yes").code == 1


def test_a_company_that_is_not_connected_is_wrong_usage_and_nothing_is_taken_in(office: Office) -> None:
    done = office.cli.run("import", "-", "--company", "Nobody Inc", stdin=TEXT.format(9, 9))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("“Nobody Inc” is no connected company. Give the whole name, or the id: ")
    only_case(office.cli)


def test_a_server_that_is_down_leaves_the_case_new(office: Office) -> None:
    office.process.stop()
    done = office.cli.run("look", "--all")
    assert is_outside(done)
    assert "can't be reached" in done.err
    assert only_case(office.cli)["state"] == "new"
    assert "can't be reached" in only_case(office.cli)["note"]


def test_a_server_that_goes_down_between_the_look_and_the_change_changes_nothing(office: Office) -> None:
    office.cli.ok("look", "--all")
    office.process.stop()
    done = office.cli.run("renumber", "1", "--yes")
    assert is_outside(done)
    assert "can't be reached" in done.err
    assert only_case(office.cli)["state"] == "needs_decision"


def test_an_expired_token_is_renewed_and_nobody_notices(office: Office) -> None:
    office.caller.session.post(f"{office.caller.base}/sample/expire-tokens", timeout=10)
    assert office.cli.ok("look", "--all").out
    assert only_case(office.cli)["verdict"] == "unrelated"


def test_a_revoked_connection_asks_to_connect_again_and_then_goes_on(office: Office) -> None:
    office.caller.session.post(f"{office.caller.base}/sample/revoke-tokens", timeout=10)
    done = office.cli.run("look", "--all")
    assert is_outside(done)
    assert "Connect the company again." in done.err
    assert only_case(office.cli)["state"] == "new"
    office.cli.ok("company", "connect", "--sample", office.caller.base)
    office.cli.ok("look", "--all")
    assert only_case(office.cli)["verdict"] == "unrelated"


def test_a_locked_keyring_is_said_at_once_and_the_inbox_still_opens(office: Office) -> None:
    office.service.lock()
    for command in (("look", "--all"), ("company", "connect", "--sample", office.caller.base)):
        done = office.cli.run(*command)
        assert is_outside(done), done
        assert "The keyring is locked." in done.err
        assert "Unlock" in done.err
    doctor = office.cli.run("doctor", "--json")
    assert doctor.code == 1
    assert [c["ok"] for c in doctor.json if c["check"] == "keyring"] == [False]
    assert only_case(office.cli)["state"] == "new"
    office.cli.run("import", "-", stdin=TEXT.format("9", "9"))
    assert len(office.cli.ok("cases", "--json").json) == 2


def test_a_killed_keyring_is_said_and_nothing_is_lost(office: Office) -> None:
    office.service.kill_keyring()
    done = office.cli.run("look", "--all")
    assert is_outside(done)
    assert "No keyring answers" in done.err
    assert only_case(office.cli)["state"] == "new"


def test_without_any_keyring_no_company_is_connected_and_none_is_made_up(office: Office, tmp_path: Path) -> None:
    bare = CommandLine(tmp_path / "bare", NoService().env)
    done = bare.run("company", "connect", "--sample", office.caller.base)
    assert is_outside(done)
    assert "No keyring answers on this computer." in done.err
    assert bare.ok("company", "list", "--json").json == []
    assert bare.run("doctor").code == 1


def test_a_keyring_that_lost_its_entries_asks_to_connect_again(office: Office, tmp_path: Path) -> None:
    """As after a restored backup of the home on another computer."""
    (office.cli.home / "home-id").write_text("f" * 16)
    done = office.cli.run("look", "--all")
    assert is_outside(done)
    assert "isn't connected on this computer" in done.err


def test_a_full_road_is_not_blocked_by_one_failing_case(office: Office) -> None:
    office.cli.run("import", "-", "--source", "clio", stdin=TEXT[:80])
    done = office.cli.run("look", "2", "1", "--json")
    assert done.code == 1
    assert [c["doc_number"] for c in done.json] == ["1234"]


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", NoService().env)


def test_a_missing_file_keeps_the_others_from_being_half_taken_in(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1, 1))
    done = cli.run("import", tmp_path / "a.txt", tmp_path / "none.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("There is no file ")
    assert cli.ok("cases", "--json").json == []


def test_a_binary_file_is_named_and_the_others_are_taken_in(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1, 1))
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    done = cli.run("import", tmp_path / "b.png", tmp_path / "a.txt", "--json")
    assert done.code == 1
    assert done.err.startswith("b.png: ")
    assert len(done.json["unread"]) == 1
    assert [c["doc_number"] for c in done.json["new"]] == ["1"]
    assert cli.case("1")["state"] == "new"


@pytest.mark.parametrize("bad", [b"\xff", b"a\xffb", "\u202e".encode()])
def test_arguments_that_are_no_text_break_nothing(cli: CommandLine, bad: bytes) -> None:
    assert cli.run("import", "-", "--source", bad, stdin=TEXT.format(1, 1)).code == 2
    assert cli.run("import", "-", stdin=TEXT.format(1, 1)).code == 0
    assert cli.run("show", bad).code == 2
    cli.ok("cases")
    assert cli.run("renumber", "1", "--reason", bad, "--to", bad, "--yes").code == 1


def test_half_an_emoji_in_a_paste_is_taken_in(cli: CommandLine) -> None:
    detail = TEXT.format("12\\ud83d34", 1)
    torn = f'{{"Fault": {{"Error": [{{"Message": "x", "Detail": "{detail}", "code": "6140"}}]}}}}'
    assert cli.run("import", "-", stdin=torn).code == 0
    assert cli.run("import", "-", "--json", stdin=torn).json["new"] == []


def test_a_case_without_a_company_says_so(cli: CommandLine) -> None:
    cli.run("import", "-", stdin=TEXT.format(1, 1))
    done = cli.run("look", "1")
    assert done.code == 1
    assert "Choose the company first." in done.err


def test_a_home_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """Root may write anywhere but there; everybody else is kept out of a folder without rights."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    folder = Path("/proc/untwin") if os.geteuid() == 0 else closed / "home"
    done = CommandLine(folder, NoService().env).run("cases")
    assert (done.code, done.out) == (3, ""), "it was typed rightly; the disk doesn't take it"
    assert done.err.startswith(f"The folder {folder} can't be used: ")
    assert done.err.endswith("Choose another with --home.\n")


def test_a_home_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    done = CommandLine(tmp_path / "file", NoService().env).run("cases", "--json")
    assert done.code == 2
    assert done.json["remedy"] == "Choose another with --home."
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("place", ["untwin.sqlite3", "untwin.log", "home-id"])
def test_damaged_files_of_the_home_are_sentences(cli: CommandLine, place: str) -> None:
    cli.ok("cases")
    file = cli.home / place
    file.unlink()
    if place == "untwin.sqlite3":
        file.write_bytes(b"\0garbage" * 1000)
    else:
        file.mkdir()
    done = cli.run("cases")
    assert is_outside(done), done.err
    assert file.exists()


def test_what_a_disk_does_not_take_is_the_outside_s_failure(cli: CommandLine, tmp_path: Path) -> None:
    """Root may write anywhere but there; everybody else is kept out of a folder without rights."""
    cli.ok("cases")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    folder = Path("/proc/self/fdinfo") if os.geteuid() == 0 else closed
    for command, name in (("export", "All.csv"), ("backup", "copy")):
        assert is_outside(cli.run(command, folder / name)), command


def test_data_of_a_newer_untwin_is_left_alone(cli: CommandLine) -> None:
    cli.ok("cases")
    with closing(sqlite3.connect(cli.home / "untwin.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
    done = cli.run("cases")
    assert (done.code, done.out) == (3, "")
    assert "newer Untwin; nothing was touched" in done.err


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9", "https://quickbooks.api.intuit.com", "nonsense", "http://[", ""]
)
def test_an_address_without_sample_firms_is_a_sentence(cli: CommandLine, address: str) -> None:
    done = cli.run("company", "connect", "--sample", address)
    assert done.code in (1, 2, 3)
    assert in_plain_words(done.err), done.err
    assert cli.ok("company", "list", "--json").json == []


def test_forgetting_a_company_that_is_not_there_is_a_sentence(cli: CommandLine) -> None:
    done = cli.run("company", "forget", "9")
    assert (done.code, done.err) == (2, "“9” is no connected company. Connect it first.\n")
    assert cli.run("company", "forget").code == 2
    assert cli.run("company", "forget", "9", "--all").code == 2
