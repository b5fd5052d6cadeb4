"""Puts the sample Clio together as one ASGI app; GET /sample/sync is a test aid and lists the rows of its page."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from untwin.sample import wire
from untwin.sample.clio.api import ClioApi
from untwin.sample.clio.desk import Bill, Desk, Row
from untwin.sample.clio.limit import RateLimit
from untwin.sample.clio.oauth import ClioGrants, ClioSignIn
from untwin.sample.clio.page import bill_syncing_page

PAGE = "/nc/settings/bill-syncing"
RETRY = f"{PAGE}/retry"


@dataclass(frozen=True, slots=True)
class SampleClio:
    """One run of the server."""

    base: str
    token: str
    desk: Desk
    requests_a_minute: int = 50

    def app(self) -> ASGIApp:
        """The ASGI app."""
        grants = ClioGrants(self.token)
        api = ClioApi(self.desk, grants, self.base, RateLimit(self.requests_a_minute))
        sign_in = ClioSignIn(grants, self.desk.user)
        pages = [
            Route(PAGE, self._page),
            Route(RETRY, self._retry, methods=["POST"]),
            Route("/sample/sync", self._sync),
        ]
        return Starlette(routes=[*api.routes(), *sign_in.routes(), *pages])

    async def _page(self, _request: Request) -> Response:
        return HTMLResponse(bill_syncing_page(self.desk, RETRY))

    async def _retry(self, request: Request) -> Response:
        form = parse_qs((await request.body()).decode("utf-8", "replace"))
        if not self.desk.retry(form.get("bill_number", [""])[0]):
            return HTMLResponse("<!doctype html><title>Bill Syncing</title><p>No failed bill has this number.</p>", 404)
        return RedirectResponse(PAGE, status_code=303)

    async def _sync(self, _request: Request) -> Response:
        return wire.answer([_told(row) for row in self.desk.rows])


def _told(row: Row) -> wire.Json:
    paper = row.paper
    total, day = (paper.total, paper.issued_at) if isinstance(paper, Bill) else (paper.amount, paper.day)
    return {
        "number": row.number,
        "kind": str(row.kind),
        "label": row.label,
        "status": str(row.status),
        "error": row.error,
        "customer": paper.client.name_in_quickbooks,
        "total": total,
        "date": day.isoformat(),
    }
