"""THE number writer: four keys, one path, one id; and everything it will not do."""

import json
from dataclasses import replace

import pytest
import requests

from misbehaving import Misbehaving, Reply
from purse import Purse
from untwin.domain.books.documents import TYPES, Side
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import NotAllowed
from untwin.quickbooks.client import Client
from untwin.quickbooks.number_writer import write_number
from wires import wire

REALM = "9130000000000001"
ORDER = NumberOrder("Invoice", "48", "3", "INV-5501", "0123456789abcdef0123456789abcdef")
SALES = [t.entity for t in TYPES.values() if t.side is Side.SALES]
OTHERS = [t.entity for t in TYPES.values() if t.side is not Side.SALES]


def client(base: str, session: requests.Session) -> Client:
    return Client(base=base, realm=REALM, bearer=Purse(), wire=wire(session))


@pytest.mark.parametrize("entity", SALES)
def test_a_number_is_written_by_four_keys_and_never_a_fifth(session: requests.Session, entity: str) -> None:
    with Misbehaving(Reply(body='{"x": {}}')) as server:
        write_number(client(server.base, session), replace(ORDER, entity=entity))
        [heard] = server.heard()
    path, _, query = heard.path.partition("?")
    assert (heard.method, path) == ("POST", f"/v3/company/{REALM}/{entity.lower()}")
    assert sorted(query.split("&")) == ["minorversion=75", f"requestid={ORDER.request_id}"]
    assert json.loads(heard.body) == {"Id": "48", "SyncToken": "3", "sparse": True, "DocNumber": "INV-5501"}
    assert heard.headers["content-type"] == "application/json"
    assert heard.headers["authorization"] == "Bearer t0"


@pytest.mark.parametrize("entity", [*OTHERS, "Customer", "Preferences", "CompanyInfo", "invoice", "", "Invoice/1"])
def test_every_other_type_is_refused_before_anything_is_sent(session: requests.Session, entity: str) -> None:
    with Misbehaving() as server:
        with pytest.raises(NotAllowed, match="never changes"):
            write_number(client(server.base, session), replace(ORDER, entity=entity))
        assert server.heard() == []


@pytest.mark.parametrize("bad", ["", "48?operation=delete", "../batch", "\uff14\uff18", "٤٨", "-1", "4 8"])
def test_an_id_that_is_no_digits_is_refused(session: requests.Session, bad: str) -> None:
    with Misbehaving() as server:
        with pytest.raises(NotAllowed):
            write_number(client(server.base, session), replace(ORDER, id=bad))
        assert server.heard() == []


@pytest.mark.parametrize("number", ["", " ", "AUTO_GENERATE", "auto_generate ", "X" * 22])
def test_what_would_take_the_number_away_or_let_quickbooks_choose_is_refused(
    session: requests.Session, number: str
) -> None:
    with Misbehaving() as server:
        with pytest.raises(NotAllowed, match="can't be a document's number"):
            write_number(client(server.base, session), replace(ORDER, new_number=number))
        assert server.heard() == []


def test_a_number_with_quotes_stays_a_string_of_the_body(session: requests.Session) -> None:
    """As it is when an old number is given back that a person once typed."""
    number = '1","Line":[],"x":"\\'
    with Misbehaving(Reply(body='{"x": {}}')) as server:
        write_number(client(server.base, session), replace(ORDER, new_number=number))
        [heard] = server.heard()
    assert json.loads(heard.body) == {"Id": "48", "SyncToken": "3", "sparse": True, "DocNumber": number}
