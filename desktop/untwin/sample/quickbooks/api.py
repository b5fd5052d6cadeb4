"""The accounting API under /v3/company: checks the token, finds the operation, wraps the answer."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.attachments import Files
from untwin.sample.quickbooks.books.bodies import unpacked
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.whim import whim_of
from untwin.sample.quickbooks.markup import worded
from untwin.sample.quickbooks.operations import Call, Operations
from untwin.sample.quickbooks.replays import Replay, Replays
from untwin.sample.quickbooks.signing.grants import Grants
from untwin.sample.quickbooks.signing.signin import bearer


@dataclass(slots=True)
class Api:
    """Answers for all companies."""

    grants: Grants
    companies: dict[str, Books]
    clock: Clock
    refuses_updates: bool = False
    files: Files = field(default_factory=Files)
    replays: Replays = field(default_factory=Replays)

    def routes(self) -> list[Route]:
        """Everything under a company."""
        return [Route("/v3/{rest:path}", self.serve, methods=["GET", "POST", "PUT", "PATCH", "DELETE"])]

    async def serve(self, request: Request) -> Response:
        """One request, signed in or refused."""
        body = await request.body()
        parts = tuple(part for part in request.url.path.split("/") if part)
        response = self._refusal(request, parts)
        if response is None:
            response = self._heard(request, parts, body)
        return worded(response, request.headers.get("accept", ""))

    def _heard(self, request: Request, parts: tuple[str, ...], body: bytes) -> Response:
        try:
            plain = unpacked(body, request.headers.get("content-encoding", ""))
        except faults.FaultError as fault:
            return self._failed(fault)
        return self._once(self.companies[parts[2]], _call(request, parts, plain))

    def _refusal(self, request: Request, parts: tuple[str, ...]) -> Response | None:
        connection = self.grants.who(bearer(request))
        at = int(self.clock.now().timestamp() * 1000)
        if connection is None:
            body = faults.gateway("3200", "AuthenticationFailed", "Token expired: sample", 401, at=at)
            return wire.answer(body, 401, {"WWW-Authenticate": 'Bearer realm="Intuit", error="invalid_token"'})
        if len(parts) < 3 or parts[1] != "company":
            fault = faults.unsupported_operation(request.url.path)
            return wire.answer(fault.envelope() | {"time": _time(self.clock.now())}, fault.status)
        if parts[2] != connection.realm:
            return wire.answer(faults.gateway("3100", "ApplicationAuthorizationFailed", "", 403, at=at), 403)
        return None

    def _once(self, books: Books, call: Call) -> Response:
        """The answer, or the first answer when this requestid was answered before."""
        request_id = call.params.get("requestid")
        if not request_id or call.method == "GET":
            return self._answer(books, call)
        before = self.replays.of(books.realm, request_id)
        if before is None:
            answer = self._answer(books, call)
            # A refused write did nothing, so only what was done is kept from being done twice.
            if answer.status_code == 200:
                self.replays.keep(
                    books.realm, request_id, Replay(call.method, call.path, call.body, bytes(answer.body))
                )
            return answer
        if (before.method, before.path, before.body) == (call.method, call.path, call.body):
            return Response(before.answer, 200, media_type="application/json")
        # Intuit doesn't say what happens here; the sample is loud, because it is always the caller's mistake.
        return self._failed(faults.business(f"The requestid {request_id} was already used for another request."))

    def _answer(self, books: Books, call: Call) -> Response:
        started = self.clock.now()
        try:
            done = Operations(books, self.clock, self.files, self.refuses_updates).of(call)
        except faults.FaultError as fault:
            return self._failed(fault)
        return done if isinstance(done, Response) else wire.answer(done | {"time": _time(started)})

    def _failed(self, fault: faults.FaultError) -> Response:
        return wire.answer(fault.envelope() | {"time": _time(self.clock.now())}, fault.status)


def _call(request: Request, parts: tuple[str, ...], body: bytes) -> Call:
    return Call(
        method=request.method,
        path=request.url.path,
        parts=parts[3:],
        params=dict(request.query_params),
        body=body,
        whim=whim_of(request.scope),
        accept=request.headers.get("accept", ""),
        content_type=request.headers.get("content-type", ""),
        base=str(request.base_url).rstrip("/"),
    )


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
