"""Signs that a line tells of something that failed, where the error's own words don't say so."""

from untwin.intake.judging.sign import Sign, Signs, Where

# How products say that they have lost QuickBooks.
APART = Signs(
    "Is it said that the connection is lost?",
    (
        Sign(
            "not connected",
            "Says that the two are not connected.",
            r"\b(?:is|are) (?:not|no longer) connected\b",
            fits=("QuickBooks is no longer connected",),
            lets_through=("QuickBooks is connected",),
            any_case=True,
        ),
        Sign(
            "connection lost",
            "Says that the connection has ended.",
            r"\bconnection (?:(?:to|with|between) [\w ]{2,40} )?(?:has |was |is )?(?:ended|been lost|lost|broken"
            r"|interrupted)\b",
            fits=("the connection to your books was lost", "Connection interrupted"),
            lets_through=("the connection is fine", "a lost connection"),
            any_case=True,
        ),
        Sign(
            "was disconnected",
            "Says that the books were disconnected.",
            r"\b(?:account|connection|company|integration|quickbooks|online|qbo) (?:has been|was|got) (?:disconnected"
            r"|unlinked)\b|\b(?:keeps?|keep on|are|is) getting disconnected\b|\bto \w{1,20} getting disconnected\b",
            fits=(
                "your company has been disconnected",
                "QBO was unlinked",
                "it keeps getting disconnected",
                "due to shops getting disconnected",
                "we keep on getting disconnected",
            ),
            lets_through=("once it is disconnected", "you were disconnected"),
            any_case=True,
        ),
        Sign(
            "no token",
            "Says that no token is left, or that access has ended.",
            r"\bno valid (?:access |refresh )?token\b|\baccess (?:has )?ended\b|\blost (?:its |our |the )?access to\b",
            fits=("no valid refresh token", "access has ended", "it lost access to", "we lost our access to"),
            lets_through=("a valid token", "access granted"),
            any_case=True,
        ),
    ),
)
SAID_BY_QUICKBOOKS = Sign(
    "said by quickbooks",
    "Ends a label that names QuickBooks: what stands behind it is its answer.",
    r"(?:quickbooks|qbo|intuit)[\w ]{0,24}: {1,3}\Z",
    fits=("our QuickBooks API: ", "QBO: "),
    lets_through=("the QuickBooks API ", "an answer: "),
    any_case=True,
)
ANSWERED_429 = Sign(
    "answered 429",
    "Ends with the status of an answer that came back.",
    r"(?:->|=>|\u2192|\b(?:status|got|returned|answered)):?\s{1,3}(?:http )?429[ :,-]{1,3}\Z",
    fits=("POST /invoice -> 429 ", "qbo => 429: ", "qbo \u2192 429 - ", "QBO returned HTTP 429: ", "status: 429 "),
    lets_through=("invoice 429 ", "429 "),
    guard="429",
    any_case=True,
)
ENDS_THERE = Sign(
    "ends there",
    "Is the end of a sentence, a line or the text.",
    r"[.!]?\s{0,3}(?:\Z|\n)|[.!] [A-Z]",
    fits=("", ". Retry", " \n"),
    lets_through=(" are fine", ".5 seconds"),
    where=Where.FIRST,
)
SUPPOSING = Sign(
    "supposes its reader's trouble",
    "Says what to do if something should befall its reader.",
    r"\W{0,6}(?:if|whenever|in case|should) (?:your?|the|quickbooks|qbo|it|this)\b",
    fits=("If your access ends, sign in", "- Should it stop, call"),
    lets_through=("Yesterday, if you ask me, it stopped", "If all goes well"),
    where=Where.FIRST,
    any_case=True,
)
QUICKBOOKS_OWN = Sign(
    "quickbooks' own words",
    "Holds what QuickBooks says of a duplicate number.",
    r"must specify a different number|this number has already been used",
    fits=("You must specify a different number", "This number has already been used"),
    lets_through=("You must specify a different account",),
    any_case=True,
)
COMPLAINED_OF = Sign(
    "complains of the number",
    "Names the number as the field that is complained of.",
    r"\b(?i:element|field|property)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?i:doc ?number)\b",
    fits=('"Element": "DocNumber"', "field=doc number"),
    lets_through=("element: Line", "DocNumber: 77"),
    guard="number",
)
RETOLD = Signs(
    "Is a duplicate number retold?",
    (
        Sign(
            "retold",
            "Says what somebody or something said or did.",
            r"\b(?:says|said|returned|answered|reports|reported|rejected|refused|broke|broken|died|stuck|bounced"
            r"|stopped(?! (?:getting|seeing|coming|having))|turned down"
            r"|(?:won.t|will not|doesn.t|does not|didn.t|did not|can.t|cannot) go (?:over|through|across)"
            r"|turn(?:s|ed) (?:it|them|this|these|\w{1,12}) (?:away|down|back)"
            r"|(?:sit(?:s|ting)|hang(?:s|ing)|waiting) in (?:the|our|my) (?:\w{1,8} )?(?:queue|list|outbox|exceptions)"
            r"|(?:not|never)(?: yet| been)? (?:re)?solved|unresolved|unsolved|still (?:open|failing|unresolved"
            r"|unsolved)"
            r"|c[ao]mes? back)\b",
            fits=(
                *("not yet resolved", "still open"),
                *("QuickBooks says", "it came back", "the push stopped at 3", "turned down", "it won't go over"),
                "quickbooks turns them away",
                "it has been sitting in the error queue",
            ),
            lets_through=("come again", "we say", "we stopped getting it"),
            any_case=True,
        ),
        Sign(
            "already there",
            "Says that it is there already, or in use.",
            r"already (?:exist|used|in use)",
            fits=("the number already exists", "Already in use"),
            lets_through=("it exists", "already sent"),
            any_case=True,
        ),
    ),
)
NAMED_BY_A_PROGRAM = Sign(
    "named by a program",
    "Ends with the name of a field that holds what a program calls its error.",
    r"\b(?i:\w{0,20}(?:code|type|reason|kind|error))[\"']?\s{0,3}(?:=>|[:=])\s{0,3}[\"']?\Z",
    fits=('{"errorCode": "', "reason=", "kind => '"),
    lets_through=("the code is ", '"sku": "', "code "),
)
THROWN_BY_NAME = Sign(
    "thrown by name",
    "Is nothing, or the path of a name that a program throws.",
    r"[^\w\n]{0,6}(?:[\w]{1,40}(?:\.|::|\\)){0,8}",
    fits=("", "  com.larkspur.qbo.", "Qbo::"),
    lets_through=("except ", "raises qbo."),
    where=Where.WHOLE,
)
COUNTED = Sign(
    "counted",
    "Ends with how many there are: one at least.",
    r"(?:\A|[^\w.,#-] ?)[1-9]\d{0,3} \Z",
    fits=("41 sent, 1 ", "12 "),
    lets_through=("0 ", "version 2.1 ", "INV-1 "),
)
WITH_THEIR_NUMBERS = Sign(
    "with their numbers",
    "Goes on with what is counted, in brackets or behind a colon.",
    r"s?(?: ?[(\[]|: )[^)\]\n]{0,20}\d",
    fits=(" (INV-118)", "s: 301, 302", " [7]"),
    lets_through=(" in May 2031", " (see help)"),
    where=Where.FIRST,
)
DIED_AT = Sign(
    "died at a line",
    "Names the line of a program at which it died.",
    r"\bat (?=\S{0,60}[./])\S{1,80} line \d{1,6}\b",
    fits=(" 2207 at /srv/push.pl line 44.",),
    lets_through=(" at the line 44", " at row 44"),
    guard=" line ",
)
LABEL_OF_BOOKS = Sign(
    "label of the books",
    "Is the name of the books in brackets at the beginning of a line.",
    r"(?:\A|\n)[ \t]{0,8}\[(?:quickbooks|qbo|qb|intuit)(?: online)?(?: (?:sync|api|error))?\][ :-]{1,3}\Z",
    fits=("[QuickBooks Online] ", "ok\n[QBO] - "),
    lets_through=("see [QBO] ", "[QBO desk] "),
    guard="[",
    any_case=True,
)
NUMBER_ENDS_IT = Sign(
    "number ends it",
    "Gives a number behind a colon or in brackets, and ends there.",
    r"(?: ?: ?|\s\(?#?)(?=[\w/.-]{0,20}\d)[\w/.-]{1,21}\)?[.!]?(?:\Z|\n)",
    fits=(": S-18", " (118).", ": 77\nnext"),
    lets_through=(": S-18 was", " of May", ": none"),
    where=Where.FIRST,
)
LABELLED = Sign(
    "labelled",
    "Ends with the label of what the words are said of.",
    r"(?:\d|\b(?i:quickbooks|qbo|qb)(?: (?i:online))?)[\"')\]]{0,2}(?: ?:| [\u2013\u2014-])[ ]{1,2}"
    r"(?:\(?\d{4}\)?[ :,\u2013\u2014-]{1,3})?[\"'\u201c]?\Z",
    fits=("Invoice 8: 6140 ", "- INV-2207: ", "push INV-2207: qbo: ", "Invoice 2207 \u2014 "),
    lets_through=("the number: ", "since 2031 ", "- "),
)
ITS_OWN = Sign(
    "what its product adds",
    "Is what a product always prints behind the words for a number in use.",
    r" for a document \(such as [^()\n]{1,60}\)(?: in quickbooks(?: online)?)?\.?"
    r"(?: document numbers(?: in quickbooks(?: online)?)? must be unique\.?)?",
    fits=(
        " for a document (such as a bill) in QuickBooks Online. Document numbers must be unique.",
        " for a document (such as a bill)",
    ),
    lets_through=(" for a document of yours", "for a document (such as a bill)"),
    where=Where.FIRST,
    any_case=True,
)
SAME_AGAIN = Sign(
    "the same again",
    "Points with a code to an error that was named before.",
    r"(?i:\bsame (?:error|message|code|fault|problem|result)s?) (?i:code )?#?\d{3,6}\Z",
    fits=("and gives me the same error 2500", "Same message code #610"),
    lets_through=("and gives me error 2500", "the same 2500"),
    guard="same ",
)
ANOTHER_TIME = Sign(
    "another time",
    "Says that it came another time, or for something else.",
    r"\b(?:again|also|too|another|other|second|third|next|then|later|today|yesterday|as well)\b",
    fits=("and for the second one we get", "it came again"),
    lets_through=("quickbooks returns it",),
)
CODE_IN_A_SENTENCE = Sign(
    "code in a sentence",
    "Stands with its code at the end of four words of a sentence.",
    r"(?:[A-Za-z']{1,20},? (?:[45]\d\d )?){4}[^\w\n]{0,4}\d{3,6}\W?\Z",
    fits=("since Monday we get only 2500", "and then, it says (610)", "it returns HTTP 400 with code 610"),
    lets_through=("error 2500", "row 4 of it: 2500 is"),
)
TALKS_OF_CODES = Sign(
    "talks of a code",
    "Speaks of errors in general before it names a code.",
    r"\b(?:never|no more|avoid\w{0,4}|fixed|fixes|prevent\w{0,4}|handles?|handled|handlers?|what|how|about"
    r"|explain\w{0,4}"
    r"|whenever|if you (?:see|get)|e\.g|such as|example|tests?)\b",
    fits=("Avoiding ", "how to prevent ", "it explains ", "If you get ", "codes, e.g. error "),
    lets_through=("we got ", "if it comes ", "nevertheless "),
    any_case=True,
)
PATH = Sign(
    "a path",
    "Is a path through menus: what it offers.",
    r"(?: > [^>\n]{2,40}){2}",
    fits=("Settings > Sales > Numbers",),
    lets_through=("Settings > Sales", "> > said he"),
)
EDGE_BEFORE = Sign(
    "edge before",
    "Ends where a line or a cell begins.",
    r"(?:\A|[\n\t|<>\"]|[ ]{3}|[;,](?=\Z))[ \t*#>-]{0,8}\Z",
    fits=("| ", "\n# ", "12,", "   "),
    lets_through=("the ", "12, "),
)
EDGE_BEHIND = Sign(
    "edge behind",
    "Begins where a line or a cell ends.",
    r"[ .!:*-]{0,4}(?:\Z|[\r\n\t|<>\"]|[ ]{3}|[;,](?! ))",
    fits=("!", " |", ",12", ".   ", ""),
    lets_through=(" of", ", of"),
    where=Where.FIRST,
)
LATER = Sign(
    "filled in later",
    "Is a place that is filled in later.",
    r"<(?:[a-z]{2,12}[-_ ]){1,3}[a-z]{2,12}>",
    fits=("<error-code>", "<your error text>"),
    lets_through=("<b>", "error <4>"),
    where=Where.FIRST,
)
SAYS_NOTHING = Sign(
    "says nothing",
    "Says that there is nothing, or that all is well.",
    r"|null|none|nil|false|true|ok|success(?:ful)?|n/?a|undefined|[\W\d_]*",
    fits=("", "Null", "successful", "n/a", "--- 0"),
    lets_through=("nothing found", "not ok"),
    where=Where.WHOLE,
    any_case=True,
)
ON_THE_DESKTOP = Sign(
    "on the desktop",
    "Names QuickBooks Desktop, or one of its codes, before the words.",
    r"\bquickbooks desktop\b|\b(?:error|status|statuscode)[\s:=(\"]{1,3}(?:3140|317[0156]|3180|3210|3260)\b",
    fits=("Our QuickBooks Desktop link stops at ", "statusCode=3180 ", "Error (3171"),
    lets_through=("INV-3180 ", "invoice 3180: ", "QuickBooks on my desktop says "),
    any_case=True,
)
