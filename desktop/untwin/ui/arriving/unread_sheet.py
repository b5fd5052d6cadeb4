"""Lists what could not be read of a paste or a file, each with its place: nothing is dropped silently."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from untwin.ui.kit.labels import plain
from untwin.ui.kit.plain_table import PlainTable
from untwin.ui.kit.words import count_words, tr
from untwin.ui.sheets.sheet import Sheet


class UnreadSheet(Sheet):
    """One sentence a row, the chosen one whole beneath; `taken` says that there was more, which was taken in."""

    def __init__(self, sentences: Sequence[str], *, taken: bool = True) -> None:
        title = tr("{} could not be read").format(count_words(len(sentences), tr("thing"), tr("things")))
        lead = tr("Everything else was taken in.") if taken else tr("Nothing was taken in.")
        super().__init__(title, lead, width=760)
        self.table = PlainTable(tr("What could not be read"), (tr("What and where"),), (1,))
        self.rows.addWidget(self.table)
        self.whole = plain("", "muted", select=True)
        self.rows.addWidget(self.whole)
        self._sentences = tuple(sentences)
        self.table.chosen.connect(self._chosen)
        self.table.show_rows([(sentence,) for sentence in sentences])
        self._chosen()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the list what there is."""
        self.table.fit_height(room - 3 * self.whole.fontMetrics().lineSpacing())

    def _chosen(self, *_cell: int) -> None:
        place = max(self.table.currentIndex().row(), 0)
        self.whole.setText(self._sentences[place] if self._sentences else "")
        self.refit()

    def confirm(self) -> None:
        """There is nothing to confirm."""
        self.cancel()
