"""Toasts: said, undone, gone by themselves."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import TEXT
from studio.checks import look_over
from studio.pieces import SMALLEST
from ui.conftest import Opened
from untwin.ui.kit.toast import Toast


def make(qtbot: QtBot) -> tuple[QWidget, Toast]:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    toast = Toast(window, window)
    window.show()
    return window, toast


def test_a_toast_says_its_sentence_as_plain_text_and_goes(qtbot: QtBot) -> None:
    window, toast = make(qtbot)
    toast.say("<b>1 case ignored.</b>")
    assert toast.isVisible()
    assert toast.text == "<b>1 case ignored.</b>"
    assert window.rect().contains(toast.geometry())
    toast._timer.setInterval(1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_undo_is_offered_only_where_it_can_be_undone(qtbot: QtBot) -> None:
    _window, toast = make(qtbot)
    toast.say("10 new cases.")
    assert not toast._undo.isVisible()
    toast.say("1 case ignored.", undoable=True)
    assert toast._undo.isVisible()
    with qtbot.waitSignal(toast.undo_wanted):
        toast._undo.click()


def test_a_toast_stays_in_the_window_when_it_shrinks(qtbot: QtBot) -> None:
    window, toast = make(qtbot)
    toast.say("word " * 60)
    window.resize(420, 400)
    qtbot.wait(10)
    assert window.rect().contains(toast.geometry())


def test_it_stands_at_the_head_of_the_list_where_it_would_cover_the_chosen_row(qtbot: QtBot) -> None:
    window, toast = make(qtbot)
    toast.say("1 case archived.")
    foot = toast.y()
    toast.beware = lambda: QRect(0, window.height() - 60, 800, 49)
    toast.step_aside()
    assert toast.y() < foot // 2
    toast.beware = QRect
    toast.step_aside()
    assert toast.y() == foot


def test_a_toast_covers_no_chosen_row_also_where_another_is_chosen_meanwhile(opened: Opened) -> None:
    for number in range(1301, 1316):
        opened.paste(TEXT.replace("1234", str(number)))
    inbox, toast = opened.window.inbox, opened.window.toast

    def apart() -> bool:
        row = inbox.visualRect(inbox.currentIndex())
        top = inbox.viewport().mapToGlobal(row.topLeft()).y()
        said = toast.mapToGlobal(QPoint()).y()
        return toast.isVisible() and (said >= top + row.height() or said + toast.height() <= top)

    opened.run("first")
    toast.say("15 new cases.")
    assert apart()
    opened.run("last")
    assert apart()


def test_beside_a_narrow_list_it_covers_the_keys_at_the_foot_alone(opened: Opened) -> None:
    opened.window.resize(*SMALLEST)
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=200))
    opened.paste(TEXT)
    opened.settle()
    toast, view = opened.window.toast, opened.window._view
    toast.say("10 cases looked up.")
    foot = view.footer.mapTo(view.stage, QPoint(0, 0)).y()
    assert toast.geometry().top() >= foot - toast.height() // 4
    toast.say("Credit memo 1234 is 1234-CM now, proved. 1234 copied. Press “Retry” at 1234 in Clio; Untwin looks.")
    assert view.stage.rect().contains(toast.geometry())


def test_what_is_under_way_is_told_rather_than_the_count(opened: Opened) -> None:
    opened.window.resize(*SMALLEST)
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=200))
    opened.paste(TEXT)
    footer = opened.window._view.footer
    footer.show_progress("Looked up 0 of 10; QuickBooks wants a rest until 10:59:15")
    opened.settle()
    assert look_over(footer) == []
    footer.show_progress("")
    opened.settle()
    assert footer._right.isVisible()
