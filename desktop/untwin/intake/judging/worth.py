"""Judges whether a group of marks is an error or only sounds like one: the place where talk is told from faults."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.elsewhere import is_of_another_ledger, names_books
from untwin.intake.judging.explained import is_table_of_meanings
from untwin.intake.judging.happened import has_happened, names_a_paper
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.talk import is_talk
from untwin.intake.judging.tone import (
    AROUND,
    PLAINLY,
    is_answered,
    is_code_in_a_column,
    is_handled,
    is_item_of_a_list,
    is_planned,
    is_settled,
    is_step,
    speaks_at_large,
)
from untwin.intake.marking.groups import Group
from untwin.intake.marking.guarded import guarded
from untwin.intake.marking.marks import Mark, What

# How far a sentence is followed in front of and behind the words it was known by.
BEFORE = 120
BEHIND = 400
# How far around its words a cue may stand.
NEAR = 250


def worth(text: str, group: Group) -> bool:
    """Whether a group is an error: by its words, by a code that can be nothing else, or by QuickBooks' envelope."""
    if is_talk(Spot(text, group)) or _heads_what_to_do(text, group):
        return False
    if group.seen & {What.PHRASE, What.TITLE} or group.tail:
        return True
    if What.CODE in group.seen:
        talk = _TALK.search(Spot(text, group).around[0])
        return bool(group.seen - {What.CODE}) or not talk
    if What.LOOSE_CODE in group.seen and _complains_of_the_number(text, group):
        return True
    if What.FAINT in group.seen and (group.envelope or _is_told(text, group)):
        return True
    said = [own for own in group.fields.values() if _says_something(text, group, own)]
    both = {"message", "detail"} <= group.fields.keys() and group.code is not None
    telling = group.code is not None and classify("", group.code.name) not in _COMMON
    return bool(said) and (
        group.envelope or both or telling or any(_is_error_field(text, own.start, own.name) for own in said)
    )


def _heads_what_to_do(text: str, group: Group) -> bool:
    """Whether the words are an item of a list, and below it stands, further in, what is to be done in that case."""
    line, below = Spot(text, group).line, text[group.end : group.end + AROUND]
    own = line.replace(f"#{group.code.name}", "") if group.code else line
    return bool(_LIST_ITEM.match(line) and _WHAT_TO_DO.match(below)) and not names_a_paper(own)


def _behind_its_own(text: str, end: int) -> str:
    """What stands behind an error's words, without the sentences that its product always prints with them."""
    behind = text[end : end + AROUND]
    own = _ITS_OWN.match(behind)
    return behind[own.end() :] if own else behind


def is_only_told_of(text: str, group: Group, *, many: bool) -> bool:
    """Whether the text around an error that no program printed speaks of such errors at large, or of what is settled.

    `many` errors close together are a list or a log: of those only what stands in a column of codes is told of.
    """
    if (group.tail and group.tail.assigned) or group.envelope:
        return False
    at = group.stands_at()
    before, behind = text[max(0, at - AROUND) : at], _behind_its_own(text, group.end)
    head, words, rest = Spot(text, group).around
    line = head + words + rest
    if Spot(text, group).of_number and is_of_another_ledger(f"{before} \u2026 {line} \u2026 {behind}"):
        return True
    if Spot(text, group).record:
        return False
    if is_handled(before) or is_code_in_a_column(before, line, behind):
        return True
    if many:
        return False
    if not Spot(text, group).of_number:
        return not group.code and speaks_at_large(f"{before} \u2026 {behind}", PLAINLY)
    return _is_told_at_large((before, behind), (head, words, rest))


def _is_told_at_large(around_it: tuple[str, str], line: tuple[str, str, str]) -> bool:
    """Whether a duplicate number is a field's hint, a table's meaning, settled, planned, or spoken of in general."""
    before, behind = around_it
    head, words, _ = line
    if ("\n" in words and words.lower().endswith("must be unique")) or is_table_of_meanings(before, "".join(line)):
        return True
    planned = is_planned(head, "".join(line)) or is_step(before, "".join(line))
    settled = is_settled(before, behind) or is_answered(head, behind)
    return planned or settled or speaks_at_large(f"{before} \u2026 {behind}")


def shown_at(groups: Iterable[Group]) -> dict[str, list[int]]:
    """Where the errors start that say more than a code, by their codes; rising where the groups are in order."""
    starts: dict[str, list[int]] = {}
    for group in groups:
        if group.code and not group.bare():
            starts.setdefault(group.code.name, []).append(group.start)
    return starts


