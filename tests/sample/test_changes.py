"""Change data capture: what it lists, and the bounds of how far back and how much."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from untwin.sample.clock import at
from untwin.sample.firm.firm import Firm, make_firm
from untwin.sample.quickbooks.books.books import metadata
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.reading.changes import changes

TODAY = date(2026, 11, 20)
NOW = at(TODAY, 12)


@pytest.fixture
def firm() -> Firm:
    return make_firm(1, TODAY)


def _asked(firm: Firm, entities: str, since: datetime) -> list[Doc]:
    params = {"entities": entities, "changedSince": since.isoformat()}
    inside: list[Doc] = changes(firm.books, params, NOW)["CDCResponse"][0]["QueryResponse"]
    return inside


def _add(firm: Firm, entity: str, count: int, moment: datetime) -> None:
    for _ in range(count):
        id_ = firm.books.next_id(ENTITIES[entity])
        firm.books.put(ENTITIES[entity], {"Id": id_, "MetaData": metadata(moment, moment, "0")})


def test_nothing_older_than_thirty_days_is_given_however_far_back_is_asked(firm: Firm) -> None:
    long_ago, edge = NOW - timedelta(days=2000), NOW - timedelta(days=30)
    [found] = _asked(firm, "Invoice", long_ago)
    assert [found] == _asked(firm, "Invoice", edge)
    changed = [datetime.fromisoformat(doc["MetaData"]["LastUpdatedTime"]) for doc in found["Invoice"]]
    assert min(changed) >= edge
    assert len(changed) < len(firm.books.of("Invoice"))


def test_a_deletion_of_more_than_thirty_days_ago_is_forgotten(firm: Firm) -> None:
    kept, forgotten = list(firm.books.of("Estimate"))[:2]
    firm.books.delete(ENTITIES["Estimate"], kept, NOW - timedelta(days=29))
    firm.books.delete(ENTITIES["Estimate"], forgotten, NOW - timedelta(days=31))
    [answer] = _asked(firm, "Estimate", NOW - timedelta(days=90))
    assert [doc["Id"] for doc in answer["Estimate"] if doc.get("status") == "Deleted"] == [kept]


def test_a_thousand_objects_at_most_over_all_entities(firm: Firm) -> None:
    since = NOW - timedelta(hours=1)
    _add(firm, "Invoice", 700, NOW)
    _add(firm, "Estimate", 700, NOW)
    invoices, estimates, journal = _asked(firm, "Invoice,Estimate,JournalEntry", since)
    assert (len(invoices["Invoice"]), invoices["maxResults"]) == (700, 700)
    assert (len(estimates["Estimate"]), estimates["maxResults"]) == (300, 300)
    assert journal == {}


@pytest.mark.parametrize("zone", [timezone(timedelta(hours=-8)), timezone(timedelta(hours=14)), UTC, None])
def test_a_moment_is_compared_across_offsets_and_means_ours_without_one(firm: Firm, zone: tzinfo | None) -> None:
    made = NOW - timedelta(hours=5)
    _add(firm, "Estimate", 1, made)
    for shift, is_found in ((-1, True), (1, False)):
        moment = (made + timedelta(seconds=shift)).astimezone(zone)
        [answer] = _asked(firm, "Estimate", moment if zone else moment.replace(tzinfo=None))
        assert bool(answer) is is_found
