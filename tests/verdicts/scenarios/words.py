"""Rules 3 to 5 and 7 by the words on a document: what they prove, what only sounds like it, and zeros without any."""

from dataclasses import replace

from verdicts.judging import FACTS
from verdicts.scenarios.told import FOR_IDA, FREE, HOLDER, IDA, OPEN, POSTED, SUM, TWIN, Bill, Rec, Scenario, V, doc

SAME = (V.SAME_DOCUMENT,)
OTHER = TWIN.but(twin=False)
INVOICE = HOLDER.but(entity="Invoice")
HOUR = (("Consultation, one hour", SUM),)
SOLD_BY = ({"DefinitionId": "1", "Name": "Sales rep", "Type": "StringType", "StringValue": "Cliona"},)
NO_MATTER = Bill(gap=("references",), lines=HOUR)

# What the waiting line says, and what the line of a sale of the same customer, sum and week says instead.
OTHER_WORK = (
    ("Trademark filing class 9", "Trademark filing class 35"),
    ("Closing of 41 Elm Street", "Closing of 14 Elm Street"),
    ("Will for Ida Brandt", "Will for Jonas Brandt"),
    ("Background check Peter Novak", "Background check Maria Lopez"),
    ("Bookkeeping Q4", "Bookkeeping Q3"),
    ("Cleaning, week of Oct 31", "Cleaning, week of Oct 24"),
    ("Yoga class Thursday", "Yoga class Tuesday"),
    ("Third session", "Second session"),
    ("Stage III", "Stage II"),
)

