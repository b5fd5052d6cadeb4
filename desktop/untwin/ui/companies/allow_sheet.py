"""The review before changes are allowed: every company with what matters about it, one confirmation for all."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from untwin.domain.company.company import Company
from untwin.domain.verdicts.blocks import may_change_in
from untwin.ui.companies.connecting import Connecting
from untwin.ui.companies.rows import ENVIRONMENTS, closed_words
from untwin.ui.kit.figures import medium_day
from untwin.ui.kit.labels import column, frame, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet


class AllowSheet(Sheet):
    """Asks for several read-only companies at once.

    Signals:
        allowed: the companies in which numbers may be changed now.
    """

    allowed = Signal(object)
    over = True

    def __init__(self, companies: Iterable[Company], connecting: Connecting) -> None:
        lead = tr(
            "Untwin may then change document numbers there, nothing else; each change is still shown and confirmed."
        )
        super().__init__(tr("Allow changes"), lead, confirm_words=tr("Allow changes"), width=680)
        self._connecting = connecting
        connecting.setParent(self)
        self._boxes: dict[str, QCheckBox] = {}
        self._working = False
        for company in companies:
            self.rows.addWidget(self._card(company))
        self._name_confirm()

    def first_focus(self) -> QWidget:
        """The first check box."""
        return next(iter(self._boxes.values()), self.cancel_button)

    @property
    def checked(self) -> tuple[str, ...]:
        """The companies that are checked."""
        return tuple(realm for realm, box in self._boxes.items() if box.isChecked())

    def confirm(self) -> None:
        """Allows changes in all that are checked."""
        if self._working:
            return
        if not self.checked:
            self.show_problem(tr("Check a company first."))
            return
        self._working = True
        self._connecting.allow(self.checked, self._done, self._failed)

    def cancel(self) -> None:
        """Leaves; what has begun is over in a moment, and is said."""
        if not self._working:
            super().cancel()

    def _card(self, company: Company) -> QFrame:
        card = frame("card", company.name)
        rows = column(card, gap=3, margin=12)
        box = QCheckBox()
        # Qt reads markup nowhere here, but takes a single & for a mnemonic.
        box.setText(company.name.replace("&", "&&"))
        box.setAccessibleName(company.name)
        said = facts_words(company)
        box.setAccessibleDescription(" ".join(said))
        box.setProperty("look", "strong")
        box.setChecked(may_change(company))
        box.toggled.connect(self._name_confirm)
        self._boxes[company.realm] = box
        rows.addWidget(box)
        for sentence in said:
            made = plain(sentence, "warn" if sentence == country_words(company) else "muted")
            made.setIndent(30)
            rows.addWidget(made)
        return card

    def _name_confirm(self) -> None:
        count, of = len(self.checked), len(self._boxes)
        words = tr("Allow changes") if of == 1 else tr("Allow changes in {} of {}").format(count, of)
        self.name_confirm(f"{words}   Ctrl+Enter")
        self.show_problem("")

    def _done(self, companies: tuple[Company, ...]) -> None:
        self.allowed.emit(companies)
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self.show_problem(problem_words(problem))


def may_change(company: Company) -> bool:
    """Whether issued numbers may be changed in its country."""
    return may_change_in(_country(company), company)


def facts_words(company: Company) -> tuple[str, ...]:
    """What matters about it before numbers are changed."""
    facts = company.facts
    switch = {True: tr("on"), False: tr("off"), None: tr("QuickBooks doesn't say")}
    said = [
        " ".join(arrival_words(company)),
        tr("Custom transaction numbers: {}.").format(switch[facts.custom_numbers if facts else None]),
        country_words(company),
    ]
    if facts is not None:
        said[1] += " " + tr("Read on {}.").format(medium_day(facts.read_at.astimezone().date()))
    return tuple(sentence for sentence in said if sentence)


def arrival_words(company: Company) -> tuple[str, ...]:
    """What tells a company from another: where it lives, its country, the closed books."""
    known = company.facts is not None and company.facts.closed_through is not None
    closed = tr("Books closed through {}.") if known else tr("Books: {}.")
    return (
        f"{tr(ENVIRONMENTS[company.environment])}.",
        tr("Country: {}.").format(_country(company) or tr("unknown")),
        closed.format(closed_words(company)),
    )


def country_words(company: Company) -> str:
    """What its country forbids; empty where it forbids nothing."""
    if may_change(company):
        return ""
    return tr("Issued numbers may not be changed in its country; its cases stay blocked.")


def _country(company: Company) -> str:
    return ((company.facts.country if company.facts else None) or "").upper()
