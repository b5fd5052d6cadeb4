"""Clio asked about many bills: its lists are read once, and nothing is told otherwise by that."""

from typing import Any

import requests

from clio_answers import at_clio, bill, clio, page
from conftest import Serve
from misbehaving import Misbehaving


class Counting(requests.Session):
    """A session that counts what is asked."""

    asked = 0

    def send(self, *args: Any, **more: Any) -> requests.Response:
        self.asked += 1
        return super().send(*args, **more)


def test_where_many_are_asked_about_the_lists_are_read_once(serve: Serve, session: requests.Session) -> None:
    caller = serve()
    token = caller.greeting["clio"]["token"]
    numbers = ["1234", "1236", "1238", "1240", "1242", "1246", "1248", "1250", "1252", "99999", " 1234"]
    alone = [at_clio(caller.clio, token, session).ask(number) for number in numbers]
    with Counting() as counting:
        counting.trust_env = False
        many = at_clio(caller.clio, token, counting)
        many.expect(len(numbers))
        together = [many.ask(number) for number in numbers]
        assert counting.asked < len(numbers)
    assert [a.incoming for a in together[:-1]] == [a.incoming for a in alone[:-1]]
    # Nothing that is told alone is missing together.
    for one, other in zip(alone[:-1], together[:-1], strict=True):
        assert set(one.records) >= set(other.records)
        assert {r for r in one.records if one.incoming and r.customer == one.incoming.customer} <= set(other.records)
        assert (one.complete, one.problem) == (other.complete, other.problem)


def test_lists_that_are_too_long_are_no_lists_and_each_bill_is_asked_for(session: requests.Session) -> None:
    with Misbehaving(page(bill(), following="BASE/api/v4/bills.json?page=2")) as server:
        reader = clio(server.base, session)
        reader.expect(50)
        pages = len(server.heard())
        reader.ask("5501")
        assert len(server.heard()) > pages


def test_few_are_asked_for_one_by_one(session: requests.Session) -> None:
    with Misbehaving(page()) as server:
        clio(server.base, session).expect(3)
        assert server.heard() == []
