"""A webhook played through real commands, from its secret to its acceptance, against an app that listens over TLS."""

import hashlib
import hmac
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import certifi
import pytest

from command_line import Done, Office, open_office
from listening_app import Delivery, ListeningApp, listening

ROWS = "Invoice {} could not be synced: Duplicate Document Number Error : You must specify a different number. 6140"


@dataclass
class Firm:
    """An office whose billing app listens at a webhook; `secret` is what the app checks signatures with."""

    office: Office
    app: ListeningApp
    secret: str = ""
    trusted: str = ""

    def run(self, *arguments: str, stdin: str = "") -> Done:
        """A command that trusts the app's authority."""
        program = [sys.executable, str(Path(__file__).parent.parent / "webhook_cli.py"), self.trusted]
        env = self.office.cli.env | {"PYTHONPATH": os.pathsep.join(sys.path)}
        words = [*program, "--home", str(self.office.cli.home), *arguments]
        ended = subprocess.run(words, input=stdin, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert "Traceback" not in ended.stderr, ended.stderr
        self.office.cli.said += [ended.stdout, ended.stderr]
        return Done(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with open_office(tmp_path) as office, listening(tmp_path) as app:
        found = Firm(office, app, trusted=str(app.authority))
        address = ("--address", app.address, "--company", office.caller.realm)
        done = found.run("source", "connect", "webhook", "--name", "Our billing", *address)
        assert done.code == 0, done
        found.secret = done.err.splitlines()[1].strip()
        yield found


def renumbered(firm: Firm) -> str:
    """A case of the app's whose number has been freed: its id."""
    caller = firm.office.caller
    every = firm.office.books()["Invoice"]
    invoices = [d for d in every if d.get("DocNumber", "").isdigit() and d["TxnDate"] > "2026-10"]
    number, holder = invoices[0]["DocNumber"], invoices[0]["CustomerRef"]["name"]
    customer = next(n for d in invoices if (n := d["CustomerRef"]["name"])[:3] != holder[:3])
    text = ROWS.format(number)
    done = firm.run("import", "-", "--source", "Our billing", "--company", caller.realm, "--json", stdin=text)
    assert done.code in (0, 1), done
    case = str(firm.office.cli.case(number)["id"])
    assert firm.run("describe", case, customer, "81.07", "2026-11-14").code == 0
    renumber = ["renumber", case, "--yes", "--accept", "emailed,paid,linked"]
    for words in (["look", case], ["answer", "made-by-hand", case, "--yes"], renumber):
        done = firm.run(*words)
        assert done.code == 0 or words[0] == "look", done
    return case


def signed(delivery: Delivery, secret: str) -> bool:
    """Whether the app would take it."""
    stamped = delivery.headers["untwin-timestamp"].encode() + b"." + delivery.body
    made = hmac.new(secret.encode(), stamped, hashlib.sha256).hexdigest()
    return delivery.headers["untwin-signature"] == f"v1={made}"


def test_a_webhook_is_asked_by_commands_whatever_it_answers(firm: Firm) -> None:
    case, app = renumbered(firm), firm.app
    app.answers, app.body = [500, 429, 200], b"<html>\xff nonsense"
    assert "Our billing has accepted to send" in firm.run("retry", case).out
    app.answers, app.cut = [200], 1000
    assert firm.run("retry", case).code == 0
    app.answers, app.cut = [307], 0
    assert "refused the request (status 307)" in firm.run("retry", case).err
    keys = [delivery.headers["idempotency-key"] for delivery in app.heard]
    assert [keys.count(key) for key in dict.fromkeys(keys)] == [3, 1, 1]
    assert all(signed(delivery, firm.secret) for delivery in app.heard)
    firm.trusted = str(firm.app.authority.with_name("other.pem"))
    Path(firm.trusted).write_bytes(Path(certifi.where()).read_bytes())
    refused = firm.run("retry", case)
    assert (refused.code, len(app.heard)) == (3, 5)
    assert "no public authority vouches for the certificate" in refused.err
    export = ["export", str(firm.office.cli.home / "out.csv")]
    for words in (["history"], export, ["doctor", "--json"], ["source", "list", "--json"]):
        assert firm.office.cli.run(*words).code in (0, 1)
    # It was said once, as the webhook was connected.
    assert "\n".join(firm.office.cli.said).count(firm.secret) == 1
    kept = [file for file in firm.office.cli.home.rglob("*") if file.is_file()]
    assert [file.name for file in kept if firm.secret.encode() in file.read_bytes()] == []


def test_plain_http_is_no_webhook(firm: Firm) -> None:
    address = firm.app.address.replace("https", "http")
    done = firm.run("source", "connect", "webhook", "--name", "Other", "--address", address)
    assert (done.code, "begins with https://" in done.err) == (2, True), done
