"""Documents in the way of as many waiting bills on a served firm, and a case about each, ready for its change."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from builders import case, evidence
from sample.caller import Caller
from untwin.domain.books.documents import Customer, Document
from untwin.domain.cases.case import Case, State
from untwin.domain.verdicts.evidence import Named
from untwin.domain.verdicts.judge import judge
from untwin.quickbooks.documents import documents_of

KINDS = ("CreditMemo", "Invoice", "SalesReceipt", "RefundReceipt")


def put_papers(caller: Caller, count: int, mark: str) -> list[Document]:
    """That many sales forms of all four kinds, each with a number of its own."""
    day = date.today() - timedelta(days=10)  # noqa: DTZ011 - the firm lives on today's calendar
    customer = _row(caller, "Customer", {"DisplayName": f"Everybody {mark}"})
    for n in range(count):
        _row(caller, KINDS[n % len(KINDS)], _form(f"{mark}{n:04}", day, customer, Decimal(50) + n))
    return [document for kind in KINDS for document in _read(caller, kind, mark)]


def case_about(document: Document, company: str) -> Case:
    """A case in which this unrelated document has the number of somebody else's bill."""
    number = document.number or ""
    found = evidence(
        holders=(document,),
        named=Named(number, document.entity, document.id),
        named_found=document,
        taken=(number.casefold(),),
    )
    assert found.incoming is not None
    theirs = Customer(document.customer_id or "", document.customer_name or "")
    found = replace(found, incoming=replace(found.incoming, number=number), customers=(*found.customers, theirs))
    return case(
        id="",
        company=company,
        state=State.NEEDS_DECISION,
        doc_number=number,
        evidence=found,
        incoming=found.incoming,
        judgement=judge(found),
    )


def raw_now(caller: Caller, mark: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Every such document as the server's books have it, by kind and id."""
    books = caller.books()
    return {(kind, row["Id"]): row for kind in KINDS for row in books[kind] if mark in str(row.get("DocNumber"))}


def changed_fields(before: dict[str, Any], after: dict[str, Any]) -> int:
    """How many fields differ beside the number, the version and who saved it when."""
    old, now = dict(_leaves(before)), dict(_leaves(after))
    free = ("DocNumber", "SyncToken", "MetaData")
    return sum(old.get(path) != now.get(path) for path in old.keys() | now.keys() if not path.startswith(free))


def _leaves(value: Any, path: str = "") -> list[tuple[str, str]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if not inner:
        return [(path, json.dumps(value))]
    return [leaf for key, each in inner for leaf in _leaves(each, f"{path}.{key}".lstrip("."))]


def _read(caller: Caller, kind: str, mark: str) -> list[Document]:
    text = f"SELECT * FROM {kind} WHERE DocNumber LIKE '{mark}%' MAXRESULTS 1000"  # noqa: S608 - our own words
    answer = caller.call("GET", "query", params={"query": text})
    rows = json.loads(answer.text, parse_float=Decimal)["QueryResponse"].get(kind, [])
    return list(documents_of(kind, [json.dumps(row, default=float) for row in rows]))


def _form(number: str, day: date, customer: str, total: Decimal) -> object:
    item = {"DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
    return {
        "DocNumber": number,
        "TxnDate": day.isoformat(),
        "CustomerRef": {"value": customer},
        "DepositToAccountRef": {"value": "1"},
        "Line": [{"Amount": float(total), **item}],
        "TotalAmt": float(total),
    }


def _row(caller: Caller, entity: str, body: object) -> str:
    asked = {"realm": caller.realm, "entity": entity, "body": body}
    answer = caller.session.post(f"{caller.base}/sample/rows", json=asked, timeout=10)
    assert answer.status_code == 200, answer.text
    return str(answer.json()[entity]["Id"])
