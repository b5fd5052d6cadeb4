"""The accounting API under /v3/company: checks the token, finds the operation, wraps the answer."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books import Books
from untwin.sample.quickbooks.changes import changes
from untwin.sample.quickbooks.entities import ENTITIES, entity_at
from untwin.sample.quickbooks.entity import Doc, Entity
from untwin.sample.quickbooks.grants import Grants
from untwin.sample.quickbooks.query import parse
from untwin.sample.quickbooks.select import select
from untwin.sample.quickbooks.signin import bearer
from untwin.sample.quickbooks.whim import Whim, whim_of
from untwin.sample.quickbooks.writes import Writer

_BATCH_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Call:
    """One request to one company, out of its HTTP clothes."""

    method: str
    path: str
    parts: tuple[str, ...]
    """The path behind the company, split."""
    params: dict[str, str]
    body: bytes
    whim: Whim


@dataclass(frozen=True, slots=True)
class _Replay:
    call: Call
    answer: Response


@dataclass(slots=True)
class Api:
    """Answers for all companies."""

    grants: Grants
    companies: dict[str, Books]
    clock: Clock
    refuses_updates: bool = False
    _replays: dict[tuple[str, str], _Replay] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        """Everything under a company."""
        return [Route("/v3/{rest:path}", self.serve, methods=["GET", "POST", "PUT", "PATCH", "DELETE"])]

    async def serve(self, request: Request) -> Response:
        """One request, signed in or refused."""
        body = await request.body()
        path = request.url.path
        parts = tuple(part for part in path.split("/") if part)
        response = self._refusal(request, parts)
        if response is None:
            params, whim = dict(request.query_params), whim_of(request.scope)
            call = Call(request.method, path, parts[3:], params, body, whim)
            response = self._once(self.companies[parts[2]], call)
        return response

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
        before = self._replays.get((books.realm, request_id))
        if before is None:
            answer = self._answer(books, call)
            # A refused write did nothing, so only what was done is kept from being done twice.
            if answer.status_code == 200:
                self._replays[books.realm, request_id] = _Replay(call, answer)
            return answer
        if _is_same(before.call, call):
            return Response(before.answer.body, 200, media_type="application/json")
        # Intuit doesn't say what happens here; the sample is loud, because it is always the caller's mistake.
        return self._failed(faults.business(f"The requestid {request_id} was already used for another request."))

    def _answer(self, books: Books, call: Call) -> Response:
        started = self.clock.now()
        try:
            inside = self._operate(books, call)
        except faults.FaultError as fault:
            return self._failed(fault)
        return wire.answer(inside | {"time": _time(started)})

    def _failed(self, fault: faults.FaultError) -> Response:
        return wire.answer(fault.envelope() | {"time": _time(self.clock.now())}, fault.status)

    def _operate(self, books: Books, call: Call) -> Doc:
        if call.method == "GET":
            return self._read(books, call)
        match call.method, call.parts:
            case "POST", ("query",):
                return self._query(books, call.body.decode("utf-8", "replace"))
            case "POST", ("batch",):
                return self._batch(books, call)
            case "POST", (path,):
                entity = _entity(path, call.path)
                operation, body = call.params.get("operation", ""), _object(call.body)
                return {entity.name: _write(self._writer(books, call.whim), entity, operation, body)}
        raise faults.unsupported_operation(call.path)

    def _read(self, books: Books, call: Call) -> Doc:
        match call.parts:
            case ("query",):
                return self._query(books, call.params.get("query", ""))
            case ("cdc",):
                return changes(books, call.params, self.clock.now())
            case ("preferences",):
                return {"Preferences": next(iter(books.of("Preferences").values()))}
            case ("companyinfo", _):
                return {"CompanyInfo": next(iter(books.of("CompanyInfo").values()))}
            case (path, id_):
                return _read(books, _entity(path, call.path), id_)
        raise faults.unsupported_operation(call.path)

    def _query(self, books: Books, text: str) -> Doc:
        return {"QueryResponse": select(parse(text), books)}

    def _writer(self, books: Books, whim: Whim) -> Writer:
        return Writer(books, self.clock, self.refuses_updates, whim)

    def _batch(self, books: Books, call: Call) -> Doc:
        items = _object(call.body).get("BatchItemRequest")
        if not isinstance(items, list):
            raise faults.missing("BatchItemRequest")
        if len(items) > _BATCH_LIMIT:
            raise faults.business(f"The maximum number of items in a batch is {_BATCH_LIMIT}.")
        items = [item for item in items if isinstance(item, dict)]
        whims = [replace(call.whim, fails_item="")] * (len(items) - 1) + [call.whim]
        return {"BatchItemResponse": [self._item(books, *pair) for pair in zip(items, whims, strict=False)]}

    def _item(self, books: Books, item: Doc, whim: Whim) -> Doc:
        label = {"bId": item.get("bId", "")}
        if whim.fails_item:
            return faults.IN_BATCHES[whim.fails_item]().envelope() | label
        try:
            if "Query" in item:
                return self._query(books, str(item["Query"])) | label
            name = next((name for name in item if name in ENTITIES), None)
            if (
                name is None
                or not isinstance(item[name], dict)
                or item.get("operation") not in ("create", "update", "delete")
            ):
                raise faults.missing("operation")
            done = _write(self._writer(books, whim), ENTITIES[name], item["operation"], item[name])
        except faults.FaultError as fault:
            return fault.envelope() | label
        return {name: done} | label


def _write(writer: Writer, entity: Entity, operation: str, body: Doc) -> Doc:
    if operation in ("delete", "void"):
        return writer.delete(entity, body) if operation == "delete" else writer.void(entity, body)
    changes = operation == "update" or (body.get("Id") and operation != "create")
    return writer.update(entity, body) if changes else writer.create(entity, body)


def _read(books: Books, entity: Entity, id_: str) -> Doc:
    if not id_.isdecimal():
        raise faults.bad_id(id_)
    doc = books.find(entity.name, id_)
    if doc is None:
        raise faults.not_found()
    return {entity.name: doc}


def _entity(path: str, whole: str) -> Entity:
    entity = entity_at(path)
    if entity is None:
        raise faults.unsupported_operation(whole)
    return entity


def _object(body: bytes) -> Doc:
    try:
        value: Any = wire.read(body)
    except ValueError:
        raise faults.unreadable() from None
    if not isinstance(value, dict):
        raise faults.unreadable()
    return value


def _is_same(one: Call, other: Call) -> bool:
    return (one.method, one.path, one.body) == (other.method, other.path, other.body)


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
