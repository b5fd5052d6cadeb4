"""The pages of the sheet that connects a source: what is asked, what came of it, and a secret that is shown once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from untwin.domain.company.company import Company
from untwin.ports.sources import ClioApp, ClioAppOnFile, ClioBegun, SourceAccount
from untwin.ui.case.parts import bullets, heading
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.words import tr

KINDS = ("clio", "hubspot", "webhook")
_KIND_WORDS = {"clio": "Clio", "hubspot": "HubSpot", "webhook": "A webhook of your own"}
_REGIONS = (
    ("us", "United States: app.clio.com"),
    ("eu", "Europe: eu.app.clio.com"),
    ("ca", "Canada: ca.app.clio.com"),
    ("au", "Australia: au.app.clio.com"),
)

_REDIRECT = (
    "Register Clio's own page, which ends in /oauth/approval and shows a code to paste; or an address on this "
    "computer: then Untwin goes on by itself."
)


class ChoicePage(QWidget):
    """Which source, for which company, and what that source needs.

    Signals:
        resized: it has more or less to show.
        region_chosen: another region of Clio, or Clio itself.
    """

    resized = Signal()
    region_chosen = Signal()

    def __init__(self, companies: Iterable[Company], chosen: str) -> None:
        super().__init__()
        rows = column(self, gap=12)
        self._group = QButtonGroup(self)
        choice = line()
        for place, kind in enumerate(KINDS):
            radio = QRadioButton(tr(_KIND_WORDS[kind]))
            self._group.addButton(radio, place)
            choice.addWidget(radio)
        choice.addStretch(1)
        rows.addLayout(choice)
        self.company = ChoiceBox()
        self.company.setAccessibleName(tr("Company"))
        for company in companies:
            self.company.addItem(company.name, company.realm)
        self.company.setCurrentIndex(max(self.company.findData(chosen), 0))
        _field(rows, tr("The company it posts into"), self.company)
        self.clio, self.hubspot, self.webhook = ClioFields(), HubSpotFields(), WebhookFields()
        self._parts: dict[str, QWidget] = {"clio": self.clio, "hubspot": self.hubspot, "webhook": self.webhook}
        for part in self._parts.values():
            rows.addWidget(part)
        self._group.idToggled.connect(self._chosen)
        self.clio.region.currentIndexChanged.connect(self.region_chosen)
        self.clio.resized.connect(self.resized)
        self._group.button(0).setChecked(True)

    @property
    def kind(self) -> str:
        """Which source."""
        return KINDS[self._group.checkedId()]

    @property
    def realm(self) -> str:
        """For which company."""
        return str(self.company.currentData() or "")

    def choose(self, kind: str) -> None:
        """Chooses a source."""
        self._group.button(KINDS.index(kind)).setChecked(True)

    def first_field(self) -> QWidget:
        """What is to be chosen first."""
        return self._group.button(self._group.checkedId())

    def forget_secrets(self) -> None:
        """Nothing that is secret stays in a field."""
        self.clio.secret.clear()
        self.hubspot.token.clear()

    def _chosen(self) -> None:
        for kind, part in self._parts.items():
            part.setVisible(kind == self.kind)
        self.resized.emit()
        if self.kind == "clio":
            self.region_chosen.emit()


class ClioFields(QWidget):
    """The region first; then the keys of the firm's Clio app, where they aren't on file or have changed.

    Signals:
        resized: it has more to show.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=8)
        self.region = ChoiceBox()
        self.region.setAccessibleName(tr("Where the Clio account lives"))
        for region, words in _REGIONS:
            self.region.addItem(tr(words), region)
        _field(rows, tr("Where the Clio account lives"), self.region)
        self._known = QWidget()
        self._told = plain("", "small")
        self.anew = button(tr("Enter them anew"))
        self.anew.clicked.connect(self._ask_anew)
        known = column(self._known, gap=8)
        known.addWidget(self._told)
        known.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._known)
        self._asked = QWidget()
        self._fill(column(self._asked, gap=8))
        rows.addWidget(self._asked)

    def _fill(self, asked: QVBoxLayout) -> None:
        self.client_id, self.secret, self.redirect = _typed(), _typed(hidden=True), _typed()
        _field(asked, tr("App key of your own Clio app"), self.client_id)
        _field(asked, tr("App secret"), self.secret)
        _field(asked, tr("Its redirect address, where it isn't Clio's own page"), self.redirect)
        self.redirect.setPlaceholderText("http://127.0.0.1:8766/callback")
        asked.addWidget(
            bullets(
                (
                    tr("Make the app in Clio's developer portal; Untwin only reads bills and credit memos with it."),
                    tr(_REDIRECT),
                    tr("Key and secret are kept in this computer's keyring."),
                )
            )
        )

    @property
    def chosen_region(self) -> str:
        """The region."""
        return str(self.region.currentData())

    @property
    def typed(self) -> ClioApp | None:
        """The keys as they were typed; None where those on file are used."""
        if self._asked.isHidden():
            return None
        return ClioApp(self.chosen_region, self.client_id.text(), self.secret.text(), self.redirect.text())

    def show_app(self, app: ClioAppOnFile | None) -> None:
        """What the keyring knows."""
        self._asked.setVisible(app is None)
        self._known.setVisible(app is not None)
        words = tr("The keys of your Clio app there are on file. Its redirect address is {}.")
        self._told.setText(words.format(app.redirect) if app else "")
        if app is not None and app.listens:
            self.redirect.setText(app.redirect)

    def _ask_anew(self) -> None:
        self._asked.show()
        self._known.hide()
        self.resized.emit()
        self.client_id.setFocus()


