"""The story of whoever sits at it: palette, what may follow a first stroke, menus, settings, keys of one's own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from flows.conftest import make_office
from studio.studio import Kept, Studio, standing
from ui.batch_firm import bench
from untwin.jobs import LaneJobs
from untwin.ui.comfort.palette import Palette
from untwin.ui.comfort.rekey_sheet import RekeySheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow


@contextmanager
def keys_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on one client with 8 cases."""
    kept, jobs = Kept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "keys")
    made = bench(office, jobs.patience)
    made.add(8)
    window = build_window(office.desk, jobs, Opening(sample=True), kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_keys_story(studio: Studio) -> None:
    """From the palette to a key of one's own."""
    window = studio.window
    studio.run("first")
    studio.shoot("01-desk")
    _palette(studio)
    QTest.keyClick(window.inbox, Qt.Key.Key_G)
    studio.shoot("04-which-key")
    QTest.keyClick(window.inbox, Qt.Key.Key_Escape)
    _menus(studio)
    studio.run("settings")
    studio.shoot("07-settings")
    studio.run("cancel")
    _keys(studio)


def _palette(studio: Studio) -> None:
    studio.run("palette")
    studio.shoot("02-palette")
    palette = studio.window.ground.sheet
    if isinstance(palette, Palette):
        palette.field.setText("re")
        studio.shoot("03-palette-typed")
    studio.run("cancel")


def _menus(studio: Studio) -> None:
    """The menu and the menu of a row, each with all that opens out of it, and the list of companies."""
    menu, row_menu = partial(studio.run, "menu"), partial(_row_menu, studio)
    studio.shoot_popup("05-menu", menu)
    for title in _titles(menu):
        studio.shoot_popup(f"05-menu-{title.lower()}", partial(_open_under, menu, title))
    studio.shoot_popup("06-row-menu", row_menu)
    for title in _titles(row_menu):
        studio.shoot_popup(f"06-row-menu-{title.lower().replace(' ', '-')}", partial(_open_under, row_menu, title))
    studio.shoot_popup("06-companies", studio.window.header.companies.showPopup)


def _row_menu(studio: Studio) -> None:
    inbox = studio.window.inbox
    place = inbox.visualRect(inbox.currentIndex()).center()
    point = inbox.viewport().mapToGlobal(place)
    QApplication.sendEvent(inbox.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, point))
    studio.rest()


def _titles(opens: Callable[[], object]) -> list[str]:
    """What opens out of a menu."""
    opens()
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    titles = [action.text() for action in menu.actions() if action.menu() is not None]
    menu.close()
    return titles


def _open_under(opens: Callable[[], object], title: str) -> None:
    """Opens a menu and goes into one of its own."""
    opens()
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.setActiveAction(next(action for action in menu.actions() if action.text() == title))
        QTest.keyClick(menu, Qt.Key.Key_Right)


def _keys(studio: Studio) -> None:
    studio.run("change_keys")
    sheet = studio.window.ground.sheet
    studio.shoot("08-change-keys")
    if isinstance(sheet, RekeySheet):
        sheet.filter.setText("new numbers")
        studio.run("rekey")
        studio.shoot("09-press-a-key")
        QTest.keyClick(sheet.catcher, Qt.Key.Key_T)
        studio.shoot("10-key-taken")
    studio.run("cancel")
    studio.run("keys")
    studio.shoot("11-keys")
    studio.run("print")
    studio.shoot("12-print")
    studio.run("cancel")
    studio.run("cancel")
