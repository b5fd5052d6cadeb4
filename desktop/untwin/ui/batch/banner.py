"""The banner of a batch that is under way or paused; it stays until the batch is over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import tr
from untwin.ui.work.batch_progress import BatchProgress
from untwin.ui.work.batches import Paused


class BatchBanner(QFrame):
    """One line over the list.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(tr("Batch"))
        row = line(self, gap=12)
        row.setContentsMargins(20, 6, 20, 6)
        self._words = plain("", "strong")
        row.addWidget(self._words, 1)
        self._resume = self._button(tr("Resume"), "resume_batch")
        self._pause = self._button(tr("Pause"), "stop")
        self._look = self._button(tr("Look"), "batch")
        for each in (self._resume, self._pause, self._look):
            row.addWidget(each)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty where it isn't shown."""
        return "" if self.isHidden() else self._words.text()

    def show_batch(self, running: BatchProgress | None, paused: Sequence[Paused]) -> None:
        """Says what is under way, else what waits; goes where there is neither."""
        if running is not None:
            words = tr("A batch of {} is being saved.").format(len(running.run.rows))
            words = tr("{} It pauses after the rows under way.").format(words) if running.pausing else words
        else:
            more = tr(" {} more wait.").format(len(paused) - 1) if len(paused) > 1 else ""
            words = f"{paused[0].words}{more}" if paused else ""
        self._words.setText(words)
        self._resume.setVisible(running is None)
        self._pause.setVisible(running is not None and not running.pausing)
        self.setVisible(bool(words))

    def _button(self, words: str, action: str) -> QPushButton:
        made = button(words)
        made.setProperty("action", action)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
