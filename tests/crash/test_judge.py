"""The judge of the crash test catches what must never be: each kind of lie and loss, made up here."""

from dataclasses import replace
from typing import Any

import pytest

from builders import HOLDER, NOW, REALM, case
from crash.judge import not_at_their_end, not_settled, wrong_books, wrong_requests
from crash.where import Books, Gap, stood
from untwin.domain.cases.case import State
from untwin.domain.changes.history import Change, Intent, NumberOrder, Step, StepRecord

ORDER = NumberOrder("CreditMemo", "111", "0", "CM-1234", "id-1")
INTENT = Intent(ORDER, "1", REALM, "1234", "Ann", "needed", HOLDER.raw)
BEFORE: dict[str, Any] = {"Id": "111", "SyncToken": "0", "DocNumber": "1234", "TotalAmt": 85}
AFTER = BEFORE | {"SyncToken": "1", "DocNumber": "CM-1234"}
ROAD = (Step.INTENT, Step.SENT, Step.ANSWERED, Step.READ_AGAIN, Step.PROVED)
PLACE = (REALM, "CreditMemo", "111")


def change(*steps: Step) -> Change:
    return Change(INTENT, tuple(StepRecord(step, NOW) for step in steps or ROAD))


def books(now: dict[str, Any], *changes: Change) -> list[str]:
    start = {"CreditMemo": [BEFORE]}
    return list(wrong_books(changes, REALM, start, {}, {"CreditMemo": [now] if now else []}))


def write(**more: Any) -> dict[str, Any]:
    body = {"Id": "111", "SyncToken": "0", "sparse": True, "DocNumber": "CM-1234"}
    path = f"/v3/company/{REALM}/creditmemo"
    return {"method": "POST", "path": path, "query": {"requestid": "id-1"}, "body": body, "status": 200} | more


def look() -> dict[str, Any]:
    item = {"Query": "SELECT * FROM CreditMemo WHERE Id = '111' MAXRESULTS 1000"}
    path = f"/v3/company/{REALM}/batch"
    return {"method": "POST", "path": path, "query": {}, "body": {"BatchItemRequest": [item]}, "status": 200}


def test_what_is_as_the_record_says_is_let_pass() -> None:
    assert books(AFTER, change()) == []
    assert books(BEFORE, change(Step.INTENT, Step.NOT_DONE)) == []
    assert list(wrong_requests([change()], [write(), look(), write(status=401), write(body=None, status=400)])) == []


@pytest.mark.parametrize(
    ("now", "steps", "said"),
    [
        (AFTER | {"SyncToken": "2"}, ROAD, "was saved 2 times"),
        (AFTER, (Step.INTENT, Step.NOT_DONE), "0 changes say that they are done"),
        (BEFORE, ROAD, "was saved 0 times"),
        (AFTER | {"DocNumber": "X"}, ROAD, "has the number X"),
        (AFTER | {"TotalAmt": 84}, ROAD, "is changed in ['TotalAmt']"),
        (AFTER | {"PrivateNote": "new"}, ROAD, "is changed in ['PrivateNote']"),
        ({}, ROAD, "isn't there any more"),
        (AFTER | {"Id": "112"}, ROAD, "wasn't there at the start"),
    ],
)
def test_books_that_say_otherwise_are_caught(now: dict[str, Any], steps: tuple[Step, ...], said: str) -> None:
    assert said in " ".join(books(now, change(*steps)))


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ([write(), write()], "came 2 times, and was sent 1"),
        ([write(query={})], "nobody intended"),
        ([write(path=f"/v3/company/{REALM}/invoice")], "nobody intended"),
        ([write(body=write()["body"] | {"Line": []})], "intended otherwise"),
        ([write(body=write()["body"] | {"DocNumber": "X"})], "intended otherwise"),
    ],
)
def test_writes_that_nobody_intended_are_caught(log: list[dict[str, Any]], said: str) -> None:
    assert said in " ".join(wrong_requests([change()], log))


def test_what_is_left_open_is_caught() -> None:
    assert list(not_settled([change(Step.INTENT, Step.SENT), change()])) != []
    assert len(list(not_at_their_end([case(state=State.SAVING), case(state=State.RENUMBERED)]))) == 1


@pytest.mark.parametrize(
    ("steps", "versions", "log", "gap"),
    [
        ((Step.INTENT,), (0, 0), [], Gap.INTENT_SENT),
        ((Step.INTENT, Step.SENT), (0, 0), [], Gap.SENT_COMMITTED),
        ((Step.INTENT, Step.SENT), (0, 1), [], Gap.UNSURE),
        ((Step.INTENT, Step.SENT), (1, 1), [], Gap.COMMITTED_ANSWERED),
        ((Step.INTENT, Step.SENT, Step.ANSWERED), (1, 1), [look(), write()], Gap.ANSWERED_READ),
        ((Step.INTENT, Step.SENT, Step.ANSWERED), (1, 1), [write(), look()], Gap.READ_PROVED),
        ((Step.INTENT, Step.SENT, Step.LOST), (1, 1), [write()], Gap.LOST_SETTLED),
    ],
)
def test_where_a_kill_has_hit_is_told_by_store_books_and_log(
    steps: tuple[Step, ...], versions: tuple[int, int], log: list[dict[str, Any]], gap: Gap
) -> None:
    before, after = ({PLACE: version} for version in versions)
    assert stood([change(*steps)], Books(before, after, {REALM: log})) == [gap]


def test_a_change_of_another_document_is_no_look_at_this_one() -> None:
    other = replace(INTENT, order=replace(ORDER, id="11"))
    sent = Change(other, tuple(StepRecord(step, NOW) for step in ROAD[:3]))
    versions = {(REALM, "CreditMemo", "11"): 1}
    assert stood([sent], Books(versions, versions, {REALM: [write(), look()]})) == [Gap.ANSWERED_READ]
