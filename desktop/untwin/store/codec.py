"""How things lie in the store: as JSON, in characters that can be written, and read back with a sentence on damage."""

from typing import Any, TypeVar

import msgspec

from untwin.domain.problems import Problem
from untwin.store.connection import RESTORE

T = TypeVar("T")


def encode(value: object) -> str:
    """The JSON text of a value."""
    return msgspec.json.encode(value).decode()


def decode(body: str, kind: type[T]) -> T:
    """The value in a JSON text.

    Raises:
        Problem: it isn't what was once stored there.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        words = f"Untwin's data is damaged: a {kind.__name__.lower()} can't be read any more; it was left as it is."
        raise Problem(words, RESTORE) from None


def storable(value: T) -> T:
    """The same value where it can be written; half a character, left where an emoji was cut, becomes U+FFFD."""
    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(_mended(msgspec.to_builtins(value)), type(value))
    return value


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {key: _mended(inner) for key, inner in value.items()}
    return [_mended(inner) for inner in value] if isinstance(value, list | tuple) else value
