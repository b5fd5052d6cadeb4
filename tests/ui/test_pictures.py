"""What looks the pictures over finds what a person would be annoyed by, and the script ends with 1 then."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.checks import look_over
from studio.pieces import Result, exit_code, folder, keep, kept, some, table, whole_set

WORDS = "A sentence that is certainly longer than the little room it has been given here"


def nameless(window: QWidget) -> None:
    QVBoxLayout(window).addWidget(QLineEdit())


def clipped(window: QWidget) -> None:
    label = QLabel(WORDS)
    label.setMaximumWidth(60)
    QVBoxLayout(window).addWidget(label)


def wrapped_into_one_line(window: QWidget) -> None:
    listed = QListWidget()
    listed.setAccessibleName("Pages")
    listed.addItem(WORDS)
    listed.setFixedWidth(200)
    QVBoxLayout(window).addWidget(listed)


def overlapping(window: QWidget) -> None:
    grid = QGridLayout(window)
    for words in ("one", "two"):
        grid.addWidget(QPushButton(words), 0, 0)


def weak(window: QWidget) -> None:
    label = QLabel("Hardly to be seen")
    label.setFont(QFont("Inter", 14))
    label.setStyleSheet("background: #ffffff; color: #bbbbbb")
    QVBoxLayout(window).addWidget(label)


def fine(window: QWidget) -> None:
    label = QLabel("Easily to be seen")
    label.setStyleSheet("background: #ffffff; color: #222222")
    QVBoxLayout(window).addWidget(label)


def found_in(qtbot: QtBot, fill: Callable[[QWidget], None]) -> list[str]:
    """The faults of a small window that `fill` has filled."""
    window = QWidget()
    qtbot.addWidget(window)
    fill(window)
    window.resize(320, 160)
    window.show()
    return look_over(window, window.grab().toImage())


@pytest.mark.parametrize(
    ("fill", "begins"),
    [
        (nameless, "no name"),
        (clipped, "clipped"),
        (wrapped_into_one_line, "clipped"),
        (overlapping, "overlap"),
        (weak, "contrast"),
        (fine, ""),
    ],
)
def test_a_fault_is_found(qtbot: QtBot, fill: Callable[[QWidget], None], begins: str) -> None:
    found = found_in(qtbot, fill)
    assert len(found) == bool(begins), found
    assert all(fault.startswith(begins) for fault in found), found


def low(window: QWidget) -> None:
    button = QPushButton("Too low")
    button.setFixedHeight(8)
    QVBoxLayout(window).addWidget(button)


def icon_alone(window: QWidget) -> None:
    button = QPushButton()
    button.setAccessibleName("Pause")
    button.setIcon(window.style().standardIcon(QStyle.StandardPixmap.SP_MediaPause))
    QVBoxLayout(window).addWidget(button)


def weak_row(window: QWidget) -> None:
    listed = QListWidget()
    listed.setAccessibleName("Pages")
    listed.setStyleSheet("background: #ffffff; color: #c4c4c4")
    listed.addItem("Hardly to be seen")
    QVBoxLayout(window).addWidget(listed)


@pytest.mark.parametrize(
    ("fill", "begins"), [(low, "clipped"), (icon_alone, "unexplained icon"), (weak_row, "contrast")]
)
def test_what_is_low_or_unexplained_or_weak_in_a_list_is_found(
    qtbot: QtBot, fill: Callable[[QWidget], None], begins: str
) -> None:
    found = found_in(qtbot, fill)
    assert [fault.split(":")[0].split(" 1")[0] for fault in found] == [begins], found


def test_a_menu_is_looked_over(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = QMenu(window)
    qtbot.addWidget(menu)
    menu.setStyleSheet("QMenu { background: #ffffff; color: #c4c4c4 } QMenu::item { padding: 6px 22px 6px 14px }")
    menu.addAction("Hardly to be seen\tCtrl+H")
    menu.setFixedWidth(60)
    menu.popup(window.mapToGlobal(window.rect().center()))
    found = look_over(menu, menu.grab().toImage())
    menu.close()
    assert sorted(each.split(":")[0].split()[0] for each in found) == ["clipped", "contrast", "no"], found


@pytest.mark.parametrize(
    ("results", "ends"),
    [
        ((), 0),
        ((Result("a", "zero"), Result("b", "zero")), 0),
        ((Result("a", "zero"), Result("b", "map", faults=["clipped"])), 1),
        ((Result("a", "zero"), Result("b", "map", ended=False)), 1),
    ],
)
def test_a_fault_and_a_window_that_broke_down_both_end_with_1(results: tuple[Result, ...], ends: int) -> None:
    assert exit_code(results) == ends


def test_the_whole_set_has_each_size_and_scale_and_large_text(tmp_path: Path) -> None:
    pieces = list(whole_set(("zero", "map")))
    assert len({each.name for each in pieces}) == len(pieces) == 11
    assert folder(pieces[0], "dark") == "1280x800-dark-100"
    assert [each.text for each in some(("map",), (), (), (150, 200))] == [150, 200]
    assert kept(pieces[0], tmp_path) is None
    made = Result(pieces[0].name, "zero", 4, ["90-full: clipped"], 1.5)
    keep(made, tmp_path)
    assert kept(pieces[0], tmp_path) == made


def test_the_table_tells_faults_and_what_broke_down_by_story() -> None:
    lines = list(table((Result("a", "zero", 4, ["90-full: clipped"], 2), Result("b", "map", ended=False, words="-11"))))
    assert lines[:2] == ["90-full: clipped", "b: didn't come to its end. -11"]
    assert [line.split() for line in lines[3:]] == [
        ["zero", "1", "4", "1", "0", "2"],
        ["map", "1", "0", "0", "1", "0"],
        ["all", "2", "4", "1", "1", "2"],
    ]
