"""Rule 1: the same sale under another number, and what only looks like it."""

from verdicts.ledger import TRUST_BANK
from verdicts.scenarios.told import (
    FOR_IDA,
    FREE,
    HOLDER,
    IDA,
    OPEN,
    SUM,
    TWIN,
    Bill,
    Person,
    Scenario,
    V,
    doc,
)

MONTH = "Monthly services, October 2026"
SAME = (V.SAME_DOCUMENT,)

TABLE = (
    Scenario(name="1 a twin under another number is the same document", right=SAME, books=(HOLDER, TWIN), says=SUM),
    Scenario(
        name="1 a twin that is a sales receipt is the same document",
        right=SAME,
        books=(HOLDER, TWIN.but(entity="SalesReceipt")),
        says=SUM,
    ),
    Scenario(name="1 a twin while the number is free is the same document", right=SAME, books=(TWIN,), says=SUM),
    Scenario(
        name="1 a sale of the customer and amount 59 days away is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(days=-59, about="Fees", twin=False)),
        says=SUM,
    ),
    Scenario(
        name="1 a sale of the customer and amount 75 days away is no twin",
        right=FREE,
        books=(HOLDER, TWIN.but(days=-75, about="Fees", twin=False)),
    ),
    Scenario(
        name="1 a twin on a sub-customer is not passed over",
        right=(*OPEN, *SAME),
        people=(Person(IDA), Person("Project Elm", parent=IDA)),
        books=(HOLDER, TWIN.but(who="Project Elm", twin=False)),
    ),
    Scenario(
        name="1 a twin on the parent is not passed over",
        right=(*OPEN, *SAME),
        people=(Person("Quarry House"), Person(IDA, parent="Quarry House")),
        books=(HOLDER, TWIN.but(who="Quarry House", twin=False)),
    ),
    Scenario(
        name="1 a twin on the parent's parent is not passed over",
        right=(*OPEN, *SAME),
        people=(Person("Quarry House"), Person("North Wing", parent="Quarry House"), Person(IDA, parent="North Wing")),
        books=(HOLDER, TWIN.but(who="Quarry House", twin=False)),
    ),
    Scenario(
        name="1 a twin on a sub-customer's sub-customer is not passed over",
        right=(*OPEN, *SAME),
        people=(Person(IDA), Person("North Wing", parent=IDA), Person("Attic", parent="North Wing")),
        books=(HOLDER, TWIN.but(who="Attic", twin=False)),
    ),
    Scenario(
        name="1 a twin on the parent's parent is not passed over where the source names no matter",
        right=OPEN,
        waiting=Bill(gap=("references",)),
        people=(Person("Quarry House"), Person("North Wing", parent="Quarry House"), Person(IDA, parent="North Wing")),
        books=(HOLDER, TWIN.but(who="Quarry House", twin=False)),
    ),
    Scenario(
        name="1 a twin on a sub-customer's sub-customer is not passed over where the source names no matter",
        right=OPEN,
        waiting=Bill(gap=("references",)),
        people=(Person(IDA), Person("North Wing", parent=IDA), Person("Attic", parent="North Wing")),
        books=(HOLDER, TWIN.but(who="Attic", twin=False)),
    ),
    Scenario(
        name="1 a sale of another matter of the customer, nearby, over another amount, is no twin",
        right=FREE,
        people=(Person(IDA), Person("North Wing", parent=IDA)),
        books=(HOLDER, TWIN.but(who="North Wing", amount="733.00", twin=False)),
    ),
    Scenario(
        name="1 a credit memo of the customer and figure, nearby, is no sale",
        right=(*FREE, *OPEN),
        books=(HOLDER, TWIN.but(entity="CreditMemo", twin=False)),
    ),
    Scenario(
        name="1 two twins: one of them was booked by hand",
        right=(*SAME, *OPEN),
        books=(HOLDER, TWIN.but(twin=False), TWIN.but(number="M-8", entity="SalesReceipt", twin=False)),
    ),
    Scenario(
        name="1 a twin that was paid in full is the same document",
        right=SAME,
        books=(HOLDER, TWIN.but(more=(("paid", SUM),))),
    ),
    Scenario(
        name="1 a payment that was applied to another invoice is no twin",
        right=FREE,
        books=(
            HOLDER,
            doc("Invoice", "M-8", IDA, "999.00", -20, "Legal services, matter 00071-Brandt", paid=SUM),
            doc("Payment", None, IDA, SUM, 3, applied="M-8"),
        ),
    ),
    Scenario(
        name="1 a sale of the amount before discount and retainer together is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(more=(("discount", "30.00"), ("retainer", "50.00")), twin=False)),
    ),
    Scenario(
        name="1 a record that was merged away, of a name of its own, holds no sale of the amount",
        right=FREE,
        people=(Person(IDA), Person("Elmwood Gardens (deleted)", active=False)),
        books=(HOLDER, doc("Invoice", "M-8", "Elmwood Gardens (deleted)", "73.00", -2)),
    ),
    Scenario(
        name="1 a twin on a record that was merged away is not passed over",
        right=(*OPEN, *SAME),
        people=(Person(IDA), Person(f"{IDA} (deleted)", active=False)),
        books=(HOLDER, TWIN.but(who=f"{IDA} (deleted)", twin=False)),
    ),
    Scenario(
        name="1 a twin on an inactive customer is the same document",
        right=SAME,
        people=(Person(IDA, active=False),),
        books=(HOLDER, TWIN),
    ),
    Scenario(
        name="1 a twin to which QuickBooks added tax is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(more=(("tax", "38.40"),), twin=False)),
    ),
    Scenario(
        name="1 a twin from which a retainer was taken is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(more=(("retainer", "100.00"),), twin=False)),
    ),
    Scenario(
        name="1 a twin with a discount is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(more=(("discount", "48.00"),), twin=False)),
    ),
    Scenario(
        name="1 an invoice whose balance is the total is not passed over",
        right=OPEN,
        books=(HOLDER, TWIN.but(amount="700.00", more=(("paid", "220.00"),), twin=False)),
    ),
    Scenario(
        name="1 an unapplied payment of the amount is not passed over",
        right=OPEN,
        books=(HOLDER, doc("Payment", None, IDA, SUM, 3)),
    ),
    Scenario(
        name="1 an unapplied payment of another amount is no twin",
        right=FREE,
        books=(HOLDER, doc("Payment", None, IDA, "90.00", 3)),
    ),
    Scenario(
        name="1 a stranger's unapplied payment of the amount is never the same",
        right=(*OPEN, *FREE),
        books=(HOLDER, doc("Payment", None, "Kowalski, Petr", SUM, 3)),
    ),
    Scenario(
        name="1 a deposit of the amount is not passed over",
        right=OPEN,
        books=(HOLDER, doc("Deposit", None, IDA, SUM, 3)),
    ),
    Scenario(
        name="1 a deposit of another amount is no twin",
        right=FREE,
        books=(HOLDER, doc("Deposit", None, IDA, "481.00", 3)),
    ),
    Scenario(
        name="1 an estimate of the total that became an invoice over a part is not passed over",
        right=OPEN,
        books=(
            HOLDER,
            doc("Invoice", "M-8", IDA, "240.00", 0, FOR_IDA),
            doc("Estimate", "E-1", IDA, SUM, -9, FOR_IDA, TxnStatus="Closed", converted="M-8"),
        ),
    ),
    Scenario(
        name="1 a pending estimate of the total is no sale",
        right=(*FREE, *OPEN),
        books=(HOLDER, doc("Estimate", "E-1", IDA, SUM, -9, FOR_IDA, TxnStatus="Pending")),
    ),
    Scenario(
        name="1 a search that was cut short is not a search that found nothing",
        right=OPEN,
        books=(HOLDER,),
        nearby_whole=False,
    ),
    Scenario(
        name="1 nothing has the number, but the search was cut short",
        right=OPEN,
        nearby_whole=False,
    ),
    Scenario(
        name="1 a stranger's sale of the same amount is no twin",
        right=FREE,
        books=(HOLDER, doc("Invoice", "M-9", "Haddad, Samir", SUM, 2, "Trademark filing")),
    ),
    Scenario(
        name="1 a deleted twin is no twin",
        right=FREE,
        books=(HOLDER, TWIN.but(deleted=True, twin=False)),
    ),
    Scenario(
        name="1 a voided twin is never the same",
        right=(*FREE, *OPEN),
        books=(HOLDER, TWIN.but(voided=True, twin=False)),
    ),
    Scenario(
        name="1 a renamed customer: amount, day and matter agree, the name doesn't",
        right=OPEN,
        books=(HOLDER, TWIN.but(who="Fenwick Estates LLC", twin=False)),
    ),
    Scenario(
        name="1 a stranger's estimate has the number, and the search found nothing",
        right=FREE,
        books=(HOLDER.but(entity="Estimate", proposed="EST-1234"),),
        waiting=Bill(),
    ),
    Scenario(
        name="1 the twin was paid into the trust bank: still the same document",
        right=SAME,
        books=(HOLDER, TWIN.but(entity="SalesReceipt", more=(("deposit_to", TRUST_BANK),))),
    ),
)
