"""Makes a finding out of a group of marks: its extent, its sentence, its code and the source it speaks of."""

import re

from untwin.domain.books.type_words import entity_of
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.named_number import named_number
from untwin.intake.marking.groups import Group
from untwin.intake.marking.guarded import guarded
from untwin.intake.marking.marks import What

# How far a sentence is followed in front of and behind the words it was known by.
BEFORE = 120
BEHIND = 400


def extent(text: str, group: Group, since: int, until: int) -> tuple[int, int, str | None]:
    """What of the view belongs to the error (the whole record, or the sentence with its code), and the code.

    It lies within `since` and `until`: where the error before ends, and where the next one starts.
    """
    start, end, code = _extent(text, group)
    return max(start, since), min(end, until), code


def _extent(text: str, group: Group) -> tuple[int, int, str | None]:
    code = group.code.name if group.code else None
    if group.fields:
        start, end = _record(text, group)
        code = code or _code_inside(text, start, end, group)
        if not code and (traced := _code_below_trace(text, end, group)):
            return start, traced.end("code"), traced.group("code")
        if not code and (in_front := _code_in_front(text, start, group)):
            return in_front[0], end, in_front[1]
        return start, end, code or _status(group)
    start, end = group.start, group.end
    if not group.code or group.code.start > start or group.words_at < 0:
        start = _sentence_start(text, start)
    if run := _RUN.match(text, end):
        end = run.end()
    elif not _complete(group) and not _code_behind(text, end, group):
        end = _sentence_end(text, end)
    if code:
        return start, end, code
    return _with_code_beside(text, start, end, group)


def _status(group: Group) -> str | None:
    """HTTP's code in front of an answer that has none of its own, where it says what the answer is about."""
    return group.status if group.status in _TELLING and classify("", group.status) is group.kind else None


def describe(text: str, group: Group, span: tuple[int, int], code: str | None, raw: str) -> Finding:
    """The finding of a group that covers `span` of the view; `raw` is its exact slice, `where` stays empty."""
    message = sentence(text, group, span, code)
    kind = _kind(text, group, span, message, code)
    tail = group.tail if kind is FaultKind.DUPLICATE_DOC_NUMBER else None
    return Finding(
        kind=kind,
        code=code,
        doc_number=tail.number if tail else named_number(message) if kind is FaultKind.DUPLICATE_DOC_NUMBER else None,
        txn_type=tail.txn_type if tail else None,
        entity=entity_of(tail.txn_type) if tail and tail.txn_type else None,
        txn_id=tail.txn_id if tail else None,
        message=message,
        source=_source(f"{text[span[0] : span[1]]} {raw}", group),
        text=raw,
        where="",
    )


def _kind(text: str, group: Group, span: tuple[int, int], message: str, code: str | None) -> FaultKind:
    """The kind its words were known by; else what the sentence, the code and the field complained of come to."""
    if code in _DESKTOP:
        return FaultKind.UNKNOWN
    if group.kind:
        return group.kind
    if group.tail:
        return FaultKind.DUPLICATE_DOC_NUMBER
    element = _ELEMENT.search(text, *span)
    kind = classify(f"{message} {element.group('name')}" if element else message, code)
    # A title glued to what stands before it is no part of the sentence.
    return classify(text[slice(*span)], code) if kind is FaultKind.UNKNOWN and What.TITLE in group.seen else kind


def sentence(text: str, group: Group, span: tuple[int, int], code: str | None) -> str:
    """What the error says, in one line and without its code; of two that start alike only the longer one."""
    if not group.fields:
        return _one_line(_without_code(text[span[0] : span[1]], code))
    parts: list[str] = []
    for own in sorted(group.fields.values(), key=lambda own: ("detail" in own.name, own.start)):
        said = _one_line(group.value_of(text, own, span[1]))
        if parts and parts[0] in said:
            parts[0] = said
        elif said and not any(said in part for part in parts):
            parts.append(said)
    return ": ".join(parts) or _one_line(text[span[0] : span[1]])


def _without_code(said: str, code: str | None) -> str:
    front = _CODE_IN_FRONT.match(said)
    if code and front and front.group("code").lstrip("0") == code:
        said = said[front.end() :]
    behind = _CODE_AT_END.search(said[-40:])
    return said[: len(said) - len(behind.group())] if code and behind and behind.group("code") == code else said


