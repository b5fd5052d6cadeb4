"""The accounting API over HTTP: envelopes, headers, faults, batches, replays and the request log."""

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import requests

from sample.caller import Caller, Start, fault
from untwin.sample.quickbooks.kinds.entities import ENTITIES

_SCHEMA = "{http://schema.intuit.com/finance/v3}"


def _invoice(caller: Caller, **more: Any) -> dict[str, Any]:
    customer = caller.query("SELECT * FROM Customer MAXRESULTS 1")["Customer"][0]["Id"]
    line = {
        "Amount": 100.1,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": "1"}, "Qty": 1, "UnitPrice": 100.1},
    }
    return {"CustomerRef": {"value": customer}, "Line": [line], **more}


def test_a_document_is_read_in_its_envelope_with_intuits_headers(shared: Caller) -> None:
    answer = shared.call("GET", "creditmemo/111", params={"minorversion": "75"})
    assert set(answer.json()) == {"CreditMemo", "time"}
    assert answer.headers["intuit_tid"]
    assert all(name in answer.headers for name in ("QBO-Version", "Service-Time", "Cache-Control"))
    served = parsedate_to_datetime(answer.headers["Date"])
    assert abs((served - datetime.fromisoformat(answer.json()["time"])).total_seconds()) < 2


def test_money_is_written_as_plain_numbers(shared: Caller) -> None:
    text = shared.call("GET", "creditmemo/111").text
    assert '"TotalAmt":85,' in text
    created = shared.post("invoice", _invoice(shared, DocNumber="9301")).text
    assert created.count("100.1,") + created.count("100.1}") >= 4
    assert "100.09" not in created


def test_a_query_goes_by_get_and_by_post(shared: Caller) -> None:
    text = "SELECT * FROM CreditMemo WHERE DocNumber = '1234'"
    by_post = shared.call("POST", "query", data=text, params={"minorversion": "75"})
    assert by_post.json()["QueryResponse"] == shared.query(text)
    assert shared.query("SELECT * FROM CreditMemo WHERE DocNumber = 'none'") == {}


def test_company_and_preferences_are_read_and_queried(shared: Caller) -> None:
    company = shared.call("GET", f"companyinfo/{shared.realm}").json()["CompanyInfo"]
    assert (company["CompanyName"], company["Country"]) == ("Harlow & Pike LLP", "US")
    assert shared.query("SELECT * FROM CompanyInfo")["CompanyInfo"] == [company]
    preferences = shared.call("GET", "preferences").json()["Preferences"]
    assert shared.query("SELECT * FROM Preferences")["Preferences"] == [preferences]
    assert preferences["SalesFormsPrefs"]["CustomTxnNumbers"] is True
    flags = {flag["Name"]: flag["Value"] for flag in preferences["OtherPrefs"]["NameValue"]}
    assert flags["WarnDuplicateJournalNumber"] == "true"
    assert flags["WarnDuplicateBillNumber"] == "false"


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_kind_of_object_can_be_queried(shared: Caller, entity: str) -> None:
    rows = shared.query(f"SELECT * FROM {entity} ORDERBY MetaData.LastUpdatedTime MAXRESULTS 1")  # noqa: S608
    assert shared.query(f"SELECT COUNT(*) FROM {entity}")["totalCount"] == 0 if not rows else rows["maxResults"] == 1  # noqa: S608
    for row in rows.get(ENTITIES[entity].around, []):
        assert {"Id", "SyncToken", "MetaData", "domain", "sparse"} <= set(row)


def test_an_unknown_token_gets_the_gateways_envelope(shared: Caller) -> None:
    url = f"{shared.base}/v3/company/{shared.realm}/creditmemo/111"
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        answer = requests.get(url, headers=headers, timeout=10)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Intuit", error="invalid_token"'
        body = answer.json()
        assert body["fault"]["type"] == "AUTHENTICATION"
        assert body["fault"]["error"][0]["code"] == "3200"
        assert body["fault"]["error"][0]["message"] == "message=AuthenticationFailed; errorCode=003200; statusCode=401"
        assert isinstance(body["time"], int)


