"""Rule 4: fees that come again, bills in parts, and other figures that are the same by themselves."""

from verdicts.scenarios.told import FREE, HOLDER, IDA, OPEN, POSTED, SUM, TWIN, Rec, Scenario, V

MONTH = "Monthly services, October 2026"
SAME = (V.SAME_DOCUMENT,)

TABLE = (
    Scenario(
        name="4 last month's fee holds the number",
        right=OPEN,
        books=(POSTED.but(days=-30, about=MONTH),),
    ),
    Scenario(
        name="4 last month's fee is near, and no list explains it",
        right=OPEN,
        books=(HOLDER, TWIN.but(days=-30, about=MONTH, twin=False)),
    ),
    Scenario(
        name="4 last month's fee is near, and the source lists that bill too",
        right=(*FREE, *OPEN),
        books=(HOLDER, TWIN.but(days=-30, about=MONTH, twin=False)),
        listed=(Rec("M-7", IDA, SUM, -30),),
    ),
    Scenario(
        name="4 two matters with one fixed fee",
        right=OPEN,
        books=(POSTED.but(about="Legal services, matter 00077-Brandt"),),
    ),
    Scenario(
        name="4 the twin's matter is the bill's: the same document",
        right=SAME,
        books=(POSTED.but(about="Fees, see matter 00012-Brandt"),),
    ),
    Scenario(
        name="4 a progress invoice on the same matter",
        right=OPEN,
        books=(POSTED.but(amount="160.00"),),
    ),
    Scenario(
        name="4 a bill that was split in two",
        right=OPEN,
        books=(POSTED.but(amount="200.00"), TWIN.but(number="M-8", amount="280.00", twin=False)),
    ),
    Scenario(
        name="4 a lump sum that holds the bill as a line",
        right=OPEN,
        books=(POSTED.but(more=(("further", "320.00"),)),),
    ),
    Scenario(
        name="4 an opening balance of the figure",
        right=OPEN,
        books=(POSTED.but(about="Opening Balance", days=-12),),
    ),
    Scenario(
        name="4 a refund receipt of the figure holds the number",
        right=OPEN,
        books=(POSTED.but(entity="RefundReceipt"),),
    ),
    Scenario(
        name="4 a credit memo of the figure holds the number",
        right=OPEN,
        books=(POSTED.but(entity="CreditMemo"),),
    ),
    Scenario(
        name="4 not a word on what it is for",
        right=OPEN,
        books=(POSTED.but(about=""),),
    ),
    Scenario(
        name="4 the same sale six weeks away",
        right=OPEN,
        books=(POSTED.but(days=-43),),
    ),
)
