"""Puts the sample HubSpot together as one ASGI app; GET /sample/sync is a test aid and lists all of its sync's rows."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from untwin.sample import wire
from untwin.sample.hubspot.api import HubApi
from untwin.sample.hubspot.hub import Contact, Hub, Row
from untwin.sample.hubspot.limit import searches, ten_seconds
from untwin.sample.hubspot.page import contact_page, contact_path, failing_page, invoice_page, invoice_path


@dataclass(frozen=True, slots=True)
class SampleHubSpot:
    """One run of the server for one account."""

    base: str
    token: str
    hub: Hub
    requests_in_ten_seconds: int = 190
    searches_a_second: int = 5

    @property
    def failing_path(self) -> str:
        """Where the Failing to sync panel is."""
        return f"/integrations-settings/{self.hub.portal}/installed/quickbooks/failing"

    def app(self) -> ASGIApp:
        """The ASGI app."""
        limits = ten_seconds(self.requests_in_ten_seconds), searches(self.searches_a_second)
        api = HubApi(self.hub, self.token, self.base, *limits)
        record = f"/contacts/{self.hub.portal}/record"
        pages = [
            Route(self.failing_path, self._failing),
            Route(f"{record}/0-53/{{id:int}}", self._invoice, methods=["GET", "POST"]),
            Route(f"{record}/0-1/{{id:int}}", self._contact, methods=["GET", "POST"]),
            Route("/sample/sync", self._sync),
        ]
        return Starlette(routes=[*api.routes(), *pages])

    async def _failing(self, _request: Request) -> Response:
        return HTMLResponse(failing_page(self.hub))

    async def _invoice(self, request: Request) -> Response:
        row = next((r for r in self.hub.rows if r.invoice.id == request.path_params["id"]), None)
        if row is None:
            return _nothing()
        if request.method == "GET":
            return HTMLResponse(invoice_page(self.hub, row))
        return await self._save_invoice(request, row)

    async def _save_invoice(self, request: Request, row: Row) -> Response:
        form = await _form(request)
        row.invoice.title = form.get("title", row.invoice.title)
        self.hub.saved(row.invoice)
        return RedirectResponse(invoice_path(self.hub, row.invoice), status_code=303)

    async def _contact(self, request: Request) -> Response:
        contact = next((c for c in self.hub.contacts if c.id == request.path_params["id"]), None)
        if contact is None:
            return _nothing()
        if request.method == "GET":
            return HTMLResponse(contact_page(self.hub, contact))
        return await self._save_contact(request, contact)

    async def _save_contact(self, request: Request, contact: Contact) -> Response:
        form = await _form(request)
        contact.email, contact.company = form.get("email", contact.email), form.get("company", contact.company)
        contact.first, contact.last = form.get("first", contact.first), form.get("last", contact.last)
        return RedirectResponse(contact_path(self.hub, contact), status_code=303)

    async def _sync(self, _request: Request) -> Response:
        return wire.answer([_told(row) for row in self.hub.rows])


def _told(row: Row) -> wire.Json:
    invoice = row.invoice
    return {
        "number": row.number,
        "status": str(row.status),
        "category": row.category,
        "error": row.error,
        "customer": invoice.contact.display_name,
        "total": invoice.total,
        "date": invoice.day.isoformat(),
    }


async def _form(request: Request) -> dict[str, str]:
    text = (await request.body()).decode("utf-8", "replace")
    return {name: values[0].strip() for name, values in parse_qs(text, keep_blank_values=True).items()}


def _nothing() -> Response:
    return HTMLResponse("<!doctype html><title>HubSpot (sample)</title><p>There is no such record.", 404)
