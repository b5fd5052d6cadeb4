"""What clients in other languages send: XML, compressed bodies, numbers as texts, and names in any case."""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import requests

from sample.caller import Caller, fault
from sample.landscaped import codes, landscaped, sale, sent, sold

SPACE = "{http://schema.intuit.com/finance/v3}"
XML = {"Content_Type": "application/xml", "Accept": "application/xml"}
INVOICE = b"""<?xml version="1.0" encoding="utf-8"?>
<Invoice xmlns="http://schema.intuit.com/finance/v3"><Line><Amount>21.00</Amount>
<DetailType>SalesItemLineDetail</DetailType><SalesItemLineDetail><ItemRef name="Design">4</ItemRef><Qty>2</Qty>
<UnitPrice>10.50</UnitPrice></SalesItemLineDetail></Line><CustomerMemo>Thank you</CustomerMemo>
<CustomerRef>1</CustomerRef></Invoice>"""


@pytest.fixture(scope="module")
def books() -> Iterator[Caller]:
    with landscaped() as caller:
        yield caller


def _inside(answer: requests.Response, path: str) -> ET.Element:
    assert answer.status_code == 200, answer.text
    found = ET.fromstring(answer.text).find("/".join(SPACE + name for name in path.split("/")))  # noqa: S314 - our own
    assert found is not None, answer.text
    return found


def test_xml_goes_in_and_comes_out_as_rubys_and_phps_libraries_do_it(books: Caller) -> None:
    made = _inside(sent(books, "invoice", INVOICE, **XML), "Invoice")
    id_ = made.findtext(f"{SPACE}Id")
    assert books.call("GET", f"invoice/{id_}").json()["Invoice"]["TotalAmt"] == 21
    assert made.findtext(f"{SPACE}CustomerMemo") == "Thank you"
    known = f'xmlns="http://schema.intuit.com/finance/v3" sparse="true"><Id>{id_}</Id><SyncToken>0</SyncToken>'
    change = f"<Invoice {known}<PrivateNote>7</PrivateNote></Invoice>"
    noted = _inside(sent(books, "invoice", change.encode(), **XML), "Invoice")
    assert (noted.findtext(f"{SPACE}PrivateNote"), noted.findtext(f"{SPACE}SyncToken")) == ("7", "1")
    going = f'<Invoice xmlns="http://schema.intuit.com/finance/v3"><Id>{id_}</Id><SyncToken>1</SyncToken></Invoice>'
    gone = _inside(sent(books, "invoice?operation=delete", going.encode(), **XML), "Invoice")
    assert gone.get("status") == "Deleted"


def test_a_batch_and_an_upload_in_xml(books: Caller) -> None:
    batch = b"""<IntuitBatchRequest xmlns="http://schema.intuit.com/finance/v3">
    <BatchItemRequest bId="a" operation="create"><Customer><DisplayName>Ruby One</DisplayName></Customer>
    </BatchItemRequest><BatchItemRequest bId="b"><Query>select * from Term</Query></BatchItemRequest>
    <BatchItemRequest bId="c" operation="create"><Customer><DisplayName>Cool Cars</DisplayName></Customer>
    </BatchItemRequest></IntuitBatchRequest>"""
    answer = sent(books, "batch", batch, **XML)
    items = ET.fromstring(answer.text).findall(f"{SPACE}BatchItemResponse")  # noqa: S314 - our own sample's answer
    assert [item.get("bId") for item in items] == ["a", "b", "c"]
    assert items[2].find(f"{SPACE}Fault/{SPACE}Error").get("code") == "6240"  # type: ignore[union-attr]
    about = b'<Attachable xmlns="http://schema.intuit.com/finance/v3"><FileName>a.txt</FileName></Attachable>'
    parts = {
        "file_metadata_0": ("a.xml", about, "application/xml"),
        "file_content_0": ("a.txt", b"hours", "text/plain"),
    }
    stored = books.call("POST", "upload", files=parts).json()["AttachableResponse"][0]["Attachable"]
    assert (stored["FileName"], stored["Size"]) == ("a.txt", 5)


