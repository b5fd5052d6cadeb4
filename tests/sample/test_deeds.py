"""Every scenario of all firms can be ended by hand: what a person does, the deed, and the source's own retry."""

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from lxml import html

from sample.caller import TODAY, Caller, Start
from untwin.sample.expect import REST, Expected, check, scenarios

THREE = ("--firms", "3", "--hubspot-limit", "100000")
DAY = date.fromisoformat(TODAY)


def _sources(caller: Caller, realm: str) -> dict[str, Any]:
    company = next(c for c in caller.greeting["quickbooks"]["companies"] if c["realm_id"] == realm)
    sources: dict[str, Any] = company.get("sources") or {"clio": caller.greeting["clio"]}
    return sources


def _row(caller: Caller, scenario: Expected) -> dict[str, Any]:
    base = _sources(caller, scenario.company)[scenario.source]["base"]
    rows = caller.session.get(f"{base}/sample/sync", timeout=10).json()
    known = [r for r in rows if (r["total"], r["date"]) == (float(scenario.total), scenario.day.isoformat())]
    assert len(known) == 1
    return dict(known[0])


def _press(caller: Caller, scenario: Expected) -> None:
    """Clio's Retry, or HubSpot's record saved."""
    sources = _sources(caller, scenario.company)
    row = _row(caller, scenario)
    if scenario.source == "clio":
        address = f"{sources['clio']['bill_syncing_page']}/retry"
        caller.session.post(address, data={"bill_number": row["label"]}, timeout=10)
        return
    page = sources["hubspot"]["failing_page"]
    listed = html.fromstring(caller.session.get(page, timeout=10).text, base_url=page)
    listed.make_links_absolute()
    for link in listed.xpath(f"//a[@aria-label='Open invoice {row['number']}']/@href"):
        caller.session.post(link, data={}, timeout=10).raise_for_status()


def _settled(caller: Caller, scenario: Expected) -> str:
    for _ in range(200):
        status = str(_row(caller, scenario)["status"])
        if status != "Waiting to sync":
            return status
        time.sleep(0.02)
    return "still waiting"


def _free(caller: Caller, scenario: Expected) -> None:
    """Gives whatever has the number of a sale another one."""
    caller.realm, caller.token = scenario.company, ""
    for entity in ("Invoice", "CreditMemo", "SalesReceipt"):
        if caller.query(f"SELECT * FROM {entity} WHERE DocNumber = '{scenario.number}'"):  # noqa: S608 - not SQL
            assert caller.renumber(entity, scenario.number, f"{entity[:2].upper()}-{scenario.number}-A").ok


def _end(caller: Caller, scenario: Expected) -> None:
    if scenario.state != "posted":
        return
    if scenario.deed:
        caller.session.post(f"{caller.base}/sample/deeds/{scenario.deed}", timeout=10).raise_for_status()
    if scenario.verdict in ("unrelated", "prefix_continued"):
        _free(caller, scenario)
    _press(caller, scenario)
    assert _settled(caller, scenario) in ("Synced", "In sync"), (scenario.key, _row(caller, scenario))


def _wrong(caller: Caller, seed: int = 1) -> dict[str, tuple[str, ...]]:
    return {f"{r.company} {r.key}": r.wrong for r in check(caller.greeting, seed, DAY) if not r.ok}


@pytest.mark.parametrize("seed", [1, 5])
def test_every_scenario_of_all_firms_ends_well_by_hand(start: Start, seed: int) -> None:
    caller = start(*THREE, "--seed", str(seed))
    known = scenarios(3, seed, DAY)
    assert [sum(s.company == c for s in known) for c in dict.fromkeys(s.company for s in known)] == [10, 12, 15]
    for scenario in known:
        _end(caller, scenario)
    assert _wrong(caller, seed) == {}
    assert [r.key for r in check(caller.greeting, seed, DAY)].count(REST) == 3


def test_what_waits_for_a_deed_fails_again_without_it(start: Start) -> None:
    caller = start(*THREE)
    for scenario in (s for s in scenarios(3, 1, DAY) if s.deed):
        _press(caller, scenario)
        assert _settled(caller, scenario) in ("Failed", "Failing to sync"), scenario.key


def test_untouched_firms_fail_where_something_was_to_be_done(start: Start) -> None:
    caller = start(*THREE)
    undone = {f"{s.company} {s.key}" for s in scenarios(3, 1, DAY) if s.state == "posted"}
    assert set(_wrong(caller)) == undone


def test_deeds_are_listed_with_what_a_person_does_where(start: Start) -> None:
    caller = start(*THREE)
    deeds = caller.session.get(f"{caller.base}/sample/deeds", timeout=10).json()
    assert len({d["name"] for d in deeds}) == len(deeds) == 18
    assert all(d["words"].startswith(("In QuickBooks: ", "In HubSpot: ", "In Clio: ")) for d in deeds)
    address = f"{caller.base}/sample/deeds/reopen-books-of-marlowe"
    closed = [_closing_date(caller, 2)]
    for _ in range(2):
        assert caller.session.post(address, timeout=10).status_code == 204
        closed.append(_closing_date(caller, 2))
    assert closed[0] > closed[1] == closed[2]
    assert _closing_date(caller, 1) == closed[0]
    assert caller.session.post(f"{caller.base}/sample/deeds/nonsense", timeout=10).status_code == 404


def test_what_a_program_changes_still_shows_beside_a_deed(start: Start) -> None:
    """A customer is made active by a person; a note on it was changed by somebody else."""
    caller = start(*THREE)
    caller.realm, caller.token = caller.greeting["quickbooks"]["companies"][2]["realm_id"], ""
    customer = next(c for c in caller.books()["Customer"] if not c["Active"] and c["Id"] in _waiting(caller))
    row = {"Id": customer["Id"], "SyncToken": customer["SyncToken"], "sparse": True, "Notes": "tampered"}
    assert caller.post("customer", row).ok
    caller.session.post(f"{caller.base}/sample/deeds/activate-customer", timeout=10).raise_for_status()
    [rest] = [r for r in check(caller.greeting, 1, DAY) if r.company == caller.realm and r.key == REST]
    assert rest.wrong == (f"Customer with id {customer['Id']} was changed: Notes.",)


def _waiting(caller: Caller) -> Iterator[str]:
    names = {s.customer for s in scenarios(3, 1, DAY) if s.key == "object_not_found"}
    return (c["Id"] for c in caller.books()["Customer"] if c["DisplayName"] in names)


def _closing_date(caller: Caller, place: int) -> str:
    realm = caller.greeting["quickbooks"]["companies"][place]["realm_id"]
    books = caller.session.get(f"{caller.base}/sample/books", timeout=10).json()[realm]
    return str(books["Preferences"][0]["AccountingInfoPrefs"]["BookCloseDate"])
