"""Makes a finding out of a group of marks: its extent, its sentence, its code and the source it speaks of."""

from untwin.domain.books.type_words import entity_of
from untwin.domain.errors.fault_codes import OF_THE_DESKTOP, REFUSED
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.domain.errors.told_words import known_or_told
from untwin.intake.finding.code_beside import (
    code_behind,
    code_below_trace,
    code_in_front,
    code_inside,
    with_code_alone,
    with_code_beside,
)
from untwin.intake.finding.named_number import number_in_use
from untwin.intake.finding.signs.extent import (
    CLOSES_A_RECORD,
    CODE_IN_FRONT,
    CODE_IN_THE_END,
    DOUBLED,
    ELEMENT,
    GOES_ON,
    LOG_LEVEL,
    NAMED_NEAR,
    NOTHING_MORE,
    OF_CLIO,
    OF_HUBSPOT,
    OPENS_A_RECORD,
    RUN_OF_FIELDS,
    SENTENCE_BREAK,
    SENTENCE_STOP,
)
from untwin.intake.marking.group import Group
from untwin.intake.marking.marks import Mark, What

# How far a sentence is followed in front of and behind the words it was known by.
BEFORE = 120
BEHIND = 400
# So many sentences more QuickBooks prints behind the one that names the error.
MORE = 2
# How far before an error the program that it came from may be named.
NAMED = 600


def extent(text: str, flowed: str, group: Group, since: int, until: int) -> tuple[int, int, str | None]:
    """What of the view belongs to the error (the whole record, or the sentence with its code), and the code.

    `flowed` is the view without the line breaks that only a page's width made: a sentence goes on over these.

    It lies within `since` and `until`: where the error before ends, and where the next one starts.
    """
    start, end, code = _extent(text, flowed, group)
    return max(start, since), min(end, until), code


def _extent(text: str, flowed: str, group: Group) -> tuple[int, int, str | None]:
    code = group.code.name if group.code and not _only_status(text, group, group.code) else None
    if group.fields:
        start, end = _record(text, group)
        code = code or code_inside(text, start, end, group)
        return (start, end, code) if code else _record_with_code(text, start, end, group)
    start, end = group.start, group.end
    if not group.code or group.code.start > start or group.words_at < 0:
        start = _sentence_start(text, start)
    if run := RUN_OF_FIELDS.found(text, end):
        end = run.end()
    elif not _complete(group) and not code_behind(text, end, group):
        end = _sentence_end(flowed, end)
    if code:
        return start, end, code
    return with_code_beside(text, start, end, group)


def _record_with_code(text: str, start: int, end: int, group: Group) -> tuple[int, int, str | None]:
    """The extent of a record without a code of its own, with one that stands below its trace or in front."""
    if traced := code_below_trace(text, end, group):
        return start, traced.end("code"), traced.group("code")
    for at in (start, group.stands_at()):
        if in_front := code_in_front(text, at, group):
            return min(start, in_front[0]), end, in_front[1]
    if status := _status(group):
        return start, end, status
    return with_code_alone(text, start, end, group)


def _only_status(text: str, group: Group, code: Mark) -> bool:
    """Whether a number that nothing calls a code is HTTP's, in front of words that tell more: `Error: 400 Bad ..`."""
    if code.name not in REFUSED:
        return False
    if group.tail or group.kind not in (None, FaultKind.VALIDATION):
        return True
    told = bool(group.kind or What.TITLE in group.seen) and not group.envelope
    return told and "code" not in text[code.start : code.end].lower()


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
        doc_number=tail.number if tail else number_in_use(kind, message),
        txn_type=tail.txn_type if tail else None,
        entity=entity_of(tail.txn_type) if tail and tail.txn_type else None,
        txn_id=tail.txn_id if tail else None,
        message=message,
        source=_source(f"{text[span[0] : span[1]]} {raw}", group) or _named_near(text, *span),
        text=raw,
        where="",
    )


