"""The client against servers that refuse, redirect, cut, hang and lie; what a write may say of itself after each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from misbehaving import Misbehaving, Reply
from purse import Purse
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import (
    AnswerLost,
    Gone,
    OutsideProblem,
    Refused,
    SignInNeeded,
    Stale,
    Throttled,
    Unreachable,
)
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Client
from wires import wire

REALM = "9130000000000001"
ORDER = NumberOrder("Invoice", "48", "3", "INV-5501", "0123456789abcdef0123456789abcdef")
DONE = Reply(body=json.dumps({"Invoice": {"Id": "48", "DocNumber": "INV-5501"}}))
EMPTY = Reply(body=json.dumps({"BatchItemResponse": [{"bId": str(n), "QueryResponse": {}} for n in range(30)]}))
EXPIRED = Reply(401, json.dumps({"fault": {"error": [{"code": "3200", "message": "AuthenticationFailed"}]}}))
FAULT = '{"Fault": {"Error": [{"Message": "No", "Detail": "No.", "code": "%s"}]}}'


class Hasty(requests.Session):
    """A session that waits a moment only, so that a test of silence is short."""

    def request(self, *args: Any, **more: Any) -> requests.Response:
        return super().request(*args, **more | {"timeout": (0.5, 0.5)})


@pytest.fixture
def hasty() -> Iterator[requests.Session]:
    with Hasty() as session:
        session.trust_env = False
        yield session


def books(base: str, session: requests.Session, purse: Purse | None = None) -> QuickBooksBooks:
    return QuickBooksBooks(Client(base=base, realm=REALM, bearer=purse or Purse(), wire=wire(session)))


def test_a_refused_token_is_renewed_once_and_the_request_repeated(session: requests.Session) -> None:
    purse = Purse()
    with Misbehaving(EXPIRED, EMPTY) as server:
        books(server.base, session, purse).with_number("sales", "1")
        assert [h.headers["authorization"] for h in server.heard()] == ["Bearer t0", "Bearer t1"]
    assert purse.refused == ["t0"]


def test_a_token_that_is_refused_twice_is_not_asked_for_again(session: requests.Session) -> None:
    with Misbehaving(EXPIRED) as server:
        with pytest.raises(SignInNeeded, match="nothing was changed"):
            books(server.base, session).with_number("sales", "1")
        assert len(server.heard()) == 2


def test_a_write_that_was_refused_at_the_door_is_repeated_word_for_word(session: requests.Session) -> None:
    with Misbehaving(EXPIRED, DONE) as server:
        books(server.base, session).change_number(ORDER)
        first, second = server.heard()
        assert (first.path, first.body) == (second.path, second.body)


def test_a_write_whose_token_is_refused_twice_was_not_done(session: requests.Session) -> None:
    with Misbehaving(EXPIRED) as server, pytest.raises(SignInNeeded):
        books(server.base, session).change_number(ORDER)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed_and_the_token_goes_nowhere_else(session: requests.Session, status: int) -> None:
    with Misbehaving() as thief, Misbehaving(Reply(status, headers={"Location": f"{thief.base}/v3/x"})) as server:
        with pytest.raises(Unreachable):
            books(server.base, session).facts()
        # Whether something was done behind a redirect isn't known: the number must be read.
        with pytest.raises(AnswerLost):
            books(server.base, session).change_number(ORDER)
        # The read was asked once more, the change was not.
        assert len(server.heard()) == 3
        assert thief.heard() == []


@pytest.mark.parametrize("cut", ["after request", "within answer", "silent"])
def test_a_connection_that_breaks_on_a_read_is_unreachable(hasty: requests.Session, cut: str) -> None:
    body = EMPTY.body
    with Misbehaving(Reply(body=body, cut=cut)) as server, pytest.raises(Unreachable, match="nothing was changed"):
        books(server.base, hasty).facts()


@pytest.mark.parametrize("cut", ["after request", "within answer", "silent"])
def test_a_connection_that_breaks_on_a_write_loses_the_answer(hasty: requests.Session, cut: str) -> None:
    with Misbehaving(Reply(body=DONE.body, cut=cut)) as server:
        with pytest.raises(AnswerLost):
            books(server.base, hasty).change_number(ORDER)
        # Never sent again by itself: only a read can tell what became of it.
        assert len(server.heard()) == 1


def test_a_write_that_found_nobody_was_never_sent(session: requests.Session, closed_port: int) -> None:
    with pytest.raises(Unreachable, match="nothing was changed"):
        books(f"http://127.0.0.1:{closed_port}", session).change_number(ORDER)


def test_a_write_to_a_name_that_leads_nowhere_was_never_sent(session: requests.Session) -> None:
    with pytest.raises(Unreachable, match="nothing was changed"):
        books("http://nobody.invalid", session).change_number(ORDER)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("body", ["", "<html>Bad Gateway</html>", FAULT % "10000"])
def test_a_server_that_fails_on_a_write_loses_the_answer(session: requests.Session, status: int, body: str) -> None:
    with Misbehaving(Reply(status, body)) as server:
        with pytest.raises(AnswerLost):
            books(server.base, session).change_number(ORDER)
        assert len(server.heard()) == 1


def test_a_server_that_fails_on_a_read_is_asked_once_more(session: requests.Session) -> None:
    with Misbehaving(Reply(500, FAULT % "10000"), EMPTY) as server:
        assert books(server.base, session).with_number("sales", "1").documents == ()
    with Misbehaving(Reply(500, FAULT % "10000")) as server:
        with pytest.raises(OutsideProblem):
            books(server.base, session).with_number("sales", "1")
        assert len(server.heard()) == 2


@pytest.mark.parametrize("body", ["", "null", "[]", "Thank you", "<html></html>", FAULT % "5010", '{"Invoice": {'])
def test_a_write_that_is_answered_by_200_and_nonsense_is_lost_or_read_again(
    session: requests.Session, body: str
) -> None:
    """What a write answers proves nothing: a fault under 200 is no clear refusal, and nonsense no clear yes."""
    with Misbehaving(Reply(200, body)) as server:
        if body.startswith("{") and "Fault" not in body:
            books(server.base, session).change_number(ORDER)
        else:
            with pytest.raises(AnswerLost):
                books(server.base, session).change_number(ORDER)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(400, FAULT % "5010"), Stale),
        (Reply(400, FAULT % "610"), Gone),
        (Reply(400, FAULT % "6000"), Refused),
        (Reply(403, FAULT % "3100"), SignInNeeded),
        (Reply(429, "", {"Retry-After": "7"}), Throttled),
    ],
)
def test_a_write_that_quickbooks_refused_was_surely_not_done(
    session: requests.Session, reply: Reply, kind: type[OutsideProblem]
) -> None:
    with Misbehaving(reply) as server, pytest.raises(kind):
        books(server.base, session).change_number(ORDER)


@pytest.mark.parametrize("status", [400, 403, 404, 409])
def test_a_refusal_that_nobody_signed_loses_the_answer(session: requests.Session, status: int) -> None:
    with Misbehaving(Reply(status, "<html>Something in between</html>")) as server, pytest.raises(AnswerLost):
        books(server.base, session).change_number(ORDER)


BATCH = '{"BatchItemResponse": %s}'


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        BATCH % "5",
        BATCH % "[]",
        BATCH % '[{"bId": "0"}]',
        BATCH % '[{"bId": "0", "QueryResponse": {"Invoice": {"Id": "1"}}}]',
        BATCH % '[{"bId": "0", "QueryResponse": {"Invoice": ["no"]}}]',
        BATCH % '[{"bId": "0", "QueryResponse": {"Invoice": [{"DocNumber": "no id"}]}}]',
        BATCH % '[{"bId": "0", "QueryResponse": {"Invoice": [{"Id": "1", "TotalAmt": NaN}]}}]',
        BATCH % '[{"bId": "0", "Fault": {"Error": []}}]',
        BATCH % '[{"bId": "0", "Fault": 5}]',
        EMPTY.body[:200],
        "",
        "<html>200 OK</html>",
    ],
)
def test_half_an_answer_is_no_answer(session: requests.Session, body: str) -> None:
    with Misbehaving(Reply(200, body)) as server, pytest.raises(Unreachable, match="nothing was changed"):
        books(server.base, session).with_number("sales", "1")


@pytest.mark.parametrize(("code", "kind"), [("3001", Throttled), ("610", Gone), ("5010", Stale), ("4001", Refused)])
def test_one_fault_among_the_items_of_a_batch_is_the_answer_to_all(
    session: requests.Session, code: str, kind: type[OutsideProblem]
) -> None:
    items = json.loads(EMPTY.body)["BatchItemResponse"]
    items[2] = {"bId": "2"} | json.loads(FAULT % code)
    with Misbehaving(Reply(200, json.dumps({"BatchItemResponse": items}))) as server, pytest.raises(kind):
        books(server.base, session).with_number("sales", "1")


def test_neither_netrc_nor_a_proxy_of_the_environment_is_used(
    session: requests.Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login thief password stolen\n")
    (tmp_path / ".netrc").chmod(0o600)
    with Misbehaving(Reply(502)) as proxy, Misbehaving(EMPTY) as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.base)
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        # An ordinary session walks into it; so the trap is one.
        with requests.Session() as ordinary:
            assert ordinary.get(server.base, timeout=10).status_code == 502
        heard = len(proxy.heard())
        books(server.base, session).with_number("sales", "1")
        assert len(proxy.heard()) == heard
        assert [h.headers["authorization"] for h in server.heard()] == ["Bearer t0"]


def test_no_cookie_is_kept(session: requests.Session) -> None:
    given = Reply(body=EMPTY.body, headers={"Set-Cookie": "who=me; Path=/"})
    with Misbehaving(given) as server:
        reader = books(server.base, session)
        reader.with_number("sales", "1")
        reader.with_number("sales", "1")
        assert ["cookie" in h.headers for h in server.heard()] == [False, False]
    assert len(session.cookies) == 0
