"""Prints what one look at waiting cases costs in requests and queries, beside a plain script's one question a case.

    PYTHONPATH=desktop:tests .venv/bin/python tests/quickbooks/bench_watch.py [CASES ...]

The plain script asks for each waiting bill whether an invoice with its number is there.
"""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial

from reach import reach_with
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.ports.books import PostingQuestion
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import MemoryVault

KINDS = (("Invoice", "SalesReceipt"), ("Invoice",), ("CreditMemo",), ("Payment",), ("JournalEntry",))


def main(counts: list[int]) -> None:
    with SampleProcess("--firms", "1") as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        books.facts()  # signs in, which is no part of a look
        caller.sign_in()
        print(f"{'waiting':>8} {'':14} {'requests':>9} {'queries':>8} {'seconds':>8}")
        for count in counts:
            questions = waiting(count)
            ours = told(caller, count, "Untwin", partial(books.postings, questions))
            theirs = told(caller, count, "plain script", partial(plainly, caller, questions))
            print(f"{'':8} ratio {ours / theirs:.3f} of the requests\n")
        caller.session.close()


def waiting(count: int) -> list[PostingQuestion]:
    """Documents of every kind, most of them bills; all of them retried just now, none of them posted."""
    day, since = date.today() - timedelta(days=5), datetime.now(UTC)  # noqa: DTZ011 - the firm lives on today
    kinds = [KINDS[0] if n % 5 else KINDS[n // 5 % len(KINDS)] for n in range(count)]
    return [
        PostingQuestion(f"WAIT-{n:04}" if "Invoice" in kind else None, kind, Decimal(9000) + n, day, since)
        for n, kind in enumerate(kinds)
    ]


def told(caller: Caller, count: int, who: str, work: Callable[[], object]) -> int:
    """Looks once and prints what the server's own log says of it; the requests."""
    before, began = len(caller.log()), time.perf_counter()
    work()
    took, asked = time.perf_counter() - began, caller.log()[before:]
    queries = sum(len(entry["body"]["BatchItemRequest"]) if entry["path"].endswith("/batch") else 1 for entry in asked)
    print(f"{count:8} {who:14} {len(asked):9} {queries:8} {took:8.2f}")
    return len(asked)


def plainly(caller: Caller, questions: Sequence[PostingQuestion]) -> None:
    for question in questions:
        query = f"SELECT * FROM Invoice WHERE DocNumber = '{question.number}'"  # noqa: S608 - our own numbers
        caller.call("GET", "query", params={"query": query})


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10, 100, 250])
