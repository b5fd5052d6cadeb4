"""The slice of Clio's API v4 that a reader of bills needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.clio.desk import Desk
from untwin.sample.clio.fields import FieldsError, parse_fields, pick
from untwin.sample.clio.limit import RateLimit
from untwin.sample.clio.oauth import ClioGrants
from untwin.sample.clio.records import Record, bill_record, credit_record, tag, user_record
from untwin.sample.quickbooks.signing.signin import bearer

_PAGE = 200
_Answer = Callable[[Request], Any]


@dataclass(frozen=True, slots=True)
class ClioApi:
    """Answers under /api/v4 for whoever is let in."""

    desk: Desk
    grants: ClioGrants
    base: str
    limit: RateLimit

    def routes(self) -> list[Route]:
        """The paths, each with and without .json, as Clio takes them."""
        answers: dict[str, _Answer] = {
            "bills": self._bills,
            "bills/{id:int}": self._bill,
            "credit_memos": self._credits,
            "users/who_am_i": self._who,
        }
        return [
            Route(f"/api/v4/{path}{ending}", self._guarded(answer))
            for path, answer in answers.items()
            for ending in (".json", "")
        ]

    def _guarded(self, answer: _Answer) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            token = bearer(request) or ""
            if not self.grants.knows(token):
                return _error(401, "UnauthorizedError", "You are not authorized to perform this action.")
            passes, headers = self.limit.take(token)
            if not passes:
                return _error(429, "RateLimited", "Rate limit exceeded", headers)
            return _tagged(request, lambda: answer(request), headers)

        return endpoint

    def _bills(self, request: Request) -> Any:
        asked = request.query_params
        found = self._all_bills()
        if "bill_number" in asked:
            found = [bill for bill in found if bill["number"] == asked["bill_number"]]
        if "query" in asked:
            found = [bill for bill in found if asked["query"] in bill["number"]]
        if "client_id" in asked:
            found = [bill for bill in found if str(bill["client"]["id"]) == asked["client_id"]]
        # Deleted bills are listed for whoever asks for them alone.
        wanted = {asked["state"]} if "state" in asked else {bill["state"] for bill in found} - {"deleted"}
        found = [bill for bill in found if bill["state"] in wanted]
        if asked.get("order") == "id(desc)":
            found = sorted(found, key=lambda bill: -bill["id"])
        ids = set(asked.getlist("ids[]")) | set(asked.get("ids", "").split(",")) - {""}
        if ids:
            found = [bill for bill in found if str(bill["id"]) in ids]
        return self._page(request, found)

    def _bill(self, request: Request) -> Any:
        wanted = request.path_params["id"]
        record = next((bill for bill in self._all_bills() if bill["id"] == wanted), None)
        return None if record is None else {"data": _picked(request, record)}

    def _credits(self, request: Request) -> Any:
        found = [credit_record(credit) for credit in self.desk.credits]
        contact = request.query_params.get("contact_id")
        return self._page(request, [c for c in found if contact in (None, str(c["contact"]["id"]))])

    def _who(self, request: Request) -> Any:
        return {"data": _picked(request, user_record(self.desk))}

    def _all_bills(self) -> list[Record]:
        return [bill_record(bill, order) for order, bill in enumerate(self.desk.bills)]

    def _page(self, request: Request, found: list[Record]) -> Any:
        limit = _number(request, "limit", _PAGE)
        if not 1 <= limit <= _PAGE:
            raise FieldsError(f"limit must be between 1 and {_PAGE}")
        offset = _number(request, "offset", 0)
        page = [_picked(request, record) for record in found[offset : offset + limit]]
        paging = {}
        if offset + limit < len(found):
            asked = [(name, value) for name, value in request.query_params.multi_items() if name != "offset"]
            paging["next"] = f"{self.base}{request.url.path}?{urlencode([*asked, ('offset', offset + limit)])}"
        return {"meta": {"paging": paging, "records": len(found)}, "data": page}


def _tagged(request: Request, answer: Callable[[], Any], headers: dict[str, str]) -> Response:
    try:
        value = answer()
    except FieldsError as wrong:
        return _error(400, "ArgumentError", str(wrong), headers)
    if value is None:
        return _error(404, "ResourceNotFound", "The resource was not found.", headers)
    etag = tag(value)
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={**headers, "ETag": etag})
    return wire.answer(value, headers={**headers, "ETag": etag})


def _error(status: int, kind: str, message: str, headers: dict[str, str] | None = None) -> Response:
    return wire.answer({"error": {"type": kind, "message": message}}, status, headers)


def _picked(request: Request, record: Record) -> Record:
    return pick(record, parse_fields(request.query_params.get("fields", "")))


def _number(request: Request, name: str, otherwise: int) -> int:
    text = request.query_params.get(name, str(otherwise))
    if not text.isdecimal():
        raise FieldsError(f"{name} must be a number")
    return int(text)
