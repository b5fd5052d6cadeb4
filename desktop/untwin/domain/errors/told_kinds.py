"""The turns by which products say in their own words what went wrong, by kind; the first kind that fits wins.

Written for one sentence in small letters that is known to report a failure.
"""

from collections.abc import Mapping

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_access import ACCESS
from untwin.domain.errors.told_numbers import NUMBER_AGAIN, NUMBER_IN_USE, TOO_LONG, USED

_NOT = r"(?:\bnot|n't|\bnever)"
_TWICE = r"\b(?:duplicated?|dup|dupe) (?:(?!of\b|in\b)[\w'-]{1,14} ){0,2}?"
_SOMEBODY = r"(?:customer|vendor|employee|client|contact|supplier|payee|company|person|member|matter|record|name)"
_LISTED = r"(?:customer|vendor|employee|client|contact|supplier)"
_SAME = r"(?:that|this|the same|an identical|the exact same|that exact|the very same|that very|its)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|q[1-4]|20\d\d|fy ?\d{2,4})"
)
_CLOSED = r"(?:closed|locked|shut|sealed|frozen)"
_BOOKS = r"(?:quickbooks|qbo|qb|intuit)"
_CHANGED = r"(?:changed|edited|updated|modified|touched|altered|revised|saved)"
_SOMEONE = r"(?:someone|somebody|another (?:user|person|session|process|app|tab|employee)|a colleague|a teammate)"
_TROUBLE = r"(?:hiccup|problem|glitch|error|outage|issue|trouble|failure|crash|difficult\w{2,4})s?"

