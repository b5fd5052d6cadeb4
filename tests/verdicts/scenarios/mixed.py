"""Rules 5 to 10 in combination, told before the code was looked at: makers, gaps in the search, what waits, holders."""

from dataclasses import replace
from typing import Any

from verdicts.ledger import CHECKING, HELD, RENT, TRUST_BANK
from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, TRUST, PURCHASE, OWNED = V.SAME_DOCUMENT, V.JOURNAL_OR_TRUST, V.PURCHASE_SIDE, V.OWNED_BY_SOURCE
UNKNOWN, PREFIX, NONE = V.UNKNOWN, V.PREFIX_CONTINUED, V.NONE_FOUND
NUMBER, TESSA, TOTAL, MATTER = "70216", "Marchetti, Tessa", "655.40", "T-3390"
WAITS = Bill(TESSA, TOTAL, matter=MATTER, back=38)
AT: dict[str, Any] = {"number": NUMBER, "waiting": WAITS}
STRANGE = doc("CreditMemo", NUMBER, "Greenhollow Farm", "118.00", -17, "Copies", named=True)
INVOICE = STRANGE.but(entity="Invoice")
ITSELF = doc("Invoice", NUMBER, TESSA, TOTAL, 1, f"Deed of sale, {MATTER}", named=True)
SALE = ITSELF.but(number="B-9", named=False)
JOURNAL = doc("JournalEntry", NUMBER, "", "55.00", -9, accounts=(RENT, CHECKING))
VENDOR = doc("Bill", NUMBER, "", "41.00", -9)
THEIRS = Rec(NUMBER, "Greenhollow Farm", "118.00", -17)
MARK = ({"DefinitionId": "2", "Name": "HubSpot Invoice ID", "Type": "StringType", "StringValue": "9911300211"},)
ONLY_TOTAL = replace(WAITS, gap=("customer", "date", "references"))
CREDIT = replace(WAITS, kind="credit_note")
CLIENT = replace(WAITS, client_id="88213")
GIVEN = doc("CreditMemo", "B-9", TESSA, TOTAL, 1, f"Credit for {MATTER}")
NOT_ALL: dict[str, Any] = {"every_type_read": False}


def waits(**more: Any) -> dict[str, Any]:
    """The waiting document with changes, and its number."""
    return {"number": NUMBER, "waiting": replace(WAITS, **more)}


