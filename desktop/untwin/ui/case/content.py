"""What the case pane shows of one case: head, what stands in the way, why, the documents, and what happened."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from untwin.domain.cases.advice import Advice
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import exits_for
from untwin.domain.cases.right_company import source_taken_words
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.ui.acting.around import Around, CaseView, Reading
from untwin.ui.case.advice_parts import differing, options
from untwin.ui.case.all_fields import further_lines
from untwin.ui.case.asked_part import what_was_asked
from untwin.ui.case.marks_part import marks_part
from untwin.ui.case.parts import banner, bullets, comparison, heading, help_page, source_side, tone_of
from untwin.ui.case.raw_text import document_text, raw_text
from untwin.ui.case.retry_card import RetryCard
from untwin.ui.case.side_by_side import known_from, sides, waiting_title
from untwin.ui.case.summary import happened, headline, known_facts, what_to_do
from untwin.ui.case.timeline_part import told
from untwin.ui.case.view_bar import ViewBar
from untwin.ui.kit.labels import button, column, line, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr

_SLOW = 10_000  # milliseconds after which it is no matter of seconds any more
_MARGIN, _BAR = 16, 10  # the width of a scroll bar, as the style sheet has it


class CaseContent(QWidget):
    """One case as it is now; never changed, but made anew.

    `card` is its retry card, `reasons` the part that says why; None where it has none.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(
        self, case: Case | None, company: Company | None, around: Around, reading: Reading, theme: Theme
    ) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.card: RetryCard | None = None
        self.reasons: QWidget | None = None
        self._theme, self._reading = theme, reading
        self._rows: QVBoxLayout = column(self, gap=14, margin=_MARGIN)
        if case is None:
            self._nothing()
        else:
            self._head(case, company, around)
            self._body(case, company, around)
        self._rows.addStretch(1)

    def stand_beside(self, bar: bool) -> None:  # noqa: FBT001 - yes or no is all there is
        """Keeps its right edge where it is, with a scroll bar at its side or without."""
        self._rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN - (_BAR if bar else 0), _MARGIN)

    def _nothing(self) -> None:
        self._rows.addWidget(plain(tr("No case is chosen"), "title"))
        words = tr("The verdict, its reasons, both documents side by side and the ways out will stand here.")
        self._rows.addWidget(plain(words, "muted"))

    def _head(self, case: Case, company: Company | None, around: Around) -> None:
        meanwhile = (around.rest or tr("This takes a few seconds.")) if around.busy else ""
        box = QWidget()
        top = column(box, gap=4)
        name = company.name if company else tr("No company yet")
        top.addWidget(plain(f"{waiting_title(case, company)}  ·  {name}", "small"))
        words = tr("Working on it …") if meanwhile else headline(case)
        top.addWidget(plain(words, f"title-{'calm' if meanwhile else tone_of(case)}"))
        self._lead = plain(meanwhile or what_to_do(case), "lead")
        top.addWidget(self._lead)
        if around.busy and not around.rest:
            slow = QTimer(self, singleShot=True, interval=_SLOW)
            slow.timeout.connect(self._say_slow)
            slow.start()
        if case.source_taken:
            top.addWidget(plain(source_taken_words(case), "muted"))
        if around.looks_again:
            top.addWidget(plain(around.looks_again, "muted"))
        self._rows.addWidget(box)

    def _say_slow(self) -> None:
        """Says that somebody outside is slow: whoever waits must know that nothing is lost."""
        words = tr("It takes longer than usual: QuickBooks or the app is slow to answer. Nothing is lost meanwhile;")
        self._lead.setText(f"{words} {tr('“Stop” at the foot of the window ends the wait.')}")

    def _body(self, case: Case, company: Company | None, around: Around) -> None:
        if around.marks:
            self._rows.addWidget(marks_part(around.marks, self._theme))
        for block in case.blocks:
            self._rows.addWidget(banner(block.sentence, "warn", "blocked", self._theme))
        if case.state is State.WAITING_TO_POST:
            self._waiting(case, company, around)
        if done := happened(case):
            self._part(tr("What happened"), bullets(done))
        if case.left_to_do:
            self._part(tr("Left to do"), bullets(case.left_to_do))
        self._why(case, around)
        self._asked(case)
        self._documents(case, company)
        if around.ways:
            name = company.profile(case.source).name if company else tr("the source")
            self._part(tr("Other ways, in {}").format(name), source_side(around.ways))
        self._origin(case, around)

    def _origin(self, case: Case, around: Around) -> None:
        """What it is about in general, what happened to it, and the error itself."""
        if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER and case.advice is None:
            self._part(tr("What can be done"), help_page(case.kind))
        if around.events:
            self._part(tr("What happened when"), told(around.events))
        if self._reading.view is not CaseView.RAW:
            self._part(tr("The error as it was taken in"), raw_text(case))

    def _waiting(self, case: Case, company: Company | None, around: Around) -> None:
        if case.please_confirm or case.not_seen_yet:
            icon = "decide" if case.please_confirm else "waiting"
            self._rows.addWidget(banner(case.note, "warn", icon, self._theme))
        if company is not None and not case.please_confirm:
            self.card = RetryCard(case, company, around.others)
            self._rows.addWidget(self.card)

    # --- why ------------------------------------------------------------------------------------------------

    def _why(self, case: Case, around: Around) -> None:
        beside = case.kind is FaultKind.DUPLICATE_DOC_NUMBER
        if case.judgement is not None and (beside or case.advice is None):
            gives_way = (case.gives_way.why,) if case.gives_way and case.judgement.changeable else ()
            self.reasons = self._part(tr("Why"), bullets((*case.judgement.reasons, *gives_way)))
        if case.advice is not None:
            self._advise(case, case.advice, around)

    def _advise(self, case: Case, advice: Advice, around: Around) -> None:
        if advice.changed:
            self._part(tr("Since the look before"), bullets(advice.changed))
        if advice.found:
            found = self._part(tr("What was found"), bullets(advice.found))
            self.reasons = self.reasons or found
        if advice.differs:
            self._part(tr("What differs"), differing(case, advice.differs))
        if any(each.option is not None and (each.option.how or each.option.where) for each in exits_for(case)):
            self._part(tr("What can be done"), options(case, self._locked(around)))

    @staticmethod
    def _locked(around: Around) -> str:
        """Why options are locked, where no part further down tells it of all ways on the source's side."""
        return "" if around.ways else around.locked

    def _asked(self, case: Case) -> None:
        """What was asked for the verdict: a line that opens it, or all of it."""
        if case.evidence is None:
            return
        shown = self._reading.asked
        narrow = self._reading.narrow
        closed = tr("What was asked") if narrow else tr("What was asked, and how complete the answers are")
        words = tr("Hide what was asked") if shown else closed
        row = line(gap=0)
        row.addWidget(self._button(words, "w", "reasons"))
        row.addStretch(1)
        self._rows.addLayout(row)
        if shown:
            self._rows.addWidget(what_was_asked(case.evidence))

    # --- the documents ----------------------------------------------------------------------------------------

    def _documents(self, case: Case, company: Company | None) -> None:
        shown = sides(case)
        bar = ViewBar(self._reading.view)
        bar.wanted.connect(self.wanted)
        self._rows.addWidget(bar)
        if self._reading.view is CaseView.RAW:
            self._part(tr("The error as it was taken in"), raw_text(case))
            for side in shown:
                title = tr("{} as QuickBooks sent it").format(side.title)
                self._part(title, document_text(title, side.document.raw))
            return
        for side in shown:
            lines = side.lines
            if self._reading.view is CaseView.FIELDS and case.evidence is not None:
                lines = (*lines, *further_lines(case.evidence, side.document))
            self._rows.addWidget(comparison(replace(side, lines=lines), case, company, narrow=self._reading.narrow))
        if not shown:
            self._alone(case)

    def _alone(self, case: Case) -> None:
        """The waiting document where none of QuickBooks' stands beside it: the list may have shortened it."""
        if known := known_facts(case):
            self._part(known_from(case), plain(", ".join(known), select=True))
        self._rows.addWidget(plain(tr("No document of QuickBooks stands beside it."), "muted"))

    def _part(self, title: str, inner: QWidget) -> QWidget:
        box = QWidget()
        rows = column(box, gap=6)
        rows.addWidget(heading(title))
        rows.addWidget(inner)
        self._rows.addWidget(box)
        return box

    def _button(self, words: str, key: str, action: str) -> QPushButton:
        made = button(words, "quiet", key=key)
        made.setProperty("action", action)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
