"""Compares the books of one firm now with those at the start, and says which scenario each new document answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.firm.drafts import Scenario
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

_MAY_MOVE = frozenset({"DocNumber", "SyncToken", "MetaData"})

Key = tuple[str, str]
"""Entity and id."""
Books = dict[Key, Doc]


@dataclass(frozen=True, slots=True)
class Comparison:
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
            return f"{named(key, old)} is gone."
        fields = _different(old, new)
        return f"{named(key, old)} was changed: {', '.join(fields)}." if fields else ""

    def renumbered(self, key: Key) -> Iterator[str]:
        """What is wrong with a document that was to get another number, and nothing else."""
        old, new = self.start[key], self.now.get(key)
        if new is None:
            yield self.changed(key)
            return
        others = [field for field in _different(old, new) if field not in _MAY_MOVE]
        if others:
            yield f"{named(key, old)} changed in more than its number: {', '.join(others)}."
        number = new.get("DocNumber") or ""
        if _bare(number) in ("", _bare(old["DocNumber"])):
            yield f"{named(key, old)} has no new number."
        space = ENTITIES[key[0]].space
        if sum(_has_number(other, doc, space, number) for other, doc in self.now.items()) > 1:
            yield f"{named(key, old)} was given {number}, which another document has."

    def posted(self, scenario: Scenario) -> Iterator[str]:
        """What is wrong where exactly one new document is to answer a scenario."""
        found = [key for key, owner in self.appeared() if owner == scenario]
        waiting = f"bill {scenario.number}" if scenario.number else scenario.key.replace("_", " ")
        if len(found) != 1:
            yield f"{len(found)} new documents answer {waiting}; there should be one."
        for key in found:
            doc = self.now[key]
            seen = (key[0], _number(key, doc), customer(doc) or scenario.customer, total(key, doc))
            if seen != (scenario.entity, scenario.final_number, scenario.customer, scenario.total):
                yield f"{named(key, doc)} for {seen[2]} over {seen[3]} is not what {waiting} says."

    def not_posted(self, scenario: Scenario) -> Iterator[str]:
        """What is wrong where no document is to answer a scenario."""
        for key, owner in self.appeared():
            if owner == scenario:
                yield f"{named(key, self.now[key])} appeared, so it is booked twice."


def named(key: Key, doc: Doc) -> str:
    """A document in words."""
    number = doc.get("DocNumber")
    return f"{key[0]} {number} (id {key[1]})" if number else f"{key[0]} with id {key[1]}"


def customer(doc: Doc) -> str:
    """The name of its customer, empty where it has none."""
    return str(doc.get("CustomerRef", {}).get("name", ""))


def total(key: Key, doc: Doc) -> Decimal:
    """What it is over; a journal entry is over one side of it."""
    if key[0] != "JournalEntry":
        return Decimal(doc.get("TotalAmt", 0))
    lines = [(line.get("JournalEntryLineDetail", {}).get("PostingType"), line["Amount"]) for line in doc["Line"]]
    return sum((Decimal(amount) for side, amount in lines if side == "Debit"), Decimal(0))


def _answers(scenario: Scenario, key: Key, doc: Doc) -> bool:
    space = ENTITIES[scenario.entity].space
    if key[0] != scenario.entity and (not space or ENTITIES[key[0]].space != space):
        return False
    names = customer(doc) in ("", scenario.customer)
    is_its_sale = names and total(key, doc) == scenario.total
    return is_its_sale or _has_number(key, doc, space, scenario.final_number)


def _number(key: Key, doc: Doc) -> str:
    return str(doc.get("PaymentRefNum" if key[0] == "Payment" else "DocNumber") or "")


def _different(old: Doc, new: Doc) -> list[str]:
    return sorted(name for name in {*old, *new} if old.get(name) != new.get(name))


def _has_number(key: Key, doc: Doc, space: str, number: str) -> bool:
    of_space = bool(space and number) and ENTITIES[key[0]].space == space
    return of_space and _bare(doc.get("DocNumber") or "") == _bare(number)


def _bare(number: str) -> str:
    return number.strip().casefold()
