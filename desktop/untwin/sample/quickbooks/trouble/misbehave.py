"""Lets the sample QuickBooks misbehave: by a header on one request, or by a schedule on the app's requests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from untwin.sample import wire
from untwin.sample.clock import Clock
from untwin.sample.log import FAULT, is_aid
from untwin.sample.quickbooks.signing.grants import APP, Grants
from untwin.sample.quickbooks.signing.signin import basic, bearer
from untwin.sample.quickbooks.trouble.schedule import Schedule, tricks_in
from untwin.sample.quickbooks.trouble.tricks import Trick, TrickError
from untwin.sample.quickbooks.trouble.turn import TOKENS, Turn

HEADER = "Sample-Fault"
_OWN_KINDS = ("query", "batch", "cdc")


@dataclass(frozen=True, slots=True)
class Misbehaving:
    """An app on whose requests tricks are played."""

    app: ASGIApp
    clock: Clock
    grants: Grants
    schedule: Schedule
    stamped: Callable[[ASGIApp], ASGIApp]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or misbehaves."""
        if scope["type"] != "http" or is_aid(scope):
            await self.app(scope, receive, send)
            return
        try:
            tricks = self._tricks(Request(scope))
        except TrickError as wrong:
            await wire.answer({"error": f"{HEADER}: {wrong}"}, 400)(scope, receive, send)
            return
        if tricks:
            scope[FAULT] = ";".join(trick.text for trick in tricks)
        await self._played(tricks, scope, receive, send)

    def _tricks(self, request: Request) -> tuple[Trick, ...]:
        """What the request itself asks for; else what the schedule says of it, if it is the app's."""
        kind = kind_of(request)
        scheduled = self.schedule.trick_for(kind) if kind and self._is_apps(request, kind) else None
        asked = request.headers.get(HEADER)
        return tricks_in(asked) if asked is not None else (scheduled,) if scheduled else ()

    def _is_apps(self, request: Request, kind: str) -> bool:
        """Clio's worker shares this server, and nothing that is scheduled may reach it."""
        if kind != "token":
            return self.grants.label(bearer(request)) == APP
        client = self.grants.clients.get(basic(request)[0])
        return client is not None and client.label == APP

    async def _played(self, tricks: Sequence[Trick], scope: Scope, receive: Receive, send: Send) -> None:
        """Plays the first trick on the request, in which the others are played."""
        if not tricks:
            await self.app(scope, receive, send)
            return

        async def behind(scope: Scope, receive: Receive, send: Send) -> None:
            await self._played(tricks[1:], scope, receive, send)

        turn = Turn(behind, scope, receive, send, self.clock, self.grants, self.stamped)
        await tricks[0].play(turn, tricks[0].value)


def kind_of(request: Request) -> str:
    """The kind of a request, as schedules name it; empty for pages and sign-in."""
    parts = request.url.path.split("/")
    if request.url.path == TOKENS:
        return "token"
    if parts[1:3] != ["v3", "company"] or len(parts) < 5:
        return ""
    if parts[4] in _OWN_KINDS:
        return parts[4]
    return "read" if request.method == "GET" else "write"
