"""Signs of help pages and of lists of texts: what explains an error, under which names a program looks its texts up."""

from untwin.intake.judging.sign import Sign, Signs, Where

EXPLAINED = Sign(
    "goes on to explain",
    "Goes on, in a sentence or on a line of its own, with what such an error is and when it comes.",
    r"[^\n]{0,120}(?:\n\s{0,20}+|[.!?:;-] )(?:[^\n]{1,40}\n\s{0,20}+)?\W{0,6}+(?:(?:description|reason|cause"
    r"|details?|note|answer|about)\W{1,3})?(?:"
    r"(?:this|the|such an?|these) (?:\w{1,12} ){0,3}?(?:errors?|messages?|warnings?|conflicts?|codes?|problems?"
    r"|issues?)"
    r" (?:typically |usually |often |normally |generally |mostly )?"
    r"(?:occurs?|happens?|appears?|comes? up|is (?:shown|returned|displayed|thrown|caused|triggered|raised)|arises?"
    r"|indicates?|means?|will (?:occur|appear|happen)|can (?:occur|appear|happen|be))\b"
    r"|an? (?:\w{1,12} )?(?:error|code|fault|message) (?:of|from|in|by) (?:quickbooks|qbo|intuit)\b"
    r"|(?:surfaces|occurs|happens|appears|raised|thrown|returned|comes up|shows up|arises|shown|sent|answered)"
    r" (?:by (?:\w{1,14} ){1,3})?(?:when|if|whenever)\b"
    r"|what (?:this|the|does this|does the) (?:\w{1,12} ){0,3}?(?:errors?|messages?|means?)\b|why (?:this|the"
    r"|does this|do"
    r"|did|you) "
    r"(?:\w{1,12} ){0,3}?(?:happens?|occurs?|errors?|see|seeing)\b"
    r"|[^\n]{0,240}\b(?:have|ask|prompt|let|tell) the (?:end )?user\b"
    r"|[^\n]{0,120}\bin this (?:post|article|guide|page|tutorial|video|chapter)\b"
    r"|(?:[^\n]{0,200} )?(?:this|that|it) (?:usually|typically|often|normally|generally|commonly"
    r"|mostly) (?:happens|occurs"
    r"|means|appears)\b|a(?:nswer)?: |(?:if|when) our (?:integration|app|connector|sync)\b|common (?:causes|reasons)\b"
    r")",
    fits=(
        *(". this sync error usually occurs", "\nraised when", ": what this message", "? why does this happen"),
        *(". all of it in this guide", ". mind that it usually means", "?\na: ", "\nwhen our app", "\ncommon causes"),
        ". action: have the user choose another",
        *(". an error of quickbooks", ". raised by quickbooks online when", ". sent if"),
    ),
    lets_through=(". this error came today", "\nraised twice", " in this guide", ". it means"),
    guard="error|code|fault|message"
    "|occur|happen|appear|come|arise|indicate|mean|is |will |can |surfaces|raised|thrown|returned|shows up|shown"
    "|sent|answered|user"
    "|what |why |in this |answer: |a: |our |common",
    where=Where.FIRST,
)
WHY_BELOW = Sign(
    "why, on a line below",
    "Has right below it a line of its own that asks why such an error comes, or how it is mended.",
    r"[^\n]{0,4}\n\s{0,40}\W{0,4}(?i:why (?:it|this|the|does|do|did)\b[^\n]{0,40}|what (?:it|this) means"
    r"|(?:possible )?causes?)\s?[:?]?[ \t\r*]{0,4}(?:\n|\Z)",
    fits=('"\n\nWhy it happened:\n', "\n  What this means:", "\nPossible cause:\n", "\n**Why does it come?**\n"),
    lets_through=("\nWhy me?\n", " in May\nInvoice 77\n", "\nCause of action: none\n"),
    where=Where.FIRST,
)
IN_AN_ANSWER = Sign(
    "in an answer",
    "Is in the answer right below a question about such errors, as a list of frequent questions has them.",
    r"(?:\A|\n)\W{0,6}q(?:uestion)?[ ]?\d{0,2}[:.)]\W{1,6}(?:why|how|can|could|is|are|does|do|should|when|where|which"
    r"|what (?:does|do|is|are|causes|can|should|if)(?![^\n]{0,40}\b(?:say|see|shown?)\b))\b[^\n]{4,240}\?[^\n]{0,20}"
    r"\n\s{0,4}\W{0,6}a(?:nswer)?[ ]?\d{0,2}[:.)]\W{1,6}[^\n]{0,300}\Z",
    fits=(
        "q: why does it fail when syncing?\na: another bill has it. ",
        "**question 2:** what is this error?\n\n**answer 2:** ",
    ),
    lets_through=("q: what does it say?\na: ", "q: why did it fail?\nit says ", "q: why? a: "),
    guard="?",
)
_ARTICLE = r"(?:(?:an?|the|this|that|your|you|another) )?"
LOOKED_UP = Signs(
    "Is it a text that a program looks up, by what stands before it?",
    (
        Sign(
            "under a telling name",
            "Stands under a name that says what is wrong.",
            r"(?:^|[\s{,(\[])[\"'`]?[\w.-]{0,40}(?:dup|uniq|exist|taken|[._-]used|inuse|in_use|conflict|collision"
            r"|too_?long|missing|invalid|stale|example)[\w.-]{0,30}"
            rf"[\"'`]?\s{{0,3}}(?:=>|:|=)\s{{0,6}}[(\[]?\s{{0,8}}[\"'`]?{_ARTICLE}\Z",
            fits=('"duplicatenumber": "', "'number.unique' => 'this ", "bill_is_used = ", "name_toolong: ", "taken: "),
            lets_through=('"message": "', '"duplicatenumber", "', "unused: "),
            guard="dup|uniq|exist|taken|used|inuse|in_use|conflict|collision|toolong|too_long|missing|invalid|stale"
            "|example",
        ),
        Sign(
            "defined below its code",
            "Stands below a code, as its meaning.",
            r"(?:^|\n)\d{3,5}[ \t]{0,3}\n[ \t]{0,3}: \Z",
            fits=("610\n: ", ": stale\n5010 \n  : "),
            lets_through=("610: ", "code 610\n: "),
            guard=": ",
        ),
        Sign(
            "row of texts",
            "Stands in a row of texts behind a name that says what is wrong.",
            rf"(?:^|\n)\w{{0,40}}(?:dup|uniq|exist|taken|conflict)\w{{0,30}}[,;\t]\"?{_ARTICLE}\Z",
            fits=("number_taken;", 'stale,"x"\nbill_exists,"the '),
            lets_through=("bill 77,", "number_taken: "),
            guard="dup|uniq|exist|taken|conflict",
        ),
        Sign(
            "element of texts",
            "Stands in an element that holds texts to be shown or translated.",
            rf"<(?:trans-unit|unique|taken|exists|duplicate|source|target|string(?:prop)?|entry|data|value|property"
            rf"|param|option)\b[^<>\n]{{0,80}}>\s{{0,8}}{_ARTICLE}\Z",
            fits=('<string id="7">', "<target>\n  this "),
            lets_through=("<message>", "<strings>"),
            guard="<",
        ),
        Sign(
            "described answer",
            "Stands where an interface's answers are described.",
            rf"[\"']?[45]\d\d[\"']?:\s{{1,20}}\{{?\s{{0,3}}[\"']?description[\"']?:\s{{0,4}}[\"']?{_ARTICLE}\Z"
            r"|`[45]\d\d`: [^\n]{0,120}\Z",
            fits=('"422": {"description": "the ', "`400`: the number "),
            lets_through=('"200": {"description": "', "400: the number "),
            guard="description|`",
        ),
    ),
)
DIVIDED = Sign(
    "divides cells",
    "Divides the cells of a row.",
    r"[|\t,;]",
    fits=("a|b", "a\tb"),
    lets_through=("a b", "a/b"),
)
COLUMN_OF_CODES = Sign(
    "column of codes or meanings",
    "Heads a column of codes, messages, meanings or remedies.",
    r"(?:error[ -]?|http[ -]?|status[ -]?|qbo[ -]?|fault[ -]?|failure[ -]?|response[ -]?|exit[ -]?|return[ -]?)?"
    r"(?:code|message|detail|description|meaning"
    r"|cause|solution|resolution|explanation|status|text|name|type|fix|error|no\.?|what it means|what to do|retry"
    r"|retryable|action|handling|response|result|trigger|condition|notes?|examples?"
    r"|(?:likely|possible|common) cause)s?",
    fits=("http codes", "no.", "likely cause", "notes", "error code"),
    lets_through=("bill no.", "customer", "the cause"),
    where=Where.WHOLE,
)
COLUMN_OF_REMEDIES = Sign(
    "column of remedies",
    "Heads a column that can only be a guide's: what it means, what to do.",
    r"(?:meaning|rationale|explanation|solution|resolution|detection|remedy|what (?:it|this) means|what to do"
    r"|how to fix|(?:likely|possible) cause|(?:help )?article|runbook|documentation)s?"
    r"(?: (?:and|or|&) [\w ]{1,30})?",
    fits=("what it means", "possible causes", "help article", "meaning and remedy"),
    lets_through=("message", "status"),
    where=Where.WHOLE,
)
A_TIME = Sign(
    "row with a time",
    "Holds a date, an hour or a day: it has happened.",
    r"\d[:./-]\d|\b(?:today|yesterday|ago)\b",
    fits=("at 9:05", "two days ago"),
    lets_through=("code 610", "always"),
)
NAMES_CODES = Sign(
    "names codes",
    "Speaks of codes, errors or messages.",
    r"\b(?:code|error|message)s?\b",
    fits=("error codes",),
    lets_through=("coded",),
)
NAMES_MEANINGS = Sign(
    "names meanings",
    "Speaks of what codes mean, or of what helps.",
    r"\b(?:meaning|what (?:it means|to do)|explanation|resolution|solution|fix|(?:likely|possible) cause)s?\b",
    fits=("what to do", "likely cause", "fix"),
    lets_through=("what it is", "the cause"),
)
THREE_FIGURES = Sign(
    "three figures",
    "Is a number that may be one of QuickBooks' codes.",
    r"[2356](?<!\d\d)\d\d\d?(?!\d)",
    fits=("610", "6140"),
    lets_through=("16140", "61401", "410"),
)
# What entries of a list of codes have in common, to be looked for first.
NUMBERED = Sign(
    "number and a sign",
    "Holds a number with a sign behind it, as the entries of a list of codes do.",
    r"\{\d{4} [\"']|\*\*\d{3,5} [A-Z]"
    r"|\d\d\d(?:[\"']?\s{0,3}(?::|=>|,|->)\s{0,3}[\"']|\s{0,3}[=:]|[\"']?,?\s{0,3}[\"'])",
    fits=('{6140 "taken"', "**610 Not", "610: 'stale'", "610 =", "610, 'stale'", '"610"'),
    lets_through=("610 stale",),
)
ENTRY = Sign(
    "entry of a list of codes",
    "Is an entry of a program's list of codes.",
    r"(?:^|[{,(\[\n])[ \t]{0,12}[\"']?(?P<code>\d{3,5})[\"']?\s{0,3}(?::|=>|,|->)\s{0,3}[\"']"
    # Behind a document's number the code itself stands first.
    r"(?!\d{4} ?[-:])"
    # The same without anything between, as Clojure has it.
    r"|[{\"'] ?(?P<pair>\d{4}) [\"'](?=[^\"'\n]{1,80}[\"'] ?[}\d])"
    # Points of a guide, each a code and its name in bold letters.
    r"|(?:^|\n)[ \t]{0,8}[-*] \*\*(?P<bold>\d{3,5}) [A-Z][A-Za-z ]{3,40}\.?\*\*"
    r"|\b(?:error|err|code|message|msg|fault)[._](?P<key>\d{3,5})\s{0,3}[=:]"
    r"|\b[A-Za-z_]{3,24}+(?:\(| ?= ?)[\"']?(?P<constant>\d{3,5})[\"']?,?\s{0,3}[\"']",
    fits=('{610: "stale"', '{6140 "taken"}', "error.610 = stale", 'STALE(610, "stale"', "- **610 Not Found** on"),
    lets_through=("row 610: stale", "errors 610 = stale", '\n311,"6000 - stale"'),
)
DIED_OF = Sign(
    "died of it",
    "Is the name of the class that a program died of, below the line of its source.",
    r"\n(?:[ \t]{2,}[^\n]{1,200}|Traceback[^\n]{0,80})\n(?:\w{1,40}(?:\.|::)){0,6}(?:[A-Z][a-z0-9]{1,24}){2,6}: \Z"
    # As pytest prints it.
    r"|(?:\A|\n)E {2,8}(?:\w{1,40}\.){0,6}(?:[A-Z][a-z0-9]{1,24}){2,6}: \Z",
    fits=(
        *("E   push.NumberTaken: ", "\n    raise NumberTaken(no)\npush.NumberTaken: "),
        "\nTraceback:\nBooks::Api::NumberTaken: ",
    ),
    lets_through=("\n    raise NumberTaken(no)\nnumber_taken: ", "NumberTaken: "),
)
