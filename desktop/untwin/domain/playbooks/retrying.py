"""When a retry may begin from a decision that is open, and what must be free for it."""

from untwin.domain.advice import Ends
from untwin.domain.case import Case, State
from untwin.domain.verdict import Verdict


def may_be_retried(case: Case) -> bool:
    """Whether nothing has to be changed here first: the number is free, or a playbook leaves the fix to a person."""
    if case.advice is not None:
        return case.advice.retry.allowed
    return case.judgement is not None and case.judgement.verdict is Verdict.NONE_FOUND


def may_begin_retry(case: Case) -> bool:
    """The same for a case as it stands: only where a decision is open."""
    return case.state is State.NEEDS_DECISION and may_be_retried(case)


def needs_free_number(case: Case) -> bool:
    """Whether the number must be free; a document that is there and is to be synced again keeps its own."""
    return case.waiting_number is not None and (case.advice is None or case.advice.ends is Ends.POSTED)


def ends_in_the_source(case: Case) -> bool:
    """Whether the end shows in the source's own list alone: the document is in QuickBooks by nature."""
    return case.advice is not None and case.advice.ends is Ends.GONE
