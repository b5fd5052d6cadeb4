"""Gathers the marks of a text into groups, one for each error."""

import re
from collections.abc import Iterable, Iterator

from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.marking.again import doubles, is_code_of_a_title, is_headed, is_next_row
from untwin.intake.marking.group import Group
from untwin.intake.marking.marks import Mark, What

# How far apart, in characters, the parts of one error may stand: in running text, in a record, on one line.
PROSE_GAP = 200
RECORD_GAP = 400
LINE_GAP = 60
# Between an error's name and the sentence that explains it.
BESIDE = 4


def groups(text: str, found: Iterable[Mark]) -> Iterator[Group]:
    """The groups in the order of their starts; marks that lead to nothing are groups too (`worth` judges)."""
    current: Group | None = None
    status: str | None = None
    envelope_end = -RECORD_GAP
    for mark in found:
        if _ends_a_document(text, current, mark):
            yield from _closed(current)
            current, envelope_end = None, -RECORD_GAP
        elif mark.what is What.ENVELOPE or (mark.what is What.STOP and not _passed_over(text, current, mark)):
            if mark.what is What.ENVELOPE and current and _introduces(text, current, mark):
                status, current = current.code.name if current.code else None, None
            envelope_end = mark.end if mark.what is What.ENVELOPE else _envelope_goes_on(current, envelope_end)
            yield from _closed(current)
            current = None
        elif mark.what is What.STOP or (current and _idle(text, current, mark)):
            continue
        elif current and _joins(text, current, mark):
            current.add(mark)
        elif mark.what is not What.TAIL or (mark.tail and mark.tail.assigned):
            yield from _closed(current, mark)
            answer = mark.start - envelope_end < RECORD_GAP
            current, status = Group(mark.start, mark.end, answer, status if answer else None), None
            current.add(mark)
    yield from _closed(current)


def _ends_a_document(text: str, group: Group | None, mark: Mark) -> bool:
    """Whether one line of JSON ends with this mark and the next one begins."""
    ends = mark.what is What.STOP and _DOCUMENT_ENDS.match(text, mark.start)
    return bool(ends) and not (group and group.holds(mark))


def _introduces(text: str, group: Group, envelope: Mark) -> bool:
    """Whether a bare status (`Error: 429 - {"Fault": ..`) only stands in front of the answer that it heads."""
    between = text[group.end : envelope.start]
    return group.seen <= {What.CODE, What.LOOSE_CODE} and len(between) <= LINE_GAP and "\n" not in between


def _closed(group: Group | None, by: Mark | None = None) -> Iterator[Group]:
    """The group; it gives up what it covers of a mark that starts another one."""
    if group and by and by.start < group.end and group.tail:
        group.end = max(group.start, min(group.end, group.tail.end))
    if group:
        yield group


def _envelope_goes_on(group: Group | None, envelope_end: int) -> int:
    """An envelope holds several errors: each one that ends in it carries it on."""
    return group.end if group and group.envelope else envelope_end


def _passed_over(text: str, group: Group | None, stop: Mark) -> bool:
    """Whether a separator separates nothing: it is part of a value, or a blank line in the midst of an error."""
    if group is None:
        return True
    blank = text.startswith("\n", stop.start)
    tagged = blank and _BETWEEN_TAGS.match(text, stop.end) and (group.fields or group.code)
    if tagged and text[max(0, stop.start - RECORD_GAP) : stop.start].rstrip()[-1:] == ">":
        return True
    headed = stop.start - group.end <= 2 or is_code_of_a_title(text[group.end : stop.start])
    return group.holds(stop) or (blank and not group.tail and headed)


def _idle(text: str, group: Group, mark: Mark) -> bool:
    """Whether the mark repeats what the group says already, or is prose that only looks like a field."""
    if mark.what is What.FIELD:
        heads_value = any(own.value == mark.start for own in group.fields.values())
        return group.holds(mark) and (heads_value or not _is_a_key(text, mark))
    if mark.what in (What.CODE, What.LOOSE_CODE):
        return group.code is not None and group.holds(mark)
    if mark.what is What.TITLE and group.seen & {What.PHRASE, What.TITLE}:
        beside = mark.start - group.end <= BESIDE and group.tail is None
        between = text[group.end : mark.start]
        return not (beside or len(between) > PROSE_GAP or "\n" in between or _NEXT_NAMED.search(between))
    if mark.what in (What.PHRASE, What.FAINT) and group.fields and mark.kind is group.kind:
        # What a record says once more under another name; its end would have closed the group.
        return not group.holds(mark) and LINE_GAP < mark.start - group.end <= RECORD_GAP
    if mark.what is What.TAIL and mark.tail and group.tail:
        same = (mark.tail.number, mark.tail.txn_id) == (group.tail.number, group.tail.txn_id)
        return same and mark.start - group.end <= PROSE_GAP and (bool(group.fields) or mark.start < group.end)
    return False


