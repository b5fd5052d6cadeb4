"""Rules 7 to 10 and 12 with other people and sums: what failed, whether it will post, where, who gives way."""

from dataclasses import replace
from datetime import date
from typing import Any

from verdicts.judging import FACTS
from verdicts.ledger import CHECKING, RENT
from verdicts.scenarios.told import FREE, OPEN, Bill, Person, Rec, Scenario, V, doc

SAME, NONE, TRUST = (V.SAME_DOCUMENT,), (V.NONE_FOUND,), (V.JOURNAL_OR_TRUST,)
ANY = tuple(V)
VERA, TOTAL, MATTER = "Lindqvist, Vera", "3075.50", "00881-Lindqvist"
NUMBER = "2026-119"
ABOUT = f"Estate matter {MATTER}"
AT: dict[str, Any] = {"number": NUMBER}
STRANGE = doc("SalesReceipt", NUMBER, "Moreau Antiques", "415.00", -70, "Appraisal", named=True)
ITSELF = doc("Invoice", NUMBER, VERA, TOTAL, 1, ABOUT, named=True)
TWIN = ITSELF.but(number="5519", named=False)


def waits(**more: object) -> Bill:
    """The waiting document with changes."""
    return replace(Bill(VERA, TOTAL, matter=MATTER, back=25), **more)  # type: ignore[arg-type]


WAITS = waits()

