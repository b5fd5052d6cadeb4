"""A person at the real window: the hands of the walkthrough's person, who here have keys and a clipboard alone."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from conftest import QUICK
from ui.screen import Screen, until
from untwin.app.desk import build_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.sample.expect import Expected
from untwin.store.home import open_home
from untwin.vault.vaults import MemoryVault
from untwin.walkthrough.browser import Browser

# The window as `untwin --sample` opens it, on sample firms without their limits and in quick cycles.
WINDOW = """
import sys
from pathlib import Path
from untwin.app.samples import sample_desk
from untwin.jobs import LaneJobs
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import run_window

jobs = LaneJobs()
with sample_desk(Path(sys.argv[1]), tuple(sys.argv[2:]), patience=jobs.patience) as opened:
    code = run_window(opened.desk, jobs, Opening(banner="", sample=True, title="Untwin"))
jobs.close()
sys.exit(code)
"""
SERVED = (*QUICK, "--hubspot-limit", "100000", "--firms", "3")
_OPEN = frozenset({State.NEW, State.LOOKING})
_TRIES, _NOTICE = 3, 15.0


@contextmanager
def stored(home: Path) -> Iterator[Desk]:
    """What the window has stored, read beside it; its flows are not called."""
    yield build_desk(open_home(home), MemoryVault(), Patient())


@dataclass
class KeyHands:
    """Honours the port `Hands`. `desk` only reads what the window stored."""

    screen: Screen
    desk: Desk

    def paste(self, text: str, company: Company) -> Case:
        """Pastes an error, and says which company it belongs to where that is asked."""
        before = {case.id for case in self.desk.cases.all()}
        with self.screen.copying(text):
            self.screen.keys("Escape", "Escape", "ctrl+v")
            until(lambda: len(self._new(before)) == 1, "a new case")
        [case] = self._new(before)
        if case.company is None:
            time.sleep(0.5)
            place = [c.realm for c in self.desk.bind.offered([case])].index(company.realm)
            self.screen.keys(str(place + 1), "ctrl+Return")
            until(lambda: self._now(case).company == company.realm, "the company")
        return self._now(case)

    def look_up(self, case: Case) -> Case:
        """The window looks a new case up by itself; later F5 does it."""
        if case.state is not State.NEW:
            return self._press(case, "F5")
        return self._until(case, _is_settled)

    def describe(self, case: Case, line: str) -> Case:
        """Shift+D, and the line."""

        def typed() -> None:
            self.screen.keys("shift+d")
            with self.screen.copying(line):
                self.screen.keys("ctrl+a", "ctrl+v")
                time.sleep(0.3)
            self.screen.keys("ctrl+Return")

        return self._insist(case, typed, _is_settled)

    def made_by_hand(self, case: Case) -> Case:
        """Shift+M."""
        return self._press(case, "shift+m")

    def own_number(self, case: Case) -> Case:
        """Shift+N, the one check, and the sheet."""
        return self._press(case, "shift+n", "space", "ctrl+Return")

    def same_document(self, case: Case) -> Case:
        """M, and the sheet."""
        return self._press(case, "m", "ctrl+Return")

    def renumber(self, case: Case) -> Case:
        """R, each box that is to be checked, and the sheet; the window goes on to the retry."""
        flags = len(self.desk.renumber.plan({case.id: {}}).flags)
        # Ctrl+Enter goes to the first box that is missing.
        keys = ("r", *("ctrl+Return", "space") * flags, "ctrl+Return")
        return self._insist(case, lambda: self.screen.keys(*keys), _waits)

    def retry(self, case: Case) -> Case:
        """T."""
        return self._insist(case, lambda: self.screen.keys("t"), _waits)

    def watch(self, case: Case) -> Case:
        """V looks now; the window also looks by itself."""
        self.screen.keys("v")
        time.sleep(0.5)
        return self._now(case)

    def confirm(self, case: Case) -> Case:
        """P, and the sheet."""
        return self._press(case, "p", "ctrl+Return")

    def again(self, case: Case, text: str) -> Case:
        """Shift+V, with the list in the clipboard."""
        with self.screen.copying(text):
            return self._press(case, "shift+v")

    def refused(self, case: Case) -> bool:
        """R opens no sheet: Ctrl+Enter after it changes nothing."""
        self.screen.keys("r")
        time.sleep(0.5)
        self.screen.keys("ctrl+Return", "Escape")
        time.sleep(0.5)
        return self._now(case) == case and not self.desk.renumber.plan({case.id: {}}).rows

    def ignore(self, case: Case, reason: str) -> Case:
        """I, the reason, and the sheet."""

        def typed() -> None:
            self.screen.keys("i")
            time.sleep(0.4)
            with self.screen.copying(reason):
                self.screen.keys("ctrl+v")
                time.sleep(0.3)
            self.screen.keys("ctrl+Return")

        return self._insist(case, typed, lambda now: now.state is State.IGNORED)

    def _new(self, before: set[str]) -> list[Case]:
        return [case for case in self.desk.cases.all() if case.id not in before]

    def _now(self, case: Case) -> Case:
        return self.desk.cases.get(case.id)

    def _press(self, case: Case, *keys: str) -> Case:
        """Presses keys, and waits until that has changed the case and nothing is going on any more."""
        return self._insist(case, lambda: self.screen.keys(*keys), _is_settled)

    def _insist(self, case: Case, deed: Callable[[], None], reached: Callable[[Case], bool]) -> Case:
        """Does it, and once more where a busy window took no notice: as people do."""
        before = self._now(case)
        for _ in range(_TRIES):
            deed()
            if self._noticed(case, before):
                break
            self.screen.keys("Escape")
        return self._until(case, lambda now: now != before and reached(now))

    def _noticed(self, case: Case, before: Case) -> bool:
        deadline = time.monotonic() + _NOTICE
        while self._now(case) == before and time.monotonic() < deadline:
            time.sleep(0.1)
        return self._now(case) != before

    def _until(self, case: Case, reached: Callable[[Case], bool]) -> Case:
        until(lambda: reached(self._now(case)), f"case {case.doc_number}: {self._now(case).note}")
        # What is stored is a moment later in the window, too.
        time.sleep(0.3)
        return self._now(case)


def _is_settled(case: Case) -> bool:
    return case.state not in _OPEN


def _waits(case: Case) -> bool:
    return case.state is State.WAITING_TO_POST


def row_of(told: Expected, company: Company, session: requests.Session) -> str:
    """The heading and the row of one error, as a person marks and copies them on the source's page."""
    binding = company.binding(told.source)
    assert binding is not None
    head, *rows = Browser(session).rows(binding.retry_page)
    kinds = {"CreditMemo": "Credit note", "JournalEntry": "Trust transaction"}
    wanted = told.number or kinds[told.entity]
    [row] = [each for each in rows if wanted in each]
    return "\n".join("\t".join(cells) for cells in (head, row))
