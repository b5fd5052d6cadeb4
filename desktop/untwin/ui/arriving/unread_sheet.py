"""Lists what could not be read of a paste or a file, each with its place: nothing is dropped silently."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from untwin.ui.kit.plain_table import PlainTable
from untwin.ui.kit.words import count_words, tr
from untwin.ui.sheets.sheet import Sheet


class UnreadSheet(Sheet):
    """One sentence a row."""

    def __init__(self, sentences: Sequence[str]) -> None:
        title = tr("{} could not be read").format(count_words(len(sentences), tr("thing"), tr("things")))
        super().__init__(title, tr("Everything else was taken in."), width=760)
        self.table = PlainTable(tr("What could not be read"), (tr("What and where"),), (1,))
        self.rows.addWidget(self.table)
        self.table.show_rows([(sentence,) for sentence in sentences])

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the list what there is."""
        self.table.fit_height(room)

    def confirm(self) -> None:
        """There is nothing to confirm."""
        self.cancel()
