"""The before/after check: compares a document field by field, as QuickBooks sent it before and after."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from untwin.domain.money import plain_amount

_NUMBER_FIELDS = frozenset({"DocNumber"})
# What every save changes by itself: the version, and who saved it when.
_VERSION_FIELDS = frozenset({"SyncToken", "MetaData.LastUpdatedTime", "MetaData.LastModifiedByRef.value"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not as it was; None where it is absent."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of one check.

    Attributes:
        renumbered: the new number stands there.
        unexpected: every other field that differs; must be empty.
        fields_compared: how many fields were compared.
        sentence: what stayed, in words that claim no more than QuickBooks shows of this document.
    """

    renumbered: bool
    unexpected: tuple[Difference, ...]
    fields_compared: int
    sentence: str

    @property
    def holds(self) -> bool:
        """The number changed and nothing else did."""
        return self.renumbered and not self.unexpected


def prove(before: str, after: str, new_number: str) -> Proof:
    """Compares two raw JSON documents.

    Args:
        before: the document as it was read right before the write.
        after: the document as it was read again after it.
        new_number: the number that must stand in `after`.
    """
    old, now = dict(_leaves(_parse(before))), dict(_leaves(_parse(after)))
    paths = sorted(old.keys() | now.keys())
    ignored = _NUMBER_FIELDS | _VERSION_FIELDS
    differences = tuple(
        Difference(p, old.get(p), now.get(p)) for p in paths if p not in ignored and old.get(p) != now.get(p)
    )
    renumbered = now.get("DocNumber") == new_number
    compared = sum(1 for p in paths if p not in ignored)
    return Proof(renumbered, differences, compared, _sentence(renumbered, differences, compared, now, new_number))


def _sentence(
    renumbered: bool,  # noqa: FBT001 - two plain facts of one check
    differences: tuple[Difference, ...],
    compared: int,
    now: dict[str, str],
    new_number: str,
) -> str:
    if differences:
        return f"{len(differences)} of {compared} other fields are not as they were: {differences[0].path} first."
    if not renumbered:
        return f"The number is {now.get('DocNumber', 'missing')}, not {new_number}; nothing else changed."
    kept = [f"{words} {_shown(field, now[field])}" for field, words in _KEPT.items() if field in now]
    return f"On this document all {compared} other fields the API shows are as they were: {', '.join(kept)}."


_KEPT = {"TotalAmt": "total", "Balance": "balance", "TxnDate": "date", "CustomerRef.name": "customer"}


def _shown(field: str, value: str) -> str:
    return plain_amount(Decimal(value)) if field in ("TotalAmt", "Balance") else value


def _parse(raw: str) -> Any:
    return json.loads(raw, parse_float=Decimal)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every leaf with its path, e.g. `Line.0.Amount`; an empty list or object is a leaf of its own."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}.{index}")
    else:
        yield path, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        # 85, 85.0 and 85.00 are one amount on the wire.
        return format(Decimal(value).normalize(), "f")
    return value if isinstance(value, str) else json.dumps(value)
