"""The write road for a handful of changes in one company: check, record the intent, send, read again, prove."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import TYPES, Document, same_number
from untwin.domain.books.proof import prove
from untwin.domain.changes.history import Intent, NumberOrder, Purpose, Step, StepRecord
from untwin.domain.changes.policy import why_untouchable
from untwin.domain.changes.run import Run, RunRow
from untwin.domain.company.company import Company
from untwin.domain.problems import (
    AnswerLost,
    Gone,
    NotAllowed,
    NumberTaken,
    PeriodClosed,
    Problem,
    Stale,
    Throttled,
)
from untwin.domain.words.days import told_day
from untwin.ports.books import Books, ChangeAnswer, ChangeQuestion
from untwin.ports.history import History
from untwin.ports.machine import Clock, Wanted, always

READS_WAIT = 3  # how often a reading waits while QuickBooks wants to be left alone
# What says no to one row alone; everything else from outside keeps the whole company from going on.
ROWS_OWN = (Stale, NumberTaken, Gone, PeriodClosed, NotAllowed)


@dataclass(frozen=True, slots=True)
class Writing:
    """The steps.

    Attributes:
        pause: waits a number of seconds, or until that isn't wanted any more.
        new_id: makes the id under which QuickBooks does a write once.
        wanted: asked while QuickBooks wants to be left alone; False ends the rest at once.
    """

    history: History
    clock: Clock
    pause: Callable[[float, Wanted], None]
    new_id: Callable[[], str]
    wanted: Wanted = always

    def check(self, books: Books, company: Company, rows: Sequence[RunRow]) -> tuple[Document | Problem, ...]:
        """A last look at QuickBooks itself, for each row its document as it stands, or why it may not be changed."""
        questions = [ChangeQuestion(row.entity, row.document_id, row.old, row.new) for row in rows]
        answers = self._patiently(books, questions)
        return tuple(_checked(row, answer, company) for row, answer in zip(rows, answers, strict=True))

    def intend(self, run: Run, row: RunRow, before: Document) -> Intent:
        """Records one change before the first byte of it leaves."""
        intent = Intent(
            order=NumberOrder(row.entity, row.document_id, before.sync_token, row.new, self.new_id()),
            case_id=row.case_id,
            company=row.company,
            old_number=before.number or "",
            who=run.who,
            reason=run.reason,
            before=before.raw,
            run=run.id,
            purpose=row.purpose,
            came_from=row.came_from,
            customer=before.customer_name,
            total=before.total,
            currency=before.currency,
            day=before.date,
        )
        self.history.intend([intent], self.clock.now())
        return intent

    def send(self, books: Books, intent: Intent, note: str = "") -> None:
        """Sends an intended change once, and records what came of the sending.

        Raises:
            AnswerLost: it isn't known whether it was done; only reading tells.
            Problem: it was not done, for a first sending; what came before or instead of it.
        """
        self._record(intent, StepRecord(Step.SENT, self.clock.now(), note))
        try:
            books.change_number(intent.order)
        except AnswerLost as problem:
            self._record(intent, StepRecord(Step.LOST, self.clock.now(), problem.sentence))
            raise
        except Problem as problem:
            # Whatever of these it was, it came before anything was sent, or instead of its being done. But a
            # refusal of a second sending proves nothing: the first may have come through meanwhile.
            step, said = (Step.LOST, not_known(problem)) if note else (Step.NOT_DONE, str(problem))
            self._record(intent, StepRecord(step, self.clock.now(), said))
            raise
        self._record(intent, StepRecord(Step.ANSWERED, self.clock.now()))

    def read_again(self, books: Books, intents: Sequence[Intent]) -> tuple[StepRecord | None, ...]:
        """Reads the documents again and records what that proves; for each change its last step, or None.

        None says that the document is exactly as it was before: nothing is proved, and nothing is certain.

        Raises:
            Problem: they could not be read; every change stays as open as it was.
        """
        if not intents:
            return ()
        asked = [ChangeQuestion(i.order.entity, i.order.id, i.old_number, i.order.new_number) for i in intents]
        answers = self._patiently(books, asked)
        now = self.clock.now()
        found = [_judged(i, answer, now) for i, answer in zip(intents, answers, strict=True)]
        self.history.record([(i.order.request_id, r) for i, told in zip(intents, found, strict=True) for r in told])
        return tuple(told[-1] if told else None for told in found)

    def rest(self, seconds: float) -> None:
        """Waits, no longer than somebody wants to go on."""
        self.pause(seconds, self.wanted)

    def not_done(self, intent: Intent, note: str) -> None:
        """Records that the old number stands for certain."""
        self._record(intent, StepRecord(Step.NOT_DONE, self.clock.now(), note))

    def _record(self, intent: Intent, record: StepRecord) -> None:
        self.history.record([(intent.order.request_id, record)])

    def _patiently(self, books: Books, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        for _ in range(READS_WAIT):
            try:
                return books.around_changes(questions)
            except Throttled as slow:
                self.rest(slow.wait_seconds)
                if not self.wanted():
                    raise
        return books.around_changes(questions)


def _checked(row: RunRow, answer: ChangeAnswer, company: Company) -> Document | Problem:
    """QuickBooks is no reliable guard of numbers, and somebody may have been there since the person looked."""
    now = answer.document
    if now is None:
        return Gone(f"The {TYPES[row.entity].title} isn't in QuickBooks any more; nothing was saved.", _AGAIN)
    if now.sync_token != row.sync_token or not same_number(now.number, row.old):
        return Stale(f"Somebody changed {now.title} since it was looked up; nothing was saved.", _AGAIN)
    if answer.others_with_new:
        user = answer.others_with_new[0]
        return NumberTaken(f"{row.new} is used by {user.title} of {user.who}; nothing was saved.", _AGAIN)
    news = [d for d in answer.others_with_old if d.id not in row.known]
    if news and row.purpose is Purpose.RENUMBER:
        words = f"Meanwhile {news[0].title} of {news[0].who} has this number, too; nothing was saved."
        return Stale(words, "Perhaps it posted already. Look the case up again.")
    closed = answer.facts.closed_through
    if closed and now.date and now.date <= closed:
        return PeriodClosed(f"The books were closed through {told_day(closed)} meanwhile; nothing was saved.", _AGAIN)
    untouchable = why_untouchable(now, company)
    return NotAllowed(f"{untouchable} Nothing was saved.") if untouchable else now


_AGAIN = "Look the case up again."


def _judged(intent: Intent, answer: ChangeAnswer, now: datetime) -> tuple[StepRecord, ...]:
    """The steps that one reading adds: nothing where the document is exactly as it was."""
    document, order = answer.document, intent.order
    title = f"{TYPES[order.entity].title} {intent.old_number}"
    if document is None:
        return (StepRecord(Step.DIFFERENT, now, _GONE.format(title), seen_at=answer.at),)
    if document.sync_token == order.sync_token and same_number(document.number, intent.old_number):
        return ()
    read = StepRecord(Step.READ_AGAIN, now, image=document.raw, seen_at=answer.at)
    if document.number != order.new_number:
        note = _SOMEBODY_ELSE.format(title, document.number or "no number", order.new_number)
        return read, StepRecord(Step.DIFFERENT, now, note, seen_at=answer.at)
    proof = prove(intent.before, document.raw, order.new_number)
    if not proof.holds:
        note = f"The before/after check failed: {proof.sentence} Both images are kept."
        return read, StepRecord(Step.DIFFERENT, now, note, proof=proof, seen_at=answer.at)
    if answer.others_with_new:
        user = answer.others_with_new[0]
        note = _CLASH.format(order.new_number, user.title, user.who)
        return read, StepRecord(Step.DIFFERENT, now, note, proof=proof, seen_at=answer.at)
    return read, StepRecord(Step.PROVED, now, proof.sentence, proof=proof, seen_at=answer.at)


def not_read(problem: Problem) -> str:
    """What is said where a document could not be read again."""
    return f"The change was sent, but the document could not be read again: {_of_itself(problem)}"


def not_known(problem: Problem) -> str:
    """What is said where a second sending came to nothing, which says nothing of the first."""
    return f"The change was sent twice, and whether it was saved isn't known yet: {_of_itself(problem)}"


def _of_itself(problem: Problem) -> str:
    # That nothing was changed is true of this request alone; of the change nobody knows it yet.
    return str(problem).replace("; nothing was changed", "")


_GONE = "The {} was deleted after the new number was sent; it isn't in QuickBooks any more."
_SOMEBODY_ELSE = "After {0} was sent its new number, somebody changed it: it has {1} now, not {2}."
_CLASH = "The new number was saved, but in the same moments {1} of {2} got {0}, too: one of them needs another."
