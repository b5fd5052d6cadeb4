"""The key sheet, made from the list of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from untwin.ui.acting.registry import Action, Place
from untwin.ui.kit.labels import column, line, plain
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_TWO, _ONE = 110, 150  # per cent of text beyond which there are fewer columns
_WAYS = (("change_keys", "Change keys …", ""), ("print", "Print …", "Ctrl+P"))


class KeysSheet(Sheet):
    """All keys by place, in three columns, of larger text in fewer; what it was asked from stays behind it."""

    over = True

    def __init__(self, actions: tuple[Action, ...], text_size: int = 100) -> None:
        super().__init__(
            tr("Keys"), tr("Single letters work in the list and in the case; text fields win."), width=1200
        )
        row = line(gap=28)
        for places in _columns(text_size):
            side = QWidget()
            rows = column(side, gap=10)
            for place in places:
                if listed := _listed(actions, place):
                    rows.addWidget(_table(place, listed))
            rows.addStretch(1)
            row.addWidget(side, 1)
        self.rows.addLayout(row)
        self._add_ways()

    def _add_ways(self) -> None:
        for place, (action, words, key) in enumerate(_WAYS):
            self.foot.insertWidget(place, self.action_button(action, tr(words), key))


def _columns(text_size: int) -> tuple[tuple[Place, ...], ...]:
    """The places in each column."""
    desk, case = (Place.DESK, Place.WINDOW, Place.LIST), (Place.CASE, Place.CLIENTS, Place.MAP)
    sheets = tuple(place for place in Place if place not in (*desk, *case))
    if text_size > _ONE:
        return ((*desk, *case, *sheets),)
    return (desk, (*case, *sheets)) if text_size > _TWO else (desk, case, sheets)


def _listed(actions: tuple[Action, ...], place: Place) -> list[tuple[tuple[str, ...], str]]:
    """Keys and words of a place; the number keys are one row."""
    mine = [a for a in actions if a.place is place and a.shown_keys]
    options = tuple(key for a in mine if a.id.startswith("exit_") for key in a.shown_keys)
    listed = [(a.shown_keys, tr(a.title)) for a in mine if not a.id.startswith("exit_")]
    return [*listed, (options, tr("Take that option of the case"))] if options else listed


def _table(place: Place, rows: list[tuple[tuple[str, ...], str]]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(5)
    grid.addWidget(plain(tr(place.value), "heading"), 0, 0, 1, 2)
    for number, (keys, words) in enumerate(rows, start=1):
        grid.addLayout(_caps(keys), number, 0)
        grid.addWidget(plain(words), number, 1)
    grid.setColumnMinimumWidth(0, 130)
    grid.setColumnStretch(1, 1)
    return box


def _caps(keys: tuple[str, ...]) -> QHBoxLayout:
    row = line(gap=4)
    for key in keys:
        row.addWidget(plain(key, "key", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row
