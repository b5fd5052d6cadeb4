"""The scenes of the first run: the welcome, the tour's steps on the sample firms, and the welcome in a plain window."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt

from studio.scenes.sample import Size
from studio.studio import Kept, Studio, standing
from untwin.app.first_run import SampleFirstRun
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import State
from untwin.jobs import LaneJobs
from untwin.ui.arriving.company_sheet import CompanySheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_BUSY = (State.NEW, State.LOOKING)


@contextmanager
def first_run_window(size: Size, scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """The sample firms' window as `untwin --sample` opens it."""
    kept, jobs = Kept(), LaneJobs()
    home = Path(os.environ["UNTWIN_PICTURES_HOME"]) / "first-run"
    with sample_desk(home, patience=jobs.patience) as opened:
        banner = "Sample firms: changes here touch nobody's books."
        opening = Opening(banner, sample=True, first_run=SampleFirstRun(home, opened.greeting))
        window = build_window(opened.desk, jobs, opening, kept, kept, scheme=scheme)
        with standing(window, size, jobs):
            yield window, kept


def tell_first_run_story(studio: Studio) -> None:
    """The welcome's two pages, then the tour from its first step to its end."""
    studio.run("welcome")
    studio.shoot("60-welcome")
    studio.run("confirm")
    studio.shoot("61-welcome-where")
    studio.run("welcome_help")
    studio.shoot("61-help-connecting")
    studio.run("cancel")
    studio.rest()
    _take_in(studio)
    _change(studio)


def _take_in(studio: Studio) -> None:
    deeds = studio.window.deeds.first_run
    deeds.greet()
    studio.shoot("62-tour-begins")
    studio.run("tour_copy")
    studio.until(lambda: bool(studio.kept.text), "the lesson")
    studio.run("paste")
    studio.until(lambda: deeds.tour_step == "company", "the question whose they are")
    studio.shoot("63-tour-company")
    sheet = studio.window.ground.sheet
    if isinstance(sheet, CompanySheet):
        sheet.choice.take(0)
    studio.run("confirm")
    studio.until(lambda: bool(studio.cases) and all(c.state not in _BUSY for c in studio.cases), "the look-ups")
    studio.shoot("64-tour-next")


def _change(studio: Studio) -> None:
    deeds = studio.window.deeds.first_run
    for action in ("next", "previous", "open", "reasons"):
        studio.run(action)
    studio.run("tour_choose")
    studio.rest(0.5)
    studio.shoot("65-tour-renumber")
    studio.run("renumber")
    studio.until(lambda: deeds.tour_step == "save", "the sheet")
    studio.shoot("66-tour-save")
    studio.run("cancel")
    for _ in range(5):
        studio.run("larger")
    studio.run("welcome")
    studio.shoot("66-welcome-large")
    studio.run("cancel")
    studio.run("usual_size")
    for _ in range(15):
        studio.run("tour_skip")
    studio.shoot("67-tour-end")
