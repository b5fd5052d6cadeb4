"""Joins a case with the one that is about the same thing: one row with everything that both have said."""

from datetime import datetime

from untwin.domain.cases.case import Case
from untwin.domain.cases.repeats import seen_again
from untwin.ports.stores import Cases


def join_cases(cases: Cases, known: Case, case: Case, at: datetime) -> Case:
    """The known case as it is stored now; the other one is a row no more.

    Raises:
        NotAllowed: one of them was changed in another place meanwhile; both are as they were.
    """
    again = seen_again(known, case, at)
    cases.join(again, known.state, case)
    cases.mark([(again.id, known.marks.joined_by(case.marks))])
    return again
