"""The limits on requests: counted in sliding windows, for each app and company, and off unless asked for."""

import time

from sample.caller import Caller, Start
from untwin.sample.quickbooks.trouble.limits import Limits

READ = "creditmemo/111"


def test_without_the_switch_nothing_is_limited(shared: Caller) -> None:
    assert {shared.call("GET", READ).status_code for _ in range(30)} == {200}


def test_the_usual_limits_are_those_of_quickbooks(start: Start) -> None:
    caller = start("--limits")
    answers = [caller.call("GET", READ)]
    while answers[-1].status_code == 200 and len(answers) < 100:
        answers.append(caller.call("GET", READ))
    assert len(answers) > 10
    assert answers[-1].status_code == 429
    assert answers[-1].json()["fault"]["error"][0]["code"] == "3001"
    assert answers[-1].headers["Retry-After"] == "1"
    assert (caller.log()[-1]["status"], caller.log()[-1]["fault"]) == (429, None)
    assert Limits() == Limits(a_minute=500, a_second=10, batches_a_minute=40)


def test_a_second_slides_and_what_was_turned_away_does_not_count(start: Start) -> None:
    caller = start("--limits", "500,2,40")
    assert [caller.call("GET", READ).status_code for _ in range(4)] == [200, 200, 429, 429]
    time.sleep(1.01)
    assert [caller.call("GET", READ).status_code for _ in range(3)] == [200, 200, 429]


def test_a_minute_is_limited_too_and_says_how_long_to_wait(start: Start) -> None:
    caller = start("--limits", "3,100,40")
    assert [caller.call("GET", READ).status_code for _ in range(3)] == [200] * 3
    answer = caller.call("GET", READ)
    assert (answer.status_code, 58 <= int(answer.headers["Retry-After"]) <= 60) == (429, True)


def test_batches_have_a_limit_of_their_own_besides(start: Start) -> None:
    caller = start("--limits", "100,100,2")
    batch = {"BatchItemRequest": [{"bId": "1", "Query": "select * from Item"}]}
    assert [caller.post("batch", batch).status_code for _ in range(3)] == [200, 200, 429]
    assert caller.call("GET", READ).status_code == 200


def test_signing_in_and_clios_worker_are_not_limited(start: Start) -> None:
    caller = start("--limits", "1,1,1")
    caller.call("GET", READ)
    assert caller.retry("1250") == "Synced"
    assert caller.sign_in()["access_token"]


def test_a_request_that_was_delayed_counts_when_it_is_let_through(start: Start) -> None:
    caller = start("--limits", "100,1,40", "--faults", "read@*:delay=1.05")
    assert [caller.call("GET", READ).status_code for _ in range(2)] == [200, 200]


def test_who_accepts_only_xml_is_turned_away_in_xml(start: Start) -> None:
    caller = start("--limits", "1,100,40")
    caller.call("GET", READ)
    plain, marked = (caller.call("GET", READ, more={"Accept": f"application/{kind}"}) for kind in ("json", "xml"))
    assert (plain.status_code, plain.json()["fault"]["error"][0]["code"]) == (429, "3001")
    assert (marked.status_code, '<Error code="3001">' in marked.text) == (429, True)
    assert marked.headers["Retry-After"]
