"""Sales that were taken back, taxes on a line of their own, interest on a bill, owners where little else is known."""

from verdicts.scenarios.told import (
    FREE,
    HOLDER,
    IDA,
    LUIS,
    NUMBER,
    OPEN,
    POSTED,
    SUM,
    TWIN,
    Bill,
    Person,
    Rec,
    Scenario,
    V,
    doc,
)

SAME, OWNED = (V.SAME_DOCUMENT,), (V.OWNED_BY_SOURCE,)
BACK = doc("CreditMemo", "CM-8", IDA, SUM, 3, "Fee written off")
BARE = TWIN.but(twin=False)
REFUND = BACK.but(entity="RefundReceipt", number="RR-8")
RECEIPT = BARE.but(entity="SalesReceipt")
LEASE = ("Drafting of the lease", SUM)
TAX = ("Sales tax", "38.40")
TAXED = doc("Invoice", NUMBER, IDA, SUM, 1, LEASE[0], named=True, tax="38.40")
INTEREST = ("Interest on bill 1031", "9.60")
CHARGED = doc("Invoice", NUMBER, IDA, "9.60", 1, INTEREST[0], named=True)
OFF = ("Discount", "-50.00")
DISCOUNTED = doc("Invoice", NUMBER, IDA, SUM, 1, LEASE[0], named=True, discount="50.00")
STRANGE = HOLDER.but(entity="Invoice")


def taxed(*lines: tuple[str, str]) -> Bill:
    """A bill with a tax on top; no matter is known."""
    return Bill(total="518.40", lines=lines, gap=("references",))


def less(*lines: tuple[str, str]) -> Bill:
    """A bill with something taken off; no matter is known."""
    return Bill(total="430.00", lines=lines, gap=("references",))


def interest(kind: str = "interest_charge") -> Bill:
    """A charge for paying late."""
    return Bill(kind=kind, total="9.60", lines=(INTEREST,), gap=("references",))


TABLE = (
    # 4: a sale that was taken back is in the books no more
    Scenario(name="4 the bill under its number, credited in full since", right=OPEN, books=(POSTED, BACK), says="CM-8"),
    Scenario(name="4 a twin credited in full since", right=OPEN, books=(HOLDER, BARE, BACK), says="CM-8"),
    Scenario(
        name="4 the bill, and a credit memo in full that has its number",
        right=OPEN,
        books=(POSTED, BACK.but(number=NUMBER)),
        says="may have taken",
    ),
    Scenario(name="4 a receipt that was paid back since", right=OPEN, books=(HOLDER, RECEIPT, REFUND), says="RR-8"),
    Scenario(name="4 a twin credited on its very day", right=OPEN, books=(HOLDER, BARE, BACK.but(days=1))),
    Scenario(name="4 a twin, and a credit memo of before", right=SAME, books=(HOLDER, TWIN, BACK.but(days=-9))),
    Scenario(
        name="4 a twin credited in two steps",
        right=OPEN,
        says="redit memo CM-8 and credit memo CM-9",
        books=(HOLDER, BARE, BACK.but(amount="80.00"), BACK.but(number="CM-9", amount="400.00")),
    ),
    Scenario(
        name="4 a twin credited on a sub-customer",
        right=OPEN,
        people=(Person(IDA), Person("Elm", parent=IDA)),
        books=(HOLDER, BARE, BACK.but(who="Elm")),
        says="CM-8",
    ),
    Scenario(name="4 a twin credited in part", right=SAME, books=(HOLDER, TWIN, BACK.but(amount="100.00"))),
    Scenario(name="4 a twin, and a voided credit memo", right=SAME, books=(HOLDER, TWIN, BACK.but(voided=True))),
    Scenario(name="4 a twin, and a stranger's credit memo", right=SAME, books=(HOLDER, TWIN, BACK.but(who=LUIS))),
    Scenario(
        name="4 a sale of another sum, credited in full",
        right=FREE,
        books=(HOLDER, BARE.but(amount="733.00"), BACK.but(amount="733.00")),
    ),
    # a tax that the books show below the lines
    Scenario(
        name="4 the lines agree, the tax is a line in the source", right=SAME, waiting=taxed(LEASE, TAX), books=(TAXED,)
    ),
    Scenario(
        name="4 the lines agree, the tax is another one",
        right=OPEN,
        books=(TAXED,),
        waiting=taxed(LEASE, ("Sales tax", "30.00"), ("Filing", "8.40")),
    ),
    Scenario(
        name="4 the tax agrees, the lines don't",
        right=OPEN,
        books=(TAXED,),
        waiting=taxed(("Court attendance", SUM), TAX),
    ),
    Scenario(
        name="4 a tax of the same sum below, and work on a tax in the source",
        right=OPEN,
        books=(TAXED,),
        waiting=taxed(LEASE, ("Tax advice", "38.40")),
    ),
    Scenario(
        name="4 the lines agree, the tax is on two lines",
        right=SAME,
        books=(TAXED,),
        waiting=taxed(LEASE, ("State sales tax 6 %", "28.80"), ("City tax (2%)", "9.60")),
    ),
    Scenario(
        name="4 the lines agree, the discount is a line in the source",
        right=SAME,
        waiting=less(LEASE, OFF),
        books=(DISCOUNTED,),
    ),
    Scenario(
        name="4 the lines agree, the discount is not all that is taken off",
        right=OPEN,
        books=(DISCOUNTED,),
        waiting=less(LEASE, ("Discount", "-20.00"), ("Retainer", "-30.00")),
    ),
    # 8: interest on a bill names that bill, and isn't it
    Scenario(name="8 the interest charge is there", right=SAME, waiting=interest(), books=(CHARGED,)),
    Scenario(
        name="8 an interest charge on another bill is there",
        right=OPEN,
        waiting=interest(),
        books=(CHARGED.but(about="Interest on bill 1030"),),
    ),
    Scenario(
        name="8 what stands there is the bill that the interest is on",
        right=OPEN,
        waiting=interest(),
        books=(CHARGED.but(more=(("PrivateNote", "Clio bill 1031"),)),),
    ),
    # 6: whose a document is doesn't depend on what waits
    *(
        Scenario(
            name=f"6 the source has the holder in its list, the waiting {gap} is not known",
            right=OWNED,
            waiting=Bill(gap=(gap,)),
            books=(STRANGE,),
            listed=(Rec(NUMBER, LUIS, "85.00", -30),),
        )
        for gap in ("total", "date")
    ),
    Scenario(
        name="6 the source has only the waiting bill in its list, and its total is not known",
        right=OPEN,
        waiting=Bill(gap=("total",)),
        books=(POSTED,),
    ),
)
