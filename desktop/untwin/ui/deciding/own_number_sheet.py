"""Asks by one check whether documents of the purchase side only share a number; it writes nothing to the books."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from untwin.domain.books.documents import Document
from untwin.domain.cases.case import Case
from untwin.domain.cases.own_words import asked_own
from untwin.domain.verdicts.own_number import named, statement
from untwin.domain.words.phrasing import capital
from untwin.ui.case.parts import bullets
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.sheets.confirming import ConfirmingSheet
from untwin.ui.work.own_words import OwnWords

_NAMED = 8  # documents that are told


class OwnNumberSheet(ConfirmingSheet):
    """One check for all of the cases; they are judged anew after it."""

    def __init__(self, cases: Sequence[Case], words: OwnWords) -> None:
        lead = tr("Nothing in QuickBooks changes by this. It stands in the history with your name; z takes it back.")
        title = tr("Does it only have the same number?")
        self._found = [(case, document) for case in cases for document in asked_own(case)]
        if len(self._found) > 1:
            title = tr("Do they only have the same number?")
        self._cases, self._words = tuple(cases), words
        super().__init__(words.person, title, lead, tr("Say so"), width=640)

    def fill(self) -> None:
        """The documents, what is said of them, and what follows from it."""
        found = self._found
        more = len(found) - _NAMED
        told = [_facts(case, document) for case, document in found[:_NAMED]]
        self.rows.addWidget(bullets([*told, tr("and {} more").format(more)] if more > 0 else told))
        said = _statement([document for _, document in found])
        self.rows.addWidget(plain(said, "strong", select=True))
        self.check = QCheckBox(tr("Yes, that is so") if len(found) == 1 else tr("Yes, that is so for all of them"))
        self.check.setAccessibleDescription(said)
        self.rows.addWidget(self.check)
        what_then = tr("It keeps its number and stays shown. Whatever else is in the way can change then.")
        if len(found) > 1:
            what_then = tr("They keep their numbers and stay shown. Whatever else is in the way can change then.")
        self.rows.addWidget(plain(what_then, "small"))

    def first_focus(self) -> QWidget:
        """The check."""
        return self.check

    def confirm(self) -> None:
        """Says so of all of them."""
        if not self.check.isChecked():
            self.show_problem(tr("Read it and check it first. If it isn't so, press Esc."))
            self.check.setFocus()
            return
        super().confirm()
        if self.name_line.missing:
            self.name_line.field.setFocus()

    def send(self, then: Then, failed: Failed) -> None:
        """Says so, with the name where it was asked for."""
        self._words.count_apart(self._cases, self.name_line.new_name, then, failed)


def _statement(documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        return f"{statement(documents[0])}."
    return tr("Each of them has a number of its own and is not what waits to post.")


def _facts(case: Case, document: Document) -> str:
    home = case.evidence.facts.home_currency if case.evidence else None
    facts = (medium_day(document.date), money(document.total, document.currency, home))
    return ", ".join(filter(None, (capital(named(document)), *facts)))
