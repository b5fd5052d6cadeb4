"""The turns by which products say in their own words that a document's number is used already, or is too long.

Written for one sentence in small letters that is known to report a failure.
"""

# What a number is called; `no` only where a number or what is wrong with it stands behind it.
NUMBER = (
    r"(?:\b(?:number(?! of\b(?! (?:the|this|your|its) (?:\w{1,10} )?(?:invoice|bill|document|receipt|memo"
    r"|entry)))|num|nr|nummer|numero|no\.|no (?=\S{0,20}\d)"
    r"|no(?=$|[.)]|,| (?:is |was |has )?(?:already|in use|taken|dup|exists|not |in q))"
    r"|ref(?:erence)?(?=[ :#])|(?<=duplicate )(?:invoice|bill|doc|document) (?:no|id)\b)(?!\w)"
    r"|#|(?:doc|document|invoice|bill|inv|txn)_?num(?:ber)?\b"
    r"|\b(?:invoice|document|bill|doc|inv) (?:id|ref)\b|_number\b)"
)
_NUMBERS = rf"(?:{NUMBER}|\bnumbers\b)"
# A number itself.
_ITSELF = r"(?=[\w/-]{0,20}\d)[\w/-]{2,22}"
PAPER = (
    r"(?:invoice|bill|document|doc|receipt|memo|transaction|txn|note|record|entry|sale|estimate|refund|form|payment"
    r"|object|one|item|deposit|check|order)s?"
)
OTHER = (
    r"(?:an ?other|a different|an existing|existing|some other|another|a second|an older|an earlier|a previous"
    r"|something|someone)"
)
_WORDS = r"(?:[\w'-]{1,14} )"
_HELD = (
    r"(?:used|booked|assigned|created|entered|present|there|claimed|registered|reserved|occupied|issued|allocated"
    r"|attached|tied|linked|found|posted|known|held|spoken|exists?|given|carried|employed|consumed|recorded|filed"
    r"|logged|part|belongs|appears|appeared|associated|stored|saved|listed|seen|available|in q\w{1,9}|in there"
    r"|in your books|in the books|on file|out there|an? \w{1,12} number|sitting|somebody|someone|another)"
)
# What a number is used by or for, if it is a document's; else it may have been used as an example, or by a person.
_A_DOCUMENT = (
    r"(?:an? |another |an existing |a different |the |some |one |your |this )?"
    r"(?:other |older |earlier |previous |existing )?(?:\w{1,10} )?"
    r"(?:invoice|document|transaction|bill|credit|sales|receipt|txn|other|journal|memo|record|entry|estimate"
    r"|payment|one|else|refund|customer|vendor|company|client)"
)
_BY_ANOTHER = rf"(?! (?:up|as|of)\b| (?:by|for|to|at) (?!{_A_DOCUMENT}))"
USED = (
    r"(?:(?:\b(?:not|non-?|must be|to be|never|has to be|be) ?|n't )unique|(?:\bnot |n't "
    r"|\bno longer )(?:available|free)"
    r"|\b(?:in use|taken|used (?:already|before|earlier|previously|once|elsewhere|by|on|for|in|with|twice)|used$"
    rf"|(?:already|been) (?:(?:been|being|also|previously|once|currently|marked|set|in|by) ){{0,2}}?{_HELD}"
    r"|(?:already )?exists?(?: already)?|unavailable|on file|on record|spoken for|occupied|re-?used|claimed"
    r"|a repeat(?: of)?"
    rf"|(?:belongs? to|assigned to|(?:match|equal|repeat)(?:es|s)) {OTHER}|(?:same|identical) (?:as|to)"
    r"|clash(?:es|ed)?|collid(?:es|ed)|conflict(?:s|ed)?|collision|twice|must differ|different from"
    r"|(?:is|was|an?|as|are|been|already|possible|flagged) (?:an? )?(?:duplicat(?:e|ed|ion)|dup(?:e"
    r"|licated)?)(?: of(?! (?:record|row|ticket|issue|customer|contact)))?)\b)" + _BY_ANOTHER
)
# Says so only where nothing stands between.
_RIGHT_THERE = (
    r"(?:is |was |has been )?(?:already$|used|in use|assigned|allocated|registered|issued|reserved|present|known|seen"
    r"|sitting|shared|repeated|appears|lives|belongs|dupe?)(?!\w)"
)
_HOLDS = (
    r"(?:uses?|used|using|has|have|had|having|carr(?:y|ies|ied|ying)|holds?|held|holding|owns?|owned|bears?|bearing"
    r"|with|under|took|takes|claims?|claimed|contains?|lists?|shows?|got|shares?|sharing|keeps?|found|finds?|sees"
    r"|knows|wears?|wearing)"
)
_SAME = (
    r"(?:that|this|the|the same|the very same|an? identical|an? matching|the exact|your|its|same|identical"
    r"|such an?|invoice|document)"
)

