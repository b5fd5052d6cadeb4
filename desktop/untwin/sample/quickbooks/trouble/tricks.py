"""The tricks that the sample QuickBooks can play on a request, by name; sample-server.md lists them for people.

What is called after, late, drip, half or within has done what was asked; what is called before has not.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from starlette.responses import HTMLResponse, Response

from untwin.sample import wire
from untwin.sample.cutting import CutError
from untwin.sample.hearing import again, whole
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.whim import MEDDLED, Whim, set_whim
from untwin.sample.quickbooks.signing.signin import bearer
from untwin.sample.quickbooks.trouble.turn import Answer, Turn

_PIECES = 20
_SOMEBODY = "Morgan Reyes"
_LONGEST = 3600
_ELSEWHERE = "/redirected"

Play = Callable[[Turn, Any], Awaitable[None]]


class TrickError(ValueError):
    """A text names no trick; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Trick:
    """One trick with its value, as `name` or `name=value`."""

    text: str
    play: Play
    value: Any

    @classmethod
    def read(cls, text: str) -> "Trick":
        """The trick a text names.

        Raises:
            TrickError: there is none of that name, or it takes no such value.
        """
        name, _, value = (part.strip() for part in text.partition("="))
        if name not in TRICKS:
            raise TrickError(f"“{name}” is no fault; there are {', '.join(TRICKS)}.")
        play, read = TRICKS[name]
        try:
            return cls(f"{name}={value}" if value else name, play, read(value))
        except ValueError as wrong:
            raise TrickError(f"“{text.strip()}” can't be: {name} takes {wrong}.") from None


