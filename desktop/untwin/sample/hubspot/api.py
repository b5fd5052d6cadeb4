"""The slice of HubSpot's CRM API that a reader of invoices needs; nothing here writes."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.hubspot.hub import Hub
from untwin.sample.hubspot.limit import Window
from untwin.sample.hubspot.properties import PROPERTIES, definition
from untwin.sample.hubspot.records import ALIASES, DEFAULTS, LINK_TYPES, NAMES, CrmObject, objects
from untwin.sample.hubspot.search import SearchError, search
from untwin.sample.quickbooks.signing.signin import bearer

_PAGE, _USUAL = 100, 10
_Answer = Callable[[Request, bytes], Any]


@dataclass(frozen=True, slots=True)
class HubApi:
    """Answers for one private app's token."""

    hub: Hub
    token: str
    base: str
    limit: Window
    searches: Window

    def routes(self) -> list[Route]:
        """The paths."""
        kind, crm = "{kind}", "/crm/v3/objects/{kind}"
        return [
            Route(f"{crm}/search", self._guarded(self._search, self.searches), methods=["POST"]),
            Route(f"{crm}/batch/read", self._guarded(self._some), methods=["POST"]),
            Route(f"{crm}/{{id}}", self._guarded(self._one)),
            Route(crm, self._guarded(self._list)),
            Route(f"/crm/v3/properties/{kind}/{{name}}", self._guarded(self._property)),
            Route(f"/crm/v3/properties/{kind}", self._guarded(self._properties)),
            Route(f"/crm/v4/objects/{kind}/{{id}}/associations/{{to}}", self._guarded(self._links)),
            Route(f"/crm/v4/associations/{kind}/{{to}}/batch/read", self._guarded(self._many_links), methods=["POST"]),
            Route("/account-info/v3/details", self._guarded(self._account)),
        ]

    def _guarded(self, answer: _Answer, narrow: Window | None = None) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            if bearer(request) != self.token:
                words = "Authentication credentials not found. This API supports OAuth 2.0 authentication"
                return _error(401, "INVALID_AUTHENTICATION", words)
            body = await request.body()
            for window in (self.limit, *([narrow] if narrow else [])):
                if not window.take():
                    return _limited(window)
            # HubSpot names no remainder on answers to a search.
            return _answered(lambda: answer(request, body), {} if narrow else self._told())

        return endpoint

    def _told(self) -> dict[str, str]:
        return {
            "X-HubSpot-RateLimit-Max": str(self.limit.most),
            "X-HubSpot-RateLimit-Remaining": str(self.limit.left),
            "X-HubSpot-RateLimit-Interval-Milliseconds": str(int(self.limit.seconds * 1000)),
        }

    def _list(self, request: Request, _body: bytes) -> Any:
        kind = _kind(request.path_params["kind"])
        limit, after = _number(request, "limit", _USUAL), _number(request, "after", 0)
        if not 1 <= limit <= _PAGE:
            raise SearchError(f"limit must be between 1 and {_PAGE}")
        # Nothing is ever deleted here.
        found = [] if request.query_params.get("archived") == "true" else objects(self.hub, kind)
        answer = {"results": [self._shown(request, kind, o) for o in found[after : after + limit]]}
        if after + limit < len(found):
            link = f"{self.base}{request.url.path}?limit={limit}&after={after + limit}"
            return answer | {"paging": {"next": {"after": str(after + limit), "link": link}}}
        return answer

    def _one(self, request: Request, _body: bytes) -> Any:
        kind = _kind(request.path_params["kind"])
        name = request.query_params.get("idProperty", "hs_object_id")
        wanted = request.path_params["id"].casefold()
        found = objects(self.hub, kind)
        one = next((o for o in found if (o.properties.get(name) or "").casefold() == wanted), None)
        return None if one is None else self._shown(request, kind, one)

    def _some(self, request: Request, body: bytes) -> Any:
        kind, asked = _kind(request.path_params["kind"]), _object(body)
        ids = {str(one.get("id")) for one in asked.get("inputs") or []}
        wanted = tuple(asked.get("properties") or DEFAULTS[kind])
        found = [o.answer((*DEFAULTS[kind], *wanted)) for o in objects(self.hub, kind) if str(o.id) in ids]
        return {"status": "COMPLETE", "results": found}

    def _search(self, request: Request, body: bytes) -> Any:
        kind = _kind(request.path_params["kind"])
        return search(objects(self.hub, kind), kind, _object(body))

    def _property(self, request: Request, _body: bytes) -> Any:
        return definition(_kind(request.path_params["kind"]), request.path_params["name"])

    def _properties(self, request: Request, _body: bytes) -> Any:
        kind = _kind(request.path_params["kind"])
        return {"results": [definition(kind, name) for name in PROPERTIES[kind]]}

    def _links(self, request: Request, _body: bytes) -> Any:
        kind, to = _kind(request.path_params["kind"]), _kind(request.path_params["to"])
        one = next((o for o in objects(self.hub, kind) if str(o.id) == request.path_params["id"]), None)
        return None if one is None else {"results": _led(one, kind, to)}

    def _many_links(self, request: Request, body: bytes) -> Any:
        kind, to = _kind(request.path_params["kind"]), _kind(request.path_params["to"])
        ids = {str(one.get("id")) for one in _object(body).get("inputs") or []}
        found = [o for o in objects(self.hub, kind) if str(o.id) in ids]
        results = [{"from": {"id": str(o.id)}, "to": _led(o, kind, to)} for o in found]
        return {"status": "COMPLETE", "results": results}

    def _account(self, _request: Request, _body: bytes) -> Any:
        return {
            "portalId": self.hub.portal,
            "accountType": "STANDARD",
            "timeZone": "US/Eastern",
            "utcOffset": "-05:00",
            "utcOffsetMilliseconds": -18_000_000,
            "companyCurrency": "USD",
            "uiDomain": self.base,
        }

    def _shown(self, request: Request, kind: str, found: CrmObject) -> Any:
        asked = [part for text in request.query_params.getlist("properties") for part in text.split(",") if part]
        shown = found.answer(tuple(asked) or DEFAULTS[kind])
        tos = [to for text in request.query_params.getlist("associations") for to in text.split(",") if to]
        led = {to: {"results": [_plain(one, kind, to) for one in _led(found, kind, _kind(to))]} for to in tos}
        return shown | ({"associations": led} if led else {})


