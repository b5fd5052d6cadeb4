"""Starts the window: the first frame from a glance at the store, then, once that is painted, everything else."""

import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from untwin.domain.window.front import companies_mark, place_of
from untwin.flows.remember import Remember
from untwin.ui.keys.early_keys import EarlyKeys
from untwin.ui.kit.placing import place_window
from untwin.ui.kit.theme import Theme, load_font
from untwin.ui.kit.words import tr
from untwin.ui.lanes.bridge import Bridge, so_long_as
from untwin.ui.window.application import Application
from untwin.ui.window.front_view import FrontPage
from untwin.ui.window.opening import Opening
from untwin.ui.window.window import MainWindow

# The first frame needs none of these: they come with what stands behind the window.
if TYPE_CHECKING:
    from untwin.domain.bringing_up import BringingUp, Tell
    from untwin.flows.desk import Desk
    from untwin.ports.machine import Browser, Jobs
    from untwin.ui.work.errands import Clipboard

_TITLE_BAR = 40
_USUAL, _LEAST = (1280, 800), (800, 480)
_AT_LAST = 400  # milliseconds after which nobody waits for the first paint of a window that isn't seen
PROMISE = "Changes document numbers, nothing else."


class Seen(Protocol):
    """What a glance at the store shows; it honours the port `Preferences`, for reading.

    Attributes:
        revision: how far the inbox is.
        companies: names and ids of the connected ones, by name.
    """

    revision: int
    companies: list[tuple[str, str]]

    def get(self, name: str) -> str:
        """A value; empty where none was set."""

    def put(self, name: str, value: str) -> None:
        """Nothing is set at a glance."""


class Behind(Protocol):
    """What stands behind the window, brought up when it is asked for."""

    def glance(self) -> Seen | None:
        """What the first frame needs; None where the store must be opened before there can be one."""

    def is_older(self) -> bool:
        """Whether the store must be brought up to date first, which may take minutes."""

    def jobs(self) -> "Jobs":
        """Where jobs run."""

    def desk(self, tell: "Tell") -> "Desk":
        """The desk; asked for once, in whatever thread. Raises `Problem`.

        `tell` hears in that thread how far an older store is brought up to date.
        """

    def whole(self, opening: Opening) -> Opening:
        """With what it doesn't say before the first frame."""


class Start(QObject):
    """One start of the window on a home."""

    def __init__(self, behind: Behind, opening: Opening) -> None:
        super().__init__()
        self._behind, self._opening = behind, opening
        self.window = new_window(opening)
        self.problem: Exception | None = None
        self._begun = False
        self._keys: EarlyKeys | None = None

    def begin(self) -> None:
        """Shows the first frame; where there can be none yet, the whole desk at once, or how far its store is."""
        seen = self._behind.glance()
        if seen is None and self._behind.is_older():
            self._bring_up_store()
            return
        if seen is None:
            self._furnish(self._behind.desk(_hear_nothing), placed=False)
            return
        page = first_frame(self.window, seen, int(time.time()))
        self._keys = EarlyKeys(self.window)
        page.inbox.viewport().installEventFilter(self)
        self.window.show()
        QTimer.singleShot(_AT_LAST, self._bring_up)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Goes on right after the first paint."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._bring_up)
        return False

    def _bring_up(self) -> None:
        if not self._begun:
            self._begun = True
            self._run(_hear_nothing)

    def _bring_up_store(self) -> None:
        """Says how far an older store is, until the desk can stand on it."""
        from untwin.ui.window.bringing_up_view import BringingUpPage  # noqa: PLC0415 - seen once a version

        page = BringingUpPage(self.window.theme)
        self.window.dress()
        self.window.setCentralWidget(page)
        self.window.show()
        self._begun = True
        self._run(so_long_as(lambda: isValid(page), page.show_how_far))

    def _run(self, tell: "Tell") -> None:
        self._bridge = Bridge(self._behind.jobs(), self)
        carried = self._bridge.carried(tell)
        self._bridge.run("start", lambda: self._load(carried), self._loaded, self._failed)

    def _load(self, tell: "Tell") -> "Desk":
        """In a lane: importing takes most of a start, and the window answers meanwhile."""
        from untwin.ui.window import whole  # noqa: F401, PLC0415 - 300 ms that the first frame can do without

        return self._behind.desk(tell)

    def _loaded(self, desk: "Desk") -> None:
        if isValid(self.window) and self.window.isVisible():  # else it was closed meanwhile
            self._furnish(desk, placed=self._keys is not None)
            if self._keys is not None:
                self._keys.release(self.window.registry)

    def _furnish(self, desk: "Desk", *, placed: bool) -> None:
        from untwin.ui.window.whole import furnish, go_on  # noqa: PLC0415 - as above

        opening = self._behind.whole(self._opening)
        self.window.setUpdatesEnabled(False)
        furnish(self.window, desk, self._behind.jobs(), opening, None, placed=placed)
        self.window.show()
        go_on(self.window, desk, self._behind.jobs(), opening)
        # Laid out before anything of it is seen; what was hidden for want of room asks once more.
        for _ in range(2):
            QApplication.sendPostedEvents()
        if placed and self.window.ground.sheet is None:
            # The first frame's list had the focus and is gone; nothing hidden could take it before.
            self.window.focus_list()
        self.window.setUpdatesEnabled(True)

    def _failed(self, problem: Exception) -> None:
        if isValid(self.window) and self.window.isVisible():  # who has closed it is told nothing more
            self.problem = problem
            self.window.close()


