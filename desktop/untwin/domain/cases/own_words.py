"""What a person may say of documents that only share a case's number, and when such a word can be taken back."""

from collections.abc import Iterable

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.verdicts.own_number import statement

_OPEN = (State.NEEDS_DECISION, State.BLOCKED)


def asked_own(case: Case) -> tuple[Document, ...]:
    """The documents of the purchase side about which it is asked whether they only share the number."""
    asked = set(case.judgement.asks_own) if case.judgement else set()
    return tuple(d for d in case.evidence.holders if d.id in asked) if case.evidence else ()


def why_not_own(case: Case) -> str:
    """Why nobody's word on them is asked; empty where it is."""
    if case.state is not State.NEEDS_DECISION:
        return f"It is “{case.state.words}”: {case.next_clause}."
    if again := why_look_again(case):
        return again
    return "" if asked_own(case) else "No vendor's document is all that stands in the way here."


def why_not_taken_back(case: Case) -> str:
    """Why no word can be taken back; empty where one can."""
    if not case.own_numbers and not case.made_by_hand:
        return "Nobody has said anything of its documents."
    if again := why_look_again(case):
        return again
    return "" if case.state in _OPEN else f"It is “{case.state.words}”: it is too late to take a word back."


def said_of(documents: Iterable[Document]) -> str:
    """What was said, for the change history."""
    return f"said: {'; '.join(statement(d) for d in documents)}"


def taken_back_of(case: Case) -> str:
    """What is taken back, for the change history: the word on shared numbers first."""
    if not case.own_numbers:
        return "word taken back: who made the document"
    documents = case.evidence.holders if case.evidence else ()
    titles = [d.title for d in documents if any(own.about(d) for own in case.own_numbers)]
    return f"word taken back: that {' and '.join(titles) or 'a document'} only shares the number"