TABLE = (
    *(
        Scenario(
            name=f"4 {ours} is not {theirs}",
            right=OPEN,
            books=(POSTED.but(about=theirs),),
            waiting=Bill(gap=("references",), lines=((ours, SUM),)),
        )
        for ours, theirs in OTHER_WORK
    ),
    Scenario(
        name="4 a month is the same by its short name",
        right=(*SAME, *OPEN),
        waiting=Bill(gap=("references",), lines=(("Hosting October 2026", SUM),)),
        books=(POSTED.but(about="Hosting Oct 2026"),),
    ),
    Scenario(name="2 a currency in small letters", right=SAME, waiting=Bill(currency="usd"), books=(HOLDER, TWIN)),
    Scenario(
        name="4 a matter that is called 2026 is not named by October 2026",
        right=OPEN,
        waiting=Bill(matter="2026"),
        books=(HOLDER, OTHER.but(about="Services, October 2026")),
    ),
    Scenario(
        name="4 a matter of digits alone is not named by a telephone number",
        right=OPEN,
        waiting=Bill(matter="4711"),
        books=(HOLDER, OTHER.but(about="Call 555 4711 about the lease")),
    ),
    Scenario(
        name="4 a matter of digits alone is named as a matter",
        right=SAME,
        waiting=Bill(matter="4711"),
        books=(HOLDER, TWIN.but(about="Legal services, matter 4711")),
    ),
    *(
        Scenario(
            name=f"4 the waiting matter is only a piece of {longer}",
            right=OPEN,
            books=(POSTED.but(about=f"Legal services, matter {longer}"),),
        )
        for longer in ("100012-Brandt", "00012-Brandtner", "00012-Brandt-2")
    ),
    Scenario(
        name="4 the words name both matters",
        right=OPEN,
        books=(POSTED.but(about="Moved from matter 00012-Brandt to 00077-Brandt"),),
    ),
    *(
        Scenario(name=f"4 its words: {words}", right=OPEN, books=(HOLDER, OTHER.but(about=words)))
        for words in (
            "Second instalment of invoice 1234",
            "Second half, balance of invoice 1234",
            "Copy of invoice 1234",
            f"{FOR_IDA}, invoice 1 of 2",
        )
    ),
    Scenario(
        name="4 a twin under another number that names the bill",
        right=SAME,
        books=(HOLDER, TWIN.but(about="Clio bill 1234")),
    ),
    Scenario(
        name="4 an hour of the same week, no list says whether it was billed by itself",
        right=OPEN,
        waiting=NO_MATTER,
        books=(HOLDER, OTHER.but(about=HOUR[0][0], days=-3)),
        listed_whole=False,
    ),
    Scenario(
        name="4 an hour of the same week, and the list knows of no other",
        right=SAME,
        waiting=NO_MATTER,
        books=(HOLDER, TWIN.but(about=HOUR[0][0], days=-3)),
    ),
    Scenario(
        name="4 an hour of the same week has the number itself",
        right=SAME,
        waiting=NO_MATTER,
        books=(POSTED.but(about=HOUR[0][0]),),
        listed_whole=False,
    ),
    Scenario(
        name="4 a fee of every week is listed by itself, though matter, figure and week agree",
        right=(*FREE, *OPEN),
        books=(HOLDER, OTHER.but(days=-6)),
        listed=(Rec("M-7", IDA, SUM, -6),),
    ),
    Scenario(
        name="4 the matter agrees and the month doesn't",
        right=OPEN,
        waiting=Bill(lines=((f"{FOR_IDA}, November 2026", SUM),)),
        books=(POSTED.but(about=f"{FOR_IDA}, October 2026", days=-5),),
    ),
    Scenario(
        name="7 a zero whose memo somebody has written over is not an amount",
        right=OPEN,
        books=(INVOICE.but(amount="0.00", more=(("PrivateNote", "See invoice 1300"),)),),
    ),
    Scenario(
        name="7 a zero that is voided in another language is not an amount",
        right=OPEN,
        books=(INVOICE.but(amount="0.00", more=(("PrivateNote", "Annulée"),)),),
    ),
    Scenario(
        name="2 no currency is named, and QuickBooks doesn't say whether it keeps several",
        right=OPEN,
        waiting=Bill(currency=None),
        books=(HOLDER,),
        facts=replace(FACTS, multicurrency=None),
    ),
    Scenario(
        name="2 no currency is named, and the company has one",
        right=FREE,
        waiting=Bill(currency=None),
        books=(HOLDER,),
    ),
    *(
        Scenario(
            name=f"3 {theirs} may be {ours}", right=OPEN, waiting=Bill(customer=ours), books=(HOLDER.but(who=theirs),)
        )
        for ours, theirs in (
            ("AT&T", "ATT Inc."),
            ("H & M", "HM Inc"),
            ("J.P. Stone", "JP Stone"),
            ("E.ON", "EON SE"),
            ("Capital Group", "The Capital Group Cos"),
        )
    ),
    *(
        Scenario(
            name=f"3 {theirs} is a stranger to {ours}",
            right=FREE,
            waiting=Bill(customer=ours),
            books=(HOLDER.but(who=theirs),),
        )
        for ours, theirs in (("Alpin AG", "Nordlicht AG"), ("Smith Family Dental", "The Okafor Family Trust"))
    ),
    Scenario(
        name="4 a copied invoice names the bill, and the source lists it by itself",
        right=(*OPEN, *FREE),
        books=(HOLDER, OTHER.but(about="Clio bill 1234")),
        listed=(Rec("M-7", IDA, SUM, 1),),
    ),
    Scenario(
        name="5 an app's name inside another word is no mark",
        right=FREE,
        books=(INVOICE.but(more=(("CustomField", SOLD_BY),)),),
    ),
    Scenario(
        name="3 names of nothing but common words are not alike by that",
        right=(*FREE, *OPEN),
        waiting=Bill(customer="The Design Group"),
        books=(HOLDER.but(who="Legal Services LLC"),),
    ),
    Scenario(
        name="4 an opening balance is no sale, but may hold one",
        right=OPEN,
        books=(HOLDER, doc("Invoice", "M-9", IDA, "2400.00", -20, "Opening Balance")),
    ),
)
