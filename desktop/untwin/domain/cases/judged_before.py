"""A decision that is open and was looked up by other rules than today's: what was found stays, its verdict goes."""

from dataclasses import replace

from untwin.domain.cases.case import Case, State
from untwin.domain.verdicts.rules import JUDGED_BEFORE, RULES

_OPEN = (State.NEEDS_DECISION, State.BLOCKED)


def why_look_again(case: Case) -> str:
    """Why nothing may lean on what is known of it: it was found by other rules; empty where all holds."""
    return JUDGED_BEFORE if case.state in _OPEN and found_before(case) else ""


def found_before(case: Case) -> bool:
    """Whether what is known of it was found by other rules than today's."""
    return case.evidence is not None and case.evidence.rules != RULES


def with_what_holds(case: Case) -> Case:
    """The case without a verdict of other rules, and without what followed from it.

    It isn't judged again from what was found then: by the rules of now more may have been looked for.
    """
    again = why_look_again(case)
    if not again or (case.judgement is None and case.note == again):
        return case
    return replace(case, judgement=None, proposed=(), gives_way=None, advice=None, note=again)
