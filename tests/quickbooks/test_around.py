"""Around changes: what the look costs in requests, and that nobody is overlooked where an answer is cut off."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from conftest import quick_firms
from reach import reach_with
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput, OutsideProblem, Stumbled
from untwin.ports.books import ChangeQuestion
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import make_session
from untwin.quickbooks.nets import Net, nets_for
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.queries import Rows
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.vault.vaults import MemoryVault

Served = tuple[Caller, QuickBooksBooks]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FULL = 1040  # more than the 1,000 that QuickBooks gives at once


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with quick_firms() as process, make_session() as session:
        caller, reach = Caller(process.greeting), reach_with(MemoryVault(), session)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        books = open_books(caller.realm, Environment.SAMPLE, reach)
        books.facts()
        # The first that is made comes last in an answer, where QuickBooks cuts off.
        made(caller, ["CUT", *(f"CUT-{LETTERS[n % 26]}{n:04}" for n in range(FULL))])
        yield caller, books
        caller.session.close()


def made(caller: Caller, numbers: Sequence[str]) -> None:
    """Creates credit memos, thirty to a request."""
    line = {"Amount": 85, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
    memo = {"CustomerRef": {"value": str(caller.books()["Customer"][0]["Id"])}, "Line": [line]}
    items: list[dict[str, Any]] = [
        {"bId": number, "operation": "create", "CreditMemo": memo | {"DocNumber": number}} for number in numbers
    ]
    for start in range(0, len(items), 30):
        answer = caller.call("POST", "batch", json={"BatchItemRequest": items[start : start + 30]})
        assert all("CreditMemo" in item for item in answer.json()["BatchItemResponse"])


def changes(count: int, style: str = "CM-{}", entity: str = "CreditMemo") -> list[ChangeQuestion]:
    """Changes whose numbers nobody else has."""
    return [ChangeQuestion(entity, str(n), str(n), style.format(n)) for n in range(71043, 71043 + count)]


def asked(served: Served, questions: Sequence[ChangeQuestion]) -> list[list[str]]:
    """The queries of every request that the look takes."""
    caller, books = served
    before = len(caller.log())
    assert len(books.around_changes(questions)) == len(questions)
    sent = caller.log()[before:]
    assert {entry["path"].rpartition("/")[2] for entry in sent} == {"batch"}
    return [[item["Query"] for item in entry["body"]["BatchItemRequest"]] for entry in sent]


@pytest.mark.parametrize("style", ["CM-{}", "{}-CM", "CM-CROWD-{}"])
@pytest.mark.parametrize(("count", "requests"), [(1, 1), (30, 1), (31, 2), (300, 10)])
def test_thirty_changes_take_one_request(served: Served, style: str, count: int, requests: int) -> None:
    sent = asked(served, changes(count, style))
    assert len(sent) == requests
    assert all(len(queries) <= 30 for queries in sent)


def test_thirty_of_every_type_of_both_spaces_take_one_request(served: Served) -> None:
    types = ("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt", "Estimate")
    questions = [question for entity in types for question in changes(6, entity=entity)]
    [queries] = asked(served, questions)
    assert sum("LIKE '%CM-" in query and "FROM Estimate" in query for query in queries) > 0


def test_one_change_with_a_number_of_one_digit_takes_one_request(served: Served) -> None:
    [queries] = asked(served, [ChangeQuestion("CreditMemo", "5000", "1043", "7")])
    assert not any("%7%" in query for query in queries)


def test_numbers_that_have_nothing_in_common_are_asked_for_one_by_one(served: Served) -> None:
    questions = [ChangeQuestion("CreditMemo", "5000", "1", f"{letter}{n}7") for n, letter in enumerate(LETTERS)]
    sent = asked(served, questions)
    assert len(sent) == 4
    assert all(len(queries) <= 30 for queries in sent)
    for letter in "AZ":
        assert sum(f"LIKE '%{letter}" in query for queries in sent for query in queries) == 4


def test_of_what_a_pattern_finds_only_ids_and_numbers_are_asked_for(served: Served) -> None:
    [queries] = asked(served, changes(30))
    by_pattern = [query for query in queries if "DocNumber LIKE" in query]
    assert by_pattern
    assert all(query.startswith("SELECT Id, DocNumber FROM ") for query in by_pattern)


def test_whoever_has_a_number_is_found_behind_the_thousand_that_a_pattern_finds(served: Served) -> None:
    numbers = [f"CUT-{letter}{n:04}" for n, letter in enumerate(LETTERS)]
    questions = [ChangeQuestion("Invoice", "1", "none", number) for number in numbers]
    _, books = served
    answers = books.around_changes(questions)
    assert [[d.number for d in answer.others_with_new] for answer in answers] == [[number] for number in numbers]


def test_whoever_has_a_number_is_found_behind_the_thousand_that_contain_it(served: Served) -> None:
    _, books = served
    [answer] = books.around_changes([ChangeQuestion("Invoice", "1", "none", "cut")])
    assert [d.number for d in answer.others_with_new] == ["CUT"]
    assert [d.number for d in books.with_number("sales", "cut").documents] == ["CUT"]


def test_where_even_the_finest_net_is_too_full_it_is_said() -> None:
    nets = nets_for(["Invoice"], ["7"], 4)
    assert all(net.finest for net in nets)
    with pytest.raises(OutsideProblem, match="more than QuickBooks gives at once"):
        list(nets[0].finer())


def test_a_wide_net_becomes_one_for_each_number_and_that_one_the_finest() -> None:
    [wide] = nets_for(["Invoice"], ["CM-1", "CM-2"], 1)
    one, two = wide.finer()
    assert (one.numbers, two.numbers) == (("CM-1",), ("CM-2",))
    finest = list(one.finer())
    assert {net.condition for net in finest} >= {"DocNumber = 'CM-1'", "DocNumber LIKE '% CM-1'"}
    assert all(isinstance(net, Net) and net.finest for net in finest)


def test_a_net_reads_no_more_of_a_document_than_its_number_if_quickbooks_sends_it_whole() -> None:
    [net] = nets_for(["Invoice"], ["CM-1", "CM-2"], 1)
    sent = ('{"Id": "5", "DocNumber": "cm-2 ", "TotalAmt": 85.00, "Line": []}', '{"Id": "6", "DocNumber": "CM-20"}')
    assert net.caught(Rows("Invoice", sent, complete=True)) == {("Invoice", "5")}


def test_a_document_found_by_its_number_and_sent_without_it_is_no_answer() -> None:
    [net] = nets_for(["Invoice"], ["CM-1", "CM-2"], 1)
    with pytest.raises(Stumbled, match="could not be read"):
        net.caught(Rows("Invoice", ('{"Id": "5"}',), complete=True))


@pytest.mark.parametrize("bad", ["", "111 OR 1", "-1"])
def test_a_bad_id_is_refused_before_anything_is_sent(served: Served, bad: str) -> None:
    caller, books = served
    before = len(caller.log())
    with pytest.raises(BadInput):
        books.around_changes([*changes(60), ChangeQuestion("Invoice", bad, "1", "2")])
    assert len(caller.log()) == before