def _is_a_key(text: str, field_mark: Mark) -> bool:
    """Whether a field is written as records write it (`"message":`, `[message] =>`, `<Message>`), not as prose does."""
    before = text[field_mark.start - 1 : field_mark.start]
    behind = field_mark.start + len(field_mark.name)
    return before in ("[", ":", "<") or (before in ('"', "'") and text[behind : behind + 1] == before)


def _joins(text: str, group: Group, mark: Mark) -> bool:
    gap = mark.start - group.end
    if mark.what is What.FIELD:
        return _field_joins(text, group, mark, gap)
    if mark.what in (What.CODE, What.LOOSE_CODE):
        return _code_joins(text, group, mark, gap)
    if group.fields and (group.holds(mark) or (gap <= LINE_GAP and not _is_another(text, group, mark))):
        return not _starts_anew(text, group, mark)
    if mark.what is What.TAIL:
        return group.tail is None and group.kind in (None, FaultKind.DUPLICATE_DOC_NUMBER) and gap <= PROSE_GAP
    return _words_join(text, group, mark, gap)


def _field_joins(text: str, group: Group, mark: Mark, gap: int) -> bool:
    if group.holds(mark):
        return False
    if mark.name in group.fields and not _goes_inside(text, group, mark):
        return False
    if group.bare() and _NEXT_ROW.search(text, group.end, mark.start):
        return False
    item = _ITEM.search(text, group.end, mark.start) if group.kind else None
    if item and (item.end() < mark.start - 1 or not group.fields):
        return False
    if group.fields or group.bare():
        return gap <= RECORD_GAP
    between = text[group.end : mark.start]
    below = not between.strip(" \t\r\n,") or is_code_of_a_title(between)
    below = below or (mark.name.startswith("detail") and bool(_REST_OF_TITLE.fullmatch(between)))
    return group.tail is None and gap <= LINE_GAP and ("\n" not in between or below)


def _goes_inside(text: str, group: Group, mark: Mark) -> bool:
    """Whether a field comes again with the error itself, where it has only said that one was thrown, or holds it."""
    said, again = (group.value_of(text, own) for own in (group.fields[mark.name], mark))
    return bool(_THROWN.search(said)) or (bool(_THROWN_WITH.search(said)) and again.strip("\\\"' ") in said)


def _code_joins(text: str, group: Group, mark: Mark, gap: int) -> bool:
    if group.code and group.code.name in _HTTP and mark.name not in _HTTP and "\n" not in text[group.end : mark.start]:
        # An answer's status, then the code of what it answers.
        return gap <= (RECORD_GAP if group.fields else PROSE_GAP)
    if group.fields and gap <= RECORD_GAP:
        if group.code is None or group.holds(group.code):
            return True
        # On a later line a code that stands in front of its record, as this one's does, begins the next one.
        headed = group.code.start == group.start and "\n" in text[group.end : mark.start]
        return group.code.name == mark.name and (not headed or group.holds(mark))
    heads_next = text[mark.end : mark.end + 4].lstrip("\"')] ").startswith((":", "-"))
    kind = group.kind or (FaultKind.VALIDATION if What.TITLE in group.seen else None)
    own = kind is not None and classify("", mark.name) is kind
    # `Object Not Found Exception 610: `: the words are the name of what was thrown.
    if group.code is None and _is_thrown_by_name(text, group, mark):
        return True
    between = text[group.end : mark.start]
    # A title's own code on its line, and then its detail.
    heads_detail = own and gap <= LINE_GAP and not any(c.isdigit() or c == "\n" for c in between)
    if group.code or (heads_next and not group.bare() and not heads_detail):
        return False
    return bool(_IN_BRACKETS_BELOW.fullmatch(between)) or (
        gap <= (PROSE_GAP if own else LINE_GAP) and "\n" not in between.rstrip()
    )


def _is_thrown_by_name(text: str, group: Group, mark: Mark) -> bool:
    """Whether the group is but the name of what was thrown, and its code stands behind: `NumberTaken: it said 6140`."""
    between = text[group.end : mark.start]
    named = group.kind is None and between.startswith(":") and " " not in text[group.start : group.end]
    return named and classify("", mark.name) is group.faint and len(between) <= LINE_GAP and "\n" not in between


def _is_another(text: str, group: Group, mark: Mark) -> bool:
    """Whether words below a record are of another kind: those of the next line of a log."""
    kind = FaultKind.DUPLICATE_DOC_NUMBER if mark.what is What.TAIL else mark.kind
    other = group.kind is not None and kind not in (None, group.kind)
    return other and "\n" in text[group.end : mark.start]


def _starts_anew(text: str, group: Group, mark: Mark) -> bool:
    """Whether one field goes on to a second error: its first has come to its tail."""
    again = mark.what is What.PHRASE and mark.rank in group.ranks and _LINE_BETWEEN.search(text, group.end, mark.start)
    if again or _APART.search(text, max(0, mark.start - 4), mark.start):
        return True
    if group.tail is None or mark.start < group.tail.end:
        return False
    between = [own for own in group.fields.values() if group.tail.end < own.value <= mark.start]
    return not between