def _kind(text: str, group: Group, span: tuple[int, int], message: str, code: str | None) -> FaultKind:
    """The kind its words were known by; else what the sentence, the code and the field complained of come to."""
    if code in OF_THE_DESKTOP:
        return FaultKind.UNKNOWN
    if group.kind:
        return group.kind
    if group.tail:
        return FaultKind.DUPLICATE_DOC_NUMBER
    element = ELEMENT.found(text, *span)
    kind = classify(f"{message} {element.group('name')}" if element else message, code)
    if kind is not FaultKind.UNKNOWN:
        return kind
    # A title glued to what stands before it is no part of the sentence; what a program calls its error may be none.
    beside = classify(text[slice(*span)], code) if What.TITLE in group.seen else kind
    known = group.faint or beside
    return known_or_told(known, message) if code is None else known


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
    front = CODE_IN_FRONT.found(said)
    if code and front and front.group("code").lstrip("0") == code:
        said = said[front.end() :]
    behind = CODE_IN_THE_END.found(said[-40:])
    return said[: len(said) - len(behind.group())] if code and behind and behind.group("code") == code else said


def _one_line(text: str) -> str:
    """Single blanks, a doubled opening once, nothing that can't be printed."""
    line = " ".join(text.split())
    if not line.isascii():
        line = line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    once = DOUBLED.compiled.sub(r"\1", line) if line.count(":") > 1 else line
    return NOTHING_MORE.compiled.sub("", once.strip(" ;,|"))


def _sentence_start(text: str, words: int) -> int:
    breaks = [found.end() for found in SENTENCE_BREAK.compiled.finditer(text, max(0, words - BEFORE), words)]
    start = breaks[-1] if breaks else _word_start(text, max(0, words - BEFORE), words)
    if logged := LOG_LEVEL.found(text, start, words):
        start = logged.end()
    return words - len(text[start:words].lstrip())


def _sentence_end(text: str, end: int) -> int:
    """Where the sentence ends that goes on at `end`, with what QuickBooks always says behind it."""
    end, stopped = _one_sentence_end(text, end)
    for _ in range(MORE):
        goes_on = GOES_ON.found(text, end) if stopped and text[end - 1 : end] == "." else None
        if not goes_on:
            break
        end, stopped = _one_sentence_end(text, goes_on.end())
    return end


def _one_sentence_end(text: str, end: int) -> tuple[int, bool]:
    """The end of one sentence, and whether it came to one; whole words of one that is longer than it is followed."""
    rest = text[end : end + BEHIND]
    stop = SENTENCE_STOP.found(rest)
    length = stop.end() if stop else len(rest)
    cut = rest.rfind(" ") if length == BEHIND else -1
    return end + (cut if cut > 0 else length), cut <= 0


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
    opening = OPENS_A_RECORD.found(text, max(0, group.start - 240), group.start)
    # Words behind the last field stand in one whose name nobody knows.
    within = group.end <= max(own.end for own in group.fields.values())
    end = group.end if within or _complete(group) else _sentence_end(text, group.end)
    closing = CLOSES_A_RECORD.found(text, end) or RUN_OF_FIELDS.found(text, end)
    start = opening.start() if opening else group.start - (text[group.start - 1 : group.start] in ("'", '"', "[", ":"))
    return start, closing.end() if closing else end


def _source(text: str, group: Group) -> str | None:
    tail = group.tail
    bare = tail and tail.assigned and not tail.typed and not tail.txn_id
    trust = bare and tail and entity_of(tail.txn_type or "") == "JournalEntry"
    if trust or OF_CLIO.found(text):
        return "clio"
    if group.kind in _HUBSPOTS_KINDS:
        return "hubspot"
    return "hubspot" if OF_HUBSPOT.found(" ".join(text.lower().split())) else None


def _named_near(text: str, start: int, end: int) -> str | None:
    """The one source that the text names around an error; None where it names both, or none."""
    near = text[max(0, start - NAMED) : end + BEHIND].lower()
    named = NAMED_NEAR.which(near)
    return named[0] if len(named) == 1 else None


_TELLING = ("401", "429")
# Kinds of which only HubSpot's sync is known to fail.
_HUBSPOTS_KINDS = (FaultKind.SERVICE_DATE_REQUIRED, FaultKind.EXTERNAL_MODIFICATION)