TOO_LONG = (
    (
        rf"{_NUMBERS}.{{0,70}}\b(?:too long|too many (?:char|digit)|longer than|(?:more|greater) than \d{{1,3}}"
        rf"|exceed"
        r"|over \d{1,3}|over the (?:limit|max)|beyond \d{1,3}|above \d{1,3}|no (?:longer|more) than|(?:at most"
        r"|maximum"
        r"|max\.?|up to|limit|only)(?: \w{1,8}){0,3} \d{1,3}(?![\d-])|limited to|length|(?:has|have"
        r"|is) \d{1,3} (?:char|digit"
        r"|letter|long)|shorter|trunc)"
    ),
    rf"\b(?:too long|too many characters|longer|shorten|shorter|exceeds?|truncate)\b.{{0,50}}{_NUMBERS}",
    rf"{_NUMBERS}.{{0,80}}\b\d{{1,3}}[ -](?:char(?:acter)?s?|digits?|letters?)\b",
    rf"\b\d{{1,3}}[ -](?:char(?:acter)?s?|digits?|letters?)\b.{{0,60}}{_NUMBERS}",
)
NUMBER_IN_USE = (
    # What programs call it.
    (
        r"(?<![a-z])dup(?:licate)?_?(?:doc|document|invoice|inv|bill|txn|ref|transaction)?_?(?:num|number|no"
        r"|id)(?![a-z])"
    ),
    (
        r"\b(?:doc|invoice|inv|bill|document)_?(?:num(?:ber)?|no)_?(?:already_?)?"
        r"(?:exists|taken|in_?use|dup\w{0,9}|not_unique|conflict|used)"
    ),
    rf"{NUMBER}.{{0,60}}?{USED}",
    rf"{NUMBER}(?: ?[:\"'(]{{0,2}}{_ITSELF}[)\"']{{0,2}})?(?: \w{{1,12}}){{0,2}}? {_RIGHT_THERE}{_BY_ANOTHER}",
    (
        rf"\b(?:dup|dupe|dupl\.?|duplicated?|reused|re-used|repeated|non-?unique|clashing|colliding|conflicting) "
        rf"{_WORDS}{{0,3}}?{NUMBER}"
    ),
    (
        rf"\b(?:same|that|this|identical) {_WORDS}?number\b.{{0,30}}\b(?:found|used|exists?|as an|as the|in q"
        r"|already (?:exists|used|in|taken|there|been))"
    ),
    rf"\b(?:same|identical|matching|one) {_WORDS}?(?:number|no\.|#)(?! of)",
    (
        rf"\b(?:with|under) (?:this|that|the same|the very same|an identical|a matching|the exact"
        rf"|such an?) {_WORDS}{{0,2}}?"
        r"number.{0,30}?(?:already|exists|in q|found|there)"
    ),
    (
        rf"\b(?:already|before|previously|earlier|entered|exists|found) .{{0,30}}?\b(?:under|by|with) (?:this|that) "
        rf"{_WORDS}?number"
    ),
    rf"\b(?!with|under){_HOLDS} {_SAME} {_WORDS}{{0,2}}?number",
    (
        rf"\b(?:{OTHER}|existing|there.?s (?:already )?an?|there is (?:already )?an?) {_WORDS}{{0,3}}?{PAPER} "
        rf"{_WORDS}{{0,3}}?{_HOLDS} .{{0,12}}?{NUMBER}"
    ),
    rf"\balready {_WORDS}{{0,4}}?{_HOLDS} {_WORDS}{{0,4}}?(?:numbered|{NUMBER})",
    rf"\b{_HOLDS} {_WORDS}{{0,4}}?{NUMBER}.{{0,25}} already\b",
    (
        r"\bnumber(?:ing)? (?:conflict|clash|collision)|\bshares? (?:the|a|one|the same) number\b"
        rf"|\b(?:clash|collision|conflict) (?:of|with|on|in) {_WORDS}{{0,3}}?{NUMBER}"
    ),
    rf"\b{PAPER} (?:numbered|with (?:the |this |that )?(?:same )?number) .{{0,40}}\b(?:exists|already|there)\b",
    r"\b(?:already|there.s|there is) .{0,30}\b(?:numbered|with (?:this|that|the same) (?:\w{1,10} )?number)\b",
    rf"\b{PAPER} by (?:the|that|this) number\b",
    (
        r"\b(?:invoice|inv|bill|doc|document|credit memo|credit note|receipt|journal entry|transaction|estimate) "
        rf"[\"'(#]{{0,2}}{_ITSELF}[\"')]{{0,2}} (?:has |is |was )?(?:already )?(?:been )?(?:exists?|claimed|taken"
        r"|in use"
        rf"|used|(?<=is )(?:an? )?duplicated?|(?<=already )duplicated)\b{_BY_ANOTHER}"
    ),
    # The number itself, and what it is already.
    rf"(?<![\w/-]){_ITSELF}[\"')]? (?:is|was|has been) (?:already )?(?:taken|in use|used|duplicated?)\b{_BY_ANOTHER}",
    rf"(?<![\w/-]){_ITSELF}[\"')]? already (?:belongs to|exists|used by) (?:{OTHER}|an? \w)",
    rf"(?<![\w/-]){_ITSELF}[\"')]? (?:is|was) (?:already )?(?:an?|the) {_WORDS}{{0,2}}number\b",
    (
        rf"\b(?:shows?|has|lists?|contains?|holds?|found|sees) an? {_WORDS}?{PAPER} (?:with|by|under) "
        rf"(?:that|this|the same) {_WORDS}?number"
    ),
    r"\b(?:another|existing|different) [\w ]{0,20}\b(?:goes by|answers to) (?:this|that|the same) number",
    (
        r"\bduplicate (?:invoice|bill|document|doc|transaction|txn|credit memo|credit note|sales receipt|journal)s? "
        r"(?:found|detected|exists|in q|error)"
    ),
)

# Words that say of a number, where nothing else tells what is wrong, that another has it.
_AGAIN = (
    r"(?<![\w/-])(?:already(?! (?:paid|approved|sent|printed|mailed|e-?mailed|voided))|an ?other|existing|same"
    r"|twice|duplicat\w{0,4}|dup|taken|used|in use|exists?|before|repeat\w{0,3}|overlap\w{0,5}"
    r"|belongs|allocated|assigned|reserved|elsewhere|two|differ|different|matches|else)(?![\w/-])"
)
NUMBER_AGAIN = (
    rf"{NUMBER}(?!.{{0,60}}\b(?:invalid|missing|required|blank|empty|char)).{{0,60}}?{_AGAIN}{_BY_ANOTHER}",
    rf"{_AGAIN}.{{0,40}}?{NUMBER}(?!.{{0,40}}\b(?:invalid|missing|required|blank|empty|char))",
)
