"""The ten ways in which a bill of the firm can't post, each with the papers that stand in its way."""

from datetime import date
from decimal import Decimal

from untwin.sample.clio.desk import TRUST_BANK, TRUST_LIABILITY, Client, TrustRequest
from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.setup import TRUST_ITEM
from untwin.sample.quickbooks.kinds.entity import Doc

ANCHOR = "unrelated_credit_memo"


def write_scenarios(drafts: Drafts) -> None:
    """Adds the papers, bills and expectations of all ten."""
    numbers = iter(range(drafts.first_number, drafts.first_number + 20, 2))
    _unrelated_credit_memo(drafts, next(numbers))
    _unrelated_invoice(drafts, next(numbers))
    _same_after_lost_answer(drafts, next(numbers))
    _same_under_another_number(drafts, next(numbers))
    _closed_books(drafts, next(numbers))
    _trust_journal(drafts, next(numbers))
    _two_documents(drafts, next(numbers))
    _too_little_known(drafts, next(numbers))
    _nothing_found(drafts, next(numbers))
    _trust_sales_receipt(drafts, next(numbers))


def _unrelated_credit_memo(drafts: Drafts, number: int) -> None:
    holder, waiting, owed = drafts.draw.person(), drafts.draw.person(), drafts.draw.amount(900, 1900)
    amount = drafts.draw.amount(50, 140)
    if number == 1234:
        # The story that Clio's help page and ours tell.
        holder, waiting = "Ortega, Luis", "Smith, Anna"
        amount, owed = drafts.draw.keep(Decimal("85.00")), drafts.draw.keep(Decimal("1240.00"))
    day = _third_of_september(drafts)
    drafts.sale("CreditMemo", str(number), holder, amount, day, key=ANCHOR, about="Courtesy credit")
    # The number that would be suggested first is taken.
    other, fee = drafts.draw.person(), drafts.draw.amount(200, 400)
    drafts.sale("CreditMemo", f"CM-{number}", other, fee, drafts.ago(63), about="Courtesy credit")
    drafts.waits(ANCHOR, drafts.bill(str(number), waiting, owed, drafts.ago(6)))


def _unrelated_invoice(drafts: Drafts, number: int) -> None:
    holder, waiting, other = (drafts.draw.person() for _ in range(3))
    drafts.sale("Invoice", str(number), holder, drafts.draw.amount(300, 600), drafts.ago(34))
    # A stored trailing blank: found by LIKE, not by =, and in the way of a first suggestion.
    drafts.sale("Invoice", f"INV-{number} ", other, drafts.draw.amount(200, 700), drafts.ago(55))
    bill = drafts.bill(str(number), waiting, drafts.draw.amount(700, 900), drafts.ago(7), suffixed=True)
    drafts.waits("unrelated_invoice", bill)


def _same_after_lost_answer(drafts: Drafts, number: int) -> None:
    total = drafts.draw.amount(1900, 2600)
    bill = drafts.bill(str(number), drafts.draw.person(), total, drafts.ago(8), loses_answer=True)
    drafts.waits("same_after_lost_answer", bill)


def _same_under_another_number(drafts: Drafts, number: int) -> None:
    holder, waiting, total = drafts.draw.person(), drafts.draw.person(), drafts.draw.amount(2700, 3400)
    drafts.sale(
        "SalesReceipt", str(number), holder, drafts.draw.amount(60, 160), drafts.ago(29), **_undeposited(drafts)
    )
    bill = drafts.bill(str(number), waiting, total, drafts.ago(9))
    about = f"Legal services, matter {bill.matter}"
    note = f"Keyed by hand, matter {bill.matter}"
    # The very same sale, keyed by hand two days later under a number of the firm's own.
    drafts.sale("Invoice", f"M-{number + 500}", waiting, total, drafts.ago(7), about=about, PrivateNote=note)
    drafts.waits("same_under_another_number", bill)


def _closed_books(drafts: Drafts, number: int) -> None:
    holder, waiting = drafts.draw.person(), drafts.draw.person()
    # Dated on the closing date itself, which is closed.
    drafts.sale("Invoice", str(number), holder, drafts.draw.amount(150, 500), drafts.closed)
    bill = drafts.bill(str(number), waiting, drafts.draw.amount(1000, 1500), drafts.ago(10))
    drafts.waits("closed_books", bill)


