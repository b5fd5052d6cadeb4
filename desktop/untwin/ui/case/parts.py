"""The parts of the case pane: headline, reasons, comparison, ways on the source's side, help."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.source_ways import SourceWay
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.help_page import HelpPage, read_page
from untwin.domain.verdicts.verdict import Verdict
from untwin.resources import resource
from untwin.ui.case.side_by_side import Line, Side, known_from, waiting_title
from untwin.ui.kit.labels import cell, column, frame, line, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr

_VERDICT_TONES = {
    Verdict.SAME_DOCUMENT: "warn",
    Verdict.UNRELATED: "good",
    Verdict.PREFIX_CONTINUED: "good",
    Verdict.NONE_FOUND: "good",
    Verdict.UNKNOWN: "warn",
}
_STATE_TONES = {
    State.NEW: "calm",
    State.POSTED: "good",
    State.ALREADY_IN_QUICKBOOKS: "good",
    State.RENUMBERED: "calm",
    State.WAITING_TO_POST: "calm",
    State.NEEDS_CHECKING: "bad",
    State.FAILED_AGAIN: "bad",
    State.FAILED: "bad",
    State.IGNORED: "calm",
    State.NO_LONGER_NEEDED: "calm",
    State.BLOCKED: "warn",
}

_ICON = 16  # a sign beside text, in pixels at 100 %


def tone_of(case: Case) -> str:
    """The colour's name that goes with the headline; the words say it too."""
    if case.state in _STATE_TONES:
        return _STATE_TONES[case.state]
    return _VERDICT_TONES.get(case.judgement.verdict, "calm") if case.judgement else "calm"


def heading(text: str) -> QLabel:
    """The title of a part."""
    return plain(text, "heading")


def bullets(sentences: Iterable[str]) -> QWidget:
    """Sentences one under the other, each with a dot."""
    box = QWidget()
    rows = column(box, gap=4)
    for sentence in sentences:
        row = line(gap=8)
        dot = plain("•", "muted", wrap=False)
        dot.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(dot)
        row.addWidget(plain(sentence, select=True), 1)
        rows.addLayout(row)
    return box


def source_side(ways: Sequence[SourceWay]) -> QWidget:
    """The ways on the source's side: why they are locked once, then each in its words."""
    locked = next((way.locked for way in ways if way.locked), "")
    box = QWidget()
    rows = column(box, gap=6)
    if locked:
        rows.addWidget(plain(locked, "muted", select=True))
    words = tr("{} (locked)") if locked else "{}"
    rows.addWidget(bullets(words.format(way.words) for way in ways))
    return box


def banner(sentence: str, tone: str, icon: str, theme: Theme) -> QFrame:
    """A sentence that must not be overlooked: shape, colour and words."""
    box = frame(f"banner-{tone}")
    row = line(box, gap=10, margin=10)
    mark = QLabel()
    side = round(_ICON * max(theme.scale, 1))
    mark.setPixmap(theme.icons.pixmap(icon, getattr(theme.colours, tone), side, 2.0))
    mark.setAlignment(Qt.AlignmentFlag.AlignTop)
    mark.setAccessibleName(tr("Mind"))
    row.addWidget(mark)
    row.addWidget(plain(sentence, f"on-{tone}", select=True), 1)
    return box


def comparison(side: Side, case: Case, company: Company | None, *, narrow: bool = False) -> QFrame:
    """The waiting document beside one of QuickBooks; in a narrow place each label stands over its line."""
    box = frame("card", f"{side.role}: {side.title}")
    grid = QGridLayout(box)
    grid.setContentsMargins(12, 12, 12, 12)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(7)
    waiting = known_from(case), waiting_title(case, company)
    for place, (role, title) in enumerate((waiting, (side.role, side.title)), start=1):
        grid.addWidget(plain(role, "small"), 0, place, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(plain(title, "strong", select=True), 1, place, Qt.AlignmentFlag.AlignTop)
    for number, each in enumerate(side.lines, start=1):
        _add_line(grid, 2 * number, each, narrow=narrow)
    for place, stretch in enumerate((0, 5, 5, 0)):
        grid.setColumnStretch(place, stretch)
    return box


def _add_line(grid: QGridLayout, row: int, each: Line, *, narrow: bool) -> None:
    top = Qt.AlignmentFlag.AlignTop
    label = plain(each.label, "muted", wrap=False)
    if narrow:
        grid.addWidget(label, row, 1, 1, 3, top)
        row += 1
    else:
        grid.addWidget(label, row, 0, top)
    grid.addWidget(cell(each.waiting), row, 1, top)
    grid.addWidget(cell(each.document), row, 2, top)
    if each.sign:
        look = {"=": "same", "≠": "differs"}.get(each.sign, "strong")
        grid.addWidget(plain(f"{each.sign} {each.word}", look, wrap=False), row, 3, top)


def help_page(kind: FaultKind) -> QWidget:
    """The help page of an error's kind, which is a file of ours: quieter than the case around it."""
    try:
        text = resource("help", f"{kind.value}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        return plain(tr("There is no help page for this kind of error yet."), "muted")
    page = read_page(kind.value, text)
    box = frame("well", tr("Help about this error"))
    rows = column(box, gap=8)
    rows.setContentsMargins(12, 10, 12, 12)
    rows.addWidget(plain(page.title, "strong"))
    fill_help(rows, page)
    return box


def fill_help(rows: QVBoxLayout, page: HelpPage) -> None:
    """The parts of a help page, one under the other; its title is its place's own."""
    for part in page.parts:
        if part.heading:
            rows.addWidget(heading(part.heading))
        for words in part.lines:
            rows.addWidget(plain(words, select=True))
        if part.points:
            rows.addWidget(bullets(part.points))
