"""Rules 7 to 10 and 12: what waits, whether it will post, whether the company is right, which number to change."""

from dataclasses import replace
from datetime import date

from untwin.domain.company.company import CompanySettings
from verdicts.judging import FACTS
from verdicts.scenarios.told import (
    FREE,
    HOLDER,
    IDA,
    LUIS,
    NUMBER,
    OPEN,
    POSTED,
    SETTINGS,
    SUM,
    TWIN,
    Bill,
    Person,
    Scenario,
    V,
    doc,
)

SAME, NONE = (V.SAME_DOCUMENT,), (V.NONE_FOUND,)
INVOICE = HOLDER.but(entity="Invoice")
CREDIT = TWIN.but(entity="CreditMemo", twin=False)
LATE = replace(FACTS, closed_through=date(2026, 11, 1))
FRANCE = replace(FACTS, country="FR")
GERMANY = replace(FACTS, country="DE")
OPTED_IN = CompanySettings(writes_on=True, trust_accounts=SETTINGS.trust_accounts, countries_opted_in=True)
REPORTED = CompanySettings(writes_on=True, trust_accounts=SETTINGS.trust_accounts, reported_through=date(2026, 10, 15))
WAITING_CLOSED = "waiting_document_in_closed_books"
ANY = (*FREE, *OPEN, *SAME, *NONE)

