"""What Untwin really sends: over the whole main job reads and one kind of write; and the audit sees anything else."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from conftest import QUICK, Serve
from reach import reach_with
from requests_audit import audit
from sample.caller import Caller
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import State
from untwin.domain.company.company import Environment
from untwin.domain.problems import OutsideProblem
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import Client
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.expect import scenarios
from untwin.vault.vaults import MemoryVault
from untwin.walkthrough.person import Person


@pytest.fixture(scope="module", params=[(3, 1), (1, 3)], ids=["all firms", "another law firm"])
def job(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The log of one whole walkthrough, its cases, and how many of them are to post."""
    firms, seed = request.param
    today = datetime.now(UTC).astimezone().date()
    known = tuple(scenarios(firms, seed, today))
    served = (*QUICK, "--hubspot-limit", "100000", "--firms", str(firms), "--seed", str(seed))
    folder = tmp_path_factory.mktemp("walkthrough")
    with sample_desk(folder, (*served, "--today", today.isoformat())) as opened, requests.Session() as session:
        session.trust_env = False
        base = opened.greeting["quickbooks"]["base"]
        person = Person(opened.desk, lambda _sentence: None, session, known, base)
        cases = [case for company in opened.desk.companies.all() for case in person.work(company)]
        caller = Caller(opened.greeting)
        log = caller.log()
        caller.session.close()
    return {"log": log, "cases": cases, "posts": sum(one.state == "posted" for one in known)}


def test_every_request_is_a_read_or_the_number_write_checked_key_by_key(job: dict[str, Any]) -> None:
    assert audit(job["log"]).offences == []


def test_there_are_as_many_writes_as_numbers_were_changed(job: dict[str, Any]) -> None:
    changed = {(r.document_id, r.new) for case in job["cases"] for r in case.renumbered}
    written = {(w["body"]["Id"], w["body"]["DocNumber"]) for w in audit(job["log"]).writes}
    assert written == changed
    # Two documents on one number are two; all else that is renumbered is one.
    assert len(audit(job["log"]).writes) == len(changed) == sum(len(c.renumbered) for c in job["cases"]) >= 4


def test_every_request_id_is_new_and_short(job: dict[str, Any]) -> None:
    ids = [w["query"]["requestid"] for w in audit(job["log"]).writes]
    assert len(set(ids)) == len(ids)
    assert all(len(i) <= 50 for i in ids)


def test_every_request_to_the_api_asks_for_the_same_version(job: dict[str, Any]) -> None:
    found = audit(job["log"])
    assert {e["query"].get("minorversion") for e in (*found.reads, *found.writes)} == {"75"}


def test_the_sign_in_is_there_and_apart(job: dict[str, Any]) -> None:
    found = audit(job["log"])
    assert {e["path"] for e in found.sign_ins} >= {"/connect/oauth2", "/oauth2/v1/tokens/bearer"}
    assert all(not e["path"].startswith("/v3") for e in found.sign_ins)


def test_clios_own_postings_are_not_taken_for_untwins(job: dict[str, Any]) -> None:
    """They stand in the same log under Clio's name; without them the job would not have posted anything."""
    posted = [c for c in job["cases"] if c.state is State.POSTED]
    assert len(posted) == job["posts"] >= 4
    assert any(e["client"] == "clio" and e["path"].endswith("/invoice") for e in job["log"])


def test_all_was_read_that_the_job_needs_and_little_more(job: dict[str, Any]) -> None:
    """Reads are metered by Intuit: this is a ceiling well above today's count, to notice a loop."""
    found = audit(job["log"])
    assert 20 <= len(found.reads) <= 15 * len(job["cases"])


# --- the audit itself ----------------------------------------------------------------------------------------------