def _trust_journal(drafts: Drafts, number: int) -> None:
    amount, asked = drafts.draw.amount(400, 900), drafts.draw.amount(1500, 2500)
    number_text = f"TR-{number}"
    lines = [
        _side("Debit", drafts.reference("Account", TRUST_BANK), amount),
        _side("Credit", drafts.reference("Account", TRUST_LIABILITY), amount),
    ]
    note = "Trust deposit, keyed by hand"
    drafts.paper("JournalEntry", drafts.ago(26), DocNumber=number_text, PrivateNote=note, Line=lines)
    who = drafts.draw.person()
    drafts.customer(who)
    trust = TrustRequest(number_text, drafts.ago(5), asked, Client(88_101, who, who), f"00030-{who.partition(',')[0]}")
    drafts.trust.append(trust)
    drafts.waits("trust_journal", trust)


def _two_documents(drafts: Drafts, number: int) -> None:
    first, second, waiting = (drafts.draw.person() for _ in range(3))
    mailed = {"EmailStatus": "EmailSent", "BillEmail": {"Address": "client@example.invalid"}}
    drafts.sale("Invoice", str(number), first, drafts.draw.amount(300, 800), drafts.ago(41), **mailed)
    drafts.sale("CreditMemo", str(number), second, drafts.draw.amount(50, 140), drafts.ago(38))
    bill = drafts.bill(str(number), waiting, drafts.draw.amount(1300, 2200), drafts.ago(7), suffixed=True)
    drafts.waits("two_documents_on_one_number", bill)


def _too_little_known(drafts: Drafts, number: int) -> None:
    holder, waiting, fee = drafts.draw.person(), drafts.draw.person(), drafts.draw.amount(300, 500)
    about = "Monthly retainer"
    drafts.sale("Invoice", str(number), holder, fee, drafts.ago(14), about=about)
    bill = drafts.bill(str(number), waiting, fee, drafts.ago(11))
    drafts.waits("too_little_known", bill)
    # The same fee of other clients, months ago: neither this sale nor its twin.
    other = drafts.draw.person()
    for month, days in enumerate((80, 88, 96)):
        drafts.sale("Invoice", f"R-{number + month}", other, fee, drafts.ago(days), about=about)


def _nothing_found(drafts: Drafts, number: int) -> None:
    holder, waiting = drafts.draw.person(), drafts.draw.person()
    drafts.sale("Invoice", str(number), holder, drafts.draw.amount(100, 300), drafts.ago(20), key="nothing_found")
    drafts.vanishing.append("nothing_found")
    bill = drafts.bill(str(number), waiting, drafts.draw.amount(900, 1700), drafts.ago(6))
    drafts.waits("nothing_found", bill)


def _trust_sales_receipt(drafts: Drafts, number: int) -> None:
    holder, waiting = drafts.draw.person(), drafts.draw.person()
    bank = drafts.reference("Account", TRUST_BANK)
    amount = drafts.draw.amount(1000, 2000)
    more = {"item": TRUST_ITEM, "about": "Retainer into trust", "DepositToAccountRef": bank}
    drafts.sale("SalesReceipt", str(number), holder, amount, drafts.ago(24), **more)
    bill = drafts.bill(str(number), waiting, drafts.draw.amount(600, 1600), drafts.ago(8))
    drafts.waits("trust_sales_receipt", bill)


def _third_of_september(drafts: Drafts) -> date:
    """The day of the well-known story where it is open and past, else about as long ago as it usually is."""
    day = date(drafts.today.year, 9, 3)
    return day if drafts.closed < day < drafts.ago(12) else drafts.ago(45)


def _side(posting: str, account: Doc, amount: Decimal) -> Doc:
    detail = {"PostingType": posting, "AccountRef": account}
    return {"Amount": amount, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}


def _undeposited(drafts: Drafts) -> Doc:
    return {"DepositToAccountRef": drafts.reference("Account", "Undeposited Funds")}
