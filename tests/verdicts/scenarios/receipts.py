"""Rule 1 by money received: deposits of several customers, refunds, and records that a name alone doesn't find."""

from verdicts.scenarios.told import (
    FREE,
    HOLDER,
    IDA,
    LUIS,
    OPEN,
    SUM,
    TWIN,
    Bill,
    Person,
    Rec,
    Scenario,
    V,
    doc,
)

SAME, NONE = (V.SAME_DOCUMENT,), (V.NONE_FOUND,)
PETR = "Kowalski, Petr"
OTHER = TWIN.but(twin=False)
OFFICE = "Elm Holdings"
THEIRS = OTHER.but(who=OFFICE, about="Fees")
ADDRESS = "ida@brandt.invalid"
BY_ADDRESS = Bill(email=ADDRESS)
OF_THE_DAY = doc("Deposit", None, IDA, SUM, 3, beside=((LUIS, "600.00"), (PETR, "400.00")))
"""What three customers paid, brought to the bank together."""

TABLE = (
    Scenario(name="1 a deposit of three customers, the waiting one too", right=OPEN, books=(HOLDER, OF_THE_DAY)),
    Scenario(name="1 nothing has the number, a deposit of three customers", right=OPEN, books=(OF_THE_DAY,)),
    Scenario(
        name="1 a deposit of a known payment and of the customer's own money",
        right=OPEN,
        books=(
            HOLDER,
            doc("Payment", None, LUIS, "100.00", 2),
            doc("Deposit", None, IDA, SUM, 4, beside=(("a payment", "100.00"),)),
        ),
    ),
    Scenario(
        name="1 a deposit in two parts of the customer's",
        right=OPEN,
        books=(HOLDER, doc("Deposit", None, IDA, "200.00", 4, beside=((IDA, "280.00"),))),
    ),
    Scenario(
        name="1 a deposit of others' money, one of them over the amount",
        right=FREE,
        books=(HOLDER, doc("Deposit", None, PETR, SUM, 3, beside=((LUIS, "600.00"),))),
    ),
    Scenario(
        name="1 a deposit of a payment that settled another invoice",
        right=FREE,
        books=(
            HOLDER,
            doc("Invoice", "M-8", IDA, "999.00", -20, "Legal services, matter 00071-Brandt", paid=SUM),
            doc("Payment", None, IDA, SUM, 3, applied="M-8"),
            doc("Deposit", None, LUIS, "50.00", 4, beside=(("a payment", SUM),)),
        ),
    ),
    Scenario(
        name="1 a credit note waits, the money was given back by a refund receipt",
        right=OPEN,
        waiting=Bill(kind="credit_note"),
        books=(HOLDER.but(entity="Invoice"), OTHER.but(entity="RefundReceipt")),
    ),
    Scenario(
        name="1 a bill waits, and a refund of the figure is no sale",
        right=FREE,
        books=(HOLDER, OTHER.but(entity="RefundReceipt")),
    ),
    *(
        Scenario(
            name=f"1 a sale on a record whose {field} is the waiting customer's",
            right=OPEN,
            waiting=Bill(email="someone@else.invalid"),
            people=(Person(OFFICE, more=more),),
            books=(HOLDER, THEIRS),
        )
        for field, more in {
            "company": (("CompanyName", IDA),),
            "person": (("GivenName", "Ida"), ("FamilyName", "Brandt")),
            "name on checks": (("PrintOnCheckName", "Ida Brandt"),),
        }.items()
    ),
    Scenario(
        name="1 a sale with tax on a record whose person is the waiting customer",
        right=OPEN,
        waiting=Bill(email="someone@else.invalid"),
        people=(Person(OFFICE, more=(("GivenName", "Ida"), ("FamilyName", "Brandt"))),),
        books=(HOLDER, THEIRS.but(more=(("tax", "38.40"),))),
    ),
    Scenario(
        name="1 a sale with tax on a record with the waiting address among others",
        right=OPEN,
        waiting=BY_ADDRESS,
        people=(Person(OFFICE, email=f"office@elm.invalid, {ADDRESS}"),),
        books=(HOLDER, THEIRS.but(more=(("tax", "38.40"),))),
    ),
    Scenario(
        name="3 an address among others proves the customer",
        right=SAME,
        waiting=BY_ADDRESS,
        people=(Person(OFFICE, email=f"office@elm.invalid, {ADDRESS}"),),
        books=(HOLDER, TWIN.but(who=OFFICE)),
    ),
    Scenario(
        name="3 an address that only ends in the waiting one proves nothing",
        right=(*FREE, *OPEN),
        waiting=BY_ADDRESS,
        people=(Person(OFFICE, email=f"fr{ADDRESS}"),),
        books=(HOLDER, THEIRS),
    ),
    *(
        Scenario(
            name=f"4 the source has {state} a bill of the figure, and QuickBooks has it still",
            right=OPEN,
            books=(HOLDER, OTHER.but(about="Fees")),
            listed=(Rec("M-7", IDA, SUM, 0, state=state),),
        )
        for state in ("deleted", "voided", "draft")
    ),
    Scenario(
        name="4 nothing has the number, the source deleted the bill and made it anew",
        right=(*OPEN, *SAME),
        books=(OTHER,),
        listed=(Rec("M-7", IDA, SUM, 1, state="deleted"),),
    ),
    Scenario(
        name="4 a deleted bill of the figure is not what QuickBooks has under another number",
        right=SAME,
        books=(HOLDER, TWIN),
        listed=(Rec("1240", IDA, SUM, 2, state="deleted"),),
    ),
    Scenario(
        name="5 a bill that its source has deleted made the holder",
        right=(V.OWNED_BY_SOURCE,),
        books=(HOLDER.but(entity="Invoice"),),
        listed=(Rec("1234", LUIS, "85.00", -30, state="deleted"),),
    ),
)
