"""Signs that a sentence speaks of an error in general: it asks, teaches, supposes, or offers a choice."""

from untwin.intake.judging.sign import Sign, Signs, Where

_LEAD = r"\W{0,6}(?:(?:q|question|faq|hi(?: all| there| team)?|hello|hey)\b\W{1,4})?"
ASKS = Sign(
    "asks",
    "Begins as a question does, or the title of an article.",
    rf"{_LEAD}(?:what|why|how|when(?! (?:i|we|my|our)\b)|where|which|who|is|are|can|could|do|does|did|should|would"
    rf"|will|any(?:one|body)"
    r"|has any(?:one|body)|troubleshoot\w{0,3}|understanding|fixing|solving|resolving|about|avoiding|preventing)\b",
    fits=(
        "why does it say ",
        "hello, has anybody seen ",
        "faq: what is ",
        "when you post twice, ",
        "anybody seen ",
        "troubleshooting ",
    ),
    lets_through=("when i post it says ", "it asks why, then ", "issued twice: "),
    where=Where.FIRST,
)
POLITE = Sign(
    "polite opening",
    "Asks politely for somebody's time, and supposes nothing.",
    r"\b(?:if|when|whenever|once) you(?:'ve| have| get| find| got)? (?:a |an |some |the )?(?:free |spare |quick )?"
    r"(?:chance|minute|min|moment|second|sec|time)\b",
    fits=("when you get a chance", "if you have a spare minute", "once you've the time", "whenever you find some time"),
    lets_through=("when you get an error", "if you have an invoice"),
)
SUPPOSES = Signs(
    "Is the error only supposed, before its words or in them?",
    (
        Sign(
            "if",
            "Supposes it with an if.",
            r"\b(?:if(?! you (?:look|check|scroll)\b| ?\([^()\n]{1,60}\) ?[-=]>)|whether|unless|in case|whenever"
            r"|suppose)\b",
            fits=("if two bills share a number ", "tell me whether "),
            lets_through=("if you scroll down it says ", "if (found) => ", "the gift "),
            guard="if|whe|unless|in case|suppose",
        ),
        Sign(
            "when anybody",
            "Supposes it with a when or a where that is nobody's own.",
            r"\b(?:when (?:an?|the|you|your|two|another|duplicate)|where (?:an?|the))\b",
            fits=("shown when another bill ", "in lists where the number "),
            lets_through=("when i saved it ", "this is where it stopped: "),
            guard="when|where",
        ),
        Sign(
            "whose number",
            "Speaks of all those whose number or name it is.",
            r"(?<!\d )(?<!these )(?<!those )(?<!following )\b(?:invoices|bills|documents|transactions|records"
            r"|memos|receipts"
            r"|customers|orders) whose (?:\w{1,12} )?(?:number|name)\b",
            fits=("invoices whose number is taken ", "bills whose invoice number "),
            lets_through=("3 invoices whose number is taken ", "these bills whose number "),
            guard=" whose ",
        ),
        Sign(
            "when it comes, abroad",
            "Says in another language when such a message comes.",
            r"\b(?:ce(?:tte)? (?:message|erreur)|diese[rs]? (?:meldung|fehler)|este (?:mensaje|error|aviso)|deze "
            r"(?:melding"
            r"|fout)|quest[oa] (?:messaggio|errore)|esta? (?:mensagem|erro)) [\w\u00e0-\u00ff]{4,14},? (?:quand"
            r"|lorsqu\w{0,2}"
            r"|si|wenn|falls|cuando|als|wanneer|quando|se)\b",
            fits=(
                *(
                    "ce message appara\u00eet quand le ",
                    "diese meldung erscheint, wenn die ",
                    "este mensaje aparece cuando ",
                ),
                *("deze melding verschijnt als ", "questo messaggio appare se ", "esta mensagem aparece quando "),
            ),
            lets_through=("ce message est venu. ", "diese meldung kam "),
            guard="message|erreur|meldung|fehler|mensaje|error|aviso|melding|fout|messaggio|mensagem|erro",
        ),
        Sign(
            "when a program says so",
            "Supposes that a program answers so.",
            r"\b(?:when|where) [a-z]{3,15} (?:answers|says|returns|refuses|rejects|complains|tells)\b",
            fits=("when quickbooks says that ", "and where snelstart answers "),
            lets_through=("when quickbooks said ", "when i saved it "),
            guard="when|where",
        ),
    ),
)
SUPPOSED = Signs(
    "Do the words go on to say what such an error is?",
    (
        Sign(
            "means",
            "Goes on with what the error means, or when it comes.",
            r"\W{0,3}(?:errors? |message )?(?:\(?\d{4}\)? )?"
            r"(?:(?:just|only|simply|usually|basically) )?(?:means|appears|occurs|happens|comes up|is (?:raised"
            r"|returned|shown|thrown|caused)|can (?:appear|occur|happen)|usually|typically)\b",
            fits=(" error (6140) means", '" just means', '" is shown', " message can occur", " usually"),
            lets_through=(" error came up", " is back", " can be seen below"),
            where=Where.FIRST,
        ),
        Sign(
            "must be shown",
            "Goes on with what must come of it.",
            r"\W{0,3}(?:should|shall|must) (?:raise|give|return|show|be (?:shown|rejected|refused|raised))\b",
            fits=(" must be refused", " should return 400"),
            lets_through=(" must be mended", " was refused"),
            where=Where.FIRST,
        ),
        Sign(
            "what becomes of them",
            "Goes on with what becomes of all such.",
            r"[^.\n]{0,40}? (?:are|get|will be) (?:always |simply |just )?(?:skipped|ignored|rejected|refused"
            r"|flagged|left out"
            r"|listed|marked|highlighted|renamed|renumbered)\b",
            fits=(" in quickbooks are skipped", " get renamed by it", " are simply left out"),
            lets_through=(" was skipped", ". They are skipped"),
            where=Where.FIRST,
        ),
        Sign(
            "several errors",
            "Speaks of more than one error.",
            r"\W{0,3}errors\b",
            fits=(" errors in the books",),
            lets_through=(" error in the books",),
            where=Where.FIRST,
        ),
    ),
)
MADE_UP = Sign(
    "made up",
    "Begins by asking to suppose something: even a number in it is nobody's.",
    r"\W{0,6}(?:suppose|imagine|assume|let.s (?:say|assume|suppose)|picture this)\b",
    fits=("suppose invoice 100 ", "let's say two people "),
    lets_through=("i suppose invoice 100 ", "supposedly "),
    where=Where.FIRST,
)
UNLESS = Sign(
    "unless",
    "Goes on with a condition that is anybody's.",
    r"\b(?:unless|whenever|(?:if|when) (?:the|an?|two|another))\b",
    fits=(" comes when two bills match", " unless it is renamed"),
    lets_through=(" came when i saved", " if you can, call"),
)
CONDITION = Sign(
    "begins with a condition",
    "Is a sentence that begins with a condition.",
    r"\W{0,6}(?:note:? |but |and |so )?(?:if|when|whenever|in case|unless|once|should)\b",
    fits=("If the ", "note: when an "),
    lets_through=("It failed when the ", "iffy"),
    where=Where.FIRST,
    any_case=True,
)
HABIT = Sign(
    "habit",
    "Says what becomes of all such documents, and not of one.",
    r"\b(?:fails?|stops|is|are|gets?|will be|won.t|will not|does not|doesn.t|cannot|can.t)\b"
    r"(?: (?:be )?(?:rejected|refused|skipped|stopped|held back|left out|synced|sync|posted|post|sent|exported"
    r"|saved))?",
    fits=("fails", "is rejected", "will be skipped", "won't sync"),
    lets_through=("failed", "was rejected", "island"),
)
TEACHES = Signs(
    "Does the sentence teach, promise or plan before it comes to the words?",
    (
        Sign(
            "lists causes",
            "Begins a list of what may be the cause.",
            r"\b(?:possible|probable|likely|common|typical|usual|potential|frequent) (?:causes|reasons|errors|failures"
            r"|problems|answers)(?: \w{1,12}){0,4}:",
            fits=("possible causes: ", "the usual reasons for it: "),
            lets_through=("possible cause: ", "causes: "),
            guard=":",
        ),
        Sign(
            "heads the symptoms",
            "Begins with what an article calls the symptoms.",
            r"^\W{0,6}symptoms?:",
            fits=("symptom: ",),
            lets_through=("the symptom today: ",),
            guard="symptom",
        ),
        Sign(
            "any user",
            "Tells what any user does.",
            r"\ba user (?:enters|types|creates|adds|picks|submits|saves|sends)\b",
            fits=("a user picks a taken number: ",),
            lets_through=("our user anna picks: ", "a user reported "),
            guard="a user ",
        ),
        Sign(
            "heard of",
            "Tells what somebody read or heard that a program does.",
            r"\b(?:i|we)(?:.ve| have| had)? (?:read|heard|(?:was|were|am|been) told|understand|gather|believe|assume)"
            r" (?:\w{1,12} )?that (?:[\w-]{1,20} ){1,4}(?:gives?|answers?|returns?|throws?|raises?|refuses?|says?) ",
            fits=("i read that quickbooks gives an ", "we've been told that it throws the "),
            lets_through=("i read that in the log: ", "we heard from ana, it gives "),
            guard="that ",
        ),
        Sign(
            "the commonest",
            "Says which error or cause is the commonest.",
            r"\b(?:most (?:common|frequent|typical|usual)|commonest|main|top|number one|usual|typical|leading) "
            r"(?:\w{1,12} )?(?:reason|cause|error|problem|failure|rejection|complaint|culprit|offender)s?"
            r"(?: (?:for|of|behind) [^.:;\n]{1,40})? "
            r"(?:is|was|were|are|remains?|stays?|being)(?: an?| the| still| by far| again){0,2} [\"'\u201c]?\Z",
            fits=(
                *("the most common reason was a ", "our main cause of rejections in may is still the "),
                *("top error remains ", 'the leading problem is "'),
            ),
            lets_through=("the reason was a ", "the main error: ", "most common is "),
            guard="reason|cause|error|problem|failure|rejection|complaint|culprit|offender",
        ),
        Sign(
            "each of them",
            "Speaks of each or any such error.",
            r"(?<!it.s )(?<!says )\b(?:each|every|all|any) \Z",
            fits=("log every ", "any "),
            lets_through=("says all ", "it's all ", "all day long "),
            guard="each |every |all |any ",
        ),
        Sign(
            "wishes and rules",
            "Says what shall be, what somebody wants, or what was agreed.",
            r"\b(?:shall|i wish|(?:message|question|e-?mail) about|agreed that|wants? to|would like to|requires?"
            r"|required to)\b",
            fits=("the server shall answer ", "an email about ", "everybody wants to see ", "the law requires "),
            lets_through=("the server answered ", "we emailed you: ", "wanted: "),
            guard="shall|i wish| about|agreed that|want|would like|require",
        ),
        Sign(
            "many reasons",
            "Says that there are many reasons for such an error.",
            r"\bthere (?:are|can be|may be|could be) (?:many|several|a few|various|some|different|multiple|two|three)"
            r" (?:\w{1,12} )?(?:reasons|causes|scenarios) (?:why|when|where|that|for|of|behind|you|to)\b"
            r"(?! (?:i|we|my|our|us)\b)",
            fits=("there are many reasons why you would receive a ", "there can be several common causes for the "),
            lets_through=("there are many invoices that ", "the reasons for the ", "there are many reasons why we "),
            guard="there ",
        ),
        Sign(
            "any such paper answers so",
            "Says what any document of a sort is answered with.",
            r"(?:\A|\n)\W{0,6}an? (?:\w{1,16} ){0,2}(?:whose|which|that|without|in an?|with(?: an?)?|on an?|of an?)\b"
            r"(?:(?!\b(?:i|we|my|our|us)\b|\d)[^.;\n]){0,80} (?:answers|yields|is answered(?: with| by)?)"
            r" (?:an? |the )?[\"'`\u201c]?(?:\d{3,4}[ :-]{1,3})?\Z",
            fits=(
                *("a payment whose invoice was deleted answers `", "a bill in a closed period yields a "),
                *("an invoice without lines is answered with the ", "a bill with two taxes answers `"),
            ),
            lets_through=("a payment that i made yields ", "the payment answers `", "a bill with number 7 answers "),
            guard=" answer|yields",
        ),
        Sign(
            "teaches",
            "Explains, lists, or says how to deal with such errors.",
            r"\b(?:learn|lesson|explain\w{0,4}|describes?(?! (?:your|the) (?:problem|issue|error))|means|number of"
            r"|list of|(?<!this )(?:kinds?|types?) of|such as|e\.g|(?:check|verify|confirm) that"
            r"|for example|handl(?:e(?! this| it| please)|es|ing)|avoids?|prevents?|make sure|ensures?|we now"
            r"|you will"
            r"|you might|you may|may see|might see|can occur|shows?(?: you)? how to)\b",
            fits=(
                *("this lesson explains ", "describes ", "all kinds of ", "verify that ", "handles ", "it avoids "),
                *("this prevents ", "this ensures ", "it shows you how to "),
                "mistakes (e.g. two ",
                "errors such as ",
            ),
            lets_through=("describe your problem: ", "this kind of ", "please handle this: ", "the table shows "),
            guard="learn|lesson|explain|describe|means|number of|list of|kind|type|such as|e.g|check that"
            "|verify that|confirm that|for example|handl|avoid|prevent|sure|we now|you will|may|might|can occur|how to",
        ),
    ),
)
CODE_IS = Sign(
    "a code is named",
    "Says which words a code stands for.",
    r"\bcode \d{3,5} is (?:the |an? )?[\"'\u201c]?\Z",
    fits=('code 6140 is "', "code 610 is an "),
    lets_through=("the code is ", "code 6140 was the "),
)
OPTION = Sign(
    "a box to tick",
    "Stands behind a box or a dot that can be ticked.",
    r"(?:(?<!\w)\([ xo]?\)|\[[ x]?\]|[\u2610\u2611\u2612\u25cb\u25cf])[^\n]{0,40}\Z",
    fits=("( ) it was ", "[x] stop on ", "\u2611 "),
    lets_through=("(a) it was ", "[4] ", "run() said "),
)
