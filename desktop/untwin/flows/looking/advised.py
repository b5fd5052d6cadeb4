"""Turns what was seen into what a case with a playbook shows: its advice, and what stands in the way."""

from dataclasses import replace

from untwin.domain.cases.advice import Advice, Deed
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.book import advise
from untwin.domain.verdicts.blocks import Block, BlockId
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.observed import Observed
from untwin.domain.verdicts.verdict import Judgement

_BLOCKS = {
    FaultKind.CLOSED_PERIOD: BlockId.WAITING_IN_CLOSED_BOOKS,
    FaultKind.AUTH: BlockId.SIGN_IN_REFUSED,
    FaultKind.SUBSCRIPTION: BlockId.SUBSCRIPTION_ENDED,
}


def advised(case: Case, company: Company, evidence: Evidence | None, observed: Observed) -> Case:
    """The case with advice and evidence; `evidence` is None where QuickBooks refused to be asked."""
    advice = advise(case, company, evidence, observed)
    return replace(
        case,
        incoming=evidence.incoming if evidence else case.incoming,
        evidence=evidence or case.evidence,
        observed=observed,
        advice=advice,
        judgement=_judgement(advice, evidence),
        blocks=_blocks(case.kind, advice),
        proposed=(),
        posting=None,
        not_seen_yet=False,
        please_confirm=False,
    )


def _judgement(advice: Advice, evidence: Evidence | None) -> Judgement | None:
    """A verdict only where the sale is proved to be there: everything else is the playbook's to say."""
    proved = evidence is not None and any(option.deed is Deed.SAME for option in advice.options)
    return judge(evidence) if evidence is not None and proved else None


def _blocks(kind: FaultKind, advice: Advice) -> tuple[Block, ...]:
    return (Block(_BLOCKS[kind], advice.blocked),) if advice.blocked else ()