@pytest.mark.parametrize("text", [b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><Invoice>&b;</Invoice>", b"<Invoice/>", b"["])
def test_what_is_no_object_is_refused(books: Caller, text: bytes) -> None:
    assert fault(sent(books, "invoice", text, Content_Type="application/xml"))["code"] in ("2010", "2020")


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", lambda body: zlib.compress(body)[2:-4])],
)
def test_a_compressed_body_is_read(books: Caller, encoding: str, pack: Any) -> None:
    body = json.dumps(sale(30)).encode()
    answer = sent(books, "invoice", pack(body), Content_Type="application/json", Content_Encoding=encoding)
    assert answer.json()["Invoice"]["TotalAmt"] == 30
    assert fault(sent(books, "invoice", body, Content_Encoding="gzip"))["code"] == "2010"


def test_numbers_may_be_texts_and_ids_numbers(books: Caller) -> None:
    line = sold("10.50", Qty="2", UnitPrice="5.25")
    made = books.post("invoice", sale(Line=[line], CustomerRef={"value": 1}, TxnDate="2026-11-03T10:00:00")).json()
    assert (made["Invoice"]["TotalAmt"], made["Invoice"]["TxnDate"]) == (10.5, "2026-11-03")
    assert made["Invoice"]["CustomerRef"]["name"] == "Amy's Bird Sanctuary"
    change = {"Id": int(made["Invoice"]["Id"]), "SyncToken": 0, "sparse": "true", "DocNumber": 77}
    assert books.post("invoice", change).json()["Invoice"]["DocNumber"] == "77"
    assert codes(books.post("invoice", sale(Line=[sold("a lot")]))) == ["2010"]


def test_an_amount_is_made_of_price_and_quantity_and_must_agree(books: Caller) -> None:
    line = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "4"}}}
    priced = line | {"SalesItemLineDetail": {"ItemRef": {"value": "4"}, "Qty": 3, "UnitPrice": 1.35}}
    off = {"DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": True, "DiscountPercent": 10}}
    assert books.post("invoice", sale(Line=[priced])).json()["Invoice"]["TotalAmt"] == 4.05
    assert books.post("invoice", sale(Line=[sold(50), off])).json()["Invoice"]["TotalAmt"] == 45
    assert codes(books.post("invoice", sale(Line=[priced | {"Amount": 5}]))) == ["6070"]
    assert codes(books.post("invoice", sale(Line=[line]))) == ["2020"]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ({"Amount": 1}, ["Line.DetailType"]),
        ({"Amount": 1, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {}}, ["Line.SalesItemLineDetail"]),
        (
            {"DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": {"Entity": {}}},
            ["Line.Amount", "Line.JournalEntryLineDetail.PostingType", "Line.JournalEntryLineDetail.AccountRef"],
        ),
    ],
)
def test_a_line_that_lacks_something_is_refused_with_all_that_is_missing(
    books: Caller, line: dict[str, Any], missing: list[str]
) -> None:
    errors = books.post("invoice", sale(Line=[line])).json()["Fault"]["Error"]
    assert [(error["code"], error["element"]) for error in errors] == [("2020", name) for name in missing]


def test_one_fault_tells_of_several_errors(books: Caller) -> None:
    wrong = sale(1, DocNumber="x" * 22, PrivateNote="y" * 4001)
    assert codes(books.post("invoice", wrong)) == ["2050", "2050"]
    assert codes(books.post("invoice", {"DocNumber": "x" * 22})) == ["2020", "2020", "2050"]
    item = {"bId": "1", "operation": "create", "Invoice": wrong}
    answer = books.post("batch", {"BatchItemRequest": [item]}).json()["BatchItemResponse"][0]
    assert [error["code"] for error in answer["Fault"]["Error"]] == ["2050", "2050"]


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("invoice", sale(1, Colour="red"), "2010"),
        ("invoice", sale(Line=[sold(1) | {"Colour": "red"}]), "2010"),
        ("invoice", sale(Line=[sold(1, Colour="red")]), "2010"),
        ("invoice", sale(1, TxnTaxDetail="none"), "2010"),
        ("invoice", sale(1, Line="none"), "2010"),
        ("invoice", sale(1, TxnDate="tomorrow"), "2010"),
        ("invoice", sale(1, CustomerRef="1"), "2010"),
        ("invoice", sale(1, CustomerRef={"value": "99999"}), "2500"),
        ("purchase", {"PaymentType": "Barter"}, "2010"),
        ("customer", {"DisplayName": "A:B"}, "2040"),
        ("customer", {"DisplayName": "x" * 501}, "2050"),
        ("customer", {"DisplayName": "Cool Cars"}, "6240"),
    ],
)
def test_a_wrong_value_is_refused_by_its_code(books: Caller, kind: str, body: dict[str, Any], code: str) -> None:
    answer = books.post(kind, body)
    assert (answer.status_code, codes(answer)[0]) == (400, code)


@pytest.mark.parametrize(
    "query",
    [
        "select * from customer where Metadata.LastUpdatedTime >= '2015-01-01T00:00:00Z' orderby metadata.createTime",
        "SELECT * FROM Customer WHERE Active IN (true, false) ORDER BY DisplayName ASC STARTPOSITION 1 MAXRESULTS 5",
        "select id, line.*, customerref.name from Invoice maxresults 2",
        "SELECT * FROM Account WHERE SubAccount = true AND AccountType IN ('Income', 'Expense')",
        "SELECT * FROM Item WHERE UnitPrice > '1'\nORDERBY Name DESC",
        "SELECT * FROM Customer WHERE displayname LIKE '%COOL%'",
        "SELECT * FROM Invoice WHERE EmailStatus = 'NotSet' AND Balance > 0 AND DueDate > '2020-01-01'",
    ],
)
def test_a_query_as_clients_write_it_is_answered(books: Caller, query: str) -> None:
    assert books.query(query)["maxResults"] > 0
    posted = sent(books, "query?minorversion=75", query.encode(), Content_Type="application/text")
    assert posted.json()["QueryResponse"] == books.query(query)


