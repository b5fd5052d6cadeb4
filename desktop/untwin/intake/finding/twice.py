"""Tells when two errors of a text are one that was printed twice: a head and its record, a title, another's words."""

from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.headed import is_reported_once
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.one_second import in_one_second
from untwin.intake.finding.signs.twice import (
    BODY,
    BODY_AGAIN,
    DETAILS,
    EMPTY_LINE,
    GRANT,
    HEADS_A_RECORD,
    IN_WORDS,
    INNER,
    INSIDE,
    LOG_HEAD,
    MARKUP,
    NAME_ALONE,
    NEXT_DOCUMENT,
    NEXT_NAME,
    NEXT_VALUE,
    OPENS_AGAIN,
    OUTER,
    REST_OF_LINE,
    RETOLD_BY,
    STATUS,
    SUBJECT,
    TAIL_ALONE,
    THEN_TITLE,
    THROWN_WITH,
    WORDS_GO_ON,
)
from untwin.intake.finding.thrown import (
    ECHO_GAP,
    is_logged_again,
    is_passed_on,
    is_thrown_again,
    only_says_it_was_thrown,
    tells_the_same,
    words_of,
)
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.spot import Spot
from untwin.intake.marking.group import Group

# Between what people tell of an answer and the answer.
TOLD_GAP = 600


