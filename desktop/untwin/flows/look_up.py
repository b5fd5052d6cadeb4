"""Looks a case up: who uses the number, what waits to post, whether the sale is booked already; then judges."""

from dataclasses import dataclass, replace
from datetime import timedelta

from untwin.domain.blocks import Block, BlockId, find_blocks
from untwin.domain.case import LOOKABLE, Case, Proposal, State
from untwin.domain.company import Company, CompanyFacts
from untwin.domain.compare import TWIN_DAYS, matching_customers
from untwin.domain.documents import TYPES, Side
from untwin.domain.evidence import Evidence, Named, Search
from untwin.domain.faults import FaultKind
from untwin.domain.incoming import Incoming, IncomingState, SourceAnswer
from untwin.domain.judge import judge
from untwin.domain.numbering import suggest
from untwin.domain.problems import NotAllowed, OutsideProblem, Problem
from untwin.domain.verdict import Judgement, Verdict
from untwin.ports import (
    Books,
    Cases,
    Clock,
    Companies,
    Connections,
    HolderAnswer,
    NearbyAnswer,
    NearbyQuestion,
    Question,
)


@dataclass(frozen=True, slots=True)
class LookUp:
    """The flow; it reads QuickBooks and the source, and writes nothing to either."""

    cases: Cases
    companies: Companies
    connections: Connections
    clock: Clock

    def __call__(self, case_id: str) -> Case:
        """The case with its evidence and verdict.

        Raises:
            NotAllowed: it can't be looked up as it is; the sentence says what is missing.
            OutsideProblem, KeyringProblem: nothing is lost, the case is New again and says what happened.
        """
        case = self.cases.get(case_id)
        company = self._company_of(case)
        looking = case.moved(State.LOOKING, self.clock.now())
        self.cases.save(looking, case.state)
        try:
            evidence = self._gather(looking, company)
        except Problem as problem:
            self.cases.save(looking.moved(State.NEW, self.clock.now(), str(problem)), State.LOOKING)
            raise
        settled = judged(looking, evidence, company)
        moved = settled.moved(_state(settled), self.clock.now(), _note(settled))
        self.cases.save(moved, State.LOOKING)
        return moved

    def _company_of(self, case: Case) -> Company:
        if case.state not in LOOKABLE:
            raise NotAllowed(f"It is “{case.state.words}”: {case.next_step.lower()}.")
        if case.company is None:
            raise NotAllowed("The case is bound to no company yet.", "Choose the company first.")
        if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
            raise NotAllowed("Untwin can't look this kind of error up.", "Its help page says what can be done.")
        if case.doc_number is None:
            raise NotAllowed("The error names no number.", "Type the number of the waiting document first.")
        return self.companies.get(case.company)

    def _gather(self, case: Case, company: Company) -> Evidence:
        books = self.connections.books(company.realm)
        said = self._ask_source(case, company)
        incoming = case.incoming if case.incoming and case.incoming.typed else said.incoming
        named = _named(case)
        found = books.holders(Question(named.number, named.txn_id))
        nearby = _search_nearby(books, incoming, found)
        customers = nearby.customers
        return Evidence(
            looked_at=self.clock.now(),
            named=named,
            incoming=incoming,
            incoming_note=said.problem,
            holders=found.documents,
            holder_search=Search(found.complete, found.why_not),
            named_found=found.named,
            named_missing=named.txn_id is not None and found.named is None,
            nearby=nearby.documents,
            twin_search=Search(nearby.complete, nearby.why_not),
            customers=customers,
            incoming_customers=matching_customers(incoming, customers) if incoming else (),
            source_records=said.records,
            source_search=Search(said.complete, said.problem),
            facts=_with_named_trust_accounts(found, company),
            taken=found.taken,
            made_by_hand=case.made_by_hand,
            renumbered_here=tuple(r.document_id for r in case.renumbered),
        )

    def _ask_source(self, case: Case, company: Company) -> SourceAnswer:
        if case.source is None or case.doc_number is None:
            return SourceAnswer(None, problem="The error doesn't say which app it comes from.")
        source = self.connections.source(company, case.source)
        if source is None:
            return SourceAnswer(None, problem="The waiting document isn't known; no list of the source was given.")
        try:
            return source.ask(case.doc_number)
        except OutsideProblem as problem:
            # Without the source's word much stays unknown, but what QuickBooks says is still worth showing.
            return SourceAnswer(None, problem=str(problem))


def judged(case: Case, evidence: Evidence, company: Company) -> Case:
    """The case with verdict, blocks and proposals for this evidence; its state is left alone."""
    judgement = judge(evidence)
    return replace(
        case,
        incoming=evidence.incoming,
        evidence=evidence,
        judgement=judgement,
        blocks=_blocks(evidence, company, judgement),
        proposed=_proposals(evidence, judgement),
        posting=None,
        not_seen_yet=False,
        please_confirm=False,
    )


def _blocks(evidence: Evidence, company: Company, judgement: Judgement) -> tuple[Block, ...]:
    """Blocks on a change matter only where a change could be made; the wrong company always does."""
    found = find_blocks(evidence, company, judgement.holders)
    if judgement.verdict.changeable:
        return found
    always = {BlockId.WRONG_COMPANY}
    if judgement.verdict is Verdict.NONE_FOUND:
        always.add(BlockId.WAITING_IN_CLOSED_BOOKS)
    return tuple(b for b in found if b.id in always)


def _proposals(evidence: Evidence, judgement: Judgement) -> tuple[Proposal, ...]:
    changeable = {h.document_id for h in judgement.holders if h.blocking and h.verdict.changeable}
    taken = set(evidence.taken)
    proposals = []
    for document in evidence.holders:
        if document.id in changeable and judgement.verdict.changeable and TYPES[document.entity].side is Side.SALES:
            free = suggest(document, frozenset(taken))
            taken.update(n.casefold() for n in free[:1])
            proposals.append(Proposal(document.id, document.entity, document.number or "", free))
    return tuple(proposals)


def _state(case: Case) -> State:
    if case.incoming and case.incoming.state in (IncomingState.VOIDED, IncomingState.DELETED, IncomingState.DRAFT):
        return State.NO_LONGER_NEEDED
    return State.BLOCKED if case.blocks else State.NEEDS_DECISION


def _note(case: Case) -> str:
    if case.blocks:
        return case.blocks[0].sentence
    if case.incoming and case.incoming.state in (IncomingState.VOIDED, IncomingState.DELETED, IncomingState.DRAFT):
        return f"The waiting document is {case.incoming.state.value} in its source."
    return ""


def _named(case: Case) -> Named:
    """What the texts name; a repeat may name the document where the first text didn't."""
    best = next((f for f in case.findings if f.txn_id), case.findings[0])
    return Named(case.doc_number, best.entity, best.txn_id)


def _search_nearby(books: Books, incoming: Incoming | None, found: HolderAnswer) -> NearbyAnswer:
    if incoming is None or incoming.date is None or not incoming.complete:
        return NearbyAnswer((), (), complete=False, why_not="Customer, amount or date isn't known.")
    window = timedelta(days=TWIN_DAYS)
    ids = tuple(dict.fromkeys(d.customer_id for d in found.documents if d.customer_id))
    return books.nearby(NearbyQuestion(incoming, incoming.date - window, incoming.date + window, ids))


def _with_named_trust_accounts(found: HolderAnswer, company: Company) -> CompanyFacts:
    both = dict.fromkeys((*found.facts.trust_accounts, *company.settings.trust_accounts))
    return replace(found.facts, trust_accounts=tuple(both))
