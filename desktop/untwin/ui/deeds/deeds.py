"""What the actions do: the window's side of the list of actions."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.inbox.inbox import VIEWS
from untwin.domain.problems import Problem
from untwin.flows.arriving.bind import Bound
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.case.pane import CasePane
from untwin.ui.deeds.batch_deeds import BatchDeeds
from untwin.ui.deeds.case_deeds import CaseDeeds
from untwin.ui.deeds.clients_deeds import ClientsDeeds
from untwin.ui.deeds.closer_deeds import CloserDeeds
from untwin.ui.deeds.company_deeds import CompanyDeeds
from untwin.ui.deeds.first_run_deeds import FirstRunDeeds
from untwin.ui.deeds.history_deeds import HistoryDeeds
from untwin.ui.deeds.intake_deeds import IntakeDeeds
from untwin.ui.deeds.map_deeds import MapDeeds
from untwin.ui.deeds.mark_deeds import MarkDeeds
from untwin.ui.deeds.parts import Parts
from untwin.ui.deeds.source_deeds import SourceDeeds
from untwin.ui.deeds.window_deeds import WindowDeeds
from untwin.ui.inbox.selection import Selection
from untwin.ui.kit.words import problem_words
from untwin.ui.sheets.sheet import Sheet


class Deeds:
    """Honours `Context`; `run`, `window` and `make_sheet` are set once the registry and the sheets are there."""

    window: WindowDeeds

    def __init__(self, parts: Parts, focus_list: Callable[[], None], close: Callable[[], object]) -> None:
        self._errands = parts.errands
        self._parts, self._focus_list, self._close = parts, focus_list, close
        self.run: Callable[[str], None] = _not_yet
        self._on_case = CaseDeeds(parts, self._run, self.open_sheet, self.ask_company)
        self._intake = IntakeDeeds(parts, lambda: self.companies)
        self.make_sheet: Callable[[str, Case | None, Mapping[str, Company]], Sheet | None] = _no_sheet
        self.company_sheet: Callable[[Sequence[Case]], CompanySheet] = _no_company_sheet

    # --- what the actions see -----------------------------------------------------------------------------------

    @property
    def case(self) -> Case | None:
        """The chosen case."""
        return self._parts.listing.case

    @property
    def companies(self) -> Mapping[str, Company]:
        """The connected companies."""
        return self._parts.listing.companies

    @property
    def firms(self) -> CompanyDeeds:
        """What can be done about companies."""
        return self._parts.firms

    @property
    def clients(self) -> ClientsDeeds:
        """What can be done about the clients of the Monday view."""
        return self._parts.clients

    @property
    def first_run(self) -> FirstRunDeeds:
        """The welcome and the tour."""
        return self._parts.first_run

    @property
    def sources(self) -> SourceDeeds:
        """What can be done about sources."""
        return self._parts.sources

    @property
    def on_case(self) -> CaseDeeds:
        """What can be done about cases."""
        return self._on_case

    @property
    def intake(self) -> IntakeDeeds:
        """What can be done with what comes in."""
        return self._intake

    @property
    def history(self) -> HistoryDeeds:
        """What can be done with the change history."""
        return self._parts.history

    @property
    def map(self) -> MapDeeds:
        """What can be done with the number map."""
        return self._parts.map

    @property
    def closer(self) -> CloserDeeds:
        """What can be done about changes that could not be proved."""
        return self._parts.closer

    @property
    def marks(self) -> MarkDeeds:
        """What can be done with the marks of cases."""
        return self._parts.marks

    @property
    def batch(self) -> BatchDeeds:
        """What can be done about batches."""
        return self._parts.batch

    @property
    def pane(self) -> CasePane:
        """How the chosen case is read."""
        return self._parts.pane

    @property
    def selection(self) -> Selection:
        """What is selected in the list."""
        return self._parts.selection

    @property
    def busy(self) -> bool:
        """Whether a flow works on the chosen case."""
        return self._parts.clerk.is_busy(self._parts.listing.chosen)

    def works_on(self, case: Case) -> bool:
        """Whether a flow works on a case."""
        return self._parts.clerk.is_busy(case.id)

    @property
    def looking_up(self) -> bool:
        """Whether something is under way that can be stopped."""
        return self._parts.clerk.reading or self._parts.batch.running

    @property
    def undoable(self) -> bool:
        """Whether something local can be taken back."""
        return self._parts.clerk.marking.undoable or self._parts.clerk.filling.undoable

    # --- moving about -------------------------------------------------------------------------------------------

    def _run(self, action_id: str) -> None:
        self.run(action_id)

    def say(self, sentence: str) -> None:
        """Shows a toast."""
        self._parts.toast.say(sentence)

    def move(self, step: int) -> None:
        """Chooses the row that many further down."""
        inbox = self._parts.inbox
        inbox.choose(inbox.currentIndex().row() + step)

    def focus(self, place: str) -> None:
        """Puts the focus somewhere."""
        if place == "next":
            place = self._next_place()
        if place == "list":
            self._focus_list()
            return
        places: dict[str, QWidget] = {
            "case": self._parts.pane,
            "filter": self._parts.tabs.filter,
            "companies": self._parts.header.companies,
        }
        places[place].setFocus()
        if place == "filter":
            self._parts.tabs.filter.selectAll()

    def open_case(self) -> None:
        """Puts the focus on the case, which is read by that."""
        self.focus("case")
        self._parts.marks.read()

    def _next_place(self) -> str:
        focused = QApplication.focusWidget()
        if focused is self._parts.inbox:
            return "case"
        return "filter" if focused is not None and self._parts.pane.isAncestorOf(focused) else "list"

    def back(self) -> None:
        """Out of the filter, out of the case, then out of what is selected and of what is filtered."""
        if self._parts.inbox.hasFocus() and self.selection.count:
            self.selection.none()
        elif self._parts.on_list or self._parts.tabs.filter.hasFocus():
            self._parts.tabs.filter.clear()
        self.focus("list")

    def view(self, number: int) -> None:
        """Shows a view, counted from 1."""
        self._parts.tabs.show_view(number - 1)
        self._parts.tabs.view_chosen.emit(number - 1)

    def show_case(self, case_id: str) -> None:
        """Shows a case, whatever was filtered before."""
        self._parts.tabs.filter.clear()
        self._parts.header.show_all()
        self.view(len(VIEWS))
        self._parts.inbox.choose(self._parts.inbox.row_of_case(case_id))
        self.focus("case")

    def quit(self) -> None:
        """Closes the window."""
        self._close()

    # --- sheets -----------------------------------------------------------------------------------------------

    def open_sheet(self, name: str) -> None:
        """Opens a sheet about the chosen case, or the key sheet."""
        try:
            sheet = self.make_sheet(name, self.case, self.companies)
        except Problem as problem:
            self.say(problem_words(problem))
            return
        if sheet is not None:
            self._parts.ground.open(sheet)

    def ask_company(self, cases: Sequence[Case], then: Callable[[Bound], None] | None = None) -> None:
        """Asks once which company all of these cases belong to; `then` hears what came of the answer."""
        sheet = self.company_sheet(cases)
        sheet.then = then
        self._parts.ground.open(sheet)

    def confirm(self) -> None:
        """Confirms the open sheet."""
        if self._parts.ground.sheet is not None:
            self._parts.ground.sheet.confirm()

    def cancel(self) -> None:
        """Closes the open sheet."""
        if self._parts.ground.sheet is not None:
            self._parts.ground.sheet.cancel()

    def other_suggestion(self, step: int) -> None:
        """Puts another suggested number in."""
        if self._parts.ground.sheet is not None:
            self._parts.ground.sheet.other_suggestion(step)

    # --- what is under way ------------------------------------------------------------------------------------

    def stop_looking(self) -> None:
        """Stops the reading that is under way, and pauses the batch."""
        self._parts.clerk.stop_reading()
        self._parts.batch.pause()

    def open_sample_page(self) -> None:
        """Opens the page with the sample firm's errors."""
        self._errands.open_sample_page(self.companies)


def _not_yet(_action_id: str) -> None:
    raise RuntimeError("the list of actions isn't bound yet")


def _no_company_sheet(_cases: Sequence[Case]) -> CompanySheet:
    raise RuntimeError("the sheets aren't bound yet")


def _no_sheet(_name: str, _case: Case | None, _companies: Mapping[str, Company]) -> Sheet | None:
    raise RuntimeError("the sheets aren't bound yet")
