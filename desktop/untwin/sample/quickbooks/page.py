"""The page of one document as QuickBooks' own web screen would show it: for looking only."""

import html

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

# The paths of QuickBooks' screens, where they are not the entity's own name.
_SLUGS = {"journal": "journalentry", "recvpayment": "payment", "expense": "purchase", "check": "purchase"} | {
    "creditcardcredit": "purchase"
}
_SHOWN = ("DocNumber", "TxnDate", "TotalAmt", "Balance", "EmailStatus", "PrivateNote")
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto}th{text-align:left;padding-right:2rem}"
)


def document_routes(companies: dict[str, Books]) -> list[Route]:
    """`/app/<slug>?txnId=<id>`: opens in the first company that has the document, as a browser would in its own."""

    async def show(request: Request) -> Response:
        slug, wanted = request.path_params["slug"], request.query_params.get("txnId", "")
        entity = next((name for name in ENTITIES if name.lower() == _SLUGS.get(slug, slug)), "")
        for books in companies.values():
            doc = books.find(entity, wanted) if entity else None
            if doc is not None:
                return HTMLResponse(_page(books.name, entity, doc))
        return HTMLResponse("<!doctype html><title>QuickBooks (sample)</title><p>There is no such document.", 404)

    return [Route("/app/{slug}", show)]


def _page(company: str, entity: str, doc: Doc) -> str:
    fields = {"Customer": doc.get("CustomerRef", {}).get("name", "")} | {n: doc[n] for n in _SHOWN if n in doc}
    rows = "".join(f'<tr><th scope="row">{n}</th><td>{html.escape(str(v))}</td></tr>' for n, v in fields.items())
    title = html.escape(f"{entity} {doc.get('DocNumber', '')}".strip())
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} - QuickBooks (sample)</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1><p>{html.escape(company)} in QuickBooks (sample). "
        f"Nothing here reaches a real company.</p><table>{rows}</table></main></body></html>\n"
    )
