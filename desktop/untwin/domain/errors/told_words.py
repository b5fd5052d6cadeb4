"""Knows the kind of an error that is told in anybody's words; only for a sentence that is known to report a failure.

In any other text these words would say too little: `the number is in use` may be said of a telephone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from untwin.domain.errors.fault_words import kind_of_own_code
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_kinds import ADVISED, HINTED, TOLD
from untwin.domain.errors.told_pieces import PIECES
from untwin.domain.words.plain_text import plain

_Table: TypeAlias = Sequence[tuple[FaultKind, re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells.

    Attributes:
        start, end: where in it the words stand by which the kind was known.
        advised: whether only an advice or single words tell it.
    """

    kind: FaultKind
    start: int
    end: int
    advised: bool


def told_kind(sentence: str) -> FaultKind:
    """The kind that the words of a failure come to; unknown where they say nothing of it."""
    found = told(plain(sentence))
    return found.kind if found else FaultKind.UNKNOWN


def told(small: str) -> Told | None:
    """What a sentence in small letters tells; what somebody is advised to do counts only where nothing else does."""
    words = _of_documents(small)
    return _first(_TOLD, words) or _first(_HINTED, words, advised=True) or _first(_ADVISED, words, advised=True)


def known_or_told(kind: FaultKind, sentence: str) -> FaultKind:
    """The kind of a failure: where its sentence is none that is printed somewhere, what its words come to."""
    return told_kind(sentence) if kind is FaultKind.UNKNOWN else kind


def told_beside(kind: FaultKind, code: str | None) -> FaultKind:
    """The kind of a failure told in anybody's words beside a code: only of a number or a name do they outrank it."""
    sure = kind in (FaultKind.DUPLICATE_DOC_NUMBER, FaultKind.DUPLICATE_NAME)
    return kind if sure else kind_of_own_code(code) or kind


def _of_documents(small: str) -> str:
    """The sentence with blanks for the numbers and names of other things; every character stays where it was."""
    words = small if _IN_BOOKS.search(small) else _OF_A_SHOP.sub(_blank, small)
    return _OF_SOMETHING_ELSE.sub(_blank, words)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _first(table: _Table, words: str, *, advised: bool = False) -> Told | None:
    for kind, pattern in table:
        # Not `any`: this is asked of each line of a log.
        for piece in PIECES[kind]:
            if piece in words:
                if found := pattern.search(words):
                    return Told(kind, *found.span(), advised)
                break
    return None


def _compiled(signs: Mapping[FaultKind, tuple[str, ...]]) -> _Table:
    return tuple((kind, re.compile("|".join(each))) for kind, each in signs.items())


# Numbers and names of what is no document and no customer.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:account|phone|telephone|card|tax|vat|routing|serial|part|sku|item|product|customer|vendor|employee"
    r"|tracking"
    r"|case|ticket|job|project|matter|line|row|batch|step|attempt|module|task|terminal|member|student|room|unit|badge"
    r"|version|build|department|class|house|model|policy|contract|passport|licen[cs]e|registration|meter|lot|bin"
    r"|extension|fax|mobile|bank|iban|trace|asset|tag|barcode"
    r"|seat|claim) ?(?:(?:number|num|id)s?\b|no\.|#)(?: ?[:#]? ?(?=[\w-]{0,12}\d)[\w-]{1,14})?"
    r"|\b(?:user|file|host|domain) ?name\b|\bnumber as an? (?:display )?name\b"
)
# An order's number, or a reference, is the document's where they become documents of the books.
_OF_A_SHOP = re.compile(
    r"\border ?(?:(?:number|num|id)s?\b|no\.|#)(?: ?[:#]? ?(?=[\w-]{0,12}\d)[\w-]{1,14})?"
    r"|\bref(?:erence)?(?= (?:is|was|has|already)\b| ?[:#]? ?[\w-]{0,12}\d)"
)
_IN_BOOKS = re.compile(r"\b(?:quickbooks|qbo|receipt|invoice|transaction|journal|bill|accounting)\b")
_TOLD = _compiled(TOLD)
_HINTED = _compiled(HINTED)
_ADVISED = _compiled(ADVISED)
