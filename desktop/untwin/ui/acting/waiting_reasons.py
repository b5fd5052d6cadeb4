"""Why a case can't be retried, looked for, or looked up in its source's list: one sentence, empty where it can."""

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.playbooks.retrying import ends_in_the_source, may_begin_retry
from untwin.ui.acting.context import Context


def not_retryable(_context: Context, case: Case) -> str:
    """Why there is nothing to retry."""
    if case.please_confirm:
        return "Something was found that may be it. p confirms it, Shift+P says that it is another document."
    if case.state in (State.RENUMBERED, State.WAITING_TO_POST) or may_begin_retry(case):
        return ""
    if again := why_look_again(case):
        return again
    return f"It is “{case.state.words}”: nothing to retry yet. Next: {case.next_step}."


def not_verifiable(_context: Context, case: Case) -> str:
    """Why there is nothing to look for."""
    if case.state in (State.RENUMBERED, State.WAITING_TO_POST, State.NEEDS_CHECKING):
        return ""
    return f"It is “{case.state.words}”: there is nothing to look for."


def not_listed(_context: Context, case: Case) -> str:
    """Why no list has to be looked into."""
    if case.state is State.WAITING_TO_POST and ends_in_the_source(case):
        return ""
    if ends_in_the_source(case):
        return f"It is “{case.state.words}”. Next: {case.next_step}."
    return "The end of this case is seen in QuickBooks; no list has to be looked into."
