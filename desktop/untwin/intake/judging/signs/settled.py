"""Signs that a matter came to a good end, or was opened again; and of questions that are answered at once."""

from untwin.intake.judging.sign import Sign, Signs, Where

SETTLED = Signs(
    "Is it told that the matter is closed?",
    (
        Sign(
            "state: solved",
            "Gives the state of a ticket as solved.",
            r"(?i:\b(?:status|state)\W{1,4}(?:resolved|solved|closed|fixed|done)\b)",
            fits=("Status: Resolved", "state = done"),
            lets_through=("Status: open", "the state was solved"),
            guard="resolved|solved|closed|fixed|done",
        ),
        Sign(
            "marked as solved",
            "Has behind a dash or a bracket, or as a sentence of its own, that it is solved.",
            r"(?i:[\u2013\u2014|\[(-] ?(?:resolved|solved|closed)\b|(?:\. |\n)solved(?=\s{0,3}(?:\n|\Z)))",
            fits=("error 610 [closed]", "number in use - Solved", "new number chosen. Solved"),
            lets_through=("solved it, but not", "it is closed"),
            guard="resolved|solved|closed",
        ),
        Sign(
            "fixed in a version",
            "Names the version or the change that fixed it.",
            r"(?i:\bfixed in (?:#|v?\d+\.)\d)",
            fits=("Fixed in #412", "fixed in v3.1"),
            lets_through=("fixed in May", "fixed in 3 rows"),
            guard="fixed",
        ),
        Sign(
            "somebody fixed it",
            "Says that somebody fixed or solved it.",
            r"(?i:\b(?:support|they|he|she|we|i|intuit|admin|team) (?:then )?(?:fixed|solved|sorted) (?:it|that|this)\b"
            r"(?! (?:up|for one|for a)))",
            fits=("and Intuit support fixed it.", "we then solved that"),
            lets_through=("nobody fixed it", "we fixed the bill"),
            guard="fixed|solved|sorted",
        ),
        Sign(
            "not since then",
            "Says that it has not come since.",
            r"(?i:\b(?:has|have|had|did|was)(?: not|n.t) (?:been )?(?:come back|come|happen(?:ed)?|seen?|occurred"
            r"|recurred"
            r"|return(?:ed)?|had)\b[^.\n]{0,40}\bsince\b(?! (?:\w{1,12} )?(?:then|that) it (?:has|did)))",
            fits=("It hasn't happened since.", "we have not seen one ever since"),
            lets_through=("it happened since May", "we have not slept since"),
            guard="since",
        ),
        Sign(
            "closing the ticket",
            "Says that the ticket is being closed, or was marked so.",
            r"(?i:\bclosing (?:this|the) (?:ticket|issue|case|request)\b"
            r"|\bmarked (?:as )?(?:resolved|solved|closed|done)\b)",
            fits=("Closing this ticket", "marked as done"),
            lets_through=("closing the books", "marked as urgent"),
            guard="closing|resolved|solved|closed|done",
        ),
    ),
)
WENT_WELL = Signs(
    "Is it told that all went well after all?",
    (
        Sign(
            "saved all the same",
            "Says that it was saved all the same, or under another number.",
            r"\b(?:was|were|has been|have been|is|and|but|we|we've|so it) (?:then |still |now )?(?:saved|posted|created"
            r"|synced|imported|accepted|recorded)(?: (?:it|them|the \w{1,12}|this \w{1,12}))? (?:anyway|regardless"
            r"|all the same|successfully|as \S{0,20}\d|under|with (?:the )?(?:next|new|a new|number))",
            fits=("it was then posted as B-78", "we saved the bill anyway", "and created with the next"),
            lets_through=("it was not posted", "was posted as a draft"),
            any_case=True,
        ),
        Sign(
            "renumbered and posted",
            "Says that all were given other numbers and went through.",
            r"(?<!be )\brenumbered(?: \w{1,10}){0,3} and (?:re-?)?(?:posted|synced|sent|pushed)\b"
            r"|\brenumbered (?:to|as) [^\s.]{1,30}[^.]{0,80}\b(?<!not )(?:posted|synced)\b",
            fits=(
                *("all were renumbered by hand and posted", "renumbered and resent"),
                "renumbered to B-7\n3 May | B-7 | posted",
            ),
            lets_through=("can be renumbered and posted", "renumbered the bill"),
            guard="renumbered",
            any_case=True,
        ),
        Sign(
            "linked",
            "Says that it was linked with the document that is there.",
            r"(?<!not )(?<!n.t )(?<!be )\blinked (?:it |them )?(?:to|with) \S",
            fits=("same total, linked to Id 8", "we linked it with the old one"),
            lets_through=("it was not linked to one", "can be linked to it", "a link to it"),
            guard="linked",
        ),
        Sign(
            "go on anyway",
            "Offers to go on regardless, or asks whether to.",
            r"\b(?:save|use|post|continue|proceed|create|keep|print|record)(?: it| this| the \w{1,12})? (?:anyway"
            r"|regardless)\b"
            r"|\bdo you (?:still )?want to (?:use|continue|save|proceed)",
            fits=("Post it anyway", "Do you want to continue"),
            lets_through=("we could not post it", "do you want to know"),
            any_case=True,
        ),
        Sign(
            "another was used",
            "Says that another was used, or that all was posted again.",
            r"\bus(?:ing|ed) \S{1,24} instead\b|\b(?:was|were|has been|have been) (?:all )?re-?(?:posted|synced|sent"
            r"|imported)\b",
            fits=("using B-78 instead", "have been re-sent"),
            lets_through=("use another instead", "will be re-sent"),
            any_case=True,
        ),
        Sign(
            "nothing to do",
            "Says that nothing need be done.",
            r"\bno (?:further )?action (?:is )?(?:needed|required|necessary)",
            fits=("No further action is required",),
            lets_through=("Action required",),
            any_case=True,
        ),
    ),
)
FORMER = Sign(
    "a former error",
    "Tells of a success, and names the error as the former one.",
    r"\b(?:synced|posted|saved|created|imported|sent|exported)\b(?! (?:to|by|in|with)\b[^\n]{0,40}\bfail)[^\n]{0,80}"
    r"\b(?:previous|earlier|prior|former|original) (?:error|message|failure)\W{0,4}\Z",
    fits=("Posted at noon. Previous error: ",),
    lets_through=("The bill sent to QuickBooks failed. Original error: ", "Posted at noon: "),
    any_case=True,
)
CLOSED = Sign(
    "has been closed",
    "Goes on to say that the ticket of that name was closed.",
    r"(?: error)?[\"'\u201d\u00bb)]?\s{0,3}(?:has been|was|is now) (?:closed|resolved|solved|fixed)\b",
    fits=('" has been closed', " error is now solved"),
    lets_through=('" has been opened', " error came, was solved"),
    where=Where.FIRST,
    any_case=True,
)
AGAIN = Sign(
    "again",
    "Says that it came again, or failed after all.",
    r"(?i:\breopen|\bagain\b|\bstill\b|\bcame back|\bis back\b|\bnot (?:saved|synced)|\bfail)",
    fits=("It failed", "Reopened", "not synced"),
    lets_through=("against", "unfailing", "not seen"),
    guard="reopen|again|still|came back|is back|not saved|not synced|fail",
)
OPENED_AGAIN = Sign(
    "opened again",
    "Says, behind the word that it was solved, that it is not.",
    r"\breopen|\bc[ao]mes? back\b|\bis back\b|\bnot (?:yet )?(?:re)?solved\b"
    r"|\bstill (?:fail|get|see|happen|there|com|reject|refus)|\bbut\b[^.\n]{0,80}\b(?:fail|reject|refus|bounced)",
    fits=(
        *("Reopened by Jo", "it came back", "it is back", "not resolved!", "we still get it"),
        "but on Friday invoice 88 failed",
    ),
    lets_through=("the way back", "solved", "still life", "but all is well"),
    guard="reopen|back|solved|still|but",
    any_case=True,
)
WHY = Sign(
    "asks why",
    "Begins a question: why, or what does it mean.",
    r"(?:\A|[.!?\n\u00bf>*#] {0,2}|\b(?:q|f|p|v|d|question|frage|pregunta|domanda|vraag): )\W{0,4}(?:why|what"
    r"|warum|wieso|weshalb|was |pourquoi"
    r"|que signifie|por qu"
    r"|qu\u00e9 |waarom|wat |perch|cosa|o que)",
    fits=("q: why do we see ", "frage: warum ", "hello. was bedeutet ", "\u00bfpor qu\u00e9 ", "qu\u00e9 es "),
    lets_through=("it said why ", "on friday it was "),
    guard="why|what|warum|wieso|weshalb|was |pourquoi|que signifie|por qu|qu\u00e9 |waarom|wat |perch|cosa|o que",
)
ANSWERED = Sign(
    "answered at once",
    "Ends the question and answers it.",
    r"[^?\n]{0,80}\?[\"'\u201d\u00bb]?\s{1,4}(?:(?:a|r|answer|antwort|r\u00e9ponse|respuesta|antwoord"
    r"|risposta)\W{1,3})?"
    r"(?:because|(?:it|this|that) means|weil|(?:das|es|dies) bedeutet|parce qu|(?:cela|\u00e7a) (?:veut|signifie)"
    r"|porque|pues"
    r"|significa|omdat|(?:dat|dit|het) betekent|perch)",
    fits=(
        '"? because two share it',
        " on one bill? a: this means",
        "? das bedeutet",
        "? cela signifie",
        "? dit betekent",
    ),
    lets_through=("? we tried again", " because of it?"),
    where=Where.FIRST,
)
