"""The scenes of one session: the full inbox of all three sample firms, decided case by case, until nothing is left."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import requests
from PySide6.QtCore import Qt

from studio.scenes.sample import Size, page_text
from studio.studio import Kept, Studio, standing
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.flows.desk import Desk
from untwin.jobs import LaneJobs
from untwin.sample.expect import Expected, scenarios
from untwin.ui.arriving.describe_sheet import DescribeSheet
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.deciding.own_number_sheet import OwnNumberSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow
from untwin.walkthrough.browser import Browser
from untwin.walkthrough.errand import Errand

_BUSY = (State.NEW, State.LOOKING)
_SOLVED = (State.POSTED, State.ALREADY_IN_QUICKBOOKS)
_SERVED = ("--cycle", "0.05", "--clio-limit", "100000", "--hubspot-limit", "100000", "--firms", "3")
_EVERY = 9  # cases between two pictures of the list


class ZeroKept(Kept):
    """What only remembers, with the desk and where the sample's QuickBooks answers."""

    desk: Desk
    base: str


@contextmanager
def zero_window(size: Size, scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, ZeroKept]]:
    """A window on the three sample firms, which try again at once."""
    kept, jobs = ZeroKept(), LaneJobs()
    home = Path(os.environ["UNTWIN_PICTURES_HOME"]) / "zero"
    with sample_desk(home, _SERVED, patience=jobs.patience) as opened:
        kept.desk, kept.base = opened.desk, opened.greeting["quickbooks"]["base"]
        window = build_window(opened.desk, jobs, Opening(sample=True), kept, kept, scheme=scheme)
        with standing(window, size, jobs):
            yield window, kept


@dataclass
class StudioHands:
    """Honours the walkthrough's port `Hands` by the window's actions, and takes each sheet's picture once."""

    studio: Studio
    desk: Desk

    def look_up(self, case: Case) -> Case:
        """It was looked up when it came; later once more."""
        fresh = self.desk.cases.get(case.id)
        if fresh.updated_at == fresh.created_at or case.id not in self._seen:
            self._seen.add(case.id)
            return fresh
        return self._run(case, "look_up")

    def __post_init__(self) -> None:
        self._seen: set[str] = set()

    def describe(self, case: Case, line: str) -> Case:
        """The line about what waits."""
        self._choose(case)
        self.studio.run("describe")
        sheet = self.studio.window.ground.sheet
        if isinstance(sheet, DescribeSheet):
            sheet.line.setText(line)
            sheet.line.textEdited.emit(line)
            self.studio.shoot("92-describe")
        return self._run(case, "confirm")

    def made_by_hand(self, case: Case) -> Case:
        """A person's word."""
        return self._run(case, "made_by_hand")

    def own_number(self, case: Case) -> Case:
        """The one check, first as it asks and then as it is missing."""
        self._choose(case)
        self.studio.shoot("98-only-the-number")
        self.studio.run("own_number")
        self.studio.shoot("98-only-the-number-asked")
        self.studio.run("confirm")
        self.studio.shoot("98-only-the-number-unchecked")
        sheet = self.studio.window.ground.sheet
        if isinstance(sheet, OwnNumberSheet):
            sheet.check.setChecked(True)
        said = self._run(case, "confirm")
        self.studio.shoot("98-only-the-number-said")
        return said

    def same_document(self, case: Case) -> Case:
        """The sheet of the same sale."""
        return self._by_sheet(case, "same_document", "93-same")

    def renumber(self, case: Case) -> Case:
        """The change sheet with each box that it asks for; the retry follows by itself."""
        self._choose(case)
        self.studio.run("renumber")
        sheet = self.studio.window.ground.sheet
        if isinstance(sheet, ChangeSheet | BatchSheet):
            for box in sheet.asking.flags.values():
                box.setChecked(True)
        self.studio.shoot(f"94-change{'-flags' if len(self.desk.renumber.plan({case.id: {}}).flags) else ''}")
        self.studio.run("confirm")
        self._until(case, lambda now: now.state is State.WAITING_TO_POST)
        self.studio.shoot(f"95-retry-{case.source}")
        return self.desk.cases.get(case.id)

    def retry(self, case: Case) -> Case:
        """The retry without a change."""
        self._choose(case)
        self.studio.run("retry")
        self._until(case, lambda now: now.state is State.WAITING_TO_POST)
        self.studio.shoot(f"95-retry-{case.source}-unchanged")
        return self.desk.cases.get(case.id)

    def watch(self, case: Case) -> Case:
        """Looks now."""
        self._choose(case)
        self.studio.run("verify")
        self.studio.rest(0.3)
        return self.desk.cases.get(case.id)

    def confirm(self, case: Case) -> Case:
        """What was found is the one."""
        return self._by_sheet(case, "confirm_posting", "96-did-it-post")

    def again(self, case: Case, text: str) -> Case:
        """Looks into the copied list."""
        self.studio.kept.text = text
        return self._run(case, "check_list")

    def refused(self, case: Case) -> bool:
        """R opens no sheet, and says why."""
        self._choose(case)
        self.studio.run("renumber")
        self.studio.shoot(f"97-refused-{case.state.value}")
        return self.studio.window.ground.sheet is None and self.desk.cases.get(case.id) == case

    def ignore(self, case: Case, reason: str) -> Case:
        """The reason on its sheet."""
        self._choose(case)
        self.studio.run("ignore")
        sheet = self.studio.window.ground.sheet
        if isinstance(sheet, IgnoreSheet):
            sheet.reason.setText(reason)
        self.studio.shoot("97-ignore")
        return self._run(case, "confirm")

    def put_away(self, case: Case) -> None:
        """Archives what is solved."""
        self._choose(case)
        if case.state in _SOLVED:
            self.studio.run("archive")

    def _by_sheet(self, case: Case, action: str, name: str) -> Case:
        self._choose(case)
        self.studio.run(action)
        self.studio.shoot(name)
        return self._run(case, "confirm")

    def _run(self, case: Case, action: str) -> Case:
        before = self.desk.cases.get(case.id)
        if action != "confirm":
            self._choose(case)
        self.studio.run(action)
        self._until(case, lambda now: now != before and now.state not in _BUSY)
        return self.desk.cases.get(case.id)

    def _choose(self, case: Case) -> None:
        self.studio.choose(case)

    def _until(self, case: Case, reached: Callable[[Case], bool]) -> None:
        self.studio.until(lambda: reached(self.desk.cases.get(case.id)), f"{case.doc_number}")


