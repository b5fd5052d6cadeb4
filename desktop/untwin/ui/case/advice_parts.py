"""A playbook's advice in the case: what was found, what has changed, what differs, and each option in full."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from untwin.domain.cases.advice import Difference, Option
from untwin.domain.cases.case import Case
from untwin.domain.cases.exits import exits_for
from untwin.domain.sources.declared import source_name
from untwin.ui.kit.labels import column, frame, plain
from untwin.ui.kit.words import tr


def differing(case: Case, rows: tuple[Difference, ...]) -> QFrame:
    """The fields that differ: QuickBooks' side and the source's."""
    source = source_name(case.source)
    box = frame("card", tr("What differs between QuickBooks and {}").format(source))
    grid = QGridLayout(box)
    grid.setContentsMargins(12, 12, 12, 12)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(7)
    for place, title in enumerate((tr("In QuickBooks"), tr("In {}").format(source)), start=1):
        grid.addWidget(plain(title, "small"), 0, place, Qt.AlignmentFlag.AlignBottom)
    top = Qt.AlignmentFlag.AlignTop
    for number, row in enumerate(rows, start=1):
        grid.addWidget(plain(row.label, "muted"), number, 0, top)
        grid.addWidget(plain(row.quickbooks, select=True), number, 1, top)
        grid.addWidget(plain(row.source, select=True), number, 2, top)
    for place, stretch in enumerate((3, 5, 5)):
        grid.setColumnStretch(place, stretch)
    return box


def options(case: Case, locked: str) -> QWidget:
    """Every option that has more to say than its button, under the number of its key; `locked` says why some are."""
    box = QWidget()
    rows = column(box, gap=10)
    for number, each in enumerate(exits_for(case), start=1):
        if each.option is not None and (each.option.how or each.option.where):
            rows.addWidget(_option(number, each.option, locked, case.source))
    return box


def _option(number: int, option: Option, locked: str, source: str | None) -> QWidget:
    box = QWidget()
    rows = column(box, gap=2)
    rows.addWidget(plain(f"{number}   {option.words}", "strong"))
    for sentence in option.how:
        rows.addWidget(plain(sentence, select=True))
    rows.addWidget(plain("  ·  ".join(_said(option, source)), "muted", select=True))
    if option.locks:
        rows.addWidget(plain(locked or tr(_FREE), "muted"))
    return box


_FREE = "Not locked now: no waiting document of that app may be in QuickBooks already."


def _said(option: Option, source: str | None) -> list[str]:
    """Who, where, and the vendor's own words."""
    who = option.who.value.replace("the app", source_name(source)) if source else option.who.value
    said = [tr("Who: {}").format(who)]
    said += [tr("Where: {}").format(option.where)] if option.where else []
    said += [tr("Press: “{}”").format(option.button)] if option.button else []
    return said