TABLE = (
    # several holders of different kinds
    Scenario(name="mixed: the bill itself, voided, beside a stranger's", right=OPEN, **AT,
             books=(STRANGE, ITSELF.but(named=False, voided=True))),
    Scenario(name="mixed: a voided journal entry beside a stranger's", right=(TRUST,), **AT,
             books=(STRANGE, JOURNAL.but(voided=True))),
    Scenario(name="mixed: a sub-customer's of another amount beside a stranger's", right=OPEN, **AT,
             people=(Person(TESSA), Person("Lake house", parent=TESSA)),
             books=(STRANGE, INVOICE.but(who="Lake house", named=False))),
    Scenario(name="mixed: the bill itself, voided, and a purchase order", right=(PURCHASE,), **AT,
             books=(ITSELF.but(voided=True), VENDOR.but(entity="PurchaseOrder"))),
    Scenario(name="mixed: the customer's credit memo of another amount, and a stranger's invoice", right=OPEN, **AT,
             books=(STRANGE.but(who=TESSA), INVOICE.but(named=False))),
    Scenario(name="mixed: one of the source, a check, and one of a like name", right=(OWNED,), **AT, listed=(THEIRS,),
             books=(INVOICE, VENDOR.but(entity="Purchase"), STRANGE.but(who="Marchetti, T.", named=False))),
    Scenario(name="mixed: one of the source, and the sale under another number", right=(SAME,), **AT,
             listed=(THEIRS,), books=(INVOICE, SALE)),
    Scenario(name="mixed: a stranger's receipt paid into the trust bank, and one of the source", right=(TRUST,), **AT,
             listed=(THEIRS,), books=(INVOICE, STRANGE.but(entity="SalesReceipt", who="Bell, Arthur", named=False,
                                                          more=(("deposit_to", TRUST_BANK),)))),
    Scenario(name="mixed: booked twice already, under the number and under another", right=(SAME,), **AT,
             books=(ITSELF, SALE)),
    Scenario(name="mixed: the named one is deleted, a stranger's has the number now", right=(*FREE, *OPEN), **AT,
             books=(STRANGE.but(deleted=True), INVOICE.but(who="Bell, Arthur", amount="12.00", named=False))),
    Scenario(name="mixed: the named one is deleted, the sale stands under another number", right=(SAME,), **AT,
             books=(STRANGE.but(deleted=True), SALE)),
    Scenario(name="mixed: the named one is voided, and money of the sum waits", right=OPEN, **AT,
             books=(STRANGE.but(voided=True), doc("Payment", None, TESSA, TOTAL, 4))),
    Scenario(name="mixed: a stranger's refund receipt and estimate, and the customer's deposit of the sum",
             right=OPEN, **AT,
             books=(STRANGE.but(entity="RefundReceipt"),
                    STRANGE.but(entity="Estimate", who="Bell, Arthur", amount="77.00", named=False),
                    doc("Deposit", None, TESSA, TOTAL, 6))),
    # what can't be read
    Scenario(name="mixed: a holder without a total, and a journal entry", right=(TRUST,), **AT,
             books=(STRANGE.but(more=(("lacks", "TotalAmt"),)), JOURNAL)),
    Scenario(name="mixed: a holder without a customer, and a vendor's bill", right=(PURCHASE,), **AT,
             books=(STRANGE.but(more=(("lacks", "CustomerRef"),)), VENDOR)),
    Scenario(name="mixed: a holder without its lines: nobody knows whether trust is in them", right=OPEN, **AT,
             books=(STRANGE.but(more=(("lacks", "Line"),)),)),
    Scenario(name="mixed: the bill itself without a customer", right=OPEN, **AT,
             books=(ITSELF.but(more=(("lacks", "CustomerRef"),)),)),
    Scenario(name="mixed: one type can't be read, a stranger's has the number", right=OPEN, **AT, **NOT_ALL,
             books=(STRANGE,)),
    Scenario(name="mixed: one type can't be read, nothing else has the number", right=OPEN, **AT, **NOT_ALL),
    Scenario(name="mixed: one type can't be read, a journal entry has the number", right=(TRUST,), **AT, **NOT_ALL,
             books=(STRANGE, JOURNAL)),
    Scenario(name="mixed: one type can't be read, a vendor's bill has the number", right=(PURCHASE,), **AT, **NOT_ALL,
             books=(STRANGE, VENDOR)),
    Scenario(name="mixed: one type can't be read, the source lists the holder", right=(OWNED,), **AT, **NOT_ALL,
             books=(INVOICE,), listed=(THEIRS,)),
    Scenario(name="mixed: one type can't be read, the bill itself has the number", right=(SAME, UNKNOWN), **AT,
             **NOT_ALL, books=(ITSELF,)),
    Scenario(name="mixed: the search was cut short, but it came upon the sale", right=(SAME, UNKNOWN), **AT,
             books=(STRANGE, SALE), nearby_whole=False),
    Scenario(name="mixed: neither list nor search is whole, a person says that it was made by hand", right=OPEN, **AT,
             books=(STRANGE.but(by_hand=True),), nearby_whole=False, listed_whole=False),
    # only a total is known
    Scenario(name="mixed: only a total, a stranger's has the number", right=OPEN, number=NUMBER, waiting=ONLY_TOTAL,
             books=(STRANGE,)),
    Scenario(name="mixed: only a total, and one of it has the number", right=OPEN, number=NUMBER, waiting=ONLY_TOTAL,
             books=(ITSELF,)),
    Scenario(name="mixed: only a total, nothing has the number", right=OPEN, number=NUMBER, waiting=ONLY_TOTAL),
    Scenario(name="mixed: only a total, a sale of it is near", right=OPEN, number=NUMBER, waiting=ONLY_TOTAL,
             books=(STRANGE, SALE)),
    Scenario(name="mixed: only a total, a journal entry has the number", right=(TRUST,), number=NUMBER,
             waiting=ONLY_TOTAL, books=(JOURNAL.but(named=True),)),
    Scenario(name="mixed: only a total, a person says that the stranger's was made by hand", right=OPEN,
             number=NUMBER, waiting=ONLY_TOTAL, books=(STRANGE.but(by_hand=True),), listed_whole=False),
    # two apps feed the company
    Scenario(name="mixed: the other app has the number for the holder's customer, over another amount",
             right=(OWNED, UNKNOWN), **AT, books=(INVOICE,), other=(Rec(NUMBER, "Greenhollow Farm", "120.00", -17),)),
    Scenario(name="mixed: the other app posted the sale under its own number", right=(SAME, UNKNOWN), **AT,
             books=(STRANGE, SALE), other=(Rec("B-9", TESSA, TOTAL, 1),)),
    Scenario(name="mixed: the other app posted a sale of the sum for other work", right=OPEN, **AT,
             books=(STRANGE, SALE.but(about="Website care")), other=(Rec("B-9", TESSA, TOTAL, 1),)),
    Scenario(name="mixed: both lists lack it, but a field of its own names HubSpot", right=(OWNED,), **AT, other=(),
             books=(INVOICE.but(more=(("CustomField", MARK),)),)),
    Scenario(name="mixed: the other app lists the credit memo", right=(OWNED,), **AT, books=(STRANGE,),
             other=(Rec(NUMBER, "Greenhollow Farm", "118.00", -17, credit=True),)),
    Scenario(name="mixed: the other app lists a bill like the credit memo", right=(UNKNOWN, OWNED), **AT,
             books=(STRANGE,), other=(THEIRS,)),
    Scenario(name="mixed: the other app can't be read, the first lists the holder", right=(OWNED,), **AT,
             books=(INVOICE,), listed=(THEIRS,), other=(), other_whole=False),
    Scenario(name="mixed: the other app can't be read, a journal entry has the number", right=(TRUST,), **AT,
             books=(STRANGE, JOURNAL), other=(), other_whole=False),
    Scenario(name="mixed: the other app can't be read, the bill itself has the number", right=(SAME,), **AT,
             books=(ITSELF,), other=(), other_whole=False),
    Scenario(name="mixed: the other app's series goes on by hand", right=(PREFIX, V.UNRELATED), number="HUB-31",
             waiting=WAITS, books=(STRANGE.but(number="HUB-31"),), other=(Rec("HUB-30", TESSA, "9.00", -9),)),
    Scenario(name="mixed: the app's series goes on, its list was cut short, nobody has said", right=OPEN,
             number="HUB-31", waiting=WAITS, books=(STRANGE.but(number="HUB-31"),), listed_whole=False,
             listed=(Rec("HUB-30", TESSA, "9.00", -9),)),
    Scenario(name="mixed: made by hand, a person says, and the sale may stand under another number", right=OPEN, **AT,
             books=(STRANGE.but(by_hand=True), SALE.but(about="Fees", days=-9)), listed_whole=False),
    Scenario(name="mixed: the source lists the number for a like name, over another amount", right=OPEN, **AT,
             books=(INVOICE.but(who="Lakeside Sons Construction LLP"),),
             listed=(Rec(NUMBER, "Lakeside Valley Holdings Corp.", "316.60", 5),)),
    # what failed is not a bill
    Scenario(name="mixed: a credit note, its credit memo is near", right=(SAME,), number=NUMBER, waiting=CREDIT,
             books=(INVOICE, GIVEN)),
    Scenario(name="mixed: a credit note, a credit memo without a word is near", right=OPEN, number=NUMBER,
             waiting=CREDIT, books=(INVOICE, GIVEN.but(about=""))),
    Scenario(name="mixed: a credit note, the customer's bill of another amount has the number", right=OPEN,
             number=NUMBER, waiting=CREDIT, books=(ITSELF.but(amount="900.00"),)),
    Scenario(name="mixed: a credit note, a stranger's and a journal entry have the number", right=(TRUST,),
             number=NUMBER, waiting=CREDIT, books=(INVOICE, JOURNAL)),
    Scenario(name="mixed: an interest charge, the customer's bill has its number", right=OPEN,
             **waits(kind="interest_charge", total="9.83"), books=(ITSELF,)),
    Scenario(name="mixed: an interest charge, it is there under another number", right=(SAME, UNKNOWN),
             **waits(kind="interest_charge", total="9.83"),
             books=(STRANGE, SALE.but(amount="9.83", about=f"Interest, {MATTER}"))),
    Scenario(name="mixed: a trust request, a check on the trust bank beside a stranger's", right=(TRUST,),
             **waits(kind="trust_transaction"),
             books=(STRANGE, VENDOR.but(entity="Purchase", more=(("bank", TRUST_BANK),)))),
    Scenario(name="mixed: a trust request, money of the sum waits to be applied", right=OPEN,
             **waits(kind="trust_transaction"), books=(STRANGE, doc("Payment", None, TESSA, TOTAL, 2))),
    Scenario(name="mixed: nobody knows what failed, one that is voided has the number", right=OPEN,
             **waits(kind="unknown"), books=(STRANGE.but(voided=True),)),
    Scenario(name="mixed: a deleted bill, a journal entry has the number", right=(TRUST,), **waits(state="deleted"),
             books=(JOURNAL.but(named=True),), state="no_longer_needed"),
    # Clio's own marks
    Scenario(name="mixed: the very client by Clio's mark, under another number", right=(SAME,), number=NUMBER,
             waiting=CLIENT, people=(Person(f"{TESSA} Clio 88213"),),
             books=(STRANGE, SALE.but(who=f"{TESSA} Clio 88213"))),
    Scenario(name="mixed: a client of the name and another mark has the number", right=OPEN, number=NUMBER,
             waiting=CLIENT, people=(Person(f"{TESSA} Clio 88213"),),
             books=(STRANGE.but(who=f"{TESSA} Clio 90001"),)),
    Scenario(name="mixed: a client of the name and another mark has all of the bill", right=OPEN, number=NUMBER,
             waiting=CLIENT, people=(Person(f"{TESSA} Clio 88213"),),
             books=(STRANGE, SALE.but(who=f"{TESSA} Clio 90001"))),
    # numbers and types as they are written
    Scenario(name="mixed: the text calls an invoice Facture", right=FREE, **AT,
             books=(INVOICE.but(more=(("named_as", "Invoice"),)),)),
    Scenario(name="mixed: a vendor's bill has the number in small letters and with a blank", right=(PURCHASE,),
             number="INV-70216", waiting=WAITS,
             books=(STRANGE.but(number="INV-70216"), VENDOR.but(number="inv-70216 "))),
    Scenario(name="mixed: a customer's held funds under the number, and the sale near", right=(SAME,), **AT,
             books=(STRANGE.but(entity="SalesReceipt", more=(("account", HELD),)), SALE)),
)  # fmt: skip
