"""The number map of one company as a place of its own: the picture, the same as tables, and how fresh it is."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from untwin.domain.company.company import Company
from untwin.domain.number_map.lanes import NEVER_EVIDENCE, NumberMap
from untwin.domain.number_map.words import map_sentence
from untwin.domain.problems import Cancelled
from untwin.ui.acting.registry import Place
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.figures import clock, medium_day
from untwin.ui.kit.labels import column, line, plain
from untwin.ui.kit.scrolling import plain_scroll
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.map.legend import MapLegend
from untwin.ui.map.reading import MapReading
from untwin.ui.map.said import said_here
from untwin.ui.map.table import MapTable
from untwin.ui.map.view import MapView
from untwin.ui.sheets.sheet import Sheet

_BUTTONS = (
    ("map_read", "Read again", "F5"),
    ("map_table", "Tables or picture", "t"),
    ("map_export", "Export …", "Ctrl+E"),
)
_PICTURE, _TABLES, _NOTHING = range(3)
_LEAST = 180


class MapSheet(Sheet):
    """Nothing in it changes anything.

    Signals:
        documents_wanted: what is under the cursor is to be listed.
    """

    documents_wanted = Signal()

    def __init__(self, reading: MapReading, theme: Theme, companies: Mapping[str, Company], realm: str) -> None:
        super().__init__(tr("Number map"), tr(NEVER_EVIDENCE), width=1880)
        self._reading, self._companies = reading, companies
        self.realm, self.number = realm, ""
        self.drawn: NumberMap | None = None
        self._told = False
        self.view, self.table = MapView(theme), MapTable()
        self.companies, self.go_to = ChoiceBox(), QLineEdit()
        self._theme, self.legend = theme, MapLegend(theme)
        self.places = {Place.MAP: self}
        self._fill()
        self._connect()
        self.read()

    # --- placing ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._head, self._fresh, self._detail = QWidget(), plain("", "muted", wrap=False), plain("", select=True)
        self._fill_head()
        self._stack = QStackedWidget()
        for page in (self.view, plain_scroll(self.table), self._nothing()):
            self._stack.addWidget(page)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._count = plain("", "small")
        for part in (self._head, self._stack, self._detail, self.legend, self._count):
            self.rows.addWidget(part)
        self.foot.insertLayout(1, self.action_row(_BUTTONS))

    def _fill_head(self) -> None:
        head = line(self._head, gap=10)
        self.companies.setAccessibleName(tr("Company"))
        for realm, company in self._companies.items():
            self.companies.addItem(company.name, realm)
        self.companies.setCurrentIndex(self.companies.findData(self.realm))
        self.go_to.setAccessibleName(tr("Go to a number"))
        self.go_to.setPlaceholderText(tr("Go to a number  /"))
        self.go_to.setMaximumWidth(260)
        head.addWidget(self.companies)
        head.addWidget(self.go_to)
        head.addStretch(1)
        head.addWidget(self._fresh)

    def _nothing(self) -> QWidget:
        page = QWidget()
        rows = column(page, gap=8)
        rows.addStretch(1)
        self._empty, self._lead = plain("", "title"), plain("", "muted")
        for label in (self._empty, self._lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        rows.addStretch(1)
        return page

    def _connect(self) -> None:
        self.companies.currentIndexChanged.connect(self._choose_company)
        self.view.moved.connect(self._show_detail)
        self.table.moved.connect(self._show_detail)
        self.view.opened.connect(self.documents_wanted)
        self._reading.numbers.ended.connect(self._ended)
        self._reading.numbers.progressed.connect(self._progressed)
        self._theme.changed.connect(self._recolour)

    def first_focus(self) -> QWidget:
        """The picture, or the tables."""
        return self.table.current if self._stack.currentIndex() == _TABLES else self.view

    def take_room(self, room: int) -> None:
        """Gives the picture what the lines above and below it leave."""
        inside = self._inside
        # Two lines, whether they are there or not: the picture must not jump at each step.
        self._detail.setFixedHeight(max(2 * self.fontMetrics().height() + 4, self._detail.heightForWidth(inside)))
        self.legend.setFixedHeight(self.legend.heightForWidth(inside))
        self._count.setFixedHeight(max(self._count.heightForWidth(inside), self.fontMetrics().height()))
        others = [self._head.sizeHint().height(), self._detail.height(), self._count.height()]
        others += [] if self.legend.isHidden() else [self.legend.height()]
        height = max(room - sum(others) - len(others) * self.rows.spacing(), _LEAST)
        self._stack.setFixedHeight(height)
        self.table.fit_height(height)
        self._most = 0

    @property
    def _inside(self) -> int:
        return self.width() - 50

    # --- reading ----------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Draws the map anew from what was read."""
        realm = self.realm
        if realm not in self._companies:
            self._show_nothing(tr("No company is connected"), tr("Ctrl+Shift+O leads to where one is connected."))
            return
        self._fresh.setText(tr("Drawing …"))
        stays = lambda: self.here and self.realm == realm  # noqa: E731 - it is asked from the lane's thread too
        failed = so_long_as(stays, self._failed)
        self._reading.read(realm, stays, so_long_as(stays, self._show), failed)

    def read_again(self) -> None:
        """Has QuickBooks asked what has changed; the map follows."""
        if (company := self._companies.get(self.realm)) is not None:
            self.show_problem("")
            self._fresh.setText(tr("Reading what has changed …"))
            self._reading.numbers.again(company)

    def _ended(self, realm: str, problem: Exception | None) -> None:
        if self.here and realm == self.realm:
            self.read()
            if problem is not None and not isinstance(problem, Cancelled):
                self.show_problem(problem_words(problem))

    def _progressed(self, words: str) -> None:
        if self.here and words and self._reading.numbers.reads(self.realm):
            self._fresh.setText(self.speak(tr("{}  ·  Ctrl+. stops")).format(words))

    def _show(self, drawn: NumberMap) -> None:
        first, self.drawn = self.drawn is None, drawn
        reads = drawn.as_of is None and self._reading.numbers.reads(self.realm)
        self._fresh.setText(tr("Still being read; drawn so far") if reads else self.speak(_fresh_words(drawn.as_of)))
        if not drawn.blocks:
            self._say_why_empty(drawn)
            return
        tables = self._stack.currentIndex() == _TABLES
        self._stack.setCurrentIndex(_TABLES if tables else _PICTURE)
        self.legend.setVisible(not tables)
        self.view.show_map(drawn)
        self._told = False
        self._tell()
        self._count.setText(map_sentence(drawn))
        if first and self.number:
            self.view.go_to(self.number)
        if not self.go_to.hasFocus() and not self.companies.hasFocus():
            self.first_focus().setFocus()
        self._show_detail()
        self.resized.emit()

    def _say_why_empty(self, drawn: NumberMap) -> None:
        if drawn.documents:
            self._show_nothing(tr("No number here belongs to a series"), map_sentence(drawn))
        elif self._reading.numbers.reads(self.realm):
            self._show_nothing(tr("The numbers are being read"), tr("The map is drawn as soon as that is over."))
        else:
            self._show_nothing(tr("No numbers were read yet"), tr("F5 reads them from QuickBooks; it changes nothing."))

    def _show_nothing(self, title: str, lead: str) -> None:
        self._empty.setText(title)
        self._lead.setText(self.speak(lead))
        self._detail.setText("")
        self._count.setText("")
        self._fresh.setText("")
        self.legend.hide()
        self._stack.setCurrentIndex(_NOTHING)
        self.resized.emit()

    def _failed(self, problem: Exception) -> None:
        self._fresh.setText("")
        if not isinstance(problem, Cancelled):
            self.show_problem(problem_words(problem))

    # --- what a person does -----------------------------------------------------------------------------------

    @property
    def as_tables(self) -> bool:
        """Whether the tables are shown."""
        return self._stack.currentIndex() == _TABLES

    @property
    def typing(self) -> bool:
        """Whether a number is being typed."""
        return self.go_to.hasFocus()

    @property
    def shows(self) -> bool:
        """Whether something is drawn."""
        return self._stack.currentIndex() != _NOTHING

    def switch(self) -> None:
        """Tables instead of the picture, or the other way round."""
        self._stack.setCurrentIndex(_PICTURE if self.as_tables else _TABLES)
        self._tell()
        self.legend.setVisible(not self.as_tables)
        self.first_focus().setFocus()
        self._show_detail()
        self.resized.emit()

    def _tell(self) -> None:
        """Fills the tables once they are looked at: that takes longer than the picture."""
        if self.as_tables and not self._told and self.drawn is not None:
            self._told = True
            self.table.show_map(self.drawn)

    def show_row(self) -> None:
        """Goes to the number of the chosen row in the picture."""
        chosen = self.table.chosen
        if chosen is not None:
            self.switch()
            self.view.state.choose_lane(chosen[0], chosen[1])
            self.view.go_to(self.view.state.block.number(chosen[2]))

    def cancel(self) -> None:
        """Out of the field first, then out of the tables, then out of the map."""
        if self.go_to.hasFocus() or self.companies.hasFocus():
            self.go_to.clear()
            self.show_problem("")
            self.first_focus().setFocus()
        elif self.as_tables:
            self.switch()
        else:
            super().cancel()

    def _choose_company(self) -> None:
        self.realm = self.companies.currentData()
        self.drawn, self.number = None, ""
        self.show_problem("")
        self._stack.setCurrentIndex(_PICTURE)
        self.read()

    def go(self) -> None:
        """Goes to the number that was typed."""
        typed = self.go_to.text().strip()
        if not self.view.go_to(typed):
            self.show_problem(tr("The map has no numbers like “{}”.").format(typed[:40]))
            return
        self.show_problem("")
        if self.as_tables:
            self.switch()
        self.view.setFocus()

    def _show_detail(self) -> None:
        under = self.view.under
        if self.as_tables:
            self._detail.setText(self.table.sentence)
        else:
            self._detail.setText(said_here(under) if under else "")
        if self._detail.heightForWidth(self._inside) > self._detail.height():
            self.resized.emit()

    def _recolour(self) -> None:
        self.view.recolour()
        self.legend.update()


def _fresh_words(as_of: datetime | None) -> str:
    if as_of is None:
        return tr("Not read to the end yet; F5 goes on")
    local = as_of.astimezone()
    same = local.date() == datetime.now().astimezone().date()
    return tr("As of {}").format(clock(local) if same else f"{medium_day(local.date())}, {clock(local)}")
