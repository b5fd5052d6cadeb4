"""Signs of a page of help: the headings under which it explains an error, and how it speaks to whoever may meet one."""

from untwin.intake.judging.sign import Sign, Signs, Where

_OPENS = r"(?m:^)[ \t>#*\d.)-]{0,8}(?P<part>"
_ENDS = r")[:?*]{0,5}[ \t\r]{0,4}(?m:$)"
PARTS_OF_A_PAGE = Signs(
    "Does a line head a part of a page of help?",
    (
        Sign(
            "heads a meaning",
            "Is a line that heads what an error means, and nothing else.",
            rf"{_OPENS}what (?:does|do|is|are|it|this|that)\b[^\n:?]{{0,40}}\b(?:means?|error)"
            r"|(?:understanding|explanation|meaning)(?: (?:of )?(?:the|this) (?:error|issue|message))?"
            rf"{_ENDS}",
            fits=(
                *("What does this mean?:", "What it means\n", "Understanding the error\n"),
                *("what is this error", "meaning\n"),
            ),
            lets_through=("What it means for bill 77\n", "The meaning\n"),
            any_case=True,
        ),
        Sign(
            "heads the causes",
            "Is a line that heads why an error comes, and nothing else.",
            rf"{_OPENS}why (?:does|do|did|am i|is|are|this|the) [^\n:?]{{2,60}}"
            r"|(?:possible |likely |common |root )?(?:causes?|reasons?)(?: of (?:the|this) (?:error|issue))?"
            rf"|symptoms?|applies to{_ENDS}",
            fits=(
                *("Why does it come?\n", "Possible causes:\n", "## Reason of this error\n"),
                *("Symptoms\n", "applies to\n"),
            ),
            lets_through=("Cause of action\n", "Cause: bill 77\n", "symptoms of it\n"),
            any_case=True,
        ),
        Sign(
            "heads the remedies",
            "Is a line that heads what helps, and nothing else.",
            rf"{_OPENS}(?:possible |suggested )?(?:solutions?|resolutions?|fix(?:es)?|workarounds?|remed(?:y|ies))"
            r"|(?:how (?:to|do i|can i|do you) |steps to |to )(?:fix|resolve|solve|correct|troubleshoot|handle)\b"
            rf"[^\n:?]{{0,50}}|troubleshooting(?: steps)?{_ENDS}",
            fits=(
                *("Solution:\n", "2. Fixes\n", "How to fix it\n", "Steps to resolve this\n"),
                *("Troubleshooting steps\n", "remedy"),
            ),
            lets_through=("Solution: change it\n", "fixed\n", "to fix it: call\n"),
            any_case=True,
        ),
        Sign(
            "ends a page",
            "Is a line that heads what stands at the end of a page of help, and nothing else.",
            rf"{_OPENS}(?:need|still need) (?:more )?help|related articles|additional (?:information|notes?)"
            rf"|was this (?:article|page) helpful{_ENDS}",
            fits=("Need more help?\n", "Related articles\n", "Additional Information:\n", "Was this page helpful?"),
            lets_through=("help\n", "we need help with it\n"),
            any_case=True,
        ),
        Sign(
            "heads a list of errors",
            "Is a line that heads a list of the errors that may be met, and nothing else.",
            rf"{_OPENS}(?:top|common|frequent(?:ly returned)?|most common|known)(?: [\w-]{{1,20}}){{0,4}} errors?"
            r"[^\n:?]{0,40}|error codes?(?: and (?:meanings|messages|explanations))?"
            r"|[^\n:?]{0,40}(?:errors?|codes) and (?:explanations|how to (?:fix|handle|resolve) (?:them|it))"
            rf"{_ENDS}",
            fits=(
                *("Frequently Returned Errors\n", "Top QuickBooks API errors and more\n", "Error codes and meanings\n"),
                *("QBO errors and how to fix them\n", "Codes and explanations\n", "error code"),
            ),
            lets_through=("error code: 610\n", "Top of the errors: 2\n", "errors\n"),
            any_case=True,
        ),
    ),
)
BY_WHOM_IT_IS_MET = Sign(
    "met by its reader",
    "Supposes that its reader has met the error whose words follow.",
    r"[\s>*#-]{0,8}(?:(?:please )?note:? )?(?:if|when|whenever|in case|should)"
    r" (?:you|your \w{1,20}|users?|they|customers?) (?:\w{1,12} )?(?:receives?|gets?|sees?|encounters?"
    r"|are (?:seeing|getting|receiving)|run into|come across|meet|is (?:seeing|getting)"
    r"|have (?:received|seen|got)|try(?:ing)? to)\b[^\n]{0,200}\Z",
    fits=(
        *('If you receive a message that says "', "When your bookkeeper is seeing ", "note: if you are getting "),
        *("Whenever they have seen ", "If users run into ", "In case customers get an error: ", "Should you try to "),
        *("should you come across ", "if you have received ", "if you trying to "),
    ),
    lets_through=("We receive a message that says ", "Tell me if you see ", "If it says "),
    where=Where.FIRST,
    any_case=True,
)
SAID_OF_THE_ERROR = Sign(
    "said of the error message",
    "Goes on with what the error message tells whoever meets it.",
    r"[^\n]{0,200}(?:\n\s{0,20}|[.!] )(?:[^\n.]{0,160}[.!] )?(?:this|the|such an) (?:error|message|code)"
    r"(?: (?:error|message|code))? (?:tells|informs|lets) you\b",
    fits=("401.\n\nThis error message tells you", ". Check it. The code informs you", ". Such an error lets you"),
    lets_through=(". This error came", ". It tells you", ". The message tells us"),
    where=Where.FIRST,
    any_case=True,
)
TOLD_BY_THE_MESSAGE = Sign(
    "told by the message",
    "Says in front of the words what the error message tells whoever meets it.",
    r"\b(?:this|the|such an) (?:error|message|code)(?: (?:error|message|code))? (?:tells|informs|lets) you\b"
    r"[^\n.]{0,80}\Z",
    fits=("So. This error message tells you that your ", "the code informs you of: ", "such an error lets you know: "),
    lets_through=("This message tells us ", "the error tells you. Then "),
    any_case=True,
)
CONTAINED = Sign(
    "contained in a message",
    "Ends with the opening of a quote of what a message contains.",
    r"\b(?:contains?|containing|matche?s?|matching|includes?|including|starts? with|starting with|equals?)"
    r" (?:the (?:words?|text|phrase|string) )?[\"'`\u201c\u00ab]\Z",
    fits=(
        *('contains "', "containing the words '", "match `", "matches `", "matching '", 'includes "', 'including "'),
        *('starts with "', 'starting with "', 'equals the string "', 'contain the phrase "'),
        'include the text "',
    ),
    lets_through=('says "', "contains a ", 'the message "'),
    any_case=True,
)
OFFERED_HELP = Sign(
    "offered help",
    "Offers help by telephone, as those do who sell it.",
    r"\b(?:support|helpline|help ?desk|toll[ -]?free|customer (?:care|service|support)) (?:phone |telephone |contact )?"
    r"(?:number|no\.)",
    fits=("QuickBooks support phone number", "Toll free number", "customer care number", "help desk no."),
    lets_through=("a number of support", "customer number"),
    guard="number|no.",
    any_case=True,
)
