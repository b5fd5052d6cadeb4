"""Signs of a line that says that something failed with the books, in words that belong to no known kind."""

from untwin.intake.judging.sign import Sign, Signs, Where

DESKTOP = Sign(
    "answer of the desktop",
    "Is the tag with which QuickBooks Desktop answers an error.",
    r'statusseverity="error"',
    fits=('<invoiceaddrs statuscode="3180" statusseverity="error"',),
    lets_through=('statusseverity="info"',),
    guard="statusseverity",
)
HIDDEN = Sign(
    "hidden answer",
    "Is what Node prints of an answer that is nested too deep for it.",
    r"\b[Ff]ault: (?:\[Object\]|\{\s{0,20}[Ee]rror: \[ ?\[Object\][^\]\n]{0,80}\](?:,\s{0,20}type: '\w{1,30}')?)",
    fits=("Fault: [Object]", "fault: { error: [ [Object] ], type: 'AUTHENTICATION'"),
    lets_through=("default: [Object]", "Fault: { error: [ 'taken' ]"),
)
LINE = Sign(
    "line",
    "Is all that stands between two ends of lines or marks of a page, without the blanks around it.",
    r"[^\s<>][^\n<>]*(?<=\S)",
    fits=("  it failed  ", "<b>it failed</b>"),
    lets_through=(" \n <>",),
)
STOP = Sign(
    "stop",
    "Ends a sentence, and more stands behind it.",
    r"[.!?]\s",
    fits=("It failed. Why", "why? We", "no!\n"),
    lets_through=("4.50", "it failed."),
)
REASON = Sign(
    "reason",
    "Goes on behind a colon or a stop: it says more than that something failed.",
    r":\s{1,3}\S.{6}|\S[.!] \S.{6}",
    fits=("Sync failed: bad rate", "Sync failed! No rate given"),
    lets_through=("Sync failed: no", "Sync failed."),
)
_DONE = (
    r"(?:sync(?:ed)?|export(?:ed)?|post(?:ed)?|created?|saved?|sen[dt]|push(?:ed)?|upload(?:ed)?|updated?"
    r"|import(?:ed)?"
    r"|transfer(?:red)?|publish(?:ed)?|record(?:ed)?|fetch(?:ed)?|connect|load(?:ed)?|process(?:ed)?|appl(?:y|ied)"
    r"|match(?:ed)?|finish|complete|add(?:ed)?|deliver(?:ed)?)"
)
FAILED = Signs(
    "Does the line say that something failed?",
    (
        Sign(
            "was not done",
            "Says that something could not be done, or that something went wrong.",
            r"\bsomething went wrong\b|\b(?:problem|error) occurred\b|\bneeds? attention: |\b(?:failed|could not"
            rf"|couldn.t|unable|not able|cannot|can['\u2019]t|was not|were not|wasn.t) (?:to )?(?:be )?{_DONE}\b",
            fits=(
                "something went wrong",
                "a problem occurred",
                "1 needs attention: INV-8",
                "could not be applied",
                "failed to send",
                "the row wasn't matched",
            ),
            lets_through=("could be sent", "not sent", "cannot say"),
            guard="failed|could|unable|not able|cannot|can't|can\u2019t|was not|were not|wasn"
            "|went wrong|occurred|attention",
        ),
        Sign(
            "run failed",
            "Says that a run, or what is done in one, failed.",
            r"\b(?:sync|export|import|push|upload|posting|transfer|update|job|run|connection)\w{0,8} "
            r"(?:#?\d{1,12} |(?:to|with|into) q(?:uickbooks|bo)(?: online)? |of (?:\w{1,12} )?#?[\w/-]{1,20} )?"
            r"(?:(?:has |was )?(?:failed(?! (?:invoices|bills|records|rows|items|syncs)\b)|unsuccessful|blocked"
            r"|aborted)|is failing)\b",
            fits=(
                *("sync failed", "our sync is failing", "job #77 has failed", "the upload was unsuccessful"),
                *("export to qbo failed", "sync of bill 77 failed", "export blocked"),
            ),
            lets_through=("the invoice failed", "the sync has not failed"),
            guard="failed|blocked|aborted|unsuccessful|failing",
        ),
        Sign(
            "paper failed",
            "Says of one document that it failed, and behind a colon or a dash why.",
            r"\b(?:invoice|bill|payment|credit memo|credit note|sales receipt|estimate|journal entry|refund)"
            r" (?:no\.? ?|number )?#?(?=[\w/-]{0,20}\d)[\w/-]{1,24} (?:has |was )?"
            r"(?:failed|rejected|not (?:synced|posted|exported))"
            r"(?: to \w{2,12})?\s?[:\u2013\u2014-]\s{1,3}\S.{5}",
            fits=("invoice 311 failed: bad rate given", "credit memo #a-7 has failed to post \u2013 no rate given"),
            lets_through=("invoice 311 failed", "payment failed: bad rate given"),
            guard="failed|rejected|not synced|not posted|not exported",
        ),
        Sign(
            "failed in brackets",
            "Gives failed as the outcome, and in brackets why.",
            r"(?:[:\u2192>-] ?failed|\b\d{1,4} (?:failed|rejected)) ?\(\S.{5}",
            fits=("invoice 7 -> qbo: failed (number in use)", "14 posted, 1 rejected (77: no rate)"),
            lets_through=("two failed (77)", "it failed (as always)"),
            guard="failed|rejected",
        ),
        Sign(
            "tried in vain",
            "Says that it was tried, and behind a but what was in the way.",
            r"\btried to (?:send|sync|push|post|export|create|save)\b.{0,80}\bbut\b",
            fits=("we tried to send the bill, but no rate is given",),
            lets_through=("we tried to send the bill", "they tried to say it, but"),
            guard="tried to",
        ),
        Sign(
            "paper not sent",
            "Says of one document, or of a sale, that it was not sent.",
            r"\b(?:invoice|bill|payment|memo|receipt|note|record|transaction|refund)(?: #?[\w/-]{1,24})?"
            r" not (?:synced|sent|posted|exported|created|pushed|saved)\b",
            fits=("invoice 12 not synced", "payment not posted to qbo"),
            lets_through=("invoices are not synced", "not posted yet"),
            guard="not synced|not sent|not posted|not exported|not created|not pushed|not saved",
        ),
        Sign(
            "turned down by the books",
            "Says that another program turned it down, or is not there.",
            r"\b(?:software|system|books|ledger|api|server) (?:has )?(?:rejected|refused|declined)\b"
            r"|\b(?:rejected|refused|declined) by q(?:uickbooks|bo)\b|\bsync: rejected\b|\bsync (?:is )?paused\b"
            r"|\bq(?:uickbooks|bo)(?: online)? is down\b",
            fits=(
                *("the accounting software has declined it", "refused by qbo", "qbo sync: rejected, no rate"),
                *("sync paused", "quickbooks is down today"),
            ),
            lets_through=("the client rejected it",),
            guard="rejected|refused|declined|paused|is down",
        ),
        Sign(
            "did not go",
            "Says as people do that something does not go through, or was turned down.",
            r"\b(?:won.t|will not|wouldn.t|didn.t|did not|doesn.t|does not|do not|don.t|never) (?:\w{1,10} )?"
            r"(?:sync|go (?:through|over|across)|c[ao]me (?:over|through|across|up)|ma[dk]e it|post|export|import"
            r"|save"
            r"|upload|transfer|arrive|went through|return an? (?:result|answer|response)"
            r")\b|\b(?:bounced|was rejected|were rejected|got rejected|was refused"
            r"|were refused)\b|\b(?:quickbooks|qbo) (?:online )?(?:(?:has )?(?:rejected|refused|declined)"
            r"|(?:will not|won.t|would not|wouldn.t|did not|didn.t) (?:accept|take|save))\b",
            fits=(
                *("the bill won't go through", "it never even came over", "does not return a result"),
                *("the invoice bounced", "qbo has declined it", "quickbooks online wouldn't take it"),
            ),
            lets_through=("the bill goes through", "it was not rejected", "qbo accepted it"),
            guard="won|will not|would|did|does|do not|don|never|bounced|rejected|refused|declined",
        ),
        Sign(
            "failed, abroad",
            "Says in another language that something failed or could not be done.",
            r"konnten? nicht |fehlgeschlagen|n.(?:a|ont) pas pu |a .chou|impossible d|chec d|no se pud(?:o|ieron) "
            r"|\bfall. (?:al|la)\b|n.o foi poss|\bfalha (?:ao|na|no)\b|non riuscit|impossibile |kon niet "
            r"|konden niet |mislukt",
            fits=(
                *("konnte nicht gebucht werden", "les factures n'ont pas pu \u00eatre", "a \u00e9chou\u00e9"),
                *("no se pudo enviar", "fall\u00f3 al enviar", "n\u00e3o foi poss\u00edvel", "falha ao enviar"),
            ),
            lets_through=("konnte gebucht werden", "a pu \u00eatre", "fallow al"),
            guard="konnte|fehlgeschlagen|pas pu|chou|impossible|chec d|no se pud|fall|foi poss|falha|riuscit"
            "|impossibile|kon niet|konden niet|mislukt",
        ),
    ),
)
ERROR = Sign(
    "headed as an error",
    "Begins with a few words, one for error or the name of what was thrown, a colon, and what it says.",
    r"\W{0,6}(?:failed|(?:\S{1,30} ){0,4}(?:[a-z]{0,12}error|erreur|fehler|fout|erro|errore"
    r"|sync (?:issue|problem|failure)|[\w:.\\]{0,40}(?:quickbooks|qbo|intuit)[\w:.\\]{0,40}exception)s?"
    r"(?: (?:message|detail|description|reason))?(?: (?:for|on|with|while|when) [^:\n\u2013\u2014]{1,60}?)?"
    r"(?: ?\(?#?[\w-]{0,12}\d\)?)?)"
    r"\s?[:\u2013\u2014-]\s{1,3}\S.{7}",
    fits=(
        *(
            "Sync error: bad rate given",
            "The last export error reason 77: no rate given",
            "Erreur (#A-7) - pas de taux",
        ),
        "App\\QuickBooks\\RateException: no rate given",
        *("Failed: no rate given", "Sync issue: no rate given", "A sync problem - no rate given"),
        *("Sync failure for 77 - no rate given", "Error while saving to QBO: no rate given"),
    ),
    lets_through=("Sync: error in the rate", "error: no", "Our exception: no rate given"),
    where=Where.FIRST,
    any_case=True,
)
BOOKS = Sign(
    "a matter of the books",
    "Names QuickBooks, a document of the books, who gets it, or the sync.",
    r"quickbooks|\bqbo\b|invoice|\bbills?\b|\bsync|receipt|credit memo"
    r"|journal entry|estimate|payment|customer"
    r"|rechnung|beleg|\bkunde|factur|client|fattura|fatura|factuur|klant",
    fits=("QBO", "two bills", "last Sync", "Kunden"),
    lets_through=("handbill", "async", "urkunde"),
    guard="quickbooks|qbo|invoice|bill|sync|receipt|credit memo|journal|estimate|payment|customer|rechnung"
    "|beleg|kunde|factur|client|fattura|fatura|factuur|klant",
    any_case=True,
)
NO_REPORT = Sign(
    "no report",
    "Asks, teaches or supposes, tells what is over, or is written in a program.",
    r"[?{}`=%]|\b(?:if|means|when|whenever|why|how|what|may|might|should|sometimes|avoid\w{0,3}|fix(?:ed|es|ing)?"
    r"|resolved?"
    r"|solved"
    r"|no (?:longer|more|errors?|fail\w{0,5}|problems?|issues?|invoices?|bills?)|(?:0|zero) (?:errors?|fail\w{0,5})"
    r"|never|would|used to|prevent\w{0,3}|can(?!['\u2019]t)|assert|expect\w{0,3}|return|raise|throw|example"
    r"|wenn|falls|warum|wie|pourquoi|comment|lorsque|quand|cuando|por qu.|c.mo|waarom|wanneer|hoe|perch.|quando"
    r"|behoben|r.solu|resuelto|opgelost|risolto)\b",
    fits=(
        *("Sync failed?", "{failed}", "avoiding it", "Fixed", "resolve", "no failures", "zero errors", "prevents"),
        *("expects", "por qu\u00e9", "c\u00f3mo", "perch\u00e9", "r\u00e9solu"),
    ),
    lets_through=("Sync failed: bad rate", "canned", "whatnot", "10 errors"),
    any_case=True,
)
CODE = Sign(
    "named code",
    "Is a number that is called a code or an error.",
    r"(?:(?:code|c(?:\u00f3|o)dig[oc]e?|codice|error|erreur|fehler|fout|erro|errore)(?: code)?[\"'\s=:#(]{1,4}"
    r"|\bqbo[ -](?=\d{4}\b)|[(\[]http (?=4|5)|\((?=[256]\d{3}\):)"
    r"|\((?=(?:401|429|50[0234]|6000|6140|6240|6190|62[01]0|65[46]0|2500|20[125]0|5010|3[12]00|3001)\)))"
    r"(?P<code>\d{3,6})\b",
    fits=(
        *("Error 6240", "(QBO-6240)", "error code: 500", '"code": "610"', "C\u00f3digo 610:", "Fehler: 610"),
        *("not posted (HTTP 429)", "no good (401), so", "by QBO (6000): a line"),
        *("codice\u00a0610", "Erreur #610", "Fout 610", "erro 610", "Codigo 610"),
    ),
    lets_through=("Invoice 6240", "error in row 12", "error 12"),
    any_case=True,
)
KNOWN_CODE_AT_END = Sign(
    "code of QuickBooks behind the words",
    "Ends with a number in brackets that QuickBooks has for an error; behind a document's name it may be a number.",
    r"[\w\"'](?<!invoice)(?<!bill)(?<!payment)(?<!memo)(?<!note)(?<!receipt)(?<!estimate)(?<!entry)"
    r"(?<!document number)(?<!invoice number) "
    r"[(\[](?:[^()\[\]\n]{2,80}, )?(?:(?:quickbooks|qbo?|intuit|error|code):?[ -])?(?P<code>(?:2[0-5]|40|50"
    r"|6[0-5])\d0|61\d0|6[12]0"
    r"|10\d\d0)[)\]]\W{0,4}$",
    fits=("Bad rate (6240)", "Permission denied [5020].", "in use (QuickBooks 6140)", "Refused (number in use, 6140)"),
    lets_through=("Invoice (6240)", "Bad rate (6241)", "Bad rate (6240) today", "Bad rate (1093)"),
    any_case=True,
)
CODE_WITH_ITS_WORDS = Sign(
    "code and its words in brackets",
    "Is a code that QuickBooks has for an error, in brackets with its words.",
    r"[(\[](?:error |code )?(?P<code>61[49]0|62[014]0|65[46]0|5010|2500|2050),? [a-z][^()\[\]\n]{3,80}[)\]]",
    fits=("refused (6140, duplicate number)", "[error 6540 deposited]"),
    lets_through=("refused (6140)", "(614 rows, two)"),
)
CODE_AT_END = Sign(
    "code behind the sentence",
    "Ends with a number in brackets, behind the end of a sentence: without that it may be a document's.",
    r"[.!][\"'\u201d]? ?[(\[](?P<code>\d{3,5})[)\]]\W{0,4}$",
    fits=("Bad rate. (6240)", 'it said "no!" [610].'),
    lets_through=("Invoice (6240)", "Bad rate. (6240) today"),
)
CODE_FIRST = Sign(
    "code before its sentence",
    "Begins with what it is said of, a code of four figures, and a sentence.",
    r"\W{0,4}(?:[\w #/-]{1,40}: )?\(?(?P<code>\d{4})\)?(?:\s?[:\u2013\u2014-]\s|\s)(?=[A-Z])",
    fits=("6250: Invalid Customer", "Bill 88: 3140 There is", "- (6540) - Deposited"),
    lets_through=("INV-118 failed", "6250 is invalid", "62501: Invalid"),
    where=Where.FIRST,
)
SHOWN_SOURCE = Sign(
    "shown source",
    "Is a call of a program's, shown in a sentence.",
    r"`[^`\n(]{1,100}\([^`\n]{0,100}`",
    fits=("`let bills = qb.list_bills().await?;`",),
    lets_through=("`duplicate_document_number`", "list_bills()"),
)
STATUS_FIRST = Sign(
    "status before its words",
    "Begins with HTTP's code and the words that belong to it.",
    r"\W{0,4}(?:http )?(?P<code>429|50[0234]) (?=too many|internal server|bad gateway|service (?:is )?unavail"
    r"|gateway)",
    fits=("429 Too Many Requests", "HTTP 503 Service Unavailable"),
    lets_through=("429 bills", "500 internal users"),
    where=Where.FIRST,
    any_case=True,
)
