"""Served sample companies with the landscaper's books, and a caller of those."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from sample.caller import TODAY, Caller
from untwin.sample.process import SampleProcess

Doc = dict[str, Any]
SALE, BOUGHT = "SalesItemLineDetail", "AccountBasedExpenseLineDetail"


@contextmanager
def landscaped(*arguments: str) -> Iterator[Caller]:
    """A caller who is connected with the landscaper."""
    with SampleProcess("--firms", "1", "--landscaper", "--today", TODAY, "--cycle", "3600", *arguments) as process:
        caller = Caller(process.greeting)
        caller.realm = process.greeting["quickbooks"]["companies"][1]["realm_id"]
        yield caller
        caller.session.close()


def sold(amount: float | str, **more: Any) -> Doc:
    """One line over so much."""
    return {"Amount": amount, "DetailType": SALE, SALE: {"ItemRef": {"value": "10"}, **more}}


def sale(*amounts: int, **more: Any) -> Doc:
    """What a caller sends for a sale to Amy."""
    return {"CustomerRef": {"value": "1"}, "Line": [sold(amount) for amount in amounts], **more}


def sent(caller: Caller, path: str, body: bytes, **headers: str) -> requests.Response:
    """A body as it is, with headers of its own."""
    return caller.call("POST", path, data=body, more={name.replace("_", "-"): text for name, text in headers.items()})


def codes(answer: requests.Response) -> list[str]:
    """The codes of all errors of a fault."""
    return [error["code"] for error in answer.json()["Fault"]["Error"]]
