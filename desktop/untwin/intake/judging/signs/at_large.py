"""Signs by which a text speaks of errors at large; each table is one sign in the count, several make such a text."""

from untwin.intake.judging.sign import Sign, Signs

_PAPER = (
    r"(?:invoices?|bills?|transactions?|documents?|customers?|vendors?|sales receipts?|credit memos?|orders?|records?"
    r"|journal entry|journal entries|payments?|rechnung|rechnungen|belege?|factures?|facturas?"
    r"|facturen|fatture|faturas?)"
)
MAY_BEFALL = Signs(
    "Does it suppose what may befall anybody?",
    (
        Sign(
            "if you",
            "Supposes something of its reader or of anybody.",
            r"\b(?:if|when|whenever|in case|unless) (?:you|your|users?|an?|the same|two|another|someone"
            r"|this (?:error|message|happens|occurs)|it (?:happens|occurs))\b",
            fits=("if you post it twice", "when this happens", "in case it occurs"),
            lets_through=("when i posted it", "if only"),
            guard="if |when|in case|unless",
        ),
        Sign(
            "if you, abroad",
            "Supposes the same in other languages.",
            r"\b(?:(?:wenn|falls) (?:sie|du|eine?|die|zwei)|(?:si|quand|lorsqu[e']) ?(?:vous|une?|deux)"
            r"|(?:si|cuando) (?:usted|una?|dos|el)|(?:als|wanneer) (?:u|je|een|twee)|(?:se|quando) (?:una?|um|due"
            r"|dois))\b",
            fits=("wenn sie buchen", "quand vous envoyez", "cuando el n\u00famero", "als je boekt", "se un numero"),
            lets_through=("als ich buchte", "si nous"),
            guard="wenn |falls |si|quand|lorsq|cuando |als |wanneer |se ",
        ),
    ),
)
MAY_BE = Signs(
    "Does it say what may, can or should be?",
    (
        Sign(
            "you may",
            "Says what its reader, it or they may do.",
            r"\b(?:you|users?|customers?|people|it|this|they) (?:may|might|can(?:.t|not)?|could|will|would|should"
            r"|must) (?!specify|need)",
            fits=("you may have posted it", "this can't be so"),
            lets_through=("you must specify a number", "we will see"),
            guard="may|might|can|could|will|would|should|must",
        ),
        Sign(
            "can occur",
            "Says what may come to pass.",
            r"\b(?:may|might|can) (?:occur|happen|appear|see|encounter|be|have|get|lead|cause)\b",
            fits=("it might cause trouble", "bills can lead to"),
            lets_through=("we can pay", "in may happened"),
            guard="may|might|can",
        ),
    ),
)
ANY_PAPER = Sign(
    "any document",
    "Speaks of any document, not of one.",
    rf"\b(?:an?|any|two|multiple|each|every|both|several|the same) (?:\w{{1,20}} )?{_PAPER}"
    r"(?: (?!with number|no\b|\W?\d)|\.?\n)",
    fits=("every open bill is", "two journal entries of", "an invoice.\n"),
    lets_through=("every bill 77", "the bill is", "an invoice with number"),
    guard="an |a |any |two |multiple |each |every |both |several |same ",
)
NUMBERS = Sign(
    "numbers as such",
    "Speaks of numbers as such.",
    r"\b(?:invoice|document|bill|transaction|reference|duplicate|cheque|check) numbers\b",
    fits=("duplicate numbers",),
    lets_through=("bill number", "row numbers"),
    guard="numbers",
)
THE_ERROR_ITSELF = Signs(
    "Does it speak of the error as such?",
    (
        Sign(
            "this error occurs",
            "Says when such an error comes, or what it means.",
            r"\b(?:this|such|these|the) (?:\w{1,20} ){0,3}(?:error|message|warning|issue)s? "
            r"(?:usually |typically |often |generally )?(?:occurs?|happens?|appears?|means?|indicates?"
            r"|is (?:shown|returned|displayed|thrown|caused|triggered|raised|related to)|can|may|comes?)\b",
            fits=("this sync error usually means", "the message is shown", "such warnings can"),
            lets_through=("this error came today", "error means"),
            guard="error|message|warning|issue",
        ),
        Sign(
            "this happens when",
            "Says when it happens.",
            r"\bthis (?:happens|occurs) (?:when|if)\b",
            fits=("this happens if",),
            lets_through=("this happened when",),
            guard="happens|occurs",
        ),
        Sign(
            "a numbered error occurs",
            "Says when an error of a number comes.",
            r"\berror (?:code )?\d{3,5} (?:occurs|happens|means)\b",
            fits=("error code 610 means",),
            lets_through=("error 610 came",),
            guard="error",
        ),
        Sign(
            "this error occurs, abroad",
            "Says the same in other languages.",
            r"\bles (?:messages|erreurs)[^.\n]{0,80} (?:signifient|apparaissent|surviennent)"
            r"|\b(?:diese[rs]?|die|der) (?:fehler|meldung)(?: \d{3,5})? (?:erscheint|tritt|bedeutet)"
            r"|\b(?:ce(?:tte)?|l.) ?(?:erreur|message)(?: \d{3,5})? (?:survient|appara|signifie)"
            r"|\be(?:ste|l) (?:error|mensaje|aviso)(?: \d{3,5})? (?:aparece|ocurre|significa|indica)"
            r"|\b(?:deze|de) (?:fout|melding)(?: \d{3,5})? (?:verschijnt|betekent|treedt)",
            fits=(
                *("les messages d'ici signifient", "diese meldung erscheint", "cette erreur survient"),
                *("ce message appara\u00eet", "este aviso indica", "deze fout betekent"),
                *("der fehler 610 erscheint", "l'erreur 610 signifie", "el error 610 indica", "de fout 610 treedt"),
            ),
            lets_through=("die meldung kam", "cette erreur est venue"),
            guard="fehler|meldung|erreur|message|error|mensaje|aviso|fout|melding",
        ),
    ),
)
INSTRUCTS = Signs(
    "Does it instruct?",
    (
        Sign(
            "how to",
            "Says how something is mended, or why it is so.",
            r"\b(?:how to|to (?:fix|resolve|solve|correct|avoid|prevent) (?:this|the|it|an?)|why (?:the|this|does|do"
            r"|an?)\b|what (?:does|is|causes|this)\b)",
            fits=("how to post", "to avoid this", "why does it", "what causes it"),
            lets_through=("how it came", "to avoid trouble", "what now"),
            guard="how to|to fix|to resolve|to solve|to correct|to avoid|to prevent|why |what ",
        ),
        Sign(
            "a guide's words",
            "Uses the words of a guide.",
            r"\b(?:for example|e\.g\.|in this (?:article|guide|case)|steps? to|solution|resolution|workaround"
            r"|troubleshoot)",
            fits=("e.g. two bills", "in this guide", "steps to take"),
            lets_through=("in this row", "one step"),
            guard="for example|e.g.|in this |step|solution|resolution|workaround|troubleshoot",
        ),
    ),
)
AS_A_RULE = Sign(
    "as a rule",
    "Says what is so as a rule.",
    r"\b(?:in some cases|always|never|usually|typically|generally|often|normally|commonly|by default|most common)\b",
    fits=("usually",),
    lets_through=("unusually", "in two cases"),
    guard="always|never|usually|typically|generally|often|normally|commonly|by default|most common|in some cases",
)
FRAME = Signs(
    "Does an article's frame stand around it?",
    (
        Sign(
            "links of a page",
            "Holds what stands around an article.",
            r"\b(?:unsubscribe|(?:was this|did this) [^\n]{0,30}helpful|related (?:articles|posts)|table of contents"
            r"|(?:read|learn) more|common (?:problems|errors|issues|questions)|min(?:utes)? (?:to )?read|help cent(?:er"
            r"|re)|on this page)\b",
            fits=(
                *("was this article helpful", "related posts", "learn more", "common questions", "4 min read"),
                "help centre",
            ),
            lets_through=("related bills", "a helpful clerk", "read it"),
            guard="unsubscribe|helpful|related|learn more|common |table of contents|read more|minutes to read|min read"
            "|minutes read|min to read|help cent|on this page",
        ),
        Sign(
            "headings of an article",
            "Has two lines that are nothing but headings of a guide: what it applies to, the cause, the remedy.",
            r"(?:\A|\n)\W{0,6}(?:applies to|symptoms?|(?:possible |common )?causes?|background)\b"
            r"(?:[ \t*:]{0,4}\n|:? [^\n]{0,60}\n)(?:[^\n]{0,300}\n){0,8}?"
            r"\W{0,6}(?:(?:possible )?causes?|resolutions?|solutions?|workarounds?|what to do|how to fix(?: it)?)["
            r" \t*:]{0,4}\n",
            fits=(
                "applies to: all plans\ncause\n",
                "\n**symptoms**\nit says so.\n\n**resolution**\n",
                "causes:\ntwo.\nhow to fix it\n",
                "background\ntwo numbers\nwhat to do\n",
            ),
            lets_through=("cause: number in use\nresolution: none yet\n", "symptoms of it\n"),
            guard="applies to|symptom|cause|background",
        ),
        Sign(
            "heads an article",
            "Begins a line like the heading of an article.",
            r"(?:\A|\n)\W{0,6}(?:understanding|introduction|overview|key takeaways)\b",
            fits=("page\n# overview",),
            lets_through=("an overview",),
            guard="understanding|introduction|overview|takeaways",
        ),
    ),
)
AT_LARGE = (MAY_BEFALL, MAY_BE, ANY_PAPER, NUMBERS, THE_ERROR_ITSELF, INSTRUCTS, AS_A_RULE, FRAME)
EXAMPLES = Sign(
    "an example",
    "Is a sentence whose document is an example.",
    r"(?i:\bfor example|\be\.g\.|\bsuch as|\blet's say|\bsuppose|\bzum beispiel|\bpar exemple|\bpor ejemplo)"
    r"[^\n]{0,300}",
    fits=("For example bill 77", "e.g. bill 77", "suppose bill 77"),
    lets_through=("bill 77, an example",),
    guard="example|e.g.|such as|let's say|suppose|zum beispiel|par exemple|por ejemplo",
)
PRINTED_BESIDE = Sign(
    "printed beside",
    "Is a line on which another error is printed with its code.",
    r"(?:\A|\n)[ \t>*\u2022-]{0,6}(?i:error|code|fault|qbo)[ :#(]{1,3}\d{3,5}\)?\s?[:\u2013\u2014-] [^\n]{10,400}",
    fits=("Error 6000: You must select a customer.", "\n- code (610): Make it active"),
    lets_through=("Fix error 6000: select a customer", "6000: You must select a customer"),
)
