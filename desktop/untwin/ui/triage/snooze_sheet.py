"""Asks until when cases are put off: named choices by number keys, or a day that is typed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.inbox.put_off import Choice
from untwin.domain.problems import Problem
from untwin.domain.sources.declared import source_name
from untwin.flows.desk import Desk
from untwin.ui.inbox.mark_words import moment_words
from untwin.ui.kit.labels import button, plain
from untwin.ui.kit.number_keys import NumberKeys
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet


class SnoozeSheet(Sheet):
    """The choices that make sense for at least one of the cases, each with the moment that it means.

    `put_off` is told the choice and raises what is wrong with it; `wake` brings snoozed ones back.
    """

    def __init__(
        self,
        about: str,
        cases: Sequence[Case],
        desk: Desk,
        put_off: Callable[[str], None],
        wake: Callable[[], None],
    ) -> None:
        many = len(cases) > 1
        title = tr("Snooze {}").format(about)
        lead = tr("They come back by themselves, sooner where something new happens to them. Nothing else changes.")
        if not many:
            lead = tr("It comes back by itself, sooner where something new happens to it. Nothing else changes.")
        super().__init__(title, lead, confirm_words=tr("Snooze until that day"), width=620)
        self._cases, self._desk, self._put_off, self._wake = tuple(cases), desk, put_off, wake
        self._companies = {company.realm: company for company in desk.companies.all()}
        self.buttons: list[QPushButton] = []
        for choice in Choice:
            self._offer(choice)
        if any(case.marks.snooze for case in cases):
            self._button(tr("Bring it back now"), "", self._woken)
        self._keys = NumberKeys(self, self.buttons)
        self.rows.addWidget(plain(tr("Or until a day, as you write it"), "small"))
        self.day = QLineEdit()
        self.day.setAccessibleName(tr("Until a day"))
        self.day.setPlaceholderText(tr("e.g. 12 Dec, friday, 3 days"))
        self.rows.addWidget(self.day)

    def first_focus(self) -> QWidget:
        """The first choice: the number keys work at once."""
        return self.buttons[0]

    def confirm(self) -> None:
        """Takes the day that was typed, or else the choice that has the focus."""
        if self.day.text().strip():
            self._take(self.day.text())
            return
        focused = next((each for each in self.buttons if each.hasFocus()), None)
        if focused is not None:
            focused.click()
        else:
            self.show_problem(tr("Type a day, or press the number of a choice."))
            self.day.setFocus()

    def _offer(self, choice: Choice) -> None:
        """A choice with its moment, by the first case for which it makes sense."""
        if choice is Choice.ANSWER:
            return
        flow, source = self._desk.triage.snooze, self._cases[0].source
        now = flow.marking.clock.now()
        for case in self._cases:
            try:
                snooze = flow.ahead(case, choice, self._companies).snooze
            except Problem:
                continue
            if snooze is not None:
                words = tr(_WORDS[choice]).format(source_name(source))
                self._button(words, moment_words(snooze, now), partial(self._take, choice))
            return

    def _button(self, words: str, detail: str, press: Callable[[], None]) -> None:
        number = len(self.buttons) + 1
        made = button(f"{number}   {words}{f'   ·   {detail}' if detail else ''}", "option")
        made.setAccessibleName(f"{words}, {detail}" if detail else words)
        made.setAccessibleDescription(str(number))
        made.clicked.connect(press)
        self.buttons.append(made)
        self.rows.addWidget(made)

    def _take(self, choice: str, *_checked: object) -> None:
        try:
            self._put_off(choice)
        except Problem as problem:
            self.show_problem(problem_words(problem))
            self.day.setFocus()
            return
        self.closed.emit()

    def _woken(self) -> None:
        self._wake()
        self.closed.emit()


_WORDS = {
    Choice.LATER: "Later today",
    Choice.TOMORROW: "Tomorrow",
    Choice.MONDAY: "Next Monday",
    Choice.CYCLE: "When {} tries again",
    Choice.PERIOD: "When the books open",
}
