"""Signs that a rule or a wish is told before an error's words: what can come, what others meet, what is long past."""

from untwin.intake.judging.sign import Sign, Signs, Where

_TO_THE_WORDS = (
    r"(?: (?:an?|the|any|every|this|that|those|another|your))?(?: (?:error|message|code|text|fault))?"
    r"[ \"'\u201c\u00ab(:]{0,6}\Z"
)
RULE = Signs(
    "Is a rule or a wish told before the words?",
    (
        Sign(
            "can lead to",
            "Says what can come of something.",
            r"\b(?:can|could|may|might|would|will|should) (?:(?:also|then|still|sometimes|easily|often|even) )?"
            r"(?:lead to|result in|cause|return|answer(?: with)?|respond(?: with)?|give(?: you)?|get|trigger|produce"
            r"|raise"
            r"|throw|show"
            r"|fail with|end (?:in|with|up in|up with)|hit|run into|bring(?: up)?|encounter|receive|report|stop with"
            rf"|come back with){_TO_THE_WORDS}",
            fits=(
                "that can also lead to the error ",
                "it should fail with a ",
                "may answer with ",
                "can respond ",
                "would give you the ",
                "can end up in ",
                "one of them would get a ",
                "may bring up a ",
            ),
            lets_through=("it led to the error ", "it can lead to trouble, then "),
            guard="can |could |may |might |would |will |should ",
        ),
        Sign(
            "any such thing yields",
            "Says what comes of any such thing.",
            r"\ban? (?:[\w-]{1,14} ){1,7}(?:yields|returns|gives|gets|throws|raises|produces|triggers|causes|fails with"
            rf"|ends in|results in|leads to|brings)(?: \d{{4}})?{_TO_THE_WORDS}",
            fits=("a second bill of that number yields 6140 ", 'a taken number gives "'),
            lets_through=("the second bill gives ", "a bill gave "),
            guard="yields|returns|gives|gets|throws|raises|produces|triggers|causes|fails with|ends in|results in"
            "|leads to|brings",
        ),
        Sign(
            "to be rid of it",
            "Says how one is rid of it.",
            r"\b(?:get around|switch off|turn off|disable|silence|bypass|rid of|goodbye to|farewell to|end to"
            r"|stay clear of|steer clear of|cure for|protects? (?:\w{1,10} )?"
            rf"(?:from|against)|remed(?:y|ies) (?:for|against)|work ?around for|guard against|worry about)"
            rf"{_TO_THE_WORDS}",
            fits=("say goodbye to the ", "it protects you from ", "a remedy for ", "workaround for the error "),
            lets_through=("we turned off the ", "worry, then "),
            guard="around|off|disable|silence|bypass|rid of|goodbye to|farewell to|end to|clear of|cure for|protect"
            "|remed|guard against|worry about",
        ),
        Sign(
            "a program's habit",
            "Says what a program does with such errors as a rule.",
            r"\b(?:catches|spots|detects|absorbs|swallows|suppresses|recogni[sz]es|translates|recovers from|ignores"
            rf"|retries (?:\w{{1,15}} ){{0,2}}(?:after|on)|watches for|looks for|listens for|reacts to"
            r"|copes with|fixes|solves|resolves|ends|kills|tames|cleans up|clears|untangles"
            rf"|cures){_TO_THE_WORDS}",
            fits=("the app spots a ", 'NumberWell - fixes "'.lower(), "it recognizes ", "it retries once after a "),
            lets_through=("the app spotted a ", "it ignores bills of "),
            guard="catches|spots|detects|absorbs|swallows|suppresses|recogni|translates|recovers from|ignores|retries"
            "|watches for|looks for|listens for|reacts to|copes with|fixes|solves|ends|kills|tames|cleans up|clears"
            "|untangles|cures",
        ),
        Sign(
            "so many a month",
            "Says how many of them come in a day, a week or a month.",
            r"\b\d{1,4} (?:\w{1,12} ){1,2}(?:a|per|each|every) (?:day|week|month|quarter|year)\b",
            fits=("before: 40 invoices a month stuck on ", "12 errors per week: "),
            lets_through=("40 invoices in May ", "a month "),
        ),
        Sign(
            "used to",
            "Says what was and is no more.",
            r"\bused to (?:fail|get|give|return|throw|show|say|cause|answer|stop|see|end|come|raise|bring|hit|report)"
            r"(?: (?:in|with|up|back|an?|the|you)){0,3} [\"'\u201c]?\Z",
            fits=("it used to come back with a ",),
            lets_through=("we used to post ", "it used the "),
            guard="used to ",
        ),
        Sign(
            "nobody has met it",
            "Says that nobody has met it.",
            r"\b(?:nobody(?: has)?|no one(?: has)?|hasn.t|haven.t|has not|have not|didn.t) (?:\w{1,10} )?"
            r"(?:met|meet|seen?|thrown?|had|have|got(?:ten)?|get|shown?|given?|give|raised?|returned?|received?|hit"
            r"|encountered) (?:an?|the|any|one|another|a single) [\"'\u201c]?\Z",
            fits=("no one has met a ", "it hasn't yet thrown a single ", "haven't gotten one "),
            lets_through=("everybody has met a ", "it hasn't come, then a "),
            guard="nobody|no one|hasn|haven|has not|have not|didn",
        ),
        Sign(
            "done away with",
            "Says that it was done away with, or was long ago.",
            r"\b(?:did|done|do|does|doing) away with(?: an?| the)? \W?\Z"
            r"|^\W{0,6}(?:long ago|years ago|in the old days|once upon a time|formerly|in those days)\b",
            fits=("we did away with the ", "formerly "),
            lets_through=("we did it with the ", "not long ago "),
            guard="away with| ago|in the old days|once upon|formerly|in those days|years ago|long ago",
        ),
        Sign(
            "common topics",
            "Speaks of common questions or causes.",
            r"\b(?:common|frequent|typical|popular) (?:topics|questions|problems|issues|causes)\b",
            fits=("common causes",),
            lets_through=("common bills",),
            guard="common|frequent|typical|popular",
        ),
        Sign(
            "made on purpose",
            "Says that it is provoked or faked, or what it is called.",
            rf"\b(?:provoke|simulate|mock|fake|force){_TO_THE_WORDS}"
            r"|\b(?:calls? (?:it|this|that)|called|known as) \W?\Z",
            fits=("to simulate a ", "quickbooks calls this "),
            lets_through=("we provoked a ", "he called and "),
            guard="provoke|simulate|mock|fake|force|call|known as",
        ),
        Sign(
            "you'd see",
            "Says what its reader would see, or what a lesson does.",
            r"\byou.d (?:see|get|meet|have|hit)\b"
            r"|\bthis (?:chapter|article|video|guide|lesson|tutorial) (?:\w{1,8} )?[a-z]{3,12}s\b",
            fits=("you'd get ", "this lesson shows "),
            lets_through=("you got ", "this bill shows "),
            guard="you|this ",
        ),
        Sign(
            "many people",
            "Says what befalls others.",
            r"\b(?:most|many|few) (?:users|people|firms|customers|clients|companies|bookkeepers|accountants|shops"
            r"|teams) (?:see|report|meet|run into|face|hit|ask|complain|wonder|come across|struggle)\b"
            r"|\b(?:users|people|firms|customers|clients|companies|bookkeepers|accountants|shops|teams) (?:often"
            r"|sometimes|usually|frequently|regularly|commonly|occasionally)\b",
            fits=("many firms run into ", "people sometimes "),
            lets_through=("two firms met ", "our people met "),
            guard="most |many |few |often|sometimes|usually|frequently|commonly|regularly|occasionally",
        ),
        Sign(
            "or else",
            "Says what befalls whoever does not heed.",
            r"\b(?:otherwise|or else) (?:you|quickbooks|qbo|it|there|the \w{1,12})\b|, or (?:quickbooks|qbo|it|you"
            r"|the \w{1,12}) [a-z]",
            fits=("otherwise it ", "change it, or quickbooks answers "),
            lets_through=("or not", "one or it "),
            guard="or else|otherwise|, or ",
        ),
        Sign(
            "errors such as",
            "Names it in a list of such things.",
            r"\b(?:errors|messages|codes|faults|problems|issues) (?:include|like|range from"
            r"|of (?:the )?(?:class|kind|type|sort))\b",
            fits=("errors like ", "errors of class "),
            lets_through=("errors liked ", "two errors: "),
            guard="errors |messages |codes |faults |problems |issues ",
        ),
        Sign(
            "expected of it",
            "Says what is expected or desired.",
            r"\b(?:expected|desired)(?: result| output| error| behaviou?r| message)?[:=]?[ \"']{0,3}\Z",
            fits=('expected error: "', "desired behavior="),
            lets_through=("expected it: ", "as expected bills "),
            guard="expected|desired",
        ),
        Sign(
            "by design",
            "Says what is so by law, by design, or as the manual has it.",
            r"\b(?:by law|in theory|liable for|by design|as a rule|generally|according to the (?:docs|documentation"
            r"|manual))\b",
            fits=("by design ", "according to the manual "),
            lets_through=("by hand", "according to the bank"),
            guard="by law|in theory|liable for|by design|as a rule|generally|according to",
        ),
        Sign(
            "a rule, abroad",
            "Begins in other languages by supposing or asking.",
            r"^\W{0,6}(?:[a-z]{3,12}: )?(?:wird (?:eine?|die|der|zweimal)|wenn (?:eine?|die|sie|zwei)|falls|sobald"
            r"|was tun|was bedeutet"
            r"|wie (?:man|sie|behebe)|si (?:un|une|le|la|el|vous|deux|dos)|quand (?:un|deux|vous)|lorsqu|que faire"
            r"|comment (?:faire|r.soudre|corriger|.viter|changer)|cuando (?:un|dos|el)|qu. (?:hacer|significa)"
            r"|c[o\u00f3]mo (?:corregir|resolver|evitar|solucionar|corrigir)|se (?:un|il|o|a)|quando (?:un|due|dois)"
            r"|cosa fare|cosa significa|o que significa|que signifie|wat betekent"
            r"|come (?:risolvere|evitare)|o que fazer|als (?:een|de|u|je)|wanneer|wat te doen|hoe (?:los|u|je)"
            r"|(?:pour|afin d.) ?(?:.viter|corriger|r.soudre)|para (?:evitar|corregir|corrigir|resolver)"
            r"|per (?:evitare|risolvere|correggere))\b",
            fits=(
                *("wird die nummer", "wenn sie", "wie man", "si vous", "quand deux", "comment corriger", "cuando dos"),
                *(
                    "qu\u00e9 hacer",
                    "c\u00f3mo evitar",
                    "se il",
                    "quando due",
                    "come evitare",
                    "als je",
                    "hoe los",
                    "hilfe: was bedeutet",
                ),
                *("pour \u00e9viter l'", "para evitar el ", "per evitare l'"),
            ),
            lets_through=("die nummer wird", "wenn ich", "das heisst falls"),
            guard="wird |pour|afin|para |per |wenn |falls|sobald|was |wie |si |quand |lorsq"
            "|que |comment |cuando |qu|como |c\u00f3mo |se "
            "|cosa |come |als |wanneer|wat |hoe ",
        ),
    ),
)
_CAUSES = r"(?:caused|led to|resulted in|triggered|produced|provoked|raised|gave us)"
_TAKEN_AWAY = (
    r"(?:removed|took (?:away|out)|taken (?:away|out)|dropped|corrected|rolled back|reverted|patched|repaired|mended"
    r"|eliminated|got rid of|rewrote|rewritten|cleaned up)"
)
CAUSED = Sign(
    "was caused",
    "Says what caused the error.",
    rf"\b{_CAUSES}{_TO_THE_WORDS}",
    fits=("two runs at once led to a ", 'it raised "'),
    lets_through=("it raised the bill by ten, then ", "causes "),
    guard="caused|led to|resulted in|triggered|produced|provoked|raised|gave us",
)
CULPRIT = Sign(
    "culprit",
    "Names the culprit.",
    rf"\b(?:culprit|reason|cause)s? (?:behind|for|of){_TO_THE_WORDS}",
    fits=("the culprit behind the error ", "causes of the "),
    lets_through=("the reason is ", "because of the "),
    guard="culprit|reason|cause",
)
CAUSE_REMOVED = Sign(
    "cause was removed",
    "Says that what caused it was taken away.",
    rf"\b{_TAKEN_AWAY} [^,;:]{{1,60}}\b(?:that|which|what) {_CAUSES}{_TO_THE_WORDS}"
    rf"|\b{_TAKEN_AWAY} what {_CAUSES}{_TO_THE_WORDS}",
    fits=("we removed the second run that caused the ", "patched what led to "),
    lets_through=("we removed the bill, then came ", "the run that caused the "),
    guard="remov|took |taken |dropped|corrected|rolled back|reverted|patched|repaired|mended|eliminated|got rid of"
    "|rewr|cleaned up",
)
REMOVED = Sign(
    "was removed",
    "Says that it was taken away.",
    rf"\b(?:was|were|is|has been|have been|got) (?:\w{{1,8}} )?{_TAKEN_AWAY}\b",
    fits=(" was now removed", " have been patched", " got taken out", " got took out"),
    lets_through=(" was seen", " removed it"),
)
CHANGED = Sign(
    "was redone",
    "Says that something was renamed, moved or made better.",
    r"\b(?:old|renamed|reworded|redesigned|restyled|replaced|moved|new|nicer|better|friendlier)\b",
    fits=("a friendlier ",),
    lets_through=("told ", "news "),
    guard="old|re|moved|new|nice|better|friendl",
)
TURNS_BACK = Sign(
    "turns back",
    "Turns the story back to what happens now.",
    r"\b(?:but|yet|still|again|actual(?:ly)?|says|said|gave|gives|got|shows|showed|returned|came back|comes"
    r"|come(?! risolvere| evitare| si | fare)"
    r"|now (?:it|we|the|says|shows|fails|gives|another)|unfortunately|however|please|ended)\b",
    fits=("but now ", "actually ", "now the sync ", "they come "),
    lets_through=("butter", "come evitare", "now and then"),
    guard="but|yet|still|again|actual|got|sa|ga|gives|show|returned|came back|come|now |fortunate|however|please|ended",
)
OF_ONESELF = Sign(
    "of oneself",
    "Speaks of its writer, or asks for help.",
    r"\b(?:i|we|my|me|(?<!let )(?<!call )(?<!ask )us|mine|help|please|pls|ich|wir|nous|yo|ik|wij|io|noi|eu)\b(?!\.e)",
    fits=("can we", "it gave us", "wir"),
    lets_through=("ask us", "i.e", "he"),
)
HAVING = Sign(
    "guesses the reader's trouble",
    "Is where a writer guesses what the reader has.",
    r"\W{0,6}(?:getting|seeing|facing|hitting|stuck (?:on|with|at)|tired of|struggling with|plagued by|confused by"
    r"|fed up with|meeting|running into|worried about|having"
    r"|(?:invoices|bills|receipts|syncs|documents) (?:stuck|failing|blocked|rejected|held up|bouncing))\b",
    fits=("- tired of ", "stuck on ", "invoices stuck because the "),
    lets_through=("we keep getting ", "stuck again ", "two invoices stuck "),
    where=Where.FIRST,
)
SOME = Sign(
    "some such number",
    "Begins a sentence with an article: any such number is meant.",
    r"(?:\A|[.:*] ?)\W{0,6}an? \Z",
    fits=("a ", "rules: an "),
    lets_through=("it was a ", "the "),
)
