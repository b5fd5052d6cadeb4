"""Signs that a line begins like one that teaches, plans, lists or offers."""

from untwin.intake.judging.sign import Sign, Signs, Where

_START = r"\W{0,8}"
ANNOUNCED = Signs(
    "Does the line begin like one that teaches, plans, lists or offers?",
    (
        Sign(
            "names its sort",
            "Begins with what sort of text it is: an article, a lesson, a hint, a poll.",
            rf"{_START}(?:see also|related(?: (?:articles?|topics?|posts?|questions?|pages?|links?)|(?=:))|read more"
            r"|learn more|more (?:on|about)|further reading|glossary|faq"
            r"|frequently asked|chapter \w{1,4}|lesson \w{1,4}|appendix \w{1,4}|video|webinar|podcast|episode \w{1,4}"
            r"|quiz|blog|tutorial|guide|tip|hint(?=:| under| below| text)|help text|tooltip|placeholder"
            r"|feature request|idea|acceptance criteri(?:a|on)"
            r"|user story|release notes?|novit.|neuheit|nouveaut.s?|novedad(?:es)?|novidades?|changelog|what.s new"
            r"|roadmap|merge (?:branch|pull request)|filter"
            r"|notify me|alert me|cheat ?sheet|runbook|deprecated|course|unit \w{1,3}|module \w{1,3}|session \w{1,3}"
            r"|playbook|how.?to|myth|fact|poll|survey|course outline|syllabus|tags|keywords|rule(?= ?:)|search results"
            r"|exercise(?: \w{1,3})?|slide \w{1,3}|case study|role.?play|discussion|worksheet"
            r"|assignment|homework|workshop|nit(?:pick)?|suggested (?:articles?|answers?|topics?|searches)"
            r"|recommended (?:articles?|reading)|popular (?:articles?|searches|topics)|did you mean"
            r"|people also ask|subject line ideas|\d{1,5} (?:articles?|results?|posts?|topics|threads|questions))"
            r"\b(?=[^\n]{0,40}[:.|-]|[ ](?:an?|the|on|when|about|branch|under|for|found)\b)",
            fits=(
                *(
                    "related articles: ",
                    "more about the ",
                    "chapter 4 - ",
                    "lesson two: ",
                    "appendix b. ",
                    "episode 7: ",
                ),
                *("hint: ", "acceptance criteria: ", "novedades: ", "merge branch fix-", "unit 3: ", "module 4: "),
                *(
                    "session 2: ",
                    "12 results for ",
                    "- see also the ",
                    "cheatsheet: ",
                    "how-to: ",
                    "exercise 4: ",
                    "slide 12 - ",
                    "role-play: ",
                    "suggested articles for numbers: ",
                    "recommended reading: ",
                    "popular searches: ",
                    "did you mean: ",
                    "nit: ",
                    "rule: ",
                ),
            ),
            lets_through=("see bill 77", "related to it", "hinted: ", "more bills: ", "12 bills for "),
            where=Where.FIRST,
        ),
        Sign(
            "begins a scenario",
            "Begins with what is given, or with what is to be done some day.",
            rf"{_START}(?:given an? (?:invoice|bill|document|user|customer|company|number)\b"
            r"|(?:scenario|todo|fixme|retry on|ignore)[ ]?[:=]|todo )",
            fits=("given a bill with ", "retry on: ", "todo show "),
            lets_through=("given two bills ", "ignored: "),
            where=Where.FIRST,
        ),
        Sign(
            "heads a change",
            "Begins like the line that heads a change of a program.",
            rf"{_START}(?:[0-9a-f]{{7,40}} )?(?:chore|feat|fix|refactor|perf|style|build|docs?|tests?"
            r"|revert)(?:\([\w/ .-]{1,30}\))?!?:[ ](?!\d)",
            fits=("fix(sync): ", "4fe21ab feat!: "),
            lets_through=("fixed: ", "test: 6140 "),
            where=Where.FIRST,
        ),
        Sign(
            "asks for a message",
            "Says that a message is to be added or shown.",
            rf"{_START}(?:add|show|display) (?:an? |the )?(?:warning|error|message|notice|alert|check|validation)s?"
            r"[ ]?:",
            fits=("show a warning: ", "add checks: "),
            lets_through=("showed a warning: ", "add the bill: "),
            where=Where.FIRST,
        ),
        Sign(
            "asks for a change",
            "Is a wish for what a program is to do, up to the words.",
            rf"{_START}(?:[a-z]{{2,8}}-\d{{1,6}}:? )?(?:add|support|treat|return|improve|rename|refactor|suggest"
            r"|describe|map|translate|reword|rewrite|implement"
            r"|introduce|locali[sz]e|clarify|mention|catch|handle) (?:(?! - )[^\n:|>]){0,80}\Z",
            fits=("shop-412: treat as success the ", "localise "),
            lets_through=("treated as success the ", "add it: ", "return it - then "),
            where=Where.FIRST,
        ),
        Sign(
            "asks for a change of a part",
            "Names the part of a program and what it is to do with the error, as lists of changes do.",
            r"\W{0,6}[a-z][\w./ -]{1,24}: (?:treat|handle|ignore|map|catch|park|surface|translate|recogni[sz]e"
            r"|(?:don.t|do not|no longer|stop) (?:retry|fail|log|swallow)(?:ing)?) (?:(?! - )[^\n:|>]){0,80}\Z",
            fits=('* quickbooks: treat "', "- sync: don't retry the ", "qbo: recognise the "),
            lets_through=("* quickbooks: treated ", "sync: stop - ", "* invoice 88: number in use. "),
            where=Where.FIRST,
        ),
        Sign(
            "several ways",
            "Counts ways, tips or causes, or lists the commonest errors.",
            rf"{_START}(?:(?:\d{{1,2}}|three|five|seven|ten|top) (?:\w{{1,10}} ){{0,2}}(?:ways|tips|reasons|steps"
            r"|causes|fixes)\b"
            r"|(?:the |our )?(?:top|(?:most )?(?:common|frequent|typical)) (?:[\w-]{1,12} ){0,3}(?:errors|messages"
            r"|codes|problems)\b)",
            fits=("5 good reasons ", "the most common sync errors "),
            lets_through=("5 good bills ", "a common error "),
            where=Where.FIRST,
        ),
        Sign(
            "verifies or clears",
            "Begins with what is to be verified, expected, told apart or got rid of.",
            rf"{_START}(?:(?:verify|assert) that\b"
            r"|to (?:clear|fix|resolve|solve|skip|remove|avoid|filter|handle|reproduce|trigger|provoke)\b"
            r"|expect (?:to see )?(?:an?|the)\b|(?:the )?differences? between\b|have you ever\b)",
            fits=("verify that ", "to avoid ", "expect to see a ", "the difference between ", "have you ever seen "),
            lets_through=("verified that ", "to huber ", "expected a "),
            where=Where.FIRST,
        ),
    ),
)
STEP = Sign(
    "step of a test",
    "Is a step of a described test, or says what a program's error is for.",
    r"\W{0,6}(?:(?:then|and) the (?:response|answer|api|status|result|body)|(?:raised|thrown|returned) (?:when|if))\b",
    fits=("then the answer ", "- thrown if "),
    lets_through=("then the bill ", "it was thrown if "),
    where=Where.FIRST,
)
LABEL = Sign(
    "label of an option",
    "Is the label of what is to be done in that case.",
    r"(?:^|\n)\W{0,6}(?:action |behaviou?r |response )?(?:on|upon|in case of) (?:an? |the )?(?:errors? |fault "
    r"|message )?[\"'\u201c]{0,2}\Z",
    fits=('action on error "', "list:\n- upon a "),
    lets_through=("it stopped on error ", "actions: "),
)
