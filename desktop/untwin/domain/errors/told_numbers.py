"""The turns by which products say in their own words that a document's number is used already, or is too long.

Written for `plain` text of one sentence that is known to report a failure.
"""

# What a number is called; `no` only where a number or what is wrong with it stands behind it.
NUMBER = (
    r"(?:\b(?:number|num|nr|nummer|numero|no\.|no (?=\S{0,20}\d)|no(?=$|[.)]|,| (?:is |was |has )?(?:already"
    r"|in use|taken|dup|exists"
    r"|not |in q))|ref(?:erence)?(?=[ :#])|(?<=duplicate )(?:invoice|bill|doc|document) (?:no|id)\b)(?!\w)"
    r"|#|(?:doc|document|invoice|bill|inv|txn)_?num(?:ber)?\b|\b(?:invoice|document|bill|doc|inv) (?:id|ref)\b"
    r"|_number\b)"
)
PAPER = (
    r"(?:invoice|bill|document|doc|receipt|memo|transaction|txn|note|record|entry|sale|estimate|refund|form|payment"
    r"|object|one|item|deposit|check|order)s?"
)
OTHER = r"(?:an ?other|a different|an existing|existing|some other|another|a second|an older|an earlier|a previous)"
_AGO = r"(?:already|before|earlier|previously|once|elsewhere|by|on|for|in|with|twice)"
_HELD = (
    r"(?:used|booked|assigned|created|entered|present|there|claimed|registered|reserved|occupied|issued|allocated"
    r"|attached|tied|linked|found|posted|known|held|spoken|exists?|given|carried|employed|consumed|recorded|filed"
    r"|logged"
    r"|part|belongs|appears|appeared|associated|stored|saved|listed|seen|available|in q\w{1,9}|in there"
    r"|in your books|in the books|on file)"
)
# What a number is used by or for, if it is a document's; else it may have been used as an example, or by a person.
_A_DOCUMENT = (
    r"(?:an? |another |an existing |a different |the |some |one |your |this )?(?:other |older |earlier |previous "
    r"|existing )?"
    r"(?:\w{1,10} )?(?:invoice|document|transaction|bill|credit|sales|receipt|txn|other|journal|memo|record|entry"
    r"|estimate"
    r"|payment|one|else|refund|customer|vendor|company|client)"
)
_BY_ANOTHER = rf"(?! (?:up|as|of)\b| (?:by|for|to|at) (?!{_A_DOCUMENT}))"
USED = (
    r"\b(?:in use|taken|(?:already|been) (?:(?:been|being|also|previously|once|currently|marked|set|in"
    r"|by) ){0,2}?" + _HELD + r"|used " + _AGO + r"|used$"
    r"|(?:already )?exists?(?: already)?|(?:not|n.t|non-?|must be|to be|never) ?unique|(?:not|n.t"
    r"|no longer) (?:available|free)"
    r"|unavailable|belongs? to " + OTHER + r"|on file|spoken for|occupied|reused"
    r"|claimed|assigned to " + OTHER + r"|(?:same|identical) (?:as|to)|(?:match|equal|repeat)(?:es"
    r"|s) " + OTHER + r"|a repeat"
    r"|clash(?:es|ed)?|collid(?:es|ed)|conflict(?:s|ed)?|collision|twice|(?:is|was|an?|as|are|been|already"
    r"|possible|flagged) (?:an? )?(?:duplicat(?:e|ed|ion)|dup(?:e|licated)?))\b" + _BY_ANOTHER
)
_HOLDS = (
    r"(?:uses?|used|using|has|have|had|having|carr(?:y|ies|ied|ying)|holds?|held|holding|owns?|owned|bears?"
    r"|bearing|with|under"
    r"|took|takes|claims?|claimed|contains?|lists?|shows?|got|shares?|sharing|keeps?|found|finds?|sees|knows)"
)
_SAME = (
    r"(?:that|this|the|the same|the very same|an? identical|an? matching|the exact|your|its|same|identical"
    r"|such an?|invoice|document)"
)
_WORDS = r"(?:[\w'-]{1,14} )"

