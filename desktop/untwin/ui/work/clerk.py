"""Carries out what a person asks for: each flow in its lane, then one sentence on what came of it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case, why_not_lookable
from untwin.domain.changes.history import Step
from untwin.flows.arriving.taken_in import TakenIn
from untwin.flows.desk import Desk
from untwin.flows.posting.retry import RetryCard, RetryVisit
from untwin.ports.machine import Jobs
from untwin.ui.history.reading import HistoryReading
from untwin.ui.inbox.news import News
from untwin.ui.kit.words import Said, count_words, desk_words, log_problem, tr
from untwin.ui.lanes.bridge import Bridge, Failed, Then
from untwin.ui.work.batches import Batches
from untwin.ui.work.binding import Binding
from untwin.ui.work.changing import Changing
from untwin.ui.work.comparing import Comparing
from untwin.ui.work.filling import Filling
from untwin.ui.work.look_ups import LookUps
from untwin.ui.work.looking import Looking
from untwin.ui.work.marking import Marking
from untwin.ui.work.number_reading import NumberReading
from untwin.ui.work.own_words import OwnWords
from untwin.ui.work.taking import Pasted, Taking
from untwin.ui.work.under_way import UnderWay
from untwin.ui.work.waking import Waking

_STORE = "store"


class Clerk(QObject):
    """The window's way to the flows; nothing here waits.

    Signals:
        changed: the store has something new to show.
        said: a sentence for a toast.
        took_in: what came of a paste or of files, and what was pasted.
        retry_begun: the cards of one visit to a source, for an assisted retry.
    """

    changed = Signal()
    said = Signal(object)
    took_in = Signal(object, object)
    retry_begun = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bridge = Bridge(jobs, self)
        self._under_way = UnderWay()
        self.look_ups = LookUps(desk, self._bridge, self._under_way, self)
        self.numbers = NumberReading(desk, self._bridge, self)
        self.batches = Batches(desk, self._bridge, self)
        self.taking = Taking(desk, self._bridge, self)
        self.taking.took_in.connect(self._took_in)
        self.taking.failed.connect(self._say_problem)
        self.taking.cut_short.connect(self._say_cut_short)
        self.changing = Changing(desk, self._bridge, self._run)
        self.bind = Binding(desk, self._run, self.said.emit, self._look_up_able)
        self.comparing = Comparing(desk, self._run, self.said.emit)
        self.own_words = OwnWords(desk, self._run, self.said.emit)
        self.filling = Filling(desk, self._run, self.said.emit, self._look_up_able)
        self.history = HistoryReading(desk, self._bridge)
        self._news = News(self)
        self._news.said.connect(self.said)
        self.looking = Looking(desk, self._bridge, self._news, self)
        self.marking = Marking(desk, self._bridge, self)
        self.marking.begun.connect(self.filling.not_newest)
        self.waking = Waking(desk, self._bridge, self)
        for part in (self.look_ups, self.batches, self.looking, self.marking, self.waking):
            part.changed.connect(self.changed)
            part.said.connect(self.said)

    @property
    def reading(self) -> bool:
        """Whether something is read that can be stopped: errors, look-ups, or the numbers of a company."""
        return self.taking.running or self.look_ups.running or self.numbers.running

    def stop_reading(self) -> None:
        """Stops all of that; what has been read stays."""
        self.taking.stop()
        self.look_ups.stop()
        self.numbers.stop()

    def bring_up_numbers(self) -> None:
        """Reads what is new about the numbers of every connected company."""
        self.numbers.bring_up(self._desk.companies.all())

    def is_busy(self, case_id: str) -> bool:
        """Whether a flow that changes the case is under way."""
        return case_id in self._under_way

    @property
    def working(self) -> bool:
        """Whether any such flow is under way."""
        return bool(self._under_way)

    def _took_in(self, taken: TakenIn, pasted: Pasted) -> None:
        self.changed.emit()
        self.took_in.emit(taken, pasted)
        self._look_up_able(taken.new)

    # --- reading the books ----------------------------------------------------------------------------------

    def look_up(self, case: Case) -> None:
        """Looks a case up."""
        self.look_ups.start((case,))

    def retry(self, case: Case) -> None:
        """Begins the retry: the case waits to post from now on."""
        self._run(_lane(case), lambda: self._desk.retry(case.id), self._retry_one, busy=(case.id,))

    def _retry_one(self, card: RetryCard) -> None:
        self.retry_begun.emit((card,))

    def retry_many(self, cases: Iterable[Case]) -> None:
        """Begins the retry of several cases: one visit for each source of each company."""
        visits: dict[tuple[str | None, str | None], list[Case]] = {}
        for case in cases:
            visits.setdefault((case.company, case.source), []).append(case)
        for mine in visits.values():
            ids = tuple(case.id for case in mine)
            self._run(_lane(mine[0]), partial(self._desk.retry.visit, ids), self._visit, busy=ids)

    def _visit(self, visit: RetryVisit) -> None:
        if visit.cards:
            self.retry_begun.emit(visit.cards)
        why = list(dict.fromkeys(str(problem) for problem in visit.problems.values()))
        if why:
            words = tr("{} can't be retried: {}")
            self.said.emit(Said(words.format(count_words(len(visit.problems), tr("case"), tr("cases")), why[0])))

    def check_list(self, case: Case, text: str) -> None:
        """Looks into the source's whole list whether the case's error is gone."""

        def looked(seen: Case) -> None:
            self.said.emit(Said(seen.note))

        self._run(_STORE, lambda: self._desk.end_gone(case.id, text), looked, busy=(case.id,))

    def settle(self, case: Case, then: Callable[[], None] | None = None) -> None:
        """Finds out what became of an answer that was lost."""

        def settled(cases: tuple[Case, ...]) -> None:
            self._settled(cases)
            if then is not None:
                then()

        self._run(_lane(case), lambda: self._desk.settle.open_changes(asked=True), settled, busy=(case.id,))

    def settle_by_itself(self, done: Callable[[], None]) -> None:
        """The same when nobody asked: something is said only where something moved."""

        def settled(cases: tuple[Case, ...]) -> None:
            if cases:
                self._settled(cases)
            done()

        # Another is saving, or QuickBooks can't be reached: it is tried again later.
        self._run("settle", self._desk.settle.open_changes, settled, lambda _problem: done())

    def lost_answers(self, done: Then) -> None:
        """Reads which changes wait for the time after which QuickBooks can't be at them any more."""
        self._bridge.run(_STORE, self._lost_answers, done, log_problem)

    def _lost_answers(self) -> dict[str, datetime]:
        """For each case when the last of its changes was sent whose answer was lost."""
        lost: dict[str, datetime] = {}
        for change in self._desk.history.open_changes():
            if change.sent_at is not None and change.last.step is not Step.DIFFERENT:
                case_id = change.intent.case_id
                lost[case_id] = max(change.sent_at, lost.get(case_id, change.sent_at))
        return lost

    def settle_at_start(self) -> None:
        """Settles what an earlier run left open; says something only where there was something."""

        def settled(cases: tuple[Case, ...]) -> None:
            self.batches.read_paused()
            if cases:
                self._settled(cases)

        def failed(problem: Exception) -> None:
            self.batches.read_paused()
            self._say_problem(problem)

        # A lane of its own: where nothing is open it is over at once, else it waits for QuickBooks.
        self._run("settle", self._desk.settle.open_changes, settled, failed)

    def _settled(self, cases: tuple[Case, ...]) -> None:
        self.said.emit(Said(cases[0].note if cases else tr("There was nothing open to check.")))

    # --- deciding ---------------------------------------------------------------------------------------------

    def _look_up_able(self, cases: Iterable[Case]) -> None:
        self.look_ups.start(case for case in cases if can_be_looked_up(case))

    def today(self) -> date:
        """The day on the wall here."""
        return self._desk.decide.clock.now().astimezone().date()

    def describe(self, case: Case, said: str, done: Then, failed: Failed) -> None:
        """Stores what was typed about the waiting document, then looks the case up."""
        self._tell(lambda: self._desk.decide.describe(case.id, said, self._desk.who), done, failed)

    def name_source(self, case: Case, source: str, done: Then, failed: Failed) -> None:
        """Says which app a case comes from, then looks it up."""
        self._tell(lambda: self._desk.name_source(case.id, source, self._desk.who), done, failed)

    def _tell(self, work: Callable[[], Case], done: Then, failed: Failed) -> None:
        def told(case: Case) -> None:
            done(case)
            self._look_up_next(case)

        self._run(_STORE, work, told, failed)

    def made_by_hand(self, case: Case) -> None:
        """Notes that the documents asked about were made in QuickBooks."""
        words = tr("Noted: made in QuickBooks by hand.")
        self._decide(case, lambda: self._desk.decide.made_by_hand(case.id, self._desk.who), words)

    def same_document(self, case: Case, new_name: str, done: Then, failed: Failed) -> None:
        """Confirms that the sale is in QuickBooks already; writes nothing to the books."""

        def work() -> Case:
            who = self._desk.person.put(new_name) if new_name else self._desk.who
            return self._desk.decide.same_document(case.id, who)

        def ended(now: Case) -> None:
            done(now)
            words = tr("{}: already in QuickBooks. It counts as solved, not as posted.")
            self.said.emit(Said(words.format(now.doc_number or tr("The case"))))

        self._run(_STORE, work, ended, failed)

    def _decide(self, case: Case, work: Callable[[], object], words: str) -> None:
        self._run(_STORE, work, lambda _case: self.said.emit(Said(words)), busy=(case.id,))

    def _look_up_next(self, case: Case) -> None:
        if can_be_looked_up(case):
            self.look_up(case)

    # --- the one way --------------------------------------------------------------------------------------------

    def _run(
        self,
        lane: str,
        work: Callable[[], Any],
        then: Then,
        failed: Failed | None = None,
        *,
        busy: tuple[str, ...] = (),
    ) -> None:
        def over() -> None:
            self._under_way.free(busy)
            self.changed.emit()

        def done(result: object) -> None:
            over()
            then(result)

        def gone_wrong(problem: Exception) -> None:
            over()
            log_problem(problem)
            (failed or self._say_problem)(problem)

        if busy:
            self._under_way.hold(busy)
            self.changed.emit()
        self._bridge.run(lane, work, done, gone_wrong)

    def _say_cut_short(self, sentence: str) -> None:
        self.said.emit(Said(sentence))

    def _say_problem(self, problem: Exception) -> None:
        self.said.emit(Said(desk_words(problem)))


def can_be_looked_up(case: Case) -> bool:
    """Whether enough is known to look: a company, and for a duplicate number the number."""
    return why_not_lookable(case) is None


def _lane(case: Case) -> str:
    return f"company {case.company}" if case.company else _STORE
