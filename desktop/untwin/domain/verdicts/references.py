"""What beside the figures says that two documents are one sale: their lines, the bill's own number, the matter."""

import re
from collections.abc import Sequence
from enum import StrEnum

from untwin.domain.books.documents import Document, Line, fold_number
from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceLine
from untwin.domain.verdicts.amounts import is_nothing_but_tax
from untwin.domain.verdicts.names import similarity

_TYPO = 84  # hundredths
_LEAST = 4  # letters of a reference
_MONTH_WORDS = """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
    november dec december
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
# Words that say nothing about which work it was.
_GENERAL_WORDS = """
    a and as at bill billed billing by charge charges client clio costs expenses fee fees for from hand hubspot in
    invoice item keyed legal matter no note of on our per professional re rendered sale sales sync synced service
    services the through time to total typed work
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
# What is billed again and again: there the matter alone doesn't tell one bill from the next.
_IN_TURNS = re.compile(r"(?<!\w)(monthly|weekly|quarterly|yearly|annual|recurring|subscription|retainer)(?!\w)")
# What is billed in parts, or made from another bill: there even the bill's own number may be the other one's.
_IN_PARTS = re.compile(
    r"(?<!\w)(instal+ments?|progress|phase|stage|milestone|part|partial|(first|second|other) half|split|draw|advance"
    r"|deposit|prepay\w*|opening balance|balance (brought )?forward|balance of|lump|refund\w*|credit\w*|copy|copied"
    r"|duplicated?"
    r"|(?<![\d/.-])\d{1,2}\s*(/|of)\s*\d{1,2}(?![\d/.-])|\d+\s*%)(?!\w)"
)
_CREDIT = re.compile(r"(?<!\w)credit(ed|s)?( (note|memo)s?)?(?!\w)")
_OPENING = re.compile(r"\b(opening balance|balance (brought )?forward|brought forward)\b")
# `Clio bill 1234`, `inv. no. 1234`, `ref #1234`: the word before says that a number is a bill's.
_NAMED_BILL = re.compile(
    r"\b(?:bill|invoice|inv|clio|hubspot|record|ref|reference)\b[\s.:#]*(?:(?:bill|invoice|id|no|nr|number)\b[\s.:#]*)*"
    r"([\w/-]*\d[\w/-]*)"
)
_NAMED_MATTER = re.compile(
    r"\b(?:matter|project|job|case|deal|file)\b[\s.:#]*(?:(?:no|nr|number)\b[\s.:#]*)?([\w/-]*\d[\w/-]*)"
)


class Agreement(StrEnum):
    """How one question about two documents is answered; UNKNOWN where one of them is silent."""

    AGREE = "agree"
    DIFFER = "differ"
    UNKNOWN = "unknown"


A = Agreement


def lines_agree(document: Document, incoming: Incoming) -> Agreement:
    """Whether both bill for the same things, line by line: amounts to the cent, and what they are for.

    A document that puts everything on one line is silent about the parts.
    """
    theirs, ours = _counted(document.lines, document), _counted(_of_work(incoming.lines, document))
    if not theirs or not ours or (len(theirs) != len(ours) and 1 in (len(theirs), len(ours))):
        return A.UNKNOWN
    if sorted(amount for amount, _ in theirs) != sorted(amount for amount, _ in ours):
        return A.DIFFER
    silent = {word for r in incoming.references for word in re.findall(r"\w+", r.casefold())}
    told = [_texts_agree(mine, his, silent) for mine, his in _pairs(theirs, ours)]
    if A.DIFFER in told:
        return A.DIFFER
    return A.UNKNOWN if A.UNKNOWN in told else A.AGREE


def names_bill(document: Document, incoming: Incoming) -> Agreement:
    """Whether its words name the waiting bill by number or by the source's id, or another bill instead."""
    own = {fold_number(each) for each in (incoming.number, incoming.source_id) if each}
    silent = {fold_number(each) for each in (document.number, incoming.customer_source_id) if each}
    silent |= {r.casefold() for r in incoming.references}
    in_lines, beside = _named_bills(document.lines), _named_in("\n".join((document.memo, *document.marks)))
    named = in_lines | beside
    # Lines that say `Interest on bill 1031` on both sides name the bill that they are about.
    asked = ((in_lines - _named_bills(incoming.lines)) | beside) - own
    others = {n for n in asked if n not in silent and not any(r.startswith(n) for r in silent)}
    if others:
        return A.DIFFER
    return A.AGREE if named & own else A.UNKNOWN


def _named_bills(lines: Sequence[Line | SourceLine]) -> set[str]:
    return _named_in("\n".join(line.description for line in lines))


def _named_in(words: str) -> set[str]:
    return {n.strip("-/_") for n in _NAMED_BILL.findall(words.casefold())}


