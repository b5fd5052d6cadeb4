"""The rest of a start: the window is furnished, later starts are listened for, and what was left open goes on."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from untwin.flows.desk import Desk
from untwin.ports.machine import Browser, Jobs
from untwin.ui.comfort.crash_sheet import CrashSheet
from untwin.ui.deeds.first_run_deeds import NothingToTeach
from untwin.ui.kit.copied import files_in
from untwin.ui.kit.words import log_problem
from untwin.ui.window.application import Application
from untwin.ui.window.browser import SystemBrowser
from untwin.ui.window.collector import Collector
from untwin.ui.window.furniture import Look
from untwin.ui.window.instance import Instance
from untwin.ui.window.opening import Opening
from untwin.ui.window.visits import show
from untwin.ui.window.window import MainWindow
from untwin.ui.work.errands import Clipboard

_AFTER_THE_START = 2000  # milliseconds


class SystemClipboard:
    """The system's clipboard, as far as text goes."""

    def read(self) -> str:
        """Its text; empty where it has none."""
        return QGuiApplication.clipboard().text()

    def page(self) -> str:
        """The HTML that was copied with the text; it is read, never shown."""
        return QGuiApplication.clipboard().mimeData().html()

    def files(self) -> tuple[Path, ...]:
        """The files that were copied in a file manager."""
        return files_in(QGuiApplication.clipboard().mimeData())

    def write(self, text: str) -> None:
        """Puts a text there."""
        QGuiApplication.clipboard().setText(text)


Systems = tuple[Browser, Clipboard]


def furnish(
    window: MainWindow, desk: Desk, jobs: Jobs, opening: Opening, systems: Systems | None, *, placed: bool = False
) -> None:
    """Puts everything in its place; without `systems` the computer's own browser and clipboard are used.

    `placed` says that the window stands on the screen already, as it was left.
    """
    browser, clipboard = systems or (SystemBrowser(sample=opening.sample), SystemClipboard())
    window.furnish(desk, jobs, Look(window.theme, opening.banner, opening.sample, browser, clipboard))
    outside = opening.first_run or NothingToTeach()
    window.deeds.first_run.attend(outside, window.registry, window.deeds)
    window.adapting.open_as_left(None if placed else window)


def go_on(window: MainWindow, desk: Desk, jobs: Jobs, opening: Opening) -> None:
    """What comes once the window is shown."""
    if opening.places:
        Instance(opening.places, lambda given: show(window, given), window)
    application = QApplication.instance()
    if isinstance(application, Application):
        application.hand_to(lambda given: show(window, given))
    if opening.said:
        window.toast.say(opening.said)
    if opening.given:
        show(window, opening.given)
    if opening.crash_report:
        window.ground.open(CrashSheet(opening.crash_report, SystemClipboard().write, opening.forget_report))
    # After the first paint.
    QTimer.singleShot(0, window.deeds.first_run.greet)
    window.clerk.settle_at_start()
    window.clerk.taking.tell_cut_short()
    jobs.submit("store", desk.retain, _retained)
    # What it stands on is heavy to import, and would hold up what a person does first.
    QTimer.singleShot(_AFTER_THE_START, window.clerk.bring_up_numbers)
    QTimer.singleShot(_AFTER_THE_START, window.clerk.waking.begin)
    window.furniture.elsewhere.begin(window.shown)
    Collector(lambda: window.clerk.working or window.clerk.reading, window).begin()


def _retained(_count: object, problem: Exception | None) -> None:
    """What could not be blanked now is blanked at the next start."""
    if problem is not None:
        log_problem(problem)
