"""Reads and writes JSON with money as Decimal, so that no amount ever passes through a float."""

import json
from decimal import Decimal
from typing import Any

import msgspec
from starlette.responses import Response

Json = dict[str, Any]


def read(text: bytes | str) -> Any:
    """The value in a JSON text; numbers with a point become Decimal.

    Raises:
        ValueError: the text is no JSON.
    """
    return json.loads(text, parse_float=Decimal)


def write(value: Any) -> bytes:
    """The JSON text of a value: 85.00 is written 85, 362.070 is written 362.07, both exactly."""
    return msgspec.json.Encoder(decimal_format="number").encode(_plain(value))


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An HTTP answer that carries the value as JSON."""
    return Response(write(value), status, headers, "application/json")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    return value
