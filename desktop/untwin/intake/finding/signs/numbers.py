"""Signs of the number that an error names: the one that is in use, and the waiting document's on its line."""

from untwin.intake.judging.sign import Sign, Signs, Where

_OPENING = r"[\s:#\"'\u201c\u2018]{1,3}"
_NUMBER = r"(?P<number>(?=[^\s()\[\]]{0,20}\d)[^\s()\[\]<>,;|@=]{1,23})"
A_DIGIT = Sign(
    "a digit",
    "Has a digit: without one it names no number.",
    r"\d",
    fits=("R-7",),
    lets_through=("the number is in use",),
)
HELD = Signs(
    "Which number does the sentence name as one that is in use?",
    (
        Sign(
            "number and verb",
            "Puts the number between its name and the verb, in one of seven languages.",
            r"(?:number(?:ed)?|num|no\.?|id|nummer|nr\.?|\#"
            r"|(?:n.mero|num.ro)(?: (?:de|di|da|do|della|la|factura|facture|fattura|fatura|documento|document)){0,3})"
            rf"{_OPENING}\(?{_NUMBER}\)?\s{{1,3}}(?:(?:that )?you(?:.ve| have)? (?:entered|used|chose|typed) )?"
            r"(?:(?:has|had|was|is|already|exists|must be|not available)\b|wurde|wird|ist|existiert"
            r"|bestaat|a d.j|est d.j|existe|ya |j. |gi. |\u00e8 gi)",
            fits=(
                *("Invoice number 77 has been used", "Nr. R-7 wurde bereits", "no. 7 already exists", "# 77 is taken"),
                "with this number (77) already exists",
                "a receipt numbered 88 already exists",
                "number 77 you've entered is in use",
                "El n\u00famero de factura F7 ya existe",
            ),
            lets_through=("Invoice number is used", "number 77 of May", "the number seven is used"),
            any_case=True,
        ),
        Sign(
            "duplicate number",
            "Puts the number behind the words for a duplicate one.",
            r"(?:duplicate (?:doc|document|invoice|bill|transaction|txn)\.? ?(?:number|num|no)\.?"
            rf"|doc ?number already exists)(?: for)?{_OPENING}{_NUMBER}",
            fits=("Duplicate doc. no.: 77", "duplicate invoice number R-7", 'DocNumber already exists for "77"'),
            lets_through=("duplicate invoice number", "duplicate customer 77"),
            any_case=True,
        ),
        Sign(
            "already holds the number",
            "Says that another one already has a number, and then which.",
            r"already (?:has|uses|carries)(?: (?:the|this|that|an?)(?: same)?)?(?: \w{1,12}){0,2}(?: with(?: the)?)?"
            rf" number(?:ed)?{_OPENING}{_NUMBER}",
            fits=("a bill already has the same number 77", "QuickBooks already has an invoice with the number: 77"),
            lets_through=("it already has a number", "it has number 77"),
            any_case=True,
        ),
        Sign(
            "holds the number already",
            "Says that another one has a number, and behind it that it has it already.",
            rf"(?:has|uses|carries)(?: the)? number{_OPENING}{_NUMBER}\s{{1,3}}already\b",
            fits=("Another bill has number 77 already", "a sale uses the number '77 already"),
            lets_through=("a bill has number 77", "it has already 77"),
            any_case=True,
        ),
    ),
)
UNDONE = Sign(
    "not done to it",
    "Denies what the next words say was done.",
    r"\b(?:not|cannot|never|n.t|failed to|unable to|nicht|ne|no)\b(?: \w{1,12}){0,3}",
    fits=("could not be synced", "nicht gesendet"),
    lets_through=("was synced", "nothing was", "notes"),
    any_case=True,
)
DONE = Sign(
    "done",
    "Tells what was done, or that something is another matter: the line's number may be of that.",
    r"\b(?:synced|synchronized|posted|succe\w+|created|sent|paid|saved|exported|imported|pushed|updated|but|except"
    r"|after|previous\w*|instead|resolved|fixed|solved)\b",
    fits=("Succeeded", "previously", "all but one"),
    lets_through=("sync", "a button", "the sender"),
    any_case=True,
)
NUMBERED = Sign(
    "document with its number",
    "Calls a document what it is, and names its number.",
    r"\b(?:invoice|bill|credit memo|credit note|sales receipt|estimate|journal entry|rechnung|facture|factura|factuur"
    r"|fattura|fatura|gutschrift)(?: ?(?:number|no\.?|num\.?|nr\.?)| n[\u00b0\u00ba])?[ :]{0,3}#?[ \"'\u201c]?"
    r"(?P<number>(?=[\w/-]{0,20}\d)(?!\d{1,4}[/-]\d{1,2}[/-]\d)[A-Za-z0-9][\w/-]{1,20})",
    fits=("Invoice no. 77", "facture n\u00b0 F-7", 'Bill: "R-77'),
    lets_through=("order 77", "invoice 03/04/2026", "Invoice of May", "bill 7"),
    guard="invoice|bill|credit|sales receipt|estimate|journal entry|rechnung|factu|fattura|fatura|gutschrift",
    any_case=True,
)
LIKE_ONE = Sign(
    "like a number",
    "Is written as a document's number may be, and is no amount, date, address or the code itself.",
    r"(?<![\w$\u20ac\u00a3.,/:#-])(?!6140\b)(?:[A-Z]{1,5}-)?\d{3,9}(?![\w/:.,-]*\d)",
    fits=("1093 failed", "INV-204"),
    lets_through=("6140", "$1093", "12.50", "2026-04-03", "#77"),
)
AMID = Sign(
    "number amid words",
    "Is written as a number may be: digits, perhaps with letters, dashes and strokes.",
    r"(?<![\w$\u20ac\u00a3.,/-])#?(?P<number>(?=[\w/.-]{0,20}\d)(?!(?:6140|6240)\b)[A-Za-z0-9][\w/.-]{0,22})",
    fits=("77", "R-7", "INV/2031-7", "#88"),
    lets_through=("$77", "6140", "seven"),
)
NUMBER_WORD = Sign(
    "word for a number",
    "Is a word or a sign for a number.",
    r"\b(?:number(?:ed)?|num|no\.|no|nr|reference|ref)(?!\w)|#",
    fits=("numbered", "no. 7", "# 7"),
    lets_through=("none", "numb"),
    any_case=True,
)
RIGHT_BEHIND = Sign(
    "number right behind",
    "Begins with a number in quotes or behind a colon, or with a bare one behind the word for it.",
    r"(?:(?: (?:already|in quickbooks(?: online)?|in qbo))?(?: ?[:#][ #]{0,2}|[ :]{0,2}[\"\u201c])(?:no\.? "
    r"|number )?|(?:ed)? )"
    r"(?P<number>(?=[\w/.-]{0,20}\d)(?!(?:6140|6240)\b)[A-Za-z0-9][\w/.-]{0,22})",
    fits=(
        ": R-7",
        ' "88',
        " 204",
        " in qbo: #7",
        " already: 77",
        "ed 88",
        " in quickbooks online: no. 7",
        ": no 7",
        " in quickbooks: 7",
    ),
    lets_through=(": 6140", " (invoice 77)", " on 77"),
    where=Where.FIRST,
    any_case=True,
)
