"""What the actions about sources do: open their sheets, test, forget, and take a profile file in."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ports.sources import SourceAccount
from untwin.ui.companies.connect_sheet import Hands
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.sources.connect_sheet import SourceSheet
from untwin.ui.sources.forget_sheet import ForgetSourceSheet
from untwin.ui.sources.own_source_sheet import OwnSourceSheet
from untwin.ui.sources.rows import SourceRow
from untwin.ui.sources.sheet import SourcesSheet
from untwin.ui.sources.work import SourceWork
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands


class SourceDeeds(QObject):
    """Honours `SourceContext`."""

    def __init__(
        self, desk: Desk, jobs: Jobs, clerk: Clerk, look: tuple[SheetGround, Theme, Listing], errands: Errands
    ) -> None:
        super().__init__(clerk)
        self._desk, self._jobs, self._clerk, self._errands = desk, jobs, clerk, errands
        self._ground, self._theme, self._listing = look

    @property
    def chosen(self) -> SourceRow | None:
        """The row that has the focus in the sources sheet."""
        return self._sheet.chosen if self._sheet else None

    def open(self, realm: str = "") -> None:
        """Opens the sources sheet; with a company's id on its first source."""
        sheet = SourcesSheet(self._work(), self._theme)
        self._ground.open(sheet)
        sheet.table.choose_company(realm)

    def move(self, step: int) -> None:
        """The row that many further down."""
        if (sheet := self._sheet) is not None:
            sheet.table.choose(sheet.table.currentIndex().row() + step)

    def connect_new(self) -> None:
        """Opens the sheet that connects one."""
        if self._sheet is None:
            self.open()
        hands = Hands(self._errands.browser.open, self._errands.clipboard.write)
        self._ground.open(SourceSheet(self._work(), hands, self._listing.company))

    def test(self) -> None:
        """Asks the chosen source whether it answers."""
        if (sheet := self._sheet) is not None:
            sheet.test()

    def forget(self) -> None:
        """Asks whether the chosen source shall be forgotten."""
        if (row := self.chosen) is not None:
            sheet = ForgetSourceSheet(row, self._work())
            sheet.forgotten.connect(self._forgotten)
            self._ground.open(sheet)

    def choose_file(self) -> None:
        """Asks for a profile file."""
        title, kinds = tr("The profile of your own source"), tr("Profiles (*.toml)")
        chosen, _kind = QFileDialog.getOpenFileName(self._ground, title, "", kinds)
        if chosen:
            self.add(Path(chosen))

    def add(self, file: Path) -> None:
        """Takes a profile file in, and asks which company it is for."""
        work = self._work()

        def failed(problem: Exception) -> None:
            self._errands.say(problem_words(problem))

        def known(account: SourceAccount) -> None:
            sheet = OwnSourceSheet(account, work, self._listing.company)
            sheet.kept.connect(self._errands.say)
            self._ground.open(sheet)

        work.own(file, known, failed)

    @property
    def _sheet(self) -> SourcesSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, SourcesSheet) else None

    def _forgotten(self, name: str) -> None:
        self._errands.say(tr("{} is forgotten; its cases stay.").format(name))

    def _work(self) -> SourceWork:
        made = SourceWork(self._desk, self._jobs, self)
        made.changed.connect(self._clerk.changed)
        return made
