"""What was asked before the verdict: each question, how far its answer went, and what it came to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from untwin.domain.verdicts.asked import Asked, asked
from untwin.domain.verdicts.evidence import Evidence
from untwin.ui.kit.figures import clock, medium_day
from untwin.ui.kit.labels import column, frame, line, plain
from untwin.ui.kit.words import tr

_WORDS = {True: ("✓ complete", "same"), False: ("! not complete", "differs"), None: ("", "")}


def what_was_asked(evidence: Evidence) -> QFrame:
    """The whole evidence in a frame; what did not go to its end is marked by a sign and by words."""
    box = frame("well", tr("What was asked"))
    rows = column(box, gap=10, margin=12)
    at = evidence.looked_at.astimezone()
    rows.addWidget(plain(tr("Asked on {} at {}").format(medium_day(at.date()), clock(at)), "small"))
    for each in asked(evidence):
        rows.addWidget(_one(each))
    return box


def _one(each: Asked) -> QWidget:
    """One question over its answer, the word for how complete it is beside the question."""
    box = QWidget()
    rows = column(box, gap=1)
    head = line(gap=10)
    head.addWidget(plain(each.question, "muted", select=True), 1)
    word, look = _WORDS[each.complete]
    if word:
        head.addWidget(plain(tr(word), look, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    rows.addLayout(head)
    rows.addWidget(plain(each.answer, select=True))
    return box
