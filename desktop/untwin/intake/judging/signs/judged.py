"""Signs that what stands right behind an error's words speaks of it as such: what it is, what it means."""

from untwin.intake.judging.sign import Sign, Signs, Where

_ITSELF = r"(?: errors?)?(?: ?\(?#?\d{4}\)?)?[\"'\u201d\u00bb]?"
JUDGED = Signs(
    "Is something said of the error as such, right behind its words?",
    (
        Sign(
            "question and because",
            "Ends a question in another language, and answers it.",
            rf"{_ITSELF} ?[\"'\u201d\u00bb]? ?\? (?:weil|parce qu|porque|omdat|perch)",
            fits=("? weil zwei", " ? porque dos"),
            lets_through=("? wir nicht",),
            where=Where.FIRST,
        ),
        Sign(
            "is how",
            "Says how or why it is, or what it tells people.",
            rf"{_ITSELF}(?: is (?:how|why|where)\b| (?:tells|warns|informs|reminds) (?:you|users|people)\b"
            r"| (?:says|shows|signals|indicates|means|implies) that\b)",
            fits=(" error is how it ends", " (6140) tells you", " means that"),
            lets_through=(" is back", " tells nobody", " means trouble"),
            where=Where.FIRST,
        ),
        Sign(
            "costs",
            "Says what such errors cost anybody.",
            rf"{_ITSELF} (?:costs?|cost) (?:an?|you|your|us all|firms|shops|people|businesses|bookkeepers|every)\b",
            fits=(" costs a firm two hours", " errors cost people"),
            lets_through=(" cost us two hours", " costs nothing"),
            where=Where.FIRST,
        ),
        Sign(
            "see here",
            "Sends its reader to an article.",
            rf"{_ITSELF},? (?:please )?(?:(?:see|click|read) (?:here|our|this article"
            r"|\S{2,40}\.(?:md|rst|html)\b)|refer to|visit)\b",
            fits=(", please see our", " visit"),
            lets_through=(" please see below", " see 77"),
            where=Where.FIRST,
        ),
        Sign(
            "is common",
            "Says of what sort it is: common, harmless, a thing of the past.",
            rf"{_ITSELF} (?:is|are) (?:(?:an?|the|one of the|among the|by far the) )?(?:harmless|common|most|frequent"
            r"|rare|normal|classic"
            r"|typical|thing of the past|easy|sign|well.known|documented|history)\b",
            fits=(" errors are among the most", " is a thing of the past"),
            lets_through=(" is ours", " is urgent"),
            where=Where.FIRST,
        ),
        Sign(
            "and retries",
            "Says what a program does then, or what the number may hold.",
            rf"{_ITSELF} and (?:(?:picks|retries|renames|chooses|suggests|hands|proposes)\b"
            r"|(?:may|must|can) (?:hold|contain|have|only|be)\b)"
            rf"|{_ITSELF}\)?,? it (?:re)?tries (?:once|again|twice)\b",
            fits=(" and picks another", " and may only", ") it tries once more"),
            lets_through=(" and stops", " and can't", ") it tried once more"),
            where=Where.FIRST,
        ),
        Sign(
            "goes on abroad",
            "Goes on in another language with what it means, or when it comes.",
            rf"{_ITSELF}(?: ?: (?:(?:l.)?erreur (?:renvoy|affich|retourn|lev)|zwei |deux |dos |due |twee |dois |two )"
            r"| ?[\"'\u201d\u00bb]? ?(?:bedeutet|hei.t|erscheint|signifie|veut dire|appara.t|significa|aparece|indica"
            r"|betekent|verschijnt|compare|appare)\b"
            r"| (?:s.affiche|appara.t|se produit) (?:quand|lorsqu|si)\b"
            r"|, (?:meldet|zeigt|gibt|antwortet|affiche|renvoie|muestra|devuelve|mostra|toont|geeft) quickbooks\b)",
            fits=(
                ": erreur renvoy\u00e9e",
                " : deux factures",
                "\u00bb signifie",
                " se produit quand",
                ", meldet quickbooks",
            ),
            lets_through=(": erreur 77", ", meldet huber"),
            where=Where.FIRST,
        ),
        Sign(
            "in practice",
            "Goes on with what is so in practice or by far.",
            rf"{_ITSELF},? (?:in practice|by far|as (?:the|tax|a rule))\b",
            fits=(", in practice", " as a rule"),
            lets_through=(" as before", " by noon"),
            where=Where.FIRST,
        ),
        Sign(
            "is a heading's",
            "Goes on like a heading: a guide, a definition, or when it is returned.",
            rf"{_ITSELF} ?(?:[:|\u2013\u2014]| -) (?:an? |the |our )?(?:\w{{1,10}} )?(?:guide|definition|explained"
            r"|overview|tutorial|checklist"
            r"|cheat ?sheet|causes and|meaning and|returned (?:by|when|if)|raised (?:by|when|if)"
            r"|thrown (?:by|when|if)|sent when|shown (?:when|if)|given when)\b",
            fits=(
                *(": a short guide", " - returned when", " | cheat sheet", ": raised if", " \u2014 thrown by"),
                ": shown when",
            ),
            lets_through=(": bill 77", " - returned twice"),
            where=Where.FIRST,
        ),
        Sign(
            "what to do",
            "Goes on like the heading of a guide, in any language: what to do, what it means.",
            rf"{_ITSELF} ?[:\u2013\u2014,-]{{0,2}} ?(?:que faire|que signifie|was tun|was bedeutet|qu\u00e9 hacer"
            rf"|qu\u00e9 significa|cosa fare"
            r"|che fare|wat te doen|wat betekent|o que fazer|what to do|what it means|how to (?:fix|solve|avoid"
            r"|resolve))\b",
            fits=(
                *(" : que faire ?", ": was tun?", " - qu\u00e9 hacer", ": cosa fare", " what to do", ": how to fix it"),
                *(": que signifie", ", was bedeutet", ": qu\u00e9 significa", ": che fare", ": wat te doen"),
                *(": wat betekent", ": o que fazer", ": what it means"),
            ),
            lets_through=(": facture 88", " what now", ": how long"),
            where=Where.FIRST,
        ),
        Sign(
            "explained",
            "Says that it is explained, or can be switched off.",
            rf"{_ITSELF}(?:,? (?:explained|demystified|debunked|at a glance|in a nutshell)\b"
            r"| can be (?:(?:switched|turned) off|disabled|muted)\b)",
            fits=(" explained", ", at a glance", " can be turned off"),
            lets_through=(" can be sent", " unexplained"),
            where=Where.FIRST,
        ),
        Sign(
            "page of a help centre",
            "Ends with the name of a help centre, a blog or the like.",
            rf"{_ITSELF} ?(?:[|\u2013\u2014]| -) (?!see|read|open|view)(?:\w{{1,16}} ){{0,3}}(?:help (?:cent(?:er"
            r"|re)|desk)|docs|documentation|knowledge base|blog|wiki|community)\W{0,3}\Z",
            fits=(" | help centre", " - our shop blog."),
            lets_through=(" - see the docs", " | help centre: failed"),
            where=Where.FIRST,
        ),
        Sign(
            "now and then",
            "Says that it comes now and then.",
            rf"{_ITSELF} (?:now and then|from time to time|every so often|once in a while)\b",
            fits=(" from time to time",),
            lets_through=(" now and again",),
            where=Where.FIRST,
        ),
        Sign(
            "part of a program",
            "Calls it a case, a branch, a class, a constant of a program.",
            rf"{_ITSELF} (?:case|branch|scenario|path|handler|handling|class|constant|template|workflow|macro|checklist"
            r"|detection|wording)s?\b",
            fits=(" handler", " errors cases"),
            lets_through=(" handled", " bills"),
            where=Where.FIRST,
        ),
        Sign(
            "arrow to a remedy",
            "Points with an arrow to what is done then.",
            rf"{_ITSELF} ?(?:->|=>|\u2192) (?:ask|bump|append|pick|suggest|raise)\b",
            fits=(" -> append", "\u2192 ask"),
            lets_through=(" -> failed", " append"),
            where=Where.FIRST,
        ),
        Sign(
            "here, so",
            "Says what follows from it here.",
            rf"{_ITSELF} (?:here|there),? so\b",
            fits=(" here, so",),
            lets_through=(" here",),
            where=Where.FIRST,
        ),
    ),
)
PART = Sign(
    "part of a screen",
    "Calls it a dialog, a page, a label or another part of a screen.",
    r"[\"'\u201d]? (?:dialog(?:ue)?|banner|toast|pop-?up|screen|page|message|text|notice|label|icon)\b",
    fits=('" dialog', " popup"),
    lets_through=(" dialed", " bill"),
    where=Where.FIRST,
)
AT_ALL_TIMES = Sign(
    "at all times",
    "Goes on with when such an error comes.",
    r"(?: errors?)?[\"'\u201d\u00bb]? (?:once|as soon as|each time|every time|whenever|if|when) "
    r"(?:an?|the same|two|another|someone|users?)\b",
    fits=(" errors when two", '" each time a'),
    lets_through=(" when i", " errors twice"),
    where=Where.FIRST,
)
ASKED = Sign(
    "ends a question",
    "Ends a question that nobody asks twice and that is not answered with a no.",
    r"(?: errors?)?[\"'\u201d\u00bb]{0,2}[ ]?\?(?![?!])[\"'\u201d\u00bb]?(?=\s|\Z)"
    r"(?!\s{0,3}(?:no(?! wor| prob| need| panic)|nope|not(?! with| any ?more| here)|never|really|checked|but"
    r"|impossible|wrong|strange|yes)\b)",
    fits=(" errors? add a letter", '"?'),
    lets_through=("??", "? no, we checked", "?a"),
    where=Where.FIRST,
)
OFFERED = Sign(
    "offered",
    "Says what its writers do for whoever has it.",
    r"\b(?:we|let us)(?: can| will|.ll)? (?:sort|fix|handle|take care|help|do|show|solve|resolve|clean|untangle|sort"
    r" out)\b",
    fits=("we sort it out for you", "let us handle it", "we'll fix it", "we can help"),
    lets_through=("we fixed it", "we get it"),
    guard="we|us",
)
IS_DONE = Sign(
    "what is done to it",
    "Says what is done to any such number.",
    r" (?:is|are|gets|will be|must be|can be) (?:rejected|refused|detected|flagged|blocked|skipped|logged|raised|thrown"
    r"|returned|caught|ignored|shown|found)\b(?! by accident)",
    fits=(" is refused", " can be caught"),
    lets_through=(" was refused", " is found by accident"),
    where=Where.FIRST,
)
