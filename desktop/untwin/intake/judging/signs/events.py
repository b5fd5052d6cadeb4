"""Signs that something happened to somebody: an event, a document of theirs, themselves, a time."""

from untwin.intake.judging.sign import Sign, Signs

# A document with its number, an amount, a firm's own papers.
PAPERS = Signs(
    "Is a document named by its number, an amount, or somebody by name?",
    (
        Sign(
            "number, amount or name",
            "Names a numbered document, an amount, or somebody and what is theirs.",
            r"[A-Z#$\u20ac\u00a3](?:(?<=#)\d{2,}|(?<=[$\u20ac\u00a3]) ?\d|(?<=[A-Z])(?<!\w[A-Z])(?:\w{2,20}'s\b"
            r"|(?<!T(?=C))(?<!Q(?=BO))(?<!H(?=TTP))(?<!A(?=PI))(?<!V(?=\d))[A-Z]{1,7}-\d{2,}))",
            fits=("#77", "\u20ac 12", "Huber's", "INV-88"),
            lets_through=("#7", "12 \u20ac", "huber's", "TC-14", "HTTP-400"),
        ),
        Sign(
            "numbered paper",
            "Names a document, a row or somebody with a number.",
            r"\b(?i:order|job|payment|refund|batch|run|ticket|client|customer|matter|project|row|line|item|record"
            r"|transaction|settlement|deposit|sale|invoice|bill|receipt|memo|estimate|document|entry|inv"
            r"|number)s? ?#? ?(?!6140)[\w/-]{0,12}\d",
            fits=("Bill 77", "rows 4", "order #k-7"),
            lets_through=("number 6140", "the bill of May", "page 77"),
            guard="order|job|payment|refund|batch|run|ticket|client|customer|matter|project|row|line|item|record"
            "|transaction|settlement|deposit|sale|invoice|bill|receipt|memo|estimate|document|entry|inv|num",
        ),
        Sign(
            "numbered paper, abroad",
            "Names in other languages a document with its number.",
            r"(?i:nummer|n.mero|num.ro|rechnung|beleg|factu?ur|factura|facture|fatura|fattura|documento)"
            r"(?: (?i:de|di|da|do|della|la|factura|facture|fattura|fatura|documento)){0,3} [A-Z0-9][\w/-]{0,12}\d",
            fits=("Rechnung R-7", "n\u00famero de factura 77", "num\u00e9ro 12", "factuur 12"),
            lets_through=("Rechnung im Mai", "beleg r-7"),
            guard="num|mero|rechnung|beleg|factu|fat|documento",
        ),
        Sign(
            "short number and digits",
            "Names a document by letters and a number right behind them.",
            r"\b(?i:inv|cm|sr|bill)\d{2,}",
            fits=("INV88", "cm12"),
            lets_through=("INV 88", "cm1"),
            guard="inv|cm|sr|bill",
        ),
    ),
)
ONESELF = Sign(
    "oneself",
    "Speaks of its writer.",
    r"[imou](?<!\w[imou])(?:(?<=i)|(?<=m)(?:e|ine|y(?! love| life| guess| opinion| favou?rite))|(?<=o)urs"
    r"|(?<=u)(?<!join u)(?<!contact u)(?<!ask u)(?<!call u)s)\b",
    fits=("it told me", "i tried", "one of ours", "it shows us", "my bill"),
    lets_through=("my guess", "contact us", "it", "hours"),
)
EVENTS = Signs(
    "Did something happen?",
    (
        Sign(
            "failed or was refused",
            "Tells that it failed or was refused, not that such things are.",
            r"\b(?:(?<!is )(?<!are )(?<!be )reported(?! by| when)|(?<!that )(?<!which )failed|failing|failure"
            r"|(?<!is )(?<!are )(?<!be )(?:rejected|refused|caused(?! by| when)))\b",
            fits=("quickbooks rejected it", "the export failed", "support reported it", "it caused trouble"),
            lets_through=("it is rejected", "bills that failed", "caused by", "reported when"),
            guard="reported|fail|rejected|refused|caused",
        ),
        Sign(
            "came to pass",
            "Tells what came, was done or went wrong.",
            r"\b(?:got|received|returned|came|threw|thrown back|raised|gave|showed|said|answered|died|broke|stopped"
            r"|bounced|blew|crashed|popped|happened|occurred|appeared|ended|hit|met|tried|hung|stuck|blocked|halted"
            r"|denied|aborted|exited|went|saw|turned down|sent back|kicked back|declined|resent|retried|pushed|posted"
            r"|ran|complained)\b",
            fits=("it came twice", "the run stopped", "kicked back"),
            lets_through=("it comes", "stops", "thrown"),
            guard="got|received|returned|came|threw|thrown back|raised|gave|showed|said|answered|died|broke|stop"
            "|bounced|blew|crashed|popped|happened|occurred|appeared|ended|hit|met|tried|hung|stuck|blocked|halted"
            "|denied|aborted|exited|went|saw|turned|back|declined|resent|retried|pushed|posted|ran|complain",
        ),
        Sign(
            "could not",
            "Tells what can't or couldn't be done.",
            r"\b(?:couldn.t|could not|can.t|cannot|can not|won.t|unable|didn.t|did not|doesn.t go)\b",
            fits=("it couldn't be sent", "it doesn't go through"),
            lets_through=("it could", "it doesn't"),
            guard="could|can|won|unable|did|doesn",
        ),
        Sign(
            "although",
            "Tells that it was so all the same, or that somebody must do something.",
            r"\b(?:although|despite|even (?:with|though|after)|same (?:answer|error|result|thing|message|problem)"
            r"|needs your)\b",
            fits=("even after that", "the same result", "although new"),
            lets_through=("even numbers", "the same bill"),
            guard="although|despite|even |same |needs your",
        ),
        Sign(
            "goes on",
            "Tells what goes on.",
            r"\b(?:is|are|am|.m|.re|keeps?|kept|been|started|still) (?:\w{1,10} )?(?:getting|seeing|having|failing"
            r"|coming|returning|throwing|giving|showing|saying|receiving|hitting|facing|running|being|rejecting"
            r"|refusing|experiencing|encountering)\b|\A\W{0,4}(?:getting|seeing|facing|hitting) ",
            fits=("it keeps throwing", "they've been now seeing", "getting this"),
            lets_through=("avoid getting", "it keeps well"),
            guard="ing",
        ),
        Sign(
            "we and ours",
            "Speaks of what the writer's firm has, does or owns.",
            r"\bwe (?:get|see|have|keep|hit|now|still|again|can|are|were|do)\b"
            r"|\bour (?:\w{1,14} )?(?:invoice|bill|receipt|memo|sync|export|import|batch|bookkeeper|accountant|client"
            r"|customer|books|log|sandbox|job|number|report|trust|firm|office|till|shop|store|payment|estimate|note"
            r"|system (?:says|shows))",
            fits=("we get", "our last export", "our system says"),
            lets_through=("we recommend", "our opinion", "our system", "your export"),
            guard="we |our ",
        ),
        Sign(
            "says now",
            "Tells what something says or keeps doing, or what its reader just did.",
            r"\b(?:says|complains|tells me|tells us|claims|comes back|keeps? \w{3,14}ing"
            r"|you (?:entered|chose|typed))\b",
            fits=("it says", "it keeps spinning", "you entered"),
            lets_through=("to say", "you may enter", "keeps calm"),
            guard="says|complain|tells|claims|back|ing|you ",
        ),
        Sign(
            "asks for help",
            "Asks for help, or shows something.",
            r"\b(?:please(?! (?:add|make|support|consider|let|note)\b)|pls|(?<!would )help(?!\W{0,2}[>|]| cent| desk"
            r"| page)|urgent|asap|any ideas?|attached|screenshot|see below|thanks|thx)\b",
            fits=("please look", "can anybody help", "any idea", "see below"),
            lets_through=("please note", "help centre", "help > sync"),
            guard="please|pls|help|urgent|asap|any idea|attached|screen|see below|thanks|thx",
        ),
        Sign(
            "this one does it",
            "Tells what something here and now does.",
            r"\b(?:this|these|new|top|first|last|next|some|both|all|two|three|four|five|every|the (?:message|page|line"
            r"|screen|sync"
            r"|import|export|report|log|job|run|batch|bill|invoice|row|status|popup|pop-up|banner|app|customer|client"
            r"|order))"
            r" (?:\w{1,14} ){0,2}(?:gives?|gets?|displays?|reads?|shows?|is|has|fails?|returns?|throws?|reports?|stops?"
            r"|ends?)\b",
            fits=("this bill now fails", "the sync throws", "two give"),
            lets_through=("a bill fails", "the number shows", "this and that"),
            guard="this |these |new |top |first |last |next |some |both |all |two |three |four |five |every |the ",
        ),
        Sign(
            "in the log",
            "Says in which log or list it stands.",
            r"\bin the (?:sync|error|import|export|job|audit) (?:log|report|list|history)\b",
            fits=("in the sync history",),
            lets_through=("in the list",),
            guard="in the ",
        ),
        ONESELF,
        Sign(
            "happened, abroad",
            "Tells in other languages that it failed or was refused.",
            r"konnte|abgelehnt|zur.ckgewiesen|refus\u00e9|rejet\u00e9|rechazad|recusad|rifiutat|respint|geweigerd"
            r"|nicht m.glich|fehlgeschlagen|n.a pas pu|n.ont pas pu|impossible|\u00e9chou|\u00e9chec|\bechec|no se pudo"
            r"|no se pudieron|\bfall[o\u00f3]\b"
            r"|n.o foi poss|falha|non riuscit|impossibile|kon niet|mislukt|beim |lors d",
            fits=(
                "der Beleg konnte nicht",
                "refus\u00e9",
                "rejet\u00e9",
                "\u00e9chou\u00e9",
                "\u00e9chec",
                "echec",
                "fall\u00f3",
            ),
            lets_through=("der Beleg kam an", "fallow"),
            guard="konnte|abgelehnt|ckgewiesen|refus\u00e9|rejet\u00e9|rechazad|recusad|rifiutat|respint|geweigerd"
            "|nicht m|fehlgeschlagen|pas pu|imposs|\u00e9ch|echec|no se pud|fall|o foi poss|falha|riuscit|kon niet"
            "|mislukt|beim |lors d",
        ),
        Sign(
            "a time",
            "Says when it was.",
            r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month|time)|last (?:night|week|month"
            r"|run)|since|just now|now|again|(?<!can )(?<!may )(?<!could )still|suddenly|ago|(?:mon|tues|wednes|thurs"
            r"|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2})\b",
            fits=("this week", "last run", "it still comes", "on tuesday", "april 3"),
            lets_through=("it can still come", "the daily run", "in april"),
            guard="day|tonight|this |last |since|now|again|still|suddenly|ago|jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
            "|nov|dec",
        ),
        Sign(
            "a date or an hour",
            "Names a date or an hour in digits.",
            r"\d(?<!\w\d)(?:\d?(?::\d{2}|[./]\d{1,2}[./]\d{2,4}|\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            r"|dec)[a-z]{0,6})|\d{3}-\d{2}-\d{2})\b",
            fits=("9:05", "3.4.2026", "3 april", "2026-04-03"),
            lets_through=("v9:05", "3.4", "3 bills"),
        ),
    ),
)
QUICKBOOKS_SAYS = Sign(
    "said to the reader",
    "Is what QuickBooks says to whoever reads it; the words by which an error was known may stand apart from it.",
    r"you must specify a different number|this number has already been used|please use a different name",
    fits=("please use a different name",),
    lets_through=("please help",),
)
ANYBODYS = Sign(
    "anybody's clause",
    "Is a subordinate clause about anybody.",
    r"\b(?:when(?:ever)?|if|once|unless|until|in case|as soon as|each time|every time|where|because|why|how|what)"
    r" (?:quickbooks|qbo|intuit|it|they|an?|two|another|someone|somebody|users?|the (?:api|server|response|answer"
    r"|other"
    r"|document|invoice|number|same))\b[^,.;:]{0,120}|\b(?:raised|returned|thrown|shown|caused|sent|reported|flagged)"
    r" (?:when|if|for|by|to)\b",
    fits=("when a bill was posted twice", "until the server answered", "shown if"),
    lets_through=("when i posted it", "shown twice"),
    guard="when|if |once|un|in case|as soon as|time |where|because|why|how|what|raised |returned |thrown |caused |sent "
    "|reported |flagged ",
)
