"""Marks and filters on the command line: the same flows as the window's, in fields that were added to the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import TEXT
from flows.conftest import Office, make_office
from untwin.cli import commands
from untwin.cli.parser import make_parser
from untwin.domain.cases.case import State


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path / "home")
    made.desk.take_in.text("\n\n".join(TEXT.replace("1234", str(number)) for number in (1234, 1235, 1236)))
    return made


def run(office: Office, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = commands.run(make_parser().parse_args([*arguments, "--json"]), lambda: office.desk)
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def ids(told: Any) -> list[str]:
    return [case["id"] for case in told]


def test_cases_are_listed_by_a_filter_line(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(office, capsys, "cases", "--filter", "no:1235..1300 company:harlow is:new")
    assert (code, ids(told)) == (0, ["2", "3"])
    assert ids(run(office, capsys, "cases", "--filter", "clio 1234")[1]) == ["1"]
    assert ids(run(office, capsys, "cases", "--filter", '"duplicate number" 1234')[1]) == ["1"]


def test_a_line_that_is_not_understood_is_wrong_usage(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(office, capsys, "cases", "--filter", "colour:red")
    assert code == 2
    assert "“colour:” is no filter word" in told["problem"]


def test_marks_are_put_on_and_told(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("mark", "1", "2", "--label", "vip", "--note", "call her", "--snooze", "tomorrow", "--unread")
    code, told, _ = run(office, capsys, *arguments)
    assert (code, ids(told)) == (0, ["1", "2"])
    marks = told[0]["marks"]
    assert (marks["labels"], marks["note"], marks["archived"]) == (["vip"], "call her", False)
    assert marks["snoozed"]["why"] == "time"
    assert ids(run(office, capsys, "cases", "--filter", "is:snoozed label:vip")[1]) == ["1", "2"]
    assert run(office, capsys, "mark", "1", "--wake", "--unlabel", "VIP")[1][0]["marks"]["labels"] == []
    assert ids(run(office, capsys, "cases", "--filter", "is:snoozed")[1]) == ["2"]


def test_what_is_refused_is_said_for_each(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, said = run(office, capsys, "mark", "1", "--archive")
    assert code == 1
    assert not told[0]["marks"]["archived"]
    assert "case 1: It is “New”; only what posted" in said
    assert run(office, capsys, "mark", "1")[0] == 2
    assert run(office, capsys, "mark", "1", "--snooze", "sometime")[0] == 2
    assert run(office, capsys, "mark", "99", "--unread")[0] == 2


def test_cases_are_ignored_with_a_reason(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(office, capsys, "mark", "1", "2", "--ignore", "done by hand")
    assert (code, {case["state"] for case in told}) == (0, {State.IGNORED.value})
