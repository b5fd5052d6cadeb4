"""Gathers the evidence about waiting cases of one company: what the source says, who uses the numbers, what is near."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TypeVar

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.problems import OutsideProblem, Throttled
from untwin.domain.sources.incoming import Incoming, IncomingKind, SourceAnswer
from untwin.domain.verdicts.compare import TWIN_DAYS
from untwin.domain.verdicts.customers import matching_customers
from untwin.domain.verdicts.evidence import Evidence, Named, OtherSource, Search
from untwin.domain.verdicts.rules import RULES
from untwin.flows.looking.beside import Beside, beside
from untwin.ports.books import Books, Connections, HolderAnswer, NearbyAnswer, NearbyQuestion, Question, Source
from untwin.ports.machine import Clock, Patience

T = TypeVar("T")
_WAITS = 3  # how often a source may ask for a rest before its word is done without
_LONGEST_WAIT = 90  # seconds; a source that wants to be left alone for longer is asked another time
_NO_APP = "The error doesn't say which app it comes from."
_NO_NUMBER = "The error doesn't say which document is waiting."
_NOT_SEARCHED = NearbyAnswer((), (), complete=False, why_not="Customer, amount or date isn't known.")


Others = Callable[[str, Collection[str], Collection[Decimal]], tuple[Case, ...]]
"""A company's cases with some of these numbers or totals: the store's `beside`."""


def _no_others(_company: str, _numbers: Collection[str], _totals: Collection[Decimal]) -> tuple[Case, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """One case with what its text names and what its source says."""

    case: Case
    named: Named
    said: SourceAnswer
    others: tuple[OtherSource, ...] = ()

    @property
    def incoming(self) -> Incoming | None:
        """A person's word first, then the source's own, then what a list or the error's own row said."""
        told = self.case.incoming
        if told and (told.typed or self._is_another):
            return told
        return self.said.incoming or (told if told and told.listed else None)

    @property
    def _is_another(self) -> bool:
        """The row says that a payment failed, say, and the source tells of the bill that has the number."""
        told, said = self.case.incoming, self.said.incoming
        if told is None or said is None or told.kind in (IncomingKind.UNKNOWN, IncomingKind.BILL):
            return False
        return told.listed and told.kind is not said.kind


@dataclass(frozen=True, slots=True)
class _Resting:
    """A source that wants to be left alone for long: the other cases leave it alone, too."""

    problem: Throttled

    def expect(self, _count: int) -> None:
        """Nothing is read."""

    def ask(self, _number: str) -> SourceAnswer:
        """Raises what it said."""
        raise self.problem


