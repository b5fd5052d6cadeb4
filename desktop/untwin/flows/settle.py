"""Finds out what became of a change that was sent: proves it by reading, or says that a person must look."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from untwin.domain.case import Case, Renumbered, State
from untwin.domain.documents import TYPES
from untwin.domain.problems import (
    AnswerLost,
    Cancelled,
    KeyringProblem,
    NotAllowed,
    OutsideProblem,
    Problem,
    Throttled,
)
from untwin.domain.proof import prove
from untwin.ports.books import Books, Connections, Seen
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, History, HistoryRow, Intent, Step, WriteLock


class Unproved(Problem):
    """The change was sent, and what was read again is not what was expected."""


@dataclass(frozen=True, slots=True)
class Settle:
    """The flow. `sleep` waits a number of seconds; QuickBooks may still be working on what was lost."""

    cases: Cases
    connections: Connections
    history: History
    lock: WriteLock
    clock: Clock
    sleep: Callable[[float], None]

    def send(self, books: Books, intent: Intent) -> None:
        """Sends an intended change and records what came of the sending."""
        order = intent.order
        self.history.step(order.request_id, Step.SENT, self.clock.now())
        try:
            books.change_number(order)
        except AnswerLost as problem:
            self.history.step(order.request_id, Step.LOST, self.clock.now(), problem.sentence)
            raise
        except (OutsideProblem, NotAllowed, KeyringProblem, Cancelled) as problem:
            # Whatever of these it was, it came before anything was sent, or instead of its being done.
            self.history.step(order.request_id, Step.NOT_DONE, self.clock.now(), problem.sentence)
            raise
        self.history.step(order.request_id, Step.ANSWERED, self.clock.now())

    def read_and_prove(self, books: Books, intent: Intent) -> Renumbered:
        """Reads the document again and proves that the number changed and nothing else.

        Raises:
            Unproved: it could not be read, the number isn't there, or something else differs; both images are
                kept and the change stays open.
        """
        seen = self._read(books, intent)
        return self._prove(intent, seen)

    def after_lost_answer(self, books: Books, intent: Intent) -> Renumbered:
        """Reads first; only where nothing has changed the same change is sent once more, under the same id.

        Raises:
            Unproved: it isn't known, or not proved, that the change was made; the change stays open.
        """
        for pause in (0, 1, 3):
            self._wait(pause)
            seen = self._read(books, intent)
            if seen.document.number == intent.order.new_number:
                return self._prove(intent, seen)
            if seen.document.sync_token != intent.order.sync_token:
                raise Unproved(_SOMEBODY_ELSE.format(TYPES[intent.order.entity].title, intent.old_number))
        self._send_again(books, intent)
        seen = self._read(books, intent)
        if seen.document.number == intent.order.new_number:
            return self._prove(intent, seen)
        raise Unproved(_STILL_OLD, _LOOK)

    def _send_again(self, books: Books, intent: Intent) -> None:
        """Same version, same id: either guard keeps QuickBooks from doing it twice.

        A refusal proves nothing here: the first sending may have come through meanwhile. Only the read after it
        tells.
        """
        request_id = intent.order.request_id
        self.history.step(request_id, Step.SENT, self.clock.now(), "again")
        try:
            books.change_number(intent.order)
        except (OutsideProblem, KeyringProblem, Cancelled) as problem:
            self.history.step(request_id, Step.LOST, self.clock.now(), problem.sentence)
        else:
            self.history.step(request_id, Step.ANSWERED, self.clock.now())

    def open_changes(self) -> tuple[Case, ...]:
        """Settles every change that an earlier run left open; returns the cases that moved.

        Raises:
            Busy: another Untwin is saving just now, so nothing is left open.
        """
        with self.lock.hold():
            settled = [c for i in self.history.open_intents() if (c := self._settle(i)) is not None]
            # Under the lock nobody is saving: what still says so was cut off between two steps.
            cut_off = [c for c in self.cases.all() if c.state in (State.PLANNED, State.SAVING)]
            settled += [c for c in map(self._cut_off, cut_off) if c is not None]
        settled += [self._look_broken_off(c) for c in self.cases.all() if self._left_looking(c)]
        return tuple(settled)

    def _left_looking(self, case: Case) -> bool:
        """Whether it says that it is looked up, and so long that nobody can be at it any more."""
        return case.state is State.LOOKING and self.clock.now() - case.updated_at > _LONGEST_LOOK

    def _look_broken_off(self, case: Case) -> Case:
        moved = case.moved(State.NEW, self.clock.now(), _LOOK_CUT_OFF)
        self.cases.save(moved, case.state)
        return moved

    def _cut_off(self, case: Case) -> Case | None:
        return self._save(case, replace(case, judgement=None), State.NEEDS_DECISION, _CUT_OFF)

    def _settle(self, intent: Intent) -> Case | None:
        case = self.cases.get(intent.case_id)
        try:
            books = self.connections.books(intent.company)
            sent = any(s.step is Step.SENT for s in self.history.steps(intent.order.request_id))
            if not sent:
                self.history.step(intent.order.request_id, Step.NOT_DONE, self.clock.now(), "never sent")
                return self._save(case, replace(case, judgement=None), State.NEEDS_DECISION, _NEVER_SENT)
            proved = self.after_lost_answer(books, intent)
        except Problem as problem:
            return self._save(case, case, State.NEEDS_CHECKING, str(problem))
        renumbered = replace(case, renumbered=(*case.renumbered, proved))
        return self._save(case, renumbered, State.RENUMBERED, proved.proof.sentence)

    def _save(self, stored: Case, case: Case, to: State, note: str) -> Case | None:
        if stored.state not in (State.PLANNED, State.SAVING, State.NEEDS_CHECKING):
            return None
        if to is stored.state:
            moved = replace(case, note=note, updated_at=self.clock.now())
        else:
            moved = case.moved(to, self.clock.now(), note)
        self.cases.save(moved, stored.state)
        return moved

    def _wait(self, seconds: float) -> None:
        try:
            self.sleep(seconds)
        except Cancelled as problem:
            # It was sent: closing the window doesn't make that undone.
            raise Unproved(_NOT_READ.format(problem.sentence), _VERIFY) from problem

    def _read(self, books: Books, intent: Intent) -> Seen:
        try:
            seen = self._seen(books, intent)
        except (OutsideProblem, KeyringProblem, Cancelled) as problem:
            # It was sent: what could not be read again is open, whatever else is known.
            raise Unproved(_NOT_READ.format(problem.sentence), _VERIFY) from problem
        self.history.step(intent.order.request_id, Step.READ_AGAIN, self.clock.now(), seen.document.raw)
        return seen

    def _seen(self, books: Books, intent: Intent) -> Seen:
        try:
            return books.read(intent.order.entity, intent.order.id)
        except Throttled as slow:
            # A change that was sent is worth waiting for.
            self._wait(slow.wait_seconds)
            return books.read(intent.order.entity, intent.order.id)

    def _prove(self, intent: Intent, seen: Seen) -> Renumbered:
        order = intent.order
        proof = prove(intent.before, seen.document.raw, order.new_number)
        if not proof.holds:
            raise Unproved(f"The before/after check failed: {proof.sentence} Both images are kept.", _LOOK)
        now = self.clock.now()
        self.history.step(order.request_id, Step.PROVED, now, proof.sentence)
        what = f"{TYPES[order.entity].title} {intent.old_number} renumbered to {order.new_number}"
        said = f"{intent.reason}. {proof.sentence}"
        self.history.note(HistoryRow(now, intent.who, intent.company, intent.case_id, what, said))
        return Renumbered(order.id, order.entity, intent.old_number, order.new_number, seen.at, proof)


_LONGEST_LOOK = timedelta(minutes=30)
_LOOK_CUT_OFF = "Untwin ended while looking it up; nothing was changed. Look the case up again."
_NOT_READ = "The change was sent, but the document could not be read again: {}"
_VERIFY = "Look again whether it was saved."
_STILL_OLD = "The answer was lost, and QuickBooks still shows the old number."
_LOOK = "Open the document in QuickBooks and compare it with the kept image."
_NEVER_SENT = "The change was planned but never sent; nothing was changed. Look the case up again."
_CUT_OFF = "Untwin ended while saving; the change history says what was saved. Look the case up again."
_SOMEBODY_ELSE = "The answer was lost, and somebody changed {} {} meanwhile. Open it in QuickBooks."