_NUMBERS = rf"(?:{NUMBER}|\bnumbers\b)"
TOO_LONG = (
    (
        rf"{_NUMBERS}.{{0,70}}\b(?:too long|too many (?:char|digit)|longer than|(?:more|greater) than \d{{1,3}}"
        rf"|exceed|over \d{{1,3}}"
        r"|over the (?:limit|max)|beyond \d{1,3}|above \d{1,3}|no (?:longer|more) than|(?:at most|maximum|max\.?"
        r"|up to|limit|only)"
        r"(?: \w{1,8}){0,3} \d{1,3}|limited to|length|(?:has|have|is) \d{1,3} (?:char|digit|letter|long)|shorter|trunc)"
    ),
    rf"\b(?:too long|too many characters|longer|shorten|shorter|exceeds?|truncate)\b.{{0,50}}{_NUMBERS}",
    rf"{_NUMBERS}.{{0,80}}\b\d{{1,3}}[ -](?:char|digit|letter)",
    rf"\b\d{{1,3}}[ -](?:char|digit|letter)\w{{0,9}} .{{0,60}}{_NUMBERS}",
)
NUMBER_IN_USE = (
    rf"{NUMBER}.{{0,60}}?{USED}",
    (
        rf"\b(?:dup|dupe|dupl\.?|duplicated?|reused|re-used|repeated|non-?unique|clashing|colliding"
        rf"|conflicting) {_WORDS}{{0,3}}?{NUMBER}"
    ),
    rf"\b(?:same|that|this|identical) {_WORDS}?number\b.{{0,30}}\b(?:found|used|exists?|already|as an|as the|in q)",
    (
        rf"\b(?:with|under) (?:this|that|the same|the very same|an identical|a matching|the exact|same|identical"
        rf"|such an?) {_WORDS}{{0,2}}?number"
        r".{0,30}?(?:already|exists|in q|found|there)"
    ),
    rf"\b(?!with|under){_HOLDS} {_SAME} {_WORDS}{{0,2}}?number",
    (
        rf"\b(?:{OTHER}|existing|there.?s (?:already )?an?|there is (?:already )?an?) {_WORDS}{{0,3}}?{PAPER}"
        rf" {_WORDS}{{0,3}}?"
        rf"{_HOLDS} .{{0,12}}?{NUMBER}"
    ),
    rf"\balready {_WORDS}{{0,4}}?{_HOLDS} {_WORDS}{{0,4}}?(?:numbered|{NUMBER})",
    rf"\b{_HOLDS} {_WORDS}{{0,4}}?{NUMBER}.{{0,25}} already\b",
    (
        rf"\bnumber(?:ing)? (?:conflict|clash|collision)|\bshare the (?:same )?number\b|\b(?:clash|collision"
        rf"|conflict) (?:of|with|on|in)"
        rf" {_WORDS}{{0,3}}?{NUMBER}"
    ),
    rf"\b{PAPER} (?:numbered|with (?:the |this |that )?(?:same )?number) .{{0,40}}\b(?:exists|already|there)\b",
    r"\b(?:already|there.s|there is) .{0,30}\b(?:numbered|with (?:this|that|the same) (?:\w{1,10} )?number)\b",
    r"\b(?:invoice|inv|bill|doc|document|credit memo|credit note|receipt|journal entry|transaction|estimate) "
    r"[\"'(#]{0,2}(?=[\w/-]{0,14}\d)[\w/-]{1,21}[\"')]{0,2} (?:has |is |was )?(?:already )?(?:been )?"
    r"(?:exists?|claimed|taken|in use|used|(?<=is )(?:an? )?duplicated?|(?<=already )duplicated)\b" + _BY_ANOTHER,
    r"\b(?:another|existing|different) [\w ]{0,20}\b(?:goes by|answers to) (?:this|that|the same) number",
    (
        r"\bduplicate (?:invoice|bill|document|doc|transaction|txn|credit memo|credit note|sales receipt|journal)s? "
        r"(?:found|detected|exists|in q|error)"
    ),
)
