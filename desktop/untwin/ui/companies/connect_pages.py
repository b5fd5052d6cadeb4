"""The later pages of the connect sheet: the way back from the browser, the question whose company it is, the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from untwin.domain.company.company import Company
from untwin.ui.case.parts import bullets
from untwin.ui.companies.allow_sheet import arrival_words
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.words import tr


class ReturnPage(QWidget):
    """Waits for the browser, and takes the address that it ended at.

    Signals:
        open_again: the page is wanted once more.
        typed: the pasted address is another one.
        copied: the page's address is wanted in the clipboard.
    """

    open_again = Signal()
    typed = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=10)
        self._steps = QVBoxLayout()
        rows.addLayout(self._steps)
        self._status = plain("", "strong")
        rows.addWidget(self._status)
        rows.addLayout(self._page_buttons())
        rows.addSpacing(6)
        rows.addWidget(self._paste_part())

    @property
    def waits(self) -> bool:
        """Whether the browser comes back by itself."""
        return bool(self._status.text())

    def _paste_part(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=4)
        self._ask = plain("", "small")
        rows.addWidget(self._ask)
        self.pasted = QLineEdit()
        # What comes back opens a company's books for some minutes: it is shown to nobody who looks on.
        self.pasted.setEchoMode(QLineEdit.EchoMode.Password)
        self.pasted.setAccessibleName(tr("The address from the browser"))
        self.pasted.setPlaceholderText(tr("Paste the whole address here"))
        self.pasted.textChanged.connect(self._say_pasted)
        rows.addWidget(self.pasted)
        self._said = plain("", "small")
        self._said.hide()
        rows.addWidget(self._said)
        return box

    def show_way(self, redirect: str, *, listens: bool) -> None:
        """Says what to do in the browser, and how it comes back."""
        while (item := self._steps.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._steps.addWidget(bullets(_way_back(redirect, listens=listens)))
        self._ask.setText(
            tr("If it doesn't come back by itself, paste the browser's whole address line:")
            if listens
            else tr("The browser's whole address line:")
        )
        self.say(tr("Waiting for the browser, at most ten minutes …") if listens else "")

    def say(self, words: str) -> None:
        """Says what is waited for."""
        self._status.setText(words)
        self._status.setVisible(bool(words))

    def _page_buttons(self) -> QHBoxLayout:
        row = line(gap=8)
        for words, signal in (
            (tr("Open the page again"), self.open_again),
            (tr("Copy the page's address"), self.copied),
        ):
            made = button(words)
            made.clicked.connect(signal)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _say_pasted(self, text: str) -> None:
        self._said.setText(pasted_words(text))
        self._said.setVisible(bool(text))
        self.typed.emit()


class ArrivedPage(QWidget):
    """The company that was signed in to, for a person to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = column(self, gap=10)
        self._parts: list[QWidget] = []

    def show_company(self, company: Company, known: Company | None, wanted: Company | None) -> None:
        """Shows it; `known` as it is connected already, `wanted` the one that was to be connected again."""
        self._clear()
        if wanted is not None and wanted.realm != company.realm:
            words = tr("{} was to be connected again. This is another company.").format(wanted.name)
            self._add(_banner(words, "warn"))
        card = frame("card-accent", company.name)
        rows = column(card, gap=4, margin=14)
        rows.addWidget(plain(company.name, "big", select=True))
        for sentence in arrival_words(company):
            rows.addWidget(plain(sentence, "muted"))
        self._add(card)
        self._add(plain(_settings_words(known)))

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._rows.addWidget(part)

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []


class DonePage(QWidget):
    """What has been connected in this sheet so far."""

    def __init__(self) -> None:
        super().__init__()
        rows = column(self, gap=10)
        self._banner = frame("banner-good")
        self._said = plain("", "on-good", select=True)
        column(self._banner, margin=12).addWidget(self._said)
        rows.addWidget(self._banner)
        self._before = plain("", "muted")
        rows.addWidget(self._before)
        rows.addWidget(
            plain(tr("“Connect another company” uses the same Intuit app: sign in, agree, look, done."), "small")
        )

    def show_companies(self, names: list[str], sentence: str) -> None:
        """Shows what came of the last one, and those before."""
        self._said.setText(sentence)
        self._before.setText(tr("Before it: {}").format(", ".join(reversed(names[:-1]))))
        self._before.setVisible(len(names) > 1)


def pasted_words(text: str) -> str:
    """What was pasted, as far as anybody may see it."""
    bare = "".join(text.split())
    address, mark, _query = bare.partition("?")
    if not bare:
        return ""
    if mark and len(address) <= 120:
        return tr("Pasted: {}? and {} more characters").format(address, len(bare) - len(address) - 1)
    if "=" in bare or len(bare) > 120:
        return tr("Pasted: {} characters, without the beginning of an address").format(len(bare))
    return tr("Pasted: {}").format(bare)


def _way_back(redirect: str, *, listens: bool) -> tuple[str, ...]:
    said = (
        tr("Sign in on Intuit's page, which has opened in your browser, as an admin of the company."),
        tr("Choose the company there, and agree."),
    )
    if listens:
        return (*said, tr("The browser then comes back to Untwin by itself."))
    last = tr("The browser then ends at {}, whatever that page shows. Copy its whole address line, and paste it here.")
    return (*said, last.format(redirect))


def _settings_words(known: Company | None) -> str:
    if known is not None:
        return tr("It is connected already: its connection is made anew, its settings stay.")
    return tr("It will be read-only: Untwin looks errors up there, and changes nothing until you allow it.")


def _banner(words: str, tone: str) -> QWidget:
    box = frame(f"banner-{tone}")
    column(box, margin=10).addWidget(plain(words, f"on-{tone}"))
    return box
