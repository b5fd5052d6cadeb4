"""Tells when an error is only thrown again: in the trace below it, in what holds it, at the same second of a log."""

from untwin.domain.errors.faults import FaultKind, Finding
from untwin.intake.finding.hit import Hit
from untwin.intake.finding.one_second import in_one_second
from untwin.intake.finding.signs.thrown import (
    DIED_BELOW,
    HELD_BY_A_GATEWAY,
    LOGGED_BY_PHP,
    PANIC,
    TASK_DIED,
    THROWN_ALONE,
)
from untwin.intake.finding.signs.twice import (
    AGAIN_IN_PRINT,
    CODE_FIELD,
    FIELD_NAME,
    INNER_THROWN,
    STACK,
    STAMP,
    THROWN_AS,
    THROWN_BELOW,
    TRACED,
    WORD,
)
from untwin.intake.judging.happened import names_a_paper

# Between a page's title and its heading, or a log's line and its beginning.
ECHO_GAP = 300


def is_thrown_again(raw: str, last: Hit, hit: Hit) -> bool:
    """Whether a hit is the one before as a program throws it."""
    between = raw[last.end : hit.start]
    if tells_the_same(last.finding, hit.finding):
        traced = ("Traceback" in between and TRACED.found(between)) or (
            THROWN_BELOW.found(between) and STACK.found(raw, hit.end)
        )
        if traced or (hit.finding.txn_id is not None and _goes_on(last, hit, between)):
            return True
    return _is_thrown_as(raw, last, hit, between) or _is_code_of(last.finding, hit.finding, between)


def is_logged_again(last: Finding, again: Finding, between: str) -> bool:
    """Whether a program dies of the error that it has logged, or logs what was thrown with it."""
    return tells_the_same(last, again) and any(sign.found(between) for sign in (PANIC, LOGGED_BY_PHP, TASK_DIED))


def only_says_it_was_thrown(finding: Finding, between: str) -> bool:
    """Whether a line only says that an exception was thrown; the error itself is on the line beside it."""
    near = len(between) <= ECHO_GAP and between.count("\n") <= 1
    return near and THROWN_ALONE.found(finding.message) is not None


def is_passed_on(outer: Finding, inner: Finding, between: str) -> bool:
    """Whether an error of another kind is only how a program passes on the one behind it."""
    if only_says_it_was_thrown(outer, between):
        return True
    if outer.kind is not FaultKind.SYSTEM or inner.kind is FaultKind.SYSTEM:
        return False
    # A page of the program's own that died of it, or a gateway in whose answer it stands.
    died = DIED_BELOW.found(between) if outer.code in (None, "500") else None
    if died:
        return not names_a_paper(between[: died.start()])
    return outer.code in (None, *_GATEWAY) and HELD_BY_A_GATEWAY.found(between) is not None


def _goes_on(last: Hit, hit: Hit, between: str) -> bool:
    """Whether the same is said once more by what holds it, or under the next name of its record."""
    if INNER_THROWN.found(between):
        return True
    same = hit.finding.message in last.finding.message or last.finding.message in hit.finding.message
    return hit.start >= last.end and same and AGAIN_IN_PRINT.found(between) is not None


def tells_the_same(one: Finding, other: Finding) -> bool:
    """Whether two errors are of one kind and name the same document."""
    return all(getattr(one, name) == getattr(other, name) for name in ("kind", "doc_number", "txn_id"))


def words_of(message: str) -> str:
    """The words of a message in small letters, without its numbers and signs."""
    return " ".join(WORD.compiled.findall(message.lower()))


def _is_thrown_as(raw: str, last: Hit, hit: Hit, between: str) -> bool:
    """Whether the title of an error is what is thrown for it, on the same line or at the same second of a log."""
    whole, title = last.finding, hit.finding
    bare = title.kind is whole.kind and not (title.txn_id or title.doc_number or title.code)
    key = FIELD_NAME.found(title.text)
    said, between = title.text[key.end() :] if key else title.message, between + (key.group() if key else "")
    told = bare and any(words_of(said) in words_of(each) for each in (whole.message, whole.text))
    thrown = THROWN_AS.found(between) if told else None
    if not thrown or names_a_paper(between):
        return False
    return not thrown.group("next") or in_one_second(raw, (last.start, last.end), STAMP, ECHO_GAP) is not None


def _is_code_of(whole: Finding, code: Finding, between: str) -> bool:
    """Whether the record of an error that has no code comes to it later on its line."""
    later = len(between) <= ECHO_GAP and not any(sign in between for sign in "{}\n")
    return later and whole.code is None and whole.kind is code.kind and CODE_FIELD.found(code.text) is not None


# HTTP's codes of what stands between two programs.
_GATEWAY = ("500", "502", "503", "504")
