"""Where the documents of one kind stand by what is asked for most: few questions need to read them all."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from untwin.sample.quickbooks.kinds.entity import Doc

Keys = dict[Hashable, list[str]]


def bare(number: str) -> str:
    """A number as it is compared: without blanks around it and without case."""
    return number.strip().casefold()


def _amount(value: Any) -> Hashable:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        # Whoever compares with it says what is wrong.
        return None


def _reference(value: Any) -> Hashable:
    return str(value.get("value", "") if isinstance(value, dict) else value).casefold()


# By field: how its value is looked up. Values that are equal in a query have one key, though not the other way round.
_KEY: dict[str, Callable[[Any], Hashable]] = {
    "DocNumber": lambda value: bare(str(value)),
    "CustomerRef": _reference,
    "TotalAmt": _amount,
}
_NUMBER = "DocNumber"


@dataclass(slots=True)
class Index:
    """The ids of documents by some of their fields."""

    _keys: dict[str, Keys] = field(default_factory=lambda: {name: defaultdict(list) for name in _KEY})

    def add(self, doc: Doc) -> None:
        """Takes up a document."""
        id_: str = doc["Id"]
        for name, key in _KEY.items():
            if name in doc:
                self._keys[name][key(doc[name])].append(id_)

    def drop(self, doc: Doc) -> None:
        """Forgets a document."""
        for name, key in _KEY.items():
            if name in doc:
                places = self._keys[name]
                places[key(doc[name])].remove(doc["Id"])
                if not places[key(doc[name])]:
                    del places[key(doc[name])]

    def with_number(self, number: str) -> Iterable[str]:
        """The documents with a number, whatever its case and the blanks around it."""
        return self._keys[_NUMBER].get(bare(number), ())

    def among(self, name: str, values: Iterable[Any]) -> set[str] | None:
        """Every document that may have one of the values in a field, and some more; None when all may."""
        values = list(values)
        if name == "Id" and all(isinstance(value, str) for value in values):
            return set(values)
        # A number that is compared with a text is compared as a number: 7 finds 007.
        if name not in _KEY or (name != "TotalAmt" and not all(isinstance(value, str) for value in values)):
            return None
        keys = [_KEY[name](value) for value in values]
        return None if None in keys else {id_ for key in keys for id_ in self._keys[name].get(key, ())}

    def like(self, pattern: str) -> set[str]:
        """Every document whose number may be like a pattern, and some more."""
        core = max((bare(part) for part in pattern.split("%")), key=len)
        return set(self._having(core))

    def _having(self, core: str) -> Iterator[str]:
        for key, ids in self._keys[_NUMBER].items():
            if core in str(key):
                yield from ids
