"""The sample Clio: its API, its page, and the worker that really posts."""

from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sample.caller import Caller, Start
from untwin.sample.clio.fields import FieldsError, parse_fields, pick
from untwin.sample.clio.limit import RateLimit


def _get(caller: Caller, path: str, headers: dict[str, str] | None = None, **params: str) -> requests.Response:
    token = {"Authorization": f"Bearer {caller.greeting['clio']['token']}"}
    return caller.session.get(
        f"{caller.clio}/api/v4/{path}", params=params, headers=token | (headers or {}), timeout=10
    )


def test_a_bill_is_found_by_its_number_with_the_fields_asked_for(shared: Caller) -> None:
    fields = "id,number,state,type,total,balance,issued_at,due_at,client{id,name},matters{id,display_number}"
    [bill] = _get(shared, "bills.json", bill_number="1234", fields=fields).json()["data"]
    assert (bill["number"], bill["state"], bill["total"]) == ("1234", "awaiting_payment", 1240)
    assert bill["client"]["name"] == "Smith, Anna"
    assert set(bill["client"]) == {"id", "name"}
    assert bill["matters"][0]["display_number"] == "00031-Smith"


def test_without_fields_there_are_only_id_and_etag(shared: Caller) -> None:
    bill = _get(shared, "bills.json", bill_number="1234").json()["data"][0]
    assert set(bill) == {"id", "etag"}
    one = _get(shared, f"bills/{bill['id']}.json", fields="number,client").json()["data"]
    assert (one["number"], set(one["client"])) == ("1234", {"id", "etag"})
    assert _get(shared, f"bills/{bill['id']}.json", fields="id,etag").json()["data"] == bill


def test_pages_lead_to_the_next_one(shared: Caller) -> None:
    ids: list[int] = []
    answer = _get(shared, "bills.json", limit="5").json()
    while True:
        ids += [bill["id"] for bill in answer["data"]]
        if "next" not in answer["meta"]["paging"]:
            break
        token = {"Authorization": f"Bearer {shared.greeting['clio']['token']}"}
        answer = shared.session.get(answer["meta"]["paging"]["next"], headers=token, timeout=10).json()
    assert len(ids) == len(set(ids)) == 17
    assert ids == [bill["id"] for bill in _get(shared, "bills.json").json()["data"]]
    wanted = _get(shared, "bills.json", ids=f"{ids[0]},{ids[3]}").json()["data"]
    assert [bill["id"] for bill in wanted] == [ids[0], ids[3]]


