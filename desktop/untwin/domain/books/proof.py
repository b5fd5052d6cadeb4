"""The before/after check: compares a document field by field, as QuickBooks sent it before and after."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from untwin.domain.words.field_words import change_words, plain, rank, value_words

_NAMED = 3  # fields that a sentence names at most
Path = tuple[str | int, ...]
_NUMBER: Path = ("DocNumber",)
_EDITOR: Path = ("MetaData", "LastModifiedByRef")
# What every save changes by itself, besides the editor: the version, and when.
_BY_ITSELF: frozenset[Path] = frozenset({("SyncToken",), ("MetaData", "LastUpdatedTime")})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not as it was; None where it is absent."""

    path: str
    before: str | None
    after: str | None

    @property
    def words(self) -> str:
        """The same for people: `total was 85.00 and is 90.00`."""
        return change_words(self.path, self.before, self.after)


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


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field before and after; None where it is absent. `may_differ` says that every save changes it by itself."""

    path: str
    before: str | None
    after: str | None
    same: bool
    may_differ: bool


@dataclass(frozen=True, slots=True)
class _Image:
    """A document as it was read, and every one of its fields."""

    row: Any
    fields: dict[Path, Any]

    @property
    def voided(self) -> bool:
        """Whether it looks as QuickBooks leaves a document that was voided."""
        note, total = self.fields.get(("PrivateNote",)), self.fields.get(("TotalAmt",))
        return isinstance(note, str) and note.startswith("Voided") and not total

    def text(self, path: Path) -> str | None:
        """What stands in a field."""
        return _text(self.fields[path]) if path in self.fields else None


def prove(before: str, after: str, new_number: str) -> Proof:
    """Compares two raw JSON documents.

    Args:
        before: the document as it was read right before the write.
        after: the document as it was read again after it.
        new_number: the number that must stand in `after`.
    """
    old, now = _image(before), _image(after)
    compared = [path for path in dict.fromkeys((*old.fields, *now.fields)) if not _may_differ(path)]
    found = (Difference(_joined(p), old.text(p), now.text(p)) for p in compared if not _same(old, now, p))
    differences = tuple(sorted(found, key=lambda difference: rank(difference.path)))
    renumbered = now.fields.get(_NUMBER) == new_number
    if renumbered and not differences:
        sentence = f"On this document all {len(compared)} other fields QuickBooks shows are as they were: {_kept(now)}."
    else:
        sentence = " ".join(_wrong(old, now, new_number, differences, len(compared)))
    return Proof(renumbered, differences, len(compared), sentence)


def compare_fields(before: str, after: str) -> tuple[FieldPair, ...]:
    """Every field of two raw JSON documents side by side, those that differ first."""
    old, now = _image(before), _image(after)
    paths = dict.fromkeys((*old.fields, *now.fields))
    pairs = [FieldPair(_joined(p), old.text(p), now.text(p), _same(old, now, p), _may_differ(p)) for p in paths]
    return tuple(sorted(pairs, key=lambda pair: (pair.same, pair.may_differ)))


def _wrong(
    old: _Image, now: _Image, new_number: str, differences: tuple[Difference, ...], compared: int
) -> Iterator[str]:
    """What isn't as it should be, in sentences."""
    if now.fields.get(_NUMBER) != new_number:
        rest = "." if differences else "; nothing else changed."
        yield f"The number is {plain(now.text(_NUMBER) or '') or 'missing'}, not {new_number}{rest}"
    if now.voided and not old.voided:
        yield "The document was voided in the meantime."
    if differences:
        named = "; ".join(difference.words for difference in differences[:_NAMED])
        more = f"; and {len(differences) - _NAMED} more" if len(differences) > _NAMED else ""
        are = "is not as it was" if len(differences) == 1 else "are not as they were"
        yield f"{len(differences)} of {compared} other fields {are}: {named}{more}."


def _kept(now: _Image) -> str:
    """What people look for first, as it stands there."""
    told = [f"{words} {_shown(now, path)}" for path, words in _LOOKED_FOR.items() if path in now.fields]
    return ", ".join([*told, _links(now.row)])


_LOOKED_FOR: dict[Path, str] = {
    ("TotalAmt",): "total",
    ("Balance",): "balance",
    ("TxnDate",): "date",
    ("CustomerRef", "name"): "customer",
}


def _shown(now: _Image, path: Path) -> str:
    text = now.text(path) or ""
    return plain(text) if path[-1] == "name" else value_words(_joined(path), text)


def _links(row: dict[str, Any]) -> str:
    """How many other documents it is linked to, as a whole or by one of its lines."""
    links = [link for each in [row, *_members(row, "Line")] for link in _members(each, "LinkedTxn")]
    linked = {(_text(link.get("TxnType")), _text(link.get("TxnId"))) for link in links}
    return f"{len(linked)} link{'s' if len(linked) > 1 else ''}" if linked else "no links"


def _members(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    members = row.get(name)
    return [each for each in members if isinstance(each, dict)] if isinstance(members, list) else []


def _may_differ(path: Path) -> bool:
    return path == _NUMBER or path in _BY_ITSELF or path[: len(_EDITOR)] == _EDITOR


def _same(old: _Image, now: _Image, path: Path) -> bool:
    if path not in old.fields or path not in now.fields:
        return False
    one, other = old.fields[path], now.fields[path]
    if _is_number(one) and _is_number(other):
        # 85, 85.0 and 85.00 are one amount on the wire.
        return Decimal(one) == Decimal(other)
    return type(one) is type(other) and one == other


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _image(raw: str) -> _Image:
    row = json.loads(raw, parse_float=Decimal)
    return _Image(row, dict(_fields(row)))


def _fields(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every field with its path, e.g. `Line`, 0, `Amount`; an empty list or object is a field of its own."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _fields(inner, (*path, key))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _fields(inner, (*path, index))
    else:
        yield path, value


def _joined(path: Path) -> str:
    return ".".join(map(str, path))


def _text(value: Any) -> str:
    if _is_number(value):
        number = Decimal(value).normalize()
        return f"{number:f}" if abs(number.adjusted()) < 30 else str(number)
    return value if isinstance(value, str) else json.dumps(value)