def test_a_token_does_not_open_another_company(shared: Caller) -> None:
    shared.call("GET", "preferences")
    url = f"{shared.base}/v3/company/4620816365000000000/preferences"
    answer = requests.get(url, headers={"Authorization": f"Bearer {shared.token}"}, timeout=10)
    assert answer.status_code == 403
    assert answer.json()["fault"]["error"][0]["code"] == "3100"


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "customer/1/5"), ("GET", "nonsense/1"), ("POST", "nonsense"), ("DELETE", "invoice"), ("GET", "invoice")],
)
def test_an_unknown_path_is_answered_as_recorded(shared: Caller, method: str, path: str) -> None:
    answer = shared.call(method, path, json={} if method == "POST" else None)
    assert answer.status_code == 400
    assert (fault(answer)["code"], fault(answer)["Message"]) == ("500", "Unsupported Operation")


def test_faults_come_in_their_envelope(shared: Caller) -> None:
    answer = shared.call("GET", "invoice/999999")
    assert answer.status_code == 400
    assert set(answer.json()) == {"Fault", "time"}
    assert answer.json()["Fault"]["type"] == "ValidationFault"
    assert fault(answer)["code"] == "610"
    assert fault(shared.call("GET", "invoice/abc"))["code"] == "2030"
    assert fault(shared.call("POST", "invoice", data="no json"))["code"] == "2010"


def test_a_used_number_is_refused_with_http_400(shared: Caller) -> None:
    answer = shared.post("invoice", _invoice(shared, DocNumber="1234"))
    assert answer.status_code == 400
    assert fault(answer) == {
        "Message": "Duplicate Document Number Error",
        "Detail": "Duplicate Document Number Error : You must specify a different number. This number has already been"
        " used. DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111",
        "code": "6140",
        "element": "",
    }


def test_the_same_requestid_gives_the_first_answer_and_does_nothing_twice(shared: Caller) -> None:
    body = _invoice(shared, DocNumber="9401")
    first = shared.post("invoice", body, requestid="r-1")
    second = shared.post("invoice", body, requestid="r-1")
    assert (first.status_code, second.status_code) == (200, 200)
    assert second.json() == first.json()
    assert shared.query("SELECT count(*) FROM Invoice WHERE DocNumber = '9401'") == {"totalCount": 1}


def test_a_requestid_used_for_something_else_is_refused_loudly(shared: Caller) -> None:
    shared.post("invoice", _invoice(shared, DocNumber="9402"), requestid="r-2")
    answer = shared.post("invoice", _invoice(shared, DocNumber="9403"), requestid="r-2")
    assert fault(answer)["code"] == "6000"
    assert shared.query("SELECT * FROM Invoice WHERE DocNumber = '9403'") == {}


def test_a_batch_answers_each_item_for_itself(shared: Caller) -> None:
    items = [
        {"bId": "bid1", "operation": "create", "Vendor": {"DisplayName": "Boraski Family Store"}},
        {"bId": "bid2", "operation": "delete", "Invoice": {"Id": "99999", "SyncToken": "0"}},
        {
            "bId": "bid3",
            "operation": "update",
            "CreditMemo": {"Id": "111", "SyncToken": "99", "sparse": True, "PrivateNote": "x"},
        },
        {"bId": "bid4", "Query": "select * from CreditMemo where DocNumber = '1234'"},
        {"bId": "bid5", "Query": "nonsense"},
        {"bId": "bid6", "Invoice": {}},
    ]
    answer = shared.post("batch", {"BatchItemRequest": items})
    assert answer.status_code == 200
    found = {item["bId"]: item for item in answer.json()["BatchItemResponse"]}
    codes = {bid: item["Fault"]["Error"][0]["code"] for bid, item in found.items() if "Fault" in item}
    assert codes == {"bid2": "610", "bid3": "5010", "bid5": "4000", "bid6": "2020"}
    assert found["bid1"]["Vendor"]["DisplayName"] == "Boraski Family Store"
    assert found["bid4"]["QueryResponse"]["CreditMemo"][0]["Id"] == "111"


def test_a_batch_of_more_than_thirty_is_refused(shared: Caller) -> None:
    items = [{"bId": str(place), "Query": "select * from Item"} for place in range(31)]
    assert fault(shared.post("batch", {"BatchItemRequest": items}))["code"] == "6000"


def test_changes_and_deletions_are_listed_since_a_moment(shared: Caller) -> None:
    made = shared.post("invoice", _invoice(shared, DocNumber="9501")).json()["Invoice"]
    identity = {"Id": made["Id"], "SyncToken": made["SyncToken"]}
    assert shared.post("invoice", identity, operation="delete").json()["Invoice"]["status"] == "Deleted"
    params = {"entities": "Invoice,Transfer", "changedSince": made["MetaData"]["CreateTime"]}
    inside = shared.call("GET", "cdc", params=params).json()["CDCResponse"][0]["QueryResponse"]
    assert {"Id": made["Id"], "status": "Deleted"}.items() <= next(
        row for row in inside[0]["Invoice"] if row["Id"] == made["Id"]
    ).items()
    assert inside[1] == {}


