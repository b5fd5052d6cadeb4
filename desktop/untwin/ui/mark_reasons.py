"""Why cases can't be snoozed or archived now: one sentence, empty where they can."""

from untwin.domain.case import Case, State
from untwin.flows.archive import why_not_archived
from untwin.ui.context import Context


def not_snoozable(_context: Context, case: Case) -> str:
    """Why it can't be put off."""
    if case.state.solved or case.state in (State.IGNORED, State.NO_LONGER_NEEDED):
        return f"It is “{case.state.words}”: there is nothing to come back to."
    return ""


def not_snoozed(_context: Context, case: Case) -> str:
    """Why it can't be brought back."""
    return "" if case.marks.snooze else "It isn't snoozed."


def not_archivable(_context: Context, case: Case) -> str:
    """Why it can't be put away."""
    return why_not_archived(case)
