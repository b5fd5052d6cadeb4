"""Reads the data in a duplicate-number error: `DocNumber=.. is assigned to TxnType=.. with TxnId=..`."""

import re
from dataclasses import dataclass

from untwin.domain.books.type_words import entity_of

# A number has 21 characters; wrapping and quoting may put some between them.
NUMBER_WINDOW = 160
TYPE_WINDOW = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What a tail says; `number`, `txn_type` and `txn_id` are None where it is silent or holds a placeholder.

    Attributes:
        end: where the tail ends in the text.
        assigned: whether it says that the number "is assigned to" something; a bare `DocNumber=1` may stand anywhere.
        typed: whether the type is introduced by `TxnType=`.
    """

    end: int
    assigned: bool = False
    typed: bool = False
    number: str | None = None
    txn_type: str | None = None
    txn_id: str | None = None


def read_tail(text: str, lower_text: str, start: int) -> Tail:
    """The tail whose number begins at `start`, just behind `DocNumber=`; looks at a bounded window only."""
    window = lower_text[start : start + NUMBER_WINDOW]
    stop = _NEXT.search(window)
    joint = _last_joint(window[: stop.start()] if stop else window)
    if joint is None:
        return _number_alone(text, start)
    number = _number(text[start : start + joint.start()])
    return _type_and_id(text, lower_text, start + joint.end(), number)


def _last_joint(window: str) -> re.Match[str] | None:
    """The last ` is assigned to `, one before `TxnType=` if there is any: the number itself may hold these words."""
    joints = list(_JOINT.finditer(window))
    typed = [joint for joint in joints if _TYPED.match(window, joint.end())]
    return typed[-1] if typed else joints[-1] if joints else None


def _number_alone(text: str, start: int) -> Tail:
    word = _BARE.match(text, start)
    said = word.group() if word else ""
    number = said if said[:1] in ("'", '"') and said.endswith(said[:1]) else said.rstrip(".,;:!?'\"\\")
    return Tail(end=start + len(number), number=_number(number))


def _type_and_id(text: str, lower_text: str, start: int, number: str | None) -> Tail:
    marker = _TYPED.match(lower_text, start)
    begin = marker.end() if marker else start
    found = _WITH_ID.search(lower_text, begin, begin + TYPE_WINDOW)
    if found:
        printed = " ".join(_tidy(text[begin : found.start()]).split())
        word, txn_id, end = _unquoted(printed), found.group("id"), found.end()
    else:
        word, txn_id = _type_word(text[begin : begin + TYPE_WINDOW]), None
        end = begin + _reach(text[begin : begin + TYPE_WINDOW], word)
    if entity_of(word.strip("{}")):
        word = word.strip("{}")
    cut = _CUT_OFF.match(text, end) if found is None and not entity_of(word) else None
    known = None if not word or cut or _PLACEHOLDER.fullmatch(word) or _CUT_NAME.fullmatch(word) else word
    return Tail(end=end, assigned=True, typed=bool(marker), number=number, txn_type=known, txn_id=txn_id)


def _type_word(window: str) -> str:
    """The longest run of words at the start that is a known type; else the first words up to a delimiter."""
    sentence = _TYPE_END.split(window, maxsplit=1)[0]
    words = sentence.split()[:5]
    for count in range(len(words), 0, -1):
        candidate = " ".join(words[:count])
        if entity_of(candidate):
            return candidate.rstrip(" ,;:")
    return " ".join(words[:3])


def _reach(window: str, word: str) -> int:
    """How far into the window the type word goes, its line wraps included."""
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    found = re.search(pattern, window)
    return found.end() if found else 0


def _number(printed: str) -> str | None:
    number = _unquoted(_tidy(printed))
    return None if not number or _PLACEHOLDER.fullmatch(number) else number


def _unquoted(printed: str) -> str:
    quoted = len(printed) > 1 and f"{printed[0]}{printed[-1]}" in _QUOTED
    return printed[1:-1].strip() if quoted or _IN_BRACES.fullmatch(printed) else printed


def _tidy(printed: str) -> str:
    """A line wrap is one blank, none behind a hyphen; a page's own blank is one, too; others belong to the number."""
    printed = _HYPHEN_WRAP.sub("", printed)
    return _WRAP.sub(" ", printed).replace("\u00a0", " ").strip()


_NEXT = re.compile(r"doc\s?number\s{0,4}[=:]|\btxn\s?id\b")
_JOINT = re.compile(r"(?:\A|\s{1,80}|(?<=\}))is\s{1,80}assigned\s{1,80}to(?=\s)")
_TYPED = re.compile(r"\s{0,80}txn\s?type(?:\s{0,8}[=:]\s{0,80}|\s{1,80})")
_WITH_ID = re.compile(
    r"[\s,;]{0,40}(?:\b(?:with|and|avec)\s{1,40})?\btxn\s?id(?:\s{0,8}[=:]\s{0,80}|\s{1,80}(?=#?[0-9]))(?:"
    r"(?P<brace>\{(?=[0-9]))"
    r"|[\"'#(\u201c\u201d\u201e]{0,2})(?P<id>[0-9]{1,20})?(?(brace)\}?)"
)
_QUOTED = ('""', "''", "``", "\u201c\u201d", "\u201d\u201d", "\u201e\u201c", "\u00ab\u00bb", "\u2018\u2019")
# Some products print what a template was filled with in its braces: `{207083-2}is assigned to`.
_IN_BRACES = re.compile(r"\{[A-Za-z]{0,6}[-_ ]?[0-9][0-9A-Za-z_ -]{0,20}\}")
_TYPE_END = re.compile(r"[.,;:\"'\]|{}<>\t]|\n\s*\n|\bwith\b|\bdocnumber\b", re.IGNORECASE)
_BARE = re.compile(r"[^\s\"'<>,;{}\[\]|]{1,64}|[\"'][^\"'\n]{1,40}[\"']|[<(\[{][^\n<>]{1,30}[>)\]}]")
# What was cut off ends in dots: `TxnType=Inv...`, `assigned to TxnTy`.
_CUT_OFF = re.compile(r"\.{2,}|\u2026")
_CUT_NAME = re.compile(r"t(?:xn?(?:t(?:y(?:pe?)?)?)?)?", re.IGNORECASE)
_HYPHEN_WRAP = re.compile(r"(?<=\w-)[ \t]*[\r\n]+\s*")
_WRAP = re.compile(r"[ \t]*[\r\n]+\s*")
_PLACEHOLDER = re.compile(
    r"[(\[<{%$]{1,3}[^)\]>}]*[A-Za-z][^)\]>}]*[)\]>}%]{1,3}|[xX]{2,}|#+|[nN]{3,}|\.{2,}|\u2026|_+|-{2,}|\?+|\*+"
    r"|null|none|nil|undefined|n/a|%s|number|docnumber",
    re.IGNORECASE,
)
