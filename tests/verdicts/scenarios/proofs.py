"""What each sure verdict needs, clause by clause: one thing missing, or one thing else, and it is not told any more."""

from typing import Any

from verdicts.ledger import TRUST_BANK
from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, NONE, OWNED = (V.SAME_DOCUMENT,), (V.NONE_FOUND,), (V.OWNED_BY_SOURCE,)
CHIDI, TOTAL, MATTER = "Okafor, Chidi", "1120.00", "2026-0417"
NUMBER = "INV-3308"
WAITS = Bill(customer=CHIDI, total=TOTAL, matter=MATTER, back=12)
AT: dict[str, Any] = {"number": NUMBER}
ABOUT = f"Immigration filing, matter {MATTER}"
ITSELF = doc("Invoice", NUMBER, CHIDI, TOTAL, 0, ABOUT, named=True)
TWIN = ITSELF.but(number="1188", named=False)
STRANGE = doc("Invoice", NUMBER, "Bellweather Optics Ltd", "233.10", -51, "Annual filing", named=True)
EURO = (("euros_at", "1.1000"), ("home", "1232.00"))
LINES = (("Drafting of the petition", "820.00"), ("Earlier work", "300.00"))
TWO = doc("Invoice", NUMBER, CHIDI, "820.00", 1, "Drafting of the petition", named=True, further="300.00")
MARK = ({"DefinitionId": "2", "Name": "HubSpot deal", "Type": "StringType", "StringValue": "HubSpot 5510"},)

