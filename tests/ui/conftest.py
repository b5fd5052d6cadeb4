"""A window on fakes of the outside, without a screen, and what stands in for browser and clipboard."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import COMPANY, FACTS
from flows.conftest import Office, office
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Environment
from untwin.jobs import LaneJobs
from untwin.ports.machine import Jobs
from untwin.ports.sign_in import IntuitApp
from untwin.ui.window.browser import check_address
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window, first_size
from untwin.ui.window.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
__all__ = ["office"]


@dataclass
class Board:
    """A clipboard and a browser that keep what they are given; addresses are checked as the real one does."""

    text: str = ""
    opened: list[str] = field(default_factory=list)
    copied: tuple[Path, ...] = ()
    html: str = ""

    def read(self) -> str:
        return self.text

    def page(self) -> str:
        return self.html

    def files(self) -> tuple[Path, ...]:
        return self.copied

    def write(self, text: str) -> None:
        self.text = text

    def open(self, address: str) -> None:
        check_address(address, sample=True)
        self.opened.append(address)


class InlineJobs:
    """Runs every job at once, in the caller's thread; the answer still takes the bridge."""

    def submit(
        self, lane: str, work: Callable[[], object], done: Callable[[object, Exception | None], None]
    ) -> Callable[[], None]:
        try:
            result = work()
        except Exception as problem:  # noqa: BLE001 - handed on, as the real one does
            done(None, problem)
        else:
            done(result, None)
        return lambda: None


@pytest.fixture(autouse=True)
def gone_with_the_test() -> Iterator[None]:
    """A closed window is deleted with its test; the next would give its two hundred widgets their style anew."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass
class Opened:
    """An open window with what stands behind it; `threads` says that its jobs run in lanes of their own."""

    window: MainWindow
    office: Office
    board: Board
    qtbot: QtBot
    threads: bool = field(default=False, kw_only=True)

    def run(self, action: str) -> None:
        """Runs an action as its key does, and waits until its answers have come."""
        self.window.registry.run(action)
        self.settle()

    def settle(self) -> None:
        self._come_round()
        self.qtbot.waitUntil(lambda: not self.working)
        self._come_round()

    def _come_round(self) -> None:
        """Lets Qt do what was put off until it has time, one thing after another; threads need time as well.

        A wait of 1 ms ends after all timers that were due before, a wait of 0 before them.
        """
        for _ in range(4):
            self.qtbot.wait(5 if self.threads else 1)

    def look_only_when_told(self) -> Self:
        """Stops the clock of the watch, which on a busy machine would look, and say so, between two keys of a test."""
        self.window.watching._timer.setInterval(10**9)
        return self

    @property
    def working(self) -> bool:
        """Whether something is still to come."""
        window = self.window
        soon = window.pacing.pending or window.calm.pending or not window.listing.whole
        return window.clerk.working or soon

    def press(self, key: Qt.Key, *, shift: bool = False, ctrl: bool = False) -> None:
        """Presses a key where the focus is, and waits until its answers have come."""
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        modifier |= Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.settle()

    def paste(self, text: str) -> None:
        self.board.text = text
        self.run("paste")

    @property
    def said(self) -> str:
        return self.window.toast.text

    @property
    def state(self) -> str:
        """The chosen case's state."""
        return str(self.case.state)

    @property
    def case(self) -> Case:
        case = self.window.listing.case
        assert case is not None
        return case


def open_window(qtbot: QtBot, office: Office, jobs: Jobs, board: Board, *, sample: bool = True) -> MainWindow:
    window = build_window(office.desk, jobs, Opening(sample=sample), board, board)
    qtbot.addWidget(window)
    # Whatever screen the tests run on: a first window fits itself to a small one. One that was left stays as it was.
    room = window.screen().availableSize()
    if window.size() == QSize(*first_size(room.width(), room.height())):
        window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def opened(qtbot: QtBot, office: Office) -> Opened:
    board = Board()
    return Opened(open_window(qtbot, office, InlineJobs(), board), office, board, qtbot)


@pytest.fixture
def firm(qtbot: QtBot, office: Office) -> Opened:
    """A firm's own window: three companies can be signed in to, none is connected."""
    office.desk.companies.remove(COMPANY.realm)
    for number, name in enumerate(("Bright & Co", "Cole Trust Ltd", "Doe LLP"), 11):
        facts = replace(FACTS, name=name, country="FR" if number == 12 else "US")
        office.sign_in.companies[str(number)] = replace(COMPANY, realm=str(number), name=name, facts=facts)
    board = Board()
    return Opened(open_window(qtbot, office, InlineJobs(), board, sample=False), office, board, qtbot)


def connect(firm: Opened, realm: str, environment: Environment = Environment.PRODUCTION) -> None:
    """Connects a company without the window."""
    desk, sign_in = firm.office.desk, firm.office.sign_in
    redirect = (
        "https://firm.example/untwin" if environment is Environment.PRODUCTION else "http://localhost:8765/callback"
    )
    desk.connect.keep_app(IntuitApp(environment, "ABcd-client-id-9876", "the-secret", redirect))
    begun = desk.connect.begin(environment)
    desk.connect.keep(desk.connect.arrive(begun, sign_in.agree(begun, realm)), "Ann")
    firm.window.refresh()


@pytest.fixture
def lanes() -> Iterator[LaneJobs]:
    """The real jobs, with threads."""
    jobs = LaneJobs()
    yield jobs
    jobs.close()
