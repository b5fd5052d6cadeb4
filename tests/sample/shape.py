"""Reads a recorded shape and replays its request: the keys of an answer as paths, without the values."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import requests

from sample.caller import Caller

SHAPES = Path(__file__).parent / "shapes"


@dataclass(frozen=True, slots=True)
class Shape:
    """One recorded answer without its values, and the request that the sample is asked for it."""

    recorded: str
    """Who recorded it and when."""
    request: dict[str, Any]
    status: int
    keys: frozenset[str]
    """Each key as a path, `Invoice.Line[].Amount`; of XML the elements, and the attributes behind an `@`."""
    missing: dict[str, str]
    """The recorded keys that the sample leaves out, and why; a key speaks for all below it."""
    more: dict[str, str]
    """The keys that the sample adds, and why."""
    before: tuple[dict[str, Any], ...] = ()
    """Requests that go before; `@Id` and `@SyncToken` in the next one are those of the answer."""


def shape(name: str) -> Shape:
    """One of the files in `shapes`."""
    told = json.loads((SHAPES / f"{name}.json").read_text("utf-8"))
    return Shape(**told | {"keys": frozenset(told["keys"]), "before": tuple(told.get("before", ()))})


def replayed(caller: Caller, asked: Shape) -> requests.Response:
    """The sample's answer to a shape's request."""
    known: dict[str, str] = {}
    for request in asked.before:
        answer = _sent(caller, request, known)
        assert answer.status_code == 200, answer.text
        known = {f"@{field}": next(iter(answer.json().values()))[field] for field in ("Id", "SyncToken")}
    return _sent(caller, asked.request, known)


def keys_of(answer: requests.Response) -> frozenset[str]:
    """The keys of an answer as paths."""
    if "xml" in answer.headers["Content-Type"]:
        return frozenset(_elements(ET.fromstring(answer.text), ""))  # noqa: S314 - our own sample's answer
    return frozenset(_paths(answer.json(), ""))


def covered(key: str, told: dict[str, str]) -> str:
    """The told difference that speaks for a key, or nothing."""
    return next((each for each in told if key == each or key.startswith((f"{each}.", f"{each}[", f"{each}@"))), "")


def _sent(caller: Caller, request: dict[str, Any], known: dict[str, str]) -> requests.Response:
    caller.token = caller.token or caller.sign_in()["access_token"]
    path = request["path"].replace("@Id", known.get("@Id", ""))
    headers = {"Authorization": f"Bearer {caller.token}", "Accept": "application/json"} | request.get("headers", {})
    url = f"{caller.base}{path}" if path.startswith("/") else f"{caller.base}/v3/company/{caller.realm}/{path}"
    more: dict[str, Any] = {"json": _filled(request["body"], known)} if "body" in request else {}
    if "form" in request:
        token = next(c["refresh_token"] for c in caller.greeting["quickbooks"]["companies"])
        more = {"data": {name: value.replace("@refresh_token", token) for name, value in request["form"].items()}}
        more |= {"auth": caller.client}
    params = request.get("params", {})
    return caller.session.request(request["method"], url, headers=headers, params=params, timeout=10, **more)


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _filled(each, known) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, known) for each in value]
    return known.get(value, value) if isinstance(value, str) else value


def _paths(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _paths(each, f"{at}[]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            path = f"{at}.{name}" if at else name
            yield path
            yield from _paths(inner, path)


def _elements(element: ET.Element, at: str) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    path = f"{at}.{name}" if at else name
    yield path
    yield from (f"{path}@{attribute.rpartition('}')[2]}" for attribute in element.attrib)
    for inner in element:
        yield from _elements(inner, path)
