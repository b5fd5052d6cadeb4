"""Tells talk about errors (help pages, questions, settings, lists of codes, good news) from the report of one."""

from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.documented import is_shown, is_shown_by_an_article
from untwin.intake.judging.elsewhere import has_no_books, is_of_a_contract, is_of_an_event, is_of_another_thing
from untwin.intake.judging.explained import (
    is_asked_why,
    is_counted,
    is_entry_of_codes,
    is_explained,
    is_in_an_answer,
    is_item_of_a_lesson,
    is_of_a_list,
    is_table_of_meanings,
    is_under_a_guide,
    lists_codes,
)
from untwin.intake.judging.generally import asks_the_reader, is_announced, is_any_such, is_told_generally
from untwin.intake.judging.happened import has_happened, is_all_printed, is_message, names_a_paper
from untwin.intake.judging.program_lines import is_source, is_typed
from untwin.intake.judging.program_places import in_source, is_branch
from untwin.intake.judging.reason import Reason, always, first
from untwin.intake.judging.signs.denied import DENIED, FIXED_FIRST, IN_CASE, NOTHING_YET, OVER, PASSED, WHOEVER_DOES_SO
from untwin.intake.judging.signs.failing import TURNED_DOWN
from untwin.intake.judging.signs.general import (
    ASKS,
    CODE_IS,
    CONDITION,
    HABIT,
    MADE_UP,
    OPTION,
    POLITE,
    SUPPOSED,
    SUPPOSES,
    TEACHES,
    UNLESS,
)
from untwin.intake.judging.signs.reported import HAPPENED, OWN, REPORTED
from untwin.intake.judging.spot import EXPLAINED, FAR, NEAR, REACH, Spot
from untwin.intake.marking.marks import What


def is_talk(spot: Spot) -> bool:
    """Whether the words of a group only speak of errors: nothing failed, or nothing is said to have.

    What a program printed is never talk: a number that is assigned to a document, a record, QuickBooks' envelope.
    """
    return first(TALK, spot).answer


def _stands_in_source(spot: Spot) -> bool:
    return in_source(spot.text, spot.group.stands_at(), spot.group.end, handed=not spot.told)


def _is_a_line_of_source(spot: Spot) -> bool:
    if spot.group.envelope:
        return False
    arm = not spot.group.fields and is_branch(spot.behind(NEAR))
    return arm or is_source(spot.small_lead)


def _is_nothing_yet(spot: Spot) -> bool:
    return bool(NOTHING_YET.found(spot.small_line))


def _is_code_of_an_event(spot: Spot) -> bool:
    return spot.printed and spot.code_alone and spot.of_number and is_of_an_event(spot.small_line)


def _is_denied(spot: Spot) -> bool:
    before, _, behind = spot.sentence
    close, near = before[-NEAR:], behind[:NEAR]
    told = is_any_such(before, behind) or WHOEVER_DOES_SO.found(before)
    denied = DENIED.found(close) or IN_CASE.found(close) or (told and not names_a_paper(before + behind))
    return bool(denied or OVER.found(near) or PASSED.found(near) or FIXED_FIRST.found(before))


def _is_listed(spot: Spot) -> bool:
    start = max(0, spot.group.start - REACH)
    return is_entry_of_codes(spot.text[start : spot.group.end + REACH], spot.group.start - start)


def _is_typed(spot: Spot) -> bool:
    # Who tells of a failure may have looked for the document.
    lead = spot.around[0]
    return is_typed(spot.small_line) and not (REPORTED.found(lead.lower()) and names_a_paper(lead))


def _is_of_a_contract(spot: Spot) -> bool:
    return is_of_a_contract(spot.small_line)


def _is_of_another_thing(spot: Spot) -> bool:
    return spot.of_number and is_of_another_thing(spot.small_line)


def _is_code_without_books(spot: Spot) -> bool:
    group = spot.group
    said = group.kind or group.faint is FaultKind.DUPLICATE_DOC_NUMBER
    bare = not said and group.code is not None and group.code.name == "6140"
    return bare and has_no_books(spot.text[max(0, group.start - FAR) : group.end + FAR].lower())


def _is_general(spot: Spot) -> bool:
    """Whether the sentence asks, teaches, promises or supposes, and reports nothing."""
    before, inside, behind = spot.sentence
    before = POLITE.without(before)
    if not _speaks_generally(before, "" if What.TITLE in spot.group.seen else inside, behind):
        return False
    # Who asks goes on to say what was done.
    said = spot.small_line if ASKS.found(before) else before + inside + behind
    if CONDITION.found(before):
        said = HABIT.without(said)
    own = OWN.found(said) and not MADE_UP.found(before) and not _is_but_a_question(spot, before)
    return not (REPORTED.found(said) or own)


def _is_but_a_question(spot: Spot, before: str) -> bool:
    """Whether the text is nothing but one question that quotes nothing: a heading, or what was typed to find it."""
    text = spot.text.strip()
    quotes = _QUOTES.intersection(text) or names_a_paper(text)
    return bool(ASKS.found(before)) and text.endswith("?") and "\n" not in text and not quotes


def _speaks_generally(before: str, inside: str, behind: str) -> bool:
    """The same of the sentence alone; `inside` is empty where QuickBooks' own title heads the words."""
    asked = ASKS.found(before)
    if asked and ":" not in before[asked.end() :]:
        return True
    supposed = SUPPOSES.found(before + inside) or SUPPOSED.found(behind) or UNLESS.found(behind[:NEAR])
    return bool(supposed or TEACHES.found(before) or OPTION.found(before[-NEAR:]) or CODE_IS.found(before[-NEAR:]))


