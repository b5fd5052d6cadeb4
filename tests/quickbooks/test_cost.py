"""What looking up costs in requests: reads are metered, and a company has but 40 batches a minute."""

from collections.abc import Iterator

import pytest

from builders import NOW
from conftest import quick_firms
from crowd import Crowd, crowd
from reach import reach_with
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict
from untwin.ports.books import PostingQuestion
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.vault.vaults import MemoryVault


@pytest.fixture(scope="module")
def hundred() -> Iterator[tuple[Caller, Crowd]]:
    with quick_firms() as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        books.facts()
        yield caller, crowd(caller, books)
        caller.session.close()


@pytest.mark.parametrize(("count", "most"), [(1, 3), (2, 4), (10, 6), (100, 25)])
def test_a_look_up_costs_few_requests(hundred: tuple[Caller, Crowd], count: int, most: int) -> None:
    caller, these = hundred
    before = len(caller.log())
    found = these.gather(these.company, these.cases[:count])
    asked = caller.log()[before:]
    assert {entry["path"].rpartition("/")[2] for entry in asked} == {"batch"}
    assert len(asked) <= most
    # And every one of them is really answered: the credit memo is found, nothing else is near.
    assert [judge(evidence).verdict for evidence in found] == [Verdict.UNRELATED] * count
    assert [e.holders[0].id for e in found] == [bill.holder_id for bill in these.bills[:count]]


@pytest.mark.parametrize("count", [1, 10, 100])
def test_one_look_at_everything_that_waits_is_one_request(hundred: tuple[Caller, Crowd], count: int) -> None:
    caller, these = hundred
    books = these.gather.connections.books(caller.realm)
    asked = [
        PostingQuestion(f"NEW-{bill.number}", ("Invoice", "SalesReceipt"), bill.total, NOW.date(), NOW)
        for bill in these.bills[:count]
    ]
    before = len(caller.log())
    assert all(answer.numbered == answer.made == () for answer in books.postings(asked))
    [request] = caller.log()[before:]
    assert len(request["body"]["BatchItemRequest"]) <= 30
