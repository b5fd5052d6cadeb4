"""Rules 1 to 4 in combination, told before the code was looked at: sums, names, months, money and currencies."""

from dataclasses import replace
from typing import Any

from verdicts.judging import FACTS
from verdicts.ledger import CHECKING, HELD, RENT, TRUST_BANK
from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, TRUST, PURCHASE = V.SAME_DOCUMENT, V.JOURNAL_OR_TRUST, V.PURCHASE_SIDE
UNKNOWN = V.UNKNOWN
NUMBER, OKAFOR, TOTAL, MATTER = "5102", "Okafor Shipping LLC", "1284.60", "OS-771"
WAITS = Bill(OKAFOR, TOTAL, matter=MATTER, back=45)
AT: dict[str, Any] = {"number": NUMBER, "waiting": WAITS}
STRANGE = doc("CreditMemo", NUMBER, "Lindqvist, Petra", "73.15", -12, "Postage", named=True)
ITSELF = doc("Invoice", NUMBER, OKAFOR, TOTAL, 1, f"Customs advice, {MATTER}", named=True)
SALE = ITSELF.but(number="880", named=False)
JOURNAL = doc("JournalEntry", NUMBER, "", "55.00", -9, accounts=(RENT, CHECKING))
VENDOR = doc("Bill", NUMBER, "", "41.00", -9)
MANY_CURRENCIES = replace(FACTS, multicurrency=True)
FEE = Bill(OKAFOR, TOTAL, matter=MATTER, back=45, lines=(("Monthly service, October 2026", TOTAL),))
TAXED = replace(WAITS, lines=(("Advice", "1200.00"), ("Sales tax", "84.60")))
LESS_RETAINER = replace(WAITS, lines=(("Advice", "2000.00"), ("Retainer applied", "-715.40")))
MONTHS = ("880", "870", "860")


def months(listed: int) -> dict[str, Any]:
    """Three earlier months of one fee in the books, of which the source lists so many, the latest ones last."""
    fees = [SALE.but(number=n, days=-30 * (place + 1) + 1, about="Monthly service") for place, n in enumerate(MONTHS)]
    records = [Rec(fee.number, OKAFOR, TOTAL, fee.days) for fee in fees]
    return {"books": (STRANGE, *fees), "listed": tuple(records[len(records) - listed :])}