def _one_line(text: str) -> str:
    """Single blanks, a doubled opening once, nothing that can't be printed."""
    line = " ".join(text.split())
    if not line.isascii():
        line = line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    once = _DOUBLED.sub(r"\1", line) if line.count(":") > 1 else line
    return _NOTHING_MORE.sub("", once.strip(" ;,|"))


def _sentence_start(text: str, words: int) -> int:
    breaks = [found.end() for found in _SENTENCE_BREAK.finditer(text, max(0, words - BEFORE), words)]
    start = breaks[-1] if breaks else _word_start(text, max(0, words - BEFORE), words)
    return words - len(text[start:words].lstrip())


def _sentence_end(text: str, end: int) -> int:
    """Where the sentence ends that goes on at `end`; whole words of one that is longer than it is followed."""
    rest = text[end : end + BEHIND]
    length = len(_SENTENCE_END.match(rest).group())  # type: ignore[union-attr]
    cut = rest.rfind(" ") if length == BEHIND else -1
    return end + (cut if cut > 0 else length)


def _word_start(text: str, start: int, words: int) -> int:
    """Where the first whole word begins, of a sentence that begins further back than it is followed."""
    blank = text.find(" ", start, words)
    return start if start == 0 or blank < 0 else blank


def _complete(group: Group) -> bool:
    """Whether the error ends with its last mark: an id, or a code behind the words."""
    if group.tail and group.tail.end == group.end:
        return True
    return bool(group.code and group.code.end == group.end and 0 <= group.words_at < group.code.start)


def _record(text: str, group: Group) -> tuple[int, int]:
    """The record's fields with the braces or tags right around them."""
    opening = _OPENING.search(text, max(0, group.start - 240), group.start)
    # Words behind the last field stand in one whose name nobody knows.
    within = group.end <= max(own.end for own in group.fields.values())
    end = group.end if within or _complete(group) else _sentence_end(text, group.end)
    closing = _CLOSING.match(text, end) or _RUN.match(text, end)
    start = opening.start() if opening else group.start - (text[group.start - 1 : group.start] in ("'", '"', "[", ":"))
    return start, closing.end() if closing else end


def _with_code_beside(text: str, start: int, end: int, group: Group) -> tuple[int, int, str | None]:
    """The extent with a bare code in front or behind (`6140 - Duplicate ...`), if it is a code of this very kind."""
    own = _CODE_FIRST.match(text, start)
    if own and own.end() <= group.start and _fits(own.group("code"), group):
        return start, end, own.group("code").lstrip("0")
    for at in (start, group.start):
        if in_front := _code_in_front(text, at, group):
            return min(start, in_front[0]), end, in_front[1]
    own_code = _OWN_CODE.search(text[max(0, group.start - 30) : group.start])
    if own_code and classify("", own_code.group("code")) is group.kind:
        return start, end, own_code.group("code")
    behind = _code_behind(text, end, group)
    if behind:
        return start, behind.end(), behind.group("code").lstrip("0")
    if traced := _code_below_trace(text, end, group):
        return start, traced.end("code"), traced.group("code")
    at_end = _CODE_ENDS_LINE.match(text, end)
    if at_end and _fits(at_end.group("code"), group):
        return start, at_end.end(), at_end.group("code")
    return start, end, _code_inside(text, start, end, group)


def _code_in_front(text: str, at: int, group: Group) -> tuple[int, str] | None:
    """Where a code of this kind stands in front of a place, and the code: `6140 - ..`."""
    window = max(0, at - 80)
    found = _CODE_BEFORE.search(text[window:at]) if _DIGITS.search(text, window, at) else None
    fits = found and _fits(found.group("code"), group)
    return (window + found.start("code"), found.group("code").lstrip("0")) if found and fits else None


def _code_inside(text: str, start: int, end: int, group: Group) -> str | None:
    """The code that stands in brackets amid the error's words."""
    inside = (own.group("code") for own in _CODE_INSIDE.finditer(text, start, end))
    return next((code for code in inside if _fits(code, group)), None)


def _code_below_trace(text: str, end: int, group: Group) -> re.Match[str] | None:
    traced = _CODE_BELOW_TRACE.match(text, end)
    return traced if traced and _fits(traced.group("code"), group) else None


