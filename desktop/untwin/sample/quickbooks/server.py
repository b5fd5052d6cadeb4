"""Puts the sample QuickBooks together as one ASGI app.

Besides Intuit's paths it answers test aids, which the real one has not:
GET /sample (the greeting), GET /sample/log (every request but these),
GET /sample/books (all documents; with ?at=start as they were before any client came),
POST /sample/expire-tokens and POST /sample/revoke-tokens (of the app, not of Clio's worker),
POST /sample/rows with realm, entity and body (puts a document into the books without any rule),
GET and POST /sample/faults (which requests it misbehaves on, how often it did; another schedule), and the
deeds of untwin.sample.deeds.
GET /sample/files/REALM/ID is where an uploaded file is fetched from.
"""

import uuid
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from untwin.sample import wire
from untwin.sample.clock import Clock
from untwin.sample.cutting import Cutting
from untwin.sample.log import Logged, RequestLog
from untwin.sample.quickbooks.api import Api
from untwin.sample.quickbooks.books.attachments import Files
from untwin.sample.quickbooks.books.books import Books, Picture, metadata
from untwin.sample.quickbooks.books.by_hand import ByHand
from untwin.sample.quickbooks.books.complete import complete
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.keeping import Keeper, Kept
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.page import document_routes
from untwin.sample.quickbooks.replays import Replays
from untwin.sample.quickbooks.signing.grants import APP, Grants
from untwin.sample.quickbooks.signing.identity import Identity
from untwin.sample.quickbooks.signing.signin import SignIn
from untwin.sample.quickbooks.trouble.limits import Limited, Limits
from untwin.sample.quickbooks.trouble.misbehave import Misbehaving
from untwin.sample.quickbooks.trouble.schedule import Schedule, ScheduleError

_ALWAYS = {
    "Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private",
    "Expires": "0",
    "QBO-Version": "sample",
    "Service-Time": "total=1, db=0",
    "X-Robots-Tag": "noindex",
}
"""What each of QuickBooks' answers says besides its id and its date."""


@dataclass(slots=True)
class SampleQuickBooks:
    """One run of the server: its companies, its grants and what it was asked."""

    base: str
    companies: dict[str, Books]
    grants: Grants
    clock: Clock
    schedule: Schedule
    refuses_updates: bool = False
    limits: Limits | None = None
    greeting: dict[str, Any] = field(default_factory=dict)
    more: list[Route] = field(default_factory=list)
    """Further test aids."""
    keeper: Keeper | None = None
    """Keeps what callers write, where that is asked for."""
    log: RequestLog = field(init=False)
    files: Files = field(default_factory=Files)
    replays: Replays = field(default_factory=Replays)
    _start: dict[str, Picture] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.log = RequestLog(self.clock, self.grants.label)

    def app(self) -> ASGIApp:
        """The ASGI app with its log, which sees what the caller sees."""
        signin = SignIn(self.grants, self.companies, self.base, Identity(f"{self.base}/op/v1"))
        api = Api(self.grants, self.companies, self.clock, self.refuses_updates, self.files, self.replays)
        aids = [
            Route("/sample", self._greet),
            Route("/sample/log", self._logged),
            Route("/sample/books", self._books),
            Route("/sample/expire-tokens", self._expire, methods=["POST"]),
            Route("/sample/revoke-tokens", self._revoke, methods=["POST"]),
            Route("/sample/rows", self._put, methods=["POST"]),
            Route("/sample/faults", self._faults, methods=["GET", "POST"]),
            Route("/sample/files/{realm}/{id_}", self._file),
        ]
        routes = [*signin.routes(), *api.routes(), *document_routes(self.companies), *aids, *self.more]
        app: ASGIApp = Starlette(routes=routes)
        if self.keeper:
            app = Kept(app, self.keeper)
        if self.limits:
            app = Limited(app, self.grants, self.clock, self.limits)
        app = self._stamped(app)
        misbehaving = Misbehaving(app, self.clock, self.grants, self.schedule, self._stamped)
        return Cutting(Logged(misbehaving, self.log))

    def _stamped(self, app: ASGIApp) -> ASGIApp:
        return Stamped(app, self.clock)

    def remember_start(self) -> None:
        """Keeps the books as they are now for ?at=start."""
        self._start = self._picture()

    def go_on(self) -> None:
        """Takes up where the run before ended, where there is a file of it."""
        if self.keeper is None:
            return
        self.keeper.attach(self.companies, self.grants, self.files, self.replays)
        for company in self.greeting["quickbooks"]["companies"]:
            company["refresh_token"] = self.grants.token_of(APP, company["realm_id"])

    def hands(self, realm: str) -> ByHand:
        """The hands of a company's bookkeeper, whose work belongs to the start."""
        return ByHand(self.companies[realm], self.clock, self._start.get(realm, {}))

    def _picture(self) -> dict[str, Picture]:
        return {realm: books.picture() for realm, books in self.companies.items()}

    async def _greet(self, _request: Request) -> Response:
        return wire.answer(self.greeting)

    async def _logged(self, _request: Request) -> Response:
        return wire.answer(self.log.entries)

    async def _books(self, request: Request) -> Response:
        pictures = self._start if request.query_params.get("at") == "start" else self._picture()
        kinds = {realm: {name: list(rows.values()) for name, rows in one.items()} for realm, one in pictures.items()}
        return wire.answer(kinds)

    async def _expire(self, _request: Request) -> Response:
        self.grants.expire(APP)
        return Response(status_code=204)

    async def _revoke(self, _request: Request) -> Response:
        self.grants.revoke_all(APP)
        return Response(status_code=204)

    async def _put(self, request: Request) -> Response:
        try:
            asked = wire.read(await request.body())
            books, entity = self.companies[asked["realm"]], ENTITIES[asked["entity"]]
            doc = complete(entity, asked["body"], books.find, self.clock.today())
            doc["Id"] = str(int(doc.get("Id") or books.next_id(entity)))
        except (ValueError, KeyError, TypeError, FaultError) as wrong:
            return wire.answer({"error": f"no such row can be put: {wrong}"}, 400)
        now = self.clock.now()
        ours = {"domain": "QBO", "sparse": False, "SyncToken": "0", "MetaData": metadata(now, now, books.user.id)}
        return wire.answer({entity.name: books.put(entity, ours | doc)})

    async def _file(self, request: Request) -> Response:
        content = self.files.of(request.path_params["realm"], request.path_params["id_"])
        return Response(content, 200 if content is not None else 404, media_type="application/octet-stream")

    async def _faults(self, request: Request) -> Response:
        if request.method == "POST":
            try:
                self.schedule.set((await request.body()).decode("utf-8", "replace"))
            except ScheduleError as wrong:
                return wire.answer({"error": str(wrong)}, 400)
        return wire.answer({"schedule": self.schedule.text, "happened": self.schedule.happened})


class Stamped:
    """An app whose answers all carry the server's date and an intuit_tid."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["intuit_tid"] = f"1-{uuid.uuid4()}"
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers["Date"] = format_datetime(self._clock.now().astimezone(UTC), usegmt=True)
            await send(message)

        await self._app(scope, receive, said)
