"""The turns by which products say in their own words what went wrong, by kind; the first kind that fits wins.

Written for `plain` text of one sentence that is known to report a failure.
"""

from collections.abc import Mapping

from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_numbers import NUMBER_IN_USE, TOO_LONG, USED

_TWICE = r"\b(?:duplicated?|dup|dupe) (?:(?!of\b|in\b)[\w'-]{1,14} ){0,2}?"
_SOMEBODY = r"(?:customer|vendor|employee|client|contact|supplier|payee|company|person|member|matter|record|name)"
_KEY = (
    r"\b(?:authori[sz]ation|connection|token|sign-?in|log-?in|credentials?|access|permissions?|consent|session"
    r"|link|oauth"
    r"|grant|tie|integration)\b"
)
_GONE = (
    r"(?:expired|revoked|lost|denied|invalid|no longer valid|not valid|rejected|ended|lapsed|timed out|broken|removed"
    r"|withdrawn|ran out|run out|dropped|cut|went away|disconnected|interrupted|stopped working|invalidated|refused"
    r"|terminated|gone|stale)"
)
_ENDED = (
    r"(?:ended|expired|cancel\w{0,6}|lapsed|inactive|suspended|over|unpaid|past due|overdue|not active"
    r"|isn.t active|paused"
    r"|no longer active|ran out|run out|terminated|deactivated)"
)
_BOOKS = r"(?:quickbooks|qbo|qb|intuit)"
_CHANGED = r"(?:changed|edited|updated|modified|touched|altered|revised|saved)"