TABLE = (
    # sums: tax, retainers, discounts, balances, cents
    Scenario(name="tangled: the twin has the total, its tax left out, the bill's own lines tell both",
             right=OPEN, number=NUMBER, waiting=TAXED, books=(STRANGE, SALE.but(amount="1200.00"))),
    Scenario(name="tangled: a stranger's total is what the bill's lines come to before tax",
             right=OPEN, number=NUMBER, waiting=TAXED, books=(STRANGE.but(amount="1200.00"),)),
    Scenario(name="tangled: the twin is booked before the retainer that the bill's own lines take off",
             right=OPEN, number=NUMBER, waiting=LESS_RETAINER, books=(STRANGE, SALE.but(amount="2000.00"))),
    Scenario(name="tangled: the bill itself, taxed in QuickBooks, beside a journal entry", right=(TRUST,), **AT,
             books=(ITSELF.but(more=(("tax", "102.77"),)), JOURNAL)),
    Scenario(name="tangled: a taxed twin beside a journal entry", right=(TRUST,), **AT,
             books=(JOURNAL.but(named=True), SALE.but(more=(("tax", "102.77"),)))),
    Scenario(name="tangled: the bill itself, a cent less, beside a vendor's bill", right=(PURCHASE,), **AT,
             books=(ITSELF.but(amount="1284.59"), VENDOR)),
    Scenario(name="tangled: a stranger's balance after a payment is a cent more than the total", right=OPEN, **AT,
             books=(STRANGE.but(entity="Invoice", amount="2000.00", more=(("paid", "715.39"),)),)),
    Scenario(name="tangled: a stranger's total before a discount is a cent less", right=OPEN, **AT,
             books=(STRANGE.but(entity="Invoice", amount="1284.59", more=(("discount", "200.00"),)),)),
    Scenario(name="tangled: a retainer was taken from a twin of a sub-customer", right=OPEN, **AT,
             people=(Person(OKAFOR), Person("Dock 4", parent=OKAFOR)),
             books=(STRANGE, SALE.but(who="Dock 4", more=(("retainer", "1000.00"),)))),
    Scenario(name="tangled: a tax and a retainer, and before both it is the total", right=OPEN, **AT,
             books=(STRANGE, SALE.but(more=(("retainer", "300.00"), ("tax", "78.77"))))),
    Scenario(name="tangled: the holder is the customer's, with a retainer off it", right=OPEN, **AT,
             books=(ITSELF.but(more=(("retainer", "1000.00"),)),)),
    # names with slips
    *(
        Scenario(name=f"tangled: {words}, another amount, has the number", right=OPEN, **AT,
                 books=(STRANGE.but(who=name),))
        for words, name in (
            ("a letter left out", "Okafor Shiping LLC"),
            ("two letters changed round", "Okafro Shipping LLC"),
            ("a nought for an O", "0kafor Shipping LLC"),
            ("a lost blank", "OkaforShipping LLC"),
            ("the words the other way round", "Shipping Okafor, L.L.C."),
        )
    ),
    Scenario(name="tangled: a letter left out, and all else is the bill's, under another number", right=OPEN, **AT,
             books=(STRANGE, SALE.but(who="Okafor Shiping LLC"))),
    Scenario(name="tangled: two letters changed round, and all else is the bill's, under the number",
             right=OPEN, **AT, books=(ITSELF.but(who="Okafro Shipping LLC"),)),
    Scenario(name="tangled: a letter left out, a stranger beside it, and a journal entry", right=(TRUST,), **AT,
             books=(STRANGE, STRANGE.but(entity="Invoice", who="Okafor Shiping LLC", named=False), JOURNAL)),
    Scenario(name="tangled: a record put away, its name marked deleted, has the sale", right=(UNKNOWN, SAME), **AT,
             people=(Person(OKAFOR), Person(f"{OKAFOR} (deleted)", active=False)),
             books=(STRANGE, SALE.but(who=f"{OKAFOR} (deleted)"))),
    # dates and months
    Scenario(name="tangled: the bill itself, dated a month early", right=OPEN, **AT, books=(ITSELF.but(days=-30),)),
    Scenario(name="tangled: the bill itself, dated a month late, beside a stranger's", right=OPEN, **AT,
             books=(STRANGE, ITSELF.but(days=31, named=False))),
    Scenario(name="tangled: a twin a month off, that names the matter", right=OPEN, **AT,
             books=(STRANGE, SALE.but(days=-31))),
    Scenario(name="tangled: three earlier months, the source lists them all", right=(*FREE, *OPEN), **AT,
             **months(3)),
    Scenario(name="tangled: three earlier months, the source lists two of them", right=OPEN, **AT, **months(2)),
    Scenario(name="tangled: three earlier months and a vendor's bill", right=(PURCHASE,), **AT,
             books=(VENDOR.but(named=True), *months(3)["books"][1:]), listed=months(3)["listed"]),
    Scenario(name="tangled: the fee of the month itself is there", right=(SAME, UNKNOWN), number=NUMBER, waiting=FEE,
             books=(STRANGE, SALE.but(about=f"Monthly service, October 2026, {MATTER}"))),
    Scenario(name="tangled: the fee of that day is for the month before", right=OPEN, number=NUMBER, waiting=FEE,
             books=(STRANGE, SALE.but(about=f"Monthly service, September 2026, {MATTER}"))),
    Scenario(name="tangled: the fee of that day, under the number, is for the month before", right=OPEN,
             number=NUMBER, waiting=FEE,
             books=(ITSELF.but(about=f"Monthly service, September 2026, {MATTER}"),)),
    # money that came in
    Scenario(name="tangled: a payment not applied, on a sub-customer", right=OPEN, **AT,
             people=(Person(OKAFOR), Person("Dock 4", parent=OKAFOR)),
             books=(STRANGE, doc("Payment", None, "Dock 4", TOTAL, 9))),
    Scenario(name="tangled: a payment not applied lies in a deposit with others' money", right=OPEN, **AT,
             books=(STRANGE, doc("Payment", None, OKAFOR, TOTAL, 9),
                    doc("Deposit", None, "Lindqvist, Petra", "90.00", 10, beside=(("a payment", TOTAL),)))),
    Scenario(name="tangled: the customer's deposit into the trust bank", right=OPEN, **AT,
             books=(STRANGE, doc("Deposit", None, OKAFOR, TOTAL, 9, account=TRUST_BANK))),
    Scenario(name="tangled: a payment not applied and a journal entry", right=(TRUST,), **AT,
             books=(JOURNAL.but(named=True), doc("Payment", None, OKAFOR, TOTAL, 9))),
    Scenario(name="tangled: a retainer of that sum was received into trust", right=OPEN, **AT,
             books=(STRANGE, SALE.but(entity="SalesReceipt", about="Retainer", more=(("account", HELD),)))),
    Scenario(name="tangled: a voided twin and a deposit of the sum", right=OPEN, **AT,
             books=(STRANGE, SALE.but(voided=True), doc("Deposit", None, OKAFOR, TOTAL, 9))),
    Scenario(name="tangled: an invoice and a sales receipt come to the two lines of the bill", right=OPEN,
             number=NUMBER, waiting=replace(WAITS, lines=(("Filing", "1000.00"), ("Survey", "284.60"))),
             books=(STRANGE, SALE.but(amount="1000.00", about=f"Filing, {MATTER}"),
                    SALE.but(number="881", entity="SalesReceipt", amount="284.60", about=f"Survey, {MATTER}"))),
    # currencies
    Scenario(name="tangled: the bill itself, but nobody says in which of many currencies it waits", right=OPEN,
             number=NUMBER, waiting=replace(WAITS, currency=None), facts=MANY_CURRENCIES, books=(ITSELF,)),
    Scenario(name="tangled: a stranger's, but nobody says in which of many currencies the bill waits", right=OPEN,
             number=NUMBER, waiting=replace(WAITS, currency=None), facts=MANY_CURRENCIES, books=(STRANGE,)),
    Scenario(name="tangled: a twin in euros, at home a cent off the total", right=OPEN, **AT, facts=MANY_CURRENCIES,
             books=(STRANGE, SALE.but(amount="1180.00", more=(("euros_at", "1.0886"), ("home", "1284.61"))))),
    Scenario(name="tangled: a stranger in euros, at home a cent off, beside a vendor's bill", right=(PURCHASE,), **AT,
             facts=MANY_CURRENCIES,
             books=(STRANGE.but(entity="Invoice", amount="1180.00", more=(("euros_at", "1.0886"), ("home", "1284.61"))),
                    VENDOR)),
    Scenario(name="tangled: the bill waits in Canadian dollars, a twin in American ones", right=OPEN, number=NUMBER,
             waiting=replace(WAITS, currency="CAD"), facts=MANY_CURRENCIES, books=(STRANGE, SALE)),
)  # fmt: skip
