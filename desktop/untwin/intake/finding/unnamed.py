"""Finds lines that say that something failed with the books, in words that nobody knows: they are kept, not dropped."""

import re
from collections.abc import Iterator

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.spot import AROUND
from untwin.intake.judging.tone import speaks_at_large
from untwin.intake.marking.guarded import guarded
from untwin.intake.marking.patterns import OTHER_CODES

# The longest line that is one message; what is longer is a document.
LONGEST = 600
# So many failures are a log's, and no page that teaches.
MANY = 12


def unnamed_failures(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such lines, in order; of lines that only announce a failure none where another says more.

    Meant for a text in which nothing else was found. A line that asks, teaches or supposes is none of them.
    """
    found = [(line.start(), line.end()) for line in _LINE.finditer(text) if _tells_of_a_failure(line.group())]
    if len(found) < MANY:
        found = [span for span in found if not _is_taught(text, span)]
    saying = [span for span in found if _REASON.search(text[slice(*span)])]
    yield from saying or found or (hidden.span() for hidden in _HIDDEN.finditer(text))


def printed_code(line: str) -> str | None:
    """The code that such a line prints, if any."""
    found = _CODE.search(line) or _CODE_AT_END.search(line)
    if not found or OTHER_CODES.search(line[: found.start()].lower()):
        return None
    return found.group("code")


def _tells_of_a_failure(line: str) -> bool:
    if len(line) > LONGEST or line.startswith(("//", "/*")):
        return False
    small = line.lower()
    if _DESKTOP in small:
        return True
    failed = next((found for pattern in _FAILURES if (found := pattern.search(small))), None) or _ERROR.match(line)
    if not failed or not _BOOKS.search(line):
        return False
    said = _sentence(line, failed.start(), failed.end())
    return not _TALK.search(said) and classify(said, None) is FaultKind.UNKNOWN


def _sentence(line: str, start: int, end: int) -> str:
    """The sentence of a line in which a place stands."""
    begin = max((found.end() for found in _STOP.finditer(line, 0, start)), default=0)
    until = _STOP.search(line, end)
    return line[begin : until.end() if until else len(line)]


def _is_taught(text: str, span: tuple[int, int]) -> bool:
    before, behind = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    return speaks_at_large(f"{before} \u2026 {behind}")


# How QuickBooks Desktop heads an error in an answer's tag.
_DESKTOP = 'statusseverity="error"'
# What Node prints of an answer that is nested too deep for it.
_HIDDEN = re.compile(
    r"\b[Ff]ault: (?:\[Object\]|\{\s{0,20}[Ee]rror: \[ ?\[Object\][^\]\n]{0,80}\](?:,\s{0,20}type: '\w{1,30}')?)"
)
_CODE = re.compile(r"(?:code|error)(?: code)?[\"' =:#(]{1,4}(?P<code>\d{3,6})\b", re.IGNORECASE)
# In brackets it is a code where a sentence ends in front of it; else it may be a document's number.
_CODE_AT_END = re.compile(r"[.!][\"'\u201d]? ?[(\[](?P<code>\d{3,5})[)\]]\W{0,4}$")
# What stands between the ends of lines and marks of a page, without the blanks around it.
_LINE = re.compile(r"[^\s<>][^\n<>]*(?<=\S)")
_STOP = re.compile(r"[.!?]\s")
_REASON = re.compile(r":\s{1,3}\S.{6}|\S[.!] \S.{6}")
_DONE = (
    r"(?:sync(?:ed)?|export(?:ed)?|post(?:ed)?|created?|saved?|sen[dt]|push(?:ed)?|upload(?:ed)?|updated?"
    r"|import(?:ed)?"
    r"|transfer(?:red)?|publish(?:ed)?|record(?:ed)?|fetch(?:ed)?|connect|load(?:ed)?|process(?:ed)?|appl(?:y|ied)"
    r"|match(?:ed)?)"
)
_FAILED = guarded(
    "failed|could|unable|not able|cannot|can't|can\u2019t|was not|were not|wasn|went wrong",
    rf"\bsomething went wrong\b|\b(?:failed|could not|couldn.t|unable|not able|cannot|can['\u2019]t|was not|were not"
    rf"|wasn.t) (?:to )?(?:be )?{_DONE}\b",
)
_RUN_FAILED = guarded(
    "failed|unsuccessful",
    r"\b(?:sync|export|import|push|upload|posting|transfer|update|job|run|connection)\w{0,8} (?:#?\d{1,12} )?"
    r"(?:has |was )?(?:failed|unsuccessful)\b",
)
_ABROAD = guarded(
    "konnte|fehlgeschlagen|pas pu|chou|impossible|chec d|no se pud|fall|foi poss|falha|riuscit|impossibile|kon niet"
    "|konden niet|mislukt",
    r"konnten? nicht |fehlgeschlagen|n.(?:a|ont) pas pu |a .chou|impossible d|chec d|no se pud(?:o|ieron) "
    r"|\bfall. (?:al|la)\b|n.o foi poss|\bfalha (?:ao|na|no)\b|non riuscit|impossibile |kon niet |konden niet "
    r"|mislukt",
)
# What people say of it.
_WENT_NOT = guarded(
    "won|will not|would|did|does|do not|don|never|bounced|rejected|refused|declined",
    r"\b(?:won.t|will not|wouldn.t|didn.t|did not|doesn.t|does not|do not|don.t|never) (?:\w{1,10} )?"
    r"(?:sync|go (?:through|over|across)|c[ao]me (?:over|through|across|up)|ma[dk]e it|post|export|import|save|upload"
    r"|transfer|arrive|went through|return an? (?:result|answer|response)"
    r")\b|\b(?:bounced|was rejected|were rejected|got rejected|was refused"
    r"|were refused)\b|\b(?:quickbooks|qbo) (?:online )?(?:(?:has )?(?:rejected|refused|declined)|(?:will not|won.t"
    r"|would not|wouldn.t|did not|didn.t) (?:accept|take|save))\b",
)
_FAILURES = (_FAILED, _RUN_FAILED, _WENT_NOT, _ABROAD)
_ERROR = re.compile(
    r"\W{0,6}(?:\S{1,30} ){0,4}(?:[a-z]{0,12}error|erreur|fehler|fout|erro|errore"
    r"|[\w:.\\]{0,40}(?:quickbooks|qbo|intuit)[\w:.\\]{0,40}exception)s?"
    r"(?: (?:message|detail|description|reason))?(?: ?\(?#?[\w-]{0,12}\d\)?)?"
    r"\s?[:\u2013\u2014-]\s{1,3}\S.{7}",
    re.IGNORECASE,
)
_BOOKS = guarded(
    "quickbooks|qbo|invoice|bill|sync|receipt|credit memo|journal|estimate|payment|customer|vendor|rechnung|beleg|kunde"
    "|factur|client|fattura|fatura|factuur|klant",
    r"(?i:quickbooks|\bqbo\b|invoice|\bbills?\b|\bsync|receipt|credit memo|journal entry|estimate|payment|customer"
    r"|rechnung|beleg|\bkunde|factur|client|fattura|fatura|factuur|klant)",
)
# Who asks, teaches or supposes, tells what is over, or writes a program.
_TALK = re.compile(
    r"[?{}`=%]|\b(?:if|when|whenever|why|how|what|may|might|should|sometimes|avoid\w{0,3}|fix(?:ed|es|ing)?|resolved?"
    r"|solved"
    r"|no (?:longer|more|errors?|fail\w{0,5}|problems?|issues?|invoices?|bills?)|(?:0|zero) (?:errors?|fail\w{0,5})"
    r"|never|would|used to|prevent\w{0,3}|can|assert|expect\w{0,3}|return|raise|throw|example"
    r"|wenn|falls|warum|wie|pourquoi|comment|lorsque|quand|cuando|por qu.|c.mo|waarom|wanneer|hoe|perch.|quando"
    r"|behoben|r.solu|resuelto|opgelost|risolto)\b",
    re.IGNORECASE,
)
