"""Says whether the sample books ended as they should, by comparing the server's books now with those at the start.

It looks at the books and at Clio's rows, never at what a program believes it did.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.request import urlopen

from untwin.resources import resource
from untwin.sample.firm.drafts import Scenario
from untwin.sample.firm.firm import make_firm
from untwin.sample.quickbooks.entities import ENTITIES
from untwin.sample.quickbooks.entity import Doc

REST = "rest of the books"
_MAY_MOVE = frozenset({"DocNumber", "SyncToken", "MetaData"})

Key = tuple[str, str]
"""Entity and id."""
Books = dict[Key, Doc]


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


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The books at the start and now, and which scenario each document belongs to."""

    start: Books
    now: Books
    scenarios: tuple[Scenario, ...]

    def holders(self, scenario: Scenario) -> list[Key]:
        """The documents that had the number at the start."""
        space = ENTITIES[scenario.entity].space
        return [key for key, doc in self.start.items() if _has_number(key, doc, space, scenario.number)]

    def appeared(self) -> Iterator[tuple[Key, Scenario | None]]:
        """Every new document and the scenario it answers."""
        for key, doc in self.now.items():
            if key not in self.start:
                yield key, next((scenario for scenario in self.scenarios if _answers(scenario, key, doc)), None)

    def changed(self, key: Key) -> str:
        """What became of a document, as a sentence; empty when it is as it was."""
        old, new = self.start[key], self.now.get(key)
        if new is None:
            return f"{_named(key, old)} is gone."
        fields = _different(old, new)
        return f"{_named(key, old)} was changed: {', '.join(fields)}." if fields else ""


def check(base: str, clio_base: str, seed: int, today: date) -> list[ScenarioResult]:
    """One result a scenario and one for the rest of the books.

    Args:
        base: address of the sample QuickBooks.
        clio_base: address of the sample Clio.
        seed: the seed the servers were started with.
        today: the date they were started with.
    """
    firm = make_firm(seed, today)
    start = _books(_get(f"{base}/sample/books?at=start")[firm.books.realm])
    now = _books(_get(f"{base}/sample/books")[firm.books.realm])
    comparison = _Comparison(start, now, firm.scenarios)
    rows = {row["number"]: row["status"] for row in _get(f"{clio_base}/sample/sync")}
    expected = json.loads(resource("sample", "expected.json").read_text(encoding="utf-8"))
    results = [
        _judge(comparison, scenario, expected[scenario.key], rows.get(scenario.number, ""))
        for scenario in firm.scenarios
    ]
    return [*results, _rest(comparison)]


def _judge(comparison: _Comparison, scenario: Scenario, expected: dict[str, Any], status: str) -> ScenarioResult:
    wrong = [*_holders(comparison, scenario, renumbered=expected["holders"] == "renumbered")]
    wrong += _postings(comparison, scenario, posts=expected["posts"])
    if (status == "Synced") != expected["posts"]:
        wrong.append(f'Clio shows bill {scenario.number} as "{status}".')
    return ScenarioResult(
        scenario.key, scenario.number, expected["state"], expected["verdict"], ok=not wrong, wrong=tuple(wrong)
    )


def _holders(comparison: _Comparison, scenario: Scenario, *, renumbered: bool) -> Iterator[str]:
    for key in comparison.holders(scenario):
        if renumbered:
            yield from _renumbered(comparison, key)
        elif change := comparison.changed(key):
            yield change


def _renumbered(comparison: _Comparison, key: Key) -> Iterator[str]:
    old, new = comparison.start[key], comparison.now.get(key)
    if new is None:
        yield comparison.changed(key)
        return
    others = [field for field in _different(old, new) if field not in _MAY_MOVE]
    if others:
        yield f"{_named(key, old)} changed in more than its number: {', '.join(others)}."
    number = new.get("DocNumber") or ""
    if _bare(number) in ("", _bare(old["DocNumber"])):
        yield f"{_named(key, old)} has no new number."
    space = ENTITIES[key[0]].space
    if sum(_has_number(other, doc, space, number) for other, doc in comparison.now.items()) > 1:
        yield f"{_named(key, old)} was given {number}, which another document has."


def _postings(comparison: _Comparison, scenario: Scenario, *, posts: bool) -> Iterator[str]:
    found = [key for key, owner in comparison.appeared() if owner == scenario]
    if not posts:
        yield from (f"{_named(key, comparison.now[key])} appeared, so it is booked twice." for key in found)
        return
    if len(found) != 1:
        yield f"{len(found)} new documents answer bill {scenario.number}; there should be one."
    for key in found:
        doc = comparison.now[key]
        seen = (key[0], doc.get("DocNumber"), _customer(doc), _total(doc))
        if seen != (scenario.entity, scenario.number, scenario.customer, scenario.total):
            yield f"{_named(key, doc)} for {seen[2]} over {seen[3]} is not what bill {scenario.number} says."


def _rest(comparison: _Comparison) -> ScenarioResult:
    held = {key for scenario in comparison.scenarios for key in comparison.holders(scenario)}
    wrong = [change for key in comparison.start if key not in held and (change := comparison.changed(key))]
    strangers = [key for key, owner in comparison.appeared() if owner is None]
    wrong += [f"{_named(key, comparison.now[key])} appeared." for key in strangers]
    return ScenarioResult(REST, "", "", "", ok=not wrong, wrong=tuple(wrong))


def _answers(scenario: Scenario, key: Key, doc: Doc) -> bool:
    space = ENTITIES[scenario.entity].space
    if ENTITIES[key[0]].space != space:
        return False
    is_its_sale = _customer(doc) == scenario.customer and _total(doc) == scenario.total
    return _has_number(key, doc, space, scenario.number) or is_its_sale


def _different(old: Doc, new: Doc) -> list[str]:
    return sorted(name for name in {*old, *new} if old.get(name) != new.get(name))


def _has_number(key: Key, doc: Doc, space: str, number: str) -> bool:
    return ENTITIES[key[0]].space == space and _bare(doc.get("DocNumber") or "") == _bare(number)


def _named(key: Key, doc: Doc) -> str:
    number = doc.get("DocNumber")
    return f"{key[0]} {number} (id {key[1]})" if number else f"{key[0]} with id {key[1]}"


def _customer(doc: Doc) -> str:
    return str(doc.get("CustomerRef", {}).get("name", ""))


def _total(doc: Doc) -> Decimal:
    return Decimal(doc.get("TotalAmt", 0))


def _bare(number: str) -> str:
    return number.strip().casefold()


def _books(picture: dict[str, list[Doc]]) -> Books:
    return {(entity, doc["Id"]): doc for entity, docs in picture.items() for doc in docs}


def _get(url: str) -> Any:
    with urlopen(url, timeout=30) as answer:  # noqa: S310 - the loopback address of our own child
        return json.loads(answer.read(), parse_float=Decimal)
