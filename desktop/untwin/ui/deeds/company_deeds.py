"""What the actions about companies do: open their sheets, and make companies read-only at once."""

from PySide6.QtCore import QObject

from untwin.domain.company.company import Company, Environment
from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ui.clients.sheet import ClientsSheet
from untwin.ui.companies.allow_sheet import AllowSheet
from untwin.ui.companies.connect_sheet import ConnectSheet, Hands
from untwin.ui.companies.connecting import Connecting
from untwin.ui.companies.forget_sheet import ForgetSheet
from untwin.ui.companies.numbers_sheet import NumbersSheet
from untwin.ui.companies.policy_sheet import PolicySheet
from untwin.ui.companies.settings_sheet import SettingsSheet
from untwin.ui.companies.sheet import CompaniesSheet
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands


class CompanyDeeds(QObject):
    """Honours `CompanyContext`. `sample` says that this home is the sample firms' own, which is made anew each time."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        clerk: Clerk,
        look: tuple[SheetGround, Theme, Listing],
        errands: Errands,
        *,
        sample: bool,
    ) -> None:
        super().__init__(clerk)
        self._desk, self._jobs, self._clerk, self._errands = desk, jobs, clerk, errands
        self._ground, self._theme, self._listing = look
        self.sample = sample
        self._connecting = self._connection()

    @property
    def chosen(self) -> tuple[Company, ...]:
        """Those of the sheet that lists them; without it the chosen case's, or the chosen one, or the only one."""
        if (listed := self._listed) is not None:
            return listed.chosen
        companies = self._listing.companies
        case = self._listing.case
        realm = (case.company if case else None) or self._listing.company
        if realm in companies:
            return (companies[realm],)
        return tuple(companies.values()) if len(companies) == 1 and case is None else ()

    # --- the sheet --------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Opens the companies sheet."""
        connecting, clock = self._connection(), self._desk.watch.clock
        self._ground.open(CompaniesSheet(self._desk.companies.all, connecting, self._theme, clock.now))

    def move(self, step: int) -> None:
        """The row that many further down."""
        if (sheet := self._sheet) is not None:
            sheet.table.choose(sheet.table.currentIndex().row() + step)

    def mark(self) -> None:
        """Marks the row, or takes its mark away."""
        if (sheet := self._sheet) is not None:
            sheet.table.toggle()

    def mark_all(self) -> None:
        """Marks all rows, or none."""
        if (sheet := self._sheet) is not None:
            sheet.table.toggle_all()

    @property
    def _sheet(self) -> CompaniesSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, CompaniesSheet) else None

    @property
    def _listed(self) -> CompaniesSheet | ClientsSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, CompaniesSheet | ClientsSheet) else None

    # --- connections ------------------------------------------------------------------------------------------

    def connect_new(self) -> None:
        """Opens the connect sheet, over the companies."""
        real = [c.environment for c in self._desk.companies.all() if c.environment is not Environment.SAMPLE]
        self._open_connect(real[-1] if real else Environment.PRODUCTION, None)

    def connect_again(self) -> None:
        """Opens it for a company whose connection is made anew."""
        for company in self.chosen[:1]:
            self._open_connect(company.environment, company)

    def forget(self) -> None:
        """Asks whether a company shall be forgotten."""
        for company in self.chosen[:1]:
            others = [c for c in self._desk.companies.all() if c.realm != company.realm]
            cases = self._listing.inbox.in_company(company.realm)
            sheet = ForgetSheet(company, others, cases, self._connection())
            sheet.forgotten.connect(self._forgotten)
            self._ground.open(sheet)

    def policy(self) -> None:
        """Opens the policy of a company."""
        for company in self.chosen[:1]:
            sheet = PolicySheet(self._desk.companies.get(company.realm), self._connection())
            sheet.kept.connect(self._policy_kept)
            self._ground.open(sheet)

    def numbers(self) -> None:
        """Opens the house rules for new numbers of a company."""
        for company in self.chosen[:1]:
            sheet = NumbersSheet(self._desk.companies.get(company.realm), self._connection())
            sheet.kept.connect(self._numbers_kept)
            self._ground.open(sheet)

    def settings(self) -> None:
        """Shows a company's number settings and what they mean for its apps."""
        for company in self.chosen[:1]:
            self._ground.open(SettingsSheet(company, self._connection()))

    def _open_connect(self, environment: Environment, again: Company | None) -> None:
        if self._listed is None:
            self.open()
        hands = Hands(self._errands.browser.open, self._errands.clipboard.write)
        self._ground.open(ConnectSheet(self._connection(), hands, environment, again))

    # --- the switch -------------------------------------------------------------------------------------------

    def switch(self) -> None:
        """Read-only at once where changes are allowed; else the review that allows them."""
        if any(company.settings.writes_on for company in self.chosen):
            self.make_read_only()
        else:
            self.allow()

    def make_read_only(self) -> None:
        """Makes the chosen companies read-only, at once."""
        realms = [company.realm for company in self.chosen if company.settings.writes_on]
        self._connecting.forbid(realms, self._forbidden, self._failed)

    def allow(self) -> None:
        """Opens the review of the chosen companies that are read-only."""
        companies = [company for company in self.chosen if not company.settings.writes_on]
        sheet = AllowSheet(companies, self._connection())
        sheet.allowed.connect(self._allowed)
        self._ground.open(sheet)

    def _forbidden(self, companies: tuple[Company, ...]) -> None:
        if (sheet := self._listed) is not None:
            sheet.came_back()
        self._say(tr("{} read-only now. Ctrl+Shift+L allows changes again, after a review.").format(_are(companies)))

    def _allowed(self, companies: tuple[Company, ...]) -> None:
        self._say(tr("Changes are allowed in {} now.").format(_named(companies)))

    def _policy_kept(self, company: Company) -> None:
        self._say(tr("The policy of {} is kept; the change history says what is new in it.").format(company.name))

    def _numbers_kept(self, company: Company) -> None:
        self._say(tr("The house rules of {} are kept; the next plan follows them.").format(company.name))

    def _forgotten(self, name: str) -> None:
        self._say(tr("{} is forgotten; its change history stays.").format(name))

    def _failed(self, problem: Exception) -> None:
        self._say(problem_words(problem))

    def _say(self, sentence: str) -> None:
        self._errands.say(sentence)

    def _connection(self) -> Connecting:
        made = Connecting(self._desk, self._jobs, self)
        made.changed.connect(self._clerk.changed)
        # A company that is new has its numbers read for the first time.
        made.changed.connect(self._clerk.bring_up_numbers)
        return made


def _named(companies: tuple[Company, ...]) -> str:
    if len(companies) == 1:
        return companies[0].name
    return count_words(len(companies), tr("company"), tr("companies"))


def _are(companies: tuple[Company, ...]) -> str:
    return tr("{} is").format(_named(companies)) if len(companies) == 1 else tr("{} are").format(_named(companies))
