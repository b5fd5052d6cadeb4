"""A company's house rules for new numbers: which way first, the letters of each type, and what stays clear."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from untwin.domain.books.documents import TYPES
from untwin.domain.changes.numbering import examples
from untwin.domain.company.company import Company
from untwin.domain.company.house_rules import RENUMBERED_TYPES, HouseRules, affix_of, order_of, range_of
from untwin.domain.problems import BadInput
from untwin.domain.words.phrasing import capital
from untwin.flows.companies.set_numbers import NumberWishes
from untwin.ui.case.parts import bullets, heading
from untwin.ui.companies.connecting import Connecting
from untwin.ui.kit.labels import column, plain, restyle
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet

_ORDER, _RANGES = "order", "ranges"
_RANGES_HEIGHT = 72


class NumbersSheet(Sheet):
    """One company's.

    Signals:
        kept: the company, once its rules are stored.
    """

    kept = Signal(object)
    over = True

    def __init__(self, company: Company, connecting: Connecting) -> None:
        lead = tr("The first way that gives a free number is suggested. Any other can still be typed.")
        title = tr("New numbers in {}").format(company.name)
        super().__init__(title, lead, confirm_words=tr("Keep it"), width=820)
        self._company, self._connecting = company, connecting
        connecting.setParent(self)
        self._working = False
        self.notes: dict[str, QLabel] = {}
        self.affixes: dict[str, QLineEdit] = {}
        rules = company.settings.numbers
        self.order = QLineEdit(", ".join(rules.order))
        self.ranges = QPlainTextEdit("\n".join(r.typed for r in rules.ranges))
        self.rows.addWidget(self._order_part())
        self.rows.addWidget(self._affix_part(rules))
        self.rows.addWidget(self._examples_part())
        self.rows.addWidget(self._ranges_part())
        self._check()

    def first_focus(self) -> QWidget:
        """The order."""
        return self.order

    # --- what it shows ----------------------------------------------------------------------------------------

    def _order_part(self) -> QWidget:
        words = tr("Ways to a new number, the first that fits: prefix, suffix, next (of its series), ask")
        self.order.setAccessibleName(words)
        self.order.textChanged.connect(self._check)
        return self._noted(_ORDER, words, self.order)

    def _affix_part(self, rules: HouseRules) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(plain(tr("Letters beside the number"), "small"), 0, 0, 1, len(RENUMBERED_TYPES))
        for place, entity in enumerate(RENUMBERED_TYPES):
            title = capital(tr(TYPES[entity].title))
            field = QLineEdit(rules.affix(entity))
            field.setAccessibleName(tr("Letters beside the number: {}").format(title))
            field.textChanged.connect(self._check)
            self.affixes[entity] = field
            grid.addWidget(plain(title, "muted", wrap=False), 1, place)
            grid.addWidget(field, 2, place)
            grid.setColumnStretch(place, 1)
        self.notes["affixes"] = plain("", "bad")
        grid.addWidget(self.notes["affixes"], 3, 0, 1, len(RENUMBERED_TYPES))
        return box

    def _examples_part(self) -> QWidget:
        box = QWidget()
        self._examples = column(box, gap=4)
        self._examples.addWidget(heading(tr("For example")))
        self._shown: QWidget | None = None
        return box

    def _ranges_part(self) -> QWidget:
        words = tr("Numbers that a source gives next, one range a line: clio 1235..2000")
        self.ranges.setAccessibleName(words)
        self.ranges.setTabChangesFocus(True)
        self.ranges.setFixedHeight(_RANGES_HEIGHT)
        self.ranges.textChanged.connect(self._check)
        box = self._noted(_RANGES, words, self.ranges)
        known = tr("What a source's own list shows is kept clear without being typed.")
        layout = box.layout()
        if layout is not None:
            layout.addWidget(plain(known, "small"))
        return box

    def _noted(self, key: str, words: str, field: QWidget) -> QWidget:
        box = QWidget()
        rows = column(box, gap=4)
        rows.addWidget(plain(words, "small"))
        rows.addWidget(field)
        self.notes[key] = plain("", "bad")
        rows.addWidget(self.notes[key])
        return box

    # --- what it does -----------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Stores them, if everything can be read."""
        if self._working:
            return
        if not self._check():
            fields = (self.order, *self.affixes.values(), self.ranges)
            next(field for field in fields if field.property("wrong")).setFocus()
            return
        self._working = True
        self._connecting.set_numbers(self._company.realm, self._wishes(), self._done, self._failed)

    def _check(self) -> bool:
        """Says beside each field what is wrong, and shows what the rules would make of a number."""
        ranges = tuple(line for line in self.ranges.toPlainText().splitlines() if line.strip())
        good = [
            self._say(_ORDER, _wrong(lambda: order_of(self.order.text())), self.order),
            self._say(_RANGES, _wrong(lambda: [range_of(text) for text in ranges]), self.ranges),
            self._check_affixes(),
        ]
        self.show_problem("")
        if all(good):
            self._show_examples()
        return all(good)

    def _check_affixes(self) -> bool:
        said = {entity: _wrong(partial(affix_of, entity, field.text())) for entity, field in self.affixes.items()}
        for entity, sentence in said.items():
            restyle(self.affixes[entity], "wrong", bool(sentence))
            self.affixes[entity].setAccessibleDescription(sentence)
        self.notes["affixes"].setText(" ".join(filter(None, said.values())))
        self.notes["affixes"].setVisible(any(said.values()))
        return not any(said.values())

    def _say(self, key: str, sentence: str, field: QWidget) -> bool:
        self.notes[key].setText(sentence)
        self.notes[key].setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)
        restyle(field, "wrong", bool(sentence))
        return not sentence

    def _show_examples(self) -> None:
        try:
            rules = self._wishes().rules(self._company.settings.numbers)
        except BadInput as problem:
            self.show_problem(str(problem))
            return
        if self._shown is not None:
            self._examples.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = bullets(capital(words) for words in examples(rules))
        self._examples.addWidget(self._shown)
        self.resized.emit()

    def _wishes(self) -> NumberWishes:
        now = self._company.settings.numbers
        changed = {e: field.text() for e, field in self.affixes.items() if field.text().strip() != now.affix(e)}
        return NumberWishes(self.order.text(), changed, tuple(self.ranges.toPlainText().splitlines()))

    def _done(self, company: Company) -> None:
        self.kept.emit(company)
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self.show_problem(problem_words(problem))


def _wrong(read: Callable[[], object]) -> str:
    try:
        read()
    except BadInput as problem:
        return str(problem)
    return ""
