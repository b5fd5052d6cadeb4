"""Tells by the text around an error that no program printed whether such errors are only told of, or settled ones."""

from untwin.intake.judging.elsewhere import is_of_another_ledger, is_said_by_another
from untwin.intake.judging.explained import is_table_of_meanings
from untwin.intake.judging.pages import is_offered_help, is_on_a_page_of_help, is_supposed
from untwin.intake.judging.reason import Reason, always, first
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.tone import (
    PLAINLY,
    is_answered,
    is_code_in_a_column,
    is_handled,
    is_planned,
    is_row_of_rising_codes,
    is_settled,
    is_step,
    speaks_at_large,
)


def is_only_told_of(spot: Spot, *, many: bool) -> bool:
    """Whether the text around an error that no program printed speaks of such errors at large, or of what is settled.

    `many` errors close together are a list or a log: of those only what stands in a column of codes is told of.
    """
    return first(TOLD_OF_MANY if many else TOLD_OF, spot).answer


def _text_around(spot: Spot) -> str:
    return f"{spot.text_before} \u2026 {spot.text_behind}"


def _is_of_another_ledger(spot: Spot) -> bool:
    if not spot.of_number:
        return False
    return is_of_another_ledger(f"{spot.text_before} \u2026 {spot.whole_line} \u2026 {spot.text_behind}")


def _is_said_by_another(spot: Spot) -> bool:
    if not spot.of_number:
        return False
    head, words, _ = spot.around
    # Faint words are anybody's, as a code alone is.
    return is_said_by_another(head.lower(), words.lower(), anybodys=spot.code_alone or spot.group.kind is None)


def _is_handled(spot: Spot) -> bool:
    return is_handled(spot.text_before)


def _is_code_in_a_column(spot: Spot) -> bool:
    before, line, behind = spot.text_before, spot.whole_line, spot.text_behind
    return is_code_in_a_column(before, line, behind) or is_row_of_rising_codes(before, line, behind)


def _is_plainly_at_large(spot: Spot) -> bool:
    return not spot.of_number and not spot.group.code and speaks_at_large(_text_around(spot), PLAINLY)


def _is_hint_of_a_field(spot: Spot) -> bool:
    words = spot.around[1]
    return "\n" in words and words.lower().endswith("must be unique")


def _is_in_a_table_of_meanings(spot: Spot) -> bool:
    return is_table_of_meanings(spot.text_before, spot.whole_line)


def _is_planned(spot: Spot) -> bool:
    return is_planned(spot.around[0], spot.whole_line)


def _is_step(spot: Spot) -> bool:
    return is_step(spot.text_before, spot.whole_line)


def _is_settled(spot: Spot) -> bool:
    return is_settled(spot.text_before, spot.text_behind)


def _is_answered(spot: Spot) -> bool:
    return is_answered(spot.around[0], spot.text_behind)


def _speaks_at_large(spot: Spot) -> bool:
    return speaks_at_large(_text_around(spot))


_OF_ANY = (
    Reason("a number assigned", "A number is assigned to a document.", lambda spot: spot.told, answer=False),
    Reason("another ledger says so", "Another ledger says it of its own.", _is_said_by_another, answer=True),
    Reason("another ledger", "The text is of another ledger, or of an interface.", _is_of_another_ledger, answer=True),
    Reason("page of help", "The headings of a page of help stand around it.", is_on_a_page_of_help, answer=True),
    Reason("supposed of a reader", "Its reader is supposed to have met it.", is_supposed, answer=True),
    Reason("help by telephone", "Somebody sells help for it.", is_offered_help, answer=True),
    Reason("record", "A program wrote it as a record or an answer.", lambda spot: spot.printed, answer=False),
    Reason("handled", "It is in a list of what a program passes over.", _is_handled, answer=True),
    Reason("code in a column", "Its line is one of several codes and names.", _is_code_in_a_column, answer=True),
)
TOLD_OF_MANY = (
    *_OF_ANY,
    Reason("one of many", "So many errors close together are a list or a log.", always, answer=False),
)
TOLD_OF = (
    *_OF_ANY,
    Reason("plainly at large", "No code, and the text plainly teaches.", _is_plainly_at_large, answer=True),
    Reason("another kind", "It is no duplicate number.", lambda spot: not spot.of_number, answer=False),
    Reason("hint of a field", "It is what stands below a field to be filled in.", _is_hint_of_a_field, answer=True),
    Reason("meaning in a table", "It is in a table of what codes mean.", _is_in_a_table_of_meanings, answer=True),
    Reason("planned", "It is expected, wished for, or a heading.", _is_planned, answer=True),
    Reason("step", "It is a step of a described scenario.", _is_step, answer=True),
    Reason("settled", "The matter came to a good end.", _is_settled, answer=True),
    Reason("answered question", "It stands in a question that is answered at once.", _is_answered, answer=True),
    Reason("at large", "The text teaches or explains, and names nobody's document.", _speaks_at_large, answer=True),
    Reason("reported", "Nothing around it speaks against it.", always, answer=False),
)