def names_work(document: Document, incoming: Incoming) -> Agreement:
    """Whether its words name the work that the source names, a matter say, or another one.

    A reference without a digit is no name of a piece of work: it may be the customer's, or an everyday word. One of
    digits alone may be a year or a sum; it counts where a word before it says what it is.
    """
    named = [r.casefold() for r in incoming.references if len(r) >= _LEAST and any(c.isdigit() for c in r)]
    if not named:
        return A.UNKNOWN
    words = document.words.casefold()
    others = {token for shape in map(_shape, named) for token in re.findall(shape, words)} - set(named)
    matters = _NAMED_MATTER.findall(words)
    heads = [t for t in matters if any(_is_head(t, r) for r in named)]
    if others or len(heads) < len(matters):
        return A.DIFFER
    telling = [name for name in named if not name.isdigit()]
    whole = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in telling)
    return A.AGREE if whole or heads else A.UNKNOWN


def is_serial(document: Document, incoming: Incoming) -> bool:
    """Whether its words or the waiting one's speak of something billed in turns or in parts."""
    words = _both(document, incoming)
    if incoming.kind is IncomingKind.CREDIT_NOTE:
        # A credit note says what it is; that makes it no part and no copy of anything.
        words = _CREDIT.sub(" ", words)
    return bool(_IN_TURNS.search(words) or _IN_PARTS.search(words))


def is_in_parts(document: Document, incoming: Incoming) -> bool:
    """Whether its words or the waiting one's speak of a part of something larger, or of a copy."""
    return bool(_IN_PARTS.search(_both(document, incoming)))


def _both(document: Document, incoming: Incoming) -> str:
    return "\n".join((document.words, *(line.description for line in incoming.lines))).casefold()


def is_opening(document: Document) -> bool:
    """Whether it brings an old balance forward: no sale of its own, but older ones may be in it."""
    return bool(_OPENING.search(document.words.casefold()))


def _is_head(token: str, reference: str) -> bool:
    """`00031` names matter `00031-Smith`."""
    return reference == token or re.match(rf"{re.escape(token)}(?!\w)", reference) is not None


def _shape(reference: str) -> str:
    """What another reference of the same making looks like; digits alone have no shape, any year would fit."""
    if reference.isdigit():
        return r"(?!)"
    parts = re.findall(r"\d+|[^\W\d_]+|[\W_]", reference)
    return r"(?<!\w)" + "".join(_part(p) for p in parts) + r"(?!\w)"


def _part(part: str) -> str:
    if part.isdigit():
        return rf"\d{{{len(part)}}}"
    return r"[^\W\d_]+" if part.isalpha() else re.escape(part)


Counted = tuple[int, str]
"""A line's amount in cents, and its words."""


def _counted(lines: Sequence[Line | SourceLine], document: Document | None = None) -> list[Counted]:
    """The lines that bill for something; a discount's own line says nothing of the work."""
    off = document.discount if document else None
    return [
        (round(line.amount * 100), line.description)
        for line in lines
        if line.amount and (line.description or line.amount != off)
    ]


def _of_work(lines: Sequence[SourceLine], document: Document) -> Sequence[SourceLine]:
    """The waiting lines without the tax and the discount that the document shows below its own."""
    for is_beside, shown in ((is_nothing_but_tax, document.tax), (_is_discount, -(document.discount or 0))):
        if shown and sum(line.amount or 0 for line in lines if is_beside(line)) == shown:
            lines = [line for line in lines if not is_beside(line)]
    return lines


def _is_discount(line: SourceLine) -> bool:
    return line.amount is not None and line.amount < 0 and "discount" in line.description.casefold()


def _pairs(theirs: list[Counted], ours: list[Counted]) -> list[tuple[str, str]]:
    """Each line beside the one of its amount that says the most alike."""
    left = list(ours)
    found = []
    for amount, text in theirs:
        mine = max((o for o in left if o[0] == amount), key=lambda o: similarity(text, o[1]))
        left.remove(mine)
        found.append((text, mine[1]))
    return found


def _texts_agree(one: str, other: str, silent: set[str]) -> Agreement:
    if one.strip() and one.casefold().split() == other.casefold().split():
        return A.AGREE
    a, b = _telling(one) - silent, _telling(other) - silent
    if not a or not b:
        return A.UNKNOWN
    # "Draft" agrees with "Draft of the motion"; what one of them only adds is no other work.
    less, more = sorted((a, b), key=len)
    return A.AGREE if all(any(_same_word(w, m) for m in more) for w in less) and _same_counts(a, b) else A.DIFFER


def _telling(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.casefold()) if w not in _GENERAL}


def _same_counts(one: set[str], other: set[str]) -> bool:
    """Figures and months that one of them names, the other must name: they are what tells periods and parts apart."""
    return _periods(one) == _periods(other)


def _periods(words: set[str]) -> set[str]:
    return {w for w in words if any(c.isdigit() for c in w)} | {w[:3] for w in words & _MONTHS}


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if any(c.isdigit() for c in one + other) or (one in _MONTHS or other in _MONTHS):
        return False
    return min(len(one), len(other)) > 3 and similarity(one, other) >= _TYPO
