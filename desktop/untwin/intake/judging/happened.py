"""Knows by what people show that an error happened: a time, a document, an event of theirs, a call for help."""

from untwin.intake.judging.signs.events import ANYBODYS, EVENTS, ONESELF, PAPERS, QUICKBOOKS_SAYS
from untwin.intake.judging.signs.standing import (
    ARTICLE,
    BEHIND_A_LABEL,
    BOOKS_AS_SUBJECT,
    EXAMPLE,
    GOES_ON,
    NAMED_IN_A_PROGRAM,
    NOUN,
    OWN_ARTICLE,
    PRINTED_LINE,
    QUOTED_OBJECT,
    RELATIVE,
    REMARK,
    ROW,
    THROWN,
)

# How long the opening of a remark is, and what a label with all behind it is no longer than.
BRACKET = 8
LABEL = 48
_QUOTES = ('"', "'", "\u201c", "\u00ab")


def is_message(head: str, words: str, behind: str) -> bool:
    """Whether an error's words stand by themselves: `head` and `behind` are what is around them on their line.

    A program's message follows a label, a dash, a cell or nothing; in a sentence it is a part of speech. `words` is
    empty where there is a code alone: one in brackets is a remark.
    """
    lower_head = head.lower()
    if _is_a_remark(lower_head, words) or _quotes_an_object(lower_head) or _is_a_noun(lower_head, words, behind):
        return False
    if RELATIVE.found(words) or EXAMPLE.found(lower_head):
        return False
    subject = BOOKS_AS_SUBJECT.found(lower_head) if words.lower().startswith("already ") else None
    if (
        subject
        and not NAMED_IN_A_PROGRAM.found(head[: subject.start()])
        and BEHIND_A_LABEL.found(lower_head[: subject.start()], max(0, subject.start() - LABEL))
    ):
        return True
    labelled = BEHIND_A_LABEL.found(lower_head, max(0, len(head) - LABEL))
    return bool(labelled or THROWN.found(head) or ROW.found(head))


def _is_a_remark(lower_head: str, words: str) -> bool:
    """Whether the words are put in brackets by a longer sentence, or are a code alone in brackets."""
    if "(" in lower_head[-BRACKET:] and REMARK.found(lower_head):
        return True
    return not words and lower_head.endswith("(")


def _quotes_an_object(lower_head: str) -> bool:
    """Whether a quotation begins right before, at most an article ago, that is the object of what stands before it."""
    article = OWN_ARTICLE.found(lower_head) if lower_head.endswith(" ") else None
    quoted = lower_head[: article.start()] if article else lower_head
    return quoted.endswith(_QUOTES) and bool(QUOTED_OBJECT.found(quoted))


def _is_a_noun(lower_head: str, words: str, behind: str) -> bool:
    """Whether the words are a noun of a sentence: `it was a duplicate document number again`."""
    return bool(NOUN.found(words.lower()) and ARTICLE.found(lower_head) and GOES_ON.found(behind))


def names_one(text: str) -> bool:
    """Whether a text, as it was written, names a document by its number, an amount, or speaks of its writer."""
    return names_a_paper(text) or bool(ONESELF.found(text.lower()))


def names_a_paper(text: str) -> bool:
    """Whether a text, as it was written, names a document by its number, or an amount."""
    return bool(PAPERS.found(text))


def is_all_printed(text: str) -> bool:
    """Whether a text is nothing but what programs print of errors whose words they keep to themselves."""
    return all(PRINTED_LINE.found(line) for line in text.split("\n") if line.strip())


def has_happened(head: str, words: str, behind: str) -> bool:
    """Whether a line, as it was written, tells of something that happened to somebody.

    `words` are the error's own: only a document that they name counts.
    """
    if names_a_paper(head + words + behind):
        return True
    return bool(EVENTS.found(ANYBODYS.without(QUICKBOOKS_SAYS.without(f"{head} \u2026 {behind}".lower()))))
