"""Clio's sync worker: posts what waits to the sample QuickBooks, cycle after cycle."""

import asyncio
import logging
import re
from dataclasses import dataclass
from datetime import timedelta

from untwin.sample.clio.desk import (
    SERVICES,
    TRUST_BANK,
    TRUST_LIABILITY,
    Bill,
    Desk,
    Entry,
    Row,
    Status,
    TrustRequest,
)
from untwin.sample.clio.entries import Entries, fee
from untwin.sample.clio.lookup import Lookup
from untwin.sample.link import Link, RefusedError, refused
from untwin.sample.quickbooks.faults import MET
from untwin.sample.quickbooks.kinds.entity import Doc

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class SyncWorker:
    """Turns bills into invoices and trust transactions into journal entries."""

    desk: Desk
    link: Link

    @property
    def lookup(self) -> Lookup:
        """What it asks QuickBooks before it posts."""
        return Lookup(self.link)

    @property
    def entries(self) -> Entries:
        """What posts all but bills and trust transactions."""
        return Entries(self.link, self.lookup)

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
                row.status, row.error = Status.FAILED, _words(refusal, row)
            except OSError as lost:
                # It stays in the queue, as it does at Clio: the next cycle tries again.
                _LOG.info("bill %s stays queued: %s", row.number, lost)

    async def _post(self, row: Row) -> None:
        if isinstance(row.paper, TrustRequest):
            await self.link.create("JournalEntry", await self._journal_entry(row.paper))
        elif isinstance(row.paper, Entry):
            await self.entries.post(row.paper)
        else:
            if row.paper.meets and not row.met:
                row.met = True
                raise refused(MET[row.paper.meets]())
            await self.link.create("Invoice", await self._invoice(row.paper))
            if row.paper.loses_answer and not row.answer_was_lost:
                # The invoice is in the books, but Clio never hears of it and will post the bill again.
                row.answer_was_lost = True
                raise TimeoutError("the answer was lost")
        row.status, row.error = Status.SYNCED, ""

    async def _invoice(self, bill: Bill) -> Doc:
        item = await self.lookup.one("Item", "Name", SERVICES)
        customer = await self.lookup.customer(bill.client)
        return {
            "DocNumber": bill.number,
            "TxnDate": bill.issued_at.isoformat(),
            "DueDate": (bill.issued_at + timedelta(days=30)).isoformat(),
            "CustomerRef": {"value": customer["Id"]},
            "PrivateNote": f"Clio bill {bill.number}, matter {bill.matter}",
            "Line": [fee(item["Id"], bill.total, f"Legal services, matter {bill.matter}")],
        }

    async def _journal_entry(self, trust: TrustRequest) -> Doc:
        bank = await self.lookup.one("Account", "Name", TRUST_BANK)
        liability = await self.lookup.one("Account", "Name", TRUST_LIABILITY)
        return {
            **({"DocNumber": trust.number} if trust.number else {}),
            "TxnDate": trust.day.isoformat(),
            "PrivateNote": f"Trust deposit, matter {trust.matter}",
            "Line": [_side("Debit", bank, trust), _side("Credit", liability, trust)],
        }


def _words(refusal: RefusedError, row: Row) -> str:
    """What Clio's page shows: the code and the detail, and nothing of the bill itself."""
    detail = refusal.detail
    if isinstance(row.paper, TrustRequest) and not row.number:
        # As its article on trust has it: neither the type's name in full nor an id.
        detail = re.sub(r"TxnType=(Journal Entry) with TxnId=\d+", r"\1", detail)
    of = f"{refusal.field} " if refusal.field else ""
    return f"Code ({refusal.code}): {of}{detail}" if refusal.code else detail


def _side(posting: str, account: Doc, trust: TrustRequest) -> Doc:
    return {
        "Amount": trust.amount,
        "Description": f"Retainer, matter {trust.matter}",
        "DetailType": "JournalEntryLineDetail",
        "JournalEntryLineDetail": {"PostingType": posting, "AccountRef": {"value": account["Id"]}},
    }