def _code_behind(text: str, end: int, group: Group) -> re.Match[str] | None:
    behind = _CODE_BEHIND.match(text, end)
    return behind if behind and not group.code and _fits(behind.group("code"), group) else None


def _fits(code: str, group: Group) -> bool:
    kind = group.kind or group.faint or (FaultKind.DUPLICATE_DOC_NUMBER if group.tail else None)
    digits = code.lstrip("0")
    if kind is None and What.TITLE in group.seen:
        return classify("", digits) in _TITLED
    return kind is not None and (classify("", digits) is kind or digits in _ALSO.get(kind, ()))


def _source(text: str, group: Group) -> str | None:
    tail = group.tail
    bare = tail and tail.assigned and not tail.typed and not tail.txn_id
    trust = bare and tail and entity_of(tail.txn_type or "") == "JournalEntry"
    if trust or _CLIO.search(text) or _CLIO_NAMED.search(text):
        return "clio"
    if group.kind in _OF_HUBSPOT:
        return "hubspot"
    return "hubspot" if _HUBSPOT.search(" ".join(text.lower().split())) else None


# QuickBooks Desktop's codes: what it says of a number is no matter of QuickBooks Online.
_DESKTOP = ("3140", "3170", "3171", "3175", "3176", "3180", "3210", "3260")
_TELLING = ("401", "429")
# What an opening that says no kind may come to.
_TITLED = (FaultKind.VALIDATION, FaultKind.OBJECT_NOT_FOUND, FaultKind.INVALID_REFERENCE)
# Codes that are printed beside a kind's words as well, by mistake or because they stand for many things.
_ALSO = {
    FaultKind.DUPLICATE_DOC_NUMBER: ("6210", "6240"),
    FaultKind.NUMBER_TOO_LONG: ("2050", "6000"),
    FaultKind.MISSING_CUSTOMER: ("2020", "6000"),
    FaultKind.SERVICE_DATE_REQUIRED: ("6000",),
    FaultKind.EXTERNAL_MODIFICATION: ("6000",),
}
_SENTENCE_BREAK = re.compile(r"[\n\t\"|{}\[\]<>:;!?.,](?:(?<![.,])|(?<=\.)(?!\d)|(?<=,)(?! ))")
_SENTENCE_END = re.compile(r"(?:[^\n\t\"|{}\[\]<>.;]|\.(?=\w))*[.\]]?(?: : null\b)?")
_DIGITS = re.compile(r"\d\d\d")
_CODE_FIRST = re.compile(
    r"\W{0,3}(?:(?:http(?:/[\d.]{1,3})?|qbo|qb|quickbooks|[45]\d\d(?= \d{3,4}\b)) )?(?P<code>\d{3,6})\W{1,5}",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(
    r"(?:^|[\n\t,;|(\[\"'#>`]|(?<=[a-z])/|(?<=\s)(?=6140[ ]\Z)|(?<![a-zA-Z0-9])(?:qbo|qb|quickbooks(?: online)?"
    r"|http(?:/[\d.]{1,3})?"
    r"|code|fehler|fout|erro"
    r"|error|getting|got|with"
    r"|an?|the|returned|answered|gave|says|said):?[ _-]|\) |[ ]{2})"
    r"[ \t]*#?\(?(?P<code>\d{3,6})"
    r"(?:[\"')\]`]{0,2}\s{0,3}[-\u2013\u2014:,;|\t()/]{0,2}\s{0,3}[\"'\[]?|[)\]]?\s?[:-]\s{1,3}[\w ]{1,40}:\s"
    r"|[)\]](?:[. ][^\n]{0,60})?[ :]|\s?\((?:an?|the) )\Z",
    re.IGNORECASE,
)
_OWN_CODE = re.compile(r"(?<!invoice)(?<!bill)(?<!number)(?<!no\.)(?<!#)[ ](?P<code>\d{4})[ :-]{1,3}\Z", re.IGNORECASE)
_CODE_INSIDE = re.compile(
    r"(?:[(\[]#?(?=\d{3,6}[)\]])|[\"'](?=\d{3,4} (?:- )?[A-Za-z])|\b(?i:(?:status|error) code|qbo"
    r"|quickbooks):? )(?P<code>\d{3,6})\b"
)
_CODE_ENDS_LINE = re.compile(
    r"[^\n(\[]{0,200}(?:\([^()\n]{0,120}\)[^\n(\[]{0,120})?[(\[](?P<code>\d{3,5})[)\]](?=[.\s\"'\u201d]{0,3}(?:\n|\Z))"
)
_CODE_BEHIND = re.compile(
    r"[.\"')]{0,2}(?:,[ ]?(?:\"\"|''))?"
    r"(?:[ \t]{0,3}[(\[,;|\t]\s{0,3}[\"'#]{0,2}| [-\u2013\u2014] #?(?=\d{3,5}[.\"']?(?:\n|\Z)))"
    r"(?P<code>\d{3,5})(?:(?=[\"',;.|\s]|\Z)|[)\]])"
)
# What JavaScript prints below an error: where it was thrown, then what it carries.
_CODE_BELOW_TRACE = re.compile(
    r"[^\n]{0,120}(?:\n[ \t]{1,8}at [^\n]{1,240}){1,40}[ \t]?\{(?:\s{1,8}\w{1,40}: [^\n{}]{0,120}){0,8}?"
    r"\s{1,8}\w{0,20}[cC]ode: ['\"]?(?P<code>\d{3,5})\b"
)
_CODE_IN_FRONT = re.compile(
    r"\W{0,3}(?:\w{1,20} ){0,4}?(?:(?:error|fault|exception)\W{0,3})?(?:(?:error)?code\W{0,3})?"
    r"(?P<code>\d{3,6})(?=\W{0,3}[:,(\t\n)\]|\u2013\u2014;-])\W{1,5}",
    re.IGNORECASE,
)
_CODE_AT_END = re.compile(r"[\s(\[,;|#\"']{1,6}(?P<code>\d{3,6})[)\]]{0,2}\Z")
# Fields of other names may stand in front of those that tell the error.
_OTHER_FIELDS = r"(?:[\s\"':]{0,20}\w{1,20}[\"']?\s?(?:=>|:)\s?[\"'][^\"'{}\[\]]{0,60}[\"'],){0,4}"
_OPENING = re.compile(rf"(?:[{{\[(]|<Error\b[^<>]*>?){_OTHER_FIELDS}[\s\"':(]{{0,80}}\Z", re.IGNORECASE)
# The field that is complained of belongs to the record; without brackets it ends a run of `name=value`.
_FIELD = r"[\"']?\s{0,20},?\s{0,80}[\"':\[]?element[\"'\]]?\s{0,5}(?:=>|[:=])\s{0,5}[\"']?\w{0,60}(?!\w)"
_BRACKET = r"[\s\"',;]{0,80}(?:</(?:Detail|Message)>\s{0,80}</Error>|</(?:Detail|Message)>|[}\])])"
_CLOSING = re.compile(rf"(?:{_FIELD})?{_BRACKET}", re.IGNORECASE)
_RUN = re.compile(
    r"(?:\s{0,3}[;,|]\s{0,3}\w{1,20}=[\"']?[\w.-]{1,40}[\"']?){0,3}?"
    r"\s{0,3}[;,|]?\s{0,3}\belement=[\"']?\w{1,60}[\"']?(?!\w)",
    re.IGNORECASE,
)
_ELEMENT = re.compile(r"\belement[\"'\]]?\s{0,5}(?:=>|[:=])\s{0,5}[\"']?(?P<name>\w{1,60})", re.IGNORECASE)
_CLIO = guarded("code (", r"(?i:\bcode) \(\d{3,6}\)\s?:")
_CLIO_NAMED = guarded("clio", r"\bClio\b")
_HUBSPOT = re.compile(
    r"has already been used for a document|hubspot|invoice should have an associated customer"
    r"|the display name is a duplicate|service date for the revenue recognition"
    # Its sentence for a used number, in other languages.
    r"|(?:f\u00fcr ein|pour un|para un|para um|per un|voor een|f\u00f6r ett|til et|for et) dok?[ck]ument\w? \("
)
_OF_HUBSPOT = (FaultKind.SERVICE_DATE_REQUIRED, FaultKind.EXTERNAL_MODIFICATION)
# What Java's library says behind an error of which it knows no more.
_NOTHING_MORE = re.compile(r"(?:[ ,;:]{1,3}(?:more error detail ?: ?)?null)+\Z", re.IGNORECASE)
_DOUBLED = re.compile(r"\A(.{8,120}?)\s?: \1(?=\s?:)")
