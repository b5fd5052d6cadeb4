"""Opens the window: made by `app`, which hands the desk and the jobs on."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from untwin.flows.desk import Desk
from untwin.ports.first_run import FirstRunOutside
from untwin.ports.machine import Browser, Jobs
from untwin.ui.application import Application
from untwin.ui.browser import SystemBrowser
from untwin.ui.collector import Collector
from untwin.ui.crash_sheet import CrashSheet
from untwin.ui.errands import Clipboard
from untwin.ui.first_run_deeds import NothingToTeach
from untwin.ui.instance import Instance
from untwin.ui.theme import Theme, load_font
from untwin.ui.visits import show
from untwin.ui.window import MainWindow
from untwin.ui.words import log_problem, tr

_TITLE_BAR = 40
_AFTER_THE_START = 2000  # milliseconds
PROMISE = "Changes document numbers, nothing else."


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Opening:
    """What the window says about this start: a banner over everything, whether it is the sample firms', its title.

    `places` are where it listens for later starts on the same home, if anywhere. `given` are files and links.
    `said` is one sentence to tell once, as what was done to the data.
    `crash_report` is what an end that nobody wanted left; it is offered once and again until it is forgotten.
    `first_run` opens the sample firms' window, or holds what is taught there.
    """

    banner: str = ""
    sample: bool = False
    title: str = "Untwin"
    places: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    said: str = ""
    crash_report: str = ""
    forget_report: Callable[[], None] = _nothing
    first_run: FirstRunOutside = field(default_factory=NothingToTeach)


class SystemClipboard:
    """The system's clipboard, as far as text goes."""

    def read(self) -> str:
        """Its text; empty where it has none."""
        return QGuiApplication.clipboard().text()

    def page(self) -> str:
        """The HTML that was copied with the text; it is read, never shown."""
        return QGuiApplication.clipboard().mimeData().html()

    def write(self, text: str) -> None:
        """Puts a text there."""
        QGuiApplication.clipboard().setText(text)


def run_window(desk: Desk, jobs: Jobs, opening: Opening) -> int:
    """Opens the window and runs it until it is closed; returns the exit code."""
    application = Application(sys.argv[:1])
    introduce(application)
    window = build_window(desk, jobs, opening, SystemBrowser(sample=opening.sample), SystemClipboard())
    window.show()
    if opening.places:
        Instance(opening.places, lambda given: show(window, given), window)
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
    jobs.submit("store", desk.retain, _retained)
    # What it stands on is heavy to import, and would hold up the first paint.
    QTimer.singleShot(_AFTER_THE_START, window.clerk.bring_up_numbers)
    QTimer.singleShot(_AFTER_THE_START, window.clerk.waking.begin)
    Collector(lambda: window.clerk.working or window.clerk.reading, window).begin()
    return application.exec()


def introduce(application: QApplication) -> None:
    """Screen readers say this name. The display name stays unset: Qt would put it behind the window's title, again."""
    application.setApplicationName("Untwin")


def _retained(_count: object, problem: Exception | None) -> None:
    """What could not be blanked now is blanked at the next start."""
    if problem is not None:
        log_problem(problem)


def build_window(
    desk: Desk,
    jobs: Jobs,
    opening: Opening,
    browser: Browser,
    clipboard: Clipboard,
    *,
    scheme: Qt.ColorScheme | None = None,
) -> MainWindow:
    """The window with everything in it, not shown yet; `scheme` holds it to light or dark, for pictures."""
    QApplication.setStyle("Fusion")
    window = MainWindow(desk, jobs, Theme(QGuiApplication.styleHints(), scheme), load_font())
    window.furnish(
        title=f"{opening.title} — {tr(PROMISE)}",
        banner=opening.banner,
        sample=opening.sample,
        browser=browser,
        clipboard=clipboard,
    )
    window.deeds.first_run.attend(opening.first_run, window.registry, window.deeds)
    # On a low screen the footer must not fall below it; Qt doesn't count the title bar.
    room = QGuiApplication.primaryScreen().availableSize().height() - _TITLE_BAR
    window.resize(1280, min(800, max(room, 600)))
    window.adapting.open_as_left(window)
    return window
