"""The misbehaviour on demand: what each fault does to the caller, and what it does to the books."""

import re
import time
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import requests

from sample.caller import Caller, Start, fault
from untwin.sample.quickbooks.trouble.tricks import TRICKS

LOST = requests.ConnectionError, requests.exceptions.ChunkedEncodingError
READ = "creditmemo/111"


def _body(caller: Caller, note: str) -> dict[str, Any]:
    """A sparse update of the one credit memo, whose note tells afterwards whether it was done."""
    return {"Id": "111", "SyncToken": caller.stored("CreditMemo", "111")["SyncToken"], "sparse": True} | {
        "PrivateNote": note
    }


def _write(caller: Caller, name: str, note: str) -> requests.Response:
    return caller.call("POST", "creditmemo", json=_body(caller, note), fault=name)


def _note(caller: Caller) -> str:
    return str(caller.stored("CreditMemo", "111").get("PrivateNote", ""))


# Each with the status the caller sees in the end.
BEFORE = {"fail-before": 500, "html": 502, "html=200": 200, "redirect": 404, "stale": 400, "throttle": 429} | {
    "invalid-client": 401,
    "ignore-sparse": 400,
}
AFTER = ("fail-after", "html-after", "half-json", "late=0.05", "drip=0.05", "delay=0.05", "skew=60", "meddle=Balance")


@pytest.mark.parametrize(("name", "status"), BEFORE.items())
def test_what_happens_before_the_commit_leaves_the_books_alone(shared: Caller, name: str, status: int) -> None:
    answer = _write(shared, name, f"by {name}")
    assert answer.status_code == status
    assert _note(shared) != f"by {name}"
    assert shared.log()[-1]["fault"] == name


@pytest.mark.parametrize("name", AFTER)
def test_what_happens_after_the_commit_is_in_the_books(shared: Caller, name: str) -> None:
    answer = _write(shared, name, f"by {name}")
    assert _note(shared) == f"by {name}"
    entry = shared.log()[-1]
    assert (entry["fault"], entry["status"]) == (name, answer.status_code)


@pytest.mark.parametrize(
    ("name", "is_done", "status"),
    [("cut-before", False, None), ("cut-after", True, None), ("cut-within", True, 200)],
)
def test_a_cut_connection_says_nothing_of_the_commit(
    shared: Caller, name: str, is_done: bool, status: int | None
) -> None:
    with pytest.raises(LOST):
        _write(shared, name, f"by {name}")
    assert (_note(shared) == f"by {name}") is is_done
    entry = shared.log()[-1]
    assert (entry["fault"], entry["status"], entry["body"]["PrivateNote"]) == (name, status, f"by {name}")


def test_the_same_requestid_after_a_cut_gives_the_first_answer(shared: Caller) -> None:
    body = _body(shared, "cut once")
    with pytest.raises(LOST):
        shared.call("POST", "creditmemo", json=body, params={"requestid": "r-cut"}, fault="cut-after")
    again = shared.post("creditmemo", body, requestid="r-cut").json()["CreditMemo"]
    assert again | {"MetaData": {}} == shared.stored("CreditMemo", "111") | {"MetaData": {}}
    assert int(again["SyncToken"]) == int(body["SyncToken"]) + 1


def test_throttling_speaks_in_the_gateways_envelope_with_and_without_a_time_to_wait(shared: Caller) -> None:
    plain, waiting = (shared.call("GET", READ, fault=name) for name in ("throttle", "throttle=7"))
    for answer in (plain, waiting):
        [error] = answer.json()["fault"]["error"]
        assert (answer.status_code, error["code"], answer.json()["fault"]["type"]) == (429, "3001", "SERVICE")
        assert error["message"] == "message=ThrottleExceeded; errorCode=003001; statusCode=429"
        assert answer.headers["intuit_tid"]
    assert ("Retry-After" in plain.headers, waiting.headers["Retry-After"]) == (False, "7")


