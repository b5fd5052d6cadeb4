"""The scenes of the pictures: a real window on the served sample firms, brought from step to step."""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from lxml.html import HtmlElement, document_fromstring
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from picture_checks import look_over
from untwin.app.samples import sample_desk
from untwin.domain.case import Case, State
from untwin.domain.verdict import Verdict
from untwin.jobs import LaneJobs
from untwin.ui.change_rows import NumberRow
from untwin.ui.start import Opening, build_window
from untwin.ui.window import MainWindow

PATIENCE = 40.0
README_PICTURE = Path(__file__).resolve().parent / "pictures" / "inbox.png"


class Kept:
    """A clipboard and a browser that only remember."""

    def __init__(self) -> None:
        self.text = ""
        self.opened: list[str] = []

    def read(self) -> str:
        """The text put there."""
        return self.text

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
        if name == "04-inbox" and self.out.name == "1280x800-light-100":
            _few_colours(image).save(str(README_PICTURE))
        ground = self.window.ground
        root = ground.sheet if ground.sheet is not None else self.window
        for fault in look_over(root, image):
            self.faults.append(f"{name}: {fault}")

    @property
    def cases(self) -> list[Case]:
        """All cases."""
        return list(self.window.listing.cases.values())

    def choose(self, case: Case) -> None:
        """Chooses a case in the view of all."""
        self.window.inbox.choose(self.window.model.row_of_case(case.id))
        self.rest()

    def first(self, fits: Callable[[Case], bool]) -> Case | None:
        """The first case that fits."""
        return next((case for case in self.cases if fits(case)), None)


def shoot(size: tuple[int, int], scheme: str, out: Path, only: str) -> int:
    """Takes all pictures of one size, scheme and scale."""
    QApplication(sys.argv[:1])
    with _window(size, Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light) as (window, kept):
        studio = Studio(window, kept, out, only)
        _story(studio)
    for fault in studio.faults:
        print(f"{out.name} {fault}")
    print(f"{out.name}: {len(studio.faults)} faults")
    return 1 if studio.faults else 0


@contextmanager
def _window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    kept, jobs = Kept(), LaneJobs()
    with sample_desk(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "sample") as opened:
        banner = "Sample firms: changes here touch nobody's books."
        window = build_window(opened.desk, jobs, Opening(banner=banner, sample=True), kept, kept, scheme=scheme)
        window.resize(*size)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.show()
        window.activateWindow()
        try:
            yield window, kept
        finally:
            jobs.close()
            window.close()


def _story(studio: Studio) -> None:
    studio.shoot("01-empty")
    studio.run("keys")
    studio.shoot("02-keys")
    studio.run("cancel")
    studio.kept.text = "Please have a look at invoice 1234, it does not come over."
    studio.run("paste")
    studio.until(lambda: studio.window.ground.sheet is not None, "the text shown back")
    studio.shoot("03-nothing-found")
    studio.run("cancel")
    studio.rest()
    _take_in(studio)
    studio.window.inbox.setFocus()
    studio.shoot("04-inbox")
    studio.run("view_5")
    for case in studio.cases:
        studio.choose(case)
        verdict = case.judgement.verdict.value if case.judgement else "none"
        studio.shoot(f"05-case-{case.state.value}-{verdict}")
    _sheets(studio)
    _to_posted(studio)


def _take_in(studio: Studio) -> None:
    company = next(iter(studio.window.listing.companies.values()))
    studio.kept.text = "\n".join("\t".join(_cells(row)) for row in _page(company.sources[0].retry_page).iter("tr"))
    studio.run("paste")
    done = (State.NEW, State.LOOKING)
    studio.until(lambda: bool(studio.cases) and all(c.state not in done for c in studio.cases), "the look-ups")


def _page(address: str) -> HtmlElement:
    page: HtmlElement = document_fromstring(requests.get(address, timeout=10).text, base_url=address)
    page.make_links_absolute()
    return page


def _cells(row: HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]


def _verdict(case: Case) -> Verdict | None:
    return case.judgement.verdict if case.judgement and case.state is State.NEEDS_DECISION else None


def _flagged(case: Case) -> bool:
    documents = case.evidence.holders if case.evidence else ()
    changeable = _verdict(case) in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)
    return changeable and any(d.emailed or d.paid or d.links for d in documents)


def _sheets(studio: Studio) -> None:
    for name, sheet, fits in (
        ("06-same", "same_document", lambda c: _verdict(c) is Verdict.SAME_DOCUMENT),
        ("07-describe", "describe", lambda c: _verdict(c) is Verdict.UNKNOWN),
        ("08-ignore", "ignore", lambda c: _verdict(c) is not None),
        ("09-flags", "renumber", _flagged),
        ("10-change", "renumber", lambda c: _verdict(c) is Verdict.UNRELATED and not _flagged(c)),
    ):
        case = studio.first(fits)
        if case is None:
            print(f"no case for {name}")
            continue
        studio.choose(case)
        studio.run(sheet)
        studio.shoot(name)
        if name == "10-change":
            studio.window.findChildren(NumberRow)[0].field.setText(case.doc_number or "")
            studio.shoot("11-change-wrong")
        studio.run("cancel")
        studio.rest()


def _to_posted(studio: Studio) -> None:
    case = studio.first(lambda c: _verdict(c) is Verdict.UNRELATED and not _flagged(c))
    if case is None:
        print("no unrelated case")
        return
    studio.choose(case)
    studio.run("renumber")
    studio.run("confirm")
    studio.until(lambda: bool(studio.kept.opened), "the retry page")
    studio.shoot("12-retry")
    _press_retry(studio.kept.opened[-1], case.doc_number or "")
    studio.until(lambda: _state(studio, case) is State.POSTED, "the posting")
    studio.shoot("13-posted")


def _state(studio: Studio, case: Case) -> State:
    return studio.window.listing.cases[case.id].state


def _few_colours(image: QImage) -> QImage:
    """README's picture, kept small: its 256 most frequent colours, without the dots of a dithered one."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(plain.pixel(x, y) for y in range(plain.height()) for x in range(plain.width()))
    table = [colour for colour, _count in seen.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def _press_retry(address: str, number: str) -> None:
    for form in _page(address).forms:
        if number in _cells(next(form.iterancestors("tr"))):
            requests.post(form.action or address, data=dict(form.form_values()), timeout=10).raise_for_status()
