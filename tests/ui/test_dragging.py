"""Something dragged over the window: it says what a drop would do, and refuses what can't be taken in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.desk.drop_place import DropPlace

AT, COPY = QPoint(400, 300), Qt.DropAction.CopyAction
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(opened: Opened, data: QMimeData) -> bool:
    """Drags it over the window; whether a drop would be let in."""
    enter = QDragEnterEvent(AT, COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(opened.window, enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(AT, COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(opened.window, move)
    return move.isAccepted()


def said(opened: Opened) -> str:
    [place] = opened.window.findChildren(DropPlace)
    for label in place.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), "the words are cut off"
    return place.said


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_file_is_let_in_and_what_comes_of_it_is_said(opened: Opened, tmp_path: Path) -> None:
    report = tmp_path / "october.txt"
    report.write_text(TEXT, encoding="utf-8")
    data = files(report)
    assert dragged(opened, data)
    assert said(opened) == "Drop it: the errors in october.txt are taken in."
    QApplication.sendEvent(opened.window, QDropEvent(AT, COPY, data, LEFT, NO_KEYS))
    opened.settle()
    assert said(opened) == ""
    assert opened.case.doc_number == "1234"


@pytest.mark.parametrize(
    ("names", "words"),
    [(("one.csv", "two.csv"), "2 files"), (("own.toml",), "the app that own.toml describes is added")],
)
def test_several_files_and_a_profile_are_told_apart(opened: Opened, names: tuple[str, ...], words: str) -> None:
    assert dragged(opened, files(*(Path(name).absolute() for name in names)))
    assert words in said(opened)


def test_a_text_is_let_in_and_goes_when_the_drag_leaves(opened: Opened) -> None:
    data = QMimeData()
    data.setText(TEXT)
    assert dragged(opened, data)
    assert "this text" in said(opened)
    QApplication.sendEvent(opened.window, QDragLeaveEvent())
    assert said(opened) == ""


def test_a_picture_and_a_link_are_refused_with_the_reason(opened: Opened) -> None:
    picture, link = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    link.setUrls([QUrl("https://app.example/report")])
    link.setText("https://app.example/report")
    for data in (picture, link):
        assert not dragged(opened, data)
        assert "can't be dropped here" in said(opened)
        QApplication.sendEvent(opened.window, QDragLeaveEvent())
        assert said(opened) == ""
