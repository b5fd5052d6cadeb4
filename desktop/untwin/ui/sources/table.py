"""The companies' sources as a table: one row has the focus."""

from typing import Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from untwin.ui.kit.listed import ListedModel, ListedPainter, ListedTable
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr
from untwin.ui.sources.rows import COLUMNS, NAME, TESTED, SourceRow

SHARES = (190, 330, 280, 130)  # what the columns have to say at 100 %


class _Painter(ListedPainter):
    """The source is loud, what its test came to has its tone."""

    def cell(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, column: int) -> None:
        """Paints one cell's words."""
        tone = "loud-ink" if column == NAME else row.tone if column == TESTED else "ink"
        self.words(painter, option, row.lines[column], tone)


class SourcesTable(ListedTable):
    """The list: up and down move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.sources = ListedModel(COLUMNS)
        super().__init__(self.sources, SHARES, NAME, parent)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("sources")
        self.setAccessibleName(tr("Connected sources"))

    def choose_company(self, realm: str) -> None:
        """Chooses the first source of a company, where it has one."""
        places = [place for place, row in enumerate(self.sources.rows) if row.company.realm == realm]
        if places:
            self.choose(places[0])

    @property
    def current(self) -> SourceRow | None:
        """The row that has the focus."""
        row: SourceRow | None = self.focused_row
        return row
