"""Watches QuickBooks until the waiting document has posted, and says what is different when it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company
from untwin.domain.playbooks.retrying import ends_in_the_source
from untwin.domain.problems import NotAllowed, Problem
from untwin.domain.sources.declared import SourceProfile
from untwin.domain.sources.not_seen import what_to_try
from untwin.domain.verdicts.posting import (
    POSTS_AS,
    Expected,
    Found,
    Outcome,
    Posting,
    look_for_posting,
)
from untwin.flows.looking.other_cases import WATCHED, OtherCases, waiting_document
from untwin.flows.posting.retry import waiting_since
from untwin.ports.books import Connections, PostingAnswer, PostingQuestion
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies

# When to look, in cycles of the source: about 1, 3, 6, 10, 15 and 20 minutes for one of five minutes.
_LOOK_AT = (0.2, 0.6, 1.2, 2.0, 3.0, 4.0)
_SOONEST = 1.0


def look_times(cycle_seconds: int) -> tuple[float, ...]:
    """Seconds after the retry began at which to look; after the last one the case is "not seen yet"."""
    return tuple(max(_SOONEST, part * cycle_seconds) for part in _LOOK_AT)


@dataclass(slots=True)
class Watched:
    """What came of one look: the cases as they stand now, and a problem for each that couldn't be looked at."""

    cases: dict[str, Case] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Watch:
    """The flow: one look at QuickBooks, for all cases of a company in one request; who looks when is the caller's."""

    cases: Cases
    companies: Companies
    connections: Connections
    history: History
    clock: Clock

    def __call__(self, case_id: str, *, last_look: bool = False) -> Case:
        """The case after one look. `last_look` says that the watch ends with it.

        Raises:
            NotAllowed: there is nothing to look for yet.
            OutsideProblem: QuickBooks could not be read; the case is as it was.
        """
        watched = self.all([case_id], last_looks=[case_id] if last_look else [])
        for problem in watched.problems.values():
            raise problem
        return watched.cases[case_id]

    def all(self, case_ids: Sequence[str], *, last_looks: Collection[str] = ()) -> Watched:
        """Looks for all of them, a company's in one request; `last_looks` are those whose watch ends with it."""
        watched = Watched()
        by_company: dict[str, list[Case]] = {}
        for case in self.cases.some(list(dict.fromkeys(case_ids))):
            if case.state in WATCHED and waiting_since(case) is not None:
                by_company.setdefault(case.company or "", []).append(case)
            else:
                words = f"It is “{case.state.words}”: there is nothing to look for."
                watched.problems[case.id] = NotAllowed(words)
        for realm, mine in by_company.items():
            try:
                self._look(self.companies.get(realm), mine, last_looks, watched)
            except Problem as problem:
                watched.problems |= {case.id: problem for case in mine if case.id not in watched.cases}
        return watched

    def _look(self, company: Company, cases: Sequence[Case], last_looks: Collection[str], watched: Watched) -> None:
        elsewhere = [case for case in cases if ends_in_the_source(case)]
        for case in elsewhere:
            self._tell(case, not_seen_here(case, company), company, last_looks, watched)
        self._look_in_books(company, [case for case in cases if case not in elsewhere], last_looks, watched)

    def _look_in_books(
        self, company: Company, cases: Sequence[Case], last_looks: Collection[str], watched: Watched
    ) -> None:
        if not cases:
            return
        expected = [_expected(case, company) for case in cases]
        answers = self.connections.books(company.realm).postings([_question(each) for each in expected])
        others = OtherCases(self.cases, company.realm)
        for case, each, answer in zip(cases, expected, answers, strict=True):
            posting = look_for_posting(
                _beside(each, case, answer, others), Found(answer.numbered, answer.made, answer.complete)
            )
            others.claim(case, posting)
            self._tell(case, posting, company, last_looks, watched)

    def _tell(
        self, case: Case, posting: Posting, company: Company, last_looks: Collection[str], watched: Watched
    ) -> None:
        try:
            last = case.id in last_looks
            watched.cases[case.id] = self._settled(case, posting, company.profile(case.source), last_look=last)
        except NotAllowed as problem:
            watched.problems[case.id] = problem

    def _settled(self, case: Case, posting: Posting, profile: SourceProfile, *, last_look: bool) -> Case:
        now = self.clock.now()
        seen = replace(case, posting=posting, updated_at=now, please_confirm=posting.outcome.asks)
        words = " ".join((posting.sentence, *posting.differences))
        if posting.outcome is Outcome.POSTED:
            settled = replace(seen, not_seen_yet=False).moved(State.POSTED, now, words)
        elif posting.outcome in (Outcome.NUMBER_TAKEN_AGAIN, Outcome.TWICE):
            settled = replace(seen, not_seen_yet=False).moved(State.FAILED_AGAIN, now, words)
        elif posting.outcome.asks:
            settled = replace(seen, not_seen_yet=False, note=words)
        else:
            settled = _not_seen(seen, words, profile, last_look=last_look)
        self.cases.save(settled, case.state)
        if settled.state is not case.state:
            row = HistoryRow(now, "Untwin", case.company or "", case.id, settled.state.words.lower(), settled.note)
            self.history.note(row)
        return settled


def not_seen_here(case: Case, company: Company) -> Posting:
    """The end of a case that isn't seen in QuickBooks."""
    source = company.profile(case.source).name
    words = f"Whether it is solved shows in {source} alone: take its whole list of errors in again."
    return Posting(Outcome.NOT_SEEN, words)


def _not_seen(case: Case, words: str, profile: SourceProfile, *, last_look: bool) -> Case:
    if not (last_look or case.not_seen_yet):
        return replace(case, note=words)
    return replace(case, not_seen_yet=True, note=f"{words} {what_to_try(profile, waiting_document(case))}")


def _expected(case: Case, company: Company) -> Expected:
    facts = case.evidence.facts if case.evidence else company.facts
    since = waiting_since(case)
    assert since is not None  # noqa: S101 - `all` has seen to it
    return Expected(
        incoming=waiting_document(case),
        since=since,
        home_currency=facts.home_currency if facts else None,
        customers=case.evidence.incoming_customers if case.evidence else (),
        trust_accounts=company.trust_accounts_by(facts),
        not_these=frozenset((*((r.entity, r.document_id) for r in case.renumbered), *case.ruled_out)),
    )


def _beside(expected: Expected, case: Case, answer: PostingAnswer, others: OtherCases) -> Expected:
    """What is expected beside the other cases: what is theirs isn't this one's."""
    if all(d in answer.numbered for d in answer.made):
        return expected  # nothing that could be another case's
    alike = others.alike(case)
    return replace(
        expected,
        not_these=expected.not_these | others.of(case, answer),
        alike=1 + others.open(alike),
        has_double=bool(alike),
    )


def _question(expected: Expected) -> PostingQuestion:
    incoming = expected.incoming
    return PostingQuestion(expected.number, POSTS_AS[incoming.kind], incoming.total, incoming.date, expected.since)
