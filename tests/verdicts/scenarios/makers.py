"""Rules 5 and 6: who made the holder, what a memo or a mark proves, and several holders of one number."""

from verdicts.ledger import CHECKING, HELD, RENT, TRUST_BANK, TRUST_LIABILITY
from verdicts.scenarios.told import (
    FOR_IDA,
    FREE,
    HOLDER,
    IDA,
    LUIS,
    NUMBER,
    OPEN,
    POSTED,
    SUM,
    TWIN,
    Rec,
    Scenario,
    V,
    doc,
)

OWNED, TRUST, PURCHASE, SAME = (V.OWNED_BY_SOURCE,), (V.JOURNAL_OR_TRUST,), (V.PURCHASE_SIDE,), (V.SAME_DOCUMENT,)
INVOICE = HOLDER.but(entity="Invoice")
THEIRS = Rec(NUMBER, LUIS, "85.00", -30)
MARK = ({"DefinitionId": "1", "Name": "Clio Bill ID", "Type": "StringType", "StringValue": "70411873"},)
BLANK_MARK = ({"DefinitionId": "1", "Name": "Crew #", "Type": "StringType"},)
JOURNAL = doc("JournalEntry", NUMBER, "", "60.00", -9, accounts=(RENT, CHECKING), named=True)
CHECK = doc("Purchase", NUMBER, "", "61.00", -9, named=True)

