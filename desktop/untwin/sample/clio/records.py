"""Turns what the desk keeps into the records of Clio's API."""

import hashlib
from datetime import timedelta
from typing import Any

from untwin.sample.clio.desk import Bill, Client, CreditMemo, Desk

Record = dict[str, Any]


def bill_record(bill: Bill, order: int) -> Record:
    """A bill with every field the sample knows."""
    matter = _tagged({"id": bill.matter_id, "display_number": bill.matter, "description": "Advice"})
    return _tagged(
        {
            "id": bill.id,
            "number": bill.number,
            "state": bill.state,
            "type": "MatterBill",
            "kind": "revenue_kind",
            "subject": f"Services on matter {bill.matter}",
            "total": bill.total,
            "balance": bill.balance,
            "due": bill.balance,
            "paid": bill.total - bill.balance,
            "issued_at": bill.issued_at.isoformat(),
            "due_at": (bill.issued_at + timedelta(days=30)).isoformat(),
            "bill_order": order,
            "client": client_record(bill.client),
            "matters": [matter],
        }
    )


def credit_record(credit: CreditMemo) -> Record:
    """A credit memo; it has no number."""
    return _tagged(
        {
            "id": credit.id,
            "date": credit.day.isoformat(),
            "amount": credit.amount,
            "description": credit.description,
            "contact": client_record(credit.client),
        }
    )


def client_record(client: Client) -> Record:
    """A client (a contact, in Clio's word)."""
    return _tagged({"id": client.id, "name": client.name, "type": "Person"})


def user_record(desk: Desk) -> Record:
    """The person the token belongs to, and the firm's account."""
    first, _, last = desk.user.partition(" ")
    account = _tagged({"id": 90417, "name": "Harlow & Pike LLP"})
    names = {"name": desk.user, "first_name": first, "last_name": last}
    return _tagged({"id": 344117, **names, "enabled": True, "account": account})


def tag(value: Any) -> str:
    """An entity tag for any value."""
    # A mark of sameness, nothing secret.
    return '"' + hashlib.sha256(repr(value).encode()).hexdigest()[:32] + '"'


def _tagged(record: Record) -> Record:
    return {**record, "etag": tag(record)}
