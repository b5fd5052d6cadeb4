"""The firm's ordinary papers, some of them traps for whoever looks for a number too simply."""

from decimal import Decimal

from untwin.sample.clio.desk import Client, CreditMemo
from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.setup import (
    CHECKING,
    LANDLORD,
    PAYABLE,
    RENT,
    SAVINGS,
    STATIONER,
    SUPPLIES,
    UNDEPOSITED,
)
from untwin.sample.quickbooks.kinds.entity import Doc


def write_traffic(drafts: Drafts) -> None:
    """Adds everything that has nothing to do with the ten bills."""
    _traps(drafts)
    _sales(drafts)
    _bank(drafts)
    _purchases(drafts)
    _clio(drafts)


def _traps(drafts: Drafts) -> None:
    numbers = {scenario.key: scenario.number for scenario in drafts.scenarios}
    draw = drafts.draw
    # Voided, but its number is still taken: the first suggestion for one of two holders.
    taken = f"CM-{numbers['two_documents_on_one_number']}"
    drafts.sale("Invoice", taken, draw.person(), draw.amount(100, 300), drafts.ago(47), void=True)
    # Nearly the name of a waiting client.
    waiting = drafts.scenarios[0].customer
    likeness = waiting[:-1] + ("a" if waiting.endswith("e") else "e")
    drafts.sale("Invoice", _own(drafts, 1), likeness, draw.amount(500, 900), drafts.ago(18))
    retired = draw.person()
    drafts.customer(retired, Active=False)
    drafts.sale("Invoice", _own(drafts, 2), retired, draw.amount(200, 600), drafts.ago(92))
    # Estimates and vendors' bills are numbered apart; of the bill's number the very sale is there already.
    used = numbers["unrelated_invoice"]
    drafts.sale("Estimate", used, draw.person(), draw.amount(2000, 4000), drafts.ago(33))
    drafts.paper(
        "Bill",
        drafts.ago(27),
        DocNumber=numbers["same_after_lost_answer"],
        Line=[_cost(drafts, SUPPLIES, 60, 200)],
        **_to(drafts, STATIONER),
    )


def _sales(drafts: Drafts) -> None:
    draw = drafts.draw
    payer, amount = draw.person(), draw.amount(300, 900)
    paid: Doc = {"Balance": 0, "LinkedTxn": [{"TxnId": "@payment", "TxnType": "Payment"}]}
    drafts.sale("Invoice", _own(drafts, 3), payer, amount, drafts.ago(52), key="paid", **paid)
    link = {"Amount": amount, "LinkedTxn": [{"TxnId": "@paid", "TxnType": "Invoice"}]}
    drafts.paper(
        "Payment",
        drafts.ago(31),
        key="payment",
        CustomerRef=drafts.customer(payer),
        TotalAmt=amount,
        UnappliedAmt=0,
        PaymentRefNum=drafts.scenarios[0].number,
        DepositToAccountRef=drafts.reference("Account", UNDEPOSITED),
        Line=[link],
    )
    into = {"DepositToAccountRef": drafts.reference("Account", UNDEPOSITED)}
    for place, days in enumerate((57, 21), start=4):
        drafts.sale("SalesReceipt", _own(drafts, place), draw.person(), draw.amount(80, 400), drafts.ago(days), **into)
    out = {"DepositToAccountRef": drafts.reference("Account", CHECKING)}
    drafts.sale("RefundReceipt", _own(drafts, 6), draw.person(), draw.amount(30, 120), drafts.ago(19), **out)
    drafts.sale("Estimate", "1001", draw.person(), draw.amount(1000, 3000), drafts.ago(16))
    drafts.sale("Invoice", _own(drafts, 7), draw.person(), draw.amount(400, 1200), drafts.ago(13))


