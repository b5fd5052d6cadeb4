"""Batches: planned, confirmed, carried out, paused and gone on with; one at a time, off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Plan
from untwin.domain.changes.run import Run, RunState, Tally, tally
from untwin.domain.changes.summary import Summary, summary
from untwin.domain.problems import Busy, Problem
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.going import Stage
from untwin.flows.desk import Desk
from untwin.ui.kit.words import Said, desk_words, log_problem, tr
from untwin.ui.lanes.bridge import Bridge, Failed, Then
from untwin.ui.sheets.asking import Signed
from untwin.ui.work.batch_progress import BatchProgress, Key, stages_of

PAINTED_MS = 50  # at most twenty times a second
_STORE, _LANE = "store", "batch"


@dataclass(frozen=True, slots=True)
class Standing:
    """A batch as the store tells it: its cases, those its plan refused, the stage of each row, what it has come to."""

    run: Run
    cases: tuple[Case, ...]
    refused: tuple[Case, ...]
    stages: Mapping[Key, Stage]
    summary: Summary


@dataclass(frozen=True, slots=True)
class Paused:
    """A batch that waits for somebody to go on with it, in rows."""

    run: Run
    tally: Tally

    @property
    def words(self) -> str:
        """For the banner: `A batch of 40 was paused: 28 proved, 12 left`."""
        said = [tr("{} proved").format(self.tally.proved)]
        said += [tr("{} not done").format(self.tally.not_done)] if self.tally.not_done else []
        said += [tr("{} to be looked at").format(self.tally.open)] if self.tally.open else []
        said += [tr("{} left").format(self.tally.left)]
        return tr("A batch of {} was paused: {}.").format(self.tally.rows, ", ".join(said))


class Batches(QObject):
    """Everything that is changed many at a time.

    Signals:
        changed: the store has something new to show.
        said: a sentence for a toast.
        progressed: how far it is, in words; empty once nothing is under way.
        moved: the rows that have reached another stage.
        stood: what is under way or paused is another one now.
        ended: a batch has come to its end or to a pause; with what came of it.
    """

    changed = Signal()
    said = Signal(object)
    progressed = Signal(str)
    moved = Signal(object)
    stood = Signal()
    ended = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.running: BatchProgress | None = None
        self.paused: tuple[Paused, ...] = ()
        self.then_retry = True
        self._timer = QTimer(self)
        self._timer.setInterval(PAINTED_MS)
        self._timer.timeout.connect(self._paint)

    # --- before -----------------------------------------------------------------------------------------------

    def plan(self, numbers: dict[str, dict[str, str]], done: Then, failed: Failed) -> None:
        """Plans; a thousand cases take their time."""
        self._bridge.run(_STORE, lambda: self._desk.renumber.plan(numbers), done, failed)

    def confirm(self, planned: Plan, signed: Signed, done: Then, failed: Failed) -> None:
        """Writes a confirmed plan down; `done` gets the batch, which is then to be gone on with."""

        def work() -> Run:
            return self._desk.renumber.confirm(planned, signed.by(self._desk.person))

        self._bridge.run(_STORE, work, done, failed)

    # --- under way --------------------------------------------------------------------------------------------

    def go_on(self, run: Run, stages: Mapping[Key, Stage]) -> None:
        """Begins a batch, or goes on with one; `stages` are those its rows have reached already."""
        if self.running is not None:
            self._keep_for_later(run)
            return
        self.running = progress = BatchProgress(run, stages)
        self._timer.start()
        self.changed.emit()
        self.stood.emit()
        self.progressed.emit(progress.words)
        self._bridge.run(_LANE, lambda: self._carry_out(progress), self._over, self._broke_off)

    def _keep_for_later(self, run: Run) -> None:
        why = tr("Another batch was being saved.")
        self.said.emit(Said(tr("{} This one waits; resume it afterwards.").format(why)))
        self._bridge.run(_STORE, lambda: self._desk.settle.pause(run, why), self._kept_for_later, log_problem)

    def _kept_for_later(self, _run: Run) -> None:
        self.changed.emit()
        self.read_paused()

    def pause(self) -> None:
        """Begins no further row; those under way come to their end."""
        if self.running is not None and not self.running.pausing:
            self.running.pausing = True
            self.stood.emit()

    def cancel(self, run: Run, done: Then, failed: Failed) -> None:
        """Cancels what is left of a paused batch; nothing that is done is undone."""
        why = tr("The rest of its batch was cancelled. Look the case up again.")

        def dropped(over: Run) -> None:
            self.changed.emit()
            self.read_paused()
            done(over)

        self._bridge.run(_STORE, lambda: self._desk.carry_out.drop(run.id, why), dropped, failed)

    def _carry_out(self, progress: BatchProgress) -> Carried:
        """In the lane."""
        run = progress.run
        try:
            return self._desk.carry_out(run.id, progress.hear, progress.wanted)
        except Busy as problem:
            paused = self._desk.settle.pause(run, str(problem))
            return Carried(paused, self._desk.cases.some(run.case_ids))
        except Exception as problem:
            # Whatever it was: what is left waits, and is offered again.
            why = str(problem) if isinstance(problem, Problem) else tr("Something went wrong while saving.")
            self._desk.settle.pause(self._desk.runs.get(run.id), why)
            raise

    def _over(self, carried: Carried) -> None:
        self._stop()
        self.changed.emit()
        self.ended.emit(carried)

    def _broke_off(self, problem: Exception) -> None:
        self._stop()
        log_problem(problem)
        self.changed.emit()
        self.said.emit(Said(desk_words(problem)))

    def _stop(self) -> None:
        self._timer.stop()
        self._paint()
        self.running = None
        self.progressed.emit("")
        self.stood.emit()
        self.read_paused()

    def _paint(self) -> None:
        if self.running is not None and (moved := self.running.drain()):
            self.moved.emit(moved)
            self.progressed.emit(self.running.words)

    # --- as it stands -----------------------------------------------------------------------------------------

    def look(self, run_id: str, done: Then, failed: Failed) -> None:
        """Reads how a batch stands."""
        self._bridge.run(_STORE, lambda: self._standing(run_id), done, failed)

    def read_paused(self) -> None:
        """Reads which batches wait for somebody to go on with them."""
        self._bridge.run(_STORE, self._read_paused, self._have_paused, log_problem)

    def _standing(self, run_id: str) -> Standing:
        run = self._desk.runs.get(run_id)
        cases, changes = self._desk.cases.some(run.case_ids), self._desk.history.of_run(run_id)
        refused = self._desk.cases.some([case_id for case_id, _reason in run.refused])
        return Standing(run, cases, refused, stages_of(run, cases, changes), summary(run, cases, changes))

    def _read_paused(self) -> tuple[Paused, ...]:
        return tuple(
            Paused(run, self._tally(run)) for run in self._desk.runs.unfinished() if run.state is RunState.PAUSED
        )

    def _tally(self, run: Run) -> Tally:
        planned = {case.id for case in self._desk.cases.some(run.case_ids) if case.state is State.PLANNED}
        return tally(run, self._desk.history.of_run(run.id), planned)

    def _have_paused(self, paused: tuple[Paused, ...]) -> None:
        self.paused = paused
        self.stood.emit()
