"""How the papers of the firm fed by both fail: Clio's other cases, and what two apps do to one company."""

from decimal import Decimal

from untwin.sample.clio.desk import Kind
from untwin.sample.firm.clio_drafts import entry, trust
from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.hub_drafts import contact, invoice
from untwin.sample.firm.setup import CHECKING, UNDEPOSITED
from untwin.sample.quickbooks.kinds.entity import Doc

PHANTOM, ENDED, PAID_IN = "phantom_duplicate", "connection_ended", "Autumn workshop"
PREFIX = "WS-"
"""What HubSpot's numbers begin with once somebody has set it."""


def write_scenarios(drafts: Drafts) -> None:
    """Adds the papers, bills, invoices and expectations of all."""
    numbers = iter(str(n) for n in range(drafts.first_number, drafts.first_number + 40, 2))
    _connection_ended(drafts, next(numbers))
    _settings_clash(drafts, next(numbers))
    _owned_by_the_other_app(drafts, next(numbers))
    _prefix_continued(drafts, next(numbers))
    for key, fault in (("stale_object", "5010"), ("throttled", "3001"), ("subscription_ended", "6190")):
        bill = drafts.bill(next(numbers), drafts.draw.person(), _fee(drafts), drafts.ago(5), meets=fault)
        drafts.waits(key, bill)
    _object_not_found(drafts, next(numbers))
    _number_too_long(drafts, next(numbers))
    _phantom(drafts, next(numbers))
    _payment_deposited(drafts, next(numbers))
    _interest_charge(drafts, next(numbers))
    _purchase_side(drafts)
    _credit_note(drafts)
    _trust_request(drafts)


def _connection_ended(drafts: Drafts, number: str) -> None:
    who = contact(drafts, drafts.draw.business())
    drafts.waits(ENDED, invoice(drafts, number, who, _fee(drafts), drafts.ago(2), title="Winter workshop"))


def _settings_clash(drafts: Drafts, number: str) -> None:
    """Both apps count in the same series: Clio's bill was first, HubSpot's invoice wants its number too."""
    drafts.bill(number, drafts.draw.person(), _fee(drafts), drafts.ago(12))
    who = contact(drafts, drafts.draw.business())
    made = invoice(drafts, number, who, _fee(drafts), drafts.ago(4), title="Team workshop")
    drafts.waits("settings_clash", made, posts_as=f"{PREFIX}{number}")


def _owned_by_the_other_app(drafts: Drafts, number: str) -> None:
    """The other way round: HubSpot's invoice was first."""
    business, total = drafts.draw.business(), _fee(drafts)
    who = contact(drafts, business)
    invoice(drafts, number, who, total, drafts.ago(20), title=PAID_IN)
    made = {"key": PAID_IN, "item": "Studio services", "PrivateNote": f"HubSpot invoice {number}"}
    drafts.sale("Invoice", number, business, total, drafts.ago(20), **made)
    bill = drafts.bill(number, drafts.draw.person(), _fee(drafts), drafts.ago(6))
    drafts.waits("owned_by_the_other_app", bill, posts_as=str(drafts.first_number + 61))


def _prefix_continued(drafts: Drafts, number: str) -> None:
    """Bills of one kind of work have a prefix; QuickBooks offered the last one + 1 to whoever keyed an invoice."""
    client, own = drafts.draw.person(), f"AD-{number}"
    drafts.bill(f"AD-{int(number) - 1}", client, _fee(drafts), drafts.ago(11))
    drafts.sale("Invoice", own, drafts.draw.person(), drafts.draw.amount(200, 600), drafts.ago(9))
    drafts.waits("prefix_continued", drafts.bill(own, client, _fee(drafts), drafts.ago(5)))


def _object_not_found(drafts: Drafts, number: str) -> None:
    who = drafts.draw.person()
    drafts.customer(who, Active=False)
    drafts.waits("object_not_found", drafts.bill(number, who, _fee(drafts), drafts.ago(4)))


def _number_too_long(drafts: Drafts, number: str) -> None:
    who = drafts.draw.person()
    bill = drafts.bill(f"{who.partition(',')[0]}-Estate-2026-{number}", who, _fee(drafts), drafts.ago(3))
    drafts.waits("number_too_long", bill, posts_as=number)


