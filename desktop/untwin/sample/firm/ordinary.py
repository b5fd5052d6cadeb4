"""The ordinary papers of the firms after the first, some of them traps for whoever looks for a number too simply."""

from decimal import Decimal

from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.hub_drafts import contact, invoice
from untwin.sample.firm.setup import CHECKING, PAYABLE, SUPPLIES, UNDEPOSITED
from untwin.sample.quickbooks.kinds.entity import Doc


def write_ordinary(drafts: Drafts, vendors: tuple[str, ...]) -> None:
    """Adds what has nothing to do with the scenarios."""
    _vendors(drafts, vendors)
    _families(drafts)
    _paid(drafts)
    _fees(drafts)
    _hubspot(drafts)
    _clio(drafts)


def _vendors(drafts: Drafts, vendors: tuple[str, ...]) -> None:
    """A vendor's bill, an estimate and a purchase order with a number that is waited for: each a series of its own.

    The bill and the order lock the number until a person says that they only share it.
    """
    number = drafts.scenarios[0].number
    payable = drafts.reference("Account", PAYABLE)
    for place, vendor in enumerate(vendors):
        to: Doc = {"VendorRef": drafts.reference("Vendor", vendor), "APAccountRef": payable}
        taken = number if place == 0 else f"S-{place}07"
        drafts.paper("Bill", drafts.ago(27 + place), DocNumber=taken, Line=[_cost(drafts, 60, 200)], **to)
        drafts.paper("PurchaseOrder", drafts.ago(19), DocNumber=taken, Line=[_cost(drafts, 20, 90)], **to)
    drafts.sale("Estimate", number, drafts.draw.business(), drafts.draw.amount(2000, 4000), drafts.ago(33))


def _families(drafts: Drafts) -> None:
    """A customer with a branch below it, and one that is not active any more."""
    parent = drafts.draw.business()
    drafts.customer(parent)
    branch = f"{parent} North"
    drafts.customer(branch, Job=True, BillWithParent=True, ParentRef=drafts.customer(parent), Level=1)
    drafts.sale("Invoice", _own(drafts, 1), branch, drafts.draw.amount(400, 900), drafts.ago(22))
    gone = drafts.draw.business()
    drafts.customer(gone, Active=False)
    drafts.sale("Invoice", _own(drafts, 2), gone, drafts.draw.amount(200, 600), drafts.ago(71))


def _paid(drafts: Drafts) -> None:
    payer, amount = drafts.draw.business(), drafts.draw.amount(300, 900)
    paid: Doc = {"Balance": 0, "LinkedTxn": [{"TxnId": "@payment", "TxnType": "Payment"}]}
    drafts.sale("Invoice", _own(drafts, 3), payer, amount, drafts.ago(52), key="paid", **paid)
    drafts.paper(
        "Payment",
        drafts.ago(35),
        key="payment",
        CustomerRef=drafts.customer(payer),
        TotalAmt=amount,
        UnappliedAmt=0,
        PaymentRefNum=drafts.scenarios[0].number,
        DepositToAccountRef=drafts.reference("Account", UNDEPOSITED),
        Line=[{"Amount": amount, "LinkedTxn": [{"TxnId": "@paid", "TxnType": "Invoice"}]}],
    )
    into = {"DepositToAccountRef": drafts.reference("Account", UNDEPOSITED)}
    drafts.sale("SalesReceipt", _own(drafts, 4), payer, drafts.draw.amount(80, 200), drafts.ago(30), **into)
    out = {"DepositToAccountRef": drafts.reference("Account", CHECKING)}
    drafts.sale("RefundReceipt", _own(drafts, 5), payer, drafts.draw.amount(20, 70), drafts.ago(18), **out)


def _fees(drafts: Drafts) -> None:
    """One fee, month after month, for the same customer: none is the twin of another."""
    who, fee = drafts.draw.business(), drafts.draw.amount(150, 280)
    for place, days in enumerate((75, 45, 15), start=10):
        drafts.sale("Invoice", _own(drafts, place), who, fee, drafts.ago(days), about="Monthly hosting")


def _hubspot(drafts: Drafts) -> None:
    """Invoices that post without trouble, and such as must not post at all."""
    first = drafts.first_number
    for place, days in enumerate((16, 14, 12)):
        who = contact(drafts, drafts.draw.business(), known=place != 1)
        invoice(drafts, f"{_series(drafts)}{first - 9 + place}", who, drafts.draw.amount(200, 900), drafts.ago(days))
    who, series = drafts.contacts[-1], _series(drafts)
    invoice(drafts, f"{series}{first + 51}", who, drafts.draw.amount(200, 900), drafts.ago(2), status="draft")
    amount, more = drafts.draw.amount(200, 900), {"status": "voided", "balance": Decimal(0)}
    invoice(drafts, f"{series}{first - 12}", who, amount, drafts.ago(40), **more)


def _clio(drafts: Drafts) -> None:
    """Where there is Clio: bills that post without trouble, and one that must not post."""
    if not drafts.bills:
        return
    for place, days in enumerate((17, 13)):
        number = str(drafts.first_number - 20 + place)
        drafts.bill(number, drafts.draw.person(), drafts.draw.amount(200, 900), drafts.ago(days), suffixed=place == 1)
    drafts.bill(
        str(drafts.first_number + 71), drafts.draw.person(), drafts.draw.amount(90, 300), drafts.ago(2), state="draft"
    )


def _series(drafts: Drafts) -> str:
    """What HubSpot's numbers begin with here: what those of the scenarios begin with."""
    return drafts.scenarios[0].number.rstrip("0123456789")


def _own(drafts: Drafts, place: int) -> str:
    """A number of the series that the firm keys by hand."""
    return str(drafts.first_number + 5000 + place)


def _cost(drafts: Drafts, least: int, most: int) -> Doc:
    detail = {"AccountRef": drafts.reference("Account", SUPPLIES)}
    amount = drafts.draw.amount(least, most)
    return {"Amount": amount, "DetailType": "AccountBasedExpenseLineDetail", "AccountBasedExpenseLineDetail": detail}
