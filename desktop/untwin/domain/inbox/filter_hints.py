"""What may follow in a filter line: the words that begin like what is typed last, or the values behind one of them."""

from collections.abc import Callable, Sequence

from untwin.domain.inbox.filter_words import WORDS, Word, parse, quoted

_MOST = 9
Known = Callable[[str], Sequence[str]]
_DYNAMIC = ("company", "source", "label")


def last_piece(line: str) -> str:
    """What is typed last and not yet ended by a blank; quotation marks keep blanks together."""
    start, within = 0, False
    for place, sign in enumerate(line):
        if sign == '"':
            within = not within
        elif sign.isspace() and not within:
            start = place + 1
    return line[start:]


def hints(line: str, known: Known) -> tuple[str, ...]:
    """Whole pieces that may stand in the place of the last one, the likeliest first.

    `known` has the names of companies, sources and labels for the filter words `company`, `source` and `label`.
    """
    piece = last_piece(line)
    minus = "-" if piece.startswith("-") else ""
    name, colon, typed = piece.removeprefix("-").partition(":")
    if not colon:
        begun = [w for w in WORDS if w.name.startswith(name.casefold())]
        return tuple(f"{minus}{word.name}:" for word in begun) if begun else ()
    word = next((w for w in WORDS if w.name == name.casefold()), None)
    return tuple(f"{minus}{word.name}:{value}" for value in _values(word, typed, known)) if word else ()


def completed(line: str, hint: str) -> str:
    """The line with a hint in the place of what was typed last, ready for the next word."""
    whole = line[: len(line) - len(last_piece(line))] + hint
    return whole if hint.endswith(":") else f"{whole} "


def says(line: str) -> str:
    """What the word that is typed last asks for, with an example; empty where none is."""
    name, colon, _typed = last_piece(line).removeprefix("-").partition(":")
    word = next((w for w in WORDS if colon and w.name == name.casefold()), None)
    return f"{word.says}, e.g. {word.example}" if word else ""


def problems(line: str, *, typing: bool) -> tuple[str, ...]:
    """What of a line isn't understood; while somebody types, what may still become a word isn't said yet."""
    piece = last_piece(line)
    if typing and piece and (says(line) or not piece.strip("-")):
        line = line[: len(line) - len(piece)]
    return parse(line).problems


def _values(word: Word, typed: str, known: Known) -> list[str]:
    folded = typed.strip('"').casefold()
    values = [quoted(value) for value in known(word.name)] if word.name in _DYNAMIC else []
    fitting = [value for value in (*values, *word.values) if folded in value.casefold()]
    fitting.sort(key=lambda value: not value.strip('"').casefold().startswith(folded))
    return [value for value in fitting if value.strip('"').casefold() != folded][:_MOST]
