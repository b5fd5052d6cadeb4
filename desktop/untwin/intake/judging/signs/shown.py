"""Signs that documentation shows an error: a sample answer, a row of advice, a place that is filled in later."""

from untwin.intake.judging.sign import Sign, Signs, Where

_TO_DO = (
    r"(?:double-?check|check|change|correct|pick|choose|open|enter|edit|rename|renumber|delete|retry|re-?sync"
    r"|reconnect|contact|use|wait|verify|make sure|turn|give|assign|ask|try|add|remove|update|go to|click|select|set)"
)
CALLED_A_SAMPLE = Sign(
    "headed as a sample",
    "Has a heading of its own line that calls an answer a sample, and right below it the record.",
    r"(?:\A|\n)[#*\s]{0,8}(?:sample|example) (?:error )?(?:response|answer|output|error|payload)s?[ \t:*]{0,4}\n\s{0,4}"
    r"(?:```\w{0,8}\s{0,4})?[{\[<][^`]{0,300}\Z",
    fits=('### Sample Response\n\n```json\n{\n  "Fault": {', "Example error answer:\n<Fault>"),
    lets_through=("Our response:\n{", "Sample response: {"),
    guard="sample|example",
    any_case=True,
)
SAMPLE = Signs(
    "Do the words stand in a sample?",
    (
        Sign(
            "called a sample",
            "Heads a record that stands open with the name of a sample.",
            r"(?:\A|\n)\W{0,6}(?:an? )?(?:example|sample)s?(?: of an?)? (?:error )?"
            r"(?:response|answer|error|payload|output|body|fault"
            r"|reply)s?\b[^\n{]{0,60}\s{0,6}(?:```\w{0,8}\s{0,4})?[{\[<]"
            r"[^\n`]{0,20}(?:\n[^`]{0,300})?\Z",
            fits=(
                'Example response (400):\n{\n  "error": "taken",\n  "message": "',
                "Sample error answer\n```json\n{",
                "An example of an error body: {",
            ),
            lets_through=("Response (400):\n{\n  ", "for example the answer was {", "Example response: none. Ours: "),
            guard="example|sample",
            any_case=True,
        ),
        Sign(
            "mock-up",
            "Heads the lines of a mock-up, of an illustration or of what is made up.",
            r"(?:\A|\n)[^\n]{0,40}\b(?:mock-?ups?|mocked|illustrati(?:on|ve)|fictitious|made[ -]up)\b"
            r"[^\n]{0,60}\n(?:[^\n]{0,160}\n){0,8}[^\n]{0,160}\Z",
            fits=(
                "[Mock-up of the history]\n- 10:02 sent\n- 10:03 ",
                "(all names are fictitious)\n",
                "For illustration:\n09:00 ",
                "mocked\n",
                "A made-up log:\n",
            ),
            lets_through=("we made up the bill. ", "mocking it\n"),
            guard="mock|illustrati|fictitious|made up|made-up",
            any_case=True,
        ),
        Sign(
            "sample timeline",
            "Heads lines that begin with an hour as an example, or says that it looks so.",
            r"(?:\A|\n)(?:[#\[(*= \t]{0,8}(?:an? )?(?:example|sample)|#{1,6} [^\n]{0,60}\b(?:example|sample"
            r"|looks? like))\b[^\n]{0,60}\n\s{0,4}(?:[ \t>|*-]{0,6}\d{1,2}:\d\d[^\n]{0,160}\n){0,12}"
            r"[ \t>|*-]{0,6}\d{1,2}:\d\d[^\n]{0,160}\Z",
            fits=("## What a log looks like\n\n09:00 begun\n09:01 ", "Sample timeline:\n10:15 ", "# An example\n9:00 "),
            lets_through=("Today's log:\n09:00 begun\n09:01 ", "Sample timeline:\nit failed: "),
            guard="example|sample|look",
            any_case=True,
        ),
        Sign(
            "status and answer",
            "Describes an answer by its status as an item of a list, and shows it below in a fence.",
            r"(?:\A|\n)[ \t]{0,8}(?:[-*\u2022]"
            r"|#{1,5})[ \t]{1,3}[*`]{0,3}[45]\d\d [A-Z][A-Za-z ]{3,24}[*`]{1,3}[^\n]{0,120}"
            r"\s{1,8}```\w{0,8}\n[^`]{0,300}\Z",
            fits=("- `409 Conflict` - the number is taken\n```json\n{", "### **404 Not Found**\n\n```\n{"),
            lets_through=("- `409 Conflict` - the number is taken\n", "we got 409 Conflict:\n```json\n{"),
            guard="```",
        ),
        Sign(
            "kept under its name",
            "Is the code and the opening of the text that a program keeps under a name that says what is wrong.",
            r"(?:\A|\n)(?P<indent>[ ]{0,20})[\w-]{0,30}(?:dup|uniq|taken|exists"
            r"|in_use)[\w-]{0,30}:[ ]{0,2}\n(?P=indent)[ ]{1,8}code: "
            r"[\"']?\d{3,5}[\"']?\n(?P=indent)[ ]{1,8}\w{1,20}: [\"']?\Z",
            fits=('duplicate_number:\n  code: "6140"\n  message: "', "\n  taken:\n    code: 6140\n    text: "),
            lets_through=('result:\n  code: "6140"\n  message: "', "duplicate_number: 6140\n  message: "),
            guard="dup|uniq|taken|exists|in_use|stale|not_found|closed|too_long",
        ),
        Sign(
            "answer by its status",
            "Opens the description of an answer with a status.",
            r"[\"'][45]\d\d[\"']\s{0,4}:\s{0,4}\{\s{0,20}[\"']description[\"']\s{0,4}:\s{0,4}[\"']\Z",
            fits=('{"responses":{"409":{"description":"', "'404': {\n  'description': '"),
            lets_through=('{"409":{"message":"', '"description":"'),
            guard="description",
        ),
        Sign(
            "list of exits",
            "Is an entry of a list of a program's exits.",
            r"(?i:(?:\A|\n)[ \t#*]{0,6}(?:exit (?:status|code)(?:es|s)?|return (?:value"
            r"|code)s?)[:*]{0,3})[ \t\r]{0,4}\n"
            r"(?:[ \t]{1,12}\d{1,3}[ \t][^\n]{1,200}\n){0,8}[ \t]{1,12}\d{1,3}[ \t]{1,8}(?i:(?:an?|the|this) )?\Z",
            fits=("EXIT STATUS\n  0  done\n  4  the ", "## Return codes:\n 7 "),
            lets_through=("Exit status 4: the ", "RUN\n  4  the "),
            guard="exit|return",
        ),
        Sign(
            "something to say",
            "Is an item of what may be said or looked for.",
            r"(?:\A|\n)[ \t]{0,20}[\w.-]{0,30}(?:utterance|phrase|keyword|synonym)[\w.-]{0,30}:[ \t]{0,4}\n"
            r"(?:[ \t]{0,20}-[^\n]{0,120}\n){0,12}[ \t]{0,20}-[ \t]{1,4}[^\n]{0,60}\Z",
            fits=("utterances:\n - say it\n - my ", 'key-phrases:\n  - "'),
            lets_through=("errors:\n  - ", "utterances: - "),
            guard="utterance|phrase|keyword|synonym",
        ),
        Sign(
            "table of translations",
            "Is a row of texts in several languages, below a head of the languages' short names.",
            r"(?:\A|\n)\W?(?:(?:key|id|name|msgid|string)\W{1,3})?[a-z]{2}(?:[-_][A-Za-z]{2})?\W?"
            r"(?:[;,\t|]\W{0,2}[a-z]{2}(?:[-_][A-Za-z]{2})?){1,8}\W{0,3}\n(?:[^\n]{1,300}\n){0,12}[^\n]{0,300}\Z",
            fits=('en;de\n"', "key,en,fr-FR\ntaken,", '"id"\t"en"\t"es"\n1\t'),
            lets_through=("up to\n", "no;it failed\n", "id;number\n"),
        ),
        Sign(
            "row of an outline",
            "Is a row of the examples by which a scenario is played.",
            r"(?:\A|\n)[ \t]{0,12}(?:Examples|Scenarios):[^\n]{0,60}\n(?:[^\n|]{0,80}\|[^\n]{0,200}\n){1,20}"
            r"[^\n|]{0,80}\|[^\n]{0,200}\Z",
            fits=("Examples:\n  | number | answer |\n  | 1 | ", "Scenarios: taken\n| a |\n| b"),
            lets_through=("Examples: 4 of them\nfailed: ", "Answers:\n| a |\n| b"),
            guard="examples:|scenarios:",
        ),
    ),
)
SHOWN_BY_AN_ARTICLE = Sign(
    "shown below a heading",
    "Heads the words as the symptoms of an article's matter, or as one of the lines that it is about.",
    r"(?:\A|\n)\W{0,6}(?:symptoms?|error messages?|what you see|issue|problem)[ \t*:]{0,4}\n(?:[^\n]{0,240}\n){0,4}"
    r"[^\n]{0,240}\Z",
    fits=("Symptoms\nThe log has a line like this one:\n  ", "\n## Error message\n\n> "),
    lets_through=("Symptoms as in the article:\n", "the error message:\n"),
    guard="symptom|error message|what you see|issue|problem",
    any_case=True,
)
REMEDY_BELOW = Sign(
    "remedy below a heading",
    "Has below it a heading of an article: the cause, the remedy.",
    r"[^\n]{0,200}\n(?:[^\n]{0,240}\n){0,3}\W{0,6}(?:(?:possible |common )?causes?|resolutions?|solutions?|workarounds?"
    r"|what to do|how to fix(?: (?:it|this))?|why (?:it|this) happens|more information)[ \t*:]{0,4}\n",
    fits=("\n\nCause\n", ".\n**What to do**\n", "\nHow to fix this:\n", "\n\nWhy it happens\n", "\nPossible causes\n"),
    lets_through=(".\nCause: none\n", ".\nWhat to do now?\n"),
    where=Where.FIRST,
    any_case=True,
)
ANSWER_TO_COME = Sign(
    "answer to come",
    "Says what QuickBooks will answer in such a case, and shows it below; nobody speaks of what is theirs.",
    r"(?:\A|\n)(?![^\n]{0,200}\b(?:[Ww]e|I|[Oo]ur|[Mm]y)\b)[^\n]{0,120}"
    r"\b(?:API|QuickBooks|QBO|Intuit|server|endpoint|message|response|answer)"
    r" (?:will|would) (?:then )?(?:respond|answer|reply|return|fail|throw|include|contain|look|read|be)\b[^\n]{0,60}:"
    r"\s{0,6}(?:```\w{0,8}\s{1,4}[^\n`{\[<]{0,120})?[{\[<][^`]{0,300}\Z",
    fits=(
        *('When invalid, the API will respond with:\n\n```js\n{\n "Fault": {', "QBO would return: <Fault>"),
        "The message will include details like:\n```\nNot successful: [<Fault",
    ),
    lets_through=("Whenever we post, QBO will return: {", "QBO returns: {"),
    guard="will|would",
)
ADVICE = Sign(
    "item of advice",
    "Is a quoted message, and behind a colon or a dash what its reader is to do.",
    rf"\W{{0,8}}[\"\u201c][^\"\u201d\n\d]{{4,120}}[\"\u201d] ?(?::|[\u2013\u2014-]|->) ?(?:{_TO_DO[3:-1]}|reload|map"
    rf"|refresh|re-?open)"
    r"\b[^\n\d]{3,200}",
    fits=(
        '* "number in use": change the number',
        *('"stale": reload the page', '"stale": double-check it', '"in use": resync after that'),
        '- "no item" -> map it again',
        '"x is gone" \u2014 re-open it',
    ),
    lets_through=('"number in use": invoice 88', '"number in use": changed the number of 88'),
    where=Where.WHOLE,
    any_case=True,
)
LEFT_OUT = Sign(
    "left out",
    "Has three dots where an answer says what is wrong: it was written down by hand.",
    r"\b(?:message|detail)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:\.\.\.|\u2026)(?:[\"'\]}]|\Z)",
    fits=('"Detail":"..."', "ERROR MESSAGE: ...]"),
    lets_through=('"Detail":"Duplicate ..."', "message: ... and then"),
    any_case=True,
)
SAVED = Signs(
    "Is the answer one that was saved to compare with?",
    (
        Sign(
            "saved request",
            "Is of a collection of saved requests and their answers.",
            r"[\"']originalRequest[\"']\s?:",
            fits=('"originalRequest":{"method":"POST"},',),
            lets_through=("the original request: ",),
            guard="originalrequest",
        ),
        Sign(
            "kept for comparison",
            "Is what a test keeps to compare with.",
            r"\bexports\[`[^`\n]{1,160}`\] = ",
            fits=("exports[`push answers 1`] = `\nObject {",),
            lets_through=("exports[0] = ",),
            guard="exports[",
        ),
    ),
)
NAMED_AN_EXAMPLE = Sign(
    "named an example",
    "Is a name under which examples or stand-ins are kept, with its value on the lines below.",
    r"(?:\A|\n)(?P<indent>[ ]{0,40})(?:-[ ])?[\"']?(?:x-)?(?:example|mock|fixture)s?[\"']?:[ ]?(?:[|>]-?)?(?=\n)",
    fits=("\n        example:\n", "\n  - x-examples: \n", "mocks:\n", "fixtures:\n", "\n'example':\n"),
    lets_through=("example: the number is taken", "\nexamples\n", "counterexample:\n"),
    guard="example|mock|fixture",
)
OF_A_CHANGELOG = Sign(
    "item of a changelog",
    "Is in the items below a heading that says how things were changed.",
    r"(?:\A|\n)[#*\s]{0,8}(?:Added|Fixed|Changed|Removed|Improved|Deprecated|Bug fixes"
    r"|New|(?:v\d{1,3}|\d{1,3}\.\d{1,3})\.\d{1,4}(?:\.\d{1,4})?(?: [^\n]{0,30})?)[*:]{0,3}[ \t\r]{0,4}\n\s{0,4}"
    r"(?:[ \t]{0,8}[-*\u2022][^\n]{0,240}\n){0,12}[ \t]{0,8}[-*\u2022][^\n]{0,200}\Z",
    fits=("### Fixed\n- names with signs\n- the banner ", "\n**Added**\n\n* ", "6.1.0\n- ", "v2.4 (May 2031)\n- "),
    lets_through=("### Failed\n- invoice ", "Fixed: the banner\n- ", "### Fixed\n- one\n\nToday: "),
    guard="added|fixed|changed|removed|improved|deprecated|bug fixes|new|.",
)
ANSWERS_IN_A_LIST = Sign(
    "answers in a list",
    "Is one of two lines that name an answer each, by its status, and say what it means.",
    r"(?:\A|\n)\W{0,6}4\d\d [A-Z][A-Za-z ]{3,24}?[ \t:\u2013\u2014-]{1,8}[^\n\d]{6,120}\n\W{0,6}4\d\d [A-Z]",
    fits=(
        "409 Conflict  number in use\n422 Unprocessable  no customer",
        "\n- 404 Not Found: no such bill\n- 409 Conflict",
    ),
    lets_through=("409 Conflict  number 118 in use\n422 Unprocessable", "409 Conflict  number in use\nRetry"),
)
MESSAGE_OF_A_DIAGRAM = Sign(
    "message of a diagram",
    "Is a message that a diagram draws from one part to another.",
    r"\A\s{0,12}\w{1,24} ?-{1,2}>>[+-]? ?\w{1,24} ?: ",
    fits=("QBO-->>Tallyo: 400 ", "  App ->> QBO: "),
    lets_through=("push -> QBO: ", "QBO: "),
    guard="-",
)
CHOICES = Sign(
    "one of several choices",
    "Offers several answers to choose from.",
    r"\(a\) [^()\n]{2,80} \(b\) [^()\n]{2,80}|\ba\) [^()\n]{2,80} b\) [^()\n]{2,80}",
    fits=("which one? (a) number in use (b) closed period", "a) expired token b) duplicate number"),
    lets_through=("(a) number in use", "invoice (a) and (b)"),
    guard="(b)| b)",
)
FILLED_IN_LATER = Sign(
    "a place to be filled in",
    "Holds a place that a program or a helper fills in.",
    r"\{\{ ?[a-z$][\w. ]{1,40} ?\}\}|'\{\d\}'"
    r"|(?<![\w$\"'>=])\{[a-z_.]{2,24}\}[^\n{}\"=]{1,160}(?<![\w$\"'>=])\{[a-z_.]{2,24}\}|%\{[a-z_]{2,24}\}",
    fits=(
        *("invoice {{number}} is refused", "hello {{ first_name }}", "{{$json.error}}", "enabled in '{0}'"),
        *("your {doc} no. {number} is refused", "number %{number} is taken"),
    ),
    lets_through=("{number}", "{{}}", "{{1}}", '{{"code": 1}}', "${number} in ${year}", '"{id}", "{no}"'),
    guard="{",
)
ROW_OF_ADVICE = Sign(
    "row of advice",
    "Is a row of a table that quotes a message, and ends in what its reader is to do.",
    r"[ \t]{0,4}\|?[ ]?[*]{0,2}[\"\u201c][^\"\u201d|\n]{6,160}[\"\u201d][*]{0,2}[^|\n]{0,80}\|[^|\n]{6,240}"
    rf"\|[ ]?[*]{{0,2}}{_TO_DO}\b[^|\n]{{4,400}}\|?[ \t]{{0,4}}",
    fits=(
        '| "slip no already exists." (or a 409) | the slip was entered before. | double-check the slips. |',
        '"number in use" | another invoice has it | **resync after renaming',
    ),
    lets_through=(
        '| "number in use" | invoice 2207 | failed |',
        "| duplicate number | another invoice has it | change the number |",
    ),
    where=Where.WHOLE,
)
BLANKS_IN_IT = Sign(
    "blanks to be filled in",
    "Holds a place for a name or a number that is filled in later.",
    r"\\?<(?:[a-z]{2,12}[-_ ]){1,3}(?:name|number|id|user|type|value|reason)\\?>",
    fits=("You and <other user name> were", "Entity=\\<entity name\\>", "assigned to <doc-number>"),
    lets_through=("<b>the name</b>", "<Mara Quinn>"),
    guard="<",
)
