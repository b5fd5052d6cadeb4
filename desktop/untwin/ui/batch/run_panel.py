"""What stands beside a batch that was confirmed: how far it is, what it has come to, and what is to be done next."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.summary import Money, Summary
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import profile_of
from untwin.ui.batch.layout import aside_card, put_in_place
from untwin.ui.batch.rows import Aside, cause_of, grouped
from untwin.ui.inbox.rows import NOTHING
from untwin.ui.kit.bar import Bar
from untwin.ui.kit.figures import sums_words
from untwin.ui.kit.labels import button, column, frame, line, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import count_words, tr
from untwin.ui.work.batch_progress import BatchProgress, counts_words
from untwin.ui.work.batches import Standing

_NAMED = 60  # numbers that the card names at most
_COPIED = "The numbers are in the clipboard. Untwin looks by itself whether they posted."
_COPIED_LAST = (
    "The clipboard holds what was copied last; “Retry in the source” copies the others. "
    "Untwin looks by itself whether they posted."
)
_DONE = frozenset(
    {State.RENUMBERED, State.WAITING_TO_POST, State.POSTED, State.ALREADY_IN_QUICKBOOKS, State.NUMBER_RESTORED}
)


class RunPanel(QWidget):
    """From top to bottom: the count and its bar, a sentence, the question, the outcome, the retry, what went aside.

    Signals:
        answered: whether what is left shall be cancelled.
    """

    answered = Signal(bool)

    def __init__(
        self, rows: int, companies: Mapping[str, Company], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = column(self, gap=12)
        self._count, self._note = plain("", "big"), plain("", select=True)
        self.bar, self._companies = Bar(rows, theme, tr("Rows that are through")), companies
        for widget in (self._count, self.bar, self._note):
            layout.addWidget(widget)
        self._question = _Question()
        self._question.answered.connect(self.answered)
        layout.addWidget(self._question)
        self._outcome, self._retry, self._aside = (_slot(layout) for _ in range(3))
        layout.addStretch(1)

    @property
    def count_words(self) -> str:
        """What it says about how far it is."""
        return self._count.text()

    @property
    def asks(self) -> bool:
        """Whether the question is open."""
        return not self._question.isHidden()

    def show_progress(self, progress: BatchProgress) -> None:
        """Shows how far it is while it goes on."""
        self._count.setText(progress.words)
        self.bar.setValue(progress.over)

    def say(self, sentence: str) -> None:
        """One sentence below the bar."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def ask_cancel(self, words: str) -> None:
        """Opens the question whether what is left shall be cancelled; without words it goes."""
        self._question.ask(words)

    def show_standing(self, standing: Standing) -> None:
        """Shows what the batch has come to."""
        done = standing.summary
        tally = done.rows
        self._count.setText(counts_words(tally.proved, tally.rows, tally.not_done, tally.open))
        self.bar.setValue(tally.proved + tally.not_done + tally.open)
        put_in_place(self._outcome, [_outcome(done)] if standing.run.state.over else [])
        waiting = [case for case in standing.cases if case.state is State.WAITING_TO_POST]
        put_in_place(self._retry, [_retry_card(waiting, self._companies)] if waiting else [])
        self._show_aside(tr("Still open"), _still_open(standing), tr("Set aside before it began"), _before(standing))

    def _show_aside(self, first: str, still_open: Sequence[Aside], second: str, before: Sequence[Aside]) -> None:
        shown: list[QWidget] = []
        for words, groups in ((first, still_open), (second, before)):
            if groups:
                shown += [plain(words, "heading"), *(aside_card(group) for group in groups)]
        put_in_place(self._aside, shown)


class _Question(QFrame):
    """Asks in the sheet, not over it.

    Signals:
        answered: yes or no.
    """

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner-warn")
        self.setAccessibleName(tr("Question"))
        rows = column(self, gap=10, margin=12)
        self._words = plain("", "on-warn")
        rows.addWidget(self._words)
        row = line(gap=8)
        self._no = self._button(tr("Keep it"), answer=False)
        row.addWidget(self._no)
        row.addWidget(self._button(tr("Cancel the rest"), answer=True))
        row.addStretch(1)
        rows.addLayout(row)
        self.hide()

    def ask(self, words: str) -> None:
        """Asks; without words it goes."""
        self._words.setText(words)
        self.setVisible(bool(words))
        if words:
            self._no.setFocus()

    def _button(self, words: str, *, answer: bool) -> QPushButton:
        made = button(words)
        made.setProperty("answer", answer)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.answered.emit(bool(self.sender().property("answer")))


def _slot(layout: QVBoxLayout) -> QVBoxLayout:
    box = QWidget()
    layout.addWidget(box)
    return column(box, gap=8)


def _outcome(done: Summary) -> QFrame:
    """Posted, not posted yet, still open: never more than is known."""
    box = frame("card", tr("Summary"))
    rows = column(box, gap=6, margin=12)
    for words, count, sums in (
        (tr("Posted"), done.posted, done.posted_money),
        (tr("Not posted yet"), done.waiting, done.waiting_money),
        (tr("Number restored"), done.restored, None),
        (tr("Still open"), done.open, None),
    ):
        if count or words == tr("Posted"):
            row = line(gap=8)
            amount = plain(_amount_words(count, sums), "strong")
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(plain(words, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(amount, 1)
            rows.addLayout(row)
    return box


def _amount_words(count: int, sums: Money | None) -> str:
    cases = count_words(count, tr("case"), tr("cases"))
    amounts = ", ".join(sums_words(sums.by_currency)) if sums else ""
    return f"{cases}  ·  {amounts}" if amounts else cases


def _retry_card(cases: Sequence[Case], companies: Mapping[str, Company]) -> QFrame:
    """What is left for the person to do, one visit after the other; it goes as the postings are found."""
    box = frame("card-accent", tr("Retry"))
    rows = column(box, gap=6, margin=12)
    visits: dict[tuple[str | None, str | None], list[Case]] = {}
    for case in cases:
        visits.setdefault((case.company, case.source), []).append(case)
    several = len({company for company, _source in visits}) > 1
    for (realm, source), mine in visits.items():
        profile = profile_of(source)
        deed = tr("{} in {}").format(profile.what_to_do(tr("each of these")), profile.name)
        if all(case.asked for case in mine):
            deed = tr("{} has accepted to send these again").format(profile.name)
        rows.addWidget(plain(deed, "strong"))
        if several and realm is not None and realm in companies:
            rows.addWidget(plain(companies[realm].name))
        rows.addWidget(plain(_few_numbers(mine), select=True))
    rows.addWidget(plain(tr(_COPIED if len(visits) == 1 else _COPIED_LAST), "small"))
    return box


def _few_numbers(cases: Sequence[Case]) -> str:
    # From the lowest on, as the case's own card has them and most sources list them.
    numbers = sorted((case.doc_number or "" for case in cases), key=lambda number: (len(number), number))
    more = tr(" and {} more").format(len(numbers) - _NAMED) if len(numbers) > _NAMED else ""
    return ", ".join(numbers[:_NAMED]) + more


def _still_open(standing: Standing) -> tuple[Aside, ...]:
    left = [] if standing.run.state.over else [State.PLANNED, State.SAVING]
    cases = [case for case in standing.cases if case.state not in _DONE and case.state not in left]
    return grouped((case.doc_number or NOTHING, cause_of(case, case.note), case.note) for case in cases)


def _before(standing: Standing) -> tuple[Aside, ...]:
    reasons = dict(standing.run.refused)
    cases = standing.refused
    return grouped((c.doc_number or NOTHING, cause_of(c, reasons[c.id]), reasons[c.id]) for c in cases)