def test_a_failing_server_answers_with_its_own_fault(shared: Caller) -> None:
    answer = shared.call("GET", READ, fault="fail-before")
    assert (answer.status_code, answer.json()["Fault"]["type"], fault(answer)["code"]) == (500, "SystemFault", "10000")


def test_half_a_json_comes_as_a_whole_answer(shared: Caller) -> None:
    answer = shared.call("GET", READ, fault="half-json")
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert answer.text.startswith('{"CreditMemo":')
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        answer.json()


@pytest.mark.parametrize(("name", "status"), [("html", 502), ("html=200", 200), ("html=503", 503)])
def test_a_proxys_page_is_html_and_not_quickbooks(shared: Caller, name: str, status: int) -> None:
    answer = shared.call("GET", READ, fault=name)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "intuit_tid" not in answer.headers


def test_a_redirect_shows_in_the_log_when_it_is_followed(shared: Caller) -> None:
    kept = shared.call("GET", READ, fault="redirect", allow_redirects=False)
    assert (kept.status_code, kept.headers["Location"]) == (307, f"/redirected/v3/company/{shared.realm}/{READ}")
    assert shared.call("GET", READ, fault="redirect=302").status_code == 404
    assert shared.log()[-1]["path"] == f"/redirected/v3/company/{shared.realm}/{READ}"
    assert shared.log()[-1]["token"] == shared.token


@pytest.mark.parametrize("seconds", [-7200, 90])
def test_a_skewed_clock_shows_in_the_date_alone(shared: Caller, seconds: int) -> None:
    answer = shared.call("GET", READ, fault=f"skew={seconds}")
    told, inside = parsedate_to_datetime(answer.headers["Date"]), datetime.fromisoformat(answer.json()["time"])
    assert abs((told - inside).total_seconds() - seconds) < 2


def test_slow_answers_are_slow_in_their_own_ways(shared: Caller) -> None:
    shared.call("GET", READ)
    for name in ("delay=0.3", "late=0.3", "drip=0.3"):
        began = time.monotonic()
        answer = shared.call("GET", READ, fault=name, stream=True)
        headers = time.monotonic() - began
        assert answer.json()["CreditMemo"]["Id"] == "111"
        whole = time.monotonic() - began
        assert whole >= 0.28
        # The drip has its headers early and its body late; the others wait, then say all at once.
        assert (headers < 0.2) == name.startswith("drip")


def test_a_delayed_write_is_done_although_nobody_waits_for_it_any_more(shared: Caller) -> None:
    with pytest.raises(requests.Timeout):
        requests.post(
            f"{shared.base}/v3/company/{shared.realm}/creditmemo",
            json=_body(shared, "by nobody"),
            headers={"Authorization": f"Bearer {shared.token}", "Sample-Fault": "delay=0.4"},
            timeout=0.1,
        )
    assert _note(shared) != "by nobody"
    for _ in range(100):
        if _note(shared) == "by nobody":
            return
        time.sleep(0.02)
    pytest.fail("the write was never done")


def test_an_expired_token_can_be_renewed_and_a_revoked_connection_cannot(start: Start) -> None:
    caller = start()
    tokens = caller.sign_in()
    assert caller.call("GET", "preferences", fault="expired").status_code == 401
    renewed = caller.tokens(grant_type="refresh_token", refresh_token=tokens["refresh_token"]).json()
    caller.token = renewed["access_token"]
    assert caller.call("GET", "preferences", fault="revoked").status_code == 401
    assert caller.call("GET", "preferences").status_code == 401
    refused = caller.tokens(grant_type="refresh_token", refresh_token=renewed["refresh_token"])
    assert (refused.status_code, refused.json()) == (400, {"error": "invalid_grant"})
    fresh = caller.sign_in()
    refused = caller.tokens(fault="revoked", grant_type="refresh_token", refresh_token=fresh["refresh_token"])
    assert refused.json() == {"error": "invalid_grant"}
    assert caller.call("GET", "preferences").status_code == 401


