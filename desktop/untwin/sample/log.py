"""Keeps every request a sample server answered, so that tests can ask what a program really sent."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from untwin.sample.clock import Clock, stamp


@dataclass(slots=True)
class RequestLog:
    """The requests in the order in which they were answered."""

    clock: Clock
    label: Callable[[str | None], str | None]
    """Tells whose an access token is."""
    entries: list[dict[str, Any]] = field(default_factory=list)

    def add(self, scope: Scope, body: bytes, status: int) -> None:
        """Notes one answered request."""
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
            }
        )


class Logged:
    """An app with a log around it; the test aids under /sample stay out of the log."""

    def __init__(self, app: ASGIApp, log: RequestLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request and notes it."""
        if scope["type"] != "http" or scope["path"].split("/")[1] == "sample":
            await self._app(scope, receive, send)
            return
        body, status = bytearray(), 0

        async def heard() -> Message:
            message = await receive()
            body.extend(message.get("body", b""))
            return message

        async def said(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                # Before the caller can see the answer, so that whoever has the answer finds it in the log.
                self._log.add(scope, bytes(body), status)
            await send(message)

        await self._app(scope, heard, said)


def _readable(body: bytes) -> Any:
    text = body.decode("utf-8", "replace")
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
