"""A company's number settings: how they stand, what each connected app asks for, and how to live with both."""

from PySide6.QtWidgets import QGridLayout, QWidget

from untwin.domain.company.advise_settings import SettingsAdvice
from untwin.domain.company.company import Company
from untwin.ui.case.parts import bullets, heading
from untwin.ui.companies.connecting import Connecting
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet


class SettingsSheet(Sheet):
    """One company's; they are read when it opens. It changes nothing."""

    over = True

    def __init__(self, company: Company, connecting: Connecting) -> None:
        lead = tr("Read from QuickBooks just now. Untwin never changes a setting.")
        super().__init__(tr("Settings of {}").format(company.name), lead, width=860)
        connecting.setParent(self)
        self._waiting = plain(tr("Reading QuickBooks …"), "muted")
        self.rows.addWidget(self._waiting)
        connecting.settings(company.realm, self._show, self._failed)

    def _failed(self, problem: Exception) -> None:
        if self.here:
            self._waiting.hide()
            self.show_problem(problem_words(problem))

    def _show(self, told: SettingsAdvice) -> None:
        if not self.here:
            return
        self._waiting.hide()
        self.rows.addWidget(heading(tr("How they stand")))
        self.rows.addWidget(_table(told))
        self.rows.addWidget(heading(tr("What the connected apps ask for")))
        demands = tuple(demand.sentence for demand in told.demands)
        self.rows.addWidget(bullets(demands or (tr("No app is connected to this company."),)))
        self.rows.addWidget(heading(tr("How to live with both") if told.clash else tr("What that means")))
        self.rows.addWidget(bullets(told.advice))
        self.refit()


def _table(told: SettingsAdvice) -> QWidget:
    box = QWidget()
    rows = column(box, gap=8)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    for place, setting in enumerate(told.settings):
        grid.addWidget(plain(setting.name), place, 0)
        grid.addWidget(plain(setting.words, "strong", wrap=False), place, 1)
        grid.addWidget(plain(setting.means, "muted"), place, 2)
    grid.setColumnStretch(0, 4)
    grid.setColumnStretch(2, 6)
    rows.addLayout(grid)
    where = tuple(dict.fromkeys(setting.place for setting in told.settings))
    rows.addWidget(plain(tr("In QuickBooks: {}").format("; ".join(where)), "small"))
    return box