def _bank(drafts: Drafts) -> None:
    amount = drafts.draw.amount(300, 900)
    line = {
        "Amount": amount,
        "DetailType": "DepositLineDetail",
        "DepositLineDetail": {"AccountRef": drafts.reference("Account", UNDEPOSITED)},
    }
    checking, savings = drafts.reference("Account", CHECKING), drafts.reference("Account", SAVINGS)
    drafts.paper("Deposit", drafts.ago(30), DepositToAccountRef=checking, Line=[line])
    moved = Decimal(drafts.draw.number(10, 40) * 100)
    drafts.paper("Transfer", drafts.ago(28), FromAccountRef=checking, ToAccountRef=savings, Amount=moved)
    lines = [_entry(drafts, "Debit", SUPPLIES), _entry(drafts, "Credit", CHECKING)]
    drafts.paper("JournalEntry", drafts.ago(60), DocNumber="JE-7", PrivateNote="Month end", Line=lines)


def _purchases(drafts: Drafts) -> None:
    rent, checking = _cost(drafts, RENT, 2000, 4000), drafts.reference("Account", CHECKING)
    landlord, stationer = _to(drafts, LANDLORD), _to(drafts, STATIONER)
    settled: Doc = {"Balance": 0, "LinkedTxn": [{"TxnId": "@rent paid", "TxnType": "BillPaymentCheck"}]}
    drafts.paper("Bill", drafts.ago(45), key="rent", DocNumber="R-2210", Line=[rent], **settled, **landlord)
    drafts.paper(
        "BillPayment",
        drafts.ago(44),
        key="rent paid",
        DocNumber="5021",
        PayType="Check",
        CheckPayment={"BankAccountRef": checking, "PrintStatus": "NotSet"},
        TotalAmt=rent["Amount"],
        Line=[{"Amount": rent["Amount"], "LinkedTxn": [{"TxnId": "@rent", "TxnType": "Bill"}]}],
        **landlord,
    )
    supplies = _cost(drafts, SUPPLIES, 20, 90)
    drafts.paper("Purchase", drafts.ago(22), AccountRef=checking, PaymentType="Cash", DocNumber="77", Line=[supplies])
    drafts.paper(
        "PurchaseOrder", drafts.ago(17), DocNumber="1001", Line=[_cost(drafts, SUPPLIES, 90, 300)], **stationer
    )
    drafts.paper("VendorCredit", drafts.ago(15), DocNumber="VC-3", Line=[_cost(drafts, SUPPLIES, 20, 60)], **stationer)


def _clio(drafts: Drafts) -> None:
    """Bills that post without trouble, and bills that must not post at all."""
    draw, first = drafts.draw, drafts.first_number
    for place, days in enumerate((16, 15, 13, 12)):
        drafts.bill(
            str(first - 9 + place), draw.person(), draw.amount(200, 2000), drafts.ago(days), suffixed=place == 1
        )
    drafts.bill(str(first + 21), draw.person(), draw.amount(200, 900), drafts.ago(3), state="draft", suffixed=True)
    drafts.bill(
        str(first + 23), draw.person(), draw.amount(200, 900), drafts.ago(2), state="awaiting_approval", suffixed=True
    )
    drafts.bill(
        str(first - 30),
        draw.person(),
        draw.amount(200, 900),
        drafts.ago(200),
        state="paid",
        balance=Decimal(0),
        suffixed=True,
    )
    drafts.bill(str(first - 12), draw.person(), draw.amount(200, 900), drafts.ago(33), state="void", suffixed=True)
    for place in range(2):
        who = Client(88_901 + place, draw.person(), "")
        about = "Goodwill credit"
        drafts.credits.append(CreditMemo(9_300 + place, drafts.ago(20 + place), draw.amount(20, 90), about, who))


def _own(drafts: Drafts, place: int) -> str:
    """A number of the series that the firm keys by hand, far from Clio's."""
    return str(drafts.first_number + 4000 + place)


def _to(drafts: Drafts, vendor: str) -> Doc:
    return {"VendorRef": drafts.reference("Vendor", vendor), "APAccountRef": drafts.reference("Account", PAYABLE)}


def _cost(drafts: Drafts, account: str, least: int, most: int) -> Doc:
    detail = {"AccountRef": drafts.reference("Account", account)}
    amount = drafts.draw.amount(least, most)
    return {"Amount": amount, "DetailType": "AccountBasedExpenseLineDetail", "AccountBasedExpenseLineDetail": detail}


def _entry(drafts: Drafts, posting: str, account: str) -> Doc:
    detail = {"PostingType": posting, "AccountRef": drafts.reference("Account", account)}
    return {"Amount": Decimal("12.5"), "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}
