"""Says whether the sample books ended as they should, by comparing the server's books now with those at the start.

It looks at the books and at the sources' rows, never at what a program believes it did.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.request import urlopen

from untwin.resources import resource
from untwin.sample.compared import Books, Comparison, customer, named
from untwin.sample.deeds import DEEDS
from untwin.sample.firm.drafts import Scenario
from untwin.sample.firm.firm import Firm
from untwin.sample.firm.firms import MOST, make_firms
from untwin.sample.quickbooks.kinds.entity import Doc

FIRMS = MOST
REST = "rest of the books"
_SYNCED = ("Synced", "In sync")
Statuses = dict[tuple[Decimal, str], str]
"""How each row of a source stands, by amount and date: no two rows have the same."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to become of one scenario, and what a person has to do for it.

    Attributes:
        company: the firm's realm.
        source, kind, number, customer, total, day: what waits; the number is empty where the source gives it none.
        entity: what it posts as.
        state, verdict: how its case is to end; the verdict is empty where a playbook takes its place.
        first_state, first_verdict: what it must be found to be before a person has done anything, where its number is
            locked and no program may change it; empty where it isn't.
        why: what the person says who puts it aside with a reason; empty where it ends otherwise.
        deed: what only a person can do, by its name under /sample/deeds; empty for nothing.
        final_number: the number it posts under.
    """

    key: str
    company: str
    source: str
    kind: str
    number: str
    customer: str
    total: Decimal
    day: date
    entity: str
    state: str
    verdict: str
    deed: str
    final_number: str
    first_state: str = ""
    first_verdict: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """How one scenario ended in the books."""

    key: str
    number: str
    state: str
    """The state in which its case should be."""
    verdict: str
    ok: bool
    wrong: tuple[str, ...] = ()
    """Plain sentences, one for each thing that is not as it should be."""
    company: str = ""


def scenarios(count: int, seed: int, today: date) -> list[Expected]:
    """What the first so many firms of a seed and a date hold ready."""
    return [
        _expected(firm, scenario, _table()[firm.key][scenario.key])
        for firm in make_firms(count, seed, today)
        for scenario in firm.scenarios
    ]


def check(greeting: dict[str, Any], seed: int, today: date) -> list[ScenarioResult]:
    """For each firm one result a scenario, and one for the rest of its books.

    Args:
        greeting: what the servers said first.
        seed: the seed they were started with.
        today: the date they were started with.
    """
    base, companies = greeting["quickbooks"]["base"], greeting["quickbooks"]["companies"]
    start, now = _get(f"{base}/sample/books?at=start"), _get(f"{base}/sample/books")
    results: list[ScenarioResult] = []
    for firm, company in zip(make_firms(len(companies), seed, today), companies, strict=False):
        realm = firm.books.realm
        comparison = Comparison(_books(start[realm]), _books(now[realm]), firm.scenarios)
        statuses = _statuses(company.get("sources") or {"clio": greeting["clio"]})
        results += [_judge(comparison, firm, scenario, statuses) for scenario in firm.scenarios]
        results.append(_rest(comparison, firm))
    return results


def _expected(firm: Firm, scenario: Scenario, told: dict[str, Any]) -> Expected:
    deed, _ = DEEDS.get((firm.key, scenario.key), ("", None))
    first_state, first_verdict = told.get("first", ("", ""))
    return Expected(
        key=scenario.key,
        company=firm.books.realm,
        source=scenario.source,
        kind=scenario.kind,
        number=scenario.number,
        customer=scenario.customer,
        total=scenario.total,
        day=scenario.day,
        entity=scenario.entity,
        state=told["state"],
        verdict=told["verdict"],
        deed=deed,
        final_number=scenario.final_number,
        first_state=first_state,
        first_verdict=first_verdict,
        why=told.get("why", ""),
    )


def _judge(comparison: Comparison, firm: Firm, scenario: Scenario, statuses: Statuses) -> ScenarioResult:
    told = _table()[firm.key][scenario.key]
    wrong = [*_holders(comparison, scenario, renumbered=told["holders"] == "renumbered")]
    wrong += comparison.posted(scenario) if told["posts"] else comparison.not_posted(scenario)
    status = statuses.get((scenario.total, scenario.day.isoformat()), "")
    if (status in _SYNCED) != told.get("synced", told["posts"]):
        source = "Clio" if scenario.source == "clio" else "HubSpot"
        wrong.append(f'{source} shows bill {scenario.number} as "{status}".')
    return ScenarioResult(
        scenario.key, scenario.number, told["state"], told["verdict"], not wrong, tuple(wrong), firm.books.realm
    )


def _holders(comparison: Comparison, scenario: Scenario, *, renumbered: bool) -> Iterator[str]:
    for key in comparison.holders(scenario):
        if renumbered:
            yield from comparison.renumbered(key)
        elif change := comparison.changed(key):
            yield change


def _rest(comparison: Comparison, firm: Firm) -> ScenarioResult:
    held = {key for scenario in comparison.scenarios for key in comparison.holders(scenario)}
    # A payment that was changed in Clio takes the place of the one before.
    held |= {("Payment", entry.replaces) for entry in firm.desk.entries if entry.replaces}
    wrong = [change for key in comparison.start if key not in held and (change := comparison.changed(key))]
    for key, owner in comparison.appeared():
        doc = comparison.now[key]
        if owner is None and not _is_their_customer(comparison, key[0], doc):
            wrong.append(f"{named(key, doc)} appeared.")
    return ScenarioResult(REST, "", "", "", not wrong, tuple(wrong), firm.books.realm)


def _is_their_customer(comparison: Comparison, entity: str, doc: Doc) -> bool:
    """Whether a source made it together with what it posted."""
    posted = {customer(comparison.now[key]) for key, owner in comparison.appeared() if owner is not None}
    return entity == "Customer" and doc.get("DisplayName") in posted


def _statuses(sources: dict[str, Any]) -> Statuses:
    rows = [row for source in sources.values() for row in _get(f"{source['base']}/sample/sync")]
    return {(Decimal(row["total"]), row["date"]): row["status"] for row in rows}


def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resource("sample", "expected.json").read_text(encoding="utf-8"))
    return table


def _books(picture: dict[str, list[Doc]]) -> Books:
    return {(entity, doc["Id"]): doc for entity, docs in picture.items() for doc in docs}


def _get(url: str) -> Any:
    with urlopen(url, timeout=30) as answer:  # noqa: S310 - the loopback address of our own child
        return json.loads(answer.read(), parse_float=Decimal)
