"""Clio's answers: whole lists or none, one bill or a sentence, and the token to Clio alone."""

import json
from decimal import Decimal

import pytest
import requests

from clio_answers import TOKEN, at_clio, bill, clio, page
from conftest import Serve
from misbehaving import Misbehaving, Reply
from untwin.domain.problems import OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.sources.keys import ClioKey, find_key
from untwin.vault.vaults import MemoryVault


def test_the_sample_firms_bill_is_known_with_everything_about_it(serve: Serve, session: requests.Session) -> None:
    caller = serve()
    answer = at_clio(caller.clio, caller.greeting["clio"]["token"], session).ask("1234")
    assert answer.complete
    assert answer.incoming is not None
    assert (answer.incoming.kind, answer.incoming.number) == (IncomingKind.BILL, "1234")
    assert (answer.incoming.customer, answer.incoming.total) == ("Smith, Anna", Decimal(1240))
    assert answer.incoming.state is IncomingState.WAITING
    assert answer.incoming.complete
    assert answer.incoming.references
    assert {r.kind for r in answer.records} <= {IncomingKind.BILL, IncomingKind.CREDIT_NOTE}
    assert "1234" in {r.number for r in answer.records}


def test_money_is_exact(session: requests.Session) -> None:
    with Misbehaving(page(bill())) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert (answer.incoming.total, answer.incoming.balance) == (Decimal("1240.1"), Decimal("1240.1"))


def test_a_number_that_clio_does_not_know_is_a_sentence(session: requests.Session) -> None:
    with Misbehaving(page()) as server:
        answer = clio(server.base, session).ask("5501")
    assert (answer.incoming, answer.complete, answer.problem) == (None, True, "Clio has no bill 5501.")


def test_a_bill_of_a_longer_number_is_not_this_bill(session: requests.Session) -> None:
    with Misbehaving(page(bill(number="55010"), bill(number="05501"))) as server:
        assert clio(server.base, session).ask("5501").incoming is None


def test_two_waiting_bills_with_one_number_are_neither(session: requests.Session) -> None:
    with Misbehaving(page(bill(), bill(id=902))) as server:
        answer = clio(server.base, session).ask("5501")
    assert (answer.incoming, answer.problem) == (None, "Clio has 2 bills with the number 5501.")


def test_a_void_bill_beside_a_waiting_one_leaves_the_waiting_one(session: requests.Session) -> None:
    with Misbehaving(page(bill(id=900, state="void"), bill())) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert answer.incoming.source_id == "901"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("draft", IncomingState.DRAFT),
        ("awaiting_approval", IncomingState.DRAFT),
        ("awaiting_payment", IncomingState.WAITING),
        ("paid", IncomingState.WAITING),
        ("void", IncomingState.VOIDED),
        ("deleted", IncomingState.DELETED),
        ("something new", IncomingState.UNKNOWN),
        (None, IncomingState.UNKNOWN),
    ],
)
def test_a_bills_state_is_told(session: requests.Session, said: str | None, state: IncomingState) -> None:
    with Misbehaving(page(bill(state=said))) as server:
        incoming = clio(server.base, session).ask("5501").incoming
    assert incoming is not None
    assert incoming.state is state


def test_a_list_is_read_to_its_end_page_by_page(session: requests.Session) -> None:
    numbered = (page(bill(state="void"), following="BASE/api/v4/bills.json?offset=1"), page(bill(id=902)))
    of_client = (page(bill(id=903, number="77"), following="BASE/api/v4/next"), page(bill(id=904, number="78")))
    with Misbehaving(*numbered, page(), *of_client, page(), page()) as server:
        answer = clio(server.base, session).ask("5501")
        paths = [h.path for h in server.heard()]
    bills = "/api/v4/bills.json"
    expected = [bills, bills, bills, bills, "/api/v4/next", bills, "/api/v4/credit_memos.json"]
    assert [path.partition("?")[0] for path in paths] == expected
    # By id, page by page: in any other order a bill could slip from one page to the one before.
    assert all("order=id%28asc%29" in path for path in paths if "?offset" not in path and path != "/api/v4/next")
    assert ["state=deleted" in path for path in paths] == [False, False, True, False, False, True, False]
    assert answer.incoming is not None
    assert answer.incoming.source_id == "902"
    assert {r.id for r in answer.records} == {"901", "902", "903", "904"}
    assert answer.complete


def test_a_next_page_at_another_host_is_not_followed(session: requests.Session) -> None:
    with Misbehaving() as thief:
        known = (f"{thief.base}/api/v4/bills.json", "https://app.clio.com/x", "//evil.example/x", "/x", "x", 5)
        for address in (*known, "http://[", "http://[::1", {"href": "x"}, "BASE@evil.example/x", "http://\ud800/"):
            listed = Reply(body=json.dumps({"data": [bill()], "meta": {"paging": {"next": address}}}))
            with Misbehaving(listed) as server, pytest.raises(Unreachable, match="another address"):
                clio(server.base, session).ask("5501")
        assert thief.heard() == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(401, '{"error": {"type": "UnauthorizedError"}}'), SignInNeeded),
        (Reply(403, ""), SignInNeeded),
        (Reply(429, "", {"Retry-After": "60"}), Throttled),
        (Reply(500, "<html>"), Unreachable),
        (Reply(302, "", {"Location": "http://evil.invalid/"}), Unreachable),
        (Reply(404, "{}"), Unreachable),
        (Reply(cut="after request"), Unreachable),
        (Reply(body='{"data": [' + "1" * 500, cut="within answer"), Unreachable),
    ],
)
def test_a_refusal_is_one_typed_problem(session: requests.Session, reply: Reply, kind: type[OutsideProblem]) -> None:
    with Misbehaving(reply) as server:
        with pytest.raises(kind):
            clio(server.base, session).ask("5501")
        assert len(server.heard()) == 1