TABLE = (
    Scenario(name="7 a voided stranger's zero is not an amount", right=OPEN, books=(INVOICE.but(voided=True),)),
    Scenario(name="7 the bill itself, voided, is not the same document", right=OPEN, books=(POSTED.but(voided=True),)),
    Scenario(
        name="7 a voided stranger beside the bill itself",
        right=SAME,
        books=(INVOICE.but(voided=True, named=False), POSTED),
    ),
    *(
        Scenario(
            name=f"7 a {state} bill is no longer needed",
            right=ANY,
            waiting=Bill(state=state),
            books=(HOLDER,),
            state="no_longer_needed",
        )
        for state in ("draft", "voided", "deleted")
    ),
    Scenario(name="7 a waiting bill is needed", right=FREE, books=(HOLDER,), state="needs_decision"),
    Scenario(name="8 what failed is not known", right=OPEN, waiting=Bill(kind="unknown"), books=(HOLDER,)),
    Scenario(name="8 what failed is not known, and nothing has the number", right=OPEN, waiting=Bill(kind="unknown")),
    Scenario(
        name="8 what failed is not known, and the bill is there",
        right=OPEN,
        waiting=Bill(kind="unknown"),
        books=(POSTED,),
    ),
    Scenario(
        name="8 a credit note waits, a credit memo of it is near",
        right=(*OPEN, *SAME),
        waiting=Bill(kind="credit_note"),
        books=(INVOICE, CREDIT),
    ),
    Scenario(
        name="8 a credit note waits, the invoice of the figure has the number",
        right=OPEN,
        waiting=Bill(kind="credit_note"),
        books=(POSTED,),
    ),
    Scenario(
        name="8 a credit note waits, it is there already",
        right=(*OPEN, *SAME),
        waiting=Bill(kind="credit_note"),
        books=(POSTED.but(entity="CreditMemo"),),
    ),
    Scenario(
        name="8 a payment waits, it is there already",
        right=(*OPEN, *SAME),
        waiting=Bill(kind="payment"),
        books=(INVOICE, doc("Payment", None, IDA, SUM, 1)),
    ),
    Scenario(
        name="8 an interest charge waits, the bill of that number is there",
        right=OPEN,
        waiting=Bill(kind="interest_charge", total="9.60"),
        books=(POSTED,),
    ),
    Scenario(name="8 the customer is not known", right=OPEN, waiting=Bill(gap=("customer",)), books=(HOLDER,)),
    Scenario(name="8 the total is not known", right=OPEN, waiting=Bill(gap=("total",)), books=(HOLDER,)),
    Scenario(name="8 the date is not known", right=OPEN, waiting=Bill(gap=("date",)), books=(HOLDER,)),
    Scenario(name="8 the waiting document is not known", right=OPEN, waiting=None, books=(HOLDER,)),
    Scenario(name="8 nothing has the number, the waiting document is not known", right=OPEN, waiting=None),
    Scenario(
        name="8 the bill is there, the date is not known", right=OPEN, waiting=Bill(gap=("date",)), books=(POSTED,)
    ),
    Scenario(
        name="9 the waiting bill is dated in closed books",
        right=FREE,
        waiting=Bill(back=40),
        books=(HOLDER,),
        facts=LATE,
        blocks=(WAITING_CLOSED,),
        state="blocked",
    ),
    Scenario(
        name="9 the waiting bill is dated on the last closed day",
        right=FREE,
        waiting=Bill(back=19),
        books=(HOLDER.but(days=5),),
        facts=LATE,
        blocks=(WAITING_CLOSED,),
    ),
    Scenario(
        name="9 the waiting bill is dated on the first open day",
        right=FREE,
        waiting=Bill(back=18),
        books=(HOLDER.but(days=5),),
        facts=LATE,
        blocks_not=(WAITING_CLOSED, "closed_books"),
    ),
    Scenario(
        name="9 nothing has the number, but the bill is dated in closed books",
        right=NONE,
        waiting=Bill(back=40),
        facts=LATE,
        blocks=(WAITING_CLOSED,),
    ),
    Scenario(
        name="9 the holder is dated in closed books",
        right=FREE,
        waiting=Bill(back=2),
        books=(HOLDER,),
        facts=LATE,
        blocks=("closed_books",),
        blocks_not=(WAITING_CLOSED,),
    ),
    Scenario(
        name="9 the firm has reported through the holder's date",
        right=FREE,
        books=(HOLDER,),
        settings=REPORTED,
        blocks=("reported_through",),
    ),
    Scenario(
        name="9 in France issued numbers stay",
        right=FREE,
        books=(HOLDER,),
        facts=FRANCE,
        settings=OPTED_IN,
        blocks=("country",),
    ),
    Scenario(
        name="9 in Germany they stay until somebody opts in",
        right=FREE,
        books=(HOLDER,),
        facts=GERMANY,
        blocks=("country",),
    ),
    Scenario(
        name="9 in Germany somebody has opted in",
        right=FREE,
        books=(HOLDER,),
        facts=GERMANY,
        settings=OPTED_IN,
        blocks_not=("country",),
    ),
    Scenario(
        name="9 the waiting customer is inactive",
        right=(*FREE, *OPEN),
        people=(Person(IDA, active=False),),
        books=(HOLDER,),
        blocks=("customer_inactive",),
    ),
    Scenario(
        name="9 the waiting customer is not in QuickBooks, and its app makes the customer",
        right=(*FREE, *OPEN),
        waiting=Bill(customer="Zelenko, Darya", email="darya@zelenko.invalid"),
        books=(HOLDER,),
        says="makes the customer when it posts",
        blocks_not=("customer_missing",),
    ),
    Scenario(
        name="9 the waiting customer is not in QuickBooks, and somebody else was billed the very amount",
        right=(*FREE, *OPEN),
        waiting=Bill(customer="Zelenko, Darya", email="darya@zelenko.invalid"),
        books=(HOLDER, doc("Invoice", "M-9", LUIS, SUM, 1)),
        blocks=("customer_missing",),
    ),
    Scenario(
        name="9 the waiting customer is there, and active",
        right=FREE,
        books=(HOLDER,),
        blocks_not=("customer_inactive", "customer_missing", "number_wanted_by_another"),
    ),
    Scenario(
        name="10 the id that is named is another type here, and nobody knows the customer",
        right=(*FREE, *OPEN, *NONE),
        waiting=Bill(customer="Zelenko, Darya"),
        books=(doc("Invoice", "77", LUIS, "85.00", -30, named=True, named_as="CreditMemo"),),
        blocks=("wrong_company",),
        state="blocked",
    ),
    Scenario(
        name="10 the id that is named has another number here, and nobody knows the customer",
        right=(*FREE, *OPEN, *NONE),
        waiting=Bill(customer="Zelenko, Darya"),
        books=(HOLDER.but(number="77"),),
        blocks=("wrong_company",),
    ),
    Scenario(name="10 id, number and type agree", right=FREE, books=(HOLDER,), blocks_not=("wrong_company",)),
    Scenario(
        name="10 the id is gone, but the customer is known here",
        right=(*NONE, *OPEN),
        people=(Person(IDA),),
        books=(HOLDER.but(deleted=True),),
        blocks_not=("wrong_company",),
    ),
    Scenario(
        name="12 a credit memo makes way before an invoice",
        right=FREE,
        books=(
            INVOICE.but(amount="44.00", who="Kim, Sora", named=False, proposed="INV-1234"),
            HOLDER.but(proposed="CM-1234"),
        ),
    ),
    Scenario(
        name="12 each type gets its prefix: a sales receipt",
        right=FREE,
        books=(HOLDER.but(entity="SalesReceipt", proposed="SR-1234"),),
    ),
    Scenario(
        name="12 each type gets its prefix: a refund receipt",
        right=FREE,
        books=(HOLDER.but(entity="RefundReceipt", proposed="RR-1234"),),
    ),
    Scenario(
        name="12 nothing is proposed for what is locked",
        right=(V.PURCHASE_SIDE,),
        books=(doc("Bill", NUMBER, "", "61.00", -9, named=True),),
    ),
    Scenario(
        name="12 a number of 21 characters is never shortened",
        right=FREE,
        number="123456789012345678901",
        books=(HOLDER.but(number="123456789012345678901"),),
    ),
)