TABLE = (
    # 7
    Scenario(name="7 a voided stranger's invoice beside an open stranger's", right=OPEN, **AT, waiting=WAITS,
             books=(STRANGE, STRANGE.but(entity="Invoice", who="Okoro, Ada", amount="9.00", voided=True, named=False))),
    Scenario(name="7 the very bill, voided, and nothing else", right=OPEN, **AT, waiting=WAITS,
             books=(ITSELF.but(voided=True, named=False),)),
    Scenario(name="7 a voided estimate of a stranger beside a stranger's receipt", right=(*OPEN, *FREE), **AT,
             waiting=WAITS,
             books=(STRANGE, STRANGE.but(entity="Estimate", who="Okoro, Ada", amount="9.0", voided=True, named=False))),
    *(
        Scenario(name=f"7 a {state} document waits, its twin is there", right=ANY, **AT, waiting=waits(state=state),
                 books=(ITSELF,), state="no_longer_needed")
        for state in ("draft", "voided", "deleted")
    ),
    # 8
    *(
        Scenario(name=f"8 what failed is a {kind.replace('_', ' ')}, a stranger has the number", right=right, **AT,
                 waiting=waits(kind=kind), books=(STRANGE,))
        for kind, right in (
            ("bill", FREE), ("interest_charge", FREE), ("credit_note", FREE), ("payment", OPEN),
            ("trust_transaction", OPEN), ("unknown", OPEN),
        )
    ),
    *(
        Scenario(name=f"8 what failed is a {kind.replace('_', ' ')}, the bill of all that has the number", right=OPEN,
                 **AT, waiting=waits(kind=kind), books=(ITSELF,))
        for kind in ("credit_note", "payment", "trust_transaction", "unknown")
    ),
    Scenario(name="8 an interest charge that is there already", right=SAME, **AT,
             waiting=waits(kind="interest_charge", total="44.10"), books=(ITSELF.but(amount="44.10"),)),
    Scenario(name="8 a credit note that is there already", right=SAME, waiting=waits(kind="credit_note"),
             **AT, books=(ITSELF.but(entity="CreditMemo", about=f"Credit for {MATTER}"),)),
    Scenario(name="8 a credit note, its twin is a credit memo under another number", right=(*SAME, *OPEN), **AT,
             waiting=waits(kind="credit_note"), books=(STRANGE, TWIN.but(entity="CreditMemo"))),
    Scenario(name="8 a credit note, the customer's invoice of the sum is near", right=(*FREE, *OPEN), **AT,
             waiting=waits(kind="credit_note"), books=(STRANGE, TWIN)),
    Scenario(name="8 a trust request, a journal entry has the number", right=TRUST, **AT,
             waiting=waits(kind="trust_transaction"),
             books=(doc("JournalEntry", NUMBER, "", "50.00", -3, accounts=(RENT, CHECKING), named=True),)),
    Scenario(name="8 nothing at all is known, a journal entry has the number", right=TRUST, **AT, waiting=None,
             books=(doc("JournalEntry", NUMBER, "", "50.00", -3, accounts=(RENT, CHECKING), named=True),)),
    Scenario(name="8 a sum of nothing waits", right=OPEN, **AT, waiting=waits(total="0.00"), books=(STRANGE,)),
    Scenario(name="8 a sum below nothing waits", right=OPEN, **AT, waiting=waits(total="-3075.50"), books=(STRANGE,)),
    # 9
    Scenario(name="9 closed through the day before the waiting document's", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE.but(days=5),), facts=replace(FACTS, closed_through=date(2026, 10, 25)),
             blocks_not=("waiting_document_in_closed_books",)),
    Scenario(name="9 closed through the very day of the waiting document", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE.but(days=5),), facts=replace(FACTS, closed_through=date(2026, 10, 26)),
             blocks=("waiting_document_in_closed_books",), state="blocked"),
    Scenario(name="9 the holder's day is closed, the waiting one's is open", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE,), facts=replace(FACTS, closed_through=date(2026, 10, 1)), blocks=("closed_books",)),
    Scenario(name="9 a company in France", right=FREE, **AT, waiting=WAITS, books=(STRANGE,),
             facts=replace(FACTS, country="FR"), blocks=("country",)),
    *(
        Scenario(name=f"9 a company in {country}", right=FREE, **AT, waiting=WAITS, books=(STRANGE,),
                 facts=replace(FACTS, country=country), blocks_not=("country",))
        for country in ("CA", "GB", "AU", "NZ", "IE")
    ),
    Scenario(name="9 the waiting customer is inactive, a stranger has the number", right=FREE, **AT, waiting=WAITS,
             people=(Person(VERA, active=False),), books=(STRANGE,), blocks=("customer_inactive",)),
    # 10
    Scenario(name="10 nobody here is the waiting customer, the named id is another type", right=ANY, **AT,
             waiting=waits(customer="Zelenko, Darya"),
             books=(STRANGE.but(number="P-1", more=(("named_as", "Invoice"),)),), blocks=("wrong_company",)),
    Scenario(name="10 the customer is here, the named id is gone", right=(*NONE, *OPEN), **AT, waiting=WAITS,
             people=(Person(VERA),), books=(STRANGE.but(deleted=True),), blocks_not=("wrong_company",)),
    # 12
    Scenario(name="12 a credit memo and a receipt make way", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE.but(proposed=f"SR-{NUMBER}"),
                    STRANGE.but(entity="CreditMemo", who="Okoro, Ada", amount="9.00", named=False,
                                proposed=f"CM-{NUMBER}"))),
    Scenario(name="12 beside a stranger's estimate only the receipt makes way", right=FREE, **AT, waiting=WAITS,
             books=(STRANGE.but(proposed=f"SR-{NUMBER}"),
                    STRANGE.but(entity="Estimate", who="Okoro, Ada", amount="9.00", named=False))),
    # the same bill again after somebody changed its number in QuickBooks
    Scenario(name="owned: renumbered by hand since, the text names it, the list has it", right=(*NONE, *OPEN), **AT,
             waiting=WAITS, books=(STRANGE.but(number=f"{NUMBER}-OLD"),),
             listed=(Rec("2026-118", "Moreau Antiques", "415.00", -70),)),
    Scenario(name="5 a bill of the source, renumbered by hand to the waiting number", right=(V.OWNED_BY_SOURCE,), **AT,
             waiting=WAITS, books=(STRANGE.but(entity="Invoice"),),
             listed=(Rec("2026-101", "Moreau Antiques", "415.00", -70),)),
    Scenario(name="5 a bill of the source, renumbered by hand to the waiting number, days apart",
             right=(V.OWNED_BY_SOURCE,), **AT, waiting=WAITS, books=(STRANGE.but(entity="Invoice"),),
             listed=(Rec("2026-101", "Moreau Antiques", "415.00", -73),)),
    Scenario(name="1 the waiting bill was posted and then renumbered by hand", right=SAME, **AT, waiting=WAITS,
             books=(STRANGE, TWIN.but(number=f"{NUMBER}-A", twin=True))),
    Scenario(name="1 the waiting bill was posted, renumbered by hand and dated otherwise", right=OPEN, **AT,
             waiting=WAITS, books=(STRANGE, TWIN.but(number=f"{NUMBER}-A", days=-20))),
    Scenario(name="5 the memo says that Clio made it, the whole list lacks it", right=(*FREE, *OPEN), **AT,
             waiting=WAITS, books=(STRANGE.but(more=(("PrivateNote", "Created by Clio"),)),)),
    Scenario(name="5 the memo says that Clio made it, and no list", right=OPEN, **AT, listed_whole=False,
             waiting=WAITS, books=(STRANGE.but(more=(("PrivateNote", "Created by Clio"),)),)),
    Scenario(name="5 the memo says that Clio made it, a person says that it was copied by hand", right=FREE, **AT,
             listed_whole=False, waiting=WAITS,
             books=(STRANGE.but(by_hand=True, more=(("PrivateNote", "Created by Clio"),)),)),
)  # fmt: skip
