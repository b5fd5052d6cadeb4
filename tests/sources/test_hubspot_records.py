"""What HubSpot's invoices say in odd ways: days as moments, deleted ones, fields of other shapes; and its refusals."""

import json
from datetime import UTC, date, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
import requests

from hubspot_answers import TOKEN, contact, hubspot, invoice, links, results, whole
from misbehaving import Misbehaving, Reply
from untwin.domain.problems import SignInNeeded, Throttled
from untwin.jobs import Patient
from untwin.sources.hubspot import NEEDS, HubSpot
from untwin.sources.hubspot_days import told_day, zone_of
from untwin.sources.wire import Line

NEW_YORK, PRAGUE, AUCKLAND = ZoneInfo("America/New_York"), ZoneInfo("Europe/Prague"), ZoneInfo("Pacific/Auckland")
WINTER = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("said", "zone", "day"),
    [
        ("2026-03-02", NEW_YORK, "2026-03-02"),
        ("2026-03-02T00:00:00Z", NEW_YORK, "2026-03-02"),
        ("2026-03-02T00:00:00.000Z", PRAGUE, "2026-03-02"),
        # A day picked where the account is: its first moment, or its last.
        ("2026-03-02T05:00:00Z", NEW_YORK, "2026-03-02"),
        ("2026-07-02T04:00:00Z", NEW_YORK, "2026-07-02"),
        ("2026-03-01T23:00:00Z", PRAGUE, "2026-03-02"),
        ("2026-07-01T22:00:00Z", PRAGUE, "2026-07-02"),
        ("2026-03-01T11:00:00Z", AUCKLAND, "2026-03-02"),
        ("2026-03-01T04:59:59.999Z", NEW_YORK, "2026-02-28"),
        # Made in the evening: the day there is another one than by the world's clock.
        ("2025-12-06T01:29:08.788Z", NEW_YORK, "2025-12-05"),
        ("1772427600000", NEW_YORK, "2026-03-02"),
        # Only the offset of winter is known: summer's first and last moment are an hour off.
        ("2026-07-02T04:00:00Z", WINTER, "2026-07-02"),
        ("2026-07-02T03:59:59.999Z", WINTER, "2026-07-01"),
        ("2026-03-02T05:00:00Z", WINTER, "2026-03-02"),
        ("2026-03-02T04:59:59.999Z", WINTER, "2026-03-01"),
        ("2026-03-02T15:12:00Z", WINTER, "2026-03-02"),
        ("2026-03-01T22:00:00Z", UTC, "2026-03-01"),
        ("", NEW_YORK, None),
        ("soon", NEW_YORK, None),
        ("999999999999999", NEW_YORK, None),
        ("0001-01-01T05:00:00+23:00", NEW_YORK, "0001-01-01"),
        ("9999-12-31T23:00:00-23:00", AUCKLAND, "9999-12-31"),
    ],
)
def test_the_day_is_the_one_that_hubspot_shows(said: str, zone: tzinfo, day: str | None) -> None:
    assert told_day(said, lambda: zone) == (date.fromisoformat(day) if day else None)


def test_an_account_is_where_it_says() -> None:
    assert zone_of({"timeZone": "US/Eastern"}) == NEW_YORK
    assert zone_of({"timeZone": "Europe/Prague", "utcOffsetMilliseconds": 0}) == PRAGUE
    assert zone_of({"timeZone": "Moon/Crater", "utcOffsetMilliseconds": -18_000_000}) == WINTER
    for odd in ({}, {"timeZone": 5}, {"timeZone": "../etc"}, {"utcOffsetMilliseconds": 10**12}, {"timeZone": "a\0b"}):
        assert zone_of(odd) == UTC


