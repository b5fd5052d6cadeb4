"""Rule 3 once more: names as people write them; the search must find them, and likeness must count one way only."""

from verdicts.scenarios.told import FOR_IDA, FREE, HOLDER, IDA, OPEN, POSTED, SUM, TWIN, Bill, Scenario, V

SAME = (V.SAME_DOCUMENT,)
ODD = (
    *("O'Brien, Nuala", "Núñez, Íñigo", "Li, Bo", "王伟", "Smith & Sons", "The Law Group LLC", "100% Pure Water LLC"),
    *("A B", "de la Cruz, Ana", "Müller-Lüdenscheidt GmbH", "X", "Back\\slash Co", "Иванова, Ольга", "3M"),
    *("Ng, Vy", "St. James's Parish", "Estate of Ida Brandt", '"Ace" Plumbing', "Åström Å", "Van Dyke_Holdings"),
)
ALMOST = {
    "without its accents": ("Núñez, Íñigo", "Nunez, Inigo"),
    "in capitals": (IDA, "BRANDT, IDA"),
    "in another order": (IDA, "Ida Brandt"),
    "with two blanks": (IDA, "Brandt,  Ida"),
    "with a letter left out": (IDA, "Brant, Ida"),
    "with two letters swapped": (IDA, "Brnadt, Ida"),
    "by a short first name": ("Miller, Robert", "Miller, Bob"),
    "with a middle initial": (IDA, "Brandt, Ida K."),
    "with a title": (IDA, "Dr. Ida Brandt"),
    "with the spouse": (IDA, "Brandt, Ida and Jonas"),
    "as an estate": (IDA, "Estate of Ida Brandt"),
    "without the form of company": ("Bayfront Dental LLC", "Bayfront Dental"),
    "with an ampersand": ("Smith and Sons", "Smith & Sons"),
    "hyphened": ("Garcia Lopez, Eva", "Garcia-Lopez, Eva"),
    "with a married name": (IDA, "Brandt-Kowalski, Ida"),
    "as one word": ("Blue Heron Foods", "BlueHeron Foods"),
    "with another umlaut": ("Müller, Eva", "Mueller, Eva"),
    "with a curly apostrophe": ("O'Brien, Nuala", "O’Brien, Nuala"),  # noqa: RUF001 - meant so
}
NUMBERS = ("O'12", "50%", "A_1", "1\\2", "INV 7", "0123", "INV/2026/7", "#88", "Ü-1", "12.5")
PAIRS = {
    "who share nothing": ("Brandt, Ida", "Kowalski, Petr"),
    "with short names": ("Li, Bo", "Ng, Vy"),
    "in other scripts": ("王伟", "Иванова, Ольга"),
    "of one trade": ("Harbor Dental LLC", "Marigold Dental Inc."),
    "whose names hold one another": ("Hall, Ruth", "Marshall, Petr"),
    "an initial apart": ("Baker, Kevin E.", "Young, Petr E."),
    "of one town": ("Oakland Roofing", "Oakland Bakery Cooperative"),
}

TABLE = (
    *(
        Scenario(name=f"3 the twin of {name} is found", right=SAME, waiting=Bill(customer=name),
                 books=(HOLDER.but(who="Fairweather, Otis"), TWIN.but(who=name)))
        for name in ODD
    ),
    *(
        Scenario(name=f"3 a twin {how} is not passed over", right=(*OPEN, *SAME), waiting=Bill(customer=ours),
                 books=(HOLDER.but(who="Fairweather, Otis"), TWIN.but(who=theirs, twin=False)))
        for how, (ours, theirs) in ALMOST.items()
    ),
    *(
        Scenario(name=f"3 a holder {how}, another amount, is not unrelated", right=OPEN, waiting=Bill(customer=ours),
                 books=(HOLDER.but(who=theirs),))
        for how, (ours, theirs) in ALMOST.items()
    ),
    *(
        Scenario(name=f"3 a twin {how}, of another matter, is neither", right=OPEN, waiting=Bill(customer=ours),
                 books=(HOLDER.but(who="Fairweather, Otis"),
                        TWIN.but(who=theirs, about="Legal services, matter 00077-Other", twin=False)))
        for how, (ours, theirs) in ALMOST.items()
    ),
    *(
        Scenario(name=f"3 strangers {how} are strangers", right=(*FREE, *(OPEN if "town" in how else ())),
                 waiting=Bill(customer=ours), books=(HOLDER.but(who=theirs),))
        for how, (ours, theirs) in PAIRS.items()
    ),
    *(
        Scenario(name=f"2 the holder of {number} is found", right=SAME, number=number,
                 books=(POSTED.but(number=number),), says=SUM)
        for number in NUMBERS
    ),
    Scenario(name="2 a leading zero makes another number", right=(V.NONE_FOUND,), number="0123",
             books=(HOLDER.but(number="123", named=False),)),
    Scenario(name="2 capitals make no other number", right=FREE, number="inv-12",
             books=(HOLDER.but(number="INV-12", named=False),)),
    Scenario(name="2 a wildcard in the number finds nobody else", right=(V.NONE_FOUND,), number="A_1",
             books=(HOLDER.but(number="AX1", named=False), HOLDER.but(number="A11", named=False))),
    Scenario(name="3 the customer is a sub-customer by its full name", right=(*SAME, *OPEN),
             waiting=Bill(customer="Quarry House:Brandt, Ida"), books=(POSTED.but(who=IDA, about=FOR_IDA),)),
)  # fmt: skip
