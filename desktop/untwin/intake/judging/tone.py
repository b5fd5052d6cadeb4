"""Weighs what stands around an error's words: whether the text speaks of such errors at large, or of a settled one."""

import re
from collections.abc import Iterable, Iterator

from untwin.intake.judging.happened import names_one
from untwin.intake.marking.guarded import guarded

# How far to both sides of the words a text is weighed.
AROUND = 600
# How many different signs make a text one that speaks at large, where nothing in it is somebody's own.
ENOUGH = 2
# The same for errors whose own words instruct.
PLAINLY = 3
# How far behind the words their outcome may be told.
OUTCOME = 200
# How many codes, one a line and nothing else, make a list of them.
LISTED = 3


def speaks_at_large(around: str, enough: int = ENOUGH) -> bool:
    """Whether a text teaches or explains: it supposes, generalises or instructs, and names no document and nobody."""
    lower_around = around.lower()
    if sum(sign.search(lower_around) is not None for sign in _AT_LARGE) < enough:
        return False
    return not names_one(_EXAMPLES.without(around))


def is_settled(before: str, behind: str) -> bool:
    """Whether it is told that the matter came to a good end: it was saved all the same, or its ticket is closed."""
    ended = _SETTLED.search(before) or _SETTLED.search(behind) or _FORMER.search(before) or _CLOSED.match(behind)
    went_well = _WENT_WELL.search(behind[:OUTCOME])
    return bool((ended or went_well) and not _AGAIN.search(behind))


def is_answered(line_before: str, behind: str) -> bool:
    """Whether the words stand in a question that is answered right behind it: `Why ..? Because ..`."""
    return bool(_ANSWERED.match(behind.lower()) and _WHY.search(line_before.lower()))


def is_planned(head: str, line: str) -> bool:
    """Whether the words are what a test expects, a change of a list, a sign's meaning, or a page's heading."""
    behind = line[len(head) :]
    return bool(
        _EXPECTED.search(head.lower())
        or _CHANGE.fullmatch(line)
        or _TRIED.search(head)
        or _NONE_THERE.search(head)
        or _WORDED.search(head)
        or _LEGEND.search(line)
        or _STORY.search(line.lower())
        or _HEADING.search(behind)
    )


def is_code_in_a_column(before: str, line: str, behind: str) -> bool:
    """Whether the line is one of several that hold a code and its name each, and nothing else."""
    if not _ENTRY.fullmatch(line):
        return False
    above, below = before.split("\n")[:-1], behind.split("\n")[1:]
    codes = {_code(line), *_run(reversed(above)), *_run(below)}
    return len(codes) >= LISTED


def is_step(before: str, line: str) -> bool:
    """Whether the line is what a described scenario comes to: `Given ..`, `When ..`, `Then ..`."""
    return bool(_THEN.match(line.lower()) and _GIVEN.search(before.lower()))


def is_handled(before: str) -> bool:
    """Whether the words are an item of a list under a name that says what a program does with such errors."""
    return before.rstrip("\"' ").endswith("-") and bool(_HANDLED.search(before.lower()))


def is_item_of_a_list(before: str, line: str, behind: str) -> bool:
    """Whether the line is one of several items that are a few words each, and name nothing."""
    if not _ITEM.fullmatch(line):
        return False
    above, below = before.split("\n")[:-1][-LISTED:], behind.split("\n")[1 : 1 + LISTED]
    return sum(_ITEM.fullmatch(other) is not None for other in (*above, *below)) >= LISTED - 1


