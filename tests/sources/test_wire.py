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
    first = [tagged(page(bill()) if mark in "ac" else page(), f'"{mark}"') for mark in "abcde"]
    with Misbehaving(*first, Reply(304, "")) as server:
        one = reader(server.base, session, shelf).ask("5501")
        two = reader(server.base, session, shelf).ask("5501")
        heard = server.heard()
    assert one == two
    assert two.complete
    assert [h.headers.get("if-none-match") for h in heard] == [None] * 5 + [f'"{mark}"' for mark in "abcde"]


def test_what_has_changed_takes_the_old_ones_place(session: requests.Session) -> None:
    shelf = Shelf()
    rest = (page(), page(bill()), page(), page())
    old, new = (tagged(page(bill()), '"a"'), *rest), (tagged(page(bill(total=900)), '"d"'), *rest)
    with Misbehaving(*old, *new, Reply(304, ""), *rest) as server:
        totals = []
        for _ in range(3):
            incoming = reader(server.base, session, shelf).ask("5501").incoming
            assert incoming is not None
            totals.append(str(incoming.total))
    assert totals == ["1240.1", "900", "900"]


def test_without_a_mark_nothing_is_kept(session: requests.Session) -> None:
    shelf = Shelf()
    with Misbehaving(page(bill()), page(), page(bill()), page(), page()) as server:
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


def plain(session: requests.Session) -> Line:
    return Line("Clio", session, Patient())


def test_an_answer_without_an_end_is_left(session: requests.Session) -> None:
    endless = Reply(body=" " * (40 * 1024 * 1024))
    with Misbehaving(endless) as server, pytest.raises(Unreachable, match="can't be read"):
        plain(session).get(f"{server.base}/x", {}, {})


def test_what_speaks_no_secure_language_is_said_to_be_no_network_trouble_alone(session: requests.Session) -> None:
    said = "no secure connection came about"
    with Misbehaving(Reply(cut="at once")) as server, pytest.raises(Unreachable, match=said):
        plain(session).get(server.base.replace("http://", "https://"), {}, {})


@pytest.mark.parametrize("address", ["http://", "http://[", "http://\ud800.example/", "http://a..b/", "nowhere", ""])
def test_an_address_that_is_none_is_a_sentence(session: requests.Session, address: str) -> None:
    with pytest.raises(Unreachable):
        plain(session).get(address, {}, {})


@pytest.mark.parametrize("mark", ['"caf\xe9"', "W/x", "*"])
def test_a_mark_of_any_letters_is_given_back_as_it_came(session: requests.Session, mark: str) -> None:
    with Misbehaving(tagged(Reply(body='{"a": 1}'), mark), Reply(304, "")) as server:
        line = plain(session)
        assert [line.get(f"{server.base}/x", {}, {}) for _ in range(2)] == [{"a": 1}, {"a": 1}]


def test_a_refusal_is_not_kept_in_the_place_of_an_answer(session: requests.Session) -> None:
    with Misbehaving(tagged(Reply(500, "{}"), '"a"'), Reply(body='{"a": 1}')) as server:
        line = plain(session)
        with pytest.raises(Unreachable):
            line.get(f"{server.base}/x", {}, {})
        assert line.get(f"{server.base}/x", {}, {}) == {"a": 1}
        assert "if-none-match" not in server.heard()[1].headers
