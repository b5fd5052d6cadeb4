"""The connect sheet: leads from the firm's Intuit app through the browser to a company that somebody has confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import Cancelled, Problem
from untwin.ports.sign_in import AppOnFile, Arrived, SignInBegun
from untwin.ui.companies.connect_keys import KeysPage
from untwin.ui.companies.connect_pages import ArrivedPage, DonePage, ReturnPage
from untwin.ui.companies.connecting import Connecting
from untwin.ui.companies.sign_in_trip import SignInTrip
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.sheet import Sheet


class Step(Enum):
    """The pages, in their order: what stands over each, its confirming button, the one that leaves."""

    KEYS = ("Step 1 of 3: your Intuit app", "Open Intuit's page", "Cancel")
    RETURN = ("Step 2 of 3: sign in, in your browser", "Go on with the pasted address", "Back")
    ARRIVED = ("Step 3 of 3: is this the right company?", "Yes, connect it", "No, another one")
    DONE = ("Connected", "Connect another company", "Done")


@dataclass(frozen=True, slots=True)
class Hands:
    """What the sheet does outside: the browser, which may refuse, and the clipboard."""

    open: Callable[[str], None]
    copy: Callable[[str], None]


class ConnectSheet(Sheet):
    """One page at a time; Esc is one step back, and every problem leaves what was typed.

    `again` is the company that is to be connected once more, None for a new one.
    """

    over = True

    def __init__(self, connecting: Connecting, hands: Hands, environment: Environment, again: Company | None) -> None:
        title = tr("Connect {} again").format(again.name) if again else tr("Connect a company")
        super().__init__(title, confirm_words=tr(Step.KEYS.value[1]), width=700)
        self._connecting, self._hands, self._again = connecting, hands, again
        connecting.setParent(self)
        self._arrived: Arrived | None = None
        self._known: Company | None = None
        self._busy = ""
        self._trip = SignInTrip(connecting, self)
        self._names: list[str] = []
        self._heading: QLabel = plain("", "lead")
        self.rows.addWidget(self._heading)
        self.keys, self.back, self.who, self.done = KeysPage(), ReturnPage(), ArrivedPage(), DonePage()
        self._pages: dict[Step, QWidget] = dict(zip(Step, (self.keys, self.back, self.who, self.done), strict=True))
        for page in self._pages.values():
            self.rows.addWidget(page)
        self._wire()
        self.keys.choose(environment, fixed=again is not None)
        self._show(Step.KEYS)
        self._ask_app()

    def first_focus(self) -> QWidget:
        """What is to be filled in or pressed next."""
        if self.step is Step.KEYS:
            return self.keys.first_field()
        if self.step is Step.RETURN:
            return self.back.pasted
        # Confirming whose books they are is no reflex.
        return self.cancel_button if self.step is Step.ARRIVED else self.confirm_button

    def confirm(self) -> None:
        """One step on."""
        if self._busy:
            return
        steps = {Step.KEYS: self._to_browser, Step.RETURN: self._use_pasted, Step.ARRIVED: self._keep}
        steps.get(self.step, self._begin)()

    def cancel(self) -> None:
        """One step back; from the first and the last page it leaves."""
        if self._busy and self.step is not Step.RETURN:
            self.show_problem(tr("{} Wait a moment.").format(self._busy))
        elif self.step is Step.RETURN:
            self._leave_return()
        elif self.step is Step.ARRIVED:
            self._turn_away()
        else:
            super().cancel()

    def leave(self) -> None:
        """Nobody waits for the browser any more, nor for a company that may still come."""
        self._trip.give_up()

    # --- the pages --------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.keys.environment_chosen.connect(self._ask_app)
        self.keys.copied.connect(self._copy)
        self.keys.resized.connect(self.refit)
        self.back.typed.connect(self._pasted)
        self.back.open_again.connect(self._open_again)
        self.back.copied.connect(self._copy_page)
        self._trip.opened.connect(self._opened)
        self._trip.arriving.connect(self._arriving)
        self._trip.here.connect(self._here)
        self._trip.failed.connect(self._failed)
        self._trip.unheard.connect(self._unheard)

    def _show(self, step: Step) -> None:
        self.step = step
        for each, page in self._pages.items():
            page.setVisible(each is step)
        heading, confirm, cancel = step.value
        self._heading.setText(tr(heading))
        self._name_buttons(tr(confirm), tr(cancel))
        self._offer_confirm()
        self.show_problem("")
        self.refit()
        if self.isVisible():
            self.first_focus().setFocus()

    def _name_buttons(self, confirm: str, cancel: str) -> None:
        self.name_confirm(f"{confirm}   Ctrl+Enter")
        self.confirm_button.setAccessibleName(confirm)
        self.name_cancel(cancel)

    def _work(self, words: str) -> None:
        """Something is under way: Ctrl+Enter waits for its end."""
        self._busy = words
        self.show_problem("")
        self.name_confirm(words)

    def _rest(self) -> None:
        self._busy = ""
        self._name_buttons(tr(self.step.value[1]), tr(self.step.value[2]))

    def _failed(self, problem: Exception) -> None:
        self._rest()
        if not isinstance(problem, Cancelled):
            self.show_problem(problem_words(problem))
        self.first_focus().setFocus()

    # --- the firm's app -----------------------------------------------------------------------------------------

    def _ask_app(self) -> None:
        self.keys.show_reading()
        environment = self.keys.environment
        still = partial(self._shows, environment)
        self._connecting.app(environment, so_long_as(still, self._app_known), so_long_as(still, self._app_failed))

    def _shows(self, environment: Environment) -> bool:
        return self.keys.environment is environment and self.keys.reading

    def _app_known(self, app: AppOnFile | None) -> None:
        self.keys.show_app(app)
        if self.step is Step.KEYS:
            self.first_focus().setFocus()

    def _app_failed(self, problem: Exception) -> None:
        self.keys.show_app(None)
        self._failed(problem)

    def _to_browser(self) -> None:
        typed = self.keys.typed
        if self.keys.reading:
            return
        if typed is None:
            self._begin()
            return
        self._work(tr("Keeping the keys …"))
        self._connecting.keep_app(typed, self._app_kept, self._failed)

    def _app_kept(self, app: AppOnFile) -> None:
        self.keys.forget_secret()
        self.keys.show_app(app)
        self._begin()

    # --- the browser --------------------------------------------------------------------------------------------

    def _open_again(self) -> None:
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        self._work(tr("Opening Intuit's page …"))
        self._trip.begin(self.keys.environment)

    def _opened(self, begun: SignInBegun) -> None:
        self._busy = ""
        self.back.pasted.clear()
        self.back.show_way(begun.app.redirect, listens=begun.app.listens)
        self._show(Step.RETURN)
        try:
            self._hands.open(begun.page)
        except Problem:
            # Its own sentence would print the page's address.
            self.show_problem(tr("No web browser could be started. Copy the page's address and open it yourself."))

    def _unheard(self, problem: Exception | None) -> None:
        self.back.say("")
        self._offer_confirm()
        if problem is not None and not isinstance(problem, Cancelled):
            self.show_problem(problem_words(problem))

    def _pasted(self) -> None:
        self.show_problem("")
        self._offer_confirm()
        self.refit()

    def _offer_confirm(self) -> None:
        # While the browser is waited for there is nothing to confirm, unless an address was pasted.
        waits = self.step is Step.RETURN and self.back.waits and not self.back.pasted.text()
        self.confirm_button.setVisible(not waits)

    def _use_pasted(self) -> None:
        text = self.back.pasted.text()
        if text.strip():
            self._trip.arrive(text)
        else:
            self.show_problem(tr("Paste the browser's whole address first."))

    def _arriving(self) -> None:
        self._work(tr("Asking QuickBooks for the company …"))
        self.confirm_button.show()

    def _leave_return(self) -> None:
        self._trip.give_up()
        self._busy = ""
        self.back.pasted.clear()
        self._show(Step.KEYS)

    # --- the company --------------------------------------------------------------------------------------------

    def _here(self, found: tuple[Arrived, Company | None]) -> None:
        self._busy = ""
        self._arrived, self._known = found
        self.back.pasted.clear()
        self.who.show_company(self._arrived.company, self._known, self._again)
        self._show(Step.ARRIVED)

    def _keep(self) -> None:
        if self._arrived is not None:
            self._work(tr("Connecting it …"))
            self._connecting.keep(self._arrived, self._kept, self._failed)

    def _kept(self, company: Company) -> None:
        self._busy, self._arrived = "", None
        self._names = [name for name in self._names if name != company.name] + [company.name]
        self.done.show_companies(self._names, kept_words(company, again=self._known is not None))
        self._show(Step.DONE)

    def _turn_away(self) -> None:
        if self._arrived is not None:
            self._work(tr("Giving the sign-in back …"))
            self._connecting.turn_away(self._arrived, self._given_back, self._failed)

    def _given_back(self, said: str) -> None:
        self._busy, self._arrived = "", None
        self._show(Step.KEYS)
        self.show_problem(said)

    # --- the clipboard ------------------------------------------------------------------------------------------

    def _copy(self, text: str) -> None:
        self._hands.copy(text)

    def _copy_page(self) -> None:
        self._hands.copy(self._trip.page)


def kept_words(company: Company, *, again: bool) -> str:
    """What is said of a company that is connected now."""
    if again:
        return tr("{} is connected again; its settings stay.").format(company.name)
    return tr("{} is connected. It is read-only until you allow changes in Companies.").format(company.name)
