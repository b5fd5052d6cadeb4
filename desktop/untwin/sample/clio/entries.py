"""Posts what Clio sends besides bills and trust transactions: payments, credit notes, interest, disbursements."""

from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.clio.desk import SERVICES, Entry, Kind
from untwin.sample.clio.lookup import Lookup
from untwin.sample.link import Link
from untwin.sample.quickbooks.kinds.entity import Doc

COSTS, BANK, FUNDS = "Client costs", "Operating Checking", "Undeposited Funds"
"""The accounts that Clio's settings name for these."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Posts into one company."""

    link: Link
    lookup: Lookup

    async def post(self, entry: Entry) -> None:
        """Posts one.

        Raises:
            RefusedError: QuickBooks refuses it.
        """
        if entry.kind is Kind.PAYMENT:
            await self._payment(entry)
        elif entry.kind is Kind.DISBURSEMENT:
            await self.link.create("Purchase", await self._check(entry))
        else:
            entity = "CreditMemo" if entry.kind is Kind.CREDIT_NOTE else "Invoice"
            await self.link.create(entity, await self._sale(entry))

    async def _payment(self, entry: Entry) -> None:
        """A payment that was changed in Clio takes the place of the one posted before."""
        customer = await self.lookup.customer(entry.client)
        funds = await self.lookup.one("Account", "Name", FUNDS)
        if entry.replaces:
            for old in await self.lookup.all("Payment", "Id", entry.replaces):
                await self.link.delete("Payment", old)
        paid = {"TotalAmt": entry.amount, "PaymentRefNum": entry.number, "DepositToAccountRef": {"value": funds["Id"]}}
        await self.link.create("Payment", _head(entry, customer) | paid)

    async def _sale(self, entry: Entry) -> Doc:
        customer = await self.lookup.customer(entry.client)
        item = await self.lookup.one("Item", "Name", SERVICES)
        number = {"DocNumber": entry.number} if entry.number else {}
        about = f"{entry.kind}, matter {entry.matter}"
        return {**_head(entry, customer), **number, "Line": [fee(item["Id"], entry.amount, about)]}

    async def _check(self, entry: Entry) -> Doc:
        customer = await self.lookup.customer(entry.client)
        bank = await self.lookup.one("Account", "Name", BANK)
        costs = await self.lookup.one("Account", "Name", COSTS)
        detail = {"AccountRef": {"value": costs["Id"]}, "CustomerRef": {"value": customer["Id"]}}
        line = {"Amount": entry.amount, "DetailType": "AccountBasedExpenseLineDetail"}
        return {
            "PaymentType": "Check",
            "DocNumber": entry.number,
            "TxnDate": entry.day.isoformat(),
            "AccountRef": {"value": bank["Id"]},
            "PrivateNote": f"Clio, matter {entry.matter}",
            "Line": [line | {"AccountBasedExpenseLineDetail": detail}],
        }


def fee(item_id: str, amount: Decimal, description: str) -> Doc:
    """One line over an item."""
    return {
        "Amount": amount,
        "Description": description,
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": item_id}, "Qty": 1, "UnitPrice": amount},
    }


def _head(entry: Entry, customer: Doc) -> Doc:
    return {
        "TxnDate": entry.day.isoformat(),
        "CustomerRef": {"value": customer["Id"]},
        "PrivateNote": f"Clio {str(entry.kind).casefold()}, matter {entry.matter}",
    }
