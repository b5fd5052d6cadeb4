"""What looks the pictures over finds what a person would be annoyed by, and the script ends with 1 then."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from picture_checks import look_over
from pictures import exit_code

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
    window = QWidget()
    qtbot.addWidget(window)
    fill(window)
    window.resize(320, 160)
    window.show()
    found = look_over(window, window.grab().toImage())
    assert len(found) == bool(begins), found
    assert all(fault.startswith(begins) for fault in found), found


@pytest.mark.parametrize(("codes", "ends"), [((), 0), ((0, 0), 0), ((0, 1, 0), 1), ((0, -11), 1)])
def test_a_fault_and_a_window_that_broke_down_both_end_with_1(codes: tuple[int, ...], ends: int) -> None:
    assert exit_code(codes) == ends
