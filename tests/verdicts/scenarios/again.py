"""A second round by the letter, told after the first was mended: parts and money, estimates, words, odd holders."""

from dataclasses import replace
from typing import Any

from verdicts.ledger import CHECKING, RENT, TRUST_BANK
from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, NONE, TRUST = (V.SAME_DOCUMENT,), (V.NONE_FOUND,), (V.JOURNAL_OR_TRUST,)
PURCHASE, OWNED = (V.PURCHASE_SIDE,), (V.OWNED_BY_SOURCE,)
NUMBER, MINA, TOTAL, MATTER = "C-0512", "Halvorsen, Mina", "940.00", "44107-Halvorsen"
WAITS = Bill(MINA, TOTAL, matter=MATTER, back=70)
AT: dict[str, Any] = {"number": NUMBER, "waiting": WAITS}
HOLDS = doc("SalesReceipt", NUMBER, "Tamarind Print Shop", "36.75", 6, "Binding", named=True)
ITSELF = doc("Invoice", NUMBER, MINA, TOTAL, -2, f"Advice on the lease, {MATTER}", named=True)
SALE = ITSELF.but(number="9001", named=False)
PAID = doc("Payment", None, MINA, "470.00", 3)
BANKED = doc("Deposit", None, MINA, "470.00", 3)
BILL = doc("Bill", NUMBER, "", "88.00", -9)
CHECK = doc("Purchase", NUMBER, "", "17.00", -9)
BOOK = doc("JournalEntry", NUMBER, "", "12.00", -9, accounts=(RENT, CHECKING))
QUOTE = doc("Estimate", NUMBER, "Okoye, Ifeoma", "3100.00", -20, "Offer")
MANY = ("11.10", "23.45", "31.07", "57.90", "61.15", "79.33", "83.21", "97.02", "104.50", "118.80", "131.64", "149.99")


def own_customer(**more: Any) -> Bill:
    """The waiting document of somebody, with changes."""
    return replace(WAITS, **more)


