"""Brings the person to the retry in the source: what to press where, and from when on to watch QuickBooks."""

from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.exits import source_name
from untwin.domain.history import HistoryRow
from untwin.domain.problems import NotAllowed
from untwin.domain.verdict import Verdict
from untwin.flows.person import Person
from untwin.ports.books import Connections
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class RetryCard:
    """What a person needs for an assisted retry.

    `page` is the address to open, empty where none is known. `words` are the vendor's own for the button.
    """

    case: Case
    number: str
    page: str
    words: str
    source: str
    company: str
    cycle_seconds: int

    @property
    def sentence(self) -> str:
        """The card in one sentence."""
        where = f"in {self.source}" if self.page else f"in {self.source} (no address of its page is known)"
        return f"Press “{self.words}” at {self.number} {where}. Untwin looks whether it posted."


@dataclass(frozen=True, slots=True)
class Retry:
    """The flow; every source of today is assisted: the click is the person's."""

    cases: Cases
    companies: Companies
    connections: Connections
    history: History
    clock: Clock
    person: Person

    def __call__(self, case_id: str) -> RetryCard:
        """The card; the case waits to post from now on.

        Raises:
            NotAllowed: the number isn't free, or the case isn't so far.
        """
        case = self.cases.get(case_id)
        company = self.companies.get(case.company or "")
        if case.state is not State.WAITING_TO_POST:
            case = self._begin(case)
        return _card(case, company)

    def _begin(self, case: Case) -> Case:
        _check_allowed(case)
        books = self.connections.books(case.company or "")
        users = books.with_number("sales", case.doc_number or "")
        if users.documents:
            words = f"{case.doc_number} is still used by {users.documents[0].title}."
            raise NotAllowed(words, "Look the case up again, or verify whether it posted already.")
        began = max((r.proved_at for r in case.renumbered), default=users.at)
        waiting = replace(case, waiting_since=began, not_seen_yet=False)
        moved = waiting.moved(State.WAITING_TO_POST, self.clock.now(), _NOTE.format(source_name(case.source)))
        self.cases.save(moved, case.state)
        self.history.note(
            HistoryRow(self.clock.now(), self.person.name, moved.company or "", moved.id, "retry", moved.note)
        )
        return moved


_NOTE = "Press Retry in {}; Untwin looks whether it posted."


def _check_allowed(case: Case) -> None:
    if case.state is State.RENUMBERED:
        return
    nothing_to_change = case.judgement is not None and case.judgement.verdict is Verdict.NONE_FOUND
    if case.state is State.NEEDS_DECISION and nothing_to_change:
        return
    raise NotAllowed(f"It is “{case.state.words}”: nothing to retry yet.", f"Next: {case.next_step.lower()}.")


def _card(case: Case, company: Company) -> RetryCard:
    binding = company.binding(case.source)
    return RetryCard(
        case=case,
        number=case.doc_number or "",
        page=binding.retry_page if binding else "",
        words="Retry",
        source=source_name(case.source),
        company=company.name,
        cycle_seconds=binding.cycle_seconds if binding else 300,
    )


def waiting_since(case: Case) -> datetime | None:
    """From when on a posting counts: when the last renumber was proved, or the retry began."""
    return max((r.proved_at for r in case.renumbered), default=case.waiting_since)