def _phantom(drafts: Drafts, number: str) -> None:
    bill = drafts.bill(number, drafts.draw.person(), _fee(drafts), drafts.ago(7))
    drafts.waits(PHANTOM, bill, posts_as=str(drafts.first_number + 63))


def _payment_deposited(drafts: Drafts, number: str) -> None:
    """The day of a payment was put right in Clio after the payment had been deposited."""
    who, amount = drafts.draw.person(), _fee(drafts)
    funds: Doc = {"DepositToAccountRef": drafts.reference("Account", UNDEPOSITED)}
    drafts.paper(
        "Payment",
        drafts.ago(9),
        key="payment there",
        CustomerRef=drafts.customer(who),
        TotalAmt=amount,
        LinkedTxn=[{"TxnId": "@deposit there", "TxnType": "Deposit"}],
        **funds,
    )
    line: Doc = {
        "Amount": amount,
        "LinkedTxn": [{"TxnId": "@payment there", "TxnType": "Payment"}],
        "DetailType": "DepositLineDetail",
        "DepositLineDetail": {"AccountRef": drafts.reference("Account", UNDEPOSITED)},
    }
    other = line | {"Amount": drafts.draw.amount(100, 300), "LinkedTxn": []}
    into: Doc = {"DepositToAccountRef": drafts.reference("Account", CHECKING)}
    drafts.paper("Deposit", drafts.ago(8), key="deposit there", Line=[line, other], **into)
    over = amount, drafts.ago(10)
    entry(drafts, "payment_deposited", Kind.PAYMENT, who, over, number=number, replaces="payment there")


def _interest_charge(drafts: Drafts, number: str) -> None:
    drafts.sale("Invoice", number, drafts.draw.person(), drafts.draw.amount(300, 800), drafts.ago(16))
    over = drafts.draw.amount(12, 60), drafts.ago(3)
    entry(drafts, "interest_charge", Kind.INTEREST, drafts.draw.person(), over, number=number)


def _purchase_side(drafts: Drafts) -> None:
    """A court fee by check, whose number an older check has."""
    number = str(7000 + drafts.first_number)
    bank: Doc = {"AccountRef": drafts.reference("Account", CHECKING), "PaymentType": "Check"}
    costs: Doc = {
        "Amount": drafts.draw.amount(40, 90),
        "DetailType": "AccountBasedExpenseLineDetail",
        "AccountBasedExpenseLineDetail": {"AccountRef": drafts.reference("Account", "Client costs")},
    }
    drafts.paper("Purchase", drafts.ago(30), DocNumber=number, Line=[costs], **bank)
    over = drafts.draw.amount(100, 250), drafts.ago(4)
    entry(drafts, "purchase_side", Kind.DISBURSEMENT, drafts.draw.person(), over, number=number)


def _credit_note(drafts: Drafts) -> None:
    """Dated in the closed period; Clio gives credit notes no number."""
    over = drafts.draw.amount(60, 180), drafts.closed
    entry(drafts, "credit_note", Kind.CREDIT_NOTE, drafts.draw.person(), over)


def _trust_request(drafts: Drafts) -> None:
    """QuickBooks' next journal number is one that somebody keyed by hand."""
    number = str(drafts.first_number // 50)
    amount = drafts.draw.amount(20, 90)
    lines = [_side(drafts, "Debit", "Office Supplies", amount), _side(drafts, "Credit", CHECKING, amount)]
    note = "Correction, keyed by hand"
    drafts.paper("JournalEntry", drafts.ago(18), key="journal there", DocNumber=number, PrivateNote=note, Line=lines)
    over = drafts.draw.amount(1500, 2500), drafts.ago(5)
    trust(drafts, "trust_request", drafts.draw.person(), over, number)


def _side(drafts: Drafts, posting: str, account: str, amount: Decimal) -> Doc:
    detail = {"PostingType": posting, "AccountRef": drafts.reference("Account", account)}
    return {"Amount": amount, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}


def _fee(drafts: Drafts) -> Decimal:
    return drafts.draw.amount(400, 2600)
