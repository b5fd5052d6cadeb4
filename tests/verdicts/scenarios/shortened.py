"""Rule 3 by shortened names: initials, abbreviations, signs for words; they count against "unrelated" alone."""

from verdicts.scenarios.told import FREE, HOLDER, OPEN, SUM, TWIN, Bill, Scenario

# What waits, and how QuickBooks has the same customer, perhaps.
SHORT = (
    ("PricewaterhouseCoopers", "PwC"),
    ("PwC", "PricewaterhouseCoopers LLP"),
    ("IBM", "International Business Machines"),
    ("International Business Machines Corporation", "IBM Corp."),
    ("Smith, John", "J. Smith"),
    ("J. R. Smith", "Smith, John Robert"),
    ("St. Brendan Parish", "Saint Brendan Parish"),
    ("Saint Olave", "St Olave"),
    ("Lark & Wren", "Lark and Wren"),
    ("R and D Partners", "R&D Partners"),
    ("American Telephone and Telegraph", "AT&T"),
    ("General Electric Company", "GE"),
    ("Hewlett-Packard", "HP Inc."),
    ("New York University", "NYU"),
    ("Bank of America", "B of A"),
    ("United Parcel Service Inc.", "UPS"),
    ("US Postal Service", "USPS"),
    ("Northern Lakes Water Authority", "NLWA"),
    ("Microsoft", "MSFT"),
    ("Kraus, Wilhelm", "Kraus, Wm."),
    ("Tri-County Mfg. Assn.", "Tri County Manufacturing Association"),
    ("1st Federal Savings", "First Federal Savings"),
)
# Short ones that have nothing to do with each other.
APART = (
    ("PwC", "Kowalski, Petr"),
    ("IBM", "Marigold Freight LLC"),
    ("GE", "Hollis Freight Corp"),
    ("Lee", "Vandermeer, Joost"),
    ("UPS", "Quarry House"),
    ("International Business Machines", "International Paper"),
    ("NLWA", "Abara, Ngozi"),
)

TABLE = (
    *(
        Scenario(name=f"3 {theirs} holds the number of {ours}, another amount", right=OPEN,
                 waiting=Bill(customer=ours), books=(HOLDER.but(who=theirs),))
        for ours, theirs in SHORT
    ),
    *(
        Scenario(name=f"3 {theirs} has the very sale of {ours} under another number", right=OPEN,
                 waiting=Bill(customer=ours),
                 books=(HOLDER.but(who="Fairweather, Otis"), TWIN.but(who=theirs, about="Fees", twin=False)))
        for ours, theirs in SHORT
    ),
    *(
        Scenario(name=f"3 {theirs} has the very bill of {ours} under its number", right=OPEN,
                 waiting=Bill(customer=ours), books=(HOLDER.but(entity="Invoice", who=theirs, amount=SUM),))
        for ours, theirs in SHORT
    ),
    *(
        Scenario(name=f"3 {ours} and {theirs} are strangers", right=FREE if "Paper" not in theirs else (*FREE, *OPEN),
                 waiting=Bill(customer=ours), books=(HOLDER.but(who=theirs),))
        for ours, theirs in APART
    ),
)  # fmt: skip
