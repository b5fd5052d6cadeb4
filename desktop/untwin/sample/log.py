"""Keeps every request a sample server answered, so that tests can ask what a program really sent."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from untwin.sample.clock import Clock, stamp
from untwin.sample.cutting import CutError
from untwin.sample.hearing import again, whole

FAULT = "sample.fault"
"""Where in a request's scope stands which fault was played on it."""


@dataclass(slots=True)
class RequestLog:
    """The requests in the order in which they were answered."""

    clock: Clock
    label: Callable[[str | None], str | None]
    """Tells whose an access token is."""
    entries: list[dict[str, Any]] = field(default_factory=list)

    def add(self, scope: Scope, body: bytes, status: int | None) -> None:
        """Notes one request and the status the caller saw; None when it saw none."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        scheme, _, rest = headers.get("authorization", "").partition(" ")
        token = rest if scheme.lower() == "bearer" else None
        self.entries.append(
            {
                "time": stamp(self.clock.now()),
                "token": token,
                "client": self.label(token),
                "method": scope["method"],
                "path": scope["path"],
                "query": dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)),
                "body": _readable(body),
                "status": status,
                "fault": scope.get(FAULT),
            }
        )


class Logged:
    """An app with a log around it; the test aids under /sample stay out of the log."""

    def __init__(self, app: ASGIApp, log: RequestLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request and notes it."""
        if scope["type"] != "http" or is_aid(scope):
            await self._app(scope, receive, send)
            return
        # In one piece, before anything is decided: a request that is cut off was heard all the same.
        body, is_noted = await whole(receive), False

        async def said(message: Message) -> None:
            nonlocal is_noted
            if message["type"] == "http.response.start":
                # Before the caller can see the answer, so that whoever has the answer finds it in the log.
                self._log.add(scope, body, message["status"])
                is_noted = True
            await send(message)

        try:
            await self._app(scope, again(body, receive), said)
        except CutError:
            if not is_noted:
                self._log.add(scope, body, None)
            raise


def is_aid(scope: Scope) -> bool:
    """Whether a request is to the test aids, which the real QuickBooks has not."""
    return bool(scope["path"].split("/")[1] == "sample")


def _readable(body: bytes) -> Any:
    text = body.decode("utf-8", "replace")
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
