"""Wrong usage ends with 2 and words; help and an empty home work without anything around them."""

from pathlib import Path

import pytest

from command_line import CommandLine
from secret_service import NoService


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", NoService().env)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("show",),
        ("renumber",),
        ("company",),
        ("company", "writes", "9", "perhaps"),
        ("cases", "--yes"),
        ("renumber", "1", "--count", "many"),
        ("sample", "dance"),
    ],
)
def test_wrong_usage_ends_with_two_and_the_usage(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    done = cli.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: untwin")
    assert not cli.home.exists()


@pytest.mark.parametrize("command", ["", "explain", "import", "renumber", "company", "sample"])
def test_help_is_help(cli: CommandLine, command: str) -> None:
    done = cli.run(*filter(None, [command, "--help"]))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("usage: untwin")


@pytest.mark.parametrize(
    ("arguments", "words", "document"),
    [
        (("cases",), "No cases.\n", []),
        (("history",), "Nothing was done yet.\n", []),
        (("company", "list"), "No company is connected.\n", []),
        (("look", "--all"), "No case is open.\n", []),
        (("verify", "--all"), "No case waits to post.\n", []),
    ],
)
def test_an_empty_home_answers_and_needs_no_keyring(
    cli: CommandLine, arguments: tuple[str, ...], words: str, document: object
) -> None:
    assert cli.ok(*arguments).out == words
    assert cli.ok(*arguments, "--json").json == document


def test_forgetting_all_says_so_when_nobody_can_tell_what_the_keyring_holds(cli: CommandLine) -> None:
    done = cli.run("company", "forget", "--all")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("No keyring answers on this computer.")


def test_a_problem_is_one_json_document_too(cli: CommandLine) -> None:
    done = cli.run("show", "7", "--json")
    assert done.code == 2
    assert done.json == {"problem": "There is no case 7.", "remedy": ""}
    assert done.err == "There is no case 7.\n"


def test_without_a_display_the_window_says_what_works_without(cli: CommandLine) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        cli.env.pop(name, None)
    done = cli.run()
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no display for a window.")
    assert "untwin sample walkthrough" in done.err


def test_it_tells_its_version(cli: CommandLine) -> None:
    assert cli.ok("--version").out.startswith("Untwin")
    assert not cli.home.exists()
