"""Turns evidence into what a case shows: its verdict, what blocks a change, the numbers to propose, its state."""

from dataclasses import replace

from untwin.domain.books.documents import TYPES, Side
from untwin.domain.cases.case import Case, Proposal, State
from untwin.domain.changes.numbering import house_of, suggest
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import SourceProfile
from untwin.domain.sources.incoming import IncomingState
from untwin.domain.verdicts.blocks import Block, BlockId, find_blocks, will_it_post
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.gives_way import GivesWay, gives_way
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.new_customer import made_words, will_be_made
from untwin.domain.verdicts.verdict import Judgement, Verdict

_NOT_WAITING = (IncomingState.VOIDED, IncomingState.DELETED, IncomingState.DRAFT)


def judged(case: Case, evidence: Evidence, company: Company) -> Case:
    """The case with verdict, blocks and proposals for this evidence; its state is left alone."""
    judgement, source = judge(evidence), company.profile(case.source)
    if will_be_made(evidence, source):
        judgement = replace(judgement, reasons=(*judgement.reasons, made_words(evidence, source)))
    return replace(
        case,
        incoming=evidence.incoming,
        evidence=evidence,
        judgement=judgement,
        blocks=_blocks(evidence, company, judgement, source),
        proposed=_proposals(case, evidence, company, judgement),
        gives_way=_gives_way(case, evidence, company, judgement),
        posting=None,
        not_seen_yet=False,
        please_confirm=False,
    )


def _blocks(evidence: Evidence, company: Company, judgement: Judgement, source: SourceProfile) -> tuple[Block, ...]:
    """Blocks on a change matter only where a change could be made; the wrong company always does."""
    found = find_blocks(evidence, company, judgement.holders, source)
    if judgement.changeable:
        return found
    always = {BlockId.WRONG_COMPANY}
    if judgement.verdict is Verdict.NONE_FOUND:
        always |= {block.id for block in will_it_post(evidence, source)}
    return tuple(b for b in found if b.id in always)


def _gives_way(case: Case, evidence: Evidence, company: Company, judgement: Judgement) -> GivesWay | None:
    if not any(h.blocking for h in judgement.holders) or not (evidence.incoming and evidence.incoming.complete):
        return None
    profile = company.profile(case.source)
    closed = [day for day in (evidence.facts.closed_through, company.settings.reported_through) if day]
    editable = profile.numbers.editable is not False
    through = max(closed, default=None)
    return gives_way(evidence.holders, judgement, through, source=profile.name, editable=editable)


def _proposals(case: Case, evidence: Evidence, company: Company, judgement: Judgement) -> tuple[Proposal, ...]:
    changeable = judgement.giving_way
    taken = set(evidence.taken)
    house, proposals = house_of(case, evidence, company), []
    for document in evidence.holders:
        if document.id in changeable and judgement.changeable and TYPES[document.entity].side is Side.SALES:
            free = suggest(document, frozenset(taken), house).numbers
            taken.update(n.casefold() for n in free[:1])
            proposals.append(Proposal(document.id, document.entity, document.number or "", free))
    return tuple(proposals)


def state_of(case: Case) -> State:
    """The state that a look-up ends in."""
    if case.incoming and case.incoming.state in _NOT_WAITING:
        return State.NO_LONGER_NEEDED
    return State.BLOCKED if case.blocks else State.NEEDS_DECISION


def note_of(case: Case) -> str:
    """The sentence that goes with it."""
    if case.blocks:
        return case.blocks[0].sentence
    if case.incoming and case.incoming.state in _NOT_WAITING:
        return f"The waiting document is {case.incoming.state.value} in its source."
    return ""
