"""Importing a source's whole list: what shows its end in the list alone is ended by it, and nothing by a part of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import COMPANY, INCOMING, TWIN
from flows.conftest import Office, make_office
from untwin.cli import commands
from untwin.cli.parser import make_parser
from untwin.domain.cases.case import State

OUTSIDE = "{}: line item or invoice amount modifications in HubSpot native invoices cannot be made here."
OTHER = "Code (6140): Duplicate Document Number Error : DocNumber=88 is assigned to TxnType=Invoice with TxnId=88"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path / "home")
    made.desk.companies.put(replace(COMPANY, sources=(replace(COMPANY.sources[0], source="hubspot"),)))
    made.books.documents = {"900": replace(TWIN, id="900", number="1234", date=INCOMING.date)}
    return made


def waiting(office: Office) -> str:
    [case] = office.desk.take_in.text(OUTSIDE.format(1234), source="hubspot").new
    office.desk.decide.describe(case.id, "no. 1234")
    office.desk.look_up(case.id)
    assert office.desk.retry(case.id).case.state is State.WAITING_TO_POST
    return case.id


def whole_list(office: Office, capsys: pytest.CaptureFixture[str], *files: Path) -> tuple[int, Any, str]:
    arguments = ["import", *map(str, files), "--source", "hubspot", "--all-of-source", "--json"]
    code = commands.run(make_parser().parse_args(arguments), lambda: office.desk)
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_gone_from_the_list_is_solved(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = waiting(office)
    code, told, _ = whole_list(office, capsys, written(tmp_path, "list.txt", OTHER))
    assert (code, told["looked"], told["missing"]) == (0, [{"case": case, "state": "posted"}], [])
    assert office.desk.cases.get(case).note.startswith("The error about 1234 is gone from HubSpot's list")


def test_several_files_are_one_list(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = waiting(office)
    files = (written(tmp_path, "one.txt", OTHER), written(tmp_path, "two.txt", OUTSIDE.format(1234)))
    _, told, _ = whole_list(office, capsys, *files)
    assert told["looked"] == [{"case": case, "state": "failed_again"}]
    assert office.desk.cases.get(case).note == "The error about 1234 still stands in HubSpot's list."


def test_an_error_of_the_same_kind_without_a_number_is_rather_not_gone(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = waiting(office)
    code, told, _ = whole_list(office, capsys, written(tmp_path, "list.txt", OUTSIDE.removeprefix("{}: ")))
    assert (code, told["looked"]) == (1, [{"case": case, "state": "failed_again"}])


def test_a_list_read_in_part_ends_nothing(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = waiting(office)
    broken = tmp_path / "more.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    code, told, said = whole_list(office, capsys, written(tmp_path, "list.txt", OTHER), broken)
    assert (code, told["looked"]) == (1, [])
    assert "nothing can be said about what is missing" in said
    assert office.desk.cases.get(case).state is State.WAITING_TO_POST
