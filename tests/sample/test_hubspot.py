"""The sample HubSpot: its API, its page, and the sync that really posts."""

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import requests
from lxml import html

from sample.caller import TODAY, Caller, Start
from untwin.sample.firm.tidewater import make_tidewater
from untwin.sample.hubspot.limit import Window
from untwin.sample.process import SampleProcess

TWO = ("--firms", "2", "--hubspot-limit", "100000")


@pytest.fixture(scope="module")
def shared() -> Iterator[Caller]:
    """Two firms that the tests of this file share, for those that change nothing."""
    with SampleProcess("--today", TODAY, "--cycle", "0.05", *TWO) as process:
        caller = studio(Caller(process.greeting))
        yield caller
        caller.session.close()


def studio(caller: Caller) -> Caller:
    """The same caller, at home in the second firm."""
    caller.realm = caller.greeting["quickbooks"]["companies"][1]["realm_id"]
    return caller


def ask(caller: Caller, path: str, body: Any = None, token: str = "", **params: str) -> requests.Response:
    head = {"Authorization": f"Bearer {token or caller.greeting['hubspot']['token']}"}
    address, method = f"{caller.greeting['hubspot']['base']}{path}", "GET" if body is None else "POST"
    return caller.session.request(method, address, json=body, params=params, headers=head, timeout=10)


def rows(caller: Caller) -> dict[str, dict[str, Any]]:
    found = caller.session.get(f"{caller.greeting['hubspot']['base']}/sample/sync", timeout=10).json()
    return {row["number"]: row for row in found}


def search(caller: Caller, number: str) -> dict[str, Any]:
    groups = [{"filters": [{"propertyName": "hs_number", "operator": "EQ", "value": number}]}]
    asked = {"filterGroups": groups, "properties": ["hs_number", "hs_invoice_status", "hs_amount_billed"]}
    return dict(ask(caller, "/crm/v3/objects/invoices/search", asked).json())


def save(caller: Caller, number: str) -> str:
    """Opens the record of a failing invoice and presses Save; how it stands once the sync is through."""
    page = caller.greeting["hubspot"]["failing_page"]
    listed = html.fromstring(caller.session.get(page, timeout=10).text, base_url=page)
    listed.make_links_absolute()
    [link] = listed.xpath(f"//a[@aria-label='Open invoice {number}']/@href")
    record = html.fromstring(caller.session.get(link, timeout=10).text, base_url=link)
    record.make_links_absolute()
    form = record.forms[0]
    caller.session.post(form.action or link, data=dict(form.form_values()), timeout=10).raise_for_status()
    for _ in range(200):
        if rows(caller)[number]["status"] != "Waiting to sync":
            break
        time.sleep(0.02)
    return str(rows(caller)[number]["status"])


def test_the_second_firm_has_a_hubspot_of_its_own(shared: Caller) -> None:
    first, second = shared.greeting["quickbooks"]["companies"]
    assert (first["name"], second["name"]) == ("Harlow & Pike LLP", "Tidewater Studio")
    assert "sources" not in first
    assert second["sources"] == {"hubspot": shared.greeting["hubspot"]}
    assert set(shared.greeting["hubspot"]) == {"base", "token", "failing_page"}


def test_an_invoice_is_found_by_its_number_with_the_properties_asked_for(shared: Caller) -> None:
    found = search(shared, "INV-1040")
    [invoice] = found["results"]
    assert found["total"] == 1
    assert invoice["properties"]["hs_invoice_status"] == "open"
    assert invoice["properties"]["hs_amount_billed"] == f"{rows(shared)['INV-1040']['total']:.2f}"
    one = ask(shared, f"/crm/v3/objects/0-53/{invoice['id']}", properties="hs_number,nonsense").json()
    assert set(one["properties"]) == {"hs_number", "hs_object_id"}
    assert search(shared, "INV-1")["total"] == 0


def test_an_invoice_leads_to_its_contact_and_its_lines(shared: Caller) -> None:
    [invoice] = search(shared, "INV-1052")["results"]
    [to] = ask(shared, f"/crm/v4/objects/invoices/{invoice['id']}/associations/contacts").json()["results"]
    assert to["associationTypes"] == [{"category": "HUBSPOT_DEFINED", "typeId": 177, "label": None}]
    contact = ask(shared, f"/crm/v3/objects/contacts/{to['toObjectId']}", properties="email,company").json()
    assert contact["properties"]["company"] == rows(shared)["INV-1052"]["customer"]
    one = ask(shared, f"/crm/v3/objects/invoices/{invoice['id']}", associations="contacts,line_items").json()
    assert one["associations"]["contacts"]["results"][0]["id"] == str(to["toObjectId"])
    inputs = [{"id": r["id"]} for r in one["associations"]["line_items"]["results"]]
    lines = ask(shared, "/crm/v3/objects/line_items/batch/read", {"inputs": inputs, "properties": ["amount"]}).json()
    assert sum(float(r["properties"]["amount"]) for r in lines["results"]) == rows(shared)["INV-1052"]["total"]
    many = ask(shared, "/crm/v4/associations/invoices/contacts/batch/read", {"inputs": [{"id": invoice["id"]}]}).json()
    assert [r["to"][0]["toObjectId"] for r in many["results"]] == [to["toObjectId"]]


