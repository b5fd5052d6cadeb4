"""The table twin of the number map: the series, and what is worth a look, as rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from untwin.domain.number_map.finds import finds_of
from untwin.domain.number_map.lanes import NumberMap
from untwin.domain.number_map.report import FIND_TITLES, SERIES_TITLES, find_rows, series_row
from untwin.domain.number_map.words import lane_sentence
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.plain_table import PlainTable
from untwin.ui.kit.words import tr

_MOST = 200  # things of each kind in one block that are listed here; the export has more
_SERIES_SHARES = (150, 190, 100, 90, 90, 170, 240)
_FIND_SHARES = (120, 160, 620)
_SERIES_ROWS = 6
_COUNT = SERIES_TITLES.index("Documents")

_BETWEEN = 10  # the second table is another thing


class MapTable(QWidget):
    """Two tables, one below the other.

    Signals:
        moved: another row is chosen.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, gap=6)
        self.series = PlainTable(tr("Series"), tuple(map(tr, SERIES_TITLES)), _SERIES_SHARES, figures=(_COUNT,))
        self.finds = PlainTable(tr("Worth a look"), tuple(map(tr, FIND_TITLES)), _FIND_SHARES)
        rows.addWidget(plain(tr("Series"), "heading"))
        rows.addWidget(self.series)
        rows.addSpacing(_BETWEEN)
        rows.addWidget(plain(tr("Worth a look"), "heading"))
        rows.addWidget(self.finds)
        rows.addStretch(1)
        self.series.chosen.connect(self.moved)
        self.finds.chosen.connect(self.moved)
        self._series_at: list[tuple[int, int, int]] = []
        self._finds_at: list[tuple[int, int, int]] = []
        self._said: list[str] = []

    def show_map(self, drawn: NumberMap) -> None:
        """Shows a map."""
        told, self._series_at, self._finds_at, self._said = [], [], [], []
        for place, block in enumerate(drawn.blocks):
            for number, lane in enumerate(block.lanes):
                name, numbers, count, after, *rest = series_row(block, lane)
                told.append((name, numbers, f"{count:,}", after, *map(capital, rest)))
                self._said.append(lane_sentence(block, lane))
                self._series_at.append((place, number, lane.growing.last))
        found = []
        for place, block in enumerate(drawn.blocks):
            found += list(find_rows(block, _MOST))
            self._finds_at += [(place, 0, find.first) for find in finds_of(block, _MOST)]
        self.series.show_rows(told)
        self.finds.show_rows(found)

    def fit_height(self, room: int) -> None:
        """Takes what there is: the series what they need, what is worth a look the rest."""
        heads = 2 * (self.fontMetrics().height() + 12) + _BETWEEN
        self.series.fit_height(min((room - heads) // 2, self._height_of(_SERIES_ROWS)), least=2)
        self.finds.fit_height(room - heads - self.series.height(), least=3)

    def _height_of(self, rows: int) -> int:
        return (rows + 1) * (self.fontMetrics().height() + 14)

    @property
    def current(self) -> PlainTable:
        """The table that has the focus, else the first."""
        return self.finds if self.finds.hasFocus() else self.series

    def step(self, step: int) -> None:
        """Goes to the row that many further down; behind the last series comes the first thing worth a look."""
        table = self.current
        row = table.currentIndex().row() + step
        if table is self.series and row >= len(table.shown) and self.finds.shown:
            self.finds.setFocus()
            self.moved.emit()
        elif table is self.finds and row < 0:
            self.series.setFocus()
            self.moved.emit()
        elif 0 <= row < len(table.shown):
            table.setCurrentIndex(table.model().index(row, 0))

    @property
    def chosen(self) -> tuple[int, int, int] | None:
        """Block, lane and figure of the chosen row."""
        places = self._finds_at if self.current is self.finds else self._series_at
        row = self.current.currentIndex().row()
        return places[row] if 0 <= row < len(places) else None

    @property
    def sentence(self) -> str:
        """The chosen row in words."""
        row = self.current.currentIndex().row()
        if self.current is self.finds:
            return self.finds.shown[row][-1] if 0 <= row < len(self.finds.shown) else ""
        return self._said[row] if 0 <= row < len(self._said) else ""
