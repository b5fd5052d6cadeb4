"""What a policy says of trust accounts: which they are, and whether numbers of documents on them may change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from untwin.domain.company.company import CompanySettings
from untwin.domain.words.days import told_day
from untwin.ui.kit.labels import column, plain, restyle
from untwin.ui.kit.words import tr


class TrustBox(QWidget):
    """The part of the policy's sheet; a named person unlocks, with a reason.

    Signals:
        resized: it has more or less to ask now.
    """

    resized = Signal()

    def __init__(self, settings: CompanySettings) -> None:
        super().__init__()
        rows = column(self, gap=4)
        words = tr("Trust accounts, one a line; those that QuickBooks calls trust or IOLTA are known already")
        rows.addWidget(plain(words, "small"))
        self.accounts = QPlainTextEdit("\n".join(settings.trust_accounts))
        self.accounts.setAccessibleName(tr("Trust accounts, one a line"))
        self.accounts.setTabChangesFocus(True)
        self.accounts.setFixedHeight(84)
        rows.addWidget(self.accounts)
        unlock = settings.trust_unlock
        self.unlocked = QCheckBox(tr("Invoices, receipts and credit memos on trust accounts may get another number"))
        self.unlocked.setChecked(unlock is not None)
        rows.addWidget(self.unlocked)
        self.reason = QLineEdit(unlock.reason if unlock else "")
        self.reason.setAccessibleName(tr("Why, for the change history"))
        self.reason.setPlaceholderText(tr("Why, for the change history"))
        rows.addWidget(self.reason)
        self.note = plain("", "bad")
        rows.addWidget(self.note)
        by = tr("Unlocked by {} on {}.").format(unlock.who, told_day(unlock.day)) if unlock else ""
        self._by = plain(by, "small")
        rows.addWidget(self._by)
        self.unlocked.toggled.connect(self.resized)
        self.reason.textChanged.connect(self.resized)
        self.check()

    def check(self) -> bool:
        """Shows what is missing; True where nothing is."""
        wanted = self.unlocked.isChecked()
        sentence = tr("Say why: it is recorded with your name.") if wanted and not self.reason.text().strip() else ""
        self.reason.setVisible(wanted)
        self._by.setVisible(wanted and bool(self._by.text()))
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.reason.setAccessibleDescription(sentence)
        restyle(self.reason, "wrong", bool(sentence))
        return not sentence

    def told(self) -> tuple[str | None]:
        """The reason for which they may change, or None where they are locked."""
        return (self.reason.text() if self.unlocked.isChecked() else None,)