TABLE = (
    # money in parts
    Scenario(name="1 the same payment, and its own deposit", right=FREE, **AT,
             books=(HOLDS, PAID, doc("Deposit", None, "", "5.00", 5, beside=(("a payment", "470.00"),)))),
    Scenario(name="1 two halves, one of them a deposit", right=OPEN, **AT, books=(HOLDS, PAID, BANKED.but(days=20))),
    Scenario(name="1 two halves, one of them ten weeks off", right=FREE, **AT, books=(HOLDS, PAID, PAID.but(days=69))),
    Scenario(name="1 two halves, both seven weeks off", right=OPEN, **AT,
             books=(HOLDS, PAID.but(days=49), PAID.but(days=-49))),
    Scenario(name="1 two halves, one on a sub-customer", right=OPEN, **AT,
             people=(Person(MINA), Person("Cabin", parent=MINA)), books=(HOLDS, PAID, PAID.but(who="Cabin"))),
    Scenario(name="1 two halves, one on the parent", right=OPEN, **AT,
             people=(Person("Fjord House"), Person(MINA, parent="Fjord House")),
             books=(HOLDS, PAID, PAID.but(who="Fjord House"))),
    Scenario(name="1 five payments that come to the sum", right=(*FREE, *OPEN), **AT,
             books=(HOLDS, *(PAID.but(amount="188.00", days=d) for d in (1, 4, 8, 12, 16)))),
    Scenario(name="1 a quarter four times", right=OPEN, **AT,
             books=(HOLDS, *(PAID.but(amount="235.00", days=d) for d in (1, 4, 8, 12)))),
    Scenario(name="1 a dozen small payments that come to nothing like it", right=FREE, **AT,
             books=(HOLDS, *(PAID.but(amount=a, days=n) for n, a in enumerate(MANY[:6])))),
    Scenario(name="1 half of it, and nothing else", right=FREE, **AT, books=(HOLDS, PAID)),
    Scenario(name="1 halves, and the very sale beside them", right=(*SAME, *OPEN), **AT,
             books=(HOLDS, PAID, PAID.but(days=9), SALE)),
    Scenario(name="1 halves, nothing has the number, the list isn't whole", right=OPEN, **AT,
             books=(PAID, PAID.but(days=9)), listed_whole=False),
    Scenario(name="1 a credit note waits, two payments come to the sum", right=FREE, number=NUMBER,
             waiting=own_customer(kind="credit_note"), books=(HOLDS, PAID, PAID.but(days=9))),
    Scenario(name="1 an interest charge waits, two payments come to the sum", right=OPEN, number=NUMBER,
             waiting=own_customer(kind="interest_charge"), books=(HOLDS, PAID, PAID.but(days=9))),
    Scenario(name="4 three invoices come to the sum, the source lists two of them", right=FREE, **AT,
             books=(HOLDS, SALE.but(amount="300.00", about="A"), SALE.but(number="9002", amount="340.00", about="B"),
                    SALE.but(number="9003", amount="300.00", about="C", days=5)),
             listed=(Rec("9001", MINA, "300.00", -2), Rec("9002", MINA, "340.00", -2))),
    Scenario(name="4 two receipts come to the sum", right=OPEN, **AT,
             books=(HOLDS, SALE.but(entity="SalesReceipt", amount="500.00", about="A"),
                    SALE.but(entity="SalesReceipt", number="9002", amount="440.00", about="B"))),
    # estimates
    Scenario(name="6 a stranger's estimate alone has it, the text names nothing", right=FREE, **AT, books=(QUOTE,)),
    Scenario(name="6 the customer's own estimate of the sum alone has it", right=OPEN, **AT,
             books=(QUOTE.but(who=MINA, amount=TOTAL),)),
    Scenario(name="6 a stranger's estimate and a vendor's bill", right=PURCHASE, **AT, books=(QUOTE, BILL)),
    Scenario(name="6 a stranger's estimate and a journal entry", right=TRUST, **AT, books=(QUOTE, BOOK)),
    Scenario(name="6 a stranger's estimate beside a stranger's receipt, nobody knows who made the estimate",
             right=OPEN, **AT, books=(HOLDS.but(by_hand=True), QUOTE), listed_whole=False),
    Scenario(name="6 a stranger's estimate beside a stranger's receipt, a person has said of both", right=FREE, **AT,
             books=(HOLDS.but(by_hand=True), QUOTE.but(by_hand=True)), listed_whole=False),
    Scenario(name="6 an estimate of a like name beside a stranger's receipt", right=OPEN, **AT,
             books=(HOLDS, QUOTE.but(who="Halvorsen, M."))),
    Scenario(name="6 the bill itself beside an estimate of it", right=SAME, **AT,
             books=(ITSELF, QUOTE.but(who=MINA, amount=TOTAL))),
    Scenario(name="1 an estimate of the sum, turned into the invoice that is the sale", right=SAME, **AT,
             books=(HOLDS, SALE, QUOTE.but(number="E-3", who=MINA, amount=TOTAL,
                                           more=(("TxnStatus", "Closed"), ("converted", "9001"))))),
    # the worst wins, with gaps
    *(
        Scenario(name=f"6 {words} beside a stranger's, the waiting {gap} is not known", right=right, number=NUMBER,
                 waiting=own_customer(gap=(gap,)), books=(HOLDS, other))
        for words, other, right in (("a check", CHECK, PURCHASE), ("a journal entry", BOOK, TRUST))
        for gap in ("customer", "total", "date")
    ),
    *(
        Scenario(name=f"6 a vendor's bill beside a stranger's, what failed is a {kind.replace('_', ' ')}",
                 right=PURCHASE, number=NUMBER, waiting=own_customer(kind=kind), books=(HOLDS, BILL))
        for kind in ("unknown", "payment", "credit_note", "interest_charge", "trust_transaction")
    ),
    Scenario(name="6 a bill, an order and a check beside a stranger's, somebody has said it of all", right=FREE, **AT,
             books=(HOLDS, BILL.but(own_number=True), CHECK.but(own_number=True),
                    BILL.but(entity="PurchaseOrder", own_number=True))),
    Scenario(name="6 said of all but one", right=PURCHASE, **AT,
             books=(HOLDS, BILL.but(own_number=True), CHECK, BILL.but(entity="PurchaseOrder", own_number=True))),
    Scenario(name="6 said of a vendor's bill beside a stranger's of the very amount", right=OPEN, **AT,
             books=(HOLDS.but(amount=TOTAL), BILL.but(own_number=True))),
    Scenario(name="6 said of a vendor's bill, the search was cut short", right=OPEN, **AT,
             books=(HOLDS, BILL.but(own_number=True)), nearby_whole=False),
    Scenario(name="6 said of a vendor's bill, halves of the sum are near", right=OPEN, **AT,
             books=(HOLDS, BILL.but(own_number=True), PAID, PAID.but(days=9))),
    Scenario(name="6 said of a vendor's bill beside one of the source", right=OWNED, **AT,
             books=(HOLDS.but(entity="Invoice"), BILL.but(own_number=True)),
             listed=(Rec(NUMBER, "Tamarind Print Shop", "36.75", 6),)),
    Scenario(name="6 said of a vendor's bill, and that is all there is, the search was cut short", right=OPEN, **AT,
             books=(BILL.but(own_number=True),), nearby_whole=False),
    Scenario(name="6 a check on the trust bank alone", right=TRUST, **AT,
             books=(CHECK.but(named=True, more=(("bank", TRUST_BANK),)),)),
    Scenario(name="6 the very sale on a trust account, under its number", right=(*TRUST, *SAME), **AT,
             books=(ITSELF.but(more=(("account", "Client Trust Liability"),)),)),
    # names
    Scenario(name="3 the sub-customer of a company by its short name, another amount", right=OPEN, number=NUMBER,
             waiting=own_customer(customer="National Rail Museum"),
             people=(Person("NRM"), Person("Gift shop", parent="NRM")), books=(HOLDS.but(who="NRM"),)),
    Scenario(name="3 a short name in small letters is a name like others", right=FREE, number=NUMBER,
             waiting=own_customer(customer="Nora Rask Møller"), books=(HOLDS.but(who="Tamarind Print Shop"),)),
    Scenario(name="3 Saint and St. with nothing else in common", right=(*FREE, *OPEN), number=NUMBER,
             waiting=own_customer(customer="St. Olave Guild"), books=(HOLDS.but(who="Saint Brigid School"),)),
    Scenario(name="3 a short name proves nothing, though all else agrees", right=OPEN, number=NUMBER,
             waiting=own_customer(customer="National Rail Museum"), books=(ITSELF.but(who="NRM"),)),
    Scenario(name="3 the exact short name proves the customer", right=SAME, number=NUMBER,
             waiting=own_customer(customer="NRM"), books=(ITSELF.but(who="NRM"),)),
    Scenario(name="3 a short name and the e-mail", right=SAME, number=NUMBER,
             waiting=own_customer(customer="National Rail Museum", email="ap@nrm.invalid"),
             people=(Person("NRM", email="ap@nrm.invalid"),), books=(ITSELF.but(who="NRM"),)),
    # credit notes
    Scenario(name="8 a credit note that is there, in its memo the matter", right=SAME, number=NUMBER,
             waiting=own_customer(kind="credit_note"),
             books=(ITSELF.but(entity="CreditMemo", about=f"Credit memo on {MATTER}"),)),
    Scenario(name="8 a credit note, a credit of half a bill of that matter", right=OPEN, number=NUMBER,
             waiting=own_customer(kind="credit_note"),
             books=(ITSELF.but(entity="CreditMemo", about=f"Credit of part 1 of 2, {MATTER}"),)),
    Scenario(name="8 a bill waits, its words speak of a credit", right=OPEN, **AT,
             books=(ITSELF.but(about=f"After credit, {MATTER}"),)),
)  # fmt: skip
