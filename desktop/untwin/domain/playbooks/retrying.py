"""When a retry may begin from a decision that is open, and what must be free for it."""

from untwin.domain.cases.advice import Ends
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.verdict import Verdict


def may_be_retried(case: Case) -> bool:
    """Whether nothing has to be changed here first: the number is free, or a playbook leaves the fix to a person."""
    if why_look_again(case):
        return False
    allowed = case.advice is not None and case.advice.retry.allowed
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return allowed
    verdict = case.judgement.verdict if case.judgement else Verdict.UNKNOWN
    # A journal entry keeps its number; whether its recipe may end in a retry is the playbook's to say.
    return verdict is Verdict.NONE_FOUND or (verdict is Verdict.JOURNAL_OR_TRUST and allowed)


def may_begin_retry(case: Case) -> bool:
    """The same for a case as it stands: only where a decision is open."""
    return case.state is State.NEEDS_DECISION and may_be_retried(case)


def needs_free_number(case: Case) -> bool:
    """Whether the number must be free among sales documents.

    A document that is there and is to be synced again keeps its own. A payment has no number among them: what the
    error prints is mostly that of the bill it pays, which is there.
    """
    if case.kind is FaultKind.DEPOSITED or (case.incoming and case.incoming.kind is IncomingKind.PAYMENT):
        return False
    return case.waiting_number is not None and (case.advice is None or case.advice.ends is Ends.POSTED)


def ends_in_the_source(case: Case) -> bool:
    """Whether the end shows in the source's own list alone: the document is in QuickBooks by nature."""
    return case.advice is not None and case.advice.ends is Ends.GONE
