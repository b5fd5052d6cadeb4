"""Which new numbers may be given, and which to suggest first."""

from untwin.domain.documents import TYPES, Document, fold_number

MAX_LENGTH = 21  # every number field of QuickBooks
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
AUTO = "AUTO_GENERATE"  # QuickBooks would number the form itself


def why_not_usable(new: str, old: str | None, taken: frozenset[str]) -> str:
    """Why `new` can't be the number, in a sentence; empty when it can.

    Args:
        new: the wish as typed.
        old: the number that the document has now.
        taken: folded numbers used in the document's number space or planned in the same run.
    """
    if not new.strip():
        return "Type a number."
    if new != new.strip():
        return "Take away the blanks at its ends."
    if len(new) > MAX_LENGTH:
        return f"{len(new)} characters; QuickBooks takes {MAX_LENGTH} at most."
    if new.upper() == AUTO:
        return f"{AUTO} would make QuickBooks number the form itself."
    if not set(new) <= _LETTERS:
        return "Only letters A-Z, digits and hyphens are safe in a number."
    if old is not None and fold_number(new) == fold_number(old):
        return "That is its number now."
    if fold_number(new) in taken:
        return f"{new} is used already."
    return ""


def suggest(document: Document, taken: frozenset[str], count: int = 4) -> tuple[str, ...]:
    """Free numbers for `document`, the house rule's first: CM-1234, 1234-CM, then CM-1234-2 and on.

    Fewer than `count`, or none, when nothing of at most 21 characters is free; nothing is ever shortened.
    """
    old = (document.number or "").strip()
    prefix = TYPES[document.entity].prefix
    if not old or not prefix:
        return ()
    wishes = [f"{prefix}-{old}", f"{old}-{prefix}"]
    wishes += [f"{prefix}-{old}-{n}" for n in range(2, 10)]
    return tuple(w for w in wishes if not why_not_usable(w, document.number, taken))[:count]
