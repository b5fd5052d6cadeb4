"""Signs that an error is denied, is over, or has not come yet: no number was turned away."""

from untwin.intake.judging.sign import Sign, Signs, Where

# Right in front of the words stand these.
_BESIDE = r"\W{0,3}\Z"
DENIED = Signs(
    "Is it said right in front of the words that there is no such error?",
    (
        Sign(
            "well after it",
            "Tells that all went well after such an error.",
            r"\b(?:recovered|succeeded|went through|went well|worked|is fine) (?:\w{1,8} )?(?:after|despite)"
            rf" (?:an?|the|one|two|three)(?: \w{{1,8}})?{_BESIDE}",
            fits=("it recovered after a ", "went through again despite two "),
            lets_through=("it failed after a ", "recovered, and then "),
            guard="after|despite",
        ),
        Sign(
            "none of them",
            "Denies one such error, or that one was the cause.",
            r"\b(?:not|isn.t|wasn.t|aren.t|weren.t|neither|nor) (?:one|a single|an?|the|about|because of|due to"
            rf"|caused by)(?: an?| the)?(?: (?:error|code))?{_BESIDE}",
            fits=("it was not an error ", "the delay wasn't caused by the "),
            lets_through=("it is an error ", "it was not sent: an error "),
            guard="not|isn|wasn|aren|weren|neither|nor",
        ),
        Sign(
            "no document failed with it",
            "Says that no document, run or push failed with such an error.",
            r"\bno (?:invoice|bill|document|push|sync)s? (?:\w{1,12} ){0,2}(?:failed|bounced|came back) (?:with|by)"
            rf"(?: an?)?{_BESIDE}",
            fits=("no invoice of may failed with a ", "no bills bounced by "),
            lets_through=("one invoice of may failed with a ",),
            guard="no ",
        ),
        Sign(
            "none failed because of it",
            "Says that no document, run or push failed for such a reason.",
            r"\b(?:no|none of (?:the|our|your)|not one of (?:the|our|your)) (?:\w{1,12} ){1,3}(?:failed|bounced"
            r"|came back|(?:was|were) (?:rejected|refused|skipped|held back)) (?:because|since|as|due to)\b"
            r"[^.\n]{0,60}\Z",
            fits=("no invoices failed because the ", "none of our bills were rejected because its "),
            lets_through=("the invoices failed because the ", "no invoice went out because the "),
            guard="no",
        ),
        Sign(
            "no longer",
            "Says that it does not come any longer.",
            rf"\bno longer (?!connected)\w{{1,12}}(?: an?| the| any)?{_BESIDE}",
            fits=("we no longer get the ", "it no longer shows "),
            lets_through=("it is no longer connected ", "it shows the "),
            guard="no longer",
        ),
        Sign(
            "never",
            "Says that it never came.",
            rf"\bnever (?:\w{{1,12}} )?(?:\w{{1,12}} )?(?:an?|the|any)?{_BESIDE}",
            fits=("you will never ever see an ", "never "),
            lets_through=("we never had trouble until april, then a ",),
            guard="never",
        ),
        Sign(
            "taken back",
            "Asks its reader to forget what was said of it.",
            r"\b(?:ignore|disregard|forget)(?: about)? (?:my|the|our|that|this) [^.:;\n]{0,60}\b(?:about|on|with"
            r"|regarding)"
            rf"(?: the| an?| that| this)?{_BESIDE}",
            fits=("please ignore my mail of this morning about the ", "disregard our ticket regarding a "),
            lets_through=("ignore the error: ", "please ignore my mail. the "),
            guard="ignore|disregard|forget",
        ),
        Sign(
            "rather not",
            "Says that its writer would not have it.",
            r"\b(?:rather not|hopes? (?:not )?to|(?:don.t|do not|didn.t) want to|without having to|tired of|sick of"
            r"|afraid of) (?:be )?(?:see|seeing|get|getting|have|having|meet|run into|hit|face|facing)"
            rf"(?: an?| the| any| these| this)?{_BESIDE}",
            fits=(
                "we'd rather not see the ",
                "tired of getting ",
                "we don't want to run into an ",
                "we hope not to see ",
            ),
            lets_through=("we would rather not. then the ", "we want to see the "),
            guard="rather not|hope|want to|having to|tired of|sick of|afraid of",
        ),
        Sign(
            "without any",
            "Says that there were none, or that they are done without.",
            r"\b(?:no|zero|0|without|without (?:an?|one|a single|even one)|without any|free of|instead of"
            rf"|rather than)(?: more| further)?{_BESIDE}",
            fits=("posted without a single ", "there were no more ", "the run came out free of "),
            lets_through=("there were two ", "posted with a "),
            guard="no|zero|0|free of|rather than|instead of|without",
        ),
        Sign(
            "cannot come",
            "Says that it can't be answered so.",
            rf"\bcan(?:not|.t) (?:answer|fail|stop|end|come back) (?:with|in|at)(?: an?"
            rf"| the)?[ \"'\u201c]{{0,2}}{_BESIDE}",
            fits=("and can't answer with ", 'it cannot fail with a "'),
            lets_through=("it can't be saved: ", "we can't post "),
            guard="can",
        ),
        Sign(
            "none, abroad",
            "Says in other languages that it won't come again, or that one has had enough of it.",
            r"\b(?:nie wieder|nie mehr|schluss mit|plus jamais|nunca m.s|nunca mais|mai pi.|nooit meer"
            r"|keine lust (?:mehr )?auf"
            rf"|ras le bol d.|marre d.|harto de|stanco di|genug von){_BESIDE}",
            fits=(
                *("nie wieder ", "plus jamais ", "nunca más ", "mai più ", "keine lust mehr auf ", "ras le bol de "),
                "marre de ",
            ),
            lets_through=("schon wieder ", "encore un ", "otra vez "),
        ),
    ),
)
IN_CASE = Sign(
    "in case of one",
    "Only supposes the error right in front of its words.",
    r"\b(?:when|if|whenever|whether|where|once|unless|in case) (?:an?|any|another|the same) \Z"
    r"|\A\W{0,6}(?:(?:decision|rule|policy|agreed): ?)?(?:on|upon|in case of|after) (?:an?|any|each|every) \Z"
    r"|\A\W{0,6}(?:on|upon|in case of) an? (?:[\w-]{1,20} ){0,2}[\w-]{0,12}"
    r"(?:duplicate|number|conflict)[\w-]{0,12}\s\W{0,2}\Z",
    fits=(
        *("on a left-over duplicate-number ", "stop the run when a ", "in case another ", "on a "),
        "decision: upon any ",
    ),
    lets_through=("the run stopped with a ", "once it gave a ", "it stopped on a "),
)
OVER = Signs(
    "Is it said behind the words that the matter is over?",
    (
        Sign(
            "has been fixed",
            "Says that it is solved by now.",
            r"(?<!invoice )(?<!document )(?<!bill )\b(?:(?:is|are|was|were|has been|have been|got)"
            r" (?:now |already |since )?(?:fixed|solved|resolved|gone|repaired|corrected))\b",
            fits=(" is now gone", " has been corrected", " got fixed"),
            lets_through=(" on the invoice was corrected", " is still there", " must be fixed"),
            guard="fixed|solved|gone|repaired|corrected",
        ),
        Sign(
            "and solved",
            "Ends its sentence, or a part of it, with the word that it is solved.",
            r"[,(\u2013\u2014-] ?(?:now |since |all )?(?:solved|resolved|cleared|sorted|closed)(?: (?:now|today"
            r"|yesterday))?(?=\s?(?:[.;)]|\Z))",
            fits=(", invoice 88, solved.", " (resolved)", " - all cleared"),
            lets_through=(", not solved.", ", solved it but", " is unsolved."),
            guard="solved|cleared|sorted|closed",
        ),
        Sign(
            "does not come any more",
            "Says that it does not happen any longer.",
            r"(?<!invoice )(?<!document )(?<!bill )\b"
            r"(?:no longer|never again|not any ?more|doesn.t (?:happen|occur|appear|come up))\b",
            fits=(" doesn't come up", " not anymore", " came never again", " no longer there"),
            lets_through=(" doesn't go away", " came again", " invoice no longer"),
            guard="no longer|never again|any more|anymore|doesn",
        ),
        Sign(
            "no failure",
            "Says that this is no failure.",
            r"\b(?:that|which|this) is not an? (?:failure|error|fault|problem)\b",
            fits=('"*) that is not a failure',),
            lets_through=(" that is not the number", " is not an option"),
            guard="is not a",
        ),
    ),
)
PASSED = Sign(
    "the check passed",
    "Gives, right behind the words, the result of a check that found nothing.",
    r"(?: (?:is|are|was|gets?) [a-z ]{3,40}[\t|]{1,2})?(?: errors?)?[\"'\u201d]?"
    r"[ \t:=|(\u2013\u2014-]{0,4}(?:(?:check|test|scan)[ \t:=|-]{1,4})?(?:passed|none\b"
    r"|not found|0\b|ok\b|\d{1,3}(?:[.,]\d)? ?%|(?:fixed|resolved|solved|mended)\b(?! the| it\b))",
    fits=(
        *(" errors: none", " 41 %", ": 7.5%", " check: passed", ": not found", " = 0", " (0)", '" ok', " - resolved"),
        " is refused\tpassed",
    ),
    lets_through=(" errors: 4", " resolved the number", " 05", ": found"),
    where=Where.FIRST,
)
FIXED_FIRST = Sign(
    "begins with the fix",
    "Begins like an item of a list of changes that takes the error away.",
    r"\W{0,6}(?:(?:bug ?)?fix(?:ed|es)?|resolved|solved|behoben|corrig\u00e9|corregido|opgelost|risolto|improved"
    r"|added|changed|new(?: in [\w. ]{1,12})?)\b"
    r"(?! invoice| bill| document| credit| needed| required| it\b| this| please)(?![^\n]{0,120}\b(?:now|still|again"
    r"|but) )",
    fits=("- fixed: ", "bugfix ", "corrigé : ", "new in 4.2: "),
    lets_through=("fix needed: ", "solved it, but ", "new invoice: ", "changed the number and still got "),
    where=Where.FIRST,
)
NOTHING_YET = Signs(
    "Does the line only hold a counter at nothing, or say what lines look like?",
    (
        Sign(
            "counter at nothing",
            "Is a counter that has met no error yet.",
            r"\A\W{0,6}\w{3,60}\{[^\n}]{1,200}\} ?0\b",
            fits=('sync_failures_total{code="6140"} 0',),
            lets_through=('sync_failures_total{code="6140"} 3',),
            guard="{",
        ),
        Sign(
            "found nothing",
            "Is a look for documents that found none, with the choices by which it was made.",
            r"\b(?:0|no) (?:results|matches|hits)\b[ .]{0,3}(?:found\W{0,3})?\Z|[ ](?:v\]|[\u25be\u25bc\u2304])",
            fits=("error: [number in use v] 0 results", "error: number in use \u25be", "no matches found."),
            lets_through=("10 results: ", "no results for 88, then"),
        ),
        Sign(
            "errors of several codes",
            "Names the errors of several codes side by side, as the head of a table of counts does.",
            r"\b\d{3,4} (?:errors|faults)\b[^\n]{0,60}\b\d{3,4} (?:errors|faults)\b"
            r"|\b\d{1,5} (?:times|x) (?:error )?\d{3,4}\b[^\n]{0,40}\b\d{1,5} (?:times|x) (?:error )?\d{3,4}\b",
            fits=(
                *("week,6140 errors,6240 errors", "610 faults and 6140 faults"),
                "12 times error 6140, 3 times error 610",
            ),
            lets_through=("6140 errors, then", "error 6140, error 6240", "3 times error 6140"),
            guard="errors|faults|times| x ",
        ),
        Sign(
            "nit",
            "Begins a reviewer's remark about wording.",
            r"\A\W{0,6}nit(?:pick)?:",
            fits=("nit: the message says", "nitpick: the text"),
            lets_through=("unit: pieces", "nitrogen: 4 bottles"),
            guard="nit",
        ),
        Sign(
            "what lines look like",
            "Describes how a log's lines are made.",
            r"\A\W{0,6}(?:log |message )?(?:format|syntax)\b[^\n:]{0,20}:",
            fits=("log format: time, level, code", "syntax of a line:"),
            lets_through=("wrong number format in row 2: ", "logged at noon: "),
            guard="format|syntax",
        ),
    ),
)
WHOEVER_DOES_SO = Sign(
    "whoever does so",
    "Says what comes of doing a thing with a number that is taken: a rule.",
    r"\A\W{0,6}[a-z]{3,14}ing (?:an?|the|two|any) [^.\n]{0,60}\b(?:same|taken|used|again|twice)\b[^.\n]{0,40}"
    r"\b(?:fails|ends|stops|gives|returns|answers|is (?:refused|rejected|answered))\b[^.\n]{0,60}\Z",
    fits=(
        "creating a payment with the same number fails with fault 6140 (",
        "posting the bill twice is answered with ",
    ),
    lets_through=("creating a payment fails with ", "creating a bill with the same number failed with "),
    guard="ing ",
)
