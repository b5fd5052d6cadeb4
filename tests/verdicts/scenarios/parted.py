"""Rule 1 by its parts: who counts as the customer, which figure may be the sale's, how far away, and money received."""

from typing import Any

from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, NONE = (V.SAME_DOCUMENT,), (V.NONE_FOUND,)
EITHER = (*SAME, *OPEN)
BAKE, TOTAL, MATTER = "Juniper Bakehouse LLC", "642.18", "JB-0031"
NUMBER = "7702"
WAITS = Bill(BAKE, TOTAL, matter=MATTER, back=45)
AT: dict[str, Any] = {"number": NUMBER, "waiting": WAITS}
HOLDS = doc("RefundReceipt", NUMBER, "Castellanos, Rosa", "18.40", -12, "Returned copies", named=True)
SALE = doc("Invoice", "8155", BAKE, TOTAL, -1, f"Trademark search {MATTER}")
FEES = SALE.but(about="Fees")
PAID = doc("Payment", None, BAKE, TOTAL, 4)
BANKED = doc("Deposit", None, BAKE, TOTAL, 4)
OTHER = "Castellanos, Rosa"

TABLE = (
    *(
        Scenario(name=f"1 a sale of the customer and sum, {days} days off", right=right, **AT,
                 books=(HOLDS, FEES.but(days=days)))
        for days, right in ((-60, OPEN), (-58, OPEN), (44, OPEN), (-62, FREE), (-120, FREE))
    ),
    *(
        Scenario(name=f"1 {words}", right=OPEN, **AT, books=(HOLDS, FEES.but(amount=amount, more=more)))
        for words, amount, more in (
            ("the sum is before tax", TOTAL, (("tax", "51.37"),)),
            ("the sum is with tax", "600.00", (("tax", "42.18"),)),
            ("the sum is before a discount", TOTAL, (("discount", "42.18"),)),
            ("the sum is after a discount", "700.00", (("discount", "57.82"),)),
            ("the sum is before a retainer", TOTAL, (("retainer", "400.00"),)),
            ("the sum is still open", "1000.00", (("paid", "357.82"),)),
            ("the sum is one line of two", TOTAL, (("further", "90.00"),)),
            ("the sum is a cent off", "642.19", ()),
        )
    ),
    *(
        Scenario(name=f"1 a sale of the sum on {words}", right=EITHER, **AT,
                 people=people, books=(HOLDS, SALE.but(who=who)))
        for words, who, people in (
            ("a sub-customer", "Market stall", (Person(BAKE), Person("Market stall", parent=BAKE))),
            ("the parent", "Juniper Group", (Person("Juniper Group"), Person(BAKE, parent="Juniper Group"))),
            ("a sister under one parent", "Elder Works",
             (Person("Copse Holdings"), Person(BAKE, parent="Copse Holdings"),
              Person("Elder Works", parent="Copse Holdings"))),
            ("a merged record", f"{BAKE} (deleted)", (Person(BAKE), Person(f"{BAKE} (deleted)", active=False))),
            ("an inactive record", BAKE, (Person(BAKE, active=False),)),
            ("a record without the LLC", "Juniper Bakehouse", (Person(BAKE),)),
        )
    ),
    Scenario(name="1 a twin that is an invoice", right=SAME, **AT, books=(HOLDS, SALE)),
    Scenario(name="1 a twin that is a receipt, a day later", right=SAME, **AT,
             books=(HOLDS, SALE.but(entity="SalesReceipt", days=1))),
    Scenario(name="1 an estimate of the sum, turned into an invoice of another sum", right=OPEN, **AT,
             books=(HOLDS, SALE.but(amount="200.00", days=2),
                    doc("Estimate", "E-9", BAKE, TOTAL, -6, "Trademark search", TxnStatus="Closed", converted="8155"))),
    Scenario(name="1 the stranger's own sale of the sum", right=FREE, **AT,
             books=(HOLDS, SALE.but(who="Haverford Glass", about="Glazing"))),
    Scenario(name="1 the customer's refund of the sum", right=(*FREE, *OPEN), **AT,
             books=(HOLDS, SALE.but(entity="RefundReceipt"))),
    # money received
    Scenario(name="1 a payment of the sum, not applied", right=OPEN, **AT, books=(HOLDS, PAID)),
    Scenario(name="1 a payment of the sum, not applied, 50 days off", right=OPEN, **AT,
             books=(HOLDS, PAID.but(days=-50))),
    Scenario(name="1 a deposit of the sum", right=OPEN, **AT, books=(HOLDS, BANKED)),
    Scenario(name="1 a deposit of the sum from nobody named", right=OPEN, **AT, books=(HOLDS, BANKED.but(who=""))),
    Scenario(name="1 a deposit of somebody else's", right=(*FREE, *OPEN), **AT, books=(HOLDS, BANKED.but(who=OTHER))),
    Scenario(name="1 two payments that come to the sum", right=OPEN, **AT,
             books=(HOLDS, PAID.but(amount="342.18"), PAID.but(amount="300.00", days=11))),
    Scenario(name="1 three payments that come to the sum", right=OPEN, **AT,
             books=(HOLDS, PAID.but(amount="42.18"), PAID.but(amount="300.00", days=11),
                    PAID.but(amount="300.00", days=21))),
    Scenario(name="1 four payments that come to the sum", right=OPEN, **AT,
             books=(HOLDS, PAID.but(amount="42.18"), *(PAID.but(amount="200.00", days=d) for d in (5, 15, 25)))),
    Scenario(name="1 a payment and a deposit that come to the sum", right=OPEN, **AT,
             books=(HOLDS, PAID.but(amount="342.18"), BANKED.but(amount="300.00", days=9))),
    Scenario(name="1 two deposits that come to the sum", right=OPEN, **AT,
             books=(HOLDS, BANKED.but(amount="600.00"), BANKED.but(amount="42.18", days=9))),
    Scenario(name="1 two lines of a deposit of others come to the sum", right=OPEN, **AT,
             books=(HOLDS, doc("Deposit", None, OTHER, "75.00", 3, beside=((BAKE, "600.00"), (BAKE, "42.18"))))),
    Scenario(name="1 two payments that come to a cent less", right=(*OPEN, *FREE), **AT,
             books=(HOLDS, PAID.but(amount="342.17"), PAID.but(amount="300.00", days=11))),
    Scenario(name="1 two payments that come to something else", right=FREE, **AT,
             books=(HOLDS, PAID.but(amount="250.00"), PAID.but(amount="300.00", days=11))),
    Scenario(name="1 two payments that come to the sum, one of a stranger", right=(*FREE, *OPEN), **AT,
             books=(HOLDS, PAID.but(amount="342.18"), PAID.but(who=OTHER, amount="300.00", days=11))),
    Scenario(name="1 nothing has the number, two payments come to the sum", right=OPEN, **AT,
             books=(PAID.but(amount="342.18"), PAID.but(amount="300.00", days=11))),
    Scenario(name="1 two payments that are applied to other invoices", right=FREE, **AT,
             books=(HOLDS, doc("Invoice", "8101", BAKE, "342.18", -25, "Search of 2025", paid="342.18"),
                    doc("Invoice", "8102", BAKE, "911.00", -24, "Search of 2024", paid="300.00"),
                    PAID.but(amount="342.18", more=(("applied", "8101"),)),
                    PAID.but(amount="300.00", more=(("applied", "8102"),))),
             listed=(Rec("8101", BAKE, "342.18", -25), Rec("8102", BAKE, "911.00", -24))),
    Scenario(name="4 four invoices that come to the sum", right=OPEN, **AT,
             books=(HOLDS, *(SALE.but(number=f"81{n}", amount=a, days=2 * n, about="Part of the search")
                             for n, a in enumerate(("42.18", "100.00", "200.00", "300.00"))))),
    Scenario(name="4 two invoices that come to the sum", right=OPEN, **AT,
             books=(HOLDS, SALE.but(amount="342.18", about="Half"),
                    SALE.but(number="8156", amount="300.00", about="Half"))),
    Scenario(name="4 an invoice and a payment that come to the sum", right=(*OPEN, *FREE), **AT,
             books=(HOLDS, SALE.but(amount="342.18", about="Half"), PAID.but(amount="300.00", days=8))),
    # rule 4: the same figure, and not the same document
    *(
        Scenario(name=f"4 {words}", right=right, **AT,
                 books=(SALE.but(number=NUMBER, named=True, about=about, days=days),))
        for words, about, days, right in (
            ("the same fee of the month before", "Monthly retainer, September 2026", -28, OPEN),
            ("the same fee of the month after", "Monthly retainer, November 2026", 29, OPEN),
            ("the same fixed fee of another matter", "Trademark search JB-0032", 0, OPEN),
            ("a progress invoice of the same figure", "Progress invoice 2 of 5, JB-0031", 0, OPEN),
            ("half of a split bill", "First half of bill 7702, JB-0031", 0, OPEN),
            ("a lump sum", "Lump sum for all matters", 0, OPEN),
            ("an opening balance of that figure", "Opening balance", -3, OPEN),
        )
    ),
    Scenario(name="4 last month's fee is near, the source lists it as its own", right=(*FREE, *OPEN), **AT,
             books=(HOLDS, FEES.but(days=-31, about="Monthly retainer, September 2026")),
             listed=(Rec("8155", BAKE, TOTAL, -31),)),
    Scenario(name="4 the fee of both months, the source lists none of them", right=OPEN, **AT,
             books=(HOLDS, FEES.but(days=-31), FEES.but(number="8160", days=30))),
)  # fmt: skip