TABLE = (
    Scenario(
        name="5 the memo names the matter, the customer and the amount are others",
        right=(*FREE, *OPEN),
        books=(INVOICE.but(about=FOR_IDA),),
    ),
    Scenario(
        name="5 the memo names the matter, the amount is the very one, the customer another",
        right=OPEN,
        books=(INVOICE.but(about=FOR_IDA, amount=SUM),),
    ),
    Scenario(
        name="5 no list and nobody's word: who made it is not known",
        right=OPEN,
        books=(HOLDER,),
        listed_whole=False,
    ),
    Scenario(
        name="5 no list, but a person says that it was made by hand",
        right=FREE,
        books=(HOLDER.but(by_hand=True),),
        listed_whole=False,
    ),
    Scenario(
        name="5 of two holders a person has spoken of one only",
        right=OPEN,
        books=(HOLDER.but(by_hand=True), INVOICE.but(amount="44.00", named=False)),
        listed_whole=False,
    ),
    Scenario(
        name="5 the last editor says nothing about the maker",
        right=OPEN,
        books=(HOLDER.but(more=(("editor", "9130000000099"),)),),
        listed_whole=False,
    ),
    Scenario(name="5 the source lists the holder itself", right=OWNED, books=(INVOICE,), listed=(THEIRS,)),
    Scenario(
        name="5 the source lists the holder, and its list was cut short after that",
        right=(*OWNED, *OPEN),
        books=(INVOICE,),
        listed=(THEIRS,),
        listed_whole=False,
    ),
    Scenario(
        name="5 the source lists a bill of that client and amount under another number, months ago",
        right=(*FREE, *OPEN),
        books=(INVOICE,),
        listed=(Rec("880", LUIS, "85.00", -200),),
    ),
    Scenario(
        name="5 the company's other source lists the holder",
        right=OWNED,
        books=(INVOICE,),
        other=(THEIRS,),
    ),
    Scenario(
        name="5 the company's other source can't be read",
        right=OPEN,
        books=(INVOICE,),
        other=(),
        other_whole=False,
    ),
    Scenario(
        name="5 the company's other source can't be read, a person says that it was made by hand",
        right=FREE,
        books=(INVOICE.but(by_hand=True),),
        other=(),
        other_whole=False,
    ),
    Scenario(
        name="5 both sources were read, and neither has it",
        right=FREE,
        books=(INVOICE,),
        other=(),
    ),
    Scenario(
        name="5 a source's mark in a custom field",
        right=OWNED,
        books=(INVOICE.but(more=(("CustomField", MARK),)),),
    ),
    Scenario(
        name="5 a custom field without a source's mark",
        right=FREE,
        books=(INVOICE.but(more=(("CustomField", BLANK_MARK),)),),
    ),
    Scenario(
        name="5 a prefix alone proves nothing",
        right=OPEN,
        number="APP-1300",
        books=(INVOICE.but(number="APP-1300"),),
        listed_whole=False,
    ),
    Scenario(
        name="5 QuickBooks continued the app's numbers",
        right=(V.PREFIX_CONTINUED,),
        number="APP-1300",
        books=(INVOICE.but(number="APP-1300", proposed="INV-APP-1300"),),
        listed=(Rec("APP-1299", IDA, "31.00", -3), Rec("APP-1298", "Haddad, Samir", "32.00", -5)),
    ),
    Scenario(name="6 two strangers", right=FREE, books=(HOLDER, INVOICE.but(amount="44.00", who="Kim, Sora"))),
    Scenario(name="6 a stranger and the bill itself", right=SAME, books=(HOLDER.but(named=False), POSTED)),
    Scenario(
        name="6 a stranger and one of the customer's name",
        right=OPEN,
        books=(HOLDER, INVOICE.but(who="Brandt, Ida M.", named=False)),
    ),
    Scenario(
        name="6 a stranger and a document of the source",
        right=OWNED,
        books=(HOLDER.but(amount="44.00", who="Kim, Sora", named=False), INVOICE),
        listed=(THEIRS,),
    ),
    Scenario(name="6 the bill itself and a journal entry", right=SAME, books=(POSTED, JOURNAL.but(named=False))),
    Scenario(name="6 a journal entry is named, a stranger has the number too", right=TRUST, books=(JOURNAL, HOLDER)),
    Scenario(
        name="6 a trust document and one of the source",
        right=TRUST,
        books=(INVOICE, HOLDER.but(entity="SalesReceipt", amount="44.00", more=(("account", HELD),), named=False)),
        listed=(THEIRS,),
    ),
    Scenario(
        name="6 a check is named, one of the customer's name has the number too",
        right=(*PURCHASE,),
        books=(CHECK, INVOICE.but(who="Brandt, Ida M.", named=False)),
    ),
    Scenario(name="6 a check is named, a twin is near", right=SAME, books=(CHECK, TWIN)),
    Scenario(name="6 a journal entry is named, a twin is near", right=SAME, books=(JOURNAL, TWIN)),
    Scenario(
        name="6 two bills wait for the number",
        right=(*FREE, *OPEN),
        books=(HOLDER,),
        listed=(Rec(NUMBER, "Kim, Sora", "33.00", 2),),
    ),
    Scenario(name="a journal entry is locked", right=TRUST, books=(JOURNAL,)),
    Scenario(
        name="a trust journal entry of the very client and amount is locked",
        right=TRUST,
        books=(doc("JournalEntry", NUMBER, IDA, SUM, 0, accounts=(TRUST_BANK, TRUST_LIABILITY), named=True),),
    ),
    Scenario(
        name="an invoice on a trust account is locked",
        right=TRUST,
        books=(INVOICE.but(more=(("account", TRUST_LIABILITY),)),),
    ),
    Scenario(
        name="an invoice on an account that only the settings call trust is locked",
        right=TRUST,
        books=(INVOICE.but(more=(("account", HELD),)),),
    ),
    Scenario(
        name="a receipt paid into the trust bank is locked",
        right=TRUST,
        books=(HOLDER.but(entity="SalesReceipt", more=(("deposit_to", TRUST_BANK),)),),
    ),
    Scenario(
        name="a check on the trust bank is locked",
        right=TRUST,
        books=(CHECK.but(more=(("bank", TRUST_BANK),)),),
    ),
    *(
        Scenario(name=f"{entity} is on the purchase side", right=PURCHASE, books=(CHECK.but(entity=entity),))
        for entity in ("Bill", "VendorCredit", "BillPayment", "Purchase", "PurchaseOrder")
    ),
    Scenario(
        name="a vendor's bill of the very amount is on the purchase side",
        right=PURCHASE,
        books=(CHECK.but(entity="Bill", amount=SUM),),
    ),
    Scenario(
        name="a customer's payment whose id is named",
        right=PURCHASE,
        number=NUMBER,
        books=(doc("Payment", NUMBER, LUIS, "85.00", -5, named=True, PaymentRefNum=NUMBER),),
    ),
    Scenario(name="nothing has the number", right=(V.NONE_FOUND,)),
    Scenario(
        name="nothing has it, and the document that is named is gone",
        right=(V.NONE_FOUND, *OPEN),
        books=(HOLDER.but(deleted=True),),
    ),
    Scenario(
        name="nothing has it, and the document that is named has another number now",
        right=(V.NONE_FOUND,),
        books=(HOLDER.but(number="CM-1234"),),
    ),
    Scenario(
        name="nothing has it, and the bill itself has another number now",
        right=SAME,
        books=(POSTED.but(number="INV-1234", twin=True),),
    ),
)
