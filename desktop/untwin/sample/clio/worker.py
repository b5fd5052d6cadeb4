"""Clio's sync worker: posts what waits to the sample QuickBooks, cycle after cycle."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from untwin.sample.clio.desk import (
    SERVICES,
    TRUST_BANK,
    TRUST_LIABILITY,
    Bill,
    Client,
    Desk,
    Row,
    Status,
    TrustRequest,
)
from untwin.sample.link import Link, RefusedError
from untwin.sample.quickbooks.entity import Doc

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class SyncWorker:
    """Turns bills into invoices and trust transactions into journal entries."""

    desk: Desk
    link: Link

    async def run(self, seconds: float) -> None:
        """Cycles until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            await self.cycle()

    async def cycle(self) -> None:
        """Posts every waiting row once."""
        for row in list(self.desk.waiting()):
            try:
                await self._post(row)
            except RefusedError as refusal:
                row.status, row.error = Status.FAILED, _words(refusal)
            except OSError as lost:
                # It stays in the queue, as it does at Clio: the next cycle tries again.
                _LOG.info("bill %s stays queued: %s", row.number, lost)

    async def _post(self, row: Row) -> None:
        if isinstance(row.paper, TrustRequest):
            await self.link.create("JournalEntry", await self._journal_entry(row.paper))
        else:
            await self.link.create("Invoice", await self._invoice(row.paper))
            if row.paper.loses_answer and not row.answer_was_lost:
                # The invoice is in the books, but Clio never hears of it and will post the bill again.
                row.answer_was_lost = True
                raise TimeoutError("the answer was lost")
        row.status, row.error = Status.SYNCED, ""

    async def _invoice(self, bill: Bill) -> Doc:
        item = await self._one("Item", "Name", SERVICES)
        customer = await self._customer(bill.client)
        return {
            "DocNumber": bill.number,
            "TxnDate": bill.issued_at.isoformat(),
            "DueDate": (bill.issued_at + timedelta(days=30)).isoformat(),
            "CustomerRef": {"value": customer["Id"]},
            "PrivateNote": f"Clio bill {bill.number}, matter {bill.matter}",
            "Line": [_fee(item["Id"], bill.total, f"Legal services, matter {bill.matter}")],
        }

    async def _journal_entry(self, trust: TrustRequest) -> Doc:
        bank = await self._one("Account", "Name", TRUST_BANK)
        liability = await self._one("Account", "Name", TRUST_LIABILITY)
        return {
            "DocNumber": trust.number,
            "TxnDate": trust.day.isoformat(),
            "PrivateNote": f"Trust deposit, matter {trust.matter}",
            "Line": [_side("Debit", bank, trust), _side("Credit", liability, trust)],
        }

    async def _customer(self, client: Client) -> Doc:
        name = client.name_in_quickbooks
        found = await self._all("Customer", "DisplayName", name)
        if found:
            return found[0]
        return await self.link.create("Customer", {"DisplayName": name, "Notes": f"Synced from Clio, {client.name}"})

    async def _one(self, entity: str, field: str, name: str) -> Doc:
        found = await self._all(entity, field, name)
        if not found:
            raise RefusedError("", "Not found", f"{entity} {name} was not found in QuickBooks Online.")
        return found[0]

    async def _all(self, entity: str, field: str, name: str) -> list[Doc]:
        quoted = name.replace("\\", "\\\\").replace("'", "\\'")
        # Not SQL, and the name was quoted just above.
        return await self.link.find(f"SELECT * FROM {entity} WHERE {field} = '{quoted}'")  # noqa: S608


def _words(refusal: RefusedError) -> str:
    """What Clio's page shows: the code and the detail, and nothing of the bill itself."""
    return f"Code ({refusal.code}): {refusal.detail}" if refusal.code else refusal.detail


def _fee(item_id: str, amount: Decimal, description: str) -> Doc:
    return {
        "Amount": amount,
        "Description": description,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": item_id}, "Qty": 1, "UnitPrice": amount},
    }


def _side(posting: str, account: Doc, trust: TrustRequest) -> Doc:
    return {
        "Amount": trust.amount,
        "Description": f"Retainer, matter {trust.matter}",
        "DetailType": "JournalEntryLineDetail",
        "JournalEntryLineDetail": {"PostingType": posting, "AccountRef": {"value": account["Id"]}},
    }
