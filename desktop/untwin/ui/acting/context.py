"""What an action may see and do: the window's side of the list of actions."""

from collections.abc import Mapping
from typing import Protocol

from untwin.domain.cases.advice import Option
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.ui.acting.clients_context import ClientsContext
from untwin.ui.acting.company_context import CompanyContext, SourceContext
from untwin.ui.acting.first_run_context import FirstRunContext
from untwin.ui.acting.intake_context import IntakeContext
from untwin.ui.acting.map_context import MapContext
from untwin.ui.acting.mark_context import MarkContext
from untwin.ui.acting.pane_context import PaneContext
from untwin.ui.acting.selection_context import SelectionContext
from untwin.ui.acting.window_context import WindowContext


class CaseContext(Protocol):
    """What can be done about cases: the chosen one, or those that are selected."""

    def look_up(self) -> None:
        """Looks the selected cases up, or the chosen one."""

    def select_group(self) -> None:
        """Selects everything that shares its cause with the chosen case."""

    def renumber(self) -> None:
        """Opens the batch plan for the selected cases, or the change sheet for one."""

    def bind_company(self) -> None:
        """Asks which company the selected cases belong to, or the chosen one."""

    def retry(self) -> None:
        """Opens the retry card and the source's page."""

    def verify(self) -> None:
        """Looks now whether it posted, or what became of a lost answer."""

    def rule_out(self) -> None:
        """Notes that what was found is another document than the waiting one."""

    def made_by_hand(self) -> None:
        """Notes that the documents asked about were made in QuickBooks."""

    def own_number(self) -> None:
        """Asks whether documents of the purchase side only share the number."""

    def undo(self) -> None:
        """Takes the last local step back."""

    def restore(self) -> None:
        """Opens the restore sheet for the chosen case."""

    def check_list(self) -> None:
        """Looks into the copied list of the source whether the error is gone."""

    def why_locked(self, option: Option) -> str:
        """Why an option is locked by other cases of its source; empty where it is open."""

    def take_option(self, option: Option) -> None:
        """Copies and opens what an option of a playbook offers."""

    def open_holder(self) -> None:
        """Opens the document in QuickBooks."""

    def open_source(self) -> None:
        """Opens the source's retry page."""

    def copy_summary(self) -> None:
        """Copies the case in one paragraph."""


class BatchContext(Protocol):
    """Batches as the actions see them."""

    @property
    def running(self) -> bool:
        """Whether a batch is being saved."""

    @property
    def there(self) -> bool:
        """Whether one is being saved or waits for somebody to go on with it."""

    @property
    def paused(self) -> bool:
        """Whether the batch that is shown is paused."""

    @property
    def planning(self) -> bool:
        """Whether the batch plan is open."""

    def show(self) -> None:
        """Opens the sheet of the batch that is under way or paused."""

    def resume(self) -> None:
        """Opens the sheet of the paused batch and goes on with it."""

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""

    def toggle(self) -> None:
        """Leaves the row out, or takes it back."""

    def edit(self) -> None:
        """Opens the editor on the row's new number."""

    def pause(self) -> None:
        """Begins no further row."""

    def ask_cancel(self) -> None:
        """Asks whether what is left shall be cancelled."""


class HistoryContext(Protocol):
    """The change history as the actions see it."""

    @property
    def case(self) -> Case | None:
        """The case of the chosen entry."""

    @property
    def restorable(self) -> bool:
        """Whether the chosen entry is a change whose old number can be asked for."""

    def open(self) -> None:
        """Opens the change history."""

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""

    def focus_filter(self) -> None:
        """Puts the focus on the filter."""

    def open_case(self) -> None:
        """Shows the case of the chosen entry in the inbox."""

    def restore(self) -> None:
        """Opens the restore sheet for the chosen change."""

    def verify(self) -> None:
        """Walks the whole record."""

    def export(self) -> None:
        """Opens the export: of the plan that is open, else of the history."""


class CloserContext(Protocol):
    """Changes that could not be proved, as the actions see them."""

    def open(self) -> None:
        """Opens the sheet that says what differs."""

    def look_again(self) -> None:
        """Reads once more what became of it."""

    def open_document(self) -> None:
        """Opens the document in QuickBooks."""


class Context(Protocol):
    """The desk as the actions see it. `case` is the chosen one; `busy` says that a flow works on it."""

    @property
    def case(self) -> Case | None:
        """The chosen case."""

    @property
    def companies(self) -> Mapping[str, Company]:
        """The connected companies."""

    @property
    def firms(self) -> CompanyContext:
        """What can be done about companies."""

    @property
    def clients(self) -> ClientsContext:
        """What can be done about the clients of the Monday view."""

    @property
    def first_run(self) -> FirstRunContext:
        """The welcome and the tour."""

    @property
    def sources(self) -> SourceContext:
        """What can be done about sources."""

    @property
    def on_case(self) -> CaseContext:
        """What can be done about cases."""

    @property
    def intake(self) -> IntakeContext:
        """What can be done with what comes in."""

    @property
    def history(self) -> HistoryContext:
        """What can be done with the change history."""

    @property
    def map(self) -> MapContext:
        """What can be done with the number map."""

    @property
    def closer(self) -> CloserContext:
        """What can be done about changes that could not be proved."""

    @property
    def marks(self) -> MarkContext:
        """What can be done with the marks of cases."""

    @property
    def batch(self) -> BatchContext:
        """What can be done about batches."""

    @property
    def pane(self) -> PaneContext:
        """How the chosen case is read."""

    @property
    def selection(self) -> SelectionContext:
        """What is selected in the list."""

    @property
    def window(self) -> WindowContext:
        """What can be done with the window itself."""

    @property
    def busy(self) -> bool:
        """Whether a flow works on the chosen case."""

    def works_on(self, case: Case) -> bool:
        """Whether a flow works on a case."""

    @property
    def looking_up(self) -> bool:
        """Whether cases are looked up many at a time."""

    @property
    def undoable(self) -> bool:
        """Whether something local can be taken back."""

    def say(self, sentence: str) -> None:
        """Shows a toast."""

    def run(self, action_id: str) -> None:
        """Runs another action of the list, with its own reasons against."""

    def move(self, step: int) -> None:
        """Chooses the row that many further down; the ends hold."""

    def focus(self, place: str) -> None:
        """Puts the focus on `list`, `case`, `filter`, `companies` or the `next` pane."""

    def open_case(self) -> None:
        """Puts the focus on the case, which is read by that."""

    def back(self) -> None:
        """One step back: out of the filter, out of the case."""

    def view(self, number: int) -> None:
        """Shows a view, counted from 1."""

    def open_sheet(self, name: str) -> None:
        """Opens a sheet about the chosen case, or the key sheet."""

    def stop_looking(self) -> None:
        """Stops the reading that is under way, and pauses the batch."""

    def open_sample_page(self) -> None:
        """Opens the page with the sample firm's errors."""

    def confirm(self) -> None:
        """Confirms the open sheet."""

    def cancel(self) -> None:
        """Closes the open sheet."""

    def other_suggestion(self, step: int) -> None:
        """Puts another suggested number in."""

    def quit(self) -> None:
        """Closes the window."""