def test_an_unchanged_answer_is_not_sent_again(shared: Caller) -> None:
    first = _get(shared, "bills.json")
    again = _get(shared, "bills.json", {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_credit_memos_carry_no_number(shared: Caller) -> None:
    memos = _get(shared, "credit_memos.json", fields="id,etag,date,amount,description,contact{id,name}").json()["data"]
    assert len(memos) == 2
    wrong = _get(shared, "credit_memos.json", fields="number")
    assert (wrong.status_code, wrong.json()["error"]["type"]) == (400, "ArgumentError")


def test_who_am_i_names_the_tokens_person(shared: Caller) -> None:
    assert _get(shared, "users/who_am_i.json", fields="id,name").json()["data"]["name"] == "Robin Pike"


def test_a_wrong_token_and_an_unknown_bill_are_errors_in_clios_envelope(shared: Caller) -> None:
    refused = _get(shared, "bills.json", {"Authorization": "Bearer wrong"})
    assert refused.status_code == 401
    assert set(refused.json()["error"]) == {"type", "message"}
    assert _get(shared, "bills/1.json").status_code == 404


def test_past_the_limit_a_token_has_to_wait(start: Start) -> None:
    caller = start("--clio-limit", "3")
    answers = [_get(caller, "bills.json") for _ in range(8)]
    late = next(answer for answer in answers if answer.status_code == 429)
    assert 1 <= int(late.headers["Retry-After"]) <= 60
    assert late.json()["error"]["type"] == "RateLimited"
    assert answers[0].headers["X-RateLimit-Limit"] == "3"


def test_the_limit_counts_each_token_for_itself() -> None:
    limit = RateLimit(1)
    assert [limit.take(token)[0] for token in ("one", "two")] == [True, True]


def test_the_page_lists_ten_failed_rows_that_name_neither_customer_nor_amount(shared: Caller) -> None:
    text = shared.session.get(shared.greeting["clio"]["bill_syncing_page"], timeout=10).text
    page: Any = html.fromstring(text)
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    failed = [row for row in rows if row[2] == "Failed"]
    assert len(failed) == 10
    assert ["1234", "Bill", "Failed", _words("1234", "Credit Memo", "111"), "Retry"] in failed
    assert "Clio (sample)" in text
    assert "<script" not in text
    for name in ("Smith", "Ortega", "1,240", "1240.00"):
        assert name not in text
    assert page.xpath("//table/caption")
    assert len(page.xpath("//button[@aria-label]")) == 10


def _words(number: str, shown: str, id_: str) -> str:
    return (
        "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already"
        f" been used. DocNumber={number} is assigned to TxnType={shown} with TxnId={id_}"
    )


def test_drafts_and_bills_from_before_the_start_are_never_posted(shared: Caller) -> None:
    skipped = {number for number, row in shared.rows().items() if row["status"] == "Not synced"}
    numbers = {doc.get("DocNumber") for doc in shared.books()["Invoice"]}
    assert len(skipped) == 4
    assert skipped.isdisjoint(numbers)


def test_a_failed_bill_stays_failed_until_its_retry_and_posts_once_the_number_is_free(fresh: Caller) -> None:
    assert fresh.retry("1234") == "Failed"
    fresh.renumber("CreditMemo", "1234", "CM-1234-A")
    assert fresh.rows()["1234"]["status"] == "Failed"
    assert fresh.retry("1234") == "Synced"
    posted = fresh.holder("Invoice", "1234")
    assert (posted["CustomerRef"]["name"], posted["TotalAmt"]) == ("Smith, Anna", 1240)
    start = {doc["Id"] for doc in fresh.books("start")["Invoice"]}
    assert posted["Id"] not in start


def test_the_bill_whose_answer_was_lost_stands_in_its_own_way(shared: Caller) -> None:
    own = shared.holder("Invoice", "1238")
    assert shared.rows()["1238"]["error"] == _words("1238", "Invoice", own["Id"])
    [bill] = _get(shared, "bills.json", bill_number="1238", fields="total,issued_at,client{name}").json()["data"]
    assert (own["TotalAmt"], own["TxnDate"]) == (bill["total"], bill["issued_at"])
    assert own["CustomerRef"]["name"] == bill["client"]["name"]


def test_a_bill_without_a_holder_posts_at_its_first_retry(fresh: Caller) -> None:
    assert fresh.query("SELECT * FROM Invoice WHERE DocNumber LIKE '1250%'") == {}
    assert fresh.retry("1250") == "Synced"


def test_some_customers_carry_clios_id_in_their_name(shared: Caller) -> None:
    names = {doc["DisplayName"] for doc in shared.books()["Customer"]}
    assert any(" Clio 88" in name for name in names)
    assert "Smith, Anna" in names


def test_only_a_failed_row_can_be_retried(shared: Caller) -> None:
    page = f"{shared.clio}/nc/settings/bill-syncing/retry"
    for number in ("1225", "nonsense", ""):
        assert shared.session.post(page, data={"bill_number": number}, timeout=10).status_code == 404


@pytest.mark.parametrize("text", ["a{b", "a}b", "{a}", "a{b{c}"])
def test_fields_whose_braces_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(FieldsError):
        parse_fields(text)


_NAMES = st.text("abc_", min_size=1, max_size=4)
_TREES: st.SearchStrategy[Any] = st.recursive(
    st.just({}), lambda inner: st.dictionaries(_NAMES, inner, min_size=1, max_size=3), max_leaves=8
)


def _written(fields: dict[str, Any]) -> str:
    return ",".join(name + (f"{{{_written(inner)}}}" if inner else "") for name, inner in fields.items())


@given(_TREES.filter(bool))
def test_any_tree_of_fields_is_read_back(fields: dict[str, Any]) -> None:
    assert parse_fields(_written(fields)) == fields


def test_a_record_is_picked_at_every_depth() -> None:
    record = {"id": 1, "etag": "e", "client": {"id": 2, "etag": "f", "name": "N"}}
    assert pick(record, parse_fields("client{name},id")) == {"client": {"name": "N"}, "id": 1}
    with pytest.raises(FieldsError):
        pick(record, parse_fields("id{x}"))
