"""HubSpot's answers, written by hand, and a reader of them."""

import json
from collections.abc import Sequence
from typing import Any

import requests

from misbehaving import Reply
from untwin.jobs import Patient
from untwin.sources.hubspot import HubSpot
from untwin.sources.wire import Line

TOKEN = "hubspot-token"


def invoice(id_: str = "901", **changes: Any) -> dict[str, Any]:
    plain = {
        "hs_number": "5501",
        "hs_invoice_status": "open",
        "hs_currency": "USD",
        "hs_invoice_date": "2026-03-02T00:00:00Z",
        "hs_amount_billed": "1240.10",
        "hs_balance_due": "1240.10",
    }
    return {"id": id_, "properties": plain | changes}


def contact(id_: str = "88", **changes: Any) -> dict[str, Any]:
    plain = {"email": "ruth@abbott.example", "firstname": "Ruth", "lastname": "Abbott", "company": None}
    return {"id": id_, "properties": plain | changes}


def line_item(id_: str = "7", name: str = "Retainer", amount: str = "1240.10") -> dict[str, Any]:
    return {"id": id_, "properties": {"name": name, "amount": amount}}


def results(*records: Any, after: str = "") -> Reply:
    paging = {"paging": {"next": {"after": after}}} if after else {}
    return Reply(body=json.dumps({"results": list(records)} | paging))


def links(*ids: str, after: str = "") -> Reply:
    return results(*({"toObjectId": int(id_)} for id_ in ids), after=after)


def whole(numbered: Sequence[dict[str, Any]], *others: dict[str, Any], **person: Any) -> tuple[Reply, ...]:
    """All answers that one question takes: the search, contact, lines, the contact's other invoices, deleted ones."""
    of_contact = (*numbered, *others)
    return (
        results(*numbered),
        links("88"),
        results(contact(**person)),
        links("7"),
        results(line_item()),
        links(*(each["id"] for each in of_contact)),
        results(*of_contact),
        results(),
    )


def hubspot(base: str, session: requests.Session) -> HubSpot:
    return HubSpot(base, TOKEN, Line("HubSpot", session, Patient(), 10))
