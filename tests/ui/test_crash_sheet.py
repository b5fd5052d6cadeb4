"""The report of the last end is offered as plain text; copying keeps it, removing removes it."""

from ui.conftest import Opened
from untwin.ui.comfort.crash_sheet import CrashSheet


def test_it_is_copied_and_kept(opened: Opened) -> None:
    gone: list[bool] = []
    sheet = CrashSheet("Untwin ended <b>unexpectedly</b>.", opened.board.write, lambda: gone.append(True))
    opened.window.ground.open(sheet)
    assert sheet.text.toPlainText() == "Untwin ended <b>unexpectedly</b>."
    opened.run("confirm")
    assert opened.board.text == "Untwin ended <b>unexpectedly</b>."
    assert (gone, opened.window.ground.sheet) == ([], None)


def test_it_is_removed(opened: Opened) -> None:
    gone: list[bool] = []
    sheet = CrashSheet("Untwin ended unexpectedly.", opened.board.write, lambda: gone.append(True))
    opened.window.ground.open(sheet)
    sheet.remove.click()
    opened.settle()
    assert (gone, opened.window.ground.sheet) == ([True], None)
