"""The first page of the connect sheet: where the company lives, and the keys of the firm's Intuit app there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from untwin.domain.company.company import Environment
from untwin.ports.sign_in import AppOnFile, IntuitApp
from untwin.ui.case.parts import bullets, heading
from untwin.ui.companies.rows import ENVIRONMENTS
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.words import button_words, tr

_CHOICES = (Environment.PRODUCTION, Environment.SANDBOX)
_REDIRECTS = {Environment.SANDBOX: "http://localhost:8765/callback", Environment.PRODUCTION: ""}
_EXAMPLES = {
    Environment.SANDBOX: "http://localhost:8765/callback",
    Environment.PRODUCTION: "https://www.yourfirm.com/untwin",
}
_REDIRECT_HINTS = {
    Environment.PRODUCTION: "A page of your firm's own website, with https; register it in your Intuit app exactly so.",
    Environment.SANDBOX: "Register it in your Intuit app exactly so, character by character.",
}
_HINTS = {
    Environment.PRODUCTION: "Intuit gives production keys after questions about your app; until then, try Sandbox.",
    Environment.SANDBOX: "Development keys open Intuit's sandbox companies only, never a client's books.",
}
_ADMIN = "Only an admin of a company can connect it."


class KeysPage(QWidget):
    """Asks for the keys where they aren't on file; what is typed for one environment waits while the other is shown.

    Signals:
        environment_chosen: another environment.
        copied: a text for the clipboard.
        resized: it has more or less to show.
    """

    environment_chosen = Signal()
    copied = Signal(str)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._on_file: AppOnFile | None = None
        self._typed_before: dict[Environment, tuple[str, str, str]] = {}
        self._shown_for = Environment.PRODUCTION
        rows = column(self, gap=14)
        self._choice = self._choices()
        rows.addWidget(self._choice)
        self._reading = plain(tr("Looking in the keyring for the keys of your Intuit app …"), "muted")
        self._known, self._asked = self._known_part(), self._asked_part()
        for part in (self._reading, self._known, self._asked):
            rows.addWidget(part)
        self._hints = bullets(())
        rows.addWidget(self._hints)
        self.show_reading()

    @property
    def environment(self) -> Environment:
        """The chosen environment."""
        return _CHOICES[self._group.checkedId()]

    @property
    def typed(self) -> IntuitApp | None:
        """The keys as they were typed; None where those on file are used."""
        if self._asked.isHidden():
            return None
        return IntuitApp(self.environment, self.client_id.text(), self.secret.text(), self.redirect.text())

    @property
    def reading(self) -> bool:
        """Whether the keyring's answer is waited for."""
        return not self._reading.isHidden()

    def choose(self, environment: Environment, *, fixed: bool = False) -> None:
        """Chooses an environment; `fixed` where no other can be meant."""
        self._group.button(_CHOICES.index(environment)).setChecked(True)
        self._choice.setVisible(not fixed)

    def first_field(self) -> QWidget:
        """What is to be filled in next."""
        if self.typed is None:
            chosen = self._group.button(_CHOICES.index(self.environment))
            return self._change_button if self._choice.isHidden() else chosen
        fields = (self.client_id, self.secret, self.redirect)
        return next((field for field in fields if not field.text()), self.client_id)

    def forget_secret(self) -> None:
        """The secret is kept now; nothing of it stays here."""
        self.secret.clear()
        self._typed_before.pop(self.environment, None)

    # --- what it shows ----------------------------------------------------------------------------------------

    def show_reading(self) -> None:
        """The keyring hasn't answered yet."""
        self._swap_typed()
        self._show_only(self._reading)

    def show_app(self, app: AppOnFile | None) -> None:
        """What the keyring knows; where it knows nothing, the keys are asked for."""
        self._on_file = app
        if app is None:
            self.ask_keys()
            return
        self._client_words.setText(tr("Client id {}").format(shortened(app.client_id)))
        self._redirect_words.setText(tr("Redirect address {}").format(app.redirect))
        self._show_only(self._known)

    def ask_keys(self) -> None:
        """Asks for the keys; the redirect address that is known stands there already."""
        known = self._on_file.redirect if self._on_file else _REDIRECTS[self.environment]
        self.redirect.setText(self.redirect.text() or known)
        self.redirect.setPlaceholderText(tr("e.g. {}").format(_EXAMPLES[self.environment]))
        self._redirect_hint.setText(tr(_REDIRECT_HINTS[self.environment]))
        self._changing.setVisible(self._on_file is not None)
        self._show_only(self._asked)

    def _swap_typed(self) -> None:
        fields = (self.client_id, self.secret, self.redirect)
        self._typed_before[self._shown_for] = (self.client_id.text(), self.secret.text(), self.redirect.text())
        self._shown_for = self.environment
        for field, text in zip(fields, self._typed_before.get(self._shown_for, ("", "", "")), strict=True):
            field.setText(text)

    def _show_only(self, shown: QWidget) -> None:
        for each in (self._reading, self._known, self._asked):
            each.setVisible(each is shown)
        sentences = (_ADMIN,) if shown is not self._asked else (_HINTS[self.environment], _ADMIN)
        fresh = bullets(tr(sentence) for sentence in sentences)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._hints, fresh)
        self._hints.hide()
        self._hints.deleteLater()
        self._hints = fresh
        self.resized.emit()

    # --- how it is made -----------------------------------------------------------------------------------------

    def _choices(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=4)
        rows.addWidget(heading(tr("Which books?")))
        self._group = QButtonGroup(self)
        for number, environment in enumerate(_CHOICES):
            made = QRadioButton(button_words(tr(ENVIRONMENTS[environment])))
            made.setChecked(number == 0)
            self._group.addButton(made, number)
            rows.addWidget(made)
        self._group.idClicked.connect(self._chosen)
        return box

    def _chosen(self, _number: int) -> None:
        self.environment_chosen.emit()

    def _known_part(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=6)
        rows.addWidget(heading(tr("Your Intuit app is on file")))
        well = frame("well")
        row = line(well, margin=12)
        both = QWidget()
        words = column(both, gap=2)
        self._client_words, self._redirect_words = plain("", select=True), plain("", select=True)
        words.addWidget(self._client_words)
        words.addWidget(self._redirect_words)
        row.addWidget(both, 1)
        self._change_button = button(tr("Change keys"))
        self._change_button.clicked.connect(self._change)
        row.addWidget(self._change_button)
        rows.addWidget(well)
        return box

    def _change(self) -> None:
        self.ask_keys()
        self.client_id.setFocus()

    def _asked_part(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=4)
        rows.addWidget(heading(tr("Your firm's Intuit app; asked for once")))
        self.client_id = _field(rows, tr("Client id, from “Keys & credentials” at developer.intuit.com"))
        self.secret = _field(rows, tr("Client secret"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        rows.addSpacing(6)
        rows.addWidget(plain(tr("Redirect address"), "small"))
        row = line(gap=8)
        self.redirect = QLineEdit()
        self.redirect.setAccessibleName(tr("Redirect address"))
        row.addWidget(self.redirect, 1)
        copy = button(tr("Copy"))
        copy.setAccessibleName(tr("Copy the redirect address"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        rows.addLayout(row)
        self._redirect_hint = plain("", "small")
        rows.addWidget(self._redirect_hint)
        self._changing = plain(
            tr("With another app's keys, companies connected before must be connected again."), "warn"
        )
        rows.addWidget(self._changing)
        return box

    def _copy(self) -> None:
        self.copied.emit(self.redirect.text().strip())


def shortened(client_id: str) -> str:
    """Enough of a client id to tell apps apart."""
    return client_id if len(client_id) <= 12 else f"{client_id[:6]}…{client_id[-4:]}"


def _field(rows: QVBoxLayout, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(words)
    rows.addSpacing(6)
    rows.addWidget(plain(words, "small"))
    rows.addWidget(made)
    return made
