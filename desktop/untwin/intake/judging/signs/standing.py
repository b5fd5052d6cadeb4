"""Signs of how an error's words stand on their line: by themselves, as programs print them, or as a part of speech."""

from untwin.intake.judging.sign import Sign, Where

BEHIND_A_LABEL = Sign(
    "behind a label",
    "Is nothing, or ends a label; then comes an article or a code at most.",
    r"(?:\A|[\n\t:|>\]}=\u2013\u2014\u2192\u00bb\u2022;!?.(\"'\u201c\u00ab]|\s\s| -|,(?!\s)|\b(?:details"
    r"|dismiss|retry|close) |\A\W{0,6}-)"
    r"\W{0,6}(?:(?:(?:qbo?|quickbooks(?: online)?)[ :-]{1,3})?\(?#?\d{3,5}\)?\W{1,4})?"
    r"(?:(?:an?|the|this|that|your|you|another|code|die|der|das|diese[rs]?|el|la|este|esta|le|les|ce|cet|cette"
    r"|il|lo|questo|o|het|de|dit|deze|vous|ten|ta|detta|denne|dette|t\u00e4m\u00e4|t\u00e4t\u00e4)\W{1,3}){0,2}"
    r"[\u3053\u306e\u6b64\u8be5\uc774]{0,2} ?"
    r"(?:(?:bill|invoice|document|journal)(?:/(?:bill|invoice|document))? )?\Z",
    fits=(
        *("", "failed: ", "qbo: (6140) this invoice ", "dismiss ", "|", "a  ", "k -", "7,", "- "),
        *("qbo 6140 you ", "\u3053\u306e"),
    ),
    lets_through=("it shows ", "its qbo shows you ", "avoid this ", "two, "),
)
BOOKS_AS_SUBJECT = Sign(
    "the books as subject",
    "Ends with QuickBooks as what the words go on to tell of, behind something else.",
    r"(?<=[:>|\u2013\u2014-] )(?i:quickbooks|qbo|intuit)(?i: online)? (?:(?:says|reports)(?: that)? )?\Z",
    fits=("Reason: QuickBooks Online ", "failed - qbo says that "),
    lets_through=("quickbooks ", "reason: quickbooks customers "),
)
NAMED_IN_A_PROGRAM = Sign(
    "named in a program",
    "Ends with a name of a program's own and a colon.",
    r"[a-z][A-Z]\w{1,40}: \Z",
    fits=("    DuplicateNumber: ",),
    lets_through=("Reason: ",),
)
THROWN = Sign(
    "thrown",
    "Is what a program prints before what it has to say.",
    r"\W{0,6}+(?:\S{1,60}\s{1,3}+){0,3}\S{0,60}?(?:exception|error|err|fault|fehler|erreur|erro|fout|warn)\b"
    r"\W{0,4}+(?:code\W{1,3}+)?(?:\d{3,5}\W{0,4}+)?(?:\w{1,12}+\W{1,3}+)?\Z",
    fits=("QuickBooks API error 6140 (", "QboError ", "warn code 610: ", "Fault - Duplicate "),
    lets_through=("an error of the last long run gave ", "it says "),
    where=Where.FIRST,
    any_case=True,
)
ROW = Sign(
    "row of a printed list",
    "Is the beginning of a row: a number, names and amounts.",
    r"\W{0,3}(?=[\w/-]{0,20}\d)[\w/-]{3,24} (?:(?:[A-Z][\w.,&'-]{0,24}|&"
    r"|[$\u20ac\u00a3]?[\d.,/-]{1,14}) ){0,6}\Z",
    fits=("204 Kessler & Sons 500.00 ", "B-77 $12 "),
    lets_through=("204 bills of may ", "Kessler 204 "),
    where=Where.FIRST,
)
PRINTED_LINE = Sign(
    "printed without words",
    "Is what a program prints of an error whose words it keeps to itself.",
    r"[^\w#]{0,4}(?:quickbooks|qbo|intuit)(?: online)?(?: api)? (?:fault|exception) ?\(code:? \d{3,5}\)\W{0,4}",
    fits=("QuickBooks API fault (code 6140)", "* QBO exception(code: 610)."),
    lets_through=("QuickBooks fault 6140", "the QBO fault (code 6140)"),
    where=Where.WHOLE,
    any_case=True,
)
OWN_ARTICLE = Sign(
    "article in a quotation",
    "Is the article with which a quotation begins.",
    r"(?<=[\"'\u201c\u00ab])(?:an?|the|this|that|your|you) \Z",
    fits=('it says "this ',),
    lets_through=("it says this ",),
)
QUOTED_OBJECT = Sign(
    "object of a verb",
    "Ends in a quotation that is the object of what stands before it.",
    r"(?:\b(?!quickbooks|status|details|invoices|bills|orders|payments|results|news|process|press)[a-z]{2,20}(?:s|ed)"
    r"|\b(?:with|like|than|get|see|give|throw|show|return|raise|say|answer|trigger|cause|the|an?|for|about|to|of"
    r"|in|on|as|or"
    r"|and|from|handle|catch|avoid|prevent|contain|contains|produce|display|read|meet|hit|is|(?:the|an?|this|that"
    r"|any) (?:\w{1,12} )?(?:message|text|error|warning|words|notice|phrase))) [\"'\u201c\u00ab]\Z",
    fits=('it prints "', 'the text "', 'about "', "answered \u201c"),
    lets_through=('bills "', 'quickbooks: "', 'bill 77 "'),
)
RELATIVE = Sign(
    "any such number",
    "Speaks of any number that is so.",
    r"\b(?:(?:that|which) (?:is|was|has)|that['\u2019]s)\b",
    fits=("a number that is already used", "which has been used", "a number THAT'S used"),
    lets_through=("that number is used",),
    any_case=True,
)
EXAMPLE = Sign(
    "for example",
    "Names it as one of many.",
    r"\b(?:e\.g\.|i\.e\.|such as|for example|for instance)\W{0,4}(?:an? )?(?:(?:error |code )?\d{4} )?\Z",
    fits=("rules, e.g. ", "i.e. a ", "such as: ", "(e.g. 6140 "),
    lets_through=("for example bills. then ",),
)
REMARK = Sign(
    "remark in brackets",
    "Is what a longer sentence adds in brackets.",
    r"(?:[a-z][\w'-]{0,20}[,)]? ){2}[a-z'-]{2,20} ?\(\W{0,2}(?:(?:an?|the|this|that) )?\Z",
    fits=("stop the run early (a ", "two of them("),
    lets_through=("error (", "code 610 of it ("),
)
NOUN = Sign(
    "words that are a noun",
    "Are words that can be a noun, not only a message.",
    r"duplicate|doppelte|dubbel|[a-z]{3,12} (?:number|no\.?) already (?:used|taken|in use)\Z",
    fits=("duplicate document number", "bill number already in use"),
    lets_through=("number already in use", "bill number is already in use"),
    where=Where.FIRST,
)
ARTICLE = Sign(
    "article before",
    "Ends in an article.",
    r"\b(?:an?|the) \W?\Z",
    fits=("it was a ", 'the "'),
    lets_through=("it was ", "then "),
)
GOES_ON = Sign(
    "sentence goes on",
    "Goes on with a word, as a sentence does.",
    r"[\"'\u201d)]{0,2} (?:error )?[a-z]{2,14}\b",
    fits=('" comes', " error means"),
    lets_through=(": bill", " 77", ""),
    where=Where.FIRST,
)
