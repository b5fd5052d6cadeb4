"""Why cases can't be snoozed or archived now: one sentence, empty where they can."""

from untwin.domain.cases.case import Case, State
from untwin.domain.inbox.filter_words import parse
from untwin.flows.triage.archive import why_not_archived
from untwin.ui.acting.context import Context
from untwin.ui.acting.reasons import WhyNot


def not_snoozable(_context: Context, case: Case) -> str:
    """Why it can't be put off."""
    if case.state.solved or case.state in (State.IGNORED, State.NO_LONGER_NEEDED):
        return f"It is “{case.state.words}”: there is nothing to come back to."
    return ""


def not_snoozed(_context: Context, case: Case) -> str:
    """Why it can't be brought back."""
    return "" if case.marks.snooze else "It isn't snoozed."


def no_such_view(number: int) -> WhyNot:
    """Why there is no view under a key."""

    def why_not(context: Context) -> str:
        if number <= context.marks.views.count:
            return ""
        return f"No view is saved for Ctrl+{number} yet. Ctrl+S saves the present filter."

    return why_not


def nothing_to_save(context: Context) -> str:
    """Why the filter can't be saved."""
    line = parse(context.marks.views.line)
    if line.problems:
        return line.problems[0]
    return "" if line.terms else "Type a filter first; then Ctrl+S saves it as a view."


def not_own_view(context: Context) -> str:
    """Why the view can't be renamed or removed."""
    return "" if context.marks.views.saved else "Only a view that you have saved can be renamed or removed."


def not_archivable(_context: Context, case: Case) -> str:
    """Why it can't be put away."""
    return why_not_archived(case)
