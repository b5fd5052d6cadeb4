"""Prints what looking up costs in requests and queries a case, beside a plain python-quickbooks script's way.

    PYTHONPATH=desktop:tests .venv/bin/python tests/quickbooks/bench_cost.py [CASES ...]

The plain script asks what a careful person would ask, one question a request: the holder by id, the number in every
numbered type, the customer by name, the documents of the amount, preferences and company.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import requests
from quickbooks.client import QuickBooks

from crowd import Bill, crowd
from reach import reach_with
from sample.caller import Caller
from untwin.domain.books.documents import NUMBERED
from untwin.domain.company.company import Environment
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import MemoryVault


class Session(requests.Session):
    """A session as the library wants one."""

    access_token = ""


def main(counts: list[int]) -> None:
    with SampleProcess("--firms", "1") as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        books.facts()  # signs in, which is no part of a look-up
        these = crowd(caller, books, max(counts))
        plain = plain_client(caller)
        print(f"{'cases':>6} {'':14} {'requests':>9} {'a case':>7} {'queries':>8} {'seconds':>8}")
        for count in counts:
            ours = told(caller, count, "Untwin", partial(these.gather, these.company, these.cases[:count]))
            theirs = told(caller, count, "plain script", partial(plainly, plain, these.bills[:count]))
            print(f"{'':6} ratio {ours[0] / theirs[0]:.3f} of the requests, {ours[1] / theirs[1]:.2f} of the time\n")
        caller.session.close()


def told(caller: Caller, count: int, who: str, work: Callable[[], object]) -> tuple[int, float]:
    """Runs one way and prints what the server's own log says of it; its requests and seconds."""
    before, began = len(caller.log()), time.perf_counter()
    work()
    took, asked = time.perf_counter() - began, caller.log()[before:]
    queries = sum(len(entry["body"]["BatchItemRequest"]) if is_batch(entry) else 1 for entry in asked)
    print(f"{count:6} {who:14} {len(asked):9} {len(asked) / count:7.2f} {queries:8} {took:8.2f}")
    return len(asked), took


def is_batch(entry: dict[str, Any]) -> bool:
    return str(entry["path"]).endswith("/batch")


def plain_client(caller: Caller) -> Any:
    """python-quickbooks as its README shows it, but for its addresses."""
    caller.sign_in()

    class Pointed(QuickBooks):  # type: ignore[misc]
        api_url_v3 = f"{caller.base}/v3"

    client = Pointed(company_id=caller.realm, minorversion=75)
    # Its own session refuses plain http, even on loopback.
    client.session = Session()
    client.session.trust_env, client.session.access_token = False, caller.token
    client.session.headers["Authorization"] = f"Bearer {caller.token}"
    return client


def plainly(client: Any, bills: list[Bill]) -> None:
    start = (date.today() - timedelta(days=70)).isoformat()  # noqa: DTZ011 - the firm lives on today's calendar
    for bill in bills:
        client.get_single_object("CreditMemo", bill.holder_id)
        words = bill.customer.replace(",", "").split()
        for where in (
            *(f"{entity} WHERE DocNumber LIKE '%{bill.number}%'" for entity in NUMBERED),
            *(f"Customer WHERE DisplayName LIKE '%{word}%'" for word in words),
            *(f"{e} WHERE TotalAmt = '{bill.total}' AND TxnDate >= '{start}'" for e in ("Invoice", "SalesReceipt")),
            *(f"{e} WHERE TotalAmt = '{bill.total}' AND TxnDate >= '{start}'" for e in ("Payment", "Deposit")),
            *("Preferences", "CompanyInfo"),
        ):
            client.query(f"SELECT * FROM {where}")  # noqa: S608 - our own numbers and words


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10, 100])