NONSENSE = [
    "",
    "<html>Sign in</html>",
    '{"data": [',
    "[" * 5000,
    "null",
    "[]",
    "{}",
    '{"data": null}',
    '{"data": {}}',
    '{"data": 5}',
    '{"data": ["x"]}',
    '{"data": [{"number": "5501"}]}',
    '{"error": {"type": "RateLimited"}}',
    '{"data": [], "meta": [1]}',
    '{"data": [], "meta": {"paging": [1]}}',
]


@pytest.mark.parametrize("body", NONSENSE)
def test_nonsense_is_never_an_empty_list(session: requests.Session, body: str) -> None:
    """An empty list says that Clio made no such document, and a verdict leans on it."""
    with Misbehaving(Reply(200, body)) as server, pytest.raises(Unreachable):
        clio(server.base, session).ask("5501")


@pytest.mark.parametrize("body", NONSENSE)
def test_nonsense_behind_the_bill_is_never_a_complete_list(session: requests.Session, body: str) -> None:
    with Misbehaving(page(bill()), Reply(200, body)) as server, pytest.raises(Unreachable):
        clio(server.base, session).ask("5501")


@pytest.mark.parametrize("total", ['"NaN"', "NaN", "Infinity", '"twelve"', "null", "{}", '""'])
def test_what_is_no_amount_is_unknown(session: requests.Session, total: str) -> None:
    body = page(bill()).body.replace('"total": 1240.1', f'"total": {total}')
    with Misbehaving(Reply(body=body)) as server:
        incoming = clio(server.base, session).ask("5501").incoming
    assert incoming is not None
    assert incoming.total is None
    assert not incoming.complete


ENDLESS = "BASE/api/v4/bills.json?again"


def test_a_list_of_the_number_without_an_end_leaves_the_bill_unknown(session: requests.Session) -> None:
    with Misbehaving(page(bill(), following=ENDLESS)) as server:
        answer = clio(server.base, session).ask("5501")
        assert len(server.heard()) < 100
    assert (answer.incoming, answer.complete) == (None, False)
    assert "too long" in answer.problem


def test_a_clients_list_without_an_end_is_never_complete(session: requests.Session) -> None:
    with Misbehaving(page(bill()), page(), page(bill(id=902, number="77"), following=ENDLESS)) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert not answer.complete
    assert "too long" in answer.problem


def test_the_token_goes_in_the_header_alone(session: requests.Session) -> None:
    with Misbehaving(page(bill())) as server:
        clio(server.base, session).ask("5501")
        heard = server.heard()
    assert {h.headers["authorization"] for h in heard} == {f"Bearer {TOKEN}"}
    assert all(TOKEN not in h.path + h.body for h in heard)
    assert {h.method for h in heard} == {"GET"}


@pytest.mark.parametrize("host", ["app.clio.com", "eu.app.clio.com", "ca.app.clio.com", "au.app.clio.com"])
def test_clios_own_hosts_are_trusted(host: str) -> None:
    vault = MemoryVault({("source", "clio 9"): json.dumps({"base": f"https://{host}", "token": TOKEN})})
    key = find_key(vault, "clio", "9", ClioKey)
    assert key is not None
    assert key.base == f"https://{host}"


@pytest.mark.parametrize("source", ["clio", "hubspot"])
@pytest.mark.parametrize(
    "base",
    [
        "http://app.clio.com",
        "https://app.clio.com.evil.example",
        "https://evil.example/app.clio.com",
        "https://app.clio.com@evil.example",
        "https://evil.example\\@app.clio.com",
        "https://evil@app.clio.com",
        "https://us.app.clio.com",
        "https://api.hubapi.com.evil.example",
        "http://api.hubapi.com",
        "https://127.0.0.1:1",
        "http://10.0.0.1",
        "http://evil.example\\@127.0.0.1",
        "https://[",
        "",
    ],
)
def test_a_token_for_any_other_host_is_not_used(source: str, base: str) -> None:
    vault = MemoryVault({("source", f"{source} 9"): json.dumps({"base": base, "token": TOKEN})})
    with pytest.raises(SignInNeeded, match=r"isn't (Clio|HubSpot)'s"):
        find_key(vault, source, "9", ClioKey)


@pytest.mark.parametrize("damaged", ["", "no json", "[]", '{"base": 5}'])
def test_a_damaged_entry_is_a_sentence(damaged: str) -> None:
    with pytest.raises(SignInNeeded, match="Connect Clio again"):
        find_key(MemoryVault({("source", "clio 9"): damaged}), "clio", "9", ClioKey)


def test_without_an_entry_there_is_no_clio() -> None:
    assert find_key(MemoryVault(), "clio", "9", ClioKey) is None


def test_a_key_shows_no_token_when_it_is_printed(session: requests.Session) -> None:
    things = (clio("https://app.clio.com", session), ClioKey("https://app.clio.com", TOKEN, TOKEN))
    assert TOKEN not in repr(things)
