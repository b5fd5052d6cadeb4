"""Brings the person to the retry in the source: what to press where, and from when on to watch QuickBooks."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company
from untwin.domain.playbooks.retrying import may_be_retried, needs_free_number
from untwin.domain.problems import NotAllowed, Problem
from untwin.domain.sources.declared import RetryBy, SourceProfile, record_address
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.words.money import told_amount
from untwin.flows.person import Person
from untwin.ports.books import Connections
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.sources import AskedAgain, SourceAccounts
from untwin.ports.stores import Cases, Companies

_LOOKS = "Untwin looks whether it posted."


def _deed(profile: SourceProfile, number: str) -> str:
    """What is left for the person to do, or what was done for them."""
    if profile.retry is RetryBy.WEBHOOK:
        return f"{profile.name} has accepted to send {number or 'the document'} again"
    return f"{profile.what_to_do(number)} in {profile.name}"


@dataclass(frozen=True, slots=True)
class RetryCard:
    """What a person needs for an assisted retry.

    `page` is the one of all that wait, `record` the document's own; empty where they aren't known. `profile` has the
    vendor's own words for what to do there.
    """

    case: Case
    number: str
    page: str
    record: str
    profile: SourceProfile
    company: str
    cycle_seconds: int

    @property
    def sentence(self) -> str:
        """The card in one sentence."""
        nowhere = "" if self.page or self.accepted else " (no address of its page is known)"
        return f"{_deed(self.profile, self.number)}{nowhere}. {_LOOKS}"

    @property
    def accepted(self) -> bool:
        """Whether the source was asked and said yes: then nothing is left for the person to do there."""
        return self.profile.retry is RetryBy.WEBHOOK


@dataclass(frozen=True, slots=True)
class RetryVisit:
    """One visit to one source's page: a card for each case, and for each that can't be retried the problem."""

    cards: tuple[RetryCard, ...]
    problems: Mapping[str, Problem]


@dataclass(frozen=True, slots=True)
class Retry:
    """The flow. Most sources are assisted: the click is the person's; a webhook is asked, and must accept first."""

    cases: Cases
    companies: Companies
    connections: Connections
    history: History
    clock: Clock
    person: Person
    accounts: Callable[[], SourceAccounts]

    def __call__(self, case_id: str) -> RetryCard:
        """The card; the case waits to post from now on.

        Raises:
            NotAllowed: the number isn't free, or the case isn't so far.
        """
        visit = self.visit([case_id])
        for problem in visit.problems.values():
            raise problem
        return visit.cards[0]

    def visit(self, case_ids: Sequence[str]) -> RetryVisit:
        """The cards of several cases of one company, whose numbers are asked about at once.

        Raises:
            OutsideProblem: QuickBooks could not be asked; nothing was begun.
        """
        cases = self.cases.some(list(dict.fromkeys(case_ids)))
        company = self.companies.get(cases[0].company or "")
        problems: dict[str, Problem] = {c.id: p for c in cases if (p := _why_not_allowed(c)) is not None}
        new = [c for c in cases if c.id not in problems and c.state is not State.WAITING_TO_POST]
        begun = self._begin(company, new, problems)
        waiting = [c for c in cases if c.state is State.WAITING_TO_POST and c.id not in problems]
        begun |= self._again(company, waiting, problems)
        cards = [_card(begun.get(c.id, c), company) for c in cases if c.id not in problems]
        return RetryVisit(tuple(cards), problems)

    def _begin(self, company: Company, cases: Sequence[Case], problems: dict[str, Problem]) -> dict[str, Case]:
        """The cases that wait from now on, by id; of others the problem is noted."""
        if not cases:
            return {}
        books = self.connections.books(company.realm)
        numbered = [case for case in cases if needs_free_number(case)]
        answers = books.with_numbers("sales", [case.waiting_number or "" for case in numbered]) if numbered else ()
        users_of = {case.id: users for case, users in zip(numbered, answers, strict=True)}
        at = answers[0].at if answers else books.facts().read_at
        begun: dict[str, Case] = {}
        for case in cases:
            users = users_of.get(case.id)
            if users is not None and users.documents:
                problems[case.id] = _used(case, users.documents[0])
            else:
                since = max((r.proved_at for r in case.renumbered), default=at)
                try:
                    begun[case.id] = self._waits(self._asked(company, case), company.profile(case.source), since)
                except Problem as problem:
                    problems[case.id] = problem
        return begun

    def _again(self, company: Company, cases: Sequence[Case], problems: dict[str, Problem]) -> dict[str, Case]:
        """Cases that wait already: a webhook is asked once more, in an attempt of its own."""
        begun: dict[str, Case] = {}
        for case in cases:
            try:
                if _is_asked(company, case):
                    # It may have posted a moment ago: asked then, it would be sent a second time.
                    self._check_free(company, case)
                asked = self._asked(company, case)
            except Problem as problem:
                problems[case.id] = problem
                continue
            since = waiting_since(case) or case.updated_at
            mine = self._waits_on(case) if asked is case else self._waits(asked, company.profile(case.source), since)
            begun[case.id] = mine
        return begun

    def _asked(self, company: Company, case: Case) -> Case:
        """The case once its source has accepted to send it again; where only a person can do that, as it is.

        Raises:
            OutsideProblem: it didn't accept; the same attempt may be repeated, for its key stays the same.
        """
        binding = company.binding(case.source)
        if binding is None or not _is_asked(company, case):
            return case
        kind = case.evidence.incoming.kind if case.evidence and case.evidence.incoming else IncomingKind.UNKNOWN
        asked = AskedAgain(attempt_key(case), case.waiting_number or "", kind.value, company.name)
        self.accounts().ask_again(company.realm, binding, asked)
        return replace(case, asked=case.asked + 1)

    def _check_free(self, company: Company, case: Case) -> None:
        books = self.connections.books(company.realm)
        if needs_free_number(case) and books.with_number("sales", case.waiting_number or "").documents:
            words = f"{case.waiting_number} is in QuickBooks now; nothing was asked."
            raise NotAllowed(words, "Look now whether it posted.")

    def _waits_on(self, case: Case) -> Case:
        """Retry was pressed once more: the watch begins anew, and what counts as a posting stays the same."""
        waits = replace(case, watch_began=self.clock.now(), not_seen_yet=False, updated_at=self.clock.now())
        self.cases.save(waits, case.state)
        return waits

    def _waits(self, case: Case, profile: SourceProfile, began: datetime) -> Case:
        waiting = replace(case, waiting_since=began, watch_began=self.clock.now(), not_seen_yet=False)
        note = f"{_deed(profile, case.waiting_number or '')}. {_LOOKS}"
        moved = waiting.moved(State.WAITING_TO_POST, self.clock.now(), note)
        self.cases.save(moved, case.state)
        self.history.note(
            HistoryRow(self.clock.now(), self.person.name, moved.company or "", moved.id, "retry", moved.note)
        )
        return moved