def test_pages_lead_on_until_there_are_no_more(shared: Caller) -> None:
    ids: list[str] = []
    after = "0"
    while after:
        page = ask(shared, "/crm/v3/objects/invoices", limit="7", after=after).json()
        ids += [found["id"] for found in page["results"]]
        after = page.get("paging", {}).get("next", {}).get("after", "")
    assert len(ids) == len(set(ids)) == len(rows(shared))


def test_the_number_of_an_invoice_cannot_be_written(shared: Caller) -> None:
    told = ask(shared, "/crm/v3/properties/invoices/hs_number").json()
    assert told["modificationMetadata"]["readOnlyValue"] is True
    assert ask(shared, "/crm/v3/properties/invoices/nonsense").status_code == 404


def test_a_wrong_token_an_unknown_record_and_a_wrong_search_are_errors(shared: Caller) -> None:
    refused = ask(shared, "/crm/v3/objects/invoices", token="wrong")
    assert (refused.status_code, refused.json()["category"]) == (401, "INVALID_AUTHENTICATION")
    assert ask(shared, "/crm/v3/objects/invoices/1").status_code == 404
    for body in ({"limit": 500}, {"filterGroups": [{"filters": [{"propertyName": "x", "operator": "EQ"}]}]}):
        wrong = ask(shared, "/crm/v3/objects/invoices/search", body)
        assert (wrong.status_code, wrong.json()["category"]) == (400, "VALIDATION_ERROR")
    assert ask(shared, "/crm/v3/objects/nonsense").status_code == 400


def test_past_the_limit_a_token_has_to_wait(start: Start) -> None:
    caller = start("--firms", "2", "--hubspot-limit", "3")
    answers = [ask(caller, "/crm/v3/objects/invoices") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[0].headers["X-HubSpot-RateLimit-Remaining"] == "2"
    late = answers[-1].json()
    assert (late["errorType"], late["policyName"]) == ("RATE_LIMIT", "TEN_SECONDLY_ROLLING")
    assert late["message"] == "You have reached your ten_secondly_rolling limit."


def test_a_window_opens_again() -> None:
    window = Window("SECONDLY", 0.05, 1)
    assert [window.take(), window.take()] == [True, False]
    time.sleep(0.06)
    assert window.take()


def test_the_page_tells_hubspots_own_words_for_each_of_its_five_errors(shared: Caller) -> None:
    text = shared.session.get(shared.greeting["hubspot"]["failing_page"], timeout=10).text
    page: Any = html.fromstring(text)
    failing = {r[0]: r[1:3] for r in ([c.text_content().strip() for c in row] for row in page.xpath("//tbody/tr"))}
    assert len(failing) == 12
    assert failing["INV-1040"][1].startswith("This invoice ID has already been used for a document (such as an")
    assert "should have an associated customer" in failing["INV-1046"][1]
    assert "display name is a duplicate" in failing["INV-1048"][1]
    assert "Enter a service date for the revenue recognition line item" in failing["INV-1050"][1]
    assert "amount modifications in HubSpot native invoices cannot be made" in failing["INV-1052"][1]
    assert "[ERROR CODE:6210, ERROR MESSAGE: " in failing["INV-1062"][1]
    assert "<script" not in text


def test_an_invoice_syncs_once_more_when_its_record_is_saved(start: Start) -> None:
    caller = studio(start(*TWO))
    assert save(caller, "INV-1056") == "In sync"
    assert caller.holder("Invoice", "INV-1056")["TotalAmt"] == rows(caller)["INV-1056"]["total"]
    assert save(caller, "INV-1040") == "Failing to sync"
    caller.renumber("CreditMemo", "INV-1040", "CM-1040")
    assert save(caller, "INV-1040") == "In sync"
    assert len(caller.query("SELECT * FROM Invoice WHERE DocNumber = 'INV-1040'")["Invoice"]) == 1


def test_an_invoice_that_was_changed_in_quickbooks_is_posted_all_the_same(shared: Caller) -> None:
    told = rows(shared)["INV-1052"]
    there = shared.holder("Invoice", "INV-1052")
    assert there["TotalAmt"] == told["total"] + 120
    assert there["MetaData"]["LastModifiedByRef"]["value"] != "0"


def test_drafts_and_voided_invoices_are_never_posted(shared: Caller) -> None:
    skipped = {number for number, row in rows(shared).items() if row["status"] == "Not syncing"}
    assert len(skipped) == 2
    assert skipped.isdisjoint(doc.get("DocNumber") for doc in shared.books()["Invoice"])


def test_the_first_firm_is_the_same_with_and_without_neighbours(start: Start) -> None:
    alone, among = start(), start(*TWO)
    assert alone.books("start") == among.books("start")


def test_one_seed_and_one_date_always_give_the_same_studio() -> None:
    day = date.fromisoformat(TODAY)
    assert make_tidewater(3, day) == make_tidewater(3, day)
    one, two = make_tidewater(1, day), make_tidewater(2, day)
    assert {s.customer for s in one.scenarios}.isdisjoint(s.customer for s in two.scenarios)
