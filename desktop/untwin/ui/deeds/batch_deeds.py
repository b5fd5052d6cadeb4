"""What the actions about batches do: plan one, confirm it, watch it, pause it, go on with it, and then retry."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Purpose
from untwin.domain.changes.run import Run, RunState
from untwin.flows.changing.carry_out import Carried
from untwin.flows.desk import Desk
from untwin.ui.batch.rows import BatchRow
from untwin.ui.batch.run_sheet import RunSheet
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.selection import Selection
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import Said, tr
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk


class BatchDeeds(QObject):
    """Honours `BatchContext`."""

    def __init__(
        self, desk: Desk, clerk: Clerk, look: tuple[SheetGround, Theme, Listing], selection: Selection
    ) -> None:
        super().__init__(clerk)
        self._desk, self._clerk, self._batches = desk, clerk, clerk.batches
        self._ground, self._theme, self._listing = look
        self._selection = selection
        self._batches.ended.connect(self._ended)

    # --- the sheets -------------------------------------------------------------------------------------------

    def plan(self, cases: Sequence[Case]) -> None:
        """Opens the batch plan for these cases."""
        sheet = BatchSheet(cases, self._listing.companies, self._batches, self._desk.person, self._theme)
        sheet.propose_retry(wanted=self._desk.remember.wishes().then_retry)
        sheet.confirmed.connect(self._confirmed)
        self._ground.open(sheet)

    def show(self) -> None:
        """Opens the sheet of the batch that is under way, else of the one that is paused."""
        if (run := self._current) is not None:
            self._open(run, ())

    def resume(self) -> None:
        """Opens the sheet of the paused batch and goes on with it."""
        if (run := self._current) is not None and not self.running:
            self._open(run, ()).resume()

    @property
    def _current(self) -> Run | None:
        if self._batches.running is not None:
            return self._batches.running.run
        return self._batches.paused[0].run if self._batches.paused else None

    def _open(self, run: Run, rows: Sequence[BatchRow]) -> RunSheet:
        sheet = RunSheet(run, rows, self._listing.companies, self._batches, self._theme)
        sheet.retry_wanted.connect(self._retry)
        self._clerk.changed.connect(sheet.read_later)
        self._ground.open(sheet)
        return sheet

    # --- what the actions ask ---------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether a batch is being saved."""
        return self._batches.running is not None

    @property
    def there(self) -> bool:
        """Whether one is being saved or waits for somebody to go on with it."""
        return self._current is not None

    @property
    def paused(self) -> bool:
        """Whether the open sheet's batch is paused."""
        sheet = self._run_sheet
        return sheet.paused if sheet else bool(self._batches.paused) and not self.running

    @property
    def planning(self) -> bool:
        """Whether the batch plan is open."""
        return self._plan_sheet is not None

    # --- what they do -----------------------------------------------------------------------------------------

    def move(self, step: int) -> None:
        """The row that many further down."""
        sheet = self._plan_sheet or self._run_sheet
        if sheet is not None:
            sheet.go(step)

    def toggle(self) -> None:
        """Leaves the row out, or takes it back."""
        if (sheet := self._plan_sheet) is not None:
            sheet.toggle()

    def edit(self) -> None:
        """Opens the editor on the row's new number."""
        if (sheet := self._plan_sheet) is not None:
            sheet.edit()

    def pause(self) -> None:
        """Begins no further row."""
        self._batches.pause()

    def ask_cancel(self) -> None:
        """Asks whether what is left shall be cancelled."""
        if (sheet := self._run_sheet) is not None:
            sheet.ask_cancel()

    @property
    def _plan_sheet(self) -> BatchSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, BatchSheet) else None

    @property
    def _run_sheet(self) -> RunSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, RunSheet) else None

    # --- what comes of it -------------------------------------------------------------------------------------

    def _confirmed(self, run: Run, rows: Sequence[BatchRow]) -> None:
        self._selection.none()
        sheet = self._open(run, rows)
        sheet.begin()

    def _ended(self, carried: Carried) -> None:
        run = carried.run
        free = [case.id for case in carried.cases if case.state is State.RENUMBERED]
        if run.state.over and self._batches.then_retry and free and _renumbers(run):
            self._retry(free)
        elif self._run_sheet is None:
            self._clerk.said.emit(Said(_said(run)))

    def _retry(self, case_ids: Sequence[str]) -> None:
        self._clerk.retry_many(self._desk.cases.some(case_ids))


def _renumbers(run: Run) -> bool:
    return any(row.purpose is Purpose.RENUMBER for row in run.rows)


def _said(run: Run) -> str:
    if run.state is RunState.PAUSED:
        return tr("The batch is paused. {}").format(run.note)
    return tr("The batch is over. g b shows what came of it.")
