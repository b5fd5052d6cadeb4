"""Whether an error that names no number was seen before: by its words and its row, never by the words alone.

A wrong "yes" hides an error, a wrong "no" shows it twice. So whatever could be about another document is a case of its
own, and a person's word joins the two.
"""

import hashlib
import json
import re
from collections.abc import Iterable

from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import Columns, FaultKind, Finding

# Of no document: the connection, the subscription or QuickBooks itself fails, and with it whatever is sent.
_OF_NO_DOCUMENT = frozenset({FaultKind.AUTH, FaultKind.THROTTLED, FaultKind.SUBSCRIPTION, FaultKind.SYSTEM})
_NAMES_A_RECORD = re.compile(r"\d")


def words_of(finding: Finding) -> str | None:
    """What two errors without a number have in common where nothing that they say differs; None with a number.

    Their words, and all that their rows tell of the document.
    """
    columns = finding.columns
    if finding.doc_number or (columns and columns.incoming_number):
        return None
    said = json.dumps([finding.kind.value, finding.text, *(_facts(columns) if columns else ())])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def words_in(case: Case) -> tuple[str, ...]:
    """Those of all its errors that name no number, each once."""
    return tuple(dict.fromkeys(words for f in case.findings if (words := words_of(f)) is not None))


def repeated_words(case: Case, known: Iterable[Case]) -> Case | None:
    """The case among those with the same words that an error without a number is a repeat of; what is open first."""
    same = [each for each in known if _may_join(each, case)]
    return next(iter(sorted(same, key=lambda each: each.state.solved or each.state in _PUT_AWAY)), None)


def same_by_word(case: Case, known: Iterable[Case]) -> Case | None:
    """The case among those with the same words about which a person has said the same as about this one."""
    return next((each for each in known if each.id != case.id and _told_the_same(each, case)), None)


def asked_about(known: Iterable[Case]) -> str:
    """What is asked where the same words came for a document that has its case; empty where none has."""
    numbers = list(dict.fromkeys(each.doc_number for each in known if each.doc_number))
    if not numbers:
        return ""
    those = " and ".join(f"no. {number}" for number in numbers[:3]) + (" and others" if len(numbers) > 3 else "")
    return f"The same words came for {those} before. Type the number of this one; the same number joins the two."


def may_be_several(case: Case) -> str:
    """What is said where the same words came more than once and nothing tells for how many documents."""
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER or case.doc_number is not None or case.count < 2:
        return case.note
    return (
        f"The error names no number and was taken in {case.count:,} times: it may be about more than one document."
        " Type the number of one, then take the rest in again."
    )


_PUT_AWAY = frozenset({State.NO_LONGER_NEEDED, State.IGNORED})


def _may_join(known: Case, case: Case) -> bool:
    columns = case.findings[-1].columns
    if columns is not None and _names_its_record(columns):
        return True
    if columns is not None and any(_of_document(columns)) and _of_one_list(known, case):
        # Two rows of one list that say the same: two documents over one sum, as far as anybody knows.
        return False
    if case.kind in _OF_NO_DOCUMENT or (columns is not None and all(_of_document(columns))):
        return True
    # Bare words: once somebody has said which document a case is about, they may be about another one.
    return not (_identified(known) or _identified(case) or known.state is State.IGNORED)


def _identified(case: Case) -> bool:
    return case.doc_number is not None or bool(case.incoming and case.incoming.typed)


def _of_one_list(known: Case, case: Case) -> bool:
    """All errors of one taking-in come at one moment."""
    return not {seen.at for seen in known.sightings}.isdisjoint(seen.at for seen in case.sightings)


def _told_the_same(known: Case, case: Case) -> bool:
    if known.state is State.IGNORED or known.doc_number != case.doc_number:
        return False
    told, mine = known.incoming, case.incoming
    if told is None or mine is None:
        return case.doc_number is not None
    pairs = ((told.customer, mine.customer), (told.total, mine.total), (told.date, mine.date))
    agree = all(one == other for one, other in pairs if one is not None and other is not None)
    return agree and (case.doc_number is not None or (told.complete and mine.complete))


def _names_its_record(columns: Columns) -> bool:
    """An address without a figure leads to a page for all of them."""
    return bool(columns.link and _NAMES_A_RECORD.search(columns.link))


def _of_document(columns: Columns) -> tuple[bool, bool]:
    """Whether the row says whose document it is, and over how much."""
    return bool(columns.customer or columns.email), bool(columns.amount or columns.total is not None)


def _facts(columns: Columns) -> tuple[str, ...]:
    amount = str(columns.total.normalize()) if columns.total is not None else columns.amount
    # Without a customer and an amount it is the time at which something was logged.
    day = (columns.day.isoformat() if columns.day else columns.date) if any(_of_document(columns)) else None
    said = (columns.link, columns.customer, amount, day, columns.email, columns.currency, columns.matter, columns.kind)
    return tuple(" ".join((each or "").split()).casefold() for each in said)