async def _delay(turn: Turn, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await turn.go_on()


async def _late(turn: Turn, seconds: float) -> None:
    answer = await turn.answer()
    await asyncio.sleep(seconds)
    await turn.say(answer)


async def _drip(turn: Turn, seconds: float) -> None:
    answer = await turn.answer()
    size = max(1, -(-len(answer.body) // _PIECES))
    pause = seconds / (_PIECES + 1)
    await asyncio.sleep(pause)
    await turn.send(answer.start)
    for place in range(0, len(answer.body), size):
        await asyncio.sleep(pause)
        piece = answer.body[place : place + size]
        await turn.send({"type": "http.response.body", "body": piece, "more_body": True})
    await turn.send({"type": "http.response.body"})


async def _throttle(turn: Turn, wait: int | None) -> None:
    await turn.reply(faults.throttled_answer(turn.clock.now(), wait))


async def _fail_before(turn: Turn, _value: None) -> None:
    if turn.is_for_tokens:
        await turn.reply(wire.answer({"error": "server_error"}, 500))
        return
    time = {"time": turn.clock.now().isoformat(timespec="milliseconds")}
    await turn.reply(wire.answer(faults.system().envelope() | time, 500))


async def _fail_after(turn: Turn, value: None) -> None:
    await turn.answer()
    await _fail_before(turn, value)


async def _cut_before(_turn: Turn, _value: None) -> None:
    raise CutError


async def _cut_after(turn: Turn, _value: None) -> None:
    await turn.answer()
    raise CutError


async def _cut_within(turn: Turn, _value: None) -> None:
    answer = await turn.answer()
    await turn.send(answer.start)
    await turn.send({"type": "http.response.body", "body": _half(answer), "more_body": True})
    raise CutError


async def _half_json(turn: Turn, _value: None) -> None:
    answer = await turn.answer()
    await turn.say(answer.with_body(_half(answer)))


async def _html(turn: Turn, status: int) -> None:
    title = f"{status} {HTTPStatus(status).phrase}"
    page = f"<!doctype html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1><hr>proxy</body></html>\n"
    await turn.intrude(HTMLResponse(page, status))


async def _html_after(turn: Turn, status: int) -> None:
    await turn.answer()
    await _html(turn, status)


async def _redirect(turn: Turn, status: int) -> None:
    if turn.scope["path"].startswith(_ELSEWHERE):
        # Who follows brings the same header along, and should arrive.
        await turn.go_on()
        return
    query = turn.scope["query_string"].decode("latin-1")
    place = f"{_ELSEWHERE}{turn.scope['path']}" + (f"?{query}" if query else "")
    await turn.reply(Response(status_code=status, headers={"Location": place}))


async def _skew(turn: Turn, seconds: float) -> None:
    answer = await turn.answer()
    if "Date" in answer.headers:
        moved = parsedate_to_datetime(answer.headers["Date"]) + timedelta(seconds=seconds)
        answer.headers["Date"] = format_datetime(moved, usegmt=True)
    await turn.say(answer)


async def _expired(turn: Turn, _value: None) -> None:
    turn.grants.expire_token(bearer(turn.request))
    await turn.go_on()


async def _revoked(turn: Turn, _value: None) -> None:
    body = await whole(turn.receive)
    form = dict(parse_qsl(body.decode("utf-8", "replace"))) if turn.is_for_tokens else {}
    turn.grants.revoke(form.get("refresh_token") or bearer(turn.request) or "")
    await turn.app(turn.scope, again(body, turn.receive), turn.send)


async def _invalid_client(turn: Turn, _value: None) -> None:
    await turn.reply(wire.answer({"error": "invalid_client"}, 401))


async def _stale(turn: Turn, user: str) -> None:
    time = {"time": turn.clock.now().isoformat(timespec="milliseconds")}
    await turn.reply(wire.answer(faults.stale(user).envelope() | time, 400))


async def _whim(turn: Turn, whim: Whim) -> None:
    set_whim(turn.scope, whim)
    await turn.go_on()


def _half(answer: Answer) -> bytes:
    return answer.body[: len(answer.body) // 2]


def _nothing(text: str) -> None:
    if text:
        raise ValueError("no value")


def _seconds(text: str) -> float:
    if not re.fullmatch(r"\d+(\.\d+)?", text) or float(text) > _LONGEST:
        raise ValueError(f"seconds, up to {_LONGEST}")
    return float(text)


def _shift(text: str) -> float:
    if not re.fullmatch(r"[+-]?\d{1,9}(\.\d+)?", text):
        raise ValueError("seconds, which may be below zero")
    return float(text)


def _wait(text: str) -> int | None:
    if text and not re.fullmatch(r"\d{1,4}", text):
        raise ValueError("the whole seconds of its Retry-After, or no value for an answer without one")
    return int(text) if text else None


def _status(usual: int, *allowed: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text and text not in map(str, allowed):
            raise ValueError(f"one of the statuses {', '.join(map(str, allowed))}")
        return int(text or usual)

    return read


def _name(text: str) -> str:
    return text or _SOMEBODY


def _without_sparse(text: str) -> Whim:
    _nothing(text)
    return Whim(ignores_sparse=True)


def _meddling(text: str) -> Whim:
    field = text or "PrivateNote"
    if field not in MEDDLED:
        raise ValueError(f"one of the fields {', '.join(MEDDLED)}")
    return Whim(meddles=field)


def _failing(text: str) -> Whim:
    if text not in faults.IN_BATCHES:
        raise ValueError(f"one of the codes {', '.join(faults.IN_BATCHES)}")
    return Whim(fails_item=text)


_page = _status(502, 200, 403, 404, 407, 500, 502, 503, 504)
TRICKS: dict[str, tuple[Play, Callable[[str], Any]]] = {
    "delay": (_delay, _seconds),
    "late": (_late, _seconds),
    "drip": (_drip, _seconds),
    "throttle": (_throttle, _wait),
    "fail-before": (_fail_before, _nothing),
    "fail-after": (_fail_after, _nothing),
    "cut-before": (_cut_before, _nothing),
    "cut-after": (_cut_after, _nothing),
    "cut-within": (_cut_within, _nothing),
    "half-json": (_half_json, _nothing),
    "html": (_html, _page),
    "html-after": (_html_after, _page),
    "redirect": (_redirect, _status(307, 301, 302, 303, 307, 308)),
    "skew": (_skew, _shift),
    "expired": (_expired, _nothing),
    "revoked": (_revoked, _nothing),
    "invalid-client": (_invalid_client, _nothing),
    "stale": (_stale, _name),
    "ignore-sparse": (_whim, _without_sparse),
    "meddle": (_whim, _meddling),
    "item-fault": (_whim, _failing),
}
