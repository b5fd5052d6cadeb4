"""Tells when two errors of a text are one that was printed twice: a head and its record, a title, another's words."""

import re

from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.hit import Hit
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.spot import Spot
from untwin.intake.marking.groups import Group

# Between a page's title and its heading.
ECHO_GAP = 300
# Between what people tell of an answer and the answer.
TOLD_GAP = 600


def announces(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an error only heads the one behind it, which says more: `Authentication failed {"fault": ..`."""
    (hit, group), (other, more) = first, second
    record, between = Spot(text, more).record, (group.end, max(group.end, more.start))
    if hit.finding.kind is FaultKind.UNKNOWN and hit.finding.code in _HTTP:
        return record and bool(_DETAILS.fullmatch(text, *between))
    if hit.finding.kind is not other.finding.kind:
        return False
    if _is_inner(hit.finding, other.finding, text[slice(*between)]) or _is_told_first(text, group, more):
        return True
    if _is_subject(text, first, second) or _is_title_of(text, first, second) or _is_named_again(text, first, second):
        return True
    if not record:
        return not group.tail and _retells(text[slice(*between)])
    told = Spot(text, group).record
    if group.tail:
        same = _holder(hit.finding) == _holder(other.finding)
        return same and bool((_INSIDE if told else _BODY).fullmatch(text, *between))
    return not told and _names_no_other(text, group, other.finding) and _heads(text, first, more)


def _is_inner(outer: Finding, inner: Finding, between: str) -> bool:
    """Whether a product's record holds the answer that it retells, or whose title it only has for a message."""
    if outer.code not in _HTTP or not _DETAILS.fullmatch(between):
        return False
    if outer.txn_id is None and inner.message.startswith(outer.message):
        return True
    titled = _OUTER.fullmatch(outer.message) and _INNER.match(inner.message)
    return bool(titled or _STATUS.fullmatch(outer.message))


def _is_title_of(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an opening that stands alone on its line is the title of the error that begins with it further below."""
    (hit, group), (other, more) = first, second
    title, between = hit.finding.message, text[group.end : max(group.end, more.start)]
    if hit.finding.code or len(between) > TOLD_GAP or not other.finding.message.lower().startswith(title.lower()):
        return False
    return bool(_ALONE.fullmatch(Spot(text, group).line.replace(title, "", 1)) and _BLANK_LINE.search(between))


def _is_subject(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an error stands in the subject of a mail whose first sentence is the other one."""
    group, (other, more) = first[1], second
    between = text[group.end : max(group.end, more.start)]
    if group.tail or len(between) > TOLD_GAP or not _BLANK_LINE.search(between):
        return False
    return bool(_SUBJECT.match(Spot(text, group).line)) and _names_no_other(text, group, other.finding)


def _is_named_again(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether the same words stand once more in the next value of a print, which goes on to the document."""
    (hit, group), (other, more) = first, second
    longer = hit.finding.txn_id is None and other.finding.txn_id is not None
    if not longer or not _NEXT_VALUE.fullmatch(text, group.end, max(group.end, more.start)):
        return False
    return _words(text[group.stands_at() : group.end]) in _words(other.finding.message)


def _words(message: str) -> str:
    return " ".join(_WORD.findall(message.lower()))


def _is_told_first(text: str, group: Group, more: Group) -> bool:
    """Whether a sentence of people's quotes the answer of the sign-in that is shown below it."""
    if group.kind is not FaultKind.AUTH or more.start - group.end > TOLD_GAP:
        return False
    return _is_in_a_sentence(text, group) is True and _is_in_a_sentence(text, more) is False


def _is_in_a_sentence(text: str, group: Group) -> bool | None:
    """Whether the answer of the sign-in that a group holds stands amid words; None where it holds none."""
    quoted = _GRANT.search(text, group.start, group.end)
    if quoted is None:
        return None
    near = max(0, quoted.start() - TOLD_GAP)
    line = text[max(near, text.rfind("\n", near, group.start) + 1) : quoted.start()]
    return bool(_IN_WORDS.search(line) and _WORDS_GO_ON.match(text, quoted.end()))


def _heads(text: str, first: tuple[Hit, Group], record: Group) -> bool:
    """Whether a line of words, perhaps with HTTP's code, stands right in front of the record of the same code."""
    hit, group = first
    ours = hit.finding.code in _HTTP or (record.code is not None and hit.finding.code == record.code.name)
    start = max(group.stands_at(), text.rfind("\n", group.start, group.end) + 1)
    headed = _HEAD.fullmatch(text, start, max(start, record.start))
    return ours and bool(headed or _THROWN_WITH.fullmatch(text, group.end, max(group.end, record.start)))


def _names_no_other(text: str, group: Group, finding: Finding) -> bool:
    """Whether the line of words names no document but the one that the record names."""
    number, line = finding.doc_number, Spot(text, group).around[0]
    return not number or number in line or not names_a_paper(line)


def _retells(between: str) -> bool:
    """Whether what stands between two errors says that the second is how another program put the first."""
    return bool(_RETOLD.fullmatch(between)) and not names_a_paper(between)


def _holder(finding: Finding) -> tuple[str | None, str | None]:
    return finding.doc_number, finding.txn_id


def echoes(last: Hit, hit: Hit, raw: str) -> bool:
    """Whether a hit only says the one before again, right behind it: `Message: Detail` with both holding the tail."""
    between = raw[last.end : hit.start]
    if _GRANT.search(last.finding.text) and _GRANT.search(hit.finding.text) and _NEXT_NAME.fullmatch(between):
        return True
    if hit.finding.text == last.finding.text and _BODY_AGAIN.fullmatch(between):
        return True
    if hit.finding.message == last.finding.message and hit.finding.txn_id is None and len(between) <= ECHO_GAP:
        # The title of a page and its heading.
        markup = _MARKUP.sub("", between)
        return hit.start >= last.end and markup != between and not markup.strip()
    alike = all(getattr(last.finding, name) == getattr(hit.finding, name) for name in ("kind", "doc_number", "txn_id"))
    if alike and "Traceback" in between and _TRACED.fullmatch(between):
        return True
    if _is_title_below(last.finding, hit.finding, between) or _is_name_in_brackets(last.finding, hit.finding, between):
        return True
    same = alike and hit.finding.txn_id is not None
    if same and _INNER_THROWN.fullmatch(between):
        return True
    # Two records of a list are two errors, whatever they say.
    listed = raw[last.start : last.start + 1] == "{" and raw[hit.start : hit.start + 1] == "{"
    near = hit.start >= last.end and len(between) <= 5 and not any(c.isalnum() or c == "\n" for c in between)
    return same and near and not listed


def _is_title_below(whole: Finding, title: Finding, between: str) -> bool:
    """Whether a print comes to the title of an error only behind its detail: its names are in the alphabet's order."""
    bare = title.kind is whole.kind and not (title.txn_id or title.doc_number or title.code)
    return bare and bool(_THEN_TITLE.fullmatch(between)) and _words(title.message) in _words(whole.message)


def _is_name_in_brackets(told: Finding, name: Finding, between: str) -> bool:
    """Whether an error's name stands in brackets at the end of the line on which a number is said to be assigned."""
    bare = name.kind is told.kind and not (name.txn_id or name.doc_number or name.code) and told.txn_id is not None
    return bare and name.text.startswith("(") and bool(_REST_OF_LINE.fullmatch(between))


# What the head of a record may have for a code.
_HTTP = (None, "400", "401", "403", "429", "500", "503")
# A line, then the opening of a record and nothing but its structure.
_HEAD = re.compile(r"[^\[{<\n]{1,200}\s{0,80}[\[{<](?:[^\n]|\n\s{0,80}[\"'<{\[\]},:@]){0,300}")
# On the same line the answer in which all that was said stands once more: ` | Raw: {"Fault":{"Error":[`.
_BODY = re.compile(r"[^\[{<\n}]{0,40}[\[{<][^\n}]{0,120}")
# What else a record says, and then the answer that it retells.
_INSIDE = re.compile(r"[^}]{0,200}[\[{][^}]{0,160}")
# Below a line where it was thrown, and what it carries: all of it is set in.
_THROWN_WITH = re.compile(r"[^\n]{0,200}(?:\n[ \t]{1,8}[^\n]{0,300}){1,40}")
# `"error": "Failed to create the invoice", "details": "{..`
_DETAILS = re.compile(
    r"[\"']?,\s{0,40}[\"']?(?:details?|body|response|cause|data|raw|error|inner ?error|inner ?exceptions?|fault)"
    r"[\"']?\s?:\s?[\"']?[{\[][^}]{0,120}",
    re.IGNORECASE,
)
_OUTER = re.compile(
    r"a business validation error has occurred while processing your request"
    r"[^:]{0,20}(?:clientrequestid: [\w-]{1,40})?",
    re.IGNORECASE,
)
# All that a product says of an answer, besides the answer: `QBO 401`.
_STATUS = re.compile(
    r"\W{0,4}(?:(?:qbo|quickbooks(?: online)?|http|status|error)\W{1,3}){0,3}[45]\d\d\W{0,3}", re.IGNORECASE
)
_INNER = re.compile(r"business validation error: ", re.IGNORECASE)
# `QuickBooks answers with the body {"error":"invalid_grant"} which we took for ..`
_GRANT = re.compile("invalid_grant")
# `', status: 400, body: '`: the next of the names under which JavaScript prints one answer.
_NEXT_NAME = re.compile(r"['\"]?,\s{1,20}(?:\w{1,20}: (?:\d{1,4}|'[^'\n]{0,40}')[,\s}]{1,20}){0,4}\w{1,20}: ['\"]?")
# The rest of the answer, and then the whole of it under another name.
_BODY_AGAIN = re.compile(
    r"[^\n]{0,600}['\"],\s{1,20}(?:\w{1,20}: (?:\d{1,4}|'[^'\n]{0,40}')[,\s}]{1,20}){0,4}(?:body|json|data|text): "
    r"['\"]?[{\[][^\n]{0,200}"
)
# `element [empty string]`, and on the next line `message `.
_THEN_TITLE = re.compile(
    r"['\",]{0,3}(?:\s{1,20}['\"]?\w{1,20}['\"]?[\t :=>]{1,5}[^\n]{0,30}){0,2}"
    r"\s{1,20}['\"]?(?:message|title|msg|error)['\"]?[\t :=>]{1,5}['\"]?",
    re.IGNORECASE,
)
# `.. ---> Intuit.Ipp.Exception.ValidationException: `.
_INNER_THROWN = re.compile(r"[.\s]{0,4}-{2,4}> ?[^\n]{0,160}")
_REST_OF_LINE = re.compile(r"[^\n\d(]{0,80}")
# A line that is a title and nothing else but the name of what was thrown.
_ALONE = re.compile(r"\W{0,6}(?:[\w.:]{1,60}(?:exception|error)\b)?\W{0,6}", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,8}\n")
_SUBJECT = re.compile(r"[>* \t]{0,8}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp): ", re.IGNORECASE)
# `" UserInfo={NSLocalizedDescription=`: only names and brackets.
_NEXT_VALUE = re.compile(
    r"[\"')\]]{0,2}\s?[ ,;]{1,3}\s{0,20}(?:[\"']?\w{1,30}[\"']?\s?(?:=>|[=:])\s?[{\[(\"']{0,2}){1,3}"
)
_WORD = re.compile(r"[a-z]{2,}")
_IN_WORDS = re.compile(r"(?:[\w'-]{1,20},? ){4}\W{0,6}(?:error\W{1,6})?\Z")
_WORDS_GO_ON = re.compile(r"[\"'`)}\]]{0,6},? (?:[a-z']{1,20},? ){3}")
# `.. Sign in again.`, and on the next line `QuickBooks said: `.
_RETOLD = re.compile(
    r"[^\n]{0,200}\n?[ \t>*-]{0,8}(?:\w{2,20} ){0,3}(?:said|says|answered|replied|returned|caused by|raw|response"
    r"|original (?:error|message)|inner exception)\s?:\s{0,3}[\"'`(\[{]?",
    re.IGNORECASE,
)
# Python's own print of what a log's line has just told; all but its last line is set in.
_TRACED = re.compile(r"[^\n]{0,80}\nTraceback [^\n]{0,40}:[ \r]?\n(?:[ \t][^\n]{0,400}\n){1,200}\w[^\n]{0,160}")
_MARKUP = re.compile(r"<[^<>]{0,200}>")
