"""A part of a batch: up to thirty changes of one company; one look before, each sent by itself, one look after."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import State
from untwin.domain.cases.judged_before import found_before
from untwin.domain.changes.history import Change, Intent, Purpose, Step
from untwin.domain.changes.run import RunRow
from untwin.domain.changes.standing import case_after
from untwin.domain.company.company import Company
from untwin.domain.problems import AnswerLost, BadInput, Cancelled, NotAllowed, Problem, Throttled
from untwin.domain.verdicts.blocks import read_only
from untwin.domain.verdicts.rules import JUDGED_BEFORE
from untwin.flows.changing.going import Going, Stage
from untwin.flows.changing.settle import Settle
from untwin.flows.changing.writing import ROWS_OWN, Writing, not_read
from untwin.ports.books import Books
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases

Ready = tuple[tuple[RunRow, Document], ...]  # one case's rows, each with its document as it stands now


class Unproved(Problem):
    """The change was sent, and what was read again is not what was expected, or could not be read."""


class PausedInRest(Cancelled):
    """Somebody paused the batch while QuickBooks wanted to be left alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """The steps of one part; `going` is its batch."""

    cases: Cases
    clock: Clock
    settle: Settle
    going: Going
    books: Books
    company: Company

    def __call__(self, units: Sequence[Sequence[RunRow]]) -> None:
        """Changes the numbers of several cases, the rows of one after the other.

        Raises:
            Problem: the company can't be asked or changed just now; what is left of it waits.
        """
        if not self._on:
            return
        checked = self._writing.check(self.books, self.company, [row for unit in units for row in unit])
        waiting = self._set_aside(units, checked)
        self._move(waiting, State.SAVING)
        try:
            while waiting and self._on:
                self._round(waiting)
        finally:
            # Whatever ended it: of these nothing was begun.
            self._move(waiting, State.PLANNED)

    @property
    def _on(self) -> bool:
        return self.going.on(self.company.realm)

    @property
    def _writing(self) -> Writing:
        return self.settle.writing

    def _set_aside(self, units: Sequence[Sequence[RunRow]], checked: Sequence[Document | Problem]) -> list[Ready]:
        """The cases that may go on; where one row of a case may not, none of it is begun."""
        ready: list[Ready] = []
        each = iter(checked)
        before = self._found_before(units)
        for unit in units:
            found = [(row, before.get(row.case_id, next(each))) for row in unit]
            problem = next((p for _row, p in found if isinstance(p, Problem)), None)
            if problem is not None:
                self._back(unit[0], problem)
            else:
                ready.append(tuple((row, d) for row, d in found if isinstance(d, Document)))
        return ready

    def _found_before(self, units: Sequence[Sequence[RunRow]]) -> dict[str, Problem]:
        """A batch that an older Untwin has begun may rest on rules that hold no more; a number given back doesn't."""
        decided = [unit[0].case_id for unit in units if unit[0].purpose is not Purpose.RESTORE]
        return {case.id: NotAllowed(JUDGED_BEFORE) for case in self.cases.some(decided) if found_before(case)}

    def _back(self, row: RunRow, problem: Problem) -> None:
        case = self.cases.get(row.case_id)
        if row.came_from is State.NEEDS_DECISION:
            # The evidence is out of date now: the next look-up makes it new.
            case = replace(case, judgement=None)
        self.cases.save(case.moved(row.came_from, self.clock.now(), str(problem)), State.PLANNED)
        self.going.problems[row.case_id] = problem
        self.going.tell(row.case_id, Stage.SET_ASIDE)

    def _move(self, units: Sequence[Ready], to: State) -> None:
        seen = State.PLANNED if to is State.SAVING else State.SAVING
        cases = self.cases.some([unit[0][0].case_id for unit in units])
        self.cases.save_all([(case.moved(to, self.clock.now()), seen) for case in cases])
        if to is State.SAVING:
            for case in cases:
                self.going.tell(case.id, Stage.CHECKED)

    # --- sending ------------------------------------------------------------------------------------------------

    def _round(self, waiting: list[Ready]) -> None:
        """Takes case after case and sends it, until an answer is lost; then proves what was sent."""
        sent: list[Intent] = []
        stop: Problem | None = None
        while waiting and stop is None and self._on:
            stop = self._made_read_only() or self._next(waiting, sent)
        settled = self._conclude(sent)
        # A lost answer of which the reading has told everything keeps nobody from going on; a pause is no problem.
        if stop is not None and not isinstance(stop, PausedInRest) and not (isinstance(stop, AnswerLost) and settled):
            raise stop

    def _next(self, waiting: list[Ready], sent: list[Intent]) -> Problem | None:
        unit = waiting.pop(0)
        problem = self._unit(unit, sent)
        if not any(intent.case_id == unit[0][0].case_id for intent in sent):
            # Not even an intent could be stored, or QuickBooks did none of it: nothing of it was begun.
            waiting.insert(0, unit)
        return problem

    def _made_read_only(self) -> Problem | None:
        """Read-only holds at once, in the middle of a batch, too; so does forgetting the company."""
        try:
            block = read_only(self.settle.companies.get(self.company.realm))
        except BadInput as forgotten:
            return forgotten
        return NotAllowed(block.sentence) if block else None

    def _unit(self, unit: Ready, sent: list[Intent]) -> Problem | None:
        """Sends one case's rows; returns what keeps the whole company from going on, or a lost answer."""
        for row, before in unit:
            problem = self._row(row, before, sent)
            if problem is not None:
                if not isinstance(problem, AnswerLost | PausedInRest):
                    self.going.problems[row.case_id] = problem
                return None if isinstance(problem, ROWS_OWN) else problem
        return None

    def _row(self, row: RunRow, before: Document, sent: list[Intent]) -> Problem | None:
        for rest in range(self.going.rests + 1):
            # A new id each time: QuickBooks said that it had not done the one before.
            try:
                intent = self._writing.intend(self.going.run, row, before)
                sent.append(intent)
                self._writing.send(self.books, intent)
            except Throttled as slow:
                if rest == self.going.rests:
                    return slow
                self._writing.rest(slow.wait_seconds)
                if not self.going.wanted():
                    return self._stopped(intent, sent)
            except Problem as problem:
                return problem
            else:
                self.going.progress(row, Stage.SAVED)
                return None
        return None

    def _stopped(self, intent: Intent, sent: list[Intent]) -> Problem:
        """Paused while QuickBooks wanted to be left alone, which has not done this one: its case stays in the batch."""
        if not any(other.case_id == intent.case_id for other in sent if other is not intent):
            sent.remove(intent)
        return PausedInRest()

    # --- proving ------------------------------------------------------------------------------------------------

    def _conclude(self, sent: Sequence[Intent]) -> bool:
        """Reads again what was sent and lets the record tell what became of it; whether all of it is settled."""
        problem: Problem | None = None
        try:
            self._read_again([c for c in self._changes(sent) if not c.settled])
        except Problem as unread:
            problem = Unproved(not_read(unread), _VERIFY)
        changes = self._changes(sent)
        for case_id in dict.fromkeys(intent.case_id for intent in sent):
            self._finish(case_id, [c for c in changes if c.intent.case_id == case_id], problem)
        return all(change.settled for change in changes)

    def _changes(self, sent: Sequence[Intent]) -> list[Change]:
        return [self._writing.history.change(intent.order.request_id) for intent in sent]

    def _read_again(self, unsettled: Sequence[Change]) -> None:
        for change in unsettled:
            if change.sent_at is None:
                self._writing.not_done(change.intent, _NEVER_SENT)
        sent = [change for change in unsettled if change.sent_at is not None]
        told = self._writing.read_again(self.books, [change.intent for change in sent])
        lost = [change for change, last in zip(sent, told, strict=True) if last is None]
        if lost:
            self.settle.sent(self.books, lost)

    def _finish(self, case_id: str, changes: Sequence[Change], unread: Problem | None) -> None:
        case = self.cases.get(case_id)
        after = case_after(case, changes, len(self.going.run.rows_of(case_id)), self.clock.now())
        if after.state is State.NEEDS_CHECKING:
            problem = unread or Unproved(after.note, _VERIFY)
            after = replace(after, note=str(problem))
            self.going.problems[case_id] = problem
        elif after.state not in _DONE:
            self.going.problems.setdefault(case_id, Unproved(after.note))
        self.cases.save(after, case.state)
        self._tell(case_id, after.state, changes)

    def _tell(self, case_id: str, state: State, changes: Collection[Change]) -> None:
        different = next((c.last.note for c in changes if c.last.step is Step.DIFFERENT), "")
        if different:
            # Whatever happened to one document may happen to the next: a person looks first.
            self.going.alarm = different
        if state is State.NEEDS_CHECKING:
            self.going.tell(case_id, Stage.NEEDS_A_LOOK)
        elif state in _DONE:
            self.going.tell(case_id, Stage.READ_AGAIN)
            self.going.tell(case_id, Stage.PROVED)
        else:
            self.going.tell(case_id, Stage.SET_ASIDE)


_DONE = (State.RENUMBERED, State.NUMBER_RESTORED)
_NEVER_SENT = "The change was never sent; nothing was changed. Look the case up again."
_VERIFY = "Look again whether it was saved."
