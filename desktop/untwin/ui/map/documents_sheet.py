"""The documents under the cursor of the number map, as the index remembers them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from untwin.domain.books.documents import TYPES
from untwin.domain.books.number_index import Numbered
from untwin.domain.company.company import Company
from untwin.domain.number_map.lanes import Block, Maker
from untwin.domain.sources.declared import source_name
from untwin.domain.words.phrasing import capital
from untwin.ui.acting.registry import Place
from untwin.ui.inbox.rows import NOTHING
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.labels import plain
from untwin.ui.kit.plain_table import PlainTable
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.map.reading import MapReading
from untwin.ui.map.state import Under
from untwin.ui.sheets.sheet import Sheet

_TITLES = ("Number", "Type", "Customer", "Date", "Total", "Made")
_SHARES = (130, 130, 220, 110, 110, 120)
_TOTAL = _TITLES.index("Total")


class MapDocumentsSheet(Sheet):
    """They are listed as they were read last; QuickBooks itself is one key away.

    Signals:
        opened: type and id of a document that is to be opened in QuickBooks.
    """

    opened = Signal(str, str)
    over = True

    def __init__(self, under: Under, company: Company, reading: MapReading) -> None:
        super().__init__(tr("Documents of {}").format(company.name), _lead(under), width=980)
        self._under, self.company = under, company
        self._found: tuple[Numbered, ...] = ()
        self._made = _makers(under.block)
        self.table = PlainTable(tr("Documents"), tuple(map(tr, _TITLES)), _SHARES, figures=(_TOTAL,))
        self.places = {Place.MAP: self}
        self.rows.addWidget(self.table)
        self._note = plain("", "small")
        self.rows.addWidget(self._note)
        self.foot.insertWidget(1, self.action_button("map_browser", tr("Open in QuickBooks"), "b"))
        here = so_long_as(lambda: self.here, self._show)
        reading.documents(company.realm, under.documents, here, so_long_as(lambda: self.here, self._failed))

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the list what there is."""
        self.table.fit_height(room - self._note.sizeHint().height() - self.rows.spacing())
        self._most = 0

    @property
    def chosen(self) -> Numbered | None:
        """The chosen document."""
        row = self.table.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def step(self, step: int) -> None:
        """Goes to the row that many further down."""
        row = min(max(self.table.currentIndex().row() + step, 0), len(self._found) - 1)
        if row >= 0:
            self.table.setCurrentIndex(self.table.model().index(row, 0))

    def _show(self, found: Sequence[Numbered]) -> None:
        self._found = tuple(found)
        home = self.company.facts.home_currency if self.company.facts else None
        self.table.show_rows([self._row(each, home) for each in found])
        there = self._under.count
        if there > len(found):
            self._note.setText(tr("{} of {} are shown; go closer for the others.").format(len(found), f"{there:,}"))
        self.resized.emit()

    def _row(self, each: Numbered, home: str | None) -> tuple[str, ...]:
        title = TYPES[each.entity].title if each.entity in TYPES else each.entity
        return (
            each.number or NOTHING,
            capital(tr(title)),
            each.customer or NOTHING,
            medium_day(each.date) or NOTHING,
            money(each.total, each.currency, home) or NOTHING,
            self._made.get((each.entity, each.id), tr("not known")),
        )

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


def _lead(under: Under) -> str:
    first, last = under.block.number(under.first), under.block.number(under.last)
    span = first if first == last else tr("{} to {}").format(first, last)
    return tr("Number {}, as it was read last.").format(span)


def _makers(block: Block) -> dict[tuple[str, str], str]:
    return {
        (made.entity, made.id): tr("by hand")
        if made.maker is Maker.HAND
        else tr("by {}").format(source_name(made.source))
        for lane in block.lanes
        for made in lane.known.values()
    }
