"""The number map opened in a window, as tests look at it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.conftest import Opened
from ui.map_firm import furnish
from untwin.ui.map.sheet import MapSheet


@pytest.fixture
def firm(opened: Opened) -> Opened:
    """A window on a company whose numbers were read."""
    furnish(opened.office)
    opened.window.refresh()
    opened.window.activateWindow()
    return opened


def open_map(opened: Opened, *, at_case: bool = False) -> MapSheet:
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_M)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, MapSheet)
    if not at_case and sheet.view.state.rows:
        sheet.view.state.choose_lane(0, 0)
        sheet.view.state.fit()
        sheet.view.state.put(1236)
        sheet.view.changed()
    return sheet


def detail(sheet: MapSheet) -> str:
    return sheet._detail.text()


def words_in(sheet: MapSheet) -> str:
    return " ".join(label.text() for label in sheet.findChildren(QLabel))
