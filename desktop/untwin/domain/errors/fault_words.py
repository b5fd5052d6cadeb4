"""Knows the kind of an error by its words and its code, as QuickBooks and the products around it print them."""

import re
from collections.abc import Sequence

from untwin.domain.errors.fault_codes import OWN_FIGURES, kind_of_code
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.sentences import FAINT_PHRASES, PHRASES, VALIDATION_TITLES
from untwin.domain.words.plain_text import plain


def classify(message: str, code: str | None) -> FaultKind:
    """The kind of an error with this sentence and printed code; the words outrank the code.

    Codes are misprinted in the wild (6210 and 6240 beside duplicate-number words), sentences hardly ever.
    """
    words = _SETTING_NAMES.sub("", plain(message))
    sure = _by_words(words, _WORDS) or kind_of_own_code(code, words)
    return sure or _by_words(words, _FAINT_WORDS) or _by_code(words, code)


def names_a_setting(words: str) -> bool:
    """Whether plain words hold the name of a setting that only sounds like an error."""
    return _SETTING_NAMES.search(words) is not None


def _by_words(words: str, table: Sequence[tuple[FaultKind, re.Pattern[str]]]) -> FaultKind | None:
    return next((kind for kind, pattern in table if pattern.search(words)), None)


def kind_of_own_code(code: str | None, words: str = "") -> FaultKind | None:
    """The kind that a code of QuickBooks has by itself, if it has one; faint words don't outrank it."""
    digits = (code or "").strip()
    own = digits.isascii() and digits.isdigit() and len(digits) == OWN_FIGURES
    kind = _by_code(words, digits) if own else None
    return None if kind in (FaultKind.UNKNOWN, FaultKind.VALIDATION, FaultKind.SYSTEM) else kind


def _by_code(words: str, code: str | None) -> FaultKind:
    digits = (code or "").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        return FaultKind.VALIDATION if _VALIDATION.search(words) else FaultKind.UNKNOWN
    number = int(digits)
    if number in (2050, 6000) and _ON_NUMBER.search(words) and _LENGTH.search(words):
        return FaultKind.NUMBER_TOO_LONG
    if number == 2020 and "customerref" in words:
        return FaultKind.MISSING_CUSTOMER
    return kind_of_code(number)


_VALIDATION = re.compile("|".join((r"validation (?:error|exception was thrown(?!.{0,12}query))", *VALIDATION_TITLES)))

# The number's field by the names it goes under, and what is said when it is too long.
_ON_NUMBER = re.compile(r"doc_?num|document number|invoice (?:number|no\b)|num field")
_LENGTH = re.compile(r"length|too long|characters|chars|longer|maximum|max:")

# Settings of QuickBooks and its apps that only sound like errors.
SETTING_NAMES = (
    r"(?:error|warn(?:ing)?)(?: me)? (?:on|if|when|about) duplicate [a-z]{1,12} numbers?"
    r"|(?:allow|prevent|detect|avoid|skip|block|reject|check for|checks for|handle) duplicate [a-z]{1,12} numbers?"
)
_SETTING_NAMES = re.compile(SETTING_NAMES)

_WORDS = tuple((kind, re.compile("|".join(phrases))) for kind, phrases in PHRASES.items())
# What heads an error of 6000 says more than faint words behind it.
_FAINT_WORDS = (
    (FaultKind.VALIDATION, re.compile("business validation error")),
    *((kind, re.compile("|".join(phrases))) for kind, phrases in FAINT_PHRASES.items()),
)
