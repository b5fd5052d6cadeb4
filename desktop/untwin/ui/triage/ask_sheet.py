"""The e-mail that asks about a case, ready to be copied: nobody has to be in it yet, and Untwin sends nothing."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from untwin.domain.inbox.put_off import ANSWER_DAYS
from untwin.domain.reports.ask import Letter
from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import count_words, tr
from untwin.ui.sheets.sheet import Sheet


class AskSheet(Sheet):
    """Subject and text, which can be changed; `copy` takes a text, `wait` puts the case off until it is asked again."""

    def __init__(self, about: str, letter: Letter, copy: Callable[[str], None], wait: Callable[[], None]) -> None:
        days = count_words(ANSWER_DAYS, tr("day"), tr("days"))
        lead = tr("Untwin sends nothing: paste it into your own mail. The case then waits, and is back after {}.")
        title = tr("Ask about {}").format(about)
        super().__init__(title, lead.format(days), confirm_words=tr("Copy it, and wait"), width=680)
        self._copy, self._wait = copy, wait
        self.subject = QLineEdit(letter.subject)
        self.subject.setAccessibleName(tr("Subject"))
        self.subject.setCursorPosition(0)
        self.text = QPlainTextEdit()
        self.text.setPlainText(letter.text)
        self.text.setAccessibleName(tr("Text of the e-mail"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(300)
        to = plain(tr("To: left empty; you know best whom to ask."), "small")
        for part in (to, plain(tr("Subject"), "small"), self.subject, plain(tr("Text"), "small"), self.text):
            self.rows.addWidget(part)
        self._note = plain("", "small")
        self._note.setAccessibleName(tr("What was copied"))
        row = line(gap=8)
        for words, press in ((tr("Copy the subject"), self._copy_subject), (tr("Copy the text"), self._copy_text)):
            made = button(words)
            made.clicked.connect(press)
            row.addWidget(made)
        row.addWidget(self._note, 1)
        self.rows.addLayout(row)

    @property
    def letter(self) -> Letter:
        """The e-mail as it stands there now."""
        return Letter(self.subject.text(), self.text.toPlainText())

    def first_focus(self) -> QWidget:
        """The text."""
        return self.text

    @property
    def typed(self) -> str:
        """Subject and text."""
        return f"{self.subject.text()}\n{self.text.toPlainText()}"

    def type_again(self, text: str) -> None:
        """What was written before goes on."""
        subject, _, written = text.partition("\n")
        self.subject.setText(subject)
        self.text.setPlainText(written)

    def confirm(self) -> None:
        """Copies all of it; the case waits."""
        self._copy(self.letter.whole)
        self.closed.emit()
        self._wait()

    def _copy_subject(self) -> None:
        self._copy(self.letter.subject)
        self._note.setText(tr("The subject is copied."))

    def _copy_text(self) -> None:
        self._copy(self.letter.text)
        self._note.setText(tr("The text is copied."))