def _is_told_at_large(spot: Spot) -> bool:
    """Whether the words are named in general on a line that tells of no document and of no failure."""
    head, line = spot.small_lead, spot.small_line
    if not (spot.of_number or is_announced(head)):
        return False
    before, inside, behind = spot.sentence
    general = asks_the_reader(before, line[len(head) + len(inside) :]) or is_told_generally(head, before, behind)
    return general and not (REPORTED.found(line) or OWN.found(line) or HAPPENED.found(line))


def _is_item_of_a_lesson(spot: Spot) -> bool:
    return is_item_of_a_lesson(spot.before(EXPLAINED), spot.whole_line)


def _is_row_of_a_guide(spot: Spot) -> bool:
    head, words, _ = spot.around
    # The dearest last: few rows stand under a guide.
    return is_under_a_guide(spot.before(EXPLAINED)) and not names_a_paper(head + words) and _has_happened(spot)


def _is_counted(spot: Spot) -> bool:
    return is_counted(spot.before(EXPLAINED), spot.whole_line) and not names_a_paper(spot.whole_line)


def _has_happened(spot: Spot) -> bool:
    return has_happened(*spot.around)


def _is_all_printed(spot: Spot) -> bool:
    return is_all_printed(spot.before(EXPLAINED) + spot.around[1] + spot.behind(EXPLAINED))


def _lists_codes(spot: Spot) -> bool:
    return lists_codes(spot.whole_line)


def _is_of_a_list(spot: Spot) -> bool:
    return is_of_a_list(spot.before(EXPLAINED))


def _is_in_a_table_of_meanings(spot: Spot) -> bool:
    return is_table_of_meanings(spot.before(EXPLAINED), spot.around[1] + spot.behind(EXPLAINED))


def _is_asked_why(spot: Spot) -> bool:
    head, words, behind = spot.around
    return is_asked_why(spot.behind(EXPLAINED)) and not names_a_paper(head + words + behind)


def _is_in_an_answer(spot: Spot) -> bool:
    return is_in_an_answer(spot.before(EXPLAINED)) and not names_a_paper(spot.whole_line)


def _is_of_other_kind(spot: Spot) -> bool:
    return not spot.of_number


def _is_explained(spot: Spot) -> bool:
    return is_explained(spot.behind(EXPLAINED))


def _says_not_done(spot: Spot) -> bool:
    return TURNED_DOWN.found("".join(spot.sentence)) is not None


def _is_part_of_speech(spot: Spot) -> bool:
    head, words, rest = spot.around
    return not is_message(head, words if spot.group.said_at >= 0 else "", rest)


_QUOTES = frozenset("\"'\u201c\u201d\u2018:")
TALK = (
    Reason("program source", "It stands in a program's source.", _stands_in_source, answer=True),
    Reason("article", "It stands between two headings of an article.", is_shown_by_an_article, answer=True),
    Reason("assigned number", "A number is assigned to a document: printed, no talk.", lambda s: s.told, answer=False),
    Reason("line of source", "Its line is source that names it.", _is_a_line_of_source, answer=True),
    Reason("nothing yet", "A counter stands at nothing, or the line describes lines.", _is_nothing_yet, answer=True),
    Reason("shown", "Documentation shows it: a sample, or a row of advice.", is_shown, answer=True),
    Reason("code of an event", "A record's bare code is that of an event.", _is_code_of_an_event, answer=True),
    Reason("printed", "A program wrote it as a record or an answer.", lambda s: s.printed, answer=False),
    Reason("denied", "The sentence says that there is none, none any more, or only in case.", _is_denied, answer=True),
    Reason("entry of codes", "It is an entry of a list of what codes mean.", _is_listed, answer=True),
    Reason("typed", "Its line is one of a program, or what was typed to look for it.", _is_typed, answer=True),
    Reason("contract", "Its line is of a contract.", _is_of_a_contract, answer=True),
    Reason("another thing", "The number is that of something that is no document.", _is_of_another_thing, answer=True),
    Reason("no books", "A bare 6140 in a text without books.", _is_code_without_books, answer=True),
    Reason("general", "The sentence asks, teaches or supposes, and reports nothing.", _is_general, answer=True),
    Reason("told at large", "It is named in general, on a line where nothing failed.", _is_told_at_large, answer=True),
    Reason("item of a lesson", "It is an item of a list of what may come.", _is_item_of_a_lesson, answer=True),
    Reason("row of a guide", "It is a row under a head of meanings and remedies.", _is_row_of_a_guide, answer=True),
    Reason("in an answer", "It is in the answer of a list of frequent questions.", _is_in_an_answer, answer=True),
    Reason("counted", "Its row only counts how often such an error came.", _is_counted, answer=True),
    Reason("happened", "Its line tells of something that happened to somebody.", _has_happened, answer=False),
    Reason("all printed", "The text is nothing but what programs print.", _is_all_printed, answer=False),
    Reason("several codes", "Its line names three codes or more.", _lists_codes, answer=True),
    Reason("looked up", "It is a value in a program's list of texts.", _is_of_a_list, answer=True),
    Reason("table of meanings", "It is in a table of what codes mean.", _is_in_a_table_of_meanings, answer=True),
    Reason("asked why", "Below it stands the question why such errors come.", _is_asked_why, answer=True),
    Reason("other kind", "It is no duplicate number: nothing need have happened.", _is_of_other_kind, answer=False),
    Reason("explained", "What stands behind it says when such errors come.", _is_explained, answer=True),
    Reason("not done", "Its sentence says of a document that it was not posted.", _says_not_done, answer=False),
    Reason("part of speech", "Its words are part of a sentence that reports nothing.", _is_part_of_speech, answer=True),
    Reason("message", "Its words stand by themselves, as a program's message does.", always, answer=False),
)
