"""A company's policy: how much one confirmation may cover, and what is never to be touched there."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from untwin.domain.company.company import Company
from untwin.domain.verdicts.blocks import FREE_COUNTRIES
from untwin.domain.words.money import plain_amount
from untwin.domain.words.phrasing import capital
from untwin.flows.companies.set_policy import MOST_ROWS, SALES_TYPES, Policy
from untwin.ui.companies.connecting import Connecting
from untwin.ui.companies.trust_box import TrustBox
from untwin.ui.kit.labels import column, line, plain, restyle
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet

_ROWS, _TOTAL, _ASK, _DAY = "rows", "total", "ask", "day"
_AMOUNT = re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?")


class PolicySheet(Sheet):
    """One company's.

    Signals:
        kept: the company, once its policy is stored.
    """

    kept = Signal(object)
    over = True

    def __init__(self, company: Company, connecting: Connecting) -> None:
        lead = tr("What is forbidden here is refused, whatever is confirmed. Every change of the policy is recorded.")
        super().__init__(tr("Policy of {}").format(company.name), lead, confirm_words=tr("Keep it"), width=760)
        self._company, self._connecting = company, connecting
        connecting.setParent(self)
        self._working = False
        self.fields: dict[str, QLineEdit] = {}
        self.notes: dict[str, QLabel] = {}
        self.rows.addWidget(self._limits())
        self.rows.addWidget(self._never())
        self.trust = TrustBox(company.settings)
        self.trust.resized.connect(self._check)
        self.rows.addWidget(self.trust)
        self.rows.addWidget(self._country())
        self._check()

    def first_focus(self) -> QWidget:
        """The first limit."""
        return self.fields[_ROWS]

    # --- what it shows ----------------------------------------------------------------------------------------

    def _limits(self) -> QWidget:
        settings, facts = self._company.settings, self._company.facts
        currency = f" ({facts.home_currency})" if facts and facts.home_currency else ""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        asked = (
            (_ROWS, tr("Most changes in one confirmation"), str(settings.most_rows), tr("e.g. 200")),
            (_TOTAL, tr("Highest total in one confirmation") + currency, _amount(settings.highest_total), _NO_LIMIT),
            (_ASK, tr("Have the count typed above a total of") + currency, _amount(settings.ask_above), _NO_LIMIT),
            (_DAY, tr("The firm has reported through"), str(settings.reported_through or ""), tr("e.g. 2026-09-30")),
        )
        for place, (key, words, known, example) in enumerate(asked):
            self._add(grid, place, key, (words, known, example))
        return box

    def _add(self, grid: QGridLayout, place: int, key: str, said: tuple[str, str, str]) -> None:
        words, known, example = said
        field, note = QLineEdit(known), plain("", "bad")
        field.setAccessibleName(words)
        field.setPlaceholderText(tr(example))
        field.textChanged.connect(self._check)
        self.fields[key], self.notes[key] = field, note
        row, side = 4 * (place // 2), place % 2
        grid.addWidget(plain(words, "small"), row, side)
        grid.addWidget(field, row + 1, side)
        grid.addWidget(note, row + 2, side)
        grid.setRowMinimumHeight(row + 3, 6)
        grid.setColumnStretch(side, 1)
        note.hide()

    def _never(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=2)
        rows.addWidget(plain(tr("Never to be touched here"), "small"))
        row = line(gap=14)
        self.never: dict[str, QCheckBox] = {}
        for title, entity in SALES_TYPES.items():
            self.never[title] = QCheckBox(capital(tr(title)))
            self.never[title].setChecked(entity in self._company.settings.never_types)
            row.addWidget(self.never[title])
        row.addStretch(1)
        rows.addLayout(row)
        others = tr("Bills, checks, payments, journal entries and everything else Untwin never touches in any company.")
        rows.addWidget(plain(others, "small"))
        return box

    def _country(self) -> QWidget:
        """What its country says about numbers that were issued; only where a person may say yes is there a box."""
        box = QWidget()
        rows = column(box, gap=4)
        country = ((self._company.facts.country if self._company.facts else None) or "").upper()
        self.country = QCheckBox(tr("I have asked: issued numbers may be changed here"))
        self.country.setChecked(self._company.settings.countries_opted_in)
        words = _country_words(country)
        rows.addWidget(plain(words, "small"))
        if country in FREE_COUNTRIES or country == "FR":
            self.country.hide()
        self.country.setAccessibleDescription(words)
        rows.addWidget(self.country)
        return box

    # --- what it does -----------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Stores it, if every field can be read."""
        if self._working:
            return
        if not self._check():
            wrong = (field for key, field in self.fields.items() if self.notes[key].text())
            next(wrong, self.trust.reason).setFocus()
            return
        self._working = True
        self._connecting.set_policy(self._company.realm, self._policy(), self._done, self._failed)

    def _check(self) -> bool:
        """Shows under each field what can't be read; True where everything can."""
        good = self.trust.check()
        for key, field in self.fields.items():
            sentence = _wrong(_READ[key], field.text())
            self.notes[key].setText(sentence)
            self.notes[key].setVisible(bool(sentence))
            field.setAccessibleDescription(sentence)
            restyle(field, "wrong", bool(sentence))
            good = good and not sentence
        self.show_problem("")
        self.refit()
        return good

    def _policy(self) -> Policy:
        texts = {key: field.text() for key, field in self.fields.items()}
        return Policy(
            most_rows=_rows(texts[_ROWS]),
            highest_total=(_total(texts[_TOTAL]),),
            ask_above=(_total(texts[_ASK]),),
            never_types=tuple(title for title, box in self.never.items() if box.isChecked()),
            reported_through=(_day(texts[_DAY]),),
            trust_accounts=tuple(self.trust.accounts.toPlainText().splitlines()),
            trust_unlock=self.trust.told(),
            countries_opted_in=self.country.isChecked(),
        )

    def _done(self, company: Company) -> None:
        self.kept.emit(company)
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self.show_problem(problem_words(problem))


_NO_LIMIT = "no limit"


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else plain_amount(amount)


def _rows(text: str) -> int:
    plain_text = text.strip()
    if not (plain_text.isascii() and plain_text.isdigit()) or not 1 <= int(plain_text[:9]) <= MOST_ROWS:
        raise ValueError(tr("A number from 1 to {}.").format(MOST_ROWS))
    return int(plain_text)


def _total(text: str) -> Decimal | None:
    plain_text = text.strip()
    if not plain_text:
        return None
    if not plain_text.isascii() or len(plain_text) > 20 or not _AMOUNT.fullmatch(plain_text):
        raise ValueError(tr("An amount such as 5000.00, or nothing for no limit."))
    return Decimal(plain_text.replace(",", ""))


def _day(text: str) -> date | None:
    plain_text = text.strip()
    if not plain_text:
        return None
    try:
        return date.fromisoformat(plain_text)
    except ValueError as problem:
        raise ValueError(tr("A day such as 2026-09-30, or nothing.")) from problem


_READ: Mapping[str, Callable[[str], object]] = {_ROWS: _rows, _TOTAL: _total, _ASK: _total, _DAY: _day}


def _wrong(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except ValueError as problem:
        return str(problem)
    return ""


def _country_words(country: str) -> str:
    if country == "FR":
        return tr("In France an issued number may never be changed; no setting alters that.")
    if country in FREE_COUNTRIES:
        return tr("Country {}: issued numbers may be changed there.").format(country)
    words = tr("Country {}: an issued number may usually not be changed there. Ask the firm's accountant first.")
    return words.format(country or tr("unknown"))