def announces(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an error only heads the one behind it, which says more: `Authentication failed {"fault": ..`."""
    (hit, group), (other, more) = first, second
    between = (group.end, max(group.end, more.start))
    if hit.finding.kind is FaultKind.UNKNOWN and hit.finding.code in _HTTP:
        return bool(DETAILS.found(text, *between)) and Spot(text, more).record
    if hit.finding.kind is not other.finding.kind:
        return is_passed_on(hit.finding, other.finding, text[slice(*between)])
    if _is_inner(hit.finding, other.finding, text[slice(*between)]) or _is_told_first(text, group, more):
        return True
    titled = _is_title_of(text, first, second) or _is_title_in_a_log(text, first, second)
    if titled or _is_status_of(text, hit, group, more) or _is_subject(text, first, second):
        return True
    if _is_named_again(text, first, second) or is_reported_once(text, first, second):
        return True
    if not Spot(text, more).record:
        return not group.tail and _retells(text[slice(*between)])
    told = Spot(text, group).record
    if group.tail:
        same = _holder(hit.finding) == _holder(other.finding)
        return same and bool((INSIDE if told else BODY).found(text, *between))
    return not told and _names_no_other(text, group, other.finding) and _heads(text, first, more)


def _is_inner(outer: Finding, inner: Finding, between: str) -> bool:
    """Whether a product's record holds the answer that it retells, or whose title it only has for a message."""
    if outer.code not in _HTTP or not DETAILS.found(between):
        return False
    if outer.txn_id is None and inner.message.startswith(outer.message):
        return True
    titled = OUTER.found(outer.message) and INNER.found(inner.message)
    return bool(titled or STATUS.found(outer.message))


def _is_status_of(text: str, hit: Hit, group: Group, more: Group) -> bool:
    """Whether HTTP's code and nothing else stands right in front of an answer that has its own: `429: errorCode=..`."""
    between = text[group.end : max(group.end, more.start)]
    bare = hit.finding.code in _HTTP and group.bare() and more.code is not None
    return bare and len(between) <= len(" - [") and not any(c.isalnum() or c == "\n" for c in between)


def _is_title_of(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an opening that stands alone on its line is the title of the error that begins with it further below."""
    (hit, group), (other, more) = first, second
    title, between = hit.finding.message, text[group.end : max(group.end, more.start)]
    if len(between) > TOLD_GAP or not other.finding.message.lower().startswith(title.lower()):
        return False
    if hit.finding.code and len(other.finding.message) == len(title):
        return False
    # A name of the next document alone on its line.
    if NEXT_DOCUMENT.found(between):
        return False
    alone = Spot(text, group).line.replace(title, "", 1).replace(hit.finding.code or "", "", 1)
    return bool(NAME_ALONE.found(alone) and EMPTY_LINE.found(between))


def _is_title_in_a_log(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether a title or a status alone is logged at the second at which the next line logs the whole of it."""
    (hit, group), (other, more) = first, second
    title, between = hit.finding.message, text[group.end : max(group.end, more.start)]
    if hit.finding.code not in _HTTP or between.count("\n") != 1:
        return False
    logged = in_one_second(text, (group.start, group.end), LOG_HEAD, ECHO_GAP)
    if logged is None:
        return False
    if Spot(text, more).record:
        return not group.tail and _names_no_other(text, group, other.finding)
    if hit.finding.code or not other.finding.message.lower().startswith(title.lower()):
        return False
    return len(other.finding.message) > len(title) and bool(NAME_ALONE.found(text, logged.end(), group.start))


def _is_subject(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether an error stands in the subject of a mail whose first sentence is the other one."""
    group, (other, more) = first[1], second
    between = text[group.end : max(group.end, more.start)]
    if group.tail or len(between) > TOLD_GAP or not EMPTY_LINE.found(between):
        return False
    return bool(SUBJECT.found(Spot(text, group).line)) and _names_no_other(text, group, other.finding)


def _is_named_again(text: str, first: tuple[Hit, Group], second: tuple[Hit, Group]) -> bool:
    """Whether the same words stand once more in brackets or a print's next value, and go on to the document."""
    (hit, group), (other, more) = first, second
    longer = len(other.finding.message) > len(hit.finding.message) and not group.tail
    between = (group.end, max(group.end, more.start))
    if not longer or not (NEXT_VALUE.found(text, *between) or OPENS_AGAIN.found(text, *between)):
        return False
    return words_of(text[group.stands_at() : group.end]) in words_of(other.finding.message)


def _is_told_first(text: str, group: Group, more: Group) -> bool:
    """Whether a sentence of people's quotes the answer of the sign-in that is shown below it."""
    if group.kind is not FaultKind.AUTH or more.start - group.end > TOLD_GAP:
        return False
    return _is_in_a_sentence(text, group) is True and _is_in_a_sentence(text, more) is False


def _is_in_a_sentence(text: str, group: Group) -> bool | None:
    """Whether the answer of the sign-in that a group holds stands amid words; None where it holds none."""
    quoted = GRANT.found(text, group.start, group.end)
    if quoted is None:
        return None
    near = max(0, quoted.start() - TOLD_GAP)
    line = text[max(near, text.rfind("\n", near, group.start) + 1) : quoted.start()]
    return bool(IN_WORDS.found(line) and WORDS_GO_ON.found(text, quoted.end()))


def _heads(text: str, first: tuple[Hit, Group], record: Group) -> bool:
    """Whether a line of words, perhaps with HTTP's code, stands right in front of the record of the same code."""
    hit, group = first
    ours = hit.finding.code in _HTTP or (record.code is not None and hit.finding.code == record.code.name)
    start = max(group.stands_at(), text.rfind("\n", group.start, group.end) + 1)
    headed = HEADS_A_RECORD.found(text, start, max(start, record.start))
    return ours and bool(headed or THROWN_WITH.found(text, group.end, max(group.end, record.start)))


def _names_no_other(text: str, group: Group, finding: Finding) -> bool:
    """Whether the line of words names no document but the one that the record names."""
    number, line = finding.doc_number, Spot(text, group).around[0]
    return not number or number in line or not names_a_paper(line)


def _retells(between: str) -> bool:
    """Whether what stands between two errors says that the second is how another program put the first."""
    return bool(RETOLD_BY.found(between)) and not names_a_paper(between)


def _holder(finding: Finding) -> tuple[str | None, str | None]:
    return finding.doc_number, finding.txn_id


def echoes(last: Hit, hit: Hit, raw: str) -> bool:
    """Whether a hit only says the one before again, right behind it: `Message: Detail` with both holding the tail."""
    between = raw[last.end : hit.start]
    if GRANT.found(last.finding.text) and GRANT.found(hit.finding.text) and NEXT_NAME.found(between):
        return True
    if hit.finding.text == last.finding.text and BODY_AGAIN.found(between):
        return True
    if is_logged_again(last.finding, hit.finding, between):
        return True
    if hit.finding.message == last.finding.message and hit.finding.txn_id is None and len(between) <= ECHO_GAP:
        # The title of a page and its heading.
        markup = MARKUP.compiled.sub("", between)
        return hit.start >= last.end and markup != between and not markup.strip()
    if is_thrown_again(raw, last, hit) or _is_only_named(last.finding, hit.finding, between):
        return True
    # Two records of a list are two errors, whatever they say.
    listed = raw[last.start : last.start + 1] == "{" and raw[hit.start : hit.start + 1] == "{"
    near = hit.start >= last.end and len(between) <= 5 and not any(c.isalnum() or c == "\n" for c in between)
    return near and not listed and hit.finding.txn_id is not None and tells_the_same(last.finding, hit.finding)


def _is_only_named(told: Finding, name: Finding, between: str) -> bool:
    """Whether an error is only given its name behind what was told of it."""
    return (
        only_says_it_was_thrown(name, between)
        or _is_name_of_a_tail(told, name, between)
        or _is_title_below(told, name, between)
        or _is_name_in_brackets(told, name, between)
    )


def _is_title_below(whole: Finding, title: Finding, between: str) -> bool:
    """Whether a print comes to the title of an error only behind its detail: its names are in the alphabet's order."""
    bare = title.kind is whole.kind and not (title.txn_id or title.doc_number or title.code)
    return bare and bool(THEN_TITLE.found(between)) and words_of(title.message) in words_of(whole.message)


def _is_name_in_brackets(told: Finding, name: Finding, between: str) -> bool:
    """Whether an error's name stands in brackets at the end of the line on which a number is said to be assigned."""
    bare = name.kind is told.kind and not (name.txn_id or name.doc_number or name.code) and told.txn_id is not None
    return bare and name.text.startswith("(") and bool(REST_OF_LINE.found(between))


def _is_name_of_a_tail(told: Finding, name: Finding, between: str) -> bool:
    """Whether an assigned number without any words of an error is given its name later on the line."""
    if told.kind is not name.kind or not told.txn_id or name.doc_number or not TAIL_ALONE.found(told.message):
        return False
    return bool(REST_OF_LINE.found(between)) and "\n" not in name.text


# What the head of a record may have for a code.
_HTTP = (None, "400", "401", "403", "429", "500", "503")
