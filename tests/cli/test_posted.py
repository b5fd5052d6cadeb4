"""`verify` and `posted`: one request for all that waits, and a person's word on what was found."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders import COMPANY, INCOMING, NOW, TWIN, case, evidence
from flows.conftest import Office, office
from untwin.cli.commands import run
from untwin.cli.parser import make_parser
from untwin.domain.cases.case import State

__all__ = ["office"]


def cli(office: Office, *arguments: str) -> int:
    return run(make_parser().parse_args(arguments), lambda: office.desk)


@pytest.fixture
def waiting(office: Office) -> list[str]:
    """Three cases; the second has posted, the third under another number."""
    office.desk.companies.put(COMPANY)
    ids = []
    for number, customer in (("1", "Ortega, Luis"), ("2", "Doe, Jo"), ("3", "Smith, Anna")):
        incoming = replace(INCOMING, number=number, customer=customer, customer_source_id=None)
        whole = case(id="", state=State.WAITING_TO_POST, doc_number=number, incoming=incoming, waiting_since=NOW)
        found = evidence(incoming=incoming, incoming_customers=())
        ids.append(office.desk.cases.add(replace(whole, evidence=found)).id)
    late = NOW + timedelta(seconds=5)
    for document_id, number, customer in (("902", "2", "Doe, Jo"), ("903", "M-1", "Smith, Anna")):
        made = replace(TWIN, id=document_id, number=number, date=INCOMING.date, created_at=late)
        office.books.documents[document_id] = replace(made, customer_id=document_id, customer_name=customer)
    return ids


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_verify_all_asks_once_and_says_how_each_stands(
    office: Office, waiting: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli(office, "verify", "--all", "--json") == 1
    told = answer(capsys)
    assert office.books.polls == [3]
    assert [each["state"] for each in told] == ["waiting_to_post", "posted", "waiting_to_post"]
    assert [each["posting"]["outcome"] for each in told] == ["not_seen", "posted", "other_number"]
    assert [each["please_confirm"] for each in told] == [False, False, True]
    assert told[2]["posting"]["document"] == "903"


def test_posted_shows_what_was_found_and_confirms_it_with_yes(
    office: Office, waiting: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli(office, "posted", waiting[2]) == 1
    assert "look whether it posted" in capsys.readouterr().err.lower()
    cli(office, "verify", waiting[2])
    capsys.readouterr()
    assert cli(office, "posted", waiting[2], "--json") == 1
    assert answer(capsys)["state"] == "waiting_to_post"
    assert cli(office, "posted", waiting[2], "--yes", "--json") == 0
    assert answer(capsys)["state"] == "posted"


def test_posted_other_goes_on_looking(office: Office, waiting: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    cli(office, "verify", waiting[2])
    assert cli(office, "posted", waiting[2], "--other") == 1
    assert "goes on looking" in capsys.readouterr().out
    assert cli(office, "verify", waiting[2]) == 1
    assert "3 is not in QuickBooks yet." in capsys.readouterr().out
