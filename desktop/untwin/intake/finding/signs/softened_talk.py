"""Signs that what sounds like a failure told in a product's own words is only talk, no message, or over.

All but `NO_MESSAGE` are looked for in text in small letters.
"""

from untwin.intake.judging.sign import Sign, Signs

ONLY_TALK = Signs(
    "Do the words suppose, teach, ask, offer or look back?",
    (
        Sign(
            "supposes it",
            "Supposes that it may come.",
            r"\b(?:if|whenever|unless|in case|whether|suppose|imagine|otherwise|say that)\b"
            r"|\bwhen(?! (?:saving|syncing|creating|posting|exporting|sending|trying|we|i|processing|uploading"
            r"|updating|pushing"
            r"|adding|importing|attempting|it tried|our|writing|submitting)\b)|\bonce (?:you|the|your|an?|it|we)\b"
            r"|\b(?:should|until|before|in the event) you\b|\bshould (?:the|this|an?)\b",
            fits=("if the number is taken", "when a number is taken", "once you close", "should the", "until you"),
            lets_through=("when saving the bill", "used once in", "the gift"),
            guard="if|whe|unless|in case|suppose|imagine|otherwise|say that|once |should |until |before |event ",
        ),
        Sign(
            "what may be",
            "Says what may, should or will be.",
            r"\b(?:(?<!\d )may|might|should|shall|would(?! not)|will(?! not)|could(?! not| n.t)|can(?! ?not|.t)"
            r"|usually|sometimes|(?<!how )often"
            r"|typically|generally|normally|always|by default|never|used to|going to|want|wants|so that|make sure"
            r"|ensures?|need to know|must not be|may not be|mustn.t|or (?:the|your|it) \w{0,12} ?will)\b",
            fits=(
                "it must not be used",
                "it mustn't be used",
                "or the sync will fail",
                "it might be taken",
                "it may be",
                "it is often so",
                "it would be taken",
                "it will fail",
                "it could fail",
                "it can be so",
                "this ensures",
            ),
            lets_through=("it would not go", "it will not go", "could not go", "it can't go", "it cannot go"),
            guard="may|might|must|should|shall|would|will|could|can|usually|sometimes|often|typically|generally|normally"
            "|always|by default|never|used to|going to|want|so that|sure|ensure|need to know",
        ),
        Sign(
            "any of them",
            "Speaks of any such thing.",
            r"\b(?:any|every|each|all|whose|no two|two or more|multiple|several)\b"
            r"|\b(?:two|both|\d) (?:\w{1,10} )?(?:invoices|bills|documents|receipts) (?:have|share|carry|use|with"
            r"|bear)\b"
            r"|(?<!these )(?<!your )(?<!our )(?<!following )(?<!\d )(?<!some )(?<!those )(?<!its )(?<!other )"
            r"\b(?:invoices|bills|transactions|documents|records|customers|vendors|names|numbers|orders|errors"
            r"|duplicates"
            r"|entries|books(?! are (?:closed|locked))|contacts|clients|updates|requests|companies|invoice numbers)"
            r" (?:that|which|with|bearing|having|already|must|are|have|cannot|can.t|need|get|in q\w{1,9})\b",
            fits=(
                "each number is taken",
                "two invoices have the same number",
                "numbers already used are skipped",
                "names can't be taken",
                "numbers in quickbooks",
            ),
            lets_through=("3 numbers already used", "these invoices have the number", "the number"),
        ),
        Sign(
            "mends or teaches",
            "Tells what mends, prevents, checks, shows or explains it.",
            r"\b(?:fixed|fixes|resolved|resolves|solved|solves|avoids?|avoiding|prevents?|prevention|handles"
            r"|handling|detects|checks? (?:for|that|whether|if)"
            r"|checking|warns|skips|ignores|looks for|flags|learn|how(?! often)|why|what(?! happened| went wrong)"
            r"|which"
            r"|example|e\.g"
            r"|for instance|demo"
            r"|tests?|docs|feature|setting|settings|option|toggle|enable|disable|choose what|means|meaning"
            r"|explains?|tip|faq"
            r"|now (?:shows?|reports?|handles?|says|get|gets)|no duplicates?|no errors?|0 \w{1,12}"
            r"|without duplicates|goodbye|raises?"
            r"|throws?|returns?|expects?|assert\w{0,4}|is returned|are returned|is shown|are shown|is raised"
            r"|is thrown"
            r"|no longer (?:fails?|happens?|gets?|sees?|reports?|stops?|appears?|shows?)|introducing|policy"
            r"|steps? to|guide"
            r"|troubleshooting|overview|renumbered|synced again|all set|back to normal|works again|all good"
            r"|(?<!trial )(?<!subscription )(?<!plan )is over)\b",
            fits=(
                *(
                    "fixed a duplicate number",
                    "this explains it",
                    "how it is",
                    "what it is",
                    "e.g. one",
                    "it checks that",
                    "now shows it",
                    "0 duplicates",
                    "it no longer fails",
                ),
                *(
                    "now handles it",
                    "explains",
                    "asserts",
                    "steps to",
                    "it no longer happens",
                    "now reports it",
                    "throw",
                    "it raises",
                ),
                *("it avoids", "it prevents", "it warns", "we expect", "it returns"),
                *(
                    "no errors",
                    "no duplicate",
                    "no longer gets",
                    "no longer sees",
                    "no longer reports",
                    "no longer stops",
                ),
                *("no longer appears", "no longer shows", "step to", "tests", "the matter is over"),
            ),
            lets_through=("the number is taken", "it no longer exists", "10 errors", "fixture", "the trial is over"),
        ),
        Sign(
            "asks or is a program",
            "Ends with a question, or holds the signs of a program.",
            r"\?[\"')]{0,2}$|[`{}]|[\s=]=|=[>(]|[(\[,;|]\w{1,20}=|^(?://|/\*|def |it[ (][\"']|- \[|\( ?\)|\[ ?\])",
            fits=(
                "is it taken?",
                "`taken`",
                "taken = true",
                "on x => taken",
                "(id=7)",
                "// taken",
                'it("is taken")',
                "- [ ] taken",
                "( ) skip",
                "[ ] skip",
            ),
            lets_through=("why? because", "item taken", "error invoice=7 taken"),
        ),
    ),
)
NO_MESSAGE = Signs(
    "Is the text built as no message is: a page with headings, a program, a described scenario, a list of choices?",
    (
        Sign(
            "headings and parts",
            "Has a line that heads a part of a page, of a ticket's template or of a scenario.",
            r"(?im:\b(?:meaning|remedy): |^[ \t]{0,4}(?:#{1,6} \S|(?:symptoms?|causes?|solutions?|resolution"
            r"|steps to reproduce"
            r"|workaround|scenario|given|then"
            r"|feature|background|context|decision|overview|agenda|macro)\b\s?(?:[:\n]|(?<=given) |(?<=then) )))",
            fits=(
                "x\n## Numbers",
                "Remedy: renumber",
                "Cause: a number",
                "Given a bill",
                "Then it fails",
                "resolution\n",
            ),
            lets_through=("#88 failed", "because: it", "the cause: one"),
        ),
        Sign(
            "source of a program",
            "Holds lines of a program, of a test or of a file of settings.",
            r"(?m:^\s{0,12}(?:describe|it|test|expect)\(|^\s{0,12}(?:type|const|let|var|def|class|import|function"
            r"|public|private|return)\s"
            r"\w|=> \{|^\s{0,12}(?:alert|expr|annotations|errors|messages):\s|^en:)",
            fits=("describe('x", "type A = 1", "x => {", "errors:\n", "en:\n"),
            lets_through=("the type of it", "describe it", "error: x"),
        ),
        Sign(
            "nothing done yet",
            "Is a preview, or asks for a choice before anything is done.",
            r"(?i:\[(?:keep|yes|no|change|skip)\] ?\[|\bpreview\b|\bdry run\b|\bbefore you (?:import|export|sync"
            r"|post)\b|\bchoose [\"'(\u201c])",
            fits=("Preview: 4", "[Keep] [Change]", "before you sync", 'Choose "Skip"'),
            lets_through=("before it synced", "choose a number"),
        ),
        Sign(
            "table of yes and no",
            "Is a table that says yes and no.",
            r"(?i:\| ?(?:yes|no|partial) ?\|)",
            fits=("| Yes |",),
            lets_through=("| yesterday |",),
        ),
        Sign(
            "several to choose from",
            "Names several kinds of errors side by side.",
            r"(?i:(?:duplicate|missing|closed|stale)(?: \w{1,12}){1,3} ?[|;,][^|;,\n]{0,30}\b(?:duplicate|missing"
            r"|closed|stale|other)\b)",
            fits=("Duplicate document number | Missing customer", "missing customer, closed period"),
            lets_through=("duplicate number | 88", "missing customer"),
            guard="duplicate|missing|closed|stale",
        ),
    ),
)
TURNED_OUT_WELL = Sign(
    "turned out well",
    "Says that all went well after all, or that nothing is to be done.",
    r"\b(?:nothing (?:is |more )?to (?:be done|do)|(?:was|were) posted to|(?:it|quickbooks) saved (?:the|it)"
    r"|no action (?:is )?(?:needed|required)|saved with|(?:is|was) (?:sorted|solved|resolved)|glad"
    r"|(?<!trial )(?<!subscription )(?<!plan )is over"
    r"|renumbered (?:to|as|it)|replaced by|now in q(?:uickbooks|bo)|in q(?:uickbooks|bo)(?: online)? (?:now|since \d)"
    r"|went through (?:fine|ok|now)|then (?:synced|posted|went)|(?:synced|posted|went through|sent"
    r"|exported) (?:on|at) the \w{2,8} (?:try|attempt)|had failed|works now|any more|corrected (?:in|on|since|by)"
    r"|(?:has|have|had|did)(?: not|n.t) (?:come back|happened|been seen|occurred|recurred|returned))\b|\blinked,"
    r"|\(closed\)|\bmerge\?",
    fits=(
        *(
            "no action is needed",
            "it is sorted",
            "renumbered to x",
            "it is now in qbo",
            "it's in quickbooks now",
            "went through now",
        ),
        *(
            "then synced",
            "posted on the second try",
            "merge?",
            "nothing is to be done",
            "it was posted to",
            "quickbooks saved the bill",
            "nothing more to do",
            "(closed)",
            "it was linked, so",
            "no action required",
            "is over",
            "now in quickbooks",
            "it has not come back",
            "corrected in june",
            "in qbo since 4",
        ),
    ),
    lets_through=("action needed", "is not in quickbooks", "went through hell"),
)
DECLINED = Sign(
    "payment declined",
    "Says that a payment or a card was declined: a matter of a bank.",
    r"\b(?:payment|card|charge|transfer) (?:was |has been |is )?(?:declined|refused)\b"
    r"|\b(?:your (?:payment|transfer)|wire|bank transfer) (?:could not|couldn.t|was not|wasn.t|can ?not"
    r"|can.t) (?:be )?"
    r"(?:sent|made|processed|completed)\b",
    fits=("your transfer could not be sent", "wire wasn't made", "payment declined", "card was refused"),
    lets_through=("the bill was declined",),
)
ANOTHER_QUICKBOOKS = Sign(
    "another quickbooks",
    "Names a QuickBooks that is not the one on the web.",
    r"\b(?:quickbooks|qb) (?:desktop|enterprise|pro|premier|point of sale|pos)\b",
    fits=("quickbooks enterprise says",),
    lets_through=("quickbooks online", "quickbooks produces"),
)