TABLE = (
    # the same document: customer, total, currency, date, and lines or a reference
    *(
        Scenario(name=f"same: {days} days apart", right=right, **AT, waiting=WAITS, books=(ITSELF.but(days=days),))
        for days, right in ((-3, SAME), (3, SAME), (-5, (*SAME, *OPEN)), (-21, OPEN), (-45, OPEN), (-90, OPEN))
    ),
    *(
        Scenario(name=f"same: total {amount}", right=OPEN, **AT, waiting=WAITS, books=(ITSELF.but(amount=amount),))
        for amount in ("1120.01", "1119.99", "1120.10", "1121.00", "112.00")
    ),
    Scenario(name="same: the document is in euros, the bill in dollars", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(more=EURO),)),
    Scenario(name="same: the bill is in pounds, the document in dollars", right=OPEN, **AT,
             waiting=Bill(CHIDI, TOTAL, currency="GBP", matter=MATTER, back=12), books=(ITSELF,)),
    Scenario(name="same: both in euros", right=SAME, **AT,
             waiting=Bill(CHIDI, TOTAL, currency="EUR", matter=MATTER, back=12), books=(ITSELF.but(more=EURO),)),
    Scenario(name="same: the document names no currency", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(more=(("lacks", "CurrencyRef"),)),)),
    Scenario(name="same: no word on it, and the source says no matter", right=OPEN, **AT,
             waiting=Bill(CHIDI, TOTAL, back=12, gap=("references",)), books=(ITSELF.but(about=""),)),
    Scenario(name="same: both lines agree, no matter is known", right=SAME, **AT, books=(TWO,),
             waiting=Bill(CHIDI, TOTAL, back=12, gap=("references",), lines=LINES)),
    Scenario(name="same: one line has another amount", right=OPEN, **AT,
             books=(TWO.but(amount="800.00", more=(("further", "320.00"),)),),
             waiting=Bill(CHIDI, TOTAL, back=12, gap=("references",), lines=LINES)),
    Scenario(name="same: the words name another matter", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(about="Immigration filing, matter 2026-0418"),)),
    Scenario(name="same: a sales receipt under the number", right=SAME, **AT, waiting=WAITS,
             books=(ITSELF.but(entity="SalesReceipt"),)),
    Scenario(name="same: an estimate of all that is no sale", right=(*OPEN,), **AT, waiting=WAITS,
             books=(ITSELF.but(entity="Estimate"),)),
    Scenario(name="same: a credit memo of all that has the other sign", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(entity="CreditMemo"),)),
    Scenario(name="same: a refund receipt of all that has the other sign", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(entity="RefundReceipt"),)),
    Scenario(name="same: a customer of a like name", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(who="Okafor, Chidi B."),)),
    Scenario(name="same: Inc. is dropped", right=OPEN, **AT,
             waiting=Bill("Vantage Rigging Inc.", TOTAL, matter=MATTER, back=12),
             books=(ITSELF.but(who="Vantage Rigging"),)),
    Scenario(name="same: another name, the same e-mail", right=SAME, **AT,
             waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, email="chidi@okafor.invalid"),
             people=(Person("Okafor Imports", email="chidi@okafor.invalid"),),
             books=(ITSELF.but(who="Okafor Imports"),)),
    Scenario(name="same: another name, another e-mail", right=OPEN, **AT,
             waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, email="chidi@okafor.invalid"),
             people=(Person("Okafor Imports", email="sales@okafor.invalid"),),
             books=(ITSELF.but(who="Okafor Imports"),)),
    Scenario(name="same: Clio's id in the name", right=SAME, **AT,
             waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, client_id="41552"),
             books=(ITSELF.but(who="Chidi Okafor Clio 41552"),)),
    Scenario(name="same: Clio's id of somebody else in the name", right=OPEN, **AT,
             waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, client_id="41552"),
             books=(ITSELF.but(who="Chidi Okafor Clio 41553"),)),
    Scenario(name="same: the twin under a number of its own", right=SAME, **AT, waiting=WAITS, books=(STRANGE, TWIN)),
    Scenario(name="same: the twin under no number", right=SAME, **AT, waiting=WAITS,
             books=(STRANGE, TWIN.but(number=None, twin=True))),
    Scenario(name="same: the list was not read, the document is there all the same", right=(*SAME, *OPEN), **AT,
             waiting=WAITS, books=(ITSELF,), listed_whole=False),
    # unrelated: customer AND amount, all known, the twin search, the maker
    Scenario(name="unrelated: all there", right=FREE, **AT, waiting=WAITS, books=(STRANGE,)),
    *(
        Scenario(name=f"unrelated: the waiting {gap} is not known", right=OPEN, **AT,
                 waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, gap=(gap,)), books=(STRANGE,))
        for gap in ("customer", "total", "date")
    ),
    *(
        Scenario(name=f"unrelated: the holder lacks {lack}", right=OPEN, **AT, waiting=WAITS,
                 books=(STRANGE.but(more=(("lacks", lack),)),))
        for lack in ("TotalAmt", "CustomerRef")
    ),
    Scenario(name="unrelated: the holder lacks its currency, the figures are far apart", right=(*OPEN, *FREE), **AT,
             waiting=WAITS, books=(STRANGE.but(more=(("lacks", "CurrencyRef"),)),)),
    Scenario(name="unrelated: the search was cut short", right=OPEN, **AT, waiting=WAITS, books=(STRANGE,),
             nearby_whole=False),
    Scenario(name="unrelated: no list, nobody has said", right=OPEN, **AT, waiting=WAITS, books=(STRANGE,),
             listed_whole=False),
    Scenario(name="unrelated: no list, a person has said", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE.but(by_hand=True),), listed_whole=False),
    Scenario(name="unrelated: a person has said, but the list has it", right=OWNED, **AT, waiting=WAITS,
             books=(STRANGE.but(by_hand=True),), listed=(Rec(NUMBER, "Bellweather Optics Ltd", "233.10", -51),)),
    Scenario(name="unrelated: a stranger's credit memo in another currency, far apart", right=FREE, **AT,
             waiting=WAITS, books=(STRANGE.but(more=(("euros_at", "1.1000"), ("home", "256.41"))),)),
    # owned
    Scenario(name="owned: the list has number, customer and amount", right=OWNED, **AT, waiting=WAITS,
             books=(STRANGE,), listed=(Rec(NUMBER, "Bellweather Optics Ltd", "233.10", -51),)),
    Scenario(name="owned: an earlier version, another amount since", right=OWNED, **AT, waiting=WAITS,
             books=(STRANGE,), listed=(Rec(NUMBER, "Bellweather Optics Ltd", "260.00", -51),)),
    Scenario(name="owned: the other app has it", right=OWNED, **AT, waiting=WAITS, books=(STRANGE,),
             other=(Rec(NUMBER, "Bellweather Optics Ltd", "233.10", -50),)),
    Scenario(name="owned: a mark in a field of its own", right=OWNED, **AT, waiting=WAITS,
             books=(STRANGE.but(more=(("CustomField", MARK),)),)),
    Scenario(name="owned: the prefix alone, and no list", right=OPEN, **AT, waiting=WAITS, books=(STRANGE,),
             listed_whole=False, other=(Rec("INV-3307", CHIDI, "1.00", -3),)),
    Scenario(name="owned: the list has the number for a stranger to both, with another amount",
             right=(*OWNED, *FREE, *OPEN), **AT, waiting=WAITS, books=(STRANGE,),
             listed=(Rec(NUMBER, "Fabre, Luc", "12.00", -51),)),
    # none found
    Scenario(name="none: nothing anywhere", right=NONE, **AT, waiting=WAITS),
    Scenario(name="none: voided, with the number", right=OPEN, **AT, waiting=WAITS,
             books=(STRANGE.but(voided=True, named=False),)),
    Scenario(name="none: of an inactive customer, with the number", right=FREE, **AT, waiting=WAITS,
             people=(Person("Bellweather Optics Ltd", active=False),), books=(STRANGE.but(named=False),)),
    Scenario(name="none: nothing has it, the search was cut short", right=OPEN, **AT, waiting=WAITS,
             nearby_whole=False),
    Scenario(name="none: nothing has it, a possible twin is near", right=OPEN, **AT, waiting=WAITS,
             books=(TWIN.but(about="Fees"),)),
    Scenario(name="none: nothing has it, a payment of the sum waits to be applied", right=OPEN, **AT, waiting=WAITS,
             books=(doc("Payment", None, CHIDI, TOTAL, -2),)),
    *(
        Scenario(name=f"none: nothing has it, the waiting {gap} is not known", right=OPEN, **AT,
                 waiting=Bill(CHIDI, TOTAL, matter=MATTER, back=12, gap=(gap,)))
        for gap in ("customer", "total", "date")
    ),
    Scenario(name="none: nothing has it, it is not known what failed", right=OPEN, **AT,
             waiting=Bill(CHIDI, TOTAL, kind="unknown", matter=MATTER, back=12)),
    Scenario(name="none: only an estimate has it, and that is not what the text named", right=(*NONE, *FREE), **AT,
             waiting=WAITS, books=(STRANGE.but(deleted=True), STRANGE.but(entity="Estimate", named=False))),
    # trust: a line or a deposit
    Scenario(name="trust: an invoice of a stranger, deposited to trust", right=(V.JOURNAL_OR_TRUST,), **AT,
             waiting=WAITS, books=(STRANGE.but(entity="SalesReceipt", more=(("deposit_to", TRUST_BANK),)),)),
    Scenario(name="trust: one of several holders is on trust, the text names the other", right=(V.JOURNAL_OR_TRUST,),
             **AT, waiting=WAITS,
             books=(STRANGE, STRANGE.but(entity="RefundReceipt", who="Fabre, Luc", amount="5.00", named=False,
                                         more=(("account", "Client Trust Liability"),)))),
)  # fmt: skip