TOLD: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.EXTERNAL_MODIFICATION: (
        r"\b(?:made|modified|changed|edited|altered|modifications|changes) (?:\w{1,10} )?outside (?:of )?hubspot\b",
        r"\bhubspot(?: native)? invoices?\b.{0,60}\b(?:external|outside|another app|other apps|third.part)",
        r"\b(?:external|outside|another app|other apps|third.part)\w{0,4}\b.{0,60}\bhubspot(?: native)? invoices?\b",
    ),
    FaultKind.NUMBER_TOO_LONG: TOO_LONG,
    FaultKind.DUPLICATE_DOC_NUMBER: NUMBER_IN_USE,
    FaultKind.DUPLICATE_NAME: (
        rf"\bnames?\b.{{0,60}}?{USED}",
        rf"{_TWICE}(?:display ?|full )?{_SOMEBODY}s?\b",
        (
            rf"\b{_LISTED} .{{0,50}}?\b(?:already exists|exists already|is a duplicate(?! of)"
            r"|is already (?:in q\w{1,9}|on|there|taken))\b"
        ),
        rf"\b(?:goes|go|going) by {_SAME} name\b",
        rf"\b(?:has|have|had|with|using|uses|shares?|under|bears?) {_SAME} (?:[\w-]{{1,12}} )?name\b",
        r"\b(?:called|named) .{1,60}? (?:already|exists)\b|\bnamesakes?\b",
        r"\bnames? (?:clash|conflict|collision|collides|conflicts|clashes)",
        (
            r"\balready (?:has|have|contains?|knows?|lists?) (?:an? |another )?(?:[\w-]{1,12} ){0,2}?"
            r"(?:called|named|by (?:this|that) name)\b"
        ),
        rf"\balready (?:an? |another )?{_SOMEBODY} (?:called|named|by|with)\b",
        (
            rf"\b(?:knows|has|lists|contains|found|already) (?:an? |another )?{_SOMEBODY} (?:called|named|under"
            rf"|by the name)\b"
        ),
        rf"\balready (?:one |an? \w{{1,12}} )?(?:on|in|among) (?:your|the) {_LISTED}s? list\b",
        r"\bnames? must be unique\b|\bsame (?:display )?name\b",
    ),
    FaultKind.CLOSED_PERIOD: (
        rf"\b(?:books|period|month|year|quarter|ledger|accounts|week|range)\b.{{0,40}}\b{_CLOSED}\b",
        rf"\b{_MONTH}\b.{{0,20}} (?:is|was|has been|are|have been) (?:already |now )?{_CLOSED}\b",
        r"\bclosing[ -]date\b|\bdate is locked\b|\bperiod (?:lock|close)\b",
        r"\bclosed (?:account(?:ing)? |book(?:s|keeping)? |fiscal )?(?:period|books|month|year|quarter)\b",
        r"\block(?:ed|ing)? (?:account(?:ing)? )?(?:period|date|books)\b",
        r"\bclosed (?:the |its |their |your )?(?:books|period|month|year)\b",
    ),
    FaultKind.DEPOSITED: (
        r"\b(?:has|have|was|were|been|is|already) (?:been )?deposited\b",
        r"\b(?:of|in|to|on|into|with) an?(?:other)? (?:existing )?(?:bank )?deposit\b",
        r"\bdeposit(?:ed)? (?:already )?(?:includes|contains|that (?:includes|contains))\b",
    ),
    FaultKind.MISSING_CUSTOMER: (
        (
            r"\b(?:no|without|missing|lacks?|lacking|any|needs|requires|have|has no|needs to have) (?:an? |the )?"
            r"(?:associated |linked |matching |assigned |valid |bill-to |billing |quickbooks |primary |attached )?"
            r"(?:customer|client|contact|buyer|bill-to)\b(?! (?:name|id|number|email|phone|address|type))"
        ),
        (
            r"\b(?:customer|client|contact|bill-to) (?:record |reference |field |name )?(?:(?:is|was|has|been) ){0,2}"
            r"(?:required|missing|not set|not given|blank|empty|unassigned|left blank|left empty"
            r"|not (?:selected|assigned|specified|chosen|linked|provided)"
            r"|(?:must|has to|needs to) be (?:selected|assigned|specified|chosen|linked|provided|set|given))\b"
        ),
        (
            rf"{_NOT} (?:been |yet )?(?:linked|associated|assigned|tied|attached|connected|matched) (?:to|with) "
            r"(?:an?|any) (?:\w{1,10} )?(?:customer|client|contact)\b"
        ),
    ),
    FaultKind.SERVICE_DATE_REQUIRED: (
        r"\bservice date\b.{0,60}\brevenue|\brevenue rec\w{0,10}\b.{0,60}\bservice date",
    ),
    **ACCESS,
    FaultKind.STALE_OBJECT: (
        (
            rf"\b{_CHANGED}\b.{{0,50}}\b(?:since|meanwhile|meantime|at the same time|same moment|by {_SOMEONE}"
            r"|after (?:we|you|it|our|your|the last)|elsewhere|in between|in both|before (?:we|you|your|our))\b"
        ),
        (
            rf"\b{_SOMEONE}(?: else)?\b.{{0,30}}\b(?:{_CHANGED}|editing|changing|updating|working on|saving"
            rf"|working in)\b"
        ),
        r"\bout[ -]of[ -]date\b|\boutdated\b|\bstale\b|\bsync ?tokens?\b|\bno longer current\b|\bsame time as\b",
        r"\b(?:newer|more recent|later|latest|old|older) (?:version|copy)\b|\b(?:is|are) newer\b",
        (
            r"\bversion (?:conflict|mismatch)|\b(?:edit|editing|update|write|save|concurrent\w{0,2}) (?:conflict|edit"
            r"|update)\b"
        ),
    ),
    FaultKind.INVALID_REFERENCE: (
        (
            r"\b(?:invalid|bad|broken|unknown|dangling|unresolved|wrong) (?:\w{1,12} )?ref(?:erence)?s?\b"
            r"(?! (?:number|no\b|to q))"
        ),
        (
            r"\breferences? (?:an?|the|to an?|something|to something) .{0,40}(?:\bnot\b|n't\b|\bno longer|\binvalid"
            r"|\bmissing)"
        ),
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        (
            r"\b(?:been|was|is|were|are|made) (?:deleted|removed|archived|purged|(?:made |set "
            r"|marked )?(?:as )?inactive)\b"
        ),
        r"\bno longer (?:exists?|there|in q\w{2,9}|present|available in q)\b",
        rf"{_NOT} (?:be )?(?:found|find|exist|there|present|locate)(?: .{{0,20}})? (?:in|on|by) (?:your )?{_BOOKS}\b",
        r"\bcan(?:not|.?t) find (?:this|that|the|your) (?:\w{1,12} )?(?:in|on) q\w{2,9}\b|\bnowhere to be found\b",
    ),
    FaultKind.SYSTEM: (
        r"\b(?:temporarily|currently|momentarily|briefly) (?:unavailable|down|offline|unreachable|not available)\b",
        r"\bdown (?:for maintenance|right now|at the moment|today)\b|\bunder maintenance\b|\boutage\b",
        r"\b(?:did|does|was|is|are|were|do)(?: not|n't) (?:answer|respond|reachable|available|reply)\w{0,3}\b",
        r"\binternal (?:server |system )?(?:error|problem|failure)\b|\bserver error\b|\b(?:bad gateway|gateway time)",
        r"\btime(?:d out|[ -]?out)\b|\bunreachable\b|\bservice (?:is )?unavailable\b|\btook too long\b",
        rf"\b(?:technical|server|system|service) {_TROUBLE}\b",
        (
            rf"\b{_BOOKS}(?: online)?(?:.s)?(?: api| servers?| service)?(?: is| are| seems to be| appears to be)?"
            rf" (?:having|experiencing"
            r"|down|offline|unavailable|struggling|not responding|facing|unreachable|busy)\b"
        ),
        rf"\b{_BOOKS}(?: online)? (?:had|has|hit|ran into|suffered) (?:an? )?(?:\w{{1,10}} )?{_TROUBLE}\b",
        rf"\bon (?:the )?{_BOOKS}(?: online)?(?:.s|.)? (?:own )?(?:side|end|part|servers?)\b",
        (
            r"(?:can't|cannot|could not|couldn't|unable to) (?:reach|contact|get through to|get hold of)\b"
            r"|\bto be down\b"
        ),
        rf"\b{_TROUBLE} (?:at|inside|within) {_BOOKS}\b",
    ),
}

