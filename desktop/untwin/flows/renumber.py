"""Changes the holder's number: checks, records the intent, writes once, reads again, proves."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from untwin.domain.case import Case, Renumbered, State
from untwin.domain.change import Flag, Plan, Row, Wish, plan
from untwin.domain.documents import TYPES, Document, same_number
from untwin.domain.problems import (
    AnswerLost,
    Cancelled,
    KeyringProblem,
    NotAllowed,
    NumberTaken,
    OutsideProblem,
    PeriodClosed,
    Problem,
    Stale,
)
from untwin.flows.settle import Settle, Unproved
from untwin.ports.books import Books, Connections, NumberOrder
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies, History, Intent, WriteLock


class Stage(StrEnum):
    """The stages a person sees while a change is being saved: checked > saved > read again > proved."""

    CHECKED = "checked"
    SAVED = "saved"
    READ_AGAIN = "read_again"
    PROVED = "proved"


Progress = Callable[[str, Stage], None]  # document id, stage


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a person has confirmed on the sheet."""

    who: str
    reason: str
    accepted: frozenset[Flag] = frozenset()
    typed_count: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of one confirmation: each case as it stands now, and for each that went wrong the problem."""

    cases: tuple[Case, ...]
    problems: dict[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Renumber:
    """The flow; `new_id` makes the id under which QuickBooks does a write only once."""

    cases: Cases
    companies: Companies
    connections: Connections
    history: History
    lock: WriteLock
    clock: Clock
    settle: Settle
    new_id: Callable[[], str]

    def plan(self, numbers: dict[str, dict[str, str]]) -> Plan:
        """What one confirmation would do. `numbers` maps case ids to numbers typed for document ids."""
        wishes = tuple(Wish(self.cases.get(case_id), typed) for case_id, typed in numbers.items())
        return plan(wishes, {c.realm: c for c in self.companies.all()})

    def __call__(
        self, planned: Plan, confirmed: Confirmation, progress: Progress = lambda _document, _stage: None
    ) -> Saved:
        """Saves every row of a plan, one after the other.

        Raises:
            NotAllowed: something isn't confirmed, or a number can't be given; nothing was changed.
            Busy: another Untwin is saving; nothing was changed.
        """
        fresh = self.plan(_numbers(planned))
        missing = fresh.missing(confirmed.accepted, confirmed.typed_count)
        if not fresh.ready or len(fresh.rows) != len(planned.rows):
            raise NotAllowed(_first_reason(fresh))
        if missing:
            raise NotAllowed(" ".join(missing))
        with self.lock.hold():
            return self._save_all(fresh, confirmed, progress)

    def _save_all(self, planned: Plan, confirmed: Confirmation, progress: Progress) -> Saved:
        done: list[Case] = []
        problems: dict[str, Problem] = {}
        for case_id in dict.fromkeys(row.case_id for row in planned.rows):
            rows = [row for row in planned.rows if row.case_id == case_id]
            case, problem = self._save_case(case_id, rows, confirmed, progress)
            done.append(case)
            if problem:
                problems[case_id] = problem
        return Saved(tuple(done), problems)

    def _save_case(
        self, case_id: str, rows: list[Row], confirmed: Confirmation, progress: Progress
    ) -> tuple[Case, Problem | None]:
        case = self._move(self.cases.get(case_id), State.PLANNED)
        case = self._move(case, State.SAVING)
        company = self.companies.get(rows[0].company)
        try:
            books = self.connections.books(company.realm)
            for row in rows:
                proved = self._save_row(books, row, confirmed, progress)
                case = replace(case, renumbered=(*case.renumbered, proved))
                self.cases.save(case, State.SAVING)
        except (AnswerLost, Unproved) as problem:
            return self._move(case, State.NEEDS_CHECKING, str(problem)), problem
        except (OutsideProblem, KeyringProblem, NotAllowed, Cancelled) as problem:
            # The evidence is out of date now: the next look-up makes it new.
            return self._move(replace(case, judgement=None), State.NEEDS_DECISION, str(problem)), problem
        return self._move(case, State.RENUMBERED, _said(case)), None

    def _save_row(self, books: Books, row: Row, confirmed: Confirmation, progress: Progress) -> Renumbered:
        before = _check(books, row)
        progress(row.document.id, Stage.CHECKED)
        intent = Intent(
            order=NumberOrder(before.entity, before.id, before.sync_token, row.new, self.new_id()),
            case_id=row.case_id,
            company=row.company,
            old_number=row.old,
            who=confirmed.who,
            reason=confirmed.reason,
            before=before.raw,
        )
        self.history.intend(intent, self.clock.now())
        proved = self._write_and_prove(books, intent, progress)
        progress(row.document.id, Stage.READ_AGAIN)
        progress(row.document.id, Stage.PROVED)
        return proved

    def _write_and_prove(self, books: Books, intent: Intent, progress: Progress) -> Renumbered:
        try:
            self.settle.send(books, intent)
        except AnswerLost:
            return self.settle.after_lost_answer(books, intent)
        progress(intent.order.id, Stage.SAVED)
        return self.settle.read_and_prove(books, intent)

    def _move(self, case: Case, to: State, note: str = "") -> Case:
        moved = case.moved(to, self.clock.now(), note)
        self.cases.save(moved, case.state)
        return moved


def _check(books: Books, row: Row) -> Document:
    """A last look at QuickBooks itself: it is no reliable guard of numbers."""
    now = books.before_change(row.document.entity, row.document.id, row.new)
    if now.document.sync_token != row.document.sync_token or not same_number(now.document.number, row.old):
        raise Stale(f"Somebody changed {row.document.title} since it was looked up; nothing was saved.", _AGAIN)
    if now.users:
        user = now.users[0]
        raise NumberTaken(f"{row.new} is used by {user.title} of {user.who}; nothing was saved.", _AGAIN)
    closed = now.facts.closed_through
    if closed and row.document.date and row.document.date <= closed:
        raise PeriodClosed(f"The books were closed through {closed} meanwhile; nothing was saved.", _AGAIN)
    return now.document


_AGAIN = "Look the case up again."


def _numbers(planned: Plan) -> dict[str, dict[str, str]]:
    numbers: dict[str, dict[str, str]] = {}
    for row in planned.rows:
        numbers.setdefault(row.case_id, {})[row.document.id] = row.new
    return numbers


def _first_reason(planned: Plan) -> str:
    bad = [f"{row.document.title}: {row.why_not}" for row in planned.rows if row.why_not]
    refused = [refusal.reason for refusal in planned.refused]
    return (bad or refused or ["The case changed meanwhile; nothing was saved. Look at it again."])[0]


def _said(case: Case) -> str:
    changes = [f"{TYPES[r.entity].title} {r.old} is {r.new} now" for r in case.renumbered]
    return f"{'; '.join(changes)}. {case.renumbered[-1].proof.sentence}"