def _is_asked(company: Company, case: Case) -> bool:
    """Whether its source is one that Untwin asks itself."""
    binding = company.binding(case.source)
    return binding is not None and binding.profile.retry is RetryBy.WEBHOOK


def _why_not_allowed(case: Case) -> NotAllowed | None:
    if case.please_confirm:
        # A retry of what has posted already would book it twice.
        return NotAllowed("It may have posted already.", "Confirm what was found, or say that it is another document.")
    if case.state in (State.RENUMBERED, State.WAITING_TO_POST):
        return None
    if case.state is State.NEEDS_DECISION and may_be_retried(case):
        return None
    if again := why_look_again(case):
        return NotAllowed(again)
    if case.advice is not None and case.state is State.NEEDS_DECISION:
        return NotAllowed("A retry makes no sense here.", " ".join(case.advice.found[:1]))
    if case.state.solved:
        return NotAllowed(f"It is “{case.state.words}”: there is nothing to retry.")
    return NotAllowed(f"It is “{case.state.words}”: nothing to retry yet.", f"Next: {case.next_clause}.")


def _used(case: Case, user: Document) -> NotAllowed:
    """Where another document than the renumbered one has the number, it is mostly the waiting one itself."""
    if case.renumbered and user.id not in [r.document_id for r in case.renumbered]:
        who = f"{user.title} of {user.who}, {told_amount(user.total, user.currency)}"
        words = f"{case.waiting_number} is used again now, by {who}."
        return NotAllowed(words, "Look whether it posted: it may be the waiting document itself.")
    words = f"{case.waiting_number} is still used by {user.title}."
    return NotAllowed(words, "Look the case up again, or verify whether it posted already.")


def _card(case: Case, company: Company) -> RetryCard:
    binding = company.binding(case.source)
    source_id = case.evidence.incoming.source_id if case.evidence and case.evidence.incoming else None
    return RetryCard(
        case=case,
        number=case.waiting_number or "",
        page=binding.retry_page if binding else "",
        record=record_address(binding.record_page, source_id) if binding else "",
        profile=company.profile(case.source),
        company=company.name,
        cycle_seconds=binding.cycle_seconds if binding else company.profile(case.source).cycle_seconds,
    )


def attempt_key(case: Case) -> str:
    """The key of the next attempt: the same until the source has accepted it, on every computer its own.

    A document under another number is another wish: with the old key the other side would take it for done.
    """
    about = f"{case.company} {case.id} {case.created_at.isoformat()} {case.asked} {case.waiting_number or ''}"
    return hashlib.sha256(about.encode()).hexdigest()


def waiting_since(case: Case) -> datetime | None:
    """From when on a posting counts: when the last renumber was proved, or the retry began."""
    return max((r.proved_at for r in case.renumbered), default=case.waiting_since)