def _words_join(text: str, group: Group, mark: Mark, gap: int) -> bool:
    if group.tail is not None or gap > PROSE_GAP:
        return _names_what_is_told(text, group, mark)
    between = text[group.end : mark.start]
    apart = _BLANK_LINE.search(between) and len(between.strip()) > 8
    if apart and not is_headed(group.kind, group.rank, between, mark):
        return False
    if group.bare():
        row = is_next_row(text, (group.stands_at(), group.end), mark)
        other = _NEXT_ITEM.search(between) if group.code is None else _AND_ANOTHER.search(between)
        return gap <= PROSE_GAP // 2 and not row and not other
    if mark.what is not What.PHRASE:
        faint = mark.what is What.FAINT and gap <= LINE_GAP and "\n" not in between
        return faint or (mark.what is What.TITLE and gap <= BESIDE and "\n" not in between)
    if group.kind is None:
        return group.faint is mark.kind or ("\n" not in between and gap <= LINE_GAP)
    if mark.kind is not group.kind:
        return False
    if mark.rank == group.rank:
        return doubles(text, between, mark)
    # Sentences in another order than QuickBooks prints them, as people and products retell them.
    return mark.rank > group.rank or (mark.rank not in group.ranks and "\n" not in between)


def _names_what_is_told(text: str, group: Group, mark: Mark) -> bool:
    """Whether the error's name stands in brackets right behind its tail: `.. with TxnId=5 (Duplicate ..`."""
    if group.tail is None or group.kind or mark.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return False
    return bool(_BEHIND_TAIL.fullmatch(text, group.end, max(group.end, mark.start)))


# What Intuit's library for .NET says in front of the errors themselves.
_THROWN = re.compile(r"exception was thrown\W{0,3}\Z", re.IGNORECASE)
# An opening that has said what follows it, and the head of the next line's item: `Error: bad rate\nINV-4 failed: `.
_NEXT_ITEM = re.compile(
    r"\w[.)]?[ \t\r]{0,8}\n[^\n]{1,80}[:\t|-][ \t][^\n:]{0,24}\Z"
    # The next item of a list on one line: `.. a valid tax code. 2. `.
    r"|\w[.;] \(?\d{1,2}[.)] "
    # A sentence of the opening's own that has ended, and the next line, value or part behind it.
    r"|\A[^\n]{0,160}\w{2} \w[^\n]{0,160}[.!][\"'| \t\r]{0,6}(?:\n[^\n]{0,80}\Z|[\"'],\s{0,3}[\"']|; )"
    # A row of a table, or what a library puts between two errors.
    r"|\w{2}[^\n]{2,80}\n[^\n]{0,60}(?:[,;|\t][^\n,;|\t]{0,40}){2}\Z|,\s?;\s\Z"
)
# `.. was not saved.; INV-4: `, `.. not found", "INV-4": "`.
_NEXT_NAMED = re.compile(r"[.;,\"'] {0,2}[\"']?[a-z][\w ]{0,12}[ #-]?\d[\w-]{0,12}[\"']?:\s[\"']?\Z", re.IGNORECASE)
# `6140 on 2210 and stale object on 2212`.
_AND_ANOTHER = re.compile(r"\b(?:on|for|with) [^\s,]{1,24},? (?:and|plus|then|but)\b")
_THROWN_WITH = re.compile(r"exception was thrown\W{0,3}details:", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"\s{0,80}</?(?:error|message|detail)\b", re.IGNORECASE)
_LINE_BETWEEN = re.compile(r"\n[^\n\w]{0,40}\w[^\n]{0,60}\n")
_APART = re.compile(r",\s?;\s\Z")
# The next item of a list.
_ITEM = re.compile(r"\n[ \t]{0,12}(?:[\u2022*+-]|\d{1,2}[.)])[ \t]")
# The next row of a printed table, up to the cell that the mark begins: `.. an account.\n 80 | push_bill | `.
_NEXT_ROW = re.compile(r"\w[.)]?[ \t\r]{0,8}\n[^\n|]{0,60}(?:\|[^\n|]{0,40}){2,8}\Z")
# `.. before you save.`, and on the next line `(code: 6000)`.
_IN_BRACKETS_BELOW = re.compile(r"[^\n]{0,200}\n[ \t]{0,4}[(\[](?:error )?")
# `.. with TxnId=5 (Duplicate Document Number Error`, `.. with TxnId=5 - Duplicate ..`.
_BEHIND_TAIL = re.compile(r"[\"')]?\s?(?:\(| ?[\u2013\u2014-] )")
# `.. while processing your request`, and on the next line `Detail: `.
_REST_OF_TITLE = re.compile(r"[^\n\d:]{0,60}\r?\n[ \t]{0,8}")
_DOCUMENT_ENDS = re.compile(r"\}[ \t\r]{0,3}\n\{")
_HTTP = ("400", "401", "403", "422", "429", "500", "503")
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,80}\n")
