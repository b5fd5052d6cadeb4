"""What Clio's lists hold and leave out: deleted bills, requests for trust money, filters, odd fields, refusals."""

import pytest
import requests

from clio_answers import bill, clio, page
from misbehaving import Misbehaving, Reply
from untwin.domain.problems import SignInNeeded
from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.jobs import Patient
from untwin.sources.clio import NEEDS, Clio
from untwin.sources.wire import Line


def test_a_list_that_goes_round_in_a_circle_is_left_at_once(session: requests.Session) -> None:
    with Misbehaving(page(bill(), following="BASE/api/v4/a"), page(following="BASE/api/v4/b")) as server:
        answer = clio(server.base, session).ask("5501")
        assert len(server.heard()) == 3
    assert (answer.incoming, answer.complete) == (None, False)


def test_a_number_is_asked_for_in_both_names_that_the_filter_has(session: requests.Session) -> None:
    """Which one Clio knows isn't sure; `query` counts in whole numbers, and would lose what is none."""
    for number, asked in (("5501", True), ("05501", False), ("INV-7", False), ("55 01", False), ("٣", False)):
        with Misbehaving(page()) as server:
            clio(server.base, session).ask(number)
            first = server.heard()[0].path
        assert "bill_number=" in first
        assert ("query=" in first) is asked


def test_where_clio_knows_no_such_filter_the_bill_is_found_all_the_same(session: requests.Session) -> None:
    everything = page(bill(id=800, number="1"), bill(), bill(id=902, number="55010"))
    with Misbehaving(everything, page(), everything, page(), page()) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert answer.incoming.source_id == "901"


def test_a_deleted_bill_of_the_number_is_a_record_of_clios(session: requests.Session) -> None:
    gone = bill(id=700, state="deleted", total=80, client={"id": 5, "name": "Nolan, Ida"})
    with Misbehaving(page(bill()), page(gone), page(bill()), page(), page()) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert answer.incoming.source_id == "901"
    told = {(r.id, r.number, r.customer, r.state) for r in answer.records}
    assert ("700", "5501", "Nolan, Ida", IncomingState.DELETED) in told


def test_a_bill_that_was_deleted_is_no_longer_needed(session: requests.Session) -> None:
    with Misbehaving(page(), page(bill(state="deleted")), page(), page(), page()) as server:
        incoming = clio(server.base, session).ask("5501").incoming
    assert incoming is not None
    assert incoming.state is IncomingState.DELETED


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("revenue_kind", IncomingKind.BILL),
        ("trust_kind", IncomingKind.TRUST),
        ("summary_kind", IncomingKind.BILL),
        (None, IncomingKind.BILL),
    ],
)
def test_a_request_for_trust_money_is_no_bill(session: requests.Session, said: str | None, kind: IncomingKind) -> None:
    with Misbehaving(page(bill(kind=said)), page(), page(bill(kind=said)), page(), page()) as server:
        answer = clio(server.base, session).ask("5501")
        assert "kind" in server.heard()[0].path
    assert answer.incoming is not None
    assert answer.incoming.kind is kind
    assert {r.kind for r in answer.records} == {kind}


ODD: list[object] = [None, "x", 5, [], {}, [1], True]


@pytest.mark.parametrize("field", ["client", "matters", "number", "state", "total", "issued_at", "balance", "kind"])
@pytest.mark.parametrize("odd", ODD)
def test_a_field_that_is_not_what_it_should_be_is_not_known(session: requests.Session, field: str, odd: object) -> None:
    strange = bill(**{field: odd})
    with Misbehaving(page(bill(id=1)), page(), page(strange), page(), page({"id": 2, "contact": odd})) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.complete
    assert {"901", "1", "2"} == {r.id for r in answer.records}
    with Misbehaving(page(strange), page(), page()) as server:
        incoming = clio(server.base, session).ask("5501").incoming
    assert incoming is None or isinstance(incoming.customer, str | None)


def test_credit_notes_that_may_not_be_read_leave_the_bill_known_and_the_list_open(session: requests.Session) -> None:
    with Misbehaving(page(bill()), page(), page(bill()), page(), Reply(403, "")) as server:
        answer = clio(server.base, session).ask("5501")
    assert answer.incoming is not None
    assert not answer.complete
    assert "credit notes aren't known" in answer.problem
    with Misbehaving(page(), page(), Reply(403, "")) as server:
        answer = clio(server.base, session).ask("5501")
    assert (answer.incoming, answer.complete) == (None, False)


def test_what_may_not_be_read_is_told_with_what_is_missing_and_no_token_is_wasted(session: requests.Session) -> None:
    asked: list[str] = []

    def token(refused: str) -> str:
        asked.append(refused)
        return f"token-{len(asked)}"

    with Misbehaving(Reply(403, "")) as server:
        line = Line("Clio", session, Patient(), needs=NEEDS)
        with pytest.raises(SignInNeeded, match=r"doesn't let it read that\. .*sees all bills"):
            Clio(server.base, token, line).ask("5501")
    assert asked == [""]


def test_of_a_number_with_letters_others_of_its_series_are_told(session: requests.Session) -> None:
    """QuickBooks going on with Clio's series can't be told by the client's bills alone."""
    mine = bill(number="AD-2236")
    newest = [bill(id=n, number=f"ad-{n}", client={"id": n, "name": f"Client {n}"}) for n in range(20, 29)]
    odd = [bill(id=30, number="ADD-1"), bill(id=31, number="77"), bill(id=32, number=None), bill(id=33, number={})]
    with Misbehaving(page(mine), page(), page(mine), page(), page(), page(*odd, *newest, mine)) as server:
        reader = clio(server.base, session)
        answer = reader.ask("AD-2236")
        asked = [heard.path for heard in server.heard()]
    assert answer.complete
    assert {r.number for r in answer.records} == {"AD-2236", "ad-20", "ad-21", "ad-22"}
    assert ["order=id%28desc%29" in path for path in asked] == [False] * 5 + [True]
