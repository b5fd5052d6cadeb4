"""`untwin help`: a list, a page, and a name that is none."""

import json

import pytest

from untwin.__main__ import main
from untwin.cli.codes import exit_code
from untwin.domain.errors.help_page import NAMES
from untwin.domain.problems import BadInput


def test_the_list_names_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in NAMES)


def test_a_page_is_printed_and_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "missing customer"]) == 0
    assert "The invoice has no customer" in capsys.readouterr().out
    assert main(["help", "verdicts", "--json"]) == 0
    [page] = json.loads(capsys.readouterr().out)
    assert page["kind"] == "verdicts"
    assert any("Same document" in point for part in page["parts"] for point in part["points"])


def test_a_name_without_a_page_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "nonsense"]) == exit_code(BadInput(""))
    assert "missing_customer" in capsys.readouterr().err