def only_points(text: str, group: Group, shown: Mapping[str, Sequence[int]]) -> bool:
    """Whether a code in a sentence that names no document points to an error that is `shown` below it, or before.

    `We get error 100 everywhere. Full error: ..`, `.. and it gives me the same error 2500`.
    """
    if group.code is None or not group.bare() or What.TITLE in group.seen:
        return False
    starts = shown.get(group.code.name, ())
    place = bisect_left(starts, group.end)
    below = place < len(starts) and starts[place] - group.end <= AROUND
    said = Spot(text, group).around[0] + text[group.start : group.end]
    points = (below and _IN_A_SENTENCE.search(said)) or (starts and _SAME.search(said))
    return bool(points) and not names_a_paper(Spot(text, group).line)


def is_doubtful(text: str, group: Group) -> bool:
    """Whether a duplicate number may be a list's or a log's: a lone row that explains a code, an item among items."""
    if group.tail or group.envelope or group.fields or not Spot(text, group).of_number:
        return False
    head, words, rest = Spot(text, group).around
    line = head + words + rest
    if _EXPLAINING_ROW.fullmatch(line):
        return not _QUICKBOOKS.search(line)
    at = group.stands_at()
    before, behind = text[max(0, at - AROUND) : at], text[group.end : group.end + AROUND]
    return is_item_of_a_list(before, line, behind) and not _has_cue(before + behind)


def _complains_of_the_number(text: str, group: Group) -> bool:
    """Whether a line that says something failed has the duplicate number's code and complains of `DocNumber`."""
    if group.code is None or classify("", group.code.name) is not FaultKind.DUPLICATE_DOC_NUMBER:
        return False
    line = Spot(text, group).line
    return bool(_ELEMENT.search(line)) and _has_cue(line)


def _is_told(text: str, group: Group) -> bool:
    """Whether faint words are said of something that failed: by their line, or because they are a title."""
    line = Spot(text, group).line
    if group.faint is not FaultKind.DUPLICATE_DOC_NUMBER:
        near = text[max(0, group.start - NEAR) : group.end]
        apart = group.faint is FaultKind.AUTH and _APART.search(near) and names_books(f"{near} {line}".lower())
        return bool(apart or _has_cue(line)) and not (group.faint is FaultKind.AUTH and _SUPPOSING.match(line))
    if text[group.said_at : group.said_at + 6].lower() == "number" and not names_books(line.lower()):
        return False
    if _PATH.search(line) and not has_happened(line, "", ""):
        return False
    if _has_cue(line) or _RETOLD.search(line):
        return True
    return _is_title(text, group)


def _has_cue(line: str) -> bool:
    """Whether the line says that something failed; `in error` and `by error` are what people do."""
    lower_line = line.lower().replace("in error", "").replace("by error", "")
    return any(cue in lower_line for cue in _CUES) or bool(_STATUS.search(line) or _NOT_DONE.search(line))


def _is_title(text: str, group: Group) -> bool:
    """Whether the words for a duplicate number are all that a line or a cell says."""
    around = text[max(0, group.start - 8) : group.start], text[group.end : group.end + 8]
    alone = _EDGE_BEFORE.search(around[0]) and _EDGE_BEHIND.match(around[1])
    return bool(alone)


def _says_something(text: str, group: Group, own: Mark) -> bool:
    """Whether a field holds more than nothing, and no place that is filled in later (`<error-code>`)."""
    value = group.value_of(text, own).strip(" \t\r\n\"',;")
    return _NOTHING.fullmatch(value) is None and not _FILLED_IN_LATER.match(text, own.end)


def _is_error_field(text: str, start: int, name: str) -> bool:
    """Whether the field's name alone tells that something failed; a bare `error:` is too common in talk for that."""
    return "error" in name and (name != "error" or text[start - 1 : start] in ('"', "'", "["))


# Kinds whose codes number other things too (HTTP's answers, a year, a port).
_COMMON = (FaultKind.UNKNOWN, FaultKind.VALIDATION, FaultKind.SYSTEM, FaultKind.AUTH)
# Looked for one by one: one pattern of all takes a hundred times as long.
_CUES = (
    *("error", "erreur", "erro ", "fehler", "fout ", "fail", "fault", "exception", "expired", "revoked", "unable"),
    *("couldn", "could not", "http"),
)
_STATUS = re.compile(
    r"(?:\A|\n)\W{0,3}[45]\d\d\b|\b(?:responded|answered|replied|returned|came back)(?: with)?(?: an?)? [45]\d\d\b"
)
_NOT_DONE = re.compile(
    r"(?:\bnot|n.t) (?:be )?(?:synced|sync|exported|export|posted|post|sent|imported|created|saved"
    r"|transferred|pushed|added|accepted|published|recorded)\b|\bneeds? (?:to be |to |you to )?re-?(?:connect|auth)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"[ \t]{0,8}(?:[-*\u2022]|\d{1,2}[.)]) ")