def _hear_nothing(_how_far: "BringingUp") -> None:
    pass


def open_window(behind: Behind, opening: Opening) -> int:
    """Opens the window on a home and runs it until it is closed; returns the exit code."""
    application = new_application()
    start = Start(behind, opening)
    start.begin()
    code = application.exec()
    if start.problem is not None:
        raise start.problem
    return code


def run_window(desk: "Desk", jobs: "Jobs", opening: Opening) -> int:
    """The same on a desk that is open already."""
    from untwin.ui.window.whole import furnish, go_on  # noqa: PLC0415 - see above

    application = new_application()
    window = new_window(opening)
    furnish(window, desk, jobs, opening, None)
    window.show()
    go_on(window, desk, jobs, opening)
    return application.exec()


def new_application() -> Application:
    """Qt's application, under Untwin's name."""
    application = Application(sys.argv[:1])
    introduce(application)
    return application


def introduce(application: QApplication) -> None:
    """Screen readers say this name. The display name stays unset: Qt would put it behind the window's title, again."""
    application.setApplicationName("Untwin")


def new_window(opening: Opening, scheme: Qt.ColorScheme | None = None) -> MainWindow:
    """An empty window; `scheme` holds it to light or dark, for pictures."""
    QApplication.setStyle("Fusion")
    window = MainWindow(Theme(QGuiApplication.styleHints(), scheme), load_font())
    window.setWindowTitle(f"{opening.title} — {tr(PROMISE)}")
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(*first_size(room.width(), room.height()))
    return window


def first_size(width: int, height: int) -> tuple[int, int]:
    """The size of a window that was never left anywhere, in the room of a screen.

    On a small one, or one whose signs are twice as large, nothing of it may lie beside the screen or below it.
    """
    # Qt doesn't count the title bar.
    return min(_USUAL[0], max(width, _LEAST[0])), min(_USUAL[1], max(height - _TITLE_BAR, _LEAST[1]))


def first_frame(window: MainWindow, seen: Seen, now: int) -> FrontPage:
    """Puts the list into the window as it was left, where it would look the same now; `now` in seconds since 1970."""
    remembered = Remember(seen)
    wishes, left, front = remembered.wishes(), remembered.bookmark(), remembered.front()
    place = place_of(left.view, left.company, left.typed)
    day = datetime.fromtimestamp(now).astimezone().date().isoformat()
    if front and not (wishes.same_place and front.fits(seen.revision, companies_mark(seen.companies), place, day, now)):
        front = None
    window.theme.wish(wishes.look, wishes.text_size)
    window.dress()
    if wishes.same_place:
        place_window(window, left)
    page = FrontPage(window.theme, front, left, seen.companies)
    window.show_front(page)
    page.fill(day)
    return page


def build_window(
    desk: "Desk",
    jobs: "Jobs",
    opening: Opening,
    browser: "Browser",
    clipboard: "Clipboard",
    *,
    scheme: Qt.ColorScheme | None = None,
) -> MainWindow:
    """The window with everything in it, not shown yet."""
    from untwin.ui.window.whole import furnish  # noqa: PLC0415 - see above

    window = new_window(opening, scheme)
    furnish(window, desk, jobs, opening, (browser, clipboard))
    return window
