"""Knows the kind of an error that is told in anybody's words; only for a sentence that is known to report a failure.

In any other text these words would say too little: `the number is in use` may be said of a telephone.
"""

import re
from collections.abc import Mapping

from untwin.domain.errors.faults import FaultKind
from untwin.domain.words.plain_text import plain


def told_kind(sentence: str) -> FaultKind:
    """The kind that the words of a failure come to; unknown where they say nothing of it."""
    words = _OF_SOMETHING_ELSE.sub(" ", plain(sentence))
    return next((kind for kind, pattern in _TOLD if pattern.search(words)), FaultKind.UNKNOWN)


def known_or_told(kind: FaultKind, sentence: str) -> FaultKind:
    """The kind of a failure: where its sentence is none that is printed somewhere, what its words come to."""
    return told_kind(sentence) if kind is FaultKind.UNKNOWN else kind


# Numbers and names of what is no document and no customer.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:account|phone|telephone|card|tax|vat|routing|serial|part|sku|item|product|customer|vendor|employee|tracking"
    r"|case|ticket|order|job|project|matter|line|row|batch) ?(?:number|num|no\.|#|id)s?\b|\buser ?name\b"
)
_NUMBER = r"(?:\b(?:number|num|no\.|no (?=\S{0,20}\d)|nr|nummer|numero)(?!\w)|#|(?:doc|invoice|bill)num(?:ber)?\b)"
_USED = (
    r"\b(?:in use|taken|(?:already|been) (?:\w{1,8} )?(?:used|booked|assigned|created|entered|present|there)"
    r"|used (?:already|before|by|on)"
    r"|(?:already )?exists?(?: already)?|not unique|n.t unique|must be unique|not available|duplicated?)\b"
)
_PAPER = r"\b(?:invoice|bill|document|receipt|memo|transaction|note)"
_TWICE = r"\bduplicate (?:\w{1,12} ){0,2}"
_KEY = r"\b(?:authori[sz]ation|connection|token|sign-?in|log-?in|credentials|access)\b"
# In order: the first kind that fits wins.
_SIGNS: Mapping[FaultKind, tuple[str, ...]] = {
    FaultKind.NUMBER_TOO_LONG: (
        rf"{_NUMBER}.{{0,60}}\b(?:too long|longer than|more than \d{{1,3}} char|exceed)",
        r"\bnumbers? (?:\w{1,8} ){0,3}(?:up to|at most|no longer than|within|maximum(?: of)?|limited to) \d{1,3} char",
    ),
    FaultKind.DUPLICATE_DOC_NUMBER: (
        rf"{_NUMBER}.{{0,60}}{_USED}",
        rf"{_TWICE}{_NUMBER}",
        r"\b(?:same|that|this) (?:\w{1,12} )?number\b.{0,20}\b(?:found|used)\b",
        r"\b(?:used|uses|using|has) (?:this|that|the same) (?:\w{1,12} )?number\b",
        rf"\b(?:another|existing) (?:\w{{1,12}} )?{_PAPER[2:]} with (?:the |this |that )?(?:same )?number\b",
        rf"\balready (?:uses|has|holds) (?:the )?(?:\w{{1,12}} )?{_NUMBER}",
        rf"\bnumber conflict|\bshare the (?:same )?number\b|{_NUMBER}.{{0,40}}\bclash",
        rf"{_PAPER} (?:numbered|with (?:the |this |that )?(?:same )?number) .{{0,30}}\b(?:exists|already)\b",
    ),
    FaultKind.DUPLICATE_NAME: (rf"\bnames?\b.{{0,60}}{_USED}", rf"{_TWICE}names?\b"),
    FaultKind.CLOSED_PERIOD: (r"\b(?:books|period)\b.{0,40}\b(?:closed|locked)\b", r"\bclos(?:ing date|ed period)\b"),
    FaultKind.DEPOSITED: (
        r"\b(?:has|have|was|were|been|already) (?:been )?deposited\b",
        r"\b(?:of|in|to) an? (?:bank )?deposit\b",
    ),
    FaultKind.MISSING_CUSTOMER: (
        r"\b(?:no|without an?|missing an?|lacks an?) (?:associated |linked |matching )?customer\b",
        r"\bcustomer (?:reference )?(?:is |was )?(?:required|missing|not set|not given)\b",
    ),
    FaultKind.AUTH: (
        rf"{_KEY}.{{0,40}}\b(?:expired|revoked|lost|denied|invalid|no longer valid)\b",
        r"\bsession\b.{0,20}\b(?:timed out|expired|ended)\b",
        r"\bdisconnected\b",
        r"\bre-?connect\b",
    ),
    FaultKind.THROTTLED: (r"\b(?:rate|request|api).limit", r"\btoo many requests\b", r"\bthrottled\b"),
    FaultKind.SUBSCRIPTION: (
        r"\b(?:subscription|trial|plan)\b.{0,30}\b(?:ended|expired|cancel\w{0,6}|lapsed|inactive|suspended|over)\b",
    ),
    FaultKind.STALE_OBJECT: (
        r"\b(?:changed|edited|updated|modified)\b.{0,40}\b(?:since|meanwhile|at the same time|by another user)\b",
        r"\bout of date\b",
    ),
    FaultKind.OBJECT_NOT_FOUND: (
        r"\b(?:been|was|is|were) (?:deleted|(?:made )?inactive|removed)\b",
        r"\bno longer exists?\b",
        r"\bnot (?:be )?(?:found|exist) in q(?:uickbooks|bo)\b",
    ),
    FaultKind.SYSTEM: (
        r"\b(?:temporarily|currently) (?:unavailable|down)\b",
        r"\bdown for maintenance\b",
        r"\bdid(?: not|n.t) (?:answer|respond)\b",
        r"\binternal (?:server )?error\b",
        r"\btime(?:d out|-?out)\b",
    ),
}
_TOLD = tuple((kind, re.compile("|".join(signs))) for kind, signs in _SIGNS.items())
