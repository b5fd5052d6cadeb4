"""The companies sheet: what is connected, how long it lasts, and whether Untwin may change numbers there."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QWidget

from untwin.domain.company.company import Company
from untwin.ui.acting.registry import Place
from untwin.ui.case.parts import bullets
from untwin.ui.companies.connecting import Connecting, Lasting
from untwin.ui.companies.detail import detail
from untwin.ui.companies.rows import row_of, trouble
from untwin.ui.companies.table import CompaniesTable
from untwin.ui.kit.labels import column, frame, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet

# What a company may be changed by stands first, its connection below: one row would be wider than the sheet.
_BUTTONS = (
    (
        ("allow_changes", "Allow changes …", "a"),
        ("companies_read_only", "Make read-only", "Ctrl+Shift+L"),
        ("company_policy", "Policy …", "p"),
        ("company_numbers", "New numbers …", "n"),
    ),
    (
        ("connect_again", "Connect again …", "c"),
        ("company_settings", "Settings …", "s"),
        ("forget_company", "Forget …", "f"),
    ),
)


class CompaniesSheet(Sheet):
    """Lists the companies; `read` gives those of the store, a fast read."""

    def __init__(
        self,
        read: Callable[[], tuple[Company, ...]],
        connecting: Connecting,
        theme: Theme,
        now: Callable[[], datetime],
    ) -> None:
        lead = tr("A company that is read-only is looked up and watched; nothing in it is changed.")
        super().__init__(tr("Companies"), lead, confirm_words=tr("Connect a company …"), width=980)
        self.name_cancel(tr("Close"))
        self._read, self._connecting, self._now = read, connecting, now
        connecting.setParent(self)
        self._lasting: dict[str, Lasting] = {}
        self._known: set[str] = set()
        self.table = CompaniesTable(theme)
        self.places = {Place.COMPANIES: self}
        self._chosen = plain("", "small", wrap=False)
        self._fill()
        self.show_companies()
        self._ask_lasting()

    @property
    def chosen(self) -> tuple[Company, ...]:
        """The companies that its actions are about."""
        return self.table.chosen

    def first_focus(self) -> QWidget:
        """The list; where it is empty, the button that begins."""
        return self.table if self._known else self.confirm_button

    def confirm(self) -> None:
        """Connects a company."""
        self.wanted.emit("connect_company")

    def came_back(self) -> None:
        """Companies that came meanwhile are marked: what follows is mostly about them."""
        before = self._known
        self.show_companies()
        if before and self._known - before:
            self.table.companies.mark(self._known - before)
        self._ask_lasting()

    def show_companies(self) -> None:
        """Shows what the store has now."""
        companies, now = self._read(), self._now()
        self._known = {company.realm for company in companies}
        self.table.show_rows(row_of(c, self._lasting.get(c.realm), now) for c in companies)
        self._empty.setVisible(not companies)
        self._list.setVisible(bool(companies))
        self._show_trouble(trouble(companies, self._lasting))
        self._count()
        self.resized.emit()

    # --- what it shows ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._empty = _empty_words()
        self.rows.addWidget(self._empty)
        self._list = QWidget()
        rows = column(self._list, gap=10)
        rows.addWidget(self.table)
        self._detail = plain("", "small", select=True)
        self._detail.setAccessibleName(tr("About the chosen company"))
        rows.addWidget(self._detail)
        rows.addWidget(self._buttons())
        self._trouble = frame("banner-warn", tr("Connections that could not be read"))
        column(self._trouble, margin=10)
        rows.addWidget(self._trouble)
        self.rows.addWidget(self._list)
        self.table.companies.dataChanged.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(self._count)

    def _buttons(self) -> QWidget:
        box = QWidget()
        rows = column(box)
        for group in _BUTTONS:
            row = self.action_row(group)
            row.addStretch(1)
            rows.addLayout(row)
        row.addWidget(self._chosen)
        return box

    def _show_trouble(self, sentences: tuple[str, ...]) -> None:
        self._trouble.setVisible(bool(sentences))
        layout = self._trouble.layout()
        while layout and (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if layout and sentences:
            layout.addWidget(bullets(sentences))

    def _count(self) -> None:
        marked, of = len(self.table.companies.marked), len(self._known)
        words = tr("{} of {} marked  ·  x marks").format(marked, of) if marked else tr("x marks several")
        self._chosen.setText(words if of > 1 else "")
        current = self.table.current
        self._detail.setText(" ".join(detail(current)) if current else "")
        self.resized.emit()

    # --- how long they last -----------------------------------------------------------------------------------

    def _ask_lasting(self) -> None:
        self._connecting.lasting(self._read(), self._lasts, self._failed)

    def _lasts(self, lasting: dict[str, Lasting]) -> None:
        self._lasting = lasting
        self.show_companies()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


def _empty_words() -> QFrame:
    box = frame("well")
    rows = column(box, gap=6, margin=18)
    rows.addWidget(plain(tr("No company is connected yet"), "big"))
    words = tr(
        "Connect the first one with Ctrl+Enter: Untwin opens Intuit's sign-in in your browser. "
        "It needs the keys of an Intuit app of your own firm, once; after that each further company takes a minute."
    )
    rows.addWidget(plain(words))
    return box