class HubSpotFields(QWidget):
    """A service key, or the token of a private app; new ones of those can't be made any more."""

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=8)
        self.token = _typed(hidden=True)
        _field(rows, tr("Service key, or access token of a private app"), self.token)
        rows.addWidget(
            bullets(
                (
                    tr("In HubSpot: Development > Keys > Service keys, create one."),
                    tr("The token of a private app that is there already will do: Development > Legacy apps, Auth."),
                    tr("Scopes: crm.objects.invoices.read, crm.objects.contacts.read, crm.objects.line_items.read."),
                    tr("Untwin only reads there; the key is kept in this computer's keyring."),
                )
            )
        )


class WebhookFields(QWidget):
    """Name and address; the secret is made by Untwin."""

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=8)
        self.name, self.address = _typed(), _typed()
        self.address.setPlaceholderText(tr("e.g. https://billing.yourfirm.com/untwin-retry"))
        _field(rows, tr("What the app is called"), self.name)
        _field(rows, tr("Address that is asked, https only"), self.address)
        words = tr("Untwin asks there to send a document again, signed with a secret that it shows you once.")
        rows.addWidget(bullets((words, tr("Its errors come in as a JSON file, dropped onto the window or imported."))))


class CodePage(QWidget):
    """What Clio's page shows after agreeing is pasted here."""

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=10)
        self._lead = plain("")
        rows.addWidget(self._lead)
        self.pasted = _typed()
        self._label = plain("", "small")
        rows.addWidget(self._label)
        rows.addWidget(self.pasted)

    def show_way(self, begun: ClioBegun) -> None:
        """Says what to do in the browser."""
        self._lead.setText(tr("Clio is open in your browser: sign in as an administrator and allow access."))
        listens = begun.app.listens
        words = tr("The browser's whole address") if listens else tr("The code that Clio shows then")
        alone = tr("Untwin goes on by itself once you have agreed. Should it not: paste the browser's whole address.")
        self._label.setText(alone if listens else words)
        self.pasted.setAccessibleName(words)
        self.pasted.clear()


class AccountPage(QWidget):
    """The account that answered, for a person to look at."""

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=8)
        self._name, self._question = plain("", "big", select=True), plain("")
        rows.addWidget(self._name)
        rows.addWidget(self._question)

    def show_account(self, account: SourceAccount, company: str) -> None:
        """Asks whose it is."""
        self._name.setText(account.name)
        self._question.setText(tr("Does this account post into {}? It can belong to one company only.").format(company))


class DonePage(QWidget):
    """What was connected; a webhook's secret, once.

    Signals:
        copied: a text for the clipboard.
    """

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=10)
        self._said = plain("")
        rows.addWidget(self._said)
        self._box = frame("card-accent", tr("The secret"))
        inner = column(self._box, gap=6, margin=14)
        inner.addWidget(heading(tr("The secret, shown this once")))
        self.secret = plain("", select=True)
        inner.addWidget(self.secret)
        inner.addWidget(plain(tr("Give it to the app that listens there: it checks signatures with it."), "small"))
        copy = button(tr("Copy the secret"))
        copy.clicked.connect(self._copy)
        inner.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._box)

    def show_done(self, account: SourceAccount, company: str) -> None:
        """Says what can be done now."""
        self._said.setText(tr("{} is connected to {}.").format(account.binding.profile.name, company.rstrip(".")))
        self.secret.setText(account.secret)
        self._box.setVisible(bool(account.secret))

    def forget(self) -> None:
        """The secret goes with the sheet."""
        self.secret.clear()

    def _copy(self) -> None:
        self.copied.emit(self.secret.text())


def _typed(*, hidden: bool = False) -> QLineEdit:
    field = QLineEdit()
    if hidden:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _field(rows: QVBoxLayout, words: str, field: QWidget) -> None:
    field.setAccessibleName(words)
    rows.addWidget(plain(words, "small"))
    rows.addWidget(field)
