"""Says of every request in the sample QuickBooks' log what it is: a read, THE write, a sign-in, or an offence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Any

Entry = dict[str, Any]

UNTWIN = "app"
"""Untwin's name in the log; Clio's own requests carry another."""
_PAGE = "/connect/oauth2"
_SIGN_IN = {
    ("GET", _PAGE),
    ("POST", _PAGE),
    ("POST", "/oauth2/v1/tokens/bearer"),
    ("POST", "/v2/oauth2/tokens/revoke"),
}
_SALES_FORMS = {"invoice", "creditmemo", "salesreceipt", "refundreceipt", "estimate"}
_BODY = {"Id", "SyncToken", "sparse", "DocNumber"}


@dataclass
class Audit:
    """What was found; `offences` must be empty, each is a sentence with the request in it."""

    reads: list[Entry] = field(default_factory=list)
    writes: list[Entry] = field(default_factory=list)
    sign_ins: list[Entry] = field(default_factory=list)
    offences: list[str] = field(default_factory=list)


def audit(log: Iterable[Entry]) -> Audit:
    """Judges every request of the log that is not Clio's own, from Untwin's sign-in on.

    What comes before is Clio's, while the firm is prepared: Untwin has no token until it signs in.
    """
    found = Audit()
    for entry in dropwhile(lambda each: each["path"] != _PAGE, log):
        if entry["client"] == UNTWIN:
            _judge(entry, found)
        elif entry["client"] is None:
            _judge_without_token(entry, found)
    _judge_request_ids(found)
    return found


def _judge_without_token(entry: Entry, found: Audit) -> None:
    if (entry["method"], entry["path"]) in _SIGN_IN:
        found.sign_ins.append(entry)
    else:
        found.offences.append(_told(entry, "carries no token and is no step of the sign-in"))


def _judge(entry: Entry, found: Audit) -> None:
    why = _why_no_read(entry)
    if not why:
        found.reads.append(entry)
        return
    wrong = [why, *_why_not_the_write(entry)]
    if len(wrong) == 1:
        found.writes.append(entry)
    else:
        found.offences.append(_told(entry, "; ".join(wrong)))


def _why_no_read(entry: Entry) -> str:
    """Why a request is no read; empty when it is one."""
    if entry["query"].keys() & {"operation", "include"}:
        return "asks for an operation"
    if entry["method"] == "GET":
        return "" if _is_query(entry["query"].get("query", "SELECT 1 FROM")) else "is a GET with no query in it"
    end = entry["path"].rpartition("/")[2]
    if entry["method"] == "POST" and end == "query":
        return "" if _is_query(entry["body"]) else "posts something that is no query"
    if entry["method"] == "POST" and end == "batch":
        return "" if _only_queries(entry["body"]) else "is a batch that holds more than queries"
    return "is no read"


def _only_queries(body: Any) -> bool:
    items = body.get("BatchItemRequest") if isinstance(body, dict) and set(body) == {"BatchItemRequest"} else None
    if not isinstance(items, list) or not 1 <= len(items) <= 30:
        return False
    return all(isinstance(i, dict) and set(i) == {"bId", "Query"} and _is_query(i["Query"]) for i in items)


def _is_query(text: object) -> bool:
    return isinstance(text, str) and text.upper().startswith("SELECT ") and " FROM" in text.upper()


def _why_not_the_write(entry: Entry) -> list[str]:
    """Everything in which a request differs from the one write there may be."""
    said = []
    if entry["method"] != "POST" or not re.fullmatch(rf"/v3/company/\d+/({'|'.join(_SALES_FORMS)})", entry["path"]):
        said.append("is not a POST to a sales form")
    query = entry["query"]
    if set(query) != {"minorversion", "requestid"} or query.get("minorversion") != "75":
        said.append(f"has the parameters {sorted(query)}")
    if not 1 <= len(query.get("requestid", "")) <= 50:
        said.append("has no requestid of 1 to 50 characters")
    return said + _why_not_the_body(entry["body"])


def _why_not_the_body(body: Any) -> list[str]:
    if not isinstance(body, dict) or set(body) != _BODY:
        return [f"has the body keys {sorted(body) if isinstance(body, dict) else body}"]
    said = []
    if not re.fullmatch(r"[0-9]+", str(body["Id"])) or not re.fullmatch(r"[0-9]+", str(body["SyncToken"])):
        said.append("has an id or version that is no digits")
    if body["sparse"] is not True:
        said.append("is not sparse")
    number = body["DocNumber"]
    if not isinstance(number, str) or not 1 <= len(number.strip()) <= 21 or number.upper() == "AUTO_GENERATE":
        said.append("has no usable number")
    return said


def _judge_request_ids(found: Audit) -> None:
    """One id, one write: the same id may come again only with the same body."""
    bodies: dict[str, Any] = {}
    for entry in found.writes:
        request_id = entry["query"]["requestid"]
        if bodies.setdefault(request_id, entry["body"]) != entry["body"]:
            found.offences.append(_told(entry, "uses the requestid of another write"))


def _told(entry: Entry, why: str) -> str:
    return f"{entry['method']} {entry['path']} {entry['query']} {entry['body']}: {why}."
