"""`company numbers`: the house rules read and set, and what a plan says about the next number."""

import json

import pytest

from builders import REALM
from flows.conftest import Office, office
from flows.walk import looked_up
from untwin.cli.commands import run
from untwin.cli.parser import make_parser

__all__ = ["office"]


def cli(office: Office, *arguments: str) -> int:
    return run(make_parser().parse_args(arguments), lambda: office.desk)


def test_the_rules_are_printed_with_an_example_for_each_type(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli(office, "company", "numbers", REALM) == 0
    out = capsys.readouterr().out
    assert "new numbers, the first that fits: prefix, suffix, next, ask" in out
    assert "for example a credit memo 1234: CM-1234, else 1234-CM" in out


def test_rules_are_set_and_told_as_json(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    said = ("--rule", "suffix,ask", "--affix", "credit-memo=GS", "--range", "clio 2000..3000", "--json")
    assert cli(office, "company", "numbers", REALM, *said) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["order"] == ["suffix", "ask"]
    assert told["affixes"]["CreditMemo"] == "GS"
    assert [(r["source"], r["first"], r["last"]) for r in told["ranges"]] == [("clio", 2000, 3000)]
    assert cli(office, "company", "numbers", REALM, "--range", "none", "--json") == 0
    assert json.loads(capsys.readouterr().out)["ranges"] == []
    assert cli(office, "company", "numbers", REALM, "--usual", "--json") == 0
    assert json.loads(capsys.readouterr().out)["affixes"]["CreditMemo"] == "CM"


@pytest.mark.parametrize("wrong", [("--rule", "best"), ("--affix", "CM"), ("--range", "1..2"), ("--affix", "bill=B")])
def test_what_makes_no_sense_is_wrong_usage_in_words(
    office: Office, wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli(office, "company", "numbers", REALM, *wrong) == 2
    assert capsys.readouterr().err.count(".") >= 1


def test_a_plan_says_what_quickbooks_may_offer_next(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    looked_up(office)
    assert cli(office, "renumber", "1") == 1
    assert "next number: People type the numbers here" in capsys.readouterr().out
    assert cli(office, "renumber", "1", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert "CM-1235" in told["next_numbers"][0]
    assert told["rows"][0]["suggestions"][0] == "CM-1234"
