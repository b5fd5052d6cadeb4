"""The scenes about batches: two clients on books in memory that can be held, so that each step can be seen."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from builders import REALM
from flows.conftest import make_office
from flows.crew import OTHER
from studio.studio import Kept, Studio, standing
from ui.batch_firm import LINKED, bench
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import Stale
from untwin.jobs import LaneJobs
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

_SLOW = 0.02


@dataclass
class Gate:
    """Where the books stop for a picture: at the change of that count; 0 lets all pass."""

    at: int = 0
    passed: int = 0

    def change(self, order: NumberOrder) -> None:
        """Waits here, refuses one, or lets it pass."""
        self.passed += 1
        while self.at and self.passed >= self.at:
            time.sleep(_SLOW)
        if order.id == "91205":
            raise Stale("Somebody changed credit memo 1205 since it was looked up; nothing was saved.", code="5010")


class BatchKept(Kept):
    """What only remembers, with the gate of the books."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = Gate()


@contextmanager
def batch_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, BatchKept]]:
    """A window on two clients with 26 cases."""
    kept, jobs = BatchKept(), LaneJobs()
    office = make_office(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "batch")
    made = bench(office, jobs.patience)
    ids = [*made.add(17), *made.add(6, OTHER, first=60)]
    made.add_aside()
    made.flag(ids[1], emailed=True, email="una@fitzgerald.example")
    made.flag(ids[3], balance=Decimal(40), links=LINKED)
    made.watch(kept.gate.change)
    opening = Opening(banner="Sample firms: changes here touch nobody's books.", sample=True)
    window = build_window(replace(office, desk=made.desk).desk, jobs, opening, kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        yield window, kept


def tell_batch_story(studio: Studio) -> None:
    """From a selection to the postings that are waited for."""
    studio.rest()
    studio.run("view_6")
    _narrow(studio, REALM)
    for _ in range(4):
        studio.run("extend_down")
    studio.shoot("40-selected")
    _narrow(studio, "")
    _plan(studio)
    _save(studio)
    _pause(studio)
    _end(studio)


def _narrow(studio: Studio, realm: str) -> None:
    """Only one client's cases, or all."""
    chosen = studio.window.header.companies
    chosen.setCurrentIndex(chosen.findData(realm))
    chosen.activated.emit(chosen.currentIndex())
    studio.rest()


def _plan(studio: Studio) -> None:
    studio.run("select_all")
    studio.run("renumber")
    sheet = _batch_sheet(studio)
    studio.until(lambda: sheet.table.current is not None, "the plan")
    studio.shoot("41-batch-plan")
    studio.run("next_row")
    studio.run("leave_out")
    studio.run("next_row")
    studio.run("edit_number")
    _type(sheet, "CM 1203")
    studio.shoot("42-batch-edit")
    studio.run("confirm")
    studio.shoot("43-batch-missing")
    _type(sheet, "CM-1263-B")
    for box in sheet.asking.flags.values():
        box.setChecked(True)
    studio.rest()
    studio.shoot("44-batch-ready")


def _save(studio: Studio) -> None:
    gate = _gate(studio)
    gate.at = 11
    studio.run("confirm")
    studio.until(lambda: gate.passed >= gate.at, "the batch under way")
    studio.rest(0.3)
    studio.shoot("45-batch-saving")
    studio.run("cancel")
    studio.shoot("46-batch-leaving")
    studio.run("cancel")
    _narrow(studio, REALM)
    studio.shoot("47-batch-banner")


def _pause(studio: Studio) -> None:
    studio.run("batch")
    studio.run("pause_batch")
    studio.shoot("48-batch-pausing")
    _gate(studio).at = 0
    studio.until(lambda: studio.window.clerk.batches.running is None, "the pause")
    studio.rest(0.4)
    studio.shoot("49-batch-paused")
    studio.run("cancel_rest")
    studio.shoot("50-batch-cancel")
    studio.run("cancel")
    studio.run("cancel")
    studio.rest(0.4)
    studio.shoot("51-batch-banner-paused")


def _end(studio: Studio) -> None:
    studio.run("resume_batch")
    studio.until(lambda: bool(studio.kept.opened), "the retry page")
    studio.rest(1.5)
    studio.shoot("52-batch-over")
    studio.run("cancel")
    studio.shoot("53-batch-visit")


def _batch_sheet(studio: Studio) -> BatchSheet:
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, BatchSheet):
        raise TypeError("the batch plan is not open")
    return sheet


def _type(sheet: BatchSheet, number: str) -> None:
    if sheet.table.current is not None:
        sheet.table.rows.typed.emit(sheet.table.current.key, number)


def _gate(studio: Studio) -> Gate:
    if not isinstance(studio.kept, BatchKept):
        raise TypeError("these are other books")
    return studio.kept.gate
