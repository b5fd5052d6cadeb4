"""HubSpot's screens as a person sees them: what is failing to sync, and the records to edit."""

import html

from untwin.sample.hubspot.hub import Contact, Hub, Invoice, Row, Status

_STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:.5rem;text-align:left;vertical-align:top}
th[scope=row]{font-weight:600;white-space:nowrap}
label{display:block;margin:.5rem 0}
"""
_HEADS = ("Invoice number", "Error Category", "Error", "Record")


def invoice_path(hub: Hub, invoice: Invoice) -> str:
    """Where an invoice's record is."""
    return f"/contacts/{hub.portal}/record/0-53/{invoice.id}"


def contact_path(hub: Hub, contact: Contact) -> str:
    """Where a contact's record is."""
    return f"/contacts/{hub.portal}/record/0-1/{contact.id}"


def failing_page(hub: Hub) -> str:
    """The Failing to sync panel: a row for each record, with a link to it."""
    failing = [row for row in hub.rows if row.status is Status.FAILED]
    synced = sum(row.status is Status.SYNCED for row in hub.rows)
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    return _page(
        "Failing to sync",
        f"<p>In sync: {synced}. Failing to sync: {len(failing)}. A record that is edited and saved is synced again.</p>"
        f"<table><caption>Invoices that are failing to sync</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(_row(hub, row) for row in failing)}</tbody></table>",
    )


def invoice_page(hub: Hub, row: Row) -> str:
    """One invoice's record; saving it puts it in the queue again."""
    invoice = row.invoice
    lines = "".join(
        f"<tr><td>{html.escape(line.name)}</td><td>{line.amount:,.2f} USD</td></tr>" for line in invoice.lines
    )
    who = html.escape(invoice.contact.display_name)
    return _page(
        f"Invoice {invoice.number}",
        f"<p>{row.status}. {invoice.day:%B %d, %Y}, {invoice.total:,.2f} USD.</p>"
        f'<p>Contact: <a href="{contact_path(hub, invoice.contact)}">{who}</a></p>'
        f"<table><caption>Line items</caption><tbody>{lines}</tbody></table>"
        + _form(invoice_path(hub, invoice), {"title": invoice.title}),
    )


def contact_page(hub: Hub, contact: Contact) -> str:
    """One contact's record; saving it changes the contact alone, its invoices stay as they are."""
    fields = {"email": contact.email, "first": contact.first, "last": contact.last, "company": contact.company}
    return _page(contact.display_name, _form(contact_path(hub, contact), fields))


def _row(hub: Hub, row: Row) -> str:
    number = html.escape(row.number)
    return (
        f'<tr><th scope="row">{number}</th><td>{html.escape(row.category)}</td><td>{html.escape(row.error)}</td>'
        f'<td><a href="{invoice_path(hub, row.invoice)}" aria-label="Open invoice {number}">Open record</a></td></tr>\n'
    )


def _form(path: str, fields: dict[str, str]) -> str:
    inputs = "".join(
        f'<label>{name.capitalize()} <input name="{name}" value="{html.escape(value, quote=True)}"></label>'
        for name, value in fields.items()
    )
    return f'<form method="post" action="{path}">{inputs}<button type="submit">Save</button></form>'


def _page(title: str, body: str) -> str:
    shown = html.escape(title)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{shown} - HubSpot (sample)</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{shown}</h1>"
        f"<p>HubSpot (sample). Nothing here reaches a real company.</p>{body}</main></body></html>\n"
    )