def test_attachments_are_found_by_what_they_hang_on(books: Caller) -> None:
    hangs = [{"EntityRef": {"type": "Invoice", "value": "129"}}]
    made = books.post("attachable", {"Note": "x", "AttachableRef": hangs})
    where = "AttachableRef.EntityRef.Type = 'invoice' AND AttachableRef.EntityRef.value = '129'"
    found = books.query(f"SELECT * FROM Attachable WHERE {where}")["Attachable"]  # noqa: S608 - not SQL
    assert found[0]["Id"] == made.json()["Attachable"]["Id"]
    assert books.query(f"SELECT * FROM Attachable WHERE {where.replace('129', '130')}") == {}  # noqa: S608 - not SQL


def test_a_form_is_printed_by_its_path_or_by_what_is_accepted(books: Caller) -> None:
    asked: list[tuple[str, dict[str, str]]] = [("invoice/129/pdf", {}), ("invoice/129", {"Accept": "application/pdf"})]
    assert all(books.call("GET", path, more=more).content.startswith(b"%PDF") for path, more in asked)


def test_a_batch_voids_by_its_options(books: Caller) -> None:
    made = books.post("invoice", sale(30)).json()["Invoice"]
    body = {"Id": made["Id"], "SyncToken": made["SyncToken"]}
    item = {"bId": "1", "operation": "update", "optionsData": "void", "Invoice": body}
    [answer] = books.post("batch", {"BatchItemRequest": [item]}).json()["BatchItemResponse"]
    assert (answer["Invoice"]["TotalAmt"], answer["Invoice"]["PrivateNote"]) == (0, "Voided")
    assert fault(books.post("invoice", body, operation="frobnicate"))["code"] == "500"


def test_a_used_number_passes_where_that_is_asked_for_and_else_not(fresh: Caller) -> None:
    holder = fresh.query("SELECT * FROM Invoice MAXRESULTS 1")["Invoice"][0]
    body = {name: holder[name] for name in ("CustomerRef", "Line", "DocNumber")}
    assert fault(fresh.post("invoice", body))["code"] == "6140"
    let_pass = fresh.post("invoice", body, include="allowduplicatedocnum").json()["Invoice"]
    assert (let_pass["DocNumber"], let_pass["Id"] != holder["Id"]) == (body["DocNumber"], True)


def test_the_link_to_pay_is_shown_where_there_is_one_and_in_queries_only_where_it_is_asked_for(books: Caller) -> None:
    payable = sale(30, AllowOnlineACHPayment=True, BillEmail={"Address": "amy@birds.invalid"})
    made = books.post("invoice", payable).json()["Invoice"]
    assert books.session.get(made["InvoiceLink"], timeout=10).status_code == 200
    query = f"SELECT * FROM Invoice WHERE Id = '{made['Id']}'"  # noqa: S608 - not SQL
    assert "InvoiceLink" not in books.query(query)["Invoice"][0]
    asked = {"query": query, "include": "invoiceLink"}
    found = books.call("GET", "query", params=asked).json()["QueryResponse"]["Invoice"]
    assert found[0]["InvoiceLink"] == made["InvoiceLink"]
    assert "InvoiceLink" not in books.post("invoice", sale(30), include="invoiceLink").json()["Invoice"]


def test_a_client_may_name_itself_in_the_form(books: Caller) -> None:
    id_, secret = books.client
    form = {"grant_type": "refresh_token", "client_id": id_, "client_secret": secret}
    form |= {"refresh_token": books.greeting["quickbooks"]["companies"][1]["refresh_token"]}
    answer = books.session.post(f"{books.base}/oauth2/v1/tokens/bearer", data=form, timeout=10)
    assert answer.json()["token_type"] == "bearer"
    form["client_secret"] = "wrong"
    assert books.session.post(f"{books.base}/oauth2/v1/tokens/bearer", data=form, timeout=10).status_code == 401


def test_faults_of_the_gateway_are_xml_where_only_that_is_accepted(books: Caller) -> None:
    url = f"{books.base}/v3/company/{books.realm}/query"
    plain = books.session.get(url, timeout=10)
    marked = books.session.get(url, headers={"Accept": "application/xml"}, timeout=10)
    assert plain.json()["fault"]["error"][0]["code"] == "3200"
    error = ET.fromstring(marked.text).find(f"{SPACE}Fault/{SPACE}Error")  # noqa: S314 - our own sample's answer
    assert (plain.status_code, marked.status_code) == (401, 401)
    assert error is not None
    assert error.get("code") == "3200"