_WHAT_TO_DO = re.compile(
    r"[^\n]{0,40}:[*_]{0,2}[ \t\r]{0,4}\n[ \t]{1,8}[-*\u2022] (?:(?:check|append|return|prevent|consider|use|create"
    r"|retry|reduce|log|show|ask|handle|skip|catch|refresh|wait|fetch|re-?fetch|notify|prompt|surface|verify|ensure|add|map)\b"
    r"|[^\n]{0,60}\bmust be unique)",
    re.IGNORECASE,
)
# How products say that they have lost QuickBooks.
_APART = re.compile(
    r"\b(?:is|are) (?:not|no longer) connected\b|\bconnection (?:(?:to|with|between) [\w ]{2,40} )?"
    r"(?:has |was |is )?(?:ended|been lost|lost|broken|interrupted)\b"
    r"|\bno valid (?:access |refresh )?token\b|\baccess (?:has )?ended\b",
    re.IGNORECASE,
)
# A line that says what to do if something should befall its reader.
_SUPPOSING = re.compile(r"\W{0,6}(?:if|whenever|in case|should) (?:your?|the|quickbooks|qbo|it|this)\b", re.IGNORECASE)
_EXPLAINING_ROW = re.compile(
    r"[ \t|]{0,4}[\"']?\d{4}[\"']?[ \t]{0,2}[,;|\t][ \t]{0,2}[^,;|\t\d\n]{8,60}[,;|\t][ \t]{0,2}[^;|\t\d\n]{12,200}"
)
_QUICKBOOKS = re.compile(r"must specify a different number|this number has already been used", re.IGNORECASE)
# The field that an answer complains of.
_ELEMENT = guarded("number", r"\b(?i:element|field|property)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?i:doc ?number)\b")
# Words by which a duplicate number is retold.
_RETOLD = re.compile(
    r"\b(?:says|said|returned|reports|reported|rejected|refused|broke|broken|died|stuck|bounced|c[ao]mes? back)\b"
    r"|already (?:exist|used|in use)",
    re.IGNORECASE,
)
# `.. for a document (such as an invoice or credit memo) in QuickBooks Online. Document numbers must be unique.`
_ITS_OWN = re.compile(
    r" for a document \(such as [^()\n]{1,60}\)(?: in quickbooks(?: online)?)?\.?"
    r"(?: document numbers(?: in quickbooks(?: online)?)? must be unique\.?)?",
    re.IGNORECASE,
)
_SAME = guarded("same ", r"(?i:\bsame (?:error|message|code|fault|problem|result)s?) (?i:code )?#?\d{3,6}\Z")
_IN_A_SENTENCE = re.compile(r"(?:[A-Za-z']{1,20},? ){4}[^\w\n]{0,4}\d{3,6}\W?\Z")
# What people say of errors in general: no error happened.
_TALK = re.compile(
    r"\b(?:never|no more|avoid\w{0,4}|fixed|fixes|prevent\w{0,4}|handles?|handled|handlers?|what|how|about"
    r"|explain\w{0,4}"
    r"|whenever|if you (?:see|get)|e\.g\.|such as|example|tests?)\b",
    re.IGNORECASE,
)
# What a path offers.
_PATH = re.compile(r"(?: > [^>\n]{2,40}){2}")
_EDGE_BEFORE = re.compile(r"(?:\A|[\n\t|<>\"]|[ ]{3}|[;,](?=\Z))[ \t*#>-]{0,8}\Z")
_EDGE_BEHIND = re.compile(r"[ .!:*-]{0,4}(?:\Z|[\r\n\t|<>\"]|[ ]{3}|[;,](?! ))")
_FILLED_IN_LATER = re.compile(r"<(?:[a-z]{2,12}[-_ ]){1,3}[a-z]{2,12}>")
_NOTHING = re.compile(r"|null|none|nil|false|true|ok|success(?:ful)?|n/?a|undefined|[\W\d_]*", re.IGNORECASE)
