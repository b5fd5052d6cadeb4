"""The first frame: painted before all else is imported, true to the store, and no key before the rest is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import builders
from store import older
from untwin.app.desk import build_desk
from untwin.app.first_run import PlainFirstRun
from untwin.domain.bringing_up import BringingUp, Stage, Tell
from untwin.domain.problems import Problem
from untwin.domain.window.bookmark import Bookmark
from untwin.flows.desk import Desk
from untwin.flows.remember import Remember
from untwin.jobs import LaneJobs
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.glance import Glance, glance, is_older
from untwin.store.home import Home, open_home
from untwin.store.preferences import StoredPreferences
from untwin.store.versions import newest_version
from untwin.ui.inbox.view import InboxView
from untwin.ui.keys.early_keys import EarlyKeys
from untwin.ui.window.bringing_up_view import BringingUpPage
from untwin.ui.window.front_view import FrontPage
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import Start
from untwin.vault.vaults import MemoryVault

# All that the first frame needs of Untwin: a glance at the store, and what paints the list as it was left.
NEEDED = """
app app.crash app.one_window app.places app.window
domain domain.inbox domain.inbox.entry_version domain.problems domain.verdicts
domain.verdicts.rules domain.window domain.window.bookmark
domain.window.front domain.window.own_links domain.window.wishes
store store.connection store.glance store.home store.versions
flows flows.remember resources
ui ui.desk ui.desk.footer ui.desk.header ui.inbox ui.inbox.columns ui.inbox.model ui.inbox.paint ui.inbox.view ui.keys
ui.keys.early_keys ui.kit ui.kit.choice_box ui.kit.icons ui.kit.labels ui.kit.placing ui.kit.room ui.kit.theme
ui.kit.two_lines ui.kit.words ui.lanes ui.lanes.bridge ui.lanes.id_list ui.window ui.window.application
ui.window.front_view ui.window.opening ui.window.start ui.window.window
"""


@dataclass
class Behind:
    """Honours `Behind`: a home's own store, and secrets in memory; `trouble` is what opening the desk comes to."""

    home: Home
    trouble: Problem | None = None
    lanes: LaneJobs = field(default_factory=LaneJobs)

    def glance(self) -> Glance | None:
        return glance(self.home.database)

    def is_older(self) -> bool:
        return is_older(self.home.database)

    def jobs(self) -> LaneJobs:
        return self.lanes

    def desk(self, tell: Tell) -> Desk:
        if self.trouble is not None:
            raise self.trouble
        return build_desk(self.home, MemoryVault(), self.lanes.patience, tell=tell)

    def whole(self, opening: Opening) -> Opening:
        return replace(opening, first_run=PlainFirstRun(self.home.path))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with three cases of one company."""
    opened = open_home(tmp_path / "home")
    database = open_database(opened.database)
    StoredCompanies(database).put(builders.COMPANY)
    for number in ("1301", "1302", "1303"):
        StoredCases(database).add(builders.case(doc_number=number))
    remember = Remember(StoredPreferences(database))
    remember.keep_bookmark(Bookmark(view="All"))
    StoredPreferences(database).put("first run shown", "yes")
    return opened


@contextmanager
def started(qtbot: QtBot, behind: Behind) -> Iterator[Start]:
    start = Start(behind, Opening())
    start.begin()
    try:
        yield start
    finally:
        start.window.close()
        for keys in start.window.findChildren(EarlyKeys):
            keys.forget()
        # What a start puts off for seconds must not come when its home is gone.
        start.window.deleteLater()
        qtbot.wait(20)
        behind.lanes.close()


def furnished(qtbot: QtBot, start: Start) -> None:
    qtbot.waitUntil(lambda: start.window.furnished, timeout=30_000)
    qtbot.wait(50)


def left(qtbot: QtBot, home: Home) -> None:
    """One start, closed again once everything is there."""
    with started(qtbot, Behind(home)) as start:
        furnished(qtbot, start)


def seen(start: Start) -> list[str]:
    """What the list shows, row by row, as far as it is known."""
    view = start.window.findChildren(InboxView)[-1]
    model = view.model()
    rows = [[model.index(row, column).data() for column in range(1, 6)] for row in range(model.rowCount())]
    return [" | ".join(" ".join((cell or "").split()) for cell in row) for row in rows]


def imported(*arguments: str) -> set[str]:
    """The modules that are there at the first paint of a real start."""
    command = [sys.executable, str(Path(__file__).with_name("bench_first_paint.py")), *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return set(told.stdout.split()[1:])


def test_nothing_is_imported_that_the_first_frame_does_not_need(qtbot: QtBot, home: Home) -> None:
    left(qtbot, home)
    more = imported(str(home.path)) - imported()
    own = {name.removeprefix("untwin.") for name in more if name.startswith("untwin.")}
    assert own - set(NEEDED.split()) == set()
    others = {name.split(".")[0] for name in more - {"untwin"}} - sys.stdlib_module_names - {"PySide6", "untwin"}
    assert others == set()


def test_the_list_is_shown_as_it_was_left_before_the_desk_is_there(qtbot: QtBot, home: Home) -> None:
    with started(qtbot, Behind(home)) as start:
        assert seen(start) == []
        furnished(qtbot, start)
        start.window.inbox.choose(1)
        live = seen(start)
    with started(qtbot, Behind(home)) as start:
        assert isinstance(start.window.centralWidget(), FrontPage)
        assert seen(start) == live
        assert start.window.findChildren(InboxView)[0].currentIndex().row() == 1
        furnished(qtbot, start)
        assert (seen(start), start.window.inbox.currentIndex().row()) == (live, 1)


def test_what_another_has_changed_meanwhile_is_not_shown_as_it_was(qtbot: QtBot, home: Home) -> None:
    left(qtbot, home)
    cases = StoredCases(open_database(home.database))
    cases.add(replace(builders.case(doc_number="1304")))
    with started(qtbot, Behind(home)) as start:
        assert seen(start) == []
        furnished(qtbot, start)
        assert len(seen(start)) == 4


def test_a_company_that_is_forgotten_leaves_nothing_of_what_was_shown(qtbot: QtBot, home: Home) -> None:
    left(qtbot, home)
    database = open_database(home.database)
    assert Remember(StoredPreferences(database)).front() is not None
    StoredCompanies(database).remove(builders.COMPANY.realm)
    assert Remember(StoredPreferences(database)).front() is None


def test_keys_that_come_before_the_desk_are_pressed_once_it_is_there(qtbot: QtBot, home: Home) -> None:
    left(qtbot, home)
    with started(qtbot, Behind(home)) as start:
        for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Slash):
            QTest.keyClick(start.window, key)
        QTest.keyClicks(start.window, "130")
        assert not start.window.furnished
        furnished(qtbot, start)
        assert start.window.tabs.filter.text() == "130"
        assert start.window.inbox.currentIndex().row() == 1


def test_a_chain_may_begin_before_the_desk_is_there(qtbot: QtBot, home: Home) -> None:
    left(qtbot, home)
    with started(qtbot, Behind(home)) as start:
        QTest.keyClick(start.window, Qt.Key.Key_G)
        furnished(qtbot, start)
        assert start.window.adapting.chains.begun
        start.window.adapting.chains.end()


def test_a_desk_that_can_not_be_opened_ends_the_start_with_its_words(qtbot: QtBot, home: Home) -> None:
    with started(qtbot, Behind(home, trouble=Problem("The disk is full."))) as start:
        qtbot.waitUntil(lambda: start.problem is not None)
        assert (str(start.problem), start.window.furnished) == ("The disk is full.", False)


def test_a_window_that_is_closed_at_once_is_not_furnished(qtbot: QtBot, home: Home) -> None:
    with started(qtbot, Behind(home)) as start:
        start.window.close()
        qtbot.wait(500)
        QCoreApplication.processEvents()
        assert not start.window.furnished


def test_a_store_of_an_older_version_says_how_far_it_is_until_the_list_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    older.made_then(home.database, newest_version() - 1)
    with started(qtbot, Behind(home)) as start:
        page = start.window.centralWidget()
        assert isinstance(page, BringingUpPage)
        assert start.window.isVisible()
        page.show_how_far(BringingUp(Stage.CASES, 12_000, 100_000))
        assert page.words.text() == "Reading the cases: 12,000 of 100,000"
        furnished(qtbot, start)
        start.window.registry.run("view_6")
        qtbot.waitUntil(lambda: len(seen(start)) == 1)


def test_a_window_that_is_closed_meanwhile_leaves_the_older_store_whole(qtbot: QtBot, tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    older.made_then(home.database, newest_version() - 1)
    with started(qtbot, Behind(home)) as start:
        start.window.close()
    with started(qtbot, Behind(home)) as start:
        furnished(qtbot, start)
        start.window.registry.run("view_6")
        qtbot.waitUntil(lambda: len(seen(start)) == 1)


def test_a_new_home_is_no_older_one(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    assert not is_older(home.database)
    open_database(home.database)
    assert not is_older(home.database)
    home.database.write_bytes(b"no database at all, but long enough to be looked at")
    assert not is_older(home.database)
