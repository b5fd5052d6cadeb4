"""The sheet that connects a source: what it needs, the browser where that is needed, and the question whose it is."""

from enum import Enum
from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from untwin.domain.problems import Cancelled, Problem
from untwin.ports.sources import ClioBegun, SourceAccount
from untwin.ui.companies.connect_sheet import Hands
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.sources.pages import AccountPage, ChoicePage, CodePage, DonePage
from untwin.ui.sources.work import SourceWork


class Step(Enum):
    """The pages, in their order: what stands over each, its confirming button, the one that leaves."""

    CHOICE = ("Which source, for which company?", "Go on", "Cancel")
    CODE = ("Sign in, in your browser", "Go on with it", "Back")
    ACCOUNT = ("Is this the right account?", "Yes, connect it", "No, another one")
    DONE = ("Connected", "Connect another source", "Done")


class SourceSheet(Sheet):
    """One page at a time; Esc is one step back, and every problem leaves what was typed."""

    over = True

    def __init__(self, work: SourceWork, hands: Hands, realm: str) -> None:
        super().__init__(tr("Connect a source"), confirm_words=tr(Step.CHOICE.value[1]), width=700)
        self._work, self._hands, self._busy = work, hands, ""
        work.setParent(self)
        self._begun: ClioBegun | None = None
        self._account: SourceAccount | None = None
        self._end_listening = _nothing
        self._heading: QLabel = plain("", "lead")
        self.rows.addWidget(self._heading)
        self.choice = ChoicePage(work.companies(), realm)
        self.code, self.account, self.done = CodePage(), AccountPage(), DonePage()
        pages = (self.choice, self.code, self.account, self.done)
        self._pages: dict[Step, QWidget] = dict(zip(Step, pages, strict=True))
        for page in pages:
            self.rows.addWidget(page)
        self.choice.resized.connect(self.refit)
        self.choice.region_chosen.connect(self._ask_app)
        self.done.copied.connect(self._copy)
        self._show(Step.CHOICE)
        self.choice.choose("clio")
        self._ask_app()

    def first_focus(self) -> QWidget:
        """What is to be filled in or pressed next."""
        if self.step is Step.CHOICE:
            return self.choice.first_field()
        if self.step is Step.CODE:
            return self.code.pasted
        # Confirming whose account it is is no reflex.
        return self.cancel_button if self.step is Step.ACCOUNT else self.confirm_button

    def confirm(self) -> None:
        """One step on."""
        if not self._busy:
            steps = {Step.CHOICE: self._find, Step.CODE: self._use_pasted, Step.ACCOUNT: self._keep}
            steps.get(self.step, self._again)()

    def cancel(self) -> None:
        """One step back; from the first and the last page it leaves."""
        if self._busy and self.step is not Step.CODE:
            self.show_problem(tr("{} Wait a moment.").format(self._busy))
        elif self.step is Step.CODE:
            self._give_up()
            self._show(Step.CHOICE)
        elif self.step is Step.ACCOUNT:
            self._turn_away()
        else:
            super().cancel()

    def leave(self) -> None:
        """Nobody waits for the browser any more, and no secret stays in a field."""
        self._give_up()
        self.choice.forget_secrets()
        self.done.forget()

    # --- the account --------------------------------------------------------------------------------------------

    def _find(self) -> None:
        page = self.choice
        if page.kind == "hubspot":
            self._begin_work(tr("Asking HubSpot …"))
            self._work.hubspot(page.hubspot.token.text(), self._here, self._failed)
        elif page.kind == "webhook":
            self._begin_work(tr("Making its secret …"))
            self._work.webhook(page.webhook.name.text(), page.webhook.address.text(), self._keep_webhook, self._failed)
        else:
            self._begin_work(tr("Opening Clio's page …"))
            self._work.begin_clio(page.clio.chosen_region, page.clio.typed, self._opened, self._failed)

    def _keep_webhook(self, account: SourceAccount) -> None:
        # Its address was typed just now: there is nobody to be taken for another.
        self._account = account
        self._keep()

    def _here(self, account: SourceAccount) -> None:
        self._give_up()
        self._account = account
        self.account.show_account(account, self.choice.company.currentText())
        self._show(Step.ACCOUNT)

    def _keep(self) -> None:
        if self._account is not None:
            self._begin_work(tr("Connecting it …"))
            self._work.keep(self.choice.realm, self._account, self._kept, self._failed)

    def _kept(self, _company: object) -> None:
        if self._account is not None:
            self.done.show_done(self._account, self.choice.company.currentText())
        self.choice.forget_secrets()
        self._account = None
        self._show(Step.DONE)

    def _turn_away(self) -> None:
        if self._account is not None:
            self._begin_work(tr("Giving it back …"))
            self._work.turn_away(self._account, self._given_back, self._failed)

    def _given_back(self, said: str) -> None:
        self._account = None
        self._show(Step.CHOICE)
        self.show_problem(said)

    def _again(self) -> None:
        self.done.forget()
        self._show(Step.CHOICE)
        self._ask_app()

    # --- Clio ---------------------------------------------------------------------------------------------------

    def _ask_app(self) -> None:
        region = self.choice.clio.chosen_region
        still = partial(self._shows, region)
        self._work.clio_app(region, so_long_as(still, self._app_known), so_long_as(still, self._app_failed))

    def _shows(self, region: str) -> bool:
        return self.choice.clio.chosen_region == region

    def _app_known(self, app: object) -> None:
        self.choice.clio.show_app(app)  # type: ignore[arg-type]
        self.refit()

    def _app_failed(self, problem: Exception) -> None:
        self.choice.clio.show_app(None)
        self._failed(problem)

    def _opened(self, begun: ClioBegun) -> None:
        self._begun = begun
        self.choice.forget_secrets()
        self.choice.clio.show_app(begun.app)
        self.code.show_way(begun)
        self._show(Step.CODE)
        try:
            self._hands.open(begun.page)
        except Problem:
            self.show_problem(tr("No web browser could be started. Try again once one is there."))
        if begun.app.listens:
            still = partial(self._is_newest, begun)
            came, in_vain = so_long_as(still, self._came), so_long_as(still, self._failed)
            self._end_listening = self._work.listen(begun, came, in_vain)

    def _is_newest(self, begun: ClioBegun) -> bool:
        return self._begun is begun

    def _use_pasted(self) -> None:
        if self.code.pasted.text().strip():
            self._came(self.code.pasted.text())
        else:
            self.show_problem(tr("Paste what the browser shows first."))

    def _came(self, brought: str) -> None:
        begun = self._begun
        if begun is not None:
            self._begin_work(tr("Asking Clio for the account …"))
            still = partial(self._is_newest, begun)
            here, failed = so_long_as(still, self._here), so_long_as(still, self._failed)
            self._work.arrive(begun, brought, still, here, failed)

    def _give_up(self) -> None:
        end, self._end_listening = self._end_listening, _nothing
        end()
        self._begun, self._busy = None, ""

    # --- showing ------------------------------------------------------------------------------------------------

    def _show(self, step: Step) -> None:
        self.step, self._busy = step, ""
        for each, page in self._pages.items():
            page.setVisible(each is step)
        self._heading.setText(tr(step.value[0]))
        self._name_buttons()
        self.show_problem("")
        self.refit()
        if self.isVisible():
            self.first_focus().setFocus()

    def _name_buttons(self) -> None:
        _heading, confirm, cancel = self.step.value
        self.name_confirm(f"{tr(confirm)}   Ctrl+Enter")
        self.confirm_button.setAccessibleName(tr(confirm))
        self.name_cancel(tr(cancel))

    def _begin_work(self, words: str) -> None:
        self._busy = words
        self.show_problem("")
        self.name_confirm(words)

    def _failed(self, problem: Exception) -> None:
        self._busy = ""
        self._name_buttons()
        if not isinstance(problem, Cancelled):
            self.show_problem(problem_words(problem))
        # Who is in a field puts right what was typed there.
        if self.isVisible() and not isinstance(self.focusWidget(), QLineEdit):
            self.first_focus().setFocus()

    def _copy(self, text: str) -> None:
        self._hands.copy(text)


def _nothing() -> None:
    pass
