"""Signs that a line reports something: of one document, of a failure, of the writer's own trouble."""

from untwin.intake.judging.sign import Sign, Signs

REPORTED = Signs(
    "Is it told as something that has happened?",
    (
        Sign(
            "it failed",
            "Says that something failed or was refused.",
            r"\b(?:failed(?! (?:syncs|invoices|bills|documents|transactions|records|postings)\b)|rejected|refused"
            r"|couldn.t|could not|can.t be|cannot be|was not|wasn.t|were not"
            r"|not (?:synced|posted|sent|exported|saved|created|imported)|keeps? (?:failing|getting)"
            r"|(?<!never )(?<!hard-)fails)\b",
            fits=(
                "the push failed with ",
                "we couldn't save it ",
                "it can't be sent ",
                "it wasn't sent ",
                "not saved: ",
                "it keeps failing ",
                "the push fails ",
            ),
            lets_through=("it never fails ", "all failed invoices ", "it went through ", "not a word ", "fail "),
            guard="fail|rejected|refused|could|can|was|were not|not |keep",
        ),
        Sign(
            "we got it",
            "Says what the writer got, has or did.",
            r"\b(?:(?<!do )(?<!can )(?<!did )(?:we|i) (?:got|get|keep|have|see)|(?:we|i).(?:m|re|ve) (?:getting|seeing"
            r"|had)|i (?:never|already|only|just|even|checked|tried|changed|deleted|looked|used))\b",
            fits=("today we got ", "i'm getting ", "i already changed it "),
            lets_through=("how do we get ", "you got mail ", "we will see "),
            guard="we |i |getting|seeing|had",
        ),
    ),
)
OWN = Signs(
    "Is it told of one document, or of something of the writer's own?",
    (
        Sign(
            "a numbered document",
            "Names a document with its number.",
            r"\b(?:invoice|bill|receipt|memo|estimate|document|inv|entry)s? (?:no\.? |number |# ?)?#?[\w/-]{0,12}\d",
            fits=("invoice no. 88", "bill #k-7", "entry 12"),
            lets_through=("invoice number", "an invoice for two", "row 12"),
            guard="invoice|bill|receipt|memo|estimate|document|inv|entry",
        ),
        Sign(
            "a short number",
            "Names a document by letters and a number.",
            r"\b(?:inv|bill|cm|je|sr|est|rechnung|beleg|fact?ura?|facture|fattura|factuur)[-_#/ ]{0,2}(?:nr\.? )?\d",
            fits=("inv-88", "rechnung nr. 4", "cm7", "factura 3"),
            lets_through=("the inv of may", "cm per day", "job-88"),
            guard="inv|bill|cm|je|sr|est|rechnung|beleg|fact|facur|fattura",
        ),
        Sign(
            "somebody's paper",
            "Names somebody and their paper.",
            r"\b(?!customer|client|vendor|supplier|company|firm|today|that|user)[a-z]{3,20}['\u2019]s (?:\w{1,12} )?"
            r"(?:invoice|bill|receipt|memo|payment|order)",
            fits=("huber's last bill", "anna\u2019s order"),
            lets_through=("the customer's invoice", "today's bill", "huber's house"),
            guard="'s |\u2019s ",
        ),
        Sign(
            "my paper",
            "Speaks of the writer's own document, or of this one.",
            r"\b(?:my|our|this) (?:invoice|bill|credit memo|receipt|sync)",
            fits=("our credit memo", "this bill"),
            lets_through=("an invoice", "my guess"),
            guard="my |our |this ",
        ),
    ),
)
HAPPENED = Signs(
    "Is somebody stuck here and now?",
    (
        Sign(
            "does not go",
            "Says that something does not go through.",
            r"\b(?:won.t|will not|doesn.t|does not|don.t|didn.t|did not|cannot) (?:go|sync|post|save|export|import"
            r"|upload|work)",
            fits=("it won't post", "they don't sync"),
            lets_through=("it will post", "we don't mind"),
            guard="won|will not|doesn|does not|don|did|can",
        ),
        Sign(
            "refuses to take",
            "Says that something will not take it.",
            r"\b(?:won.t|will not|doesn.t|refuses to) (?:take|accept|let)\b",
            fits=("it refuses to accept ", "quickbooks won't let "),
            lets_through=("it accepts ", "it doesn't matter"),
            guard="won|will not|doesn|refuses to",
        ),
        Sign(
            "is back",
            "Says that it has come again.",
            r"\b(?:is|are|it.s) back\b",
            fits=("it's back", "they are back"),
            lets_through=("the way back", "is a backup"),
            guard="back",
        ),
        Sign(
            "help is needed",
            "Tells of a stop, a picture, a day, or that it is urgent.",
            r"\b(?:stopped|bounced|blocked|halted|denied|aborted|attached|screenshot|yesterday"
            r"|this morning|just now|urgent|asap"
            r"|(?:is|got|are) stuck|can(?:.t|not) (?:sync|post|send|save|export|import|get))\b",
            fits=("the run halted", "see screenshot", "two are stuck", "we can't send"),
            lets_through=("the stop sign", "we can send", "stuck-up"),
            guard="stop|bounced|blocked|halted|denied|aborted|attached|screenshot|yesterday|this morning|just now"
            "|urgent|asap|stuck|can",
        ),
    ),
)
