"""What a person must say before a write: each kind of flag once, the count, the reason, and once their name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from untwin.domain.books.documents import Document
from untwin.domain.changes.change import FLAG_WORDS, Flag, Plan, Row, Rung
from untwin.domain.words.phrasing import capital
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.person import Person
from untwin.ui.kit.figures import money
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.words import count_words, tr

Homes = Mapping[str, str | None]
_FACTS = 5  # documents that a flag names at most


@dataclass(frozen=True, slots=True)
class Signed:
    """A confirmation as the sheet has it; `new_name` is what was typed where the name was asked, else empty."""

    confirmed: Confirmation
    new_name: str = ""

    def by(self, person: Person) -> Confirmation:
        """The confirmation with its name, which is kept from now on. Raises `BadInput` for one nobody could read."""
        if not self.new_name:
            return self.confirmed
        return replace(self.confirmed, who=person.put(self.new_name))


class NameLine(QWidget):
    """Asks for the name that the change history shows, as long as nobody has said one."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.field, asked = labelled_line(tr("Your name, for the change history"), person.name)
        column(self).addWidget(asked)
        # Never shown here: without a parent yet it would be a window of its own.
        if person.asked:
            self.hide()

    @property
    def new_name(self) -> str:
        """What was typed; empty where nothing was asked."""
        return "" if self.isHidden() else self.field.text().strip()

    @property
    def missing(self) -> str:
        """What is still to be said about it."""
        asked = not self.isHidden() and not self.new_name
        return tr("Type your name; it stands in the change history beside what you change.") if asked else ""


