"""Knows the turns by which people speak of an error in general: what is taught, planned, sold, feared or long past."""

import re

from untwin.intake.marking.guarded import guarded


def is_told_generally(head: str, before: str, behind: str) -> bool:
    """Whether an error is named without having happened, or long after; all in lower case.

    `head` is what stands before the words on their line, `before` and `behind` what of it is their sentence. A line
    that tells of one document or of a failure is not asked here.
    """
    return bool(_STEP.match(head)) or (_is_general(head, before, behind) and not _YET.search(head))


def _is_general(head: str, before: str, behind: str) -> bool:
    if is_announced(head) or _JUDGED.match(behind) or _was_removed(before, behind):
        return True
    if _CHANGED.search(before) and _PART.match(behind):
        return True
    if _LABEL.search(head) and behind.lstrip("\"'\u201d)").startswith(":"):
        return True
    # Of oneself even `can`, `will` and `rid of` tell what happened.
    return not _OF_ONESELF.search(before) and bool(_RULE.search(before) or _AT_ALL_TIMES.match(behind))


def is_announced(head: str) -> bool:
    """Whether a line begins, in lower case, like one that teaches, plans, lists or offers."""
    return bool(_ANNOUNCED.match(head))


def asks_the_reader(before: str, behind: str) -> bool:
    """Whether the words end in a question that their writer answers: `Invoice number already used? Add a suffix.`.

    `behind` is all that stands behind the words on their line. Who asks for help, or asks twice, was answered so.
    """
    answer = _ASKED.match(behind)
    if not answer or _OF_ONESELF.search(behind, answer.end()):
        return False
    if _HAVING.match(before):
        return True
    return not before.strip(" \t\"'\u201c\u00ab#*>-") and bool(behind[answer.end() :].strip())


def is_any_such(before: str, behind: str) -> bool:
    """Whether any such number is meant: `A duplicate number is refused`; both in lower case."""
    return bool(_SOME.search(before) and _IS_DONE.match(behind))


def _was_removed(before: str, behind: str) -> bool:
    """Whether it is told that the cause of an error was taken away."""
    if _CULPRIT.search(before) and behind.lstrip("\"'\u201d").startswith((" was ", " were ")):
        return True
    return bool(_CAUSE_REMOVED.search(before) or (_CAUSED.search(before) and _REMOVED.search(behind)))