def _run(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not _ENTRY.fullmatch(line):
            return
        yield _code(line)


def _code(line: str) -> str:
    entry = _ENTRY.fullmatch(line)
    return entry.group("code") if entry else ""


_PAPER = (
    r"(?:invoices?|bills?|transactions?|documents?|customers?|vendors?|sales receipts?|credit memos?|orders?|records?"
    r"|journal entr(?:y|ies)|payments?|rechnung(?:en)?|belege?|factures?|facturas?|facturen|fatture|faturas?)"
)
# Each is a sign of its own; two of them make a text that speaks at large.
_AT_LARGE = (
    # What may befall anybody.
    guarded(
        "if |when|in case|unless|wenn |falls |si |quand |lorsq|cuando |als |wanneer |se |quando ",
        r"\b(?:(?:if|when|whenever|in case|unless) (?:you|your|users?|an?|the same|two|another|someone"
        r"|this (?:error|message|happens|occurs)|it (?:happens|occurs))"
        r"|(?:wenn|falls) (?:sie|du|eine?|die|zwei)|(?:si|quand|lorsqu[e']) ?(?:vous|une?|deux)"
        r"|(?:si|cuando) (?:usted|una?|dos|el)|(?:als|wanneer) (?:u|je|een|twee)|(?:se|quando) (?:una?|um|due"
        r"|dois))\b",
    ),
    guarded(
        "may|might|can|could|will|would|should|must",
        r"\b(?:you|users?|customers?|people|it|this|they) (?:may|might|can(?:.t|not)?|could|will|would|should"
        r"|must) (?!specify"
        r"|need)"
        r"|\b(?:may|might|can) (?:occur|happen|appear|see|encounter|be|have|get|lead|cause)\b",
    ),
    # Any document, not one.
    guarded(
        "an |a |any |two |multiple |each |every |both |several |same ",
        rf"\b(?:an?|any|two|multiple|each|every|both|several|the same) (?:\w{{1,20}} )?{_PAPER}"
        r"(?: (?!with number|no\b|\W?\d)|\.?\n)",
    ),
    guarded(
        "numbers",
        r"\b(?:invoice|document|bill|transaction|reference|duplicate|cheque|check) numbers\b",
    ),
    # The error as such.
    guarded(
        "happens|occurs|error|message|warning|issue|fehler|meldung|erreur|aviso|mensaje|melding|fout",
        r"\b(?:this|such|these|the) (?:\w{1,20} ){0,3}(?:error|message|warning|issue)s? "
        r"(?:usually |typically |often |generally )?(?:occurs?|happens?|appears?|means?|indicates?"
        r"|is (?:shown|returned|displayed|thrown|caused|triggered|raised|related to)|can|may|comes?)\b"
        r"|\bthis (?:happens|occurs) (?:when|if)\b|\berror (?:code )?\d{3,5} (?:occurs|happens|means)\b"
        r"|\b(?:diese[rs]?|die|der) (?:fehler|meldung) (?:erscheint|tritt|bedeutet)|\bcette? (?:erreur|message) "
        r"(?:survient|appara|signifie)|\beste (?:error|mensaje|aviso) (?:aparece|ocurre|significa|indica)"
        r"|\bdeze (?:fout|melding) (?:verschijnt|betekent|treedt)",
    ),
    guarded(
        "how to|to fix|to resolve|to solve|to correct|to avoid|to prevent|why |what |for example|e.g.|in this |step"
        "|solution|resolution|workaround|troubleshoot",
        r"\b(?:how to|to (?:fix|resolve|solve|correct|avoid|prevent) (?:this|the|it|an?)|why (?:the|this|does|do"
        r"|an?)\b"
        r"|what (?:does|is|causes|this)\b|for example|e\.g\.|in this (?:article|guide|case)|steps? to|solution"
        r"|resolution|workaround|troubleshoot)",
    ),
    guarded(
        "always|never|usually|typically|generally|often|normally|commonly|by default|most common|in some cases",
        r"\b(?:in some cases|always|never|usually|typically|generally|often|normally|commonly|by default"
        r"|most common)\b",
    ),
    # What stands around an article.
    guarded(
        "unsubscribe|helpful|related|learn more|common |table of contents|read more|minutes to read|min read|help cent"
        "|understanding|introduction|overview|takeaways|on this page",
        r"\b(?:unsubscribe|(?:was this|did this) [^\n]{0,30}helpful|related (?:articles|posts)|table of contents"
        r"|(?:read|learn) more|common (?:problems|errors|issues|questions)|min(?:utes)? (?:to )?read|help cent(?:er"
        r"|re)|on this page)\b|(?:\A|\n)\W{0,6}(?:understanding|introduction|overview|key takeaways)\b",
    ),
    guarded(
        " be ",
        r"\b(?:should|must|needs? to|has to|have to) be (?:\w{1,12} )?(?:unique|different|numbered|used"
        "|left)\b",
    ),
)
# Sentences whose document is an example.
_EXAMPLES = guarded(
    "example|e.g.|such as|let's say|suppose|zum beispiel|par exemple|por ejemplo",
    r"(?i:\bfor example|\be\.g\.|\bsuch as|\blet's say|\bsuppose|\bzum beispiel|\bpar exemple|\bpor ejemplo)"
    r"[^\n]{0,300}",
)
_SETTLED = guarded(
    "resolved|solved|closed|fixed|done|closing|resolution",
    r"(?i:\b(?:status|state)\W{1,4}(?:resolved|solved|closed|fixed|done)\b|[\u2013\u2014|\[(-] ?(?:resolved|solved"
    r"|closed)\b"
    r"|(?:\. |\n)solved(?=\s{0,3}(?:\n|\Z))|\bfixed in (?:#|v?\d+\.)\d|\bclosing (?:this|the) (?:ticket|issue|case"
    r"|request)\b"
    r"|\bmarked (?:as )?(?:resolved|solved|closed|done)\b)",
)
_WENT_WELL = re.compile(
    r"\b(?:was|were|has been|have been|is|and|but|we|we've|so it) (?:then |still |now )?(?:saved|posted|created|synced"
    r"|imported|accepted|recorded)(?: (?:it|them|the \w{1,12}|this \w{1,12}))? (?:anyway|regardless|all the same"
    r"|successfully|as \S{0,20}\d|under|with (?:the )?(?:next|new|a new|number))"
    r"|\b(?:save|use|post|continue|proceed|create|keep)(?: it| this| the \w{1,12})? (?:anyway|regardless)\b"
    r"|\bus(?:ing|ed) \S{1,24} instead\b|\b(?:was|were|has been|have been) (?:all )?re-?(?:posted|synced|sent"
    r"|imported)\b"
    r"|\bdo you (?:still )?want to (?:use|continue|save|proceed)"
    r"|\bno (?:further )?action (?:is )?(?:needed|required|necessary)",
    re.IGNORECASE,
)
# `synced successfully. Previous error:`, and a ticket of that name that has been closed.
_FORMER = re.compile(
    r"\b(?:synced|posted|saved|created|imported|sent|exported)\b(?! (?:to|by|in|with)\b[^\n]{0,40}\bfail)[^\n]{0,80}"
    r"\b(?:previous|earlier|prior|former|original) (?:error|message|failure)\W{0,4}\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?: error)?[\"'\u201d\u00bb)]?\s{0,3}(?:has been|was|is now) (?:closed|resolved|solved|fixed)\b", re.IGNORECASE
)
# `No errors in the last 30 days. (Filter: ..`
_NONE_THERE = re.compile(
    r"\bno (?:\w{1,12} )?(?:errors?|failures?|results?|matches|issues|problems) "
    r"(?:in|for|found|match\w{0,4}|since|with|of|today|this)\b"
    r"[^\n.]{0,60}(?:\.? ?\([^\n.)]{0,40})?\Z",
    re.IGNORECASE,
)
_AGAIN = guarded(
    "reopen|again|still|came back|is back|not saved|not synced|fail",
    r"(?i:\breopen|\bagain\b|\bstill\b|\bcame back|\bis back\b|\bnot (?:saved|synced)|\bfail)",
)
_WHY = guarded(
    "why|what|warum|wieso|weshalb|was |pourquoi|que signifie|por qu|qu\u00e9 |waarom|wat |perch|cosa|o que",
    r"(?:\A|[.!?\n\u00bf>*#] {0,2}|\b(?:q|f|p|v|d): )\W{0,4}(?:why|what|warum|wieso|weshalb|was |pourquoi"
    r"|que signifie|por qu"
    r"|qu\u00e9 |waarom|wat |perch|cosa|o que)",
)
_ANSWERED = re.compile(
    r"[^?\n]{0,80}\?[\"'\u201d\u00bb]?\s{1,4}(?:(?:a|r|answer|antwort|r\u00e9ponse|respuesta|antwoord"
    r"|risposta)\W{1,3})?"
    r"(?:because|(?:it|this|that) means|weil|(?:das|es|dies) bedeutet|parce qu|(?:cela|\u00e7a) (?:veut|signifie)"
    r"|porque|pues"
    r"|significa|omdat|(?:dat|dit|het) betekent|perch)",
)
_EXPECTED = guarded(
    "expect",
    r"(?:\A|[.!?\n|] {0,2})\W{0,6}expected(?: result| behaviou?r| outcome| output)?s?[:=](?:(?!\b(?:actual|but|got)\b)"
    r"[^.!?\n]){0,120}\Z",
)
_TRIED = re.compile(r"\bdry.run\b|\bwould (?:skip|create|update|fail|stop)\b", re.IGNORECASE)
# Who speaks of the wording alone.
_WORDED = re.compile(
    r"\b(?:copy|translate|translation|write|wording|rephrase|reword|headline|caption|microcopy)\b[^\"\u201c\n]{0,30}"
    r"[\"\u201c](?:\w{1,5} )?\Z",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\s{0,8}[-*+] [^\n]{10,300}\(#\d{1,6}\)\W{0,3}")
_THEN = re.compile(r"\s{0,12}(?:then|and|but) ")
_GIVEN = re.compile(r"(?:\A|\n)\s{0,12}(?:given|when) ")
_LEGEND = re.compile(
    r"(?:\b[A-Z]\w? = [^,;=\n]{3,40}[,;] ?){2}|: \.\.\.\W{0,3}(?:\([^()\n]{1,40}\) ?)?(?:\u2192|->|=>)"
    r"|\A\W{0,4}(?:TC|UC|AC|BR|FR|NFR|REQ|RULE|TEST)[-_ ]?\d[\w-]{0,12} ?\|"
)
# `As a bookkeeper I want ..`, and what must hold for it.
_STORY = re.compile(r"\bas an? [\w -]{2,30},? i (?:want|need|can|would like)\b|\bacceptance(?: criteria)?: ")
_HEADING = re.compile(r"\w ?[:\u2013\u2014] ?(?:what (?:it|this) means|how to|why (?:it|this|you))\b", re.IGNORECASE)
_HANDLED = re.compile(
    r"(?:\A|\n)[ \t]{0,20}[\w.-]{0,30}(?:ignore|skip|retr|known|expected|filter|allow|mute|suppress|pattern|exclude)"
    r"[\w.-]{0,30}:[ \t]{0,4}\n(?:[ \t]{0,20}-[^\n]{0,120}\n){0,12}[ \t]{0,20}-[ \t]{1,4}[\"']?\Z"
)
_ITEM = re.compile(r"[ \t]{0,12}(?:\* )?(?:\d{1,2}[.)]|[-*+\u2022])[ \t]{1,3}[^\n\d:#|=]{4,90}")
# A code and its name, as a list of codes has them.
_ENTRY = re.compile(
    r"[ \t\u2022*|-]{0,8}(?:[Ee]rror |[Cc]ode )?[\"'`(]{0,2}(?P<code>\d{3,5})[\"'`)*]{0,2}"
    r"(?:[ \t]{0,3}[:|=,;\u2013\u2014-]{1,2}[ \t]{0,3}|[ \t]{1,8})"
    r"[\"'`]?[A-Za-z][\w/-]{0,20}(?:,?[ \t](?:[\u2013\u2014-][ \t])?[A-Za-z][\w/-]{0,20}){0,11}[\"'`.,;"
    r"|]{0,3}[ \t\r]{0,4}"
)
