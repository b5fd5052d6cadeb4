"""Cuts a connection in the middle, as a broken network does."""

import asyncio
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol


class CutError(Exception):
    """Raised by an app that wants the connection to end here; what it has said so far still arrives."""


class CuttableProtocol(H11Protocol):
    """HTTP that lets an app reach its connection.

    WORKAROUND: ASGI has no message that cuts a connection, https://asgi.readthedocs.io/en/latest/specs/www.html.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's own
        """Keeps the connection where every request of it finds it."""
        super().connection_made(transport)
        self.app_state: dict[str, Any] = {**self.app_state, "transport": transport}


class Cutting:
    """An app around which a CutError cuts the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or cuts."""
        try:
            await self._app(scope, receive, send)
        except CutError:
            scope["state"]["transport"].close()
            # Until the server has noticed it, it would complain about a request without an answer.
            while (await receive())["type"] != "http.disconnect":
                pass
