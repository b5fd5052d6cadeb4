"""Adds contacts and invoices to a firm's HubSpot while the firm is made up, with their customers in QuickBooks."""

from datetime import date
from decimal import Decimal
from typing import Any

from untwin.sample.firm.drafts import Drafts
from untwin.sample.hubspot.hub import SERVICES, Contact, Invoice, Line

_CONTACTS, _INVOICES, _LINES = 51_300, 18_840_000_000, 7_210_000


def address(business: str, box: str = "accounts") -> str:
    """A business's e-mail address."""
    return f"{box}@{business.split(maxsplit=1)[0].casefold()}.invalid"


def contact(drafts: Drafts, business: str, *, known: bool = True, email: str = "") -> Contact:
    """A business in HubSpot; `known` puts its customer into QuickBooks too, under the usual address."""
    if known:
        drafts.customer(business, PrimaryEmailAddr={"Address": address(business)})
    place = len(drafts.contacts)
    mail = email or address(business)
    made = Contact(_CONTACTS + 50 * place + 1, mail, drafts.draw.given(), "Reyes", business, drafts.ago(120))
    drafts.contacts.append(made)
    return made


def invoice(
    drafts: Drafts, number: str, who: Contact, amounts: Decimal | tuple[Decimal, ...], day: date, **more: Any
) -> Invoice:
    """An invoice in HubSpot, by default an open one over the firm's usual service."""
    place = len(drafts.invoices)
    item, about = more.pop("item", SERVICES), more.pop("about", "")
    sums = amounts if isinstance(amounts, tuple) else (amounts,)
    lines = tuple(
        Line(_LINES + 10 * place + nth, about or f"{item}, order {_LINES + place}", amount, item)
        for nth, amount in enumerate(sums)
    )
    made = Invoice(
        id=_INVOICES + 17 * place,
        number=number,
        status=more.pop("status", "open"),
        day=day,
        contact=who,
        lines=lines,
        title=more.pop("title", f"Studio work for {who.company}"),
        balance=more.pop("balance", sum(sums, Decimal(0))),
        **more,
    )
    drafts.invoices.append(made)
    return made
