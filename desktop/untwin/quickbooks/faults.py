"""Turns QuickBooks' answers that are no success into one typed problem each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from untwin.domain.problems import (
    Gone,
    Lapsed,
    NumberTaken,
    OutsideProblem,
    PeriodClosed,
    Refused,
    SignInNeeded,
    Stale,
    Stumbled,
    Throttled,
)

WAIT_SECONDS = 60  # what Intuit asks of a throttled app
LONGEST_WAIT = 600  # an answer may ask for more, but nobody believes it
_SYSTEM = 10_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One Error of a Fault: the printed code and the two sentences, whichever envelope it came in."""

    code: str
    message: str
    detail: str

    @property
    def is_systems(self) -> bool:
        """Whether QuickBooks itself stumbled: then nobody knows whether a write was done."""
        return self.code.isascii() and self.code.isdigit() and int(self.code) >= _SYSTEM

    @property
    def sentence(self) -> str:
        """The longer sentence; Intuit often repeats the message at its start."""
        return self.detail or self.message


def faults_in(text: str) -> tuple[Fault, ...]:
    """Every Error of an answer's text: JSON in either case, or XML. Empty when it is no fault envelope."""
    # Neither reader takes a byte order mark or, before an XML declaration, a blank line.
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _from_json(text)
    return _from_xml(text) if text.startswith("<") else ()


def problem_of(status: int, text: str, headers: Mapping[str, str]) -> OutsideProblem:
    """The problem behind an answer that is no success, most telling fault first."""
    faults = faults_in(text)
    if status == 429 or any(f.code == "3001" for f in faults):
        return _throttled(_seconds(headers.get("Retry-After")))
    if faults:
        telling = (f for f in faults if f.code in _KINDS or f.code in _SIGN_IN_CODES)
        return problem_of_fault(next(telling, faults[0]), _trace(headers))
    if status in (401, 403):
        return SignInNeeded(_SIGN_IN, _RECONNECT)
    words = f"QuickBooks could not be read (status {status}); nothing was changed."
    return Stumbled(words, "Try again in a few minutes.")


def problem_of_fault(fault: Fault, trace: str = "") -> OutsideProblem:
    """The problem for one fault. `trace` is Intuit's own number of the request, for their support."""
    if fault.code in _SIGN_IN_CODES:
        return SignInNeeded(_PAIRING if fault.code == "3100" else _SIGN_IN, _RECONNECT)
    if fault.code == "3001":
        return _throttled(WAIT_SECONDS)
    if fault.is_systems:
        words = f"QuickBooks had an error of its own ({fault.code}); nothing was changed.{trace}"
        return Stumbled(words, "Try again in a few minutes.")
    kind = _KINDS.get(fault.code, Refused)
    return kind(f"QuickBooks answered: {fault.sentence}{trace}", _NEXT.get(fault.code, ""), code=fault.code)


_SIGN_IN_CODES = frozenset({"3200", "3100", "100", "120", "130", "140", "150"})
_SIGN_IN = "QuickBooks no longer accepts this connection; nothing was changed."
_PAIRING = "This connection belongs to another company or to Intuit's other environment; nothing was changed."
_RECONNECT = "Connect the company again."
_KINDS: dict[str, type[Refused]] = {
    "5010": Stale,
    "610": Gone,
    "6140": NumberTaken,
    "6190": Lapsed,
    "6200": PeriodClosed,
    "6210": PeriodClosed,
}
_NEXT = {
    "6190": "Ask its owner to renew it in QuickBooks.",
    "5010": "Look the case up again.",
    "610": "Look the case up again.",
    "6140": "Choose another number.",
}


def _throttled(seconds: int) -> Throttled:
    words = "QuickBooks asked Untwin to slow down; nothing was changed."
    return Throttled(words, "Wait a minute.", wait_seconds=seconds)


def _trace(headers: Mapping[str, str]) -> str:
    tid = headers.get("intuit_tid")
    return f" (request {tid})" if tid else ""


def _seconds(retry_after: str | None) -> int:
    plain = (retry_after or "").strip()
    told = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else WAIT_SECONDS
    return min(told, LONGEST_WAIT)


def _from_json(text: str) -> tuple[Fault, ...]:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(answer, dict):
        return ()
    envelope = answer.get("Fault") or answer.get("fault") or {}
    errors = (envelope.get("Error") or envelope.get("error") or []) if isinstance(envelope, dict) else []
    return tuple(_fault(e) for e in errors if isinstance(e, dict)) if isinstance(errors, list) else ()


def _fault(error: dict[str, Any]) -> Fault:
    low = {key.lower(): value for key, value in error.items()}
    return Fault(str(low.get("code") or ""), str(low.get("message") or ""), str(low.get("detail") or ""))


def _from_xml(text: str) -> tuple[Fault, ...]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return ()
    return tuple(
        Fault(error.get("code") or "", _child(error, "Message"), _child(error, "Detail"))
        for error in root.iter("{*}Error")
    )


def _child(error: "etree._Element", name: str) -> str:
    return (error.findtext(f"{{*}}{name}") or "").strip()
