"""The turns by which products say that they may not, or not now, get at QuickBooks: who is let in, how often, for pay.

Written for one sentence in small letters that is known to report a failure.
"""

from collections.abc import Mapping

from untwin.domain.errors.faults import FaultKind

_BOOKS = r"(?:quickbooks|qbo|qb|intuit)"
_KEY = (
    r"\b(?:authori[sz]ation|connection|token|sign-?in|log-?in|credentials?|access|permissions?|consent|session"
    r"|oauth|grant|tie|integration|handshake)\b"
)
_GONE = (
    r"(?:expired|revoked|lost|denied|invalid|(?:no longer|not) (?:valid|good|working|accepted|recogni[sz]ed|ok"
    r"|active)"
    r"|rejected|ended|lapsed|timed out|broken|removed|withdrawn|ran out|run out|dropped|cut|went away|disconnected"
    r"|interrupted|stopped working|invalidated|refused|terminated|gone|stale|needs (?:renewing|to be renewed))"
)
_ENDED = (
    r"(?:ended|expired|cancel\w{0,6}|lapsed|inactive|suspended|over|unpaid|past due|overdue|not active|isn't active"
    r"|paused|no longer active|ran out|run out|terminated|deactivated)"
)
_LIMIT = r"(?:limit|quota|cap|allowance)"
_REACHED = r"(?:reached|exceeded|hit|used up|exhausted|over)"

ACCESS: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.SUBSCRIPTION: (
        (
            rf"\b(?:subscription|trial|(?:quickbooks|qbo|company|your|billing|intuit|online) plan"
            rf"|{_BOOKS}(?: online)? account)"
            rf"\b.{{0,40}}\b{_ENDED}\b"
        ),
        rf"\b{_ENDED} (?:[\w-]{{1,12}} ){{0,3}}?(?:subscription|trial|plan)\b",
        r"\b(?:re-?subscribe|subscribe (?:again|to (?:continue|resume|q)))",
        r"(?:\bnot|n't|\bnever) paid (?:for )?(?:its|the|your|their) (?:\w{1,12} )?(?:subscription|plan)\b",
        r"\brenew (?:your|the) (?:\w{1,12} )?(?:subscription|plan)",
        r"\b(?:not|no|without an?|isn't an?) (?:active |valid |current )(?:\w{1,12} )?subscription\b",
    ),
    FaultKind.AUTH: (
        rf"{_KEY}.{{0,40}}\b{_GONE}\b",
        (
            r"\b(?:lost|refused|denied|declined|expired|invalid|revoked|broken|bad|rejected|missing|no valid"
            r"|withdrew|removed|revoking"
            r"|outdated) "
            rf"(?:[\w']{{1,12}} ){{0,4}}?{_KEY}"
        ),
        rf"{_KEY} (?:is |was )?(?:needed|required|missing)\b|\bsign-?in (?:needed|required)\b",
        r"\bdisconnected\b|\b(?:signed|logged) (?:you |us )?out\b|\bunauthori[sz]ed\b",
        (
            r"(?:\bnot|\bno longer|n't) (?:connected|authori[sz]ed|authenticated|signed in|logged in|linked to q"
            r"|allowed (?:in|into|to access|access))"
        ),
        rf"\b{_BOOKS} link (?:is |was |has been )?{_GONE}\b",
        r"\bauth(?:entication|ori[sz]ation)? (?:error|fail\w{0,4}|problem|required|needed)\b",
        (
            rf"(?:can't|cannot|could not|couldn't|unable to) (?:talk to|access|get into|get to|log in ?to|sign in ?to"
            rf"|open) "
            rf"(?:your |the )?{_BOOKS}\b"
        ),
    ),
    FaultKind.THROTTLED: (
        r"(?<!no longer )\blimiting (?:how (?:often|much|many)|us|our (?:calls|requests)|the (?:number|rate))\b",
        rf"\b{_LIMIT} (?:was |has been |is |been )?{_REACHED}\b",
        (
            rf"\b(?:rate|request|api|call|usage|minute|hourly|daily|traffic)s?[ -]?(?:per[ -]\w{{3,6}} )?(?:{_LIMIT}"
            rf"|throttl)"
        ),
        r"\b(?:limit|restrict)(?:ed|s|ing) (?:our|your|the|these|incoming) (?:\w{1,12} )?(?:requests|calls)\b",
        r"\btoo many (?:[\w-]{1,12} ){0,3}?(?:requests|calls|updates|messages|records|syncs|attempts|hits)\b",
        r"\bthrottl(?:ed|es|ing|e)\b|\bslow(?:ing|ed)? (?:us |it |things )?down\b",
        r"\b(?:too fast|too quickly|requests? per (?:minute|second|hour))\b",
        rf"\b{_BOOKS}.{{0,20}} {_LIMIT} (?:was |has been |is |been )?{_REACHED}",
        (
            rf"\b{_REACHED} (?:the |an? |our |your |its )?(?:[\w']{{1,14}} ){{0,2}}?(?:request |call |api "
            rf"|rate )?{_LIMIT}\b"
        ),
    ),
}
