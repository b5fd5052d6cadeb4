"""The window's head: what Untwin does, the sample badge, the company choice, the views and the filter."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import bold_font, button, line, plain
from untwin.ui.kit.room import Room
from untwin.ui.kit.words import button_words, tr

if TYPE_CHECKING:
    from untwin.domain.company.company import Company

_TAB_AIR = 26
_FIRST = 1000  # the filter is given room before the gap beside it


class Titled(Protocol):
    """A view, as far as its tab must know it."""

    @property
    def title(self) -> str:
        """Its name."""


class Header(QWidget):
    """The first line.

    Signals:
        company_chosen: the company's own id, empty for all of them.
        wanted: the id of an action that a button asks for.
    """

    company_chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, *, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        row = line(self, gap=12)
        row.setContentsMargins(20, 10, 20, 8)
        row.addWidget(plain("Untwin", "brand", wrap=False))
        promise = plain(tr("Changes document numbers, nothing else."), "muted", wrap=False)
        row.addWidget(promise)
        row.addStretch(1)
        if sample:
            row.addWidget(plain(tr("Sample"), "badge", wrap=False))
        self.companies = ChoiceBox()
        self.companies.setAccessibleName(tr("Company"))
        self.companies.setMinimumWidth(160)
        self.companies.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.companies.activated.connect(self._chosen)
        row.addWidget(self.companies)
        ways = (
            self._button(tr("Companies"), "manage_companies", "Ctrl+Shift+O"),
            self._button(tr("History"), "history", "g h"),
            self._button(tr("Find"), "palette", "Ctrl+K", shown=True),
        )
        for way in ways:
            row.addWidget(way)
        self.menu_button = self._button(tr("Menu"), "menu", "F10")
        row.addWidget(self.menu_button)
        # The title bar has the promise, the menu has the ways.
        Room(self, row).spare((promise, *ways))

    def _button(self, words: str, action: str, key: str, *, shown: bool = False) -> QPushButton:
        made = button(words, key=key if shown else "")
        made.setProperty("action", action)
        made.setToolTip(key)
        made.setAccessibleDescription(key)
        made.clicked.connect(self._pressed)
        return made

    def show_companies(self, companies: "Iterable[Company]") -> None:
        """Offers the connected companies; the choice stays where it can."""
        self.offer([(company.name, company.realm) for company in companies])

    def offer(self, offered: list[tuple[str, str]]) -> None:
        """Offers companies by their names and their own ids."""
        if len(offered) != 1:
            offered.insert(0, (tr("All companies") if offered else tr("No company yet"), ""))
        now = [(self.companies.itemText(i), self.companies.itemData(i)) for i in range(self.companies.count())]
        if now == offered:
            return
        # One company alone is shown, but nobody has chosen it.
        kept = self.companies.currentData() if len(now) > 1 else ""
        self.companies.clear()
        for name, realm in offered:
            self.companies.addItem(name, realm)
        self.companies.setCurrentIndex(max(self.companies.findData(kept), 0))

    @property
    def company(self) -> str:
        """The chosen company's own id, empty for all of them."""
        return self.companies.currentData() or ""

    def show_all(self) -> None:
        """Chooses all companies."""
        self.show_company("")

    def show_company(self, realm: str) -> None:
        """Chooses one company; all of them where it isn't offered."""
        self.companies.setCurrentIndex(max(self.companies.findData(realm), 0))
        self._chosen()

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))

    def _chosen(self) -> None:
        self.company_chosen.emit(self.company)


class Tabs(QWidget):
    """The views with their counts, and the filter.

    Signals:
        view_chosen: the view's place, from 0.
        filter_typed: what the filter says now.
    """

    view_chosen = Signal(int)
    filter_typed = Signal(str)

    def __init__(self, views: Sequence[Titled], field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        row = line(self, gap=4)
        # The words of the first tab stand under the name.
        row.setContentsMargins(7, 0, 20, 6)
        self._group = QButtonGroup(self)
        self._row = row
        self._own, self._views = len(views), tuple(views)
        self._shown: object = None
        for number, view in enumerate(views):
            row.addWidget(self._tab(number, view.title))
        self._group.idClicked.connect(self.view_chosen)
        row.addStretch(1)
        self._room = Room(self, row)
        field.setAccessibleName(tr("Filter"))
        field.setPlaceholderText(tr("Filter  /"))
        field.setMinimumWidth(110)
        field.setMaximumWidth(240)
        field.textChanged.connect(self.filter_typed)
        row.addWidget(field, _FIRST)
        self.filter = field
        self.show_view(0)

    def _tab(self, number: int, title: str) -> QPushButton:
        made = _Tab(button_words(tr(title)))
        made.setCheckable(True)
        made.setChecked(number == 0)
        made.setProperty("look", "tab")
        self._group.addButton(made, number)
        return made

    def show_views(self, views: Sequence[Titled]) -> None:
        """Untwin's own views, and behind them the saved ones."""
        for number in range(self._own, len(self._views)):
            gone = self._group.button(number)
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        self._views = tuple(views)
        for number in range(self._own, len(views)):
            self._row.insertWidget(number, self._tab(number, views[number].title))
        self.show_view(max(self._group.checkedId(), 0))

    def show_counts(self, counts: tuple[int | None, ...]) -> None:
        """Shows how many cases each view has; nothing yet where they are still being counted."""
        now = (self._views, counts, self.font().key())
        if now == self._shown:
            return
        self._shown = now
        for number, (view, count) in enumerate(zip(self._views, counts, strict=False)):
            made = self._group.button(number)
            words = tr(view.title) if count is None else f"{tr(view.title)}  {count}"
            made.setText(button_words(words))
            cases = tr("cases are being counted") if count is None else tr("{} cases").format(count)
            made.setAccessibleName(tr("{}, {}, Ctrl+{}").format(tr(view.title), cases, number + 1))

    def show_view(self, number: int) -> None:
        """Marks a view as the one that is shown."""
        chosen = self._group.button(number)
        chosen.setChecked(True)
        chosen.show()
        # Another view can be shown by its key, too.
        self._room.spare([made for made in reversed(self._group.buttons()) if made is not chosen])


class _Tab(QPushButton):
    """One view: it takes the room of its bold words whether it is chosen or not, so that the others don't shift.

    It measures whenever it is asked: text that is made larger meanwhile must not be cut off.
    """

    def sizeHint(self) -> QSize:
        """Its words in bold, with air at their sides."""
        words = self.text().replace("&&", "&")
        wide = QFontMetrics(bold_font(self.font())).horizontalAdvance(words) + _TAB_AIR
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: where there is no room for it, it goes as a whole."""
        return self.sizeHint()