TOLD: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.NUMBER_TOO_LONG: TOO_LONG,
    FaultKind.DUPLICATE_DOC_NUMBER: NUMBER_IN_USE,
    FaultKind.DUPLICATE_NAME: (
        rf"\bnames?\b.{{0,60}}?{USED}",
        rf"{_TWICE}(?:display ?|full )?{_SOMEBODY}s?\b",
        (
            rf"\b{_SOMEBODY} .{{0,50}}?\b(?:already exists|exists already|is a duplicate(?! of)"
            rf"|is already (?:in q\w{1, 9}|on|there|taken))\b"
        ),
        (
            r"\b(?:goes|go|going) by (?:that|this|the same) name\b|\b(?:has|have|had|with|using|uses|shares?|under"
            r"|bears?) "
            r"(?:that|this|the same|an identical|the exact same) (?:[\w-]{1,12} )?name\b"
        ),
        r"\b(?:called|named) .{1,60}? (?:already|exists)\b|\bnamesakes?\b|\bnames? (?:clash|conflict|collision)",
        (
            r"\balready (?:has|have|contains?|knows?|lists?) (?:an? |another )?(?:[\w-]{1,12} ){0,2}?"
            r"(?:called|named|by (?:this|that) name)\b"
        ),
        rf"\balready (?:an? |another )?{_SOMEBODY} (?:called|named|by|with)\b",
    ),
    FaultKind.CLOSED_PERIOD: (
        (
            r"\b(?:books|period|month|year|quarter|ledger|accounts|week|range)\b.{0,40}\b(?:closed|locked|shut|sealed"
            r"|frozen)\b"
        ),
        (
            r"\bclos(?:ing[ -]date|ed (?:account(?:ing)? |book(?:s|keeping)? |fiscal )?(?:period|books|month|year"
            r"|quarter))\b"
        ),
        (
            r"\block(?:ed|ing)? (?:account(?:ing)? )?(?:period|date|books)\b|\bperiod (?:lock|close)\b"
            r"|\bdate is locked\b"
        ),
        r"\bclosed (?:the |its |their |your )?(?:books|period|month|year)\b",
    ),
    FaultKind.DEPOSITED: (
        r"\b(?:has|have|was|were|been|is|already) (?:been )?deposited\b",
        r"\b(?:of|in|to|on|into|with) an?(?:other)? (?:existing )?(?:bank )?deposit\b",
        r"\bdeposit(?:ed)? (?:already )?(?:includes|contains|that (?:includes|contains))\b",
    ),
    FaultKind.MISSING_CUSTOMER: (
        (
            r"\b(?:no|without an?|without|missing an?|missing|missing the|lacks an?|lacking an?|any|needs an?"
            r"|requires an?|have an?"
            r"|have a valid) "
            r"(?:associated |linked |matching |assigned |valid |bill-to |billing |quickbooks |primary |attached )?"
            r"(?:customer|client|contact|buyer)\b(?! (?:name|id|number|email|phone|address|type))"
        ),
        (
            r"\b(?:customer|client|contact) (?:record |reference |field |name )?(?:\w{1,3} )?(?:required|missing"
            r"|not set|not given"
            r"|blank|empty|not (?:selected|assigned|specified|chosen|linked|provided)|unassigned|left blank"
            r"|left empty)\b"
        ),
        (
            r"\b(?:not|n.t) (?:been )?(?:linked|associated|assigned|tied|attached|connected|matched) (?:to|with) "
            r"(?:an?|any) (?:\w{1,10} )?(?:customer|client|contact)\b"
        ),
    ),
    FaultKind.SERVICE_DATE_REQUIRED: (
        r"\bservice date\b.{0,60}\brevenue|\brevenue recognition\b.{0,60}\bservice date",
    ),
    FaultKind.SUBSCRIPTION: (
        (
            rf"\b(?:subscription|trial|(?:quickbooks|qbo|company|your|billing|intuit) plan"
            rf"|{_BOOKS}(?: online)? account)\b.{{0,40}}"
            rf"\b{_ENDED}\b"
        ),
        rf"\b{_ENDED} (?:[\w-]{{1,12}} ){{0,3}}?(?:subscription|trial|plan)\b",
        (
            r"\b(?:re-?subscribe|subscribe (?:again|to (?:continue|resume|q))|renew (?:your"
            r"|the) (?:\w{1,12} )?(?:subscription|plan))"
        ),
        r"\b(?:not|no|without an?|isn.t an?) (?:active |valid |current )(?:\w{1,12} )?subscription\b",
    ),
    FaultKind.AUTH: (
        rf"{_KEY}.{{0,40}}\b{_GONE}\b",
        (
            rf"\b(?:lost|expired|invalid|revoked|broken|bad|rejected|missing|no valid|withdrew|removed|revoking"
            rf"|outdated) "
            rf"(?:[\w']{{1,12}} ){{0,4}}?{_KEY}"
        ),
        (
            r"\bdisconnected\b|\b(?:not|no longer|n.t) (?:connected|authori[sz]ed|authenticated|signed in|logged in"
            r"|linked to q)"
        ),
        r"\bunauthori[sz]ed\b|\bauth(?:entication|ori[sz]ation)? (?:error|fail\w{0,4}|problem|required|needed)\b",
        r"\b(?:signed|logged) (?:you |us )?out\b",
    ),
    FaultKind.THROTTLED: (
        (
            r"\b(?:rate|request|api|call|usage|minute|hourly|daily|traffic)s?[ -]?(?:per[ -]\w{3,6} )?(?:limit|quota"
            r"|cap|throttl)"
        ),
        r"\btoo many (?:[\w-]{1,12} ){0,3}?(?:requests|calls|updates|messages|records|syncs|attempts|hits)\b",
        r"\bthrottl(?:ed|es|ing|e)\b",
        r"\b(?:too fast|too quickly|slow(?:ing|ed)? (?:us |it |things )?down|requests? per (?:minute|second|hour))\b",
        (
            rf"\b{_BOOKS}.{{0,20}} (?:limit|quota|cap) (?:was |has been |is |been )?(?:reached|exceeded|hit|used up"
            rf"|exhausted)"
        ),
        (
            r"\b(?:hit|reached|exceeded|over) (?:the |an? |our |your |its )?(?:[\w']{1,14} ){0,2}?(?:request |call "
            r"|api |rate )?"
            r"(?:limit|quota|cap)\b"
        ),
    ),
    FaultKind.STALE_OBJECT: (
        (
            rf"\b{_CHANGED}\b.{{0,50}}\b(?:since|meanwhile|meantime|at the same time|same moment|by some(?:one|body)"
            r"|by an?(?:other)? (?:user|person|colleague|session|app|employee|member)|after (?:we|you|it|our|your"
            r"|the last)|elsewhere|in between|before (?:we|you|your|our))\b"
        ),
        (
            r"\b(?:someone|somebody|another (?:user|person|session|process|app|tab)|a colleague)(?: else)?\b.{0,30}"
            rf"\b(?:{_CHANGED}|editing|changing|updating|working on|saving|working in)\b"
        ),
        (
            r"\bout[ -]of[ -]date\b|\boutdated\b|\bstale\b|\bsync ?tokens?\b|\b(?:newer|more recent|later"
            r"|latest) (?:version|copy)\b"
            r"|\b(?:is|are) newer\b|\bversion (?:conflict|mismatch)|\b(?:edit|editing|update|write|save"
            r"|concurrent\w{0,2}) (?:conflict"
            r"|edit|change|update)\b|\bold(?:er)? (?:version|copy)\b|\bno longer current\b|\bsame time as\b"
        ),
    ),
    FaultKind.INVALID_REFERENCE: (
        (
            r"\b(?:invalid|bad|broken|unknown|dangling|unresolved"
            r"|wrong) (?:\w{1,12} )?ref(?:erence)?s?\b(?! (?:number|no\b|to q))"
        ),
        r"\breferences? (?:an?|the|to an?|something|to something) .{0,40}\b(?:not|n.t|no longer|invalid|missing)\b",
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        (
            r"\b(?:been|was|is|were|are|made) (?:deleted|(?:made |set |marked )?(?:as )?inactive|removed|archived"
            r"|purged)\b"
        ),
        r"\bno longer (?:exists?|there|in q\w{2,9}|present|available in q)\b",
        (
            rf"\b(?:not|n.t) (?:be )?(?:found|find|exist|there|present|locate)(?: .{{0,20}})? (?:in|on"
            rf"|by) (?:your )?{_BOOKS}\b"
        ),
        r"\bcan(?:not|.?t) find (?:this|that|the|your) (?:\w{1,12} )?(?:in|on) q\w{2,9}\b|\bnowhere to be found\b",
    ),
    FaultKind.SYSTEM: (
        r"\b(?:temporarily|currently|momentarily|briefly) (?:unavailable|down|offline|unreachable|not available)\b",
        r"\bdown (?:for maintenance|right now|at the moment|today)\b|\bunder maintenance\b|\boutage\b",
        r"\b(?:did|does|was|is)(?: not|n.t) (?:answer|respond|respon\w{3,6}|reachable|available|reply)\w{0,3}\b",
        (
            r"\binternal (?:server |system )?(?:error|problem|failure)\b|\bserver error\b|\b(?:bad"
            r"|gateway) (?:gateway|time)"
        ),
        r"\btime(?:d out|[ -]?out)\b|\bunreachable\b|\bservice (?:is )?unavailable\b|\btook too long\b",
        (
            r"\b(?:technical|server|system|service) (?:difficult\w{2,4}|problems?|issues?|errors?|troubles?|failure"
            r"|hiccup|glitch)\b"
        ),
        (
            rf"\b{_BOOKS}(?: online)?(?: is|.s| api is| servers are| seems to be| appears to be)? (?:having"
            rf"|experiencing|down|offline"
            r"|unavailable|struggling|not responding|facing|unreachable|busy)\b"
        ),
        rf"\bon (?:the )?{_BOOKS}(?: online)?(?:.s|.)? (?:own )?(?:side|end|part|servers?)\b",
        rf"\b(?:problem|error|issue|trouble|hiccup|glitch|failure|crash|outage) (?:at|inside|within) {_BOOKS}\b",
    ),
}

# What somebody is advised to do tells the kind where nothing else does.
ADVISED: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.AUTH: (
        r"\bre-?(?:connect|authori[sz]e|authenticate|link)\b",
        r"\b(?:sign|log) (?:back )?in(?:to)?(?: \w{1,10}){0,3} again\b|\b(?:sign|log) back in",
    ),
    FaultKind.MISSING_CUSTOMER: (
        (
            r"\b(?:choose|select|assign|add|pick|link|attach|specify|set|give it) (?:it to )?(?:an?|the) (?:\w{1,12} )?"
            r"(?:customer|client)\b(?! (?:name|id|number|email|type))"
        ),
    ),
    FaultKind.STALE_OBJECT: (r"\b(?:refresh|reload) (?:the (?:page|record|invoice)|it|and try)",),
}
