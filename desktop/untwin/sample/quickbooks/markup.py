"""An answer as XML, for a client that asks for it: the same values as elements and attributes of Intuit's schema."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from starlette.responses import Response

from untwin.sample import wire
from untwin.sample.quickbooks.kinds.entity import Doc

_SPACE = "http://schema.intuit.com/finance/v3"
_ON_ENTITIES = ("domain", "sparse", "status")
_ON_RESPONSES = ("startPosition", "maxResults", "totalCount")


def worded(response: Response, accept: str) -> Response:
    """The answer in the words that were asked for: JSON, or XML where only that is accepted."""
    wants_xml = "xml" in accept and "json" not in accept
    if not wants_xml or response.media_type != "application/json":
        return response
    answer: Doc = wire.read(bytes(response.body))
    if "fault" in answer:
        # The gateway's own envelope is JSON's alone: as XML its faults look like all others.
        [error] = answer["fault"]["error"]
        shown = {"code": error["code"], "Message": error["message"], "Detail": error["detail"]}
        moment = datetime.fromtimestamp(answer["time"] / 1000, UTC).isoformat(timespec="milliseconds")
        answer = {"time": moment, "Fault": {"type": answer["fault"]["type"], "Error": shown}}
    headers = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
    return Response(as_xml(answer), response.status_code, headers, media_type="application/xml")


def as_xml(answer: Doc) -> bytes:
    """The document: `IntuitResponse` with its time, and inside what the JSON answer holds."""
    root = ET.Element("IntuitResponse", xmlns=_SPACE, time=str(answer.get("time", "")))
    for name, value in answer.items():
        if name != "time":
            _add(root, name, value)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, name: str, value: Any) -> None:
    if isinstance(value, list):
        for each in value:
            _add(parent, name, each)
        return
    element = ET.SubElement(parent, name)
    if not isinstance(value, dict):
        element.text = _text(value)
    elif "value" in value and set(value) <= {"value", "name", "type"}:
        _refer(element, value)
    else:
        _fill(element, name, value)


def _refer(element: ET.Element, reference: Doc) -> None:
    element.text = _text(reference["value"])
    for name in ("name", "type"):
        if reference.get(name):
            element.set(name, str(reference[name]))


def _fill(element: ET.Element, name: str, value: Doc) -> None:
    attributes = {"Fault": ("type",), "Error": ("code", "element"), "QueryResponse": _ON_RESPONSES}
    on_element = (*attributes.get(name, ()), *_ON_ENTITIES, "bId")
    for inner, each in value.items():
        if inner in on_element and not isinstance(each, dict | list):
            element.set(inner, _text(each))
        else:
            _add(element, inner, each)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
