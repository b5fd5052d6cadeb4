"""The case: what it is, why, what stands beside what, the ways out, and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from untwin.domain.advice import Advice
from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.exits import exits_for
from untwin.domain.faults import FaultKind
from untwin.domain.right_company import source_taken_words
from untwin.domain.source_ways import SourceWay
from untwin.ui.advice_parts import differing, options
from untwin.ui.case_parts import (
    banner,
    bullets,
    comparison,
    heading,
    help_page,
    raw_text,
    seen_words,
    source_side,
    tone_of,
)
from untwin.ui.labels import button, column, plain
from untwin.ui.retry_card import RetryCard
from untwin.ui.side_by_side import sides, waiting_title
from untwin.ui.summary import happened, headline, what_to_do
from untwin.ui.theme import Theme
from untwin.ui.words import tr

_SIDE, _GAP = 18, 8
_USUAL_WIDTH = 494  # what the window gives the case at its usual size


@dataclass(frozen=True, slots=True)
class Around:
    """What goes on around a case.

    Attributes:
        busy: a flow works on it; `rest` says what that waits for.
        others: the numbers that wait for a retry at the same page.
        looks_again: when Untwin looks again by itself what became of its change.
        ways: the ways out on its source's side, and why they are locked.
    """

    busy: bool = False
    rest: str = ""
    others: tuple[str, ...] = ()
    looks_again: str = ""
    ways: tuple[SourceWay, ...] = ()


class CasePane(QWidget):
    """One case, built anew whenever it changed.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case")
        self.setAccessibleName(tr("Case"))
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._card: RetryCard | None = None
        self._reasons: QWidget | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("The case, to be scrolled"))
        self._exits = QWidget()
        self._exits.setObjectName("exits")
        self._buttons = QGridLayout(self._exits)
        self._buttons.setContentsMargins(_SIDE, 12, _SIDE, 14)
        self._buttons.setSpacing(_GAP)
        rows = column(self, gap=0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._exits)
        self.setFocusProxy(self._scroll)

    def show_case(self, case: Case | None, companies: Mapping[str, Company], around: Around) -> None:
        """Shows a case, or how to begin where there is none."""
        company = companies.get(case.company or "") if case else None
        shown = (case, company, around, self._theme.colours)
        if shown == self._shown:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        same = bool(self._shown) and self._shown[0] is not None and case and case.id == self._shown[0].id  # type: ignore[attr-defined]
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._shown, self._card, self._reasons = shown, None, None
        self._scroll.setWidget(self._content(case, company, around))
        self._scroll.verticalScrollBar().setValue(place)
        self._fill_exits(case, around)
        if had_focus:
            self._scroll.setFocus()

    def show_countdown(self, words: str) -> None:
        """Shows when Untwin looks next, where the case waits."""
        if self._card is not None:
            self._card.show_countdown(words)

    def show_reasons(self) -> None:
        """Scrolls to why the verdict is what it is."""
        if self._reasons is not None:
            self._scroll.ensureWidgetVisible(self._reasons, 0, 40)
        self._scroll.setFocus()

    def _content(self, case: Case | None, company: Company | None, around: Around) -> QWidget:
        content = QWidget()
        content.setProperty("look", "surface")
        rows = column(content, gap=14, margin=16)
        if case is None:
            rows.addWidget(plain(tr("No case is chosen"), "title"))
            rows.addWidget(
                plain(
                    tr("Here stand the verdict with its reasons, both documents side by side, and the ways out."),
                    "muted",
                )
            )
        else:
            self._head(rows, case, company, around)
            self._body(rows, case, company, around)
        rows.addStretch(1)
        return content

    def _head(self, rows: QVBoxLayout, case: Case, company: Company | None, around: Around) -> None:
        meanwhile = (around.rest or tr("This takes a few seconds.")) if around.busy else ""
        box = QWidget()
        top = column(box, gap=4)
        name = company.name if company else tr("No company yet")
        top.addWidget(plain(f"{waiting_title(case)}  ·  {name}", "small"))
        words = tr("Working on it …") if meanwhile else headline(case)
        top.addWidget(plain(words, f"title-{'calm' if meanwhile else tone_of(case)}"))
        top.addWidget(plain(meanwhile or what_to_do(case), "lead"))
        if case.source_taken:
            top.addWidget(plain(source_taken_words(case), "muted"))
        if around.looks_again:
            top.addWidget(plain(around.looks_again, "muted"))
        rows.addWidget(box)

    def _body(self, rows: QVBoxLayout, case: Case, company: Company | None, around: Around) -> None:
        for block in case.blocks:
            rows.addWidget(banner(block.sentence, "warn", "blocked", self._theme))
        if case.state is State.WAITING_TO_POST:
            self._waiting(rows, case, company, around)
        done = happened(case)
        if done:
            rows.addWidget(self._part(tr("What happened"), bullets(done)))
        if case.left_to_do:
            rows.addWidget(self._part(tr("Left to do"), bullets(case.left_to_do)))
        self._why(rows, case)
        if around.ways:
            name = company.profile(case.source).name if company else tr("the source")
            rows.addWidget(self._part(tr("Other ways, in {}").format(name), source_side(around.ways)))
        for side in sides(case):
            rows.addWidget(comparison(side, case))
        if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.advice is None:
            rows.addWidget(self._part(tr("What can be done"), help_page(case.kind)))
        self._origin(rows, case)

    def _waiting(self, rows: QVBoxLayout, case: Case, company: Company | None, around: Around) -> None:
        if case.please_confirm or case.not_seen_yet:
            rows.addWidget(banner(case.note, "warn", "decide" if case.please_confirm else "waiting", self._theme))
        if company is not None and not case.please_confirm:
            self._card = RetryCard(case, company, around.others)
            rows.addWidget(self._card)

    def _origin(self, rows: QVBoxLayout, case: Case) -> None:
        if case.count > 1:
            rows.addWidget(self._part(tr("Seen {} times").format(f"{case.count:,}"), bullets(seen_words(case))))
        rows.addWidget(self._part(tr("The error as it was taken in"), raw_text(case)))

    def _why(self, rows: QVBoxLayout, case: Case) -> None:
        beside = case.kind is FaultKind.DUPLICATE_DOC_NUMBER
        if case.judgement is not None and (beside or case.advice is None):
            gives_way = (case.gives_way.why,) if case.gives_way and case.judgement.verdict.changeable else ()
            self._reasons = self._part(tr("Why"), bullets((*case.judgement.reasons, *gives_way)))
            rows.addWidget(self._reasons)
        if case.advice is not None:
            self._advise(rows, case, case.advice)

    def _advise(self, rows: QVBoxLayout, case: Case, advice: Advice) -> None:
        if advice.changed:
            rows.addWidget(self._part(tr("Since the look before"), bullets(advice.changed)))
        if advice.found:
            found = self._part(tr("What was found"), bullets(advice.found))
            self._reasons = self._reasons or found
            rows.addWidget(found)
        if advice.differs:
            rows.addWidget(self._part(tr("What differs"), differing(case, advice.differs)))
        if exits_for(case):
            rows.addWidget(self._part(tr("What can be done"), options(case)))

    def _part(self, title: str, inner: QWidget) -> QWidget:
        box = QWidget()
        rows = column(box, gap=6)
        rows.addWidget(heading(title))
        rows.addWidget(inner)
        return box

    def _fill_exits(self, case: Case | None, around: Around) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = exits_for(case) if case and not around.busy else ()
        self._exits.setVisible(bool(found))
        locked = any(way.locked for way in around.ways)
        held = [locked and each.option is not None and each.option.locks for each in found]
        words = [tr("{} (locked)").format(e.words) if h else e.words for e, h in zip(found, held, strict=True)]
        self._place([self._exit_button(number, each) for number, each in enumerate(words, start=1)])

    def _place(self, buttons: list[QPushButton]) -> None:
        """The first across; of the others two beside each other where both fit, so that no words widen the pane."""
        row = column = 0
        half = (min(self.width(), _USUAL_WIDTH) - 2 * _SIDE - _GAP) // 2
        for place, made in enumerate(buttons):
            made.ensurePolished()
            if place == 0 or made.sizeHint().width() > half:
                row += column
                self._buttons.addWidget(made, row, 0, 1, 2)
                row, column = row + 1, 0
            else:
                self._buttons.addWidget(made, row, column)
                row, column = row + column, 1 - column

    def _exit_button(self, number: int, words: str) -> QPushButton:
        made = button(f"{number}   {words}", "primary" if number == 1 else "option")
        made.setAccessibleName(tr("Option {}: {}").format(number, words))
        made.setProperty("action", f"exit_{number}")
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
