"""Rules 2 and 3: the same number with a like customer or a like amount, and how names are compared."""

from verdicts.scenarios.told import (
    FREE,
    HOLDER,
    IDA,
    LUIS,
    NUMBER,
    OPEN,
    POSTED,
    SUM,
    Bill,
    Person,
    Scenario,
    V,
    doc,
)

SAME = (V.SAME_DOCUMENT,)
BAY = "Bayfront Dental LLC"

TABLE = (
    Scenario(
        name="2 another customer and another amount are unrelated",
        right=FREE,
        books=(HOLDER.but(proposed="CM-1234"),),
        says=LUIS,
    ),
    Scenario(
        name="2 the suggested number is taken, so the next is proposed",
        right=FREE,
        books=(HOLDER.but(proposed="1234-CM"), doc("Invoice", "CM-1234", LUIS, "12.00", -40)),
    ),
    Scenario(
        name="2 the same customer, another amount",
        right=OPEN,
        books=(POSTED.but(amount="75.00", about="Copies"),),
        says=IDA,
    ),
    Scenario(
        name="2 a like customer, another amount",
        right=OPEN,
        books=(HOLDER.but(who="Brandt, Ida M."),),
        says="Brandt, Ida M.",
    ),
    Scenario(name="2 a stranger, the very amount", right=OPEN, books=(HOLDER.but(amount=SUM),)),
    Scenario(name="2 a stranger, one cent less", right=OPEN, books=(HOLDER.but(amount="479.99"),)),
    Scenario(name="2 a stranger, one cent more", right=OPEN, books=(HOLDER.but(amount="480.01"),)),
    Scenario(name="2 a stranger, a dollar more", right=FREE, books=(HOLDER.but(amount="481.00"),)),
    Scenario(
        name="2 a stranger, the very amount before tax",
        right=OPEN,
        books=(HOLDER.but(entity="Invoice", amount=SUM, more=(("tax", "38.40"),)),),
    ),
    Scenario(
        name="2 a stranger, the very amount before a discount",
        right=OPEN,
        books=(HOLDER.but(entity="Invoice", amount=SUM, more=(("discount", "80.00"),)),),
    ),
    Scenario(
        name="2 a stranger, the very amount before a retainer",
        right=OPEN,
        books=(HOLDER.but(entity="Invoice", amount=SUM, more=(("retainer", "180.00"),)),),
    ),
    Scenario(
        name="2 a stranger, the very amount still open",
        right=OPEN,
        books=(HOLDER.but(entity="Invoice", amount="900.00", more=(("paid", "420.00"),)),),
    ),
    Scenario(
        name="2 a stranger in euros, equal in home currency",
        right=OPEN,
        books=(HOLDER.but(entity="Invoice", amount="442.40", more=(("euros_at", "1.0850"), ("home", SUM))),),
    ),
    Scenario(
        name="2 a bill in euros and a stranger in dollars near it at some rate",
        right=OPEN,
        waiting=Bill(currency="EUR"),
        books=(HOLDER.but(entity="Invoice", amount="521.30"),),
    ),
    Scenario(
        name="2 the very sale in another currency is not the same document",
        right=OPEN,
        waiting=Bill(currency="EUR"),
        books=(POSTED,),
    ),
    Scenario(
        name="2 both in euros: the same document",
        right=SAME,
        waiting=Bill(currency="EUR"),
        books=(POSTED.but(more=(("euros_at", "1.0850"), ("home", "520.80"))),),
    ),
    Scenario(
        name="2 a holder whose amount can't be known",
        right=OPEN,
        books=(HOLDER.but(more=(("lacks", "TotalAmt"),)),),
    ),
    Scenario(
        name="2 a holder whose customer can't be known",
        right=OPEN,
        books=(HOLDER.but(more=(("lacks", "CustomerRef"),)),),
    ),
    Scenario(
        name="2 the holder's number is stored with a blank",
        right=FREE,
        books=(HOLDER.but(number=f"{NUMBER} "),),
    ),
    Scenario(
        name="2 a longer number that holds the number is no holder",
        right=(V.NONE_FOUND,),
        books=(HOLDER.but(number=f"{NUMBER}5", named=False), HOLDER.but(number=f"X{NUMBER}", named=False)),
    ),
    Scenario(
        name="3 an LLC and a corporation of one name are two",
        right=OPEN,
        waiting=Bill(customer=BAY),
        books=(POSTED.but(who="Bayfront Dental Inc."),),
    ),
    Scenario(
        name="3 the exact name proves the customer",
        right=SAME,
        waiting=Bill(customer=BAY),
        books=(POSTED.but(who=BAY),),
    ),
    Scenario(
        name="3 Clio's mark of the very client proves the customer",
        right=SAME,
        waiting=Bill(client_id="88213"),
        books=(POSTED.but(who=f"{IDA} Clio 88213"),),
    ),
    Scenario(
        name="3 Clio's mark of another client of the name proves nothing",
        right=OPEN,
        waiting=Bill(client_id="88213"),
        books=(POSTED.but(who=f"{IDA} Clio 88299"),),
    ),
    Scenario(
        name="3 the e-mail proves the customer",
        right=SAME,
        waiting=Bill(email="ida@brandt.invalid"),
        people=(Person("Elmwood Gardens", email="ida@brandt.invalid"),),
        books=(POSTED.but(who="Elmwood Gardens"),),
    ),
    Scenario(
        name="3 a like name proves nothing",
        right=OPEN,
        books=(POSTED.but(who="Brandt, Ada"),),
    ),
    Scenario(
        name="3 father and son",
        right=OPEN,
        books=(POSTED.but(who=f"{IDA} Jr."),),
    ),
    Scenario(
        name="3 an e-mail that two share proves nothing by itself",
        right=OPEN,
        waiting=Bill(email="home@brandt.invalid"),
        people=(Person(IDA, email="home@brandt.invalid"), Person("Brandt, Jonas", email="home@brandt.invalid")),
        books=(POSTED.but(who="Brandt, Jonas", about="Legal services, matter 00099-Jonas"),),
    ),
    Scenario(
        name="3 strangers who share a first name are strangers",
        right=(*FREE, *OPEN),
        books=(HOLDER.but(who="Kowalski, Ida"),),
    ),
    Scenario(
        name="3 strangers who share a form of company are strangers",
        right=FREE,
        waiting=Bill(customer=BAY),
        books=(HOLDER.but(who="Marigold Freight LLC"),),
    ),
    Scenario(
        name="3 strangers who share an initial are strangers",
        right=FREE,
        waiting=Bill(customer="Baker, Kevin E."),
        books=(HOLDER.but(who="Hall, Ruth E."),),
    ),
)