class Asking(QWidget):
    """The part of a sheet that asks. `narrow` puts a flag's sentence under its box instead of into it.

    Signals:
        resized: it has more or less to ask now.
    """

    resized = Signal()

    def __init__(self, person: Person, reason: str, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._boxes = {flag: _FlagBox(flag, narrow=narrow) for flag in Flag}
        self._heading = plain(tr("Read and check, please"), "heading")
        rows = column(self, gap=10)
        flags = QWidget()
        each = column(flags, gap=6)
        each.addWidget(self._heading)
        for box in self._boxes.values():
            each.addWidget(box)
        rows.addWidget(flags)
        self.count = QLineEdit()
        self.count.setMaximumWidth(120)
        self._count_words = plain("", "small")
        self._count_line = _labelled(self._count_words, self.count)
        rows.addWidget(self._count_line)
        self.reason, asked = labelled_line(tr("Reason, for the change history"), reason)
        rows.addWidget(asked)
        self.name_line = NameLine(person)
        rows.addWidget(self.name_line)
        self.next_numbers = plain("", "small", select=True)
        self.next_numbers.setAccessibleName(tr("The next number in QuickBooks"))
        rows.addWidget(self.next_numbers)

    @property
    def flags(self) -> dict[Flag, QCheckBox]:
        """The check boxes of this plan, by their flag."""
        return {flag: box.check for flag, box in self._boxes.items() if not box.isHidden()}

    def show_plan(self, planned: Plan, homes: Homes) -> None:
        """Asks for what this plan needs; `homes` are the companies' own currencies."""
        for flag, box in self._boxes.items():
            asked = planned.rows if flag in planned.flags else ()
            box.show_rows([row for row in asked if flag in row.flags or flag is Flag.SEVERAL], homes)
        self._heading.setVisible(bool(self.flags))
        self._count_line.setVisible(planned.rung is Rung.TYPE_COUNT)
        words = tr("Type how many numbers change, to confirm: {}").format(len(planned.rows))
        self._count_words.setText(words)
        self.next_numbers.setText("\n".join(planned.next_numbers))
        self.next_numbers.setVisible(bool(planned.next_numbers))
        self.count.setAccessibleName(words)
        self.resized.emit()

    def missing(self, planned: Plan) -> list[str]:
        """What is still to be confirmed, one sentence each."""
        said = list(planned.missing(self._accepted, self._typed_count))
        if not self.reason.text().strip():
            said.append(tr("Give a reason; it stays in the change history."))
        return [*said, *filter(None, [self.name_line.missing])]

    def first_missing(self, planned: Plan) -> QWidget | None:
        """The field or box at which something is missing."""
        unchecked = next(
            (box for flag, box in self.flags.items() if flag in planned.flags and not box.isChecked()), None
        )
        if unchecked is not None:
            return unchecked
        if planned.rung is Rung.TYPE_COUNT and self._typed_count != len(planned.rows):
            return self.count
        if not self.reason.text().strip():
            return self.reason
        return self.name_line.field if self.name_line.missing else None

    @property
    def signed(self) -> Signed:
        """What was confirmed."""
        reason = self.reason.text().strip()
        confirmed = Confirmation(self._person.name, reason, self._accepted, self._typed_count)
        return Signed(confirmed, self.name_line.new_name)

    @property
    def _accepted(self) -> frozenset[Flag]:
        return frozenset(flag for flag, box in self.flags.items() if box.isChecked())

    @property
    def _typed_count(self) -> int | None:
        text = self.count.text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


class _FlagBox(QWidget):
    """One kind of flag: its check box and its facts. What comes to it later must be read, too."""

    def __init__(self, flag: Flag, *, narrow: bool) -> None:
        super().__init__()
        self._flag, self._narrow = flag, narrow
        self._concerned: set[tuple[str, str]] = set()
        self.check = QCheckBox()
        self._sentence, self._facts = plain(tr(_NARROW.get(flag, ""))), plain("", "small", select=True)
        rows = column(self, gap=2)
        rows.addWidget(self.check)
        for label in (self._sentence, self._facts):
            label.setIndent(30)
            rows.addWidget(label)
        self._sentence.setVisible(narrow and flag in _NARROW)
        self.hide()

    def show_rows(self, concerned: list[Row], homes: Homes) -> None:
        """Shows the facts of these rows; without any it isn't asked."""
        keys = {(row.company, row.document.id) for row in concerned}
        if not keys <= self._concerned:
            self.check.setChecked(False)
        self._concerned = keys
        facts = "" if self._narrow and self._flag is Flag.SEVERAL else _facts(self._flag, concerned, homes)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        short = tr("{} ({})").format(tr(_SHORT[self._flag]), len(concerned))
        self.check.setText(short if self._narrow else tr(FLAG_WORDS[self._flag]))
        self.check.setAccessibleDescription(f"{tr(FLAG_WORDS[self._flag])} {facts}" if self._narrow else facts)
        self.setVisible(bool(concerned))


# Under a box that names the kind, what it means.
_NARROW = {
    Flag.EMAILED: "The customer holds the old number.",
    Flag.PAID: "Payments stay linked, but a remittance may name the old number.",
    Flag.LINKED: "Other documents stay linked.",
    Flag.TRUST: "Only the number changes, no amount and no account does.",
}
_SHORT = {
    Flag.EMAILED: "E-mailed from QuickBooks",
    Flag.PAID: "Money has moved",
    Flag.LINKED: "Linked",
    Flag.TRUST: "On a trust account",
    Flag.SEVERAL: "More than one document",
}


def _facts(flag: Flag, concerned: list[Row], homes: Homes) -> str:
    if flag is Flag.SEVERAL:
        return count_words(len(concerned), tr("document"), tr("documents"))
    said = [_fact(flag, row.document, homes.get(row.company)) for row in concerned]
    more = tr("; and {} more").format(len(said) - _FACTS) if len(said) > _FACTS else ""
    return "; ".join(said[:_FACTS]) + more


def _fact(flag: Flag, document: Document, home: str | None) -> str:
    title = capital(document.title)
    if flag is Flag.EMAILED:
        return f"{title}: {document.email}" if document.email else title
    if flag is Flag.PAID:
        total, left = (money(a, document.currency, home) for a in (document.total, document.balance))
        if not document.balance:
            return tr("{}: {}, paid in full").format(title, total)
        return tr("{}: {} of {} still open").format(title, left, total)
    if flag is Flag.TRUST:
        return title
    linked = ", ".join(sorted({link.entity for link in document.links}))
    return f"{title}: {count_words(len(document.links), tr('link'), tr('links'))} ({linked})"


def labelled_line(words: str, text: str) -> tuple[QLineEdit, QWidget]:
    """A line to type in, and the same with its words over it."""
    field = QLineEdit(text)
    field.setCursorPosition(0)
    field.setAccessibleName(words)
    return field, _labelled(plain(words, "small"), field)


def _labelled(words: QLabel, field: QWidget) -> QWidget:
    box = QWidget()
    rows = column(box, gap=4)
    rows.addWidget(words)
    rows.addWidget(field)
    return box
