"""Knows the lines of a program's source, or of a look-up, that only name an error; what it prints stands below them."""

from untwin.intake.judging.signs.source_lines import ADDRESS, ARTICLE, SOURCE, TYPED

# One of these stands in each line of source: the signs are dear, and most lines are nobody's source.
_MARKS = "(=\"'`/_#"


def is_source(head: str) -> bool:
    """Whether what stands before an error's words on their line, in lower case, is source code that names them."""
    article = ARTICLE.found(head) if head.endswith(" ") else None
    head = head[: article.start()] if article else head
    return any(mark in head for mark in _MARKS) and bool(SOURCE.found(head))


def is_typed(line: str) -> bool:
    """Whether a line, in lower case, is one of a program, or what was typed to look for an error."""
    return bool(TYPED.found(ADDRESS.without(line)))
