"""An answer that hasn't changed is known again by its ETag, and nothing is ever taken from the wrong place."""

import pytest
import requests

from clio_answers import bill, page
from misbehaving import Misbehaving, Reply
from untwin.domain.problems import Unreachable
from untwin.jobs import Patient
from untwin.sources.clio import Clio
from untwin.sources.wire import Line, Shelf


def tagged(reply: Reply, tag: str) -> Reply:
    return Reply(reply.status, reply.body, {"ETag": tag})


def reader(base: str, session: requests.Session, shelf: Shelf) -> Clio:
    return Clio(base, lambda _refused: "t", Line("Clio", session, Patient(), shelf=shelf))


def test_what_has_not_changed_is_not_sent_again(session: requests.Session) -> None:
    shelf = Shelf()
    first = (tagged(page(bill()), '"a"'), tagged(page(bill()), '"b"'), tagged(page(), '"c"'))
    with Misbehaving(*first, Reply(304, "")) as server:
        one = reader(server.base, session, shelf).ask("5501")
        two = reader(server.base, session, shelf).ask("5501")
        heard = server.heard()
    assert one == two
    assert two.complete
    assert [h.headers.get("if-none-match") for h in heard] == [None, None, None, '"a"', '"b"', '"c"']


def test_what_has_changed_takes_the_old_ones_place(session: requests.Session) -> None:
    shelf = Shelf()
    old = (tagged(page(bill()), '"a"'), page(bill()), page())
    new = (tagged(page(bill(total=900)), '"d"'), page(bill()), page())
    with Misbehaving(*old, *new, Reply(304, ""), page(bill()), page()) as server:
        totals = []
        for _ in range(3):
            incoming = reader(server.base, session, shelf).ask("5501").incoming
            assert incoming is not None
            totals.append(str(incoming.total))
    assert totals == ["1240.1", "900", "900"]


def test_without_a_mark_nothing_is_kept(session: requests.Session) -> None:
    shelf = Shelf()
    with Misbehaving(page(bill()), page(bill()), page()) as server:
        reader(server.base, session, shelf).ask("5501")
    assert shelf.answers == {}


def test_not_changed_without_an_answer_at_hand_is_no_empty_list(session: requests.Session) -> None:
    with Misbehaving(Reply(304, "")) as server, pytest.raises(Unreachable):
        reader(server.base, session, Shelf()).ask("5501")


def test_the_shelf_holds_so_many_and_no_more() -> None:
    shelf = Shelf()
    for number in range(500):
        shelf.keep(f"http://127.0.0.1/{number}", '"x"', b"{}")
    assert len(shelf.answers) == 200
    assert "http://127.0.0.1/499" in shelf.answers
    assert "127.0.0.1" not in repr(shelf)
