"""Signs of a page of help: the headings under which it explains an error, and how it speaks to whoever may meet one."""

from untwin.intake.judging.sign import Sign, Signs, Where

_OPENS = r"(?m:^)[ \t>#*\d.)-]{0,8}(?P<part>"
_ENDS = r") ?[:?*]{0,5}[ \t\r]{0,4}(?m:$)"
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
            r"|(?:how (?:to|do i|can i|do you) |steps to |to )"
            rf"(?:fix|resolve|solve|correct|troubleshoot|handle|re-?connect)\b[^\n:?]{{0,50}}"
            rf"|troubleshooting(?: steps)?{_ENDS}",
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
            r"|(?:was this (?:article|page)|did you find it) helpful(?:\? yes no)?|did this answer your question"
            rf"|faqs?(?: and troubleshooting)?|prerequisites|step-by-step (?:instructions|guide){_ENDS}",
            fits=(
                *("Need more help?\n", "Related articles\n", "Additional Information:\n", "Was this page helpful?"),
                *("Did you find it helpful? Yes No", "Did this answer your question?", "FAQs and Troubleshooting\n"),
                *("Prerequisites\n", "Step-by-Step Instructions\n", "FAQ"),
            ),
            lets_through=("help\n", "we need help with it\n"),
            any_case=True,
        ),
        Sign(
            "resolves it in a sentence",
            "Is the beginning of a line that says how the matter is mended, in general.",
            rf"{_OPENS}to (?:resolve|fix|solve|correct) (?:this|the) (?:\w{{1,12}} )?(?:issue|error|problem))[,:]",
            fits=("To resolve the issue, we would", "To fix this sync error:"),
            lets_through=("to resolve it, call", "We want to fix this error:"),
            any_case=True,
        ),
        Sign(
            "table of causes",
            "Is the head of a table that has a column for causes and one for remedies.",
            r"(?m:^)\|?[^|\n]{2,40}\|(?P<part>\W{0,4}(?:cause|meaning|reason|description|explanation)s?\W{0,4}"
            r"\|\W{0,4}(?:solution|fix|resolution|action|remedy|what to do)s?\W{0,4}\|)",
            fits=("| Error | Cause | Solution |", "|Code|**Meaning**|**What to do**|"),
            lets_through=("| Error | Cause |", "| Cause | of | Solution |"),
            any_case=True,
        ),
        Sign(
            "heads a part, abroad",
            "Is a line in another language that heads a cause, a remedy or a list of errors, and nothing else.",
            rf"{_OPENS}(?:causes? possibles?|r.solutions?|ursachen?|l.sung(?:en)?|causas?(?: posibles?)?"
            r"|soluci.n(?:es)?|oplossing(?:en)?|oorza(?:ak|ken)|soluzion[ei]|solu..o|(?:liste des )?codes? d.erreurs?"
            rf"|fehlercodes?|c.digos? de error){_ENDS}",
            fits=(
                *("R\u00e9solution:\n", "Cause possible\n", "Ursache:\n", "L\u00f6sungen\n", "Causa posible\n"),
                *("Soluciones\n", "Oplossing:\n", "Oorzaken\n", "Soluzione\n", "Solu\u00e7\u00e3o\n", "Fehlercodes\n"),
                *("Liste des codes d'erreurs\n", "C\u00f3digos de error\n", "oorzaak\n", "oplossingen"),
                "causes possibles",
            ),
            lets_through=("la cause\n", "code d'erreur 610\n"),
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
_ERROR = r"\b[^\n.]{0,60}\b(?:errors?|messages?|warnings?|notifications?|alerts?|faults?)\b[^\n]{0,320}\Z"
BY_WHOM_IT_IS_MET = Sign(
    "met by its reader",
    "Supposes that its reader has met an error, whose words follow.",
    r"[\s>*#-]{0,8}(?:(?:please )?note:? )?(?:if|when|whenever|in case|should)"
    r" (?:you|your \w{1,20}|users?|they|customers?) (?:\w{1,12} )?(?:receives?|gets?|sees?|encounters?"
    r"|are (?:seeing|getting|receiving)|run into|come across|meet|is (?:seeing|getting)"
    rf"|have (?:received|seen|got)){_ERROR}",
    fits=(
        *('If you receive a message that says "', "When your bookkeeper is seeing an error: "),
        *("note: if you are getting errors such as ", "Whenever they have seen the alert "),
        *("If users run into one of these errors: ", "In case customers get an error: ", "Should you meet the fault "),
        *("please note: when you have received the warning ", "if you come across the error "),
    ),
    lets_through=("We receive a message that says ", "When you get a chance, look at this: ", "If it says the error "),
    where=Where.FIRST,
    any_case=True,
)
SAID_OF_THE_ERROR = Sign(
    "said of the error message",
    "Goes on with what the error message tells whoever meets it.",
    r"[^\n]{0,200}(?:\n\s{0,20}|[.!] )(?:[^\n.]{0,160}[.!] )?(?:this|the|such an) (?:error|message|code)"
    r"(?: (?:error|message|code))? (?:tells|informs|lets) you\b"
    r"|[^\n]{0,80}\n\s{0,20}there (?:are|can be|may be) (?:many|several|a few|various|some|different|multiple) "
    r"(?:\w{1,12} )?(?:reasons|causes) (?:why|for|of|behind)\b",
    fits=(
        *("401.\n\nThis error message tells you", ". Check it. The code informs you", ". Such an error lets you"),
        "\n\nThere are many reasons why",
    ),
    lets_through=(". This error came", ". It tells you", ". The message tells us", "\n\nThere are many reasons"),
    where=Where.FIRST,
    any_case=True,
)
MAY_BE_MET = Sign(
    "may be met",
    "Says that its reader may receive or see an error, whose words follow.",
    r"\b(?:you|users?|customers?|they) (?:(?:may|might|could) (?:\w{1,12} )?(?:receive|get|see|encounter|run into|meet)"
    rf"|(?:will|can) (?:\w{{1,12}} )?(?:receive|encounter|run into)){_ERROR}",
    fits=(
        *("When you sync, you may also receive an error: ", "users will encounter a message: "),
        *("they could run into the error ", "you might meet a warning: ", "they can run into the fault "),
    ),
    lets_through=("As you can see, the error is ", "we may see an error: ", "you received an error: ", "you will see "),
    any_case=True,
)
SUPPOSED_ABOVE = Sign(
    "supposed above a record",
    "Supposes, in the paragraph above a record, that its reader has received it.",
    r"(?:\A|\n)[ \t>*-]{0,8}(?i:if|when) (?:you|your \w{1,20}|users?) (?:receive|get|see|encounter)s?\b[^\n]{0,60}"
    r"\b(?:errors?|messages?|responses?)\b[^\n]{0,500}\n\s{0,6}(?:```\w{0,8}\s{1,4})?[{\[<][^`]{0,200}\Z",
    fits=("If you receive the following 400 error, sign in.\n\n{\n  ", "When users get an error:\n```json\n{"),
    lets_through=("We receive the following error:\n{", "If you receive it, tell us.\n{"),
    guard="if |when ",
)
FIELDS_BELOW = Sign(
    "fields explained below",
    "Goes on to explain the fields of the answer that was shown.",
    r"[^`]{0,160}\b(?:review|look at|check|note) the following (?:fields|properties|attributes)\b"
    r"|[^`]{0,160}\bthe (?:fields|properties|attributes) (?:are|mean)\b",
    fits=("null\n}\n\nIn the response, review the following fields:", "}\nThe fields mean"),
    lets_through=("}\nthe following error", "}\nfields"),
    where=Where.FIRST,
    any_case=True,
)
NAMED_BY_ITS_TEXT = Sign(
    "named by its text",
    "Ends in a bracket that opens to name an error by its text.",
    r"\((?:with )?(?:the )?(?:error|fault|message) (?:text|string|wording|words|message) [\"'`\u201c]\Z",
    fits=('rejection (error text "', "it (the error string '", "turned down (with fault wording `"),
    lets_through=('the error text is "', '(error: "'),
    any_case=True,
)
INSTRUCTS_AN_AGENT = Sign(
    "instructs an agent",
    "Says in front of the words when an agent or a tool is to be used, or gives it an example.",
    r"(?:\A|[.:\n] ?)[\"']?use this (?:agent|skill|tool|sub-?agent|prompt|runbook|playbook) (?:when|if|for|to)\b"
    r"|<(?:example|commentary)>",
    fits=("Use this agent when a sync says ", "<example>context: a user says ", "use this skill for ", "<commentary>"),
    lets_through=("we use this tool to post and it says ", "the agent says "),
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
    "Ends with the opening of a quote of what any message of a sort contains.",
    r"\b(?:only|any|every|each|all|on|for|(?:if|when|whether|where) (?:the|its|an?)) (?:\w{1,12} )?"
    r"(?:messages?|texts?|strings?|errors?|details?|answers?|responses?) (?:(?:that|which) )?"
    r"(?:contains?|containing|match(?:es|ing)?|includes?|including|starts? with|starting with|equals?)"
    r" (?:the (?:words?|text|phrase|string) )?[\"'`\u201c\u00ab]\Z",
    fits=(
        *('only a message that contains "', "if the message contains '", "for errors containing the words '"),
        *('every error which includes "', 'all texts including "', 'any answer that starts with "'),
        *('each response matches "', 'when its detail equals the string "', 'on errors matching "'),
        *('all strings that match the phrase "', 'where an error includes the text "'),
        *('whether the error starts with "', 'on errors starting with "'),
        'any message containing the word "',
    ),
    lets_through=('the log contains "', 'we got a message that contains "', 'the message "'),
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
IN_A_REPORT = Sign(
    "in a report",
    "Has a heading or a field of a ticket, or an hour with its seconds: something happened and was reported.",
    r"(?m:^)[ \t>#*-]{0,8}(?:steps to reproduce|(?:expected|actual) (?:behaviou?r|results?)|report(?:ed by|er)\b"
    r"|assignee\b|priority\b|severity\b|incident\b|timeline\b|affected\b|describe the bug|bug description|ticket\b"
    r"|impact\b)|\b\d\d:\d\d:\d\d\b",
    fits=(
        *("## Steps to Reproduce", "Expected behavior", "Actual results", "Reported by: Dana", "Reporter: Dana"),
        *("Assignee", "Priority: 2", "Severity", "Incident 7", "Timeline", "Affected: 2", "**Describe the bug**"),
        *("Bug Description", "Ticket 7", "Impact", "at 07:00:12 it", "expected behaviour", "actual result"),
    ),
    lets_through=("The priority", "at 07:00 it", "Steps to resolve"),
    any_case=True,
)