def test_every_request_is_logged_with_whose_token_it_carried(shared: Caller) -> None:
    body = {"Id": "111", "SyncToken": "77", "sparse": True, "DocNumber": "X"}
    shared.post("creditmemo", body, minorversion="75", requestid="r-log")
    entry = next(entry for entry in reversed(shared.log()) if entry["query"].get("requestid") == "r-log")
    assert set(entry) == {"time", "token", "client", "method", "path", "query", "body", "status", "fault"}
    assert (entry["client"], entry["token"], entry["method"], entry["status"]) == ("app", shared.token, "POST", 400)
    assert entry["path"] == f"/v3/company/{shared.realm}/creditmemo"
    assert entry["query"] == {"minorversion": "75", "requestid": "r-log"}
    assert entry["body"] == body


def test_clios_worker_shows_in_the_log_under_its_own_name(shared: Caller) -> None:
    mine = [entry for entry in shared.log() if entry["client"] == "clio"]
    failed = [entry for entry in mine if entry["method"] == "POST" and entry["status"] == 400]
    assert min(entry["body"]["DocNumber"] for entry in failed) == "1234"
    assert len(failed) == 10


def test_the_books_at_the_start_stay_what_they_were(fresh: Caller) -> None:
    start = fresh.books("start")
    assert fresh.books() == start
    fresh.renumber("CreditMemo", "1234", "CM-9")
    assert fresh.books("start") == start
    assert fresh.books() != start


def test_a_row_can_be_put_into_the_books_without_any_rule(fresh: Caller) -> None:
    closed = _invoice(fresh, DocNumber="1234", TxnDate="2019-01-01", PrivateNote="odd")
    asked = {"realm": fresh.realm, "entity": "Invoice", "body": closed}
    put = fresh.session.post(f"{fresh.base}/sample/rows", json=asked, timeout=10).json()["Invoice"]
    assert fresh.call("GET", f"invoice/{put['Id']}").json()["Invoice"] == put
    assert (put["DocNumber"], put["TotalAmt"]) == ("1234", 100.1)
    wrong = fresh.session.post(f"{fresh.base}/sample/rows", json={**asked, "entity": "Nonsense"}, timeout=10)
    assert wrong.status_code == 400


def test_duplicates_on_update_are_accepted_unless_refused_by_the_switch(start: Start) -> None:
    for switches, status in (((), 200), (("--refuse-updates",), 400)):
        caller = start(*switches)
        assert caller.renumber("CreditMemo", "CM-1234", "1234").status_code == status


def test_the_log_has_no_sample_paths_and_bodies_that_are_no_json_stay_text(shared: Caller) -> None:
    shared.call("POST", "query", data="SELECT * FROM Item")
    log = shared.log()
    assert not any(entry["path"].startswith("/sample") for entry in log)
    assert log[-1]["body"] == "SELECT * FROM Item"
    assert json.dumps(log)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT.*-0[78]:00", entry["time"]) for entry in log)


def test_who_accepts_only_xml_gets_the_same_in_xml(shared: Caller) -> None:
    shared.sign_in()
    url = f"{shared.base}/v3/company/{shared.realm}/creditmemo"
    memo = _xml(f"{url}/111", shared.token)
    assert memo.tag == f"{_SCHEMA}IntuitResponse"
    inner = memo.find(f"{_SCHEMA}CreditMemo")
    assert inner is not None
    assert (inner.findtext(f"{_SCHEMA}DocNumber"), inner.get("domain")) == ("1234", "QBO")
    customer = inner.find(f"{_SCHEMA}CustomerRef")
    assert customer is not None
    stored = shared.stored("CreditMemo", "111")["CustomerRef"]
    assert (customer.get("name"), customer.text) == (stored["name"], stored["value"])
    fault = _xml(f"{url}/99999", shared.token)
    error = fault.find(f"{_SCHEMA}Fault/{_SCHEMA}Error")
    assert error is not None
    assert (error.get("code"), error.findtext(f"{_SCHEMA}Message")) == ("610", "Object Not Found")


def _xml(url: str, token: str) -> ET.Element:
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/xml"}
    # Parsed without a guard: it comes from this run's own server.
    return ET.fromstring(requests.get(url, headers=headers, timeout=10).content)  # noqa: S314
