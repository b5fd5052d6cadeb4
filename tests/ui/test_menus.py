"""The menu and a row's menu: made from the list of actions, by mouse and by keys, with a reason for what can't be."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.exits import exits_for
from untwin.ui.acting.menus import menu_of
from untwin.ui.acting.registry import Place
from untwin.ui.deciding.change_sheet import ChangeSheet


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def ids(menu: QMenu) -> list[str]:
    """Everything in it and beneath."""
    found: list[str] = []
    for each in menu.actions():
        under = each.menu()
        found += ids(under) if isinstance(under, QMenu) else [each.data()] if each.data() else []
    return found


def row_menu(opened: Opened) -> QMenu:
    inbox = opened.window.inbox
    place = inbox.visualRect(inbox.model().index(0, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, inbox.viewport().mapToGlobal(place))
    QApplication.sendEvent(inbox.viewport(), event)
    return open_menu()


def test_everything_of_the_desk_is_in_the_menu(opened: Opened) -> None:
    opened.press(Qt.Key.Key_F10)
    menu = open_menu()
    desk = {Place.WINDOW, Place.DESK, Place.CASE, Place.LIST}
    assert set(ids(menu)) == {action.id for action in opened.window.registry.actions if action.place in desk}
    assert len(ids(menu)) == len(set(ids(menu)))
    menu.close()


def test_nothing_of_the_desk_stands_in_no_menu(opened: Opened) -> None:
    for action in opened.window.registry.actions:
        assert bool(menu_of(action)) is (action.place in {Place.WINDOW, Place.DESK, Place.CASE, Place.LIST}), action.id


def test_by_mouse_from_the_button_to_an_action(opened: Opened) -> None:
    opened.paste(TEXT)
    QTest.mouseClick(opened.window.header.menu_button, Qt.MouseButton.LeftButton)
    menu = open_menu()
    [case] = [each for each in menu.actions() if each.text() == "Case"]
    under = case.menu()
    assert isinstance(under, QMenu)
    [renumber] = [each for each in under.actions() if each.data() == "renumber"]
    assert renumber.text() == "Give the documents new numbers\tr"
    menu.setActiveAction(case)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    under.setActiveAction(renumber)
    QTest.keyClick(under, Qt.Key.Key_Return)
    opened.settle()
    assert isinstance(opened.window.ground.sheet, ChangeSheet)


def test_the_options_stand_there_in_their_own_words(opened: Opened) -> None:
    opened.press(Qt.Key.Key_F10)
    menu = open_menu()
    [options] = [each.menu() for each in menu.actions() if each.text() == "Options"]
    assert isinstance(options, QMenu)
    assert [each.text() for each in options.actions()] == [f"Option {n} of the case\t{n}" for n in range(1, 6)]
    menu.close()
    opened.paste(TEXT)
    menu = row_menu(opened)
    [options] = [each.menu() for each in menu.actions() if each.text() == "Options"]
    assert isinstance(options, QMenu)
    words = [each.text() for each in options.actions()]
    assert words == [f"{way.words}\t{n}" for n, way in enumerate(exits_for(opened.case), start=1)]
    menu.close()


def test_a_rows_menu_has_what_can_be_done_and_the_rest_with_its_reason(opened: Opened) -> None:
    opened.paste(TEXT)
    menu = row_menu(opened)
    first = [each.data() for each in menu.actions() if each.data()]
    assert "renumber" in first
    assert "retry" not in first
    [others] = [each.menu() for each in menu.actions() if each.text() == "Not now"]
    assert isinstance(others, QMenu)
    [retry] = [each for each in others.actions() if each.data() == "retry"]
    assert "nothing to retry yet" in retry.toolTip()
    menu.close()


def test_a_rows_menu_by_keys_belongs_to_the_chosen_row(opened: Opened) -> None:
    for number in ("1301", "1302"):
        opened.paste(TEXT.replace("1234", number))
    opened.run("last")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(opened.window.inbox.viewport(), event)
    assert opened.window.inbox.currentIndex().row() == 1
    open_menu().close()


def test_each_menu_stands_in_one_column_on_a_small_screen(opened: Opened) -> None:
    opened.press(Qt.Key.Key_F10)
    menu = open_menu()
    for title in menu.actions():
        under = title.menu()
        assert isinstance(under, QMenu)
        assert under.accessibleName() == title.text()
        assert under.sizeHint().height() <= 760, title.text()
    menu.close()


def test_what_marks_a_case_is_at_hand_in_a_rows_menu(opened: Opened) -> None:
    opened.paste(TEXT)
    menu = row_menu(opened)
    assert {"snooze", "ignore", "label", "note", "unread"} <= {each.data() for each in menu.actions()}
    menu.close()


def test_the_list_of_companies_wears_the_windows_colours(opened: Opened) -> None:
    companies = opened.window.header.companies
    companies.showPopup()
    dropped = companies.view().window()
    assert dropped is not opened.window
    assert dropped.palette().color(QPalette.ColorRole.Base) == companies.palette().color(QPalette.ColorRole.Base)
    companies.hidePopup()
