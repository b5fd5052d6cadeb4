"""Rule 6 by its letter: one to four holders of one number, of every kind; the worst of them is the verdict."""

from itertools import combinations
from typing import Any

from verdicts.ledger import CHECKING, HELD, RENT, TRUST_BANK, TRUST_LIABILITY
from verdicts.scenarios.told import FREE, OPEN, Bill, Rec, Scenario, Told, V, doc

SAME, TRUST, OWNED, PURCHASE = (V.SAME_DOCUMENT,), (V.JOURNAL_OR_TRUST,), (V.OWNED_BY_SOURCE,), (V.PURCHASE_SIDE,)
NUMBER, WHO, TOTAL, MATTER = "40117", "Hollis Freight Corp", "2315.75", "H-2291"
WAITS = Bill(customer=WHO, total=TOTAL, matter=MATTER, back=31)
WORK = f"Contract review, file {MATTER}"

ITSELF = doc("Invoice", NUMBER, WHO, TOTAL, 2, WORK)
JOURNAL = doc("JournalEntry", NUMBER, "", "310.00", -14, accounts=(RENT, CHECKING))
IN_TRUST = doc("SalesReceipt", NUMBER, "Nakamura, Emi", "77.10", -21, "Retainer", account=HELD)
LISTED = doc("Invoice", NUMBER, "Pemberton Tiles", "918.40", -44, "Lease advice")
VENDOR = doc("Bill", NUMBER, "", "129.99", -8)
LIKE = doc("CreditMemo", NUMBER, "Hollis Freight", "51.00", -3, "Courtesy")
STRANGE = doc("CreditMemo", NUMBER, "Dvorak, Milos", "64.25", -35, "Copies")
RECORD = Rec(NUMBER, "Pemberton Tiles", "918.40", -44)

# In the reference's own order, the worst first.
KINDS: tuple[tuple[str, Told, tuple[V, ...]], ...] = (
    ("the bill itself", ITSELF, SAME),
    ("a journal entry", JOURNAL, TRUST),
    ("a receipt in trust", IN_TRUST, TRUST),
    ("a bill of the source", LISTED, OWNED),
    ("a vendor's bill", VENDOR, PURCHASE),
    ("one of a like name", LIKE, OPEN),
    ("a stranger's", STRANGE, FREE),
)


def several(count: int, name_last: bool) -> tuple[Scenario, ...]:
    """All combinations of so many kinds; the text names the worst of them, or the least bad."""
    return tuple(
        Scenario(
            name=f"6 {' and '.join(words for words, _, _ in some)}, the text names {'last' if name_last else 'first'}",
            right=some[0][2],
            number=NUMBER,
            waiting=WAITS,
            books=tuple(
                told.but(named=(place == (count - 1 if name_last else 0))) for place, (_, told, _) in enumerate(some)
            ),
            listed=(RECORD,) if any(told is LISTED for _, told, _ in some) else (),
        )
        for some in combinations(KINDS, count)
    )


def silent(count: int) -> tuple[Scenario, ...]:
    """The same where the text names no document at all."""
    return tuple(
        Scenario(
            name=f"6 {' and '.join(words for words, _, _ in some)}, the text names none",
            right=some[0][2],
            number=NUMBER,
            waiting=WAITS,
            books=tuple(told for _, told, _ in reversed(some)),
            listed=(RECORD,) if any(told is LISTED for _, told, _ in some) else (),
        )
        for some in combinations(KINDS, count)
    )


PURCHASES = ("Bill", "VendorCredit", "BillPayment", "Purchase", "PurchaseOrder")
SALES = ("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt")
AT: dict[str, Any] = {"number": NUMBER, "waiting": WAITS}

