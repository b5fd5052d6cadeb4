"""Signs of a code beside an error's words: in front, behind, amid them in brackets, below a trace."""

from untwin.intake.judging.sign import Sign, Where

THREE_DIGITS = Sign(
    "three digits",
    "Holds a number of three figures or more: without one there is no code.",
    r"\d\d\d",
    fits=("610",),
    lets_through=("61 0",),
)
CODE_FIRST = Sign(
    "code first",
    "Begins with the code, perhaps behind the name of what answered or HTTP's own code.",
    r"\W{0,3}(?:(?:http(?:/[\d.]{1,3})?|qbo|qb|quickbooks|[45]\d\d(?= \d{3,4}\b)) )?(?P<code>\d{3,6})\W{1,5}",
    fits=("6140: taken", "HTTP/1.1 400 - no", "QBO 6140 - taken", "400 6140 taken", "(610) "),
    lets_through=("taken 6140: ", "12: taken", "6140"),
    where=Where.FIRST,
    any_case=True,
)
CODE_BEFORE = Sign(
    "code before the words",
    "Ends with a code, its name or what divides it from what stands before it, and a sign that leads on to the words.",
    r"(?:^|[\n\t,;|(\[\"'#>`]|(?<=[a-z])/|(?<=\s)(?=6140[ ]\Z)|(?<=[.!?][ ])(?=\d{4} ?[:\u2013\u2014-])|"
    r"(?<![a-zA-Z0-9])(?:qbo|qb"
    r"|quickbooks(?: online)?"
    r"|http(?:/[\d.]{1,3})?"
    r"|code|fehler|fout|erro"
    r"|error|getting|got|with"
    r"|an?|the|returned|answered|gave|says|said|answers?|reply|response|reason|returns|gives):?[ _-]|(?<=\d): |\) |["
    r" ]{2}|"
    r"(?<=\s)[-\u2013\u2014] )"
    r"[ \t]*#?\(?(?P<code>\d{3,6})"
    r"(?:[\"')\]`]{0,2}\s{0,3}[-\u2013\u2014:,;|\t()/]{0,2}\s{0,3}[\"'\[]?|[)\]]?\s?[:-]\s{1,3}[\w ]{1,40}:\s"
    r"|[)\]](?:[. ][^\n]{0,60})?[ :]|\s?\((?:an?|the) |[\"'],\s?[\"']\w{1,30}[\"']\s?(?::|=>)\s?[\"']?"
    r"|(?<=50[0234])\. (?:the )?)\Z",
    fits=(
        *("6140 - ", "failed, 6140: ", "it fails with error 6140 (the ", "a (6140) from QuickBooks: ", "so 6140 "),
        *("qbo/6140: ", "Invoice 118: 6140: ", "(INV-7) 6140: ", "INV-7  6140: ", "INV-7 - 6140: "),
        *("It failed. 6140: ", '"QBO 6140","full_message":"'),
    ),
    lets_through=("Invoice 6140 of ", "61: ", "6140 and "),
    any_case=True,
)
SUBJECT_BEFORE = Sign(
    "subject of the sentence",
    "Ends with the word that the sentence of an error is about, and which its known words leave out.",
    r"\b(?:you|this|the|an?|another)\s{1,3}\Z",
    fits=("6140 You ", "(610) another "),
    lets_through=("6140 ", "thou "),
    any_case=True,
)
CODE_RIGHT_BEFORE = Sign(
    "code right before the words",
    "Ends with a number of four figures that nothing calls a document's.",
    r"(?<!invoice)(?<!bill)(?<!number)(?<!no\.)(?<!#)[ ](?P<code>\d{4})[ :-]{1,3}\Z",
    fits=("it failed 6140: ", "in May 6140 - "),
    lets_through=("Invoice 6140: ", "no. 6140 ", "failed 610: "),
    any_case=True,
)
CODE_INSIDE = Sign(
    "code amid the words",
    "Is a code in brackets or quotes, or one that is called so.",
    r"(?:[(\[]#?(?=\d{3,6}[)\]])|(?<=[\"'],) (?=\d{3,5}, [\"'])|[\"'](?=\d{3,4} (?:- )?[A-Za-z])"
    r"|\b(?i:(?:status|error) code|qbo|quickbooks):? )(?P<code>\d{3,6})\b",
    fits=("taken (6140)", "[#610]", "'taken', 6140, 'no'", "'6140 - Taken'", "Error code 6140", "QBO: 610"),
    lets_through=("taken 6140", "(6140 of them)", "code 6140"),
)
CODE_ENDS_LINE = Sign(
    "code ends the line",
    "Goes on to a code in brackets at the end of the line.",
    r"[^\n(\[]{0,200}(?:\([^()\n]{0,120}\)[^\n(\[]{0,120})?[(\[](?P<code>\d{3,5})[)\]](?=[.\s\"'\u201d]{0,3}(?:\n"
    r"|\Z))",
    fits=(" in May (6140).", " by us (see below) again [610]\n"),
    lets_through=(" (6140) in May", " 6140"),
    where=Where.FIRST,
)
CODE_BEHIND = Sign(
    "code behind the words",
    "Goes on right away to a code: behind a bracket, a sign that divides, or a dash.",
    r"[.\"')]{0,2}(?:,[ ]?(?:\"\"|''))?"
    r"(?:[ \t]{0,3}[(\[,;|\t]\s{0,3}[\"'#]{0,2}(?:(?i:qbo|qb|quickbooks)(?: (?i:error|code))?[ -]|(?i:error"
    r"|code) )?|(?: [-\u2013\u2014]|:) #?(?=\d{3,5}[.\"']?(?:\n|\Z))"
    # The next tags of a record.
    r"|(?:\s{0,20}</?[\w:.-]{1,30}>){1,5}\s{0,20}(?=\d{3,5}\s{0,20}<))"
    r"(?P<code>\d{3,5})(?!\.\d)(?:(?=[\"',;.|<\s]|\Z)|[)\]])",
    fits=(
        *(" (6140)", ". | 6140 |", '", "", 6140', " - 6140", ". (QBO-6140)", " [error 6140]"),
        *(" (QuickBooks code 6140)", ": 6140\n", "</text>\n<number>6140</number>"),
    ),
    lets_through=(" in May (6140)", " 6140", " - 6140 rows", ", 61400000", ": 6140 rows", "<b>6140 of them"),
    where=Where.FIRST,
)
CODE_ALONE = Sign(
    "code alone",
    "Is a number of three to five figures that stands for itself and that nothing calls a document's.",
    r"(?<![\w.,/=$-])(?<!invoice[ ])(?<!bill[ ])(?<!number[ ])(?<!no\.[ ])(?<!#[ ])(?:#|QBO-)?(?P<code>\d{3,5})"
    r"(?=[\s:;,.)\]\"'|]|-[>\s]|\Z)(?![.,]\d)",
    fits=("taken 6140: it", "taken #6140 => it", "taken QBO-6140", "6140"),
    lets_through=("invoice 6140: it", "61.40", "6140-A7", "=6140", "INV-6140", "6140,50"),
)
CODE_OF_THE_ERROR = Sign(
    "code of the error",
    "Is the word for an error, with which the words end, and its code.",
    r"error(?: code)? #?(?P<code>\d{3,5})\b",
    fits=("error 6000 when", "Error code #610"),
    lets_through=("error in 6000", "errors 6000"),
    where=Where.FIRST,
    any_case=True,
)
CODE_BELOW_TRACE = Sign(
    "code below a trace",
    "Goes on as JavaScript prints an error: the lines where it was thrown, then what it carries, with its code.",
    r"[^\n]{0,120}(?:\n[ \t]{1,8}at [^\n]{1,240}){1,40}[ \t]?\{(?:\s{1,8}\w{1,40}: [^\n{}]{0,120}){0,8}?"
    r"\s{1,8}\w{0,20}[cC]ode: ['\"]?(?P<code>\d{3,5})\b",
    fits=("\n    at push (push.js:7) {\n  status: 400,\n  errorCode: '6140'",),
    lets_through=("\n    at push (push.js:7)\n  errorCode: '6140'", " {\n  errorCode: '6140'"),
    where=Where.FIRST,
)