def test_the_token_endpoint_fails_in_its_own_words(fresh: Caller) -> None:
    first = fresh.greeting["quickbooks"]["companies"][0]["refresh_token"]
    asked = {"grant_type": "refresh_token", "refresh_token": first}
    failed = fresh.tokens(fault="fail-before", **asked)
    assert (failed.status_code, failed.json()) == (500, {"error": "server_error"})
    refused = fresh.tokens(fault="invalid-client", **asked)
    assert (refused.status_code, refused.json()) == (401, {"error": "invalid_client"})
    with pytest.raises(LOST):
        fresh.tokens(fault="cut-after", **asked)
    # The token was changed for another one, which nobody has heard of.
    assert fresh.tokens(**asked).json() == {"error": "invalid_grant"}


def test_a_stale_token_names_somebody_else(shared: Caller) -> None:
    for name, user in (("stale", "Morgan Reyes"), ("stale=Ada Fox", "Ada Fox")):
        answer = _write(shared, name, "x")
        assert (answer.status_code, fault(answer)["code"]) == (400, "5010")
        assert f"You and {user} were working on this at the same time." in fault(answer)["Detail"]


def test_where_sparse_is_ignored_a_small_update_is_refused_and_wipes_nothing(shared: Caller) -> None:
    before = shared.stored("CreditMemo", "111")
    answer = _write(shared, "ignore-sparse", "x")
    assert (answer.status_code, fault(answer)["code"], fault(answer)["element"]) == (400, "2020", "CustomerRef")
    assert shared.stored("CreditMemo", "111") == before


@pytest.mark.parametrize("field", ["PrivateNote", "TotalAmt", "Balance", "TxnDate", "Line", "DocNumber"])
def test_meddling_changes_one_thing_more_than_was_asked_for(shared: Caller, field: str) -> None:
    before = shared.stored("CreditMemo", "111")
    body = {name: before[name] for name in ("Id", "SyncToken")} | {"sparse": True, "DocNumber": f"M-{field}"}
    shared.call("POST", "creditmemo", json=body, fault=f"meddle={field}")
    after = shared.stored("CreditMemo", "111")
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert changed | {"MetaData"} == {"DocNumber", "SyncToken", "MetaData", field}
    assert (after["DocNumber"] == f"M-{field}") is (field != "DocNumber")


@pytest.mark.parametrize(("code", "kind"), [("4001", "ValidationFault"), ("10000", "SystemFault"), ("3001", "SERVICE")])
def test_one_item_of_a_batch_fails_and_the_others_succeed(shared: Caller, code: str, kind: str) -> None:
    items = [{"bId": str(place), "Query": "select * from Item"} for place in range(3)]
    answer = shared.call("POST", "batch", json={"BatchItemRequest": items}, fault=f"item-fault={code}")
    one, two, three = answer.json()["BatchItemResponse"]
    assert (answer.status_code, "QueryResponse" in one, "QueryResponse" in two) == (200, True, True)
    assert (three["bId"], three["Fault"]["type"], three["Fault"]["Error"][0]["code"]) == ("2", kind, code)


def test_a_failed_item_of_a_batch_was_not_done(shared: Caller) -> None:
    items = [{"bId": "1", "operation": "update", "CreditMemo": _body(shared, "in a batch")}]
    shared.call("POST", "batch", json={"BatchItemRequest": items}, fault="item-fault=5010")
    assert _note(shared) != "in a batch"


def test_several_faults_are_played_together_the_first_around_the_others(shared: Caller) -> None:
    began = time.monotonic()
    answer = shared.call("GET", READ, fault="delay=0.2; skew=3600 ;fail-after")
    assert (time.monotonic() - began > 0.18, answer.status_code) == (True, 500)
    told, inside = parsedate_to_datetime(answer.headers["Date"]), datetime.fromisoformat(answer.json()["time"])
    assert told - inside > timedelta(minutes=59)
    assert shared.log()[-1]["fault"] == "delay=0.2;skew=3600;fail-after"


