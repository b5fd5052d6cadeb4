"""Shows what each column of a table was taken for, with its first values; a person corrects it by keys or by mouse."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from untwin.domain.errors.columns import GivenFor, Holds, KnownBy, TableColumn, TableSeen
from untwin.domain.errors.mapping import HOLDS_WORDS, Mapping, first_unsure, why
from untwin.domain.words.phrasing import capital
from untwin.ui.acting.registry import Place
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import line, plain
from untwin.ui.kit.plain_table import PlainTable, Row
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_SAMPLES, _LONG = 3, 14


class ColumnsSheet(Sheet):
    """One row a column. Confirmed, it is remembered for every table with the same headers.

    Signals:
        said: what each column of the table holds, by a person's word.
    """

    said = Signal(object)

    def __init__(self, table: TableSeen, *, unsure: bool) -> None:
        words, lead = tr("Take it in like this"), _lead(table, unsure=unsure).format(f"{table.rows:,}")
        super().__init__(tr("What do the columns hold?"), lead, confirm_words=words, width=980)
        self.mapping = self._before = Mapping(table)
        self._at, self._showing = 0, False
        titles = (tr("Column"), tr("Taken for"), tr("Because"), tr("First values"))
        self.table = PlainTable(tr("Columns"), titles, (22, 20, 28, 50))
        self.places = {Place.COLUMNS: self.table}
        self.table.chosen.connect(self._chosen)
        self.rows.addWidget(self.table)
        row = line(gap=10)
        row.addWidget(plain(tr("The chosen column holds"), "small", wrap=False))
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(tr("The chosen column holds"))
        self.choice.addItem(tr("nothing of these"), None)
        for holds in Holds:
            self.choice.addItem(capital(tr(HOLDS_WORDS[holds])), holds)
        self.choice.activated.connect(self._picked)
        row.addWidget(self.choice)
        row.addWidget(plain(tr("← → another one   Backspace nothing   f forget what was said before"), "small"), 1)
        self.rows.addLayout(row)
        self._show()
        asked = first_unsure(table)
        if unsure and asked is not None and _numbered(table):
            self.table.setCurrentIndex(self.table.model().index(asked.place - 1, 0))

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the table what the choice leaves."""
        self.table.fit_height(room - self.choice.sizeHint().height() - 30)

    @property
    def column(self) -> TableColumn:
        """The chosen column."""
        columns = self.mapping.table.columns
        return columns[min(max(self.table.currentIndex().row(), 0), len(columns) - 1)]

    def other_meaning(self, step: int) -> None:
        """Lets the chosen column hold the next thing of the list."""
        self.hold(self.choice.itemData((self.choice.currentIndex() + step) % self.choice.count()))

    def hold(self, holds: Holds | None) -> None:
        """Lets the chosen column hold it; another one that held it gives it up, for as long as it is held here."""
        self.mapping = self._before.with_column(self.column.place, Holds(holds) if holds else None)
        self._show()

    def confirm(self) -> None:
        """Takes the table in like this."""
        given = GivenFor({self.mapping.table.layout: self.mapping.given})
        # The sheet goes first: what is taken in may open the next one.
        self.closed.emit()
        self.said.emit(given)

    def _picked(self, place: int) -> None:
        self.hold(self.choice.itemData(place))

    def _show(self) -> None:
        self._showing = True
        self.table.show_rows([_row(column) for column in self.mapping.table.columns])
        self._showing = False
        self._chosen()

    def _chosen(self, *_cell: int) -> None:
        if not self._showing and self.column.place != self._at:
            # Whoever steps through what this one may hold takes nothing from the others on the way.
            self._at, self._before = self.column.place, self.mapping
        place = self.choice.findData(self.column.holds) if self.column.holds else 0
        self.choice.setCurrentIndex(max(place, 0))


def _lead(table: TableSeen, *, unsure: bool) -> str:
    if unsure and not _numbered(table):
        return tr("{} rows. Which column holds the invoice's number? Nothing is stored before you have said it.")
    asked = first_unsure(table)
    if unsure and asked is not None and asked.known_by is KnownBy.TWO_DAYS:
        return tr("{} rows. Which comes first in its dates, the day or the month? → says it; nothing is stored before.")
    if unsure:
        return tr("{} rows. Some columns are not certain; nothing is stored before you have seen them.")
    return tr("{} rows. What you say here is remembered for every table with these headers.")


def _numbered(table: TableSeen) -> bool:
    """Whether it is known what is listed: errors, or invoices by their numbers."""
    return any(column.holds in (Holds.NUMBER, Holds.ERROR) for column in table.columns)


def _row(column: TableColumn) -> Row:
    header = column.header or tr("column {}, without a header").format(column.place)
    held = capital(tr(HOLDS_WORDS[column.holds])) if column.holds else tr("Not used")
    return header, held, tr(why(column)), "  ·  ".join(_short(sample) for sample in column.samples[:_SAMPLES])


def _short(sample: str) -> str:
    return sample if len(sample) <= _LONG else f"{sample[:_LONG]} …"
