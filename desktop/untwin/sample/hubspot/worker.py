"""HubSpot's sync: finds or makes the customer, posts what waits to the sample QuickBooks, and checks what it posted."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from untwin.sample.hubspot.hub import Contact, Hub, Invoice, Line, Row, Status
from untwin.sample.hubspot.words import MODIFIED, NO_CUSTOMER, Said, words
from untwin.sample.link import Link, RefusedError
from untwin.sample.quickbooks.kinds.entity import Doc

_LOG = logging.getLogger(__name__)


class _FailingError(Exception):
    """HubSpot itself finds a fault, before QuickBooks is asked."""

    def __init__(self, said: Said) -> None:
        super().__init__(said[1])
        self.said = said


@dataclass(slots=True)
class HubWorker:
    """Turns HubSpot's invoices into QuickBooks' invoices."""

    hub: Hub
    link: Link

    async def run(self, seconds: float) -> None:
        """Cycles until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            await self.cycle()

    async def cycle(self) -> None:
        """Syncs every waiting row once."""
        for row in list(self.hub.waiting()):
            try:
                await self._sync(row)
            except RefusedError as refusal:
                _fail(row, words(refusal))
            except _FailingError as failing:
                _fail(row, failing.said)
            except OSError as lost:
                # It stays in the queue: the next cycle tries again.
                _LOG.info("invoice %s stays queued: %s", row.number, lost)

    async def _sync(self, row: Row) -> None:
        if row.posted:
            await self._compare(row)
        else:
            posted = await self.link.create("Invoice", await self._invoice(row.invoice))
            if row.invoice.loses_answer and not row.answer_was_lost:
                # It is in the books, but HubSpot never hears of it and will post it again.
                row.answer_was_lost = True
                raise TimeoutError("the answer was lost")
            row.posted = posted["Id"]
        row.status, row.category, row.error = Status.SYNCED, "", ""

    async def _compare(self, row: Row) -> None:
        """An invoice made in HubSpot may be changed in HubSpot only."""
        [there] = await self._all("Invoice", "Id", row.posted) or [{}]
        sold = [line for line in there.get("Line", []) if line.get("DetailType") == "SalesItemLineDetail"]
        amounts = [Decimal(line["Amount"]) for line in sold]
        if amounts != [line.amount for line in row.invoice.lines]:
            raise _FailingError(MODIFIED)

    async def _invoice(self, invoice: Invoice) -> Doc:
        customer = await self._customer(invoice.contact)
        return {
            "DocNumber": invoice.number,
            "TxnDate": invoice.day.isoformat(),
            "DueDate": (invoice.day + timedelta(days=30)).isoformat(),
            "CustomerRef": {"value": customer["Id"]},
            "PrivateNote": f"HubSpot invoice {invoice.number}",
            "Line": [await self._line(line) for line in invoice.lines],
        }

    async def _line(self, line: Line) -> Doc:
        found = await self._all("Item", "Name", line.item)
        if not found:
            raise RefusedError("", "Not found", f"The product {line.item} was not found in QuickBooks Online.")
        return {
            "Amount": line.amount,
            "Description": line.name,
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": {"ItemRef": {"value": found[0]["Id"]}, "Qty": 1, "UnitPrice": line.amount},
        }

    async def _customer(self, contact: Contact) -> Doc:
        """By e-mail; a customer of that name with another e-mail is somebody else's, so nothing is made up."""
        by_mail = await self._all("Customer", "PrimaryEmailAddr", contact.email)
        if by_mail:
            return by_mail[0]
        if await self._all("Customer", "DisplayName", contact.display_name):
            raise _FailingError(NO_CUSTOMER)
        body = {
            "DisplayName": contact.display_name,
            "GivenName": contact.first,
            "FamilyName": contact.last,
            "CompanyName": contact.company,
            "PrimaryEmailAddr": {"Address": contact.email},
        }
        return await self.link.create("Customer", {name: value for name, value in body.items() if value})

    async def _all(self, entity: str, field: str, value: str) -> list[Doc]:
        quoted = value.replace("\\", "\\\\").replace("'", "\\'")
        # Not SQL, and the value was quoted just above.
        return await self.link.find(f"SELECT * FROM {entity} WHERE {field} = '{quoted}'")  # noqa: S608


def _fail(row: Row, said: Said) -> None:
    row.status, (row.category, row.error) = Status.FAILED, said
