"""The way without Untwin: python-quickbooks as its README shows it, `get`, set the number, `save`."""

from collections.abc import Sequence
from typing import Any

import requests
from quickbooks.client import QuickBooks
from quickbooks.objects.creditmemo import CreditMemo
from quickbooks.objects.invoice import Invoice
from quickbooks.objects.refundreceipt import RefundReceipt
from quickbooks.objects.salesreceipt import SalesReceipt

from sample.caller import Caller
from untwin.domain.books.documents import Document

_CLASSES = {"CreditMemo": CreditMemo, "Invoice": Invoice, "SalesReceipt": SalesReceipt, "RefundReceipt": RefundReceipt}


class _Session(requests.Session):
    """A session as the library wants one."""

    access_token = ""


def plain_client(caller: Caller) -> Any:
    """The library's client, but for its addresses."""
    caller.sign_in()

    class Pointed(QuickBooks):  # type: ignore[misc]
        api_url_v3 = f"{caller.base}/v3"

    client = Pointed(company_id=caller.realm, minorversion=75)
    # Its own session refuses plain http, even on loopback.
    client.session = _Session()
    client.session.trust_env, client.session.access_token = False, caller.token
    client.session.headers["Authorization"] = f"Bearer {caller.token}"
    return client


def save_plainly(client: Any, documents: Sequence[Document]) -> int:
    """Gives each document another number; how many the server refused."""
    refused = 0
    for document in documents:
        one = _CLASSES[document.entity].get(document.id, qb=client)
        one.DocNumber = f"{document.number}-P"
        try:
            one.save(qb=client)
        except Exception:  # noqa: BLE001 - whatever the library makes of a refusal
            refused += 1
    return refused
