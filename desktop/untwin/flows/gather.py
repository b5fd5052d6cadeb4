"""Gathers the evidence about waiting cases of one company: what the source says, who uses the numbers, what is near."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

from untwin.domain.case import Case
from untwin.domain.company import Company, CompanyFacts
from untwin.domain.compare import TWIN_DAYS, matching_customers
from untwin.domain.evidence import Evidence, Named, Search
from untwin.domain.faults import FaultKind
from untwin.domain.incoming import Incoming, SourceAnswer
from untwin.domain.problems import OutsideProblem, Throttled
from untwin.ports.books import Books, Connections, HolderAnswer, NearbyAnswer, NearbyQuestion, Question, Source
from untwin.ports.machine import Clock, Patience

T = TypeVar("T")
_WAITS = 3  # how often a source may ask for a rest before its word is done without
_NO_APP = "The error doesn't say which app it comes from."
_NO_NUMBER = "The error doesn't say which document is waiting."
_NOT_SEARCHED = NearbyAnswer((), (), complete=False, why_not="Customer, amount or date isn't known.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One case with what its text names and what its source says."""

    case: Case
    named: Named
    said: SourceAnswer

    @property
    def incoming(self) -> Incoming | None:
        """What a person typed, else what the source answers, else what a list said."""
        told = self.case.incoming
        if told and told.typed:
            return told
        return self.said.incoming or (told if told and told.listed else None)


@dataclass(frozen=True, slots=True)
class Gather:
    """Only reads. QuickBooks is asked once for all cases together, the source once for each."""

    connections: Connections
    clock: Clock
    patience: Patience

    def __call__(self, company: Company, cases: Sequence[Case]) -> tuple[Evidence, ...]:
        """The evidence for each case, in their order. Raises what the outside does; then nothing is half known."""
        books = self.connections.books(company.realm)
        said = self._ask_sources(company, cases)
        asked = [_Asked(case, _named(case), answer) for case, answer in zip(cases, said, strict=True)]
        found = books.holders([Question(a.named.number, a.named.txn_id) for a in asked])
        nearby = _search_nearby(books, asked, found)
        return tuple(
            self._evidence(a, holders, near, company) for a, holders, near in zip(asked, found, nearby, strict=True)
        )

    def _evidence(self, asked: _Asked, found: HolderAnswer, nearby: NearbyAnswer, company: Company) -> Evidence:
        incoming, named, said = asked.incoming, asked.named, asked.said
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
            customers=nearby.customers,
            incoming_customers=matching_customers(incoming, nearby.customers) if incoming else (),
            source_records=said.records,
            source_search=Search(said.complete, said.problem),
            facts=_with_named_trust_accounts(found, company),
            taken=found.taken,
            made_by_hand=asked.case.made_by_hand,
            renumbered_here=tuple(r.document_id for r in asked.case.renumbered),
        )

    def _ask_sources(self, company: Company, cases: Sequence[Case]) -> list[SourceAnswer]:
        """What each case's source says of it; a source that will be asked much is told so first."""
        counted = Counter(case.source for case in cases if case.source)
        sources = {name: self.connections.source(company, name) for name in counted}
        for name, source in sources.items():
            if source is not None:
                with suppress(OutsideProblem):
                    self._patiently(partial(source.expect, counted[name]))
        return [self._ask_source(case, sources) for case in cases]

    def _ask_source(self, case: Case, sources: Mapping[str, Source | None]) -> SourceAnswer:
        number = _number(case)
        if case.source is None or number is None:
            return SourceAnswer(None, problem=_NO_APP if case.source is None else _NO_NUMBER)
        source = sources[case.source]
        if source is None:
            return SourceAnswer(None, problem="The waiting document isn't known; no list of the source was given.")
        try:
            return self._patiently(partial(source.ask, number))
        except OutsideProblem as problem:
            # Without the source's word much stays unknown, but what QuickBooks says is still worth showing.
            return SourceAnswer(None, problem=str(problem))

    def _patiently(self, ask: Callable[[], T]) -> T:
        """A source's answer; its limit on requests is worth waiting for, since unknown is no verdict."""
        for _ in range(_WAITS):
            try:
                return ask()
            except Throttled as slow:
                self.patience.pause(slow.wait_seconds)
        return ask()


def _named(case: Case) -> Named:
    """What the texts name; a repeat may name the document where the first text didn't."""
    best = next((f for f in case.findings if f.txn_id), case.findings[0])
    return Named(_number(case), best.entity, best.txn_id)


def _number(case: Case) -> str | None:
    """The number in question; an error of another kind may have it in the row beside it alone."""
    return case.doc_number if case.kind is FaultKind.DUPLICATE_DOC_NUMBER else case.waiting_number


def _search_nearby(books: Books, asked: Sequence[_Asked], found: Sequence[HolderAnswer]) -> tuple[NearbyAnswer, ...]:
    """The twin searches of all cases at once; a case about which too little is known has none."""
    questions = [_question(a.incoming, holders) for a, holders in zip(asked, found, strict=True)]
    answers = iter(books.nearby([q for q in questions if q is not None]))
    return tuple(next(answers) if q is not None else _NOT_SEARCHED for q in questions)


def _question(incoming: Incoming | None, found: HolderAnswer) -> NearbyQuestion | None:
    if incoming is None or incoming.date is None or not incoming.complete:
        return None
    window = timedelta(days=TWIN_DAYS)
    ids = tuple(dict.fromkeys(d.customer_id for d in found.documents if d.customer_id))
    return NearbyQuestion(incoming, incoming.date - window, incoming.date + window, ids)


def _with_named_trust_accounts(found: HolderAnswer, company: Company) -> CompanyFacts:
    both = dict.fromkeys((*found.facts.trust_accounts, *company.settings.trust_accounts))
    return replace(found.facts, trust_accounts=tuple(both))
