"""Asks in one line what is waiting to post: what was understood is shown at once, what is left open is asked."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.waiting.one_line import Choice, Told, line_of, read_line
from untwin.domain.words.phrasing import capital
from untwin.ui.case.side_by_side import NONE, waiting_title
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.clerk import Clerk


class DescribeSheet(Sheet):
    """One line, and beneath it what it says; Alt+Down takes the next answer to an open question."""

    def __init__(self, case: Case, company: Company | None, clerk: Clerk) -> None:
        lead = tr("Type it as the source shows it: customer, amount and date, in any order.")
        more = tr("It is taken for an invoice, unless you begin with payment, credit note, interest or trust.")
        last = tr("Put “marks” around a name with figures.")
        title = tr("What is waiting to post?")
        super().__init__(title, f"{lead} {more} {last}", confirm_words=tr("Look it up"), width=760)
        self._case, self._clerk, self.about = case, clerk, case.id
        self._choices: tuple[Choice, ...] = ()
        self._taken = -1
        self.rows.addWidget(plain(f"{waiting_title(case, company)}: {case.findings[0].message}", "muted"))
        self.line = QLineEdit(line_of(case.incoming))
        self.line.setAccessibleName(tr("What is waiting to post, in one line"))
        example = tr("e.g. {}")
        number = "" if case.doc_number else "no 1234 "
        self.line.setPlaceholderText(example.format(f"{number}Roe Family 1,250.00 3 Nov 2026"))
        self.line.textEdited.connect(self._typed)
        self.rows.addWidget(self.line)
        self._understood = _Understood()
        self.rows.addWidget(self._understood)
        self._question = _Question(self._take)
        self.rows.addWidget(self._question)
        self._show()

    def first_focus(self) -> QWidget:
        """The line."""
        return self.line

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.line.text()

    def type_again(self, text: str) -> None:
        """What was typed before goes on."""
        self.line.setText(text)
        self._typed()

    @property
    def told(self) -> Told:
        """What the line says."""
        return read_line(self.line.text(), self._clerk.today(), self._case.doc_number)

    @property
    def asks(self) -> str:
        """The open question; empty where there is none."""
        return self._question.words

    @property
    def said(self) -> str:
        """What was understood, in words."""
        return self._understood.accessibleName()

    def other_suggestion(self, step: int) -> None:
        """Puts the next answer to the question in."""
        if self._choices:
            self._take((self._taken + step) % len(self._choices) if self._taken >= 0 else 0)

    def confirm(self) -> None:
        """Stores it and has the case looked up."""
        told = self.told
        if told.questions:
            self.show_problem(tr("Answer the question first."))
        elif self._case.kind is FaultKind.DUPLICATE_DOC_NUMBER and not (told.number or self._case.doc_number):
            self.show_problem(tr("Say the number, too, that the waiting document shall get: no 1234."))
        else:
            here = so_long_as(lambda: self.here, self._done)
            self._clerk.describe(self._case, self.line.text(), here, so_long_as(lambda: self.here, self._failed))

    def _typed(self) -> None:
        self._choices, self._taken = (), -1
        self.show_problem("")
        self._show()

    def _show(self) -> None:
        told = self.told
        self._understood.show_told(told, told.number or self._case.doc_number, empty=not self.line.text().strip())
        if told.questions:
            self._choices, self._taken = told.questions[0].choices, -1
        asks = told.questions[0].asks if told.questions else ""
        self._question.ask(asks, self._choices)
        self.refit()

    def _take(self, place: int) -> None:
        """An answer is put into the line; the other ones stay, for a second thought."""
        choices = self._choices
        self.line.setText(choices[place].line)
        self.show_problem("")
        self._show()
        if not self.told.questions:
            self._choices, self._taken = choices, place
            self._question.ask("", choices, place)
            self.refit()

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


class _Understood(QWidget):
    """What the line says, value by value."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        self._values = {}
        titles = (tr("Kind"), tr("Number"), tr("Customer"), tr("Amount"), tr("Date"))
        for place, title in enumerate(titles):
            self._values[place] = plain("", "strong", select=True)
            grid.addWidget(plain(title, "small"), 0, place)
            grid.addWidget(self._values[place], 1, place)
            grid.setColumnStretch(place, 3 if place == _CUSTOMER else 2)
        self._missing = plain("", "muted")
        grid.addWidget(self._missing, 2, 0, 1, len(titles))

    def show_told(self, told: Told, number: str | None, *, empty: bool) -> None:
        """Shows it, and what a search would need in addition."""
        kind = capital(tr((told.kind or IncomingKind.BILL).words))
        shown = (
            NONE if empty else kind,
            number or NONE,
            told.customer or NONE,
            money(told.total, told.currency, "") or NONE,
            medium_day(told.date) or NONE,
        )
        for place, words in enumerate(shown):
            self._values[place].setText(words)
        without = tr("Without {} Untwin can't search for the same sale.")
        self._missing.setText(without.format(_listed(told.missing)) if told.missing else "")
        self.setAccessibleName(told.words)


_CUSTOMER = 2


def _listed(names: tuple[str, ...]) -> str:
    words = [tr({"customer": "a customer", "amount": "an amount", "date": "a date"}[name]) for name in names]
    return words[0] if len(words) == 1 else tr("{} and {}").format(", ".join(words[:-1]), words[-1])


class _Question(QWidget):
    """An open question with its answers as buttons; it keeps them while one is tried."""

    def __init__(self, take: Callable[[int], None]) -> None:
        super().__init__()
        self._take = take
        outer = column(self)
        self._box = frame("banner-warn")
        self._words = plain("", "on-warn")
        line(self._box, margin=10).addWidget(self._words)
        outer.addWidget(self._box)
        self._row = line(gap=8)
        outer.addLayout(self._row)

    @property
    def words(self) -> str:
        """What is asked."""
        return "" if self._box.isHidden() else self._words.text()

    def ask(self, words: str, choices: tuple[Choice, ...], taken: int = -1) -> None:
        """Asks it; `taken` is the answer that stands in the line."""
        self._words.setText(words)
        self._box.setVisible(bool(words))
        self.setAccessibleName(words)
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, choice in enumerate(choices):
            self._row.addWidget(self._answer(place, choice, here=place == taken))
        if choices:
            self._row.addWidget(plain(tr("Alt+↓ the next one"), "small"), 1)
        self.setVisible(bool(words or choices))

    def _answer(self, place: int, choice: Choice, *, here: bool) -> QPushButton:
        made = button(capital(choice.words), "primary" if here else "option")
        made.setProperty("place", place)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self._take(self.sender().property("place"))
