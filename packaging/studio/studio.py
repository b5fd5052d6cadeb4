"""Where pictures are taken: one window, brought from step to step, photographed and looked over."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from studio.checks import look_over
from untwin.domain.cases.case import Case
from untwin.domain.window.wishes import Look
from untwin.jobs import LaneJobs
from untwin.ui.window.window import MainWindow

PATIENCE = 100.0  # seconds; the sample Clio may want a minute for itself
_DRESSED = 0.15  # seconds until a window wears its new look
_TURNS = 12  # of the event loop, until all that follows from one thing is done
_QUICKLY = 80  # of 100: a larger file in less time
_README = Path(__file__).resolve().parents[1] / "pictures"
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

    def files(self) -> tuple[Path, ...]:
        """None."""
        return ()

    def write(self, text: str) -> None:
        """Keeps a text."""
        self.text = text

    def open(self, address: str) -> None:
        """Keeps an address."""
        self.opened.append(address)


class Studio:
    """One window, its pictures and the faults found in them.

    Args:
        shots: the looks it is photographed in, each with the folder its pictures go into. The window was opened in the
            first; it changes to the others and back while it is open, as the system's own look may.
    """

    def __init__(self, window: MainWindow, kept: Kept, shots: Mapping[str, Path], only: str) -> None:
        self.window, self.kept, self.shots, self.only = window, kept, shots, only
        self.pictures = 0
        self._found: dict[str, list[str]] = {}
        self._taken: list[str] = []
        self._opened, self._worn = next(iter(shots)), ""
        self._wear(self._opened)

    @property
    def faults(self) -> list[str]:
        """What was found, with the looks that it was found in."""
        size = next(iter(self.shots.values())).name.replace(f"-{self._opened}-", " ")
        return [f"{size} {' '.join(looks)}: {fault}" for fault, looks in self._found.items()]

    def fault(self, words: str) -> None:
        """Something isn't as it should be."""
        self._found.setdefault(words, []).append(self._worn or self._opened)

    def run(self, action: str) -> None:
        """Runs an action as its key would."""
        self.window.registry.run(action)
        self.rest()

    def rest(self, seconds: float = 0.15) -> None:
        """Lets the window work; on a busy machine it has its turns all the same."""
        until, turns = time.monotonic() + seconds, 0
        while time.monotonic() < until or turns < _TURNS:
            turns += 1
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
        """Takes a picture in each look and looks it over."""
        self.rest(0.25)
        if not self._wanted(name):
            return
        for look in self.shots:
            self._wear(look)
            if not self.window.isActiveWindow():
                self.fault(f"{name}: the window has no focus")
            image = self._save(self.window, name)
            if name in _IN_README and self.shots[look].name == "1280x800-light-100":
                _few_colours(image).save(str(_README / _IN_README[name]))
            ground = self.window.ground
            self._look_over(name, ground.sheet if ground.sheet is not None else self.window, image)
        self._wear(self._opened)

    def shoot_popup(self, name: str, opens: Callable[[], object]) -> None:
        """Takes a picture of a menu or of a list that drops down: a window of its own, which the window's lacks."""
        if not self._wanted(name):
            return
        for look in self.shots:
            self._wear(look)
            opens()
            self.rest(0.2)
            popup = QApplication.activePopupWidget()
            if popup is None:
                self.fault(f"{name}: nothing opened")
                continue
            self._look_over(name, popup, self._save(popup, name))
            while (still := QApplication.activePopupWidget()) is not None:
                still.close()
            self.rest(0.1)
        self._wear(self._opened)

    def _wanted(self, name: str) -> bool:
        if self.only not in name or name in self._taken:
            return False
        self._taken.append(name)
        return True

    def _save(self, widget: QWidget, name: str) -> QImage:
        image = widget.grab().toImage()
        image.save(str(self.shots[self._worn] / f"{name}.png"), "PNG", _QUICKLY)  # type: ignore[call-overload]
        self.pictures += 1
        return image

    def _look_over(self, name: str, root: QWidget, image: QImage) -> None:
        for fault in look_over(root, image):
            self.fault(f"{name}: {fault}")

    def _wear(self, look: str) -> None:
        if look == self._worn:
            return
        self._worn, wishes = look, self.window.comfort.wishes
        # The look that it was opened in is the system's for it, so that the settings say what they usually say.
        as_opened = look == self._opened and not look.startswith("contrast")
        self.window.comfort.wish(replace(wishes, look=Look.SYSTEM if as_opened else Look(look)))
        self.rest(_DRESSED)

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