# A step of a described test, or what a program's error is for.
_STEP = re.compile(
    r"\W{0,6}(?:(?:then|and) the (?:response|answer|api|status|result|body)|(?:raised|thrown|returned) (?:when|if))\b"
)
_TO_THE_WORDS = (
    r"(?: (?:an?|the|any|every|this|that|those|another|your))?(?: (?:error|message|code|text|fault))?"
    r"[ \"'\u201c\u00ab(:]{0,6}\Z"
)
# `On ..: skip`, `Action on "..": overwrite`: an option and its value.
_LABEL = re.compile(
    r"(?:^|\n)\W{0,6}(?:action |behaviou?r |response )?(?:on|upon|in case of) (?:an? |the )?(?:errors? |fault "
    r"|message )?[\"'\u201c]{0,2}\Z"
)
# What a line begins with that teaches, plans, lists or offers.
_ANNOUNCED = re.compile(
    r"\W{0,8}(?:"
    r"(?:see also|related(?: (?:articles?|topics?|posts?|questions?|pages?|links?)|(?=:))|read more|learn more"
    r"|more (?:on|about)|further reading|glossary|faq"
    r"|frequently asked|chapter \w{1,4}|lesson \w{1,4}|appendix \w{1,4}|video|webinar|podcast|episode \w{1,4}|quiz"
    r"|blog|tutorial|guide|tip|hint(?=:| under| below| text)|help text|tooltip|placeholder|feature request|idea"
    r"|acceptance criteri(?:a|on)"
    r"|user story|release notes?|novit.|neuheit|nouveaut.s?|novedad(?:es)?|novidades?|changelog|what.s new|roadmap"
    r"|merge (?:branch|pull request)|filter"
    r"|notify me|alert me|cheat ?sheet|runbook|deprecated|course|unit \w{1,3}|module \w{1,3}|session \w{1,3}"
    r"|playbook|how.?to|myth|fact|poll|survey|course outline|syllabus"
    r"|tags|keywords|rule(?= ?:)|search results|exercise \w{1,3}|assignment|homework|workshop|nit(?:pick)?"
    r"|people also ask|subject line ideas|\d{1,5} (?:articles?|results?|posts?|topics|threads"
    r"|questions))\b(?=[^\n]{0,40}[:.|-]|[ ](?:an?|the|on|when|about|branch|under|for|found)\b)"
    r"|given an? (?:invoice|bill|document|user|customer|company|number)\b|(?:scenario|todo|fixme|retry on"
    r"|ignore)[ ]?[:=]|todo "
    r"|(?:[0-9a-f]{7,40} )?(?:chore|feat|fix|refactor|perf|style|build|docs?|tests?"
    r"|revert)(?:\([\w/ .-]{1,30}\))?!?:[ ](?!\d)"
    r"|(?:add|show|display) (?:an? |the )?(?:warning|error|message|notice|alert|check|validation)s?[ ]?:"
    r"|(?:[a-z]{2,8}-\d{1,6}:? )?(?:add|support|treat|return|improve|rename|refactor|suggest|describe|map"
    r"|translate|reword|rewrite|implement"
    r"|introduce|locali[sz]e|clarify|mention|catch|handle) (?:(?! - )[^\n:|>]){0,80}\Z"
    r"|(?:\d{1,2}|three|five|seven|ten|top) (?:\w{1,10} ){0,2}(?:ways|tips|reasons|steps|causes|fixes)\b"
    r"|(?:the |our )?(?:top|(?:most )?(?:common|frequent|typical)) (?:[\w-]{1,12} ){0,3}(?:errors|messages|codes"
    r"|problems)\b"
    r"|(?:verify|assert) that\b"
    r"|to (?:clear|fix|resolve|solve|skip|remove|avoid|filter|handle|reproduce|trigger|provoke)\b"
    r"|expect (?:to see )?(?:an?|the)\b|(?:the )?differences? between\b|have you ever\b"
    r")"
)
# What stands before the words where a rule is told, or a wish.
_RULE = guarded(
    "can |could |may |might |would |will |should |yields|returns|gives|gets|throws|raises|produces|triggers"
    "|causes|fails with|ends in|results in|leads to|brings|around|off|disable|silence|bypass|rid of|goodbye to"
    "|farewell to|end to|clear of|cure for|protect|remed|guard against|worry about|catches|spots|detects|absorbs"
    "|swallows|suppresses|recogni|translates|recovers from|ignores|retries|watches for|looks for|listens for"
    "|reacts to|copes with|used to |nobody|no one|hasn|haven|has not|have not|didn|away with| ago|in the old days"
    "|once upon|formerly|in those days|common|frequent|typical|popular|provoke|simulate|mock|fake|force|call"
    "|known as|you|this |most |many |few |often|sometimes|usually|regularly|occasionally|or else|otherwise"
    "|, or |errors |messages |codes |faults |problems |issues |expected|desired|by law|in theory|liable for"
    "|by design|as a rule|generally|according to|wird |wenn |falls|sobald|was |wie |si |quand |lorsqu|que "
    "|comment |cuando |qu|como |c\u00f3mo |se |cosa |come |als |wanneer|wat |hoe ",
    # What can happen.
    r"\b(?:can|could|may|might|would|will|should) (?:(?:also|then|still|sometimes|easily|often|even) )?"
    r"(?:lead to|result in|cause|return|answer(?: with)?|respond(?: with)?|give(?: you)?|trigger|produce|raise"
    r"|throw|show"
    r"|fail with|end (?:in|with|up in|up with)|hit|run into|bring(?: up)?|encounter|receive|report|stop with"
    rf"|come back with){_TO_THE_WORDS}"
    # What comes of any such thing.
    r"|\ban? (?:[\w-]{1,14} ){1,7}(?:yields|returns|gives|gets|throws|raises|produces|triggers|causes|fails with"
    r"|ends in"
    rf"|results in|leads to|brings)(?: \d{{4}})?{_TO_THE_WORDS}"
    # What somebody wants to be rid of.
    r"|\b(?:get around|switch off|turn off|disable|silence|bypass|rid of|goodbye to|farewell to|end to"
    r"|stay clear of|steer clear of|cure for"
    r"|protects? (?:\w{1,10} )?"
    rf"(?:from|against)|remed(?:y|ies) (?:for|against)|work ?around for|guard against|worry about){_TO_THE_WORDS}"
    # What a program does with it, as a rule.
    r"|\b(?:catches|spots|detects|absorbs|swallows|suppresses|recogni[sz]es|translates|recovers from|ignores"
    rf"|retries (?:\w{{1,15}} ){{0,2}}(?:after|on)|watches for|looks for|listens for|reacts to"
    rf"|copes with){_TO_THE_WORDS}"
    # What was, and is no more.
    r"|\bused to (?:fail|get|give|return|throw|show|say|cause|answer|stop|see|end|come|raise|bring|hit|report)"
    r"(?: (?:in|with|up|back|an?|the|you)){0,3} [\"'\u201c]?\Z"
    r"|\b(?:nobody(?: has)?|no one(?: has)?|hasn.t|haven.t|has not|have not|didn.t) (?:\w{1,10} )?"
    r"(?:met|meet|seen?|thrown?|had|have|got(?:ten)?|get|shown?|given?|give|raised?|returned?|received?|hit"
    r"|encountered)"
    r" (?:an?|the|any|one|another|a single) [\"'\u201c]?\Z"
    r"|\b(?:did|done|do|does|doing) away with(?: an?| the)? \W?\Z"
    r"|^\W{0,6}(?:long ago|years ago|in the old days|once upon a time|formerly|in those days)\b"
    r"|\b(?:common|frequent|typical|popular) (?:topics|questions|problems|issues|causes)\b"
    # What is only tried, named or supposed.
    rf"|\b(?:provoke|simulate|mock|fake|force){_TO_THE_WORDS}|\b(?:calls? (?:it|this|that)|called|known as) \W?\Z"
    r"|\byou.d (?:see|get|meet|have|hit)\b"
    r"|\bthis (?:chapter|article|video|guide|lesson|tutorial) (?:\w{1,8} )?[a-z]{3,12}s\b"
    # What befalls others, or befalls whoever does not heed.
    r"|\b(?:most|many|few) (?:users|people|firms|customers|clients|companies|bookkeepers|accountants|shops|teams)"
    r" (?:see|report|meet|run into|face|hit|ask|complain|wonder|come across|struggle)\b"
    r"|\b(?:users|people|firms|customers|clients|companies|bookkeepers|accountants|shops|teams) (?:often|sometimes"
    r"|usually"
    r"|frequently|regularly|commonly|occasionally)\b"
    r"|\b(?:otherwise|or else) (?:you|quickbooks|qbo|it|there|the \w{1,12})\b|, or (?:quickbooks|qbo|it|you"
    r"|the \w{1,12}) [a-z]"
    # What stands in a list of such things.
    r"|\b(?:errors|messages|codes|faults|problems|issues) (?:include|like|range from)\b"
    r"|\b(?:expected|desired)(?: result| output| error| behaviou?r| message)?[:=]?[ \"']{0,3}\Z"
    r"|\b(?:by law|in theory|liable for|by design|as a rule|generally|according to the (?:docs|documentation"
    r"|manual))\b"
    # The same in other languages.
    r"|^\W{0,6}(?:wird (?:eine?|die|der|zweimal)|wenn (?:eine?|die|sie|zwei)|falls|sobald|was tun|was bedeutet"
    r"|wie (?:man|sie|behebe)|si (?:un|une|le|la|el|vous|deux|dos)|quand (?:un|deux|vous)|lorsqu|que faire"
    r"|comment (?:faire|r.soudre|corriger|.viter|changer)|cuando (?:un|dos|el)|qu. (?:hacer|significa)"
    r"|c[o\u00f3]mo (?:corregir|resolver|evitar|solucionar|corrigir)|se (?:un|il|o|a)|quando (?:un|due|dois)"
    r"|cosa fare|cosa significa|o que significa|que signifie|wat betekent"
    r"|come (?:risolvere|evitare)|o que fazer|als (?:een|de|u|je)|wanneer|wat te doen|hoe (?:los|u|je))\b",
)
# What is said of an error as such.
_JUDGED = re.compile(
    r"(?: errors?)?(?: ?\(?#?\d{4}\)?)?[\"'\u201d\u00bb]?(?:"
    r" ?[\"'\u201d\u00bb]? ?\? (?:weil|parce qu|porque|omdat|perch)| is (?:how|why|where)\b| (?:tells|warns"
    r"|informs|reminds) (?:you|users|people)\b"
    r"|,? (?:please )?(?:(?:see|click|read) (?:here|our|this article|\S{2,40}\.(?:md|rst|html)\b)|refer to|visit)\b"
    r"| (?:says|shows|signals|indicates|means|implies) that\b"
    r"| (?:is|are) (?:(?:an?|the|one of the|among the|by far the) )?(?:harmless|common|most|frequent|rare|normal"
    r"|classic"
    r"|typical|thing of the past|easy|sign|well.known|documented|history)\b"
    r"| and (?:picks|retries|renames|chooses|suggests|hands|proposes)\b"
    r"| and (?:may|must|can) (?:hold|contain|have|only|be)\b"
    r"| ?: (?:(?:l.)?erreur (?:renvoy|affich|retourn|lev)|zwei |deux |dos |due |twee |dois |two )"
    r"| ?[\"'\u201d\u00bb]? ?(?:bedeutet|hei.t|erscheint|signifie|veut dire|appara.t|significa|aparece|indica|betekent"
    r"|verschijnt|compare|appare)\b"
    r"|,? (?:in practice|by far|as (?:the|tax|a rule))\b"
    r"| ?(?:[:|\u2013\u2014]| -) (?:an? |the |our )?(?:\w{1,10} )?(?:guide|definition|explained|overview|tutorial"
    r"|checklist"
    r"|cheat ?sheet|causes and|meaning and|returned (?:by|when|if)|raised (?:by|when|if)|thrown (?:by|when|if)"
    r"|sent when"
    r"|shown (?:when|if)|given when)\b"
    r"|,? (?:explained|demystified|debunked|at a glance|in a nutshell)\b| can be (?:(?:switched|turned) off"
    r"|disabled|muted)\b"
    r"| ?(?:[|\u2013\u2014]| -) (?!see|read|open|view)(?:\w{1,16} ){0,3}(?:help (?:cent(?:er|re)|desk)|docs"
    r"|documentation"
    r"|knowledge base|blog|wiki|community)\W{0,3}\Z"
    r"| (?:now and then|from time to time|every so often|once in a while)\b"
    r"| (?:case|branch|scenario|path|handler|handling|class|constant|template|workflow|macro|checklist|detection"
    r"|wording)s?\b"
    r"| ?(?:->|=>|\u2192) (?:ask|bump|append|pick|suggest|raise)\b"
    r"| (?:here|there),? so\b"
    r"| (?:s.affiche|appara.t|se produit) (?:quand|lorsqu|si)\b"
    r"|, (?:meldet|zeigt|gibt|antwortet|affiche|renvoie|muestra|devuelve|mostra|toont|geeft) quickbooks\b"
    r")"
)
# What is done to a program's dialog.
_CHANGED = guarded(
    "old|re|moved|new|nice|better|friendl",
    r"\b(?:old|renamed|reworded|redesigned|restyled|replaced|moved|new|nicer|better|friendlier)\b",
)
_PART = re.compile(r"[\"'\u201d]? (?:dialog(?:ue)?|banner|toast|pop-?up|screen|page|message|text|notice|label|icon)\b")
_AT_ALL_TIMES = re.compile(
    r"(?: errors?)?[\"'\u201d\u00bb]? (?:once|as soon as|each time|every time|whenever|if|when) "
    r"(?:an?|the same|two|another|someone|users?)\b"
)
_CAUSES = r"(?:caused|led to|resulted in|triggered|produced|provoked|raised|gave us)"
_CAUSED = guarded(
    "caused|led to|resulted in|triggered|produced|provoked|raised|gave us", rf"\b{_CAUSES}{_TO_THE_WORDS}"
)
_CULPRIT = guarded("culprit|reason|cause", rf"\b(?:culprit|reason|cause)s? (?:behind|for|of){_TO_THE_WORDS}")
_TAKEN_AWAY = (
    r"(?:removed|took (?:away|out)|taken (?:away|out)|dropped|corrected|rolled back|reverted|patched|repaired|mended"
    r"|eliminated|got rid of|rewrote|rewritten|cleaned up)"
)
_CAUSE_REMOVED = guarded(
    "remov|took |taken |dropped|corrected|rolled back|reverted|patched|repaired|mended|eliminated|got rid of|rewr"
    "|cleaned up",
    rf"\b{_TAKEN_AWAY} [^,;:]{{1,60}}\b(?:that|which|what) {_CAUSES}{_TO_THE_WORDS}"
    rf"|\b{_TAKEN_AWAY} what {_CAUSES}{_TO_THE_WORDS}",
)
_REMOVED = re.compile(rf"\b(?:was|were|is|has been|have been|got) (?:\w{{1,8}} )?{_TAKEN_AWAY}\b")
# Turns the story back to what happens now.
_YET = guarded(
    "but|yet|still|again|actual|got|sa|ga|gives|show|returned|came back|come|now |fortunate|however|please|ended",
    r"\b(?:but|yet|still|again|actual(?:ly)?|says|said|gave|gives|got|shows|showed|returned|came back|comes"
    r"|come(?! risolvere| evitare| si | fare)"
    r"|now (?:it|we|the|says|shows|fails|gives|another)|unfortunately|however|please|ended)\b",
)
# The writer guesses what the reader has.
_HAVING = re.compile(
    r"\W{0,6}(?:getting|seeing|facing|hitting|stuck (?:on|with|at)|tired of|struggling with|plagued by|confused by"
    r"|fed up"
    r" with|meeting|running into|worried about|having)\b"
)
_ASKED = re.compile(
    r"(?: errors?)?[\"'\u201d\u00bb]{0,2}[ ]?\?(?![?!])[\"'\u201d\u00bb]?(?=\s|\Z)"
    r"(?!\s{0,3}(?:no(?! wor| prob| need| panic)|nope|not|never|really|checked|but|impossible|wrong|strange|yes)\b)"
)
_OF_ONESELF = re.compile(
    r"\b(?:i|we|my|me|(?<!let )(?<!call )(?<!ask )us|mine|help|please|pls|ich|wir|nous|yo|ik|wij|io|noi|eu)\b(?!\.e)"
)
_SOME = re.compile(r"(?:\A|[.:*] ?)\W{0,6}an? \Z")
_IS_DONE = re.compile(
    r" (?:is|are|gets|will be|must be|can be) (?:rejected|refused|detected|flagged|blocked|skipped|logged|raised|thrown"
    r"|returned|caught|ignored|shown|found)\b(?! by accident)"
)
