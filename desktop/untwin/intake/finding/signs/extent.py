"""Signs of how far an error reaches, what of it is its sentence, and which source it names."""

from untwin.intake.judging.sign import Sign, Signs, Where

SENTENCE_BREAK = Sign(
    "break before a sentence",
    "Is what a sentence begins behind: a stop, a sign that divides, but not within a number.",
    r"[\n\t\"|{}\[\]<>:;!?.,`\u2192](?:(?<![.,])|(?<=\.)(?!\d)|(?<=,)(?! ))|(?<= )[-\u2013\u2014]{1,2} | {2,}(?! )",
    fits=("no. Then", "INV-7: taken", "a,b", "| b", "INV-7 - taken", "INV-7 \u2014 taken", "FAILED  taken"),
    lets_through=("4.50 of it", "so, then", "re-post"),
)
GOES_ON = Sign(
    "goes on in quickbooks' words",
    "Goes on with the sentence that QuickBooks prints behind the one that names the error.",
    r" (?=(?:Please contact the |Before you can modify this transaction|Check the fields with "
    r"|Please use a different "
    r"name|Try again later|You cannot change a transaction that|The account books cannot "
    r"|If you want to change or delete it, |Please use the QBO website to make these changes))",
    fits=(
        " Please contact the QBO account administrator.",
        " Before you can modify this transaction, you must restore Ana.",
        " Check the fields with accounts.",
    ),
    lets_through=(" Please call me.", " Before we go on", "Check the fields with care"),
    where=Where.FIRST,
)
SENTENCE_STOP = Sign(
    "stop of a sentence",
    "Ends a sentence: a full stop or a bracket that belong to it, or a sign that divides it from what comes next.",
    r"(?:(?<!\b[Nn]o)(?<!\b[Nn]r)\.(?!\w)|\]|(?=[\n\t\"|{}\[<>;`]))(?: : null\b)?",
    fits=("it is taken.", "taken. : null", "taken | failed", "of our books]"),
    lets_through=("4.50, so it", "taken: null", "the invoice no. of"),
)
CODE_IN_FRONT = Sign(
    "code in front",
    "Begins with its code, perhaps behind a few words.",
    r"\W{0,3}(?:\w{1,20} ){0,4}?(?:(?:error|fault|exception)\W{0,3})?(?:(?:error)?code\W{0,3})?"
    r"(?P<code>\d{3,6})(?=\W{0,3}[:,(\t\n)\]|\u2013\u2014;-])\W{1,5}",
    fits=("6140: taken", "QuickBooks Error code (6140) - taken", "the last errorcode 610) taken"),
    lets_through=("taken: 6140", "6140 of May", "12: taken"),
    where=Where.FIRST,
    any_case=True,
)
CODE_IN_THE_END = Sign(
    "code in the end",
    "Ends with its code, in brackets or behind a sign that divides.",
    r"[\s(\[,;|#\"']{1,6}(?P<code>\d{3,6})[)\]]{0,2}\Z",
    fits=("taken (6140)", "taken, 610"),
    lets_through=("INV-6140", "taken (6140) again"),
)
# Fields of other names may stand in front of those that tell the error.
_OTHER_FIELDS = r"(?:[\s\"':]{0,20}\w{1,20}[\"']?\s?(?:=>|:)\s?[\"'][^\"'{}\[\]]{0,60}[\"'],){0,4}"
OPENS_A_RECORD = Sign(
    "opens a record",
    "Ends with the bracket or the tag of a record, perhaps with a few other fields.",
    rf"(?:[{{\[(]|<Error\b[^<>]*>?){_OTHER_FIELDS}[\s\"':(]{{0,80}}\Z",
    fits=('{"', '<Error code="6140">\n  ', "{'type': 'fault', '"),
    lets_through=("the ", "{n} is "),
    any_case=True,
)
# The field that is complained of belongs to the record; without brackets it ends a run of `name=value`.
_FIELD = r"[\"']?\s{0,20},?\s{0,80}[\"':\[]?element[\"'\]]?\s{0,5}(?:=>|[:=])\s{0,5}[\"']?[\w.\[\]]{0,60}(?!\w)"
_BRACKET = r"[\s\"',;]{0,80}(?:</(?:Detail|Message)>\s{0,80}</Error>|</(?:Detail|Message)>|[}\])])"
CLOSES_A_RECORD = Sign(
    "closes a record",
    "Goes on to the bracket or the tag that closes the record, perhaps behind the field that is complained of.",
    rf"(?:{_FIELD})?{_BRACKET}",
    fits=('"}', '", "element": "DocNumber" }', "</Detail>\n</Error>", "</Message>"),
    lets_through=(' of May"}', '", "type": "a"}'),
    where=Where.FIRST,
    any_case=True,
)
RUN_OF_FIELDS = Sign(
    "run of fields",
    "Goes on with fields and their values up to the one that is complained of.",
    r"(?:\s{0,3}[;,|]\s{0,3}\w{1,20}=[\"']?[\w.-]{1,40}[\"']?){0,3}?"
    r"\s{0,3}[;,|]?\s{0,3}\belement=[\"']?\w{1,60}[\"']?(?!\w)"
    r"|\s?[;,]\s?status ?code=\d{3}(?!\d)",
    fits=("; code=6140, element='DocNumber'", "; statusCode=401", " element=Line"),
    lets_through=("; code=6140", " of element=Line"),
    where=Where.FIRST,
    any_case=True,
)
ELEMENT = Sign(
    "field complained of",
    "Names the field that is complained of.",
    r"\belement[\"'\]]?\s{0,5}(?:=>|[:=])\s{0,5}[\"']?(?P<name>\w{1,60})",
    fits=('"element": "DocNumber"', "[element] => Line"),
    lets_through=("an element of it", "elements: Line", '"element": ""'),
    any_case=True,
)
OF_CLIO = Signs(
    "Is it Clio's?",
    (
        Sign(
            "clio's code",
            "Prints the code as Clio does.",
            r"(?i:\bcode) \(\d{3,6}\)\s?:",
            fits=("Code (6140): taken", "code (610) :"),
            lets_through=("Code 6140: taken", "zipcode (6140):"),
            guard="code (",
        ),
        Sign(
            "clio by name",
            "Names Clio.",
            r"\bClio\b",
            fits=("from Clio to QuickBooks",),
            lets_through=("from clio", "Clios"),
            guard="clio",
        ),
    ),
)
OF_HUBSPOT = Sign(
    "hubspot's words",
    "Names HubSpot, or is one of its own sentences; in other languages that for a used number.",
    r"has already been used for a document|hubspot|invoice should have an associated customer"
    r"|the display name is a duplicate|service date for the revenue recognition"
    r"|(?:f\u00fcr ein|pour un|para un|para um|per un|voor een|f\u00f6r ett|til et|for et) dok?[ck]ument\w? \(",
    fits=("the number has already been used for a document", "per un documento (", "f\u00fcr ein dokument (z. b."),
    lets_through=("has already been used", "a document (such as a bill)"),
)
NAMED_NEAR = Signs(
    "Which source is named near the error?",
    tuple(
        Sign(
            name,
            f"Names {name.title()}, and not in an address.",
            rf"(?<![@\w]){name}(?!\w)",
            fits=(f"from {name}.",),
            lets_through=(f"help@{name}.test", f"{name}s"),
            guard=name,
        )
        for name in ("clio", "hubspot")
    ),
)
NOTHING_MORE = Sign(
    "nothing more",
    "Ends as Java's library does behind an error of which it knows no more.",
    r"(?:[ ,;:]{1,3}(?:more error detail ?: ?)?null)+\Z",
    fits=("taken: null", "taken; More error detail: null, null"),
    lets_through=("null", "taken: nullable"),
    any_case=True,
)
DOUBLED = Sign(
    "doubled opening",
    "Begins with the same words twice, a colon between them and behind them.",
    r"\A(.{8,120}?)\s?: \1(?=\s?:)",
    fits=("Duplicate number: Duplicate number: 77", "Bad request : Bad request : no"),
    lets_through=("Duplicate number: Duplicate numbers: 77", "no: no: no"),
)
LOG_LEVEL = Sign(
    "level of a log",
    "Is the rest of what a log puts in front of each line: parts of the second, and the level.",
    r"\d{3,6} \[?(?:ERROR|WARN(?:ING)?|FATAL|CRITICAL|SEVERE|INFO)\]?:? (?:- )?",
    fits=("118 ERROR ", "118044 [WARN]: ", "118 WARNING - "),
    lets_through=("118 errors ", "ERROR "),
    where=Where.FIRST,
)
LETTER = Sign(
    "words of a letter",
    "Holds an empty line, and words in front of it or behind it: what is told there is no part of an error.",
    r"\w[^\n]{2,400}\n[ \t\r>]{0,8}\n|\n[ \t\r>]{0,8}\n[^\n]{0,80}\w{3}[^\n]{0,300}\n",
    fits=("\nFrom: Ana\n\nHello", "\n\nDear all,\n"),
    lets_through=("\n\nCode (6140): ", "\n\n\n", "\nBill: 7\nError: "),
)
