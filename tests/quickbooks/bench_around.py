"""Prints what one look around thirty changes costs in large books, where a thousand numbers were changed before.

    PYTHONPATH=desktop:tests .venv/bin/python tests/quickbooks/bench_around.py [DOCUMENTS]

The changes lie close together, as when a batch is asked about in the order of its numbers, or are drawn from anywhere.
The last rows are what it costs to give old numbers back, which say nothing but their digits.
"""

import random
import sys
import time
from collections.abc import Iterator
from typing import Any

import requests

from reach import reach_with
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.ports.books import ChangeQuestion
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import MemoryVault

CHANGED = 1000
ROUNDS = 5
LINE = {"Amount": 85, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}


class Weighing(requests.Session):
    """Keeps how large its answers were."""

    weight = 0
    waited = 0.0

    def request(self, *arguments: Any, **more: Any) -> requests.Response:
        answer = super().request(*arguments, **more)
        self.weight += len(answer.content)
        self.waited += answer.elapsed.total_seconds()
        return answer


def main(documents: int) -> None:
    switches = ("--firms", "1", "--documents", str(documents), "--clio-limit", "100000")
    with SampleProcess(*switches) as process, make_session() as plain:
        session = Weighing()
        session.trust_env = False
        session.adapters = plain.adapters
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        memos = sorted(caller.books()["CreditMemo"], key=lambda memo: str(memo["DocNumber"]))
        free = sorted(set(map(str, range(20_000, 40_000))) - {memo["DocNumber"] for memo in memos})
        count = made(caller, [f"CM-{n}" for n in random.Random(2).sample(free, CHANGED)])  # noqa: S311
        print(f"{documents:,} documents, {count:,} credit memos with CM-... besides\n")
        print(f"{'':44} {'requests':>8} {'queries':>8} {'kB':>8} {'server s':>8} {'whole s':>8}")
        told(caller, books, session, "one change", [asked(memos[100], "CM-{}")])
        for name, chosen in ways(memos):
            for style in ("CM-{}", "{}-CM", "{}"):
                words = f"thirty {name}, {style.format(chosen[0]['DocNumber'])}"
                told(caller, books, session, words, [asked(memo, style) for memo in chosen])
        caller.session.close()


def ways(memos: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    yield "neighbours", memos[100:130]
    yield "from anywhere", sorted(random.Random(1).sample(memos, 30), key=str)  # noqa: S311 - repeatable on purpose


def asked(memo: Any, style: str) -> ChangeQuestion:
    return ChangeQuestion("CreditMemo", memo["Id"], f"old {memo['DocNumber']}", style.format(memo["DocNumber"]))


def told(caller: Caller, books: QuickBooksBooks, session: Weighing, name: str, questions: list[ChangeQuestion]) -> None:
    before, weight, waited, began = len(caller.log()), session.weight, session.waited, time.perf_counter()
    for _ in range(ROUNDS):
        answers = books.around_changes(questions)
        assert all(answer.document is not None for answer in answers)
    took = (time.perf_counter() - began) / ROUNDS
    heavy, server = (session.weight - weight) / ROUNDS / 1000, (session.waited - waited) / ROUNDS
    log = caller.log()[before:]
    queries = sum(str(entry["body"]).count("SELECT") for entry in log) // ROUNDS
    print(f"{name:44} {len(log) // ROUNDS:8} {queries:8} {heavy:8.0f} {server:8.3f} {took:8.3f}")


def made(caller: Caller, numbers: list[str]) -> int:
    """Further credit memos; how many there are then."""
    memo = {"CustomerRef": {"value": str(caller.books()["Customer"][0]["Id"])}, "Line": [LINE]}
    items = [{"bId": "1", "operation": "create", "CreditMemo": memo | {"DocNumber": number}} for number in numbers]
    answers = []
    for start in range(0, len(items), 30):
        answer = caller.call("POST", "batch", json={"BatchItemRequest": items[start : start + 30]})
        answers += [item for item in answer.json()["BatchItemResponse"] if "CreditMemo" in item]
    return len(answers)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
