"""How words are put into a sentence: at its beginning, in its middle, and several one after another."""

from collections.abc import Sequence


def capital(words: str) -> str:
    """Only the first letter is made large: a number inside keeps its own letters."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """Only the first letter is made small."""
    return words[:1].lower() + words[1:]


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def in_sentences(head: str, more: str) -> str:
    """`Retry. It was accepted.`; where what follows begins with the head, the head goes: one `Posted` is enough."""
    follows = capital(more.strip())
    if not follows:
        return f"{head}."
    # "Posted. Posted as …" says it twice, "Retry. Retrying …" doesn't.
    again = follows.casefold().startswith((f"{head.casefold()} ", f"{head.casefold()}."))
    return follows if again else f"{head}. {follows}"
