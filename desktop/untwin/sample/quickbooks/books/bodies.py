"""Reads what a caller sent: JSON or XML, plain or compressed, into the one form in which all else works with it."""

import gzip
import zlib
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from untwin.sample import wire
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.values import typed
from untwin.sample.quickbooks.kinds.entity import Doc

_LISTS = (
    "Line LinkedTxn CustomField TaxLine TaxRateDetail TaxRateDetails AttachableRef NameValue BatchItemRequest Tag"
    " EffectiveTaxRate BudgetDetail CustomExtensions"
)
_REPEATED = frozenset(_LISTS.split())
_MEMOS = ("CustomerMemo",)
_MOST = 50_000_000
"""The longest body that is unpacked, in bytes: a packed one could hold any number of them."""


def unpacked(body: bytes, encoding: str) -> bytes:
    """A body as it was before its sender compressed it.

    Raises:
        FaultError: 2010, it isn't what its header says.
    """
    ways: dict[str, Callable[[bytes], bytes]] = {"gzip": _gunzip, "x-gzip": _gunzip, "deflate": _inflate}
    unpack = ways.get(encoding.strip().lower())
    try:
        return unpack(body) if unpack and body else body
    except (OSError, EOFError, zlib.error):
        raise faults.unreadable() from None


def object_in(body: bytes) -> Doc:
    """The object that a body holds, with every value of the type that its name asks for.

    Raises:
        FaultError: 2010, it holds none, or a value is of another type.
    """
    text = body.strip()
    value: Any = _marked_up(text) if text.startswith(b"<") else _notated(text)
    if not isinstance(value, dict):
        raise faults.unreadable()
    found: Doc = typed("", value)
    return found


def _gunzip(body: bytes) -> bytes:
    return _whole(zlib.decompressobj(wbits=31), body)


def _inflate(body: bytes) -> bytes:
    # Some senders leave out the head that the standard asks for.
    bare = body[:1] != b"\x78"
    return _whole(zlib.decompressobj(wbits=-15 if bare else 15), body)


def _whole(unpacker: Any, body: bytes) -> bytes:
    found: bytes = unpacker.decompress(body, _MOST)
    if not unpacker.eof:
        raise gzip.BadGzipFile
    return found


def _notated(text: bytes) -> Any:
    try:
        return wire.read(text)
    except (ValueError, RecursionError):
        raise faults.unreadable() from None


def _marked_up(text: bytes) -> Any:
    # Entities could make a small text endless, and Intuit's schema has none.
    if b"<!" in text.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise faults.unreadable()
    try:
        return _value(ET.fromstring(text))  # noqa: S314 - without a document type there is nothing to expand
    except ET.ParseError:
        raise faults.unreadable() from None


def _value(element: ET.Element) -> Any:
    name = _bare(element.tag)
    facts: Doc = {_bare(each): text for each, text in element.attrib.items() if _bare(each) != "schemaLocation"}
    if name.endswith("Ref") and name not in _REPEATED and not len(element):
        return {"value": element.text or ""} | facts
    if name in _MEMOS and not len(element):
        return {"value": element.text or ""}
    if not len(element) and not facts:
        return element.text or ""
    for inner in element:
        _add(facts, _bare(inner.tag), _value(inner))
    return facts


def _add(facts: Doc, name: str, value: Any) -> None:
    if name in _REPEATED:
        facts.setdefault(name, []).append(value)
    else:
        facts[name] = value


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