def _led(found: CrmObject, kind: str, to: str) -> list[dict[str, Any]]:
    types = [{"category": "HUBSPOT_DEFINED", "typeId": LINK_TYPES.get((kind, to), 0), "label": None}]
    return [{"toObjectId": id_, "associationTypes": types} for id_ in found.links.get(to, ())]


def _plain(one: dict[str, Any], kind: str, to: str) -> dict[str, str]:
    return {"id": str(one["toObjectId"]), "type": f"{NAMES[kind]}_to_{NAMES[_kind(to)]}"}


def _answered(answer: Callable[[], Any], headers: dict[str, str]) -> Response:
    try:
        value = answer()
    except SearchError as wrong:
        return _error(400, "VALIDATION_ERROR", str(wrong), headers)
    if value is None:
        return _error(404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.", headers)
    return wire.answer(value, headers=headers)


def _error(status: int, category: str, words: str, headers: dict[str, str] | None = None) -> Response:
    body = {"status": "error", "message": words, "correlationId": str(uuid.uuid4()), "category": category}
    return wire.answer(body, status, headers)


def _limited(window: Window) -> Response:
    words = f"You have reached your {window.policy.lower()} limit."
    body = {"status": "error", "message": words, "errorType": "RATE_LIMIT", "correlationId": str(uuid.uuid4())}
    return wire.answer(body | {"policyName": window.policy}, 429)


def _kind(text: str) -> str:
    kind = ALIASES.get(text, text)
    if kind not in DEFAULTS:
        raise SearchError(f"Unable to infer object type from: {text}")
    return kind


def _object(body: bytes) -> wire.Json:
    try:
        value = wire.read(body or b"{}")
    except ValueError:
        raise SearchError("Invalid input JSON") from None
    if not isinstance(value, dict):
        raise SearchError("Invalid input JSON")
    return value


def _number(request: Request, name: str, otherwise: int) -> int:
    text = request.query_params.get(name, str(otherwise))
    if not text.isdecimal():
        raise SearchError(f"{name} must be a whole number")
    return int(text)