# What somebody is advised to do tells the kind where nothing else does.
ADVISED: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.AUTH: (
        r"\bre-?(?:connect|authori[sz]e|authenticate|link)\b",
        r"\b(?:sign|log) (?:back )?in(?:to)?(?: \w{1,10}){0,3} again\b|\b(?:sign|log) back in",
        r"\bconnect (?:it|quickbooks|them|your \w{1,12}|the \w{1,12}) (?:\w{1,12} )?again\b",
    ),
    FaultKind.MISSING_CUSTOMER: (
        (
            r"\b(?<!not )(?<!n't )(?<!to )(?:choose|select|assign|add|pick|link|attach|specify|set"
            r"|give it) (?:it to )?(?:an?|the) (?:\w{1,12} )?"
            r"(?:customer|client)\b(?! (?:name|id|number|email|type))"
        ),
    ),
    FaultKind.STALE_OBJECT: (r"\b(?:refresh|reload) (?:the (?:page|record|invoice)|it|and try)",),
}

# What single words come to where nothing else tells.
HINTED: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.DUPLICATE_DOC_NUMBER: NUMBER_AGAIN,
    FaultKind.DUPLICATE_NAME: (
        r"\b(?:display )?names?\b.{0,60}?\b(?:already|taken|differ|matches|same|unique|in use|another|exists)\b",
        r"\b(?:another|same|existing|matching|identical) (?:[\w-]{1,12} )?name\b",
    ),
}
