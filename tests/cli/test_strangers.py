"""Somebody who doesn't know the command line, and programs that start it in their own ways."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import TEXT
from command_line import CommandLine
from secret_service import NoService


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", NoService().env)


@pytest.mark.parametrize(
    "arguments",
    [
        ("answer", "x", "1"),
        ("show",),
        ("nonsense",),
        ("company", "writes", "on"),
        ("source", "list", "zz"),
        ("renumber", "1", "--count", "many"),
        ("backup", "--restore", "none"),
        ("import", ""),
        ("export", ""),
        ("explain", "."),
    ],
)
def test_whoever_asks_for_json_gets_it_for_wrong_usage_too(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    done = cli.run(*arguments, "--json")
    assert done.code == 2
    assert set(done.json) == {"problem", "remedy"}
    assert done.json["problem"] in done.err


def test_a_name_that_is_empty_is_not_the_folder_that_it_was_typed_in(cli: CommandLine) -> None:
    for arguments in (("import", ""), ("explain", ""), ("backup", ""), ("verify", "1", "--list", "")):
        done = cli.run(*arguments)
        assert (done.code, done.out) == (2, "")
        assert "a name must be given" in done.err
    command = [sys.executable, "-m", "untwin", "--home", "", "cases"]
    ended = subprocess.run(command, env=cli.env, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, "a name must be given" in ended.stderr) == (2, True)


def test_a_case_that_is_not_there_is_said_by_every_command_alike(cli: CommandLine) -> None:
    for command in ("show", "look", "renumber", "restore", "accept", "same", "retry", "verify", "posted", "end"):
        done = cli.run(command, "999")
        assert (done.code, done.out, done.err.removeprefix("case 999: ")) == (2, "", "There is no case 999.\n"), command


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_program_that_closes_the_streams_has_its_commands_carried_out(
    cli: CommandLine, tmp_path: Path, closed: str
) -> None:
    errors = tmp_path / "errors.txt"
    errors.write_text(TEXT)
    whole = f'"{sys.executable}" -m untwin --home "{cli.home}" import "{errors}" {closed}; echo $? >"{tmp_path}/code"'
    said = subprocess.run(["sh", "-c", whole], env=cli.env, capture_output=True, text=True, check=False, timeout=60)
    assert ("Traceback" in said.stderr, (tmp_path / "code").read_text()) == (False, "0\n")
    assert [case["doc_number"] for case in cli.ok("cases", "--json").json] == ["1234"]


def test_words_that_are_no_text_can_be_kept(cli: CommandLine) -> None:
    cli.run("import", "-", stdin=TEXT)
    for option in ("--label", "--note", "--ignore"):
        assert cli.run("mark", "1", option, b"gr\xf6\xdfer").code == 0
    assert cli.run("company", "policy", b"gr\xf6\xdfer", "--trust-account", b"\xff").code == 2
    cli.ok("cases", "--json")
    cli.ok("history")


@pytest.mark.parametrize("arguments", [("--port", "99999"), ("--port", "-1"), ("--today", "tomorrow")])
def test_the_sample_servers_say_what_they_can_not_take(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    done = cli.run("sample", "serve", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "fromisoformat" not in done.err


def test_a_reader_that_has_seen_enough_is_no_failure(cli: CommandLine, tmp_path: Path) -> None:
    errors = tmp_path / "errors.txt"
    errors.write_text("\n\n".join(TEXT.replace("1234", str(number)) for number in range(1000, 3000)))
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "untwin", "explain", "--json", str(errors)]
    with subprocess.Popen(command, env=cli.env, stdout=writing, stderr=subprocess.PIPE) as child:
        os.close(writing)
        os.read(reading, 10)
        os.close(reading)
        _out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, b"")
