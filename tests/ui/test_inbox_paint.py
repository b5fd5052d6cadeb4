"""The inbox's rows as they are painted: what is kept of them is what would be laid out afresh."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from builders import COMPANY, INCOMING, NOW, REALM, case, evidence
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks
from untwin.domain.verdicts.judge import judge
from untwin.domain.window.wishes import Look
from untwin.ui.inbox.paint import PlacedRow, RowPaint, Sheet
from untwin.ui.inbox.rows import Row, row_of
from untwin.ui.kit.theme import Theme, load_font

HEIGHT = 48
WIDTHS = ((148, 84, 156, 74, 164, 158), (60, 60, 60, 60, 60, 60), (200, 90, 170, 90, 120, 200))
NAMES = ("Smith, Anna", "אבג דהו", "<b>Smith</b> & Sons, a name that is much too long for its column", "")
MARKS = (Marks(), Marks(unread=True), Marks(labels=("VIP", "March"), note="ask first"))
SHOWN = st.tuples(
    st.integers(1, 3),  # which case
    st.sampled_from(State),
    st.sampled_from(NAMES),
    st.sampled_from(MARKS),
    st.booleans(),  # chosen
    st.booleans(),  # selected
)
PAINTING = st.tuples(
    st.sampled_from(WIDTHS), st.sampled_from((9.0, 18.0)), st.sampled_from(Look), st.lists(SHOWN, max_size=4)
)
PAINTINGS = st.lists(PAINTING, min_size=1, max_size=6)
_ROWS: dict[tuple[object, ...], Row] = {}


Shown = tuple[int, State, str, Marks, bool, bool]
Painting = tuple[tuple[int, ...], float, Look, list[Shown]]


def shown(number: int, state: State, name: str, marks: Marks) -> Row:
    """The same row each time the same is asked for, as the list has it."""
    key = (number, state, name, marks)
    if key not in _ROWS:
        found = evidence()
        one: Case = case(id=str(number), incoming=replace(INCOMING, customer=name), evidence=found, marks=marks)
        one = replace(one, state=state, judgement=judge(found))
        _ROWS[key] = row_of(one, {REALM: COMPANY}, NOW + timedelta(days=3))
    return _ROWS[key]


def sheet(widths: Sequence[int], points: float) -> Sheet:
    """Columns side by side."""
    font = QFont(load_font())
    font.setPointSizeF(points)
    return Sheet(font, tuple((sum(widths[:n]), width) for n, width in enumerate(widths)), HEIGHT, 1.0)


def painted(paint: RowPaint, on: Sheet, rows: Sequence[PlacedRow], *, focused: bool = True) -> QImage:
    """A picture of some rows."""
    image = QImage(sum(width for _, width in on.columns), HEIGHT * max(len(rows), 1), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    paint.paint(painter, on, rows, focused=focused)
    painter.end()
    return image


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(QGuiApplication.styleHints(), Qt.ColorScheme.Light)


@given(PAINTINGS)
@settings(max_examples=60, deadline=None)
def test_a_kept_row_is_painted_as_a_fresh_one(theme: Theme, paintings: list[Painting]) -> None:
    kept = RowPaint(theme)
    for widths, points, look, asked in paintings:
        theme.wish(look, 100)
        on = sheet(widths, points)
        rows = [
            PlacedRow(place * HEIGHT, shown(number, state, name, marks), chosen, selected)
            for place, (number, state, name, marks, chosen, selected) in enumerate(asked)
        ]
        assert painted(kept, on, rows) == painted(RowPaint(theme), on, rows)


def test_the_chosen_row_has_a_ring_only_where_the_list_has_the_focus(theme: Theme) -> None:
    on, rows = sheet(WIDTHS[0], 9.0), [PlacedRow(0, shown(1, State.NEW, "Smith", Marks()), chosen=True, selected=False)]
    paint = RowPaint(theme)
    with_it, without = painted(paint, on, rows), painted(paint, on, rows, focused=False)
    assert with_it.pixelColor(400, 1).name() == theme.colours.focus.lower()
    assert without.pixelColor(400, 1).name() == theme.colours.selected.lower()
    assert without.pixelColor(1, 20).name() == theme.colours.accent.lower()


def test_a_row_whose_case_is_gone_is_bare_and_covers_what_was_there(theme: Theme) -> None:
    image = painted(RowPaint(theme), sheet(WIDTHS[0], 9.0), [PlacedRow(0, None, chosen=False, selected=False)])
    assert image.pixelColor(300, 20).name() == theme.colours.surface.lower()