@dataclass(frozen=True, slots=True)
class Gather:
    """Only reads. QuickBooks is asked once for all cases together, the source once for each."""

    connections: Connections
    clock: Clock
    patience: Patience
    others: Others = _no_others

    def __call__(self, company: Company, cases: Sequence[Case]) -> tuple[Evidence, ...]:
        """The evidence for each case, in their order. Raises what the outside does; then nothing is half known."""
        books = self.connections.books(company.realm)
        said = self._ask_sources(company, cases)
        others = self._ask_others(company, cases)
        asked = [_Asked(c, _named(c), own, more) for c, own, more in zip(cases, said, others, strict=True)]
        found = books.holders([Question(a.named.number, a.named.txn_id) for a in asked])
        nearby = _search_nearby(books, asked, found)
        names = [_customers(a.incoming, has, near) for a, has, near in zip(asked, found, nearby, strict=True)]
        known = self._beside(company, asked, names)
        return tuple(
            self._evidence(a, holders, near, company, around)
            for a, holders, near, around in zip(asked, found, nearby, known, strict=True)
        )

    def _evidence(
        self, asked: _Asked, found: HolderAnswer, nearby: NearbyAnswer, company: Company, around: Beside
    ) -> Evidence:
        incoming, named, said = asked.incoming, asked.named, asked.said
        profile = company.profile(asked.case.source)
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
            # A list without the waiting document itself is the list of another account, or not yet up to date.
            source_search=Search(said.complete and said.incoming is not None, said.problem),
            facts=replace(found.facts, trust_accounts=company.trust_accounts_by(found.facts)),
            taken=found.taken,
            made_by_hand=asked.case.made_by_hand,
            own_numbers=asked.case.own_numbers,
            renumbered_here=tuple(r.document_id for r in asked.case.renumbered),
            posted_by_source=around.posted,
            other_sources=asked.others,
            answers_others=around.answered,
            waiting_beside=around.waiting,
            source_name=profile.name,
            source_prefix=profile.numbers.prefix,
            trust_unlock=company.settings.trust_unlock,
            rules=RULES,
        )

    def _beside(self, company: Company, asked: Sequence[_Asked], names: Sequence[frozenset[str]]) -> list[Beside]:
        waits = {a.case.id: a.incoming for a in asked}
        totals = {a.incoming.total for a in asked if a.incoming and a.incoming.total is not None}
        numbers = {a.case.doc_number for a in asked if a.case.doc_number}
        others = {case.id: case for case in self.others(company.realm, numbers, totals)}
        others |= {a.case.id: a.case for a in asked if a.case.id in others or a.incoming}
        return [beside(a.case, a.incoming, others.values(), waits, own) for a, own in zip(asked, names, strict=True)]

    def _ask_others(self, company: Company, cases: Sequence[Case]) -> list[tuple[OtherSource, ...]]:
        """What the company's other apps say of each number: any of them may have made what stands in the way."""
        bound = {b.source: b.profile.name for b in company.sources}
        sources = {name: self._open(company, name) for name in bound}
        for name, source in sources.items():
            self._expect(source, sum(case.source != name for case in cases))
        return [
            tuple(self._other(case, words, sources[name]) for name, words in bound.items() if name != case.source)
            for case in cases
        ]

    def _open(self, company: Company, name: str) -> Source | None:
        try:
            return self.connections.source(company, name)
        except OutsideProblem:
            return None

    def _other(self, case: Case, name: str, source: Source | None) -> OtherSource:
        if source is None or case.doc_number is None:
            return OtherSource(name, (), complete=False, problem=f"{name} can't be asked by Untwin.")
        try:
            said = self._patiently(partial(source.ask, case.doc_number))
        except OutsideProblem as problem:
            return OtherSource(name, (), complete=False, problem=str(problem))
        return OtherSource(name, said.records, said.complete, said.problem)

    def _expect(self, source: Source | None, count: int) -> None:
        """Says to a source that will be asked much that it will."""
        if source is not None and count:
            with suppress(OutsideProblem):
                self._patiently(partial(source.expect, count))

    def _ask_sources(self, company: Company, cases: Sequence[Case]) -> list[SourceAnswer]:
        """What each case's source says of it; a source that will be asked much is told so first."""
        counted = Counter(case.source for case in cases if case.source)
        sources = {name: self.connections.source(company, name) for name in counted}
        for name, source in sources.items():
            self._expect(source, counted[name])
        return [self._ask_source(case, sources) for case in cases]

    def _ask_source(self, case: Case, sources: dict[str, Source | None]) -> SourceAnswer:
        number = _number(case)
        if case.source is None or number is None:
            return SourceAnswer(None, problem=_NO_APP if case.source is None else _NO_NUMBER)
        source = sources[case.source]
        if source is None:
            return SourceAnswer(None, problem="The waiting document isn't known; no list of the source was given.")
        try:
            return self._patiently(partial(source.ask, number))
        except OutsideProblem as problem:
            if isinstance(problem, Throttled) and problem.wait_seconds > _LONGEST_WAIT:
                sources[case.source] = _Resting(problem)
            # Without the source's word much stays unknown, but what QuickBooks says is still worth showing.
            return SourceAnswer(None, problem=str(problem))

    def _patiently(self, ask: Callable[[], T]) -> T:
        """A source's answer; its limit on requests is worth waiting for, since unknown is no verdict."""
        for _ in range(_WAITS):
            try:
                return ask()
            except Throttled as slow:
                if slow.wait_seconds > _LONGEST_WAIT:
                    raise
                self.patience.pause(slow.wait_seconds)
        return ask()


def _customers(incoming: Incoming | None, found: HolderAnswer, nearby: NearbyAnswer) -> frozenset[str]:
    """Every name that the waiting document's sale may stand under."""
    booked = (d.customer_name for d in (*found.documents, *nearby.documents))
    return frozenset(name for name in (incoming.customer if incoming else None, *booked) if name)


def _named(case: Case) -> Named:
    """What the texts name; the last one that names a document, since another may have the number by now."""
    best = next((f for f in reversed(case.findings) if f.txn_id), case.findings[0])
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
