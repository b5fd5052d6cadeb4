"""What a lane has done arrives in the window's thread, never inside the call that began it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QThread  # noqa: TID251 - to ask which thread this is
from pytestqt.qtbot import QtBot

from untwin.jobs import LaneJobs
from untwin.ui.lanes.bridge import Bridge


class Heard(QObject):
    """Notes what was called, and whether it was in the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.here: list[bool] = []

    def note(self, result: object) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        self.results.append(result)
        self.here.append(QThread.currentThread() is application.thread())


def count_up(carry: Callable[..., None]) -> None:
    for count in range(100):
        carry(count)


def test_results_problems_and_progress_come_in_the_windows_thread(qtbot: QtBot, lanes: LaneJobs) -> None:
    heard = Heard()
    bridge = Bridge(lanes)
    progress = bridge.carried(heard.note)

    def work() -> str:
        progress("half")
        return "whole"

    def broken() -> None:
        raise ValueError("no")

    for _ in range(50):
        bridge.run("store", work, heard.note, heard.note)
    bridge.run("company 1", broken, heard.note, heard.note)
    assert heard.results == []
    qtbot.waitUntil(lambda: len(heard.results) == 101)
    assert all(heard.here)
    assert heard.results.count("half") == 50
    assert sum(isinstance(result, ValueError) for result in heard.results) == 1


def test_a_result_after_the_window_is_gone_is_dropped(qtbot: QtBot, lanes: LaneJobs) -> None:
    heard = Heard()
    bridge = Bridge(lanes)
    carry = bridge.carried(heard.note)
    bridge.deleteLater()
    QCoreApplication.sendPostedEvents(bridge)
    qtbot.wait(20)
    carry("late")
    qtbot.wait(20)
    assert heard.results == []


def test_a_window_that_goes_while_lanes_speak_takes_nothing_down(qtbot: QtBot, lanes: LaneJobs) -> None:
    """Each bridge is destroyed with its window in the middle of what four lanes send through it."""
    heard = Heard()
    for _ in range(150):
        window = QObject()
        bridge = Bridge(lanes, window)
        speak = partial(count_up, bridge.carried(heard.note))
        for lane in range(4):
            bridge.run(f"lane {lane}", speak, heard.note, heard.note)
        window.deleteLater()
        del bridge
        qtbot.wait(3)
    assert all(heard.here)
