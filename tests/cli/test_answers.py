"""`answer`: what a case asks of its documents, said on the command line by the same flow as in the window."""

import json
from dataclasses import replace
from typing import Any

import pytest

from builders import COMPANY, HOLDER, case, evidence
from flows.conftest import Office, office
from untwin.cli.commands import run
from untwin.cli.parser import make_parser
from untwin.domain.cases.case import State
from untwin.domain.verdicts.evidence import Evidence, Search
from untwin.domain.verdicts.judge import judge

__all__ = ["office"]
BILL = replace(HOLDER, id="400", entity="Bill", customer_id="31", customer_name="Acme Supply")


def cli(office: Office, *arguments: str) -> int:
    return run(make_parser().parse_args(arguments), lambda: office.desk)


def kept(office: Office, found: Evidence) -> str:
    office.desk.companies.put(COMPANY)
    whole = case(id="", state=State.NEEDS_DECISION, evidence=found, incoming=found.incoming, judgement=judge(found))
    return office.desk.cases.add(whole).id


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_without_yes_it_prints_what_would_be_said_and_says_nothing(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = kept(office, evidence(holders=(HOLDER, BILL)))
    assert cli(office, "answer", "own-number", first) == 1
    assert "Vendor bill 1234 of Acme Supply has the vendor's own number and is not what waits to post." in (
        capsys.readouterr().out
    )
    assert office.desk.cases.get(first).own_numbers == ()


def test_several_cases_are_answered_at_once_and_then_renumbered(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [kept(office, evidence(holders=(HOLDER, BILL))) for _ in range(2)]
    assert cli(office, "show", ids[0], "--json") == 0
    assert answer(capsys)["asks"] == {"made-by-hand": [], "own-number": ["400"]}
    assert cli(office, "renumber", ids[0]) == 1
    assert "only has the same number" in capsys.readouterr().out
    assert cli(office, "answer", "own-number", *ids, "--yes", "--json") == 0
    assert [each["verdict"] for each in answer(capsys)] == ["unrelated", "unrelated"]
    assert cli(office, "renumber", ids[0], "--json") == 1
    assert [row["old"] for row in answer(capsys)["rows"]] == ["1234"]


def test_the_word_is_taken_back(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    first = kept(office, evidence(holders=(HOLDER, BILL)))
    cli(office, "answer", "own-number", first, "--yes")
    assert cli(office, "answer", "take-back", first) == 1
    assert "Word taken back: that vendor bill 1234 only shares the number." in capsys.readouterr().out
    assert cli(office, "answer", "take-back", first, "--yes", "--json") == 0
    assert answer(capsys)[0]["verdict"] == "purchase_side"


def test_who_made_a_document_is_answered_too(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    first = kept(office, evidence(source_search=Search(complete=False, why_not="Cut short.")))
    assert cli(office, "answer", "made-by-hand", first) == 1
    assert "Credit memo 1234 was made in QuickBooks by hand." in capsys.readouterr().out
    assert cli(office, "answer", "made-by-hand", first, "--yes", "--json") == 0
    assert answer(capsys)[0]["verdict"] == "unrelated"


@pytest.mark.parametrize("what", ["own-number", "made-by-hand", "take-back"])
def test_what_nobody_asks_is_refused_in_words(office: Office, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    first = kept(office, evidence())
    assert cli(office, "answer", what, first) == 1
    assert cli(office, "answer", what, first, "--yes") == 1
    assert capsys.readouterr().err.strip()
