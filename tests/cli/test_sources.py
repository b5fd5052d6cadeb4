"""The source commands: what is connected, a webhook's secret shown once, one's own profile, tested and forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import Office, open_office
from untwin.resources import resource


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def test_sources_are_listed_added_tested_and_forgotten(office: Office) -> None:
    cli, example = office.cli, resource("sources", "example.toml")
    assert "Clio" in cli.ok("source", "list").out
    [clio] = cli.ok("source", "list", "--json").json
    assert clio == {
        "company": office.caller.realm,
        "source": "clio",
        "name": "Clio",
        "reads": True,
        "retry": "assisted",
        "minutes": 0.25,
        "page": office.caller.greeting["clio"]["bill_syncing_page"],
        "custom_transaction_numbers": "on",
        "makes_customers": True,
    }
    assert "Acme Billing" in cli.ok("source", "add", example).out
    assert [s["source"] for s in cli.ok("source", "list", "--json").json] == ["clio", "Acme Billing"]
    tested = cli.ok("source", "test", "--json").json
    assert [t["said"] for t in tested] == [
        "Clio answers, and lets Untwin read its list.",
        "Acme Billing has nothing that Untwin could ask; its page is opened for you.",
    ]
    assert cli.ok("source", "forget", "acme billing", "--json").json["forgotten"] == "Acme Billing"
    assert [s["source"] for s in cli.ok("source", "list", "--json").json] == ["clio"]
    assert "source connected" in cli.ok("history").out


def test_a_webhook_needs_a_real_keyring_and_shows_its_secret_once(office: Office) -> None:
    cli, address = office.cli, "https://acme.example/untwin"
    done = cli.run("source", "connect", "webhook", "--name", "Acme", "--address", address)
    assert done.code == 0
    secret = done.err.splitlines()[1]
    assert len(secret) == 43
    assert secret not in done.out
    assert secret not in cli.ok("source", "list", "--json").out
    stored = [value for name, value in office.service.secrets().items() if name.endswith(f"Acme {office.caller.realm}")]
    assert [secret in value for value in stored] == [True]
    cli.ok("source", "forget", "Acme")
    assert not any("Acme" in name for name in office.service.secrets())


def test_forgetting_the_company_forgets_its_sources(office: Office) -> None:
    office.cli.run("source", "connect", "webhook", "--name", "Acme", "--address", "https://acme.example/untwin")
    office.cli.ok("company", "forget", office.caller.realm)
    assert office.service.secrets() == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("connect", "webhook", "--name", "Acme", "--address", "http://acme.example"), "begins with https://"),
        (("connect", "webhook", "--name", "Acme"), "needs --name and --address"),
        (("connect", "webhook", "--name", "Clio", "--address", "https://acme.example"), "knows already"),
        (("connect", "hubspot", "--region", "eu"), "goes with “source connect clio”"),
        (("connect", "clio"), "--region"),
        (("add", "nothing.toml"), "can't be opened"),
        (("test", "Xero"), "No source called “Xero”"),
        (("forget", "Xero"), "No source called “Xero”"),
        (("list", "--company", "Nobody"), "no connected company"),
    ],
)
def test_wrong_usage_is_a_sentence(office: Office, arguments: tuple[str, ...], said: str) -> None:
    done = office.cli.run("source", *arguments)
    assert done.code == 2
    assert said in done.err


def test_what_asks_somebody_needs_a_terminal(office: Office) -> None:
    done = office.cli.run("source", "connect", "hubspot")
    assert done.code == 1
    assert "there is nobody to ask here" in done.err


def test_a_source_that_does_not_answer_is_said_and_the_others_are_tested(office: Office) -> None:
    office.cli.ok("source", "add", resource("sources", "example.toml"))
    office.process.stop()
    done = office.cli.run("source", "test")
    assert done.code == 3
    assert "NOT  Harlow & Pike LLP: Clio can't be reached." in done.out
    assert "ok   Harlow & Pike LLP: Acme Billing" in done.out
