"""A batch that was confirmed: each row's stage as it is reached, pause and resume, and at the end what it came to."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from untwin.domain.cases.case import State
from untwin.domain.changes.history import Purpose
from untwin.domain.changes.run import Run, RunState
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import source_name
from untwin.flows.changing.carry_out import Carried
from untwin.ui.acting.registry import Place
from untwin.ui.batch.layout import WideSheet
from untwin.ui.batch.rows import BatchRow, rows_words, run_row, with_heads
from untwin.ui.batch.run_panel import RunPanel
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.work.batch_progress import Key
from untwin.ui.work.batches import Batches, Standing

_AGAIN_MS = 1000  # at most once a second the summary is read anew, and the table follows what goes on


class RunSheet(WideSheet):
    """One batch. `rows` are those of the plan, where it was confirmed just now; else they are read.

    Ctrl+Enter goes on with a paused one, and begins the retry of one that is over. Leaving it stops nothing.

    Signals:
        retry_wanted: the cases whose number is free now.
    """

    retry_wanted = Signal(object)
    holds = True

    def __init__(
        self, run: Run, rows: Sequence[BatchRow], companies: Mapping[str, Company], batches: Batches, theme: Theme
    ) -> None:
        renumbers = any(row.purpose is Purpose.RENUMBER for row in run.rows)
        title = tr("New numbers for {}") if renumbers else tr("Old numbers back for {}")
        count = count_words(len(run.rows), tr("document"), tr("documents"))
        said = tr("Confirmed by {}: {}").format(run.who, run.reason)
        super().__init__(title.format(count), said, theme, confirm_words=tr("Resume"))
        self.run, self._companies, self._batches = run, companies, batches
        self._standing: Standing | None = None
        self._resume = self._esc_said = self._moved = False
        self._fill(theme, renumbers=renumbers)
        self.places = {Place.BATCH: self}
        self.table.rows.stages = {}
        self._show_rows(rows)
        self._later, self._followed = QTimer(self), QTimer(self)
        self._later.setSingleShot(True)
        self._followed.setSingleShot(True)
        self._later.timeout.connect(self._read)
        batches.moved.connect(self._rows_moved)
        batches.stood.connect(self._show_state)
        batches.ended.connect(self._over)
        self._show_state()
        self._read()

    def _fill(self, theme: Theme, *, renumbers: bool) -> None:
        self.side = RunPanel(len(self.run.rows), self._companies, theme)
        self.side.answered.connect(self._answered)
        self.panel.addWidget(self.side)
        self._retry = QCheckBox()
        self._retry.setChecked(self._batches.then_retry)
        self._retry.toggled.connect(self._wish_retry)
        self._retries = renumbers
        self.foot.insertWidget(0, self._retry)
        self._pause = self._foot_button(tr("Pause"), "Ctrl+.", "pause_batch")
        self._drop = self._foot_button(tr("Cancel the rest …"), "c", "cancel_rest")

    def _foot_button(self, words: str, key: str, action: str) -> QPushButton:
        made = self.action_button(action, words, key)
        self.foot.insertWidget(2, made)
        return made

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    # --- where it stands --------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether it is being saved."""
        running = self._batches.running
        return running is not None and running.run.id == self.run.id

    @property
    def paused(self) -> bool:
        """Whether something of it is left, and nothing of it is under way."""
        return not self.running and self.run.state is RunState.PAUSED

    def go(self, step: int) -> None:
        """Goes that many rows further down; from now on the table stays where it is put."""
        self._moved = True
        self.table.step(step)

    def read_later(self) -> None:
        """Something has changed: what it has come to is read anew, but not all the time."""
        if not self.running and not self._later.isActive():
            self._later.start(_AGAIN_MS)

    def _read(self) -> None:
        here = so_long_as(lambda: self.here, self._show_standing)
        self._batches.look(self.run.id, here, so_long_as(lambda: self.here, self._failed))

    def _show_standing(self, standing: Standing) -> None:
        self._standing, self.run = standing, standing.run
        if not self.table.rows.entries:
            homes = {realm: c.facts.home_currency if c.facts else None for realm, c in self._companies.items()}
            cases = {case.id: case for case in standing.cases}
            self._show_rows([run_row(row, cases[row.case_id], homes.get(row.company)) for row in self.run.rows])
        if not self.running:
            self.table.rows.stages = standing.stages
            stopped = {State.RENUMBERED, State.WAITING_TO_POST, State.POSTED, State.PLANNED}
            self.table.rows.reasons = {case.id: case.note for case in standing.cases if case.state not in stopped}
            self.table.rows.all_changed()
            self.side.show_standing(standing)
        self._show_state()
        if self._resume:
            self.confirm()

    def _show_rows(self, rows: Sequence[BatchRow]) -> None:
        entries = with_heads(rows, self._companies, lambda mine: rows_words(len(mine)))
        self.table.rows.set_entries(entries)
        self.table.choose_key(None)
        self.resized.emit()

    def _rows_moved(self, keys: Collection[Key]) -> None:
        if not self.running or self._batches.running is None:
            return
        place = self.table.rows.moved(keys)
        if place >= 0 and not self._moved and not self._followed.isActive():
            self._followed.start(_AGAIN_MS)
            self.table.follow(place)
        self.side.show_progress(self._batches.running)

    def _show_state(self) -> None:
        running = self._batches.running if self.running else None
        if running is not None:
            self.table.rows.stages = running.stages
            self.side.show_progress(running)
        self._retry.setText(tr("Then retry in {}").format(self._sources or tr("the source")))
        self._retry.setVisible(self._retries and (running is not None or self.paused))
        self._pause.setVisible(running is not None and not running.pausing)
        self._drop.setVisible(self.paused and not self.side.asks)
        self._show_confirm()
        self.name_cancel(tr("Close"))
        self.side.say(self._sentence())
        self.resized.emit()

    def _show_confirm(self) -> None:
        words = tr("Resume") if self.paused else tr("Retry in {}").format(self._sources) if self._renumbered else ""
        self.confirm_button.setVisible(bool(words) and not self.running)
        self.name_confirm(f"{words}   Ctrl+Enter")
        self.confirm_button.setAccessibleName(words or tr("Nothing to confirm"))

    def _sentence(self) -> str:
        running = self._batches.running if self.running else None
        if running is not None:
            return tr("Pausing after the rows under way …") if running.pausing else tr("Saving, row after row …")
        if self.run.state is RunState.PAUSED:
            return tr("{} What is left waits; each row is checked anew before it is saved.").format(self.run.note)
        return self.run.note

    @property
    def _renumbered(self) -> list[str]:
        cases = self._standing.cases if self._standing else ()
        return [case.id for case in cases if case.state is State.RENUMBERED] if self.run.state.over else []

    @property
    def _sources(self) -> str:
        cases = self._standing.cases if self._standing else ()
        return " and ".join(sorted({source_name(case.source) for case in cases}))

    # --- what a person does -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begins what was confirmed just now."""
        self._batches.go_on(self.run, {})

    def resume(self) -> None:
        """Goes on as soon as it is known how it stands."""
        self._resume = True
        if self._standing is not None:
            self.confirm()

    def confirm(self) -> None:
        """Goes on with what is left; once nothing is, begins the retry."""
        self._resume = False
        if self.paused and self._standing is not None and not self.side.asks:
            self._esc_said = False
            self.show_problem("")
            self._batches.go_on(self.run, self._standing.stages)
        elif not self.running and self._renumbered:
            self.retry_wanted.emit(self._renumbered)

    def ask_cancel(self) -> None:
        """Asks whether what is left shall be cancelled."""
        left = self._standing.summary.rows.left if self._standing else 0
        words = tr("Cancel the rest, {}? Their cases go back to where they were; what is saved stays as it is.")
        self.side.ask_cancel(words.format(rows_words(left)))
        self._show_state()

    def cancel(self) -> None:
        """Leaves; what is under way goes on, which is said first."""
        if self.side.asks:
            self._answered(False)  # noqa: FBT003 - a signal's argument
        elif self.running and not self._esc_said:
            self._esc_said = True
            words = tr("It goes on when you leave: Esc once more leaves, Ctrl+. pauses. Closing Untwin pauses it, too.")
            self.side.say(words)
        else:
            super().cancel()

    def _answered(self, yes: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.side.ask_cancel("")
        self.table.setFocus()
        if yes:
            here = so_long_as(lambda: self.here, self._cancelled)
            self._batches.cancel(self.run, here, so_long_as(lambda: self.here, self._failed))
        self._show_state()

    def _cancelled(self, run: Run) -> None:
        self.run = run
        self._read()

    def _over(self, carried: Carried) -> None:
        if carried.run.id == self.run.id:
            self._read()

    def _wish_retry(self, wished: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._batches.then_retry = wished

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