TABLE = (
    *several(2, name_last=True),
    *several(2, name_last=False),
    *several(3, name_last=True),
    *silent(2),
    *silent(4),
    *(
        Scenario(name=f"6 a stranger's {sale} named, beside it a {entity}", right=PURCHASE, **AT,
                 books=(STRANGE.but(entity=sale, named=True), VENDOR.but(entity=entity)))
        for sale, entity in zip(SALES * 2, PURCHASES + PURCHASES[:3], strict=True)
    ),
    Scenario(name="6 a stranger's document beside a check on the trust bank", right=TRUST, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(entity="Purchase", more=(("bank", TRUST_BANK),)))),
    Scenario(name="6 a stranger's document beside a trust journal", right=TRUST, **AT,
             books=(STRANGE.but(named=True), JOURNAL.but(more=(("accounts", (TRUST_BANK, TRUST_LIABILITY)),)))),
    Scenario(name="6 two strangers, a vendor's bill and a check", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.90"), VENDOR,
                    VENDOR.but(entity="Purchase", amount="45.50"))),
    Scenario(name="6 two strangers and two journal entries", right=TRUST, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.9"), JOURNAL,
                    JOURNAL.but(amount="11.00"))),
    Scenario(name="6 three strangers", right=FREE, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.90"),
                    STRANGE.but(entity="SalesReceipt", who="Abara, Ngozi", amount="612.00"))),
    Scenario(name="6 four strangers", right=FREE, **AT,
             books=tuple(STRANGE.but(entity=e, who=w, amount=a, named=e == "Invoice") for e, w, a in zip(
                 SALES, ("Yilmaz, Deniz", "Abara, Ngozi", "Quill & Vane", "Petrov, Anton"),
                 ("19.90", "612.00", "7.77", "88.80"), strict=True))),
    Scenario(name="6 three strangers, of one nobody knows the amount", right=OPEN, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.90"),
                    STRANGE.but(entity="SalesReceipt", who="Abara, Ngozi", more=(("lacks", "TotalAmt"),)))),
    Scenario(name="6 three strangers, one of them of the very amount", right=OPEN, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.90"),
                    STRANGE.but(entity="SalesReceipt", who="Abara, Ngozi", amount=TOTAL))),
    Scenario(name="6 three strangers, one of them voided", right=OPEN, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Invoice", who="Yilmaz, Deniz", amount="19.90"),
                    STRANGE.but(entity="SalesReceipt", who="Abara, Ngozi", voided=True))),
    Scenario(name="6 a stranger's document and a stranger's estimate", right=FREE, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Estimate", who="Abara, Ngozi", amount="900.00"))),
    Scenario(name="6 a stranger's document and an estimate of the very amount", right=OPEN, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Estimate", who="Abara, Ngozi", amount=TOTAL))),
    Scenario(name="6 a stranger's document and an estimate for the waiting customer", right=OPEN, **AT,
             books=(STRANGE.but(named=True), STRANGE.but(entity="Estimate", who=WHO, amount="900.00"))),
    Scenario(name="6 a stranger's document and an estimate whose amount nobody knows", right=OPEN, **AT,
             books=(STRANGE.but(named=True),
                    STRANGE.but(entity="Estimate", who="Abara, Ngozi", more=(("lacks", "TotalAmt"),)))),
    Scenario(name="6 a vendor's bill beside a stranger's, a twin is near", right=SAME, **AT,
             books=(STRANGE.but(named=True), VENDOR, ITSELF.but(number="40118", twin=True))),
    Scenario(name="6 a journal entry beside a stranger's, a twin is near", right=SAME, **AT,
             books=(STRANGE.but(named=True), JOURNAL, ITSELF.but(number="40118", entity="SalesReceipt", twin=True))),
    Scenario(name="6 a vendor's bill beside a stranger's, a possible twin is near", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), VENDOR, ITSELF.but(number="40118", about="Fees", days=-30))),
    Scenario(name="6 a vendor's bill beside a stranger's, the search was cut short", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), VENDOR), nearby_whole=False),
    Scenario(name="6 a vendor's bill beside a stranger's, nobody knows who made that", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), VENDOR), listed_whole=False),
    Scenario(name="6 a vendor's bill beside a stranger's, the waiting document is not known", right=PURCHASE,
             number=NUMBER, waiting=None, books=(STRANGE.but(named=True), VENDOR)),
    Scenario(name="6 a vendor's bill with the number, the named document is gone", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True, deleted=True), VENDOR)),
    Scenario(name="6 a journal entry with the number, the named document was renumbered", right=TRUST, **AT,
             books=(STRANGE.but(named=True, number="CM-40117"), JOURNAL)),
    Scenario(name="6 a vendor's bill of another number is no holder", right=FREE, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(number=f"{NUMBER}9"))),
    Scenario(name="6 a vendor's bill whose number has a blank is a holder", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(number=f" {NUMBER} "))),
    Scenario(name="6 a vendor's bill with leading zeros is no holder", right=FREE, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(number=f"0{NUMBER}"))),
    *(
        Scenario(name=f"6 a {entity} beside a stranger's, and somebody has said that it only shares the number",
                 right=FREE, **AT, books=(STRANGE.but(named=True), VENDOR.but(entity=entity, own_number=True)))
        for entity in PURCHASES
    ),
    *(
        Scenario(name=f"6 {words} beside a vendor's bill of which somebody has said that", right=right, **AT,
                 books=(told, VENDOR.but(own_number=True)),
                 listed=(RECORD,) if told is LISTED else ())
        for words, told, right in KINDS
        if told is not VENDOR
    ),
    Scenario(name="6 that was said of a vendor's bill, and a check has the number too", right=PURCHASE, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(own_number=True), VENDOR.but(entity="Purchase", amount="4.5"))),
    Scenario(name="6 that was said of a vendor's bill which the error names", right=PURCHASE, **AT,
             books=(STRANGE, VENDOR.but(own_number=True, named=True))),
    Scenario(name="6 that was said of a check on the trust bank", right=TRUST, **AT,
             books=(STRANGE.but(named=True),
                    VENDOR.but(entity="Purchase", own_number=True, more=(("bank", TRUST_BANK),)))),
    Scenario(name="6 that was said of a journal entry", right=TRUST, **AT,
             books=(STRANGE.but(named=True), JOURNAL.but(own_number=True))),
    Scenario(name="6 that was said of a vendor's bill, nobody knows who made the stranger's", right=OPEN, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(own_number=True)), listed_whole=False),
    Scenario(name="6 that was said of the only one with the number", right=(V.NONE_FOUND,), **AT,
             books=(STRANGE.but(named=True, number="CM-40117"), VENDOR.but(own_number=True))),
    Scenario(name="6 that was said of a vendor's bill, and a twin is near", right=SAME, **AT,
             books=(STRANGE.but(named=True), VENDOR.but(own_number=True), ITSELF.but(number="40118", twin=True))),
    Scenario(name="6 a prefixed series continued, and a stranger's outside bill", right=PURCHASE, number="APP-51",
             waiting=WAITS, books=(STRANGE.but(number="APP-51", named=True), VENDOR.but(number="APP-51")),
             listed=(Rec("APP-50", WHO, "5.00", -9),)),
    Scenario(name="6 both hold a number of the app's series, made by hand", right=(V.PREFIX_CONTINUED,),
             number="APP-51", waiting=WAITS, books=(STRANGE.but(number="APP-51", named=True),
                                   STRANGE.but(entity="Invoice", number="app-51", who="Abara, Ngozi", amount="3.00")),
             listed=(Rec("APP-50", WHO, "5.00", -9),)),
)  # fmt: skip