def tell_zero_story(studio: Studio) -> None:
    """From three full pages of failures to an inbox in which nothing is left to do."""
    kept = studio.kept
    if not isinstance(kept, ZeroKept):
        raise TypeError("this story is told on its own window")
    for company in kept.desk.companies.all():
        _take_in(studio, kept, company)
    studio.run("view_1")
    studio.window.inbox.setFocus()
    studio.shoot("90-full")
    hands = StudioHands(studio, kept.desk)
    for place, told in enumerate(scenarios(3, 1, datetime.now(UTC).astimezone().date())):
        _end(studio, hands, kept, told)
        if place % _EVERY == _EVERY - 1:
            studio.run("view_1")
            studio.shoot(f"91-after-{place + 1}")
    for view, name in enumerate(("decision", "new", "waiting", "snoozed", "posted", "all"), start=1):
        studio.run(f"view_{view}")
        studio.shoot(f"99-zero-{name}")


def _take_in(studio: Studio, kept: ZeroKept, company: Company) -> None:
    for account in company.sources:
        kept.text = page_text(account.retry_page)
        studio.window.listing.company = company.realm
        studio.run("paste")
        if studio.window.ground.sheet is not None:
            studio.run("confirm")
        studio.until(lambda: all(c.company and c.state not in _BUSY for c in kept.desk.cases.all()), "the look-ups")
    studio.window.listing.company = ""


def _end(studio: Studio, hands: StudioHands, kept: ZeroKept, told: Expected) -> None:
    company, case = kept.desk.companies.get(told.company), _case_of(kept.desk, told)
    studio.run("view_6")
    browser = Browser(requests.Session())
    Errand(hands, browser, company, case, told, kept.base, lambda _words: None).run()
    ended = kept.desk.cases.get(case.id)
    if ended.state.value != told.state:
        studio.fault(f"{told.key}: it is {ended.state.value}, not {told.state}: {ended.note}")
    hands.put_away(ended)


def _case_of(desk: Desk, told: Expected) -> Case:
    """The case of a scenario: by its number, or by what it is where the source gives it none."""
    mine = [case for case in desk.cases.all() if case.company == told.company]
    if told.number:
        return next(case for case in mine if case.waiting_number == told.number)
    # The error names another document's number or none.
    rest = [case for case in mine if not (case.findings[0].columns and case.findings[0].columns.incoming_number)]
    journal = told.entity == "JournalEntry"
    return next(case for case in rest if (case.findings[0].entity == "JournalEntry") is journal)
