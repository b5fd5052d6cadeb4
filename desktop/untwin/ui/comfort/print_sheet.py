"""Prints what is shown: a PDF, to be read, kept, or sent to a printer."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from untwin.flows.export import Export
from untwin.ui.comfort.printed import Printed
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import Bridge, so_long_as
from untwin.ui.sheets.sheet import Sheet


class PrintSheet(Sheet):
    """Asks what and where. `offered` are the things that can be printed here, by their words, the likeliest first.

    Signals:
        written: a sentence on what was written.
    """

    written = Signal(str)
    over = True

    def __init__(self, offered: Mapping[str, Callable[[], Printed]], export: Export, bridge: Bridge) -> None:
        lead = tr("Untwin writes a PDF; any PDF viewer prints it.")
        super().__init__(tr("Print"), lead, confirm_words=tr("Write the PDF"))
        self._offered, self._export, self._bridge = offered, export, bridge
        self._working, self._suggested = False, ""
        self.what, self.file = ChoiceBox(), QLineEdit()
        self.replace = QCheckBox(tr("Replace the file if it is there already"))
        self._fill()
        self._suggest()

    def first_focus(self) -> QWidget:
        """What is printed."""
        return self.what

    def _fill(self) -> None:
        self.what.addItems(list(self._offered))
        self.what.currentIndexChanged.connect(self._suggest)
        for words, field in ((tr("What"), self.what), (tr("File"), self.file)):
            field.setAccessibleName(words)
            self.rows.addWidget(plain(words, "small"))
            self.rows.addWidget(field)
        row = line()
        row.addWidget(self.replace, 1)
        choose = button(tr("Choose another place …"))
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        self.rows.addLayout(row)

    def _suggest(self, *_place: int) -> None:
        """Names the file after what is in it, unless somebody has named it."""
        if self.file.text() in ("", self._suggested):
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self._suggested = str(Path(folder) / f"Untwin {self.what.currentText().lower()}.pdf")
            self.file.setText(self._suggested)
            self.file.setCursorPosition(0)
        self.show_problem("")

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.accessibleName(), self.file.text(), "PDF (*.pdf)")
        if chosen:
            # The dialog has asked already whether it may be replaced.
            self.file.setText(chosen)
            self.replace.setChecked(True)

    def confirm(self) -> None:
        """Writes the file; while that goes on nothing more is begun."""
        named = self.file.text().strip()
        if self._working or not named:
            self.show_problem("" if named else tr("Say where the file is to go."))
            return
        self._working = True
        self.show_problem("")
        file = Path(named if named.lower().endswith(".pdf") else f"{named}.pdf")
        printed, replace = self._offered[self.what.currentText()](), self.replace.isChecked()

        def work() -> Path:
            self._export.shown(printed.title, printed.subtitle, printed.sections, file, replace=replace)
            return file

        done, failed = so_long_as(lambda: self.here, self._done), so_long_as(lambda: self.here, self._failed)
        self._bridge.run("history", work, done, failed)

    def _done(self, file: Path) -> None:
        self._working = False
        self.written.emit(tr("Written to {}.").format(file))
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self.show_problem(problem_words(problem))