NUMBER = {"Id": "111", "SyncToken": "0", "sparse": True, "DocNumber": "X-1"}
Send = Callable[[Client], object]
OTHER_WRITES: dict[str, Send] = {
    "a create": lambda c: c.create_object("Invoice", json.dumps({"CustomerRef": {"value": "1"}})),
    "a delete": lambda c: c.delete_object("CreditMemo", json.dumps({"Id": "111", "SyncToken": "0"})),
    "a void": lambda c: c.post(_url(c, "invoice"), json.dumps(NUMBER), params={"operation": "void"}),
    "a fifth key": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER | {"PrivateNote": "x"}), request_id="r"),
    "a line": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER | {"Line": []}), request_id="r"),
    "a full update": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER | {"sparse": False}), request_id="r"),
    "no sparse": lambda c: c.update_object(
        "CreditMemo", json.dumps({k: v for k, v in NUMBER.items() if k != "sparse"}), request_id="r"
    ),
    "no requestid": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER)),
    "a long requestid": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER), request_id="r" * 51),
    "an empty number": lambda c: c.update_object("CreditMemo", json.dumps(NUMBER | {"DocNumber": ""}), request_id="r"),
    "a number that quickbooks chooses": lambda c: c.update_object(
        "CreditMemo", json.dumps(NUMBER | {"DocNumber": "AUTO_GENERATE"}), request_id="r"
    ),
    "duplicates allowed": lambda c: c.update_object(
        "CreditMemo", json.dumps(NUMBER), request_id="r", params={"include": "allowduplicatedocnum"}
    ),
    "a bill": lambda c: c.update_object("Bill", json.dumps(NUMBER), request_id="r"),
    "a journal entry": lambda c: c.update_object("JournalEntry", json.dumps(NUMBER), request_id="r"),
    "preferences": lambda c: c.update_object("Preferences", json.dumps(NUMBER), request_id="r"),
    "a batch of changes": lambda c: c.batch_operation(
        json.dumps({"BatchItemRequest": [{"bId": "1", "operation": "update", "CreditMemo": NUMBER}]})
    ),
    "a change among queries": lambda c: c.batch_operation(
        json.dumps(
            {
                "BatchItemRequest": [
                    {"bId": "1", "Query": "SELECT * FROM Invoice"},
                    {"bId": "2", "operation": "delete", "Invoice": {"Id": "1", "SyncToken": "0"}},
                ]
            }
        )
    ),
    "an e-mail": lambda c: c.misc_operation("invoice/1/send", ""),
    "one id for two writes": lambda c: [
        c.update_object("CreditMemo", json.dumps(NUMBER | {"DocNumber": n}), request_id="twice") for n in ("X-1", "X-2")
    ],
}


def _url(client: Client, path: str) -> str:
    return f"{client.api_url}/company/{client.company_id}/{path}"


@pytest.fixture
def client(serve: Serve, session: requests.Session) -> tuple[Client, Caller]:
    caller, vault = serve(), MemoryVault()
    reach = reach_with(vault, session)
    [company] = QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
    return open_books(company.realm, Environment.SAMPLE, reach).client, caller


@pytest.mark.parametrize("deed", OTHER_WRITES)
def test_any_other_write_would_be_reported(client: tuple[Client, Caller], deed: str) -> None:
    """Sent on purpose with Untwin's own client: the audit must see it, whatever the server makes of it."""
    sender, caller = client
    assert audit(caller.log()).offences == []
    # Refused by the server or not: it was sent.
    with suppress(OutsideProblem):
        OTHER_WRITES[deed](sender)
    assert len(audit(caller.log()).offences) == 1


def test_a_request_without_a_token_would_be_reported(client: tuple[Client, Caller]) -> None:
    _sender, caller = client
    caller.session.post(f"{caller.base}/v3/company/{caller.realm}/invoice", json=NUMBER, timeout=10)
    assert len(audit(caller.log()).offences) == 1


def test_the_write_itself_is_no_offence(client: tuple[Client, Caller]) -> None:
    sender, caller = client
    sender.update_object("CreditMemo", json.dumps(NUMBER), request_id="r")
    found = audit(caller.log())
    assert (found.offences, len(found.writes)) == ([], 1)


def test_the_walkthrough_leaves_no_server_behind(tmp_path: Path) -> None:
    with sample_desk(tmp_path, QUICK) as opened:
        base = opened.greeting["quickbooks"]["base"]
    with pytest.raises(requests.ConnectionError):
        requests.get(base, timeout=5)
