"""Clio's `fields` parameter: which properties an answer carries, nested ones in braces."""

import re
from typing import Any

Fields = dict[str, "Fields"]
_ALWAYS: Fields = {"id": {}, "etag": {}}


class FieldsError(ValueError):
    """The parameter can't be read or names what isn't there."""


def parse_fields(text: str) -> Fields:
    """The tree in e.g. `id,client{id,name}`; an empty text means id and etag, as at Clio.

    Raises:
        FieldsError: a brace is missing or too many.
    """
    words = re.findall(r"[^\s,{}]+|[{},]", text)
    if not words:
        return dict(_ALWAYS)
    fields, rest = _level(words)
    if rest:
        raise FieldsError("unexpected } in fields")
    return fields


def pick(record: dict[str, Any], fields: Fields) -> dict[str, Any]:
    """The wanted part of a record; a nested record asked for without braces gives id and etag.

    Raises:
        FieldsError: the record has no such field.
    """
    unknown = [name for name in fields if name not in record]
    if unknown:
        raise FieldsError(f"{unknown[0]} is not a valid field")
    return {name: _part(record[name], inner) for name, inner in fields.items()}


def _part(value: Any, inner: Fields) -> Any:
    if isinstance(value, list):
        return [_part(item, inner) for item in value]
    if isinstance(value, dict):
        return pick(value, inner or _ALWAYS)
    if inner:
        raise FieldsError("braces after a field that holds no record")
    return value


def _level(words: list[str]) -> tuple[Fields, list[str]]:
    fields: Fields = {}
    last = ""
    while words:
        word, words = words[0], words[1:]
        if word == "{":
            fields[last], words = _inside(last, words)
        elif word == "}":
            return fields, [word, *words]
        elif word != ",":
            last = word
            fields[last] = {}
    return fields, []


def _inside(name: str, words: list[str]) -> tuple[Fields, list[str]]:
    inner, rest = _level(words)
    if not name or rest[:1] != ["}"]:
        raise FieldsError("a brace is not closed in fields")
    return inner, rest[1:]
