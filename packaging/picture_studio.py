"""Where pictures are taken: one window, brought from step to step, photographed and looked over."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage

from picture_checks import look_over
from untwin.domain.case import Case
from untwin.jobs import LaneJobs
from untwin.ui.window import MainWindow

PATIENCE = 100.0  # seconds; the sample Clio may want a minute for itself
_README = Path(__file__).resolve().parent / "pictures"
_IN_README = {"04-inbox": "inbox.png", "10-change": "change.png"}


class Kept:
    """A clipboard and a browser that only remember."""

    def __init__(self) -> None:
        self.text = ""
        self.opened: list[str] = []

    def read(self) -> str:
        """The text put there."""
        return self.text

    def page(self) -> str:
        """No HTML."""
        return ""

    def write(self, text: str) -> None:
        """Keeps a text."""
        self.text = text

    def open(self, address: str) -> None:
        """Keeps an address."""
        self.opened.append(address)


class Studio:
    """One window, its pictures and the faults found in them."""

    def __init__(self, window: MainWindow, kept: Kept, out: Path, only: str) -> None:
        self.window, self.kept, self.out, self.only = window, kept, out, only
        self.faults: list[str] = []
        self._taken: list[str] = []

    def run(self, action: str) -> None:
        """Runs an action as its key would."""
        self.window.registry.run(action)
        self.rest()

    def rest(self, seconds: float = 0.15) -> None:
        """Lets the window work."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.005)

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Waits for something to happen."""
        deadline = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > deadline:
                seen = [f"{c.doc_number} {c.state}: {c.note}" for c in self.cases]
                raise TimeoutError("\n".join((f"waited in vain for: {what}; {self.window.toast.text}", *seen)))
            self.rest(0.05)
        self.rest()

    def shoot(self, name: str) -> None:
        """Takes a picture and looks it over."""
        self.rest(0.25)
        if self.only not in name or name in self._taken:
            return
        self._taken.append(name)
        if not self.window.isActiveWindow():
            self.faults.append(f"{name}: the window has no focus")
        image = self.window.grab().toImage()
        image.save(str(self.out / f"{name}.png"))
        if name in _IN_README and self.out.name == "1280x800-light-100":
            _few_colours(image).save(str(_README / _IN_README[name]))
        ground = self.window.ground
        root = ground.sheet if ground.sheet is not None else self.window
        for fault in look_over(root, image):
            self.faults.append(f"{name}: {fault}")

    @property
    def cases(self) -> list[Case]:
        """All cases."""
        return list(self.window.desk.cases.all())

    def choose(self, case: Case) -> None:
        """Chooses a case in the view of all."""
        self.window.inbox.choose(self.window.model.row_of_case(case.id))
        self.rest()

    def first(self, fits: Callable[[Case], bool]) -> Case | None:
        """The first case that fits."""
        return next((case for case in self.cases if fits(case)), None)


def _few_colours(image: QImage) -> QImage:
    """README's picture, kept small: its 256 most frequent colours, without the dots of a dithered one."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(plain.pixel(x, y) for y in range(plain.height()) for x in range(plain.width()))
    table = [colour for colour, _count in seen.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


@contextmanager
def standing(window: MainWindow, size: tuple[int, int], jobs: LaneJobs) -> Iterator[None]:
    """A window that is shown for as long as pictures are taken of it."""
    window.resize(*size)
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.show()
    window.activateWindow()
    try:
        yield
    finally:
        jobs.close()
        window.close()