@pytest.mark.parametrize("account", [Reply(body='{"timeZone": "US/Eastern"}'), Reply(500, "")])
def test_where_the_account_is_is_asked_once_and_only_where_it_matters(
    session: requests.Session, account: Reply
) -> None:
    evening = invoice(hs_invoice_date="2026-03-02T05:00:00Z")
    answers = list(whole([evening], invoice("902", hs_number="77", hs_invoice_date="2026-04-02T04:00:00Z")))
    answers[3:3] = [account]
    with Misbehaving(*answers) as server:
        answer = hubspot(server.base, session).ask("5501")
        assert sum("account-info" in heard.path for heard in server.heard()) == 1
    assert answer.incoming is not None
    assert str(answer.incoming.date) == "2026-03-02"
    assert {str(record.date) for record in answer.records} == {"2026-03-02", "2026-04-02"}


def test_an_invoice_that_was_deleted_is_a_record_of_hubspots(session: requests.Session) -> None:
    """It may have been open, and in QuickBooks, before: that HubSpot never made it would be wrong."""
    gone = invoice("700", hs_amount_billed="80.00")
    with Misbehaving(results(), results(gone, invoice("701", hs_number="9"), after="1"), results()) as server:
        answer = hubspot(server.base, session).ask(" 5501 ")
        assert "archived=true" in server.heard()[1].path
    assert (answer.incoming, answer.complete) == (None, True)
    assert [(r.id, r.number, r.customer) for r in answer.records] == [("700", "5501", None)]


def test_the_list_of_deleted_ones_is_read_once_for_all(session: requests.Session) -> None:
    with Misbehaving(results(), results(), results()) as server:
        reader = hubspot(server.base, session)
        assert [reader.ask(number).complete for number in ("1", "2", "3")] == [True] * 3
        assert sum("archived" in heard.path for heard in server.heard()) == 1


@pytest.mark.parametrize("refusal", [Reply(400, "{}"), results(invoice("9"), after="1")])
def test_without_the_end_of_the_deleted_ones_the_list_is_not_complete(
    session: requests.Session, refusal: Reply
) -> None:
    with Misbehaving(results(), refusal) as server:
        answer = hubspot(server.base, session).ask("5501")
        assert len(server.heard()) < 5
    assert not answer.complete
    assert "deleted invoices could not be read to its end" in answer.problem


@pytest.mark.parametrize("name", ["hs_number", "hs_invoice_status", "hs_currency", "hs_invoice_date", "hs_balance_due"])
@pytest.mark.parametrize("odd", [None, 5, [], {}, True, ["x"]])
def test_a_property_that_is_not_what_it_should_be_is_not_known(
    session: requests.Session, name: str, odd: object
) -> None:
    strange = invoice("902", **{name: odd})
    answers = list(whole([invoice()], strange))
    with Misbehaving(*answers) as server:
        assert hubspot(server.base, session).ask("5501").complete
    for nothing in ({"id": "901"}, {"id": "901", "properties": None}, {"id": 901, "properties": []}):
        with Misbehaving(results(nothing), results()) as server:
            assert hubspot(server.base, session).ask("5501").incoming is None


def test_a_token_that_lost_its_scopes_is_told_which_it_needs(session: requests.Session) -> None:
    line = Line("HubSpot", session, Patient(), 10, needs=NEEDS)
    said = r"doesn't let it read that\. .*crm\.objects\.invoices\.read"
    with Misbehaving(Reply(403, '{"category": "MISSING_SCOPES"}')) as server, pytest.raises(SignInNeeded, match=said):
        HubSpot(server.base, TOKEN, line).ask("5501")


def test_the_limit_of_a_day_is_no_short_rest(session: requests.Session) -> None:
    body = json.dumps({"status": "error", "errorType": "RATE_LIMIT", "policyName": "DAILY"})
    with Misbehaving(Reply(429, body)) as server, pytest.raises(Throttled, match="Look again tomorrow") as slow:
        hubspot(server.base, session).ask("5501")
    assert slow.value.wait_seconds == 3600


def test_a_connection_that_ends_while_lines_are_read_is_said(session: requests.Session) -> None:
    """Rotated in the middle: no line is no empty invoice."""
    answers = (results(invoice()), links("88"), results(contact()), Reply(401, "{}"))
    with Misbehaving(*answers) as server, pytest.raises(SignInNeeded, match="no longer accepts"):
        hubspot(server.base, session).ask("5501")
