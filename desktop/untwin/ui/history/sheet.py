"""The change history: everything that was changed or noted, a filter, and whether the record is as it was written."""

from PySide6.QtWidgets import QWidget

from untwin.domain.changes.history import Verified
from untwin.domain.inbox.inbox import matches
from untwin.ui.acting.registry import Place
from untwin.ui.history.reading import HistoryReading, Told
from untwin.ui.history.rows import HistoryEntry
from untwin.ui.history.table import HistoryTable
from untwin.ui.kit.labels import column, frame, plain, restyle
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.with_a_list import ListSheet

_HEAD = 12  # characters of a hash that people compare
_BUTTONS = (
    ("open_entry", "Open the case", "Enter"),
    ("restore_entry", "Give the old number back …", "z"),
    ("verify_history", "Verify the record", "v"),
    ("export_history", "Export …", "Ctrl+E"),
)


class HistorySheet(ListSheet):
    """Nothing in it can be changed or removed."""

    def __init__(self, reading: HistoryReading, theme: Theme) -> None:
        lead = tr("Nothing in it is ever changed or removed. An old number is found, too: formerly no. 1234.")
        self.table = HistoryTable(theme)
        super().__init__(self.table, tr("Filter the change history"), tr("Change history"), lead, width=1160)
        self._reading = reading
        self._entries: tuple[HistoryEntry, ...] = ()
        self._head = ""
        self.places = {Place.HISTORY: self}
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self._fill()
        self.read()

    def _fill(self) -> None:
        self.rows.addWidget(self.filter)
        self.rows.addWidget(self.table)
        box = frame("well", tr("Details"))
        inner = column(box, gap=2)
        inner.setContentsMargins(12, 8, 12, 8)
        self._detail = plain("", select=True)
        inner.addWidget(self._detail)
        self._detail_box = box
        self.rows.addWidget(box)
        self._verified_box, self._verified = frame("banner-calm", tr("Verified")), plain("", "on-calm", select=True)
        column(self._verified_box, margin=10).addWidget(self._verified)
        self._verified_box.hide()
        self.rows.addWidget(self._verified_box)
        self._count = plain(tr("Reading …"), "small", wrap=False)
        self.foot.insertWidget(0, self._count)
        self.foot.insertLayout(2, self.action_row(_BUTTONS))

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the table what the lines above and below it leave."""
        others = (self.filter, self._detail_box, self._verified_box)
        inside = self.width() - 60
        around = sum(
            (w.heightForWidth(inside) if w.hasHeightForWidth() else w.sizeHint().height()) + self.rows.spacing()
            for w in others
            if not w.isHidden()
        )
        self.table.fit_height(room - around)
        self._most = 0

    # --- reading ----------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Reads it anew."""
        here = so_long_as(lambda: self.here, self._show)
        self._reading.read(here, so_long_as(lambda: self.here, self._failed))

    def came_back(self) -> None:
        """Something may have been given back meanwhile."""
        self.read()

    def verify(self) -> None:
        """Walks the whole record."""
        self._say(tr("Verifying …"), "calm")
        here = so_long_as(lambda: self.here, self._show_verified)
        self._reading.verify(here, so_long_as(lambda: self.here, self._failed))

    def _show(self, told: Told) -> None:
        self._entries, self._head = told.entries, told.head
        self.narrow()

    def narrow(self) -> None:
        """Shows what the filter leaves."""
        typed = self.filter.text()
        shown = tuple(entry for entry in self._entries if matches(entry.search, typed))
        self.table.show_rows(shown)
        self._show_detail()
        count = tr("{} of {}").format(len(shown), count_words(len(self._entries), tr("entry"), tr("entries")))
        head = tr("last link {}").format(self._head[:_HEAD]) if self._head else tr("nothing is recorded yet")
        self._count.setText(f"{count}  ·  {head}")
        self._count.setToolTip(self._head)
        self.resized.emit()

    def _show_detail(self) -> None:
        entry = self.table.current
        self._detail.setText((entry.detail or tr("Nothing more was said about it.")) if entry else tr("Nothing fits."))
        self.resized.emit()

    def _show_verified(self, found: Verified) -> None:
        if found.whole:
            links = count_words(found.entries, tr("link"), tr("links"))
            blanked = tr(" {} images were blanked on purpose.").format(found.blanked) if found.blanked else ""
            words = tr("The record is whole: {} are as they were written; the last one is {}.{}")
            self._say(words.format(links, found.head[:_HEAD] or tr("none"), blanked), "good")
        else:
            self._say(found.problem, "bad")

    def _say(self, words: str, tone: str) -> None:
        self._verified.setText(words)
        restyle(self._verified_box, "look", f"banner-{tone}")
        self._verified_box.show()
        self.resized.emit()

    # --- what a person does -----------------------------------------------------------------------------------

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