def test_a_header_that_names_no_fault_is_refused_in_a_sentence(shared: Caller) -> None:
    answer = shared.call("GET", READ, fault="nonsense")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Sample-Fault: “nonsense” is no fault; there are delay, late,")


def test_without_a_fault_the_log_says_none(shared: Caller) -> None:
    shared.call("GET", READ)
    assert shared.log()[-1]["fault"] is None


def test_a_schedule_from_the_start_hits_the_apps_requests_and_never_clios(start: Start) -> None:
    caller = start("--faults", "token@1:fail-before;write@1:cut-after;*:fail-before")
    # Clio has posted everything it had to, and posts on.
    assert caller.retry("1250") == "Synced"
    assert caller.tokens(grant_type="refresh_token", refresh_token="x").status_code == 500
    played = {(entry["client"], entry["fault"]) for entry in caller.log()}
    assert {label for label, name in played if name} == {None}
    assert caller.happened() == {"token@1:fail-before": 1, "write@1:cut-after": 0, "*:fail-before": 0}


def test_a_schedule_can_be_set_while_running_and_tells_how_often_it_was_played(fresh: Caller) -> None:
    fresh.sign_in()
    schedule = "write@1:cut-after;read@2-3:throttle=2;query@1:half-json;cdc@1:html;batch@1:item-fault=4001;*:delay=0.01"
    assert fresh.schedule(schedule).json()["schedule"] == schedule
    with pytest.raises(LOST):
        fresh.post("creditmemo", _body(fresh, "scheduled"))
    assert _note(fresh) == "scheduled"
    assert [fresh.call("GET", READ).status_code for _ in range(4)] == [200, 429, 429, 200]
    assert fresh.call("GET", "query", params={"query": "select * from Item"}).text[-2:] != "}]"
    assert fresh.call("GET", "cdc", params={"entities": "Item"}).status_code == 502
    items = {"BatchItemRequest": [{"bId": "1", "Query": "select * from Item"}]}
    assert "Fault" in fresh.post("batch", items).json()["BatchItemResponse"][0]
    assert list(fresh.happened().values()) == [1, 2, 1, 1, 1, 2]
    assert fresh.schedule("").json() == {"schedule": "", "happened": {}}
    assert fresh.call("GET", READ).status_code == 200


@pytest.mark.parametrize("name", [name for name in TRICKS if name not in ("revoked", "expired")])
def test_every_fault_can_be_scheduled_for_reads_and_the_server_goes_on(shared: Caller, name: str) -> None:
    value = {"delay": "=0", "late": "=0", "drip": "=0", "skew": "=1", "item-fault": "=610"}.get(name, "")
    shared.call("GET", READ)
    assert shared.schedule(f"read@1:{name}{value}").status_code == 200
    try:
        shared.call("GET", READ)
    except LOST:
        assert name.startswith("cut-")
    assert shared.log()[-1]["path"].endswith(READ)
    assert [entry["fault"] for entry in shared.log() if not entry["path"].startswith("/redirected")][-1] == name + value
    assert shared.call("GET", READ).json()["CreditMemo"]["Id"] == "111"
    shared.schedule("")


def test_a_bad_schedule_is_refused_while_running_too(shared: Caller) -> None:
    answer = shared.schedule("write@x:stale")
    assert (answer.status_code, "“x” is no WHEN" in answer.json()["error"]) == (400, True)


def test_a_page_is_no_request_of_the_app(shared: Caller) -> None:
    shared.schedule("*:fail-before")
    assert shared.session.get(f"{shared.base}/connect/oauth2", params=shared.asked(), timeout=10).status_code == 200
    shared.schedule("")


def test_names_of_faults_are_words_joined_by_dashes() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?", name) for name in TRICKS)
