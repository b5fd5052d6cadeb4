"""Signs of a failure that a product tells in its own words: what says that something failed, and what asserts it.

All are looked for in text in small letters.
"""

from untwin.intake.judging.sign import Sign, Signs, Where

_DONE = (
    "sync|synced|syncing|synchronized|synchronised|export|exported|exporting|post|posted|posting|create|created"
    "|creating"
    "|save|saved|saving|send|sent|sending|push|pushed|pushing|upload|uploaded|update|updated|updating|import|imported"
    "|transfer|transferred|publish|published|record|recorded|deliver|delivered|book|booked|add|added|adding|accept"
    "|accepted"
    "|accepting|process|processed|write|written|submit|submitted|complete|completed|finish|finished|go|reach|make"
    "|made|take"
    "|taken over|move|moved|copy|copied|landed|land|get|got through|pass|passed|apply|applied|change|changed|edit"
    "|edited|modify|modified|generate|generated|store|stored|let us|let the|like|allow|allowed|arrive"
    "|came through|come through|came over|come over|come across|do this"
    "|handed"
    "|connect|refresh|void|voided|delete|deleted|bring|brought|carried|log|logged|match|matched|invoiced"
    "|be done|run|done|talk|access|see|open|read|update|register|registered|enter|entered|load|loaded|work"
    "|file|filed|put"
)
SENTENCE_END = Sign(
    "end of a told sentence",
    "Ends a sentence or a part of one: a stop that shortens no word, a semicolon, a dash, a bullet.",
    r"(?:(?<!\bno)(?<!\s[a-z])(?<![\"'(\u201c][a-z])(?<!\bnr)(?<!\bnum)(?<!\bdoc)(?<!\binv)(?<!\bref)(?<!e\.g)"
    r"(?<!i\.e)\.|[!?;])[\"')\u201d]{0,2}(?=\s)"
    r"|\s[\u2013\u2014\u00b7\u2022|\u2192]+(?=\s)",
    fits=("It failed. Why", "taken; pick", "not sent \u2014 it", "he said \u201cno!\u201d We"),
    lets_through=("invoice no. 88", "4.50", "it was m. sato", "well-known", "e.g. Bill"),
)
NOT_BROUGHT_OVER = Sign(
    "not brought over",
    "Says that something could not be done, or was not.",
    r"\b(?:could not|couldn.t|can ?not|can.t|unable to|failed to|fails to|failing to|did not|didn.t"
    r"|do not|don.t"
    r"|does not|doesn.t|was not|wasn.t"
    r"|were not|weren.t|has not|hasn.t|have not|haven.t|is not|isn.t|are not|aren.t|not|never|will not|won.t"
    r"|would not|wouldn.t|refused to|refuses to|declined to|not able to) "
    rf"(?:(?:been|be|being|yet|get|to|us|you|fully|able|successfully|automatically|even"
    rf"|currently) ){{0,3}}(?:{_DONE})\b",
    fits=(
        *("could not be synced", "couldn't go", "cannot send", "can not send", "can't send", "it didn't land"),
        *(
            "wasn't added",
            "weren't sent",
            "hasn't been sent",
            "haven't been sent",
            "isn't exported",
            "won't save",
        ),
        *("wouldn't let us", "aren't saved", "don't match", "doesn't sync"),
    ),
    lets_through=("could be sent", "it was synced", "nothing to send"),
)
CAME_TO_GRIEF = Sign(
    "run came to grief",
    "Says that a run or a step failed or stopped.",
    r"\b(?:sync|syncing|synchronization|export|import|push|upload|posting|transfer|update|job|run|step"
    r"|task|flow"
    r"|scenario|zap|recipe|save|request|action|delivery|integration|write|entry|batch|creation|hand-?off"
    r"|send)"
    r"(?: \S{1,24}){0,4}?(?: to q\w{1,9}(?: online)?)? (?:error|\d{1,4} errors|failed|failure|fails|issue"
    r"|problem|halted|stopped"
    r"|aborted|blocked|paused"
    r"|skipped|unsuccessful|on hold|rejected|refused|declined|interrupted|incomplete|cancelled|canceled"
    r"|errored"
    r"|warning|alert|exception|trouble|conflict)\b",
    fits=(
        "export of check #88 halted",
        "sync error",
        "the zap just errored",
        "hand-off of 3 failed",
        "handoff failed",
        "sync with 2 errors",
    ),
    lets_through=("the sync is fine", "error in it", "common sync errors"),
    guard="error|fail|issue|problem|halted|stopped|aborted|blocked|paused|skipped|unsuccessful|on hold|rejected"
    "|refused|declined|interrupted|incomplete|cancelled|canceled|warning|alert|exception|trouble|conflict",
)
FRAMES = Signs(
    "Do the words say that something failed?",
    (
        NOT_BROUGHT_OVER,
        CAME_TO_GRIEF,
        Sign(
            "word of failure",
            "Holds a word that says by itself that something failed.",
            r"\b(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bget )(?<!\bgets )(?:failed|failure|rejected|refused|declined"
            r"|bounced|skipped|kicked back|turned down|turned away|sent back"
            r"|went wrong|gone wrong|errored|halted|aborted|blocked|not synced|unsynced|stuck|please correct"
            r"|[1-9]\d{0,3} (?:problems?|issues?|errors?|failures?)"
            r"|oh no|stayed here|stays here|postponed|needs your help|help needed|came back from|sent back by"
            r"|unsent|turned away by"
            r"|please fix|correct and resend|fix and resend|to be corrected|needs attention"
            r"|needs your attention|need attention|need your attention|attention needed|attention required"
            r"|action needed"
            r"|action required|needs review|on hold|held back|put back|snag|hiccup|unsuccessful|said no|says no"
            r"|balked|choked|trouble|in the way|left it alone|left alone|left out|left behind|given up|gave up"
            r"|gives up"
            r"|not successful|oops|whoops|sorry|uh-oh|uh oh|hmm|apologies|unfortunately|heads up|hang on|hold on"
            r"|hit a wall"
            r"|bumped into|ran into|dead end|unable|fix needed|to fix|fails|not accepted|not allowed|denied"
            r"|stopped by|stopped"
            r"|not possible|prevented|exception|status error|unprocessed|undelivered|disconnected|paused)\b",
            fits=("the push failed", "oops", "1 to fix", "qbo: 1 problem", "left it alone"),
            lets_through=("fail-safe", "the bill went out", "stop", "it may be rejected", "such bills are skipped"),
        ),
        Sign(
            "tried, or to be tried again",
            "Says that it was tried, or is to be tried again.",
            r"\b(?:tried to (?:create|send|sync|push|post|export|save|add|book|record|upload|update)|try again"
            r"|(?:please|and|then|or|press|click|hit|tap|to|will|we.ll) retry(?! with)"
            r"|will be retried|retrying|resend|re-send|sync again|export again|send again|sync (?:is )?off"
            r"|turned \w{2,4} down"
            r"|asked us to|told us|were told|was told)\b",
            fits=("we tried to create it", "sync is off", "turned it down", "please retry"),
            lets_through=("we tried to say it", "retry with the next number"),
        ),
        Sign(
            "said by the books",
            "Gives what QuickBooks says, or begins with its name and a colon.",
            r"^\W{0,3}(?:quickbooks|qbo|qb)(?: online)?(?: (?:error|sync|response|message|reply))?: "
            r"|\b(?:quickbooks|qbo)(?: online)? (?:says|said|reports|reported|told us|answered|replied|complained"
            r"|complains|claims)\b",
            fits=("qbo: taken", "quickbooks online sync: taken", "quickbooks says it is"),
            lets_through=("see qbo: taken", "quickbooks shows it"),
        ),
        Sign(
            "code of the books",
            "Begins with one of QuickBooks' codes behind its name, or behind the word for an error or a code.",
            r"^\W{0,6}(?:qbo|quickbooks|intuit|error|code)[ :#-]{1,2}(?:6140|6240|5010|2500|6190|62[01]0|3200"
            r"|6540|6560|2050)\b",
            fits=("qbo 6140", "error: 6210"),
            lets_through=("account 6140", "code 118", "we handle error 6140"),
        ),
        Sign(
            "labelled an error",
            "Calls what stands before or behind a colon, a bracket or a dash an error, a warning or a reason.",
            r"(?:^|[\[(*>:|#\u2022-] ?|\b(?:status|state|result|outcome|qbo|quickbooks|sync|api|response|one|an"
            r"|got|with|last) )"
            r"(?:error|errors|warning|warn|alert|failed|rejected|err|issue|problem|reason|cause|conflict|fault)\b"
            r"(?: (?:code )?\W?\d{3,5}\W?)?(?:$| ?[\])*:,|>/\u2022-]| on | for | from | at | in )",
            fits=(
                "error: taken",
                "[warn] it is",
                "status error",
                "(error)",
                "result: rejected",
                "reason - taken",
                "qbo error 6140: x",
            ),
            lets_through=("no error here", "an issue of ours", "the cause of it"),
            guard="err|warn|alert|failed|rejected|issue|problem|reason|cause|conflict|fault",
        ),
        Sign(
            "level in a log",
            "Begins with the level by which a log marks an error, perhaps behind a time.",
            r"(?:^|\d\]? |\] )\[?(?:error|err|fatal|critical|severe)\]? (?=[a-z])",
            fits=("error the number is taken", "10:11:12 error sync invoice=88", "[push] [error] taken"),
            lets_through=("no error here", "errors are", "error"),
            guard="err|fatal|critical|severe",
        ),
        Sign(
            "sign of alarm",
            "Is a picture or its name that stands for an alarm.",
            r":(?:rotating_light|x|warning|no_entry|no_entry_sign|red_circle|octagonal_sign|exclamation"
            r"|heavy_exclamation_mark"
            r"|bangbang|boom|fire|sos|large_red_square|siren|cross_mark):"
            r"|[\u274c\u26a0\u2716\u2717\u2718\u2757\u203c\u26d4\U0001f6a8\U0001f6d1\U0001f534\U0001f6ab\U0001f625\U0001f615]",
            fits=(":x: invoice 88", "\u274c invoice 88"),
            lets_through=(":tada: invoice 88", "x invoice 88"),
        ),
    ),
)
BOOKS_NAMED = Sign(
    "names the books",
    "Names QuickBooks.",
    r"\b(?:quickbooks|qbo|qb|qb online|intuit)\b",
    fits=("in quickbooks online", "qbo says"),
    lets_through=("our books", "qboard"),
)
PAPER_OR_RUN = Sign(
    "paper or run",
    "Names the books, a document, somebody who gets one, or a run that brings them over.",
    r"\b(?:quickbooks|qbo|qb|intuit|not sent|unsent|invoices?|inv|bills?|sync\w{0,8}|exports?|exported|receipts?"
    r"|memos?|journals?"
    r"|display name|estimates?"
    r"|\w{2,12}invoice|payroll|entry|entries|settlement|payout|expense|statement|charges?"
    r"|payments?|customers?|clients?|contacts?|vendors?|suppliers?|documents?|docs?|transactions?|txns?"
    r"|credit notes?|orders?|sales|sale"
    r"|refunds?|deposits?|accounting|ledger|books|bookkeeping|posted|posting|expenses?|employees?"
    r"|companies|company)\b",
    fits=("the sync", "two bills", "syncing", "salesinvoice 4"),
    lets_through=("the seat is taken", "synapse", "docks"),
)
_DOC = r"(?:invoice|inv|document|doc|bill|txn|transaction|ref|reference|credit memo|credit note|sales receipt|journal)"
_NO = r"(?:number|num|no|nr|#|id)\.?"
LABEL = Sign(
    "label of a number in use",
    "Is nothing but the short name of a duplicate number, perhaps with the books before it and the number behind it.",
    r"(?:\W{0,3}(?:qbo|quickbooks|qb)(?: online)?(?: (?:error|sync|api))?[\])]?[:\s-]{1,3})?(?:error: ?|err: ?"
    r"|failed: ?)?"
    rf"(?:dup(?:licated?|e|l)?\.? (?:{_DOC}\.? ?)?{_NO}|{_DOC}\.? ?{_NO} (?:is |was )?(?:already )?(?:in use"
    rf"|taken|exists|used"
    r"|a? ?dup(?:licate)?|not unique)(?: already)?)(?: in (?:qbo"
    r"|quickbooks)(?: online)?)?(?:(?: ?:)? \(?#?[\w/-]{0,12}\d[\w/-]{0,12}\)?)?[.!]?",
    fits=(
        *(
            "qbo: duplicate invoice #",
            "dup inv no",
            "error: doc. no. taken 88",
            "[qb] bill number is already in use in qbo (s-8)",
        ),
        *("dupe reference number", "invoice no. a dup", "quickbooks sync - duplicate ref. no."),
    ),
    lets_through=("duplicate invoice numbers", "duplicate invoice number check"),
    where=Where.WHOLE,
)
ASSERTS = Sign(
    "asserts that it is taken",
    "Says with a verb that something is there, or is in use.",
    r"\b(?:already|exists?|in use|taken|another|existing|different|there.?s|not unique|same|used|belongs)\b",
    fits=("already", "there's one", "it exists"),
    lets_through=("duplicate number",),
)
DEFINITE = Sign(
    "definite",
    "Speaks of one thing that is at hand.",
    r"\b(?:this|that|your|our|we|we.re|right now|today|sorry|please|again|these|it|its|the number|there.s|there is"
    r"|another|an existing|a different)\b|\d",
    fits=("this number", "we're sending", "there's one", "no. 88"),
    lets_through=("numbers in use",),
)
